"""The archive recorder: takes down what goes by, for the fetcher to write when a URL is done."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from scraper.fetchers.clock import Clock
from scraper.fetchers.exchange import NOT_MODIFIED, Exchange

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Mapping

    from scraper.fetchers.exchange import Answer, Layer, Request


class Recorder:
    """Adds each exchange with `inner` that ends well to the tape of its request, if it has one.

    `sent` are the headers of every request. The body of a redirect, which nobody reads, is left out.
    """

    def __init__(self, inner: Layer, sent: Mapping[str, str], clock: Clock | None = None) -> None:
        self._inner = inner
        self._sent = tuple(sent.items())
        self._clock = clock or Clock()

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer of the layer below, dated."""
        async with self._inner.open(request) as answer:
            at = self._clock.now()
            body = bytearray()
            yield replace(answer, at=at, chunks=_copied(answer.chunks, body))
            # What was not modified has no body to be read again.
            if request.tape is not None and answer.status != NOT_MODIFIED:
                sent = (*self._sent, *request.headers)
                told = Exchange(request.trail[0], request.url, at, sent, answer.status, answer.headers, bytes(body))
                request.tape.append(told)


async def _copied(chunks: AsyncIterable[bytes], body: bytearray) -> AsyncIterator[bytes]:
    async for chunk in chunks:
        body += chunk
        yield chunk
