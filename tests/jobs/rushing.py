"""Many starts of one job at the same time, and when each of them ended."""

from __future__ import annotations

import os
import select
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.jobs.newsstand import start

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a start ended: exit code, seconds since it was started, what it said."""

    code: int
    seconds: float
    said: str


def rush(job: Path, count: int) -> list[Ended]:
    """Starts a job so many times at once; gives how each ended, in the order in which they did."""
    waiting, ended = {}, []
    for _ in range(count):
        begun = time.monotonic()
        process = start(job)
        waiting[os.pidfd_open(process.pid)] = (process, begun)
    while waiting:
        for descriptor in select.select(list(waiting), [], [])[0]:
            process, begun = waiting.pop(descriptor)
            seconds = time.monotonic() - begun
            os.close(descriptor)
            _, said = process.communicate()
            ended.append(Ended(process.returncode, seconds, said))
    return ended
