"""Speed: contestants on the same pages, turn by turn in one process, so that both meet the same machine."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trafilatura.meta import reset_caches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.contestants import Extract

WARM_UP = 10
"""Pages that each reads before the clock runs: models load, patterns compile."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the run."""

    html: str
    url: str | None


def race(
    runners: Mapping[str, Extract], pages: Sequence[Page], rounds: int, advance: Callable[[], None]
) -> list[dict[str, float]]:
    """CPU seconds of each runner over all pages, round by round; `advance` is called once a page.

    All runners read a page before any reads the next, and who begins changes from page to page: what one leaves
    in a cache serves the others as often as theirs serves it.
    """
    for page in pages[:WARM_UP]:
        _turn(runners, page)
    return [_round(runners, pages, advance) for _ in range(rounds)]


def ratios(rounds: Sequence[Mapping[str, float]], ours: str, other: str) -> list[float]:
    """How many pages `ours` does while `other` does one, round by round."""
    return [spent[other] / spent[ours] for spent in rounds]


def _round(runners: Mapping[str, Extract], pages: Sequence[Page], advance: Callable[[], None]) -> dict[str, float]:
    reset_caches()
    gc.collect()
    order = list(runners)
    spent = dict.fromkeys(order, 0.0)
    for number, page in enumerate(pages):
        first = number % len(order)
        times = _turn({name: runners[name] for name in (*order[first:], *order[:first])}, page)
        spent = {name: spent[name] + times[name] for name in order}
        advance()
    return spent


def _turn(runners: Mapping[str, Extract], page: Page) -> dict[str, float]:
    return {name: _cpu_time(run, page) for name, run in runners.items()}


def _cpu_time(run: Extract, page: Page) -> float:
    start = time.process_time()
    run(page.html, page.url)
    return time.process_time() - start
