"""Whole things: what the model took in part, or left out of the middle of what it took.

The model judges block by block, and is unsure of small ones: a heading, a table's cell, a short line of a list. What
stands around them is sure: each step here completes what is taken from its place in the markup, between blocks that
are taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from scraper.extractors.elements import PREFORMATTED, Element, name_of
from scraper.extractors.roles import ALL_LINK, HEADINGS, holding
from scraper.extractors.segments import SENTENCE_ENDS
from scraper.extractors.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

AMID: Final = 0.25
"""Probability from which a table or code between the article's own paragraphs is body."""
TABLE: Final = 0.05
"""The same of a table of which no more than half is links."""
OF_A_KIND: Final = 0.2
"""Probability from which a line between two of its kind is body."""
FEW: Final = 3
"""Lines of a kind that may be missing in a row."""
MANY: Final = 8
"""Blocks of any kind that a missing paragraph may stand among."""
HEADING: Final = 0.08
"""Probability from which the heading of a paragraph that is body is body."""
LONGEST_HEADING: Final = 120
SHORTEST_PARAGRAPH: Final = 60
"""Characters from which a text under a heading is a paragraph, no contents list."""
DEEP: Final = 3
"""Elements up to which a table or code stands below the article's container, a heading's text below the heading."""

NEARLY_ALL: Final = 0.8
"""Share of the text from which the page's `<main>` holds all of it."""

LINKED_ITEM: Final = 0.3
"""Share of links from which an item of a list may lead elsewhere."""
COLONS: Final = (":", "\uff1a")
"""What leads in to a list."""

MOST: Final = 0.5
"""Share of the text above which a table's cell is the page's column of text."""

CORRECTION: Final = re.compile(
    r"\W{0,3}(?:(?:(?:a )?correction (?:was made|has been made|on \w{3,9}\.? \d)|"
    r"corrections?|clarification|update|editor['’]?s['’]? note|korrektur|berichtigung|transparenzhinweis|"
    r"nachtrag|rectificatif|précision|mise à jour|correcci[oó]n|rectificaci[oó]n|aclaraci[oó]n|fe de erratas|errata|"
    r"erramos|correção|rettifica|correzione|sprostowanie|korekta|oprava|rättelse|förtydligande|rettelse|presisering|"
    r"oikaisu|korjaus|rectificatie|correctie|helyesbítés|rectificare|düzeltme|уточнение|исправление|уточнення|διόρθωση|"
    r"訂正|정정|更正|تصحيح)\b[^\n:：.]{0,40}[:：.]|(?:an|a) (?:earlier|previous) version of this|"
    r"this (?:\w{3,9}\.? \d{1,2} )?(?:article|story|post) (?:has been|was) (?:amended|corrected|updated) "
    r"(?!(?:on )?\S{1,12} \S{1,5}(?: \d{4})?\.)|"
    r"in einer (?:früheren|ersten|vorherigen) (?:version|fassung)|une version (?:précédente|antérieure) de)",
    re.IGNORECASE,
)
"""How notes begin that say what was wrong in a text, or what has changed."""

CALLED_CORRECTION: Final = re.compile(r"correct|clarif|errat|amend|korrekt|rättel|rettel", re.IGNORECASE)
"""What attributes call such notes."""

ITEMS: Final = frozenset({"li", "dd", "dt"})
CELLS: Final = frozenset({"td", "th"})


class _Seen(NamedTuple):
    """What the steps look at: the page's blocks, how likely each is body, and the positions of those taken so far."""

    document: Document
    likely: NDArray[np.float64]
    least: float
    taken: Sequence[int]

    @property
    def blocks(self) -> Sequence[TextBlock]:
        return self.document.blocks

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Positions of neighbours among the taken that have others between them."""
        return ((before, after) for before, after in pairwise(self.taken) if after - before > 1)

    def name(self, position: int) -> str:
        """Name of the element of the block at a position."""
        block = self.blocks[position]
        return name_of(block.page.spelling(block.home))

    def style(self, position: int) -> str:
        """Attributes of the element of the block at a position, as they are spelled."""
        block = self.blocks[position]
        return block.page.spelling(block.home).partition(" ")[2]

    def parent(self, position: int) -> int:
        """Number of the element around that of the block at a position."""
        block = self.blocks[position]
        return block.page.parent[block.home]


def whole(document: Document, likely: NDArray[np.float64], least: float) -> Sequence[int]:
    """Positions of the shown blocks that are at least so likely to be body, made whole."""
    hidden = {block.position for block in document.hidden}
    taken = [place for place in np.flatnonzero(likely >= least).tolist() if place not in hidden]
    for step in STEPS:
        taken = sorted(step(_Seen(document, likely, least, taken)) - hidden)
    return taken


def _with_tables(seen: _Seen) -> set[int]:
    """Each data table whole or not at all, if it stands in the article's container or beside all that is taken.

    What a colon leads to between paragraphs is the article's.
    """
    tables: dict[int, set[int]] = defaultdict(set)
    for row in rows(seen.document).values():
        tables[row.table].update(block.position for block in row.blocks)
    taken, container = set(seen.taken), _container(seen) if tables else 0
    prose = sorted(taken.difference(*tables.values()))
    for number, cells in tables.items():
        amid = bool(prose) and prose[0] < min(cells) < prose[-1]
        mean, lead = seen.likely[list(cells)].mean(), min(cells) - 1
        led = amid and lead in taken and _leads_in(seen.blocks[lead])
        inside = amid and _is_just_in(number, container, seen)
        linked = sum(_is_link(seen.blocks[cell]) for cell in cells) > MOST * len(cells)
        if led or mean >= (AMID if inside and linked else TABLE if inside else seen.least):
            taken |= cells
        elif prose and not amid:
            taken -= cells
    return taken


def _with_code(seen: _Seen) -> set[int]:
    """Code between the article's paragraphs, in whatever component it stands."""
    traits = seen.document.segments.elements.traits
    code = [
        place
        for before, after in seen.gaps()
        for place in range(before + 1, after)
        if traits[seen.blocks[place].home] & PREFORMATTED and seen.likely[place] >= AMID
    ]
    container = _container(seen) if code else 0
    return {*seen.taken, *(place for place in code if _is_just_in(seen.blocks[place].home, container, seen))}


def _with_lists(seen: _Seen) -> set[int]:
    """Lists of plain text between what is taken, if they stand in the article's container or a colon leads to them."""
    gaps = (place for before, after in seen.gaps() for place in range(before + 1, after))
    found = {number for place in gaps if (number := _list(place, seen)) is not None}
    taken, container = set(seen.taken), _container(seen) if found else 0
    elements = seen.document.segments.elements
    for number in found:
        start, end = int(elements.first[number]), int(elements.end[number])
        if (
            seen.taken[0] < start
            and end <= seen.taken[-1]
            and all(block.link_density < LINKED_ITEM for block in seen.blocks[start:end])
            and (_is_just_in(number, container, seen) or (start - 1 in taken and _leads_in(seen.blocks[start - 1])))
        ):
            taken.update(range(start, end))
    return taken


def _with_lines(seen: _Seen) -> set[int]:
    """A few lines between two taken ones of their kind: same parent, same tag and class."""
    more: set[int] = set()
    for before, after in seen.gaps():
        if after - before > FEW + 1:
            continue
        lines = seen.blocks[before : after + 1]
        alike = {(seen.parent(line.position), line.page.spelling(line.home)) for line in lines}
        if (
            len(alike) == 1
            and seen.name(before) not in ITEMS
            and not any(map(_is_link, lines))
            and seen.likely[before : after + 1].min() >= OF_A_KIND
        ):
            more.update(range(before + 1, after))
    return {*seen.taken, *more}


def _with_prose(seen: _Seen) -> set[int]:
    """Sentences that stand in the article's container, or are styled, as its paragraphs are: `<div>` amid `<p>`."""
    gaps = [(before, after) for before, after in seen.gaps() if after - before <= MANY + 1]
    prose = [
        (before, place, after) for before, after in gaps for place in range(before + 1, after) if _is_prose(place, seen)
    ]
    container = _container(seen) if prose else 0
    found = {
        place
        for before, place, after in prose
        if _is_in_plain_box(place, container, seen)
        or seen.style(place) in {seen.style(before), seen.style(after)} - {""}
        or _is_under_heading(before, place, seen)
    }
    return {*seen.taken, *found}


def _with_headings(seen: _Seen) -> set[int]:
    """Headings of a paragraph, alone in their branch of the markup, after something that is taken.

    Between the two there may be what belongs to a picture.
    """
    found: set[int] = set()
    for before, after in seen.gaps():
        if _is_paragraph(after, seen):
            place = after - 1
            while place > before + 1 and seen.name(place) == "figcaption":
                place -= 1
            if _is_heading(place, seen):
                found.add(place)
    return {*seen.taken, *found}


def _with_correction(seen: _Seen) -> set[int]:
    """What says behind the text that it was wrong or has changed: in a paragraph as its last, or so called."""
    last = seen.taken[-1] if seen.taken else len(seen.blocks)
    behind = range(last + 1, min(last + 1 + MANY, len(seen.blocks)))
    return {*seen.taken, *islice((place for place in behind if _is_correction(place, last, seen)), 1)}


def _is_correction(place: int, last: int, seen: _Seen) -> bool:
    block = seen.blocks[place]
    alike = seen.parent(place) == seen.parent(last) and seen.name(place) == seen.name(last) and place - last <= FEW
    around = (block.page.spelling(number) for number in islice(block.element.numbers(), DEEP))
    return (
        CORRECTION.match(block.text) is not None
        and block.text.endswith(SENTENCE_ENDS)
        and seen.likely[place] >= HEADING
        and (alike or any(map(CALLED_CORRECTION.search, around)))
    )


def _in_main(seen: _Seen) -> set[int]:
    """Nothing outside `<main>`, where that holds nearly all that is taken (HTML Standard, 4.4.14)."""
    sizes = {place: len(seen.blocks[place].text) for place in seen.taken}
    longest = max(sizes, key=sizes.__getitem__, default=None)
    main = seen.blocks[longest].element.closest("main") if longest is not None else None
    inside = {place for place in seen.taken if main and main.holds(place)}
    return inside if sum(map(sizes.__getitem__, inside)) >= NEARLY_ALL * sum(sizes.values()) else set(seen.taken)


def _in_column(seen: _Seen) -> set[int]:
    """Nothing beside a cell that holds most of the text, in several blocks: a table that lays out the page."""
    taken, page = [seen.blocks[place] for place in seen.taken], seen.document.segments.elements
    around = holding(taken, MOST) if taken else {}
    beside = {
        block.position
        for number, count in around.items()
        if count > 1 and name_of(page.spelling(number)) in CELLS
        for block in Element(page, page.parent[number]).blocks(seen.blocks)
        if not Element(page, number).holds(block.position)
    }
    return {*seen.taken} - beside


STEPS: Final[tuple[Callable[[_Seen], set[int]], ...]] = (
    _with_tables,
    _with_code,
    _with_lists,
    _with_lines,
    _with_prose,
    _with_headings,
    _with_correction,
    _in_main,
    _in_column,
)
"""In their order; each sees what those before it took."""


def _is_link(block: TextBlock) -> bool:
    return block.link_density > ALL_LINK


def _list(place: int, seen: _Seen) -> int | None:
    """Number of the list that the block at a position is an item of."""
    elements = seen.document.segments.elements
    around = islice(seen.blocks[place].element.numbers(), DEEP)
    return next((elements.parent[it] for it in around if name_of(elements.spelling(it)) in ITEMS), None)


def _leads_in(block: TextBlock) -> bool:
    return block.text.endswith(COLONS)


def _is_paragraph(place: int, seen: _Seen) -> bool:
    return len(seen.blocks[place].text) >= SHORTEST_PARAGRAPH and seen.name(place) not in ITEMS | CELLS | HEADINGS


def _is_prose(place: int, seen: _Seen) -> bool:
    """Whether a block that the model is not sure of is a sentence or more, without links."""
    block = seen.blocks[place]
    told = block.text.endswith(SENTENCE_ENDS) and not block.link_density
    return told and seen.likely[place] >= AMID and _is_paragraph(place, seen)


def _is_in_plain_box(place: int, container: int, seen: _Seen) -> bool:
    """Whether a block stands just in the container, without links in what it has around it there."""
    around = list(islice(seen.blocks[place].element.chain(), DEEP + 1))
    box = next((inner for inner in around if seen.document.segments.elements.parent[inner.number] == container), None)
    return box is not None and not any(block.link_density for block in box.blocks(seen.blocks))


def _is_under_heading(before: int, place: int, seen: _Seen) -> bool:
    """Whether only prose parts a block from a heading that is taken."""
    return seen.name(before) in HEADINGS and all(_is_prose(other, seen) for other in range(before + 1, place))


def _is_heading(place: int, seen: _Seen) -> bool:
    block = seen.blocks[place]
    return (
        seen.likely[place] >= HEADING
        and len(block.text) <= LONGEST_HEADING
        and not block.link_density
        and any(name_of(block.page.spelling(number)) in HEADINGS for number in islice(block.element.numbers(), DEEP))
        and len(_branch(block, seen.blocks[place + 1]).blocks(seen.blocks)) == 1
    )


def _branch(block: TextBlock, other: TextBlock) -> Element:
    """The outermost element around a block that does not hold the other."""
    around = [element for element in block.element.chain() if not element.holds(other.position)]
    return around[-1] if around else block.element


def _container(seen: _Seen) -> int:
    """Number of the innermost element that holds most of the text, in several blocks."""
    around = holding([seen.blocks[place] for place in seen.taken], MOST) if seen.taken else {}
    return max((number for number, count in around.items() if count > 1), default=0)


def _is_just_in(number: int, container: int, seen: _Seen) -> bool:
    """Whether an element stands in the container, or little deeper."""
    return container in islice(Element(seen.document.segments.elements, number).numbers(), 1, DEEP + 1)
