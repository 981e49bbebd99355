"""The options that several commands share, as one value.

Annotations are evaluated here: typer reads them when the command line is made.
"""

import functools
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Concatenate, ParamSpec, get_type_hints

import typer

from scraper.config import Profile
from scraper.errors import OutputError, UsageError
from scraper.stores.sinks import DirectorySink, LineSink, Sink

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
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


def with_shared_options(command: Callable[Concatenate[SharedOptions, P], None]) -> Callable[..., None]:
    """`command` with every field of SharedOptions as an option, handed over as its first argument.

    typer makes one option of one parameter; this keeps the commands' own parameters few.
    """
    hints = get_type_hints(SharedOptions, include_extras=True)
    shared = inspect.signature(SharedOptions).parameters
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    options = [parameter.replace(kind=parameter.KEYWORD_ONLY) for parameter in shared.values()]
    parameters = [*own, *(option.replace(annotation=hints[option.name]) for option in options)]

    @functools.wraps(command)
    def expanded(**values: Any) -> None:  # noqa: ANN401 - whatever types the command's own parameters have
        output = SharedOptions(**{name: values[name] for name in shared})
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
