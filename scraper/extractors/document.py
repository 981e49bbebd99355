"""One parse of a page, and its text as blocks: what every extractor works on.

The tree is lexbor's (https://lexbor.com, the HTML Standard's parsing). The walk below visits each node once and
cuts the text where a browser would start a new line box: at block-level elements and at a double `<br>`. Nothing
is judged here: navigation and captions are blocks as the article's paragraphs are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from scraper.extractors.jsonld import Linked, linked_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
"""Phrasing elements: text runs through them without a break."""

SILENT = frozenset(
    "audio canvas datalist embed head iframe map math meter object progress rp rt script select style svg template "
    "textarea title video".split()
)
"""Elements whose text is not the page's prose."""

MEDIA = frozenset({"img", "amp-img", "source"})
PARAGRAPH_LIKE = frozenset("p li h1 h2 h3 h4 h5 h6 dd dt blockquote figcaption td th pre".split())

SENTENCE_ENDS = tuple(".!?…。！？।:\"'”“»)]")
LINE_OF_PROSE = 60
"""Characters from which a line that ends a sentence before `<br>` is taken for a paragraph, not for verse."""

LONGEST_ID = 4
"""Words up to which an id is a name; longer ones are headings turned into anchors."""

_SPACE = re.compile(r"[ \t\n\f\r]+")
_EDGES = re.compile(r" *\n *")
_RUNS = re.compile(r"  +")
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FOR_SCREEN_READERS = re.compile(
    r"\b(?:sr-only|visually-?hidden|hidden-visually|screen-?reader(?:-text|-only)?|assistive-text)(?![\w-])",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Element(NamedTuple):
    """One element on the way from `<body>` to a text.

    `number` counts elements in document order. `linked`: in a link; `hidden`: not shown, by attribute or inline
    style, or for screen readers only, itself or an ancestor. `block`: starts a line box of its own.
    """

    tag: str
    attributes: Mapping[str, str | None]
    parent: Element | None
    number: int
    block: bool
    linked: bool
    hidden: bool
    preformatted: bool

    def chain(self) -> Iterator[Element]:
        """This element and its ancestors, innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def tokens(self) -> frozenset[str]:
        """Lower-case words of class and id, camel case parted, without digits; ids that spell a heading left out."""
        names, anchor = self.attributes.get("class"), self.attributes.get("id")
        words = _words(names) if names else frozenset()
        own = _words(anchor) if anchor else frozenset()
        return words | own if len(own) <= LONGEST_ID else words


class Piece(NamedTuple):
    """A run of text directly in one element, white space folded."""

    text: str
    element: Element


class TextBlock(NamedTuple):
    """A text between two breaks.

    `text` keeps a single `<br>` as a newline; `element` is the innermost block element around it; `position`
    is its place in `Document.blocks`.
    """

    position: int
    text: str
    element: Element
    pieces: tuple[Piece, ...]

    @property
    def link_density(self) -> float:
        """Share of the characters that stand in links, 0 to 1."""
        total = sum(len(piece.text) for piece in self.pieces)
        return sum(len(piece.text) for piece in self.pieces if piece.element.linked) / total if total else 0.0


class Medium(NamedTuple):
    """An image element; `before` is the index of the text block that follows it."""

    element: Element
    before: int


@dataclass(frozen=True)
class Document:
    """A parsed page. `blocks` and `media` are in document order; `url` is where it was read, for relative links."""

    tree: LexborHTMLParser
    url: str | None

    @cached_property
    def _segments(self) -> tuple[tuple[TextBlock, ...], tuple[Medium, ...]]:
        return _segment(self.tree.body) if self.tree.body is not None else ((), ())

    @property
    def blocks(self) -> tuple[TextBlock, ...]:
        """Every text of the body, each once."""
        return self._segments[0]

    @property
    def media(self) -> tuple[Medium, ...]:
        """Every image element of the body."""
        return self._segments[1]

    @cached_property
    def meta(self) -> Mapping[str, tuple[str, ...]]:
        """Contents of `<meta>` by lower-case name, property, itemprop or http-equiv, in document order."""
        found: dict[str, list[str]] = {}
        for node in self.tree.css("meta"):
            attributes = node.attributes
            content = (attributes.get("content") or "").strip()
            keys = {(attributes.get(key) or "").strip().lower() for key in _META_KEYS}
            for name in keys - {""} if content else ():
                found.setdefault(name, []).append(content)
        return {name: tuple(values) for name, values in found.items()}

    @cached_property
    def linked(self) -> Linked:
        """JSON-LD of the page."""
        scripts = (node.text() for node in self.tree.css('script[type*="ld+json" i]'))
        return linked_data(scripts, (url for url in (self.url, self.meta_first("og:url")) if url))

    def meta_first(self, *names: str) -> str | None:
        """First content of the first of `names` that has one."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


_META_KEYS = ("name", "property", "itemprop", "http-equiv")


def parse(html: str, url: str | None = None) -> Document:
    """Document of decoded HTML; never raises for what the markup is."""
    return Document(LexborHTMLParser(html, options=int(LexborDocumentOptions.WO_EVENTS)), url)


def node_text(node: LexborNode) -> str:
    """Text of one node as a reader sees it, white space folded."""
    return _SPACE.sub(" ", node.text(deep=True)).strip()


def _segment(root: LexborNode) -> tuple[tuple[TextBlock, ...], tuple[Medium, ...]]:
    """Blocks and media below `root`, by one iterative walk (nesting has no limit in HTML, Python's stack has)."""
    walk = _Walk(root)
    node = root.first_child
    while node is not None:
        child = node.first_child if walk.enter(node) else None
        if child is not None:
            node = child
            continue
        while node is not None and (following := node.next) is None:
            node = node.parent
            if not walk.leave(node):
                return walk.result()
        node = following if node is not None else None
    return walk.result()


class _Walk:
    """State of one walk: open elements, the text since the last break, and what was found."""

    def __init__(self, root: LexborNode) -> None:
        self._open = [_element(root, None, 0)]
        self._count = 0
        self._pieces: list[Piece] = []
        self._line = 0
        self._blocks: list[TextBlock] = []
        self._media: list[Medium] = []

    def enter(self, node: LexborNode) -> bool:
        """Take up `node`; true where its children are to be visited and `leave` will follow."""
        tag = node.tag
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag == "br":
            self._line_break()
            return False
        if tag is None or tag.startswith("-") or tag in SILENT:
            return False
        self._count += 1
        element = _element(node, self._open[-1], self._count)
        if tag in MEDIA:
            self._media.append(Medium(element, len(self._blocks)))
        if element.block:
            self._flush()
        if node.first_child is None:
            self._empty(element)
            return False
        self._open.append(element)
        return True

    def leave(self, node: LexborNode | None) -> bool:
        """Close the element last entered; false at the end of the walk."""
        if self._open[-1].block:
            self._flush()
        self._open.pop()
        return node is not None and bool(self._open)

    def result(self) -> tuple[tuple[TextBlock, ...], tuple[Medium, ...]]:
        """All blocks and media so far."""
        return tuple(self._blocks), tuple(self._media)

    def _text(self, text: str) -> None:
        parent = self._open[-1]
        if parent.preformatted:
            self._pieces.append(Piece(text, parent))
        elif not text.isspace():
            self._pieces.append(Piece(_SPACE.sub(" ", text), parent))
        elif self._pieces:
            self._pieces.append(Piece(" ", parent))

    def _empty(self, element: Element) -> None:
        """Some sites write a line break as an empty `<span class="br">`."""
        if "br" in (element.attributes.get("class") or "").split():
            self._line_break()

    def _line_break(self) -> None:
        """End the block at a second break in a row, and after a sentence long enough for prose."""
        line = "".join(piece.text for piece in self._pieces[self._line :]).rstrip(" ")
        if not line or (len(line) > LINE_OF_PROSE and line.endswith(SENTENCE_ENDS)):
            self._flush()
        else:
            self._pieces.append(Piece("\n", self._open[-1]))
            self._line = len(self._pieces)

    def _flush(self) -> None:
        """End the current block, if it has any text."""
        if not self._pieces:
            return
        pieces, self._pieces, self._line = tuple(self._pieces), [], 0
        block = next(element for element in self._open[-1].chain() if element.block)
        text = "".join([piece.text for piece in pieces if piece.element.hidden == block.hidden])
        text = text.strip("\n") if block.preformatted else _tidy(text)
        if text and not text.isspace():
            self._blocks.append(TextBlock(len(self._blocks), text, block, pieces))


def _element(node: LexborNode, parent: Element | None, number: int) -> Element:
    tag = node.tag or ""
    attributes = node.attributes
    if parent is None:
        return Element(tag, attributes, None, number, block=True, linked=False, hidden=False, preformatted=False)
    return Element(
        tag,
        attributes,
        parent,
        number,
        _is_block(tag, parent),
        parent.linked or (tag == "a" and "href" in attributes),
        parent.hidden or _is_hidden(tag, attributes),
        parent.preformatted or tag in {"pre", "listing", "xmp"},
    )


def _is_block(tag: str, parent: Element) -> bool:
    """Whether `tag` breaks the line. Custom elements do, unless they stand in running text."""
    if tag in INLINE or tag in MEDIA:
        return False
    return "-" not in tag or (parent.block and parent.tag not in PARAGRAPH_LIKE)


def _is_hidden(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Hidden by attribute, style or class. React streams shown text in `<div hidden id="S:0">`: that is not."""
    if tag == "dialog" and "open" not in attributes:
        return True
    if not attributes:
        return False
    if "hidden" in attributes:
        return not (attributes.get("id") or "").startswith("S:")
    style, names = attributes.get("style"), attributes.get("class")
    return bool((style and _UNSEEN.search(style)) or (names and _is_unseen_class(names)))


@lru_cache(maxsize=4096)
def _is_unseen_class(names: str) -> bool:
    return bool(_FOR_SCREEN_READERS.search(names))


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    """Lower-case words of a class or id, camel case parted; without digits."""
    return frozenset(word.lower() for word in _WORD.findall(_CAMEL.sub(" ", names)))


def _tidy(text: str) -> str:
    """Text with runs of spaces as one, and none around a newline or at the ends."""
    if "\n" in text:
        text = _EDGES.sub("\n", text)
    return (_RUNS.sub(" ", text) if "  " in text else text).strip()
