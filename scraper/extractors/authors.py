"""Authors: people, one name an entry; the agencies among them apart.

Sources are weighed in a fixed order: JSON-LD, then meta tags, then the visible byline (`signatures.py`), but a full
name in a byline goes before a first name or an account that is declared. What is no person's name (addresses, roles,
dates, organisations, the publication) is left out. Where a page names nobody, but says that a desk
or the publication itself wrote the text, that name stands, and the provenance says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from scraper.agencies import agency
from scraper.extractors import signatures
from scraper.extractors.document import Document, node_text
from scraper.extractors.jsonld import as_list, string, strings, types
from scraper.extractors.names import (
    Publication,
    fold,
    has_common_word,
    is_capital,
    is_desk,
    is_medium,
    is_organisation,
    is_person,
    is_phrase,
    is_placeholder,
    split,
)
from scraper.extractors.sources import Source, candidates
from scraper.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from scraper.extractors.segments import TextBlock


class Bylines(NamedTuple):
    """Authors and agencies, and where they were read."""

    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    source: str


def _json_ld(document: Document) -> list[str]:
    return [name for author in as_list(document.linked.article.get("author")) for name in _json_ld_names(author)]


def _json_ld_names(author: Any) -> list[str]:  # noqa: ANN401 - JSON has no type
    """Names in one author: a string, a node with a name or with its parts, or a list in its name."""
    if isinstance(author, Mapping) and not author.get("name"):
        parts = (string(author.get("givenName")), string(author.get("familyName")))
        return [" ".join(filter(None, parts))] if any(parts) else []
    return strings(author)


def _is_of_organisations(document: Document) -> bool:
    """Whether JSON-LD calls each of the authors an organisation, as systems also call people."""
    authors = [author for author in as_list(document.linked.article.get("author")) if isinstance(author, Mapping)]
    return bool(authors) and all(any(name.endswith("Organization") for name in types(author)) for author in authors)


def _meta_values(document: Document) -> list[str]:
    for key in META_NAMES:
        values = [value for value in document.meta.get(key, ()) if not value.startswith(("http", "@", "/"))]
        if values:
            return [_INVERTED.sub(r"\2 \1", value) for value in values] if key == CITED else values
    return []


def _microdata(document: Document) -> list[str]:
    """Authors of the first item that has any: teasers on the page are items of their own, and so are comments."""
    pairs = [(_item_of(node), node) for node in document.tree.css('[itemprop="author"]')]
    told = [(item and item.mem_id, node) for item, node in pairs if item is None or not _is_answer(item)]
    names = [name for item, node in told if item == told[0][0] for name in _named(node)]
    return [text for name in names if 0 < len(text := node_text(name)) <= LONGEST_BYLINE]


def _named(author: LexborNode) -> list[LexborNode]:
    """Elements with the names in a microdata author: some systems put two people in one; an employer's is its own."""
    names = author.css('[itemprop="name"]')
    own = [name for name in names if (item := _item_of(name)) is not None and item.mem_id == author.mem_id]
    return own or names[:1] or [author]


def _item_of(node: LexborNode) -> LexborNode | None:
    """The microdata item that `node` is a property of."""
    above = node.parent
    while above is not None and "itemscope" not in above.attributes:
        above = above.parent
    return above


def _is_answer(item: LexborNode) -> bool:
    return bool(_ANSWER.search(item.attributes.get("itemtype") or ""))


def _rel_author(document: Document) -> list[str]:
    names = dict.fromkeys(node_text(node) for node in document.tree.css('a[rel~="author"]'))
    told = [name for name in names if " " not in name or all(map(is_capital, name.split()))]
    return told if len(names) <= FEW_AUTHORS else []


CITED = "citation_author"
"""One author a tag, often the family name first: what search engines for papers ask for."""
META_NAMES = (
    CITED,
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
)
SOURCES = (
    ("json-ld author", _json_ld),
    ("meta author", _meta_values),
    ("microdata author", _microdata),
    ("rel=author", _rel_author),
)
BY_THE_TITLE = (
    ("byline of a reporter", signatures.eastern),
    ("byline markup", signatures.marked),
    ("byline words", signatures.worded),
    ("link to an author", signatures.linked),
)
VISIBLE = (
    *BY_THE_TITLE,
    ("beside the date", signatures.dated),
    ("byline below", signatures.below),
    ("label of an author", signatures.labelled),
    ("a word in a byline", signatures.alone),
)
SEEN = frozenset(name for name, _ in VISIBLE)
DECLARED = ("json-ld author", "meta author")
"""Sources that may name a desk or the publication."""

FULLER = frozenset(name for name, _ in (*SOURCES, *BY_THE_TITLE))
"""Sources that are asked for a full name where one before them declares a first name or an account."""
AGREED = 2
"""Visible bylines by the title that are believed over what a page declares, where they agree."""

LONGEST_BYLINE = 120
MOST_AUTHORS = 12
FEW_AUTHORS = 3

_INVERTED = re.compile(r"^([^,]+), ?([^,]+)$")
_ANSWER = re.compile(r"/(?:user)?(?:comments?|answer|quotation)$", re.IGNORECASE)
"""Types of schema.org whose authors answer an article, or are quoted in it."""
_LINK = re.compile(r"https?://|www\.|@|[\[({]at[\])}]")


class _Reading(NamedTuple):
    """What one source says: its texts but addresses and placeholders, and the people and agencies in them."""

    source: str
    texts: tuple[str, ...]
    people: tuple[str, ...]
    agencies: tuple[str, ...]


def bylines(document: Document, publisher: str | None = None, chosen: Sequence[TextBlock] = ()) -> Bylines | None:
    """Authors and agencies that the page names, or None where it names none; `chosen` is its body."""
    own = Publication(publisher, document.url)
    signed: tuple[str, ...] = ()
    short: Bylines | None = None
    declared: Bylines | None = None
    for reading in _readings(document, own, chosen, (*SOURCES, *VISIBLE)):
        signed = _unique((*signed, *reading.agencies))
        if reading.people:
            named = Bylines(reading.people[:MOST_AUTHORS], signed, reading.source)
            if _settles(reading, document, short=short is not None):
                return named if reading.source in SEEN else _outvoted(named, document, own, chosen) or named
            short = short or named
        bodies = _unique(_desk(text, own) for text in reading.texts if _is_body(text))
        if declared is None and bodies and reading.source in DECLARED:
            declared = Bylines(bodies, (), f"{reading.source} (no person)")
    if short:
        return short
    if declared is None and (desks := [name for name in signatures.signed(document, chosen) if is_desk(name, own)]):
        declared = Bylines(_unique(desks), (), "byline (no person)")
    if declared:
        return declared._replace(agencies=signed)
    return Bylines((), signed, "byline") if signed else None


def agencies(
    document: Document, signed: Bylines | None, chosen: Sequence[TextBlock] = ()
) -> tuple[tuple[str, ...], str] | None:
    """Agencies that `signed` or a line by the title names, and where; None where none is named."""
    told = ((signed.agencies, signed.source) if signed else ((), ""), (signatures.wired(document, chosen), "byline"))
    names = _unique(name for found, _ in told for name in found)
    return (names, next(source for found, source in told if found)) if names else None


def _outvoted(declared: Bylines, document: Document, own: Publication, chosen: Sequence[TextBlock]) -> Bylines | None:
    """Those whom bylines by the title name alike, where no word of their names is declared.

    Systems often declare who put the page online.
    """
    told = (reading for reading in _readings(document, own, chosen, BY_THE_TITLE) if reading.people)
    first = next(told, None)
    if first is None or _may_be(declared.authors, first.people):
        return None
    others = [tuple(map(fold, reading.people)) for reading in told]
    alike = len(others) + 1 >= AGREED and {*others} == {tuple(map(fold, first.people))}
    rare = alike and not any(has_common_word(name, document.shown) for name in first.people)
    return declared._replace(authors=first.people, source=first.source) if rare else None


def _may_be(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether names can be of the same people: they share a word, or are in scripts that do not compare."""
    one, other = " ".join(some), " ".join(others)
    return bool({*words(one)} & {*words(other)}) or _has_case(one) != _has_case(other)


def _has_case(name: str) -> bool:
    return name.lower() != name.upper()


def _readings(
    document: Document,
    own: Publication,
    chosen: Sequence[TextBlock],
    sources: Iterable[tuple[str, Callable[..., list[str]]]],
) -> Iterator[_Reading]:
    bound: Iterable[Source[list[str]]] = (
        (name, partial(read, chosen=chosen) if name in SEEN else read) for name, read in sources
    )
    for found in candidates(document, bound):
        texts = tuple(text for text in found.value if not (_LINK.search(text) or is_placeholder(text)))
        parts = [part for text in texts if not is_organisation(text) for part in split(text)]
        people = _people((part for part in parts if is_person(part, own)), own)
        # A word beside the publication's name is a place: `marlingpost.example, Marling`.
        if any(is_desk(part, own) for part in parts):
            people = tuple(filter(_is_full, people))
        said = found.source in SEEN and _says_more(people, document)
        yield _Reading(found.source, texts, () if said else people, tuple(filter(None, map(agency, parts))))


def _settles(reading: _Reading, document: Document, *, short: bool) -> bool:
    """Whether a reading's people are the authors.

    A first name or an account that is declared (then `short` is true for what follows) stands where no other source
    and no byline by the title has a full name; so does a name that is declared as an organisation's.
    """
    if reading.source == "json-ld author" and _is_of_organisations(document):
        return False
    full = any(map(_is_full, reading.people))
    if short:
        common = any(has_common_word(name, document.shown) for name in reading.people)
        return full and reading.source in FULLER and not common
    return full or reading.source in SEEN


def _people(names: Iterable[str], own: Publication) -> tuple[str, ...]:
    """Names, each once. Beside full ones, a word alone is what its bearer does, and a paper whom one writes for.

    Such are `Ana Blau, Dietitian` and `Jane Doe, Marling Times`.
    """
    found = _unique(names)
    full = tuple(filter(_is_full, found)) or found
    return (*full[:1], *(name for name in full[1:] if not is_medium(name, own)))


def _says_more(people: Sequence[str], document: Document) -> bool:
    """Whether what looks like names is words of the page set in capitals, such as a heading's."""
    text = "\n".join(block.text for block in document.blocks)
    return any(is_phrase(name, text) for name in people)


def _is_full(name: str) -> bool:
    """Whether a name is more than a word, or in a script whose names are one."""
    return " " in name or not _has_case(name)


def _is_body(name: str) -> bool:
    """Whether `name` can be a desk's or a publication's."""
    return agency(name) is None and "/" not in name and any(character.isalpha() for character in name)


def _desk(text: str, own: Publication) -> str:
    """The desk or the publication in a text that has a place beside it; the text where it has neither."""
    return next((part for part in split(text) if is_desk(part, own)), text) if "," in text else text


def _unique(people: Iterable[str]) -> tuple[str, ...]:
    """People in their order, each once whatever the case."""
    return tuple({fold(person): person for person in reversed(list(people))}.values())[::-1]
