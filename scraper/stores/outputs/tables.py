"""Tables for spreadsheets and pandas: CSV files, which grow."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from scraper.errors import OutputError
from scraper.stores.outputs.columns import COLUMNS
from scraper.stores.outputs.lines import LinesOutput
from scraper.stores.outputs.output import fields, mapped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scraper.stores.outbox import Delivery
    from scraper.stores.outputs.output import Sizes

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of characters that a spreadsheet may pass over before a formula."""
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


class CsvOutput(LinesOutput):
    """Files of CSV (RFC 4180, UTF-8, a row of names first) at the paths that `pattern` gives; see `LinesOutput`.

    A row holds a record's main fields, lists joined by "; ". What a spreadsheet would run as a formula gets an
    apostrophe before it (OWASP, CSV injection); a text that is only a number is left as it is.
    """

    def line(self, delivery: Delivery) -> bytes:
        """See `LinesOutput`."""
        record = fields(delivery)
        return _row(cell(column.value(record)) for column in COLUMNS)

    def head(self) -> bytes:
        """See `LinesOutput`."""
        return _row(column.name for column in COLUMNS)

    def append(self, path: Path, added: bytes, sizes: Sizes) -> int:
        """See `LinesOutput`. Raises OutputError where the file has other columns, too."""
        with mapped(path):
            if path.is_file() and path.stat().st_size:
                _see_that_same(path, self.head())
        return super().append(path, added, sizes)


def cell(value: Any) -> str:  # noqa: ANN401 - any JSON
    """A value of a record as it stands in a table."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str):
        return f"'{value}" if _is_formula(value) else value
    return "" if value is None else str(value)


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet could take `text` for a formula."""
    if text.startswith(("\t", "\r", "\n")):
        return True
    seen = next((char for char in text if unicodedata.category(char) not in _UNSEEN), "")
    return unicodedata.normalize("NFKC", seen).startswith(("=", "+", "-", "@")) and not _NUMBER.fullmatch(text)


def _see_that_same(path: Path, head: bytes) -> None:
    with path.open("rb") as stream:
        found = stream.read(len(head))
    if found != head:
        raise OutputError(f"{path}: its columns are not the ones to be written; move it away, and a new one is made")


def _row(cells: Iterable[str]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode()
