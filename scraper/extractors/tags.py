"""Tags: what the newsroom says the article is about."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scraper.domain import site
from scraper.extractors.document import Document, node_text
from scraper.extractors.elements import LINKED
from scraper.extractors.jsonld import strings
from scraper.extractors.sources import Found, Source, candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from scraper.extractors.segments import TextBlock

LONGEST_TAG = 60
MOST_TAGS = 50
BOXES = ", ".join(
    (
        *(
            f'[class*="{name}" i]'
            for name in (
                "tags", "tag-list", "taglist", "article-tag", "tag__", "tag-group", "topics", "topic-list", "keywords",
                "schlagwort", "argomenti", "etiquetas",
            )
        ),
        *(f'[data-{part}="{name}"]' for part in ("component", "testid") for name in ("tags", "tag-list", "topic-list")),
    )
)  # fmt: skip
"""Selectors of lists of tags: by their classes, or by what systems that hash these call them instead."""
AROUND = frozenset({"footer", "header"})
"""Elements that are the site's where they stand right in the page, or in one box with all of it."""

REACH = 12
"""Blocks before and behind the text among which a label leads tags."""
MANY = 12
"""Keywords from which they are written for search engines."""
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
_LABELLED = re.compile(
    r"(?:filed under|(?:article |related )?(?:tags|topics|keywords)|schlagw[oö]rter?|schlagworte|"
    r"themen|stichwörter|mots[- ]clés|sujets|thèmes|etiquetas|temas|archivado en|argomenti|"
    r"palavras-chave|tópicos|assuntos|trefwoorden|onderwerpen|ämnen|emner|avainsanat|tagi|tematy|štítky|témata|címkék|"
    r"etiketler|etichete|oznake|теги|метки|темы|теґи|теми|ετικέτες|标签|標籤|关键词|關鍵字|キーワード|タグ|태그|टैग्स?|الوسوم)"
    r"\s?(?:[:：]\s*|$)",
    re.IGNORECASE,
)
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


def _hashed(document: Document) -> list[str]:
    """Links in boxes of tags that are shown as such, with a hash."""
    shown = ">#" in document.segments.elements.markup
    return [tag for tag in _boxed(document) if tag.startswith("#")] if shown else []


def _few_keywords(document: Document) -> list[str]:
    """Declared keywords; not where there are many, and the page shows which the newsroom chose."""
    found = _KEYWORDS(document)
    return [] if len(found) >= MANY and (_rel(document) or _boxed(document)) else found


def _labelled(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Links near the text behind a label: `Filed under: …`, or `Topics` and links on lines of their own."""
    begin, end = (chosen[0].position, chosen[-1].position) if chosen else (0, 0)
    near = range(max(0, begin - REACH), min(len(document.blocks), end + REACH))
    for place in near:
        block = document.blocks[place]
        label = _LABELLED.match(block.text)
        if label is None or block.link_density == 1:
            continue
        behind = takewhile(lambda line: line.link_density == 1, document.blocks[place + 1 : place + 1 + MOST_TAGS])
        lines = (block, *behind) if label.end() == len(block.text) else (block,)
        if told := [text for line in lines for text, number in line.runs if line.page.traits[number] & LINKED]:
            return told
    return []


def _is_site(box: LexborNode) -> bool:
    """Whether a box stands in a navigation that is not the article's, or in the page's own header or footer."""
    around = list(_parents(box))
    navigates = any(node.tag == "nav" for node in around) and all(node.tag != "article" for node in around)
    return navigates or any(node.tag in AROUND for node in around[-SHELL:])


def _parents(node: LexborNode) -> Iterator[LexborNode]:
    above: LexborNode | None = node
    while above is not None and above.tag != "body":
        yield above
        above = above.parent


def _json_ld(document: Document) -> list[str]:
    return _split(strings(document.linked.article.get("keywords")))


def _news_keywords(document: Document) -> list[str]:
    """Those for Google News, where JSON-LD has none that it would leave out: systems add their own there."""
    found, linked = _meta("news_keywords")(document), _json_ld(document)
    return found if not linked or {*found} <= {*linked} else []


_KEYWORDS = _meta("keywords", "parsely-tags", "sailthru.tags", "content_tags")
SOURCES: tuple[Source[list[str]], ...] = (
    ("meta news_keywords", _news_keywords),
    ("json-ld keywords", _json_ld),
    ("meta article:tag", _meta("article:tag", "og:article:tag", "og:tag")),
    ("class, with hashes", _hashed),
    ("meta keywords", _few_keywords),
    ("rel=tag", _rel),
    ("class", _boxed),
)


def tags(document: Document, chosen: Sequence[TextBlock] = ()) -> Found[tuple[str, ...]] | None:
    """Tags of the first source that gives any, each once whatever its case, in their order; or None.

    `chosen` is the body. The site's own name is none.
    """
    host, domain = urlsplit(document.url or "").hostname or "", (site(document.url) or "").removeprefix("www.")
    own = {host, host.removeprefix("www."), domain, domain.partition(".")[0]}
    labelled: Source[list[str]] = ("label", partial(_labelled, chosen=chosen))
    for found in candidates(document, (*SOURCES, labelled)):
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
