"""Pace: how often a site is asked, how many of its pages at once, and when it is left alone."""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from scraper.domain import paced_as
from scraper.errors import ConnectionFailedError, HostParkedError, may_pass
from scraper.fetchers.clock import Clock
from scraper.fetchers.retry import MAX_ASKED, asked_wait
from scraper.fetchers.urls import describe

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from scraper.config import FetchSettings
    from scraper.fetchers.exchange import Answer, Layer, Request

Hold: TypeAlias = tuple[str, str, float, bool]
"""What a run remembers of a site: its name, until when to leave it alone (ISO 8601), by how much to ask it more slowly,
and whether it is parked."""

FAILURES: Final = 10
"""Requests that fail one after the other, from which a site is parked."""
PARKED: Final = 1800.0
"""Seconds that it is parked for."""
JITTER: Final = 0.25
"""Share of the gap by which it is drawn out at random."""
SLOWEST: Final = 64.0
"""Most times by which refusals multiply the gap."""
MAX_SITES: Final = 10_000

_TOO_MANY: Final = frozenset({429, 503})
_LOG: Final = logging.getLogger(__name__)


@dataclass(slots=True)
class _Site:
    """What is known of one site; times are the clock's, in seconds."""

    name: str
    slots: asyncio.Semaphore
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    due: float = 0.0
    factor: float = 1.0
    crawl_delay: float = 0.0
    failures: int = 0
    parked_until: float = 0.0


class Pace:
    """Lets requests through to `inner` one site at a time, as far apart as `settings` and the site ask for.

    A site is a registrable domain, else a host and port. Between the end of one exchange with it and the next lies a
    gap: `settings.gap` with jitter, more where its Crawl-delay says so or its answers take longer, and twice as much
    after each 429 or 503, up to `settings.max_gap`. Retry-After is kept in full. A site that asks to be left alone for
    longer than `settings.max_wait`, or has failed FAILURES times in a row, is parked: HostParkedError.

    Waiting here is out of politeness, and does not count towards the deadline of the URL. No more than
    `settings.workers` requests are under way at once, over all sites.
    """

    def __init__(self, inner: Layer, settings: FetchSettings, clock: Clock | None = None) -> None:
        self._inner = inner
        self._settings = settings
        self._clock = clock or Clock()
        self._longest = max(settings.max_wait, settings.max_gap, settings.gap)
        self._workers = asyncio.Semaphore(settings.workers)
        self._sites: dict[str, _Site] = {}

    def heed(self, url: str, crawl_delay: float | None) -> None:
        """Keep the Crawl-delay, in seconds, that the site of `url` asks for."""
        self._site(url).crawl_delay = crawl_delay or 0.0

    def holds(self) -> list[Hold]:
        """Sites that are not to be asked at once, or not at the usual pace, for the next run to keep to."""
        now, date = self._clock.monotonic(), self._clock.now()
        usual = self._settings.gap * (1 + JITTER)
        return [
            (place.name, (date + timedelta(seconds=until - now)).isoformat(), place.factor, place.parked_until > now)
            for place in self._sites.values()
            if (until := max(place.due, place.parked_until)) > now + usual or place.factor > 1
        ]

    def keep(self, holds: Iterable[Hold]) -> None:
        """Take up what an earlier run's `holds` told."""
        now, date = self._clock.monotonic(), self._clock.now()
        for name, until, factor, parked in holds:
            place = self._named(name)
            left = min((datetime.fromisoformat(until) - date).total_seconds(), MAX_ASKED)
            place.factor = factor
            place.due = now + left
            place.parked_until = place.due if parked else 0.0
            place.failures = FAILURES - 1 if parked else 0

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer of the layer below, when it is the request's turn; raises HostParkedError, and what that raises."""
        place = self._site(request.url)
        async with self._turn(place, request):
            answer, failed = None, None
            start = head = self._clock.monotonic()
            try:
                async with self._inner.open(request) as answer:
                    head = self._clock.monotonic()
                    failed = may_pass(answer.status)
                    yield answer
            except ConnectionFailedError:
                failed = True
                raise
            except asyncio.CancelledError:
                failed = request.deadline.passed or None
                raise
            finally:
                self._settle(place, answer, head - start, failed=failed)

    @asynccontextmanager
    async def _turn(self, place: _Site, request: Request) -> AsyncIterator[None]:
        """Holds a slot of the site and one of the workers'; waits for both, and for the gap, off the deadline."""
        async with AsyncExitStack() as held:
            with request.deadline.paused():
                await held.enter_async_context(place.slots)
                async with place.turn:
                    await self._until_due(place, request)
                    await held.enter_async_context(self._workers)
                    place.due = self._clock.monotonic() + self._gap(place, 0.0)
            yield

    async def _until_due(self, place: _Site, request: Request) -> None:
        """Wait until the site may be asked; it may come to ask for longer meanwhile."""
        while True:
            now = self._clock.monotonic()
            if place.parked_until > now:
                raise _parked(request, f"{place.name} is parked after {FAILURES} failures in a row")
            wait = place.due - now
            if wait <= 0:
                return
            if wait > self._longest:
                raise _parked(request, f"{place.name} asks to be left alone for {wait:.0f} s")
            await self._clock.sleep(wait)

    def _settle(self, place: _Site, answer: Answer | None, latency: float, *, failed: bool | None) -> None:
        """Take note of how an exchange ended; `failed` is None where it was broken off on this side."""
        now = self._clock.monotonic()
        if failed is not None:
            place.failures = place.failures + 1 if failed else 0
        if place.failures >= FAILURES:
            self._park(place, now)
        slower = answer is not None and answer.status in _TOO_MANY
        place.factor = min(place.factor * 2, SLOWEST) if slower else max(place.factor / 2, 1.0)
        asked = asked_wait(answer, self._clock.now()) if answer and may_pass(answer.status) else None
        place.due = max(place.due, now + max(self._gap(place, latency), asked or 0.0))

    def _park(self, place: _Site, now: float) -> None:
        place.parked_until = now + PARKED
        place.failures = FAILURES - 1  # when its time is up, one request tells whether it is back
        _LOG.warning("%s is parked for %.0f min: %d requests failed in a row", place.name, PARKED / 60, FAILURES)

    def _gap(self, place: _Site, latency: float) -> float:
        """Seconds to the next request, jitter included."""
        own = self._settings.gap
        gap = max(own * place.factor, latency if own else 0.0)
        drawn = gap * (1 + random.uniform(0, JITTER))  # noqa: S311 - no secret
        return min(max(drawn, place.crawl_delay), max(self._settings.max_gap, own))

    def _site(self, url: str) -> _Site:
        return self._named(paced_as(url))

    def _named(self, name: str) -> _Site:
        if name not in self._sites:
            self._forget()
            self._sites[name] = _Site(name, asyncio.Semaphore(self._settings.host_concurrency))
        return self._sites[name]

    def _forget(self) -> None:
        """Drop the sites with nothing to remember, where they have become too many."""
        if len(self._sites) < MAX_SITES:
            return
        now = self._clock.monotonic()
        kept = {
            name: place
            for name, place in self._sites.items()
            if place.turn.locked() or place.slots.locked() or max(place.due, place.parked_until) > now
        }
        self._sites = kept


def _parked(request: Request, reason: str) -> HostParkedError:
    return HostParkedError(f"{describe(request.trail)}: {reason}; run again later")
