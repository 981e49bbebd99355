"""Access and outcome through the whole way, a small page a case: `cases/access.toml`, every expectation a test."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from scraper.page import Page
from scraper.pipeline import process

if TYPE_CHECKING:
    from scraper.article import Article

URL = "https://www.marlingpost.example/harbour/pier-is-back"
CASES: dict[str, dict[str, Any]] = {
    case["name"]: case
    for case in tomllib.loads((Path(__file__).parent / "cases" / "access.toml").read_text(encoding="utf-8"))["case"]
}
STORY = (
    "The ferry to Lower Marling ran again on Tuesday, three weeks after a storm had torn its pier from the bank.",
    "Its crew had spent the days between mending ropes, painting rails and answering the same question on the phone.",
    "Nobody in the harbour office would say how long the new pier is meant to last, or who is going to pay for it.",
    "A carpenter who had walked along the river every morning said that the planks were better than the old ones.",
    "The council had asked three firms, and taken the only one that answered; its men worked through two Sundays.",
    "On the first boat there were eleven people, four bicycles and a goose, which belonged to none of the others.",
    "“We are going to have to talk about the winter,” said the mayor, who came on foot and went home on the ferry.",
    "A photograph of the first ferry of 1911 hangs in the waiting room again, a little to the left of where it was.",
    "Those who live across the water had driven round by the bridge meanwhile, forty minutes for half a mile.",
    "The bakery on the quay says that it has sold as many rolls since Tuesday as in the whole of the month before.",
    "Two of the old planks were kept for the school, where the children want to make a bench of them, or a raft.",
    "A plaque with the name of every firm and every helper is to be put up in May, if the letters come in time.",
    "The storm itself has no name; it was too small for one, they said on the radio, and came from the wrong side.",
    "The next council meeting will hear a report on the costs; tickets stay at two crowns until the end of autumn.",
)
FRAME = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Lower Marling gets its pier back | Marling Post</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Lower Marling gets its pier back",
"publisher": {{"@type": "Organization", "name": "Marling Post"}},
"datePublished": "2025-03-04T08:00:00+01:00"{ld}}}</script>
{head}</head><body {root}><header><a href="/">Marling Post</a></header>
<main><h1>Lower Marling gets its pier back</h1><p>By Ada Lund, 4 March 2025</p>{above}
<div {holder}>{story}{after_in}</div>{after}</main>
<footer><a href="/contact">Contact</a></footer></body></html>"""


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def markup(case: dict[str, Any]) -> str:
    """The page of a case: its own, or the article in its frame."""
    shown = case.get("story", len(STORY))
    parts = {key: case.get(key, "") for key in ("head", "root", "holder", "above", "after_in", "after")}
    ld = f", {case['ld']}" if "ld" in case else ""
    page = case.get("page") or FRAME.format(**parts, ld=ld, story="{story}")
    return page.replace("{story}", paragraphs(STORY[:shown])).replace("{rest}", paragraphs(STORY[shown:]))


@cache
def record(name: str) -> Article:
    case = CASES[name]
    url = case.get("url", URL)
    headers = (("content-type", "text/html; charset=utf-8"),)
    return process(
        Page(
            url,
            case.get("final_url", url),
            case.get("status"),
            headers,
            markup(case).encode(),
            None,
            "live",
            decoded=True,
        )
    )


def having(key: str) -> list[str]:
    return [name for name, case in CASES.items() if key in case]


@pytest.mark.parametrize("name", having("access"))
def test_what_is_said_of_access_and_what_was_delivered(name: str) -> None:
    access = record(name).access
    assert [access.state, access.delivered] == CASES[name]["access"]


@pytest.mark.parametrize("name", having("access"))
def test_signals_contradict_each_other_only_where_the_case_says_so(name: str) -> None:
    assert record(name).access.conflict is CASES[name].get("conflict", False)


@pytest.mark.parametrize("name", having("signal"))
def test_the_evidence_is_shown(name: str) -> None:
    assert CASES[name]["signal"] in {signal.name for signal in record(name).access.signals}


@pytest.mark.parametrize("name", having("withheld"))
def test_what_is_kept_back_is_counted_and_not_given(name: str) -> None:
    case, article = CASES[name], record(name)
    assert article.access.withheld_chars >= len("".join(STORY[case["story"] :]))
    assert not [text for text in STORY[case["story"] :] if text in article.model_dump_json()]


@pytest.mark.parametrize("name", having("outcome"))
def test_what_a_page_is_and_by_what_that_shows(name: str) -> None:
    article = record(name)
    assert article.outcome == CASES[name]["outcome"]
    assert article.provenance["outcome"]


@pytest.mark.parametrize("name", having("words"))
def test_a_text_in_a_strange_place_is_given(name: str) -> None:
    assert record(name).word_count >= CASES[name]["words"]


def test_a_wall_that_was_taken_for_body_is_refused_as_one() -> None:
    article = record("cut: a wall among the paragraphs of the text")
    assert article.text == "\n\n".join(STORY[:3])
    assert [(removed.rule, removed.after_block) for removed in article.removed] == [("structure:wall", 2)] * 2


def test_enough_free_pages_look_restricted() -> None:
    assert sum(name.startswith("free: ") for name in CASES) >= 25
