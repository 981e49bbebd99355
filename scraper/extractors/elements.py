"""Elements of a page, as columns: one list a property, an element being its place in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntFlag
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
"""Phrasing elements: text runs through them without a break."""
MEDIA = frozenset({"img", "amp-img", "source"})
PARAGRAPH_LIKE = frozenset("p li h1 h2 h3 h4 h5 h6 dd dt blockquote figcaption td th pre".split())
PREFORMATTED = frozenset({"pre", "listing", "xmp"})
LITERAL = frozenset({"xmp", "plaintext", "noembed", "noframes"})
"""Elements whose text is serialised as it is, angle brackets and all."""
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
"""Elements without an end tag in serialised HTML (HTML Standard, 13.3)."""

LONGEST_ID = 4
"""Words up to which an id is a name; longer ones are headings turned into anchors."""

_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
_WORD = re.compile(r"[^\W\d_A-Z]+|[A-Z]+[^\W\d_A-Z]*")
_FOR_SCREEN_READERS = re.compile(
    r"\b(?:sr-only|visually-?hidden|hidden-visually|screen-?reader(?:-text|-only)?|assistive-text)(?![\w-])",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Trait(IntFlag):
    """What a start tag says of its element; the first three hold for all that is inside."""

    LINKED = 1
    HIDDEN = 2
    PREFORMATTED = 4
    BLOCK = 8
    CUSTOM = 16
    VOID = 32
    MEDIUM = 64
    PARAGRAPH = 128
    BREAK = 256


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """All elements of a page's body in document order; the body itself is number 0 and its own parent.

    By number: `spelling` its start tag as lexbor spells it, without angle brackets (`div class="a"`), `parent` its
    parent's number, `traits` a sum of `Trait`; the text blocks inside it are those from `first` up to `end`.
    """

    spelling: list[str]
    parent: list[int]
    traits: list[int]
    first: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.spelling)


class Element(NamedTuple):
    """One element of a page."""

    page: Elements
    number: int

    @property
    def tag(self) -> str:
        """Name, lower case for HTML."""
        return name_of(self.page.spelling[self.number])

    @property
    def attributes(self) -> Mapping[str, str]:
        """Attributes by name, entities decoded."""
        return attributes_of(self.page.spelling[self.number])

    @property
    def parent(self) -> Element | None:
        """The element around it; None for the body."""
        return Element(self.page, self.page.parent[self.number]) if self.number else None

    @property
    def block(self) -> bool:
        """Whether it starts a line box of its own."""
        return bool(self.page.traits[self.number] & _BLOCK)

    @property
    def linked(self) -> bool:
        """Whether it is, or stands in, a link."""
        return bool(self.page.traits[self.number] & _LINKED)

    @property
    def hidden(self) -> bool:
        """Whether it is not shown: by attribute or inline style, or for screen readers only, itself or an ancestor."""
        return bool(self.page.traits[self.number] & _HIDDEN)

    @property
    def preformatted(self) -> bool:
        """Whether its white space is kept."""
        return bool(self.page.traits[self.number] & _PREFORMATTED)

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

    def tokens(self) -> frozenset[str]:
        """Words of class and id, as `tokens_of` gives them."""
        return tokens_of(self.page.spelling[self.number])


def name_of(spelling: str) -> str:
    """Name of the element that a start tag opens, lower case for HTML."""
    return spelling.partition(" ")[0]


def class_of(spelling: str) -> str:
    """The class attribute of a start tag as it is spelled; empty without one."""
    return spelling.partition(' class="')[2].partition('"')[0]


@lru_cache(maxsize=1024)
def attributes_of(spelling: str) -> Mapping[str, str]:
    """Attributes of a start tag by name, entities decoded."""
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(spelling)}


def tokens_of(spelling: str) -> frozenset[str]:
    """Lower-case words of class and id, camel case parted, without digits; ids that spell a heading left out."""
    own = _words(spelling.partition(' id="')[2].partition('"')[0])
    return _words(class_of(spelling)) | (own if len(own) <= LONGEST_ID else frozenset())


def traits_of(spelling: str) -> int:
    """Traits of a start tag, as a sum; some sites write a line break as `<span class="br">`."""
    name = name_of(spelling)
    traits = _of_name(name)
    if name == "a" and ' href="' in spelling:
        traits |= _LINKED
    elif name == "span" and "br" in spelling and "br" in class_of(spelling).split():
        traits |= _BREAK
    return traits | _HIDDEN if _may_hide(spelling) and _hides(name, spelling) else traits


_LINKED, _HIDDEN, _PREFORMATTED, _BLOCK = map(int, (Trait.LINKED, Trait.HIDDEN, Trait.PREFORMATTED, Trait.BLOCK))
_BREAK = int(Trait.BREAK)
_NAMED = (
    (VOID, Trait.VOID),
    (MEDIA, Trait.MEDIUM),
    (PARAGRAPH_LIKE, Trait.PARAGRAPH),
    (PREFORMATTED, Trait.PREFORMATTED),
    (frozenset({"br"}), Trait.BREAK),
)


@lru_cache(maxsize=1024)
def _of_name(name: str) -> int:
    """Traits that the name alone decides. Custom elements break the line, unless they stand in running text."""
    found = Trait(0)
    if "-" in name and name not in MEDIA:
        found |= Trait.CUSTOM
    elif name not in INLINE and name not in MEDIA:
        found |= Trait.BLOCK
    for names, trait in _NAMED:
        if name in names:
            found |= trait
    return int(found)


def _may_hide(spelling: str) -> bool:
    """Whether a tag is worth a closer look; most are not, and all are asked."""
    return (
        "hidden" in spelling
        or "none" in spelling
        or "sr-only" in spelling
        or "reader" in spelling
        or "assistive" in spelling
        or spelling.startswith("dialog")
    )


def _hides(name: str, spelling: str) -> bool:
    """Whether a tag hides its element. React streams shown text in `<div hidden id="S:0">`."""
    attributes = attributes_of(spelling)
    if name == "dialog" and "open" not in attributes:
        return True
    if "hidden" in attributes:
        return not attributes.get("id", "").startswith("S:")
    style, names = attributes.get("style"), attributes.get("class")
    return bool((style and _UNSEEN.search(style)) or (names and _FOR_SCREEN_READERS.search(names)))


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    """Lower-case words of a class or id, camel case parted; without digits."""
    return frozenset(word.lower() for word in _WORD.findall(names)) if names else frozenset()
