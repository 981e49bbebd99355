"""`scraper check`: the verdict, its evidence in 80 columns, its exit code, and the same as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from scraper.article import Access, Article, Failure, Rights, Signal
from scraper.cli.app import app
from scraper.cli.verdict import WIDTH, as_json, lines, verdict

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from tests.conftest import Newsroom

LD = (
    '<script type="application/ld+json">'
    '{{"@type": "NewsArticle", "isAccessibleForFree": false, "wordCount": {}}}</script>'
)


def record(**fields: Any) -> Article:  # noqa: ANN401 - whatever the record has
    return Article(**{"id": "0", "rules_version": "0", "outcome": "article", **fields})


def check(*args: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, args)], input=stdin)


@pytest.mark.parametrize(
    ("article", "name", "code"),
    [
        pytest.param(record(access=Access(state="free", delivered="full")), "free", 0, id="free"),
        pytest.param(record(access=Access(state="unknown", delivered="full")), "free", 0, id="nothing known"),
        pytest.param(
            record(outcome="liveblog", access=Access(state="free", delivered="full")), "free", 0, id="a live blog"
        ),
        pytest.param(record(access=Access(state="metered", delivered="full")), "restricted", 10, id="metered"),
        pytest.param(
            record(access=Access(state="subscription", delivered="full")), "restricted", 10, id="subscription"
        ),
        pytest.param(record(access=Access(state="subscription", delivered="preview")), "cut", 11, id="a preview"),
        pytest.param(record(access=Access(state="free", delivered="preview")), "cut", 11, id="one page of several"),
        pytest.param(record(access=Access(state="subscription", delivered="none")), "cut", 11, id="nothing of it"),
        pytest.param(record(outcome="not_article"), "no article", 12, id="no article"),
        pytest.param(record(outcome="consent_wall"), "no article", 12, id="consent"),
        pytest.param(
            record(outcome="error", error=Failure(kind="x", message="y", retryable=False)), "failed", 1, id="failed"
        ),
    ],
)
def test_a_record_has_one_verdict(article: Article, name: str, code: int) -> None:
    found = verdict(article)
    assert (found.name, found.exit_code) == (name, code)


WALLED = record(
    title="Lower Marling gets its pier back",
    outcome="article",
    status=200,
    access=Access(
        state="subscription",
        confidence="medium",
        delivered="preview",
        conflict=True,
        withheld_chars=4731,
        signals=(
            Signal(name="wall", value="Subscribe to go on " * 9, says="subscription", where="after the body"),
            Signal(name="isAccessibleForFree", value="True", says="free", where="json-ld article"),
        ),
        flags={"isPaid": True, "cut": None},
    ),
    rights=Rights(
        license="https://creativecommons.org/licenses/by/4.0/",
        copyright="© Marling Post",
        tdm_reservation=True,
        robots=("noai",),
    ),
    provenance={"outcome": "schema.org NewsArticle"},
)


def test_the_evidence_is_told_in_eighty_columns() -> None:
    told = list(lines("https://www.marlingpost.example/harbour/pier-is-back", WALLED))
    assert max(map(len, told)) <= WIDTH
    assert told == [
        "https://www.marlingpost.example/harbour/pier-is-back",
        "Lower Marling gets its pier back",
        "",
        "cut            only a part of the article was delivered; readers need a",
        "               subscription",
        "page           article (schema.org NewsArticle), status 200",
        "access         subscription; confidence medium, the evidence disagrees",
        "delivered      preview, 0 words; 4,731 characters kept back",
        "evidence",
        "  free         True (isAccessibleForFree, json-ld article)",
        "  subscription Subscribe to go on Subscribe to go on Subscribe to go on … (wall,",
        "               after the body)",
        "flags          isPaid: true, cut: ?",
        "rights         text and data mining reserved; robots: noai; licence",
        "               https://creativecommons.org/licenses/by/4.0/; © Marling Post",
    ]


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    told = "\n".join(lines("x\x1b[2J.html", record(title="Pier \x1b]0;owned\x07 back")))
    assert told.isprintable() or set(told) - {"\n"} == {char for char in told if char.isprintable()}


def test_of_no_article_only_what_it_is_instead_is_told() -> None:
    told = list(lines("page.html", record(outcome="gone", provenance={"outcome": "status 404"}, status=404)))
    assert told == [
        "page.html",
        "",
        "no article     there is no article to read here",
        "page           gone (status 404)",
    ]


def test_json_holds_the_verdict_and_what_it_is_made_from() -> None:
    told = as_json(WALLED)
    assert (told["verdict"], told["exit_code"], told["outcome_shown_by"]) == ("cut", 11, "schema.org NewsArticle")
    assert told["access"] == WALLED.access.model_dump(mode="json")
    assert told["rights"] == WALLED.rights.model_dump(mode="json")


@pytest.mark.parametrize(
    ("name", "head", "code"),
    [("free", "", 0), ("restricted", LD.format(100), 10), ("cut", LD.format(2000), 11)],
)
def test_a_file_is_checked(name: str, head: str, code: int, tmp_path: Path, article_html: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(article_html.replace("</head>", f"{head}</head>"))
    result = check(page)
    assert result.exit_code == code
    assert f"\n{name} " in result.stdout
    assert json.loads(check(page, "--json").stdout)["exit_code"] == code


def test_standard_input_is_checked(article_html: str) -> None:
    result = check("-", "--url", "https://marlingpost.example/", stdin=article_html)
    assert result.exit_code == 12
    assert "front page" in result.stdout


def test_an_address_is_fetched_and_checked(newsroom: Newsroom) -> None:
    assert check("--allow-loopback", newsroom.url("/story")).exit_code == 0
    missing = check("--allow-loopback", newsroom.url("/missing"))
    assert missing.exit_code == 12
    assert "gone (status 404)" in missing.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("https://marlingpost.example/", "--url", "https://x.example/"), "--url"),
        (("two.jsonl",), "one page"),
    ],
    ids=["an address with another", "several pages"],
)
def test_a_wrong_call_is_refused(
    args: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "two.jsonl").write_text('{"html": "<p>a</p>"}\n{"html": "<p>b</p>"}\n')
    result = check(*args)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_file_that_cannot_be_read_fails(tmp_path: Path) -> None:
    result = check(tmp_path / "missing.html")
    assert result.exit_code == 1
    assert "\nfailed " in result.stdout
