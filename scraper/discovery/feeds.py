"""Feeds (RSS, Atom, RDF, JSON Feed): bytes to links."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from xml.sax import SAXParseException  # the class of what feedparser reports; nothing is parsed by it

import feedparser
from w3lib.encoding import html_to_unicode
from w3lib.html import remove_tags, replace_entities

from scraper.discovery.json_feed import json_links
from scraper.discovery.link import Link, iso_date, kind_of, one_line
from scraper.domain import absolute
from scraper.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

_ELEMENT: Final = re.compile(r"<\w")
# What feedparser's lenient parser lets through on markup that it cannot follow.
_PARSER_FAULTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_feed(body: bytes, url: str, *, content_type: str | None = None) -> tuple[Link, ...]:
    """Links of a feed's entries, in its order; an entry without an http(s) link gives none.

    `url` is where the feed was found: relative links are resolved against it. `content_type` is the header's
    value: its charset, where it names one, goes before the XML declaration's (RFC 7303 section 3.2).
    Raises InputError, which says what was found instead, where `body` is no feed.
    """
    text = _decoded(body, content_type)
    links = _json(text, url) if text.lstrip().startswith("{") else _xml(text, url)
    if links is None:
        what = f"neither an RSS, Atom, RDF nor JSON feed, but {kind_of(body)}"
        raise InputError(f"{url}: {what}; look up the feed's address (`scraper job new URL` finds feeds)")
    return links


def _json(text: str, url: str) -> tuple[Link, ...] | None:
    """Links of a JSON feed, None where it is other JSON."""
    try:
        return json_links(text, url)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{url}: JSON that cannot be read ({type(error).__name__}: {error})") from error


def _xml(text: str, url: str) -> tuple[Link, ...] | None:
    """Links of a feed in XML, None where the text is none."""
    feed = _parse(_without_prolog(text), url)
    links = tuple(link for entry in feed["entries"] if (link := _link(entry, url)))
    fault = feed.get("bozo_exception")
    if feed.get("version") and not links and isinstance(fault, SAXParseException):
        told = f"a feed whose XML breaks before its first entry ({fault.getMessage()})"
        raise InputError(f"{url}: {told}; the next run tries again, tell the site if it stays")
    return links if feed.get("version") else None


def _parse(text: str, url: str) -> Mapping[str, Any]:
    """What feedparser makes of a feed's text.

    It is given a stream, since it takes a plain value for a file name first, and UTF-8 throughout.
    """
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    stream = BytesIO(text.encode("utf-8", "replace"))
    try:
        feed: Mapping[str, Any] = feedparser.parse(
            stream, response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except _PARSER_FAULTS as error:
        raise InputError(f"{url}: a feed that cannot be read ({type(error).__name__}: {error})") from error
    return feed


def _decoded(body: bytes, content_type: str | None) -> str:
    _, text = html_to_unicode(content_type, body, auto_detect_fun=_detected)
    return text.removeprefix("\ufeff")


def _without_prolog(text: str) -> str:
    """Text of a feed from its first element on.

    Document types and entities go with the prolog: feedparser's search for them takes time quadratic in their
    length, two minutes for 400 kB.
    """
    first = _ELEMENT.search(text)
    return text[first.start() :] if first else ""


def _detected(body: bytes) -> str:
    """Charset of a body that names none: UTF-8 where it is that, else the web's fallback (WHATWG: windows-1252)."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _link(entry: dict[str, Any], base: str) -> Link | None:
    url = absolute(entry.get("feedburner_origlink") or entry.get("link"), base)
    if url is None:
        return None
    return Link(
        url=url,
        title=one_line(replace_entities(remove_tags(entry.get("title") or ""), remove_illegal=False)),
        published_at=iso_date(entry.get("published")),
        # feedparser's own `get` answers with the publication date where there is no update.
        modified_at=iso_date(dict.get(entry, "updated")),
    )
