"""An archive in place of the network: each URL is answered as it was when it was archived."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from scraper.errors import InputError, OfflineError
from scraper.fetchers.exchange import Answer
from scraper.fetchers.urls import describe
from scraper.warc import Exchange, exchanges

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from scraper.fetchers.exchange import Request


class Replay:
    """Answers from the archive at `path`, the last answer of a URL where there are several.

    Raises InputError where the archive cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as stream:
                found = [(offset, one) for offset, one in exchanges(stream)]
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
        faults = [one for offset, one in found if isinstance(one, InputError) and offset < 0]
        if faults:
            raise InputError(f"{path}: {faults[0]}")
        self._offsets = {one.url: offset for offset, one in found if isinstance(one, Exchange)}

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer to `request`; raises OfflineError where the archive has none."""
        offset = self._offsets.get(request.url)
        if offset is None:
            raise OfflineError(f"{describe(request.trail)}: not in {self._path}; fetch it, or leave it out")
        with self._path.open("rb") as stream:
            stream.seek(offset)
            _, found = next(exchanges(stream))
        if isinstance(found, InputError):
            raise OfflineError(f"{describe(request.trail)}: {found}")
        yield Answer(found.status, found.headers, _whole(found.body), "archive", at=found.at)


async def _whole(body: bytes) -> AsyncIterator[bytes]:
    yield body
