"""Relative stamps: `vor 5 Minuten`, `2 hours ago`, `il y a 3 h`, made absolute by when the page was fetched.

dateparser (https://dateparser.readthedocs.io) reads the stamps; the table below tells which texts are any, and in which
language, so that it is loaded only where one stands.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST: Final = 60
"""Characters up to which a text is a stamp."""
FARTHEST: Final = timedelta(days=62)
"""Before that, a stamp is no live entry's: `m` is short for minutes and for months."""

_STAMPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": "منذ {n}",
        "cs": "před {n}",
        "da": "(?:for )?{n} siden",
        "de": "vor {n}",
        "el": "πριν(?: από)? {n}",
        "en": "{n} ago",
        "es": "hace {n}",
        "fi": "{n} sitten",
        "fr": "il y a {n}",
        "hu": "{n} ezelőtt",
        "id": "{n} (?:yang )?lalu",
        "it": "{n} fa",
        "ja": "{n}前",
        "ko": "{n} ?전",
        "nl": "{n} geleden",
        "pl": "{n} temu",
        "pt": "há {n}",
        "ro": "acum {n}",
        "ru": "{n} назад",
        "sv": "(?:för )?{n} sedan",
        "tr": "{n} önce",
        "uk": "{n} тому",
        "zh": "{n}前",
    }
)
"""Stamps by language, `{n}` being a count and its unit."""
_UNIT: Final = r"\s?[^\W\d_]{1,12}\.?"
_COUNT: Final = rf"(?:\d{{1,3}}|an?|une?|una?|um|uma|einer|einem|één|en|ett){_UNIT}"
_MARKS: Final = tuple(
    (language, re.compile(rf"(?<!\w){stamp.format(n=_COUNT)}(?!\w)", re.IGNORECASE))
    for language, stamp in _STAMPS.items()
)
AGO: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(stamp.format(n=rf'[0-9]{{1,3}}{_UNIT}') for stamp in _STAMPS.values())})(?!\w)",
    re.IGNORECASE,
)
"""What looks like a relative stamp with a figure in it, in any of the languages."""
_LABEL: Final = re.compile(r"(?:\w{1,20}:?\s|\W){0,2}")


def absolute_stamp(text: str, fetched_at: datetime | None) -> str | None:
    """A relative stamp with its time instead, in ISO 8601 with `fetched_at`'s offset; None where `text` is none.

    Minutes are the finest that such stamps tell, and a day's date where they count days: `vor 5 Minuten`, fetched at
    14:35 → `2024-07-18T14:30+02:00`. A word before the stamp stays.
    """
    if fetched_at is None or len(text) > LONGEST:
        return None
    for language, mark in _MARKS:
        match = mark.search(text)
        if match and _LABEL.fullmatch(text[: match.start()]) and not text[match.end() :].strip(" .|·•–—-"):
            when = _read(match[0], language, fetched_at)
            if when:
                return text[: match.start()] + when
    return None


def _read(stamp: str, language: str, fetched_at: datetime) -> str | None:
    import dateparser  # noqa: PLC0415 - it is slow to load, and few pages need it

    here = fetched_at.replace(tzinfo=None)
    settings = {"RELATIVE_BASE": here, "PARSERS": ["relative-time"]}
    then = dateparser.parse(stamp, languages=[language], settings=settings)
    if then is None or not timedelta() <= here - then <= FARTHEST:
        return None
    if not (here - then) % timedelta(days=1) and here != then:
        return str(then.date().isoformat())
    return str(then.replace(tzinfo=fetched_at.tzinfo).isoformat(timespec="minutes"))
