"""Tags: what the newsroom says the article is about."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from scraper.extractors.document import Document, node_text
from scraper.extractors.jsonld import strings
from scraper.extractors.sources import Found, Source, first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_TAG = 60
MOST_TAGS = 50
BOXES = ", ".join(
    f'[class*="{name}" i]'
    for name in ("tags", "tag-list", "taglist", "article-tag", "topics", "keywords", "schlagwort")
)
_SEPARATORS = re.compile(r"[,;|]")


def _split(values: Iterable[str]) -> list[str]:
    return [tag.strip() for value in values for tag in _SEPARATORS.split(value)]


def _meta(*names: str) -> Callable[[Document], list[str]]:
    return lambda document: _split(value for name in names for value in document.meta.get(name, ()))


def _rel(document: Document) -> list[str]:
    return [node_text(node) for node in document.tree.css('a[rel~="tag"]')[:MOST_TAGS]]


def _boxed(document: Document) -> list[str]:
    """Links in boxes that are called lists of tags."""
    links = (link for box in document.tree.css(BOXES) for link in box.css("a"))
    return [node_text(link) for link in islice(links, MOST_TAGS)]


SOURCES: tuple[Source[list[str]], ...] = (
    ("meta news_keywords", _meta("news_keywords")),
    ("json-ld keywords", lambda document: _split(strings(document.linked.article.get("keywords")))),
    ("meta article:tag", _meta("article:tag", "og:article:tag", "og:tag")),
    ("meta keywords", _meta("keywords", "parsely-tags", "sailthru.tags")),
    ("rel=tag", _rel),
    ("class", _boxed),
)


def tags(document: Document) -> Found[tuple[str, ...]] | None:
    """Tags in their order, each once whatever its case, or None where the page gives none."""
    found = first(document, SOURCES)
    if found is None:
        return None
    kept: dict[str, str] = {}
    for tag in (tag.strip(" #") for tag in found.value):
        if is_tag(tag):
            kept.setdefault(tag.casefold(), tag)
    return Found(tuple(kept.values())[:MOST_TAGS], found.source) if kept else None


def is_tag(text: str) -> bool:
    """Whether `text` can be a tag: short, with a letter, and no machine's key (`key:value`, `a/b/c`)."""
    return (
        0 < len(text) <= LONGEST_TAG
        and any(character.isalpha() for character in text)
        and not text.startswith("http")
        and not re.search(r"\w[:=/_]\w.*[:=/_]\w|\w=\w", text)
    )
