"""`scraper reclean`, as it is typed: what it prints where, its exit codes, and what a kill leaves."""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from scraper.cli.app import app
from scraper.fetchers.http import httpx
from tests.jobs.reclean.test_reclean import HOST, NOW, OFF, Paper, job, paper, records, story

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from tests.conftest import StartCommand

KILLED = -9


def typed(*args: str | Path) -> Result:
    return CliRunner().invoke(app, ["reclean", *map(str, args)], env={"COLUMNS": "80", "NO_COLOR": "1"})


def done_before(folder: Path, count: int = 2, *, warc: bool = True, press: Paper | None = None) -> Path:
    """The file of a job that was done when the program had no rules."""
    paths = [f"/{number}" for number in range(count)]
    task = job(folder, *paths, no_rules=OFF)
    (press or paper(count)).run(task)
    urls = json.dumps([f"{HOST}{path}" for path in paths])
    kept = 'warc = "pages.warc.gz"' if warc else ""
    text = f"""
name = "paper"
state = "state.sqlite"
[outputs]
jsonl = "out/{{day}}.jsonl"
[sources.paper]
urls = {urls}
[fetch]
{kept}
"""
    path = folder / "job.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_tells_what_changed_in_eighty_columns_and_keeps_standard_output_clean(tmp_path: Path) -> None:
    done = typed(done_before(tmp_path))
    assert done.exit_code == 0
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines[0] == "2 records compared: 0 unchanged, 2 changed"
    assert all(len(line) <= 80 for line in lines)
    assert any(line.startswith("blocks") and "Additional reporting by" in line for line in lines)
    assert any(line.split() == ["reporting_credit", "0", "2"] for line in lines)


def test_the_report_as_json_has_all_of_it(tmp_path: Path) -> None:
    done = typed(done_before(tmp_path), "--json", "--field", "blocks")
    told = json.loads(done.stdout)
    assert (told["compared"], told["changed"], told["written"]) == (2, 2, 0)
    example = told["fields"]["blocks"]["examples"][0]
    assert (example["old"], example["new"]) == ("Additional reporting by Jane Doe", "(none)")
    assert told["rules"]["reporting_credit"] == {"before": 0, "now": 2}
    assert told["words"]["before"] > told["words"]["now"]


def test_a_second_write_changes_nothing(tmp_path: Path) -> None:
    path = done_before(tmp_path)
    first, second = (typed(path, "--write").stderr.splitlines()[0] for _ in range(2))
    assert first == "2 records compared: 0 unchanged, 2 changed, 2 written as new revisions"
    assert second == "2 records compared: 2 unchanged, 0 changed, 0 written as new revisions"
    assert Counter(record["revision"] for record in records(tmp_path)) == {1: 2, 2: 2}


def test_files_of_records_are_made_anew_without_a_job(tmp_path: Path) -> None:
    done_before(tmp_path)
    old, new = tmp_path / "out" / f"{NOW.date()}.jsonl", tmp_path / "new.jsonl"
    archive = ("--warc", tmp_path / "pages.warc.gz")
    assert typed(old, *archive).stdout == ""
    assert typed(old, *archive, "-o", new).exit_code == 0
    made = [json.loads(line) for line in new.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in made] == [record["id"] for record in records(tmp_path)]
    assert not any("Jane Doe" in record["text"] for record in made)
    shown = typed(old, *archive, "-o", "-", *(f"--no-rule={name}" for name in OFF))
    assert shown.stdout_bytes == old.read_bytes()
    assert typed(new, *archive).stderr.startswith("2 records compared: 2 unchanged")


def test_pages_write_to_no_terminal(tmp_path: Path) -> None:
    press = Paper({"/0": httpx.Response(200, html=story(0).replace("Jane Doe", "Jane \x1b[31m Doe"))})
    assert "\x1b" not in typed(done_before(tmp_path, 1, press=press)).stderr


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("job.toml", "-o", "x"), 2, "-o goes with files"),
        (("job.toml", "old.jsonl"), 2, "one job"),
        (("old.jsonl",), 2, "--warc FILE"),
        (("old.jsonl", "--warc", "w", "--write"), 2, "--write goes with a job"),
        (("-", "--warc", "w"), 2, "read twice"),
        (("old.jsonl", "--warc", "w", "-o", "-", "--json"), 2, "cannot both"),
        (("job.toml", "--field", "blokcs"), 2, "`blocks`"),
        (("job.toml",), 78, "job.toml"),
        (("old.jsonl", "--warc", "w"), 1, "old.jsonl"),
    ],
)
def test_what_does_not_go_together_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = typed(*args)
    assert (done.exit_code, told in done.stderr) == (code, True)


def test_a_job_without_an_archive_says_how_to_have_one(tmp_path: Path) -> None:
    done = typed(done_before(tmp_path, warc=False))
    assert done.exit_code == 78
    assert "set `warc`" in done.stderr


def test_an_input_is_not_overwritten(tmp_path: Path) -> None:
    done_before(tmp_path)
    old = tmp_path / "out" / f"{NOW.date()}.jsonl"
    assert typed(old, "--warc", tmp_path / "pages.warc.gz", "-o", old).exit_code == 2


def test_killed_at_any_moment_it_loses_nothing_and_doubles_nothing(tmp_path: Path, start_command: StartCommand) -> None:
    path, count = done_before(tmp_path, 30), 30
    wal, kills = tmp_path / "state.sqlite-wal", 0
    for changes in (9, 25):
        process = start_command("reclean", str(path), "--write")
        seen, last = 0, b""
        while process.poll() is None and seen < changes:
            now = str(wal.stat().st_mtime_ns).encode() if wal.exists() else b""
            seen, last = seen + (now != last), now
            time.sleep(0.001)
        process.kill()
        kills += process.wait() == KILLED
    assert kills
    done = typed(path, "--write")
    assert done.exit_code == 0
    found = Counter((record["id"], record["revision"]) for record in records(tmp_path))
    assert len(found) == 2 * count
    assert set(found.values()) == {1}
    assert typed(path).stderr.startswith(f"{count} records compared: {count} unchanged")
