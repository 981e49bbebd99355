"""Canonical URL (RFC 6596): off-site ones are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from scraper.domain import site
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
        url = absolute(found.value, document.url)
        if url and (document.url is None or site(url) == site(document.url)):
            return Found(url, found.source)
    return None


def absolute(url: str, base: str | None) -> str | None:
    """`url` made absolute against `base`; None where it is not http(s) or cannot be read."""
    try:
        parts = urlsplit(url.strip())
        if not (parts.scheme and parts.netloc):
            parts = urlsplit(urljoin(base or "", url.strip()))
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in {"http", "https"} and parts.hostname else None
