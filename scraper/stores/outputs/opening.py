"""The outputs that a job asks for."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final

from scraper.stores.outputs.files import FilesOutput
from scraper.stores.outputs.lines import LinesOutput
from scraper.stores.outputs.parquet import ParquetOutput
from scraper.stores.outputs.stdout import StdoutOutput
from scraper.stores.outputs.tables import CsvOutput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from scraper.config import Outputs
    from scraper.stores.outputs.output import Output


def _table(dsn: str) -> Output:
    from scraper.stores.outputs.articles_table import TableOutput  # noqa: PLC0415 - an extra

    return TableOutput(dsn)


_KINDS: Final[Mapping[str, Callable[[str], Output]]] = {
    "jsonl": LinesOutput,
    "csv": CsvOutput,
    "parquet": ParquetOutput,
    "files": FilesOutput,
    "postgres": _table,
}


def made(outputs: Outputs, stdout: BinaryIO) -> list[Output]:
    """What `outputs` asks for, in the order of the table, `stdout` last; nothing is touched yet.

    Raises ConfigError where one needs an extra that is not installed.
    """
    asked = ((make, getattr(outputs, key)) for key, make in _KINDS.items())
    return [
        *(make(where) for make, where in asked if where is not None),
        *([StdoutOutput(stdout)] if outputs.stdout else []),
    ]


@contextmanager
def open_outputs(outputs: Outputs, stdout: BinaryIO) -> Iterator[list[Output]]:
    """What `outputs` asks for, as `made` gives it, prepared; closed at the end.

    Raises ConfigError as `made` does, and OutputError where one cannot take records.
    """
    opened = made(outputs, stdout)
    with ExitStack() as held:
        for output in opened:
            output.prepare()
            held.callback(output.close)
        yield opened
