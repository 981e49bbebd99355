"""Body: the blocks that trafilatura's text agrees with, mended by structure.

1. A block agrees where its words stand in trafilatura's text.
2. What structure shows to be something else (captions, tag lists, promo boxes, …) is refused, and reported.
3. Siblings of the chosen paragraphs that trafilatura passed over (first paragraphs, headings, list items) are
   taken back.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import trafilatura

from scraper.article import Block
from scraper.extractors.roles import Role, Roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scraper.article import BlockType
    from scraper.extractors.document import Document, Element, TextBlock

SHINGLE = 4
"""Words in a row that are compared; the size of Zyte's benchmark."""
AGREEMENT = 0.8
"""Share of a block's shingles that must stand in trafilatura's text."""
HALF_LINK = 0.5
PARAGRAPH = 60
"""Characters from which a block tells where the article is."""
HOME = 0.25
"""Share of the chosen prose that makes a container the article's home."""

_WORD = re.compile(r"\w+")
_SIBLINGS = frozenset({"p", "h2", "h3", "h4", "h5", "li", "blockquote", "pre"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Body(NamedTuple):
    """Chosen blocks in reading order, and those that only structure kept out, with their roles."""

    chosen: tuple[TextBlock, ...]
    refused: tuple[tuple[Role, TextBlock], ...]


def body(document: Document, taken: Iterable[str] = ()) -> Body:
    """Body of a page; texts in `taken` (title, standfirst, …) stand in other fields and are left out."""
    elsewhere = {_key(text) for text in taken}
    agreed = [b for b in _agreed(document) if not b.element.hidden and _key(b.text) not in elsewhere]
    roles = Roles(agreed)
    found = [(roles.of(block), block) for block in agreed]
    chosen = [block for role, block in found if role is None]
    siblings = [
        block
        for block in _siblings(document.blocks, chosen)
        if roles.of(block) is None and _key(block.text) not in elsewhere
    ]
    return Body(
        tuple(_unique(sorted((*chosen, *siblings), key=lambda block: block.position))),
        tuple((role, block) for role, block in found if role is not None),
    )


def typed(blocks: Sequence[TextBlock]) -> tuple[tuple[TextBlock, Block], ...]:
    """Blocks of the record with the first text block of each; the cells of a table's row become one."""
    rows = (list(cells) for _, cells in groupby(blocks, key=lambda block: _row(block) or block.position))
    return tuple((cells[0], _typed(cells)) for cells in rows)


def _typed(cells: Sequence[TextBlock]) -> Block:
    first = cells[0]
    if _row(first) is not None:
        return Block(type="table", text=" | ".join(" ".join(cell.text.split()) for cell in cells))
    return Block(type=_type(first), text=first.text, level=_HEADINGS.get(first.element.tag))


def _agreed(document: Document) -> Iterator[TextBlock]:
    """Blocks that stand in trafilatura's text."""
    lines = _second_opinion(document).splitlines()
    parts = {_key(part) for line in lines for part in (line, *line.split("|"))} - {""}
    stream = _WORD.findall("\n".join(lines).casefold())
    shingles = set(zip(*(stream[start:] for start in range(SHINGLE)), strict=False))
    for block in document.blocks:
        words = _WORD.findall(block.text.casefold())
        own = list(zip(*(words[start:] for start in range(SHINGLE)), strict=False))
        if _key(block.text) in parts or (
            len(own) > 1 and sum(shingle in shingles for shingle in own) >= AGREEMENT * len(own)
        ):
            yield block


def _second_opinion(document: Document) -> str:
    text = trafilatura.extract(
        document.tree.html, url=document.url, include_comments=False, include_formatting=False, deduplicate=False
    )
    return text or ""


def _siblings(blocks: Sequence[TextBlock], chosen: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Blocks that stand among the chosen paragraphs, in the containers that hold most of those."""
    prose = [(home.number, block) for block in chosen if len(block.text) >= PARAGRAPH and (home := _home(block))]
    share: Counter[int] = Counter()
    for number, block in prose:
        share[number] += len(block.text)
    last = {number: block.position for number, block in prose}
    first = {number: block.position for number, block in reversed(prose)}
    known = {block.position for block in chosen}
    for block in blocks:
        place = _home(block)
        if (
            place is None
            or place.number not in last
            or share[place.number] < HOME * share.total()
            or block.position in known
        ):
            continue
        inside = first[place.number] <= block.position <= last[place.number]
        opening = block.element.tag == "p" and len(block.text) >= PARAGRAPH and block.position < first[place.number]
        if (inside or opening) and block.element.tag in _SIBLINGS and _readable(block):
            yield block


def _readable(block: TextBlock) -> bool:
    return not block.element.hidden and block.link_density <= HALF_LINK


def _home(block: TextBlock) -> Element | None:
    """The container a block stands in: of a list item, the one around the list."""
    parent = block.element.parent
    return parent.parent if parent is not None and block.element.tag == "li" else parent


def _unique(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    """Each text once: pages print pull quotes and teasers twice. Short texts may well recur."""
    seen: set[str] = set()
    for block in blocks:
        key = _key(block.text)
        if key not in seen or len(key) < PARAGRAPH:
            yield block
        seen.add(key)


def _row(block: TextBlock) -> Element | None:
    """The table row a cell's text stands in."""
    cell = next((element for element in block.element.chain() if element.tag in {"td", "th"}), None)
    return cell.parent if cell is not None else None


def _type(block: TextBlock) -> BlockType:
    tags = [element.tag for element in block.element.chain()]
    if tags[0] in _HEADINGS:
        return "heading"
    if block.element.preformatted:
        return "code"
    if "li" in tags or tags[0] in {"dd", "dt"}:
        return "list_item"
    return "quote" if "blockquote" in tags else "paragraph"


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
