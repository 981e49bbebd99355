"""Body: which blocks it holds, in which order, of which type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scraper.extractors.body import Body, body, promise
from scraper.extractors.model.block_model import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from scraper.config import Profile
    from scraper.extractors.document import Document
    from scraper.extractors.model.block_model import BlockModel

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
    source = read(document(f"<article>{H1}{story}</article>")).source
    assert re.fullmatch(r"block model, confidence (?:0\.\d\d|1\.00)", source)


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


@dataclass(frozen=True)
class Undecided:
    """A model that is sure of nothing: what it thinks of each block is given."""

    likely: tuple[float, ...]

    def probabilities(self, *_: object) -> NDArray[np.float64]:
        return np.array(self.likely)


def undecided(*likely: float) -> BlockModel:
    return cast("BlockModel", Undecided(likely))


@pytest.mark.parametrize(
    ("profile", "count"), [pytest.param("precision", 1), pytest.param("balanced", 2), pytest.param("recall", 3)]
)
def test_a_profile_says_how_much_of_what_is_doubtful_is_taken(
    profile: Profile, count: int, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    texts = [" ".join(prose * 9), *prose[:2]]
    page = document("".join(f"<div><p>{text}</p></div>" for text in texts))
    found = body(page, None, undecided(0.99, 0.6, 0.4), profile=profile)
    assert [block.text for block in found.chosen] == texts[:count]
    assert found.source.endswith(profile) == (profile != "balanced")


def test_an_unsure_model_asks_the_page_itself(prose: tuple[str, ...], document: Callable[..., Document]) -> None:
    declared = {"@type": "NewsArticle", "articleBody": "\n".join(prose[:2]) * 6}
    page = document("".join(f"<p>{text}</p>" for text in prose[:3]), ld=declared)
    found = body(page, None, undecided(0.45, 0.45, 0.3))
    assert "articleBody" in found.source
    assert [block.text for block in found.chosen][:2] == list(prose[:2])


@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 900)), min_size=1, max_size=8).filter(
        lambda blocks: any(size for _, size in blocks)
    )
)
@example([(0.0, 1), (1.0, 0)])
def test_no_other_threshold_promises_a_better_choice(blocks: list[tuple[float, int]]) -> None:
    likely, size = (np.array(column, dtype=np.float64) for column in zip(*blocks, strict=True))
    f1, least = promise(likely, size)

    def promised(threshold: float) -> float:
        taken = likely >= threshold
        return 2 * float((likely * size)[taken].sum()) / float(size[taken].sum() + (likely * size).sum() or 1)

    assert f1 == pytest.approx(max(map(promised, likely)))
    assert promised(least) == pytest.approx(f1)


@pytest.mark.parametrize(
    ("likely", "count"),
    [
        pytest.param((0.99, 0.99, 0.4), 2, id="a sure page: no more than half likely"),
        pytest.param((0.6, 0.5, 0.4), 3, id="an unsure one: what promises the best choice"),
    ],
)
def test_of_an_unsure_page_more_is_taken(
    likely: tuple[float, ...], count: int, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document("".join(f"<div><p>{text}</p></div>" for text in prose[:3]))
    assert len(body(page, None, undecided(*likely)).chosen) == count
