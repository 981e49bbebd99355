"""The table of line rules. Adding a rule is adding a row, with lines it must hit and look-alikes it must leave.

The rows are tried in their order and the first that matches a line takes it. Patterns are anchored and have bounded
gaps, so that a sentence that merely begins like a promo line is never taken; they look at so many characters of a line
and no more, so that none takes long.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scraper.cleaners.rules import (
    bios,
    channels,
    furniture,
    money,
    notes,
    offers,
    pictures,
    pointers,
    prompts,
    rights,
    signatures,
    stamps,
)
from scraper.cleaners.rules.nets import net
from scraper.cleaners.rules.rule import LONGEST_LINE, SCOPES, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scraper.cleaners.rules.nets import Net
    from scraper.cleaners.rules.rule import Scope

RULES: tuple[Rule, ...] = (
    *stamps.ROWS,
    *rights.ROWS,
    *signatures.ROWS,
    *pictures.ROWS,
    *notes.ROWS,
    *bios.ROWS,
    *pointers.ROWS,
    *offers.ROWS,
    *money.ROWS,
    *channels.ROWS,
    *prompts.ROWS,
    *furniture.ROWS,
)


_NETS: Final[Mapping[Scope, Net]] = {
    scope: net({number: rule for number, rule in enumerate(RULES) if rule.scope == scope}) for scope in SCOPES
}


_MARKS: Final = "\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d•●■▪*"
_PICTOGRAPHS: Final = re.compile(f"[{_MARKS}][{_MARKS} ]*")
"""What stands before a line to catch the eye."""


@lru_cache(maxsize=256)
def matches(line: str, scopes: Sequence[Scope] = SCOPES) -> Sequence[tuple[Rule, re.Match[str]]]:
    """Rules of `scopes` that match `line`, in their order, with what they match.

    Whole-line rules also match what stands behind pictographs. Remembered for the lines last seen: they are looked at
    again until nothing is cut.
    """
    rules = (RULES[number] for number in sorted(number for scope in scopes for number in _NETS[scope].caught(line)))
    found = tuple((rule, match) for rule in rules if (match := rule.match(line)))
    sign = None if found or len(line) > LONGEST_LINE else _PICTOGRAPHS.match(line)
    return tuple(pair for pair in matches(line[sign.end() :], scopes) if pair[0].part == "line") if sign else found


__all__ = ["LONGEST_LINE", "RULES", "Rule", "matches"]
