"""Plain text read: blocks by the looks of their lines, and the head in all its combinations."""

from __future__ import annotations

from itertools import product

import pytest

from scraper.cleaners.clean import clean
from scraper.cleaners.plain import read
from scraper.cleaners.steps import TEXT_STEPS

CREDIT = "© dpa/AP/Michael Kappeler"
TITLE = "Brücke bleibt bis zum Herbst gesperrt"
SUMMARY = "Die Ingenieure wollen noch einen Monat. Die Händler wollen die Brücke vor dem Jahrmarkt offen sehen."
STAMP = "Stand: 08.11.2024, 10:11 Uhr"
BODY = (
    (
        "Der Rat von Niedermarling hat am Donnerstag wieder über die Brücke gestritten, die seit dem Hochwasser im "
        "Frühjahr gesperrt ist."
    ),
    (
        "„Wir brauchen einen Monat“, sagte die Ingenieurin abends im Rathaus, und niemand widersprach, auch nicht "
        "die Händler am Markt."
    ),
)


@pytest.mark.parametrize(("credit", "title", "summary", "stamp"), list(product((True, False), repeat=4)))
def test_head_in_every_combination(*, credit: bool, title: bool, summary: bool, stamp: bool) -> None:
    present = {CREDIT: credit, TITLE: title, SUMMARY: summary, STAMP: stamp}
    draft = clean(read("\n".join([*(line for line, here in present.items() if here), *BODY])), TEXT_STEPS)
    summary_is_sure = title and summary and stamp
    assert draft.title == (TITLE if title else None)
    assert draft.summary == (SUMMARY if summary_is_sure else None)
    assert [image.credit for image in draft.images] == ([CREDIT.removeprefix("© ")] if credit else [])
    assert [item.text for item in draft.removed] == [line for line in (CREDIT, STAMP) if present[line]]
    told = ((SUMMARY,) if summary and not summary_is_sure else ()) + BODY
    assert tuple(block.text for block in draft.blocks) == told


def test_provenance_tells_what_the_first_lines_gave() -> None:
    assert read("\n".join([TITLE, SUMMARY, STAMP, *BODY])).provenance == {
        "title": "first lines",
        "summary": "first lines",
    }
    assert read("\n".join(BODY)).provenance == {}


@pytest.mark.parametrize(
    "line",
    [
        "Die Brücke bleibt zu.",
        "Bleibt die Brücke zu?",
        "„Die Brücke bleibt zu.“",
        "Er sagte:",
        "橋は閉鎖されたままだ。",
        "die Brücke bleibt zu",
        "… und die Brücke bleibt zu",
        "... und die Brücke bleibt zu",
        "- Brücke",
        "| Brücke | zu |",
        "Brücke " * 40,
        "Lesedauer: 4 Minuten",
    ],
)
def test_first_line_that_is_no_title(line: str) -> None:
    assert read("\n".join([line, *BODY])).title is None


@pytest.mark.parametrize(
    "line",
    [
        "# Brücke bleibt zu",
        "### Brücke bleibt zu",
        "  Brücke bleibt zu  ",
        "Brücke\u00a0bleibt\u200b zu",
        "\ufeffBrücke bleibt zu",
    ],
)
def test_title_is_read_without_its_marks(line: str) -> None:
    assert read("\n".join([line, *BODY])).title == "Brücke bleibt zu"


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Why does the bridge of Marling stay shut?", True),
        ("Brücke von Marling: Wie lange bleibt sie zu?", True),
        ("Why? The bridge of Marling stays shut?", False),
        ("Why does the bridge of Marling stay shut!", False),
        ("Why is the bridge" + " so very old" * 9 + "?", False),
    ],
)
def test_question_that_stands_first_is_a_headline(line: str, *, is_title: bool) -> None:
    assert (read("\n".join([line, *BODY])).title == line) is is_title


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "\ufeff", "Brücke bleibt zu", CREDIT, f"{CREDIT}\n{STAMP}"])
def test_text_with_no_body_under_it_has_no_title(text: str) -> None:
    assert read(text).title is None


def test_credit_with_a_no_break_space_is_no_title() -> None:
    draft = clean(read("\n".join(["Foto:\u00a0dpa/Michael Kappeler", TITLE, *BODY])), TEXT_STEPS)
    assert draft.title == TITLE
    assert [image.credit for image in draft.images] == ["dpa/Michael Kappeler"]


def test_standfirst_may_have_two_lines() -> None:
    draft = read("\n".join([TITLE, "Erste Zeile.", "Zweite Zeile.", STAMP, *BODY]))
    assert draft.summary == "Erste Zeile. Zweite Zeile."


def test_standfirst_longer_than_a_standfirst_is_body() -> None:
    long = "Ein Satz, der sich zieht. " * 25
    draft = read("\n".join([TITLE, long, STAMP, *BODY]))
    assert (draft.title, draft.summary) == (TITLE, None)
    assert draft.blocks[0].text == long.strip()


@pytest.mark.parametrize(
    ("line", "kind", "text", "level"),
    [
        ("# Eins", "heading", "Eins", 1),
        ("###### Sechs", "heading", "Sechs", 6),
        ("####### Sieben", "heading", "####### Sieben", None),
        ("#Schlagwort", "heading", "#Schlagwort", None),
        ("Zwischentitel ohne Punkt", "heading", "Zwischentitel ohne Punkt", None),
        ("Kurzer Satz.", "paragraph", "Kurzer Satz.", None),
        ("Kurzer Satz. (AFP, dpa)", "paragraph", "Kurzer Satz. (AFP, dpa)", None),
        ("Kein Satz (Teil zwei)", "heading", "Kein Satz (Teil zwei)", None),
        ("Wort " * 30, "paragraph", ("Wort " * 30).strip(), None),
        ("- Nato", "list_item", "Nato", None),
        ("* Nato", "list_item", "Nato", None),
        ("• Nato", "list_item", "Nato", None),
        ("‣  Nato", "list_item", "Nato", None),
        ("-Nato", "heading", "-Nato", None),
        ("– Nein, sagte er.", "paragraph", "– Nein, sagte er.", None),
        ("| Jahr | Zahl |", "table", "| Jahr | Zahl |", None),
        ("|---|---|", "table", "|---|---|", None),
        ("東京で橋が閉鎖されたまま", "heading", "東京で橋が閉鎖されたまま", None),
        ("東京で橋が閉鎖" * 6, "paragraph", "東京で橋が閉鎖" * 6, None),
    ],
)
def test_line_becomes_the_block_it_looks_like(line: str, kind: str, text: str, level: int | None) -> None:
    block = read("\n".join([*BODY, line])).blocks[-1]
    assert (block.type, block.text, block.level) == (kind, text, level)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\n \u00a0\n"])
def test_any_line_end_parts_blocks(end: str) -> None:
    assert [block.text for block in read(end.join(BODY)).blocks] == list(BODY)


def test_mojibake_is_mended_line_by_line() -> None:
    assert [block.text for block in read("Die GrÃ¶ÃŸe zählt.\nDie Größe zählt.").blocks] == ["Die Größe zählt."] * 2
