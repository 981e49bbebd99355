"""Standard error: everything that is no record."""

from __future__ import annotations

import logging
import os
import sys
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

import structlog
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from scraper.executors.process import silence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from structlog.typing import Processor

_LONG_WORK: Final = 2.0


class Stderr(Protocol):
    """Where messages go, one or more lines at a time."""

    def say(self, text: str) -> None:
        """Print `text`."""

    def advance(self) -> None:
        """Count one more input as done."""


class _Terminal:
    """Standard error, with a progress bar beneath the messages once the work turns out to be long."""

    __slots__ = ("_begun", "_console", "_progress", "_task", "_with_bar")

    def __init__(self, total: int | None, *, with_bar: bool) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("inputs"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=self._console, transient=True)
        self._task = self._progress.add_task("", total=total)
        self._with_bar = with_bar and self._console.is_terminal
        self._begun = time.monotonic()

    def say(self, text: str) -> None:
        self._console.print(text, markup=False, emoji=False)

    def advance(self) -> None:
        self._progress.advance(self._task)
        if self._with_bar and time.monotonic() - self._begun > _LONG_WORK:
            self._progress.start()

    def close(self) -> None:
        if self._progress.live.is_started:
            self._progress.stop()


@contextmanager
def standard_error(total: int | None = None, *, with_bar: bool = False) -> Iterator[Stderr]:
    """Standard error for a batch of `total` inputs (None: unknown); the bar is drawn on a terminal only."""
    terminal = _Terminal(total, with_bar=with_bar)
    try:
        yield terminal
    finally:
        terminal.close()


def configure_logging(*, verbose: bool) -> None:
    """Send the log to standard error if `verbose`, nowhere if not: JSON lines, or plain text on a terminal."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    to_terminal = sys.stderr.isatty()
    render: Processor = (
        structlog.dev.ConsoleRenderer() if to_terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(sys.stderr) if verbose else logging.NullHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("scraper").setLevel(logging.INFO)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def worker_log(*, verbose: bool) -> Callable[[], None]:
    """What a worker process does about its log as it starts."""
    return partial(configure_logging, verbose=True) if verbose else silence


def discard_stdout() -> None:
    """Let what is left in standard output's buffer go nowhere, so that the interpreter ends without a complaint.

    As the Python documentation advises for SIGPIPE (library/signal, "Note on SIGPIPE").
    """
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
