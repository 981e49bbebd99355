"""Where the blocks of a page stand: its elements as arrays, for features to be counted over containers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from scraper.extractors.roles import BY_WORD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from scraper.extractors.document import Element, TextBlock

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

_ANCESTOR_BIT: Final = {tag: 1 << bit for bit, tag in enumerate(ANCESTORS)}
_GROUP_BIT: Final = {group: 1 << bit for bit, group in enumerate(GROUPS)}


@dataclass(frozen=True, slots=True)
class Layout:
    """Elements above the blocks of a page, as arrays by place; parents stand before their children.

    `parent` is the place of each element's parent (the root is its own), `home` the place of each block's element.
    `above` has a bit for each of ANCESTORS at or above the element, `words` one for each of GROUPS in its own class
    and id. `depth` counts from the root. `tag_path` and `class_path` are equal where the tags (and classes) from the
    root down are, `kind` where those of the element and its parent are.
    """

    parent: NDArray[np.intp]
    home: NDArray[np.intp]
    above: NDArray[np.int64]
    words: NDArray[np.int64]
    depth: NDArray[np.float32]
    tag_path: NDArray[np.intp]
    class_path: NDArray[np.intp]
    kind: NDArray[np.intp]

    def ancestors(self, levels: int) -> list[NDArray[np.intp]]:
        """Places of each block's element, its parent, and so on: `levels` arrays."""
        found = [self.home]
        for _ in range(levels - 1):
            found.append(self.parent[found[-1]])
        return found

    def below(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum of the blocks' `values` below each element."""
        total = np.bincount(self.home, weights=values, minlength=len(self.parent)).tolist()
        parent = self.parent.tolist()
        for place in range(len(parent) - 1, 0, -1):
            total[parent[place]] += total[place]
        return np.array(total)


def layout(blocks: Sequence[TextBlock]) -> Layout:
    """Layout of a page's blocks."""
    elements = _elements(blocks)
    place = {element.number: at for at, element in enumerate(elements)}
    parent = [place[element.parent.number] if element.parent else 0 for element in elements]
    above: list[int] = []
    depth: list[int] = []
    paths: list[tuple[int, int, int]] = []
    known: dict[object, int] = {}
    for at, (element, up) in enumerate(zip(elements, parent, strict=True)):
        top = at == 0
        above.append((0 if top else above[up]) | _ANCESTOR_BIT.get(element.tag, 0))
        depth.append(0 if top else depth[up] + 1)
        name = element.attributes.get("class") or ""
        own = (element.tag, name)
        higher = (-1, -1, -1) if top else paths[up]
        keys = (
            (higher[0], element.tag),
            (higher[1], *own),
            (elements[up].tag, elements[up].attributes.get("class"), *own),
        )
        paths.append(tuple(known.setdefault((kind, key), len(known)) for kind, key in enumerate(keys)))  # type: ignore[arg-type]
    tag_path, class_path, kind = np.array(paths, dtype=np.intp).reshape(-1, 3).T
    return Layout(
        parent=np.array(parent, dtype=np.intp),
        home=np.array([place[block.element.number] for block in blocks], dtype=np.intp),
        above=np.array(above, dtype=np.int64),
        words=np.array([_words(element) for element in elements], dtype=np.int64),
        depth=np.array(depth, dtype=np.float32),
        tag_path=tag_path,
        class_path=class_path,
        kind=kind,
    )


def _elements(blocks: Sequence[TextBlock]) -> list[Element]:
    """Elements above the blocks, each once, in document order."""
    found: dict[int, Element] = {}
    for block in blocks:
        for element in block.element.chain():
            if element.number in found:
                break
            found[element.number] = element
    return [found[number] for number in sorted(found)]


def _words(element: Element) -> int:
    bits = 0
    for word in element.tokens():
        group = WORDS.get(word)
        if group:
            bits |= _GROUP_BIT[group]
    return bits
