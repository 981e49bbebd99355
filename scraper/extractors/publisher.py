"""Publisher: the name the publication gives itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scraper.extractors.jsonld import string, types
from scraper.extractors.sources import Found, Source, first, meta

if TYPE_CHECKING:
    from scraper.extractors.document import Document


def _json_ld_publisher(document: Document) -> str | None:
    return string(document.linked.article.get("publisher"))


def _json_ld_organisation(document: Document) -> str | None:
    names = (string(node.get("name")) for node in document.linked.nodes if _ORGANISATIONS & set(types(node)))
    return next(filter(None, names), None)


_ORGANISATIONS = frozenset({"NewsMediaOrganization", "Organization", "WebSite"})

SOURCES: tuple[Source[str], ...] = (
    ("json-ld publisher", _json_ld_publisher),
    ("meta og:site_name", meta("og:site_name")),
    ("json-ld organisation", _json_ld_organisation),
    ("meta application-name", meta("application-name", "apple-mobile-web-app-title", "dc.publisher")),
)


def publisher(document: Document) -> Found[str] | None:
    """Name of the publication, or None."""
    return first(document, SOURCES)
