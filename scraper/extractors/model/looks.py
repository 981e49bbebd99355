"""What blocks' texts look like: all characters of a page counted at once, by the classes they are in.

Nothing here knows a language.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from scraper.extractors.elements import HIDDEN, LINKED, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from scraper.extractors.segments import TextBlock

    Column = NDArray[np.float64]

(SPACE, DIGIT, UPPER, LOWER, COMMA, END, WIDE_END, QUOTE, NEWLINE, COPYRIGHT, BAR, AT, WIDE, WIDER) = (
    1 << bit for bit in range(14)
)
"""Classes of characters, as bits; the last two are of what takes more than one byte, or than two, in UTF-8."""
ONE_BYTE, TWO_BYTES = 0x7F, 0x7FF
"""Last code points of one byte, and of two, in UTF-8."""
CLASSED: Final = ((0, 0x3100), (0xFF00, 0xFFF0))
"""Code points that have a class of their own; the others are letters without case."""
BOLD, ITALIC = 1, 2
STYLES: Final = {"b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC}
"""Styles by the names of elements that have one."""

_INITIALS: Final = frozenset(name[0] for name in STYLES)
_CHARACTERS: Final = {
    COMMA: ",;،、，；",
    END: ".!?…।。！？؟",
    WIDE_END: "。！？",
    QUOTE: "\"'”“»«’‘„)]",
    NEWLINE: "\n",
    COPYRIGHT: "©",
    BAR: "|",
    AT: "@",
}
_COUNTED: Final = (SPACE | NEWLINE, DIGIT, UPPER, COMMA, COPYRIGHT, BAR, AT, NEWLINE, WIDE, WIDER)


def looks(blocks: Sequence[TextBlock]) -> NDArray[np.float64]:
    """Features, a row each, and a column for each block; the first is the length in characters."""
    return np.array([*_characters([block.text for block in blocks]), *_markup(blocks)], dtype=np.float64)


def _characters(texts: Sequence[str]) -> list[Column]:
    size = np.array([len(text) for text in texts])
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    last = np.cumsum(size) - 1
    first = last - size + 1
    kinds, kind_of = _kinds()
    kind = kind_of.take(codes, mode="clip")
    count = 2 * len(kinds)
    closes = (len(kinds) * (kinds & (SPACE | NEWLINE | QUOTE) != 0)).astype(np.uint8).take(kind)
    closes[:-1] = closes[1:]
    closes[last] = len(kinds)
    found = np.repeat(np.arange(len(texts)) * count, size) + (closes + kind)
    # Each text by what its characters are, and by whether a sentence could end with them.
    counts = np.bincount(found, minlength=len(texts) * count).reshape(-1, count)
    spaces, digits, upper, commas, copyrights, bars, ats, newlines, wide, wider, sentences = (counts @ _counted()).T
    length, words = size.astype(np.float64), spaces + 1
    start, stop, before = kinds[kind[first]], kinds[kind[last]], kinds[kind[np.maximum(last - 1, first)]]
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
        digits / length,
        upper / length,
        commas / length * 10,
        codes[last] == ord(":"),
        codes[last] == ord("?"),
        copyrights > 0,
        bars > 0,
        ats > 0,
        (start & QUOTE) != 0,
        newlines,
        1 + wide / length + wider / length,
    ]


def _markup(blocks: Sequence[TextBlock]) -> list[Column]:
    """How much of each block is linked, bold or italic, in how many pieces, and whether it is hidden."""
    page = blocks[0].page
    markup, begin, traits = page.markup, page.begin, page.traits
    texts, numbers = zip(*(run for block in blocks for run in block.runs), strict=True)
    size = np.array([*map(len, texts)], dtype=np.float64)
    linked = np.array([traits[number] for number in numbers]) & LINKED != 0
    styles = np.array(
        [
            STYLES.get(name_of(page.spelling(number)), 0) if markup[begin[number]] in _INITIALS else 0
            for number in numbers
        ]
    )
    pieces = np.array([len(block.runs) for block in blocks])
    first = np.cumsum(pieces) - pieces

    def total(values: NDArray[np.generic]) -> Column:
        found: Column = np.add.reduceat(values, first, dtype=np.float64)
        return found

    whole = np.maximum(1.0, total(size))
    return [
        total(size * linked) / whole,
        total(size * (styles == BOLD)) / whole,
        total(size * (styles == ITALIC)) / whole,
        pieces.astype(np.float64),
        total(linked),
        np.array([traits[block.home] & HIDDEN != 0 for block in blocks], dtype=np.float64),
    ]


@cache
def _kinds() -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Kinds of characters by their classes, and the kind of each of the basic plane; the last stands for all beyond."""
    codes = np.arange(0x10000)
    table = WIDE * (codes > ONE_BYTE) + WIDER * (codes > TWO_BYTES)
    for begin, end in CLASSED:
        for code in range(begin, end):
            table[code] |= _class(chr(code))
    for kind, characters in _CHARACTERS.items():
        for character in characters:
            table[ord(character)] |= kind
    kinds, kind_of = np.unique(table, return_inverse=True)
    return kinds, kind_of.astype(np.uint8)


@cache
def _counted() -> NDArray[np.float64]:
    """Which kinds each count is of, a column a count: those of `_COUNTED`, and ends of sentences.

    A row is a kind of character: all kinds where no sentence can end, then all where one can.
    """
    kinds, _ = _kinds()
    counted = [np.tile(kinds & classes != 0, 2) for classes in _COUNTED]
    ends = np.concatenate((kinds & WIDE_END != 0, kinds & (END | WIDE_END) != 0))
    return np.array([*counted, ends], dtype=np.float64).T


def _class(character: str) -> int:
    return (
        SPACE * character.isspace() | DIGIT * character.isdigit() | UPPER * character.isupper()
        | LOWER * character.islower()
    )  # fmt: skip
