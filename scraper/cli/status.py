"""`scraper status`: how a job and its sources fare, the worst first.

Annotations are evaluated here: typer reads them when the command line is made.
"""

import json
import textwrap
from collections.abc import Container, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scraper.cli.entry import printable
from scraper.errors import OutputError, UsageError

if TYPE_CHECKING:
    from rich.console import JustifyMethod

    from scraper.config import Job
    from scraper.jobs.health import Health
    from scraper.jobs.status import RunTold, Status

EPILOGUE: Final = """\
States: `failing`: it could not be read, or none of its pages; `empty`: three runs in a row or more gave no article \
(a run that finds nothing new is not empty); `drifting`: its articles are not what they were (fields, length, rules, \
access); `quiet`: nothing new for far longer than ever, or far fewer articles than usual; `new`: not read yet; `well`.

`Read` is how long ago all of the source was read, `Listed` how many links it gave last, `New` how long ago a run \
met a new article; `7 days` and `usual` are new articles in the last seven days, and a week before \
that; `Failed` are fetches of the last seven days, by kind.

A change is flagged for some 40 days; where it is how things are to be, `--accept SOURCE` ends that.

The state is only read (but for --accept), while a run is under way, too.

Exit codes: 0 all is well, or the job was never run; 3 something is flagged: a source failed, gave nothing or drifted \
for three runs or more, or the job is not run any more; 1 the state cannot be read; 2 wrong usage; 78 bad \
configuration. With --quiet, for cron: only what is flagged, and silence while all is well."""
SHOWN: Final = 5
WIDTH: Final = 80
LAST: Final = 14
"""Columns that the last column of a table may have in any case."""


def status(
    job: Annotated[Path, typer.Argument(metavar="JOB.toml", help="The job's file.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print all that is known as JSON.")] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Show only what is flagged: nothing where all is well.")
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept", metavar="SOURCE", help="Take a source for well as it is now: forget its past (repeatable)."
        ),
    ] = None,
) -> None:
    """Show how a job and each of its sources fare, the worst first, and what to do about it."""
    from scraper.config import load_job
    from scraper.jobs.status import status as found
    from scraper.stores.state import read_state

    settings, now = load_job(job), datetime.now(UTC)
    if accept:
        _accept(settings, accept)
    state = read_state(settings.state_at, settings.name)
    try:
        told = found(settings.name, settings.sources, state, now)
    finally:
        if state:
            state.close()
    if not quiet or told.exit_code:
        try:
            if as_json:
                typer.echo(json.dumps(told.told(), indent=2, ensure_ascii=False))
            else:
                show(told, Console(highlight=False), now, flagged_only=quiet)
        except OSError as error:
            raise OutputError(f"standard output: cannot be written ({error.strerror}); give another place") from error
    raise typer.Exit(told.exit_code)


def _accept(settings: "Job", names: Sequence[str]) -> None:
    from scraper.config import hint
    from scraper.stores.state import open_state, read_state

    unknown = next((name for name in names if name not in settings.sources), None)
    if unknown is not None:
        raise UsageError(f"--accept: the job has no source `{unknown}`; {hint(unknown, sorted(settings.sources))}")
    if (known := read_state(settings.state_at, settings.name)) is None:
        return
    known.close()
    with open_state(settings.state_at, settings.name) as state, state.transaction():
        for name in names:
            state.history.forget_past(name)


def show(told: "Status", console: Console, now: datetime, *, flagged_only: bool = False) -> None:
    """The page: the whole in a line, a row a source, what is wrong where, the last runs; or only what is flagged."""
    console.print(Text(headline(told, now)), soft_wrap=True)
    for flag in told.flags:
        _say(console, flag, "  ")
    shown = told.flagged if flagged_only else told.sources
    if shown:
        console.print()
        console.print(_sources(shown, now, console.width))
    for health in shown:
        if health.flags or health.notes:
            console.print()
            console.print(Text(f"{printable(health.source)}: {health.state}"), soft_wrap=True)
            for text in (*health.flags, *health.notes):
                _say(console, text, "  ")
    if told.runs and not flagged_only:
        console.print()
        console.print(_runs(told.runs[:SHOWN], console.width))


def headline(told: "Status", now: datetime) -> str:
    """The job in a line."""
    if not told.runs:
        return f"{told.job}: no run yet"
    count, flagged = len(told.sources), len(told.flagged)
    sources = "1 source" if count == 1 else f"{count} sources"
    well = f"{sources}, all well" if not flagged else f"{flagged} of {sources} to look at"
    parts = [well, *(["a run is under way"] if told.runs[0].state == "running" else [])]
    done = next((run for run in told.runs if run.state == "done"), None)
    if done:
        parts.append(f"last run {_age(done.started_at, now)} ago")
    if told.undelivered:
        parts.append(f"{told.undelivered:,} not handed over yet")
    if told.waiting:
        parts.append(f"{told.waiting:,} left to the next run")
    return f"{told.job}: {'; '.join(parts)}"


def _sources(sources: "Sequence[Health]", now: datetime, width: int) -> Table:
    heads = ("Source", "State", "Read", "Listed", "New", "7 days", "usual", "Failed")
    return _table(heads, [tuple(_cells(health, now)) for health in sources], width, numbers=range(2, 7))


def _cells(health: "Health", now: datetime) -> Iterator[str]:
    from scraper.jobs.advice import counted

    yield printable(health.source)
    yield health.state
    yield _age(health.ok_at, now)
    yield f"{health.listed:,}"
    yield _age(health.new_at, now)
    yield f"{health.week.new:,}"
    yield "" if health.usual is None else f"{health.usual:,.0f}"
    yield counted(health.week.errors)


def _runs(runs: "tuple[RunTold, ...]", width: int) -> Table:
    heads = ("Run", "Began", "Took", "Exit", "Fetched", "Written", "")
    return _table(heads, [tuple(_run_cells(run)) for run in runs], width, numbers=range(2, 6))


def _run_cells(run: "RunTold") -> Iterator[str]:
    from scraper.jobs.advice import day

    yield str(run.run)
    yield day(run.started_at)
    yield "" if run.seconds is None else _took(run.seconds)
    yield "" if run.exit_code is None else str(run.exit_code)
    yield from ("" if count is None else f"{count:,}" for count in (run.fetched, run.written))
    failed = len(run.failed_sources)
    told = f"{failed} sources failed" if failed > 1 else f"{run.failed_sources[0]} failed" if failed else ""
    yield printable(told) if run.state == "done" else run.state


def _table(heads: Sequence[str], rows: Sequence[tuple[str, ...]], width: int, *, numbers: Container[int]) -> Table:
    """A table of this `width`, at most: where it is too wide, its last column is cut down to `LAST`, then its first."""
    table = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    widths = [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
    room = width - sum(widths[1:-1]) - len(heads) + 1
    widths[-1] = max(min(widths[-1], LAST), min(widths[-1], room - widths[0]))
    widths[0] = max(1, min(widths[0], room - widths[-1]))
    for at, head in enumerate(heads):
        align: JustifyMethod = "right" if at in numbers else "left"
        table.add_column(head, justify=align, width=widths[at], no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _age(at: str | None, now: datetime) -> str:
    from scraper.jobs.advice import span
    from scraper.jobs.wanted import moment

    found = moment(at)
    return span(now - found) if found else "never"


def _took(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _say(console: Console, text: str, indent: str) -> None:
    told = textwrap.wrap(
        printable(text), WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip
    for line in told:
        console.print(Text(line), soft_wrap=True)
