"""The links of a page as it shows them: each with its text and the kind of place where it stands.

One walk over the tree in document order, each node touched once, so that time is linear in the page's size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Flag, auto
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag

from scraper.discovery.link import absolute, iso_date, one_line
from scraper.page import encodable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode


class Place(Flag):
    """What a link stands in; `QUIET` texts are no part of a link's title."""

    NOWHERE = 0
    MENU = auto()
    TEASER = auto()
    HEADING = auto()
    QUIET = auto()


_TEXT: Final = "-text"
_PLACES: Final = {
    **dict.fromkeys(("nav", "footer", "form", "dialog"), Place.MENU),
    **dict.fromkeys(("h1", "h2", "h3", "h4"), Place.HEADING),
    **dict.fromkeys(("time", "figcaption", "button", "noscript"), Place.QUIET),
}
_ROLES: Final = {
    **dict.fromkeys(
        ("navigation", "menu", "menubar", "contentinfo", "banner", "search", "dialog", "tablist", "toolbar"), Place.MENU
    ),
    "heading": Place.HEADING,
}
_WIDE: Final = frozenset({"html", "body", "main"})
"""Elements whose classes tell of the whole page (`has-menu`)."""
_MENU_CLASS: Final = re.compile(
    r"(?<![^\W_])(?:(?:main|sub|mega|top|site|nav)?(?:nav|navi|navigation|navbar|menu)|bread-?crumbs?|footer|pagination"
    r"|pager|tags?|tag-?(?:list|cloud)|taglist|topics?|keywords|social|share|sharing|skip-?links?|cookies?|consent"
    r"|by-?lines?|authors?)(?![^\W_])",
    re.IGNORECASE,
)
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo cite code em font i ins mark q s small strong sub sup u wbr".split()
)
"""Elements within a word or between words, where no white space has to be put."""
_REFUSED_RELS: Final = frozenset(
    "author tag license privacy-policy terms-of-service search help next prev first last home index sponsored me".split()
)
"""Link types of other things than articles (HTML Standard, 4.6.7; microformats rel values)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One link: its absolute address without fragment, its text, what it stands in, its element's number."""

    url: str
    text: str
    place: Place
    element: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A page's links and times in document order; `parents` are elements' parents by number, the root's is itself."""

    mentions: tuple[Mention, ...]
    moments: tuple[tuple[int, str], ...]
    parents: tuple[int, ...]


def outline(tree: LexborHTMLParser, base: str) -> Outline:
    """Links to http(s) addresses, and ISO 8601 dates of `<time datetime>`, in a page's body."""
    walk = _Walk(base)
    if tree.body is not None:
        for node in tree.body.traverse(include_text=True):
            walk.take(node)
    return walk.outline()


@dataclass(slots=True)
class _Open:
    """A link as far as its text has come; `heading` holds what stands in a heading within it."""

    url: str
    place: Place
    element: int
    label: str
    pieces: list[str] = field(default_factory=list)
    heading: list[str] = field(default_factory=list)

    def mention(self) -> Mention:
        """The link, with the text of its heading where it has one."""
        texts = ("".join(self.heading), "".join(self.pieces), self.label)
        text = next(filter(None, map(one_line, texts)), "")
        place = self.place | (Place.HEADING if one_line(texts[0]) else Place.NOWHERE)
        return Mention(self.url, encodable(text), place, self.element)


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element stands in: its number, depth, tag, place, and the link around it."""

    number: int
    depth: int
    tag: str
    place: Place
    link: _Open | None


_OUTSIDE: Final = _Around(0, 0, "", Place.NOWHERE, None)


@dataclass(slots=True)
class _Walk:
    """What was met so far; `around` by the address of a node in memory."""

    base: str
    around: dict[int, _Around] = field(default_factory=dict)
    parents: list[int] = field(default_factory=list)
    links: list[_Open] = field(default_factory=list)
    moments: list[tuple[int, str]] = field(default_factory=list)
    last: _Around = _OUTSIDE

    def outline(self) -> Outline:
        """All of it."""
        return Outline(tuple(link.mention() for link in self.links), tuple(self.moments), tuple(self.parents))

    def take(self, node: LexborNode) -> None:
        """The next node of the page."""
        parent = node.parent
        outer = self.around.get(parent.mem_id, _OUTSIDE) if parent is not None else _OUTSIDE
        if node.tag == _TEXT:
            self._say(node.text_content or "", outer)
        elif node.tag and node.is_element_node:
            self._enter(node, outer)

    def _enter(self, node: LexborNode, outer: _Around) -> None:
        tag, number = node.tag or "", len(self.parents)
        attributes = node.attributes
        place = _place(tag, attributes, outer.place)
        link = self._open(attributes, place, number) if tag == "a" else outer.link
        if outer.link is not None and tag not in _INLINE:
            outer.link.pieces.append(" ")
            outer.link.heading.append(" ")
        if tag == "time" and (moment := iso_date(attributes.get("datetime"))):
            self.moments.append((number, moment))
        self.parents.append(outer.number)
        self.around[node.mem_id] = _Around(number, outer.depth + 1, tag, place, link)

    def _open(self, attributes: Mapping[str, str | None], place: Place, number: int) -> _Open | None:
        href = (attributes.get("href") or "").strip()
        url = None if href.startswith("#") else absolute(href, self.base)
        if url is None or not _REFUSED_RELS.isdisjoint((attributes.get("rel") or "").lower().split()):
            return None
        label = attributes.get("aria-label") or attributes.get("title") or ""
        link = _Open(encodable(urldefrag(url).url), place, number, label)
        self.links.append(link)
        return link

    def _say(self, text: str, around: _Around) -> None:
        """A text within a link; one that follows an element now closed is set off, unless that is inline."""
        link, last = around.link, self.last
        if link is None or around.place & Place.QUIET:
            return
        left = last is not around and last.link is link and last.depth >= around.depth and last.tag not in _INLINE
        piece = f" {text}" if left else text
        link.pieces.append(piece)
        if around.place & Place.HEADING:
            link.heading.append(piece)
        self.last = around


def _place(tag: str, attributes: Mapping[str, str | None], outer: Place) -> Place:
    """What an element's contents stand in; an article begins anew, and its header is no menu."""
    if tag == "article":
        return Place.TEASER
    place = outer | _PLACES.get(tag, Place.NOWHERE)
    if tag == "header" and not outer & Place.TEASER:
        place |= Place.MENU
    if not attributes:
        return place
    place |= _ROLES.get((attributes.get("role") or "").strip().lower(), Place.NOWHERE)
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return place | Place.MENU if tag not in _WIDE and _MENU_CLASS.search(named) else place
