"""What a run did, for Prometheus' textfile collector."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from scraper.jobs.summary import Summary
    from scraper.stores.state import State


def write_metrics(path: Path, summary: Summary, state: State) -> None:
    """Write the metrics."""
