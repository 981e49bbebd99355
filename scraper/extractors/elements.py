"""Elements of a page, as columns: one list a property, an element being its place in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    _Block = TypeVar("_Block")

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr "
    "area base basefont bgsound input link meta param picture track".split()
)
"""Elements through which text runs without a break: of phrasing, and those without text (microdata's `<meta>`)."""
MEDIA = frozenset({"img", "amp-img", "source"})
PARAGRAPH_LIKE = frozenset("p li h1 h2 h3 h4 h5 h6 dd dt blockquote figcaption td th pre".split())
PREFORMATTED_NAMES = frozenset({"pre", "listing", "xmp"})
VOID_NAMES = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
"""Elements without an end tag in serialised HTML (HTML Standard, 13.3)."""

LITERAL_NAMES = frozenset({"xmp", "plaintext", "noembed", "noframes"})
"""Elements whose text is serialised as it is, angle brackets and all."""
PLAIN = frozenset(
    "address article aside body button caption center details div dl fieldset figure footer form header label legend "
    "main menu nav ol option section summary table tbody tfoot thead tr ul "
    "colgroup dir frameset hgroup optgroup search".split()
)
"""Blocks that are none of the above."""

LONGEST_ID = 4
"""Words up to which an id is a name; longer ones are headings turned into anchors."""

_ATTRIBUTE = re.compile(r'(?<![^\s"])([^\s="]+)="([^"]*)"')
_WORD = re.compile(r"[^\W\d_A-Z]+|[A-Z]+[^\W\d_A-Z]*")
_FOR_SCREEN_READERS = re.compile(
    r"\b(?:sr-only|visually-?hidden|hidden-(?:visually|label)|screen-?reader(?:-text|-only)?|assistive-text|[a-z]{1,4}-vh)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,)]|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)


LINKED, HIDDEN, PREFORMATTED, BLOCK, CUSTOM, VOID, MEDIUM, PARAGRAPH, BREAK, LITERAL, DIALOG, TABLE = (
    1 << bit for bit in range(12)
)
"""Traits of elements; those of one are a sum."""
INHERITED = LINKED | HIDDEN | PREFORMATTED
"""Traits that hold for all that is inside an element."""
KNOWN = INLINE | MEDIA | PARAGRAPH_LIKE | PREFORMATTED_NAMES | VOID_NAMES | LITERAL_NAMES | PLAIN | {"dialog"}
"""Names that are looked up; each is told by its first eight letters."""


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """All elements of a page's body in document order; the body itself is number 0 and its own parent.

    By number: `parent` its parent's number, `traits` a sum of traits; the elements inside it are those up to the one
    numbered `last`, the text blocks those from `first` up to `end`; its start tag is what stands in `markup` from
    `begin` to `close`.
    """

    markup: str
    begin: list[int]
    close: list[int]
    parent: list[int]
    traits: list[int]
    last: NDArray[np.intp]
    first: NDArray[np.intp]
    end: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.parent)

    def spelling(self, number: int) -> str:
        """Start tag as lexbor spells it, without angle brackets: `div class="a"`."""
        return self.markup[self.begin[number] : self.close[number]]


class Element(NamedTuple):
    """One element of a page."""

    page: Elements
    number: int

    @property
    def tag(self) -> str:
        """Name, lower case for HTML."""
        return name_of(self.page.spelling(self.number))

    @property
    def attributes(self) -> Mapping[str, str]:
        """Attributes by name, entities decoded."""
        return attributes_of(self.page.spelling(self.number))

    @property
    def parent(self) -> Element | None:
        """The element around it; None for the body."""
        return Element(self.page, self.page.parent[self.number]) if self.number else None

    @property
    def block(self) -> bool:
        """Whether it starts a line box of its own."""
        return bool(self.page.traits[self.number] & BLOCK)

    @property
    def linked(self) -> bool:
        """Whether it is, or stands in, a link."""
        return bool(self.page.traits[self.number] & LINKED)

    @property
    def hidden(self) -> bool:
        """Whether it is not shown: by attribute or inline style, or for screen readers only, itself or an ancestor."""
        return bool(self.page.traits[self.number] & HIDDEN)

    @property
    def preformatted(self) -> bool:
        """Whether its white space is kept."""
        return bool(self.page.traits[self.number] & PREFORMATTED)

    def holds(self, position: int) -> bool:
        """Whether the text block at a position stands inside."""
        return bool(self.page.first[self.number] <= position < self.page.end[self.number])

    def blocks(self, blocks: Sequence[_Block]) -> Sequence[_Block]:
        """Those of the page's text blocks that stand inside."""
        return blocks[int(self.page.first[self.number]) : int(self.page.end[self.number])]

    def numbers(self) -> Iterator[int]:
        """Numbers of this element and its ancestors, innermost first."""
        page, number = self
        yield number
        while number:
            number = page.parent[number]
            yield number

    def chain(self) -> Iterator[Element]:
        """This element and its ancestors, innermost first."""
        return (Element(self.page, number) for number in self.numbers())

    def closest(self, tag: str) -> Element | None:
        """The innermost element of that name that it is or stands in (DOM Standard, 4.9: `closest`)."""
        return next((element for element in self.chain() if element.tag == tag), None)

    def tokens(self) -> frozenset[str]:
        """Words of class and id, as `tokens_of` gives them."""
        return tokens_of(self.page.spelling(self.number))


def name_of(spelling: str) -> str:
    """Name of the element that a start tag opens, lower case for HTML."""
    return spelling.partition(" ")[0]


def class_of(spelling: str) -> str:
    """The class attribute of a start tag as it is spelled; empty without one."""
    return _value(spelling, "class")


@lru_cache(maxsize=1024)
def attributes_of(spelling: str) -> Mapping[str, str]:
    """Attributes of a start tag by name, entities decoded."""
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(spelling)}


@lru_cache(maxsize=4096)
def tokens_of(spelling: str) -> frozenset[str]:
    """Lower-case words of class and id, camel case parted, without digits; ids that spell a heading left out."""
    return frozenset((*words_of(class_of(spelling)), *id_words(spelling)))


def words_of(names: str) -> list[str]:
    """Lower-case words of a class or id, camel case parted; without digits."""
    return [word.lower() for word in _WORD.findall(names)]


def id_words(spelling: str) -> list[str]:
    """Words of a start tag's id, none where they spell a heading."""
    words = words_of(_value(spelling, "id"))
    return words if len(words) <= LONGEST_ID else []


def traits_of_name(name: str) -> int:
    """Traits that the name of an element decides; anchors are taken for links.

    What HTML has no name for (`<marling-teaser>`, `<person>`, `<st1:place>`) is a custom element: browsers run it on.
    """
    return (
        (CUSTOM if name not in KNOWN else BLOCK if name not in INLINE and name not in MEDIA else 0)
        | (LINKED if name == "a" else 0)
        | (BREAK if name == "br" else 0)
        | (MEDIUM if name in MEDIA else 0)
        | (VOID if name in VOID_NAMES else 0)
        | (PARAGRAPH if name in PARAGRAPH_LIKE else 0)
        | (PREFORMATTED if name in PREFORMATTED_NAMES else 0)
        | (LITERAL if name in LITERAL_NAMES else 0)
        | (DIALOG if name.startswith("dialog") else 0)
        | (TABLE if name == "table" else 0)
    )


@lru_cache(maxsize=1024)
def hides(spelling: str) -> bool:
    """Whether a start tag hides its element. React streams shown text in `<div hidden id="S:0">`."""
    if spelling.startswith("dialog") and ' open="' not in spelling:
        return True
    if ' hidden="' in spelling:
        return ' id="S:' not in spelling
    return bool(_UNSEEN.search(_value(spelling, "style")) or _FOR_SCREEN_READERS.search(class_of(spelling)))


def _value(spelling: str, name: str) -> str:
    """Attribute of a start tag as it is spelled; empty without one."""
    return spelling.partition(f' {name}="')[2].partition('"')[0]
