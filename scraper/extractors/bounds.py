"""What a parser can take: pages nested, tagged or attributed beyond it are cut before they are parsed.

The parser is quadratic in the depth of nesting, in formatting elements left open, and in the attributes of one tag: a
page of 200 KB can keep it for a minute and fill the memory. The scan is linear. It follows the parser's own way of
closing elements as far as that bears upon depth, and where it is simpler it takes a page for deeper than it is.

Most pages are seen to be harmless by counting, in a tenth of the scan's time. A page of few tags can be made to hide
its depth from that; what it can do then is bounded by its few tags, and by the deadline of a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

MAX_DEPTH: Final = 1000
"""Elements open at once. The deepest of the corpus's 1,469 pages has 54."""
MAX_TAGS: Final = 200_000
MAX_CHARS: Final = 10 * 2**20
MAX_ATTRIBUTES: Final = 5000
"""Attributes of one tag."""
MAX_WORK: Final = 100_000_000
"""Steps up the open elements, over all tags: a second of the parser's time, or less."""

_MANY: Final = 8000  # Tags of a page that is scanned whatever its counts say.
_LESS, _SLASH, _A, _Z = b"</az"
_CASE: Final = 0x20
_REOPENED: Final = 100  # A formatting element left open is made anew in every block; beside that, steps are cheap.
# Beside what the parser does for each of these: it puts the attributes of a second <html> or <body> to those of the
# first, and goes through the options of a list.
_DEAR: Final = 10_000
_LONG_TAG: Final = 16_384
_SAME: Final = 3  # So many like formatting elements stay open at once; the parser forgets the others.

_ATTRIBUTE: Final = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+"""
_ATTRIBUTES: Final = re.compile(_ATTRIBUTE)
_MARKUP: Final = re.compile(rf"<(?:(!--)|(/?)([a-zA-Z][^\s/>]*+)(?:[\s/]++|{_ATTRIBUTE})*+(?:>|\Z))")
"""A tag that never ends goes on to the end of the page: it is read once, not again from each `<` in it."""
_NEVER_OPEN: Final = re.compile(rb"<(?:img|br|meta|link|input|source)(?=[\s/>])", re.IGNORECASE)
_COMMENT_END: Final = re.compile(r"--!?>")


def _set(names: str) -> AbstractSet[str]:
    return frozenset(names.split())


_VOID: Final = _set(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
_RAW: Final = {
    name: re.compile(rf"</(?i:{name})[\s/>]")
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
}
_FOREIGN: Final = _set("svg math")
_FORMATTING: Final = _set("a b big code em font i nobr s small strike strong tt u")
_ALONE: Final = _set("a nobr")
_ROOTS: Final = _set("html body head")
_DEARS: Final = _set("html body option")
_CELLS, _SECTIONS, _DEFINITIONS = _set("td th"), _set("tbody thead tfoot"), _set("dd dt")
_MARKERS: Final = _CELLS | _set("caption applet object marquee template")
_TABLE: Final = _CELLS | _SECTIONS | _set("table tr caption colgroup")
_TABLE_SCOPE: Final = _set("table template")
_SCOPE: Final = _MARKERS | _set("table foreignobject")
_BUTTON_SCOPE: Final = _SCOPE | _set("button")
_BLOCKS: Final = _set("""
address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4
h5 h6 header hgroup li listing main menu nav ol pre search section summary table ul dd dt p plaintext xmp""")
_SPECIAL: Final = _BLOCKS | _SCOPE | _TABLE | _set("button frameset iframe noembed noframes noscript select textarea")
_ITEM_SCOPE: Final = _SPECIAL - _set("address div p")

# Elements that end as another begins: what begins -> what ends, and what protects it.
_ENDS: Final = {
    "li": (_set("li"), _ITEM_SCOPE),
    **dict.fromkeys(_DEFINITIONS, (_DEFINITIONS, _ITEM_SCOPE)),
    **dict.fromkeys(_CELLS, (_CELLS, _TABLE_SCOPE)),
    "tr": (_set("tr"), _TABLE_SCOPE),
    **dict.fromkeys(_SECTIONS, (_SECTIONS, _TABLE_SCOPE)),
    **dict.fromkeys(("option", "optgroup"), (_set("option"), _SPECIAL)),
}
_PARAGRAPH: Final = _set("p")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A page that the parser can take; `cut` says why it ends where it does, None where it is whole."""

    html: bytes
    cut: str | None = None


def bounded(html: bytes) -> Bounded:
    """UTF-8 up to where it goes beyond a bound; whole where it does not."""
    if _harmless(html):
        return Bounded(html)
    text = html.decode()
    end, cut = _Scan(text[:MAX_CHARS]).run()
    if cut:
        return Bounded(text[:end].encode(), cut)
    if len(text) > MAX_CHARS:
        return Bounded(text[:MAX_CHARS].encode(), f"more than {MAX_CHARS} characters")
    return Bounded(html)


def _harmless(html: bytes) -> bool:
    """Whether the counts of a page say that no bound is near."""
    characters = np.frombuffer(html, dtype=np.uint8)
    after = np.flatnonzero(characters[:-1] == _LESS) + 1
    few = len(after) <= MAX_DEPTH or (len(after) <= _MANY and _shallow(html, characters, after))
    return few and len(html) <= MAX_CHARS and not _has_long_tag(html)


def _shallow(html: bytes, characters: NDArray[np.uint8], after: NDArray[np.intp]) -> bool:
    """Whether tags that open never lead those that close by as many as may be open; `after` is behind each `<`."""
    first = characters[after]
    opens = ((first | _CASE) >= _A) & ((first | _CASE) <= _Z)
    steps = opens.astype(np.int64) - (first == _SLASH)
    if _highest(steps) <= MAX_DEPTH:
        return True
    never = np.fromiter((found.start() + 1 for found in _NEVER_OPEN.finditer(html)), dtype=np.intp)
    return _highest(np.where(np.isin(after, never), 0, steps)) <= MAX_DEPTH


def _highest(steps: NDArray[np.int64]) -> int:
    """How far a walk of these steps ever comes above the lowest point before."""
    height = np.cumsum(np.append(0, steps))
    return int((height - np.minimum.accumulate(height)).max())


def _has_long_tag(html: bytes) -> bool:
    """Whether a long text without `>` may be a tag of too many attributes."""
    start = 0
    while start + _LONG_TAG < len(html):
        end = html.rfind(b">", start, start + _LONG_TAG)
        if end < 0:
            end = html.find(b">", start + _LONG_TAG)
            end = len(html) if end < 0 else end
            tag = html.find(b"<", start, end - _LONG_TAG)
            if (
                tag >= 0
                and html[tag + 1 : tag + 2].isalpha()
                and _is_crowded(_MARKUP.match(html[tag:].decode("latin-1")))
            ):
                return True
        start = end + 1
    return False


def _is_crowded(tag: re.Match[str] | None) -> bool:
    """Whether a tag has too many attributes."""
    return tag is not None and tag.end() - tag.start() > _LONG_TAG and len(_ATTRIBUTES.findall(tag[0])) > MAX_ATTRIBUTES


@dataclass(slots=True)
class _Scan:
    """What is open at a point of the page."""

    html: str
    open: list[str] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    formatting: list[tuple[str, str]] = field(default_factory=list)
    foreign: int = 0
    work: int = 0

    def run(self) -> tuple[int, str | None]:
        """Where to cut and why; no reason where the page is within bounds."""
        find, position = _MARKUP.search, 0
        for tags in count():
            match = find(self.html, position)
            if match is None:
                return position, None
            comment, closing, name = match.groups()
            if comment:
                position = self._after_comment(match.start())
                continue
            position = match.end()
            name = name.lower()
            if closing:
                self._close(name)
            elif name not in _VOID:
                position = self._opened(name, match)
            if cut := self._beyond(tags, match):
                return match.start(), cut
        raise AssertionError  # the count has no end

    def _beyond(self, tags: int, match: re.Match[str]) -> str | None:
        depth = len(self.open) + len(self.formatting)
        self.work += depth + _REOPENED * len(self.formatting)
        if depth > MAX_DEPTH:
            return f"nested deeper than {MAX_DEPTH} elements"
        if tags > MAX_TAGS:
            return f"more than {MAX_TAGS} tags"
        if self.work > MAX_WORK:
            return "too many tags for all that is left open"
        if _is_crowded(match):
            return f"more than {MAX_ATTRIBUTES} attributes in one tag"
        return None

    def _after_comment(self, start: int) -> int:
        end = _COMMENT_END.search(self.html, start + 2)
        return end.end() if end else len(self.html)

    def _opened(self, name: str, match: re.Match[str]) -> int:
        """Open an element; returns where its content goes on with markup."""
        if self.foreign and self.html[match.end() - 2] == "/":
            return match.end()
        if name in _RAW and not self.foreign:
            end = _RAW[name].search(self.html, match.end())
            return end.start() + 2 if end else len(self.html)
        if name in _FORMATTING and not self.foreign:
            self._format(name, match[0])
        elif name not in _ROOTS:
            self._push(name)
        if name in _DEARS:
            self.work += _DEAR
        return match.end()

    def _push(self, name: str) -> None:
        if name in _ENDS:
            self._end(*_ENDS[name])
        if name in _BLOCKS and "p" in self.open:
            self._end(_PARAGRAPH, _BUTTON_SCOPE)
        if name in _MARKERS:
            self.marks.append(len(self.formatting))
        self.foreign += name in _FOREIGN
        self.open.append(name)

    def _format(self, name: str, tag: str) -> None:
        if name in _ALONE:
            self._unformat(name)
        if self.formatting.count((name, tag)) < _SAME:
            self.formatting.append((name, tag))

    def _unformat(self, name: str) -> None:
        """Close the last formatting element called `name` since the last marker."""
        first = self.marks[-1] if self.marks else 0
        for index in range(len(self.formatting) - 1, first - 1, -1):
            if self.formatting[index][0] == name:
                del self.formatting[index]
                return

    def _close(self, name: str) -> None:
        if name in _FORMATTING and not self.foreign:
            self._unformat(name)
        elif name in self.open:
            scope = _TABLE_SCOPE if name in _TABLE else _SCOPE if name in _SPECIAL or name in _FOREIGN else _SPECIAL
            self._end(frozenset((name,)), scope)

    def _end(self, names: AbstractSet[str], scope: AbstractSet[str]) -> None:
        """Close the last open element of `names`, with all in it, unless one of `scope` stands between."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index] in names:
                for popped in reversed(self.open[index:]):
                    self._popped(popped)
                del self.open[index:]
                return
            if self.open[index] in scope:
                return

    def _popped(self, name: str) -> None:
        self.foreign -= name in _FOREIGN
        if name in _MARKERS and self.marks:
            del self.formatting[self.marks.pop() :]
