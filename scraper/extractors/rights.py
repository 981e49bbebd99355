"""What a page says of its use: licence, copyright, robots directives, text-and-data-mining reservation.

Sources: schema.org, `rel=license`, robots meta tags and X-Robots-Tag (RFC 9309's companions), TDM Reservation
Protocol (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/). Reported, not judged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scraper.article import Rights
from scraper.domain import absolute
from scraper.extractors.elements import words_of
from scraper.extractors.jsonld import string
from scraper.extractors.sources import first, meta

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from scraper.extractors.document import Document
    from scraper.extractors.sources import Source
    from scraper.page import Page


PICTURED: Final = frozenset({"figure", "figcaption", "caption", "credit", "credits", "gallery", "thumbnail"})
"""Names of what is around links to licences of pictures."""
FOOTED: Final = frozenset(
    {"footer", "aside", "copyright", "license", "licence", "lizenz", "licencia", "licenza", "colophon", "imprint", "cc"}
)
"""Names of what is around links to the licence of a page, or of a site."""
AROUND: Final = 8
"""Elements around a link that say what it is of."""
_COMMONS: Final = re.compile(r"//creativecommons\.org/((?:licenses|publicdomain)/[a-z+-]+(?:/\d\.\d)?)")
"""Which licence an address of Creative Commons names, however it goes on."""


def _declared_licence(document: Document) -> str | None:
    nodes = document.tree.css('link[rel~="license" i][href], a[rel~="license" i][href]')
    return next((_address(node, document) for node in nodes if PICTURED.isdisjoint(_around(node))), None)


def _linked_licence(document: Document) -> str | None:
    """The one licence of Creative Commons that boxes about the page link to; none where they link to several."""
    if "creativecommons.org/" not in document.segments.elements.markup:
        return None
    links = ((node, _address(node, document)) for node in document.tree.css('a[href*="creativecommons.org/"]'))
    named = ((node, url, match[1]) for node, url in links if (match := _COMMONS.search(url)))
    found = {
        licence: url
        for node, url, licence in named
        if not FOOTED.isdisjoint(around := _around(node)) and PICTURED.isdisjoint(around)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _address(link: LexborNode, document: Document) -> str:
    """Where a link leads; as it is written where that cannot be told."""
    href = link.attributes["href"] or ""
    return absolute(href, document.base) or href.strip()


def _around(node: LexborNode) -> set[str]:
    """Names, and words of class and id, of an element and those around it."""
    chain = [node]
    while len(chain) < AROUND and (parent := chain[-1].parent) is not None and parent.tag != "body":
        chain.append(parent)
    names = (element.attributes.get(name) for element in chain for name in ("class", "id"))
    return {*(element.tag or "" for element in chain), *words_of(" ".join(filter(None, names)))}


LICENCES: tuple[Source[str], ...] = (
    ("json-ld license", lambda document: string(document.linked.article.get("license"))),
    ("rel=license", _declared_licence),
    ("meta license", meta("license", "dc.rights.license", "dcterms.license")),
    ("licence link", _linked_licence),
)
AT_THE_END: Final = 40
"""Blocks at a page's end among which its copyright line stands."""
LONGEST_LINE: Final = 200
VALUED: Final = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})
"""Directives that have a value; what else stands before a colon in a header names a robot."""
_LINE: Final = re.compile(r"©|\(c\) ?(?:19|20)\d\d|^\W{0,3}copyright\b", re.IGNORECASE)
_OWNED: Final = re.compile(r"\b(?:19|20)\d\d\b|rights? reserved|rechte vorbehalten|droits réservés|derechos reservados")


def _copyright_line(document: Document) -> str | None:
    """The line at the page's end; a photo's credit has no year."""
    lines = (block.text for block in reversed(document.blocks[-AT_THE_END:]) if not block.element.hidden)
    short = (line for line in lines if len(line) <= LONGEST_LINE)
    return next((line for line in short if _LINE.search(line) and _OWNED.search(line.lower())), None)


COPYRIGHTS: tuple[Source[str], ...] = (
    ("json-ld copyrightNotice", lambda document: string(document.linked.article.get("copyrightNotice"))),
    ("meta copyright", meta("copyright", "dc.rights", "dcterms.rights", "rights")),
    ("json-ld copyrightHolder", lambda document: string(document.linked.article.get("copyrightHolder"))),
    ("copyright line", _copyright_line),
)


def rights(document: Document, page: Page) -> Rights:
    """Statements of use in the markup and the headers."""
    licence, notice = first(document, LICENCES), first(document, COPYRIGHTS)
    return Rights(
        license=licence.value if licence else None,
        copyright=notice.value if notice else None,
        tdm_reservation=_reservation(document, page),
        tdm_policy=_mining("tdm-policy", document, page),
        robots=_robots(document, page),
    )


def _reservation(document: Document, page: Page) -> bool | None:
    declared = _mining("tdm-reservation", document, page)
    return {"1": True, "0": False}.get((declared or "").strip())


def _mining(name: str, document: Document, page: Page) -> str | None:
    """What is said of text and data mining: by the answer, else by the markup, else by the site for this page."""
    return page.header(name) or document.meta_first(name) or dict(page.site).get(name)


def _robots(document: Document, page: Page) -> tuple[str, ...]:
    headers = [value for name, value in page.headers if name == "x-robots-tag"]
    directives = [*_for_all(headers), *(part for line in document.meta.get("robots", ()) for part in line.split(","))]
    bare = (directive.strip().lower() for directive in directives)
    return tuple(dict.fromkeys(directive for directive in bare if directive))


def _for_all(headers: list[str]) -> Iterator[str]:
    """Directives for all robots: those behind a robot's name, up to the header's end, are for that one."""
    for header in headers:
        for part in header.split(","):
            name, colon, _ = part.partition(":")
            if colon and name.strip().lower() not in VALUED:
                break
            yield part
