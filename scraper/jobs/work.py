"""The pages that are due, fetched: sites in turns, one record and its state in one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, OrderedDict, deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scraper.article import Article
from scraper.errors import HostParkedError
from scraper.executors.local import fetched, processed
from scraper.fetchers.exchange import NOT_MODIFIED
from scraper.jobs import log
from scraper.jobs.handover import hand_over
from scraper.jobs.keeping import News, keep
from scraper.jobs.listed import filled
from scraper.jobs.settling import Outcome, is_news, settled
from scraper.jobs.sums import TEXTS, Sums, total
from scraper.jobs.wanted import is_older
from scraper.sameness import signature
from scraper.stores.history import LEASE
from scraper.stores.outbox import BATCH
from scraper.url_key import url_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from typing import TypeAlias

    from scraper.config import Job
    from scraper.fetchers.client import Fetcher
    from scraper.fetchers.clock import Clock
    from scraper.page import Page
    from scraper.stores.history import Run
    from scraper.stores.outputs.output import Output
    from scraper.stores.pages import Task
    from scraper.stores.state import State

    Process: TypeAlias = Callable[[Page], Article]
    OnRecord: TypeAlias = Callable[[Article], None]

BEATS: Final = 6
"""Signs of life in the time of a lease, after each of which the records that wait are handed over."""
AHEAD: Final = 20
"""Pages of a site that are taken from the state at a time."""
SITES: Final = 16
"""Sites, for each page under way, that are taken at a time: the rest is left to other machines."""
POLL: Final = 1.0

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run works with: its job, the state, the outputs, the fetcher and the clock.

    `process` makes the record of a page; `on_record` is told of each record that is kept. With `force`, pages are asked
    for whatever is known of them. `lease` is the time for which sites and sources are taken.
    """

    job: Job
    run: Run
    state: State
    outputs: Sequence[Output]
    fetcher: Fetcher
    clock: Clock
    process: Process
    on_record: OnRecord | None = None
    force: bool = False
    lease: timedelta = LEASE

    def now(self) -> datetime:
        """Time of day."""
        return self.clock.now()


def let_go(setting: Setting) -> None:
    """Let go of the sites that are this machine's, and keep the pace that they asked for. Within a transaction."""
    setting.state.pages.hold(setting.fetcher.pace.holds())
    setting.state.pages.release()


class Work:
    """Fetches the pages that are due, those that the sources turn up meanwhile, too; `sums` tell what came of it."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._state = setting.state
        self._queues: OrderedDict[str, deque[Task]] = OrderedDict()
        self._busy: Counter[str] = Counter()
        self._taken: Counter[str] = Counter()
        self._left: set[str] = set()
        self._reading = True
        self._to_refill = True
        self._stopped = False
        self._changed = asyncio.Event()
        self._unsent = 0
        count = setting.fetcher.settings.workers
        self._threads = ThreadPoolExecutor(count, "process")
        self.sums: dict[str, Sums] = {}

    def more(self, *, reading: bool) -> None:
        """There may be more to do; `reading` is whether sources are still being read."""
        self._reading = reading
        self._to_refill = True
        self._changed.set()

    async def all(self) -> None:
        """Do all there is to do. Where this is cancelled, pages under way are left to the next run."""
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(self._setting.fetcher.settings.workers):
                    group.create_task(self._one_after_the_other())
        finally:
            self._threads.shutdown(wait=False, cancel_futures=True)

    def stop(self) -> None:
        """Begin nothing more; `all` ends when what is under way is done."""
        self._stopped = True
        self._changed.set()

    async def _one_after_the_other(self) -> None:
        while task := await self._next():
            self._busy[task.site] += 1
            try:
                await self._do(task)
            finally:
                self._busy[task.site] -= 1
                self._to_refill |= not self._queues.get(task.site)
                self._changed.set()

    async def _next(self) -> Task | None:
        """The next page to fetch, when there is one; None where no more will come."""
        while not self._stopped:
            self._changed.clear()
            # The state is asked only where it may know more: most wake here because another's page is done.
            if task := self._from_queues() or (self._to_refill and self._refill() and self._from_queues()):
                return task
            if not (self._reading or +self._busy):
                if not self._state.history.others(self._setting.now().isoformat()):
                    return None
                # They might wait for this machine.
                with self._state.transaction():
                    let_go(self._setting)
            try:
                await asyncio.wait_for(self._changed.wait(), POLL)
            except TimeoutError:
                self._to_refill = True
        return None

    def _from_queues(self) -> Task | None:
        """The first page of the site whose turn it is, of those that are free."""
        most = self._setting.fetcher.settings.host_concurrency
        for site in list(self._queues):
            if self._busy[site] >= most:
                continue
            queue = self._queues[site]
            while queue:
                task = queue.popleft()
                if not self._full(task.source):
                    self._taken.update(("*", task.source))
                    self._queues.move_to_end(site)
                    return task
            del self._queues[site]
        return None

    def _refill(self) -> bool:
        """Take more pages from the state; whether there were any."""
        setting = self._setting
        self._to_refill = False
        if self._limit_reached():
            return False
        now = setting.now()
        until, started = (now + setting.lease).isoformat(), setting.run.started_at
        most = SITES * setting.fetcher.settings.workers
        with self._state.transaction():
            sites = self._state.pages.lease(now.isoformat(), until, started, most, self._left)
        free = [site for site in sites if not (site in self._queues or self._busy[site])]
        full = [name for name in setting.job.sources if self._full(name)]
        for task in self._state.pages.due(free, now.isoformat(), started, each=AHEAD, done=full):
            self._queues.setdefault(task.site, deque()).append(task)
        return bool(self._queues)

    def _limit_reached(self) -> bool:
        limit = self._setting.job.limit
        return limit is not None and self._taken["*"] >= limit

    def _full(self, name: str) -> bool:
        """Whether the limit of a source, or of the job, is reached."""
        source = self._setting.job.sources.get(name)
        limit = source.limit if source else None
        return self._limit_reached() or (limit is not None and self._taken[name] >= limit)

    async def _do(self, task: Task) -> None:
        """Fetch a page, and keep what came of it."""
        setting = self._setting
        page = await fetched(task.url, setting.fetcher, None if setting.force else task.conditions)
        if isinstance(page, Article):
            if page.error and page.error.kind == HostParkedError.kind and self._leave(task.site):
                return
            outcome = Outcome(page, None)
        else:
            loop = asyncio.get_running_loop()
            outcome = await loop.run_in_executor(self._threads, self._outcome, task, page)
        self._keep(task, outcome)
        self._unsent += 1
        if self._unsent >= BATCH:
            self.hand_over()

    def hand_over(self) -> None:
        """Give the outputs what waits. Raises OutputError."""
        self._unsent = 0
        hand_over(self._state, self._setting.outputs)

    def _leave(self, site: str) -> bool:
        """Leave a site alone for this run that is parked, its pages due; False where it is another that is."""
        if all(site != held[0] for held in self._setting.fetcher.pace.holds()):
            return False
        self._queues.pop(site, None)
        self._left.add(site)
        return True

    def _outcome(self, task: Task, page: Page) -> Outcome:
        """What comes of a page; in a thread."""
        # What a cache has kept says nothing of what a run has kept: one may have been killed between the two.
        told = page if page.status == NOT_MODIFIED else replace(page, unchanged=False)
        listed = {"title": task.title, "published_at": task.published_at}
        article = filled(processed(self._setting.process, told), listed)
        reserved = self._setting.job.skip_reserved and article.rights.tdm_reservation
        source = self._setting.job.sources.get(task.source)
        days = source.max_age_days if source else None
        old = days is not None and is_older(article.published_at, self._setting.now() - timedelta(days=days))
        skipped = "reserved" if reserved else "old" if old else None
        text = article.text if article.outcome in TEXTS else ""
        return Outcome(article, page, signature(text) if text else None, skipped)

    def _keep(self, task: Task, outcome: Outcome) -> None:
        """Keep the state of a page with its record, in one transaction."""
        state, now = self._state, self._setting.now()
        article = outcome.article
        with state.transaction():
            last = state.records.last(article.id) or (state.records.last(task.record_id) if task.record_id else None)
            news = outcome.skipped is None and is_news(article, last)
            left = settled(task, outcome, now, news=news)
            if not state.pages.settle(left):
                _LOG.warning("%s: its site was taken over by another machine; left to it", task.url)
                return
            for url in {article.canonical_url, article.final_url} - {None, task.url}:
                if url and (key := url_key(url)) != task.key and article.outcome in TEXTS:
                    state.pages.alias(key, url, task, left)
            if news:
                article = keep(state, News(article, outcome.signature, task.source, task.site), last, now)
            sums = Sums.of(article, written=news, skipped=outcome.skipped)
            state.history.note(self._setting.run, task.source, sums.told())
        log.page_done(task.source, article, written=news, skipped=outcome.skipped)
        self.sums[task.source] = total((self.sums.get(task.source, Sums()), sums))
        if news and self._setting.on_record:
            self._setting.on_record(article)
