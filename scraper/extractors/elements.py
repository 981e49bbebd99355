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
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
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
    LITERAL = 128
    PARAGRAPH = 256
    BREAK = 512


INHERITED = int(Trait.LINKED | Trait.HIDDEN | Trait.PREFORMATTED)


class StartTag:
    """A start tag as lexbor spells it, without its angle brackets: `div class="a"`.

    `number` counts the spellings of one page, so that what is known of one serves all elements spelled alike.
    `traits` are a sum of `Trait` (some sites write a line break as `<span class="br">`). Attributes and tokens are read when they are first asked for.
    """

    __slots__ = ("_attributes", "_tokens", "name", "number", "spelling", "traits")

    def __init__(self, spelling: str, number: int) -> None:
        self.spelling = spelling
        self.number = number
        self.name = name = spelling.partition(" ")[0]
        self._attributes: Mapping[str, str] | None = None
        self._tokens: frozenset[str] | None = None
        self.traits = _of_name(name)
        if name == "a" and ' href="' in spelling:
            self.traits |= _LINKED
        if name == "span" and "br" in spelling and "br" in self.attributes.get("class", "").split():
            self.traits |= _BREAK
        if _may_hide(spelling) and _hides(self):
            self.traits |= _HIDDEN

    @property
    def attributes(self) -> Mapping[str, str]:
        """Attributes by name, entities decoded."""
        if self._attributes is None:
            found = dict(_ATTRIBUTE.findall(self.spelling))
            escaped = "&" in self.spelling
            self._attributes = {name: unescape(value) for name, value in found.items()} if escaped else found
        return self._attributes

    @property
    def class_names(self) -> str:
        """The class attribute as it is spelled; empty without one."""
        return self.spelling.partition(' class="')[2].partition('"')[0]

    @property
    def tokens(self) -> frozenset[str]:
        """Lower-case words of class and id, camel case parted, without digits; ids that spell a heading left out."""
        if self._tokens is None:
            own = _words(self.spelling.partition(' id="')[2].partition('"')[0])
            self._tokens = _words(self.class_names) | (own if len(own) <= LONGEST_ID else frozenset())
        return self._tokens


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """All elements of a page's body in document order; the body itself is number 0 and its own parent.

    By number: `start` its start tag, `parent` its parent's number, `traits` a sum of `Trait`; the text blocks inside
    it are those from `first` up to `end`. `spellings` are the page's start tags, each once, by their own number.
    """

    spellings: list[StartTag]
    start: list[StartTag]
    parent: list[int]
    traits: list[int]
    first: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.start)


class Element(NamedTuple):
    """One element of a page."""

    page: Elements
    number: int

    @property
    def tag(self) -> str:
        """Name, lower case for HTML."""
        return self.page.start[self.number].name

    @property
    def attributes(self) -> Mapping[str, str]:
        """Attributes by name."""
        return self.page.start[self.number].attributes

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
        """Words of class and id."""
        return self.page.start[self.number].tokens


_LINKED, _HIDDEN, _PREFORMATTED, _BLOCK = map(int, (Trait.LINKED, Trait.HIDDEN, Trait.PREFORMATTED, Trait.BLOCK))
_BREAK = int(Trait.BREAK)


@lru_cache(maxsize=1024)
def _of_name(name: str) -> int:
    """Traits that the name alone decides. Custom elements break the line, unless they stand in running text."""
    found = Trait(0)
    if name in PREFORMATTED:
        found |= Trait.PREFORMATTED
    if "-" in name and name not in MEDIA:
        found |= Trait.CUSTOM
    elif name not in INLINE and name not in MEDIA:
        found |= Trait.BLOCK
    for names, trait in _NAMED:
        if name in names:
            found |= trait
    return int(found)


_NAMED = (
    (VOID, Trait.VOID),
    (MEDIA, Trait.MEDIUM),
    (LITERAL, Trait.LITERAL),
    (PARAGRAPH_LIKE, Trait.PARAGRAPH),
    (frozenset({"br"}), Trait.BREAK),
)


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


def _hides(start: StartTag) -> bool:
    """Whether a tag hides its element. React streams shown text in `<div hidden id="S:0">`."""
    if start.name == "dialog" and "open" not in start.attributes:
        return True
    if "hidden" in start.attributes:
        return not start.attributes.get("id", "").startswith("S:")
    style, names = start.attributes.get("style"), start.attributes.get("class")
    return bool((style and _UNSEEN.search(style)) or (names and _FOR_SCREEN_READERS.search(names)))


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    """Lower-case words of a class or id, camel case parted; without digits."""
    return frozenset(word.lower() for word in _WORD.findall(_CAMEL.sub(" ", names))) if names else frozenset()
