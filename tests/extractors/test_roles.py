"""What a block is when it is not body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.roles import roles

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

NOTE = "Some words that stand beside the article."
LONG = "The council argued about the bridge, which the floods of the spring had taken from the town. " * 3


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        pytest.param(f"<aside><p>{NOTE}</p></aside>", "related", id="aside"),
        pytest.param(f"<nav><p>{NOTE}</p></nav>", "navigation", id="nav"),
        pytest.param(f"<footer><p>{NOTE}</p></footer>", "navigation", id="footer"),
        pytest.param(f"<figure><figcaption>{NOTE}</figcaption></figure>", "caption", id="caption"),
        pytest.param(f"<form><p>{NOTE}</p></form>", "form", id="form"),
        pytest.param(f'<div class="newsletter-box"><p>{NOTE}</p></div>', "newsletter", id="newsletter"),
        pytest.param(f'<div class="FactBox"><p>{NOTE}</p></div>', "inset", id="fact box"),
        pytest.param(f'<div class="scheda"><h3>Chi è</h3><p>{NOTE}</p></div>', "inset", id="a box about a person"),
        pytest.param(f'<div class="shareBar"><p>{NOTE}</p></div>', "share", id="camel case"),
        pytest.param(f'<div id="tags"><p>{NOTE}</p></div>', "tags", id="id"),
        pytest.param(f'<p class="byline">{NOTE}</p>', "byline", id="its own element"),
        pytest.param(f'<p><a href="/x">{NOTE}</a></p>', "related", id="all link"),
        pytest.param(f'<h3 id="nav_pier_1">{NOTE}</h3>', None, id="an anchor that begins like a navigation"),
        pytest.param(f'<h3><a href="/x">{NOTE}</a></h3>', None, id="a linked heading"),
        pytest.param(f'<table><tr><td>1</td><td><a href="/x">{NOTE}</a></td></tr></table>', None, id="a linked cell"),
        pytest.param(f'<p>Read: <a href="/x">{NOTE}</a></p>', "related", id="nearly all link"),
        pytest.param(f'<p>{NOTE} It names <a href="/x">a source</a>.</p>', None, id="a link in prose"),
        pytest.param(f"<p>{NOTE}</p>", None, id="prose"),
        pytest.param(
            f'<div class="stage advertising-history"><p>{NOTE}</p></div>', None, id="a word that begins like ad"
        ),
        pytest.param(f'<div id="part_1ad269af0d"><p>{NOTE}</p></div>', None, id="letters of a hash"),
        pytest.param(
            f'<div class="post-12 hentry tag-bridge category-social"><p>{NOTE}</p></div>',
            None,
            id="what a post is under",
        ),
        pytest.param(f'<div class="tag-list"><p>{NOTE}</p></div>', "tags", id="a list of tags"),
        pytest.param(f'<div class="element element-7ad3d2f"><p>{NOTE}</p></div>', None, id="letters of a short hash"),
        pytest.param(f'<div class="element x2ad9q"><p>{NOTE}</p></div>', None, id="letters of a random word"),
        pytest.param(f'<div class="ad bl hh pl"><p>{NOTE}</p></div>', None, id="letters of a style compiler"),
        pytest.param(f'<p id="08ad">{NOTE}</p>', None, id="a short hash that is all of an id"),
        pytest.param(f'<p id="ad12">{NOTE}</p>', "advert", id="a numbered advert"),
        pytest.param(
            f'<p class="line record-Zl4adYBaWocTs7xmozIc">{NOTE}</p>', None, id="letters of a long random word"
        ),
        pytest.param(f'<div class="content-nav-section"><p>{LONG}</p></div>', None, id="prose in a navigation"),
        pytest.param(
            f'<div class="nav"><p><a href="/x">{LONG[:150]}</a>{LONG[150:]}</p></div>', "navigation", id="long links"
        ),
        pytest.param(f"<footer><p>{LONG}</p></footer>", "navigation", id="prose in a footer"),
        pytest.param(f"<figure><p>{LONG}</p></figure>", "caption", id="a long caption"),
        pytest.param(f"<figure><p>{LONG}{LONG}</p></figure>", None, id="prose in a figure"),
        pytest.param(f'<div class="c-blockquote-carousel__quote"><p>{NOTE}</p></div>', None, id="a quote among others"),
        pytest.param(f'<figure class="pullquote"><p>{NOTE}</p></figure>', None, id="a figure called a quote"),
        pytest.param(f'<div class="ad728x90"><p>{NOTE}</p></div>', "advert", id="a size"),
        pytest.param(f'<div class="ad"><p>{NOTE}</p></div>', "advert", id="two letters"),
        pytest.param(f"<figure><blockquote>{NOTE}</blockquote></figure>", None, id="a quote in a figure"),
        pytest.param(f"<figure><blockquote><p>{NOTE}</p></blockquote></figure>", None, id="a quote's paragraph there"),
        pytest.param(f"<figure><pre><code>{NOTE}</code></pre></figure>", None, id="code in a figure"),
        pytest.param(f"<figure><table><tr><td>{NOTE}</td></tr></table></figure>", None, id="a table in a figure"),
    ],
)
def test_a_place_in_the_markup_gives_a_role(
    markup: str, role: str | None, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"<article>{story}</article>{markup}")
    assert roles(page.blocks, page)[-1] == role


def test_the_innermost_role_counts(story: str, document: Callable[..., Document]) -> None:
    page = document(f'{story}<aside><div class="newsletter"><p>{NOTE}</p></div></aside>')
    assert roles(page.blocks, page)[-1] == "newsletter"


@pytest.mark.parametrize(
    ("items", "role"),
    [
        pytest.param(f"<li>{NOTE}<li>{NOTE}<li><a href=/x>Hot tubs</a>", None, id="a word that is explained elsewhere"),
        pytest.param(f"<li>{NOTE}<li><a href=/y>Pools</a><li><a href=/x>Hot tubs</a>", "related", id="most are links"),
    ],
)
def test_an_item_of_a_written_list_may_be_a_link(
    items: str, role: str | None, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"<article>{story}<ul>{items}</ul>{story}</article>")
    assert dict(zip((block.text for block in page.blocks), roles(page.blocks, page), strict=True))["Hot tubs"] == role


@pytest.mark.parametrize("around", ['<div class="article-promo">', "<form>", "<aside>", '<div class="related">'])
def test_a_role_around_the_whole_article_is_a_misnomer(
    around: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"{around}{story}")
    assert set(roles(page.blocks, page)) == {None}


def test_a_role_that_most_of_the_text_bears_in_many_elements_is_a_misnomer(
    prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    posts = "".join(f'<div class="comment"><p>{text}</p></div>' for text in prose)
    page = document(f"<main>{posts}</main>")
    assert set(roles(page.blocks, page)) == {None}


def test_comments_below_an_article_keep_their_role(
    story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    posts = f'<div class="comment"><p>{prose[0]}</p></div>'
    page = document(f"<article>{story}</article><section>{posts}</section>")
    assert roles(page.blocks, page) == [None] * 5 + ["comments"]


@pytest.mark.parametrize(
    "name", ["comments", "discussion", "comentarios", "kommentarbereich", "commentlinks", "viafoura"]
)
def test_comments_may_be_longer_than_the_article_above_them(
    name: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    posts = "".join(f'<div class="c"><b>Ana</b><p>{text}</p></div>' for text in prose)
    article = f"<article><p>{prose[0]}</p><p>{prose[1]}</p></article>"
    page = document(f'{article}<section class="{name}"><h2>5 replies</h2>{posts}</section>')
    assert roles(page.blocks, page) == [None] * 2 + ["comments"] * 11


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        pytest.param(f"<p><img src=/a.jpg><br><em>{NOTE}</em></p>", "caption", id="in italics under its picture"),
        pytest.param(f"<p><img src=/a.jpg> <b><small>{NOTE}</small></b></p>", "caption", id="in small letters"),
        pytest.param(f"<p><img src=/a.jpg>{NOTE} <em>Words.</em></p>", None, id="a paragraph with a picture"),
        pytest.param(f"<p><img src=/a.jpg></p><p><em>{NOTE}</em></p>", None, id="a paragraph after a picture"),
        pytest.param(f"<p><img src=/a.jpg><em>{NOTE * 9}</em></p>", None, id="a picture in a long paragraph"),
        pytest.param(f"<p><em>{NOTE}</em><img src=/a.jpg></p>", None, id="a picture behind"),
    ],
)
def test_a_caption_may_stand_in_one_paragraph_with_its_picture(
    markup: str, role: str | None, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"{story}{markup}")
    assert roles(page.blocks, page)[-1] == role


def test_without_any_block_nothing_has_a_role(document: Callable[..., Document]) -> None:
    assert roles((), document("")) == []


def _teaser(href: str, lead: str = NOTE) -> str:
    return f'<div class="t"><h4><a href="{href}">The port is to grow</a></h4><p>{lead}</p></div>'


@pytest.mark.parametrize(
    ("markup", "teasers"),
    [
        pytest.param(_teaser("/a") + _teaser("/b"), 4, id="headlines with their leads"),
        pytest.param(f"<div><h2>More</h2>{_teaser('/a')}{_teaser('/b')}</div>", 4, id="under a heading"),
        pytest.param(f"<aside><p>{NOTE}</p></aside>{_teaser('/a')}{_teaser('/b')}", 5, id="behind a box"),
        pytest.param(_teaser("/a"), 0, id="one alone may be the text's"),
        pytest.param(_teaser("#a") + _teaser("#b"), 0, id="questions that open"),
        pytest.param(_teaser("/a", NOTE * 10) + _teaser("/b", NOTE * 10), 0, id="sections of a text"),
        pytest.param(f"{_teaser('/a')}{_teaser('/b')}<p>{NOTE}</p>", 0, id="amid the text"),
    ],
)
def test_teasers_below_the_text_are_pointers(
    markup: str, teasers: int, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"<article>{story}</article>{markup}")
    assert [role for role in roles(page.blocks, page) if role] == ["related"] * teasers


def test_a_page_of_teasers_is_no_article_with_teasers(document: Callable[..., Document]) -> None:
    page = document("".join(_teaser(f"/{place}") for place in range(5)))
    assert set(roles(page.blocks, page)) == {None}
