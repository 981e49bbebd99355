"""The demo's run, over loopback with the real job, and what it shows."""

from __future__ import annotations

import json
import socket
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from scraper.config import Outputs, load_job
from scraper.demo.newsroom import ROUTES
from scraper.demo.run import demo_job, outcome_table, run_demo
from scraper.errors import UsageError

if TYPE_CHECKING:
    from scraper.jobs.summary import Summary

ROOT = Path(__file__).parents[2]
SHOWN = [route.shows for route in ROUTES if route.shows]


def console() -> Console:
    return Console(file=StringIO(), width=80, force_terminal=False)


def shown(by: Console) -> str:
    assert isinstance(by.file, StringIO)
    return by.file.getvalue()


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "articles.jsonl"


@pytest.fixture(scope="module")
def runs(output: Path) -> tuple[tuple[Summary, str], ...]:
    """Summary and display of two runs into one directory."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    screens = (console(), console())
    return tuple((run_demo(screen, port=port, output=output), shown(screen)) for screen in screens)


def test_every_page_gives_one_record(runs: tuple[tuple[Summary, str], ...], output: Path) -> None:
    first = runs[0][0]
    assert (first.new, first.exit_code) == (len(SHOWN), 0)
    lines = output.read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["url"] for line in lines}) == len(lines) == len(SHOWN)


def test_the_table_has_a_row_for_each_page_and_fits_80_columns(runs: tuple[tuple[Summary, str], ...]) -> None:
    for _, screen in runs:
        lines = screen.splitlines()
        assert [name for name in SHOWN if not any(line.startswith(name) for line in lines)] == []
        table = lines[: next(index for index, line in enumerate(lines) if line.startswith("demo:"))]
        assert max(map(len, table)) <= 80


def test_it_says_where_the_records_lie(runs: tuple[tuple[Summary, str], ...], output: Path) -> None:
    for _, screen in runs:
        assert f"records in {output}\n" in screen


def test_a_second_run_brings_nothing_new_and_says_so(runs: tuple[tuple[Summary, str], ...]) -> None:
    summary, screen = runs[1]
    assert (summary.new, summary.sums.fetched) == (0, 0)
    assert "demo: nothing new, " in screen


def test_the_job_is_the_one_in_configs() -> None:
    there = load_job(ROOT / "configs" / "jobs" / "demo.toml")
    here = {"outputs": Outputs(jsonl="out/demo/articles.jsonl"), "state": "out/demo/articles.sqlite"}
    assert demo_job() == there.model_copy(update=here)


def test_port_and_output_replace_the_files(tmp_path: Path) -> None:
    job = demo_job(port=1234, output=tmp_path / "out.jsonl")
    [paper] = job.sources.values()
    addresses = (*paper.urls, *paper.feeds, *paper.sitemaps)
    assert all(address.startswith("http://127.0.0.1:1234/") for address in addresses)
    assert job.state_at == str(tmp_path / "out.sqlite")


def test_a_taken_port_ends_the_demo_before_anything_is_written(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} "):
            run_demo(console(), port=port, output=tmp_path / "out.jsonl")
    assert not list(tmp_path.iterdir())


def test_the_table_takes_titles_literally_and_cuts_them() -> None:
    record = {"outcome": "article", "title": "[bold]Salt[/bold] " * 20, "removed": [1, 2], "word_count": 123}
    screen = console()
    screen.print(outcome_table({"/": record}))
    (row,) = [line for line in shown(screen).splitlines() if line.startswith("front page")]
    assert "[bold]Salt" in row
    assert "…" in row
    assert row.split()[-2:] == ["123", "2"]


def test_a_record_without_article_shows_its_error() -> None:
    screen = console()
    screen.print(outcome_table({"/": {"outcome": "error", "title": None, "error": {"message": "no page"}}}))
    assert "no page" in shown(screen)
