"""What came of fetches, as facts of one and as sums of many: plain data, as the state keeps it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scraper.article import Article

FIELDS: Final = ("title", "summary", "authors", "published_at", "modified_at", "section", "tags", "images")
"""Fields of the record whose rate of being filled is followed."""
TEXTS: Final = frozenset({"article", "liveblog"})


@dataclass(frozen=True, slots=True)
class Sums:
    """What a number of fetches came to.

    `fetched` of them were made and `written` gave a record, of which `revisions` were not a page's first; `new`
    articles were met for the first time; `words` are those of the articles. The counters count fetches: by `outcomes`,
    by `errors` (kinds), by reason why a record was not written (`skipped`: reserved, old, same); and articles: by
    `filled` field, by `rules` that took something from them (how many texts), by rule that `hit` them, by `access`
    state, by what was `delivered`, by `lengths` (words, down to the next half octave: 256, 362, 512) and by `versions`
    of the rules.
    """

    fetched: int = 0
    written: int = 0
    revisions: int = 0
    new: int = 0
    words: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)
    errors: Mapping[str, int] = field(default_factory=dict)
    skipped: Mapping[str, int] = field(default_factory=dict)
    filled: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    hit: Mapping[str, int] = field(default_factory=dict)
    access: Mapping[str, int] = field(default_factory=dict)
    delivered: Mapping[str, int] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """Fetches that gave an article, live blogs included."""
        return sum(count for outcome, count in self.outcomes.items() if outcome in TEXTS)

    @property
    def failed(self) -> int:
        """Fetches that failed."""
        return self.outcomes.get("error", 0)

    @classmethod
    def of(cls, article: Article, *, written: bool, skipped: str | None = None) -> Self:
        """Sums of one fetch; `skipped` says why there was nothing to write, where that was of the job's choosing."""
        text = article.outcome in TEXTS
        reason = skipped or (None if written or article.outcome in ("unchanged", "error") else "same")
        return cls(
            fetched=1,
            written=int(written),
            revisions=int(written and article.revision > 1),
            new=int(text and written and article.revision == 1),
            words=article.word_count if text else 0,
            outcomes={article.outcome: 1},
            errors={article.error.kind: 1} if article.error else {},
            skipped={reason: 1} if reason else {},
            filled={name: 1 for name in FIELDS if getattr(article, name)} if text else {},
            rules=dict(Counter(removed.rule for removed in article.removed)) if text else {},
            hit={removed.rule: 1 for removed in article.removed} if text else {},
            access={article.access.state: 1} if text else {},
            delivered={article.access.delivered: 1} if text else {},
            lengths={length(article.word_count): 1} if text else {},
            versions={article.rules_version: 1} if text else {},
        )

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """Sums as `told` wrote them; what a newer version counted besides is left out."""
        return cls(**{name: value for name, value in told.items() if name in _NAMES})

    def told(self) -> dict[str, Any]:
        """These as data for JSON, without what is zero."""
        values = ((name, getattr(self, name)) for name in _NAMES)
        return {name: value if isinstance(value, int) else dict(value) for name, value in values if value}


_NAMES: Final = tuple(one.name for one in fields(Sums))
_COUNTERS: Final = tuple(name for name in _NAMES if not isinstance(getattr(Sums(), name), int))


def length(words: int) -> str:
    """The row of `lengths` in which a text of so many words is counted."""
    return str(round(2 ** (math.floor(2 * math.log2(words)) / 2))) if words else "0"


def total(many: Iterable[Sums]) -> Sums:
    """What all of `many` come to."""
    counts = dict.fromkeys((name for name in _NAMES if name not in _COUNTERS), 0)
    parts: dict[str, Counter[str]] = {name: Counter() for name in _COUNTERS}
    for sums in many:
        for name in counts:
            counts[name] += getattr(sums, name)
        for name, part in parts.items():
            for key, count in getattr(sums, name).items():
                part[key] += count
    return Sums.read({**counts, **{name: dict(part) for name, part in parts.items()}})
