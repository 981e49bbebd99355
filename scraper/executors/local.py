"""Many URLs in this process: several under way at once, their records in the order given."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, TypeAlias

from scraper import pipeline
from scraper.errors import FetchError, InvalidUrlError
from scraper.fetchers.client import Fetcher
from scraper.fetchers.retry import utc_now

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable

    from scraper.article import Article
    from scraper.config import FetchSettings
    from scraper.fetchers.http import Transport
    from scraper.page import Page

    Process: TypeAlias = Callable[[Page], Article]

# URLs read ahead for each worker, so that one slow page at the front does not leave the others idle.
READ_AHEAD = 4


async def fetch_articles(
    urls: Iterable[str],
    settings: FetchSettings,
    *,
    transport: Transport | None = None,
    process: Process = pipeline.process,
) -> AsyncGenerator[Article, None]:
    """Records of `urls`, one each, in the order given; a URL that gave no page gives a record that says why.

    At most `settings.workers` are under way at once and READ_AHEAD times as many are read from `urls`, which may
    be endless; it is read in the event loop, so one that blocks holds up the others. `process` makes the record
    of a page. `transport` replaces the network, for tests.

    Close it where you stop early (`contextlib.aclosing`): no request stays behind. Raises ConfigError on
    settings that cannot be used, and what `urls` itself raises.
    """
    slots = asyncio.Semaphore(settings.workers)
    under_way: deque[asyncio.Task[Article]] = deque()
    async with Fetcher(settings, transport=transport) as fetcher:
        try:
            for url in urls:
                under_way.append(asyncio.create_task(_article(url, fetcher, slots, process)))
                if len(under_way) == READ_AHEAD * settings.workers:
                    yield await under_way.popleft()
            while under_way:
                yield await under_way.popleft()
        finally:
            await _cancel(under_way)


async def _article(url: str, fetcher: Fetcher, slots: asyncio.Semaphore, process: Process) -> Article:
    async with slots:
        try:
            page = await fetcher.fetch(url)
        except (FetchError, InvalidUrlError) as error:
            return pipeline.failure(url, error, fetched_at=utc_now())
        return process(page)


async def _cancel(tasks: Iterable[asyncio.Task[Article]]) -> None:
    """End `tasks` and wait until they have."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
