"""The hostile server: asyncio and bytes, since it must break the protocol. It plays a script for each path.

A script is what it yields: bytes to send, seconds to wait, RESET or FIN. It may go on for ever.
"""

from __future__ import annotations

import asyncio
import contextlib
import enum
import socket
import struct
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self, TypeAlias

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping


class Signal(enum.Enum):
    """What is done to the connection instead of sending."""

    RESET = enum.auto()
    FIN = enum.auto()


RESET: Final = Signal.RESET
FIN: Final = Signal.FIN


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: when it came and when its answer ended (monotonic), for which host and path, its whole head."""

    at: float
    host: str
    path: str
    head: str
    under_way: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a script is told: the path, the host's name, and the how manieth request for both this is (from 0)."""

    path: str = ""
    host: str = ""
    time: int = 0


Part: TypeAlias = "bytes | float | Signal"
Script: TypeAlias = "Callable[[Asked], Iterable[Part]]"
Talk: TypeAlias = "Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[None, None, None]]"


@dataclass
class HostileServer:
    """Listens on loopback while its context is open.

    `scripts` go by path (without the query), `doors` play before anything is read of a connection, each at a port of
    its own. `bases` holds `http`, `https` and each door's name with their URLs;
    `visits` is the log, `most` the requests that were under way at once.
    """

    scripts: Mapping[str, Script]
    doors: Mapping[str, Script] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    visits: list[Visit] = field(default_factory=list)
    bases: dict[str, str] = field(default_factory=dict)
    talks: set[asyncio.Task[None]] = field(default_factory=set)
    connections: int = 0
    most: int = 0

    async def __aenter__(self) -> Self:
        self._times: Counter[tuple[str, str]] = Counter()
        self._under_way: Counter[str] = Counter()
        self._servers = [await self._listen("http", "http", self._converse)]
        if self.tls:
            self._servers.append(await self._listen("https", "https", self._converse, self.tls))
        for name, script in self.doors.items():
            self._servers.append(await self._listen(name, "https", self._door(script)))
        self._deaf = socket.create_server(("127.0.0.1", 0), backlog=0)
        self.bases["deaf"] = f"http://127.0.0.1:{self._deaf.getsockname()[1]}"
        self._crowd = [self._fill() for _ in range(4)]
        return self

    async def __aexit__(self, *_: object) -> None:
        for server in self._servers:
            server.close()
        for talk in self.talks:
            talk.cancel()
        await asyncio.gather(*self.talks, return_exceptions=True)
        for unheard in (*self._crowd, self._deaf):
            unheard.close()

    def asked(self, path: str, host: str = "") -> list[Visit]:
        """Requests for `path`, whatever its query, of a host whose name begins so, in their order."""
        return [seen for seen in self.visits if seen.path.partition("?")[0] == path and seen.host.startswith(host)]

    def _fill(self) -> socket.socket:
        """A connection to the listener that never accepts: with its queue full, further ones get no answer at all."""
        unheard = socket.socket()
        unheard.setblocking(False)  # noqa: FBT003 - the socket's own interface
        unheard.connect_ex(self._deaf.getsockname())
        return unheard

    async def _listen(
        self,
        name: str,
        scheme: str,
        talk: Callable[..., Coroutine[None, None, None]],
        tls: ssl.SSLContext | None = None,
    ) -> asyncio.Server:
        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.connections += 1
            task = asyncio.ensure_future(self._whole(talk(reader, writer), writer))
            self.talks.add(task)
            task.add_done_callback(self.talks.discard)

        server = await asyncio.start_server(accept, "127.0.0.1", 0, ssl=tls)
        self.bases[name] = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return server

    async def _whole(self, talk: Coroutine[None, None, None], writer: asyncio.StreamWriter) -> None:
        try:
            await talk
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the client hung up
        finally:
            writer.close()

    def _door(self, script: Script) -> Talk:
        async def talk(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await _play(script(Asked()), writer)

        return talk

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while not writer.is_closing():
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path, host = head.split(" ")[1], _host(head)
            with self._counted(host):
                self.visits.append(Visit(time.monotonic(), host, path, head, self._under_way[host]))
                name = path.partition("?")[0]
                script = self.scripts.get(name, _missing)
                self._times[host, name] += 1
                await _play(script(Asked(path, host.partition(":")[0], self._times[host, name] - 1)), writer)

    @contextlib.contextmanager
    def _counted(self, host: str) -> Iterator[None]:
        self._under_way[host] += 1
        self.most = max(self.most, self._under_way.total())
        try:
            yield
        finally:
            self._under_way[host] -= 1


def _host(head: str) -> str:
    return next((line[5:].strip() for line in head.split("\r\n") if line.lower().startswith("host:")), "")


def _missing(_asked: Asked) -> Iterable[Part]:
    yield b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


async def _play(parts: Iterable[Part], writer: asyncio.StreamWriter) -> None:
    for part in parts:
        if isinstance(part, bytes):
            writer.write(part)
            await writer.drain()
        elif isinstance(part, float):
            await asyncio.sleep(part)
        elif part is FIN:
            writer.write_eof()
        else:
            linger = struct.pack("ii", 1, 0)  # a reset instead of an orderly end
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
