"""What differs between two records, and how it is shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scraper.article import Access, Article, Block, Removed
from scraper.jobs.difference import LONGEST, NOTHING, difference

LONG = "The council of Lower Marling met on Monday and argued about the bridge, "


def article(**values: Any) -> Article:  # noqa: ANN401 - the record's own
    return Article(id="a", rules_version="new", outcome="article", **values)


def old(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    told: dict[str, Any] = json.loads(article().model_dump_json())
    return {**told, **values}


def test_what_tells_of_run_and_program_is_no_change() -> None:
    told = {
        "rules_version": "old",
        "schema_version": "0.9",
        "fetched_at": "x",
        "revision": 3,
        "family": "b",
        "status": 1,
    }
    assert difference(old(**told), article()).fields == {}


def test_a_field_that_an_older_schema_did_not_have_is_no_change_while_it_is_empty() -> None:
    before = old(access={"state": "unknown"})
    for name in ("kicker", "images", "rights", "removed", "provenance"):
        del before[name]
    before["access"]["confidence"], before["access"]["delivered"] = "low", "unknown"
    assert difference(before, article()).fields == {}
    assert difference(before, article(kicker="Bridges")).fields == {"kicker": (NOTHING, "Bridges")}


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ({"title": "A"}, {"title": "B"}, ("A", "B")),
        ({"title": LONG + "twice."}, {"title": LONG + "once."}, ("…the bridge, twice.", "…the bridge, once.")),
        ({"title": LONG}, {"title": LONG + "again."}, ("…the bridge, ", "…the bridge, again.")),
        ({"authors": ["Ada", "Bo"]}, {"authors": ("Bo", "Cy")}, ("Ada", "Cy")),
        ({"authors": ["Ada", "Bo"]}, {"authors": ("Bo", "Ada")}, ("Ada | Bo", "Bo | Ada")),
        ({"authors": ["Ada", "Ada"]}, {"authors": ("Ada",)}, ("Ada", NOTHING)),
        (
            {"blocks": [{"type": "paragraph", "text": "One\ntwo", "level": None}]},
            {"blocks": (Block(type="paragraph", text="Two"),)},
            ("One two", "Two"),
        ),
        (
            {"blocks": [{"type": "paragraph", "text": "Two"}]},
            {"blocks": (Block(type="heading", text="Two", level=2),)},
            ("type: paragraph", "type: heading"),
        ),
        ({"access": {"state": "free"}}, {"access": Access(state="metered")}, ("state: free", "state: metered")),
        ({"removed": []}, {"removed": (Removed(rule="r", text="t", after_block=0),)}, (NOTHING, "[r] t")),
    ],
)
def test_a_change_is_shown_where_the_values_part(
    before: dict[str, Any], now: dict[str, Any], shown: tuple[str, str]
) -> None:
    (name,) = now
    assert difference(old(**before), article(**now), {name}).fields == {name: shown}


def test_a_long_change_is_cut() -> None:
    one, other = difference(old(title="a" * 999), article(title="b" * 999)).fields["title"]
    assert len(one) == len(other) == LONGEST


@pytest.mark.parametrize(
    "broken",
    [
        {"blocks": "x"},
        {"blocks": [1, None]},
        {"removed": [{"rule": "r"}, 3]},
        {"access": 1},
        {"error": "e"},
        {"removed": [{}]},
    ],
)
def test_a_record_of_another_make_is_compared_all_the_same(broken: dict[str, Any]) -> None:
    assert difference(old(**broken), article(title="A")).fields["title"] == (NOTHING, "A")
