"""Authors: people, one name an entry; the agencies among them apart.

Sources are weighed in a fixed order: JSON-LD, then meta tags, then the visible byline. What is no person's name
(addresses, roles, dates, the publication) is left out. Where a page names nobody, but says that a desk or the
publication itself wrote the text, that name stands, and the provenance says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from scraper.agencies import agency
from scraper.extractors.document import Document, node_text
from scraper.extractors.jsonld import as_list, string, strings
from scraper.extractors.sources import candidates

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def _meta_values(document: Document) -> list[str]:
    for key in META_NAMES:
        values = [value for value in document.meta.get(key, ()) if not value.startswith(("http", "@", "/"))]
        if values:
            return values
    return []


def _microdata(document: Document) -> list[str]:
    """Authors of the first item that has any: teasers on the page are items of their own."""
    nodes = document.tree.css('[itemprop="author"]')
    first = _item_of(nodes[0]) if nodes else None
    names = [node.css_first('[itemprop="name"]') or node for node in nodes if _item_of(node) == first]
    return [text for name in names if 0 < len(text := node_text(name)) <= LONGEST_BYLINE]


def _item_of(node: LexborNode) -> int | None:
    """Identity of the microdata item that `node` is a property of."""
    above = node.parent
    while above is not None and "itemscope" not in above.attributes:
        above = above.parent
    return above.mem_id if above is not None else None


def _marked(document: Document) -> list[str]:
    """Texts near the title whose markup calls them a byline: their links, or the whole; or names in a line."""
    for block in _near_title(document):
        if len(block.text) > LONGEST_BYLINE:
            continue
        if any(element.tokens() & BYLINE_WORDS for element in islice(block.element.chain(), 3)):
            links = [piece.text for piece in block.pieces if piece.element.linked and is_full_name(piece.text.strip())]
            if named := links or [part for part in split(block.text) if is_full_name(part)]:
                return named
        if named := [text for text in _marked_within(block) if is_full_name(text)]:
            return named
    return []


def _marked_within(block: TextBlock) -> Iterator[str]:
    """Runs of a line that are bylines by their own class, though the line is none: `<span class="author">`."""
    return (
        piece.text.strip()
        for piece in block.pieces
        if piece.element.number != block.home and piece.element.tokens() & BYLINE_WORDS
    )


def _worded(document: Document) -> list[str]:
    """A line near the title that begins as bylines do."""
    for block in _near_title(document):
        begun = _BYLINE.match(block.text)
        if begun and len(block.text) <= LONGEST_BYLINE:
            return [part for part in split(block.text[begun.end() :]) if is_full_name(part)]
    return []


def _rel_author(document: Document) -> list[str]:
    names = dict.fromkeys(node_text(node) for node in document.tree.css('a[rel~="author"]'))
    return list(names) if len(names) <= FEW_AUTHORS else []


def _near_title(document: Document) -> Iterator[TextBlock]:
    at = next((block.position for block in document.blocks if block.element.tag == "h1"), None)
    if at is not None:
        yield from document.blocks[at + 1 : at + REACH]
        yield from document.blocks[max(0, at - REACH_BACK) : at]


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
BYLINE_WORDS = frozenset("byline author authors autor autoren autorin auteur autore writer reporter".split())
SOURCES = (
    ("json-ld author", _json_ld),
    ("meta author", _meta_values),
    ("microdata author", _microdata),
    ("byline markup", _marked),
    ("byline words", _worded),
    ("rel=author", _rel_author),
)
DECLARED = ("json-ld author", "meta author")
"""Sources that may name a desk or the publication."""

LONGEST_BYLINE = 120
LONGEST_LIST = 2000
"""Characters beyond which a text is no list of names."""
LONGEST_NAME = 60
MOST_WORDS = 6
MOST_AUTHORS = 12
FEW_AUTHORS = 3
REACH = 15
"""Blocks after the title among which a byline stands."""
REACH_BACK = 3

_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|od|przez|text|autor(?:in)?|authors?|written by)\b ?:? +(?=[^\W\d_])",
    re.IGNORECASE,
)
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
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,5}(?:[a-z]{1,2}\.?)?®?|Ph\.?D|M\.?Sc|B\.?Sc|Jr|Sr|Esq", re.ASCII)
"""Degrees and initials that follow a name after a comma: `Jane Doe, MS, RD`."""
_LINK = re.compile(r"https?://|www\.|@")
_ADDRESS = re.compile(r"\.(?:com|de|org|net|co\.uk)\b|\d")
_NOT_A_NAME = re.compile(
    r"\b(?:redaktion|newsroom|desk|staff|editors?|editorial|team|redacci[oó]n|r[eé]daction|redazione|redakcja|"
    r"administrator|admin|guest|contributors?|reporters?|correspondent|korrespondent\w*|news|zeitung|agency|agentur|"
    r"agence|agencia|online|magazine?|press|ltd|gmbh|inc|published|updated|aktualisiert|uhr|min|read|lesezeit|"
    r"newsletter|promoted|sponsored|anzeige|unknown|nachrichten|follow|bio|view|more|articles?|posts?|author|autor)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\s*(?:\(.*\)|\[.*\]|[-–—|]\s.*|(?:^|,?\s+)(?:in|aus|from|à)\s+[A-ZÄÖÜ]\w+(?:\s[A-ZÄÖÜ]\w+)?)\s*$",
)


def bylines(document: Document, publisher: str | None = None) -> Bylines | None:
    """Authors and agencies that the page names, or None where it names none."""
    signed: tuple[str, ...] = ()
    declared: Bylines | None = None
    for found in candidates(document, SOURCES):
        parts = [part for text in found.value if not _LINK.search(text) for part in split(text)]
        signed = _unique((*signed, *filter(None, map(agency, parts))))
        people = _unique(part for part in parts if is_person(part, publisher, document.url))
        if people:
            return Bylines(people[:MOST_AUTHORS], signed, found.source)
        bodies = _unique(name for name in found.value if _is_body(name))
        if declared is None and bodies and found.source in DECLARED:
            declared = Bylines(bodies, (), f"{found.source} (no person)")
    if declared:
        return declared._replace(agencies=signed)
    return Bylines((), signed, "byline") if signed else None


def split(byline: str) -> Iterator[str]:
    """Parts of a byline, each one name at most: prefixes, roles, titles and places off."""
    folded = " ".join(byline.replace("\n", " ; ").split()) if len(byline) <= LONGEST_LIST else ""
    bare = _PREFIX.sub("", folded)
    for part in _JOINTS.split(bare):
        name = _ROLE.sub("", _PREFIX.sub("", part)).strip(" .,;:–—-*")
        if name and (agency(name) or not _LETTERS.fullmatch(name)):
            yield name.title() if name.isupper() and len(name.split()) > 1 else name


def is_person(name: str, publisher: str | None = None, url: str | None = None) -> bool:
    """Whether `name` can be a person's: not the publisher's or the host's, an agency's, an address or a role."""
    if len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS or len(name) <= 1 or agency(name):
        return False
    if _ADDRESS.search(name) or _NOT_A_NAME.search(name) or not name[0].isalpha():
        return False
    own = _fold(name)
    return own != _fold(publisher or "") and not re.search(rf"//(?:www\.)?{re.escape(own)}\.", _fold(url or ""))


def _is_body(name: str) -> bool:
    """Whether `name` can be a desk's or a publication's."""
    return agency(name) is None and not _LINK.search(name) and any(character.isalpha() for character in name)


def is_full_name(name: str) -> bool:
    """Whether `name` is surely written as a person's: two words or more, first and last with a capital."""
    words = name.split()
    return (
        is_person(name)
        and len(words) > 1
        and all(word[0].isalpha() and not word[0].islower() for word in (words[0], words[-1]))
    )


def _unique(people: Iterable[str]) -> tuple[str, ...]:
    """People in their order, each once whatever the case."""
    return tuple({_fold(person): person for person in reversed(list(people))}.values())[::-1]


def _fold(text: str) -> str:
    return "".join(text.casefold().split())
