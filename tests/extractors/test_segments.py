"""Segments: first letters that stand apart, custom elements in running text, line breaks that part."""

from __future__ import annotations

import pytest

from scraper.extractors.document import parse

REST = "he ferry to Lower Marling ran again on Tuesday, three weeks after the storm."


def texts(markup: str) -> list[str]:
    return [block.text for block in parse(f"<body>{markup}</body>").blocks]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        pytest.param(f"<div>T</div><p>{REST}</p>", [f"T{REST}"], id="in a box of its own"),
        pytest.param(f'<p><img src="t.gif" alt="T">{REST}</p>', [f"T{REST}"], id="as a picture's name"),
        pytest.param(f"<h3>H</h3><p>{REST}</p>", ["H", REST], id="an entry under its letter"),
        pytest.param(f"<p>T</p><p>T{REST}</p>", ["T", f"T{REST}"], id="before a whole word"),
        pytest.param("<li>T</li><li>he ferry</li>", ["T", "he ferry"], id="before a short line"),
        pytest.param(f'<p><img src="t.gif" alt="Tower">{REST}</p>', [REST], id="a picture of something"),
    ],
)
def test_a_first_letter_goes_back_before_its_word(markup: str, blocks: list[str]) -> None:
    assert texts(markup) == blocks


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        pytest.param("<x-p>In <x-n>fifty</x-n> days.</x-p>", ["In fifty days."], id="with text on both sides"),
        pytest.param("<x-p>See <x-a>wave</x-a></x-p>", ["See wave"], id="with text before it"),
        pytest.param("<x-b><x-p>One.</x-p> <x-p>Two.</x-p></x-b>", ["One.", "Two."], id="among their like"),
        pytest.param(
            "<p>To <st1:place>Marling</st1:place> by boat.</p>", ["To Marling by boat."], id="of an old editor"
        ),
        pytest.param("<p>So <person>Ana</person> said.</p>", ["So Ana said."], id="of a name HTML does not know"),
        pytest.param("<p>A <picture><img src='/e.png'></picture> B</p>", ["A B"], id="a picture in a line"),
        pytest.param("<p>A<noscript><img src='/e.png'></noscript> B</p>", ["A B"], id="a picture without scripts"),
    ],
)
def test_a_custom_element_beside_text_runs_on(markup: str, blocks: list[str]) -> None:
    assert texts(markup) == blocks


@pytest.mark.parametrize(
    "tag", ['<meta itemprop="name" content="Marling">', '<link itemprop="url" href="/x">', "<wbr>"]
)
def test_what_shows_nothing_breaks_no_line(tag: str) -> None:
    markup = f'<p>From <span itemscope="" itemtype="https://schema.org/Place">{tag}Marling</span> to town.</p>'
    assert texts(markup) == ["From Marling to town."]


def test_a_line_of_nothing_but_a_no_break_space_parts_paragraphs() -> None:
    assert texts("One.<br>&nbsp;<br>Two.") == ["One.", "Two."]


@pytest.mark.parametrize("text", ["a < b > c", "a <b> c > d > e", "a <!-- b", "&amp;"])
def test_text_of_literal_elements_is_kept_as_it_is(text: str) -> None:
    assert texts(f"<p>One</p><xmp>{text}</xmp><p>Two</p>") == ["One", text, "Two"]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        pytest.param("<p>a<!-- <p>x</p> -->b</p>", ["ab"], id="with tags in it"),
        pytest.param("<p>a<!-- <!-- -->b</p>", ["ab"], id="that begins twice"),
        pytest.param("<!--[if !IE]><!--><p>a</p><!--<![endif]-->", ["a"], id="that ends where it begins"),
        pytest.param("<p>a<!---->b</p>", ["ab"], id="of nothing"),
    ],
)
def test_a_comment_is_no_text(markup: str, blocks: list[str]) -> None:
    assert texts(markup) == blocks


@pytest.mark.parametrize("space", ["\u2003", "\u3000", "\u0085", "&nbsp;"])
def test_a_space_of_any_kind_is_no_block(space: str) -> None:
    assert texts(f"<p>One</p><p>{space}</p><p>Two</p>") == ["One", "Two"]
