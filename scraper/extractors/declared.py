"""Declared text: the article as a page tells it outside its markup, for pages whose markup has no body.

JSON-LD is asked first, then the data that the page's scripts draw it from. What a gate withholds is not taken from
there either (`access.gated`), nor what says of itself that it is to be paid for.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.extractors.access.counts import falls_short
from scraper.extractors.access.verdict import SAID_TO_BE, gated
from scraper.extractors.access.walls import ELLIPSIS
from scraper.extractors.body import Body
from scraper.extractors.bounds import bounded
from scraper.extractors.document import Document, parse
from scraper.extractors.jsonld import as_list, whole_characters
from scraper.extractors.kinds import ARTICLE_PROSE
from scraper.extractors.roles import roles
from scraper.extractors.scripted import conditions, scripted
from scraper.extractors.segments import LINE_OF_PROSE, SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.article import Access

_MARKUP: Final = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|strong|em|a|span)\b[^<>]*>", re.IGNORECASE)


class Told(NamedTuple):
    """A text told outside the markup: the document that its own markup makes, and the body in it."""

    document: Document
    body: Body


def declared(document: Document, title: str | None, reading: Access) -> Told | None:
    """The text that a page tells; None where it is the beginning only, or where the page keeps text back."""
    if gated(document, reading):
        return None
    return next((told for source, read in SOURCES if (told := _told(read(document, title), source, document))), None)


def _told(markup: str, source: str, page: Document) -> Told | None:
    document = parse(bounded(whole_characters(markup).encode()).html, page.url)
    shown = [block for block in document.blocks if not block.element.hidden]
    if not _is_whole("\n".join(block.text for block in shown), page):
        return None
    found = list(zip(roles(shown, document), shown, strict=True))
    chosen = tuple(block for role, block in found if role is None)
    refused = tuple((role, block) for role, block in found if role is not None)
    return Told(document, Body(chosen, refused, source))


def _is_whole(text: str, document: Document) -> bool:
    """Whether a told text is long enough for an article, and its last prose ends where a sentence does."""
    plain = text.rstrip()
    last = next((line for line in reversed(plain.splitlines()) if len(line) >= LINE_OF_PROSE), plain)
    return (
        len(plain) >= ARTICLE_PROSE
        and not falls_short(document, plain)
        and last.endswith(SENTENCE_ENDS)
        and not plain.endswith(ELLIPSIS)
    )


def _article_body(document: Document, _title: str | None) -> str:
    """Markup of the JSON-LD's `articleBody`, which has some of its own, or lines."""
    parts = as_list(document.linked.article.get("articleBody"))
    text = unescape("\n".join(part for part in parts if isinstance(part, str))).strip()
    if _MARKUP.search(text):
        return text
    return "".join(f"<p>{escape(unescape(line), quote=False)}</p>" for line in text.splitlines())


def _script_data(document: Document, title: str | None) -> str:
    """Markup of the text in the data of scripts; empty where these say that it is not free to read."""
    text, node = scripted(document, title, ARTICLE_PROSE)
    return "" if not SAID_TO_BE.isdisjoint(conditions(node)) else text


SOURCES: Final[tuple[tuple[str, Callable[[Document, str | None], str]], ...]] = (
    ("json-ld articleBody", _article_body),
    ("script data", _script_data),
)
"""Where such a text is looked for, and how."""
