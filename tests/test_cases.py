"""Saved pages, one directory a case: what the whole way makes of each, every expected field a test of its own.

`tests/cases/<host>/<slug>/` holds `page.html`, `meta.json` (the page's address, what the case is about, and which of
the field's complaints it stands for) and `expected.json`: the fields that the case is about, as the record should
have them. All pages are invented.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import scraper

CASES = Path(__file__).parent / "cases"
FILES = {"page.html", "meta.json", "expected.json"}


def read(case: str, name: str) -> dict[str, Any]:
    """One of a case's JSON files."""
    value: dict[str, Any] = json.loads((CASES / case / name).read_bytes())
    return value


@cache
def record(case: str) -> dict[str, Any]:
    """The record of a case's page, as it is printed."""
    page = (CASES / case / "page.html").read_bytes()
    return scraper.extract(page, url=read(case, "meta.json")["url"]).model_dump(mode="json")


KNOWN: dict[str, str] = {}
"""What the program does not get right yet, and why; strict, so that a mended one is taken off the list."""

NAMES = sorted(path.parent.relative_to(CASES).as_posix() for path in CASES.glob("*/*/page.html"))
FIELDS = [f"{case}-{field}" for case in NAMES for field in read(case, "expected.json")]


def _marks(name: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=KNOWN[name])] if name in KNOWN else []


@pytest.mark.parametrize("name", [pytest.param(name, id=name, marks=_marks(name)) for name in FIELDS])
def test_a_field_of_a_page_is_what_its_case_expects(name: str) -> None:
    case, _, field = name.rpartition("-")
    assert record(case)[field] == read(case, "expected.json")[field]


@pytest.mark.parametrize("case", NAMES)
def test_a_case_is_whole_and_stands_under_its_host(case: str) -> None:
    assert {path.name for path in (CASES / case).iterdir()} == FILES
    assert read(case, "meta.json")["url"].split("/")[2] == case.partition("/")[0]


def test_there_are_cases() -> None:
    assert NAMES
