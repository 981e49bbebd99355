"""How a job and its sources fare, read from its state."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from scraper.jobs.advice import day, span
from scraper.jobs.health import IN_A_ROW, Health, Past, added_up, judged
from scraper.jobs.sums import Sums
from scraper.jobs.wanted import moment
from scraper.stores.history import LEASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from scraper.stores.database import Row
    from scraper.stores.state import State

RUNS: Final = 20
"""Runs that are told of."""
LATE: Final = 3
"""Times the usual time from run to run, after which a job is late."""
LEAST_LATE: Final = timedelta(hours=1)
FLAGGED: Final = 3
"""Exit code where something is flagged."""


@dataclass(frozen=True, slots=True)
class RunTold:
    """A run: `state` is `done`, `running`, or `broken off` where it ended without a word (killed, or by an error).

    What it did is None until it is done.
    """

    run: int
    state: str
    started_at: str
    seconds: float | None = None
    exit_code: int | None = None
    fetched: int | None = None
    written: int | None = None
    failed_sources: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """This as data for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Status:
    """How a job fares: `flags` on the job itself, its last `runs` (the newest first), its `sources`, the worst first.

    `waiting` pages are due, `undelivered` records have not reached the outputs.
    """

    job: str
    at: str
    flags: tuple[str, ...] = ()
    runs: tuple[RunTold, ...] = ()
    sources: tuple[Health, ...] = ()
    waiting: int = 0
    undelivered: int = 0

    @property
    def flagged(self) -> tuple[Health, ...]:
        """Sources that somebody should look at."""
        return tuple(health for health in self.sources if health.flags)

    @property
    def exit_code(self) -> int:
        """0 where all is well, 3 where the job or a source is flagged."""
        return FLAGGED if self.flags or self.flagged else 0

    def told(self) -> dict[str, Any]:
        """This as data for JSON."""
        return {
            "job": self.job,
            "at": self.at,
            "exit_code": self.exit_code,
            "flags": list(self.flags),
            "flagged_sources": [health.source for health in self.flagged],
            "waiting": self.waiting,
            "undelivered": self.undelivered,
            "runs": [run.told() for run in self.runs],
            "sources": [health.told() for health in self.sources],
        }


def status(job: str, sources: Iterable[str], state: State | None, now: datetime) -> Status:
    """How `job` and its `sources` fare at `now`; `state` is None where it was never run."""
    if state is None:
        return Status(job, now.isoformat(), sources=tuple(Health(name, "new") for name in sorted(sources)))
    with state.transaction():
        rows = state.history.runs(RUNS)
        times = state.history.times()
        healths = judge_all(sources, state)
        waiting, undelivered = state.pages.waiting(now.isoformat()), state.outbox.waiting()
    runs = tuple(_run(row, now) for row in rows)
    flags = tuple(_flags(runs, list(times.values())[-RUNS:], now))
    return Status(job, now.isoformat(), flags, runs, tuple(healths), waiting, undelivered)


def judge_all(sources: Iterable[str], state: State) -> list[Health]:
    """How each of `sources` fares, the worst first. Within a transaction."""
    rows, times = state.history.sources(), state.history.times()
    pasts = (_past(name, rows.get(name, {}), times, state) for name in sources)
    return sorted(map(judged, pasts), key=lambda health: health.rank)


def _past(source: str, row: Mapping[str, Any], times: Mapping[int, str], state: State) -> Past:
    """What is kept of a source, with what the run under way has fetched so far."""
    before = state.history.sums(source)
    kept = {**before, **added_up(state.history.facts(source), before)}
    runs = [(times.get(run), Sums.read(told)) for run, told in sorted(kept.items()) if told is not None]
    began = [at for run, at in times.items() if run <= row.get("run", 0)]
    return Past(source, row, runs, began, state.history.example(source))


def _run(row: Row, now: datetime) -> RunTold:
    began, ended, beat = (moment(row[name]) for name in ("started_at", "ended_at", "beat_at"))
    if not (began and ended):
        alive = beat is not None and now - beat < LEASE
        return RunTold(row["run"], "running" if alive else "broken off", row["started_at"])
    told = json.loads(row["summary"] or "{}")
    failed = tuple(name for name, source in told.get("sources", {}).items() if source.get("diagnosis"))
    return RunTold(
        row["run"],
        "done",
        row["started_at"],
        (ended - began).total_seconds(),
        row["exit_code"],
        told.get("fetched"),
        told.get("written"),
        failed,
    )


def _flags(runs: Sequence[RunTold], began: Sequence[str], now: datetime) -> Iterable[str]:
    """What is wrong with the job itself."""
    past = [run for run in runs if run.state != "running"]
    broken = list(takewhile(lambda run: run.state == "broken off", past))
    if len(broken) >= IN_A_ROW:
        yield (
            f"the last {len(broken)} runs broke off (killed, or ended by an error); run it by hand, and see what it "
            "says"
        )
    starts = [at for one in began if (at := moment(one))]
    if len(starts) <= IN_A_ROW or runs[0].state == "running":
        return
    usual = timedelta(seconds=median((later - one).total_seconds() for one, later in pairwise(starts)))
    if now - starts[-1] > max(LEAST_LATE, LATE * usual):
        yield (
            f"no run since {day(began[-1])}, {span(now - starts[-1])} ago; they came every {span(usual)}: see "
            "whether cron still starts it"
        )
