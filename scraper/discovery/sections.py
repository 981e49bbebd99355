"""Front and section pages: the articles that they list, from bytes to links.

A link is judged by signs that need no words of any language: what its address looks like, where on the page it
stands, and how much it says. Each sign is a row with a weight; what they sum up to decides.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scraper.discovery.addresses import LONG, Address, address, is_elsewhere, word_count
from scraper.discovery.html import read_html
from scraper.discovery.link import Link
from scraper.discovery.mentions import Mention, Outline, Place, outline
from scraper.domain import site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ENOUGH: Final = 3
"""Sum of weights from which a link is taken for one to an article."""
DISTINCT: Final = 2
"""What is asked beyond that of an address without date and number, on a page whose articles have them."""
_MOST: Final = 0.75
_FEW: Final = 0.3
_MANY: Final = 0.6
_SEVERAL: Final = 6
_BRIEF: Final = 2
"""Words that may be a menu's entry, a section's name or a call to read on."""
_DEEPEST: Final = 12
"""Segments of a path that are looked at for what lies above."""


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one page, in document order; `address` is that of the first, and tells it from other pages."""

    address: Address
    mentions: tuple[Mention, ...]

    @property
    def url(self) -> str:
        """The shortest of its addresses: what others have beyond that says where the reader came from."""
        return min((mention.url for mention in self.mentions), key=len)

    @property
    def says_little(self) -> bool:
        """Whether it has no heading and hardly any text."""
        headed = any(Place.HEADING in mention.place for mention in self.mentions)
        return not headed and word_count(self.title or "") <= _BRIEF

    @property
    def in_menus(self) -> bool:
        """Whether it is in menus only."""
        return all(Place.MENU in mention.place for mention in self.mentions)

    @property
    def title(self) -> str | None:
        """Its text in a heading, else its text anywhere; the longest."""
        mentions = (mention for mention in self.mentions if mention.text)
        best = max(mentions, key=lambda one: (Place.HEADING in one.place, len(one.text)), default=None)
        return best.text if best else None


@dataclass(frozen=True, slots=True)
class Sign:
    """One row: what is looked at, and what it adds to a link's sum."""

    name: str
    weight: int
    seen: Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all links of a page together tell: its host, what has other pages below it, how much kin say.

    `terse` are kin of which few have a text of some words, `telling` those of which most have.
    """

    host: str
    hubs: frozenset[tuple[str, ...]] = frozenset()
    terse: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()

    def is_terse(self, where: Address) -> bool:
        """Whether the like of it say little, and none of them more."""
        return not self.terse.isdisjoint(where.kin) and self.telling.isdisjoint(where.kin)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention of an address.

    `length` is the number of words of its text, `around` what the rest of the page tells of it.
    """

    address: Address
    mention: Mention
    length: int
    around: Surroundings


SIGNS: Final = (
    Sign("a date in the path", 4, lambda c: c.address.has_date),
    Sign("a slug as long as a headline", 2, lambda c: c.address.words >= LONG),
    Sign("a slug of some words", 1, lambda c: 1 < c.address.words < LONG),
    Sign("a number", 2, lambda c: c.address.has_number or c.address.asks_number),
    Sign("the suffix of a document", 1, lambda c: c.address.is_document),
    Sign("a short path that says little", -1, lambda c: c.address.is_short),
    Sign("other pages below it", -3, lambda c: (c.address.host, *c.address.segments) in c.around.hubs),
    Sign("another host of the site", -1, lambda c: c.address.host != c.around.host),
    Sign("its like say little", -4, lambda c: c.around.is_terse(c.address)),
    Sign("in a heading", 2, lambda c: Place.HEADING in c.mention.place),
    Sign("declared to be a permanent link", 4, lambda c: Place.PERMALINK in c.mention.place),
    Sign("in an article element", 1, lambda c: Place.TEASER in c.mention.place),
    Sign("in a menu", -3, lambda c: Place.MENU in c.mention.place),
    Sign("a text as long as a headline", 2, lambda c: c.length >= LONG),
    Sign("a text of a word or two, or none", -1, lambda c: c.length <= _BRIEF),
)
"""What speaks for a link to an article, and against."""


def read_section(body: bytes, url: str, *, content_type: str | None = None) -> tuple[Link, ...]:
    """Links to the articles that a front or section page lists, in its order, each once.

    `url` is where the page was found, `content_type` its header's value. Only addresses of the same registrable
    domain are taken. A link's title is its text in a heading, else its text anywhere, the longest of them; its
    `published_at` is the first `<time datetime>` of the teaser that holds it and no other.
    Raises InputError, which says what was found instead, where `body` is no HTML page.
    """
    page = read_html(body, url, content_type)
    found = outline(page.tree, page.base)
    chosen = _chosen(_headed(_groups(found.mentions, url), found), url)
    moments = found.owned(found.moments, _elements(chosen))
    return tuple(Link(group.url, group.title, moments.get(group.address.key)) for group in chosen)


def weight(candidate: Candidate) -> int:
    """Sum of the weights of all signs that a candidate shows."""
    return sum(sign.weight for sign in SIGNS if sign.seen(candidate))


def _groups(found: Iterable[Mention], url: str) -> tuple[Group, ...]:
    """Mentions by what page of the site at `url` they lead to, without those that lead to no article or to it."""
    home, here = site(url), address(url)
    addresses: dict[str, Address] = {}
    mentions: dict[str, list[Mention]] = {}
    for mention in found:
        if site(mention.url) == home:
            where = address(mention.url)
            addresses.setdefault(where.key, where)
            mentions.setdefault(where.key, []).append(mention)
    return tuple(
        Group(where, tuple(mentions[key]))
        for key, where in addresses.items()
        if not (is_elsewhere(where) or where.is_part_of(here))
    )


def _headed(groups: Sequence[Group], page: Outline) -> tuple[Group, ...]:
    """Groups, those of hardly any text ("more") with the heading beside their link, where it can be no other's."""
    headings = [(element, text) for element, text in page.headings if word_count(text) > _BRIEF]
    owned = page.owned(headings, _elements(group for group in groups if group.address.names_a_page))
    return tuple(
        _with_heading(group, owned[group.address.key]) if group.address.key in owned and group.says_little else group
        for group in groups
    )


def _with_heading(group: Group, heading: str) -> Group:
    first = group.mentions[0]
    return replace(group, mentions=(*group.mentions, replace(first, text=heading, place=first.place | Place.HEADING)))


def _elements(groups: Iterable[Group]) -> dict[int, str]:
    """The pages that elements link to, by the elements' numbers."""
    return {mention.element: group.address.key for group in groups for mention in group.mentions}


def _chosen(groups: Sequence[Group], url: str) -> tuple[Group, ...]:
    """The groups that are links to articles."""
    around = _surroundings(groups, url)
    sums = [(group, max(map(weight, _candidates(group, around)))) for group in groups]
    likely = [group.address.is_numbered for group, points in sums if points >= ENOUGH]
    strict = len(likely) >= _SEVERAL and sum(likely) >= _MOST * len(likely)
    return tuple(
        group
        for group, points in sums
        if points >= ENOUGH + (DISTINCT if strict and not group.address.is_numbered else 0)
    )


def _surroundings(groups: Iterable[Group], url: str) -> Surroundings:
    below: Counter[tuple[str, ...]] = Counter()
    kin: Counter[str] = Counter()
    talking: Counter[str] = Counter()
    for group in groups:
        where = group.address
        below.update((where.host, *where.segments[:end]) for end in range(1, min(len(where.segments), _DEEPEST)))
        length = 0 if group.in_menus else word_count(group.title or "")
        kin.update(where.kin if length else ())
        talking.update(where.kin if length > _BRIEF else ())
    shares = {name: talking[name] / count for name, count in kin.items() if count >= _SEVERAL}
    return Surroundings(
        address(url).host,
        frozenset(path for path, count in below.items() if count > 1),
        frozenset(name for name, share in shares.items() if share <= _FEW),
        frozenset(name for name, share in shares.items() if share >= _MANY),
    )


def _candidates(group: Group, around: Surroundings) -> Iterator[Candidate]:
    return (Candidate(group.address, mention, word_count(mention.text), around) for mention in group.mentions)
