"""What `scraper rules` shows: the rules, steps and roles that `removed` names, and what the rules make of a line."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from rich.markup import escape
from rich.table import Table

from scraper.cleaners import plain
from scraper.cleaners.rules import RULES, matches
from scraper.cleaners.steps import TEXT_STEPS
from scraper.cli.entry import printable
from scraper.extractors.roles import Role

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from scraper.cleaners.rules import Rule

PLACES: Final = {"head": "in the head", "any": "anywhere", "tail": "in the tail"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list: a rule of the table, a step, or a role that markup gives (`structure`).

    `hits` are lines that a rule takes, `misses` lines it leaves; `about` tells the others in words.
    """

    kind: Literal["rule", "step", "structure"]
    name: str
    scope: str = "any"
    part: str = "line"
    action: str = "drop"
    about: str | None = None
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule makes of a line: what it cuts, what stays, and the `value` that moves to the field `action`."""

    rule: str
    scope: str
    part: str
    action: str
    cut: str
    rest: str | None
    value: str | None


def rows() -> Iterator[Row]:
    """All that `removed` may name: the rules in the order in which they are tried, then steps, then roles."""
    for rule in RULES:
        yield Row("rule", rule.name, rule.scope, rule.part, rule.action, hits=rule.hits, misses=rule.misses)
    for step in TEXT_STEPS:
        yield Row("step", step.name, step.scope, about=step.about)
    for role in get_args(Role):
        yield Row("structure", f"structure:{role}", about=f"a box called {role.replace('_', ' ')}")


def verdicts(line: str) -> tuple[Verdict, ...]:
    """Verdicts of the rules that match a line of text, in the order in which they are tried, each once."""
    found = (_verdict(rule, found) for block in plain.read(line).blocks for rule, found in matches(block.text))
    return tuple(dict.fromkeys(found))


def _verdict(rule: Rule, found: re.Match[str]) -> Verdict:
    rest = found.string[: found.start()].rstrip() or None
    value = found.groupdict().get("value") if rule.action != "drop" else None
    return Verdict(rule.name, rule.scope, rule.part, rule.action, found[0].strip(), rest, value and value.strip())


def table() -> Table:
    """The list as a table that fits a terminal of 80 columns."""
    told = [
        (row.name, row.scope, row.part, "" if row.action == "drop" else row.action, row.about or row.hits[0])
        for row in rows()
    ]
    shown = Table(box=None, pad_edge=False, expand=True)
    for column, title in enumerate(("rule", "where", "part", "becomes")):
        shown.add_column(title, no_wrap=True, width=max(len(cells[column]) for cells in ((title,) * 4, *told)))
    shown.add_column("takes, for example", no_wrap=True, ratio=1)
    for cells in told:
        shown.add_row(*map(escape, cells))
    return shown


def told(line: str) -> Iterator[str]:
    """Lines that say what the rules make of `line`."""
    yield printable(line)
    found = verdicts(line)
    if not found:
        yield "  no rule takes it"
    for verdict in found:
        what = "its end" if verdict.rest else "it"
        yield f"  {verdict.rule} takes {what}, {PLACES[verdict.scope]}: {verdict.cut}"
        if verdict.rest:
            yield f"    stays: {verdict.rest}"
        if verdict.value:
            yield f"    {verdict.action}: {verdict.value}"


def as_json(lines: Iterable[str] | None = None) -> Iterator[str]:
    """The list, or what the rules make of each of `lines`, as JSON lines."""
    values = (
        map(asdict, rows())
        if lines is None
        else ({"line": line, "taken_by": [asdict(verdict) for verdict in verdicts(line)]} for line in lines)
    )
    return (json.dumps(value, ensure_ascii=False) for value in values)


def given(lines: Iterable[str]) -> Iterator[str]:
    """Lines given as arguments; `-` stands for those of standard input."""
    for line in lines:
        yield from (found.rstrip("\r\n") for found in sys.stdin) if line == "-" else (line,)
