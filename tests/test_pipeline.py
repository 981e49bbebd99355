"""The whole way: a page in, its record out, whatever the page is."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from scraper import pipeline
from scraper.article import json_schema
from scraper.errors import DeadlineError, InvalidUrlError
from scraper.page import Page, html_page, text_page
from scraper.pipeline import MARKUP, failure, process

if TYPE_CHECKING:
    from scraper.article import Article

URL = "https://news.example.org/2024/bridge"
WHEN = datetime(2024, 11, 8, 10, 11, tzinfo=UTC)
VALID: Final = Draft202012Validator(json_schema())
PLAIN = """Bridge stays shut until autumn
Photo: Jane Doe/Reuters
The council of Lower Marling met again and argued about the bridge, which has been closed since the spring floods.
Its engineers want another month, and its shopkeepers want it open before the fair begins in the first week of June.
Share this article
"""


def _page(html: str, *, status: int | None = 200, media_type: str | None = "text/html", url: str | None = URL) -> Page:
    headers = (("content-type", media_type),) if media_type else ()
    return Page(url, url, status, headers, html.encode(), WHEN, "live")


def _is_valid(article: Article) -> bool:
    return not list(VALID.iter_errors(article.model_dump(mode="json")))


def test_page_of_html_becomes_an_article(article_html: str) -> None:
    article = process(_page(article_html))
    assert (article.outcome, article.title, article.language) == ("article", "Bridge stays shut", "en")
    assert len([block for block in article.blocks if block.type == "paragraph"]) == 4
    assert article.text.startswith("The council of Lower Marling met on day one of the week")
    assert (article.url, article.status, article.fetched_at) == (URL, 200, "2024-11-08T10:11:00+00:00")
    assert _is_valid(article)


def test_plain_text_becomes_an_article() -> None:
    article = process(text_page(PLAIN))
    assert (article.outcome, article.title) == ("article", "Bridge stays shut until autumn")
    assert [image.credit for image in article.images] == ["Jane Doe/Reuters"]
    assert [item.text for item in article.removed] == ["Photo: Jane Doe/Reuters", "Share this article"]
    assert [block.text for block in article.blocks] == PLAIN.splitlines()[2:4]
    assert _is_valid(article)


@pytest.mark.parametrize("media_type", [*sorted(filter(None, MARKUP)), None, "TEXT/HTML; charset=utf-8", ";"])
def test_media_type_of_markup_is_read(article_html: str, media_type: str | None) -> None:
    assert process(_page(article_html, media_type=media_type)).title == "Bridge stays shut"


@pytest.mark.parametrize("media_type", ["text/plain", "text/plain; charset=utf-8", "Text/Plain"])
def test_media_type_of_text_is_read_as_text(media_type: str) -> None:
    article = process(_page("<h1>No markup here</h1>\n" + PLAIN, media_type=media_type))
    assert "<h1>No markup here</h1>" in (article.title, article.text.partition("\n")[0])


@pytest.mark.parametrize("media_type", ["application/pdf", "image/jpeg", "application/json", "text/css", "nonsense"])
def test_other_media_type_is_an_error_that_names_it(media_type: str) -> None:
    article = process(_page("%PDF", media_type=media_type))
    assert article.error
    assert (article.outcome, article.error.kind, article.error.retryable) == ("error", "media_type", False)
    assert URL in article.error.message
    assert media_type in article.error.message


@pytest.mark.parametrize(
    ("status", "kind", "retryable"),
    [(status, "http_status", True) for status in (408, 425, 429, 500, 502, 503, 504, 599)]
    + [(status, "http_status", False) for status in (400, 405, 406, 418, 422)],
)
def test_status_that_gives_no_page_is_an_error(article_html: str, status: int, kind: str, *, retryable: bool) -> None:
    article = process(_page(article_html, status=status))
    assert article.error
    assert (article.outcome, article.error.kind, article.error.retryable) == ("error", kind, retryable)
    assert str(status) in article.error.message
    assert article.blocks == ()


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(status, "gone") for status in (404, 410)] + [(status, "blocked") for status in (401, 402, 403, 451)],
)
def test_status_that_says_what_the_page_is(status: int, outcome: str) -> None:
    article = process(_page("<title>No</title><h1>No</h1>", status=status))
    assert (article.outcome, article.error, article.status) == (outcome, None, status)


@pytest.mark.parametrize("status", [None, 200, 203])
def test_status_of_a_page_is_no_fault(article_html: str, status: int | None) -> None:
    article = process(_page(article_html, status=status))
    assert (article.outcome, article.status) == ("article", status)


@pytest.mark.parametrize(
    "page",
    [_page("", status=500), _page("", status=400), _page("", media_type="image/png")],
    ids=["500", "400", "image"],
)
def test_failure_keeps_what_is_known_of_the_answer(page: Page) -> None:
    moved = replace(page, final_url="https://news.example.org/moved")
    article = process(moved)
    assert (article.url, article.final_url, article.status) == (URL, "https://news.example.org/moved", page.status)
    assert (article.fetched_at, article.site) == ("2024-11-08T10:11:00+00:00", "example.org")
    assert article.failed
    assert _is_valid(article)


def test_failure_without_an_answer_keeps_url_and_time() -> None:
    article = failure(URL, DeadlineError(f"{URL}: no answer in 30 s"), fetched_at=WHEN)
    assert article.error
    assert (article.error.kind, article.error.retryable) == ("deadline", True)
    assert (article.url, article.status, article.final_url) == (URL, None, None)
    assert article.fetched_at == "2024-11-08T10:11:00+00:00"
    assert _is_valid(article)


@pytest.mark.parametrize("url", [None, "", "nonsense", "http://", "http://[::1", "ftp://a.test/"])
def test_failure_of_any_address_is_a_record(url: str | None) -> None:
    article = failure(url, InvalidUrlError("no URL"))
    assert (article.url, article.outcome) == (url, "error")
    assert _is_valid(article)


def test_failure_of_an_address_that_is_no_unicode_can_be_printed() -> None:
    article = failure("https://a.test/\udcff", InvalidUrlError("https://a.test/\udcff: no URL"))
    assert article.error
    assert (article.url, article.error.message) == ("https://a.test/\ufffd", "https://a.test/\ufffd: no URL")
    assert article.model_dump_json()


def test_fault_of_the_program_is_a_record_and_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(page: Page, *_: object) -> None:
        raise RuntimeError(f"cannot do {page.status}")

    monkeypatch.setattr(pipeline, "extract", broken)
    with caplog.at_level(logging.WARNING):
        article = process(_page("<p>a"))
    assert article.error
    assert (article.error.kind, article.url, article.status) == ("internal", URL, 200)
    assert "RuntimeError: cannot do 200" in article.error.message
    assert URL in caplog.text


@pytest.mark.parametrize("kind", ["html", "text"])
def test_same_page_gives_the_same_record(article_html: str, kind: str) -> None:
    page = _page(article_html) if kind == "html" else text_page(PLAIN, url=URL, fetched_at=WHEN)
    first = process(page).model_dump_json()
    process(text_page("Something else in between. " * 50))
    process(html_page("<h1>Else</h1><p>" + "Something else. " * 50))
    assert process(page).model_dump_json() == first


TAGS = (
    "p",
    "h1",
    "h2",
    "ul",
    "li",
    "div",
    "article",
    "figure",
    "figcaption",
    "table",
    "td",
    "pre",
    "span",
    "time",
    "nav",
    "template",
)
PIECES = (
    "The council met again and argued about the bridge, which is closed. ",
    "<br>",
    "&amp;&#0;&#xD800;&nbsp;",
    '<script type=application/ld+json>{"@type":"NewsArticle","headline":[1,{}],"author":{"name":null}}</script>',
    '<script type=application/ld+json>[[{"@graph":{}}],3,</script>',
    "<meta property=article:published_time content=2024-13-45T99:99>",
    "<meta name=keywords content=',,'><link rel=canonical href='http://[::1'>",
    "<img srcset=', ,' src='http://[x/'><html lang='!!'>",
    "<time datetime='PT-1'>gestern</time><title></title>",
    "<!--", "-->", "<![CDATA[", "<", "\x00", "Foto: dpa", "isPaid: false", "Share this article",
)  # fmt: skip
soups = st.lists(
    st.sampled_from(PIECES)
    | st.sampled_from(TAGS).flatmap(lambda tag: st.sampled_from([f"<{tag}>", f"</{tag}>"]))
    | st.text(max_size=20),
    max_size=30,
).map("".join)
urls = st.sampled_from([None, URL, "https://news.example.org/"])
many = settings(deadline=None, max_examples=60)


@many
@given(
    text=st.text(max_size=300) | st.lists(st.sampled_from([*PIECES, *PLAIN.splitlines(keepends=True)])).map("".join),
    url=urls,
)
def test_any_text_gives_a_valid_record(text: str, url: str | None) -> None:
    article = process(text_page(text, url=url))
    assert article.outcome != "error", article.error
    assert _is_valid(article)


@many
@given(soup=soups, url=urls)
def test_any_soup_gives_a_valid_record(soup: str, url: str | None) -> None:
    article = process(html_page(soup, url=url))
    assert article.outcome != "error", article.error
    assert _is_valid(article)


@many
@given(
    st.binary(max_size=200),
    st.sampled_from(["text/html", "text/plain", "text/html; charset=nonsense", "text/html; charset=utf-16"]),
)
def test_any_bytes_give_a_valid_record(body: bytes, media_type: str) -> None:
    article = process(Page(URL, URL, 200, (("content-type", media_type),), body, WHEN, "live"))
    assert article.outcome != "error", article.error
    assert _is_valid(article)
