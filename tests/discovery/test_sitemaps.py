"""Sitemaps: bytes to links."""

from __future__ import annotations

import gzip

import pytest

from scraper.discovery import sitemaps
from scraper.discovery.link import Link
from scraper.discovery.sitemaps import Sitemap, read_sitemap
from scraper.errors import InputError

URL = "https://paper.example/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {NS} xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:i="http://www.google.com/schemas/image/1.1">
<url><i:image><i:loc>https://paper.example/a.jpg</i:loc><i:title>Picture</i:title></i:image>
<loc> https://paper.example/a?x=1&amp;y=2 </loc><n:news>
<n:publication_date>2026-03-02T06:30:00+01:00</n:publication_date>
<n:title>Fähre fährt</n:title></n:news><lastmod>2026-03-03</lastmod></url>
<url><loc><![CDATA[/b?x=1&y=2]]></loc></url>
<url><loc>mailto:desk@paper.example</loc></url><url/></urlset>"""
LINKS = (
    Link("https://paper.example/a?x=1&y=2", "Fähre fährt", "2026-03-02T06:30:00+01:00", "2026-03-03"),
    Link("https://paper.example/b?x=1&y=2"),
)
INDEX = f"""<sitemapindex {NS}><sitemap><loc>https://paper.example/1.xml.gz</loc><lastmod>2026-03-03</lastmod></sitemap>
<sitemap><loc>/2.xml</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize(
    "body",
    [
        NEWS.encode(),
        gzip.compress(NEWS.encode()),
        b"\xef\xbb\xbf" + NEWS.encode(),
        NEWS.replace("UTF-8", "UTF-16").encode("utf-16"),
        NEWS.replace(f" {NS}", "").encode(),
    ],
    ids=["plain", "gzip", "byte order mark", "UTF-16", "no namespace"],
)
def test_news_sitemap(body: bytes) -> None:
    assert read_sitemap(body, URL) == Sitemap(LINKS)


def test_an_index_gives_its_sitemaps_and_no_links() -> None:
    first = Link("https://paper.example/1.xml.gz", modified_at="2026-03-03")
    assert read_sitemap(INDEX.encode(), URL) == Sitemap(children=(first, Link("https://paper.example/2.xml")))


def test_text_sitemap() -> None:
    body = "\ufeffhttps://paper.example/a\r\n\r\nnot a url\nhttps://paper.example/ä\n".encode()
    assert read_sitemap(body, URL).links == (Link("https://paper.example/a"), Link("https://paper.example/ä"))


@pytest.mark.parametrize("cut", ["<url><loc><![CDATA[", "</urlset>"])
def test_a_broken_sitemap_gives_the_whole_entries_before_the_break_and_says_so(cut: str) -> None:
    result = read_sitemap(NEWS[: NEWS.index(cut) + 8].encode(), URL)
    assert result.links[0] == LINKS[0]
    assert result.fault
    assert "broken after" in result.fault


def test_a_bare_ampersand_gives_no_shortened_address() -> None:
    result = read_sitemap(
        b"<urlset><url><loc>http://h/a</loc></url><url><loc>http://h/?a=1&b=2</loc></url></urlset>", URL
    )
    assert [link.url for link in result.links] == ["http://h/a"]
    assert result.fault


def test_an_empty_urlset_is_a_sitemap() -> None:
    assert read_sitemap(b"<urlset/>", URL) == Sitemap()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "nothing at all"),
        (b"<!doctype html><html><body><br>Hello</body></html>", "an HTML page"),
        (b"<html><body>Hello</body></html>", "an HTML page"),
        (b'<rss version="2.0"><channel/></rss>', "list it under `feeds`"),
        (b"<thing/>", "other XML"),
        (b"<urlset>" + b"<url>" * 5000, "a sitemap that cannot be read"),
        (b"just words", "plain text"),
        (b"\x1f\x8b\x08broken", "cannot be unpacked"),
        (gzip.compress(NEWS.encode())[:-20], "cannot be unpacked"),
    ],
)
def test_what_is_no_sitemap_is_named(body: bytes, found: str) -> None:
    with pytest.raises(InputError, match=found) as caught:
        read_sitemap(body, URL)
    assert str(caught.value).startswith(f"{URL}: ")


LAUGHS = '<!ENTITY e0 "http://h/">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "declared", [LAUGHS, '<!ENTITY e11 SYSTEM "file:///etc/passwd">', '<!ENTITY % e11 SYSTEM "http://h/x.dtd">']
)
def test_entities_are_refused(declared: str) -> None:
    body = f"<!DOCTYPE urlset [{declared}]><urlset><url><loc>&e11;</loc></url></urlset>"
    with pytest.raises(InputError, match="declares XML entities"):
        read_sitemap(body.encode(), URL)


def test_an_external_dtd_is_not_loaded() -> None:
    body = b'<!DOCTYPE urlset SYSTEM "file:///dev/zero"><urlset><url><loc>http://h/a</loc></url></urlset>'
    assert [link.url for link in read_sitemap(body, URL).links] == ["http://h/a"]


def test_a_gzip_bomb_is_refused_at_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_BYTES", 2**20)
    with pytest.raises(InputError, match="more than 1 MiB"):
        read_sitemap(gzip.compress(b" " * (2**20 + 1)), URL)
