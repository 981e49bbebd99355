"""Time that passes when it is slept, and a network that answers from a function: what tests of layers stand on."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from scraper.fetchers.clock import Clock
from scraper.fetchers.deadline import Deadline
from scraper.fetchers.exchange import Answer, Request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Time:
    """Stands still but for what is slept; the sleeper that is due first wakes first."""

    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.seconds, lambda: START + timedelta(seconds=self.seconds), self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        until = self.seconds + seconds
        await asyncio.sleep(0)
        self.seconds = max(self.seconds, until)


async def _pieces(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


def answer(status: int = 200, body: bytes = b"", **headers: str) -> Answer:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(status, named, _pieces(body))


@dataclass
class Web:
    """The layer below: answers what `say` makes of the URL, or raises it, after `seconds`; keeps a log."""

    say: Callable[[str], Answer | Exception]
    time: Time = field(default_factory=Time)
    seconds: float = 0.0
    log: list[tuple[float, str]] = field(default_factory=list)
    heeded: list[tuple[str, float | None]] = field(default_factory=list)
    under_way: int = 0
    most: int = 0

    @property
    def asked(self) -> list[str]:
        return [url for _, url in self.log]

    @property
    def gaps(self) -> list[float]:
        times = [at for at, _ in self.log]
        return [later - earlier for earlier, later in itertools.pairwise(times)]

    def heed(self, url: str, crawl_delay: float | None) -> None:
        self.heeded.append((url, crawl_delay))

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        self.log.append((self.time.seconds, request.url))
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            if self.seconds:
                await self.time.sleep(self.seconds)
            said = self.say(request.url)
            if isinstance(said, Exception):
                raise said
            yield said
        finally:
            self.under_way -= 1


@asynccontextmanager
async def request(*trail: str, deadline: float = 5.0) -> AsyncIterator[Request]:
    async with Deadline(deadline) as limit:
        yield Request(trail, limit)
