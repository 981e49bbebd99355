"""Serialised HTML as columns: where its tags stand, what each element is and what it stands in.

What lexbor serialises (HTML Standard, 13.3) is well nested, spells every tag one way and escapes every angle bracket
that is no tag's. So all tags are found, nested and told apart by a few array operations, whatever their number, where
a walk from node to node would cost more than all the rest of reading a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from scraper.extractors.elements import (
    BLOCK,
    BREAK,
    CUSTOM,
    DIALOG,
    HIDDEN,
    INHERITED,
    KNOWN,
    LINKED,
    LITERAL,
    LITERAL_NAMES,
    PARAGRAPH,
    VOID,
    hides,
    name_of,
    traits_of_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import AnyStr

    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]

HIDING: Final = (b"sr-only", b"visually", b"screen", b"assistive-text", b"-vh", b"hidden-label")
"""What a tag is spelled with that hides its element by its class; others are not looked at more closely."""

_LITERAL: Final = re.compile(rf"(<({'|'.join(sorted(LITERAL_NAMES))})[^>]*>)(.*?)(?=</\2>)", re.DOTALL)
_BREAK: Final = re.compile(rb'span class="(?:[^"]* )?br[ "]')
_LESS, _GREATER, _SLASH, _SPACE, _EQUALS, _OTHER = b"<>/ =?"  # `?` is what a character beyond a byte is encoded as
_LETTERS: Final = 8  # of a name, read as one number, the first letter its lowest byte
_DELETE, _NO_BREAK_SPACE = b"\x7f\xa0"  # between them there are spaces
_EVERY: Final = np.uint64(0x0101010101010101)  # times a byte: that byte in each place
_HIGH: Final = np.uint64(0x8080808080808080)


@dataclass(frozen=True, slots=True)
class Markup:
    """Tags of a serialised element; arrays by tag, but for the last four, which are by element.

    `text` is what is cut up. A tag stands from `begin` to `end`, the text behind it up to `until`; `blank` where
    that is white space only. `owner` is the element that text stands in, `opens` where a tag opens an element,
    `element` the one that it opens or closes. `tag` is where an element was opened, `closed` the tag that closed it,
    `parent` its parent (the root's is itself), `traits` a sum of traits.
    """

    text: str
    begin: Numbers
    end: Numbers
    until: Numbers
    blank: NDArray[np.bool_]
    owner: Numbers
    opens: NDArray[np.bool_]
    element: Numbers
    tag: Numbers
    closed: Numbers
    parent: Numbers
    traits: NDArray[np.int64]


def read_markup(serialised: str) -> Markup:
    """Markup of one element as lexbor serialises it, from its start tag to its end tag."""
    text = _without_comments(serialised)
    tags = _tags(text)
    if (tags.traits & LITERAL).any():
        text = _LITERAL.sub(lambda found: found[1] + escape(found[3], quote=False), text)
        tags = _tags(text)
    raw, begin, end, opens, tag, named = tags
    until = np.append(begin[1:] - 1, len(raw))
    owner, element = _nested(opens, (named & VOID) != 0)
    parent = np.where(tag > 0, owner[tag - 1], 0)
    closed = np.full(len(tag), len(begin))
    closed[element[~opens]] = np.flatnonzero(~opens)
    blank = _blank(text, raw, end + 1, until)
    beside = ~blank[np.maximum(tag - 1, 0)] & (tag > 0) | ~np.append(blank, True)[closed]
    traits = _inherited(_spelled_traits(raw, begin[tag], end[tag], named), parent, beside)
    return Markup(text, begin, end, until, blank, owner, opens, element, tag, closed, parent, traits)


class _Tags(NamedTuple):
    """Tags of a text: the text with one byte a character, which is searched several times as fast; columns by tag.

    `tag` are those that open an element, `traits` what the names of these say.
    """

    raw: bytes
    begin: Numbers
    end: Numbers
    opens: NDArray[np.bool_]
    tag: Numbers
    traits: NDArray[np.int64]


def _tags(text: str) -> _Tags:
    """Tags: each ends at a `>`, and begins behind the first `<` after the one before.

    A name of an attribute may hold a `<`, where somebody forgot to close the tag before.
    """
    raw = text.encode("latin-1", "replace")
    characters = np.frombuffer(raw, dtype=np.uint8)
    less, end = np.flatnonzero(characters == _LESS), np.flatnonzero(characters == _GREATER)
    if len(less) > len(end):
        less = less[np.searchsorted(less, np.append(0, end[:-1]))]
    begin = less + 1
    opens = characters[begin] != _SLASH
    tag = np.flatnonzero(opens)
    return _Tags(raw, begin, end, opens, tag, _named_traits(raw, begin[tag], end[tag]))


def _without_comments(serialised: str) -> str:
    """Markup without comments; a literal text may begin one that nothing ends."""
    kept, end = [], 0
    while (start := serialised.find("<!--", end)) >= 0 and (close := serialised.find("-->", start + 4)) >= 0:
        kept.append(serialised[end:start])
        end = close + 3
    return "".join((*kept, serialised[end:]))


def _named_traits(raw: bytes, begin: Numbers, end: Numbers) -> NDArray[np.int64]:
    """Traits that the name alone decides, of each start tag."""
    names = _first_word(_windows(raw)[begin])
    known, table = _table()
    place = np.minimum(np.searchsorted(known, names), len(known) - 1)
    traits = table[place]
    for number in np.flatnonzero(known[place] != names).tolist():
        traits[number] = traits_of_name(name_of(raw[begin[number] : end[number]].decode("latin-1")))
    return traits


def _windows(raw: bytes) -> NDArray[np.uint64]:
    """Eight letters from each place on; behind the name of a start tag there are as many, `></body>`."""
    return np.ndarray(len(raw) - _LETTERS + 1, "<u8", raw, strides=(1,))


def _first_word(letters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Eight letters each, zero from the first space or `>`: the lowest byte that borrows when 1 is taken from it."""
    space, greater = letters ^ _EVERY * np.uint64(_SPACE), letters ^ _EVERY * np.uint64(_GREATER)
    ends = ((space - _EVERY) & ~space | (greater - _EVERY) & ~greater) & _HIGH
    return letters & (((ends & -ends) >> np.uint64(7)) - np.uint64(1))


@cache
def _table() -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """First letters of known names as numbers, in order, and their traits."""
    names = {int.from_bytes(name.encode()[:_LETTERS], "little"): name for name in KNOWN}
    return np.array(sorted(names), dtype=np.uint64), np.array([traits_of_name(names[key]) for key in sorted(names)])


def _nested(opens: NDArray[np.bool_], void: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """For each tag the element that the text after it stands in, and the one that it opens or closes."""
    number = np.cumsum(opens) - 1
    enters = opens.copy()
    enters[opens] = ~void
    level = np.cumsum(np.where(opens, enters, -1))
    order = np.argsort(level.astype(np.min_scalar_type(level.max())), kind="stable")  # short ones sort by radix
    latest = np.maximum.accumulate(np.where(enters[order], np.arange(len(order)), 0))
    owner = np.empty_like(number)
    owner[order] = number[order][latest]
    around = np.concatenate(([0], owner[:-1]))
    return owner, np.where(opens, number, around)


def _spelled_traits(raw: bytes, begin: Numbers, end: Numbers, named: NDArray[np.int64]) -> NDArray[np.int64]:
    """Traits with those that attributes decide: hidden elements, anchors that link nowhere, `<span class="br">`."""
    traits = named.copy()
    characters = np.frombuffer(raw, dtype=np.uint8)
    equals = np.flatnonzero(characters == _EQUALS)
    before = _windows(raw)[np.maximum(equals - _LETTERS, 0)]

    def around(places: Numbers) -> Numbers:
        number = np.searchsorted(begin, places, side="right") - 1
        return number[end[number] > places]

    def spelled(attribute: bytes) -> Numbers:
        ending = before >> np.uint64(8 * (_LETTERS - len(attribute)))
        return around(equals[ending == int.from_bytes(attribute, "little")])

    classed = around(np.fromiter(occurrences(raw, HIDING), dtype=np.intp))
    suspects = np.concatenate((spelled(b" hidden"), spelled(b" style"), classed, np.flatnonzero(named & DIALOG)))
    for number in set(suspects.tolist()):
        if hides(raw[begin[number] : end[number]].decode("latin-1")):
            traits[number] |= HIDDEN
    linked = np.zeros(len(named), dtype=np.bool_)
    linked[spelled(b"href")] = True
    traits[~linked] &= ~LINKED
    for number in spelled(b"an class").tolist():
        if _BREAK.match(raw, begin[number]):
            traits[number] |= BREAK
    return traits


def occurrences(text: AnyStr, needles: Iterable[AnyStr]) -> Iterator[int]:
    """Places at which one of `needles` stands, those of each in order; faster than a regular expression."""
    for needle in needles:
        place = text.find(needle)
        while place >= 0:
            yield place
            place = text.find(needle, place + len(needle))


def _blank(text: str, raw: bytes, begin: Numbers, until: Numbers) -> NDArray[np.bool_]:
    """Whether each text is white space only, or nothing."""
    blank: NDArray[np.bool_] = begin == until
    filled = np.flatnonzero(~blank)
    if len(filled):
        edges = np.stack((begin[filled], until[filled]), axis=1).ravel()
        highest = np.maximum.reduceat(np.frombuffer(raw, dtype=np.uint8), edges)[::2]
        blank[filled] = highest <= _SPACE
        for number in filled[(highest == _OTHER) | (highest > _DELETE) & (highest <= _NO_BREAK_SPACE)].tolist():
            blank[number] = text[begin[number] : until[number]].isspace()
    return blank


def _inherited(traits: NDArray[np.int64], parent: Numbers, beside: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Traits with those of all ancestors that hold inside them, too.

    A custom element breaks the line unless it stands in running text: in a paragraph, or with text right `beside` it.
    """
    for number in np.flatnonzero((traits & CUSTOM != 0) & ~beside).tolist():
        around = traits[parent[number]]
        if around & BLOCK and not around & PARAGRAPH:
            traits[number] |= BLOCK
    passed, above = traits & INHERITED, parent
    while above.any():
        passed |= passed[above]
        above = above[above]
    return traits | passed
