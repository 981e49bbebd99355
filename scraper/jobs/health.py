"""How sources fare: from what their fetches came to, run by run, to what a person should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scraper.jobs.sums import Sums, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scraper.jobs.summary import SourceSummary


def added_up(facts: Iterable[tuple[int, Mapping[str, Any]]], before: Mapping[int, Mapping[str, Any]]) -> dict[int, Any]:
    """Sums by run, of `facts` (each with its run) and of what was added up `before`; only runs that have facts."""
    runs: dict[int, list[Sums]] = {}
    for run, told in facts:
        runs.setdefault(run, [Sums.read(before[run])] if run in before else []).append(Sums.read(told))
    return {run: total(sums).told() for run, sums in runs.items()}


def empty_runs(before: int, source: SourceSummary) -> int:
    """Runs in a row in which a source gave nothing, after this one.

    It gave nothing where it listed nothing, or nothing that was tried of it was an article. A run that found nothing
    new in it does not count.
    """
    if not source.listed or (
        source.sums.fetched and not source.sums.articles and "unchanged" not in source.sums.outcomes
    ):
        return before + 1
    return 0 if source.sums.articles else before
