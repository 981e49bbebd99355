"""Canonical URL (RFC 6596): off-site ones are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scraper.domain import absolute, site
from scraper.extractors.jsonld import string
from scraper.extractors.sources import Found, Source, candidates, meta

if TYPE_CHECKING:
    from scraper.extractors.document import Document


def _link(document: Document) -> str | None:
    parts = filter(None, (document.tree.head, document.tree.body))
    nodes = (node for part in parts for node in part.css('link[rel~="canonical" i][href]'))
    return next((href for node in nodes if (href := (node.attributes.get("href") or "").strip())), None)


SOURCES: tuple[Source[str], ...] = (
    ("link canonical", _link),
    ("meta og:url", meta("og:url")),
    ("json-ld url", lambda document: string(document.linked.article.get("url"))),
)


def canonical(document: Document) -> Found[str] | None:
    """Absolute canonical URL on the page's own site (registrable domain), or None."""
    for found in candidates(document, SOURCES):
        url = absolute(found.value, document.base)
        if url and (document.url is None or site(url) == site(document.url)):
            return Found(url, found.source)
    return None
