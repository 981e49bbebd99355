"""Tags: what the newsroom says the article is about."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scraper.domain import site
from scraper.extractors.document import Document, node_text
from scraper.extractors.jsonld import strings
from scraper.extractors.sources import Found, Source, candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from selectolax.lexbor import LexborNode

LONGEST_TAG = 60
MOST_TAGS = 50
BOXES = ", ".join(
    f'[class*="{name}" i]'
    for name in ("tags", "tag-list", "taglist", "article-tag", "topics", "keywords", "schlagwort")
)
AROUND = frozenset({"footer", "header"})
"""Elements that are the site's where they stand right in the page, or in one box with all of it."""

SHELL = 2
"""Elements right in the body, and in those, that may be the page's header or footer."""

_SEPARATORS = re.compile(r"[,;|、，；]|(?<=[\u3040-\u30ff\u4e00-\u9fff]) +(?=[\u3040-\u30ff\u4e00-\u9fff])")
"""Marks between tags; in scripts that part no words, spaces, too."""
_LABEL = re.compile(
    r"^(?:(?:\w+ ){0,2}(?:categor(?:y|ies)|sections?|topics?|tags?|keywords?|tokens?|organi[sz]ations?|persons?|"
    r"places?|locations?|subjects?) ?[:/]|\(\d+\)) *| \(\d+(?: \w+)?\)$",
    re.IGNORECASE,
)
"""What a system calls its own kind of tag, before it, and counts of articles before or after it."""
_KEY = re.compile(
    r"\w[:=/_]\w.*[:=/_]\w|\w=\w|^[a-z][A-Za-z-]*:|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|^[\da-f]{16,}$|^[\[{<%].*[\]}>%]$",
)
"""A machine's key (`key:value`, `a/b/c`), an identifier, or a place that nobody filled (`[NAME]`)."""


def _split(values: Iterable[str]) -> list[str]:
    return [tag.strip() for value in values for tag in _SEPARATORS.split(value)]


def _meta(*names: str) -> Callable[[Document], list[str]]:
    return lambda document: _split(value for name in names for value in document.meta.get(name, ()))


def _rel(document: Document) -> list[str]:
    return [node_text(node) for node in document.tree.css('a[rel~="tag"]:not([rel~="category"])')[:MOST_TAGS]]


def _boxed(document: Document) -> list[str]:
    """Links in boxes that are called lists of tags; the site's own lists left out."""
    boxes = (box.css("a") for box in document.tree.css(BOXES) if not _is_site(box))
    links = (link for links in boxes if len(links) <= MOST_TAGS for link in links)
    return [node_text(link) for link in islice(links, MOST_TAGS)]


def _is_site(box: LexborNode) -> bool:
    """Whether a box stands in a navigation, or in the page's own header or footer."""
    around = list(_parents(box))
    outermost = around[-SHELL:]
    return any(node.tag == "nav" for node in around) or any(node.tag in AROUND for node in outermost)


def _parents(node: LexborNode) -> Iterator[LexborNode]:
    above: LexborNode | None = node
    while above is not None and above.tag != "body":
        yield above
        above = above.parent


SOURCES: tuple[Source[list[str]], ...] = (
    ("meta news_keywords", _meta("news_keywords")),
    ("json-ld keywords", lambda document: _split(strings(document.linked.article.get("keywords")))),
    ("meta article:tag", _meta("article:tag", "og:article:tag", "og:tag")),
    ("meta keywords", _meta("keywords", "parsely-tags", "sailthru.tags")),
    ("rel=tag", _rel),
    ("class", _boxed),
)


def tags(document: Document) -> Found[tuple[str, ...]] | None:
    """Tags of the first source that gives any, each once whatever its case, in their order; or None.

    The site's own name is none.
    """
    host, domain = urlsplit(document.url or "").hostname or "", (site(document.url) or "").removeprefix("www.")
    own = {host, host.removeprefix("www."), domain, domain.partition(".")[0]}
    for found in candidates(document, SOURCES):
        kept: dict[str, str] = {}
        for tag in (_LABEL.sub("", tag.strip(" #")) for tag in found.value):
            if is_tag(tag) and tag.casefold() not in own:
                kept.setdefault(tag.casefold(), tag)
        if kept:
            return Found(tuple(kept.values())[:MOST_TAGS], found.source)
    return None


def is_tag(text: str) -> bool:
    """Whether `text` can be a tag: short, with a letter, and no machine's key (`key:value`, `a/b/c`)."""
    return (
        0 < len(text) <= LONGEST_TAG
        and any(character.isalpha() for character in text)
        and not text.startswith("http")
        and not _KEY.search(text)
    )
