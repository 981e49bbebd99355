"""An HTML page as discovery reads it: decoded, bounded, parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scraper.discovery.link import kind_of
from scraper.errors import InputError
from scraper.extractors.bounds import bounded
from scraper.extractors.charset import decode
from scraper.extractors.document import parse
from scraper.page import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_HTML: Final = "an HTML page"
_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
_FRAGMENTS: Final = frozenset({"other XML", "plain text"})
"""What pages without doctype and `<html>` seem to be: they are pages where a header says so."""


@dataclass(frozen=True, slots=True)
class Html:
    """A parsed page; `base` is what its relative addresses are resolved against (HTML Standard, 2.4.3)."""

    tree: LexborHTMLParser
    base: str


def read_html(body: bytes, url: str, content_type: str | None) -> Html:
    """The page in `body`, found at `url`; raises InputError, which says what was found, where it is no HTML page."""
    headers = (("content-type", content_type),) if content_type else ()
    page = Page(url, url, None, headers, body, None, "file")
    html = decode(page).utf8
    found = kind_of(body)
    is_page = _HTML in (found, kind_of(html)) or (found in _FRAGMENTS and page.media_type in _TYPES and b"<" in html)
    if not is_page:
        raise InputError(f"{url}: not an HTML page, but {found}")
    document = parse(bounded(html).html, url)
    return Html(document.tree, document.base or url)
