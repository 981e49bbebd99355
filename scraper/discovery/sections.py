"""Front and section pages: the articles that they list, from bytes to links.

A link is judged by signs that need no words of any language: what its address looks like, where on the page it
stands, and how much it says. Each sign is a row with a weight; what they sum up to decides.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from scraper.discovery.addresses import LONG, Address, address, is_elsewhere, same_page
from scraper.discovery.html import read_html
from scraper.discovery.link import Link
from scraper.discovery.mentions import Mention, Outline, Place, outline
from scraper.extractors.canonical import site
from scraper.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

ENOUGH: Final = 3
"""Sum of weights from which a link is taken for one to an article."""
_WITHOUT_SPACES: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Characters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, kana, Han."""
_PER_WORD: Final = 3
_DEEPEST: Final = 12
"""Segments of a path that are looked at for what lies above."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One row: what is looked at, and what it adds to a link's sum."""

    name: str
    weight: int
    seen: Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention of an address; `hub` where the page links to several addresses below it."""

    address: Address
    mention: Mention
    length: int
    hub: bool


SIGNS: Final = (
    Sign("a date in the path", 3, lambda c: c.address.has_date),
    Sign("a slug as long as a headline", 2, lambda c: c.address.words >= LONG),
    Sign("a slug of some words", 1, lambda c: 1 < c.address.words < LONG),
    Sign("a number", 2, lambda c: c.address.has_id),
    Sign("the suffix of a document", 1, lambda c: c.address.is_document),
    Sign("other pages below it", -3, lambda c: c.hub),
    Sign("in a heading", 2, lambda c: Place.HEADING in c.mention.place),
    Sign("in an article element", 1, lambda c: Place.TEASER in c.mention.place),
    Sign("in a menu", -3, lambda c: Place.MENU in c.mention.place),
    Sign("a text as long as a headline", 2, lambda c: c.length >= LONG),
    Sign("a text of a word or two", -1, lambda c: 0 < c.length < LONG - 1),
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
    groups = _by_address(found.mentions, url)
    hubs = _hubs(addresses for addresses, _ in groups.values())
    chosen = {
        key: group
        for key, (where, group) in groups.items()
        if max(map(weight, _candidates(where, group, hubs))) >= ENOUGH
    }
    moments = _moments(found, {mention.element: key for key, group in chosen.items() for mention in group})
    return tuple(Link(key, _title(group), moments.get(key)) for key, group in chosen.items())


def weight(candidate: Candidate) -> int:
    """Sum of the weights of all signs that a candidate shows."""
    return sum(sign.weight for sign in SIGNS if sign.seen(candidate))


def length(text: str) -> int:
    """Number of words; where a script puts no spaces between them, a few characters count as one."""
    dense = len(_WITHOUT_SPACES.findall(text))
    return len(words(_WITHOUT_SPACES.sub(" ", text))) + dense // _PER_WORD


def _by_address(found: Iterable[Mention], url: str) -> dict[str, tuple[Address, list[Mention]]]:
    """Mentions of each address that may be an article of the site at `url`, by the address as first written."""
    home, here = site(url), urlsplit(url)
    groups: dict[str, tuple[Address, list[Mention]]] = {}
    for mention in found:
        if mention.url not in groups:
            where = address(mention.url)
            groups[mention.url] = (where, [])
        groups[mention.url][1].append(mention)
    return {
        key: (where, group)
        for key, (where, group) in groups.items()
        if site(key) == home and not is_elsewhere(where) and not same_page(urlsplit(key), here)
    }


def _hubs(addresses: Iterable[Address]) -> frozenset[tuple[str, ...]]:
    """Paths below which several other addresses lie."""
    below: Counter[tuple[str, ...]] = Counter()
    for where in addresses:
        below.update({(where.host, *where.segments[:end]) for end in range(1, min(len(where.segments), _DEEPEST))})
    return frozenset(path for path, count in below.items() if count > 1)


def _candidates(where: Address, group: Sequence[Mention], hubs: frozenset[tuple[str, ...]]) -> Iterator[Candidate]:
    hub = (where.host, *where.segments) in hubs
    return (Candidate(where, mention, length(mention.text), hub) for mention in group)


def _title(group: Iterable[Mention]) -> str | None:
    best = max(group, key=lambda mention: (bool(mention.text) and Place.HEADING in mention.place, len(mention.text)))
    return best.text or None


def _moments(page: Outline, addresses: Mapping[int, str]) -> dict[str, str]:
    """The first time of each address that stands in an element of its own: with it, and with no other.

    `addresses` are what elements link to, by number.
    """
    alone: dict[int, str | None] = dict(addresses)
    for element in range(len(page.parents) - 1, 0, -1):
        if element in alone:
            parent = page.parents[element]
            alone[parent] = alone[element] if alone.get(parent, alone[element]) == alone[element] else None
    for element, parent in enumerate(page.parents):
        alone.setdefault(element, alone.get(parent))
    found: dict[str, str] = {}
    for element, moment in page.moments:
        if key := alone[element]:
            found.setdefault(key, moment)
    return found
