"""What a cleaning rule is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Scope = Literal["head", "any", "tail"]
SCOPES: Final[tuple[Scope, ...]] = ("head", "any", "tail")
Action = Literal["drop", "agencies", "authors", "credit"]

LONGEST_LINE: Final = 500
"""Characters above which a text is no line that a whole-line rule speaks of."""
LONGEST_END: Final = 200
"""Characters of a line that are looked at for an end: however long the line, a rule takes no longer."""


OURS: Final = (
    r"\b(?:our|unser\w{0,2}|nos|notre|nuestr[ao]s?|nostr[aeio]|noss[ao]s?|ons|onze|nasz\w{0,4}|naš\w{0,3}|náš|"
    r"vår\w{0,2}|vores|meidän|наш\w{0,3}|μας|noastr[eă]|nostru)\b"
)
"""Words by which a paper speaks of what is its own."""

_SAID = re.compile(
    r"\b(?:said|says|told|asked|cried|shouted|warned|insisted|(?<!your )say|sagte?|sagten|meldete|rief|säger|"
    r"sade|sa|sier|siger|sagde|zei|zegt|sanoo|sanoi)\b",
    re.IGNORECASE,
)
"""Words by which a line tells that someone said it."""


def always(_value: str) -> bool:
    """Every match is meant."""
    return True


@dataclass(frozen=True)
class Phrase:
    """A regular expression that ignores case, compiled when a line first comes to it: few rules are ever asked.

    Compiled all at once, they took a third of the time to the first page.
    """

    pattern: str

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression compiled."""
        return re.compile(self.pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: what a line looks like that is not the article's, and what becomes of it.

    `pattern` must match the whole line; with `part="end"`, what it matches within the line's last characters goes
    and the rest stays. `action`: `drop`, or the field that the group `value` moves to. `accepts` looks at `value` once
    more.
    Where it is not `spoken`, a line that tells that someone said it is left.
    `near`, where the pattern begins with a gap: small letters, some of which every such line holds; they are looked
    for first, since a gap is slow. `hits` are lines the rule must take, `misses` look-alikes that no rule of the table
    may touch.
    """

    name: str
    pattern: Phrase
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    scope: Scope = "any"
    action: Action = "drop"
    part: Literal["line", "end"] = "line"
    accepts: Callable[[str], bool] = always
    near: tuple[str, ...] = ()
    spoken: bool = True

    def match(self, line: str) -> re.Match[str] | None:
        """The match in `line` that the rule accepts, or None."""
        found = self._search(line)
        if found is None or (not self.spoken and _SAID.search(found[0])):
            return None
        return found if self.accepts(found.groupdict().get("value") or "") else None

    def _search(self, line: str) -> re.Match[str] | None:
        if self.part == "end":
            return self.pattern.compiled.search(line, end_of(line))
        return self.pattern.compiled.fullmatch(line) if len(line) <= LONGEST_LINE else None


def end_of(line: str) -> int:
    """Place in `line` from which its end is looked for."""
    return max(0, len(line) - LONGEST_END)


def phrase(*alternatives: str) -> Phrase:
    """Pattern of a line that is one of `alternatives`, whatever the case."""
    return Phrase("|".join(f"(?:{alternative})" for alternative in alternatives))


def pointer(*leads: str) -> Phrase:
    """Pattern of a line that points elsewhere: one of `leads`, and up to 160 characters that end no sentence.

    Behind a mark that points (a colon, an arrow) the name of the other text may end some.
    """
    other = r"(?: ?[:：»>→|][^\n]{0,240}|(?=\W)(?! (?:og|och|and|und) )[^.!。！।\n]{0,160})?"
    return Phrase(rf"(?:[>→»]{{1,3}} ?)?(?:{'|'.join(leads)}){other}")


def label(*leads: str) -> Phrase:
    """Pattern of a line that is one of `leads`, alone or with a colon and what it labels."""
    return Phrase(rf"(?:[>→»]{{1,3}} ?)?(?:{'|'.join(leads)})(?: ?[:：][^\n]{{0,200}})?")


def told(*parts: str, longest: int = LONGEST_LINE) -> Phrase:
    """Pattern of a line of at most `longest` characters in which each of `parts` stands somewhere, in any order."""
    ahead = "".join(rf"(?=[^\n]{{0,{longest}}}(?:{part}))" for part in parts)
    return Phrase(rf"{ahead}[^\n]{{1,{longest}}}")
