"""Delivered: how much of the article is there, read from the page itself.

What is declared says little of it: most pages that declare a restriction deliver the whole text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.article import Signal
from scraper.extractors.access import walls
from scraper.extractors.access.counts import declared_words, falls_short
from scraper.extractors.access.gates import (
    GATED_CHARACTERS,
    READABLE,
    declared_shows,
    selectors,
    shows_body,
    stands_empty,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.access.evidence import Evidence

FAR_SHORT: Final = 1 / 3
"""Share of it under which a page that keeps a place for a wall counts as cut, whatever it declares."""
PROSE: Final = 60
"""Characters from which a line may be cut in its middle."""

_PLACE: Final = re.compile(r'(?:class|id)="[^"]{0,200}\b(pay-?wall|reg-?wall|meter)(?![a-z])', re.IGNORECASE)


def _hidden(page: Evidence) -> str | None:
    if page.gate:
        return f"{page.kept} characters"
    letters = sum(len(block.text) for block in page.body)
    return f"{page.unseen} characters" if page.unseen >= letters else None


def _covered(page: Evidence) -> str | None:
    return f"{page.covered} characters" if page.covered >= GATED_CHARACTERS else None


def _told(page: Evidence) -> str | None:
    told = page.notices.left_out
    return told if told and not shows_body(page.document, page.body) else None


def _wall(page: Evidence) -> str | None:
    wall = None if page.whole else page.wall
    return wall.block.text if wall and not shows_body(page.document, page.body, wall.block) else None


def _ellipsis(page: Evidence) -> str | None:
    text = page.body[-1].text
    return text[-20:] if len(text) >= PROSE and text.endswith(walls.ELLIPSIS) else None


def _count(page: Evidence) -> str | None:
    short = falls_short(page.document, page.text)
    return f"{len(page.text.split())} of {declared_words(page.document)}" if short else None


def _little(page: Evidence) -> str | None:
    """Little text, and a sign that more was meant to be here: a question to subscribers, a gate that is not there."""
    if len(page.text) >= READABLE or page.whole:
        return None
    absent = selectors(page.document) and not declared_shows(page.document, page.body)
    if absent or stands_empty(page.document):
        return f"the {'declared' if absent else 'empty'} gate"
    return walls.owner_prompt(page.document, page.body) or walls.box(page.document, page.body)


class Cut(NamedTuple):
    """A row: a sign of a cut, where it stands, how it is seen, and whether only a restricted page shows it by that."""

    name: str
    where: str
    read: Callable[[Evidence], str | None]
    restricted: bool


ROWS: Final = (
    Cut("hidden text", "markup", _hidden, restricted=True),
    Cut("covered text", "behind a divider", _covered, restricted=True),
    Cut("text left out", "text", _told, restricted=False),
    Cut("wall", "after the body", _wall, restricted=False),
    Cut("ellipsis", "end of body", _ellipsis, restricted=True),
    Cut("wordCount", "json-ld", _count, restricted=True),
    Cut("little text", "after the body", _little, restricted=True),
    Cut(
        "continued elsewhere", "after the body", lambda page: walls.goes_on(page.document, page.body), restricted=False
    ),
    Cut("next page", "after the body", lambda page: walls.next_page(page.document, page.body), restricted=False),
)
"""Any one of them is enough."""


def cuts(page: Evidence, *, restricted: bool) -> tuple[Signal, ...]:
    """Signs that a page shows only a part of its text; `restricted` where anything says that reading is."""
    rows = (row for row in ROWS if page.body and (restricted or not row.restricted))
    found = ((row, row.read(page)) for row in rows)
    return tuple(Signal(name=row.name, value=value, says="preview", where=row.where) for row, value in found if value)


def silent_cut(page: Evidence) -> tuple[Signal, ...]:
    """A place for a wall, on a page that declares nothing and has far less text than it counts."""
    if not page.body or not falls_short(page.document, page.text, FAR_SHORT):
        return ()
    place = _PLACE.search(page.document.segments.elements.markup)
    says = "metered" if place and "meter" in place[1].lower() else "restricted"
    return (Signal(name="place for a wall", value=place[1], says=says, where="markup"),) if place else ()
