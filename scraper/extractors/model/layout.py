"""Where the blocks of a page stand: its elements as arrays, for features to be counted over containers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

import numpy as np

from scraper.extractors.elements import LONGEST_ID, class_of, name_of, words_of
from scraper.extractors.roles import BY_WORD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from scraper.extractors.elements import Elements
    from scraper.extractors.segments import Segments

TAGS: Final = (
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "span", "td", "th", "dd", "dt", "blockquote", "figcaption",
    "button", "a", "section", "pre", "article", "label", "summary", "tr", "body", "strong",
)  # fmt: skip
"""Tags of a block's element and of its parent that are features."""
ANCESTORS: Final = (
    "article", "main", "aside", "nav", "footer", "header", "figure", "form", "ul", "ol", "table", "section",
    "blockquote", "dl", "details", "button", "dialog", "noscript", "figcaption", "a", "p",
)  # fmt: skip
"""Tags whose presence above a block is a feature."""
WORDS: Final[Mapping[str, str]] = {
    **BY_WORD,
    **dict.fromkeys(("toc", "contents"), "toc"),
    **dict.fromkeys(("modal", "popup", "overlay", "cookie", "consent", "gdpr"), "modal"),
    **dict.fromkeys(("product", "price", "shop", "cart", "offer", "deal"), "product"),
    **dict.fromkeys(("thread", "reply", "replies", "forum"), "thread"),
    **dict.fromkeys(("sidebar", "rail", "widget"), "sidebar"),
    **dict.fromkeys(("content", "entry", "post", "story", "article", "body", "richtext"), "content"),
    **dict.fromkeys(("hero", "lead", "lede", "intro", "standfirst", "summary", "teaser", "excerpt", "dek"), "lead"),
    **dict.fromkeys(("infobox", "factbox", "box", "callout", "highlight"), "box"),
    **dict.fromkeys(("card", "cards", "tile", "tiles", "grid"), "card"),
    **dict.fromkeys(("quote", "pullquote", "blockquote"), "quote"),
    **dict.fromkeys(("video", "player", "audio", "podcast", "gallery", "slideshow"), "player"),
    **dict.fromkeys(("title", "headline", "heading"), "title"),
    **dict.fromkeys(("footer", "copyright", "legal", "disclaimer"), "legal"),
}
"""Words of class and id, by what they speak of."""
GROUPS: Final = tuple(sorted(set(WORDS.values())))
NO_BYTE: Final = 0xFF
"""What no text holds in UTF-8."""
LEVELS: Final = 7
"""Elements above a block whose class words count."""

_TAG: Final = {tag: place for place, tag in enumerate(TAGS)}
_ANCESTOR_BIT: Final = {tag: 1 << bit for bit, tag in enumerate(ANCESTORS)}
_MASK: Final = 2**61 - 1
_FACTOR: Final = 1_000_003
_WORD_BIT: Final = {word.encode(): 1 << GROUPS.index(group) for word, group in WORDS.items()}
_LETTERS: Final = re.sub(rb"[^a-z\0\x80-\xff]", b" ", bytes(range(256)).lower())


@dataclass(frozen=True, slots=True)
class Layout:
    """Elements that hold a page's blocks, as arrays by place; parents stand before their children.

    `parent` is the place of each element's parent (the root is its own), `home` that of each block's element; the
    blocks inside an element are those from `first` up to `end`. `tag` is a place in TAGS (their number: another tag).
    `above` has a bit for each of ANCESTORS at or above, `words` one for each of GROUPS in its own class and id. `depth`
    counts from the root. `tag_path` and `class_path` are equal where the tags (and classes) from the root down are,
    `kind` where those of the element and its parent are.
    """

    parent: NDArray[np.intp]
    home: NDArray[np.intp]
    first: NDArray[np.intp]
    end: NDArray[np.intp]
    tag: NDArray[np.int64]
    above: NDArray[np.int64]
    words: NDArray[np.int64]
    depth: NDArray[np.int64]
    tag_path: NDArray[np.int64]
    class_path: NDArray[np.int64]
    kind: NDArray[np.int64]

    def ancestors(self, levels: int) -> list[NDArray[np.intp]]:
        """Places of each block's element, its parent, and so on: `levels` arrays."""
        found = [self.home]
        for _ in range(levels - 1):
            found.append(self.parent[found[-1]])
        return found

    def below(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum of the blocks' `values` inside each element."""
        total = np.concatenate(([0.0], np.cumsum(values)))
        found: NDArray[np.float64] = total[self.end] - total[self.first]
        return found


def layout(segments: Segments) -> Layout:
    """Layout of a page that has at least one block."""
    page = segments.elements
    home = np.array([block.home for block in segments.blocks], dtype=np.intp)
    holds = _holds(home, page)
    around, place = np.flatnonzero(holds), np.cumsum(holds) - 1
    parent = place[np.array(page.parent, dtype=np.intp)[around]]
    name, look, tag, bits, words = _spelled(page, around.tolist())
    return Layout(
        parent=parent,
        home=place[home],
        first=page.first[around],
        end=page.end[around],
        tag=tag,
        words=words,
        kind=look[parent] * len(parent) + look,
        **_inherited(parent, bits, name, look),
    )


def _holds(home: NDArray[np.intp], page: Elements) -> NDArray[np.bool_]:
    """Whether an element is or holds one of `home`."""
    here = np.bincount(home, minlength=len(page))
    so_far = np.cumsum(here)
    found: NDArray[np.bool_] = so_far[page.last] - so_far + here > 0
    return found


def _spelled(page: Elements, around: Sequence[int]) -> NDArray[np.int64]:
    """What the start tags of elements alone say, each spelling read once.

    Numbers, the same for all of one tag, and of one tag and class; places in TAGS; bits of ANCESTORS and of GROUPS.
    """
    markup, begin, close = page.markup, page.begin, page.close
    places, spellings = _numbered([markup[begin[number] : close[number]] for number in around])
    names, classes = [name_of(spelling) for spelling in spellings], [class_of(spelling) for spelling in spellings]
    columns = (
        _numbered(names)[0],
        _numbered(map(" ".join, zip(names, classes, strict=True)))[0],
        [_TAG.get(name, len(TAGS)) for name in names],
        [_ANCESTOR_BIT.get(name, 0) for name in names],
        _spoken(spellings, classes),
    )
    return np.array(columns, dtype=np.int64)[:, places]


def _numbered(keys: Iterable[str]) -> tuple[list[int], list[str]]:
    """A number for each key, the same for equal ones, in the order in which they first come; and the keys by number."""
    numbers = defaultdict[str, int](count().__next__)
    return [numbers[key] for key in keys], list(numbers)


def _spoken(spellings: Sequence[str], classes: Sequence[str]) -> list[int]:
    """Bits of GROUPS that the words of each class and id speak of; ids that spell a heading left out."""
    ids = [spelling.partition(' id="')[2].partition('"')[0] for spelling in spellings]
    words = _words(frozenset((*classes, *ids)))
    bits = {name: _bits(found) for name, found in words.items()}
    return [
        bits[names] | (bits[own] if len(words[own]) <= LONGEST_ID else 0)
        for names, own in zip(classes, ids, strict=True)
    ]


def _words(names: Collection[str]) -> dict[str, list[bytes]]:
    """Words of each class or id, as `words_of` parts them, but in one pass over all.

    Names are joined by zeros, which no attribute holds by the HTML Standard's parsing.
    """
    told = "\0".join(name if name.isascii() else " ".join(words_of(name)) for name in names)
    letters = np.frombuffer(told.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    capital = (letters >= ord("A")) & (letters <= ord("Z"))
    # Before each letter is room for the space that parts it from the word before.
    parted = np.full((len(letters), 2), NO_BYTE, dtype=np.uint8)
    parted[:, 1] = letters
    parted[1:][capital[1:] > capital[:-1], 0] = ord(" ")
    lines = parted.tobytes().translate(_LETTERS, bytes((NO_BYTE,))).split(b"\0")
    return dict(zip(names, map(bytes.split, lines), strict=True))


def _bits(words: Sequence[bytes]) -> int:
    bits = 0
    for word in words:
        bits |= _WORD_BIT.get(word, 0)
    return bits


def _inherited(
    parent: NDArray[np.intp], bits: NDArray[np.int64], name: NDArray[np.int64], look: NDArray[np.int64]
) -> dict[str, NDArray[np.int64]]:
    """Columns in which an element's value is made of its own and its ancestors'.

    Each step takes in twice as many ancestors as the one before; paths are hashes of what stands from the root down.
    """
    depth = (np.arange(len(parent)) > 0).astype(np.int64)
    above = bits.copy()
    tag_path, class_path = _mixed(name), _mixed(look)
    ancestor, factor = parent, _FACTOR
    while ancestor.any():
        depth += depth[ancestor]
        above |= above[ancestor]
        tag_path += factor * tag_path[ancestor]
        class_path += factor * class_path[ancestor]
        ancestor, factor = ancestor[ancestor], factor * factor & _MASK
    return {"above": above, "depth": depth, "tag_path": tag_path, "class_path": class_path}


def _mixed(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Small numbers spread over 61 bits, so that sums of them tell more than the numbers' own sum would."""
    return (numbers + 1) * np.int64(0x1E3779B97F4A7C15) & np.int64(_MASK)
