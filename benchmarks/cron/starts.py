"""Starts of one job at the same time: how many run, and how long the others take to be gone."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.jobs.newsstand import write_job
from tests.jobs.rushing import rush
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Those of this measurement."""
    parser.add_argument("--starts", type=int, default=20)


def measure(given: argparse.Namespace) -> bool:
    """Start, and say what came of it; whether all is well."""
    with tempfile.TemporaryDirectory() as folder, serve(Press(papers=5, pages=20)) as served:
        *early, last = rush(write_job(Path(folder), served.press), given.starts)
    codes = Counter(one.code for one in (*early, last))
    slowest = max(one.seconds for one in early)
    print(f"{given.starts} starts: exit codes {dict(codes)}; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"gone within {slowest:.2f} s of their start, at most, while the one that runs took {last.seconds:.1f} s")
    return codes == {75: given.starts - 1, 0: 1} and slowest < 1
