"""Names in bylines."""

from __future__ import annotations

import pytest

from scraper.extractors.names import (
    Publication,
    has_common_word,
    is_desk,
    is_full_name,
    is_medium,
    is_organisation,
    is_person,
    is_phrase,
    is_placeholder,
    split,
)

OWN = Publication("Marling Post", "https://www.marlingpost.example/a")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("Ana Lopez", ["Ana Lopez"], id="one name"),
        pytest.param("By Ana Lopez", ["Ana Lopez"], id="by"),
        pytest.param("Von Ana Lopez", ["Ana Lopez"], id="von"),
        pytest.param("Par Ana Lopez et Bo Kern", ["Ana Lopez", "Bo Kern"], id="French"),
        pytest.param("Por Ana Lopez y Bo Kern", ["Ana Lopez", "Bo Kern"], id="Spanish"),
        pytest.param("Av Ana Lopez og Bo Kern", ["Ana Lopez", "Bo Kern"], id="Norwegian"),
        pytest.param("Ana Lopez ve Bo Kern / ANTALYA", ["Ana Lopez", "Bo Kern", "ANTALYA"], id="Turkish"),
        pytest.param("Ana Lopez dan Bo Kern", ["Ana Lopez", "Bo Kern"], id="Indonesian"),
        pytest.param("Joe Dan Miller", ["Joe Dan Miller"], id="a first name as Indonesian has for and"),
        pytest.param("Ana Lopez, Bo Kern and Cy Dahl", ["Ana Lopez", "Bo Kern", "Cy Dahl"], id="list with and"),
        pytest.param("Ana Lopez, Bo Kern, and Cy Dahl", ["Ana Lopez", "Bo Kern", "Cy Dahl"], id="Oxford comma"),
        pytest.param("Ana Lopez; Bo Kern | Cy Dahl", ["Ana Lopez", "Bo Kern", "Cy Dahl"], id="other separators"),
        pytest.param("oprac. Ana Lopez", ["Ana Lopez"], id="Polish, prepared by"),
        pytest.param("Muhabir: Ana Lopez", ["Ana Lopez"], id="Turkish label"),
        pytest.param("Par Ana Lopez (avec AFP)", ["Ana Lopez", "AFP"], id="an agency in brackets"),
        pytest.param("Ana Lopez / Bo Kern", ["Ana Lopez", "Bo Kern"], id="slash with spaces"),
        pytest.param("Ana Lopez/Bo Kern", ["Ana Lopez", "Bo Kern"], id="slash without spaces"),
        pytest.param("Autorin/Autor Ana Lopez", ["Ana Lopez"], id="a role for two genders"),
        pytest.param("신현주 기자", ["신현주"], id="a Korean role"),
        pytest.param("Text: Ana Lopez", ["Ana Lopez"], id="a role before a colon"),
        pytest.param("Ein Interview von Ana Lopez", ["Ana Lopez"], id="a genre before the name"),
        pytest.param("Ana Lopez (Text)", ["Ana Lopez"], id="a role in brackets"),
        pytest.param("Ana Lopez - Chief of Everything", ["Ana Lopez"], id="a role after a dash"),
        pytest.param("Ana Lopez in Berlin", ["Ana Lopez"], id="a place"),
        pytest.param("Ana Lopez, aus Bad Berka", ["Ana Lopez"], id="a place after a comma"),
        pytest.param("Ana Lopez, MD, PhD", ["Ana Lopez"], id="degrees"),
        pytest.param("Bo Kern, Jr.", ["Bo Kern"], id="junior"),
        pytest.param("ANA LOPEZ", ["Ana Lopez"], id="capitals"),
        pytest.param("Ursula von Anders", ["Ursula von Anders"], id="von inside a name stays"),
        pytest.param("Byron Vonk", ["Byron Vonk"], id="a name that begins like a preposition stays"),
        pytest.param("Jean-Luc O'Neill", ["Jean-Luc O'Neill"], id="hyphen and apostrophe stay"),
        pytest.param("and Ana Lopez", ["Ana Lopez"], id="the last of a list"),
        pytest.param('<a href="/ana" lang="es">Ana Lopez</a>', ["Ana Lopez"], id="a link"),
        pytest.param("Ana Lopez For The Mail On Monday", ["Ana Lopez"], id="a publication she writes for"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_byline_is_split_into_names(byline: str, names: list[str]) -> None:
    assert list(split(byline)) == names


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ana Lopez", True),
        ("Ōe Kenzaburō", True),
        ("Pelé", True),
        ("Anthony Head", True),
        ("dpa", False),
        ("Agence France-Presse", False),
        ("Politics Desk", False),
        ("Onze verslaggever", False),
        ("inviata a Marling", False),
        ("Unsere Redaktion", False),
        ("marlingpost.com", False),
        ("Updated 10:30", False),
        ("Marling Post", False),
        ("design: Bo Kern", False),
        ("marlingpost", False),
        ("A", False),
        ("marling.press", False),
        ("J.R. Lopez", True),
        ("Harbour Trust e.V.", False),
        ("Ferries AG", False),
        ("Ferry Illustrierte", False),
        ("Sea Finanzmagazin", False),
        ("Marling Digital", False),
        ("Ana Rosenblatt", True),
        ("Seefahrtsministerium", False),
        ("Ana Agnelli", True),
        ("one two three four five six seven", False),
    ],
)
def test_only_a_person_is_a_person(name: str, *, person: bool) -> None:
    assert is_person(name, OWN) is person


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ana Lopez", True),
        ("Ana de la Cruz", True),
        ("Łukasz Żak", True),
        ("Анна Иванова", True),
        ("김 태연", True),
        ("Pelé", False),
        ("ana lopez", False),
        ("Ana lopez", False),
        ("Read more", False),
        ("Link Kopieren", False),
        ("Last Modified", False),
        ("Verfasst von", False),
        ("Publicado el", False),
        ("Ferries (Harbour", False),
    ],
)
def test_a_full_name_has_two_words_with_capitals(name: str, *, full: bool) -> None:
    assert is_full_name(name) is full


@pytest.mark.parametrize(
    ("name", "desk"),
    [
        ("Politics Desk", True),
        ("Podium Staff", True),
        ("marlingpost", True),
        ("Marling Post", True),
        ("Ana Lopez", False),
        ("Garden Maintenance", False),
    ],
)
def test_a_desk_says_so_or_is_the_publication(name: str, *, desk: bool) -> None:
    assert is_desk(name, OWN) is desk


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        pytest.param("Best Ferries", True, id="words of the text in capitals"),
        pytest.param("Rose Ferries", False, id="one that is no word of it"),
        pytest.param("Bo Kern", False, id="a name"),
        pytest.param("新现主", False, id="a script without capitals"),
    ],
)
def test_what_the_text_has_in_small_letters_is_no_name(name: str, *, phrase: bool) -> None:
    assert is_phrase(name, "Which ferries are best? We tried nine.") is phrase


@pytest.mark.parametrize(
    ("name", "common"),
    [
        pytest.param("Rose Ferries", True, id="one word of the text"),
        pytest.param("Bo Kern", False, id="a name"),
        pytest.param("Ana Marling", False, id="only in an address"),
        pytest.param("Ana de Nine", True, id="particles aside"),
    ],
)
def test_a_label_has_words_of_the_text(name: str, *, common: bool) -> None:
    assert has_common_word(name, "Which ferries are best? We tried nine. See www.marling.example, @marling.") is common


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Ministry of Fish and Ships", True),
        ("Bundesverband Fähre und Hafen", True),
        ("Ana Lopez, Harbour Foundation", False),
        ("Ana Lopez and Bo Kern", False),
    ],
)
def test_an_organisation_is_one_whatever_joins_its_words(text: str, *, organisation: bool) -> None:
    assert is_organisation(text) is organisation


@pytest.mark.parametrize(
    ("name", "publication", "medium"),
    [
        ("Marling Tribune", None, True),
        ("The Reflector", None, True),
        ("Mirante Santarém", "Portal Mirante", True),
        ("Ana Lopez", "Portal Mirante", False),
        ("Ana de Dios", "El Faro de Marling", False),
    ],
)
def test_a_paper_is_told_by_its_kind_or_by_the_publications_name(
    name: str, publication: str | None, *, medium: bool
) -> None:
    assert is_medium(name, Publication(publication, None)) is medium


@pytest.mark.parametrize(
    ("name", "placeholder"), [("admin", True), ("No Author", True), ("Anonymous", False), ("Adminov", False)]
)
def test_what_systems_fill_in_is_no_name(name: str, *, placeholder: bool) -> None:
    assert is_placeholder(name) is placeholder
