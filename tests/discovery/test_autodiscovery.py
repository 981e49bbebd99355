"""Feeds and sitemaps that a site declares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.discovery import autodiscovery
from scraper.discovery.autodiscovery import MAX_SITEMAPS, feed_addresses, sitemap_addresses
from scraper.errors import InputError

URL = "https://paper.example/news/"
RSS = 'type="application/rss+xml"'


def page(*links: str, base: str = "") -> bytes:
    return f"<!doctype html><html><head>{base}{''.join(links)}</head><body><p>Text</p></body></html>".encode()


@pytest.mark.parametrize(
    ("link", "found"),
    [
        (f'<link rel="alternate" {RSS} href="/feed">', "https://paper.example/feed"),
        (f'<link rel="alternate" {RSS} href="feed">', "https://paper.example/news/feed"),
        ('<link rel="alternate" type="application/atom+xml" href="/atom">', "https://paper.example/atom"),
        ('<link rel="alternate" type="application/feed+json" href="/j">', "https://paper.example/j"),
        ('<LINK REL="Alternate home" TYPE=" Application/RSS+XML; charset=utf-8" HREF=/f>', "https://paper.example/f"),
        ('<link rel="feed" href="/plain">', "https://paper.example/plain"),
        ('<link rel="alternate" type="application/json" href="/feed.json">', "https://paper.example/feed.json"),
        ('<link rel="alternate" type="application/json" title="JSON Feed" href="/x">', "https://paper.example/x"),
        ('<link rel="alternate" type="text/xml" title="RSS" href="/x">', "https://paper.example/x"),
        (f'<link rel="alternate" {RSS} href="https://feeds.other.example/p">', "https://feeds.other.example/p"),
        ('<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">', None),
        ('<link rel="alternate" type="application/json" title="oEmbed feed" href="/oembed">', None),
        ('<link rel="alternate" type="application/json+oembed" href="/feed">', None),
        ('<link rel="alternate" hreflang="de" href="/de/feed">', None),
        ('<link rel="alternate stylesheet" type="text/css" href="/feed.css">', None),
        ('<link rel="alternate" type="text/xml" title="Broadcast" href="/breeds">', None),
        (f'<link rel="stylesheet" {RSS} href="/feed">', None),
        (f'<link rel="alternate" {RSS} href="">', None),
        (f'<link rel="alternate" {RSS} href="feed://paper.example/feed">', None),
        (f'<!-- <link rel="alternate" {RSS} href="/feed"> -->', None),
    ],
)
def test_what_is_a_feed(link: str, found: str | None) -> None:
    assert feed_addresses(page(link), URL) == ((found,) if found else ())


def test_each_feed_once_in_order_and_those_of_comments_last() -> None:
    hrefs = ["/comments/feed/", "/feed/", "/sport/feed/", "/feed/"]
    links = [f'<link rel="alternate" {RSS} href="{href}">' for href in hrefs]
    links.insert(1, f'<link rel="alternate" {RSS} title="Blatt » Kommentar-Feed" href="/k">')
    addresses = feed_addresses(page(*links), URL)
    assert [address.removeprefix("https://paper.example") for address in addresses] == [
        "/feed/",
        "/sport/feed/",
        "/comments/feed/",
        "/k",
    ]


def test_a_feed_below_an_article_is_of_its_comments() -> None:
    article, own = "https://paper.example/2026/03/02/ferry/", "/2026/03/02/ferry/feed/"
    links = [f'<link rel="alternate" {RSS} href="{href}">' for href in (own, "/feed/")]
    assert feed_addresses(page(*links), article) == ("https://paper.example/feed/", f"https://paper.example{own}")
    assert feed_addresses(page(links[0].replace(own, "feed/"), links[1]), URL)[0] == f"{URL}feed/"


def test_the_base_of_the_page_is_followed() -> None:
    link = f'<link rel="alternate" {RSS} href="feed">'
    assert feed_addresses(page(link, base='<base href="/root/">'), URL) == ("https://paper.example/root/feed",)
    assert feed_addresses(page(link, base='<base href="data:x">'), URL) == ("https://paper.example/news/feed",)


def test_the_charset_of_the_header_is_followed() -> None:
    body = page(f'<link rel="alternate" {RSS} href="/фид">').decode().encode("windows-1251")
    found = feed_addresses(body, URL, content_type="text/html; charset=windows-1251")
    assert found == ("https://paper.example/фид",)


@pytest.mark.parametrize(
    ("body", "found"), [(b"", "nothing at all"), (b"<rss version='2.0'/>", "a feed"), (b"%PDF-1.7", "a PDF")]
)
def test_what_is_no_page_is_named(body: bytes, found: str) -> None:
    with pytest.raises(InputError, match=rf"^{URL}: not an HTML page, but {found}"):
        feed_addresses(body, URL)


ROBOTS = "https://paper.example/robots.txt"


@pytest.mark.parametrize(
    ("robots", "found"),
    [
        (b"Sitemap: https://paper.example/a.xml", ["https://paper.example/a.xml"]),
        (b"\xef\xbb\xbfsitemap:http://paper.example/a.xml\r\n", ["http://paper.example/a.xml"]),
        (b"User-agent: x\nDisallow: /\nSITEMAP : https://cdn.example/s # main", ["https://cdn.example/s"]),
        (b"Sitemap: //cdn.example/s", ["https://cdn.example/s"]),
        (b"Sitemap: https://h.example/1\nSitemap: https://h.example/2\nSitemap: https://h.example/1",
         ["https://h.example/1", "https://h.example/2"]),
        (b"Sitemap: /sitemap.xml", []),
        (b"Sitemap: ftp://paper.example/a.xml\nSitemap:\nSitemap: http://[broken", []),
        (b"Disallow: /sitemap: https://paper.example/a.xml", []),
        (b"<!doctype html><p>Sitemap", []),
        (b"", []),
    ],
)  # fmt: skip
def test_sitemaps_of_a_robots_txt(robots: bytes, found: list[str]) -> None:
    assert list(sitemap_addresses(robots, ROBOTS)) == found


def test_the_first_sitemaps_are_enough() -> None:
    robots = "\n".join(f"Sitemap: https://paper.example/{n}" for n in range(2 * MAX_SITEMAPS)).encode()
    found = sitemap_addresses(robots, ROBOTS)
    assert (len(found), found[-1]) == (MAX_SITEMAPS, f"https://paper.example/{MAX_SITEMAPS - 1}")


def test_a_line_cut_by_the_bound_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autodiscovery, "MAX_ROBOTS_BYTES", 40)
    robots = b"Sitemap: https://h.example/1\nSitemap: https://h.example/2"
    assert sitemap_addresses(robots, ROBOTS) == ("https://h.example/1",)


PIECES = st.lists(
    st.sampled_from([b"<link rel=alternate ", b"type=application/rss+xml ", b"href=", b"/a>", b"<base href=", b"//[>"])
    | st.binary(max_size=8)
)


@given(PIECES)
def test_any_page_gives_absolute_addresses_each_once(pieces: list[bytes]) -> None:
    found = feed_addresses(b"<!doctype html>" + b"".join(pieces), URL)
    assert all(address.startswith(("http://", "https://")) for address in found)
    assert len(set(found)) == len(found)


LINES = st.lists(
    st.sampled_from([b"Sitemap: ", b"http://h.example/", b"\n", b"\r", b"crawl-delay: x", b"request-rate: 1/0", b"#"])
    | st.binary(max_size=8)
)


@given(LINES)
def test_any_robots_txt_can_be_read(pieces: list[bytes]) -> None:
    found = sitemap_addresses(b"".join(pieces), ROBOTS)
    assert all(address.startswith(("http://", "https://")) for address in found)
