"""Declared text: the article as a page's JSON-LD tells it, for pages whose markup has no body.

What a gate withholds is not taken from there either (`access.gated`).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from scraper.article import Block
from scraper.extractors.access.counts import falls_short
from scraper.extractors.access.verdict import gated
from scraper.extractors.access.walls import ELLIPSIS
from scraper.extractors.bounds import bounded
from scraper.extractors.document import parse
from scraper.extractors.jsonld import as_list, whole_characters
from scraper.extractors.kinds import ARTICLE_PROSE
from scraper.extractors.segments import SENTENCE_ENDS
from scraper.extractors.types import typed

if TYPE_CHECKING:
    from scraper.article import Access
    from scraper.extractors.document import Document

SOURCE: Final = "json-ld articleBody"
_MARKUP: Final = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|strong|em|a|span)\b[^<>]*>", re.IGNORECASE)


def declared(document: Document, reading: Access) -> tuple[Block, ...]:
    """Blocks of a page's `articleBody`; none where it is the beginning only, or where the page keeps text back."""
    text = _article_body(document)
    return _blocks(text, document.url) if _is_whole(text, document) and not gated(document, reading) else ()


def _article_body(document: Document) -> str:
    parts = as_list(document.linked.article.get("articleBody"))
    return unescape(whole_characters("\n".join(part for part in parts if isinstance(part, str)))).strip()


def _is_whole(text: str, document: Document) -> bool:
    """Whether a declared text is long enough for an article and ends where a sentence does, not in its middle."""
    plain = _MARKUP.sub("", text).rstrip()
    return (
        len(plain) >= ARTICLE_PROSE
        and not falls_short(document, plain)
        and plain.endswith(SENTENCE_ENDS)
        and not plain.endswith(ELLIPSIS)
    )


def _blocks(text: str, url: str | None) -> tuple[Block, ...]:
    if _MARKUP.search(text):
        page = parse(bounded(text.encode()).html, url)
        shown = [block for block in page.blocks if not block.element.hidden]
        return tuple(block for _, block in typed(shown, page, {}))
    lines = (" ".join(unescape(line).split()) for line in text.splitlines())
    return tuple(Block(type="paragraph", text=line) for line in lines if line)
