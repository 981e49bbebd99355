"""Charset: which label is believed."""

from __future__ import annotations

import codecs

import pytest

from scraper.extractors.charset import decode
from scraper.page import Page, html_page

GERMAN = "<p>Über die Brücke führt für längere Zeit kein Weg, sagt die Bürgermeisterin der größeren Stadt.</p>"
RUSSIAN = "<p>Мост через реку снова открыт, сообщила городская администрация во вторник утром.</p>"
JAPANESE = "<p>橋は火曜日に再び開通したと市役所が発表した。工事は一年かかった。</p>"


def page(body: bytes, content_type: str | None = "text/html") -> Page:
    headers = (("content-type", content_type),) if content_type else ()
    return Page("https://paper.example/a", None, 200, headers, body, None, "live")


def meta(label: str) -> str:
    return f'<meta charset="{label}">'


@pytest.mark.parametrize(
    ("body", "content_type", "text", "source"),
    [
        pytest.param(codecs.BOM_UTF8 + GERMAN.encode(), "text/html; charset=cp1251", GERMAN, "bom", id="BOM first"),
        pytest.param(codecs.BOM_UTF16_LE + GERMAN.encode("utf-16-le"), None, GERMAN, "bom", id="UTF-16 by its BOM"),
        pytest.param(
            (meta("utf-8") + RUSSIAN).encode("cp1251"),
            "text/html; charset=windows-1251",
            meta("utf-8") + RUSSIAN,
            "header",
            id="header before meta",
        ),
        pytest.param(
            (meta("windows-1251") + RUSSIAN).encode("cp1251"),
            "text/html",
            meta("windows-1251") + RUSSIAN,
            "meta",
            id="meta without a header",
        ),
        pytest.param(
            (meta("windows-1251") + GERMAN).encode(),
            "text/html; charset=utf-8",
            meta("windows-1251") + GERMAN,
            "header",
            id="a true header over a lying meta",
        ),
        pytest.param(
            (meta("iso-8859-1") + GERMAN).encode(),
            "text/html; charset=iso-8859-1",
            meta("iso-8859-1") + GERMAN,
            "valid utf-8",
            id="UTF-8 under another label",
        ),
        pytest.param(
            (meta("iso-8859-1") + GERMAN).encode("cp1252"),
            "text/html; charset=utf-8",
            meta("iso-8859-1") + GERMAN,
            "meta",
            id="a header that the bytes contradict is passed over",
        ),
        pytest.param(
            "<p>„Zitat“</p>".encode("cp1252"),
            "text/html; charset=ISO-8859-1",
            "<p>„Zitat“</p>",
            "header",
            id="latin-1 means windows-1252",
        ),
        pytest.param(
            JAPANESE.encode("shift_jis"), 'text/html; charset="Shift_JIS"', JAPANESE, "header", id="quoted label"
        ),
        pytest.param(GERMAN.encode(), None, GERMAN, "valid utf-8", id="no label: valid UTF-8"),
        pytest.param(
            GERMAN.encode(), "text/html; charset=klingon", GERMAN, "valid utf-8", id="a label that nobody knows"
        ),
        pytest.param(b"", None, "", "valid utf-8", id="nothing"),
    ],
)
def test_labels_are_believed_in_order_while_the_bytes_agree(
    body: bytes, content_type: str | None, text: str, source: str
) -> None:
    decoded = decode(page(body, content_type))
    assert (decoded.text, decoded.source) == (text, source)


@pytest.mark.parametrize(("text", "encoding"), [(GERMAN * 5, "cp1252"), (RUSSIAN * 5, "cp1251")])
def test_without_a_label_the_charset_is_detected(text: str, encoding: str) -> None:
    decoded = decode(page(text.encode(encoding)))
    assert (decoded.text, decoded.source) == (text, "detected")


@pytest.mark.parametrize("repeated", [1, 50], ids=["short page", "long page"])
@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", None], ids=["labelled", "unlabelled"])
def test_a_page_cut_inside_a_character_stays_utf_8(repeated: int, content_type: str | None) -> None:
    body = (GERMAN * repeated + "ü").encode()[:-1]
    decoded = decode(page(body, content_type))
    assert decoded.text.rstrip("\ufffd") == GERMAN * repeated


def test_a_few_broken_bytes_do_not_overrule_the_label() -> None:
    body = (GERMAN * 50).encode() + b"\xff" + GERMAN.encode()
    decoded = decode(page(body, "text/html; charset=utf-8"))
    assert decoded.source == "header"
    assert decoded.text == GERMAN * 50 + "\ufffd" + GERMAN


@pytest.mark.parametrize("text", [GERMAN, "\ufffd" * 50, JAPANESE], ids=["clean", "broken before", "Japanese"])
def test_text_given_as_str_is_never_decoded_by_its_meta_tag(text: str) -> None:
    page = meta("windows-1252") + text
    assert decode(html_page("\ufeff" + page)).text == page
