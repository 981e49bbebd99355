"""A long run: memory as the pages go by, pages a second, and what keeps them from being more."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.memory import children, resident
from scraper.config import load_job
from scraper.fetchers.client import Fetcher
from tests.jobs.newsstand import judge, records, running, url, write_job
from tests.press.papers import Press

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tests.jobs.newsstand import Verdict

TICKS: Final = os.sysconf("SC_CLK_TCK")
EVERY: Final = 1.0
FLAT: Final = 0.1
"""Share by which memory may grow from the first half of the run to the second."""


@dataclass(frozen=True, slots=True)
class Sample:
    """At `at`: MiB of the command and of all its workers, and the processor seconds of both until then."""

    at: float
    memory: float
    workers_memory: float
    busy: float
    workers_busy: float


def arguments(parser: argparse.ArgumentParser) -> None:
    """Those of this measurement."""
    parser.add_argument("--papers", type=int, default=50)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--workers", type=int, default=4, help="pages under way at once")
    parser.add_argument("--port", type=int, default=8931)


def measure(given: argparse.Namespace) -> bool:
    """Run, and say what it took; whether memory is flat and every record there."""
    press = Press(given.papers, given.pages, port=given.port)
    with tempfile.TemporaryDirectory() as name, _printed(press) as printer:
        job = write_job(Path(name), press, fetch={"workers": given.workers})
        before = _busy(printer)
        samples = list(_run(job))
        served, verdict = _busy(printer) - before, judge(press, records(job.parent))
        told = _told(samples, press.papers * press.pages, served)
        print("\n".join(told))
        print(f"records: {verdict}")
        bare = asyncio.run(_fetched(job, press))
        print(f"a bare fetch of the same pages by the same fetcher: {bare:.0f} pages/s")
    return _well(samples, verdict)


@contextmanager
def _printed(press: Press) -> Iterator[int]:
    """The press as a process, all its pages made; gives its number."""
    options = ["--papers", str(press.papers), "--pages", str(press.pages), "--port", str(press.port)]
    process = subprocess.Popen([sys.executable, "-m", "tests.press", *options], stdout=subprocess.PIPE)
    try:
        assert process.stdout  # noqa: S101
        if not process.stdout.readline():
            raise SystemExit("the press did not start; it says why above")
        yield process.pid
    finally:
        process.terminate()
        process.communicate()


def _run(job: Path) -> Iterator[Sample]:
    """Samples of a run, one each second until it ends."""
    begun = time.monotonic()
    with running(job, "--quiet") as process:
        while process.poll() is None:
            yield _sample(process.pid, time.monotonic() - begun)
            time.sleep(EVERY)
        assert process.stderr  # noqa: S101
        if process.returncode:
            raise SystemExit(f"the run ended with {process.returncode}: {process.stderr.read()}")


def _sample(pid: int, at: float) -> Sample:
    servers = list(children(pid))
    workers = [worker for server in servers for worker in children(server)]
    # Workers that ended are counted with the process that they were forked from.
    busy = sum(_busy(server, ended=True) for server in servers) + sum(map(_busy, workers))
    return Sample(at, resident(pid), sum(map(resident, workers)), _busy(pid), busy)


def _busy(pid: int, *, ended: bool = False) -> float:
    """Processor seconds of a process, and of its children that `ended`; 0 where it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11 : 15 if ended else 13])) / TICKS


def _halves(samples: list[Sample]) -> tuple[float, float]:
    """The most memory of the command in each half of a run."""
    middle = len(samples) // 2
    return max(one.memory for one in samples[:middle]), max(one.memory for one in samples[middle:])


def _told(samples: list[Sample], pages: int, served: float) -> Iterator[str]:
    *_, last = (one for one in samples if one.memory)
    first, second = _halves(samples)
    cores = len(os.sched_getaffinity(0))
    speed = f"{pages / last.at:.1f} pages/s"
    yield f"{pages} pages in {last.at:.0f} s: {speed}; load of the machine {os.getloadavg()[1]:.1f}"
    yield f"memory of the command: at most {first:.0f} MiB in the first half, {second:.0f} MiB in the second"
    yield f"memory of the workers: at most {max(one.workers_memory for one in samples):.0f} MiB together"
    shares = (("command", last.busy), ("workers, all", last.workers_busy), ("press", served))
    for name, busy in shares:
        each = f"{busy / pages * 1000:.1f} ms a page"
        yield f"{name}: {busy:.0f} s of a processor, {busy / last.at:.0%} of the time ({each})"
    both = last.busy + last.workers_busy
    yield f"of the {cores} processors, the run had {both / last.at / cores:.0%}"
    limits = {"the command's own process": pages / last.busy, "the processors": cores * pages / (both + served)}
    narrowest = min(limits, key=lambda name: limits[name])
    told = ", ".join(f"{limit:.0f} by {name}" for name, limit in limits.items())
    yield f"pages/s there could be, had the run the machine to itself: {told}; the limit is {narrowest}"


async def _fetched(job: Path, press: Press) -> float:
    """Pages a second where they are fetched and no more is done."""
    settings = load_job(job).fetch
    addresses = [url(press, one) for k in range(press.papers) for one in press.articles(k)]
    # Papers in turns, as in a run: each is asked for one page at a time.
    turns = iter([addresses[at] for n in range(press.pages) for at in range(n, len(addresses), press.pages)])
    async with Fetcher(settings) as fetcher:

        async def one_after_the_other() -> None:
            for address in turns:
                await fetcher.fetch(address)

        begun = time.monotonic()
        await asyncio.gather(*(one_after_the_other() for _ in range(settings.workers)))
        return len(addresses) / (time.monotonic() - begun)


def _well(samples: list[Sample], verdict: Verdict) -> bool:
    first, second = _halves(samples)
    return verdict.clean and second <= first * (1 + FLAT)
