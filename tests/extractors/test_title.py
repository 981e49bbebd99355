"""Title and kicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.document import parse
from scraper.extractors.title import headline, without_brand

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

H1 = "<h1>Bridge opens after a year</h1>"


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("head", "body", "title", "source"),
    [
        pytest.param("", H1, "Bridge opens after a year", "h1", id="an h1 alone"),
        pytest.param(
            og("Bridge opens at last, after a year"), H1, "Bridge opens after a year", "h1", id="h1 over og:title"
        ),
        pytest.param(
            og("Bridge opens after a year"),
            f"<h1>The Marling Post</h1>{H1}",
            "Bridge opens after a year",
            "h1",
            id="of two h1 the one that the page's name agrees with",
        ),
        pytest.param(
            og("Bridge opens after a year"),
            "<h1>Local news</h1>",
            "Bridge opens after a year",
            "og:title",
            id="an h1 that agrees with no name is a section's",
        ),
        pytest.param(
            "<title>Tab text</title><meta name='twitter:title' content='Tweet text'>",
            "",
            "Tweet text",
            "twitter:title",
            id="twitter:title before the title element",
        ),
        pytest.param("<title>Tab text</title>", "", "Tab text", "title element", id="the title element without others"),
        pytest.param('<meta name="dc.title" content="Card">', "", "Card", "meta title", id="dc.title last"),
        pytest.param(
            og("Salt &amp;amp; pepper"), "", "Salt & pepper", "og:title", id="an entity encoded twice is decoded"
        ),
        pytest.param("", "<h1> Bridge\n\t opens </h1>", "Bridge opens", "h1", id="white space folded"),
        pytest.param("", "<h1><span>Bri</span>dge <b>opens</b></h1>", "Bridge opens", "h1", id="inline markup unglued"),
        pytest.param("<title>Tab</title>", "<h1> </h1>", "Tab", "title element", id="an empty h1 is none"),
    ],
)
def test_the_title_is_the_one_that_the_reader_sees(
    head: str, body: str, title: str, source: str, document: Callable[..., Document]
) -> None:
    found = headline(document(body, head=head))
    assert found is not None
    assert found.title == (title, source)


@pytest.mark.parametrize(
    ("name", "h1", "title", "kicker"),
    [
        pytest.param("", '<b class="topic-label">Harbour</b> Bridge opens', "Bridge opens", "Harbour", id="by class"),
        pytest.param(
            "Harbour - Bridge opens", "<b>Harbour</b> Bridge opens", "Bridge opens", "Harbour", id="by a dash"
        ),
        pytest.param(
            "Harbour | Bridge opens | Post", "<b>Harbour</b>Bridge opens", "Bridge opens", "Harbour", id="a bar"
        ),
        pytest.param(
            "Harbour: Bridge opens", "<b>Harbour</b>Bridge opens", "Harbour: Bridge opens", None, id="a colon"
        ),
        pytest.param("", "<b class=label>Harbour:</b> Bridge opens", "Harbour: Bridge opens", None, id="its own colon"),
        pytest.param("Bridge opens today", "<b>Bridge</b> opens", "Bridge opens", None, id="a word set bold"),
        pytest.param("", "<i class=label>Open.</i> Bridge opens", "Open. Bridge opens", None, id="a sentence"),
        pytest.param("", '<i class="date">27.01.2022</i>Bridge opens', "Bridge opens", None, id="a date"),
        pytest.param("", "Bridge <b class=label>opens</b>", "Bridge opens", None, id="not at the begin"),
        pytest.param("", "<b class=label>Bridge</b>", "Bridge", None, id="nothing behind"),
    ],
)
def test_what_leads_in_a_heading_is_a_kicker_or_joined_by_a_colon(
    name: str, h1: str, title: str, kicker: str | None, document: Callable[..., Document]
) -> None:
    found = headline(document(f"<h1>{h1}</h1>", head=og(name) if name else ""))
    assert found is not None
    assert (found.title.value, found.kicker and found.kicker.value) == (title, kicker)


@pytest.mark.parametrize("home", ["/", "https://www.marlingpost.example", "//marlingpost.example/?lang=en"])
@pytest.mark.parametrize(
    ("below", "title"),
    [
        pytest.param("<h2>Bridge opens</h2>", ("Bridge opens", "h2"), id="a heading below"),
        pytest.param("", ("Bridge opens", "title element"), id="the page's name alone"),
    ],
)
def test_a_heading_that_leads_home_is_the_sites(
    home: str, below: str, title: tuple[str, str], document: Callable[..., Document]
) -> None:
    logo = f'<h1><a href="{home}">Four Piers</a></h1>'
    found = headline(document(logo + below, head="<title>Four Piers » Bridge opens</title>"))
    assert found is not None
    assert found.title == title


def test_a_heading_that_leads_elsewhere_is_the_articles(document: Callable[..., Document]) -> None:
    page = document('<h1><a href="/a">Bridge opens</a></h1>', head="<title>Bridge opens » Four Piers</title>")
    found = headline(page)
    assert found is not None
    assert found.title == ("Bridge opens", "h1")


def test_the_title_element_counts_where_text_before_the_document_moved_it_into_the_body() -> None:
    found = headline(parse("<b>Warning</b>: no database<!doctype html><html><head><title>Bridge opens</title>"))
    assert found is not None
    assert found.title == ("Bridge opens", "title element")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param("<h1>We were told: three weeks</h1>", "We were told: three weeks", id="a headline"),
        pytest.param("<h1>Marling and Region</h1>", "Fury over roadworks", id="a section"),
        pytest.param("<h1>+++ Storm over Marling +++ Roads closed</h1>", "Fury over roadworks", id="a ticker"),
        pytest.param("<h1>We were told three weeks</h1><h1>The end</h1>", "Fury over roadworks", id="one of several"),
        pytest.param(
            f"<p>{'The street is up. ' * 8}</p><h1>We were told three weeks</h1>", "Fury over roadworks",
            id="below the text",
        ),
    ],
)  # fmt: skip
def test_the_only_heading_above_the_text_is_the_title_though_search_engines_get_another(
    body: str, title: str, document: Callable[..., Document]
) -> None:
    found = headline(document(body, head="<title>Fury over roadworks</title>"))
    assert found is not None
    assert found.title.value == title


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        pytest.param(
            "The Ledger - Online Edition - Ferry service to end",
            "<td><b>Ferry service to end</b><br><i>The county will not pay</i></td>", "Ferry service to end",
            id="the line of a table",
        ),
        pytest.param(
            "Ferry service to end - the county will not pay - The Ledger", "<p>The Ledger</p>",
            "Ferry service to end - the county will not pay - The Ledger", id="no part of it",
        ),
        pytest.param(
            "Ferry service to end - it is over", "<p>Ferry service to end - it is over</p><p>Ferry service to end</p>",
            "Ferry service to end - it is over", id="all of it",
        ),
        pytest.param(
            "Ferry service to end - more news of the day", "<p><a href=/x>Ferry service to end</a></p>",
            "Ferry service to end - more news of the day", id="a pointer to another page",
        ),
    ],
)  # fmt: skip
def test_without_a_heading_the_part_of_a_name_that_is_a_line_of_the_page_is_the_title(
    name: str, body: str, title: str, document: Callable[..., Document]
) -> None:
    found = headline(document(f"<table><tr>{body}</tr></table>", head=f"<title>{name}</title>"))
    assert found is not None
    assert found.title == (title, "title element")


def test_the_headline_of_the_article_comes_before_what_is_meant_for_sharing(document: Callable[..., Document]) -> None:
    ld = {"@type": "NewsArticle", "headline": "Bridge opens"}
    found = headline(document(head=og("You won't believe this bridge"), ld=ld))
    assert found is not None
    assert found.title == ("Bridge opens", "json-ld headline")


def test_a_page_that_names_itself_nowhere_has_no_title(document: Callable[..., Document]) -> None:
    assert headline(document("<p>Only prose.</p>")) is None


@pytest.mark.parametrize(
    ("name", "publisher", "title"),
    [
        pytest.param("Bridge opens | Marling Post", "The Marling Post", "Bridge opens", id="publisher at the end"),
        pytest.param(
            "Marling Post: Bridge opens", "Marling Post", "Marling Post: Bridge opens", id="colon is no joint"
        ),
        pytest.param("Marling Post - Bridge opens", "Marling Post", "Bridge opens", id="publisher at the start"),
        pytest.param("Bridge opens – MARLINGPOST", None, "Bridge opens", id="host's name without a publisher"),
        pytest.param("大桥开通了！-码头新闻", None, "大桥开通了！", id="a site behind a dash without spaces"),
        pytest.param("大桥-开通", None, "大桥-开通", id="a dash inside"),
        pytest.param("Bridge opens · The Guild", "The Guild", "Bridge opens", id="middle dot"),
        pytest.param("Bridge opens — or does it?", "Marling Post", "Bridge opens — or does it?", id="a dash in prose"),
        pytest.param("Post-war bridge opens", "Post", "Post-war bridge opens", id="a hyphen in a word is no joint"),
        pytest.param("Harbour | Bridge opens | Marling Post", "Marling Post", "Harbour | Bridge opens", id="one part"),
        pytest.param("Marling Post", "Marling Post", "Marling Post", id="the brand alone stays"),
        pytest.param(
            "On film – The post that never came", "Post", "On film – The post that never came", id="a brand in a phrase"
        ),
        pytest.param("A guide to vitamin – A", "Marling Post", "A guide to vitamin – A", id="a letter of the brand"),
    ],
)
def test_a_brand_goes_and_what_only_looks_like_one_stays(name: str, publisher: str | None, title: str) -> None:
    assert without_brand(name, publisher, "https://www.marlingpost.example/a") == title


@pytest.mark.parametrize(
    ("heading", "name", "title", "kicker"),
    [
        pytest.param("Harbour: Bridge opens", "Bridge opens", "Bridge opens", "Harbour", id="colon"),
        pytest.param("Harbour | Bridge opens", "Bridge opens", "Bridge opens", "Harbour", id="bar"),
        pytest.param("HarbourBridge opens", "Bridge opens", "Bridge opens", "Harbour", id="glued by markup"),
        pytest.param("Anti-War rally", "War rally", "Anti-War rally", None, id="a hyphen joins one word"),
        pytest.param("SuperBridge opens", "bridge opens", "SuperBridge opens", None, id="another case is no match"),
        pytest.param("Bridge opens", "Bridge opens", "Bridge opens", None, id="nothing before the name"),
    ],
)
def test_a_kicker_in_the_heading_is_parted_from_the_title(
    heading: str, name: str, title: str, kicker: str | None, document: Callable[..., Document]
) -> None:
    found = headline(document(f"<h1>{heading}</h1>", head=og(name)))
    assert found is not None
    assert found.title.value == title
    assert (found.kicker and found.kicker.value) == kicker


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(
            "<ol><li>News<li><h1>Bridge 2024: all dates</h1></ol><h2>Bridge opens after a year</h2>",
            "Bridge opens after a year",
            id="in a list",
        ),
        pytest.param(
            "<nav><h1>Bridge 2024: all dates</h1></nav><h2>Bridge opens after a year</h2>",
            "Bridge opens after a year",
            id="in a navigation",
        ),
        pytest.param(
            '<h1 class="article-breadcrumb__last">Bridge 2024</h1><h2>Bridge opens after a year</h2>',
            "Bridge opens after a year",
            id="called so",
        ),
        pytest.param(
            "<nav><h1>Bridge 2024: all dates</h1></nav><h2>Harbour: Bridge opens after a year</h2>",
            "Bridge opens after a year",
            id="with a kicker",
        ),
        pytest.param(
            "<nav><h1>Bridge 2024: all dates</h1></nav><h2>What it cost</h2>",
            "Bridge 2024: all dates",
            id="no h2 is the headline",
        ),
        pytest.param(
            "<nav><h1>Bridge 2024</h1></nav><h1>The bridge opens after a year</h1><h2>Bridge opens after a year</h2>",
            "The bridge opens after a year",
            id="another h1 is",
        ),
        pytest.param(
            "<header><h1>Bridge 2024: all dates</h1></header><h2>Bridge opens after a year</h2>",
            "Bridge 2024: all dates",
            id="no breadcrumb",
        ),
    ],
)
def test_an_h1_that_ends_a_breadcrumb_gives_way_to_the_headline(
    body: str, title: str, document: Callable[..., Document]
) -> None:
    names = og("Bridge opens after a year") + "<title>Bridge 2024: all dates</title>"
    found = headline(document(body, head=names))
    assert found is not None
    assert found.title == (title, "h1" if f"<h1>{title}" in body else "h2")


@pytest.mark.parametrize(
    ("markup", "kicker"),
    [
        pytest.param('<p class="article__kicker">Harbour</p>', "Harbour", id="kicker"),
        pytest.param('<span class="Dachzeile">Hafen</span>', "Hafen", id="in German"),
        pytest.param('<p class="kicker"> </p><p class="kicker">Harbour</p>', "Harbour", id="an empty one passed over"),
        pytest.param(f'<p class="kicker">{"Long words " * 10}</p>', None, id="too long for one"),
        pytest.param('<p class="kicker">Bridge opens after a year</p>', None, id="the title itself"),
        pytest.param('<p class="sticker">Harbour</p>', None, id="no such name"),
        pytest.param(f'<p class="kicker">Next town</p>{"<p>Words.</p>" * 4}', None, id="a teaser's"),
        pytest.param("<nav><h1>Bridge opens after a year</h1></nav><p class=kicker>Harbour</p>", "Harbour", id="below"),
    ],
)
def test_a_kicker_is_read_where_the_markup_names_it(
    markup: str, kicker: str | None, document: Callable[..., Document]
) -> None:
    found = headline(document(markup + H1))
    assert found is not None
    assert (found.kicker and found.kicker.value) == kicker


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        pytest.param(
            "<title>Bridge opens today - Harbour Blog</title>",
            "Harbour Blog",
            "Bridge opens today",
            id="the site at the end",
        ),
        pytest.param(
            "<title>Harbour Blog: Bridge opens today</title>", "Harbour Blog", "Bridge opens today", id="at the start"
        ),
        pytest.param('<meta property="og:site_name" content="The Quay">', "The Quay", "Bridge opens", id="publisher"),
        pytest.param(
            "<title>Bridge opens - Harbour Blog</title>", "Bridge opens", "Bridge opens", id="the title itself"
        ),
        pytest.param("<title>Bridge - and what comes next</title>", "Bridge", "Bridge", id="a short title first"),
    ],
)
def test_a_heading_that_names_the_site_is_no_title(
    head: str, heading: str, title: str, document: Callable[..., Document]
) -> None:
    page = document(
        f"<h1>{heading}</h1>", head='<meta property="og:title" content="Bridge opens">' * ("site" in head) + head
    )
    found = headline(page, "The Quay")
    assert found is not None
    assert found.title.value == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Bridge opens after a year | Quay Blog", "Bridge opens after a year"),
        ("Bridge opens after a year | Ports | Quay Blog", "Bridge opens after a year"),
        ("Bridge opens after a yearㅣQuay", "Bridge opens after a year"),
        ("Ports | Bridge opens after a year", "Ports | Bridge opens after a year"),
        ("Bridge opens after a year-Ports", "Bridge opens after a year"),
        ("Bridge opens on two Ports", "Bridge opens on two Ports"),
    ],
)
def test_a_tail_behind_a_bar_and_the_section_go(name: str, title: str, document: Callable[..., Document]) -> None:
    head = f'<meta property="og:title" content="{name}"><meta property="article:section" content="Ports">'
    found = headline(document(head=head))
    assert found is not None
    assert found.title.value == title
