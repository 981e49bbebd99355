"""The links of a page as it shows them: each with its text and the kind of place where it stands.

One walk over the tree in document order, each node touched once, so that time is linear in the page's size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Flag, auto
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag

from scraper.discovery.link import iso_date, one_line
from scraper.domain import absolute
from scraper.page import encodable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode


class Place(Flag):
    """What a link stands in, and what it says itself (HTML Standard, 4.6.7.3 "bookmark": PERMALINK).

    `QUIET` texts are no part of a link's title.
    """

    NOWHERE = 0
    MENU = auto()
    TEASER = auto()
    HEADING = auto()
    QUIET = auto()
    PERMALINK = auto()


MAX_URL: Final = 2048
"""Characters of an address beyond which it is no article's."""

_TEXT: Final = "-text"
_OWN_TITLE: Final = "h1"
_PLACES: Final = {
    **dict.fromkeys(("nav", "footer", "form", "dialog"), Place.MENU),
    **dict.fromkeys(("h1", "h2", "h3", "h4"), Place.HEADING),
    **dict.fromkeys(("time", "figcaption", "noscript"), Place.QUIET),
}
_ROLES: Final = {
    **dict.fromkeys(("navigation", "menu", "menubar", "contentinfo", "banner", "search", "dialog"), Place.MENU),
    "heading": Place.HEADING,
}
_WIDE: Final = frozenset({"html", "body", "main"})
"""Elements whose classes tell of the whole page (`has-menu`)."""
_MENU_CLASS: Final = re.compile(
    r"(?<![^\W_])(?:(?:main|sub|mega|top|site|nav)?(?:nav|navi|navigation|navbar|menu)|bread-?crumbs?|footer|pagination"
    r"|pager|tags?|tag-?(?:list|cloud)|keywords|social|share|sharing|skip-?links?|cookies?|consent"
    r"|by-?lines?|authors?)(?![^\W_])",
    re.IGNORECASE,
)
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo cite code em font i ins mark q s small strong sub sup u wbr".split()
)
"""Elements within a word or between words, where no white space has to be put."""
_REFUSED_RELS: Final = frozenset(
    "author tag license privacy-policy terms-of-service search help next prev first last home index sponsored".split()
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
    """A page's links, times and headings in document order, the latter two with the number of their element.

    Headings with a link are in its text instead; `<h1>` is left out, as the page's own.
    `parents` are elements' parents by number; the root's is itself.
    """

    mentions: tuple[Mention, ...]
    moments: tuple[tuple[int, str], ...]
    headings: tuple[tuple[int, str], ...]
    parents: tuple[int, ...]

    def owned(self, things: Iterable[tuple[int, str]], owners: Mapping[int, str]) -> dict[str, str]:
        """The first of `things` that each owner has to itself.

        `owners` are names by the number of an element; several elements may have the same. A thing is an owner's
        where the smallest element that holds it and any owner holds no other, and is not the whole body.
        """
        alone: dict[int, str | None] = dict(owners)
        for element in range(len(self.parents) - 1, 0, -1):
            if element in alone:
                parent, owner = self.parents[element], alone[element]
                alone[parent] = owner if parent and alone.get(parent, owner) == owner else None
        for element, parent in enumerate(self.parents):
            alone.setdefault(element, alone.get(parent))
        found: dict[str, str] = {}
        for element, thing in things:
            if owner := alone[element]:
                found.setdefault(owner, thing)
        return found


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
    """What an element stands in: its number, depth, tag, place, the link and the number of the heading around it."""

    number: int
    depth: int
    tag: str
    place: Place
    link: _Open | None
    heading: int | None


_OUTSIDE: Final = _Around(0, 0, "", Place.NOWHERE, None, None)


@dataclass(slots=True)
class _Walk:
    """What was met so far; `around` by the address of a node in memory."""

    base: str
    around: dict[int, _Around] = field(default_factory=dict)
    parents: list[int] = field(default_factory=list)
    links: list[_Open] = field(default_factory=list)
    moments: list[tuple[int, str]] = field(default_factory=list)
    headings: dict[int, list[str]] = field(default_factory=dict)
    last: _Around = _OUTSIDE

    def outline(self) -> Outline:
        """All of it."""
        headings = ((number, encodable(one_line("".join(pieces)) or "")) for number, pieces in self.headings.items())
        mentions = (link.mention() for link in self.links)
        return Outline(tuple(mentions), tuple(self.moments), tuple(headings), tuple(self.parents))

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
        heading = outer.heading
        if link is not None:
            self.headings.pop(-1 if heading is None else heading, None)
        elif heading is None and Place.HEADING in place and tag != _OWN_TITLE:
            heading, self.headings[number] = number, []
        self.parents.append(outer.number)
        self.around[node.mem_id] = _Around(number, outer.depth + 1, tag, place, link, heading)

    def _open(self, attributes: Mapping[str, str | None], place: Place, number: int) -> _Open | None:
        href = (attributes.get("href") or "").strip()
        url = None if href.startswith("#") else absolute(href, self.base)
        types = (attributes.get("rel") or "").lower().split()
        if url is None or len(url) > MAX_URL or not _REFUSED_RELS.isdisjoint(types):
            return None
        place |= Place.PERMALINK if "bookmark" in types else Place.NOWHERE
        label = attributes.get("aria-label") or attributes.get("title") or ""
        link = _Open(encodable(urldefrag(url).url), place, number, label)
        self.links.append(link)
        return link

    def _say(self, text: str, around: _Around) -> None:
        """A text within a link or heading; one that follows an element now closed is set off, unless that is inline."""
        heading = None if around.heading is None else self.headings.get(around.heading)
        if around.place & Place.QUIET or (around.link is None and heading is None):
            return
        last, self.last = self.last, around
        left = last is not around and last.depth >= around.depth and last.tag not in _INLINE
        piece = f" {text}" if left else text
        if heading is not None:
            heading.append(piece)
        if around.link is not None:
            around.link.pieces.append(piece)
            if Place.HEADING in around.place:
                around.link.heading.append(piece)


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
