"""One walk over a page: its text as blocks, cut where a browser would start a new line box.

lexbor's serialised tree is what is walked: it is well nested, spells every tag one way and escapes every angle
bracket, and one string costs a fraction of what its nodes cost one by one. A line box starts at a block-level element
and at a double `<br>`. Nothing is judged here: navigation and captions are blocks as the article's paragraphs are.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

from scraper.extractors.elements import LITERAL, Element, Elements, Trait, traits_of

SENTENCE_ENDS = tuple(".!?…。！？।:\"'”“»’)]")
LINE_OF_PROSE = 60
"""Characters from which a line that ends a sentence before `<br>` is taken for a paragraph, not for verse."""

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_LITERAL = re.compile(rf"(<({'|'.join(LITERAL)})[^>]*>)(.*?)(?=</\2>)", re.DOTALL)
_SPACE = re.compile(r"[ \t\n\f\r]+")
_UNFOLDED = re.compile(r"[\t\n\f\r]|  ")
_EDGES = re.compile(r" *\n *")
_RUNS = re.compile(r"  +")

_LINKED, _HIDDEN, _PREFORMATTED, _BLOCK = map(int, (Trait.LINKED, Trait.HIDDEN, Trait.PREFORMATTED, Trait.BLOCK))
_VOID, _MEDIUM, _PARAGRAPH, _BREAK = map(int, (Trait.VOID, Trait.MEDIUM, Trait.PARAGRAPH, Trait.BREAK))
_INHERITED = _LINKED | _HIDDEN | _PREFORMATTED
_RARE = int(Trait.CUSTOM | Trait.MEDIUM | Trait.BREAK)
"""Plain integers: arithmetic on an enum's members costs ten times as much."""


class Piece(NamedTuple):
    """A run of text directly in one element, white space folded."""

    text: str
    element: Element


class TextBlock(NamedTuple):
    """A text between two breaks.

    `position` is its place among the page's blocks; `text` keeps a single `<br>` as a newline; `element` is the
    innermost block element around it; `runs` are its texts with the numbers of the elements they stand in.
    """

    position: int
    text: str
    element: Element
    runs: tuple[tuple[str, int], ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its runs with their elements."""
        return tuple(Piece(text, Element(self.element.page, number)) for text, number in self.runs)

    @property
    def link_density(self) -> float:
        """Share of the characters that stand in links, 0 to 1."""
        traits = self.element.page.traits
        total = sum(len(text) for text, _ in self.runs)
        linked = sum(len(text) for text, number in self.runs if traits[number] & _LINKED)
        return linked / total if total else 0.0


class Medium(NamedTuple):
    """An image element; `before` is the index of the text block that follows it."""

    element: Element
    before: int


class Segments(NamedTuple):
    """What a walk found, in document order."""

    elements: Elements
    blocks: tuple[TextBlock, ...]
    media: tuple[Medium, ...]


def segment(markup: str) -> Segments:
    """Segments of one element as lexbor serialises it (HTML Standard, 13.3), from its start tag to its end tag."""
    parts = _plain(markup).replace(">", "<").split("<")
    walk = _Walk()
    page, runs = walk.page, walk.runs
    known = _Traits()
    spelling, parent, traits, first, end = page.spelling, page.parent, page.traits, page.first, page.end
    here = 0
    for tag, text in zip(parts[1::2], parts[2::2], strict=True):
        if tag[0] == "/":
            if runs and traits[here] & _BLOCK:
                walk.flush(here)
            end[here] = len(walk.blocks)
            here = parent[here]
        else:
            own = known[tag] | (traits[here] & _INHERITED if traits else 0)
            if own & _RARE:
                own = walk.rare(own, here)
            if runs and own & _BLOCK:
                walk.flush(here)
            spelling.append(tag)
            parent.append(here)
            traits.append(own)
            first.append(len(walk.blocks))
            end.append(len(walk.blocks))
            if not own & _VOID:
                here = len(traits) - 1
        if text and (runs or not text.isspace()):
            runs.append((_folded(text, traits[here]), here))
    return walk.result()


def _plain(markup: str) -> str:
    """Markup without comments, and with its literal texts escaped as all others are."""
    if "<!--" in markup:
        markup = _COMMENT.sub("", markup)
    if any(f"<{name}" in markup for name in LITERAL):
        markup = _LITERAL.sub(lambda found: found[1] + escape(found[3]), markup)
    return markup


class _Traits(dict[str, int]):
    """Traits by the spelling of a start tag; each is read once."""

    def __missing__(self, spelling: str) -> int:
        self[spelling] = found = traits_of(spelling)
        return found


class _Walk:
    """State of one walk: the elements so far, the text since the last break, and what was found."""

    __slots__ = ("blocks", "line", "media", "page", "runs")

    def __init__(self) -> None:
        self.page = Elements([], [], [], [], [])
        self.runs: list[tuple[str, int]] = []
        self.line = 0
        self.blocks: list[TextBlock] = []
        self.media: list[Medium] = []

    def rare(self, traits: int, here: int) -> int:
        """Take up a line break, an image or a custom element in the element numbered `here`; returns its traits."""
        around = self.page.traits[here]
        if traits & _BREAK:
            self._line_break(here)
        elif traits & _MEDIUM:
            self.media.append(Medium(Element(self.page, len(self.page)), len(self.blocks)))
        elif around & _BLOCK and not around & _PARAGRAPH:
            return traits | _BLOCK
        return traits

    def result(self) -> Segments:
        """All that was found."""
        if self.runs:
            self.flush(0)
        self.page.end[0] = len(self.blocks)
        return Segments(self.page, tuple(self.blocks), tuple(self.media))

    def _line_break(self, here: int) -> None:
        """End the block at a second break in a row, and after a sentence long enough for prose."""
        line = "".join([text for text, _ in self.runs[self.line :]]).rstrip(" ")
        if not line or (len(line) > LINE_OF_PROSE and line.endswith(SENTENCE_ENDS)):
            if self.runs:
                self.flush(here)
        else:
            self.runs.append(("\n", here))
            self.line = len(self.runs)

    def flush(self, here: int) -> None:
        """End the block at hand, in the element numbered `here`."""
        page = self.page
        while not page.traits[here] & _BLOCK:
            here = page.parent[here]
        traits = page.traits[here]
        runs, self.line = tuple(self.runs), 0
        self.runs.clear()
        text = "".join([text for text, number in runs if not (page.traits[number] ^ traits) & _HIDDEN])
        text = text.strip("\n") if traits & _PREFORMATTED else _tidy(text)
        if text and not text.isspace():
            self.blocks.append(TextBlock(len(self.blocks), text, Element(page, here), runs))


def _folded(text: str, traits: int) -> str:
    """Serialised text as a reader sees it in an element of these traits."""
    if "&" in text:
        text = unescape(text)
    return text if traits & _PREFORMATTED or not _UNFOLDED.search(text) else _SPACE.sub(" ", text)


def _tidy(text: str) -> str:
    """Text with runs of spaces as one, and none around a newline or at the ends."""
    if "\n" in text:
        text = _EDGES.sub("\n", text)
    return (_RUNS.sub(" ", text) if "  " in text else text).strip()
