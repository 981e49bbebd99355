"""`scraper reclean`: make records anew of archived pages, and say what has changed.

Annotations are evaluated here: typer reads them when the command line is made.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scraper.cli.console import configure_logging, standard_error, worker_log
from scraper.cli.entry import printable
from scraper.cli.options import RecleanOptions, with_shared_options
from scraper.errors import OutputError, UsageError

if TYPE_CHECKING:
    from scraper.executors.process import Workers
    from scraper.jobs.reclean import Options
    from scraper.jobs.tally import Tally

EPILOGUE: Final = """\
Nobody is asked: each record is made anew by this version of the program, with today's rules, of the archived answer \
that it was made of, or of the newest where that is not there. A record has changed where anything of the article \
has; the versions of rules and schema alone are no change.

With a job, the last record of each page is compared, in its JSON lines or files; where they were moved away, by what \
the state knows of it. With --write, what has changed goes to the job's outputs as new revisions; what was handed over \
before stays as it is.

Exit codes: 0 all well; 1 some record could not be made, or a result not be written; 2 wrong usage; 75 a run is doing \
the job; 78 bad configuration; 130 interrupted; 143 terminated: with --write, what was kept is whole, and the next \
`reclean --write` or `run` goes on."""
WIDTH: Final = 80
_NOTES: Final = {
    "missing": "not in the archive",
    "no_answer": "without an answer that could be archived",
    "failed": "failed",
    "by_hash": "compared by their hash, as their files are not there",
    "inexact": "made of a newer answer than the old ones",
    "reserved": "reserve text and data mining: not written",
    "overtaken": "written by a run meanwhile: left to it",
}
_STDOUT: Final = Path("-")


@with_shared_options
def reclean(
    options: RecleanOptions,
    paths: Annotated[list[str], typer.Argument(metavar="JOB.toml|RECORDS.jsonl", help="A job, or files of records.")],
) -> None:
    """Make records anew of archived pages, without fetching, and say what has changed."""
    from scraper.executors.process import Workers
    from scraper.fetchers.clock import utc_now
    from scraper.jobs.reclean import Options, fields_named

    configure_logging(verbose=options.verbose)
    of_job = any(path.endswith(".toml") for path in paths)
    _check(paths, options, of_job=of_job)
    fields, setup = fields_named(options.field or ()), worker_log(verbose=options.verbose)
    with Workers(setup=setup) as workers, standard_error(with_bar=True) as stderr:
        wishes = Options(utc_now(), fields, tuple(options.warc or ()), options.write, stderr.advance)
        tally = _job(paths[0], wishes, workers, options) if of_job else _files(paths, wishes, workers, options)
    console = Console(stderr=True, highlight=False)
    show(tally, Console(stderr=True, highlight=False, width=min(console.width, WIDTH)), wrote=options.write)
    if options.as_json:
        _print(json.dumps(tally.told(), indent=2, ensure_ascii=False))
    raise typer.Exit(tally.exit_code)


def _job(path: str, wishes: "Options", workers: "Workers", options: RecleanOptions) -> "Tally":
    from scraper.config import load_job
    from scraper.jobs import reclean as jobs

    job = load_job(Path(path))
    if options.write and options.as_json and job.outputs.stdout:
        raise UsageError("the job's records go to standard output; leave --json out")
    return jobs.reclean(job, wishes, workers)


def _files(paths: list[str], wishes: "Options", workers: "Workers", options: RecleanOptions) -> "Tally":
    from scraper import pipeline
    from scraper.cleaners.names import switched_off
    from scraper.config import load_sites
    from scraper.jobs.reclean import reclean_lines
    from scraper.jobs.tally import Tally

    off, profile = switched_off(options.no_rule or ()), options.profile or "balanced"
    process = partial(pipeline.process, profile=profile, sites=load_sites(options.sites), off=off)
    tally = Tally()
    with _written(options.output) as stream:
        for one in reclean_lines(paths, process, wishes, workers):
            if isinstance(one, Tally):
                tally = one
            elif stream:
                stream.write(one)
    return tally


def _check(paths: list[str], options: RecleanOptions, *, of_job: bool) -> None:
    """Raises UsageError where the options do not go with a job, or with files of records."""
    if of_job:
        wrong = {
            "-o": options.output,
            "--profile": options.profile,
            "--sites": options.sites,
            "--no-rule": options.no_rule,
        }
        if given := next((name for name, value in wrong.items() if value), None):
            raise UsageError(f"{given} goes with files of records; a job's file says where records go and how")
        if len(paths) > 1:
            raise UsageError("give one job, or files of records")
        return
    if options.write:
        raise UsageError("--write goes with a job; give -o FILE to have the new records of files")
    if not options.warc:
        raise UsageError("name the archive that the pages are in: --warc FILE")
    if "-" in paths:
        raise UsageError("records are read twice; give them as a file, not on standard input")
    if options.output == _STDOUT and options.as_json:
        raise UsageError("records and report cannot both go to standard output; give -o FILE")
    given_paths = [*map(Path, paths), *options.warc]
    if (
        options.output
        and options.output.is_file()
        and any(map(options.output.samefile, filter(Path.is_file, given_paths)))
    ):
        raise UsageError(f"-o {options.output} is also an input; give another file")


@contextmanager
def _written(path: Path | None) -> Iterator[BinaryIO | None]:
    """Where new records go; a file takes its place when all of them are there."""
    from scraper.stores.outputs.output import mapped, replacement

    if path is None:
        yield None
    elif path == _STDOUT:
        with mapped(Path("standard output")):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
    else:
        with replacement(path) as temporary, temporary.open("wb") as stream:
            yield stream
            stream.flush()


def show(tally: "Tally", console: Console, *, wrote: bool = False) -> None:
    """What came of it: how many records of each kind, and what has changed in which field, by which rule."""
    for line in _lines(tally, wrote=wrote):
        console.print(Text(printable(line)), soft_wrap=True)
    if tally.fields:
        console.print()
        console.print(_fields(tally))
    if tally.changed_rules:
        console.print()
        table = _table()
        table.add_column("Rule", overflow="ellipsis", no_wrap=True)
        table.add_column("Texts before", justify="right")
        table.add_column("Now", justify="right")
        for rule, (before, now) in tally.changed_rules.items():
            table.add_row(Text(printable(rule)), f"{before:,}", f"{now:,}")
        console.print(table)
    for line in (*tally.faults, *tally.failures):
        console.print(Text(printable(line)), soft_wrap=True)


def _fields(tally: "Tally") -> Table:
    """The fields that have changed, each with its examples."""
    table = _table()
    table.add_column("Field", no_wrap=True, min_width=max(map(len, tally.fields)))
    table.add_column("Changed", no_wrap=True, justify="right", min_width=len("Changed"))
    for name in ("Before", "Now"):
        table.add_column(name, overflow="ellipsis", no_wrap=True, ratio=1)
    for name, count in tally.fields.most_common():
        for number, one in enumerate(tally.examples[name]):
            first = ("", "") if number else (name, f"{count:,}")
            table.add_row(*first, Text(printable(one.old)), Text(printable(one.new)))
    return table


def _table() -> Table:
    return Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)


def _lines(tally: "Tally", *, wrote: bool) -> Iterator[str]:
    written = f", {tally.written:,} written as new revisions" if wrote else ""
    yield f"{tally.compared:,} records compared: {tally.same:,} unchanged, {tally.changed:,} changed{written}"
    for name, note in _NOTES.items():
        if count := getattr(tally, name):
            yield f"{count:,} {note}"
    before, now = tally.words
    if before or now:
        yield f"{before:,} words before, {now:,} now"


def _print(text: str) -> None:
    try:
        typer.echo(text)
    except OSError as error:
        raise OutputError(f"standard output: cannot be written ({error.strerror}); give it another place") from error
