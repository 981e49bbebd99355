"""What a page is that is no article, each row with a look-alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.document import parse
from scraper.extractors.kinds import View, kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

STORY = "https://www.marlingpost.example/harbour/pier"
NEWS = {"@type": "NewsArticle", "headline": "Pier"}
OG = '<meta property="og:type" content="{}">'


@pytest.mark.parametrize(
    ("shown", "url", "ld", "markup"),
    [
        pytest.param("front page: /", "https://marlingpost.example/", None, "", id="a root"),
        pytest.param("front page: /de/", "https://marlingpost.example/de/", None, "", id="a root in a language"),
        pytest.param(None, "https://marlingpost.example/?p=4711", None, "", id="an article by its number"),
        pytest.param(None, "https://pier.example/", NEWS, "", id="an article at a root"),
        pytest.param(None, None, None, "", id="no address"),
        pytest.param("type: shop, schema.org Product", STORY, {"@type": "Product"}, "", id="a product"),
        pytest.param(None, STORY, {"@type": "Product"}, OG.format("article"), id="an article that sells"),
        pytest.param("type: listing, schema.org ItemList", STORY, {"@type": "ItemList"}, "", id="a list"),
        pytest.param(None, STORY, [NEWS, {"@type": "ItemList"}], "", id="an article with a list"),
        pytest.param("type: forum, schema.org QAPage", STORY, {"@type": "QAPage"}, "", id="questions"),
        pytest.param(None, STORY, {"@type": "FAQPage"}, "", id="questions that are often asked"),
        pytest.param("type: og:type product.item", STORY, None, OG.format("product.item"), id="Open Graph's product"),
        pytest.param(None, STORY, None, OG.format("website"), id="Open Graph's website"),
        pytest.param(
            "forum: address /forum/", "https://marlingpost.example/forum/rope", None, "", id="a forum's address"
        ),
        pytest.param(None, "https://marlingpost.example/forum/rope", NEWS, "", id="an article there"),
        pytest.param(None, "https://marlingpost.example/forumla/rope", None, "", id="another word"),
        pytest.param("about the site: address /about", "https://marlingpost.example/about", None, "", id="about"),
        pytest.param(None, "https://marlingpost.example/about/pier", None, "", id="under it"),
        pytest.param("search: address /search", "https://marlingpost.example/search", None, "", id="a search"),
        pytest.param("listing: address /tag/pier", "https://marlingpost.example/tag/pier", None, "", id="a tag"),
        pytest.param("login: address /login", "https://marlingpost.example/login", None, "", id="a login"),
        pytest.param("shop: button Add to cart", STORY, None, "<button>Add to cart</button>", id="a cart"),
        pytest.param(
            None, STORY, None, OG.format("article") + "<button>Add to cart</button>", id="an article with one"
        ),
        pytest.param("shop: 5 buttons Book now", STORY, None, "<div>Book now</div>" * 5, id="offers"),
        pytest.param(None, STORY, None, "<div>Book now</div>" * 4, id="some offers"),
        pytest.param("shop: 10 price tags", STORY, None, "<div>12,50 €</div>" * 10, id="price tags"),
        pytest.param(None, STORY, None, f"<table><tr>{'<td>12 €</td>' * 10}</tr></table>", id="a table of prices"),
    ],
)
def test_a_page_that_is_no_article_is_named(
    shown: str | None, url: str | None, ld: object, markup: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"{story}{markup}", ld=ld, url=url)
    assert kind(View(page, page.blocks, url)) == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ('<main itemscope itemtype="https://schema.org/Hotel">{}</main>', "type: offer, schema.org Hotel"),
        ('{}<aside itemscope itemtype="https://schema.org/Hotel"><p>By the pier</p></aside>', None),
        ('<main itemscope itemtype="http://schema.org/Article">{}<button>Add to cart</button></main>', None),
    ],
    ids=["around the text", "beside the text", "an article's"],
)
def test_microdata_counts_where_it_holds_the_text(
    markup: str, shown: str | None, story: str, document: Callable[..., Document]
) -> None:
    page = document(markup.format(story))
    assert kind(View(page, page.blocks, STORY)) == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("archive tag tag-pier", "listing: class archive"),
        ("search-results", "listing: class search-results"),
        ("single blog", None),
    ],
)
def test_wordpress_names_its_lists(
    names: str, shown: str | None, story: str, document: Callable[..., Document]
) -> None:
    page = document(story)
    markup = page.html.replace("<body>", f'<body class="{names}">')
    listed = parse(markup)
    assert kind(View(listed, listed.blocks, STORY)) == shown


def test_a_video_with_a_caption_is_a_video(story: str, document: Callable[..., Document]) -> None:
    video = {"@type": "VideoObject"}
    captioned = document(
        "<p>The pier in two minutes, from the first plank to the last.</p>" * 4, head=OG.format("article"), ld=video
    )
    assert kind(View(captioned, captioned.blocks, STORY)) == "video: schema.org VideoObject, little prose"
    told = document(story * 2, head=OG.format("article"), ld=video)
    assert kind(View(told, told.blocks, STORY)) is None


def test_links_alone_are_a_list_and_a_line_is_no_text(document: Callable[..., Document]) -> None:
    listed = document(
        "<p><a href='/a'>The pier of Lower Marling is open again after a year</a></p>" * 9, head=OG.format("article")
    )
    assert kind(View(listed, listed.blocks, STORY)) == "listing: all links"
    line = document("<p>Call us at noon.</p>")
    assert kind(View(line, line.blocks, STORY)) == "no text: hardly any prose"
