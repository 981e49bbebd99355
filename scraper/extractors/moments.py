"""Moments: the day or the instant that a text names, day and month never swapped, no offset invented.

ISO 8601 and RFC 5322 come first; then figures and English words. What is left is read by the language the page
declares: months by their names there, 03/04/2024 in the order of that country (CLDR, as dateparser has it).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from dateutil import parser as dateutil_parser
from dateutil import tz

if TYPE_CHECKING:
    from datetime import tzinfo

ZONES = MappingProxyType(
    {
        name: tz.tzoffset(name, hours * 3600)
        for name, hours in {
            "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2,
            "EEST": 3, "MSK": 3, "PKT": 5, "IST": 5.5, "WIB": 7, "SGT": 8, "HKT": 8,
            "WITA": 8, "KST": 9, "JST": 9, "AEST": 10, "AEDT": 11,
            "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
        }.items()
    }
)  # fmt: skip
"""Zone abbreviations as news pages use them."""

LONGEST_DATE = 100
"""Characters beyond which a text is no date."""
UNDECIDED = frozenset({"en", "en-CA"})
"""Declared languages of countries that disagree about whether the day or the month comes first."""

_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_NUMERIC = re.compile(r"(?:[^\W\d_]+\.?,? )?((\d{1,2})([./-])(\d{1,2})\3(\d{4}))(?:[ ,T]+(\d.*))?")
_SIGNED = re.compile(r"(?<!\d)(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]")
"""Year, month and day each with its sign, in Chinese, Japanese or Korean."""
_NAMED_MONTH = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_ZONE_NAME = re.compile(rf"\b(?:{'|'.join(ZONES)})(?= ?[+-]\d)| ?\([^()]*\)$")
"""Names around an offset, as in `GMT+0100 (Central European Standard Time)`: dateutil would turn its sign."""
_SETTINGS = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
"""Nothing relative, nothing filled in: dateparser then needs no clock."""


def read_date(text: str, language: str | None = None) -> datetime | date | None:
    """Moment or day that `text` names, or None where it names none for sure (03/04/2024 may be two days).

    `language` is the BCP 47 tag of the page: its months have names, and its day or its month comes first.
    """
    text = _SIGNED.sub(r"\1-\2-\3", " ".join(text.split()))
    if len(text) > LONGEST_DATE:
        return None
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    try:
        return date.fromisoformat(text) if len(text) <= len("2024-01-31") else datetime.fromisoformat(text)
    except ValueError:
        numeric = _NUMERIC.fullmatch(text)
        return _numeric(numeric, language) if numeric else _worded(text) or _local(text, language)


def _numeric(match: re.Match[str], language: str | None) -> datetime | date | None:
    """Day, month and year in figures: with points, or where the order cannot be mistaken, or by the language."""
    figures, first, mark, second, year, time = match.groups()
    orders = [(int(second), int(first))] if mark == "." else [(int(second), int(first)), (int(first), int(second))]
    days = {found for month, day in orders if (found := _day(int(year), month, day))}
    day = days.pop() if len(days) == 1 else _local(figures, language)
    return (day and time and _worded(f"{day} {time}")) or day


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
    return (found if ":" in text else found.date()) if _DAY.search(text) else None


def _local(text: str, language: str | None) -> datetime | date | None:
    """A date in words or figures as they write it where the page's language is spoken."""
    if language is None or language in UNDECIDED or not (_YEAR.search(text) and _DAY.search(text)):
        return None
    from dateparser.date import DateDataParser  # noqa: PLC0415 - a second that pages with declared dates need not pay

    code, _, country = language.partition("-")
    parser = DateDataParser(languages=[code], region=country or None, settings=_SETTINGS)
    try:
        found: datetime | None = parser.get_date_data(text).date_obj
    except ValueError:  # a language that it does not know
        return None
    return found if found is None or ":" in text else found.date()


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """Zone of a time: by its offset, else by a name of `ZONES`; another name gives none."""
    return ZONES.get(name or "") if offset is None else tz.tzoffset(name, offset)
