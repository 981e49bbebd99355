"""`scraper status`: read from states that runs have left, while one is under way, and where there is none."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from typer.testing import CliRunner

from scraper.cli.app import app
from scraper.jobs.health import added_up, empty_runs
from scraper.jobs.status import status
from scraper.jobs.summary import SourceFailure, SourceSummary, Summary
from scraper.jobs.sums import Sums
from scraper.stores.history import LEASE
from scraper.stores.state import open_state, read_state

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from scraper.stores.state import State

HOUR: Final = timedelta(hours=1)
GONE: Final = SourceFailure("https://gone.example/feed", "http_status", "answered with status 404; look it up")
LONG: Final = "Abendzeitung mit einem Namen, der länger ist als jede Spalte"
SOURCES: Final = ("Courier", "Gazette", LONG)


def scrape(*args: str) -> Any:  # noqa: ANN401 - typer's own result
    return CliRunner(env={"COLUMNS": "80"}).invoke(app, ["status", *args])


def articles(count: int, **filled: int) -> SourceSummary:
    """What a source comes to that gives so many new articles, of as many links."""
    sums = Sums(
        fetched=count,
        written=count,
        new=count,
        outcomes={"article": count},
        filled={"title": count, **filled},
        access={"free": count},
        delivered={"full": count},
    )
    return SourceSummary(count, count, sums=sums)


def keep(state: State, at: datetime, sources: Mapping[str, SourceSummary], *, end: bool = True) -> None:
    """Leave in `state` what a run does that began at `at`."""
    history, now = state.history, at.isoformat()
    run = history.begin(now, (at - LEASE).isoformat())
    for name, source in sources.items():
        with state.transaction():
            history.take(run, name, "settings", now, (at + LEASE).isoformat())
        failures = [{"address": one.address, "kind": one.kind, "message": one.message} for one in source.failures]
        history.read(run, name, now, source.listed, failures)
        if source.sums.fetched:
            history.note(run, name, source.sums.told())
    if not end:
        return
    summary = Summary("papers", run.number, run.started_at, (at + timedelta(seconds=75)).isoformat(), sources)
    with state.transaction():
        rows = history.sources()
        for name, source in sources.items():
            history.add_up(name, added_up(history.facts(name), history.sums(name)))
            empty = empty_runs(rows[name]["empty_runs"], source)
            history.count_empty(name, empty, now if source.sums.articles else None)
        history.end(run, summary.ended_at, summary.exit_code, json.dumps(summary.told()))


@pytest.fixture
def job(tmp_path: Path) -> Path:
    tables = "".join(f'[sources."{name}"]\nfeeds = ["https://gone.example/feed"]\n' for name in SOURCES)
    path = tmp_path / "papers.toml"
    path.write_text(
        f'name = "papers"\nstate = "state.sqlite"\n[outputs]\njsonl = "out.jsonl"\n{tables}', encoding="utf-8"
    )
    return path


def lived(job: Path, runs: int = 20, ill: int = 4) -> datetime:
    """A past of `runs`, one each hour until now: the Gazette fails in the last `ill`, another paper loses its authors.

    Returns when the last one began.
    """
    last = datetime.now(UTC) - timedelta(minutes=5)
    with open_state(str(job.parent / "state.sqlite"), "papers") as state:
        for left in reversed(range(runs)):
            gazette = SourceSummary(failures=(GONE,)) if left < ill else articles(5, authors=5)
            late = articles(10) if left < ill else articles(10, authors=9)
            keep(state, last - HOUR * left, {"Courier": articles(3, authors=2), "Gazette": gazette, LONG: late})
    return last


def test_job_that_was_never_run_is_told_so_and_nothing_is_made(job: Path) -> None:
    result = scrape(str(job))
    assert result.exit_code == 0
    assert result.stdout.startswith("papers: no run yet\n")
    assert [path.name for path in job.parent.iterdir()] == ["papers.toml"]
    assert [health["state"] for health in json.loads(scrape(str(job), "--json").stdout)["sources"]] == ["new"] * 3


def test_page_names_the_worst_first_and_what_to_do_within_80_columns(job: Path) -> None:
    lived(job)
    result = scrape(str(job))
    lines = result.stdout.splitlines()
    assert result.exit_code == 3
    assert lines[0] == "papers: 2 of 3 sources to look at; last run 5 min ago"
    assert max(map(len, lines)) <= 80
    assert [line.split()[0] for line in lines[4:7]] == ["Gazette", "Abendzeitung", "Courier"]
    text = " ".join(" ".join(lines).split())
    assert "Gazette: failing https://gone.example/feed: answered with status 404; look it up (failed 4 runs" in text
    assert f"{LONG}: drifting `authors` is filled in 0% of the last 20 articles, in 80% before" in text
    assert "1:15 3 13 13 Gazette failed" in text


def test_json_has_everything(job: Path) -> None:
    lived(job)
    told = json.loads(scrape(str(job), "--json").stdout)
    assert list(told) == [
        *("job", "at", "exit_code", "flags", "flagged_sources", "waiting", "undelivered", "runs", "sources"),
    ]
    assert told["flagged_sources"] == ["Gazette", LONG]
    gazette, other, courier = told["sources"]
    assert (gazette["state"], gazette["empty_runs"], gazette["failures"][0]["kind"]) == ("failing", 4, "http_status")
    assert (courier["state"], courier["flags"], courier["week"]["new"], courier["listed"]) == ("well", [], 60, 3)
    [authors] = [change for change in other["changes"] if change["name"] == "authors"]
    assert authors == {"kind": "field", "name": "authors", "before": 0.8, "now": 0.0, "articles": 20, "drifts": True}
    assert told["runs"][0]["failed_sources"] == ["Gazette"]
    assert set(told["runs"][0]) == {
        *("run", "state", "started_at", "seconds", "exit_code", "fetched", "written", "failed_sources")
    }


def test_quiet_says_only_what_is_flagged(job: Path) -> None:
    lived(job, runs=3, ill=0)
    result = scrape(str(job), "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    lived(job)
    told = scrape(str(job), "--quiet").stdout
    assert told.startswith("papers: 2 of 3")
    assert "Courier" not in told


def test_source_that_is_accepted_is_flagged_no_more(job: Path) -> None:
    lived(job)
    assert LONG in json.loads(scrape(str(job), "--json").stdout)["flagged_sources"]
    assert json.loads(scrape(str(job), "--json", "--accept", LONG).stdout)["flagged_sources"] == ["Gazette"]
    assert json.loads(scrape(str(job), "--json").stdout)["flagged_sources"] == ["Gazette"]
    wrong = scrape(str(job), "--accept", "Gazete")
    assert (wrong.exit_code, wrong.stderr.strip()) == (
        2,
        "scraper: --accept: the job has no source `Gazete`; did you mean `Gazette`?",
    )


def test_run_under_way_is_seen_and_not_disturbed(job: Path) -> None:
    last = lived(job)
    path = str(job.parent / "state.sqlite")
    with open_state(path, "papers") as state:
        keep(state, last + timedelta(minutes=5), {"Courier": articles(7)}, end=False)
        with state.transaction():
            state.history.drop("Courier")
            result = scrape(str(job), "--json")
    told = json.loads(result.stdout)
    assert (told["runs"][0]["state"], told["runs"][0]["exit_code"]) == ("running", None)
    assert next(one for one in told["sources"] if one["source"] == "Courier")["week"]["new"] == 67


def test_state_is_left_as_it_is(job: Path) -> None:
    lived(job)
    path = job.parent / "state.sqlite"
    before = path.read_bytes()
    scrape(str(job))
    assert path.read_bytes() == before
    assert sorted(one.name for one in job.parent.iterdir()) == ["papers.toml", "state.sqlite"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_state_in_a_folder_that_may_not_be_written_is_read(job: Path) -> None:
    lived(job)
    job.parent.chmod(0o555)
    assert scrape(str(job)).exit_code == 3
    job.parent.chmod(0o755)


def test_killed_runs_are_told_and_flagged_after_three(job: Path) -> None:
    last = lived(job, ill=0)
    with open_state(str(job.parent / "state.sqlite"), "papers") as state:
        for count in (1, 2, 3):
            keep(state, last + HOUR * count, {"Courier": articles(1)}, end=False)
            state.history.drop("Courier")
    with_state = read_state(str(job.parent / "state.sqlite"), "papers")
    assert with_state
    with with_state as state:
        told = status("papers", SOURCES, state, last + HOUR * 3.5)
    assert [run.state for run in told.runs[:4]] == ["broken off"] * 3 + ["done"]
    assert told.flags[0].startswith("the last 3 runs broke off")


@pytest.mark.parametrize(("hours", "flags"), [(2, 0), (30, 1)])
def test_job_that_cron_starts_no_more_is_flagged(job: Path, hours: int, flags: int) -> None:
    last = lived(job)
    found = read_state(str(job.parent / "state.sqlite"), "papers")
    assert found
    with found as state:
        told = status("papers", SOURCES, state, last + HOUR * hours)
    assert len(told.flags) == flags
    if flags:
        assert "they came every 1 h: see whether cron" in told.flags[0]


def test_source_that_is_new_in_the_job_is_no_fault(job: Path) -> None:
    lived(job, ill=0)
    with job.open("a", encoding="utf-8") as file:
        file.write('[sources.Mirror]\nfeeds = ["https://mirror.example/feed"]\n')
    result = scrape(str(job), "--json")
    assert result.exit_code == 0
    first = json.loads(result.stdout)["sources"][0]
    assert (first["source"], first["state"], first["flags"]) == ("Mirror", "new", [])


def test_older_state_counts_as_none_and_a_newer_one_is_refused(job: Path) -> None:
    path = job.parent / "state.sqlite"
    for version, code in ((1, 0), (99, 1)):
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.close()
        result = scrape(str(job))
        assert result.exit_code == code
    assert "written by a newer version of scraper" in result.stderr


def test_what_is_no_state_is_told_so(job: Path) -> None:
    (job.parent / "state.sqlite").write_text("nonsense " * 1000, encoding="utf-8")
    result = scrape(str(job))
    assert result.exit_code == 1
    assert "it is not a state file" in result.stderr
