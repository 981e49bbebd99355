"""Many URLs at once, fetched in this process, their records in the order given."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeAlias

from scraper.article import Article
from scraper.errors import FetchError, InvalidUrlError, WorkerError
from scraper.fetchers.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable

    from scraper.errors import ScraperError
    from scraper.fetchers.client import Fetcher
    from scraper.page import Conditions, Page

    Process: TypeAlias = Callable[[Page], Article]

# URLs read ahead for each worker, so that one slow page at the front does not leave the others idle.
READ_AHEAD = 4


async def fetch_articles(urls: Iterable[str], fetcher: Fetcher, *, process: Process) -> AsyncGenerator[Article, None]:
    """Records of `urls`, one each, in the order given; a URL that gave no page gives a record that says why.

    The fetcher says how many are fetched at once (`settings.workers`), and READ_AHEAD times as many are read from
    `urls`, which may be endless; it is read in the event loop, so one that blocks holds up the others. `process` makes
    the record of a page, in a thread, as many pages at once as are fetched; where it raises WorkerError, the record
    says so.

    Close it where you stop early (`contextlib.aclosing`): no request stays behind. Raises what `urls` itself raises.
    """
    workers = fetcher.settings.workers
    under_way: deque[asyncio.Task[Article]] = deque()
    threads = ThreadPoolExecutor(workers, "process")

    async def article(url: str) -> Article:
        page = await fetched(url, fetcher)
        if isinstance(page, Article):
            return page
        return await asyncio.get_running_loop().run_in_executor(threads, processed, process, page)

    try:
        for url in urls:
            under_way.append(asyncio.create_task(article(url)))
            if len(under_way) == READ_AHEAD * workers:
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()
    finally:
        # Not waited for: whoever ends the batch early need not see the page at hand through.
        threads.shutdown(wait=False, cancel_futures=True)
        await _cancel(under_way)


async def fetched(url: str, fetcher: Fetcher, conditions: Conditions | None = None) -> Page | Article:
    """The page at `url`, or the record of why there is none; `conditions` as in `Fetcher.fetch`."""
    try:
        return await fetcher.fetch(url, conditions)
    except (FetchError, InvalidUrlError) as error:
        return _failure(url, error, fetched_at=utc_now())


def processed(process: Process, page: Page) -> Article:
    """The record that `process` makes of a page, or that of why it gave none."""
    try:
        return process(page)
    except WorkerError as error:
        return _failure(page.url, error.of(page.url or "a page"), page=page)


def _failure(url: str | None, error: ScraperError, **about: Any) -> Article:  # noqa: ANN401 - as `failure` has it
    # The pipeline is the greater part of a short run: it is imported only where there is something to say.
    from scraper.pipeline import failure  # noqa: PLC0415

    return failure(url, error, **about)


async def _cancel(tasks: Iterable[asyncio.Task[Article]]) -> None:
    """End `tasks` and wait until they have."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
