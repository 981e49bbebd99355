"""Where the blocks of a page stand: its elements as arrays, for features to be counted over containers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from scraper.extractors.elements import class_of, id_words, name_of, words_of
from scraper.extractors.roles import BY_WORD

if TYPE_CHECKING:
    from collections.abc import Mapping

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
LEVELS: Final = 7
"""Elements above a block whose class words count."""

_TAG: Final = {tag: place for place, tag in enumerate(TAGS)}
_ANCESTOR_BIT: Final = {tag: 1 << bit for bit, tag in enumerate(ANCESTORS)}
_MASK: Final = 2**61 - 1
_FACTOR: Final = 1_000_003
_WORD_BIT: Final = {word: 1 << GROUPS.index(group) for word, group in WORDS.items()}


@dataclass(frozen=True, slots=True)
class Layout:
    """Elements of a page as arrays by number; parents stand before their children.

    `parent` is the number of each element's parent (the root is its own), `home` that of each block's element; the
    blocks inside an element are those from `first` up to `end`. `tag` is a place in TAGS (their number: another tag).
    What follows is zero for elements that hold no block: `above` has a bit for each of ANCESTORS at or above, `words`
    one for each of GROUPS in its own class and id. `depth` counts from the root. `tag_path` and `class_path`
    are equal where the tags (and classes) from the root down are, `kind` where those of the element and its parent are.
    """

    parent: NDArray[np.intp]
    home: NDArray[np.intp]
    first: NDArray[np.intp]
    end: NDArray[np.intp]
    tag: NDArray[np.intp]
    above: NDArray[np.int64]
    words: NDArray[np.int64]
    depth: NDArray[np.int64]
    tag_path: NDArray[np.int64]
    class_path: NDArray[np.int64]
    kind: NDArray[np.int64]

    def ancestors(self, levels: int) -> list[NDArray[np.intp]]:
        """Numbers of each block's element, its parent, and so on: `levels` arrays."""
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
    parent = np.array(page.parent, dtype=np.intp)
    home = np.array([block.home for block in segments.blocks], dtype=np.intp)
    around = _around(home, page)
    spelled = _Spelled()
    own = np.zeros((len(_Spelling._fields), len(page)), dtype=np.int64)
    own[:, around] = np.array([spelled[page.spelling(number)] for number in around.tolist()], dtype=np.int64).T
    name, look, tag, bits, words = own
    return Layout(
        parent=parent,
        home=home,
        first=page.first,
        end=page.end,
        tag=tag,
        words=words,
        kind=look[parent] * len(page) + look,
        **_inherited(parent, bits, name, look),
    )


def _around(home: NDArray[np.intp], page: Elements) -> NDArray[np.intp]:
    """Elements that are or hold one of `home`."""
    ordered = np.sort(home)
    inside = np.searchsorted(ordered, page.last, side="right") - np.searchsorted(ordered, np.arange(len(page)))
    return np.flatnonzero(inside)


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


class _Spelling(NamedTuple):
    """What a start tag's spelling alone says. `name` and `look` are the same for all of one tag, one tag and class."""

    name: int
    look: int
    tag: int
    above: int
    words: int


class _Spelled(dict[str, _Spelling]):
    """What is known of each spelling; each is read once."""

    def __init__(self) -> None:
        self._names = _Numbers()
        self._looks = _Numbers()

    def __missing__(self, spelling: str) -> _Spelling:
        name, names = name_of(spelling), class_of(spelling)
        bits = _bits(names)
        if ' id="' in spelling:
            bits |= _bits(" ".join(id_words(spelling)))
        look = self._looks[name, names]
        found = _Spelling(self._names[name], look, _TAG.get(name, len(TAGS)), _ANCESTOR_BIT.get(name, 0), bits)
        self[spelling] = found
        return found


class _Numbers(dict[object, int]):
    """A number for each key, in the order in which they are first asked for."""

    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return self[key]


@lru_cache(maxsize=4096)
def _bits(names: str) -> int:
    """Bits of GROUPS that the words of a class or id speak of."""
    bits = 0
    for word in words_of(names):
        bits |= _WORD_BIT.get(word, 0)
    return bits
