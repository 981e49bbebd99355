"""Moments that texts name."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.extractors.moments import read_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        pytest.param("2024-01-31", "2024-01-31", id="a day"),
        pytest.param("2024-01-31T10:15:00+01:00", "2024-01-31T10:15:00+01:00", id="offset"),
        pytest.param("2024-01-31T10:15:00Z", "2024-01-31T10:15:00+00:00", id="Z"),
        pytest.param("2024-01-31T10:15:00", "2024-01-31T10:15:00", id="no offset invented"),
        pytest.param("2024-01-31 10:15", "2024-01-31T10:15:00", id="blank instead of T"),
        pytest.param("2024-01-31T10:15:00 +0100", "2024-01-31T10:15:00+01:00", id="offset after a blank"),
        pytest.param("2024/01/31", "2024-01-31", id="year first with slashes"),
        pytest.param("20240131", "2024-01-31", id="basic format"),
        pytest.param("1706692500", "2024-01-31T09:15:00+00:00", id="epoch in seconds"),
        pytest.param("1706692500000", "2024-01-31T09:15:00+00:00", id="epoch in milliseconds"),
        pytest.param("31.01.2024", "2024-01-31", id="points: day first"),
        pytest.param("03.04.2024", "2024-04-03", id="points: day first though both may be months"),
        pytest.param("31/01/2024", "2024-01-31", id="a day over 12 can only be the day"),
        pytest.param("01/31/2024", "2024-01-31", id="so in American order"),
        pytest.param("04/04/2024", "2024-04-04", id="the same either way"),
        pytest.param("31.01.2024 9:15", "2024-01-31T09:15:00", id="time with one figure"),
        pytest.param("January 31, 2024", "2024-01-31", id="English words"),
        pytest.param("31 Jan 2024 10:15", "2024-01-31T10:15:00", id="short month"),
        pytest.param("Wed, 31 Jan 2024 10:15:00 GMT", "2024-01-31T10:15:00+00:00", id="RFC 5322"),
        pytest.param("Wed, 31 Jan 2024 10:15:00 CET", "2024-01-31T10:15:00+01:00", id="zone by name"),
        pytest.param("31 Jan 2024 10:15 EST", "2024-01-31T10:15:00-05:00", id="zone west of Greenwich"),
        pytest.param("31 Jan 2024 10:15 IST", "2024-01-31T10:15:00+05:30", id="half-hour zone"),
        pytest.param(
            "Wed Jan 31 2024 10:15:00 GMT+0100 (Central European Standard Time)",
            "2024-01-31T10:15:00+01:00",
            id="a script's own writing",
        ),
        pytest.param("31 Jan 2024 10:15 UTC-3", "2024-01-31T10:15:00-03:00", id="UTC-3 is behind UTC"),
        pytest.param("31.01.2024 10:15 MSK", "2024-01-31T10:15:00+03:00", id="points, and a zone"),
        pytest.param("03.04.2024 10:15 MSK", "2024-04-03T10:15:00+03:00", id="day first beside a zone, too"),
        pytest.param("Wed, 31/01/2024 10:15 GMT", "2024-01-31T10:15:00+00:00", id="a weekday before figures"),
        pytest.param("  2024-01-31 \n", "2024-01-31", id="white space around"),
    ],
)
def test_what_names_one_day_or_moment_is_read(text: str, iso: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("03/04/2024", id="day and month may be either"),
        pytest.param("03-04-2024", id="with hyphens"),
        pytest.param("03/04/2024, 10:15 WIB", id="a zone's letters do not tell"),
        pytest.param("31.13.2024", id="no such month"),
        pytest.param("2024-13-04", id="no such month, year first"),
        pytest.param("2024-02-30", id="no such day"),
        pytest.param("30 Feb 2024", id="no such day in words"),
        pytest.param("January 2024", id="no day"),
        pytest.param("31 January", id="no year"),
        pytest.param("10:15", id="a time alone"),
        pytest.param("yesterday", id="a word"),
        pytest.param("The year 2024 in 12 pictures", id="prose with a year"),
        pytest.param("2024-01-31T10:15:00+99:99", id="an offset that no clock has"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_sure_is_refused(text: str) -> None:
    assert read_date(text) is None


def test_an_unknown_zone_invents_no_offset() -> None:
    found = read_date("31 Jan 2024 10:15 QQT")
    assert found in {None, datetime(2024, 1, 31, 10, 15)}  # noqa: DTZ001 - what is shown is that none is invented


@given(st.from_regex(r"[ -~]{0,6}(?:20\d\d|\d{1,2})[ -~]{0,12}(?:20\d\d|Jan|:\d\d)?[ -~]{0,8}", fullmatch=True))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read_date(text)
    assert found is None or found.isoformat()


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        pytest.param("3. März 2024", "de", "2024-03-03", id="German"),
        pytest.param("18 juil. 2024", "fr-FR", "2024-07-18", id="French, short"),
        pytest.param("4 Febbraio 2025", "it", "2025-02-04", id="Italian"),
        pytest.param("5 de enero de 2026", "es", "2026-01-05", id="Spanish"),
        pytest.param("10 marca 2024", "pl", "2024-03-10", id="Polish, declined"),
        pytest.param("20 Nisan 2026", "tr-TR", "2026-04-20", id="Turkish"),
        pytest.param("3 мая 2024", "ru", "2024-05-03", id="Russian"),
        pytest.param("2024年5月3日", "ja", "2024-05-03", id="Japanese"),
        pytest.param("2024년 5월 3일", "ko", "2024-05-03", id="Korean"),
        pytest.param("23 okt 2025 10:23", "sv", "2025-10-23T10:23:00", id="with a time"),
        pytest.param("03/04/2024", "es", "2024-04-03", id="day first in Spain"),
        pytest.param("03/04/2024", "en-GB", "2024-04-03", id="and in Britain"),
        pytest.param("03/04/2024", "en-US", "2024-03-04", id="month first in the United States"),
        pytest.param("03/04/2024, 10:15 WIB", "id", "2024-04-03T10:15:00+07:00", id="so beside a time and its zone"),
        pytest.param("2026. március 12.", "hu", "2026-03-12", id="Hungarian, the year first"),
    ],
)
def test_the_page_s_language_tells_months_and_their_place(text: str, language: str, iso: str) -> None:
    found = read_date(text, language)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("03/04/2024", "en", id="English of no country"),
        pytest.param("03/04/2024", "en-CA", id="a country that writes both"),
        pytest.param("03/04/2024", "qqq", id="no language"),
        pytest.param("gestern um 10:15", "de", id="relative"),
        pytest.param("März 2024", "de", id="no day"),
        pytest.param("3. März", "de", id="no year"),
        pytest.param("Am Ende gewann 2024 doch noch die 11", "de", id="prose"),
    ],
)
def test_a_language_makes_nothing_up(text: str, language: str) -> None:
    assert read_date(text, language) is None


def test_a_bare_day_is_a_day_and_no_midnight() -> None:
    assert read_date("2024-01-31") == date(2024, 1, 31)
    assert not isinstance(read_date("31 January 2024"), datetime)
