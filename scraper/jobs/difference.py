"""How a record differs from the one that was made of the same answer before."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from scraper.article import Article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from scraper.stores.records import Written

_OF_THE_RUN: Final = frozenset({"family", "fetched_at", "previous_hash", "revision", "status"})
_OF_THE_PROGRAM: Final = frozenset({"rules_version", "schema_version"})
_DERIVED: Final = frozenset({"content_hash", "simhash"})
FIELDS: Final = tuple(
    name for name in Article.model_fields if name not in _OF_THE_RUN | _OF_THE_PROGRAM | _DERIVED | {"url"}
)
"""Fields that are compared: what derives from others of them, and what tells of run and program, is not."""
NOTHING: Final = "(none)"
LONGEST: Final = 120
"""Characters of a value that are shown."""
_CONTEXT: Final = 12
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: `fields` by name, each as it was and as it is, shortened; empty where nothing does.

    `rules` has how many texts each rule took before and now; `words` the words before and now (None: not known).
    """

    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    rules: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    words: tuple[int, int] | None = None


def difference(old: Mapping[str, Any], article: Article, only: Collection[str] = ()) -> Difference:
    """How `article` differs from the record `old`, in the fields `only` (none named: in all of FIELDS).

    What an older record has no field for counts as empty there.
    """
    new = json.loads(article.model_dump_json())
    fields = {}
    for name in (name for name in FIELDS if not only or name in only):
        before, now = _full(old.get(name)), _full(new.get(name))
        if name == "error":
            before, now = (one.get("kind") if isinstance(one, dict) else one for one in (before, now))
        if before != now:
            fields[name] = _shown(before, now)
    taken = [Counter(str(removed.get("rule")) for removed in _dicts(one.get("removed"))) for one in (old, new)]
    rules = {rule: (taken[0][rule], taken[1][rule]) for rule in sorted(taken[0] | taken[1])}
    words = sum(len(str(block.get("text")).split()) for block in _dicts(old.get("blocks")))
    return Difference(fields, rules, (words, article.word_count))


def difference_by_hash(last: Written, article: Article, only: Collection[str] = ()) -> Difference:
    """How `article` differs from what the state knows of the record before: its outcome, its error, and its body."""
    kind = article.error.kind if article.error else None
    known = {
        "outcome": (last.outcome, article.outcome),
        "error": (last.error_kind, kind),
        "blocks": (last.content_hash, article.content_hash),
    }
    changed = {name: _shown(*pair) for name, pair in known.items() if pair[0] != pair[1] and name in (only or known)}
    return Difference(changed)


def _full(value: Any) -> Any:  # noqa: ANN401 - JSON
    """`value` without what is empty in it: an older record may not have had a place for it."""
    if isinstance(value, dict):
        return {name: full for name, one in value.items() if (full := _full(one))} or None
    if isinstance(value, list):
        return [_full(one) for one in value] or None
    return value or None


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _shown(old: Any, new: Any) -> tuple[str, str]:  # noqa: ANN401 - JSON
    """What differs between two values, as two short texts."""
    if isinstance(old, dict | None) and isinstance(new, dict | None) and (old or new):
        before, now = old or {}, new or {}
        name = next(name for name in (*before, *now) if before.get(name) != now.get(name))
        one, other = _shown(before.get(name), now.get(name))
        return f"{name}: {one}", f"{name}: {other}"
    if isinstance(old, list | None) and isinstance(new, list | None):
        texts = [list(map(_text, values or ())) for values in (old, new)]
        if texts[0] != texts[1]:
            return _parted(*_only(*texts))
        return next(_shown(*pair) for pair in zip(old or (), new or (), strict=True) if pair[0] != pair[1])
    return _parted(_text(old), _text(new))


def _only(old: list[str], new: list[str]) -> tuple[str, str]:
    """What stands in one list only; where that is nothing, it is their order that differs."""
    gone, come = _without(old, new), _without(new, old)
    if gone or come:
        return (gone[0] if gone else NOTHING), (come[0] if come else NOTHING)
    return " | ".join(old), " | ".join(new)


def _without(values: Iterable[str], others: Iterable[str]) -> list[str]:
    left = Counter(others)
    kept = []
    for value in values:
        left[value] -= 1
        if left[value] < 0:
            kept.append(value)
    return kept


def _text(value: Any) -> str:  # noqa: ANN401 - JSON
    """A value in words: of a removed text its rule, too."""
    if not isinstance(value, dict):
        return _SPACE.sub(" ", NOTHING if value is None else str(value))
    told = next((str(value[name]) for name in ("text", "url", "value", "credit") if value.get(name)), json.dumps(value))
    label = next((f"[{value[name]}] " for name in ("rule", "name") if value.get(name)), "")
    return _SPACE.sub(" ", f"{label}{told}")


def _parted(old: str, new: str) -> tuple[str, str]:
    """Two texts from shortly before where they part, cut to LONGEST."""
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    at = min(len(old), len(new)) if same is None else same
    start = at - _CONTEXT if at > 2 * _CONTEXT else 0
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    text = f"…{text[start:]}" if start else text
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
