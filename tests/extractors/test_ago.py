"""Relative stamps, made absolute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from scraper.extractors.ago import AGO, absolute_stamp

HERE = timezone(timedelta(hours=2))
FETCHED = datetime(2024, 7, 18, 14, 35, 12, tzinfo=HERE)
FIVE = "2024-07-18T14:30+02:00"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("vor 5 Minuten", FIVE),
        ("vor 5 Min.", FIVE),
        ("5 minutes ago", FIVE),
        ("5m ago", FIVE),
        ("il y a 5 minutes", FIVE),
        ("hace 5 minutos", FIVE),
        ("há 5 minutos", FIVE),
        ("5 minuti fa", FIVE),
        ("5 minuten geleden", FIVE),
        ("för 5 minuter sedan", FIVE),
        ("for 5 minutter siden", FIVE),
        ("5 minut temu", FIVE),
        ("před 5 minutami", FIVE),
        ("5 dakika önce", FIVE),
        ("5 минут назад", FIVE),
        ("5 хвилин тому", FIVE),
        ("5 perccel ezelőtt", FIVE),
        ("acum 5 minute", FIVE),
        ("πριν από 5 λεπτά", FIVE),
        ("5 minuuttia sitten", FIVE),
        ("5分前", FIVE),
        ("5분 전", FIVE),
        ("5分钟前", FIVE),
        ("منذ 5 دقائق", FIVE),
        ("5 menit yang lalu", FIVE),
    ],
)
def test_a_stamp_is_read_in_many_languages(text: str, when: str) -> None:
    assert AGO.search(text)
    assert absolute_stamp(text, FETCHED) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        pytest.param("il y a 3 h", "2024-07-18T11:35+02:00", id="hours"),
        pytest.param("an hour ago", "2024-07-18T13:35+02:00", id="one in words"),
        pytest.param("vor einer Stunde", "2024-07-18T13:35+02:00", id="one in words, in German"),
        pytest.param("vor 3 Tagen", "2024-07-15", id="days are no more than dates"),
        pytest.param("24 hours ago", "2024-07-17", id="as many hours as a day"),
        pytest.param("Updated 5 minutes ago", f"Updated {FIVE}", id="a word before it stays"),
        pytest.param("5 minutes ago |", FIVE, id="a bar behind it"),
    ],
)
def test_a_stamp_is_as_exact_as_it_tells(text: str, when: str) -> None:
    assert absolute_stamp(text, FETCHED) == when


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("14:05 Uhr", id="a clock time"),
        pytest.param("Vor 5 Minuten noch stand die Brücke", id="a sentence"),
        pytest.param("5 years ago", id="too long ago"),
        pytest.param("What we knew then, 5 minutes ago", id="words before it"),
        pytest.param("vor 5 Brücken", id="no unit of time"),
        pytest.param("5 ships ago", id="no unit of time, in English"),
        pytest.param("18. Juli 2024", id="a date"),
        pytest.param("", id="nothing"),
        pytest.param("5 minutes ago " * 20, id="a long text"),
    ],
)
def test_what_is_no_stamp_stays(text: str) -> None:
    assert absolute_stamp(text, FETCHED) is None


def test_without_the_time_of_the_fetch_nothing_is_resolved() -> None:
    assert absolute_stamp("5 minutes ago", None) is None


def test_the_offset_is_that_of_the_fetch() -> None:
    assert absolute_stamp("5 minutes ago", FETCHED.astimezone(UTC)) == "2024-07-18T12:30+00:00"
