"""The options that several commands share, as one value.

Annotations are evaluated here: typer reads them when the command line is made.
"""

import functools
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, ParamSpec, TypeVar, get_type_hints

import typer

from scraper.config import FetchSettings, Profile
from scraper.errors import OutputError, UsageError
from scraper.stores.sinks import DirectorySink, LineSink, Sink

if TYPE_CHECKING:
    from scraper.fetchers.cache import Mode

P = ParamSpec("P")
OptionsT = TypeVar("OptionsT", bound="SharedOptions | AskOptions | RunOptions | RecleanOptions")


@dataclass(frozen=True)
class AskOptions:
    """How pages are asked for."""

    contact: Annotated[str | None, typer.Option(metavar="WHO", help="Web or mail address put into the User-Agent.")] = (
        None
    )
    proxy: Annotated[str | None, typer.Option(metavar="URL", help="Fetch through this proxy.")] = None
    cookies: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own cookies, in Netscape's format, mode 0600.")
    ] = None
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Do not ask robots.txt: for sites of your own.")
    ] = False
    allow_loopback: Annotated[
        bool, typer.Option("--allow-loopback", help="Fetch from this machine, too: 127.0.0.1, localhost.")
    ] = False

    @property
    def settings(self) -> FetchSettings:
        """These as settings of the fetcher."""
        named = {field.name for field in fields(self)} & FetchSettings.model_fields.keys()
        return FetchSettings(**{name: getattr(self, name) for name in named})


@dataclass(frozen=True)
class SharedOptions:
    """How pages are read, where records go and what is said beside them."""

    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write records to FILE instead of standard output."),
    ] = None
    output_dir: Annotated[
        Path | None,
        typer.Option("-O", "--output-dir", metavar="DIR", help="Write one file a record, ID.json, into DIR."),
    ] = None
    profile: Annotated[
        Profile, typer.Option(help="What is rather done with a text that may be body or not: precision leaves it out.")
    ] = "balanced"
    sites: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of sites' own settings, HOST.toml each.")
    ] = None
    no_rule: Annotated[
        list[str] | None,
        typer.Option(
            "--no-rule",
            metavar="NAME",
            help="Do not apply this cleaning rule (`scraper rules` lists them; repeatable).",
        ),
    ] = None
    pretty: Annotated[bool, typer.Option("--pretty", help="Indent the JSON.")] = False
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say on standard error what was removed, by which rule."),
    ] = False
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Log to standard error.")] = False


@dataclass(frozen=True)
class FetchOptions(SharedOptions, AskOptions):
    """How pages are read, where records go, and how pages are asked for, kept and taken from where they were kept."""

    gap: Annotated[float, typer.Option(min=0, metavar="SECONDS", help="Least time between two requests to a site.")] = (
        FetchSettings().gap
    )
    cache: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep answers in FILE, and use them again (RFC 9111).")
    ] = None
    offline: Annotated[bool, typer.Option("--offline", help="Take all from the cache, ask nobody.")] = False
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask anew for all, and keep that in the cache.")] = False
    warc: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Append what is fetched to FILE, a web archive (WARC).")
    ] = None
    from_warc: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take all from FILE, a web archive, ask nobody.")
    ] = None

    @property
    def mode(self) -> "Mode":
        """How the cache is used; raises UsageError where both ways are asked for."""
        if self.offline and self.refresh:
            raise UsageError("give --offline or --refresh, not both")
        return "offline" if self.offline else "refresh" if self.refresh else "use"


@dataclass(frozen=True)
class RunOptions:
    """How a job is done this time, and what is said of it."""

    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read the sources and show what would be fetched; keep nothing.")
    ] = False
    force: Annotated[
        bool, typer.Option("--force", help="Read and fetch all that is listed, whatever is known of it.")
    ] = False
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Say nothing where all went well, or another run is at it.")
    ] = False
    summary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the summary as JSON to FILE (-: standard output).")
    ] = None
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Log to standard error.")] = False


@dataclass(frozen=True)
class RecleanOptions:
    """Of what records are made anew, how they are read, where they go and what is said of it."""

    warc: Annotated[
        list[Path] | None,
        typer.Option("--warc", metavar="FILE", help="Archive of the pages (repeatable); a job's own is read, too."),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write all records to FILE (-: standard output)."),
    ] = None
    write: Annotated[bool, typer.Option("--write", help="Of a job: hand over what has changed, as new revisions.")] = (
        False
    )
    field: Annotated[
        list[str] | None, typer.Option("--field", metavar="NAME", help="Compare only this field (repeatable).")
    ] = None
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON to standard output.")] = False
    profile: Annotated[Profile | None, typer.Option(help="As in `scraper clean`; a job's file says it for a job.")] = (
        None
    )
    sites: Annotated[Path | None, typer.Option(metavar="DIR", help="As in `scraper clean`.")] = None
    no_rule: Annotated[
        list[str] | None, typer.Option("--no-rule", metavar="NAME", help="As in `scraper clean` (repeatable).")
    ] = None
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Log to standard error.")] = False


def with_shared_options(command: Callable[Concatenate[OptionsT, P], None]) -> Callable[..., None]:
    """`command` with every field of its first parameter, one of the classes above, as an option.

    typer makes one option of one parameter; this keeps the commands' own parameters few.
    """
    first, *own = inspect.signature(command, eval_str=True).parameters.values()
    hints = get_type_hints(first.annotation, include_extras=True)
    shared = inspect.signature(first.annotation).parameters
    options = [parameter.replace(kind=parameter.KEYWORD_ONLY) for parameter in shared.values()]
    parameters = [*own, *(option.replace(annotation=hints[option.name]) for option in options)]

    @functools.wraps(command)
    def expanded(**values: Any) -> None:  # noqa: ANN401 - whatever types the command's own parameters have
        output = first.annotation(**{name: values[name] for name in shared})
        call: Callable[..., None] = command
        call(output, **{name: value for name, value in values.items() if name not in shared})

    expanded.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    vars(expanded)["__signature__"] = inspect.Signature(parameters)
    return expanded


@contextmanager
def open_sink(options: SharedOptions) -> Iterator[Sink]:
    """Sink that `options` ask for, closed at the end unless it is standard output.

    Raises OutputError where it cannot be opened, UsageError where both -o and -O are given.
    """
    if options.output and options.output_dir:
        raise UsageError("give -o FILE or -O DIR, not both")
    if options.output_dir:
        with DirectorySink(options.output_dir) as files:
            yield files
    elif options.output:
        with _file_sink(options.output) as lines:
            yield lines
    else:
        yield LineSink(sys.stdout.buffer, "standard output")


def _file_sink(path: Path) -> LineSink:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return LineSink(path.open("wb"), str(path))
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); give another path") from error
