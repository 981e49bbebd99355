"""JSON Feed 1.0 and 1.1: bytes to links."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.discovery.feeds import read_feed
from scraper.discovery.link import Link
from scraper.discovery.sitemaps import read_sitemap
from scraper.errors import InputError

URL = "https://paper.example/news/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: object, version: object = VERSION) -> bytes:
    return json.dumps({"version": version, "title": "Paper", "items": items}).encode()


def links(*items: object) -> tuple[Link, ...]:
    return read_feed(feed(*items), URL)


def test_an_item_gives_address_title_and_both_dates() -> None:
    item = {
        "id": "1",
        "url": "https://paper.example/a",
        "title": "Salt &\n pepper",
        "date_published": "2026-03-02T06:30:00+01:00",
        "date_modified": "2026-03-03T07:00:00Z",
    }
    dates = ("2026-03-02T06:30:00+01:00", "2026-03-03T07:00:00+00:00")
    assert links(item) == (Link("https://paper.example/a", "Salt & pepper", *dates),)


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ({"url": "/a", "external_url": "https://else.example/b"}, "https://paper.example/a"),
        ({"external_url": "https://else.example/b"}, "https://else.example/b"),
        ({"url": "", "external_url": "https://else.example/b"}, "https://else.example/b"),
        ({"url": "mailto:desk@paper.example", "external_url": "https://else.example/b"}, "https://else.example/b"),
        ({"id": "https://paper.example/c"}, "https://paper.example/c"),
        ({"id": "https://paper.example/c", "url": "https://paper.example/a"}, "https://paper.example/a"),
        ({"id": "c"}, None),
        ({"id": 7, "url": 8, "external_url": ["https://paper.example/a"]}, None),
        ({"title": "No address"}, None),
        ("https://paper.example/a", None),
        (None, None),
    ],
)
def test_the_page_itself_goes_before_what_it_is_about(item: object, url: str | None) -> None:
    assert [link.url for link in links(item)] == [url] * (url is not None)


def test_what_is_wrong_with_one_item_spares_the_others_and_their_order() -> None:
    wrong: list[object] = [{"url": 1}, [], "text", None, {"url": "http://[broken"}]
    good = [{"url": f"/{name}", "title": 5, "date_published": {}} for name in "ab"]
    assert links(wrong[0], good[0], *wrong[1:], good[1]) == (
        Link("https://paper.example/a"),
        Link("https://paper.example/b"),
    )


def test_long_numbers_are_passed_over() -> None:
    digits = b"9" * 100_000
    body = b'{"version": "%s", "n": %s, "items": [{"url": "/a", "id": %s, "x": 1e%s}]}'
    assert read_feed(body % (VERSION.encode(), digits, digits, digits), URL) == (Link("https://paper.example/a"),)


def test_half_a_character_becomes_one_that_can_be_written() -> None:
    (link,) = links({"url": "/a", "title": "\ud800 title"})
    assert link.title == "\ufffd title"


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1", VERSION, "http://jsonfeed.org/version/1"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_versions_and_charsets(version: str, charset: str) -> None:
    body = feed({"url": "/a", "title": "Fähre"}, version=version).decode().encode(charset)
    assert read_feed(body, URL, content_type="application/feed+json") == (Link("https://paper.example/a", "Fähre"),)


@pytest.mark.parametrize(
    "body",
    [
        b'{"items": [{"url": "https://paper.example/a"}]}',
        feed(version="https://paper.example/version/1"),
        feed(version=1),
        b'{"version": "https://jsonfeed.org/version/1", "items": {}}',
        b'["https://jsonfeed.org/version/1"]',
    ],
)
def test_other_json_is_no_feed(body: bytes) -> None:
    with pytest.raises(InputError, match="neither an RSS, Atom, RDF nor JSON feed, but ") as caught:
        read_feed(body, URL)
    assert str(caught.value).startswith(f"{URL}: ")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (feed({"url": "/a"})[:-5], "JSONDecodeError"),
        (b'{"a":' * 200_000, "RecursionError"),
        (b"{" + b"[" * 200_000, "JSONDecodeError"),
    ],
)
def test_broken_or_bottomless_json_says_so(body: bytes, found: str) -> None:
    with pytest.raises(InputError, match=rf"^{URL}: JSON that cannot be read \({found}"):
        read_feed(body, URL)


def test_a_json_feed_among_sitemaps_is_named() -> None:
    with pytest.raises(InputError, match="a feed; list it under `feeds`"):
        read_sitemap(feed({"url": "/a"}), URL)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["/a", "https://h.example/"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["url", "external_url", "id", "title"]), inner),
    max_leaves=20,
)


@given(st.lists(JSON))
def test_any_items_give_absolute_links_or_none(items: list[Any]) -> None:
    assert all(link.url.startswith(("http://", "https://")) for link in links(*items))
