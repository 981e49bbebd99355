"""`scraper rules`, and what `--no-rule`, `no_rules` and `no_rules=` leave in the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import pytest
from typer.testing import CliRunner

import scraper
from scraper.cleaners.names import NAMES
from scraper.cleaners.rules import RULES
from scraper.cleaners.steps import TEXT_STEPS
from scraper.cli.app import app
from scraper.errors import ConfigError, UsageError
from scraper.extractors.roles import Role

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom

TITLE = "Bridge stays shut"
PROSE = (
    "The council of Lower Marling met again and argued about the bridge, which has been closed since the spring "
    "floods took one of its piers away and left the other two leaning."
)
TEXT = "\n".join([TITLE, PROSE, "5 min read", "Leave a comment", PROSE.replace("again", "at last")])


def scrape(*args: str, stdin: str | None = None) -> Any:  # noqa: ANN401 - typer's own result
    return CliRunner().invoke(app, list(args), input=stdin)


def test_list_names_every_rule_step_and_role_and_fits_80_columns() -> None:
    result = scrape("rules")
    head, *lines = result.stdout.splitlines()
    assert head.split() == ["rule", "where", "part", "becomes", "takes,", "for", "example"]
    assert [line.split()[0] for line in lines] == [
        *(rule.name for rule in RULES),
        *(step.name for step in TEXT_STEPS),
        *(f"structure:{role}" for role in get_args(Role)),
    ]
    assert max(map(len, (head, *lines))) <= 80


def test_list_for_machines_has_every_example() -> None:
    rows = [json.loads(line) for line in scrape("rules", "--json").stdout.splitlines()]
    rules = [row for row in rows if row["kind"] == "rule"]
    assert [(row["name"], tuple(row["hits"]), tuple(row["misses"])) for row in rules] == [
        (rule.name, rule.hits, rule.misses) for rule in RULES
    ]
    assert {row["kind"] for row in rows} == {"rule", "step", "structure"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("5 min read", ["5 min read", "  reading_time takes it, anywhere: 5 min read"]),
        ("It rains.", ["It rains.", "  no rule takes it"]),
        (
            "It rains. (AFP, dpa)",
            [
                "It rains. (AFP, dpa)",
                "  agency_sign_off takes its end, in the tail: (AFP, dpa)",
                "    stays: It rains.",
                "    agencies: AFP, dpa",
            ],
        ),
        ("* 5\u00a0min read", ["* 5 min read", "  reading_time takes it, anywhere: 5 min read"]),
    ],
)
def test_line_is_tested(line: str, told: list[str]) -> None:
    result = scrape("rules", line)
    assert (result.exit_code, result.stdout.splitlines()) == (0, told)


def test_lines_of_standard_input_are_tested_for_machines() -> None:
    result = scrape("rules", "--json", "-", stdin="It rains. (dpa)\nIt rains.\n")
    first, second = map(json.loads, result.stdout.splitlines())
    assert second == {"line": "It rains.", "taken_by": []}
    [verdict] = first["taken_by"]
    assert (verdict["rule"], verdict["cut"], verdict["rest"], verdict["value"]) == (
        "agency_sign_off",
        "(dpa)",
        "It rains.",
        "dpa",
    )


def cleaned(*args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(scrape("clean", "--as", "text", "-", *args, stdin=TEXT).stdout)
    return found


def cuts(record: dict[str, Any]) -> list[str]:
    return [item["rule"] for item in record["removed"]]


def test_rule_that_is_off_leaves_its_lines_and_the_others_go() -> None:
    assert cuts(cleaned()) == ["reading_time", "comment_prompt"]
    assert cuts(cleaned("--no-rule", "reading_time")) == ["comment_prompt"]
    assert cuts(cleaned("--no-rule", "reading_time", "--no-rule", "comment_prompt")) == []


def test_step_that_is_off_leaves_its_blocks() -> None:
    text = f"{TITLE}\n{PROSE}\nMore on the bridge"
    assert cuts(scraper.clean_text(text).model_dump()) == ["orphan_heading"]
    assert scraper.clean_text(text, no_rules=["orphan_heading"]).blocks[-1].text == "More on the bridge"


def test_version_tells_that_rules_were_off() -> None:
    versions = [
        cleaned(*args)["rules_version"]
        for args in ((), ("--no-rule", "byline"), ("--no-rule", "byline", "--no-rule", "share"))
    ]
    assert len(set(versions)) == 3
    assert cleaned("--no-rule", "share", "--no-rule", "byline")["rules_version"] == versions[-1]


def test_page_is_cleaned_without_a_rule(article_html: str) -> None:
    page = article_html.replace("</p>", "</p><p>5 min read</p>", 1)
    assert "5 min read" not in scraper.extract(page).text
    assert "5 min read" in scraper.extract(page, no_rules=("reading_time",)).text


def test_job_may_leave_rules_out(newsroom: Newsroom, tmp_path: Path) -> None:
    local = scraper.FetchSettings(allow_loopback=True, gap=0)
    page, output = newsroom.url("/story"), tmp_path / "out.jsonl"
    settings: dict[str, Any] = {
        "name": "n",
        "sources": {"paper": {"urls": [page]}},
        "outputs": {"jsonl": str(output)},
        "state": str(tmp_path / "state.sqlite"),
        "fetch": local,
    }
    scraper.run(scraper.Job(**settings, no_rules=["share"]))
    version = json.loads(output.read_text())["rules_version"]
    assert version == scraper.extract("<p>x", no_rules=["share"]).rules_version != scraper.extract("<p>x").rules_version


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("reading_tme", "unknown rule `reading_tme`; did you mean `reading_time`?"),
        ("zzz", f"unknown rule `zzz`; known here: {', '.join(NAMES)}"),
        ("structure:wall", "`structure:wall` is no rule but what the markup says of a box: it cannot be switched off"),
    ],
)
def test_unknown_rule_is_refused_with_the_nearest(name: str, told: str, tmp_path: Path) -> None:
    result = scrape("clean", "--no-rule", name, "-", stdin=TEXT)
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (2, "", f"scraper: {told}")
    for call in (scraper.clean_text, scraper.extract, scraper.fetch):
        with pytest.raises(UsageError, match="rule"):
            call("http://127.0.0.1:9/", no_rules=[name])
    outputs = scraper.Outputs(jsonl=str(tmp_path / "out.jsonl"))
    with pytest.raises(ConfigError, match="job `n`: `no_rules`: "):
        scraper.run(scraper.Job(name="n", sources={"s": scraper.Source()}, outputs=outputs, no_rules=(name,)))
