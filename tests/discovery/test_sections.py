"""Front and section pages: which links are articles, and what is said of them."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.discovery.addresses import address
from scraper.discovery.link import Link
from scraper.discovery.mentions import Mention, Place
from scraper.discovery.sections import ENOUGH, SIGNS, Candidate, Surroundings, read_section
from scraper.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://www.paper.example/politics/"
SLUG = "/politics/the-ferry-is-late-again"
TITLE = "The ferry is late again"


def read(body: str, url: str = URL) -> tuple[Link, ...]:
    return read_section(f"<!doctype html><html><head></head><body>{body}</body></html>".encode(), url)


def paths(body: str) -> list[str]:
    return [link.url.removeprefix("https://www.paper.example") for link in read(body)]


FRONT = f"""
<header><a href="/">Paper</a><nav><ul><li><a href="/politics/">Politics</a></li><li><a href="/sport/">Sport</a></li>
<li><a href="/topics/ferries">All about the ferries of the north</a></li><li><a href="/e-paper-today">E-paper</a></li>
</ul></nav></header><main>
<article><a href="{SLUG}"><img src="/1.jpg" alt="A ferry"></a><span><a href="/sport/">Sport</a></span>
<h2><a href="{SLUG}?from=top">{TITLE}</a></h2><p>The crossing took four hours. <a href="{SLUG}#comments">12</a></p>
<p>By <a rel="author" href="/by-the-way/jane-doe-from-the-islands">Jane Doe</a>
<time datetime="2026-03-02T06:30:00+01:00">this morning</time></p></article>
<article><h3><a href="https://regional.example.org/2026/03/01/harbour">Harbour closed</a></h3>
<time datetime="2026-03-01">yesterday</time></article>
<ul><li><a href="/sport/swimmers-win-4711001.html"><span>Swimming</span><span>Swimmers <b>win</b></span></a></li>
<li><a href="https://other.example/2026/03/02/the-news-of-others">The news of others, told here</a></li>
<li><a href="mailto:desk@paper.example">Write to the desk about it</a></li>
<li><a href="javascript:void(0)">Show more of these articles</a></li><li><a href="#top">Back to the top of it</a></li>
<li><a href="/media/2026/03/02/timetable-of-the-ferries.pdf">The timetable of all the ferries</a></li></ul>
<a href="/politics/?page=2">Older articles of this section</a></main>
<footer><a href="/about-us">About us and our work here</a><a href="/privacy-notice">Privacy notice</a>
<a href="/how-we-work-in-the-newsroom">How we work</a></footer>"""


def test_a_front_page_gives_its_teasers_in_order_each_once() -> None:
    assert read(FRONT, "https://www.example.org/politics/") == (
        Link(f"https://www.example.org{SLUG}", TITLE, "2026-03-02T06:30:00+01:00"),
        Link("https://regional.example.org/2026/03/01/harbour", "Harbour closed", "2026-03-01"),
        Link("https://www.example.org/sport/swimmers-win-4711001.html", "Swimming Swimmers win"),
    )


@pytest.mark.parametrize(
    ("link", "taken"),
    [
        ('<a href="/2026/03/02/ferry">Ferry</a>', True),
        ('<a href="/ferry-4711001">Ferry delayed by storm</a>', True),
        ('<a href="/the-ferry-is-late-again">The ferry is late</a>', True),
        ('<a href="/articles/c0rxk4q0pj0o">Ferry delayed by storm</a>', True),
        ('<h3><a href="/ferry-delayed">Ferry delayed again today</a></h3>', True),
        ('<a href="/ferry-delayed"><h3>Ferry delayed again today</h3><p>More</p></a>', True),
        ('<article><a href="/x/ferry-storm">Ferry delayed by storm</a></article>', True),
        ('<a href="/news.php?id=4711">Ferry delayed by the storm</a>', True),
        ('<a href="/ニュース/4711001.html">宮崎県で震度５弱、高知と宮崎に津波注意報</a>', True),
        ('<div><a rel="bookmark" href="/ferry-delayed">Ferry delayed again</a></div>', True),
        ('<header><p><a href="/2026/03/02/the-ferry-is-late">The ferry is late again today</a></p></header>', True),
        ('<h2><a href="/sport/">Sport</a></h2>', False),
        ('<a href="/sport/">All the sport of the day</a>', False),
        ('<a href="/jane-doe">Jane Doe</a>', False),
        ('<a href="/the-captain-and-the-sea"><img src="/1.jpg"></a>', False),
        ('<nav><a href="/the-islands-of-the-north">The islands of the north</a></nav>', False),
        ('<div class="main-menu"><a href="/the-islands-of-the-north">Islands</a></div>', False),
        ('<footer><a href="/imprint-4711001">Imprint</a></footer>', False),
        ('<div role="navigation"><a href="/islands-4711001">Islands</a></div>', False),
        ('<article><a rel="tag" href="/the-islands-of-the-north-4711001">The islands up north</a></article>', False),
        ('<a href="/politics/">All of the news of today</a>', False),
        ('<a href="//evil.example/2026/03/02/the-ferry-is-late">The ferry is late again</a>', False),
        ("<a>The ferry is late again</a>", False),
    ],
)  # fmt: skip
def test_what_is_a_link_to_an_article(link: str, taken: bool) -> None:  # noqa: FBT001
    assert bool(read(link)) is taken


LIST = "".join(f'<li><a href="/n/{n}-4711{n:03}">The ferry of day {n} is late</a></li>' for n in range(8))


@pytest.mark.parametrize("odd", ["/our-podcast-of-the-week", "/subscribe-for-a-year-now"])
def test_where_articles_have_numbers_others_need_more(odd: str) -> None:
    link = f'<p><a href="{odd}">The best of the week</a></p>'
    assert paths(link) == [odd]
    assert odd not in paths(link + LIST)
    assert len(paths(link + LIST)) == 8


def test_a_series_of_pages_with_short_texts_is_a_menu() -> None:
    names = "Islands Coast Harbours Ferries Weather Fish Lights Pilots".split()
    menu = "".join(f'<li><a href="/{name}-s-4711{n}">{name}</a></li>' for n, name in enumerate(names))
    long = '<li><a href="/news-from-all-of-the-north-s-4712">News from all of the north</a></li>'
    assert paths(long) == ["/news-from-all-of-the-north-s-4712"]
    assert len(paths(menu + long + LIST)) == 8


def test_short_texts_in_a_menu_say_nothing_of_what_stands_elsewhere() -> None:
    menu = "".join(f'<a href="/of-{n}-4711{n}.html">Ferry</a>' for n in range(8))
    teaser = '<a href="/late-ferry-4719.html">The ferry is late again</a>'
    assert paths(f"<nav>{menu}</nav>{teaser}") == ["/late-ferry-4719.html"]


def test_what_has_pages_below_it_is_a_section() -> None:
    above = '<a href="/ferries-4711">The ferries of the north</a>'
    below = "".join(f'<a href="/ferries-4711/the-{n}-ferry-is-late">The {n} ferry is late</a>' for n in ("red", "blue"))
    assert paths(above) == ["/ferries-4711"]
    assert "/ferries-4711" not in paths(above + below)


@pytest.mark.parametrize(
    ("teaser", "title"),
    [
        (f'<a href="{SLUG}">Ferry</a><a href="{SLUG}">{TITLE}</a>', TITLE),
        (f'<h2><a href="{SLUG}">Ferry late again</a></h2><p><a href="{SLUG}">{TITLE}</a></p>', "Ferry late again"),
        (f'<a href="{SLUG}"><p>Islands</p><h3>{TITLE}</h3><p>It took four hours.</p></a>', TITLE),
        (f'<a href="{SLUG}"><div>The ferry</div><div>is late<br>again</div></a>', TITLE),
        (f'<a href="{SLUG}">The <em>fer</em>ry is <b>late</b>, again</a>', "The ferry is late, again"),
        (f'<a href="{SLUG}">{TITLE}<time datetime="2026-03-02">2 March</time></a>', TITLE),
        (f'<a href="{SLUG}">{TITLE}<script>var a = 1</script><svg><title>Icon</title></svg></a>', TITLE),
        (f'<a href="{SLUG}" aria-label="{TITLE}"><img src="/1.jpg"></a>', TITLE),
        (f'<article><h2>{TITLE}</h2><p>Four hours.</p><a href="{SLUG}">Read more</a></article>', TITLE),
        (f'<article><h2>{TITLE}</h2><a href="{SLUG}"></a></article>', TITLE),
        (f'<a href="{SLUG}-2026-03-02"><img src="/1.jpg"></a>', None),
    ],
)  # fmt: skip
def test_titles(teaser: str, title: str | None) -> None:
    (link,) = read(teaser)
    assert link.title == title


def test_a_heading_over_several_teasers_is_none_s_title() -> None:
    links = "".join(f'<a href="/2026/03/02/ferry-{n}">More</a>' for n in range(2))
    assert [link.title for link in read(f"<section><h2>{TITLE}</h2>{links}</section>")] == ["More", "More"]


def test_a_heading_with_a_link_is_no_other_s_title() -> None:
    heading = f'<h2><a href="https://other.example/">{TITLE}</a></h2>'
    (link,) = read(f'<div>{heading}<a href="/2026/03/02/ferry">Ferry</a></div>')
    assert link.title == "Ferry"


def test_a_time_belongs_to_the_teaser_that_holds_it_and_no_other() -> None:
    one, two = (f'<div><a href="/2026/03/02/ferry-{n}">{TITLE}</a></div>' for n in range(2))
    moment = '<p><time datetime="2026-03-02"></time><time datetime="2026-03-03"></time></p>'
    assert [link.published_at for link in read(f"<li>{one}{moment}</li><li>{two}</li>")] == ["2026-03-02", None]
    assert [link.published_at for link in read(f"{one}{moment}{two}")] == [None, None]
    assert [link.published_at for link in read(f'<li>{one}<time datetime="soon"></time></li>')] == [None]


def test_addresses_follow_the_base_and_lose_their_fragment() -> None:
    body = b'<!doctype html><base href="/news/"><a href="2026/03/02/ferry#top">Ferry</a>'
    assert read_section(body, URL) == (Link("https://www.paper.example/news/2026/03/02/ferry", "Ferry"),)


def test_the_shortest_address_of_a_page_is_its_address() -> None:
    body = f'<a href="{SLUG}?ref=top">{TITLE}</a><a href="{SLUG}">{TITLE}</a><a href="{SLUG}?ref=bottom">{TITLE}</a>'
    assert paths(body) == [SLUG]


def test_the_page_itself_is_none_of_its_articles() -> None:
    itself = f'<h1><a href="{SLUG}?from=top">{TITLE}</a></h1><a href="{SLUG}/comments-2026-03-02">Comments</a>'
    body = f'{itself}<h2><a href="/2026/03/02/ferry">Ferry</a></h2>'
    assert [link.title for link in read(body, f"http://www.paper.example{SLUG}/")] == ["Ferry"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1252"])
def test_charsets(charset: str) -> None:
    body = f'<!doctype html><meta charset="windows-1252"><a href="{SLUG}">Fähre wieder viel später</a>'.encode(charset)
    (link,) = read_section(body, URL, content_type="text/html")
    assert link.title == "Fähre wieder viel später"


def test_a_page_without_doctype_is_one_where_the_header_says_so() -> None:
    body = f'<p><a href="{SLUG}">{TITLE}</a>'.encode()
    assert len(read_section(body, URL, content_type="text/html; charset=utf-8")) == 1
    with pytest.raises(InputError, match="not an HTML page, but other XML"):
        read_section(body, URL)


def test_a_page_without_articles_gives_none() -> None:
    assert read("<p>Nothing here</p>") == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "nothing at all"),
        (b'<rss version="2.0"><channel/></rss>', "a feed; list it under `feeds`"),
        (b"<urlset></urlset>", "a sitemap; list it under `sitemaps`"),
        (b'{"a": "<html>"}', "JSON"),
        (b"\x1f\x8b\x08", "gzip data"),
        (b"%PDF-1.7 <html>", "a PDF"),
    ],
)
def test_what_is_no_page_is_named(body: bytes, found: str) -> None:
    with pytest.raises(InputError, match=f"^{URL}: not an HTML page, but {found}"):
        read_section(body, URL, content_type="text/html")


NOWHERE = Candidate(
    address("https://paper.example/x/"),
    Mention("", "", Place.NOWHERE, 0),
    3,
    Surroundings(""),
)


def test_few_signs_are_enough_alone() -> None:
    assert {sign.name for sign in SIGNS if sign.weight >= ENOUGH} == {
        "a date in the path",
        "declared to be a permanent link",
    }
    assert len({sign.name for sign in SIGNS}) == len(SIGNS)


def test_a_place_is_what_its_sign_looks_at() -> None:
    shown = {
        place: [
            sign.name for sign in SIGNS if sign.seen(replace(NOWHERE, mention=replace(NOWHERE.mention, place=place)))
        ]
        for place in (Place.MENU, Place.TEASER, Place.HEADING, Place.PERMALINK)
    }
    assert ["in a menu" in names for names in shown.values()] == [True, False, False, False]
    assert ["in a heading" in names for names in shown.values()] == [False, False, True, False]


TEASER = (
    '<article><h2><a href="/2026/03/02/the-ferry-is-late-{0}">The ferry is late {0}</a></h2><p>It took four hours.</p>'
    "<time datetime=2026-03-02>2 March</time></article>"
)
HOSTILE: dict[str, Callable[[int], str]] = {
    "teasers": lambda n: "".join(map(TEASER.format, range(n // 10))),
    "open links": lambda n: "".join(f"<a href=/x/the-ferry-is-late-{i}>" for i in range(n // 5)),
    "links in links": lambda n: "<table><td><a href=/x/the-ferry-is-late>" * (n // 10) + "word " * n,
    "long class": lambda n: f'<div class="{"main-" * n}"><div class="{"tag" * n}">',
    "long address": lambda n: f'<a href="/{"a1-" * n}">{TITLE}</a>',
    "long text": lambda n: f'<a href="{SLUG}">{"- " * n}</a>',
    "deep": lambda n: "<div>" * n + f'<a href="{SLUG}">{TITLE}</a>',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_is_linear_in_the_size_of_the_page(kind: str) -> None:
    def took(size: int) -> float:
        body = HOSTILE[kind](size)
        start = time.process_time()
        read(body)
        return time.process_time() - start

    assert took(40_000) < 8 * max(took(10_000), 0.05)


MARKUP = st.lists(
    st.sampled_from(
        ["<a href='/2026/03/02/ferry'>", "<a href=", "//[x", "http://paper.example/the-ferry-is-late", "</a>", "<h2>",
         "<article>", "<time datetime=2026-03-02>", "<base href=", "<nav>", "<template>", "<svg>", "<table>", "<!--",
         ">", "?id=1", "&#xd800;", "\x00", " ", "%ff"]
    ).map(str.encode)
    | st.binary(max_size=6)
)  # fmt: skip


@given(MARKUP)
def test_any_bytes_give_absolute_links_each_once_or_an_input_error(pieces: list[bytes]) -> None:
    body = b"".join(pieces)
    for given_body in (body, b"<!doctype html>" + body):
        try:
            links = read_section(given_body, URL)
        except InputError:
            continue
        assert all(link.url.startswith(("http://", "https://")) for link in links)
        assert len({link.url for link in links}) == len(links)


@given(st.permutations(range(6)))
def test_the_order_of_the_page_is_kept(order: list[int]) -> None:
    body = "".join(f'<p><a href="/2026/03/02/ferry-{n}">Ferry number {n}</a></p>' for n in order)
    assert [link.title for link in read(body)] == [f"Ferry number {n}" for n in order]
