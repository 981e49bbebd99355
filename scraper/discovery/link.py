"""What feeds and sitemaps have in common: links, their dates, and what a body is if it is neither."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_KINDS: Final = (
    (re.compile(rb"\s*\Z"), "nothing at all"),
    (re.compile(rb"\x1f\x8b"), "gzip data"),
    (re.compile(rb"\s*%PDF-"), "a PDF"),
    (re.compile(rb"(?i)\s*<(?:!doctype html|html)[\s>]"), "an HTML page"),
    (re.compile(rb'(?s:\s*\{.*?)"https?:\\?/\\?/jsonfeed\.org\\?/version'), "a feed; list it under `feeds`"),
    (re.compile(rb"\s*[{\[]"), "JSON"),
    (re.compile(rb"(?s:.*?)<(?:rss|feed|rdf:RDF|channel)[\s>]"), "a feed; list it under `feeds`"),
    (re.compile(rb"(?s:.*?)<(?:\w+:)?(?:urlset|sitemapindex)[\s>]"), "a sitemap; list it under `sitemaps`"),
    (re.compile(rb"(?si:.*?)<(?i:!doctype html|html)[\s>]"), "an HTML page"),
    (re.compile(rb"(?s:.*?)\x00"), "binary data"),
    (re.compile(rb"\s*<"), "other XML"),
    (re.compile(rb""), "plain text"),
)
_HEAD: Final = 4096
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""Byte order marks (WHATWG Encoding Standard, "BOM sniff") and what they say."""
_DATE_FAULTS: Final = (ArithmeticError, LookupError, TypeError, ValueError)
"""What the standard library raises for dates, out-of-range numbers among them."""


@dataclass(frozen=True, slots=True)
class Link:
    """One article (or child sitemap) as its source lists it.

    `url` is absolute; `title` is plain text. The dates are ISO 8601, with an offset only where the source gives
    one, and a bare date where it gives no time.
    """

    url: str
    title: str | None = None
    published_at: str | None = None
    modified_at: str | None = None


def iso_date(text: str | None) -> str | None:
    """ISO 8601 form of a date in ISO 8601 (Atom, W3C-DTF) or RFC 5322 section 3.3 (RSS); None where it is neither.

    A zone that RFC 5322 does not name gives a local time without offset: an offset is never invented.
    """
    compact = re.sub(r"(?<!\s)\s+(?=[+-]\d\d:?\d\d$)", "", (text or "").strip())
    for parse, written in ((_bare_date, compact), (_iso_time, compact), (_mail_time, (text or "").strip())):
        with suppress(*_DATE_FAULTS):
            return parse(written)
    return None


def kind_of(body: bytes) -> str:
    """What `body` seems to be, in words for a message ("an HTML page")."""
    head = _unmarked(body[:_HEAD])
    return next(name for pattern, name in _KINDS if pattern.match(head))


def _unmarked(head: bytes) -> bytes:
    """The start of a body without its byte order mark, as UTF-8."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace").encode()
    return head


def one_line(text: str | None) -> str | None:
    """`text` with white space collapsed, or None where nothing is left."""
    return " ".join((text or "").split()) or None


def _bare_date(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _iso_time(text: str) -> str:
    return datetime.fromisoformat(text).isoformat()


def _mail_time(text: str) -> str:
    return parsedate_to_datetime(text).isoformat()
