"""tdmrep.json: what a site says of its pages, asked for once."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import ConnectionFailedError
from scraper.fetchers.tdmrep import Reservations, Statement, statements
from scraper.page import Page

FILE = [
    {"location": "/", "tdm-reservation": 0},
    {"location": "/news/", "tdm-reservation": 1, "tdm-policy": "https://paper.test/terms.json"},
    {"location": "/news/*/open$", "tdm-reservation": 0},
]


def site(body: bytes, status: int = 200) -> tuple[Reservations, list[str]]:
    asked: list[str] = []

    async def ask(url: str) -> Page:
        asked.append(url)
        if status == 0:
            raise ConnectionFailedError(f"{url}: no answer")
        return Page(url, url, status, (), body, None, "live")

    return Reservations(ask), asked


@pytest.mark.parametrize(
    ("path", "reservation"),
    [
        pytest.param("/", "0", id="the whole site"),
        pytest.param("/about?x=1", "0", id="with a query"),
        pytest.param("/news/bridge", "1", id="a folder"),
        pytest.param("/news/bridge/open", "0", id="the longest that matches"),
        pytest.param("/news/bridge/opened", "1", id="an end that is none"),
    ],
)
def test_the_longest_location_that_matches_speaks(path: str, reservation: str) -> None:
    reservations, _ = site(json.dumps(FILE).encode())
    said = dict(asyncio.run(reservations.about(f"https://paper.test{path}")))
    assert said["tdm-reservation"] == reservation
    assert ("tdm-policy" in said) == (reservation == "1")


def test_a_site_is_asked_once_and_each_site_for_itself() -> None:
    reservations, asked = site(json.dumps(FILE).encode())

    async def all_of_them() -> None:
        paths = ("https://paper.test/a", "https://paper.test/b", "https://other.test/")
        await asyncio.gather(*map(reservations.about, paths))

    asyncio.run(all_of_them())
    assert sorted(asked) == [f"https://{host}.test/.well-known/tdmrep.json" for host in ("other", "paper")]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"", 404, id="none"),
        pytest.param(b"[]", 0, id="no answer"),
        pytest.param(json.dumps(FILE).encode(), 500, id="an error"),
        pytest.param(b"<html>", 200, id="a page"),
        pytest.param(b'{"location": "/", "tdm-reservation": 1}', 200, id="no list"),
        pytest.param(b'["/", {"location": 1, "tdm-reservation": 1}, {"location": "/"}]', 200, id="no statements"),
        pytest.param(b"[" * 100_000, 200, id="nested without end"),
    ],
)
def test_what_is_no_statement_says_nothing(body: bytes, status: int) -> None:
    reservations, _ = site(body, status)
    assert asyncio.run(reservations.about("https://paper.test/")) == ()


@given(st.binary(max_size=200) | st.text('[]{}"locatindm-rsv:,/*$10 ', max_size=80).map(str.encode))
def test_no_file_breaks_the_reader(body: bytes) -> None:
    assert all(statement.holds_for("/a") in {True, False} for statement in statements(body))


@given(st.text("/ab*$", max_size=8), st.text("/ab", max_size=8))
def test_a_location_is_a_pattern_as_in_robots_txt(location: str, path: str) -> None:
    whole = location.endswith("$")
    pattern = ".*".join(map(re.escape, location.removesuffix("$").split("*"))) + ("$" if whole else "")
    assert Statement(location, ()).holds_for(path) == bool(re.match(pattern, path))


def test_a_location_of_stars_takes_no_time() -> None:
    assert not Statement("/" + "*a" * 300 + "*b$", ()).holds_for("/" + "a" * 2000)
