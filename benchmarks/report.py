"""What the benchmark prints: tables that fit 80 columns."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from benchmarks.contestants import LABELS, OURS
from benchmarks.quality import floors_of
from benchmarks.speed import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.quality import RecordCheck

COUNTS = frozenset({"pages", "missing", "empty"})
"""What `score.py` counts, where all else is a mean from 0 to 1."""
OURS_ALONE = frozenset({"state", "restricted", "delivered", "outcome"})
"""What no peer says: a figure of its silence would mean nothing."""
MOST_LISTED = 5
BODY = ("shingle_f1", "precision", "recall", "para_f1")
"""What `score.py` says of a body."""


def figures_table(set_name: str, figures: Mapping[str, Mapping[str, float]]) -> Table:
    """Figures of a set: a row for each, a column for each contestant, and the floor ours must reach."""
    ours, floors = figures[OURS.name], floors_of(set_name)
    table = _table(
        f"{set_name} ({ours['pages']:.0f} pages)",
        "figure",
        *map(LABELS.__getitem__, figures),
        *(("floor", "") if floors else ()),
    )
    for name in sorted(ours.keys() - {"pages", "missing"}, key=lambda name: (name in COUNTS, list(ours).index(name))):
        floor = floors[name].value(figures) if name in floors else None
        cells = (_figure(name, found[name] if _says(who, name) else None) for who, found in figures.items())
        table.add_row(name, *cells, *(_verdict(ours[name], floor) if floors else ()))
    return table


def ablation_table(name: str, figures: Mapping[str, Mapping[str, float]]) -> Table:
    """Figures of a set's body, a row for each way of reading."""
    shown = [figure for figure in BODY if any(figure in found for found in figures.values())]
    table = _table(f"{name}: what each part buys", "", *shown)
    for way, found in figures.items():
        table.add_row(way.partition(" ")[2], *(_figure(figure, found.get(figure)) for figure in shown))
    return table


def worst_lines(set_name: str, pages: Sequence[str]) -> Iterator[str]:
    """The pages whose body fits worst: share of their 4-grams that agree, and id."""
    if pages:
        yield f"{set_name}: worst bodies of {OURS.name}"
    yield from (f"  {page}" for page in pages)


def record_lines(checks: Mapping[str, RecordCheck]) -> Iterator[str]:
    """Whether our records are valid, what came out, and the first of whatever is wrong."""
    count = sum(check.count for check in checks.values())
    faults = [fault for check in checks.values() for fault in check.faults]
    errors = [error for check in checks.values() for error in check.errors]
    yield f"Records: {count}; against the schema: {len(faults) or 'no'} faults; outcome error: {len(errors)}"
    yield from (f"  {line}" for line in (*faults[:MOST_LISTED], *errors[:MOST_LISTED]))
    for set_name, check in checks.items():
        outcomes = ", ".join(f"{number} {name}" for name, number in sorted(check.outcomes.items()))
        yield f"  {set_name}: {outcomes}"


def speed_table(rounds: Sequence[Mapping[str, float]], pages: int) -> Table:
    """Pages a CPU second of each, and our speed as a multiple of its: median of the rounds, least and most."""
    title = f"Speed: {pages} fundus pages, turn by turn in one process; rounds: {len(rounds)}"
    table = _table(title, "", "pages a CPU second", f"{OURS.name} ÷ it", "least", "most")
    for name in rounds[0]:
        rate = pages / median(spent[name] for spent in rounds)
        found = ratios(rounds, OURS.name, name)
        compared = ["" if name == OURS.name else f"{of(found):.2f}" for of in (median, min, max)]
        table.add_row(name, f"{rate:.1f}", *compared)
    return table


def _table(title: str, first: str, *rest: str) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        title=Text(title),
        title_justify="left",
        title_style="bold",
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    table.add_column(first, no_wrap=True)
    for name in rest:
        table.add_column(name, justify="right", overflow="fold")
    return table


def _says(contestant: str, figure: str) -> bool:
    return contestant == OURS.name or figure not in OURS_ALONE


def _figure(name: str, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if name in COUNTS else f"{value:.4f}"


def _verdict(ours: float, floor: float | None) -> tuple[str, str]:
    if floor is None:
        return "", ""
    return f"{floor:.4f}", "met" if ours >= floor else "NOT"
