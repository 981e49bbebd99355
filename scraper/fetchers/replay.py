"""An archive in place of the network: each URL is answered as it was when it was archived."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from scraper.errors import InputError, OfflineError
from scraper.fetchers.exchange import Answer, Exchange
from scraper.fetchers.urls import describe
from scraper.warc import exchange_at, exchanges

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from scraper.fetchers.exchange import Request


class Replay:
    """Answers from the archive at `path`, the last answer of a URL where there are several.

    An archive that breaks off answers with what it holds before. Raises InputError where none of it can be read.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._told = path, str(path)
        self._offsets: dict[str, int] = {}
        fault = None
        try:
            with path.open("rb") as stream:
                for offset, found in exchanges(stream):
                    if isinstance(found, Exchange):
                        self._offsets[found.url] = offset
                    elif offset < 0:
                        fault = found
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
        if fault and not self._offsets:
            raise InputError(f"{path}: {fault}")
        if fault:
            self._told = f"{path}, {fault}"

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer to `request`; raises OfflineError where the archive has none."""
        offset = self._offsets.get(request.url)
        if offset is None:
            raise OfflineError(f"{describe(request.trail)}: not in {self._told}; fetch it, or leave it out")
        found = exchange_at(self._path, offset)
        if isinstance(found, InputError):
            raise OfflineError(f"{describe(request.trail)}: {found}")
        yield Answer(found.status, found.headers, _whole(found.body), "archive", at=found.at)


async def _whole(body: bytes) -> AsyncIterator[bytes]:
    yield body
