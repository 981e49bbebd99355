"""Tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.tags import MOST_TAGS, is_tag, tags

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
            news("Other"),
            (("Bridge", "Ferry"), "meta news_keywords"),
            id="news_keywords first",
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
    ],
)
def test_the_first_source_that_speaks_gives_the_tags(
    body: str, head: str, ld: object, found: tuple[tuple[str, ...], str], document: Callable[..., Document]
) -> None:
    assert tags(document(body, head=head, ld=ld)) == found


@pytest.mark.parametrize("head", ["", KEYWORDS.format(""), KEYWORDS.format("2024, 17"), KEYWORDS.format(", ;|")])
def test_a_page_without_tags_has_none(head: str, document: Callable[..., Document]) -> None:
    assert tags(document("<p>Words.</p>", head=head)) is None


@pytest.mark.parametrize("around", ["header", "footer", "nav"])
def test_the_sites_own_list_of_topics_is_not_the_articles(around: str, document: Callable[..., Document]) -> None:
    markup = f'<div><{around}><div><ul class="topics"><li><a href="/b">Bridge</a></ul></div></{around}></div>'
    assert tags(document(markup)) is None


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
