"""Every row of the rule table: its hits, its misses, its scope, what becomes of a match, and its speed."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from scraper.article import Block
from scraper.cleaners.clean import clean, rules_version
from scraper.cleaners.rules import RULES, matches
from scraper.cleaners.rules.rule import LONGEST_LINE, SCOPES
from scraper.cleaners.steps import lines
from scraper.draft import Draft
from tests.adversarial import FILLERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scraper.cleaners.rules import Rule

PROSE = Block(
    type="paragraph",
    text="The council of Lower Marling met again and argued about the bridge, which has been closed since the spring "
    "floods took one of its piers away and left the other two leaning.",
)
MANY = (PROSE,) * 8
SMALL, LARGE = LONGEST_LINE - 60, 1_000_000
"""Characters of adversarial lines: all of them just short enough to be looked at whole, and those that took longest."""
SLOWEST = 0.05
"""Seconds that a rule, or a look at all of them, may take for a line."""
ENDS = ("!", " ", "\n!")


def _name(rule: Rule) -> str:
    return f"{rule.name}-{RULES.index(rule)}"


def _lines(attribute: str) -> list[object]:
    return [
        pytest.param(rule, line, id=f"{_name(rule)}: {line[:40]}")
        for rule in RULES
        for line in getattr(rule, attribute)
    ]


every_rule = pytest.mark.parametrize("rule", RULES, ids=_name)
every_hit = pytest.mark.parametrize(("rule", "line"), _lines("hits"))
every_miss = pytest.mark.parametrize(("rule", "line"), _lines("misses"))


def _around(line: str, scope: str) -> Draft:
    """Draft with `line` in the head, in the midst or at the end."""
    block = Block(type="paragraph", text=line)
    return Draft(blocks={"head": (block, *MANY), "any": (*MANY, block, *MANY), "tail": (*MANY, block)}[scope])


@every_rule
def test_row_brings_two_hits_and_two_misses(rule: Rule) -> None:
    assert min(len(set(rule.hits)), len(set(rule.misses))) >= 2


@every_hit
def test_rule_takes_its_hit(rule: Rule, line: str) -> None:
    assert rule.match(line)


@every_miss
def test_no_rule_touches_a_miss(rule: Rule, line: str) -> None:
    del rule
    assert [other.name for other in RULES if other.match(line)] == []


@every_miss
@pytest.mark.parametrize("scope", SCOPES)
def test_cleaning_leaves_a_miss_to_the_letter(rule: Rule, line: str, scope: str) -> None:
    del rule
    draft = _around(line, scope)
    assert clean(draft) == draft


@every_hit
def test_net_lets_no_hit_through_whatever_its_case(rule: Rule, line: str) -> None:
    for spelled in (line, line.upper(), line.lower(), line.title()):
        assert (rule in [found for found, _ in matches(spelled)]) == bool(rule.match(spelled))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("📲 Participe do canal do Marling Post no WhatsApp", ["channel_prompt"]),
        ("➡️ • Newsletter: Sport inside", ["newsletter"]),
        ("🚲" * 600 + "Advertisement", []),
    ],
)
def test_pictographs_before_a_line_hide_nothing_from_whole_line_rules(line: str, names: list[str]) -> None:
    assert [rule.name for rule, _ in matches(line, ("any",))] == names


@every_hit
def test_hit_is_cut_in_its_scope_by_a_rule_of_that_name(rule: Rule, line: str) -> None:
    (cut,) = lines(_around(line, rule.scope))
    assert cut.rule == rule.name
    assert line == (cut.text if cut.rest is None else f"{cut.rest} {cut.text}")


@every_hit
def test_hit_moves_to_the_field_that_its_rule_names(rule: Rule, line: str) -> None:
    cleaned = clean(_around(line, rule.scope))
    said = {
        "agencies": cleaned.agencies,
        "authors": cleaned.authors,
        "credit": tuple(image.credit for image in cleaned.images),
    }
    assert {field for field, value in said.items() if value} == {rule.action} - {"drop"}


@pytest.mark.parametrize(
    ("rule", "line"),
    [case for case in _lines("hits") if case.values[0].scope != "any"],  # type: ignore[attr-defined]
)
def test_rule_with_a_scope_leaves_its_hit_elsewhere(rule: Rule, line: str) -> None:
    elsewhere = "tail" if rule.scope == "head" else "head"
    others = [other.name for other in RULES if other.scope in {elsewhere, "any"} and other.match(line)]
    assert [cut.rule for cut in lines(_around(line, elsewhere))] == others[:1]


@every_rule
def test_rule_takes_no_longer_than_the_line_is_long(rule: Rule) -> None:
    slowest = sorted(((_seconds(rule.match, line), case) for case, line in _adversarial(rule)), reverse=True)[:3]
    assert slowest[0][0] < SLOWEST, slowest[0]
    for _, case in slowest:
        line = _filled(*case, LARGE)
        assert _seconds(rule.match, line) < SLOWEST, case
        assert _seconds(matches.__wrapped__, line) < SLOWEST, case


def _seconds(call: Callable[[str], object], line: str) -> float:
    before = time.thread_time()
    call(line)
    return time.thread_time() - before


def _adversarial(rule: Rule) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Lines that begin like a hit, run on with what may be repeated, and end as no hit does."""
    fragments = [part for hit in rule.hits for part in (hit, f"{hit} ", *re.findall(r"\w+\W*", hit))]
    starts = {hit[: border.start()] for hit in rule.hits for border in re.finditer(r"\b|$", hit)}
    cases = [(start, filler, end) for start in sorted(starts) for filler in FILLERS for end in ENDS]
    cases += [("", filler, end) for filler in dict.fromkeys(fragments) for end in ENDS]
    for case in cases:
        yield case, _filled(*case, SMALL)


def _filled(start: str, filler: str, end: str, size: int) -> str:
    return start + filler * ((size - len(start)) // len(filler)) + end


def test_line_longer_than_a_line_is_no_ones() -> None:
    draft = Draft(blocks=(Block(type="paragraph", text="To view this content, " + "x" * 600),))
    assert lines(draft) == []


@pytest.mark.parametrize("kind", ["code", "table"])
def test_code_and_tables_are_not_lines(kind: str) -> None:
    block = Block.model_validate({"type": kind, "text": "{{ article.title }}"})
    assert lines(Draft(blocks=(block,))) == []


def test_rules_version_is_short_and_stable() -> None:
    assert re.fullmatch("[0-9a-f]{12}", rules_version())
    assert rules_version() == rules_version()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_takes_an_empty_line(rule: Rule) -> None:
    assert rule.match("") is None
