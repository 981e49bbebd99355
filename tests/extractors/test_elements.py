"""Elements: what a start tag says, and what stands in what."""

from __future__ import annotations

import pytest

from scraper.extractors.document import parse
from scraper.extractors.elements import attributes_of, class_of, hides, name_of, tokens_of


@pytest.mark.parametrize(
    ("spelling", "name", "names", "tokens"),
    [
        ("p", "p", "", set()),
        ('div class="storyBody main-2"', "div", "storyBody main-2", {"story", "body", "main"}),
        ('div id="comments"', "div", "", {"comments"}),
        ('h2 id="what-the-town-paid-for-it"', "h2", "", set()),
        ('x-card data-class="no" class="yes"', "x-card", "yes", {"yes"}),
        ('p title="a class=&quot;b&quot;"', "p", "", set()),
    ],
)
def test_a_start_tag_tells_its_name_and_words(spelling: str, name: str, names: str, tokens: set[str]) -> None:
    assert (name_of(spelling), class_of(spelling), tokens_of(spelling)) == (name, names, frozenset(tokens))


def test_attributes_are_decoded() -> None:
    assert attributes_of('img alt="Tom &amp; Ada" src="/a?b=1&amp;c=2"') == {"alt": "Tom & Ada", "src": "/a?b=1&c=2"}


@pytest.mark.parametrize(
    ("spelling", "hidden"),
    [
        ('dialog class="a"', True),
        ('dialog open=""', False),
        ('div hidden=""', True),
        ('div hidden="" id="S:1"', False),
        ('p style="display: none"', True),
        ('p class="hidden-gems"', False),
    ],
)
def test_a_start_tag_hides_or_does_not(spelling: str, *, hidden: bool) -> None:
    assert hides(spelling) is hidden


def test_an_element_holds_the_texts_inside_it_and_no_others() -> None:
    page = parse("<p>One</p><section><p>Two</p><div><p>Three</p></div></section><p>Four</p>")
    section = page.blocks[1].element.closest("section")
    assert section is not None
    assert [block.text for block in section.blocks(page.blocks)] == ["Two", "Three"]
    assert [section.holds(block.position) for block in page.blocks] == [False, True, True, False]
    assert [element.tag for element in page.blocks[2].element.chain()] == ["p", "div", "section", "body"]
    assert page.blocks[0].element.closest("section") is None
