"""A scripted server on loopback: it sends what it is told to, byte for byte, right or wrong."""

from __future__ import annotations

import asyncio
import itertools
import time
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias

import pytest

from scraper.config import FetchSettings
from scraper.errors import FetchError
from scraper.fetchers.client import Fetcher

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence

    from scraper.page import Page

PATIENT = FetchSettings(allow_loopback=True, gap=0, deadline=5, backoff=0, attempts=3)

# A reply is bytes to send, seconds to wait, or None for a reset, one after the other; a path has one reply a
# request, the last of them for all that follow. The server gives its address and the request heads it has seen.
Part: TypeAlias = "bytes | float | None"
Replies: TypeAlias = "Sequence[Sequence[Part]]"
Running: TypeAlias = "AbstractAsyncContextManager[tuple[str, list[str]]]"


@pytest.fixture
def reply() -> Callable[..., bytes]:
    """Builds one well-formed response: reply(status, *header_lines, body=b"")."""

    def build(status: int, *headers: str, body: bytes = b"") -> bytes:
        lines = (f"HTTP/1.1 {status} Scripted", f"Content-Length: {len(body)}", *headers, "", "")
        return "\r\n".join(lines).encode() + body

    return build


class ScriptedServer:
    """Answers each path of a script; the context manager gives its address and the request heads it sees."""

    def __init__(self, script: Mapping[str, Replies]) -> None:
        self._replies: dict[str, Iterator[Sequence[Part]]] = {
            path: itertools.chain(replies, itertools.repeat(replies[-1])) for path, replies in script.items()
        }
        self._talks: set[asyncio.Task[None]] = set()
        self._seen: list[str] = []

    @asynccontextmanager
    async def running(self) -> AsyncIterator[tuple[str, list[str]]]:
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", self._seen
        finally:
            server.close()
            for talk in self._talks:
                talk.cancel()
            await asyncio.gather(*self._talks, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._talks.add(asyncio.ensure_future(self._talk(reader, writer)))

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while not writer.is_closing():
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                self._seen.append(head)
                await self._play(next(self._replies[head.split(" ")[1]]), writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client hung up
        finally:
            writer.close()

    async def _play(self, parts: Sequence[Part], writer: asyncio.StreamWriter) -> None:
        for part in parts:
            if part is None:
                writer.transport.abort()
            elif isinstance(part, bytes):
                writer.write(part)
                await writer.drain()
            else:
                await asyncio.sleep(part)


@pytest.fixture
def serve() -> Callable[[Mapping[str, Replies]], Running]:
    """Starts a server: `async with serve({path: [[part, ...], ...]}) as (base, seen)`."""
    return lambda script: ScriptedServer(script).running()


@pytest.fixture
def fetch_served(
    serve: Callable[[Mapping[str, Replies]], Running],
) -> Callable[..., tuple[Page | FetchError, list[str], float]]:
    """Fetches one path of a scripted server: fetch_served(script, path="/", settings=PATIENT).

    Gives the page or the error, the paths the server saw, and the seconds it took.
    """

    async def end_of(url: str, settings: FetchSettings) -> Page | FetchError:
        async with Fetcher(settings, ignore_robots=True) as fetcher:
            try:
                return await fetcher.fetch(url)
            except FetchError as error:
                return error

    async def whole(
        script: Mapping[str, Replies], path: str, settings: FetchSettings
    ) -> tuple[Page | FetchError, list[str], float]:
        async with serve(script) as (base, seen):
            start = time.monotonic()
            end = await end_of(base + path, settings)
            return end, [head.split(" ")[1] for head in seen], time.monotonic() - start

    def fetch(
        script: Mapping[str, Replies], path: str = "/", settings: FetchSettings = PATIENT
    ) -> tuple[Page | FetchError, list[str], float]:
        return asyncio.run(whole(script, path, settings))

    return fetch


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback is reached directly, whatever proxies the environment names."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
