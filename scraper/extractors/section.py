"""Section: the part of the publication the article stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scraper.extractors.jsonld import as_list, string, strings, types
from scraper.extractors.sources import Found, Source, first, meta

if TYPE_CHECKING:
    from scraper.extractors.document import Document

LONGEST_SECTION = 60


def _breadcrumb(document: Document) -> str | None:
    """The innermost breadcrumb that is not the article itself."""
    for node in document.linked.nodes:
        if "BreadcrumbList" in types(node):
            trail = [
                label
                for item in as_list(node.get("itemListElement"))
                if isinstance(item, dict) and (label := string(item.get("name")) or string(item.get("item")))
            ]
            title = string(document.linked.article.get("headline")) or document.meta_first("og:title") or ""
            return next(
                (label for label in reversed(trail[1:]) if not title or (label not in title and title not in label)),
                None,
            )
    return None


SOURCES: tuple[Source[str], ...] = (
    ("meta article:section", meta("article:section", "og:article:section", "og:section")),
    (
        "json-ld articleSection",
        lambda document: next(iter(strings(document.linked.article.get("articleSection"))), None),
    ),
    ("meta section", meta("parsely-section", "cxenseparse:section", "section", "article.section")),
    ("breadcrumb", _breadcrumb),
)


def section(document: Document) -> Found[str] | None:
    """Section's name, or None."""
    found = first(document, SOURCES)
    return found if found and len(found.value) <= LONGEST_SECTION else None
