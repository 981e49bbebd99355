"""Where the blocks of a page stand: its elements as arrays, for features to be counted over containers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from scraper.extractors.roles import BY_WORD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from scraper.extractors.elements import StartTag
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
_GROUP_BIT: Final = {group: 1 << bit for bit, group in enumerate(GROUPS)}
_STEP: Final = 1_000_003
_MASK: Final = 2**61 - 1


@dataclass(frozen=True, slots=True)
class Layout:
    """Elements of a page as arrays by number; parents stand before their children.

    `parent` is the number of each element's parent (the root is its own), `home` that of each block's element; the
    blocks inside an element are those from `first` up to `end`. `tag` is a place in TAGS (their number: another tag).
    `above` has a bit for each of ANCESTORS at or above the element, `words` one for each of GROUPS in its own class
    and id. `depth` counts from the root. `tag_path` and `class_path` are equal where the tags (and classes) from the
    root down are, `kind` where those of the element and its parent are.
    """

    parent: NDArray[np.intp]
    home: NDArray[np.intp]
    first: NDArray[np.intp]
    end: NDArray[np.intp]
    tag: NDArray[np.intp]
    above: NDArray[np.int64]
    words: NDArray[np.int64]
    depth: NDArray[np.float32]
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
    spelling = [start.number for start in page.start]
    tags, classes = _identities(page.spellings)
    parent = np.array(page.parent, dtype=np.intp)
    home = np.array([block.element.number for block in segments.blocks], dtype=np.intp)
    own = np.array(spelling, dtype=np.intp)
    looks = np.array(classes, dtype=np.int64)[own]
    above, depth, tag_path, class_path = _inherited(page.parent, spelling, page.spellings, tags, classes)
    return Layout(
        parent=parent,
        home=home,
        first=np.array(page.first, dtype=np.intp),
        end=np.array(page.end, dtype=np.intp),
        tag=np.array([_TAG.get(start.name, len(TAGS)) for start in page.spellings], dtype=np.intp)[own],
        above=np.array(above, dtype=np.int64),
        words=_words(page.spellings, own, parent, home),
        depth=np.array(depth, dtype=np.float32),
        tag_path=np.array(tag_path, dtype=np.int64),
        class_path=np.array(class_path, dtype=np.int64),
        kind=looks[parent] * len(page.spellings) + looks,
    )


def _identities(spellings: Sequence[StartTag]) -> tuple[list[int], list[int]]:
    """For each spelling, a number that it shares with those of the same tag, and one with those of the same class."""
    tags: dict[str, int] = {}
    classes: dict[tuple[str, str], int] = {}
    return (
        [tags.setdefault(start.name, len(tags)) for start in spellings],
        [classes.setdefault((start.name, start.class_names), len(classes)) for start in spellings],
    )


def _inherited(
    parent: Sequence[int],
    spelling: Sequence[int],
    spellings: Sequence[StartTag],
    tags: Sequence[int],
    classes: Sequence[int],
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Ancestor bits, depth and both paths of each element, from those of its parent."""
    bits = [_ANCESTOR_BIT.get(start.name, 0) for start in spellings]
    above, depth, tag_path, class_path = [bits[spelling[0]]], [0], [1], [1]
    for up, kind in zip(parent[1:], spelling[1:], strict=True):
        above.append(above[up] | bits[kind])
        depth.append(depth[up] + 1)
        tag_path.append((tag_path[up] * _STEP + tags[kind] + 1) & _MASK)
        class_path.append((class_path[up] * _STEP + classes[kind] + 1) & _MASK)
    return above, depth, tag_path, class_path


def _words(
    spellings: Sequence[StartTag], own: NDArray[np.intp], parent: NDArray[np.intp], home: NDArray[np.intp]
) -> NDArray[np.int64]:
    """Word bits of each element that is near enough to a block to count; zero for the others."""
    near = found = np.unique(home)
    for _ in range(LEVELS - 1):
        near = np.unique(parent[near])
        found = np.union1d(found, near)
    bits = np.zeros(len(spellings), dtype=np.int64)
    for number in np.unique(own[found]).tolist():
        bits[number] = _bits(spellings[number])
    return bits[own]


def _bits(start: StartTag) -> int:
    bits = 0
    for word in start.tokens:
        if group := WORDS.get(word):
            bits |= _GROUP_BIT[group]
    return bits
