"""Authors and agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.authors import agencies, bylines

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document


def article(author: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Bridge opens", "author": author}


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        pytest.param("Ana Lopez", ("Ana Lopez",), id="string"),
        pytest.param({"@type": "Person", "name": "Ana Lopez"}, ("Ana Lopez",), id="node"),
        pytest.param([{"name": "Ana Lopez"}, "Bo Kern"], ("Ana Lopez", "Bo Kern"), id="list of both"),
        pytest.param({"name": ["Ana Lopez", "Bo Kern"]}, ("Ana Lopez", "Bo Kern"), id="list in the name"),
        pytest.param({"name": "Ana Lopez, Bo Kern"}, ("Ana Lopez", "Bo Kern"), id="two people in one name"),
        pytest.param({"givenName": "Ana", "familyName": "Lopez"}, ("Ana Lopez",), id="name in parts"),
        pytest.param(["Ana Lopez", "ANA LOPEZ"], ("Ana Lopez",), id="each once"),
        pytest.param("Ana Lopez, Dietitian", ("Ana Lopez",), id="what she does"),
        pytest.param("Ana Lopez, Marling Times", ("Ana Lopez",), id="whom she writes for"),
        pytest.param("Jim Courier, Ana Lopez", ("Jim Courier", "Ana Lopez"), id="a surname as papers have"),
        pytest.param("Ana & Bo", ("Ana", "Bo"), id="first names"),
        pytest.param("Ana &amp; Lopez", ("Ana", "Lopez"), id="entities decoded before the split"),
    ],
)
def test_json_ld_names_authors_in_many_shapes(
    author: object, authors: tuple[str, ...], document: Callable[..., Document]
) -> None:
    found = bylines(document(ld=article(author)))
    assert found == (authors, (), "json-ld author")


BYLINE = '<h1>Bridge opens</h1><p class="byline">By Cy Dahl</p>'
MARKED = '<h1>Bridge opens</h1><p class="byline">Cy Dahl</p>'
META = '<meta name="author" content="Bo Kern">'


@pytest.mark.parametrize(
    ("body", "head", "ld", "authors", "source"),
    [
        pytest.param(MARKED, META, article("Ana Lopez"), ("Ana Lopez",), "json-ld author", id="json-ld first"),
        pytest.param(MARKED, META, article("https://x.example/ana"), ("Bo Kern",), "meta author", id="an address no"),
        pytest.param(MARKED, META, None, ("Bo Kern",), "meta author", id="meta before the visible"),
        pytest.param(BYLINE, "", None, ("Cy Dahl",), "byline markup", id="the visible byline"),
        pytest.param(
            "<h1>Bridge opens</h1><p>Von Cy Dahl und Bo Kern</p>",
            "",
            None,
            ("Cy Dahl", "Bo Kern"),
            "byline words",
            id="a line that begins as bylines do",
        ),
        pytest.param(
            '<h1>Bridge opens</h1><p class="byline"><a href="/ana">Ana Lopez</a>, harbour correspondent</p>',
            "",
            None,
            ("Ana Lopez",),
            "byline markup",
            id="the link in a byline, without the role behind it",
        ),
        pytest.param(
            '<h1>Bridge opens</h1><p><b class="author">Ana Lopez</b> / <b class="author">Bo Kern</b> / Harbour</p>',
            "",
            None,
            ("Ana Lopez", "Bo Kern"),
            "byline markup",
            id="names in a line that is no byline by itself",
        ),
        pytest.param('<a rel="author" href="/ana">Ana Lopez</a>', "", None, ("Ana Lopez",), "rel=author", id="rel"),
        pytest.param(
            '<meta property="article:author" content="https://social.example/ana"><h1>Bridge</h1><p>By Ana Lopez</p>',
            "",
            None,
            ("Ana Lopez",),
            "byline words",
            id="a profile's address is no name",
        ),
    ],
)
def test_sources_are_asked_in_order(
    body: str, head: str, ld: object, authors: tuple[str, ...], source: str, document: Callable[..., Document]
) -> None:
    assert bylines(document(body, head=head, ld=ld)) == (authors, (), source)


@pytest.mark.parametrize(
    ("author", "authors", "agencies"),
    [
        pytest.param("Ana Lopez, dpa", ("Ana Lopez",), ("dpa",), id="a person and an agency"),
        pytest.param("dpa", (), ("dpa",), id="an agency alone"),
        pytest.param(["Reuters", "AFP"], (), ("Reuters", "AFP"), id="two agencies"),
        pytest.param("Deutsche Presse-Agentur", (), ("dpa",), id="an agency by its full name"),
        pytest.param("Sid Marlow", ("Sid Marlow",), (), id="Sid is a name, SID an agency"),
    ],
)
def test_agencies_stand_apart_from_people(
    author: object, authors: tuple[str, ...], agencies: tuple[str, ...], document: Callable[..., Document]
) -> None:
    found = bylines(document(ld=article(author)))
    assert found is not None
    assert (found.authors, found.agencies) == (authors, agencies)


def test_the_publication_as_author_gives_way_to_the_byline(document: Callable[..., Document]) -> None:
    found = bylines(document(BYLINE, ld=article("Marling Post")), "Marling Post")
    assert found == (("Cy Dahl",), (), "byline markup")


@pytest.mark.parametrize("body", ["Politics Desk", "Marling Post"])
def test_where_only_a_desk_or_the_publication_signs_the_provenance_says_so(
    body: str, document: Callable[..., Document]
) -> None:
    found = bylines(document(ld=article(body)), "Marling Post")
    assert found == ((body,), (), "json-ld author (no person)")


@pytest.mark.parametrize(
    ("declared", "line", "authors", "source"),
    [
        pytest.param("Cy", BYLINE, ("Cy Dahl",), "byline markup", id="a first name"),
        pytest.param("cdahl", BYLINE, ("Cy Dahl",), "byline markup", id="an account"),
        pytest.param("Cy", "<h1>Bridge opens</h1>", ("Cy",), "json-ld author", id="nothing else there"),
        pytest.param("Cy", '<h1>B</h1><p class="author">Read on</p>', ("Cy",), "json-ld author", id="no name there"),
        pytest.param("Cy", "<h1>B</h1><p>By Sea Ports</p><p>Of sea</p>", ("Cy",), "json-ld author", id="a label there"),
        pytest.param("Ana Lopez", MARKED, ("Ana Lopez",), "json-ld author", id="a full name"),
        pytest.param("王小明", BYLINE, ("王小明",), "json-ld author", id="a script whose names are one word"),
    ],
)
def test_a_full_name_by_the_title_goes_before_a_first_name_that_is_declared(
    declared: str, line: str, authors: tuple[str, ...], source: str, document: Callable[..., Document]
) -> None:
    assert bylines(document(line, ld=article(declared))) == (authors, (), source)


def test_a_full_name_of_a_lesser_source_goes_before_a_first_name(document: Callable[..., Document]) -> None:
    found = bylines(document("<h1>Bridge opens</h1>", head='<meta name="author" content="Cy Dahl">', ld=article("Cy")))
    assert found == (("Cy Dahl",), (), "meta author")


def test_an_account_of_a_lesser_source_goes_before_none(document: Callable[..., Document]) -> None:
    found = bylines(document(BYLINE, head='<meta name="author" content="cdahl">', ld=article("Cy")))
    assert found == (("Cy Dahl",), (), "byline markup")


TWO_BYLINES = '<h1>Bridge opens</h1><p class="byline">By <a href="/author/cy">{}</a></p><p>Of sea</p>'


@pytest.mark.parametrize(
    ("declared", "line", "authors"),
    [
        pytest.param("Ana Lopez", TWO_BYLINES.format("Cy Dahl"), ("Cy Dahl",), id="bylines that agree"),
        pytest.param("Ana Lopez", MARKED, ("Ana Lopez",), id="a single one"),
        pytest.param("Cy B. Dahl", TWO_BYLINES.format("Cy Dahl"), ("Cy B. Dahl",), id="a name spelled otherwise"),
        pytest.param("王小明", BYLINE, ("王小明",), id="a name in another script"),
        pytest.param("Ana Lopez", TWO_BYLINES.format("Sea Ports"), ("Ana Lopez",), id="words of the text"),
    ],
)
def test_bylines_that_agree_go_before_a_declared_name_without_a_word_of_theirs(
    declared: str, line: str, authors: tuple[str, ...], document: Callable[..., Document]
) -> None:
    found = bylines(document(line, ld=article(declared)))
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("<p>By Ana Lopez, dpa</p>", ("dpa",), id="beside a person"),
        pytest.param('<p class="author">AFP/The Marling Post</p>', ("AFP",), id="beside a publication"),
        pytest.param("<p>3 May 2026 | Reuters</p>", ("Reuters",), id="beside a date"),
        pytest.param("<p>Par Ana Lopez (avec AFP)</p>", ("AFP",), id="in brackets"),
        pytest.param("<p>Deutsche Presse-Agentur</p>", ("dpa",), id="in a line of its own"),
        pytest.param("<button>AA</button>", (), id="two letters in a line of their own"),
        pytest.param("<figcaption>dpa</figcaption>", (), id="of a picture"),
        pytest.param('<p class="photo-credit">Reuters</p>', (), id="of a picture, by its class"),
        pytest.param("<p>Reuters reports on the bridge.</p>", (), id="a sentence"),
    ],
)
def test_agencies_stand_in_lines_by_the_title(
    line: str, names: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(f"<h1>Bridge opens</h1>{line}", ld=article("Ana Lopez"))
    assert agencies(page, bylines(page)) == ((names, "byline") if names else None)


@pytest.mark.parametrize("name", ["admin", "publisher", "No Author"])
def test_a_placeholder_is_not_even_a_desk(name: str, document: Callable[..., Document]) -> None:
    assert bylines(document("<h1>Bridge opens</h1>", ld=article(name))) is None


def test_microdata_of_teasers_is_not_the_articles(document: Callable[..., Document]) -> None:
    person = '<span itemprop="author" itemscope><b itemprop="name">{}</b></span>'
    body = (
        f"<article itemscope><h1>Bridge opens</h1>{person.format('Ana Lopez')}{person.format('Bo Kern')}</article>"
        f"<aside><div itemscope>{person.format('Cy Dahl')}</div></aside>"
    )
    found = bylines(document(body))
    assert found == (("Ana Lopez", "Bo Kern"), (), "microdata author")


def test_two_people_in_one_author_of_microdata_and_no_employer(document: Callable[..., Document]) -> None:
    work = '<span itemprop="worksFor" itemscope><b itemprop="name">Ferry Works</b></span>'
    names = '<b itemprop="name">Ana Lopez</b> og <b itemprop="name">Bo Kern</b>'
    found = bylines(document(f'<div itemscope><span itemprop="author" itemscope>{names}{work}</span></div>'))
    assert found == (("Ana Lopez", "Bo Kern"), (), "microdata author")


def test_microdata_of_comments_is_not_the_articles(document: Callable[..., Document]) -> None:
    comment = '<li itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Cy Dahl</b></li>'
    assert bylines(document(f'{comment}<a rel="author">Ana Lopez</a>')) == (("Ana Lopez",), (), "rel=author")


def test_papers_name_their_authors_before_those_they_cite(document: Callable[..., Document]) -> None:
    cited = '<ol><li itemscope><meta itemprop="author" content="Cy Dahl"></li></ol>'
    found = bylines(document(cited, head='<meta name="citation_author" content="Ana Lopez">'))
    assert found == (("Ana Lopez",), (), "meta author")


def test_a_word_beside_the_publications_name_is_a_place(document: Callable[..., Document]) -> None:
    found = bylines(document(ld=article("marlingpost.example, Marling")))
    assert found == (("marlingpost.example",), (), "json-ld author (no person)")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<h1>Bridge opens</h1><p>By noon the bridge was open.</p>", id="a sentence that begins with by"),
        pytest.param('<p class="byline">By Ana Lopez</p>', id="a byline without a title near"),
        pytest.param(
            "<h1>Bridge opens</h1>" + "<p>Prose.</p>" * 20 + '<p class="byline">By Ana Lopez</p>',
            id="a byline far below the title",
        ),
        pytest.param(
            '<a rel="author">Ana</a><a rel="author">Bo</a><a rel="author">Cy</a><a rel="author">Di</a>', id="list"
        ),
        pytest.param('<h1>Bridge opens</h1><p class="byline">Share this article</p>', id="words that are no name"),
        pytest.param('<a rel="author">Show my whole profile</a>', id="a button"),
        pytest.param(
            '<h1>Bridge opens</h1><div class="licence"><p class="author-name">Bo Kern</p></div>', id="of a picture"
        ),
        pytest.param(
            '<a rel="category">Sea Life</a><h1>Bridge opens</h1><p><a href="/people/sea">Sea Life</a></p>', id="section"
        ),
        pytest.param("<h1>Bridge</h1>" + "<p>Prose.</p>" * 20 + "<p>By: Ana Lopez</p>", id="by, far below"),
        pytest.param(
            "<p>Author: Ana Lopez</p><p>Words of the book.</p><p>Author: Bo Kern</p>", id="labels that do not agree"
        ),
        pytest.param(
            '<h1>Bridge opens</h1><aside class="related"><p class="author">By Bo Kern</p></aside>', id="of another text"
        ),
        pytest.param("<h1>Bridge opens</h1><p>Edited by <a href='/profile/bo'>Bo Kern</a></p>", id="an editor"),
        pytest.param("<p>Nothing.</p>", id="nothing"),
    ],
)
def test_no_name_is_better_than_a_wrong_one(body: str, document: Callable[..., Document]) -> None:
    assert bylines(document(body)) is None


def test_a_name_declared_as_an_organisations_gives_way_to_a_byline(document: Callable[..., Document]) -> None:
    author = {"@type": "Organization", "name": "Tern Media"}
    page = document("<h1>Bridge opens</h1><p>By Ana Lopez</p>", ld={"@type": "NewsArticle", "author": author})
    assert _people(page) == ("Ana Lopez",)
    page = document("<h1>Bridge opens</h1>", ld={"@type": "NewsArticle", "author": {**author, "name": "Bo Kern"}})
    assert _people(page) == ("Bo Kern",)


def test_who_edited_a_text_did_not_write_it(document: Callable[..., Document]) -> None:
    line = '<p class="byline">Written by <a href="/p/ana">Ana Lopez</a>, Edited by <a href="/p/bo">Bo Kern</a></p>'
    told = bylines(document(f"<h1>Bridge opens</h1>{line}"))
    assert told is not None
    assert told.authors == ("Ana Lopez",)


def _people(page: Document) -> tuple[str, ...]:
    found = bylines(page)
    return found.authors if found else ()
