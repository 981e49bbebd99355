"""The table of line rules. Adding a rule is adding a row, with lines it must hit and look-alikes it must leave.

The rows are tried in their order and the first that matches a line takes it. Patterns are anchored and have bounded
gaps, so that a sentence that merely begins like a promo line is never taken; they look at so many characters of a line
and no more, so that none takes long.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scraper.cleaners.rules import furniture, pointers, prompts, signatures, stamps
from scraper.cleaners.rules.rule import LONGEST_LINE, Rule, end_of

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES: tuple[Rule, ...] = (*stamps.ROWS, *signatures.ROWS, *pointers.ROWS, *prompts.ROWS, *furniture.ROWS)


@lru_cache(maxsize=256)
def matches(line: str) -> Sequence[tuple[Rule, re.Match[str]]]:
    """Rules that match `line`, in their order, with what they match; lines are looked at until nothing is cut."""
    rules = (*(_WHOLE if _is_whole(line) else ()), *(_ENDS if _ENDS_NET.search(line, end_of(line)) else ()))
    return tuple((rule, found) for rule in sorted(rules, key=_PLACE.__getitem__) if (found := rule.match(line)))


def _is_whole(line: str) -> bool:
    return len(line) <= LONGEST_LINE and _WHOLE_NET.fullmatch(line) is not None


def _net(rules: Sequence[Rule]) -> re.Pattern[str]:
    """One pattern that matches what any of the rules does: most lines are prose, and one look tells."""
    return re.compile("|".join(f"(?i:{_GROUP.sub('(?:', rule.pattern.pattern)})" for rule in rules))


_GROUP = re.compile(r"\(\?P<\w+>")
_PLACE: Final = {rule: place for place, rule in enumerate(RULES)}
_WHOLE: Final = tuple(rule for rule in RULES if rule.part == "line")
_ENDS: Final = tuple(rule for rule in RULES if rule.part == "end")
_WHOLE_NET: Final = _net(_WHOLE)
_ENDS_NET: Final = _net(_ENDS)

__all__ = ["LONGEST_LINE", "RULES", "Rule", "matches"]
