"""How sources fare: from what their fetches came to, run by run, to what a person should look at."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import timedelta
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from scraper.jobs.health import advice
from scraper.jobs.health.drift import Change, drift
from scraper.jobs.sums import Sums, total
from scraper.jobs.wanted import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from scraper.jobs.summary import SourceSummary

Word: TypeAlias = Literal["failing", "empty", "drifting", "quiet", "well", "new"]

ORDER: Final[tuple[Word, ...]] = ("failing", "empty", "drifting", "quiet", "new", "well")
"""States of sources, the worst first."""
IN_A_ROW: Final = 3
"""Runs in a row after which a source that fails or gives nothing is flagged."""
TRIED: Final = 3
"""Pages that must have been tried for nothing, where none of them is new, before a run counts as empty."""
LUCK: Final = 0.01
"""Probability below which it is not taken for chance that none of the pages tried was an article."""
WEEK: Final = timedelta(days=7)
CALM: Final = timedelta(days=3)
"""Time without a new article that is quiet in no source."""
CALMER: Final = 3
"""Times the longest time without a new article so far, after which a source is quiet."""
GAPS: Final = 10
"""Times without a new article that must have been seen, to tell how long they are."""
WEEKS: Final = 3
"""Weeks that a source must have been read, to tell how much it gives in one."""
USUAL: Final = 28
"""New articles a week, below which a source may give few of them by chance."""
FEW: Final = 0.25
"""Share of its usual articles, at or below which the last week of a source was a poor one."""
MEMORY: Final = timedelta(days=60)
"""Time for which the past is what the present is compared with: a change is flagged for some 40 days, then it is how
the source is.
"""
ENOUGH: Final = 300
"""Articles that the present is compared with at least, however long ago they were."""
KEPT: Final = 200
"""Runs of a source that are kept each by itself; older ones are put together, `BLOCK` articles at least."""
BLOCK: Final = 20
BLOCKS: Final = 150


@dataclass(frozen=True, slots=True)
class Past:
    """What is kept of a source: its `row`, and what its runs came to, each with its beginning, the oldest first.

    `began` are the beginnings of the runs of the job, `example` is the address of its last article.
    """

    source: str
    row: Mapping[str, Any] = field(default_factory=dict)
    runs: Sequence[tuple[str | None, Sums]] = ()
    began: Sequence[str] = ()
    example: str | None = None

    @property
    def read_at(self) -> datetime | None:
        """When the source was read last: its silence ends there, since a job that is not run tells nothing of it."""
        return moment(self.row.get("read_at"))


@dataclass(frozen=True, slots=True)
class Health:
    """How a source fares: in one word, and in sentences on which a person should act (`flags`) or which he may know.

    `ok_at` is when all of the source could be read last, `article_at` when it gave an article, `new_at` when it gave
    one not met before. `listed` links it gave last. `week` is what its fetches of the last seven days came to, `usual`
    how many new articles it gave a week before (None: too little is known). `failures` are those of its last reading,
    `changes` every measure against its past.
    """

    source: str
    state: Word
    flags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    read_at: str | None = None
    ok_at: str | None = None
    article_at: str | None = None
    new_at: str | None = None
    listed: int = 0
    empty_runs: int = 0
    week: Sums = field(default_factory=Sums)
    usual: float | None = None
    failures: tuple[Mapping[str, str], ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def rank(self) -> tuple[bool, int, str]:
        """Sorts the worst first."""
        return not self.flags, ORDER.index(self.state), self.source

    def told(self) -> dict[str, Any]:
        """This as data for JSON."""
        return asdict(self) | {"week": self.week.told()}


def judged(past: Past) -> Health:
    """How a source fares, by what is kept of it."""
    row = past.row
    if not row or not row["run"]:
        return Health(past.source, "new")
    changes = drift(_compared(past))
    state, flags, notes = _verdict(past, changes)
    return Health(
        past.source,
        state,
        flags,
        notes,
        read_at=row["read_at"],
        ok_at=row["ok_at"],
        article_at=row["article_at"],
        new_at=_new_at(past),
        listed=row["listed"],
        empty_runs=row["empty_runs"],
        week=total(sums for _, sums in _week(past)),
        usual=_usual(past),
        failures=tuple(row["failures"]),
        changes=changes,
    )


def _compared(past: Past) -> list[Sums]:
    """What the runs came to in which drift is looked for, the oldest first."""
    since, articles, found = past.read_at and past.read_at - MEMORY, 0, list[Sums]()
    for began, sums in reversed(past.runs):
        at = moment(began)
        if articles >= ENOUGH and since and (at is None or at < since):
            break
        articles += sums.articles
        found.append(sums)
    return found[::-1]


def _verdict(past: Past, changes: Sequence[Change]) -> tuple[Word, tuple[str, ...], tuple[str, ...]]:
    """The state of a source with its flags and notes; what makes it fail or empty also makes it quiet or drift."""
    failing, failed = _failing(past)
    if failed:
        return "failing", *((failed, ()) if failing else ((), failed))
    if empty := _empty(past):
        return "empty", (empty,), ()
    drifted = tuple(advice.drifted(changes, past.example))
    quiet = _quiet(past)
    flags = (*drifted, *((quiet,) if quiet else ()))
    state: Word = "drifting" if drifted else "quiet" if quiet else "well"
    return state, flags, ()


def _failing(past: Past) -> tuple[bool, tuple[str, ...]]:
    """What of a source fails, and whether it has failed so often that somebody should look."""
    if past.row["failures"]:
        runs = _unread(past)
        return runs >= IN_A_ROW, tuple(advice.unread(past.row["failures"], past.row["ok_at"], runs))
    vain, empty = _in_vain(past), past.row["empty_runs"]
    tried = total(vain)
    # One broken page that is tried again and again is no fault of its source: such runs are not counted as empty.
    many = empty > 1 or (empty and max((sums.fetched for sums in vain), default=0) >= TRIED)
    if many and tried.failed == tried.fetched >= TRIED:
        return empty >= IN_A_ROW, (advice.unfetched(tried, len(vain)),)
    return False, ()


def _unread(past: Past) -> int:
    """Runs in a row in which something of a source could not be read."""
    if (ok_at := moment(past.row["ok_at"])) is None:
        return max(1, int(past.row["empty_runs"]), len(past.runs))
    return sum(int((moment(began) or ok_at) > ok_at) for began in past.began)


def _empty(past: Past) -> str | None:
    """What to do about a source that gave nothing, run after run; None where it did, or had little chance to.

    One link that is no article is no sign, where those of the source often are none: how likely that is tells its own
    past.
    """
    runs = past.row["empty_runs"]
    if runs < IN_A_ROW:
        return None
    if not past.row["listed"]:
        return advice.unlisted(runs, past.row["article_at"])
    vain = _in_vain(past)
    tried, before = total(vain), total(sums for _, sums in past.runs[: len(past.runs) - len(vain)])
    usual = (before.articles + 0.5) / (before.fetched - before.outcomes.get("unchanged", 0) + 1)
    if before.articles and (1 - min(usual, 0.99)) ** tried.fetched > LUCK:
        return None
    return advice.fruitless(tried, runs, past.row["article_at"])


def _in_vain(past: Past) -> list[Sums]:
    """What the last runs came to that tried pages, none of which was an article."""
    return list(takewhile(_fruitless, (sums for _, sums in reversed(past.runs))))


def _fruitless(sums: Sums) -> bool:
    return not sums.articles and "unchanged" not in sums.outcomes


def _quiet(past: Past) -> str | None:
    """What to know of a source that gives nothing new for much longer than it ever did, or far fewer than usual."""
    read_at, news = past.read_at, [at for began, sums in past.runs if sums.new and (at := moment(began))]
    gaps = [later - one for one, later in pairwise(news)]
    if read_at and len(gaps) >= GAPS and read_at - news[-1] > max(CALM, CALMER * max(gaps)):
        return advice.silent(read_at - news[-1], max(gaps))
    usual, week = _usual(past), total(sums for _, sums in _week(past)).new
    if usual is not None and usual >= USUAL and week <= usual * FEW:
        return advice.poor(week, usual)
    return None


def _week(past: Past) -> list[tuple[str | None, Sums]]:
    """The runs of the seven days before the source was read last."""
    since = past.read_at and past.read_at - WEEK
    return [(began, sums) for began, sums in past.runs if since and (at := moment(began)) and at > since]


def _usual(past: Past) -> float | None:
    """New articles a week, before the last one; what the first run found had gathered before."""
    week, first = len(_week(past)), next((at for began, _ in past.runs if (at := moment(began))), None)
    if not first or not past.read_at or (span := past.read_at - WEEK - first) < WEEKS * WEEK:
        return None
    return sum(sums.new for _, sums in past.runs[1 : len(past.runs) - week]) / (span / WEEK)


def _new_at(past: Past) -> str | None:
    return next((began for began, sums in reversed(past.runs) if sums.new), None)


def added_up(
    facts: Iterable[tuple[int, Mapping[str, Any]]], before: Mapping[int, Mapping[str, Any]]
) -> dict[int, dict[str, Any] | None]:
    """Sums by run, of `facts` (each with its run) and of what was added up `before`; only runs of which they change.

    Where there are more than `KEPT`, the oldest are put together, so that the past of a source reaches back for months
    and yet takes little room; those that went into others are None.
    """
    runs: dict[int, list[Sums]] = {}
    for run, told in facts:
        runs.setdefault(run, [Sums.read(before[run])] if run in before else []).append(Sums.read(told))
    added = {run: total(sums).told() for run, sums in runs.items()}
    return {**added, **_thinned({**before, **added})} if added else {}


def _thinned(sums: Mapping[int, Mapping[str, Any]]) -> dict[int, dict[str, Any] | None]:
    """How the sums of runs change, so that there are no more of them than are kept."""
    old = sorted(sums)[:-KEPT]
    blocks: list[tuple[int, Sums]] = []
    for run in old:
        one = Sums.read(sums[run])
        if blocks and blocks[-1][1].articles < BLOCK:
            one = total((blocks.pop()[1], one))
        blocks.append((run, one))
    kept = {run: one.told() for run, one in blocks[-BLOCKS:]}
    return {run: kept.get(run) for run in old if kept.get(run) != sums[run]}


def empty_runs(before: int, source: SourceSummary, *, ever: bool = True) -> int:
    """Runs in a row in which a source gave nothing, after this one.

    It gave nothing where it listed nothing, or nothing that was tried of it was an article. A run that found nothing
    new in it does not count, unless it has not `ever` given an article; nor does one that only tried again a page or
    two that had failed.
    """
    if source.sums.articles:
        return 0
    answered = source.sums.fetched and "unchanged" not in source.sums.outcomes
    if not source.listed or (answered and (source.due or source.sums.fetched >= TRIED)):
        return before + 1
    return before if ever or not before else before + 1
