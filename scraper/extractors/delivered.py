"""Delivered: how much of the article is there, read from the page itself.

What is declared says little of it: most pages that declare a restriction deliver the whole text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.article import Signal
from scraper.extractors import walls
from scraper.extractors.gates import GATED_CHARACTERS, behind, kept, shows_body

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

SHORT_OF_DECLARED: Final = 0.6
"""Share of JSON-LD's `wordCount` under which a restricted page counts as cut."""
FAR_SHORT: Final = 1 / 3
"""Share of it under which a page that keeps a place for a wall counts as cut, whatever it declares."""
PER_WORD: Final = 4
"""Some pages put characters into `wordCount`; a word has more than this many."""
ELLIPSIS: Final = ("…", "...", "[…]", "[...]")
"""Ends of a text that goes on elsewhere."""
PROSE: Final = 60
"""Characters from which a line may be cut in its middle."""

_PLACE: Final = re.compile(r'(?:class|id)="[^"]{0,200}\b(pay-?wall|reg-?wall|meter)(?![a-z])', re.IGNORECASE)
_COUNT: Final = re.compile(r"\d{1,7}")


class Seen(NamedTuple):
    """What the rows look at; `restricted` where anything says that reading is."""

    document: Document
    body: Sequence[TextBlock]
    restricted: bool


def _hidden(seen: Seen) -> str | None:
    if not seen.restricted:
        return None
    gated = kept(seen.document)
    letters = sum(len(block.text) for block in seen.body)
    count = gated if gated >= GATED_CHARACTERS else prose_hidden(seen.document)
    return f"{count} characters" if gated >= GATED_CHARACTERS or count >= letters else None


def _covered(seen: Seen) -> str | None:
    count = sum(len(seen.document.blocks[place].text) for place in behind(seen.document)) if seen.restricted else 0
    return f"{count} characters" if count >= GATED_CHARACTERS else None


def _told(seen: Seen) -> str | None:
    return None if shows_body(seen.document, seen.body) else walls.left_out(seen.document)


def _wall(seen: Seen) -> str | None:
    found = walls.wall(seen.document, seen.body)
    return found.block.text if found and not shows_body(seen.document, seen.body, found.block) else None


def _ellipsis(seen: Seen) -> str | None:
    text = seen.body[-1].text
    return text[-20:] if seen.restricted and len(text) >= PROSE and text.endswith(ELLIPSIS) else None


def _count(seen: Seen) -> str | None:
    text = "\n".join(block.text for block in seen.body)
    if not seen.restricted or not falls_short(seen.document, text):
        return None
    return f"{len(text.split())} of {_declared_words(seen.document)}"


ROWS: Final[tuple[tuple[str, str, Callable[[Seen], str | None]], ...]] = (
    ("hidden text", "markup", _hidden),
    ("covered text", "behind a divider", _covered),
    ("text left out", "text", _told),
    ("wall", "after the body", _wall),
    ("ellipsis", "end of body", _ellipsis),
    ("wordCount", "json-ld", _count),
    ("continued elsewhere", "after the body", lambda seen: walls.goes_on(seen.document, seen.body)),
    ("next page", "after the body", lambda seen: walls.next_page(seen.document, seen.body)),
)
"""Signs of a cut: name, where, how it is seen. Any one of them is enough."""


def cuts(document: Document, body: Sequence[TextBlock], *, restricted: bool) -> tuple[Signal, ...]:
    """Signs that a page shows only a part of the text that `body` is of."""
    seen = Seen(document, body, restricted)
    found = ((name, where, read(seen)) for name, where, read in ROWS) if body else ()
    return tuple(Signal(name=name, value=value, says="preview", where=where) for name, where, value in found if value)


def silent_cut(document: Document, body: Sequence[TextBlock]) -> tuple[Signal, ...]:
    """A place for a wall, on a page that declares nothing and has far less text than it counts."""
    text = "\n".join(block.text for block in body)
    if not body or not _falls_short(document, text, FAR_SHORT):
        return ()
    place = _PLACE.search(document.segments.elements.markup)
    says = "metered" if place and "meter" in place[1].lower() else "restricted"
    return (Signal(name="place for a wall", value=place[1], says=says, where="markup"),) if place else ()


def prose_hidden(document: Document) -> int:
    """Characters of prose that the markup hides."""
    return sum(len(block.text) for block in document.hidden if block.element.tag == "p")


def falls_short(document: Document, text: str) -> bool:
    """Whether a text is far shorter than the article by JSON-LD's `wordCount`."""
    return _falls_short(document, text, SHORT_OF_DECLARED)


def _falls_short(document: Document, text: str, share: float) -> bool:
    declared = _declared_words(document) or 0
    return max(len(text.split()), len(text) / PER_WORD) < share * declared


def _declared_words(document: Document) -> int | None:
    count = str(document.linked.article.get("wordCount") or "").strip()
    return int(count) if _COUNT.fullmatch(count) else None
