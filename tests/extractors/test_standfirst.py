"""Summary (the visible standfirst) and description."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.standfirst import description, standfirst

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

TITLE = "Bridge opens"
H1 = f"<h1>{TITLE}</h1>"
LEAD = "After a year of works the bridge over the Marl is open again, though only to those on foot."


def meta(text: str = LEAD) -> str:
    return f'<meta name="description" content="{text}">'


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f'<p class="standfirst">{LEAD}</p>', id="standfirst"),
        pytest.param(f'<div class="article-intro"><p>{LEAD}</p></div>', id="intro on the box around it"),
        pytest.param(f'<p class="storyLead">{LEAD}</p>', id="camel case"),
        pytest.param(f'<p class="vorspann"><b>{LEAD}</b></p>', id="German, in bold"),
        pytest.param(f'<h2 id="chapo">{LEAD}</h2>', id="a heading, by its id"),
        pytest.param(f'<p itemprop="description">{LEAD}</p>', id="microdata"),
    ],
)
def test_a_standfirst_is_what_the_markup_calls_one(markup: str, story: str, document: Callable[..., Document]) -> None:
    found = standfirst(document(f"<article>{H1}{markup}<div>{story}</div></article>"), TITLE)
    assert found is not None
    assert (found.text, found.source) == (LEAD, "class")


def test_what_the_page_says_of_itself_marks_a_standfirst_without_a_name(
    story: str, document: Callable[..., Document]
) -> None:
    page = document(f"<header>{H1}<p>{LEAD}</p></header><div>{story}</div>", head=meta())
    found = standfirst(page, TITLE)
    assert found is not None
    assert (found.text, found.source) == (LEAD, "description")


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        pytest.param(f"Marling. {LEAD}", LEAD, id="a place before what is shown"),
        pytest.param(LEAD, f"City News: {LEAD}", id="a section before what is told"),
    ],
)
def test_a_place_or_a_section_may_stand_before_it(
    shown: str, told: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"<header>{H1}<p>{shown}</p></header><div>{story}</div>", head=meta(told))
    assert standfirst(page, TITLE) == (shown, "description")


def test_a_trail_that_ends_with_the_title_is_none(story: str, document: Callable[..., Document]) -> None:
    title = "After a year of works the bridge over the Marl is open again"
    trail = f"<div><p>Front page » City » {title}</p></div>"
    page = document(f"{trail}<h1>{title}</h1><div>{story}</div>", head=meta(title))
    assert standfirst(page, title) is None


def test_the_title_may_stand_below_a_breadcrumb(story: str, document: Callable[..., Document]) -> None:
    page = document(f'<nav><h1>Bridge 2024</h1></nav><h2>{TITLE}</h2><p class="intro">{LEAD}</p><div>{story}</div>')
    assert standfirst(page, TITLE) == (LEAD, "class")


@pytest.mark.parametrize(
    ("body", "head"),
    [
        pytest.param(f"{H1}<p>{LEAD}</p>{{story}}", meta(), id="a body's first paragraph repeats the description"),
        pytest.param(f"{H1}<div>{{story}}</div>", meta(), id="a description that is not shown"),
        pytest.param(f'{H1}<p class="lead">Too short.</p>{{story}}', "", id="a few words"),
        pytest.param(f'{H1}<p class="lead" hidden>{LEAD}</p>{{story}}', "", id="hidden"),
        pytest.param(f'{H1}<figure><figcaption class="lead">{LEAD}</figcaption></figure>', "", id="a caption"),
        pytest.param(f'{H1}<div class="related"><p class="teaser">{LEAD}</p></div>', "", id="a teaser elsewhere"),
        pytest.param(f'{H1}<p class="lead"><a href="/x">{LEAD}</a></p>', "", id="a link"),
        pytest.param(f'{H1}<p class="leader">{LEAD}</p>{{story}}', "", id="a word that only begins like lead"),
        pytest.param(f'<p class="lead">{LEAD}</p>{{story}}', "", id="no title near"),
        pytest.param(f'{H1}<p class="lead">By Ana Blau and Ben Roth in Marling, 31 January 2024, 9:15 GMT</p>{{story}}',
                     "", id="a byline"),
        pytest.param(f"{H1}<div>{{story}}{{story}}{{story}}{{story}}{{story}}{{story}}</div>"
                     f'<p class="lead">{LEAD}</p>', "", id="far below the title"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_standfirst_is_none(
    body: str, head: str, story: str, document: Callable[..., Document]
) -> None:
    assert standfirst(document(body.format(story=story), head=head), TITLE) is None


@pytest.mark.parametrize(
    ("head", "ld", "found"),
    [
        pytest.param(
            meta("Meta") + '<meta property="og:description" content="Shared">',
            {"@type": "NewsArticle", "description": "Linked"},
            ("Meta", "meta description"),
            id="meta first",
        ),
        pytest.param(
            '<meta property="og:description" content="Shared">', None, ("Shared", "og:description"), id="then og"
        ),
        pytest.param(
            "", {"@type": "NewsArticle", "description": "Linked"}, ("Linked", "json-ld description"), id="last"
        ),
        pytest.param(
            meta("<p>Salt <b>and</b> pepper</p>"), None, ("Salt and pepper", "meta description"), id="markup off"
        ),
        pytest.param(
            meta("Tips on <br> tags"), None, ("Tips on <br> tags", "meta description"), id="a tag it speaks of"
        ),
        pytest.param(meta("Salt &amp;amp;\n pepper"), None, ("Salt & pepper", "meta description"), id="decoded"),
        pytest.param(meta(" "), None, None, id="empty"),
    ],
)
def test_the_description_comes_from_the_first_source(
    head: str, ld: object, found: tuple[str, str] | None, document: Callable[..., Document]
) -> None:
    assert description(document(head=head, ld=ld)) == found
