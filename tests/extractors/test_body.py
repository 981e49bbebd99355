"""Body: which blocks it holds, in which order, of which type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.body import Body, body
from scraper.extractors.model.block_model import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

H1 = "<h1>Bridge opens</h1>"


def page_with(extra: str, story: str) -> str:
    head, _, tail = story.partition("</p>")
    return f"<main><article>{H1}{head}</p>{extra}{tail}</article></main>"


def read(page: Document, *taken: str) -> Body:
    return body(page, "Bridge opens", shipped(), taken=taken)


def chosen(page: Document) -> list[str]:
    return [block.text for block in read(page).chosen]


def test_an_articles_paragraphs_are_its_body(
    story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    menu = "<nav><a href='/'>Home</a> <a href='/h'>Harbour</a></nav>"
    footer = "<footer><p>© Marling Post. All rights reserved.</p></footer>"
    assert chosen(document(f"{menu}<main><article>{H1}{story}</article></main>{footer}")) == list(prose)


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param("<aside><p>More about bridges in our series of walks along the river.</p></aside>", id="aside"),
        pytest.param(
            '<div class="newsletter"><p>Every Friday: the best of the harbour in your inbox, for free.</p></div>',
            id="newsletter",
        ),
        pytest.param(
            "<figure><img src=/a.jpg><figcaption>The pier at dawn, seen from the ferry.</figcaption></figure>",
            id="caption",
        ),
        pytest.param("<p hidden>These words are in the markup, but nobody is shown them on the page.</p>", id="hidden"),
        pytest.param('<p><a href="/x">Read here why the old pier broke in the storm</a></p>', id="pointer elsewhere"),
    ],
)
def test_what_stands_in_the_article_without_belonging_to_it_is_left_out(
    extra: str, story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    assert chosen(document(page_with(extra, story))) == list(prose)


def test_what_structure_refuses_is_reported_with_its_role(story: str, document: Callable[..., Document]) -> None:
    note = "You have read your last free article this month. Subscribe now to keep reading the Marling Post."
    found = read(document(page_with(f'<div class="paywall"><p>{note}</p></div>', story)))
    assert [(role, block.text) for role, block in found.refused] in ([("wall", note)], [])
    assert note not in [block.text for block in found.chosen]


def test_the_source_says_how_sure_the_model_is(story: str, document: Callable[..., Document]) -> None:
    assert read(document(f"<article>{H1}{story}</article>")).source.startswith("block model, confidence 0.")


def test_texts_that_other_fields_took_are_left_out(
    story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(f"<article>{H1}{story}</article>")
    assert [block.text for block in read(page, prose[0]).chosen] == list(prose[1:])


def test_a_pull_quote_that_repeats_a_paragraph_stands_once(
    story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    assert chosen(document(page_with(f"<p>{prose[1]}</p>", story))).count(prose[1]) == 1


def test_a_page_without_text_has_no_body(document: Callable[..., Document]) -> None:
    assert read(document(""))[:2] == ((), ())
