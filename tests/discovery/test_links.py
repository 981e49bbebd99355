"""Dates and addresses as feeds and sitemaps write them."""

from __future__ import annotations

import pytest

from scraper.discovery.link import absolute, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-03-02T06:30:00+01:00", "2026-03-02T06:30:00+01:00"),
        ("2026-03-02T06:30:00 +0100", "2026-03-02T06:30:00+01:00"),
        ("2026-03-02T06:30Z", "2026-03-02T06:30:00+00:00"),
        ("2026-03-02T06:30:00", "2026-03-02T06:30:00"),
        ("2026-03-02", "2026-03-02"),
        ("Mon, 02 Mar 2026 06:30:00 EST", "2026-03-02T06:30:00-05:00"),
        ("Mon, 02 Mar 2026 06:30:00 GMT", "2026-03-02T06:30:00+00:00"),
        ("Mon, 02 Mar 2026 06:30:00 WXYZ", "2026-03-02T06:30:00"),
        ("Mon, 02 Mar 2026 06:30:00", "2026-03-02T06:30:00"),
        ("last Tuesday", None),
        ("2026-13-45", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_keep_what_is_given_and_invent_nothing(written: str | None, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/a", "https://paper.example/a"),
        (" b ", "https://paper.example/news/b"),
        ("//cdn.example/c", "https://cdn.example/c"),
        ("javascript:void(0)", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_only_http_addresses_come_out_and_they_are_absolute(href: str | None, url: str | None) -> None:
    assert absolute(href, "https://paper.example/news/feed.xml") == url
