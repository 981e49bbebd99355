"""`scraper run`: do a job, and say what was done.

Annotations are evaluated here: typer reads them when the command line is made.
"""

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scraper.cli.console import configure_logging, standard_error, worker_log
from scraper.cli.entry import printable
from scraper.cli.options import RunOptions, with_shared_options
from scraper.stores.outputs.output import write_file

if TYPE_CHECKING:
    from scraper.config import Job as Settings
    from scraper.jobs.summary import Summary

EPILOGUE: Final = """\
Every run goes on where the one before it ended, however that was. Records and state are kept together; outputs are \
replaced in one step, so that readers never see half a file.

Exit codes: 0 every source did well; 1 an output or the state could not be written; 2 wrong usage; 3 a source failed, \
the others are done; 75 another run is doing the job; 78 bad configuration; 130 interrupted, 143 terminated: what was \
under way is kept, and the next run goes on."""
Job = Annotated[Path, typer.Argument(metavar="JOB.toml", help="The job's file.")]
NUMBERS: Final = ("Listed", "Fetched", "Written", "Failed")


@with_shared_options
def run(options: RunOptions, ctx: typer.Context, job: Job) -> None:
    """Do a job: fetch what is new at its sources, hand the records over to its outputs.

    Made for cron: a run that comes while another is under way ends at once.
    """
    from scraper.config import load_job
    from scraper.executors.process import Workers
    from scraper.jobs import run as jobs
    from scraper.jobs.plan import plan

    configure_logging(verbose=options.verbose)
    settings = load_job(job)
    if options.dry_run:
        for line in plan(settings, force=options.force).lines():
            indent = line[: len(line) - len(line.lstrip())]
            typer.echo(indent + printable(line))
        return
    with (
        Workers(setup=worker_log(verbose=options.verbose), early=False) as workers,
        standard_error(with_bar=not options.quiet) as stderr,
    ):
        reader = partial(workers.call, jobs.reader(settings))
        wishes = jobs.Options(force=options.force, lock=ctx.obj, on_record=lambda _: stderr.advance(), signals=True)
        done = jobs.run(settings, wishes, process=reader)
    if options.summary:
        _write(options.summary, json.dumps(done.told(), indent=2, ensure_ascii=False) + "\n")
    if not options.quiet or done.exit_code:
        console = Console(stderr=True, highlight=False)
        show(done, console)
        if done.new:
            console.print(Text(printable(f"records: {', '.join(_places(settings))}")), soft_wrap=True)
    raise typer.Exit(done.exit_code)


def show(summary: "Summary", console: Console) -> None:
    """What a run did: a row for each source that did anything, a line on the whole, and what is wrong where."""
    rows = {name: source for name, source in summary.sources.items() if source.sums.fetched or source.diagnosis}
    if rows:
        table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
        table.add_column("Source", overflow="ellipsis", no_wrap=True)
        for name in NUMBERS:
            table.add_column(name, justify="right")
        table.add_column("")
        for name, source in rows.items():
            sums = source.sums
            counts = (source.listed, sums.fetched, sums.written, sums.failed)
            table.add_row(printable(name), *(f"{count:,}" for count in counts), "failed" if source.diagnosis else "")
        console.print(table)
    for line in str(summary).splitlines():
        console.print(Text(printable(line)), soft_wrap=True)


def _places(job: "Settings") -> list[str]:
    """Where the records of a job go, in words; in the state, where it has no output."""
    outputs = job.outputs
    files = [path for path in (outputs.jsonl, outputs.csv, outputs.parquet, outputs.files) if path]
    others = (("table articles", outputs.postgres), ("standard output", outputs.stdout))
    return [*files, *(name for name, asked in others if asked)] or ["kept in the state, since there is no output"]


def _write(path: Path, text: str) -> None:
    if str(path) == "-":
        typer.echo(text, nl=False)
    else:
        write_file(path, text.encode())
