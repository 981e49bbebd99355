"""Captions and credits, apart."""

from __future__ import annotations

import pytest

from scraper.extractors.images.captions import part_caption, unlabelled


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        pytest.param("The bridge.", "The bridge.", None, id="no credit"),
        pytest.param("The bridge. (Foto: dpa)", "The bridge.", "dpa", id="in brackets"),
        pytest.param("The bridge. Photo: Ana Lopez/AFP", "The bridge.", "Ana Lopez/AFP", id="person and agency"),
        pytest.param("The bridge © AFP", "The bridge", "AFP", id="copyright sign"),
        pytest.param("The bridge | Bild: Ana Lopez", "The bridge", "Ana Lopez", id="bar"),
        pytest.param("Photo by Ana Lopez", None, "Ana Lopez", id="credit alone"),
        pytest.param("Photo credit: Ana Lopez.", None, "Ana Lopez", id="two words"),
        pytest.param("Image Credits: Ana Lopez", None, "Ana Lopez", id="two words, many"),
        pytest.param("The bridge. Photograph: Ana Lopez", "The bridge.", "Ana Lopez", id="photograph"),
        pytest.param(
            "The bridge. © imago/Bo Kern | IMAGO/Bo Kern", "The bridge.", "imago/Bo Kern | IMAGO/Bo Kern", id="twice"
        ),
        pytest.param("Köprü. Fotoğraf: Bo Kern/AA", "Köprü.", "Bo Kern/AA", id="in Turkish"),
        pytest.param("Most. Zdj. PAP", "Most.", "PAP", id="a label without a colon"),
        pytest.param("The bridge. (AP Photo/Bo Kern)", "The bridge.", "AP Photo/Bo Kern", id="an agency in brackets"),
        pytest.param("The bridge (Bo Kern / AFP via Getty)", "The bridge", "Bo Kern / AFP via Getty", id="via"),
        pytest.param("The bridge. Foto: Bo Kern (dpa)", "The bridge.", "Bo Kern (dpa)", id="a label before brackets"),
        pytest.param("다리가 열렸다. 연합뉴스", "다리가 열렸다.", "연합뉴스", id="an agency behind the last sentence"),
        pytest.param("다리가 열렸다. 고영권 기자", "다리가 열렸다.", "고영권 기자", id="a reporter"),
        pytest.param("母島の橋（警視庁提供）", "母島の橋", "警視庁提供", id="who gave it"),
        pytest.param("The bridge. Supplied", "The bridge.", "Supplied", id="given by those in it"),
        pytest.param("REUTERS/Bo Kern", None, "REUTERS/Bo Kern", id="names and an agency alone"),
        pytest.param("(The Marling Post)", None, "The Marling Post", id="names in brackets alone"),
        pytest.param("Il ponte (foto Ana Lopez/LaPresse)", "Il ponte", "Ana Lopez/LaPresse", id="a label in brackets"),
        pytest.param(
            "The bridge (photo taken in May)", "The bridge (photo taken in May)", None, id="prose in brackets"
        ),
        pytest.param("The bridge. Credit... Ana Lopez", "The bridge.", "Ana Lopez", id="a label and dots"),
        pytest.param("Most. Źródło: Bo Kern", "Most.", "Bo Kern", id="a source in Polish"),
        pytest.param("The mayor (left)", "The mayor (left)", None, id="a word in brackets"),
        pytest.param("Ana Lopez", "Ana Lopez", None, id="who is shown"),
        pytest.param("The photo was taken at dawn.", "The photo was taken at dawn.", None, id="a photo in prose"),
        pytest.param("A source close to the mayor", "A source close to the mayor", None, id="a source in prose"),
        pytest.param("He works for Reuters", "He works for Reuters", None, id="an agency in prose"),
        pytest.param("The bridge. Foto: Bild: dpa", "The bridge.", "dpa", id="a label twice"),
        pytest.param(
            "El puente. Ana Lopez (REUTERS)", "El puente.", "Ana Lopez (REUTERS)", id="a name before brackets"
        ),
        pytest.param("다리 [사진 출처 = 연합뉴스]", "다리", "연합뉴스", id="a label in Korean"),
        pytest.param("The bridge at dawn | Bild:", "The bridge at dawn", None, id="a label whose credit is elsewhere"),
        pytest.param("Illustration by Ana Lopez", None, "Ana Lopez", id="an illustration"),
        pytest.param("渡り橋（Ｃ）共同通信社", "渡り橋", "共同通信社", id="a sign in wide letters"),
        pytest.param("Screenshots: Instagram/ ana", None, "Instagram/ ana", id="a screenshot"),
        pytest.param("The bridge. (Symbolbild: Ana L./AdobeStock)", "The bridge.", "Ana L./AdobeStock", id="a symbol"),
        pytest.param(
            "Photo: the new bridge as seen from it", "Photo: the new bridge as seen from it", None, id="a sentence"
        ),
        pytest.param("harbour_bridge_7", None, None, id="the name of a file"),
        pytest.param("harbour-bridge-dawn", None, None, id="the name of a file with hyphens"),
        pytest.param("...", None, None, id="dots"),
        pytest.param("bridge.jpg", None, None, id="a file with its ending"),
        pytest.param("Fotostrecke ansehen", None, None, id="words on the way to a gallery"),
        pytest.param(
            "The bridge. | Bo Kern/PA Images via Getty Images",
            "The bridge.",
            "Bo Kern/PA Images via Getty Images",
            id="by way of",
        ),
        pytest.param(
            "新しい橋＝大阪市で3月12日、山田太郎撮影",
            "新しい橋＝大阪市で3月12日",
            "山田太郎",
            id="who took it, in Japanese",
        ),
        pytest.param("寄贈本の箱＝森下千枝さん提供", "寄贈本の箱", "森下千枝", id="who gave it, in Japanese"),
        pytest.param("橋を、市長が撮影", "橋を、市長が撮影", None, id="a sentence in Japanese"),
        pytest.param("السد بعد الأمطار (الفرنسية)", "السد بعد الأمطار", "الفرنسية", id="an agency in Arabic"),
        pytest.param("The senator. | Ana Lopez/MARLINGER", "The senator.", "Ana Lopez/MARLINGER", id="a paper's own"),
        pytest.param("The bridge and/or IT", "The bridge and/or IT", None, id="a stroke in prose"),
        pytest.param("44 Bilder", None, None, id="a way to a gallery"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_a_credit_leaves_the_caption(text: str, caption: str | None, credit: str | None) -> None:
    assert part_caption(text) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Photo by Ana Lopez", "Ana Lopez"),
        ("(Image credit: Ana Lopez)", "Ana Lopez"),
        ("Foto: Ana Lopez (dpa)", "Ana Lopez (dpa)"),
        ("© dpa/Bo Kern", "dpa/Bo Kern"),
        ("Ana Lopez - Europa Press / Europa Press", "Ana Lopez - Europa Press / Europa Press"),
        ("Fotograf Ana Lopez", "Fotograf Ana Lopez"),
        ("5.9.2024 | 2:03 min", None),
        ("", None),
    ],
)
def test_a_label_is_no_part_of_a_credit(text: str, credit: str | None) -> None:
    assert unlabelled(text) == credit
