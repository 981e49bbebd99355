"""The table of line rules. Adding a rule is adding a row, with lines it must hit and look-alikes it must leave.

The rows are tried in their order and the first that matches a line takes it. Patterns are anchored and have bounded
gaps, so that a sentence that merely begins like a promo line is never taken; they look at so many characters of a line
and no more, so that none takes long.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scraper.cleaners.rules import furniture, notes, offers, pointers, prompts, signatures, stamps
from scraper.cleaners.rules.rule import LONGEST_LINE, Rule, end_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

RULES: tuple[Rule, ...] = (
    *stamps.ROWS,
    *signatures.ROWS,
    *notes.ROWS,
    *pointers.ROWS,
    *offers.ROWS,
    *prompts.ROWS,
    *furniture.ROWS,
)


@lru_cache(maxsize=256)
def matches(line: str) -> Sequence[tuple[Rule, re.Match[str]]]:
    """Rules that match `line`, in their order, with what they match; lines are looked at until nothing is cut."""
    rules = (RULES[place] for place in sorted(_caught(line)))
    return tuple((rule, found) for rule in rules if (found := rule.match(line)))


def _caught(line: str) -> Iterator[int]:
    """Places in the table of the rules whose net catches `line`: all that may match it, and some that do not."""
    if len(line) <= LONGEST_LINE:
        folded = _folded(line)
        yield from _WHOLE if _WHOLE_NET.fullmatch(folded) else ()
        yield from _NEAR if any(map(folded.__contains__, _LETTERS)) else ()
    yield from _ENDS if _ENDS_NET.search(_folded(line[end_of(line) :])) else ()


def _places(wanted: Callable[[Rule], bool]) -> tuple[int, ...]:
    return tuple(place for place, rule in enumerate(RULES) if wanted(rule))


def _net(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches every folded line that any of `patterns` does: most are prose, and one look tells.

    Without the flag IGNORECASE the engine passes over a branch by its first letter.
    """
    branches = (_GROUP.sub("(?:", pattern) for pattern in patterns)
    return re.compile("|".join(f"(?:{_LITERALS.sub(lambda found: _folded(found[0]), branch)})" for branch in branches))


def _folded(text: str) -> str:
    """Text in the letters that IGNORECASE takes for the same, one for one."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ς", "σ")


_LITERALS = re.compile(r"(?<!\\)[^\\]+")
_GROUP = re.compile(r"\(\?P<\w+>")
_WHOLE: Final = _places(lambda rule: rule.part == "line" and not rule.near)
_NEAR: Final = _places(lambda rule: bool(rule.near))
_ENDS: Final = _places(lambda rule: rule.part == "end")
_WHOLE_NET: Final = _net(RULES[place].pattern.pattern for place in _WHOLE)
_ENDS_NET: Final = _net(RULES[place].pattern.pattern for place in _ENDS)
_LETTERS: Final = tuple(dict.fromkeys(_folded(letters) for place in _NEAR for letters in RULES[place].near))

__all__ = ["LONGEST_LINE", "RULES", "Rule", "matches"]
