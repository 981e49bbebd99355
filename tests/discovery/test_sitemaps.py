"""Sitemaps: bytes to links."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


ENTRY = "<url><loc>https://paper.example/a</loc><n:news><n:title>T</n:title></n:news></url>"
PLAIN = f"<urlset {NS}><url><loc>https://paper.example/a</loc></url></urlset>"
FIRST = (Link("https://paper.example/a"),)


@pytest.mark.parametrize(
    "body",
    [
        b'\n <?xml version="1.0"?>' + PLAIN.encode(),
        b'\xef\xbb\xbf\r\n<?xml version="1.0"?>' + PLAIN.encode(),
        PLAIN.encode() + b"\n<script>track()</script>",
        PLAIN.encode() + b"\x00\x00",
        gzip.compress(PLAIN.encode()) + b"left over",
        gzip.compress(PLAIN[:50].encode()) + gzip.compress(PLAIN[50:].encode()),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        f'<?xml version="1.0" encoding="UTF-8"?>{PLAIN}'.encode("utf-16"),
        "https://paper.example/a\n".encode("utf-16"),
        b'<s:urlset xmlns:s="urn:x"><s:url><s:loc>https://paper.example/a</s:loc></s:url></s:urlset>',
        b"<s:urlset><s:url><s:loc>https://paper.example/a</s:loc></s:url></s:urlset>",
        b"<urlset><url><!-- no --><?no?><loc>https://paper.example/a</loc></url></urlset>",
    ],
    ids=[
        "white space before the declaration", "byte order mark and white space", "markup after the end",
        "zeros after the end", "gzip with a rest", "gzip in two members", "UTF-16 little-endian without a mark",
        "UTF-16 big-endian without a mark", "UTF-16 that declares UTF-8", "text in UTF-16", "prefix",
        "undeclared prefix", "comments",
    ],
)  # fmt: skip
def test_what_is_slightly_wrong_is_read_all_the_same(body: bytes) -> None:
    assert read_sitemap(body, URL) == Sitemap(FIRST)


def test_prefixes_without_a_namespace_are_known_by_their_names() -> None:
    result = read_sitemap(f"<urlset {NS}>{ENTRY * 3}</urlset>".encode(), URL)
    assert result == Sitemap((Link("https://paper.example/a", "T"),) * 3)


def test_a_break_beside_prefixes_without_a_namespace_still_ends_the_reading() -> None:
    result = read_sitemap(f"<urlset>{ENTRY}<url><loc>http://h/?a=1&b=2</loc></url></urlset>".encode(), URL)
    assert "http://h/?a=1=2" not in {link.url for link in result.links}
    assert result.fault


@pytest.mark.parametrize("kind", ["image", "video"])
def test_addresses_and_titles_of_pictures_and_films_are_not_the_article_s(kind: str) -> None:
    medium = f'<m:{kind} xmlns:m="urn:m"><m:loc>http://h/p.jpg</m:loc><m:title>Picture</m:title></m:{kind}>'
    loose = '<m:loc xmlns:m="urn:m">http://h/q.jpg</m:loc>'
    body = f"<urlset {NS}><url>{loose}{medium}<loc>https://paper.example/a</loc></url></urlset>"
    assert read_sitemap(body.encode(), URL) == Sitemap(FIRST)


def test_titles_escaped_twice_are_plain_text() -> None:
    title = "<n:news xmlns:n='urn:n'><n:title>A &amp;quot;B&amp;quot; <![CDATA[C & D]]></n:title></n:news>"
    (link,) = read_sitemap(f"<urlset><url><loc>/a</loc>{title}</url></urlset>".encode(), URL).links
    assert link.title == 'A "B" C & D'


@pytest.mark.parametrize(
    "hostile",
    [
        "<url>" * 100_000,
        f"<url><loc>https://paper.example/{'a' * 12_000_000}</loc></url>",
        f'<!DOCTYPE urlset [<!ENTITY e "{"x" * 1000}">]>',
    ],
    ids=["deep", "long", "late document type"],
)
def test_what_comes_before_hostile_markup_is_kept(hostile: str) -> None:
    body = f"<urlset><url><loc>https://paper.example/a</loc></url>{hostile}"
    result = read_sitemap(body.encode(), URL)
    assert result.links == FIRST
    assert result.fault


def test_only_so_many_entries_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_ENTRIES", 2)
    body = f"<urlset>{'<url><loc>https://paper.example/a</loc></url>' * 5}</urlset>"
    assert read_sitemap(body.encode(), URL) == Sitemap(FIRST * 2, fault="only its first 2 entries were read")


XML = [
    b"<urlset>",
    b"<url>",
    b"<loc>",
    b"http://h/a",
    b"</loc>",
    b"</url>",
    b"</urlset>",
    b"<![CDATA[",
    b"&a;",
    b"<!--",
]


@given(st.lists(st.sampled_from(XML) | st.binary(max_size=6)))
def test_any_bytes_give_links_or_an_input_error(pieces: list[bytes]) -> None:
    body = b"".join(pieces)
    for given_body in (body, gzip.compress(body), b"\x1f\x8b" + body, b"<urlset>" + body):
        try:
            result = read_sitemap(given_body, URL)
        except InputError:
            continue
        assert all(link.url.startswith(("http://", "https://")) for link in (*result.links, *result.children))
