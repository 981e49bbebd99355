"""A page's text as blocks, cut where a browser would start a new line box: at block-level elements, at a double `<br>`.

Nothing is judged here: navigation and captions are blocks as the article's paragraphs are.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from scraper.extractors.elements import BLOCK, BREAK, HIDDEN, LINKED, MEDIUM, PREFORMATTED, Element, Elements
from scraper.extractors.markup import read_markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from scraper.extractors.markup import Markup

SENTENCE_ENDS = tuple(".!?…。！？।:\"'”“»’)]")
LINE_OF_PROSE = 60
"""Characters from which a line that ends a sentence before `<br>` is taken for a paragraph, not for verse."""

NEAR = 6
"""Tags between a first letter in a box of its own and the rest of its word."""

_PICTURED_INITIAL = re.compile(r'<img [^>]*?alt="(\w)"')
_SPACE = re.compile(r"[ \t\n\f\r]+")
_UNFOLDED = re.compile(r"[\t\n\f\r]|  ")
_EDGES = re.compile(r" *\n *")
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
        total = sum(len(text) for text, _ in self.runs)
        linked = sum(len(text) for text, number in self.runs if traits[number] & LINKED)
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


def segment(serialised: str) -> Segments:
    """Segments of one element as lexbor serialises it (HTML Standard, 13.3), from its start tag to its end tag."""
    page = read_markup(serialised)
    lines = _with_initials(list(_lines(page)), _pictured(page))
    starts = np.array([line.tag for line in lines], dtype=np.intp)
    first, end = np.searchsorted(starts, page.tag), np.searchsorted(starts, page.closed)
    elements = Elements(
        markup=page.text,
        begin=page.begin[page.tag].tolist(),
        close=page.end[page.tag].tolist(),
        parent=page.parent.tolist(),
        traits=page.traits.tolist(),
        last=np.searchsorted(page.tag, page.closed) - 1,
        first=first,
        end=end,
    )
    blocks = [TextBlock(place, line.text, elements, line.home, line.runs) for place, line in enumerate(lines)]
    pictured = np.flatnonzero(page.traits & MEDIUM).tolist()
    media = [Medium(Element(elements, number), int(first[number])) for number in pictured]
    return Segments(elements, tuple(blocks), tuple(media))


class _Line(NamedTuple):
    """A text between two breaks: the tag its first run stands behind, its block element, its runs."""

    tag: int
    home: int
    text: str
    runs: tuple[tuple[str, int], ...]


class _Texts:
    """The texts behind the tags of a page, and what they stand in; lists, since they are taken up one by one."""

    __slots__ = ("_begin", "_box", "_end", "_markup", "_owner", "_traits")

    def __init__(self, page: Markup, box: NDArray[np.intp]) -> None:
        self._markup = page.text
        self._begin, self._end = (page.end + 1).tolist(), page.until.tolist()
        self._owner, self._traits = page.owner.tolist(), page.traits.tolist()
        self._box = box.tolist()

    def runs(self, tag: int, last: int) -> list[tuple[int, str, int]]:
        """Tag, text and element of each text from that behind `tag` to that behind `last`, empty ones, too."""
        return [
            (place, _folded(self._markup[begin:end], self._traits[number]), number)
            for place, (begin, end, number) in enumerate(
                zip(self._begin[tag : last + 1], self._end[tag : last + 1], self._owner[tag : last + 1], strict=True),
                tag,
            )
        ]

    def alone(self, tag: int) -> str:
        """The text behind `tag`, white space folded."""
        text = " ".join(self._markup[self._begin[tag] : self._end[tag]].split())
        return unescape(text).strip() if "&" in text else text

    def line(self, tag: int, runs: Sequence[tuple[str, int]]) -> Iterator[_Line]:
        """The line that `runs` make, the first standing behind `tag`; none where nothing of it is seen."""
        home = self._box[runs[0][1]]
        traits = self._traits[home]
        text = "".join([text for text, number in runs if not (self._traits[number] ^ traits) & HIDDEN])
        text = text.strip("\n") if traits & PREFORMATTED else _tidy(text)
        if text and not text.isspace():
            yield _Line(tag, home, text, tuple(runs))


def _lines(page: Markup) -> Iterator[_Line]:
    """Texts of a page that are not blank, in their order."""
    box = _boxes(page)
    texts = _Texts(page, box)
    part = np.cumsum((page.traits & BLOCK != 0)[page.element])
    breaks = np.flatnonzero(page.opens & (page.traits & BREAK != 0)[page.element])
    speaks = np.flatnonzero(~page.blank)
    spoken = part[speaks]
    first, last = speaks[np.diff(spoken, prepend=-1) != 0], speaks[np.diff(spoken, append=-1) != 0]
    owner = page.owner[first]
    traits = page.traits[owner]
    odd = (traits & PREFORMATTED != 0) | ((traits ^ page.traits[box[owner]]) & HIDDEN != 0)
    columns = (first, last, owner, box[owner], (first == last) & ~odd, np.isin(part[first], part[breaks]))
    broken = frozenset(breaks.tolist())
    for tag, end, number, home, alone, parted in zip(*(column.tolist() for column in columns), strict=True):
        if alone:
            if text := texts.alone(tag):
                yield _Line(tag, home, text, ((text, number),))
        elif parted:
            yield from _broken(texts, tag, end, broken)
        else:
            yield from texts.line(tag, [(text, number) for _, text, number in texts.runs(tag, end) if text])


def _pictured(page: Markup) -> dict[int, str]:
    """Single letters that pictures stand for, by the tag of the picture."""
    found = list(_PICTURED_INITIAL.finditer(page.text))
    tags = np.searchsorted(page.begin, [match.start() for match in found], side="right").tolist()
    return dict(zip(tags, (match[1] for match in found), strict=True))


def _with_initials(lines: Sequence[_Line], pictured: Mapping[int, str]) -> list[_Line]:
    """Lines with the first letter that stands apart from its word: in a box of its own, or as a picture's name."""
    whole: list[_Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if (letter := pictured.get(line.tag)) and _continues(line, letter):
            whole.append(line._replace(text=letter + line.text))
        elif before and line.tag - before.tag <= NEAR and _continues(line, before.text):
            whole[-1] = line._replace(text=before.text + line.text, runs=before.runs + line.runs)
        else:
            whole.append(line)
    return whole


def _continues(line: _Line, initial: str) -> bool:
    """Whether a line of prose begins inside the word that `initial` begins, and is no entry under that letter."""
    return (
        len(initial) == 1
        and initial.isupper()
        and line.text[0].islower()
        and line.text[0] != initial.lower()
        and len(line.text) > LINE_OF_PROSE
    )


def _broken(texts: _Texts, tag: int, last: int, breaks: frozenset[int]) -> Iterator[_Line]:
    """Lines of texts that `<br>` parts: at a second one in a row, and after a sentence long enough for prose."""
    runs: list[tuple[str, int]] = []
    begin, line = tag, 0
    for place, text, number in texts.runs(tag, last):
        if place in breaks and runs:
            told = "".join([text for text, _ in runs[line:]]).rstrip()
            if not told or (len(told) > LINE_OF_PROSE and told.endswith(SENTENCE_ENDS)):
                yield from texts.line(begin, runs)
                runs, line = [], 0
            else:
                runs.append(("\n", number))
                line = len(runs)
        if text and (runs or not text.isspace()):
            begin = begin if runs else place
            runs.append((text, number))
    if runs:
        yield from texts.line(begin, runs)


def _boxes(page: Markup) -> NDArray[np.intp]:
    """The innermost block element that each element is or stands in."""
    box = np.where(page.traits & BLOCK, np.arange(len(page.parent)), page.parent)
    while not np.array_equal(further := box[box], box):
        box = further
    return box


def _folded(text: str, traits: int) -> str:
    """Serialised text as a reader sees it in an element of these traits."""
    if "&" in text:
        text = unescape(text)
    return text if traits & PREFORMATTED or not _UNFOLDED.search(text) else _SPACE.sub(" ", text)


def _tidy(text: str) -> str:
    """Text with runs of spaces as one, and none around a newline or at the ends."""
    if "\n" in text:
        text = _EDGES.sub("\n", text)
    return (_RUNS.sub(" ", text) if "  " in text else text).strip()
