"""Published and modified, as ISO 8601 with the offset the page gives; none is invented, day and month never swapped.

Order of sources: JSON-LD, meta tags, microdata, the line by the title, `<time>`, the URL, and last what htmldate finds
in the markup.
A source that gives the same wall-clock time with an offset mends one that lacks it.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

import htmldate
from dateutil import parser as dateutil_parser
from dateutil import tz

from scraper.extractors.jsonld import string
from scraper.extractors.sources import Found, Source, candidates, meta
from scraper.extractors.title import near_title

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from scraper.extractors.document import Document

ZONES = MappingProxyType(
    {
        name: tz.tzoffset(name, hours * 3600)
        for name, hours in {
            "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2,
            "EEST": 3, "MSK": 3, "IST": 5.5, "SGT": 8, "KST": 9, "JST": 9, "AEST": 10, "AEDT": 11,
            "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
        }.items()
    }
)  # fmt: skip
"""Zone abbreviations as news pages use them."""

EARLIEST = date(1990, 1, 1)
SLACK = timedelta(days=2)
"""How far after the fetch a date may lie (clocks, time zones, embargoes)."""

LONGEST_LINE = 120
"""Characters beyond which a line by the title is no date line."""
LONGEST_DATE = 100
"""Characters beyond which a text is no date."""

_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ ,T]+(\d{1,2}:\d\d(?::\d\d)?))?")
_NAMED_MONTH = re.compile(r"[^\W\d_]{3,}")
_ZONE_NAME = re.compile(rf"\b(?:{'|'.join(ZONES)})(?= ?[+-]\d)| ?\([^()]*\)$")
"""Names around an offset, as in `GMT+0100 (Central European Standard Time)`: dateutil would turn its sign."""
VISIBLE = re.compile(
    r"[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d_]{3,10}\.?,? \d{4}(?!\d)"
    r"|(?<!\d)(?:\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{4})(?!\d)"
)
"""Dates as lines by the title have them."""
_UPDATED = re.compile(
    r"(?:updated?|modified|edited|revised|reviewed|aktualisiert|geändert|bearbeitet|mis à jour|modifié|actualizado|"
    r"aggiornat[oa]|atualizado|bijgewerkt|opdateret|oppdatert|uppdaterad|zaktualizowan[oay]|güncelleme)\W*(?:[^\W\d_]+\W*){0,2}$",
    re.IGNORECASE,
)
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def _json_ld(key: str) -> Callable[[Document], str | None]:
    return lambda document: string(document.linked.article.get(key))


def _any_json_ld(document: Document) -> str | None:
    return next((when for node in document.linked.nodes if (when := string(node.get("datePublished")))), None)


def _attribute(selector: str, document: Document) -> str | None:
    for node in document.tree.css(selector)[:5]:
        value = node.attributes.get("datetime") or node.attributes.get("content") or node.text()
        if value and value.strip():
            return value.strip()
    return None


def _in_url(document: Document) -> str | None:
    match = _IN_URL.search(document.url or "")
    return "-".join(match.groups()) if match else None


def _htmldate(document: Document) -> str | None:
    # Without its scripts a page is read in half the time, and no worse.
    markup = document.tree.html
    found = htmldate.find_date(markup, url=document.url, original_date=True) if markup else None
    # The first of January is what it makes of a year alone, such as the copyright's.
    return found if found and not found.endswith("-01-01") else None


def _by_title(*, updated: bool) -> Callable[[Document], str | None]:
    """Reader of the first date by the title that words for an update lead to, or of the first that none do."""

    def read(document: Document) -> str | None:
        lines = (block.text for block in near_title(document) if len(block.text) <= LONGEST_LINE)
        dates = ((line[: date.start()], date[0]) for line in lines for date in VISIBLE.finditer(line))
        return next((date for before, date in dates if bool(_UPDATED.search(before)) is updated), None)

    return read


PUBLISHED: tuple[Source[str], ...] = (
    ("json-ld datePublished", _json_ld("datePublished")),
    ("meta published_time", meta("article:published_time", "og:article:published_time", "og:published_time")),
    ("microdata datePublished", meta("datepublished")),
    ("meta date", meta(
        "parsely-pub-date", "sailthru.date", "cxenseparse:publishtime", "article.published", "published_at",
        "publish-date", "pubdate", "date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
        "last-published", "article_date_original", "citation_publication_date",
    )),
    ("microdata datePublished", partial(_attribute, '[itemprop~="datePublished"]')),
    ("json-ld dateCreated", _json_ld("dateCreated")),
    ("json-ld datePublished", _any_json_ld),
    ("date by the title", _by_title(updated=False)),
    ("time element", partial(_attribute, "article time[datetime], main time[datetime], header time[datetime]")),
    ("url", _in_url),
    ("htmldate", _htmldate),
)  # fmt: skip

MODIFIED: tuple[Source[str], ...] = (
    ("json-ld dateModified", _json_ld("dateModified")),
    ("meta modified_time", meta("article:modified_time", "og:updated_time", "article:updated_time")),
    ("microdata dateModified", meta("datemodified")),
    ("microdata dateModified", partial(_attribute, '[itemprop~="dateModified"]')),
    ("date by the title", _by_title(updated=True)),
    ("meta date", meta("last-modified", "dcterms.modified", "dc.date.modified", "article.updated")),
)


def published(document: Document, fetched_at: datetime | None = None) -> Found[str] | None:
    """When the article appeared: ISO 8601 with the page's offset, without where it gives none, or a bare date."""
    return _best(document, PUBLISHED, fetched_at)


def modified(document: Document, fetched_at: datetime | None = None) -> Found[str] | None:
    """When the article was last changed; as `published`."""
    return _best(document, MODIFIED, fetched_at)


def read_date(text: str) -> datetime | date | None:
    """Moment or day that `text` names, or None where it names none for sure (03/04/2024 may be two days)."""
    text = " ".join(text.split())
    if len(text) > LONGEST_DATE:
        return None
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    try:
        return date.fromisoformat(text) if len(text) <= len("2024-01-31") else datetime.fromisoformat(text)
    except ValueError:
        return _numeric(text) if _NUMERIC.fullmatch(text) else _worded(text)


def _numeric(text: str) -> datetime | date | None:
    """Day-month-year in figures: with points always, otherwise only where the order cannot be mistaken."""
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    first, mark, second, year, time = match.groups()
    orders = [(int(second), int(first))] if mark == "." else [(int(second), int(first)), (int(first), int(second))]
    days = {found for month, day in orders if (found := _day(int(year), month, day))}
    if len(days) != 1:
        return None
    return datetime.fromisoformat(f"{days.pop()}T{time.zfill(5)}") if time else days.pop()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _worded(text: str) -> datetime | date | None:
    """A date with a year first or a month's name, as dateutil reads it."""
    text = _ZONE_NAME.sub("", text)
    if not (_NAMED_MONTH.search(text) or re.match(r"\d{4}\D", text)) or not re.search(r"\d{4}", text):
        return None
    try:
        found = dateutil_parser.parse(text, tzinfos=_zone, default=datetime(1, 1, 1))  # noqa: DTZ001 - no offset invented
        found.utcoffset()  # raises where the offset is a day or more
    except (ValueError, OverflowError, TypeError):
        return None
    has_day = re.search(r"(?<!\d)\d{1,2}(?!\d)", text)
    return (found if ":" in text else found.date()) if has_day else None


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """Zone of a time: by its offset, else by a name of `ZONES`; another name gives none."""
    return ZONES.get(name or "") if offset is None else tz.tzoffset(name, offset)


def _best(document: Document, sources: tuple[Source[str], ...], fetched_at: datetime | None) -> Found[str] | None:
    """First plausible date, mended by a later source that gives its offset."""
    chosen: Found[datetime | date] | None = None
    for name, read in sources:
        if chosen is not None and name in {"url", "htmldate"}:
            break
        for found in candidates(document, ((name, read),)):
            when = read_date(found.value)
            if when is None or not _plausible(when, fetched_at):
                continue
            if chosen is None:
                chosen = Found(when, name)
            if isinstance(chosen.value, datetime) and chosen.value.tzinfo is not None:
                return Found(chosen.value.isoformat(), chosen.source)
            if _mends(chosen.value, when):
                return Found(when.isoformat(), name)
    return Found(chosen.value.isoformat(), chosen.source) if chosen else None


def _mends(known: datetime | date, other: datetime | date) -> bool:
    """Whether `other` is `known` with an offset (and, where only the day is known, a time)."""
    if not isinstance(other, datetime) or other.tzinfo is None:
        return False
    wall = other.replace(tzinfo=None)
    if isinstance(known, datetime):
        return wall == known
    return wall.date() == known


def _plausible(when: datetime | date, fetched_at: datetime | None) -> bool:
    day = when.date() if isinstance(when, datetime) else when
    return day >= EARLIEST and (fetched_at is None or day <= (fetched_at + SLACK).date())
