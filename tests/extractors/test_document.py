"""Segmentation: where a text is parted, where not, and that nothing is lost, doubled or glued."""

from __future__ import annotations

import html
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.extractors.document import parse

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

SENTENCE = "The ferry to Lower Marling ran again on Tuesday, three weeks after the storm."


def texts(markup: str) -> list[str]:
    return [block.text for block in parse(f"<body>{markup}</body>").blocks]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        pytest.param("<p>One.</p><p>Two.</p>", ["One.", "Two."], id="paragraphs"),
        pytest.param("<p>One.<p>Two.", ["One.", "Two."], id="paragraphs left open"),
        pytest.param("One.<br><br>Two.", ["One.", "Two."], id="two br part"),
        pytest.param("One.<br/> \n <br/>Two.", ["One.", "Two."], id="two br with white space between"),
        pytest.param("One,<br>two.", ["One,\ntwo."], id="one br is a line end"),
        pytest.param(f"{SENTENCE}<br>Two.", [SENTENCE, "Two."], id="one br after a long sentence parts"),
        pytest.param(f"{SENTENCE[:-1]}<br>two.", [f"{SENTENCE[:-1]}\ntwo."], id="but not within one"),
        pytest.param("Roses.<br>Violets.<br>Sugar.", ["Roses.\nViolets.\nSugar."], id="short lines are verse"),
        pytest.param('One.<span class="br"></span><span class="br"></span>Two.', ["One.", "Two."], id="br as a class"),
        pytest.param("<div>One.<p>Two.</p>Three.</div>", ["One.", "Two.", "Three."], id="text around a block"),
        pytest.param('<a href="/x"><h3>Head</h3><p>Words</p></a>', ["Head", "Words"], id="blocks in a link"),
        pytest.param("<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul>", ["One", "Two", "Three"], id="lists"),
        pytest.param("<table><tr><td>A</td><td>B</td></tr></table>", ["A", "B"], id="cells"),
        pytest.param("<dl><dt>key</dt><dd>value</dd></dl>", ["key", "value"], id="definition list"),
        pytest.param("<custom-para>One.</custom-para><custom-para>Two.</custom-para>", ["One.", "Two."], id="custom"),
        pytest.param("<p>The <custom-term>new</custom-term> pier</p>", ["The new pier"], id="custom element in prose"),
        pytest.param("<p>One</p> \n <p></p><p>&nbsp;</p><p>Two</p>", ["One", "Two"], id="empty ones are none"),
        pytest.param("<pre>a  b\n  c</pre>", ["a  b\n  c"], id="preformatted text to the letter"),
        pytest.param("<pre>a\n<b>  b</b>\n</pre>", ["a\n  b"], id="with markup inside"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_block_ends_where_a_line_box_does(markup: str, blocks: list[str]) -> None:
    assert texts(markup) == blocks


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param('<span class="drop-cap">T</span>he ferry', "The ferry", id="drop cap"),
        pytest.param("H<sub>2</sub>O and E=mc<sup>2</sup>", "H2O and E=mc2", id="sub and sup"),
        pytest.param("the <b>old</b> <i>pier</i>", "the old pier", id="a space between two elements stays"),
        pytest.param("the<b> old </b>pier", "the old pier", id="spaces inside an element"),
        pytest.param("the <b> old </b> pier", "the old pier", id="spaces on both sides fold into one"),
        pytest.param("“<a href=/x>pier</a>”, she said", "“pier”, she said", id="link between quotation marks"),
        pytest.param("super<wbr>cali", "supercali", id="wbr"),
        pytest.param("Don<em>aud</em>ampf", "Donaudampf", id="emphasis in a word"),
        pytest.param("one\n\ttwo", "one two", id="line breaks in the source are spaces"),
        pytest.param("one<!-- no -->two", "onetwo", id="a comment parts nothing"),
        pytest.param("one <img src=a.png> two", "one two", id="an image in the line"),
        pytest.param("10&nbsp;km", "10\u00a0km", id="no-break space kept"),
        pytest.param("a &lt;b&gt; c", "a <b> c", id="escaped markup is text"),
    ],
)
def test_inline_markup_neither_glues_nor_splits_words(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}</p>") == [text]


@pytest.mark.parametrize(
    "tag", ["script", "style", "noscript", "template", "svg", "iframe", "textarea", "title", "select", "math", "video"]
)
def test_what_is_no_prose_is_silent(tag: str) -> None:
    found = texts(f"<p>before</p><{tag}>hush</{tag}><p>after</p>")
    assert found == (["before", "hush", "after"] if tag == "noscript" else ["before", "after"])


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        pytest.param("hidden", True, id="hidden"),
        pytest.param('style="color:red; display : none"', True, id="display none"),
        pytest.param('style="visibility:hidden"', True, id="visibility"),
        pytest.param('class="sr-only"', True, id="for screen readers"),
        pytest.param('class="mp-vh"', True, id="so in short"),
        pytest.param('class="min-vh-100"', False, id="a height"),
        pytest.param('class="hidden-label"', True, id="a label for them"),
        pytest.param('class="visually-hidden"', True, id="the same in other words"),
        pytest.param('style="display:block"', False, id="display block"),
        pytest.param('class="sr-only-focusable"', False, id="a class that only begins so"),
        pytest.param('hidden id="S:0"', False, id="what React streams is shown"),
        pytest.param('class="hidden-gems"', False, id="a headline's class"),
    ],
)
@pytest.mark.parametrize("markup", ["<p {}>Text</p>", "<div {}><section><p>Text</p></section></div>"])
def test_hidden_text_is_marked_and_what_only_sounds_hidden_is_not(
    markup: str, attributes: str, *, hidden: bool
) -> None:
    (block,) = parse(markup.format(attributes)).blocks
    assert block.element.hidden is hidden


def test_a_hidden_part_of_a_shown_line_is_left_out() -> None:
    assert texts('<p>The pier <span style="display:none">secret</span>is new.</p>') == ["The pier is new."]


def test_a_closed_dialog_is_hidden_and_an_open_one_shown() -> None:
    closed, opened = parse("<dialog><p>One</p></dialog><dialog open><p>Two</p></dialog>").blocks
    assert (closed.element.hidden, opened.element.hidden) == (True, False)


@pytest.mark.parametrize(
    ("markup", "density"),
    [
        ("<p>12345</p>", 0.0),
        ('<p><a href="/x">12345</a></p>', 1.0),
        ('<p>12345<a href="/x">67890</a></p>', 0.5),
        ("<p><a name=x>12345</a></p>", 0.0),
        ('<a href="/x"><p>12345</p></a>', 1.0),
    ],
)
def test_link_density_is_the_share_of_linked_characters(markup: str, density: float) -> None:
    assert parse(markup).blocks[0].link_density == density


def test_blocks_know_their_place_and_their_ancestors() -> None:
    blocks = parse("<main><div class='story'><p>One <b>bold</b></p></div><p>Two</p></main>").blocks
    assert [block.position for block in blocks] == [0, 1]
    assert [element.tag for element in blocks[0].element.chain()] == ["p", "div", "main", "body"]
    assert blocks[0].pieces[1].element.tag == "b"


def test_images_know_which_block_follows_them() -> None:
    media = parse("<img src=0><p>One</p><figure><img src=1></figure><p>Two</p><img src=2>").media
    assert [(medium.element.attributes["src"], medium.before) for medium in media] == [("0", 0), ("1", 1), ("2", 2)]


@pytest.mark.parametrize(
    ("attributes", "tokens"),
    [
        ('class="article__leadText col-12"', {"article", "lead", "text", "col"}),
        ('class="a" id="share-bar"', {"a", "share", "bar"}),
        ('id="why-the-tags-of-the-fair-are-gone"', set()),
        ("", set()),
    ],
)
def test_tokens_are_the_words_of_class_and_id(attributes: str, tokens: set[str]) -> None:
    assert parse(f"<p {attributes}>Text</p>").blocks[0].element.tokens() == tokens


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "font"])
def test_two_thousand_levels_are_walked_without_recursion_and_soon(tag: str) -> None:
    depth = 2000
    start = time.monotonic()
    assert texts(f"<{tag}>" * depth + "deep" + f"</{tag}>" * depth + "<p>after</p>") == ["deep", "after"]
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "markup",
    ["", "<", "<html", "</p></div>", "\x00\x01", "<p" * 500, "<!--", "<table><p>x<tr>", "<frameset><frame></frameset>"],
)
def test_no_markup_breaks_the_parser(markup: str) -> None:
    document = parse(markup)
    assert all(block.text.strip() for block in document.blocks)
    assert document.meta == {}


def test_meta_is_found_by_any_of_its_names() -> None:
    head = (
        '<meta name="Author" content=" Ana "><meta property="og:title" content="T"><meta itemprop="datePublished" '
        'content="2024-01-31"><meta http-equiv="Content-Language" content="de"><meta name="author" content="Bo">'
        '<meta name="empty" content=""><meta charset="utf-8">'
    )
    document = parse(head)
    assert document.meta == {
        "author": ("Ana", "Bo"),
        "og:title": ("T",),
        "datepublished": ("2024-01-31",),
        "content-language": ("de",),
    }
    assert document.meta_first("absent", "author") == "Ana"
    assert document.meta_first("absent") is None


CONTAINERS = ("div", "section", "article", "main", "blockquote", "x-box")
LEAVES = ("p", "h2", "h3", "h4")
INLINES = ("b", "i", "em", "span", "a href='/x'", "strong", "code", "mark")


def element(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag.split(maxsplit=1)[0]}>"


@st.composite
def inline(draw: DrawFn, depth: int) -> str:
    """Words and inline elements; `#` stands for a word."""
    parts = [
        element(draw(st.sampled_from(INLINES)), draw(inline(depth - 1))) if depth and draw(st.booleans()) else "#"
        for _ in range(draw(st.integers(1, 3)))
    ]
    return draw(st.sampled_from([" ", "\n", "  "])).join(parts)


@st.composite
def tree(draw: DrawFn, depth: int) -> str:
    """Blocks, bare text and breaks among them."""
    kinds: dict[str, SearchStrategy[str]] = {
        "leaf": inline(2).flatmap(lambda inside: st.sampled_from(LEAVES).map(lambda tag: element(tag, inside))),
        "bare": inline(1),
        "break": st.sampled_from([" # <br> # ", " # <br><br> # ", "<hr>", "<!-- note -->", "<script>no</script>"]),
    }
    if depth:
        kinds["container"] = tree(depth - 1).flatmap(
            lambda inside: st.sampled_from(CONTAINERS).map(lambda tag: element(tag, inside))
        )
    return " ".join(
        draw(kinds[kind]) for kind in draw(st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=4))
    )


@given(tree(3))
def test_every_word_stands_in_exactly_one_block_in_document_order(markup: str) -> None:
    count = markup.count("#")
    numbered = markup
    for number in range(count):
        numbered = numbered.replace("#", f"word{number}", 1)
    found = [word for text in texts(numbered) for word in text.split()]
    assert found == [f"word{number}" for number in range(count)]


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60))
def test_a_text_without_markup_passes_to_the_letter_but_for_white_space(text: str) -> None:
    assert [" ".join(block.split()) for block in texts(f"<p>{html.escape(text)}</p>")] == (
        [" ".join(text.split())] if text.strip() else []
    )


def test_a_tag_that_was_never_closed_swallows_the_next_and_no_text() -> None:
    assert texts("<p>One</p><div class='a' <div><p>Two</p></div><button <span>Three</button><p>Four</p>") == [
        "One",
        "Two",
        "Three",
        "Four",
    ]
