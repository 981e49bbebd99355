"""All fields of a page in one draft, and pages that would break a weaker reader."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.article import Image
from scraper.extractors.extract import extract
from scraper.page import Page, html_page

URL = "https://www.marlingpost.example/harbour/bridge"
HEAD = """<html lang="en"><head><title>Bridge opens - Marling Post</title>
<link rel="canonical" href="https://www.marlingpost.example/bridge"><meta name="description" content="In short.">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge opens after a year",
"author": {"@type": "Person", "name": "Ana Lopez"}, "datePublished": "2024-01-31T08:00:00+01:00",
"dateModified": "2024-01-31T09:00:00+01:00", "articleSection": "Harbour", "keywords": ["Bridge", "Ferry"],
"publisher": {"@type": "Organization", "name": "Marling Post"}, "isAccessibleForFree": false,
"copyrightNotice": "© Marling Post"}</script></head>"""
TOP = """<article><p class="kicker">Harbour</p><h1>Bridge opens after a year</h1>
<p class="standfirst">After a year of works the bridge over the Marl is open again to those on foot.</p>
<figure><img src="/b.jpg"><figcaption>The new bridge. Photo: Bo Kern</figcaption></figure>"""


@pytest.fixture
def page(story: str) -> Page:
    return html_page(f"{HEAD}<body>{TOP}<div>{story}</div></article></body></html>", url=URL)


def test_every_field_of_a_full_page_is_found(page: Page, prose: tuple[str, ...]) -> None:
    draft = extract(page)
    assert {
        "outcome": draft.outcome,
        "title": draft.title,
        "kicker": draft.kicker,
        "summary": draft.summary,
        "description": draft.description,
        "authors": draft.authors,
        "published_at": draft.published_at,
        "modified_at": draft.modified_at,
        "language": draft.language,
        "section": draft.section,
        "tags": draft.tags,
        "publisher": draft.publisher,
        "canonical_url": draft.canonical_url,
        "images": draft.images,
        "state": draft.access.state,
        "copyright": draft.rights.copyright,
        "text": tuple(block.text for block in draft.blocks),
    } == {
        "outcome": "article",
        "title": "Bridge opens after a year",
        "kicker": "Harbour",
        "summary": "After a year of works the bridge over the Marl is open again to those on foot.",
        "description": "In short.",
        "authors": ("Ana Lopez",),
        "published_at": "2024-01-31T08:00:00+01:00",
        "modified_at": "2024-01-31T09:00:00+01:00",
        "language": "en",
        "section": "Harbour",
        "tags": ("Bridge", "Ferry"),
        "publisher": "Marling Post",
        "canonical_url": "https://www.marlingpost.example/bridge",
        "images": (Image(url="https://www.marlingpost.example/b.jpg", caption="The new bridge.", credit="Bo Kern"),),
        "state": "metered",
        "copyright": "© Marling Post",
        "text": prose,
    }


def test_provenance_names_the_source_of_every_field_found_and_of_no_other(page: Page) -> None:
    draft = extract(page)
    assert draft.provenance["title"] == "h1"
    assert draft.provenance["published_at"] == "json-ld datePublished"
    assert draft.provenance["encoding"] == "utf-8 (header)"
    assert "agencies" not in draft.provenance
    assert {name for name in draft.provenance if name != "encoding" and not getattr(draft, name)} == set()


def test_the_same_page_gives_the_same_draft(page: Page) -> None:
    assert extract(page) == extract(page)


def test_a_notice_has_no_body(story: str) -> None:
    gone = Page(URL, URL, 404, (("content-type", "text/html"),), f"<h1>Gone</h1>{story}".encode(), None, "live")
    draft = extract(gone)
    assert (draft.outcome, draft.blocks, draft.removed) == ("gone", (), ())


def test_a_standfirst_that_is_all_there_is_becomes_the_body(prose: tuple[str, ...]) -> None:
    draft = extract(
        html_page(f"<article><h1>Bridge opens</h1><p class='lead'>{' '.join(prose)}</p></article>", url=URL)
    )
    assert draft.summary is None
    assert [block.text for block in draft.blocks] == [" ".join(prose)]


def test_addresses_are_made_absolute_against_where_redirects_ended(story: str) -> None:
    headers = (("content-type", "text/html"),)
    body = f'<link rel="canonical" href="/c">{TOP}{story}'.encode()
    draft = extract(Page("https://t.example/1", URL, 200, headers, body, None, "live"))
    assert draft.canonical_url == "https://www.marlingpost.example/c"
    assert draft.images[0].url == "https://www.marlingpost.example/b.jpg"


def test_the_time_of_the_fetch_bounds_the_date(story: str) -> None:
    markup = f'<meta property="article:published_time" content="2024-06-01">{TOP}{story}'
    assert extract(html_page(markup, url=URL, fetched_at=datetime(2024, 7, 1, tzinfo=UTC))).published_at == "2024-06-01"
    assert extract(html_page(markup, url=URL, fetched_at=datetime(2024, 5, 1, tzinfo=UTC))).published_at is None


ODD_VALUES = ("null", "[]", "{}", "7", "true", '""', "[null]", '{"name": null}', '"\\ud83d"', '[[["x"]]]', '{"@id": 3}')
KEYS = (
    "@type @id url headline name author publisher datePublished dateModified keywords articleSection inLanguage "
    "isAccessibleForFree hasPart wordCount license copyrightNotice description mainEntityOfPage image"
).split()


@pytest.mark.parametrize("value", ODD_VALUES)
def test_no_shape_of_json_ld_breaks_a_page(value: str, story: str) -> None:
    node = ", ".join(f'"{key}": {value}' for key in KEYS if key != "@type")
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", {node}}}</script>'
    crumbs = f'<script type="application/ld+json">{{"@type": "BreadcrumbList", "itemListElement": {value}}}</script>'
    draft = extract(html_page(f"{script}{crumbs}<h1>Bridge opens</h1>{story}", url=URL))
    assert draft.outcome == "article"
    assert repr(draft).encode()
    assert not any("\ud83d" in str(getattr(draft, name)) for name in ("title", "tags", "rights", "canonical_url"))


FRAGMENTS = (
    *"<p> </p> <div> </div> <h1> </a> <br> <table> <td> <li> <figure> <article> <dl> <dt> <title> <svg> <!--".split(),
    *"<template> </script> words &#0; \x00 2024 - | , : <time/datetime=x> <img/src=//[> <meta/name=author>".split(),
    "<a href='/x'>",
    "<script type='application/ld+json'>",
    '{"@type": "NewsArticle", "author": [',
    "<meta name=author content='words'>",
    "<link rel=canonical href='//['>",
)


@given(
    st.lists(
        st.sampled_from(FRAGMENTS),
        max_size=30,
    )
)
@settings(max_examples=40, deadline=None)
def test_no_mangled_markup_breaks_a_page(parts: list[str]) -> None:
    assert extract(html_page(" ".join(parts), url=URL)).outcome


@pytest.mark.parametrize("body", [b"", b"\x00" * 100, b"\xff\xfe", b"<html>" * 1000])
def test_no_bytes_break_a_page(body: bytes) -> None:
    assert extract(html_page(body, url=URL)).blocks == ()


@pytest.mark.parametrize("url", [None, "https://www.marlingpost.example", "http://[::1]/a", "https://müller.example/ä"])
def test_any_address_will_do(url: str | None, story: str) -> None:
    assert len(extract(html_page(f"<article><h1>Bridge opens</h1>{story}</article>", url=url)).blocks) == 5


def test_audit_places_count_the_blocks_before(story: str, prose: tuple[str, ...]) -> None:
    note = "Every Friday: the best of the harbour in your inbox, for free, with a map and the tides."
    boxed = story + f'<div class="newsletter"><p>{note}</p></div>' + f"<p>{prose[0][::-1]}</p>"
    draft = extract(html_page(f"<article><h1>Bridge opens</h1>{boxed}</article>", url=URL))
    assert [item for item in draft.removed if item.text == note and item.after_block != len(prose) - 1] == []
    assert note not in [block.text for block in draft.blocks]


def test_a_page_that_no_parser_gets_through_is_cut_and_says_so(story: str) -> None:
    draft = extract(html_page(f"<h1>Bridge opens</h1>{story}" + "<div>" * 100_000))
    assert draft.provenance["markup"].startswith("cut: nested deeper than")
    assert draft.blocks
