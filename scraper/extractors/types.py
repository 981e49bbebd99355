"""What kind of text each block of the body is: heading, list item, quote, row of a table, code, entry, paragraph.

The innermost element that names a kind decides, unless it is the article's frame: a table, list item or blockquote
around most of the text, or a list item built like a section. A live blog's entry is a block of type `entry` with its
time and heading, and its text follows as blocks of their own kinds.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from scraper.article import Block
from scraper.extractors.ago import AGO, absolute_stamp
from scraper.extractors.elements import Element, name_of
from scraper.extractors.live import CLOCK
from scraper.extractors.roles import holding, is_called_quote, is_wholly
from scraper.extractors.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from scraper.article import BlockType
    from scraper.extractors.document import Document
    from scraper.extractors.live import Entry
    from scraper.extractors.segments import TextBlock
    from scraper.extractors.tables import Row

FRAME: Final = 0.8
"""Share of the text from which an element is the article's frame."""
FRAMED: Final = 3
"""Blocks a frame holds at least."""
MOST_ROWS: Final = 0.5
"""Share of a table's rows from which all of them are given."""
LEVELS: Final[Mapping[str, int]] = {f"h{level}": level for level in range(1, 7)}
KINDS: Final[Mapping[str, BlockType]] = {
    **dict.fromkeys(LEVELS, "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "list_item"),
    **dict.fromkeys(("pre", "listing", "xmp"), "code"),
    "blockquote": "quote",
}
WHOLE: Final[Mapping[str, BlockType]] = {"q": "quote", "code": "code"}
"""Kinds of phrasing elements that are all there is in a block."""

ITEMS: Final = frozenset({"li", "dd"})
WEIGHTS: Final[Mapping[str, int]] = {"p": 1, **dict.fromkeys(LEVELS, 2)}
"""How much a tag makes of a list item a section: a heading does, and two paragraphs."""

_SPACE: Final = re.compile(r"\s+")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")


def typed(
    chosen: Sequence[TextBlock], document: Document, live: Mapping[int, Entry], fetched_at: datetime | None = None
) -> tuple[tuple[TextBlock, Block], ...]:
    """Blocks of the record, each with its first text block, from the blocks of `document` that are its body.

    `live` are the entries of a live blog; what they tell of their time is made absolute by `fetched_at`.
    """
    table = rows(document)
    chosen = _completed(chosen, table)
    heads = {block.position: entry for entry in live.values() for block in entry.head}
    units: dict[int, tuple[TextBlock, ...]] = {}
    for block in chosen:
        for unit in _units(block, heads, live, table):
            units.setdefault(_first(unit).position, unit)
    kinds = _kinds(chosen, document, live.keys())
    first = {entry.head[0].position for entry in live.values()}
    return tuple(
        (_first(unit), _entry(unit, fetched_at) if unit[0].position in first else _block(unit, kinds, table))
        for _, unit in sorted(units.items())
    )


def _first(unit: Sequence[TextBlock]) -> TextBlock:
    """The block of a unit that stands first on the page; an entry tells its time first, wherever it stands."""
    return min(unit, key=lambda block: block.position)


def _completed(chosen: Sequence[TextBlock], table: Mapping[int, Row]) -> Sequence[TextBlock]:
    """Chosen blocks with the rest of each data table of which half the rows are chosen: its head, its caption."""
    positions = {block.position for block in chosen}
    all_rows = {row.blocks[0].position: row for row in table.values()}.values()
    whole = Counter(row.table for row in all_rows)
    taken = Counter(row.table for row in all_rows if any(block.position in positions for block in row.blocks))
    more = [row.blocks[0] for row in all_rows if taken[row.table] >= MOST_ROWS * whole[row.table]]
    return [*chosen, *more]


def _units(
    block: TextBlock, heads: Mapping[int, Entry], live: Mapping[int, Entry], table: Mapping[int, Row]
) -> tuple[tuple[TextBlock, ...], ...]:
    """What a chosen block gives: the head of the entry it stands in, and its table row, or itself."""
    if block.position in heads:
        return (heads[block.position].head,)
    entry = next((live[number] for number in block.element.numbers() if number in live), None) if live else None
    row = table.get(block.position)
    return (*((entry.head,) if entry else ()), row.blocks if row else (block,))


def _entry(unit: Sequence[TextBlock], fetched_at: datetime | None) -> Block:
    """The head of a live blog's entry: its time and heading as one line."""
    return Block(type="entry", text=" | ".join(_stamp(block, fetched_at) for block in unit))


def _stamp(block: TextBlock, fetched_at: datetime | None) -> str:
    """A line of an entry's head; a relative stamp as what its `<time>` declares, else as `fetched_at` makes it.

    Beside the time of day, it says nothing more and is left out.
    """
    parts = [_SPACE.sub(" ", piece.text).strip() for piece in block.pieces]
    if any(map(AGO.fullmatch, parts)) and any(map(CLOCK.search, parts)):
        return " ".join(part for part in parts if part and not AGO.fullmatch(part))
    text = _SPACE.sub(" ", block.text)
    if AGO.search(text) and is_wholly(block, "time"):
        times = (element.attributes for element in block.pieces[0].element.chain() if element.tag == "time")
        if (declared := next(times).get("datetime", "")) and _MOMENT.match(declared):
            return declared
    return absolute_stamp(text, fetched_at) or text


def _block(unit: Sequence[TextBlock], kinds: Mapping[int, BlockType], table: Mapping[int, Row]) -> Block:
    first = unit[0]
    row = table.get(first.position)
    if row:
        return Block(type="table", text=row.text)
    kind = _kind(first, kinds)
    return Block(type=kind, text=first.text, level=_level(first.element) if kind == "heading" else None)


def _kind(block: TextBlock, kinds: Mapping[int, BlockType]) -> BlockType:
    named = (kinds[number] for number in block.element.numbers() if number in kinds)
    whole = (kind for tag, kind in WHOLE.items() if is_wholly(block, tag))
    return next(chain(named, whole), "paragraph")


def _kinds(chosen: Sequence[TextBlock], document: Document, entries: AbstractSet[int]) -> Mapping[int, BlockType]:
    """Kinds that the elements around the chosen blocks name, by number: those of no frame, and of no live entry."""
    page = document.segments.elements
    around = {number for block in chosen for number in block.element.numbers()}
    named = {number: kind for number in around if (kind := _named(page.spelling(number)))}
    sections = _sections(chosen, document) if "list_item" in named.values() else frozenset()
    frames = sections | (_frames(chosen, document) if named else frozenset())
    return {number: kind for number, kind in named.items() if number not in frames and number not in entries}


@lru_cache(maxsize=4096)
def _named(spelling: str) -> BlockType | None:
    """Kind that an element's start tag names."""
    kind = KINDS.get(name_of(spelling))
    return "quote" if kind is None and is_called_quote(spelling) else kind


def _level(element: Element) -> int:
    return next(LEVELS[above.tag] for above in element.chain() if above.tag in LEVELS)


def _frames(chosen: Sequence[TextBlock], document: Document) -> frozenset[int]:
    """Numbers of elements that hold the article, and so say nothing of a block's kind."""
    page, homes = document.segments.elements, {block.home for block in chosen}
    blocks = sorted({block.position: block for block in chosen}.values(), key=lambda block: block.position)
    around = (number for number, count in holding(blocks, FRAME).items() if count >= FRAMED)
    return frozenset(number for number in around if number not in homes or name_of(page.spelling(number)) != "li")


def _sections(chosen: Sequence[TextBlock], document: Document) -> frozenset[int]:
    """Numbers of list items that hold a heading, or paragraphs."""
    items = {item for block in chosen if (item := _item(block))}
    return frozenset(
        item.number
        for item in items
        if sum(WEIGHTS.get(block.element.tag, 0) for block in item.blocks(document.blocks) if _item(block) == item) > 1
    )


def _item(block: TextBlock) -> Element | None:
    """The list item that a shown block stands in."""
    around = (number for number in block.element.numbers() if name_of(block.page.spelling(number)) in ITEMS)
    item = None if block.element.hidden else next(around, None)
    return None if item is None else Element(block.page, item)
