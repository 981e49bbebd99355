"""The demo: serve the newsroom, run the real job against it, show what became of each page."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from scraper.config import Outputs, load_job
from scraper.demo.newsroom import HOST, ROUTES, serve
from scraper.jobs.run import Options, run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import Console

    from scraper.article import Article
    from scraper.config import Job
    from scraper.jobs.summary import Summary

OUTPUT: Final = Path("out/demo/articles.jsonl")
_ADDRESSES: Final = ("urls", "feeds", "sitemaps")
_NUMBERS: Final = frozenset({"Words", "Removed"})
_FLEXIBLE: Final = "Title"


def demo_job(*, port: int | None = None, output: Path | None = None) -> Job:
    """The demo's job, from `demo.toml` in the package or, in a source tree, from `configs/jobs`.

    `port` replaces the file's; `output`, with the state beside it, counts from the current directory. Raises
    ConfigError where there is no such file or it has a fault.
    """
    packaged = files("scraper.demo") / "demo.toml"
    source = files("scraper") / ".." / "configs" / "jobs" / "demo.toml"
    with as_file(packaged if packaged.is_file() else source) as path:
        job = load_job(path)
    (name, paper), new = next(iter(job.sources.items())), f"http://{HOST}:{port or _port(job)}"
    old = "{0.scheme}://{0.netloc}".format(urlsplit(paper.feeds[0]))
    moved = {key: tuple(url.replace(old, new, 1) for url in getattr(paper, key)) for key in _ADDRESSES}
    output = output or OUTPUT
    changes = {
        "sources": {name: paper.model_copy(update=moved)},
        "outputs": Outputs(jsonl=str(output)),
        "state": str(output.with_suffix(".sqlite")),
    }
    return job.model_copy(update=changes)


def run_demo(
    console: Console,
    *,
    port: int | None = None,
    output: Path | None = None,
    on_record: Callable[[Article], None] | None = None,
) -> Summary:
    """Serve the newsroom, run its job, and show on `console` what became of each page.

    `port` (default: the job file's) has to be the same for a second run to know the pages; `output` is the file
    that takes the records. Raises UsageError where the port is taken, OutputError where `output` or the state
    beside it cannot be written.
    """
    job, output = demo_job(port=port, output=output), output or OUTPUT
    with serve(_port(job)):
        summary = run(job, Options(on_record=on_record))
    console.print(outcome_table(_records(output)))
    console.print(Text(f"{summary}; records in {output}"), soft_wrap=True)
    console.print(Text(f"Remove {output.parent} to start afresh."), soft_wrap=True)
    return summary


def outcome_table(records: Mapping[str, Mapping[str, Any]]) -> Table:
    """What became of each page of the newsroom, one row each; `records` (as JSON gives them) go by URL path."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, expand=True)
    rows = [_cells(route.shows, records[route.path]) for route in ROUTES if route.shows and route.path in records]
    for name in _cells("", {}):
        table.add_column(
            name,
            justify="right" if name in _NUMBERS else "left",
            ratio=1 if name == _FLEXIBLE else None,
            no_wrap=True,
            overflow="ellipsis",
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row.values()))
    return table


def _cells(shows: str, record: Mapping[str, Any]) -> dict[str, str]:
    """One row of the table, by column; an empty record gives the columns."""
    access, error = record.get("access") or {}, record.get("error") or {}
    return {
        "Page": shows,
        "Outcome": record.get("outcome", ""),
        "Access": access.get("state", ""),
        "Got": access.get("delivered", ""),
        _FLEXIBLE: record.get("title") or error.get("message") or "",
        "Words": str(record.get("word_count", "")),
        "Removed": str(len(record.get("removed", ()))),
    }


def _port(job: Job) -> int:
    return urlsplit(next(iter(job.sources.values())).feeds[0]).port or 0


def _records(path: Path) -> dict[str, dict[str, Any]]:
    """Records in a file of JSON lines by the path of their URL, the last of each."""
    records: dict[str, dict[str, Any]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        # A line torn by a crash is no record; the page it was for was fetched again.
        with suppress(json.JSONDecodeError):
            record = json.loads(line)
            records[urlsplit(record["url"] or "").path] = record
    return records
