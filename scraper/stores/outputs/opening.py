"""The outputs that a job asks for."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from scraper.stores.outputs.lines import LinesOutput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scraper.config import Outputs
    from scraper.stores.outputs.output import Output


@contextmanager
def open_outputs(outputs: Outputs, stdout: BinaryIO) -> Iterator[list[Output]]:
    """TEMP."""
    opened: list[Output] = [LinesOutput(outputs.jsonl)] if outputs.jsonl else []
    for one in opened:
        one.prepare()
    yield opened
