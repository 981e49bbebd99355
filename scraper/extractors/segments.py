"""A page's text as blocks, cut where a browser would start a new line box: at block-level elements, at a double `<br>`.

Nothing is judged here: navigation and captions are blocks as the article's paragraphs are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from scraper.extractors.elements import BLOCK, BREAK, HIDDEN, LINKED, MEDIUM, PREFORMATTED, TABLE, Element, Elements
from scraper.extractors.markup import read_markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    from scraper.extractors.markup import Markup

    # The tag that a text between two breaks stands behind, its block element, itself, its runs.
    Line: TypeAlias = tuple[int, int, str, tuple[tuple[str, int], ...]]

SENTENCE_ENDS = tuple(".!?…。！？।:\"'”“»’)]")
LINE_OF_PROSE = 60
"""Characters from which a line that ends a sentence before `<br>` is taken for a paragraph, not for verse."""

NEAR = 6
"""Tags between a first letter in a box of its own and the rest of its word."""

_PICTURED_INITIAL = re.compile(r'<img [^>]*?alt="(\w)"')
_UNFOLDED = re.compile(r"[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+")
_ESCAPES = (("&nbsp;", "\u00a0"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
"""What stands for what in serialised text (HTML Standard, 13.3), the sign that escapes last."""

_EDGES = re.compile(r"(?<! ) *\n *")
_RUNS = re.compile(r"  +")


class Piece(NamedTuple):
    """A run of text directly in one element, white space folded."""

    text: str
    element: Element


class TextBlock(NamedTuple):
    """A text between two breaks.

    `position` is its place among the page's blocks; `text` keeps a single `<br>` as a newline; `home` is the number of
    the innermost block element around it; `runs` are its texts with the numbers of the elements they stand in.
    """

    position: int
    text: str
    page: Elements
    home: int
    runs: tuple[tuple[str, int], ...]

    @property
    def element(self) -> Element:
        """The innermost block element around it."""
        return Element(self.page, self.home)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its runs with their elements."""
        return tuple(Piece(text, Element(self.page, number)) for text, number in self.runs)

    @property
    def link_density(self) -> float:
        """Share of the characters that stand in links, 0 to 1."""
        traits = self.page.traits
        linked = sum([len(text) for text, number in self.runs if traits[number] & LINKED])
        return linked / sum([len(text) for text, _ in self.runs]) if linked else 0.0


class Medium(NamedTuple):
    """An image element; `before` is the index of the text block that follows it."""

    element: Element
    before: int


class Segments(NamedTuple):
    """What a walk found, in document order."""

    elements: Elements
    blocks: tuple[TextBlock, ...]
    media: tuple[Medium, ...]
    tables: tuple[Element, ...]


def segment(serialised: str) -> Segments:
    """Segments of one element as lexbor serialises it (HTML Standard, 13.3), from its start tag to its end tag."""
    page = read_markup(serialised)
    lines = _with_initials(_lines(page), page)
    behind = np.array([line[0] + 1 for line in lines], dtype=np.intp)
    before = np.cumsum(np.bincount(behind, minlength=len(page.begin) + 1))  # blocks before each tag, and before the end
    first = before[page.tag]
    elements = Elements(
        markup=page.text,
        begin=page.begin[page.tag].tolist(),
        close=page.end[page.tag].tolist(),
        parent=page.parent.tolist(),
        traits=page.traits.tolist(),
        last=np.searchsorted(page.tag, page.closed) - 1,
        first=first,
        end=before[page.closed],
    )
    blocks = [TextBlock(place, text, elements, home, runs) for place, (_, home, text, runs) in enumerate(lines)]
    pictured = np.flatnonzero(page.traits & MEDIUM)
    media = zip(pictured.tolist(), first[pictured].tolist(), strict=True)
    return Segments(
        elements,
        tuple(blocks),
        tuple(Medium(Element(elements, number), before) for number, before in media),
        tuple(Element(elements, number) for number in np.flatnonzero(page.traits & TABLE).tolist()),
    )


class _Texts:
    """The texts behind the tags of a page, and what they stand in."""

    __slots__ = ("_breaks", "_page", "_traits")

    def __init__(self, page: Markup) -> None:
        self._page = page
        self._traits = page.traits.tolist()
        self._breaks = frozenset(np.flatnonzero(page.opens & (page.traits & BREAK != 0)[page.element]).tolist())

    def lines(self, tag: int, last: int, home: int) -> Iterator[Line]:
        """Lines of the texts from that behind `tag` to that behind `last`, in one block element.

        `<br>` parts them: at a second one in a row, and after a sentence long enough for prose.
        """
        runs: list[tuple[str, int]] = []
        begin, line = tag, 0
        page, here = self._page, slice(tag, last + 1)
        parted = not self._breaks.isdisjoint(range(tag, last + 1))
        columns = zip(page.end[here].tolist(), page.until[here].tolist(), page.owner[here].tolist(), strict=True)
        for place, (end, until, number) in enumerate(columns, tag):
            if parted and runs and place in self._breaks:
                told = "".join([text for text, _ in runs[line:]]).rstrip()
                if not told or (len(told) > LINE_OF_PROSE and told.endswith(SENTENCE_ENDS)):
                    yield from self._line(begin, home, runs)
                    runs, line = [], 0
                else:
                    runs.append(("\n", number))
                    line = len(runs)
            if end + 1 == until:
                continue
            text = _folded(page.text[end + 1 : until], self._traits[number])
            if runs or not (parted and text.isspace()):
                begin = begin if runs else place
                runs.append((text, number))
        if runs:
            yield from self._line(begin, home, runs)

    def _line(self, tag: int, home: int, runs: Sequence[tuple[str, int]]) -> Iterator[Line]:
        """The line that `runs` make, the first standing behind `tag`; none where nothing of it is seen."""
        traits = self._traits[home]
        text = "".join([text for text, number in runs if not (self._traits[number] ^ traits) & HIDDEN])
        text = text.strip("\n") if traits & PREFORMATTED else _tidy(text)
        if text and not text.isspace():
            yield tag, home, text, tuple(runs)


def _lines(page: Markup) -> list[Line]:
    """Texts of a page that are not blank, in their order."""
    box = _boxes(page)
    spoken = np.flatnonzero(~page.blank)
    part = np.cumsum((page.traits & BLOCK != 0)[page.element])[spoken]
    parts = part[1:] != part[:-1]
    first, last = spoken[np.append(True, parts)[: len(spoken)]], spoken[np.append(parts, True)[: len(spoken)]]
    owner = page.owner[first]
    home = box[owner]
    traits = page.traits[owner]
    plain = (first == last) & (traits & PREFORMATTED == 0) & ((traits ^ page.traits[home]) & HIDDEN == 0)
    texts, markup = _Texts(page), page.text
    lines: list[Line] = []
    columns = (first, last, owner, home, page.end[first] + 1, page.until[first], plain)
    for tag, end, number, block, begin, until, alone in zip(*(column.tolist() for column in columns), strict=True):
        if not alone:
            lines.extend(texts.lines(tag, end, block))
            continue
        text = " ".join(markup[begin:until].split())
        if "&" in text:
            text = _unescaped(text).strip()
        if text:
            lines.append((tag, block, text, ((text, number),)))
    return lines


def _with_initials(lines: Sequence[Line], page: Markup) -> list[Line]:
    """Lines with the first letter that stands apart from its word: in a box of its own, or as a picture's name."""
    whole: list[Line] = []
    for line in lines:
        tag, home, text, runs = line
        # Only a line of prose can begin inside a word.
        if len(text) <= LINE_OF_PROSE or not text[0].islower():
            whole.append(line)
            continue
        picture = _PICTURED_INITIAL.match(page.text, page.begin[tag] - 1)
        near, _, initial, apart = whole[-1] if whole else line
        if picture and _begins(picture[1], text):
            whole.append((tag, home, picture[1] + text, runs))
        elif tag - near <= NEAR and _begins(initial, text):
            whole[-1] = (tag, home, initial + text, apart + runs)
        else:
            whole.append(line)
    return whole


def _begins(initial: str, text: str) -> bool:
    """Whether `initial` begins the word that `text` goes on with, and is no letter that it is an entry under."""
    return len(initial) == 1 and initial.isupper() and text[0] != initial.lower()


def _boxes(page: Markup) -> NDArray[np.intp]:
    """The innermost block element that each element is or stands in."""
    box = np.where(page.traits & BLOCK, np.arange(len(page.parent)), page.parent)
    while not np.array_equal(further := box[box], box):
        box = further
    return box


def _folded(text: str, traits: int) -> str:
    """Serialised text as a reader sees it in an element of these traits."""
    if "&" in text:
        text = _unescaped(text)
    if traits & PREFORMATTED or (text.isprintable() and "  " not in text):
        return text
    return _UNFOLDED.sub(" ", text)


def _unescaped(text: str) -> str:
    for escape, character in _ESCAPES:
        text = text.replace(escape, character)
    return text


def _tidy(text: str) -> str:
    """Text with runs of spaces as one, and none around a newline or at the ends."""
    if "\n" in text:
        text = _EDGES.sub("\n", text)
    return (_RUNS.sub(" ", text) if "  " in text else text).strip()
