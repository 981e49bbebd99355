"""What a run would fetch: the sources are read, and nothing is kept."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scraper.fetchers.client import Fetcher, Wiring
from scraper.jobs.sources import Reader
from scraper.stores.state import try_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scraper.config import Job
    from scraper.jobs.sources import Read
    from scraper.stores.pages import Task

ALL: Final = 10**9


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do: pages in the order in which they would be fetched, and what was read of each source."""

    job: Job
    tasks: tuple[Task, ...]
    read: Mapping[str, Read]

    def lines(self) -> Iterator[str]:
        """The plan for people: a line a source, and below it a line a page."""
        for name, read in self.read.items():
            due = [task for task in self.tasks if task.source == name]
            left_out = "".join(f", {count} {reason}" for reason, count in sorted(read.left_out.items()))
            limit = self.job.sources[name].limit
            most = f", {limit} of them in a run" if limit is not None and limit < len(due) else ""
            yield f"{name}: {read.listed} listed{left_out}; {len(due)} to fetch{most}"
            for failure in read.failures:
                yield f"  failed   {failure.address}: {failure.message}"
            for task in due:
                yield f"  {_why(task):<8} {task.url}{f' | {task.title}' if task.title else ''}"
        if self.job.limit is not None and self.job.limit < len(self.tasks):
            yield f"{self.job.name}: {self.job.limit} of {len(self.tasks)} in a run"


def plan(job: Job, *, force: bool = False, wiring: Wiring | None = None) -> Plan:
    """What a run of `job` would do now; `force` and `wiring` as in `run`. Its sources are asked, and nothing is kept.

    Raises ConfigError for a fault in the job, OutputError where its state cannot be read.
    """
    return asyncio.run(_plan(job, force=force, wiring=wiring or Wiring()))


async def _plan(job: Job, *, force: bool, wiring: Wiring) -> Plan:
    now = wiring.clock.now()
    moment = now.isoformat()
    settings = job.fetch.model_copy(update={"warc": None, "cache": None})
    with try_out(job.state_at, job.name) as state:
        async with Fetcher(settings, wiring=wiring) as fetcher:
            fetcher.pace.keep(state.pages.holds())
            readers = {name: Reader(name, one, fetcher, state, now, force=force) for name, one in job.sources.items()}
            read = dict(zip(readers, await asyncio.gather(*(one.read() for one in readers.values())), strict=True))
        sites = state.pages.lease(moment, moment, moment, ALL)
        return Plan(job, tuple(state.pages.due(sites, moment, moment, each=ALL)), read)


def _why(task: Task) -> str:
    if task.fetched_at is None:
        return "new"
    return "retry" if task.failures else "again"
