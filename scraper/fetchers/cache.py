"""The cache: answers that were kept are used again as RFC 9111 allows, and asked after where it does not.

hishel says what may be kept and used, and keeps it in an SQLite file.
"""

from __future__ import annotations

import sqlite3
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from hishel import (
    AsyncSqliteStorage,
    CacheMiss,
    CacheOptions,
    CouldNotBeStored,
    FromCache,
    Headers,
    IdleClient,
    InvalidateEntries,
    NeedRevalidation,
    NeedToBeUpdated,
    Response,
    StoreAndUse,
)
from hishel import Request as Wanted

from scraper.errors import OfflineError, OutputError
from scraper.fetchers.exchange import NOT_MODIFIED, REDIRECTS, Answer
from scraper.fetchers.urls import describe

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator
    from pathlib import Path

    from hishel import AnyState, Entry

    from scraper.fetchers.exchange import Layer, Request
    from scraper.page import Origin

Mode: TypeAlias = Literal["use", "offline", "refresh"]
"""`offline` takes what is kept, however old, and asks nobody; `refresh` asks anew for everything, and keeps that."""

MAX_SIZE: Final = 2**30
"""Bytes that the file may grow to; what was not used for longest goes first."""

_OPTIONS: Final = CacheOptions(shared=False, supported_methods=["GET"], allow_stale=False)


class Cache:
    """Answers from the file at `path` what it can, and asks `inner` for the rest.

    `most` caps, in bytes, the transferred body of one answer that is kept. An answer that was asked after and has not
    changed (304) is given from the file, and marked as `unchanged`.
    """

    def __init__(self, inner: Layer, path: Path, mode: Mode, most: int) -> None:
        self._inner = inner
        self._path = path
        self._mode = mode
        self._storage = AsyncSqliteStorage(database_path=_prepared(path), max_size=MAX_SIZE, max_stream_size=most)

    async def aclose(self) -> None:
        """Close the file."""
        await self._storage.close()

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer to `request`, kept or new.

        Raises OfflineError where it may only be a kept one and there is none, OutputError where the file is no cache,
        and what the layer below raises.
        """
        async with AsyncExitStack() as held:
            try:
                entries = await self._storage.get_entries(request.url)
            except RuntimeError as error:
                raise OutputError(f"{self._path}: cannot be used as a cache ({error})") from error
            if self._mode == "offline":
                yield _kept(_latest(entries, request))
                return
            if self._mode == "refresh":
                for entry in entries:
                    await self._storage.remove_entry(entry.id)
                entries = []
            yield await self._answer(request, entries, held)

    async def _answer(self, request: Request, entries: list[Entry], held: AsyncExitStack) -> Answer:
        """Answer as the states of RFC 9111 lead to it; what it is read from stays open as long as `held`."""
        wanted = Wanted("GET", request.url)
        status = 0
        state: AnyState = IdleClient(options=_OPTIONS).next(wanted, entries)
        while True:
            if isinstance(state, (CacheMiss, NeedRevalidation)):
                answer = await held.enter_async_context(self._inner.open(_asking(request, state.request)))
                status = answer.status
                # The body of a redirect is not read: it is kept without.
                body = _nothing() if status in REDIRECTS else aiter(answer.chunks)
                state = state.next(Response(status, _grouped(answer.headers), body))
            elif isinstance(state, FromCache):
                return _kept(state.entry, unchanged=status == NOT_MODIFIED)
            elif isinstance(state, StoreAndUse):
                entry = await self._storage.create_entry(wanted, state.response, request.url)
                kept = _answered(entry.response, "live")
                if status in REDIRECTS:
                    async for _ in kept.chunks:
                        pass
                _close_with(held, entry.response)
                return kept
            elif isinstance(state, CouldNotBeStored):
                return _answered(state.response, "live")
            else:
                state = await self._done(state)

    async def _done(self, state: IdleClient | NeedToBeUpdated | InvalidateEntries) -> AnyState:
        """The state after the file was brought up to date."""
        if isinstance(state, NeedToBeUpdated):
            for entry in state.updating_entries:
                await self._storage.update_headers(entry.id, entry.response.headers)
        elif isinstance(state, InvalidateEntries):
            for entry_id in state.entry_ids:
                await self._storage.remove_entry(entry_id)
        else:
            raise TypeError("the states begin with an IdleClient only")
        return state.next()


def _prepared(path: Path) -> Path:
    """`path`, its file made where it is missing, for its owner alone: it may hold what only they may read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA schema_version")
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"{path}: cannot be used as a cache ({error}); give another path") from error
    return path


def _latest(entries: list[Entry], request: Request) -> Entry:
    if not entries:
        raise OfflineError(f"{describe(request.trail)}: not in the cache; fetch it without --offline first")
    return entries[-1]


def _asking(request: Request, wanted: Wanted) -> Request:
    """`request` with the conditions that are to be asked under."""
    conditions = tuple((name, wanted.headers[name]) for name in wanted.headers)
    return replace(request, headers=(*request.headers, *conditions))


def _grouped(headers: tuple[tuple[str, str], ...]) -> Headers:
    names = dict.fromkeys(name for name, _ in headers if name != "transfer-encoding")
    return Headers({name: [value for other, value in headers if other == name] for name in names})


def _kept(entry: Entry, *, unchanged: bool = False) -> Answer:
    return replace(_answered(entry.response, "cache"), unchanged=unchanged)


def _answered(response: Response, origin: Origin) -> Answer:
    headers = response.headers
    named = tuple((name.lower(), value) for name in headers for value in headers.get_list(name) or ())
    return Answer(response.status_code, named, _chunks(response.stream), origin)


def _chunks(stream: object) -> AsyncIterable[bytes]:
    if not hasattr(stream, "__aiter__"):
        raise TypeError("an asynchronous storage gives asynchronous streams")
    chunks: AsyncIterable[bytes] = stream
    return chunks


async def _nothing() -> AsyncIterator[bytes]:
    pieces: tuple[bytes, ...] = ()
    for piece in pieces:
        yield piece


def _close_with(held: AsyncExitStack, response: Response) -> None:
    """Let a body that is not read to its end be dropped, not kept in part."""
    close = getattr(response.stream, "aclose", None)
    if close:
        held.push_async_callback(close)
