"""JSON-LD: what is read, what is repaired, which node is the article's."""

from __future__ import annotations

import json

import pytest

from scraper.extractors.jsonld import as_list, linked_data, loads, string, strings, types

GOOD = {"@type": "NewsArticle", "headline": "Bridge opens"}
TEXT = json.dumps(GOOD)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(TEXT, id="nothing wrong"),
        pytest.param(f"\n\t {TEXT} \n", id="white space"),
        pytest.param(f"\ufeff{TEXT}", id="byte-order mark"),
        pytest.param(f"<!-- {TEXT} -->", id="in a comment"),
        pytest.param(f"<!-- made by a machine -->{TEXT}", id="after a comment"),
        pytest.param(f"<![CDATA[{TEXT}]]>", id="CDATA"),
        pytest.param(f"//<![CDATA[\n{TEXT}\n//]]>", id="CDATA in comments"),
        pytest.param('{"@type": "NewsArticle", "headline": "Bridge opens",}', id="comma before a brace"),
        pytest.param('[{"@type": "NewsArticle", "headline": "Bridge opens"},\n]', id="comma before a bracket"),
        pytest.param('{"@type": "NewsArticle"\n "headline": "Bridge opens"}', id="comma left out between lines"),
        pytest.param(f"{TEXT};", id="semicolon at the end"),
        pytest.param(TEXT.replace('"', "&quot;"), id="entities for quotes"),
    ],
)
def test_an_article_is_read_through_usual_faults(script: str) -> None:
    assert linked_data([script]).article == GOOD


@pytest.mark.parametrize(
    ("script", "headline"),
    [
        pytest.param('{"headline": "Bridge\nopens"}', "Bridge opens", id="a raw line break in a string"),
        pytest.param('{"headline": "Bridge\topens"}', "Bridge opens", id="a raw tab in a string"),
        pytest.param(r'{"headline": "Bridge\'s day"}', r"Bridge\'s day", id="an escape that JSON does not know"),
        pytest.param(r'{"headline": "Br\u00fccke"}', "Brücke", id="an escape that it does"),
        pytest.param('{"headline": "Salt &amp;amp; pepper"}', "Salt & pepper", id="entities in a value"),
    ],
)
def test_a_text_is_read_as_it_was_meant(script: str, headline: str) -> None:
    assert string(loads(script)[0]["headline"]) == headline


@pytest.mark.parametrize(
    "script", ["", "   ", "{", "not JSON at all", '{"a": ', "[" * 5000, '{"a":' * 3000, "1" * 5000, "undefined"]
)
def test_what_no_repair_helps_is_left_out(script: str) -> None:
    assert linked_data([script]) == ((), {})


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(json.dumps({"@graph": [{"@type": "WebSite"}, GOOD]}), id="graph"),
        pytest.param(json.dumps([{"@type": "WebSite"}, GOOD]), id="array"),
        pytest.param(json.dumps([[GOOD]]), id="array in an array"),
        pytest.param(json.dumps({"@type": "WebPage", "mainEntity": GOOD}), id="main entity of a page"),
        pytest.param(json.dumps({"@type": "WebSite"}) + TEXT, id="two values in one script"),
        pytest.param(json.dumps({"@type": "WebSite"}) + ",\n" + TEXT, id="two values with a comma"),
    ],
)
def test_the_article_is_found_wherever_it_stands(script: str) -> None:
    assert linked_data([script]).article == GOOD


def test_a_broken_script_hides_no_other() -> None:
    assert linked_data(["{oops", TEXT]).article == GOOD


def test_references_by_id_are_resolved_and_unknown_ones_left() -> None:
    article = {
        "@type": "NewsArticle",
        "author": [{"@id": "#ana"}, {"@id": "#bo", "name": "Bo Kern"}],
        "publisher": {"@id": "#nobody"},
    }
    person = {"@type": "Person", "@id": "#ana", "name": "Ana Lopez"}
    found = linked_data([json.dumps({"@graph": [article, person]})]).article
    assert strings(found["author"]) == ["Ana Lopez", "Bo Kern"]
    assert found["publisher"] == {"@id": "#nobody"}


def test_nodes_that_name_each_other_end_nowhere_deep() -> None:
    graph = [
        {"@type": "NewsArticle", "@id": "#a", "author": {"@id": "#b"}},
        {"@type": "Person", "@id": "#b", "worksFor": {"@id": "#a"}},
    ]
    found = linked_data([json.dumps(graph)]).article
    assert found["author"]["worksFor"] == {"@id": "#a"}


HERE = "https://paper.example/bridge"


@pytest.mark.parametrize(
    "mine",
    [
        pytest.param({"url": HERE}, id="url"),
        pytest.param({"@id": f"{HERE}#article"}, id="id with a fragment"),
        pytest.param({"mainEntityOfPage": {"@type": "WebPage", "@id": f"{HERE}/"}}, id="main entity with a slash"),
        pytest.param({"mainEntityOfPage": "http://paper.example/bridge?page=1"}, id="another scheme and a query"),
    ],
)
def test_of_two_articles_the_one_that_names_the_page_is_meant(mine: dict[str, object]) -> None:
    other = {"@type": "NewsArticle", "headline": "Other", "url": "https://paper.example/other"}
    found = linked_data([json.dumps([other, {**GOOD, **mine}])], [HERE])
    assert found.article["headline"] == "Bridge opens"


def test_of_two_articles_without_an_address_the_first_is_meant() -> None:
    assert linked_data([json.dumps([GOOD, {"@type": "NewsArticle", "headline": "Other"}])], [HERE]).article == GOOD


def test_a_web_page_that_names_the_address_does_not_outdo_an_article() -> None:
    assert linked_data([json.dumps([{"@type": "WebPage", "url": HERE}, GOOD])], [HERE]).article == GOOD


def test_a_web_page_stands_in_where_there_is_no_article() -> None:
    page = {"@type": "WebPage", "name": "Bridge"}
    assert linked_data([json.dumps([{"@type": "Organization"}, page])]).article == page


@pytest.mark.parametrize(
    ("declared", "names"),
    [
        ("NewsArticle", ("NewsArticle",)),
        ("http://schema.org/NewsArticle", ("NewsArticle",)),
        ("schema:NewsArticle", ("NewsArticle",)),
        (["Article", "https://schema.org/BlogPosting"], ("Article", "BlogPosting")),
        (None, ()),
        ([None, 3], ()),
    ],
)
def test_types_lose_their_prefix(declared: object, names: tuple[str, ...]) -> None:
    assert types({"@type": declared}) == names


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("  Bridge \n opens ", ["Bridge opens"]),
        ({"name": "Bridge"}, ["Bridge"]),
        ({"@value": "Bridge", "@language": "en"}, ["Bridge"]),
        (["Bridge", {"name": ["Ferry"]}], ["Bridge", "Ferry"]),
        ("", []),
        (None, []),
        (7, []),
        ({}, []),
        ("\ud83d lone half", ["\ufffd lone half"]),
    ],
)
def test_texts_are_found_in_any_shape(value: object, found: list[str]) -> None:
    assert strings(value) == found


def test_a_value_as_a_list() -> None:
    assert [as_list(value) for value in (None, "a", ["a"])] == [[], ["a"], ["a"]]
