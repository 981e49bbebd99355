"""What is done with each record: it is written, told of and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from scraper.cli.console import Stderr
    from scraper.cli.entry import Entry
    from scraper.stores.sinks import Sink


class Report:
    """Writes records to `sink` and says on `stderr` what there is to say of each; counts the failed."""

    __slots__ = ("_log", "_sink", "_stderr", "failed")

    def __init__(self, sink: Sink, stderr: Stderr) -> None:
        self._sink = sink
        self._stderr = stderr
        self._log = structlog.get_logger(__name__)
        self.failed = 0

    def take(self, entry: Entry) -> None:
        """Write the record of one input and say what there is to say of it. Raises OutputError."""
        self._sink.write(entry.record)
        self._log.info("record", input=entry.name, outcome=entry.outcome, words=entry.words)
        self.failed += entry.failed
        for message in entry.messages:
            self._stderr.say(message)
        self._stderr.advance()

    @property
    def exit_code(self) -> int:
        """0 where no input failed, else 1."""
        return min(self.failed, 1)
