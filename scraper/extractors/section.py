"""Section: the part of the publication the article stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from scraper.domain import absolute, site
from scraper.extractors.document import node_text
from scraper.extractors.jsonld import as_list, string, strings, types
from scraper.extractors.sources import Found, Source, candidates, meta
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from scraper.extractors.document import Document

LONGEST_SECTION: Final = 60
LONGEST_TRAIL: Final = 8
"""Links of a breadcrumb trail; boxes with more of them hold more than a trail."""
LONG_NAME: Final = 25
"""Characters from which a name that the title contains is the title's own, not a section's."""
NO_SECTION: Final = frozenset(
    {
        "uncategorized", "uncategorised", "unkategorisiert", "nicht kategorisiert", "non classé", "sin categoría",
        "senza categoria", "sem categoria", "geen categorie", "bez kategorii", "без рубрики", "未分类", "未分類",
        "カテゴリーなし", "tags", "other", "home",
    }
)  # fmt: skip
"""What systems write where nobody has chosen a section."""
TRAILS: Final = ", ".join(f'[{name}*="breadcrumb" i]' for name in ("class", "id", "aria-label", "itemtype", "typeof"))
_BACK: Final = re.compile(
    r"[<«‹←]|(?:back|zurück|retour|volver|voltar|torna|indietro|terug|tillbaka|powrót|назад)\b", re.IGNORECASE
)
"""How the label of a way back begins."""
_NOWHERE: Final = "https://page.invalid/page"
"""Stands for the address of a page that has none (RFC 2606)."""
_LIST: Final = re.compile(r",(?=\S)")
"""A comma without a space: several sections in one value."""
_BESIDE: Final = " \xa0#/<>«»‹›→|:·•-"
"""Marks that part a trail, or lead in a name."""


def _category(document: Document) -> str | None:
    """The first category that a link says it is of (`rel=category`, as WordPress writes them)."""
    node = document.tree.css_first('a[rel~="category"]')
    return node_text(node) if node is not None else None


def _breadcrumb(document: Document) -> str | None:
    """The innermost breadcrumb of JSON-LD that is not the article itself."""
    trail = next((node for node in document.linked.nodes if "BreadcrumbList" in types(node)), {})
    items = (item for item in as_list(trail.get("itemListElement")) if isinstance(item, dict))
    labels = [label for item in items if (label := string(item.get("name")) or string(item.get("item")))]
    return _innermost(labels[1:], document)


def _shown_breadcrumb(document: Document) -> str | None:
    """The innermost link of the first trail in the markup that leads neither home nor to the article itself."""
    named = document.tree.css(TRAILS) if "readcrumb" in document.segments.elements.markup else []
    trails = (box.css("a[href]") for box in named)
    links = next((links for links in trails if 0 < len(links) <= LONGEST_TRAIL), [])
    inner = links[1:] if len(links) > 1 else links
    return _innermost([node_text(link) for link in inner if _leads_up(link, document)], document)


def _leads_up(link: LexborNode, document: Document) -> bool:
    """Whether a link leads to a page of the site other than its first and this."""
    base = document.base or _NOWHERE
    url = absolute(link.attributes["href"], base)
    return url is not None and site(url) == site(base) and urlsplit(url).path not in {"", "/", urlsplit(base).path}


def _innermost(labels: Sequence[str], document: Document) -> str | None:
    heading = document.tree.css_first("h1")
    told = (
        string(document.linked.article.get("headline")),
        document.meta_first("og:title"),
        document.title,
        node_text(heading) if heading is not None else None,
    )
    titles = {key(title) for title in told if title} - {""}
    return next(
        (label for label in reversed(labels) if label and not _BACK.match(label) and not _is_title(key(label), titles)),
        None,
    )


def _is_title(name: str, titles: set[str]) -> bool:
    longer = any(title in name for title in titles)
    return longer or (len(name) >= LONG_NAME and any(name in title for title in titles))


SOURCES: tuple[Source[str], ...] = (
    ("rel=category", _category),
    ("meta article:section", meta("article:section", "og:article:section", "og:section")),
    (
        "json-ld articleSection",
        lambda document: next(iter(strings(document.linked.article.get("articleSection"))), None),
    ),
    ("meta section", meta("parsely-section", "cxenseparse:section", "section", "article.section", "articlesection")),
    ("breadcrumb", _breadcrumb),
    ("breadcrumb links", _shown_breadcrumb),
)


def section(document: Document) -> Found[str] | None:
    """Section's name, of several the first; or None."""
    named = (Found(_LIST.split(found.value)[0].strip(_BESIDE), found.source) for found in candidates(document, SOURCES))
    return next((found for found in named if _is_name(found.value)), None)


def _is_name(text: str) -> bool:
    return (
        0 < len(text) <= LONGEST_SECTION
        and "://" not in text
        and not text.isdigit()
        and text.casefold() not in NO_SECTION
    )
