"""From a draft to the record: identity, hashes, the language of a text."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from scraper.article import Access, Block, Image, Removed, Rights
from scraper.cleaners.clean import rules_version
from scraper.draft import Draft
from scraper.normaliser import normalise, stable_id
from scraper.page import Page, html_page, text_page

GERMAN = "Der Rat hat am Donnerstag noch einmal über die Brücke gestritten, die seit dem Frühjahr gesperrt ist."
ENGLISH = "The council met on Thursday and argued about the bridge, which has been closed since the spring floods."
DIGITS = set("0123456789abcdef")


def _draft(*texts: str, **values: object) -> Draft:
    return Draft(blocks=tuple(Block(type="paragraph", text=text) for text in texts), **values)  # type: ignore[arg-type]


def test_every_field_of_the_draft_is_in_the_record() -> None:
    draft = Draft(
        outcome="liveblog",
        title="t",
        kicker="k",
        summary="s",
        description="d",
        authors=("a",),
        agencies=("dpa",),
        published_at="2024-11-08",
        modified_at="2024-11-09",
        language="de",
        section="p",
        tags=("n",),
        publisher="b",
        canonical_url="https://a.test/1",
        images=(Image(credit="c"),),
        blocks=(Block(type="paragraph", text=GERMAN),),
        access=Access(state="free"),
        rights=Rights(license="l"),
        removed=(Removed(rule="r", text="x", after_block=0),),
        provenance={"title": "h1"},
    )
    article = normalise(html_page(""), draft)
    assert {field.name: getattr(article, field.name) for field in fields(Draft)} == {
        field.name: getattr(draft, field.name) for field in fields(Draft)
    }


def test_the_agency_of_the_dateline_joins_those_of_the_byline() -> None:
    article = normalise(html_page(""), _draft("Marling (dpa) – Die Brücke ist offen.", agencies=("AFP",)))
    assert (article.agencies, article.text) == (("AFP", "dpa"), "Marling (dpa) – Die Brücke ist offen.")
    alone = normalise(html_page(""), _draft("Bridge", summary="MARLING (AP) — It opened."))
    assert (alone.agencies, alone.provenance["agencies"]) == (("AP",), "dateline")


def test_agencies_of_a_credit_stand_with_its_image_and_not_with_the_text() -> None:
    images = (Image(url="https://a.test/1.jpg", credit="Bo Kern/AFP via Getty Images"), Image(caption="The bridge"))
    article = normalise(html_page(""), Draft(images=images))
    assert [image.agencies for image in article.images] == [("AFP", "Getty Images"), ()]
    assert article.agencies == ()


def test_the_answer_is_told_as_it_was() -> None:
    when = datetime(2024, 11, 8, 10, 11, tzinfo=UTC)
    page = Page("http://a.test/", "https://www.a.co.uk/1", 404, (), b"", when, "live")
    article = normalise(page, Draft(outcome="gone"))
    assert (article.url, article.final_url, article.status, article.site) == (
        "http://a.test/",
        "https://www.a.co.uk/1",
        404,
        "a.co.uk",
    )
    assert article.fetched_at == "2024-11-08T10:11:00+00:00"
    assert article.rules_version == rules_version()


def test_file_without_url_or_time_makes_none_up() -> None:
    article = normalise(text_page("a"), _draft("a"))
    assert (article.url, article.final_url, article.site, article.status, article.fetched_at) == (None,) * 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.test/1?b=2&a=1", "https://a.test/1?a=1&b=2"),
        ("https://a.test/1#top", "https://a.test/1"),
        ("https://A.test/1", "https://a.test/1"),
    ],
)
def test_spellings_of_a_url_have_one_id(one: str, other: str) -> None:
    assert stable_id(one, b"x") == stable_id(other, b"y")


def test_ids_tell_urls_and_bodies_apart() -> None:
    ids = {
        stable_id("https://a.test/1", b""),
        stable_id("https://a.test/2", b""),
        stable_id(None, b"1"),
        stable_id(None, b"2"),
    }
    assert len(ids) == 4
    assert all(len(one) == 16 and set(one) <= DIGITS for one in ids)


def test_canonical_url_outranks_the_address_asked() -> None:
    page = html_page("", url="https://a.test/1?ref=feed")
    assert normalise(page, _draft(canonical_url="https://a.test/1")).id == stable_id("https://a.test/1", b"")


def test_content_hash_is_the_bodys_however_its_letters_are_composed() -> None:
    composed, decomposed = (normalise(html_page(""), _draft(text)) for text in ("caf\u00e9", "cafe\u0301"))
    assert composed.content_hash == decomposed.content_hash
    assert composed.simhash == decomposed.simhash
    assert decomposed.blocks[0].text == "cafe\u0301"
    assert normalise(html_page(""), _draft("cafe")).content_hash != composed.content_hash


def test_title_is_no_part_of_the_hash() -> None:
    assert (
        normalise(html_page(""), _draft("a", title="1")).content_hash
        == normalise(html_page(""), _draft("a")).content_hash
    )


def test_no_body_has_no_hash() -> None:
    article = normalise(html_page(""), Draft())
    assert (article.content_hash, article.simhash, article.language) == (None, None, None)


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ENGLISH, "en")])
def test_language_of_a_text_is_its_own(text: str, language: str) -> None:
    article = normalise(text_page(text), _draft(text, text))
    assert article.language == language
    assert article.provenance == {"language": "text"}


def test_language_the_page_gave_is_kept() -> None:
    draft = _draft(GERMAN, language="de-CH", provenance={"language": "html lang"})
    article = normalise(html_page(""), draft)
    assert (article.language, article.provenance) == ("de-CH", {"language": "html lang"})
