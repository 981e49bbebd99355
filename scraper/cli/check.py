"""`scraper check`: whether a page is an article, whether it is free to read, and whether all of it is there.

Annotations are evaluated here: typer reads them when the command line is made.
"""

import asyncio
import contextlib
import json
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final

import typer

from scraper.cli import entry
from scraper.cli.console import configure_logging
from scraper.cli.options import AskOptions, with_shared_options
from scraper.cli.verdict import as_json, lines, verdict
from scraper.errors import OutputError, UsageError, WorkerError
from scraper.executors.process import Workers
from scraper.inputs import Raw, parsed, read_raw

if TYPE_CHECKING:
    from scraper.article import Article

EPILOGUE: Final = """\
Exit codes: 0 free and whole; 10 restricted, but whole; 11 only a part was delivered; 12 no article; 1 the page \
could not be read; 2 wrong usage; 78 bad configuration; 130 interrupted; 143 terminated."""


@with_shared_options
def check(
    options: AskOptions,
    target: Annotated[
        str, typer.Argument(metavar="URL|FILE", help="Address of a page, or a file; - is standard input.")
    ],
    *,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where the page in FILE came from.")] = None,
    as_machine: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Log to standard error.")] = False,
) -> None:
    """Say whether a page is an article, whether it is free to read, and how much of it was delivered.

    Declared and delivered are told apart, each with its evidence. Nothing is unhidden and nothing asked for twice.
    """
    configure_logging(verbose=verbose)
    remote = target.lower().startswith(("http://", "https://"))
    if remote and url is not None:
        raise UsageError("--url names where a file came from; give a file with it")
    article = asyncio.run(_fetched(target, options)) if remote else _read(target, url)
    text = (
        json.dumps(as_json(article), indent=2, ensure_ascii=False) if as_machine else "\n".join(lines(target, article))
    )
    try:
        typer.echo(text)
    except OSError as error:
        raise OutputError(f"standard output: cannot be written ({error.strerror}); give it another place") from error
    raise typer.Exit(verdict(article).exit_code)


async def _fetched(url: str, options: AskOptions) -> "Article":
    from scraper.executors.local import fetch_articles
    from scraper.fetchers.client import Fetcher
    from scraper.pipeline import process

    with Workers(1) as workers:
        async with Fetcher(options.settings, ignore_robots=options.ignore_robots) as fetcher:
            articles = fetch_articles([url], fetcher, process=partial(workers.call, process))
            async with contextlib.aclosing(articles):
                return await anext(articles)


def _read(path: str, url: str | None) -> "Article":
    raws = list(islice(read_raw(path, url=url), 2))
    if len(raws) != 1:
        raise UsageError(f"{path}: give a file that holds one page")
    with Workers(1) as workers:
        return next(workers.map(_record, raws, lost=_lost))


def _record(raw: Raw) -> "Article":
    from scraper.pipeline import process

    return entry.record(parsed(raw), process)


def _lost(raw: Raw, *, error: WorkerError) -> "Article":
    return entry.lost_record(parsed(raw), error)
