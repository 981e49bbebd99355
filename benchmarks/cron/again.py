"""A second run, with nothing new: what it asks for, and that it writes nothing."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.jobs.newsstand import done, standing, write_job
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    import argparse

SPARED: Final = 0.95
"""Share of the first run's requests that the second is to be spared at least."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Those of this measurement."""
    parser.add_argument("--papers", type=int, default=20)
    parser.add_argument("--pages", type=int, default=10)


def measure(given: argparse.Namespace) -> bool:
    """Run twice, and say what the second asked for; whether all is well."""
    with tempfile.TemporaryDirectory() as folder, serve(Press(given.papers, given.pages)) as served:
        job = write_job(Path(folder), served.press)
        code, _ = done(job)
        first, before = served.log.asked(), standing(job.parent / "out")
        served.log.reset()
        begun = time.monotonic()
        again, said = done(job)
        asked, unchanged = served.log.asked(), served.log.asked(status=304)
        same = standing(job.parent / "out") == before
    spared = 1 - (asked - unchanged) / first
    print(f"first run: {first} requests; second: {asked}, of which {unchanged} were answered 304: {spared:.1%} spared")
    print(f"output files {'unchanged, to the byte and the time' if same else 'CHANGED'}; {said.splitlines()[-1]}")
    print(f"the second run took {time.monotonic() - begun:.1f} s")
    return code == again == 0 and same and spared >= SPARED
