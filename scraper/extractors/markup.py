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
from typing import TYPE_CHECKING, Final

import numpy as np

from scraper.extractors.elements import (
    BLOCK,
    BREAK,
    CUSTOM,
    HIDDEN,
    INHERITED,
    KNOWN,
    LINKED,
    PARAGRAPH,
    VOID,
    hides,
    traits_of_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]

LITERAL: Final = ("xmp", "plaintext", "noembed", "noframes")
"""Elements whose text is serialised as it is, angle brackets and all."""
LONGEST_NAME: Final = 16
"""Characters of a tag's name that are looked at."""
HIDING: Final = (b' hidden="', b' style="', b"sr-only", b"visually", b"screen", b"assistive-text", b"<dialog")
"""What a tag that hides its element is spelled with; those without are not looked at more closely."""

_COMMENT: Final = re.compile("<!--.*?-->", re.DOTALL)
_LITERAL: Final = re.compile(rf"(<({'|'.join(LITERAL)})[^>]*>)(.*?)(?=</\2>)", re.DOTALL)
_NO_LINK: Final = re.compile(rb"<a(?=>| (?![^>]*href=))")
_BREAK: Final = re.compile(rb'<span class="(?:[^"]* )?br[ "]')
_LESS, _GREATER, _SLASH, _SPACE, _DASH = b"<>/ -"


@dataclass(frozen=True, slots=True)
class Markup:
    """Tags of a serialised element; arrays by tag, but for the last four, which are by element.

    `text` is what is cut up. A tag stands from `begin` to `end`, the text behind it up to `until`; `blank` where
    that is white space only. `owner` is the element that text stands
    in, `opens` where a tag opens an element, `element` the one that it opens or closes. `tag` is where an element was
    opened, `closed` the tag that closed it, `parent` its parent (the root's is itself), `traits` a sum of traits.
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
    text = _plain(serialised)
    raw = text.encode("latin-1", "replace")
    characters = np.frombuffer(raw, dtype=np.uint8)
    begin, end = _tags(characters)
    until = np.append(begin[1:] - 1, len(characters))
    opens = characters[begin] != _SLASH
    tag = np.flatnonzero(opens)
    traits = _named_traits(characters, begin[tag])
    owner, element = _nested(opens, (traits & VOID) != 0)
    parent = np.where(tag > 0, owner[tag - 1], 0)
    closed = np.full(len(tag), len(begin))
    closed[element[~opens]] = np.flatnonzero(~opens)
    blank = _blank(text, end + 1, until)
    beside = ~blank[np.maximum(tag - 1, 0)] & (tag > 0) | ~np.append(blank, True)[closed]
    traits = _inherited(_spelled_traits(raw, begin, end, element, traits), parent, beside)
    return Markup(text, begin, end, until, blank, owner, opens, element, tag, closed, parent, traits)


def _tags(characters: NDArray[np.uint8]) -> tuple[Numbers, Numbers]:
    """Where each tag begins and ends: at a `>`, and behind the first `<` after the one before.

    A name of an attribute may hold a `<`, where somebody forgot to close the tag before.
    """
    less, end = np.flatnonzero(characters == _LESS), np.flatnonzero(characters == _GREATER)
    return less[np.searchsorted(less, np.append(0, end[:-1]))] + 1, end


def _plain(serialised: str) -> str:
    """Markup without comments, and with its literal texts escaped as all others are."""
    if "<!--" in serialised:
        serialised = _COMMENT.sub("", serialised)
    if any(f"<{name}" in serialised for name in LITERAL):
        serialised = _LITERAL.sub(lambda found: found[1] + escape(found[3], quote=False), serialised)
    return serialised


def _named_traits(characters: NDArray[np.uint8], begin: Numbers) -> NDArray[np.int64]:
    """Traits that the name alone decides, of each start tag."""
    places = np.minimum(begin[:, None] + np.arange(LONGEST_NAME), len(characters) - 1)
    letters = characters[places]
    letters[np.logical_or.accumulate((letters == _SPACE) | (letters == _GREATER), axis=1)] = 0
    names = letters.view(f"S{LONGEST_NAME}").ravel()
    known, traits = _table()
    place = np.minimum(np.searchsorted(known, names), len(known) - 1)
    other = np.where((letters == _DASH).any(axis=1), CUSTOM, BLOCK)
    return np.where(known[place] == names, traits[place], other)


@cache
def _table() -> tuple[NDArray[np.bytes_], NDArray[np.int64]]:
    """Names that are no plain block's, in order, and their traits."""
    names = sorted(name.encode() for name in KNOWN)
    return np.array(names, dtype=f"S{LONGEST_NAME}"), np.array([traits_of_name(name.decode()) for name in names])


def _nested(opens: NDArray[np.bool_], void: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """For each tag the element that the text after it stands in, and the one that it opens or closes."""
    number = np.cumsum(opens) - 1
    enters = opens.copy()
    enters[opens] = ~void
    level = np.cumsum(np.where(opens, enters, -1))
    order = np.argsort(level, kind="stable")
    latest = np.maximum.accumulate(np.where(enters[order], np.arange(len(order)), 0))
    owner = np.empty_like(number)
    owner[order] = number[order][latest]
    around = np.concatenate(([0], owner[:-1]))
    return owner, np.where(opens, number, around)


def _spelled_traits(
    raw: bytes, begin: Numbers, end: Numbers, element: Numbers, traits: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Traits with those that attributes decide: hidden elements, anchors that link nowhere, `<span class="br">`.

    `raw` is the markup with one byte a character: bytes are searched several times as fast.
    """
    traits = traits.copy()

    def elements(places: Iterator[int]) -> Iterator[int]:
        found = np.searchsorted(begin, np.fromiter(places, dtype=np.intp), side="right") - 1
        return iter(np.unique(found).tolist())

    for tag in elements(place + 1 for place in _occurrences(raw, HIDING)):
        spelling = raw[begin[tag] : end[tag]].decode("latin-1")
        if spelling[:1] != "/" and hides(spelling):
            traits[element[tag]] |= HIDDEN
    for tag in elements(found.start() + 1 for found in _NO_LINK.finditer(raw)):
        traits[element[tag]] &= ~LINKED
    for tag in elements(found.start() + 1 for found in _BREAK.finditer(raw)):
        traits[element[tag]] |= BREAK
    return traits


def _occurrences(raw: bytes, needles: Iterable[bytes]) -> Iterator[int]:
    """Places at which one of `needles` stands."""
    for needle in needles:
        place = raw.find(needle)
        while place >= 0:
            yield place
            place = raw.find(needle, place + len(needle))


def _blank(text: str, begin: Numbers, until: Numbers) -> NDArray[np.bool_]:
    """Whether each text is white space only, or nothing."""
    blank: NDArray[np.bool_] = begin == until
    filled = np.flatnonzero(~blank)
    places = zip(begin[filled].tolist(), until[filled].tolist(), strict=True)
    blank[filled] = [text[start:end].isspace() for start, end in places]
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
