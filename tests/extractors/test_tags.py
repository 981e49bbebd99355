"""Tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.tags import MANY, MOST_TAGS, is_tag, tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

KEYWORDS = '<meta name="keywords" content="{}">'


def news(keywords: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "keywords": keywords}


@pytest.mark.parametrize(
    ("body", "head", "ld", "found"),
    [
        pytest.param(
            "",
            KEYWORDS.format("Site") + '<meta name="news_keywords" content="Bridge, Ferry">',
            news("Bridge, Ferry, web, commerce"),
            (("Bridge", "Ferry"), "meta news_keywords"),
            id="news_keywords, where JSON-LD has more of the system's own",
        ),
        pytest.param(
            "",
            '<meta name="news_keywords" content="bridge opens, breaking news">',
            news("Bridge, Ferry"),
            (("Bridge", "Ferry"), "json-ld keywords"),
            id="json-ld, where they say other things",
        ),
        pytest.param(
            "", KEYWORDS.format("Site"), news(["Bridge"]), (("Bridge",), "json-ld keywords"), id="json-ld next"
        ),
        pytest.param(
            "", "", news("Bridge; Ferry|Pier"), (("Bridge", "Ferry", "Pier"), "json-ld keywords"), id="string"
        ),
        pytest.param(
            "", "", news([{"@type": "DefinedTerm", "name": "Bridge"}]), (("Bridge",), "json-ld keywords"), id="terms"
        ),
        pytest.param(
            "",
            KEYWORDS.format("Site")
            + '<meta property="article:tag" content="Bridge"><meta property="article:tag" content="Ferry">',
            None,
            (("Bridge", "Ferry"), "meta article:tag"),
            id="one meta element a tag",
        ),
        pytest.param("", KEYWORDS.format("Bridge,Ferry"), None, (("Bridge", "Ferry"), "meta keywords"), id="keywords"),
        pytest.param(
            '<a rel="tag" href="/b">Bridge</a> <a rel="nofollow tag" href="/f">Ferry</a>',
            "",
            None,
            (("Bridge", "Ferry"), "rel=tag"),
            id="rel",
        ),
        pytest.param(
            '<a rel="category tag" href="/b">News</a> <a rel="tag" href="/f">Ferry</a>',
            "",
            None,
            (("Ferry",), "rel=tag"),
            id="a category is a section",
        ),
        pytest.param(
            f'<div class="has-tags">{"".join(f"<a href=/{n}>Story {n}</a>" for n in range(MOST_TAGS + 1))}</div>'
            '<p class="tags"><a href="/f">Ferry</a></p>',
            "",
            None,
            (("Ferry",), "class"),
            id="a box with far more than tags",
        ),
        pytest.param(
            '<ul class="article-tags"><li><a href="/b">Bridge</a></li><li>More:</li></ul>',
            "",
            None,
            (("Bridge",), "class"),
            id="a visible list: its links only",
        ),
        pytest.param(
            "", KEYWORDS.format("Bridge, bridge,BRIDGE"), None, (("Bridge",), "meta keywords"), id="each once"
        ),
        pytest.param("", KEYWORDS.format("#Bridge"), None, (("Bridge",), "meta keywords"), id="hash sign off"),
        pytest.param(
            "", KEYWORDS.format("Bridge,,type:story:video"), None, (("Bridge",), "meta keywords"), id="keys off"
        ),
        pytest.param(
            "",
            "",
            news(
                [
                    "Category: Travel",
                    "topic/ferries",
                    "(1) Pier",
                    "Harbour (12)",
                    "www.marlingpost.example",
                    "MarlingPost",
                    "[NAME]",
                ]
            ),
            (("Travel", "ferries", "Pier", "Harbour"), "json-ld keywords"),
            id="what a system calls its tags off, the site's name and what nobody filled",
        ),
        pytest.param(
            "",
            KEYWORDS.format("Bridge"),
            news("type:story"),
            (("Bridge",), "meta keywords"),
            id="keys alone are silent",
        ),
        pytest.param(
            "",
            KEYWORDS.format("深空探测 探月工程、太空"),
            None,
            (("深空探测", "探月工程", "太空"), "meta keywords"),
            id="Chinese",
        ),
        pytest.param(
            '<div><article><header><p class="tags"><a href="/b">Bridge</a></p></header></article></div>',
            "",
            None,
            (("Bridge",), "class"),
            id="an article's header",
        ),
        pytest.param(
            '<p class="tags"><a href="/b">#Bridge</a></p>',
            KEYWORDS.format("Marling Post, news"),
            None,
            (("Bridge",), "class, with hashes"),
            id="a hash says more than keywords",
        ),
        pytest.param(
            '<p class="tags"><a href="/b">Bridge</a></p>',
            KEYWORDS.format(",".join(f"word {number}" for number in range(MANY))),
            None,
            (("Bridge",), "class"),
            id="a list says more than keywords for search engines",
        ),
        pytest.param(
            '<p class="tags"><a href="/b">Bridge</a></p>',
            KEYWORDS.format("Ferry, Pier"),
            None,
            (("Ferry", "Pier"), "meta keywords"),
            id="few keywords are the newsroom's",
        ),
    ],
)
def test_the_first_source_that_speaks_gives_the_tags(
    body: str, head: str, ld: object, found: tuple[tuple[str, ...], str], document: Callable[..., Document]
) -> None:
    assert tags(document(body, head=head, ld=ld)) == found


@pytest.mark.parametrize("head", ["", KEYWORDS.format(""), KEYWORDS.format("2024, 17"), KEYWORDS.format(", ;|")])
def test_a_page_without_tags_has_none(head: str, document: Callable[..., Document]) -> None:
    assert tags(document("<p>Words.</p>", head=head)) is None


def test_a_navigation_inside_the_article_may_hold_its_tags(document: Callable[..., Document]) -> None:
    found = tags(document('<article><nav class="article__tags"><a href="/b">Bridge</a></nav></article>'))
    assert found == (("Bridge",), "class")


def test_a_system_that_hashes_its_classes_may_call_a_list_of_tags_so_elsewhere(
    document: Callable[..., Document],
) -> None:
    found = tags(document('<div data-component="tags" class="sc-1a2b"><a href="/b">Bridge</a></div>'))
    assert found == (("Bridge",), "class")


@pytest.mark.parametrize("around", ["header", "footer", "nav"])
def test_the_sites_own_list_of_topics_is_not_the_articles(around: str, document: Callable[..., Document]) -> None:
    markup = f'<div><{around}><div><ul class="topics"><li><a href="/b">Bridge</a></ul></div></{around}></div>'
    assert tags(document(markup)) is None


@pytest.mark.parametrize(
    ("below", "found"),
    [
        pytest.param(
            "<p>Filed under: <a href=/b>Bridge</a>, <a href=/f>Ferry</a></p>", ("Bridge", "Ferry"), id="a line"
        ),
        pytest.param("<p>Etiquetas</p><p><a href=/b>Bridge</a></p><p>More words.</p>", ("Bridge",), id="lines"),
        pytest.param(
            "<p>Topics</p><div><a href=/b>Bridge</a><a href=/f>Ferry</a></div>", ("Bridge", "Ferry"), id="glued"
        ),
        pytest.param("<p><a href=/t>Topics</a></p><p><a href=/b>Bridge</a></p>", (), id="a menu"),
        pytest.param("<p>Topics of the day: <a href=/b>Bridge</a></p>", (), id="no label"),
        pytest.param("<p>More</p>" * 20 + "<p>Tags: <a href=/b>Bridge</a></p>", (), id="far from the text"),
    ],
)
def test_a_label_leads_tags_near_the_text(
    below: str, found: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(f"<p>The ferry left the harbour at noon.</p>{below}")
    told = tags(page, page.blocks[:1])
    assert (told.value if told else ()) == found


def test_a_page_stuffed_with_keywords_gives_no_more_than_a_list(document: Callable[..., Document]) -> None:
    found = tags(document(head=KEYWORDS.format(",".join(f"word {number}" for number in range(500)))))
    assert found is not None
    assert len(found.value) == MOST_TAGS


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Bridge", True),
        ("Covid-19", True),
        ("AC/DC", True),
        ("C++", True),
        ("Brücke", True),
        ("12", False),
        ("https://paper.example/t", False),
        ("section/news/local", False),
        ("pageid=17", False),
        ("type:story:video", False),
        ("contentType: Feature", False),
        ("AC: Milan", True),
        ("26157981-b4f7-4929-adc1-e860c6f03636", False),
        ("word " * 20, False),
        ("", False),
    ],
)
def test_a_machines_key_is_no_tag(text: str, *, tag: bool) -> None:
    assert is_tag(text) is tag
