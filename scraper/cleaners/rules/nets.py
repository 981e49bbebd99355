"""Nets: what tells at one look that no rule of a scope matches a line, as for nearly all lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from scraper.cleaners.rules.rule import LONGEST_LINE, end_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scraper.cleaners.rules.rule import Rule


class Net(NamedTuple):
    """The rules of a scope in three lots, by their numbers, each with what every line that one of them matches shows.

    `whole` are whole-line rules and `head` a pattern of such a line; `ends` those of a line's end, which `end` matches;
    `gapped` those of either kind that letters tell, each with its own; `letters` are all of these.
    """

    whole: tuple[int, ...]
    head: re.Pattern[str]
    gapped: tuple[tuple[int, tuple[str, ...]], ...]
    letters: tuple[str, ...]
    ends: tuple[int, ...]
    end: re.Pattern[str]

    def caught(self, line: str) -> Iterator[int]:
        """Numbers of the rules that may match `line`: all that do, and some that do not."""
        letters = folded(line if len(line) <= LONGEST_LINE else line[end_of(line) :])
        yield from self.whole if len(line) <= LONGEST_LINE and self.head.fullmatch(letters) else ()
        if any(map(letters.__contains__, self.letters)):
            yield from (number for number, near in self.gapped if any(map(letters.__contains__, near)))
        yield from self.ends if self.ends and self.end.search(letters, end_of(letters)) else ()


def net(rules: Mapping[int, Rule]) -> Net:
    """Net of `rules`, by their numbers."""
    whole = [number for number, rule in rules.items() if rule.part == "line" and not rule.near]
    gapped = [(number, tuple(map(folded, rule.near))) for number, rule in rules.items() if rule.near]
    ends = [number for number, rule in rules.items() if rule.part == "end" and not rule.near]
    return Net(
        tuple(whole),
        _any_of(rules[number].pattern.pattern for number in whole),
        tuple(gapped),
        tuple(dict.fromkeys(letters for _, near in gapped for letters in near)),
        tuple(ends),
        _any_of(rules[number].pattern.pattern for number in ends),
    )


def folded(text: str) -> str:
    """Text in the letters that IGNORECASE takes for the same, one for one."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ς", "σ")


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches, folded, what any of `patterns` matches whatever the case.

    Without the flag IGNORECASE the engine passes over a branch by its first letter.
    """
    branches = (_GROUP.sub("(?:", pattern) for pattern in patterns)
    return re.compile("|".join(f"(?:{_LITERALS.sub(lambda found: folded(found[0]), branch)})" for branch in branches))


_LITERALS = re.compile(r"(?<!\\)[^\\]+")
_GROUP = re.compile(r"\(\?P<\w+>")
