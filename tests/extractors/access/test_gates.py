"""Gates: which elements are called one, what they keep, and when they stand open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.access.gates import behind, boxes, called, kept, says_of, selectors, shows_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

PROSE = "<p>Nobody may read these words of the article before the crowns are paid at the counter of the harbour.</p>"


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ("paywall", "restricted"),
        ("story regwalled", "registration"),
        ("site-paid", "subscription"),
        ("articlePaywall", "restricted"),
        ("post_premium", "subscription"),
        ("access-restricted", "restricted"),
        ("no-paywall", None),
        ("user-is-not-subscriber", None),
        ("is-premium", None),
        ("no-ads paywall", "restricted"),
        ("wallpaper", None),
        ("", None),
    ],
)
def test_a_class_calls_an_element_a_gate(names: str, says: str | None) -> None:
    assert called(f'div class="{names}"') == says


def ld(selector: str) -> dict[str, object]:
    return {"@type": "NewsArticle", "hasPart": {"isAccessibleForFree": False, "cssSelector": selector}}


def test_json_ld_names_the_gate(document: Callable[..., Document]) -> None:
    assert selectors(document(ld=ld(".kept, #rest .more"))) == {"kept", "rest", "more"}
    assert selectors(document(ld={"@type": "NewsArticle", "hasPart": ["#x", {"cssSelector": 7}]})) == frozenset()


@pytest.mark.parametrize(
    ("markup", "keeps"),
    [
        pytest.param(f'<div class="paywall" hidden>{PROSE * 6}</div>', True, id="by its class"),
        pytest.param(f'<div class="kept" style="display:none">{PROSE * 6}</div>', True, id="by its selector"),
        pytest.param(f'<div id="kept" hidden>{PROSE * 6}</div>', True, id="by its id"),
        pytest.param(f'<div hidden><section class="paywall">{PROSE * 6}</section></div>', True, id="in what is hidden"),
        pytest.param(f'<div class="fold" hidden>{PROSE * 6}</div>', False, id="a fold"),
        pytest.param(f'<div class="paywall">{PROSE * 6}</div>', False, id="shown"),
        pytest.param(
            '<div class="paywall" hidden>' + "<p>Subscribe!</p>" * 60 + "</div>", False, id="a dialog's lines"
        ),
    ],
)
def test_a_gate_keeps_the_prose_that_is_hidden_in_it(
    markup: str, *, keeps: bool, document: Callable[..., Document]
) -> None:
    assert (kept(document(markup, ld=ld(".kept #kept"))) >= 500) is keeps


def test_a_gate_is_open_where_it_shows_the_body(document: Callable[..., Document]) -> None:
    opened = document(f'<div class="paywall">{PROSE * 13}</div>')
    assert shows_body(opened, opened.blocks)
    little = document(f'<div class="paywall">{PROSE}</div>{PROSE * 13}')
    assert not shows_body(little, little.blocks)


def test_what_holds_text_and_wall_is_no_gate(document: Callable[..., Document]) -> None:
    page = document(f'<article class="paywall">{PROSE * 13}<h2>Subscribe to continue</h2></article>')
    assert shows_body(page, page.blocks[:-1])
    assert not shows_body(page, page.blocks[:-1], page.blocks[-1])


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        (f'<div class="site-paid"><div class="paywall">{PROSE}</div></div>', "subscription"),
        (f'<p class="regwalled">One</p>{PROSE}', None),
        ("", None),
    ],
    ids=["the innermost that names a kind", "a part", "nothing"],
)
def test_classes_of_most_of_a_body_name_a_kind(
    markup: str, says: str | None, document: Callable[..., Document]
) -> None:
    assert says_of(document(markup).blocks) == says


@pytest.mark.parametrize(
    ("markup", "covered"),
    [
        ('<div><p>a</p><div class="js-paywall-divider"></div><p>b</p><p>c</p></div><p>d</p>', {1, 2}),
        ('<div><p>a</p><hr class="paywall-separator "><p>b</p></div>', {1}),
        ('<div><p>a</p><div class="paywall-divider"><p>b</p></div><p>c</p></div>', set()),
        ('<div><p>a</p><hr class="section-divider"><p>b</p></div>', set()),
        ("<div><p>paywall-divider</p><p>b</p></div>", set()),
        ('<div><p>a</p><div data-x="paywall-divider"></div><p>b</p></div>', {1}),
    ],
    ids=["siblings behind it", "a rule", "not empty", "another divider", "in a text", "in another attribute"],
)
def test_a_divider_covers_what_stands_behind_it(
    markup: str, covered: set[int], document: Callable[..., Document]
) -> None:
    assert behind(document(markup)) == covered


def test_boxes_are_elements_whose_class_says_wall(document: Callable[..., Document]) -> None:
    page = document(
        '<div class="paywall"><p>a</p></div><div id="paywall"></div><p class="no-regwall">b</p><p>paywall</p>'
    )
    assert [box.tag for box in boxes(page)] == ["div"]
