"""Feeds (RSS, Atom, RDF): bytes to links."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import feedparser
from w3lib.html import remove_tags, replace_entities

from scraper.discovery.link import Link, absolute, iso_date, kind_of, one_line
from scraper.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    feed = _parse(body, url, content_type)
    if not feed.get("version"):
        raise InputError(f"{url}: neither an RSS, Atom nor RDF feed, but {kind_of(body)}")
    return tuple(link for entry in feed["entries"] if (link := _link(entry, url)))


def _parse(body: bytes, url: str, content_type: str | None) -> Mapping[str, Any]:
    headers = {"content-location": url}
    if content_type and "charset=" in content_type.lower():
        headers["content-type"] = content_type
    # A stream, since feedparser takes a plain value for a file name first.
    try:
        feed: Mapping[str, Any] = feedparser.parse(BytesIO(body), response_headers=headers)
    except _PARSER_FAULTS as error:
        raise InputError(f"{url}: a feed that cannot be read ({type(error).__name__}: {error})") from error
    return feed


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
