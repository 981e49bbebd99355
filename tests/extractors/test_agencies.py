"""Agencies by their spellings."""

from __future__ import annotations

import pytest

from scraper.agencies import AGENCIES, agencies, agency


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
        ("with material by dpa", None),
        ("dpa/Ana Lopez", None),
        ("", None),
        ("/", None),
    ],
)
def test_a_sign_off_is_agencies_and_nothing_else(text: str, names: tuple[str, ...] | None) -> None:
    assert agencies(text) == names


def test_every_spelling_leads_to_a_name_that_is_a_spelling_itself() -> None:
    assert {agency(name) for name in AGENCIES.values()} == set(AGENCIES.values())


def test_the_worlds_agencies_are_many() -> None:
    assert len(set(AGENCIES.values())) >= 60
