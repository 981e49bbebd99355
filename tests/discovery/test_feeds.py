"""Feeds: bytes to links."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.discovery.feeds import read_feed
from scraper.discovery.link import Link
from scraper.errors import InputError

URL = "https://paper.example/news/feed.xml"

RSS = b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Paper</title>
<item><title>Salt &amp;amp; &lt;b&gt;pepper&lt;/b&gt;
 prices</title><link> https://paper.example/a </link><pubDate>Mon, 02 Mar 2026 06:30:00 +0100</pubDate></item>
<item><title>No link</title></item>
<item><title>Mail</title><link>mailto:desk@paper.example</link></item>
<item><link>/b?x=1&amp;y=2</link></item>
<item><guid isPermaLink="true">https://paper.example/c</guid></item></channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blatt</title>
<entry><title>Fähre</title><link rel="alternate" href="../faehre"/><published>2026-03-02T06:30:00Z</published>
<updated>2026-03-03T07:00:00+01:00</updated></entry></feed>""".encode()

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://paper.example/"><title>P</title></channel>
<item rdf:about="https://paper.example/d"><title>D</title><link>https://paper.example/d</link>
<dc:date>2026-03-02</dc:date></item></rdf:RDF>"""


def test_rss_gives_absolute_links_in_order_and_skips_entries_without_one() -> None:
    assert read_feed(RSS, URL) == (
        Link("https://paper.example/a", "Salt & pepper prices", "2026-03-02T06:30:00+01:00"),
        Link("https://paper.example/b?x=1&y=2"),
        Link("https://paper.example/c"),
    )


def test_atom_links_are_resolved_against_the_feed_and_keep_both_dates() -> None:
    link = Link("https://paper.example/faehre", "Fähre", "2026-03-02T06:30:00+00:00", "2026-03-03T07:00:00+01:00")
    assert read_feed(ATOM, URL) == (link,)


def test_rdf_keeps_a_bare_date_bare() -> None:
    (link,) = read_feed(RDF, URL)
    assert (link.url, link.title) == ("https://paper.example/d", "D")
    assert "2026-03-02" in (link.published_at, link.modified_at)


def test_a_feed_cut_off_gives_what_came() -> None:
    assert read_feed(RSS[: RSS.index(b"<item><title>Mail")], URL)[0].url == "https://paper.example/a"


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read_feed(b'<rss version="2.0"><channel><title>Quiet</title></channel></rss>', URL) == ()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_the_charset_is_found_where_no_header_names_it(charset: str) -> None:
    body = f"<?xml version='1.0'?><rss><channel><item><link>{URL}</link><title>Fähre</title></item></channel></rss>"
    assert read_feed(body.encode(charset), URL) == (Link(URL, "Fähre"),)


def test_the_charset_of_the_header_goes_before_the_declaration() -> None:
    body = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><title>Fähre</title>'
    body += "<link>https://paper.example/a</link></item></channel></rss>"
    (link,) = read_feed(body.encode("latin-1"), URL, content_type="application/rss+xml; charset=iso-8859-1")
    assert link.title == "Fähre"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "nothing at all"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "an HTML page"),
        (b'<urlset xmlns="x"><url><loc>https://paper.example/</loc></url></urlset>', "list it under `sitemaps`"),
        (b'{"items": []}', "JSON"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x00\x01\x02", "binary data"),
        (b"just words", "plain text"),
    ],
)
def test_what_is_no_feed_is_named(body: bytes, found: str) -> None:
    with pytest.raises(InputError, match=found) as caught:
        read_feed(body, URL)
    assert str(caught.value).startswith(f"{URL}: ")


def test_entities_are_neither_expanded_nor_loaded() -> None:
    lines = ['<!ENTITY e0 "lol">', *(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))]
    lines += ['<!ENTITY file SYSTEM "file:///etc/passwd">']
    body = "<?xml version='1.0'?>\n<!DOCTYPE rss [\n" + "\n".join(lines) + "\n]>\n<rss version='2.0'><channel><item>"
    body += "<title>&e11;&file;</title><link>https://paper.example/a</link></item></channel></rss>"
    (link,) = read_feed(body.encode(), URL)
    assert link.title == "&e11;&file;"


@pytest.mark.parametrize("line", ["<!ENTITY\n", "<!DOCTYPE\n", "\n", "<!-- -->\n", "<?a?>"])
def test_a_long_prolog_takes_no_time(line: str) -> None:
    start = time.perf_counter()
    assert len(read_feed(line.encode() * 40_000 + RSS.partition(b"?>")[2], URL)) == 3
    assert time.perf_counter() - start < 2


@given(
    st.lists(
        st.sampled_from([b"<rss version='2.0'>", b"<item>", b"<![", b"<!--", b"&#x;", b"<link>", b"http://[", b"\xff"])
        | st.sampled_from([b"{", b'"version":', b'"https://jsonfeed.org/version/1"', b",", b'"items":[', b"]", b"}"])
        | st.binary(max_size=6)
    )
)
def test_any_bytes_give_absolute_links_or_an_input_error(pieces: list[bytes]) -> None:
    try:
        links = read_feed(b"".join(pieces), URL)
    except InputError:
        links = ()
    assert all(link.url.startswith(("http://", "https://")) for link in links)


@pytest.mark.parametrize("body", [b"<rss version='2.0'><channel>", b"<rss version='2.0'><channel><item><title>A"])
def test_feed_whose_xml_breaks_before_its_first_link_is_told(body: bytes) -> None:
    with pytest.raises(
        InputError, match=r"a feed whose XML breaks before its first entry \(.+\); the next run tries again"
    ):
        read_feed(body, URL)
