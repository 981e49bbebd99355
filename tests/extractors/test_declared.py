"""Declared text: taken from JSON-LD where it is whole, where there is no other, and where nothing keeps it back."""

from __future__ import annotations

import json

import pytest

from scraper.extractors.extract import extract
from scraper.page import html_page

URL = "https://www.marlingpost.example/harbour/bridge"
SHELL = '<div id="app"></div><script src="/app.js"></script>'
UNPAID = "<p>Nobody may read these words of the article before the crowns are paid at the counter.</p>"


def told(body: str, head: str = "", markup: str = SHELL, **fields: object) -> tuple[str, list[str]]:
    """Outcome and texts of a page whose `articleBody` is `body`."""
    node = json.dumps({"@type": "NewsArticle", "headline": "Bridge opens", "articleBody": body, **fields})
    draft = extract(
        html_page(f'{head}<script type="application/ld+json">{node}</script><body>{markup}</body>', url=URL)
    )
    assert (draft.provenance.get("blocks") == "json-ld articleBody") == bool(draft.blocks)
    return draft.outcome, [f"{block.type}: {block.text}" for block in draft.blocks]


@pytest.mark.parametrize("parted", ["\n", "\n\n", "\r\n"])
def test_a_declared_text_is_the_body_of_a_page_that_has_none(parted: str, prose: tuple[str, ...]) -> None:
    assert told(parted.join(prose)) == ("article", [f"paragraph: {text}" for text in prose])


@pytest.mark.parametrize("escaped", [False, True])
def test_declared_markup_is_read_as_markup(prose: tuple[str, ...], *, escaped: bool) -> None:
    markup = f"<h2>The pier</h2><p>{'</p><p>'.join(prose)}</p><ul><li>Two crowns.</li></ul><p hidden>Unseen.</p>"
    body = markup.replace("<", "&lt;").replace(">", "&gt;") if escaped else markup
    paragraphs = [f"paragraph: {text}" for text in prose]
    assert told(body) == ("article", ["heading: The pier", *paragraphs, "list_item: Two crowns."])


@pytest.mark.parametrize(
    ("fields", "head", "markup"),
    [
        pytest.param({"isAccessibleForFree": False}, "", SHELL, id="declared as restricted"),
        pytest.param({"hasPart": {"isAccessibleForFree": "false"}}, "", SHELL, id="a part declared as restricted"),
        pytest.param({}, '<meta property="article:content_tier" content="locked">', SHELL, id="a locked tier"),
        pytest.param({}, '<meta property="article:content_tier" content="metered">', SHELL, id="a metered tier"),
        pytest.param({}, "", f"{SHELL}<dl><dt>showPaywall:</dt><dd>true</dd></dl>", id="a flag of the page"),
        pytest.param({}, "", f"{SHELL}<p>Subscribe to continue reading</p>", id="a wall"),
        pytest.param({}, "", f"{SHELL}<div hidden>{UNPAID * 9}</div>", id="prose hidden in the markup"),
        pytest.param(
            {}, '<script type="application/ld+json">{"@type": "WebPage", "isAccessibleForFree": "False"}</script>',
            SHELL, id="the page declared as restricted",
        ),
        pytest.param({"wordCount": 900}, "", SHELL, id="far fewer words than declared"),
        pytest.param({}, "", "<title>Just a moment...</title><p>Checking your browser.</p>", id="a bot check"),
    ],
)  # fmt: skip
def test_what_is_kept_back_or_cut_is_not_taken(
    fields: dict[str, object], head: str, markup: str, prose: tuple[str, ...]
) -> None:
    outcome, blocks = told("\n".join(prose), head, markup, **fields)
    assert (outcome == "article", blocks) == (False, [])


@pytest.mark.parametrize("end", [" And then the captain said …", " And then the captain", " And so on [...]"])
def test_the_beginning_of_an_article_is_not_its_text(end: str, prose: tuple[str, ...]) -> None:
    assert told("\n".join(prose) + end) == ("js_required", [])


@pytest.mark.parametrize("body", ["The bridge is open again.", "", None, 7, {"name": "x"}, ["", None], "\ud800"])
def test_what_is_no_text_of_an_article_makes_none(body: str) -> None:
    assert told(body) == ("js_required", [])


def test_a_body_in_the_markup_goes_before_the_declared_one(prose: tuple[str, ...], story: str) -> None:
    node = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(prose) * 2})
    page = f'<script type="application/ld+json">{node}</script><article><h1>Bridge opens</h1>{story}</article>'
    assert [block.text for block in extract(html_page(page, url=URL)).blocks] == list(prose)
