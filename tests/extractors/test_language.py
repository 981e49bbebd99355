"""Language: the declaration against the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.document import parse
from scraper.extractors.language import language, language_of, normalise_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

ENGLISH = (
    "The ferry to Lower Marling ran again on Tuesday, three weeks after a storm had torn its pier from the bank. "
    "Nobody in the harbour office would say how long the new pier is meant to last, or who is going to pay for it."
)
GERMAN = (
    "Die Fähre nach Niedermarling fährt seit Dienstag wieder, drei Wochen nachdem ein Sturm den Steg losgerissen "
    "hatte. Im Hafenamt wollte niemand sagen, wie lange der neue Steg halten soll und wer ihn am Ende bezahlen wird."
)
NORWEGIAN = (
    "Fergen går igjen siden tirsdag, tre uker etter at en storm hadde revet bryggen løs fra land. Ingen på "
    "havnekontoret ville si hvor lenge den nye bryggen skal vare, eller hvem som til slutt skal betale for den."
)


def page(lang: str, head: str = "") -> Document:
    return parse(f'<html lang="{lang}"><head>{head}</head><body></body></html>')


@pytest.mark.parametrize(
    ("declared", "text", "found"),
    [
        pytest.param("de", GERMAN, ("de", "html lang"), id="both agree"),
        pytest.param("de-AT", GERMAN, ("de-AT", "html lang"), id="the region is the declaration's"),
        pytest.param("en", GERMAN, ("de", "text"), id="the text outweighs a template's declaration"),
        pytest.param("en", GERMAN[:100], ("en", "html lang"), id="a short text does not"),
        pytest.param("", GERMAN, ("de", "text"), id="nothing declared"),
        pytest.param("no", NORWEGIAN, ("no", "html lang"), id="languages that a model confuses stay as declared"),
        pytest.param("nn-NO", NORWEGIAN, ("nn-NO", "html lang"), id="with their region"),
        pytest.param("??", ENGLISH, ("en", "text"), id="a declaration that is none"),
        pytest.param("", "", None, id="neither"),
    ],
)
def test_declaration_and_text_are_weighed(declared: str, text: str, found: tuple[str, str] | None) -> None:
    assert language(page(declared), text) == found


def test_html_lang_comes_before_json_ld_and_meta(document: Callable[..., Document]) -> None:
    ld = {"@type": "NewsArticle", "inLanguage": "fr-FR"}
    locale = '<meta property="og:locale" content="it_IT">'
    assert language(page("de", locale), "") == ("de", "html lang")
    assert language(document(head=locale, ld=ld), "") == ("fr-FR", "json-ld inLanguage")
    assert language(document(head=locale), "") == ("it-IT", "meta language")


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("de", "de"),
        ("de_DE", "de-DE"),
        ("EN-us", "en-US"),
        ("zh-hans-CN", "zh-Hans-CN"),
        ("es-419", "es-419"),
        (" fr ", "fr"),
        ("sr_Latn", "sr-Latn"),
        ("german", None),
        ("", None),
        ("x", None),
    ],
)
def test_a_tag_is_written_as_bcp_47_has_it(tag: str, found: str | None) -> None:
    assert normalise_tag(tag) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [(ENGLISH, "en"), (GERMAN, "de"), ("橋は火曜日に再び開通したと市役所が発表した。", "ja"), ("Ja.", None)],
)
def test_a_text_tells_its_language_or_nothing(text: str, code: str | None) -> None:
    assert language_of(text) == code
