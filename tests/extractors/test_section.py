"""Section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.section import section

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

META = '<meta property="article:section" content="Harbour">'


def trail(*labels: object) -> dict[str, object]:
    items = [{"@type": "ListItem", "position": at, "name": label} for at, label in enumerate(labels, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def news(**fields: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Bridge opens", **fields}


@pytest.mark.parametrize(
    ("head", "ld", "found"),
    [
        pytest.param(META, news(articleSection="City"), ("Harbour", "meta article:section"), id="meta first"),
        pytest.param("", news(articleSection="City"), ("City", "json-ld articleSection"), id="json-ld"),
        pytest.param(
            "", news(articleSection=["City", "News"]), ("City", "json-ld articleSection"), id="first of a list"
        ),
        pytest.param(
            '<meta name="parsely-section" content="City">',
            [trail("Home", "News")],
            ("City", "meta section"),
            id="parsely",
        ),
        pytest.param(
            "",
            [news(), trail("Home", "News", "City", "Bridge opens")],
            ("City", "breadcrumb"),
            id="the innermost breadcrumb that is not the article",
        ),
        pytest.param(
            "",
            [news(), trail("Home", "City", "Bridge opens after a year")],
            ("City", "breadcrumb"),
            id="a breadcrumb that lengthens the title is the article",
        ),
        pytest.param(
            "",
            [{"@type": "BreadcrumbList", "itemListElement": [{"item": {"name": "Home"}}, {"item": {"name": "City"}}]}],
            ("City", "breadcrumb"),
            id="names inside the items",
        ),
        pytest.param(
            "", news(articleSection="City,News"), ("City", "json-ld articleSection"), id="of several the first"
        ),
        pytest.param("", news(articleSection="Arts, Food"), ("Arts, Food", "json-ld articleSection"), id="or one name"),
        pytest.param(
            '<meta property="article:section" content="Uncategorized">',
            news(articleSection="#City"),
            ("City", "json-ld articleSection"),
            id="no section is chosen",
        ),
        pytest.param(
            "",
            [news(headline="City hall opens"), trail("Home", "News", "City", "City hall opens")],
            ("City", "breadcrumb"),
            id="a section that the title names",
        ),
    ],
)
def test_the_first_source_that_speaks_gives_the_section(
    head: str, ld: object, found: tuple[str, str], document: Callable[..., Document]
) -> None:
    assert section(document(head=head, ld=ld)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param('<a rel="category tag" href="/c/city">City</a>', ("City", "rel=category"), id="category"),
        pytest.param(
            '<p class="breadcrumbs"><a href="/">Paper</a> › <a href="/n">News</a> › <a href="/city">City »</a></p>',
            ("City", "breadcrumb links"),
            id="the innermost link",
        ),
        pytest.param(
            '<nav aria-label="Breadcrumb"><a href="/city">City</a></nav>',
            ("City", "breadcrumb links"),
            id="the only link",
        ),
        pytest.param(
            '<p id="breadcrumb"><a href="/">Home</a><a href="/city">City</a><a href="/x">Bridge opens</a></p>'
            "<h1>Bridge opens</h1>",
            ("City", "breadcrumb links"),
            id="not the article",
        ),
        pytest.param(
            '<p class="breadcrumb"><a href="/">Home</a><a href="/city">City</a>'
            '<a href="/city">← Back</a><a href="/city">Back to City</a><a href="?print">Print</a>'
            '<a href="https://social.example/share">Share</a></p>',
            ("City", "breadcrumb links"),
            id="no ways back, prints of this page or other sites",
        ),
        pytest.param('<p class="breadcrumb"><a href="/">Paper</a></p>', None, id="home only"),
        pytest.param(
            f'<div class="with-breadcrumbs">{"".join(f"<a href=/{n}>Story {n}</a>" for n in range(9))}</div>',
            None,
            id="a box with far more than a trail",
        ),
    ],
)
def test_links_tell_the_section(body: str, found: tuple[str, str] | None, document: Callable[..., Document]) -> None:
    assert section(document(body)) == found


def test_a_trail_is_read_without_an_address(document: Callable[..., Document]) -> None:
    body = '<p class="breadcrumb"><a href="/">Paper</a><a href="/city">City</a></p>'
    assert section(document(body, url=None)) == ("City", "breadcrumb links")


@pytest.mark.parametrize(
    ("head", "ld"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("", [news(), trail("Home", "Bridge opens")], id="a trail of home and the article"),
        pytest.param("", [news(), trail()], id="an empty trail"),
        pytest.param("", [news(), {"@type": "BreadcrumbList", "itemListElement": "Home"}], id="a trail that is none"),
        pytest.param(f'<meta property="article:section" content="{"Long " * 20}">', None, id="a text, not a name"),
    ],
)
def test_a_page_without_a_section_has_none(head: str, ld: object, document: Callable[..., Document]) -> None:
    assert section(document(head=head, ld=ld)) is None
