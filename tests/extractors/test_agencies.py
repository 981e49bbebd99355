"""Agencies by their spellings."""

from __future__ import annotations

import pytest

from scraper.agencies import AGENCIES, agencies, agency, dateline, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dpa", "dpa"),
        ("DPA", "dpa"),
        ("(dpa)", "dpa"),
        ("dpa.", "dpa"),
        ("dpa-AFX", "dpa"),
        ("Reuters", "Reuters"),
        ("reuters", "Reuters"),
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("Télam", "Telam"),
        ("PTI", "Press Trust of India"),
        ("SID", "SID"),
        ("Sid", None),
        ("Na", None),
        ("dpa says", None),
        ("Ana Lopez", None),
        ("", None),
    ],
)
def test_an_agency_is_known_by_its_spellings_and_no_name_is_taken_for_one(text: str, name: str | None) -> None:
    assert agency(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("dpa", ("dpa",)),
        ("dpa/AP", ("dpa", "AP")),
        ("(AFP, dpa)", ("AFP", "dpa")),
        ("AFP und dpa", ("AFP", "dpa")),
        ("AFP et Reuters", ("AFP", "Reuters")),
        ("EFE y AP", ("Agencia EFE", "AP")),
        ("dpa, dpa-AFX", ("dpa",)),
        ("dpa/gem", ("dpa",)),
        ("det/dpa", ("dpa",)),
        ("with material by dpa", None),
        ("and us", None),
        ("dpa/Ana Lopez", None),
        ("", None),
        ("/", None),
    ],
)
def test_a_sign_off_is_agencies_and_nothing_else(text: str, names: tuple[str, ...] | None) -> None:
    assert agencies(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MARLING, Nov 3 (Reuters) - The bridge opened.", ("Reuters",)),
        ("MARLING, Wis. (AP) — The bridge opened.", ("AP",)),
        ("Marling (dpa/lno) – Die Brücke ist offen.", ("dpa",)),
        ("Marling (epd). Die Brücke ist offen.", ("epd",)),
        ("Marling, 3 nov (EFE).- El puente abre.", ("Agencia EFE",)),
        ("MARLING, November 3. /TASS/. The bridge opened.", ("TASS",)),
        ("МАРЛИНГ, 3 ноя — РИА Новости. Мост открыт.", ("RIA Novosti",)),
        ("EFE.- El puente abre.", ("Agencia EFE",)),
        ("新华社马林11月3日电 大桥开通。", ("Xinhua",)),
        ("[マーリング 3日 ロイター] 橋が開通した。", ("Reuters",)),
        ("【マーリング共同】橋が開通した。", ("Kyodo",)),
        ("(말링=연합뉴스) 다리가 열렸다.", ("Yonhap",)),
        ("PITTSBURGH (PA) – The bridge opened.", ()),
        ("The agency (dpa) said that the bridge opened.", ()),
        ("The band (AC/DC) - the loudest - played.", ()),
        ("The bridge opened - and the quay.", ()),
        ("Reuters said - as did others - that it opened.", ()),
        ("", ()),
    ],
)
def test_a_dateline_names_who_wrote_the_text(text: str, names: tuple[str, ...]) -> None:
    assert dateline(text) == names


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("dpa", ("dpa",)),
        ("Bo Kern/AFP via Getty Images", ("AFP", "Getty Images")),
        ("AP Photo/Bo Kern", ("AP",)),
        ("dpa-Bildfunk/Bo Kern", ("dpa",)),
        ("DPA Images | Bo Kern", ("dpa",)),
        ("Bo Kern - Europa Press / Europa Press", ("EUROPAPRESS",)),
        ("Bo Kern (Reuters)", ("Reuters",)),
        ("IMAGO/ZUMA Press", ("imago", "ZUMA")),
        ("연합뉴스", ("Yonhap",)),
        ("Bo Kern", ()),
        ("Sid Kern", ()),
        ("", ()),
    ],
)
def test_a_pictures_credit_names_agencies_among_others(credit: str, names: tuple[str, ...]) -> None:
    assert named(credit) == names


def test_agencies_of_pictures_sign_no_text() -> None:
    assert agency("Getty Images") is None
    assert agencies("(Getty Images)") is None


def test_every_spelling_leads_to_a_name_that_is_a_spelling_itself() -> None:
    assert {agency(name) for name in AGENCIES.values()} == set(AGENCIES.values())


def test_the_worlds_agencies_are_many() -> None:
    assert len(set(AGENCIES.values())) >= 60
