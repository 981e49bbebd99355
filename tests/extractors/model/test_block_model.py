"""The block model: the archive, the trees, the features they ask about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.extractors.document import parse
from scraper.extractors.model.block_model import BlockModel, load, save, shipped
from scraper.extractors.model.features import read_page, second_look
from scraper.extractors.model.forest import BLOCKS, Forest
from scraper.extractors.model.layout import ANCESTORS, GROUPS, WORDS, layout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scraper.extractors.document import Document


def forest(features: int, trees: int = 5, depth: int = 3, seed: int = 0) -> Forest:
    random = np.random.default_rng(seed)
    return Forest(
        feature=random.integers(0, features, trees).astype(np.int16),
        border=random.normal(size=trees).astype(np.float32),
        question=random.integers(0, trees, (trees, depth)).astype(np.int16),
        leaves=random.normal(size=(trees, 2**depth)).astype(np.float32),
        bias=0.25,
    )


def by_hand(trees: Forest, row: np.ndarray) -> float:
    odds = trees.bias
    for questions, leaves in zip(trees.question, trees.leaves, strict=True):
        leaf = sum(
            int(row[trees.feature[question]] > trees.border[question]) << level
            for level, question in enumerate(questions)
        )
        odds += float(leaves[leaf])
    return float(1 / (1 + np.exp(-odds)))


@pytest.mark.parametrize("count", [0, 1, 7, BLOCKS, BLOCKS + 1])
def test_trees_answer_as_they_do_by_hand(count: int) -> None:
    trees = forest(features=4)
    table = np.random.default_rng(1).normal(size=(4, count)).astype(np.float32)
    assert trees.probabilities(table) == pytest.approx([by_hand(trees, row) for row in table.T])


def test_an_archive_gives_the_same_model_and_the_same_bytes(tmp_path: Path) -> None:
    model = BlockModel(forest(3), forest(4, seed=1))
    save(model, tmp_path / "a.npz")
    save(load(tmp_path / "a.npz"), tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_the_shipped_model_fits_the_features_and_stays_small(story: str, document: Callable[..., Document]) -> None:
    page = read_page(document(f"<h1>Bridge opens</h1>{story}"), "Bridge opens")
    first = np.full(len(page.length), 0.5)
    assert shipped().first.feature.max() < len(page.own)
    assert shipped().second.feature.max() < len(second_look(page, first))


def test_an_article_is_likelier_than_what_stands_around_it(
    story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/h'>Harbour</a></li></ul></nav>"
    footer = "<footer><p>© Marling Post. All rights reserved.</p></footer>"
    page = document(f"{menu}<main><article><h1>Bridge opens</h1>{story}</article></main>{footer}")
    likely = dict(
        zip((block.text for block in page.blocks), shipped().probabilities(page, "Bridge opens"), strict=True)
    )
    body = [likely.pop(text) for text in prose]
    assert min(body) > 0.5 > max(likely.values())


@pytest.mark.parametrize(("bias", "settled"), [(-9.0, True), (9.0, False)])
def test_what_surely_is_no_body_is_not_looked_at_again(
    bias: float, story: str, document: Callable[..., Document], *, settled: bool
) -> None:
    shape = shipped()
    never = replace(shape.first, leaves=np.zeros_like(shape.first.leaves), bias=bias)
    first, second = BlockModel(never, shape.second).opinions(document(story), None)
    assert (second == first).all() == settled


def test_a_page_without_text_has_no_probabilities() -> None:
    assert len(shipped().probabilities(parse(""), None)) == 0


def test_the_layout_counts_each_block_once_in_every_container() -> None:
    page = parse("<main><div><p>One</p><p>Two</p></div><p>Three</p></main><p>Four</p>")
    place = layout(page.segments)
    below = place.below(np.array([len(block.text) for block in page.blocks], dtype=np.float64))
    _, parent, second = place.ancestors(3)
    assert below[0] == len("OneTwoThreeFour")
    assert below[parent].tolist() == [6.0, 6.0, 11.0, 15.0]
    assert below[second].tolist()[:2] == [11.0, 11.0]


def test_the_layout_tells_tags_and_class_words_apart() -> None:
    place = layout(parse('<article class="story-body"><p class="caption">One</p></article>').segments)
    tags = {tag for bit, tag in enumerate(ANCESTORS) if place.above[place.home[0]] >> bit & 1}
    own = {group for bit, group in enumerate(GROUPS) if place.words[place.home[0]] >> bit & 1}
    assert (tags, own) == ({"article", "p"}, {"caption"})


@pytest.mark.parametrize(
    "attributes",
    [
        'class="mainStory-Body"',
        'class="HTMLCaption x1caption2 post_title"',
        'class="col-md-6 patrocinadoA été-caption “quote”"',
        'class="sponsorisé" id="comments"',
        'class="story\ncard" id="ShareBar"',
        'id="how-the-quote-became-a-headline"',
        'class="" id=""',
        "",
    ],
)
def test_the_layout_reads_the_words_of_class_and_id(attributes: str) -> None:
    page = parse(f'<div id="lead"><p {attributes}>One</p></div>')
    place = layout(page.segments)
    found = {group for bit, group in enumerate(GROUPS) if place.words[place.home[0]] >> bit & 1}
    assert found == {WORDS[word] for word in page.blocks[0].element.tokens() if word in WORDS}


MARKUP = st.recursive(
    st.sampled_from(("word", "Two words.", "<br>", "<a href=/x>link</a>", "© 2024", "日本語。", "  ")),
    lambda inner: st.tuples(
        st.sampled_from(("p", "div", "ul", "li", "h1", "table", "td", "aside")), st.lists(inner, max_size=4)
    ).map(lambda pair: f"<{pair[0]} class=caption>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=30,
)


@given(MARKUP)
def test_features_are_finite_and_a_probability_is_one(markup: str) -> None:
    page = parse(markup)
    if page.blocks:
        table = read_page(page, "word")
        assert np.isfinite(table.own).all()
        assert np.isfinite(second_look(table, np.linspace(0, 1, len(page.blocks)))).all()
    likely = shipped().probabilities(page, "word")
    assert len(likely) == len(page.blocks)
    assert ((likely >= 0) & (likely <= 1)).all()
