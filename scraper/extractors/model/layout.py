"""Where the blocks of a page stand: its elements as arrays, for features to be counted over containers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from scraper.extractors.elements import class_of, name_of, tokens_of
from scraper.extractors.roles import BY_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
_GROUP_BIT: Final = {group: 1 << bit for bit, group in enumerate(GROUPS)}


@dataclass(frozen=True, slots=True)
class Layout:
    """Elements of a page as arrays by number; parents stand before their children.

    `parent` is the number of each element's parent (the root is its own), `home` that of each block's element; the
    blocks inside an element are those from `first` up to `end`. `tag` is a place in TAGS (their number: another tag).
    What follows is zero for elements that hold no block: `above` has a bit for each of ANCESTORS at or above the element, `words` one for each of GROUPS in its own class
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
    home = [block.element.number for block in segments.blocks]
    around = _around(home, page.parent)
    tag, above, words, depth, tag_path, class_path, kind = (np.zeros(len(page), dtype=np.int64) for _ in range(7))
    spelled = _Spelled()
    own = [spelled[page.spelling[number]] for number in around]
    tag[around] = [one.tag for one in own]
    words[around] = [one.words for one in own]
    above[around], depth[around], tag_path[around], class_path[around], kind[around] = _inherited(page, around, own)
    return Layout(
        parent=np.array(page.parent, dtype=np.intp),
        home=np.array(home, dtype=np.intp),
        first=np.array(page.first, dtype=np.intp),
        end=np.array(page.end, dtype=np.intp),
        tag=tag,
        above=above,
        words=words,
        depth=depth,
        tag_path=tag_path,
        class_path=class_path,
        kind=kind,
    )


class _Spelling(NamedTuple):
    """What a start tag's spelling alone says. `look` is the same for all of one tag and class."""

    name: str
    look: int
    tag: int
    above: int
    words: int


class _Spelled(dict[str, _Spelling]):
    """What is known of each spelling; each is read once."""

    def __init__(self) -> None:
        self._looks = _Numbers()

    def __missing__(self, spelling: str) -> _Spelling:
        name = name_of(spelling)
        look = self._looks[name, class_of(spelling)]
        self[spelling] = found = _Spelling(
            name, look, _TAG.get(name, len(TAGS)), _ANCESTOR_BIT.get(name, 0), _bits(tokens_of(spelling))
        )
        return found


def _around(home: Iterable[int], parent: Sequence[int]) -> list[int]:
    """Elements that are or hold one of `home`, in document order."""
    found: set[int] = set()
    for number in home:
        while number not in found:
            found.add(number)
            number = parent[number]  # noqa: PLW2901 - a walk upwards
    return sorted(found)


def _inherited(page: Elements, around: Sequence[int], spelled: Sequence[_Spelling]) -> NDArray[np.int64]:
    """Ancestor bits, depth, both paths and kind of each element, a row each, from those of its parent."""
    tag_paths, class_paths, kinds = (_Numbers() for _ in range(3))
    found: dict[int, tuple[int, int, int, int, int]] = {}
    looks: dict[int, int] = {}
    top = (0, -1, -1, -1, -1)
    for number, own in zip(around, spelled, strict=True):
        up = page.parent[number]
        above, depth, tag_path, class_path, _ = found.get(up, top)
        looks[number] = own.look
        found[number] = (
            above | own.above,
            depth + 1,
            tag_paths[tag_path, own.name],
            class_paths[class_path, own.look],
            kinds[looks[up], own.look],
        )
    return np.array(list(found.values()), dtype=np.int64).T


class _Numbers(dict[tuple[object, object], int]):
    """A number for each key, in the order in which they are first asked for."""

    def __missing__(self, key: tuple[object, object]) -> int:
        self[key] = len(self)
        return self[key]


@lru_cache(maxsize=4096)
def _bits(tokens: frozenset[str]) -> int:
    bits = 0
    for word in tokens & WORDS.keys():
        bits |= _GROUP_BIT[WORDS[word]]
    return bits
