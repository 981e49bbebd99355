"""`scraper job`: begin a job's file, and check one.

Annotations are evaluated here: typer reads them when the command line is made.
"""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from scraper.cli.entry import printable
from scraper.errors import OutputError, UsageError

if TYPE_CHECKING:
    from scraper.config import Job

KINDS: Final = ("feeds", "sitemaps", "sections", "discover", "urls", "url_files")

job = typer.Typer(help="Begin a job's file, and check one.", no_args_is_help=True, add_completion=False)


@job.command()
def new(
    url: Annotated[
        str | None, typer.Argument(metavar="URL", help="A site: its feeds and news sitemaps are looked up.")
    ] = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE (-: standard output). Default: SITE.toml."),
    ] = None,
    contact: Annotated[str | None, typer.Option(metavar="WHO", help="Web or mail address put into the User-Agent.")] = (
        None
    ),
    allow_loopback: Annotated[
        bool, typer.Option("--allow-loopback", help="Fetch from this machine, too: 127.0.0.1, localhost.")
    ] = False,
) -> None:
    """Write a commented job: an example, or one for a site.

    A site is asked once for its page, for robots.txt and for each list that these name.
    """
    from scraper.config import FetchSettings
    from scraper.jobs.new import EXAMPLE, job_name, job_text, source_name, sources_of

    source = source_name(url) if url else "news.example"
    path = output or Path(f"{job_name(source)}.toml" if url else "job.toml")
    if path.exists():
        raise UsageError(f"{path}: there is such a file already; give another with -o")
    addresses = EXAMPLE
    if url:
        found = sources_of(url, FetchSettings(contact=contact, allow_loopback=allow_loopback))
        addresses = found.addresses
        for told in found.told:
            typer.echo(printable(told), err=True)
    text = job_text(source, addresses)
    if contact:
        text = text.replace('# contact = "https://you.example/about-this"', f'contact = "{contact}"')
    if allow_loopback:
        text = text.replace("# allow_loopback = false", "allow_loopback = true")
    if str(path) == "-":
        typer.echo(text, nl=False)
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); give another path") from error
    typer.echo("\n".join(_next_steps(path)), err=True)


@job.command()
def check(
    path: Annotated[Path, typer.Argument(metavar="JOB.toml", help="The job's file.")],
) -> None:
    """Say whether a job is sound, and what it would do; nobody is asked and nothing is written."""
    from scraper.config import load_job
    from scraper.fetchers.client import request_headers
    from scraper.jobs.run import reader
    from scraper.jobs.sources import listed_urls
    from scraper.lock import is_dsn
    from scraper.stores.outputs.opening import made

    settings = load_job(path)
    reader(settings)
    request_headers(settings.fetch)
    made(settings.outputs, sys.stdout.buffer)
    if is_dsn(settings.state_at):
        import scraper.stores.postgres  # noqa: F401 - raises where the extra is missing
    for source in settings.sources.values():
        listed_urls(source)
    for line in _told(settings):
        typer.echo(printable(line))


def _told(settings: "Job") -> list[str]:
    """A sound job in words."""
    sources = []
    for name, source in settings.sources.items():
        counts = [f"{kind}: {len(getattr(source, kind))}" for kind in KINDS if getattr(source, kind)]
        sources.append(f"source {name}: {', '.join(counts) or 'nothing to read yet'}")
    outputs = [
        f"output {kind}: {value if kind != 'postgres' else 'table articles'}"
        for kind, value in settings.outputs
        if value
    ]
    return [f"{settings.name}: sound", *sources, *(outputs or ["output: none yet; records wait in the state"])]


def _next_steps(path: Path) -> list[str]:
    """What to do with a new job's file."""
    program, name = shlex.quote(sys.argv[0]), shlex.quote(str(path))
    there = shlex.quote(str(path.absolute()))
    command = shlex.quote(str(Path(sys.argv[0]).absolute())) if "/" in sys.argv[0] else program
    return [
        f"{path}: written",
        "",
        "Look at what it would fetch, then do it:",
        f"  scraper run {name} --dry-run",
        f"  scraper run {name}",
        "",
        "To have it done four times an hour, add this line to your crontab (crontab -e):",
        f"  */15 * * * * {command} run --quiet {there}",
        "",
        "See how its sources fare:",
        f"  scraper status {name}",
    ]
