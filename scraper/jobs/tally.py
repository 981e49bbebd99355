"""What making records anew came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from scraper.jobs.redoing import Redone

EXAMPLES: Final = 3
"""Changes of a field that are shown, no two alike."""
FAILURES: Final = 10
"""Failures that are told of one by one."""


@dataclass(frozen=True, slots=True)
class Example:
    """A change of a field."""

    url: str | None
    old: str
    new: str


@dataclass(slots=True)
class Tally:
    """Counts records: `same` and `changed` were compared, `missing` are not in the archive, the others made no page.

    `by_hash` of those compared were not at hand, so that only outcome, error and body could be compared; `inexact` were
    made of another answer than the old record. `written` went out; of those changed that did not, `reserved` did not
    since they reserve text and data mining, `overtaken` since a run wrote a newer one meanwhile.
    """

    same: int = 0
    changed: int = 0
    missing: int = 0
    no_answer: int = 0
    failed: int = 0
    by_hash: int = 0
    inexact: int = 0
    written: int = 0
    reserved: int = 0
    overtaken: int = 0
    words: tuple[int, int] = (0, 0)
    fields: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[Example]] = field(default_factory=dict)
    rules: dict[str, tuple[int, int]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def compared(self) -> int:
        """Records that were compared."""
        return self.same + self.changed

    @property
    def exit_code(self) -> int:
        """0 where no record failed, else 1."""
        return min(self.failed, 1)

    def add(self, one: Redone) -> None:
        """Count one record."""
        setattr(self, one.what, getattr(self, one.what) + 1)
        if one.why and len(self.failures) < FAILURES:
            self.failures.append(one.why if one.why.startswith(one.url or "?") else f"{one.url}: {one.why}")
        self.by_hash += one.by_hash
        self.inexact += not one.exact
        found = one.difference
        self.fields.update(found.fields.keys())
        for name, (old, new) in found.fields.items():
            shown = self.examples.setdefault(name, [])
            if len(shown) < EXAMPLES and (old, new) not in {(known.old, known.new) for known in shown}:
                shown.append(Example(one.url, old, new))
        for rule, (before, now) in found.rules.items():
            known = self.rules.get(rule, (0, 0))
            self.rules[rule] = (known[0] + before, known[1] + now)
        if found.words:
            self.words = (self.words[0] + found.words[0], self.words[1] + found.words[1])

    @property
    def changed_rules(self) -> dict[str, tuple[int, int]]:
        """Rules that took another number of texts than before, with both numbers."""
        return {rule: pair for rule, pair in sorted(self.rules.items()) if pair[0] != pair[1]}

    def told(self) -> dict[str, Any]:
        """This as data for JSON."""
        names = "same changed missing no_answer failed by_hash inexact written reserved overtaken".split()
        fields = {
            name: {
                "changed": count,
                "examples": [{"url": one.url, "old": one.old, "new": one.new} for one in self.examples[name]],
            }
            for name, count in self.fields.most_common()
        }
        rules = {rule: {"before": before, "now": now} for rule, (before, now) in self.changed_rules.items()}
        return {
            "compared": self.compared,
            **{name: getattr(self, name) for name in names},
            "words": {"before": self.words[0], "now": self.words[1]},
            "fields": fields,
            "rules": rules,
            "failures": self.failures,
            "faults": self.faults,
        }
