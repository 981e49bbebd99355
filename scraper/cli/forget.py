"""`scraper forget`: have pages fetched as if for the first time.

Annotations are evaluated here: typer reads them when the command line is made.
"""

from pathlib import Path
from typing import Annotated

import typer

from scraper.cli.entry import printable
from scraper.errors import UsageError


def forget(
    job: Annotated[Path, typer.Argument(metavar="JOB.toml", help="The job's file.")],
    targets: Annotated[list[str], typer.Argument(metavar="URL|SOURCE", help="A page, or all pages of a source.")],
) -> None:
    """Forget pages that a job knows: they are fetched and written again when they are listed.

    What was written of them stays where it is.
    """
    from scraper.config import load_job
    from scraper.jobs.run import locked
    from scraper.stores.state import open_state
    from scraper.url_key import url_key

    settings = load_job(job)
    with locked(settings), open_state(settings.state_at, settings.name) as state:
        unknown = []
        for target in targets:
            with state.transaction():
                count = state.pages.forget(target, url_key(target))
            typer.echo(printable(f"{target}: {count} {'page' if count == 1 else 'pages'} forgotten"))
            unknown += [] if count else [target]
    if unknown:
        raise UsageError(f"{unknown[0]}: neither a page that {settings.name} knows nor a source of it")
