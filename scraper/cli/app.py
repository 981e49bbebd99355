"""The commands.

Each imports what it runs when it runs, so that `clean` does not wait for what only `fetch` needs. Annotations are
evaluated here: typer reads them when the command line is made.
"""

import asyncio
import contextlib
import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version as distribution_version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from scraper.cli import check, entry, forget, job, reclean, run, status
from scraper.cli.console import configure_logging, discard_stdout, standard_error, worker_log
from scraper.cli.options import FetchOptions, SharedOptions, open_sink, with_shared_options
from scraper.cli.report import Report
from scraper.errors import EmptyInputError, OutputError, ScraperError, UsageError
from scraper.executors.process import DEADLINE, Workers
from scraper.inputs import Kind, check_url, read_raw, read_urls

if TYPE_CHECKING:
    from scraper.article import Article
    from scraper.page import Page

EPILOGUE = """\
Records go to standard output, one JSON object a line, one an input, in input order, failures included. \
Everything else goes to standard error.

Exit codes: 0 all well; 1 some input failed (its record has outcome `error`), or a result could not be \
written; 2 wrong usage; 3 a source of a job could not be read, the others are done; 75 another run is doing the job; \
78 bad configuration; 130 interrupted; 143 terminated.

A page that is gone, blocked or no article is told of, but is no failure: its record says what it is."""
RULES_EPILOGUE = """\
A rule takes a line as a whole, or its end (part `end`). `head`: before the first long paragraph; `tail`: from the \
last long paragraph on, or in the last six blocks. Of the rules that take a line in its place, the first does. \
`becomes`: the field that what it says moves to.

Rules and steps can be switched off: `--no-rule NAME`. A `structure:` row is what the markup says of a box that was \
never taken for text; it cannot. One line does not show what a step sees, so only rules are tested.

Write `--` before lines that begin with a dash. The exit code is 0 whatever the verdict."""
INTERRUPTED, TERMINATED = 128 + signal.SIGINT, 128 + signal.SIGTERM


class _Terminated(KeyboardInterrupt):
    """SIGTERM came: from `timeout`, a service manager, a machine that shuts down."""


class Commands(TyperGroup):
    """The commands, with every error that stops one turned into a message and an exit code."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - click's own class, which typer does not export
        """Run the command; raises typer.Exit in place of what stopped it."""
        try:
            with _terminable():
                return super().invoke(ctx)
        except ScraperError as error:
            discard_stdout()
            if isinstance(error.__cause__, BrokenPipeError):
                raise typer.Exit from error
            typer.echo(f"scraper: {entry.printable(str(error))}", err=True)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            what, code = ("terminated", TERMINATED) if isinstance(error, _Terminated) else ("interrupted", INTERRUPTED)
            typer.echo(f"scraper: {what}; the records written so far are whole", err=True)
            raise typer.Exit(code) from error


@contextmanager
def _terminable() -> Iterator[None]:
    """Have the first SIGTERM end the command as Ctrl-C does, with its workers; a second one ends it at once."""

    def end(*_: object) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        raise _Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


app = typer.Typer(
    cls=Commands,
    help="Fetch news articles, strip what is not article, write clean JSON.",
    epilog=EPILOGUE,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(value: bool) -> None:  # noqa: FBT001 - the shape typer asks of an option's callback
    if value:
        typer.echo(f"scraper {distribution_version('clean-news-scraper')}")
        raise typer.Exit


@app.callback()
def scraper(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Fetch news articles, strip what is not article, write clean JSON."""


@app.command(epilog=EPILOGUE)
@with_shared_options
def fetch(
    options: FetchOptions,
    urls: Annotated[list[str] | None, typer.Argument(metavar="URL", help="Addresses of articles.")] = None,
    input_file: Annotated[
        str | None,
        typer.Option("-i", "--input", metavar="FILE", help="Read more URLs from FILE (-: standard input), one a line."),
    ] = None,
) -> None:
    """Fetch each URL and print its record."""
    from scraper.config import load_sites
    from scraper.pipeline import process

    wanted = [*(urls or ()), *(_listed(input_file) if input_file else ())]
    if not wanted:
        raise UsageError("no URL given; write `scraper fetch https://example.org/story`, or -i FILE")
    off = _switched_off(options)
    with reporting(options, len(wanted)) as report, Workers(setup=worker_log(verbose=options.verbose)) as workers:
        reading = partial(process, profile=options.profile, sites=load_sites(options.sites), off=off)
        reader = partial(workers.call, reading)
        asyncio.run(_fetch_all(wanted, options, reader, lambda article: report.take(_fetched(article, options))))
    raise typer.Exit(report.exit_code)


@app.command(epilog=EPILOGUE)
@with_shared_options
def clean(
    options: SharedOptions,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files: HTML, text, JSON lines, WARC, gzipped or not; -: standard input."),
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option("--as", help="What the input is. Default: told by suffix, else by content.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where the one page given came from.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=1024, metavar="N", help="Worker processes. Default: one a usable core.")
    ] = None,
    deadline: Annotated[
        float, typer.Option(min=0.001, metavar="SECONDS", help="Time after which a page is given up.")
    ] = DEADLINE,
) -> None:
    """Clean pages and texts at hand.

    A line of JSON lines is {"id", "url", "html" or "text", "fetched_at"}; only "html" or "text" must be there.
    """
    from scraper.config import load_sites

    given = paths or _standard_input()
    if url is not None and (len(given) > 1 or kind is Kind.JSONL):
        raise UsageError("--url names one page; give one file of HTML or text with it")
    checked = check_url(url) if url is not None else None
    _refuse_overwriting(given, options)
    off, style = _switched_off(options), _style(options)
    raws = chain.from_iterable(read_raw(path, kind=kind, url=checked) for path in given)
    setup = worker_log(verbose=options.verbose)
    with reporting(options) as report, Workers(workers, deadline=deadline, setup=setup) as pool:
        sites = load_sites(options.sites)
        cleaned = partial(entry.clean, style=style, profile=options.profile, sites=sites, off=off)
        for one in pool.map(cleaned, raws, lost=partial(entry.lost, style=style)):
            report.take(one)
    raise typer.Exit(report.exit_code)


app.command(epilog=run.EPILOGUE)(run.run)
app.command(epilog=status.EPILOGUE)(status.status)
app.add_typer(job.job, name="job")
app.command()(forget.forget)
app.command(epilog=check.EPILOGUE)(check.check)
app.command(epilog=reclean.EPILOGUE)(reclean.reclean)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    from scraper.article import json_schema

    _print_lines([json.dumps(json_schema(), indent=2, ensure_ascii=False)])


@app.command(epilog=RULES_EPILOGUE)
def rules(
    lines: Annotated[
        list[str] | None,
        typer.Argument(metavar="LINE", help="Lines to test; - stands for those of standard input. None: list all."),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON lines: each row whole, or each line.")] = False,
) -> None:
    """List the cleaning rules, or say which of them take a line."""
    from scraper.cli import rules as shown

    tested = shown.given(lines) if lines else None
    if as_json or tested:
        texts = shown.as_json(tested) if as_json else chain.from_iterable(map(shown.told, tested or ()))
        _print_lines(texts)
    else:
        Console(highlight=False).print(shown.table())


@app.command()
def demo(
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Port on loopback. Default: the demo job's.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Append records to FILE. Default: the demo job's."),
    ] = None,
) -> None:
    """Serve a small newsroom on loopback, do a job against it, show what came of each page."""
    from scraper.demo.run import run_demo

    configure_logging(verbose=False)
    run_demo(Console(), port=port, output=output)


@contextmanager
def reporting(options: SharedOptions, total: int | None = None) -> Iterator[Report]:
    """Report on a batch of `total` inputs (None: unknown), with output, log and progress as `options` say."""
    configure_logging(verbose=options.verbose)
    apart = bool(options.output or options.output_dir) or not sys.stdout.isatty()
    with open_sink(options) as sink, standard_error(total, with_bar=apart) as stderr:
        yield Report(sink, stderr)


async def _fetch_all(
    urls: Iterable[str], options: FetchOptions, process: "Callable[[Page], Article]", take: "Callable[[Article], None]"
) -> None:
    from scraper.executors.local import fetch_articles
    from scraper.fetchers.client import Fetcher

    ignore, replay = options.ignore_robots, options.from_warc
    async with Fetcher(options.settings, ignore_robots=ignore, mode=options.mode, replay=replay) as fetcher:
        articles = fetch_articles(urls, fetcher, process=process)
        async with contextlib.aclosing(articles):
            async for article in articles:
                take(article)


def _fetched(article: "Article", options: SharedOptions) -> entry.Entry:
    return entry.entry(article.url or "?", article, _style(options))


def _print_lines(lines: Iterable[str]) -> None:
    try:
        for line in lines:
            typer.echo(line)
    except OSError as error:
        raise OutputError(f"standard output: cannot be written ({error.strerror}); give it another place") from error


def _style(options: SharedOptions) -> entry.Style:
    return entry.Style(options.pretty, options.explain)


def _switched_off(options: SharedOptions) -> frozenset[str]:
    if not options.no_rule:
        return frozenset()
    from scraper.cleaners.names import switched_off

    return switched_off(options.no_rule)


def _listed(path: str) -> list[str]:
    urls = list(read_urls(path))
    if not urls:
        raise EmptyInputError(f"{path}: no URL in it; write one a line")
    return urls


def _standard_input() -> list[str]:
    if sys.stdin.isatty():
        raise UsageError("no input given; write `scraper clean PAGE.html`, or - to type or pipe it in")
    return ["-"]


def _refuse_overwriting(paths: Iterable[str], options: SharedOptions) -> None:
    output = options.output
    if output and output.is_file() and any(Path(path).is_file() and output.samefile(path) for path in paths):
        raise UsageError(f"-o {output} is also an input; give another file")
