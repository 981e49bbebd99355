"""Authors: people, one name an entry; the agencies among them apart.

Sources are weighed in a fixed order: JSON-LD, then meta tags, then the visible byline. What is no person's name
(publishers, addresses, roles, dates) is left out: an empty list beats a wrong name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from scraper.agencies import agency
from scraper.extractors.document import Document, node_text
from scraper.extractors.jsonld import as_list, strings, types
from scraper.extractors.sources import candidates

if TYPE_CHECKING:
    from collections.abc import Iterable


class Bylines(NamedTuple):
    """People and agencies, and where they were read."""

    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    source: str


def _json_ld(document: Document) -> list[str]:
    people: list[str] = []
    for author in as_list(document.linked.article.get("author")):
        if not (isinstance(author, Mapping) and set(types(author)) & _ORGANISATIONS):
            people.extend(strings(author))
    return people


def _meta_values(document: Document) -> list[str]:
    for key in META_NAMES:
        values = [value for value in document.meta.get(key, ()) if not value.startswith(("http", "@", "/"))]
        if values:
            return values
    return []


def _visible(document: Document) -> list[str]:
    for selector in BYLINE_SELECTORS:
        found = [node_text(node) for node in document.tree.css(selector)]
        people = list(dict.fromkeys(text for text in found if 0 < len(text) <= LONGEST_BYLINE))
        if people:
            return people[:MOST_AUTHORS]
    return []


META_NAMES = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "byl",
    "article.author",
    "og:author",
    "citation_author",
)
BYLINE_SELECTORS = (
    'main [itemprop="author"] [itemprop="name"], article [itemprop="author"] [itemprop="name"]',
    'main [itemprop="author"], article [itemprop="author"]',
    'main a[rel~="author"], article a[rel~="author"]',
    'a[rel~="author"]',
    '[class*="author-name" i], [class*="author__name" i], [class*="authorname" i]',
    'main [class~="byline" i] a, article [class~="byline" i] a',
    'main [class~="byline" i], article [class~="byline" i]',
    'main [class~="author" i] a, article [class~="author" i] a',
    'main [class~="author" i], article [class~="author" i]',
    'a[href*="/author/" i], a[href*="/autor/" i], a[href*="/authors/" i]',
)
SOURCES = (("json-ld author", _json_ld), ("meta author", _meta_values), ("byline", _visible))

_ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})
LONGEST_BYLINE = 120
LONGEST_NAME = 60
MOST_WORDS = 6
MOST_AUTHORS = 12

_PREFIX = re.compile(
    r"^\s*(?:(?:written|words|reported|text|story|photos?|posted|published|erstellt|ein\s+artikel|ein\s+beitrag|"
    r"eine\s+analyse|ein\s+kommentar|eine\s+kolumne|ein\s+interview|autor(?:in)?|authors?|redaktion|publié)\s*)?"
    r"(?:(?:by|von|vom|par|por|di|door|av|af|od|przez|text|autor(?:in)?|authors?|reporter)\b\s*:?|:)\s+",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"\s*(?:;|\||•|·|\n|\s/\s|,\s*(?:and|und|et|y|e|en|og|och|i)\s+|,|\s(?:and|und|et|y|en|og|och|&|mit|with)\s)\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|de|org|net|co\.uk)\b|\d{3}")
_NOT_A_NAME = re.compile(
    r"\b(?:redaktion|newsroom|desk|staff|editors?|editorial|team|redacci[oó]n|r[eé]daction|redazione|redakcja|"
    r"administrator|admin|guest|contributors?|reporters?|correspondent|korrespondent\w*|news|zeitung|agency|agentur|"
    r"agence|agencia|online|magazine?|press|ltd|gmbh|inc|published|updated|aktualisiert|uhr|min|read|lesezeit|"
    r"newsletter|promoted|sponsored|anzeige|unknown|nachrichten|follow|bio|view|more|articles?|posts?|author|autor)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\s*(?:\(.*\)|\[.*\]|[-–—|]\s.*|,?\s+(?:in|aus|from|à)\s+[A-ZÄÖÜ]\w+(?:\s[A-ZÄÖÜ]\w+)?)\s*$",
)


def bylines(document: Document, publisher: str | None = None) -> Bylines | None:
    """People and agencies that the page names as its authors, or None where it names none."""
    signed: tuple[str, ...] = ()
    for found in candidates(document, SOURCES):
        parts = [part for text in found.value for part in split(text)]
        signed = signed or _unique(filter(None, map(agency, parts)))
        people = _unique(person for person in parts if is_person(person, publisher))
        if people:
            return Bylines(people, signed, found.source)
    return Bylines((), signed, "byline") if signed else None


def split(byline: str) -> Iterator[str]:
    """Parts of a byline, each one name at most: prefixes, roles and places off."""
    bare = _PREFIX.sub("", byline)
    for part in _JOINTS.split(bare):
        name = _ROLE.sub("", _PREFIX.sub("", part)).strip(" .,;:–—-*")
        if name:
            yield name.title() if name.isupper() and len(name.split()) > 1 else name


def is_person(name: str, publisher: str | None = None) -> bool:
    """Whether `name` can be a person's: not the publisher's, an agency's, an address, a role or a sentence."""
    if agency(name) or (publisher and _fold(name) in _fold(publisher)):
        return False
    if len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS or len(name) < len("xx"):
        return False
    return not _ADDRESS.search(name) and not _NOT_A_NAME.search(name) and name[0].isalpha()


def _unique(people: Iterable[str]) -> tuple[str, ...]:
    """People in their order, each once whatever the case."""
    return tuple({_fold(person): person for person in reversed(list(people))}.values())[::-1]


def _fold(text: str) -> str:
    return "".join(text.casefold().split())
