"""A scheduled run, from its beginning to its summary."""

from __future__ import annotations

import asyncio
import hashlib
import json
import signal
import sys
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scraper.config import load_sites
from scraper.errors import ConfigError, UsageError
from scraper.fetchers.client import Fetcher, Wiring
from scraper.jobs import log
from scraper.jobs.handover import hand_over
from scraper.jobs.health.health import added_up, empty_runs
from scraper.jobs.sources import Reader, listed_urls
from scraper.jobs.summary import SourceSummary, Summary
from scraper.jobs.sums import Sums
from scraper.jobs.work import BEATS, Setting, Work, let_go
from scraper.lock import Lock, is_dsn
from scraper.stores.history import LEASE
from scraper.stores.outputs.opening import open_outputs
from scraper.stores.state import open_state

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from scraper.article import Article
    from scraper.config import Job, Profile, Site, Source
    from scraper.jobs.sources import Read
    from scraper.jobs.work import OnRecord, Process
    from scraper.page import Page

FAMILY_AGE: Final = timedelta(days=30)
"""Age from which an article is no longer looked at for copies of it."""
GRACE: Final = 10.0
"""Seconds that pages under way are given to end, when a run is told to stop."""


class Stop:
    """Tells a run to stop. The first signal has it begin nothing more, the second give up what is under way, too."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self.first, self.second = asyncio.Event(), asyncio.Event()

    def now(self, number: int) -> None:
        """The signal of that number came. To be called in the loop of the run."""
        event = self.first if self.signal is None else self.second
        self.signal = self.signal or number
        event.set()


@dataclass(frozen=True, slots=True)
class Options:
    """How a job is done this time.

    With `force`, everything is read and fetched, whatever is known of it. `lock` is the job's, where the caller holds
    it already. `on_record` is told of each record that is kept. With `signals`, SIGINT and SIGTERM end the run early,
    but in order. `lease` is the time after which another machine takes over what this one holds, were it to die.
    """

    force: bool = False
    lock: Lock | None = None
    on_record: OnRecord | None = None
    signals: bool = False
    lease: timedelta = LEASE


def run(
    job: Job, options: Options | None = None, *, process: Process | None = None, wiring: Wiring | None = None
) -> Summary:
    """Do `job` and say what it did; as `arun`, for use outside an event loop."""
    return asyncio.run(arun(job, options, process=process, wiring=wiring))


async def arun(
    job: Job, options: Options | None = None, *, process: Process | None = None, wiring: Wiring | None = None
) -> Summary:
    """Do `job`: read its sources, fetch each page that is due, keep its record, hand the records over to the outputs.

    A record is kept with the state of its page in one transaction, and handed over afterwards: wherever the run is
    ended, also by `kill -9` or a full disk, no record is lost and none doubled, and the next run goes on. A source that
    cannot be read is in the summary and stops nothing else.

    `process` makes the record of a page (None: `reader`'s); `wiring` replaces the outside world, for tests.
    Raises ConfigError for a fault in the job, LockedError where another run is doing it, OutputError where output or
    state cannot be written.
    """
    options, wiring = options or Options(), wiring or Wiring()
    for source in job.sources.values():
        listed_urls(source)
    process = process or reader(job)
    with ExitStack() as held:
        held.enter_context(locked(job, options.lock))
        state = held.enter_context(open_state(job.state_at, job.name))
        outputs = held.enter_context(open_outputs(job.outputs, sys.stdout.buffer))
        now = wiring.clock.now()
        hand_over(state, outputs)
        # With the lock, nobody else can be at it: a run that did not end was killed.
        alive = now - options.lease if is_dsn(job.state_at) else now
        number = state.history.begin(now.isoformat(), alive.isoformat())
        with state.transaction():
            state.history.unlisted(job.sources)
        log.begins(job.name, number)
        asking = job.fetch.model_copy(update={"tdmrep": job.fetch.tdmrep or job.skip_reserved})
        async with AsyncExitStack() as closing:
            fetcher = await closing.enter_async_context(Fetcher(asking, wiring=wiring))
            setting = Setting(
                job,
                number,
                state,
                outputs,
                fetcher,
                wiring.clock,
                process,
                options.on_record,
                options.force,
                options.lease,
            )
            await closing.enter_async_context(_remembered(setting))
            with _stopped(signals=options.signals) as stop:
                return await _done(setting, stop)


def reader(job: Job) -> Process:
    """What makes records of pages by the settings of `job`. Raises ConfigError where one of them is at fault."""
    return partial(_record, profile=job.profile, sites=load_sites(job.sites), off=_switched_off(job))


def _record(page: Page, profile: Profile, sites: Mapping[str, Site], off: frozenset[str]) -> Article:
    """Record of a page. What makes it is the greater part of a short run: it is imported where it is done."""
    from scraper.pipeline import process  # noqa: PLC0415

    return process(page, profile=profile, sites=sites, off=off)


def _switched_off(job: Job) -> frozenset[str]:
    if not job.no_rules:
        return frozenset()
    from scraper.cleaners.names import switched_off  # noqa: PLC0415 - knows all rules, and few jobs leave some out

    try:
        return switched_off(job.no_rules)
    except UsageError as error:
        raise ConfigError(f"job `{job.name}`: `no_rules`: {error}") from error


@contextmanager
def locked(job: Job, lock: Lock | None = None) -> Iterator[None]:
    """The job's lock, where it keeps its state in a file and the caller does not hold the lock."""
    state = Path(job.state_at)
    if is_dsn(job.state_at) or (lock and lock.state.absolute() == state.absolute()):
        yield
    else:
        with Lock(state):
            yield


@contextmanager
def _stopped(*, signals: bool) -> Iterator[Stop]:
    """What tells the run to stop; where there are to be `signals`, these do."""
    stop, loop = Stop(), asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM) if signals else ()
    for number in numbers:
        loop.add_signal_handler(number, stop.now, number)
    try:
        yield stop
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)


@asynccontextmanager
async def _remembered(setting: Setting) -> AsyncIterator[None]:
    """The pace and the robots.txt of sites, taken over from earlier runs and kept for the next."""
    state, fetcher = setting.state, setting.fetcher
    fetcher.pace.keep(state.pages.holds())
    if fetcher.robots and not setting.force:
        fetcher.robots.keep(state.robots.kept(setting.now().isoformat()))
    try:
        yield
    finally:
        with state.transaction():
            let_go(setting)
            if fetcher.robots:
                state.robots.keep(fetcher.robots.told(), setting.now().isoformat())


async def _done(setting: Setting, stop: Stop) -> Summary:
    """Read the sources and fetch what is due, until all is done or the run is told to stop; then sum up."""
    work, read = Work(setting), dict[str, "Read | None"]()
    parts = (_all(setting, work, read), _beating(setting, work), stop.first.wait(), stop.second.wait())
    tasks = doing, beating, told, again = [asyncio.create_task(part) for part in parts]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if told.done() and not doing.done():
            work.stop()
            await asyncio.wait((doing, again), timeout=GRACE, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in (doing, beating):
        if not task.cancelled() and (error := task.exception()):
            raise _innermost(error)
    work.hand_over()
    return _summed_up(setting, work, read, stop)


async def _all(setting: Setting, work: Work, read: dict[str, Read | None]) -> None:
    """Read all sources, and meanwhile fetch what they turn up."""
    working = asyncio.create_task(work.all())
    reading = asyncio.create_task(_all_read(setting, work, read))
    try:
        await asyncio.wait((working, reading), return_when=asyncio.FIRST_COMPLETED)
        if reading.done() and not reading.exception():
            await working
    finally:
        for task in (reading, working):
            task.cancel()
        results = await asyncio.gather(reading, working, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result


async def _all_read(setting: Setting, work: Work, read: dict[str, Read | None]) -> None:
    async def one(name: str, source: Source) -> None:
        read[name] = await _read(setting, name, source)
        work.more(reading=True)

    try:
        async with asyncio.TaskGroup() as group:
            for name, source in setting.job.sources.items():
                group.create_task(one(name, source))
    finally:
        work.more(reading=False)


async def _read(setting: Setting, name: str, source: Source) -> Read | None:
    """Read one source; None where another machine does, or has in this run."""
    history, now = setting.state.history, setting.now()
    settings = hashlib.sha256(source.model_dump_json().encode()).hexdigest()
    with setting.state.transaction():
        taken = history.take(setting.run, name, settings, now.isoformat(), (now + setting.lease).isoformat())
    if not taken:
        return None
    try:
        told = await Reader(name, source, setting.fetcher, setting.state, now, force=setting.force).read()
    except BaseException:
        history.drop(name)
        raise
    failures = [{"address": one.address, "kind": one.kind, "message": one.message} for one in told.failures]
    history.read(setting.run, name, setting.now().isoformat(), told.listed, failures)
    log.source_read(name, told)
    return told


async def _beating(setting: Setting, work: Work) -> None:
    """From time to time, say that this machine is at work, and hand over what waits."""
    while True:
        await asyncio.sleep(setting.lease.total_seconds() / BEATS)
        now = setting.now()
        with setting.state.transaction():
            until = (now + setting.lease).isoformat()
            setting.state.pages.renew(until)
            setting.state.history.beat(setting.run, now.isoformat(), until)
        work.hand_over()


def _summed_up(setting: Setting, work: Work, read: dict[str, Read | None], stop: Stop) -> Summary:
    """The summary of a run, kept in the state and told to those who watch."""
    state, now = setting.state, setting.now().isoformat()
    sources = {name: _source(read.get(name), work.sums.get(name, Sums())) for name in setting.job.sources}
    waiting, undelivered = state.pages.waiting(now), state.outbox.waiting()
    summary = Summary(
        setting.job.name, setting.run.number, setting.run.started_at, now, sources, waiting, undelivered, stop.signal
    )
    _keep(setting, summary)
    log.ends(summary)
    if setting.job.metrics:
        from scraper.jobs.metrics import write_metrics  # noqa: PLC0415 - few ask for them

        write_metrics(setting.job.metrics, summary, state)
    return summary


def _keep(setting: Setting, summary: Summary) -> None:
    """Add up what came of the fetches, and end the run, if no other machine is still at it."""
    history, now = setting.state.history, setting.now().isoformat()
    with setting.state.alone("run"), setting.state.transaction():
        let_go(setting)
        alone = not history.others(now)
        rows = history.sources()
        for name, source in summary.sources.items():
            if facts := history.facts(name):
                history.add_up(name, added_up(facts, history.sums(name)))
            if source.read and name in rows:
                ever = rows[name]["article_at"] is not None
                empty = empty_runs(rows[name]["empty_runs"], source, ever=ever)
                history.count_empty(name, empty, now if source.sums.articles else None)
        if alone:
            history.end(setting.run, now, summary.exit_code, json.dumps(summary.told(), ensure_ascii=False))
            setting.state.records.age((setting.now() - FAMILY_AGE).isoformat())


def _innermost(error: BaseException) -> BaseException:
    """The first error of a group, or the error."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _source(read: Read | None, sums: Sums) -> SourceSummary:
    if read is None:
        return SourceSummary(sums=sums, read=False)
    return SourceSummary(read.listed, read.due, dict(read.left_out), tuple(read.failures), sums)
