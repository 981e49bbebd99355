"""What a page says of its use: licence, copyright, robots directives, text-and-data-mining reservation.

Sources: schema.org, `rel=license`, robots meta tags and X-Robots-Tag (RFC 9309's companions), TDM Reservation
Protocol (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/). Reported, not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scraper.article import Rights
from scraper.extractors.jsonld import string
from scraper.extractors.sources import first, meta

if TYPE_CHECKING:
    from scraper.extractors.document import Document
    from scraper.extractors.sources import Source
    from scraper.page import Page


def _licence_link(document: Document) -> str | None:
    node = document.tree.css_first('link[rel~="license" i][href], a[rel~="license" i][href]')
    return node.attributes.get("href") if node is not None else None


LICENCES: tuple[Source[str], ...] = (
    ("json-ld license", lambda document: string(document.linked.article.get("license"))),
    ("rel=license", _licence_link),
    ("meta license", meta("license", "dc.rights.license", "dcterms.license")),
)
COPYRIGHTS: tuple[Source[str], ...] = (
    ("json-ld copyrightNotice", lambda document: string(document.linked.article.get("copyrightNotice"))),
    ("meta copyright", meta("copyright", "dc.rights", "dcterms.rights", "rights")),
    ("json-ld copyrightHolder", lambda document: string(document.linked.article.get("copyrightHolder"))),
)


def rights(document: Document, page: Page) -> Rights:
    """Statements of use in the markup and the headers."""
    licence, notice = first(document, LICENCES), first(document, COPYRIGHTS)
    return Rights(
        license=licence.value if licence else None,
        copyright=notice.value if notice else None,
        tdm_reservation=_reservation(document, page),
        robots=_robots(document, page),
    )


def _reservation(document: Document, page: Page) -> bool | None:
    declared = page.header("tdm-reservation") or document.meta_first("tdm-reservation")
    return {"1": True, "0": False}.get((declared or "").strip())


def _robots(document: Document, page: Page) -> tuple[str, ...]:
    headers = [value for name, value in page.headers if name == "x-robots-tag"]
    lines = [*headers, *document.meta.get("robots", ())]
    directives = (part.strip().lower() for line in lines for part in line.split(","))
    return tuple(dict.fromkeys(directive for directive in directives if directive))
