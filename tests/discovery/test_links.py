"""Dates as feeds and sitemaps write them, and what a body is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.discovery.link import iso_date, kind_of


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
        ("Mon, 02 Mar 99999999999999999999 06:30:00 GMT", None),
        ("Mon, 02 Mar 2026 06:30:00 +99999999999999999999", None),
        ("9" * 5000, None),
        ("2026-13-45", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_keep_what_is_given_and_invent_nothing(written: str | None, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<!DOCTYPE html><p>", "an HTML page"),
        ("<html><p>".encode("utf-16"), "an HTML page"),
        (b"\xef\xbb\xbf  <HTML>", "an HTML page"),
        (b"<!-- x --><html lang=en><feed >", "a feed; list it under `feeds`"),
        (b"<html><feed >", "an HTML page"),
        (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', "a feed; list it under `feeds`"),
        (b'{"html": "<html>"}', "JSON"),
        (b'["<rss >"]', "JSON"),
    ],
)
def test_what_a_body_seems_to_be(body: bytes, kind: str) -> None:
    assert kind_of(body) == kind


@given(
    st.text() | st.lists(st.sampled_from(["Mon", ",", " ", "02", "Mar", "2026", ":", "+", "-", "9" * 20])).map("".join)
)
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert iso_date(text) is None or iso_date(iso_date(text)) is not None
