"""Data tables, row by row.

Old pages lay themselves out with tables, and newsletters still do: a table is data unless its cells hold what a page
holds. A row is given whole, whichever of its cells were chosen, and an empty cell keeps its place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from scraper.extractors.document import Document
    from scraper.extractors.elements import Element
    from scraper.extractors.segments import TextBlock

CELLS: Final = frozenset({"td", "th", "caption"})
NO_DATA: Final = frozenset({"presentation", "none"})
LONGEST_CELL: Final = 400
"""Characters above which several texts in a cell of a table without headers are prose."""
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_SPACE: Final = re.compile(r"\s+")


class Row(NamedTuple):
    """A row's blocks, its cells as one line (`Ferry | | 2`), and the number of its table."""

    blocks: tuple[TextBlock, ...]
    text: str
    table: int


class _Placed(NamedTuple):
    """A block in its innermost cell; `table` is the cell's."""

    block: TextBlock
    cell: Element
    table: Element


def rows(document: Document) -> Mapping[int, Row]:
    """Rows of the page's data tables, by the position of each of their blocks."""
    placed = [place for block in _tabled(document) if not block.element.hidden and (place := _placed(block))]
    layouts = _layouts(placed)
    by_row: dict[int, list[_Placed]] = defaultdict(list)
    for place in placed:
        if place.table.number not in layouts:
            by_row[(place.cell if place.cell.tag == "caption" else place.cell.parent or place.cell).number].append(
                place
            )
    drawn = _drawn(document) if by_row else {}
    found = [
        Row(tuple(place.block for place in row), _line(_cells(row), drawn), row[0].table.number)
        for row in by_row.values()
    ]
    return {block.position: row for row in found for block in row.blocks}


def _tabled(document: Document) -> Sequence[TextBlock]:
    """Blocks of the page that stand in a table."""
    inside = {block.position: block for table in document.segments.tables for block in table.blocks(document.blocks)}
    return [inside[position] for position in sorted(inside)]


def _placed(block: TextBlock) -> _Placed | None:
    """A block's place in a table; code keeps its lines, and is no cell."""
    if block.element.preformatted:
        return None
    chain = block.element.chain()
    cell = next((element for element in chain if element.tag in CELLS), None)
    table = next((element for element in chain if element.tag == "table"), None)
    return _Placed(block, cell, table) if cell and table else None


def _layouts(placed: Sequence[_Placed]) -> frozenset[int]:
    """Numbers of the tables that are no data."""
    by_table: dict[int, list[_Placed]] = defaultdict(list)
    for place in placed:
        by_table[place.table.number].append(place)
    around = {
        element.number
        for inside in by_table.values()
        for element in inside[0].table.chain()
        if element.tag == "table" and element.number != inside[0].table.number
    }
    return frozenset(around | {number for number, inside in by_table.items() if _is_layout(inside)})


def _is_layout(inside: Sequence[_Placed]) -> bool:
    if (inside[0].table.attributes.get("role") or "") in NO_DATA:
        return True
    if any(place.cell.tag in {"th", "caption"} for place in inside):
        return False
    columns: dict[int, set[int]] = defaultdict(set)
    texts: dict[int, list[str]] = defaultdict(list)
    for place in inside:
        columns[place.cell.parent.number if place.cell.parent else 0].add(place.cell.number)
        texts[place.cell.number].append(place.block.text)
    return (
        max(map(len, columns.values())) == 1
        or any(len(cell) > 1 and sum(map(len, cell)) > LONGEST_CELL for cell in texts.values())
        or any(place.block.element.tag in HEADINGS for place in inside)
    )


def _cells(row: Iterable[_Placed]) -> tuple[str, ...]:
    """Texts of a row's cells that have any."""
    cells: dict[int, list[str]] = defaultdict(list)
    for place in row:
        cells[place.cell.number].append(_SPACE.sub(" ", place.block.text))
    return tuple(" ".join(texts) for texts in cells.values())


def _line(cells: tuple[str, ...], drawn: Mapping[tuple[str, ...], Sequence[bool]]) -> str:
    """Cells as one line, with the empty ones where they are drawn."""
    filled = iter(cells)
    pattern = drawn.get(tuple(map(_squeezed, cells)), [True] * len(cells))
    return _SPACE.sub(" ", " | ".join(next(filled) if full else "" for full in pattern)).strip()


def _drawn(document: Document) -> Mapping[tuple[str, ...], Sequence[bool]]:
    """Which cells of a row have text, by the texts; of two rows that say the same, the first."""
    found: dict[tuple[str, ...], Sequence[bool]] = {}
    for node in document.tree.tags("tr"):
        texts = [_squeezed(cell.text(deep=True)) for cell in node.iter() if _is_cell(cell)]
        found.setdefault(tuple(filter(None, texts)), [bool(text) for text in texts])
    return found


def _is_cell(node: LexborNode) -> bool:
    return node.tag in CELLS


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)
