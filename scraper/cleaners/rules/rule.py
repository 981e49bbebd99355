"""What a cleaning rule is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Scope = Literal["head", "any", "tail"]
Action = Literal["drop", "agencies", "authors", "credit"]


def always(_value: str) -> bool:
    """Every match is meant."""
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: what a line looks like that is not the article's, and what becomes of it.

    `pattern` must match the whole line; with `part="end"`, what it matches at the line's end goes and the rest
    stays. `action`: `drop`, or the field that the group `value` moves to. `accepts` looks at `value` once more.
    `hits` are lines the rule must take, `misses` look-alikes that no rule of the table may touch.
    """

    name: str
    pattern: re.Pattern[str]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    scope: Scope = "any"
    action: Action = "drop"
    part: Literal["line", "end"] = "line"
    accepts: Callable[[str], bool] = always

    def match(self, line: str) -> re.Match[str] | None:
        """The match in `line` that the rule accepts, or None."""
        found = self.pattern.fullmatch(line) if self.part == "line" else self.pattern.search(line)
        return found if found and self.accepts(found.groupdict().get("value") or "") else None


def phrase(*alternatives: str) -> re.Pattern[str]:
    """Pattern of a line that is one of `alternatives`, whatever the case."""
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)


def pointer(*leads: str) -> re.Pattern[str]:
    """Pattern of a line that points elsewhere: one of `leads`, and up to 160 characters that end no sentence."""
    return re.compile(rf"(?:[>→»]+ ?)?(?:{'|'.join(leads)})(?:(?=\W)[^.!\n]{{0,160}})?", re.IGNORECASE)


def label(*leads: str) -> re.Pattern[str]:
    """Pattern of a line that is one of `leads`, alone or with a colon and what it labels."""
    return re.compile(rf"(?:[>→»]+ ?)?(?:{'|'.join(leads)})(?: ?[:：][^\n]{{0,200}})?", re.IGNORECASE)
