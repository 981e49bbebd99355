"""What a run did, for people, programs and crontabs."""

from __future__ import annotations

import signal
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from scraper.jobs.sums import Sums, total

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCES_FAILED: Final = 3
"""Exit code of a run of which a source failed; what the others gave is done."""
SIGNALLED: Final = 128


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A feed, sitemap or page of a source that could not be read to its end: its address, the kind, and what to do."""

    address: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What a run did with one source.

    `listed` links it gave, of which `due` were fetched or wait to be; `left_out` counts those that were not wanted, by
    reason. `read` is false where another machine read it in this run.
    """

    listed: int = 0
    due: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[SourceFailure, ...] = ()
    sums: Sums = field(default_factory=Sums)
    read: bool = True

    @property
    def diagnosis(self) -> str | None:
        """Why the source failed, and what to do: it could not be read, or nothing that was tried of it; else None."""
        if self.failures:
            first, *others = self.failures
            more = f" (and {len(others)} more)" if others else ""
            return f"{first.address}: {first.message}{more}"
        if self.sums.fetched and self.sums.failed == self.sums.fetched:
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.sums.errors.items()))
            return f"none of the {self.sums.fetched} pages tried could be fetched ({kinds}); see their records"
        return None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: `sources` by name, how many pages still wait, and how many records the outputs have not got yet.

    `signalled` is the number of the signal that ended the run early; what was done until then is kept. `str()` tells it
    in a line, and the failed sources in a line each.
    """

    job: str
    run: int
    started_at: str
    ended_at: str
    sources: Mapping[str, SourceSummary] = field(default_factory=dict)
    waiting: int = 0
    undelivered: int = 0
    signalled: int | None = None

    @property
    def sums(self) -> Sums:
        """What the fetches of all sources came to."""
        return total(source.sums for source in self.sources.values())

    @property
    def new(self) -> int:
        """Number of records that the run wrote."""
        return self.sums.written

    @property
    def listed(self) -> int:
        """Number of links that the sources list; two lists may have the same one."""
        return sum(source.listed for source in self.sources.values())

    @property
    def diagnoses(self) -> dict[str, str]:
        """Why each source that failed did, and what to do."""
        return {name: told for name, source in self.sources.items() if (told := source.diagnosis)}

    @property
    def exit_code(self) -> int:
        """0 where every source did well, 3 where one failed, 130 or 143 where a signal ended the run early."""
        if self.signalled:
            return SIGNALLED + self.signalled
        return SOURCES_FAILED if self.diagnoses else 0

    def told(self) -> dict[str, Any]:
        """This as data for JSON."""
        return {
            "job": self.job,
            "run": self.run,
            "started_at": self.started_at,
            "ended_at": self.ended_at,
            "exit_code": self.exit_code,
            "signal": signal.Signals(self.signalled).name if self.signalled else None,
            "written": self.new,
            "revisions": self.sums.revisions,
            "listed": self.listed,
            "waiting": self.waiting,
            "undelivered": self.undelivered,
            "fetched": self.sums.fetched,
            "outcomes": dict(self.sums.outcomes),
            "errors": dict(self.sums.errors),
            "sources": {name: _source(source) for name, source in self.sources.items()},
        }

    def __str__(self) -> str:
        sums = self.sums
        written = Counter(sums.outcomes)
        counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(written.items()))
        parts = [
            f"{sums.written} written" if sums.written else "nothing new",
            f"{sums.fetched} fetched ({counts})" if sums.fetched else "",
            f"{self.listed} listed",
            f"{sums.skipped['reserved']} reserved and skipped" if sums.skipped.get("reserved") else "",
            f"{self.waiting} left to the next run" if self.waiting else "",
            f"{self.undelivered} not handed over yet" if self.undelivered else "",
        ]
        first = f"{self.job}: {', '.join(filter(None, parts))}"
        return "\n".join((first, *(f"{name}: {told}" for name, told in self.diagnoses.items())))


def _source(source: SourceSummary) -> dict[str, Any]:
    """One source as data for JSON."""
    failures = [{"address": one.address, "kind": one.kind, "message": one.message} for one in source.failures]
    return {
        "listed": source.listed,
        "due": source.due,
        "left_out": dict(source.left_out),
        "diagnosis": source.diagnosis,
        "failures": failures,
        "read": source.read,
        **source.sums.told(),
    }
