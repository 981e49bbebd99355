"""Access: what was declared about reading the page, what was delivered, on which evidence.

A declaration "restricted" is strong, one of "free" weak, and neither says whether the text was cut: `delivered` is
read from the text itself. Nothing is unhidden, nothing is asked for again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from scraper.article import Access, Signal
from scraper.extractors.elements import tokens_of
from scraper.extractors.jsonld import as_list
from scraper.extractors.roles import WALL_PROMPT
from scraper.extractors.sources import meta

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scraper.article import AccessState, Confidence, Delivered, FlagValue
    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

WALLED: frozenset[str] = frozenset({"metered", "registration", "subscription"})
"""States in which reading is restricted."""
GATED_CHARACTERS = 500
"""Hidden prose in an element called a wall from which that element is a gate."""
AFTER_BODY = 8
"""Blocks after the body among which a wall stands."""
SHORT_OF_DECLARED = 0.6
"""Share of JSON-LD's `wordCount` under which a restricted page counts as cut."""
PER_WORD = 4
"""Some pages put characters into `wordCount`; a word has more than this many."""

_BOOLEANS: Mapping[str, bool] = {
    "true": True, "yes": True, "1": True, "http://schema.org/true": True, "https://schema.org/true": True,
    "false": False, "no": False, "0": False, "http://schema.org/false": False, "https://schema.org/false": False,
}  # fmt: skip
_FLAG = re.compile(r"(?P<name>[a-z]+(?:[A-Z][a-z]+)+)\s*:?")
_SHUT = re.compile("paywall|regwall|paid|premium|locked|metered", re.IGNORECASE)
"""Names of page-state flags that are set where reading is restricted."""
ELLIPSIS = ("…", "...", "[…]", "[...]")
"""Ends of a text that goes on elsewhere."""


class SignalSource(NamedTuple):
    """A row: where the signal stands, how it is read, and which state each value (lower case) speaks for."""

    name: str
    where: str
    read: Callable[[Document], str | None]
    says: Mapping[str, AccessState]


def _free_flag(node: Mapping[str, Any]) -> bool | None:
    """`isAccessibleForFree` in any spelling of key and value."""
    value = next((value for key, value in node.items() if key.lower() == "isaccessibleforfree"), None)
    return _BOOLEANS.get(str(value).strip().lower())


def _json_ld_article(document: Document) -> str | None:
    flag = _free_flag(document.linked.article)
    return None if flag is None else str(flag)


def _json_ld_part(document: Document) -> str | None:
    parts = as_list(document.linked.article.get("hasPart"))
    flags = [_free_flag(part) for part in parts if isinstance(part, Mapping)]
    return None if flags == [] or set(flags) == {None} else str(False not in flags)


_DECLARED: Mapping[str, AccessState] = {"true": "free", "false": "subscription"}
_TIERS: Mapping[str, AccessState] = {
    "free": "free", "metered": "metered", "locked": "subscription", "paid": "subscription", "premium": "subscription",
    "plus": "subscription", "subscriber": "subscription", "subscription": "subscription",
    "registration": "registration", "registered": "registration", "true": "subscription", "false": "free",
    "1": "subscription", "0": "free",
}  # fmt: skip


def _hidden_gate(document: Document) -> str | None:
    """Whether prose is hidden in an element that is called a wall."""
    if sum(len(block.text) for block in document.hidden) < GATED_CHARACTERS:
        return None
    page = document.segments.elements
    around = {number for block in document.hidden for number in block.element.numbers()}
    gates = {number for number in around if not tokens_of(page.spelling(number)).isdisjoint(GATE_WORDS)}
    gated = (block for block in document.hidden if gates and not gates.isdisjoint(block.element.numbers()))
    return "hidden" if sum(len(block.text) for block in gated) >= GATED_CHARACTERS else None


GATE_WORDS = frozenset("paywall regwall piano premium locked subscriber metered".split())

SIGNALS = (
    SignalSource("content_tier", "meta", meta("article:content_tier", "og:article:content_tier"), _TIERS),
    SignalSource("access", "meta", meta("article.access", "cxenseparse:access", "k5a:paid", "fpplus"), _TIERS),
    SignalSource("isAccessibleForFree", "json-ld article", _json_ld_article, _DECLARED),
    SignalSource("isAccessibleForFree", "json-ld hasPart", _json_ld_part, _DECLARED),
    SignalSource("isAccessibleForFree", "microdata", meta("isaccessibleforfree"), _DECLARED),
    SignalSource("hidden gate", "markup", _hidden_gate, {"hidden": "subscription"}),
)
"""In the order in which they decide: the first restriction, else the first word of freedom."""


def access(document: Document, body: Sequence[TextBlock]) -> Access:
    """Verdict on a page whose visible body is `body`."""
    signals = tuple(_signals(document))
    spoken = [signal.says for signal in signals]
    restricted = next((says for says in spoken if says in WALLED), None)
    state: AccessState = restricted or ("free" if spoken or body else "unknown")  # type: ignore[assignment]
    withheld = _withheld(document) if restricted else 0
    delivered, cut = _delivered(document, body, withheld, restricted=restricted is not None)
    return Access(
        state=state,
        confidence=_confidence(spoken, restricted),
        delivered=delivered,
        conflict=restricted is not None and "free" in spoken,
        withheld_chars=withheld,
        signals=(*signals, *cut),
        flags=dict(_flags(document)),
    )


def gated(document: Document, reading: Access) -> bool:
    """Whether anything on a page says that it keeps its text back: then no second way to that text is looked for."""
    return (
        reading.state in WALLED
        or _withheld(document) >= GATED_CHARACTERS
        or any(_free_flag(node) is False for node in document.linked.nodes)
        or any(value is True and _SHUT.search(name) for name, value in reading.flags.items())
        or any(WALL_PROMPT.search(block.text) for block in document.blocks)
    )


def _signals(document: Document) -> Iterator[Signal]:
    for row in SIGNALS:
        value = row.read(document)
        if value and (says := row.says.get(value.strip().lower())):
            yield Signal(name=row.name, value=value, says=says, where=row.where)


def _confidence(spoken: Sequence[str], restricted: str | None) -> Confidence:
    if not spoken:
        return "low"
    return "medium" if restricted is None or "free" in spoken else "high"


def _withheld(document: Document) -> int:
    return sum(len(block.text) for block in document.hidden if block.element.tag == "p")


def _delivered(
    document: Document, body: Sequence[TextBlock], withheld: int, *, restricted: bool
) -> tuple[Delivered, tuple[Signal, ...]]:
    """How much of the article is there, and the signal that shows a cut."""
    if not body:
        return "none", ()
    if not restricted:
        return "full", ()
    letters = sum(len(block.text) for block in body)
    declared, found = _declared_words(document), sum(len(block.text.split()) for block in body)
    short = falls_short(document, "\n".join(block.text for block in body))
    wall = _wall_after(document, body[-1])
    shown = (
        ("hidden text", "markup", str(withheld) if withheld >= letters else None),
        ("ellipsis", "end of body", body[-1].text[-20:] if body[-1].text.endswith(ELLIPSIS) else None),
        ("wall", "after the body", wall),
        ("wordCount", "json-ld", f"{found} of {declared}" if short else None),
    )
    cut = tuple(Signal(name=name, value=value, says="preview", where=where) for name, where, value in shown if value)
    return ("preview" if cut else "full"), cut


def _wall_after(document: Document, last: TextBlock) -> str | None:
    """Words by which a page asks for a subscription right after the body."""
    after = document.blocks[last.position + 1 : last.position + 1 + AFTER_BODY]
    walls = (WALL_PROMPT.search(block.text) for block in after if not block.element.hidden)
    return next((wall[0] for wall in walls if wall), None)


def falls_short(document: Document, text: str) -> bool:
    """Whether a text is far shorter than the article by JSON-LD's `wordCount`."""
    declared = _declared_words(document) or 0
    return max(len(text.split()), len(text) / PER_WORD) < SHORT_OF_DECLARED * declared


def _declared_words(document: Document) -> int | None:
    count = str(document.linked.article.get("wordCount") or "").strip()
    return int(count) if re.fullmatch(r"\d{1,7}", count) else None


def _flags(document: Document) -> Iterator[tuple[str, FlagValue]]:
    """Page-state flags that a definition list shows: `showPaywall:` / `false`."""
    for node in document.tree.css("dl dt") if "</dt>" in document.segments.elements.markup else ():
        match = _FLAG.fullmatch(" ".join(node.text().split()))
        value = node.next
        while value is not None and not value.is_element_node:
            value = value.next
        if match:
            text = value.text().strip() if value is not None and value.tag == "dd" else ""
            yield match["name"], flag_value(text)


def flag_value(text: str) -> FlagValue:
    """Value of a page-state flag: a boolean, a number, a text, or None where it is cut off."""
    bare = text.strip().strip("\"'")
    if bare.lower() in {"true", "false"}:
        return bare.lower() == "true"
    if re.fullmatch(r"-?\d{1,15}", bare):
        return int(bare)
    return bare or None
