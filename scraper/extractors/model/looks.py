"""What blocks' texts look like: all characters of a page counted at once, by the classes they are in.

Nothing here knows a language.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from scraper.extractors.elements import HIDDEN, LINKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from scraper.extractors.segments import TextBlock

    Column = NDArray[np.float64]

SPACE, DIGIT, UPPER, LOWER, COMMA, END, WIDE_END, QUOTE, NEWLINE = (1 << bit for bit in range(9))
"""Classes of characters, as bits."""
ONE_BYTE, TWO_BYTES = 0x7F, 0x7FF
"""Last code points of one byte, and of two, in UTF-8."""
CLASSED: Final = ((0, 0x3100), (0xFF00, 0xFFF0))
"""Code points that have a class; the others are letters without case."""
BOLD: Final = ("b>", "b ", "strong>", "strong ")
"""How start tags of bold text begin, behind the angle bracket."""
ITALIC: Final = ("i>", "i ", "em>", "em ")
"""How those of italic text begin."""

_CHARACTERS: Final = {
    COMMA: ",;،、，；",
    END: ".!?…।。！？؟",
    QUOTE: "\"'”“»«’‘„)]",
    NEWLINE: "\n",
    WIDE_END: "。！？",
}


def looks(blocks: Sequence[TextBlock]) -> NDArray[np.float64]:
    """Features, a row each, and a column for each block; the first is the length in characters."""
    return np.array([*_characters([block.text for block in blocks]), *_markup(blocks)], dtype=np.float64)


def _characters(texts: Sequence[str]) -> list[Column]:
    length = np.array([len(text) for text in texts], dtype=np.float64)
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    last = np.cumsum(length).astype(np.intp) - 1
    first = last - length.astype(np.intp) + 1
    kind = _classes().take(codes, mode="clip")

    def count(found: NDArray[np.bool_]) -> Column:
        return np.add.reduceat(found, first, dtype=np.float64)

    spaces = (kind & (SPACE | NEWLINE)) != 0
    closed = np.empty_like(spaces)
    closed[:-1] = (kind[1:] & (SPACE | NEWLINE | QUOTE)) != 0
    closed[last] = True
    words = count(spaces) + 1
    start, stop = kind[first], kind[last]
    before = kind[np.maximum(last - 1, first)]
    sentences = count((kind & (END * closed | WIDE_END)) != 0)
    return [
        length,
        words,
        length / words,
        sentences,
        sentences / words,
        ((stop & END) != 0) | (((stop & QUOTE) != 0) & ((before & END) != 0)),
        (start & UPPER) != 0,
        (start & LOWER) != 0,
        (start & DIGIT) != 0,
        count((kind & DIGIT) != 0) / length,
        count((kind & UPPER) != 0) / length,
        count((kind & COMMA) != 0) / length * 10,
        codes[last] == ord(":"),
        codes[last] == ord("?"),
        count(codes == ord("©")) > 0,
        count(codes == ord("|")) > 0,
        count(codes == ord("@")) > 0,
        (start & QUOTE) != 0,
        count((kind & NEWLINE) != 0),
        1 + count(codes > ONE_BYTE) / length + count(codes > TWO_BYTES) / length,
    ]


def _markup(blocks: Sequence[TextBlock]) -> list[Column]:
    """How much of each block is linked, bold or italic, in how many pieces, and whether it is hidden."""
    page = blocks[0].page
    markup, begin, traits = page.markup, page.begin, page.traits
    runs = [run for block in blocks for run in block.runs]
    size = np.array([len(text) for text, _ in runs], dtype=np.float64)
    linked = np.array([traits[number] & LINKED != 0 for _, number in runs])
    bold, italic = (np.array([markup.startswith(tags, begin[number]) for _, number in runs]) for tags in (BOLD, ITALIC))
    pieces = np.array([len(block.runs) for block in blocks])
    first = np.cumsum(pieces) - pieces

    def total(values: NDArray[np.generic]) -> Column:
        found: Column = np.add.reduceat(values, first, dtype=np.float64)
        return found

    whole = np.maximum(1.0, total(size))
    return [
        total(size * linked) / whole,
        total(size * bold) / whole,
        total(size * italic) / whole,
        pieces.astype(np.float64),
        total(linked),
        np.array([traits[block.home] & HIDDEN != 0 for block in blocks], dtype=np.float64),
    ]


@cache
def _classes() -> NDArray[np.uint16]:
    """Classes of each code point of the basic plane; the last stands for all beyond."""
    table = np.zeros(0x10000, dtype=np.uint16)
    for begin, end in CLASSED:
        for code in range(begin, end):
            table[code] = _class(chr(code))
    for kind, characters in _CHARACTERS.items():
        for character in characters:
            table[ord(character)] |= kind
    return table


def _class(character: str) -> int:
    return (
        SPACE * character.isspace() | DIGIT * character.isdigit() | UPPER * character.isupper()
        | LOWER * character.islower()
    )  # fmt: skip
