"""What a site says of its feeds and sitemaps: bytes to addresses.

Feeds are declared in a page's head (https://www.rssboard.org/rss-autodiscovery; HTML Standard, 4.6.7.1 "alternate"),
sitemaps in robots.txt (https://www.sitemaps.org/protocol.html#submit_robots).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from protego import Protego

from scraper.discovery.addresses import address as taken_apart
from scraper.discovery.html import Html, read_html
from scraper.domain import absolute

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_SITEMAPS: Final = 100
"""Sitemaps taken from one robots.txt."""
MAX_ROBOTS_BYTES: Final = 500 * 1024
"""What is read of a robots.txt (RFC 9309 2.5: at least 500 KiB)."""

_FEED_TYPES: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_VAGUE_TYPES: Final = frozenset({"application/json", "application/rdf+xml", "application/xml", "text/xml"})
"""Types of feeds and of other things: an address or title must say that it is a feed."""
_FEEDLIKE: Final = re.compile(r"(?<![a-z])(?:rss|atom|rdf|(?:json|news)?[ _-]?feeds?)(?![a-z])")
_NO_FEED: Final = re.compile(r"oembed|wp-json|activitypub|manifest")
_COMMENTS: Final = re.compile(
    r"comment|kommentar|коммент|komment|comentari|comentár|commenti\b|reacties|yorum|opmerking|komentar|σχόλι|評論|评论"
    r"|コメント|댓글|تعليق"
)


def feed_addresses(body: bytes, url: str, *, content_type: str | None = None) -> tuple[str, ...]:
    """Absolute http(s) addresses of the feeds that a page declares, each once, in its order, those of comments last.

    `url` is the page's, `content_type` its header's value. A `<base href>` is followed.
    Raises InputError, which says what was found instead, where `body` is no HTML page.
    """
    page = read_html(body, url, content_type)
    found: dict[str, bool] = {}
    for attributes in _declared(page):
        address = absolute(attributes.get("href"), page.base)
        if address and _is_feed(attributes):
            found.setdefault(address, _is_of_comments(address, url, attributes))
    return tuple(sorted(found, key=found.__getitem__))


def sitemap_addresses(robots: bytes, base: str) -> tuple[str, ...]:
    """Absolute http(s) addresses of the sitemaps in a robots.txt, each once, in its order, MAX_SITEMAPS at most.

    `base` is the address of the robots.txt; a relative address is left out (sitemaps.org asks for a full URL) except
    that one which only lacks its scheme takes it from there. Whose group a line stands in does not matter. Any bytes
    can be read: what is no robots.txt declares none.
    """
    whole = robots if len(robots) <= MAX_ROBOTS_BYTES else robots[:MAX_ROBOTS_BYTES].rpartition(b"\n")[0]
    text = whole.decode("utf-8-sig", "replace")
    addresses = (_full(written, base) for written in Protego.parse(text).sitemaps)
    return tuple(islice(dict.fromkeys(filter(None, addresses)), MAX_SITEMAPS))


def _full(written: str, base: str) -> str | None:
    return absolute(written, base if written.startswith("//") else "")


def _declared(page: Html) -> tuple[Mapping[str, str | None], ...]:
    """Attributes of the page's links to other forms of it; those in its body count too, as browsers have it."""
    return tuple(node.attributes for node in page.tree.css('link[rel~="alternate" i][href], link[rel~="feed" i][href]'))


def _is_feed(attributes: Mapping[str, str | None]) -> bool:
    media_type = (attributes.get("type") or "").partition(";")[0].strip().lower()
    told = _told(attributes)
    if media_type in _FEED_TYPES:
        return True
    rel = (attributes.get("rel") or "").lower().split()
    if not media_type and "feed" in rel:
        return True
    return media_type in _VAGUE_TYPES and bool(_FEEDLIKE.search(told)) and not _NO_FEED.search(told)


def _is_of_comments(feed: str, page: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether a feed says so, or lies below an article, of which nothing else can be followed."""
    return bool(_COMMENTS.search(_told(attributes))) or taken_apart(feed).is_part_of(taken_apart(page))


def _told(attributes: Mapping[str, str | None]) -> str:
    """What title and address say, in lower case."""
    return f"{attributes.get('title') or ''} {attributes.get('href') or ''}".lower()
