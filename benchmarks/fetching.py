"""How fast and how steadily the fetcher fetches: its rate beside the bare client's, memory and descriptors.

Run as `python -m benchmarks.fetching [--fetches N]`, from the root; `make faults` does. The server is a process of its
own on loopback.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scraper.fetchers.client import Fetcher, Wiring
from scraper.fetchers.http import httpx
from tests.faults.modes import PAGE, html, plays
from tests.faults.run import at_loopback, settings
from tests.faults.server import HostileServer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from multiprocessing.connection import Connection

WORKERS: Final = 8
HOSTS: Final = 8
TURNS: Final = 5
LEAST_RATE: Final = 0.6
"""Share of the bare client's rate that the full stack reaches at least."""
MOST_GROWTH: Final = 1024
"""Bytes a fetch by which memory may grow after warm-up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    value: str
    limit: str
    holds: bool


def main() -> int:
    """Print the figures; the exit code says whether all hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fetches", type=int, default=50_000)
    figures = measured(parser.parse_args().fetches)
    print(f"client: {httpx.__name__} {httpx.__version__}")
    for figure in figures:
        print(f"{figure.name:<44} {figure.value:>12}  {figure.limit:<12} {'yes' if figure.holds else 'NO'}")
    return int(not all(figure.holds for figure in figures))


def measured(fetches: int) -> list[Figure]:
    """Figures over so many fetches from a server in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    server = spawn.Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    try:
        base: str = ours.recv()
        return [*asyncio.run(rates(base)), *asyncio.run(endurance(base, fetches))]
    finally:
        server.terminate()
        server.join()


async def rates(base: str) -> list[Figure]:
    """The full stack's rate beside the bare client's: the median of their ratios over TURNS of each."""
    ratios = []
    async with _fetcher() as fetcher, httpx.AsyncClient(trust_env=False) as client:

        async def ask_stack(number: int) -> None:
            await fetcher.fetch(_url(base, number))

        async def ask_bare(_number: int) -> None:
            await client.get(f"{base}/fine")

        for _ in range(TURNS):
            bare = await _rate(ask_bare, 1000)
            stack = await _rate(ask_stack, 1000)
            ratios.append(stack / bare)
            print(f"bare client {bare:6.0f} a second, full stack {stack:6.0f}", file=sys.stderr)
    ratio = sorted(ratios)[len(ratios) // 2]
    return [
        Figure("rate of the full stack beside the bare client", f"{ratio:.2f}", f">= {LEAST_RATE}", ratio >= LEAST_RATE)
    ]


async def endurance(base: str, fetches: int) -> list[Figure]:
    """Growth of memory a fetch, and descriptors, after a tenth of the fetches for warm-up."""
    async with _fetcher() as fetcher:

        async def ask(number: int) -> None:
            await fetcher.fetch(_url(base, number))

        await _rate(ask, fetches // 10)
        memory, descriptors = _resident(), _descriptors()
        await _rate(ask, fetches)
        growth = (_resident() - memory) / fetches
        more = _descriptors() - descriptors
    return [
        Figure(f"bytes of memory a fetch, over {fetches}", f"{growth:.0f}", f"< {MOST_GROWTH}", growth < MOST_GROWTH),
        Figure("descriptors more than before", f"{more}", "<= 2", more <= 2),  # noqa: PLR2004 - a kept connection or two
    ]


async def _rate(ask: Callable[[int], Awaitable[None]], count: int) -> float:
    """Calls a second of `count` calls by WORKERS at once."""
    numbers = iter(range(count))

    async def work(mine: Iterator[int]) -> None:
        for number in mine:
            await ask(number)

    start = time.perf_counter()
    await asyncio.gather(*(work(numbers) for _ in range(WORKERS)))
    return count / (time.perf_counter() - start)


def _fetcher() -> Fetcher:
    return Fetcher(settings(workers=WORKERS, deadline=30), wiring=Wiring(at_loopback))


def _url(base: str, number: int) -> str:
    return f"{base.replace('127.0.0.1', f'paper-{number % HOSTS}.test')}/fine"


def _resident() -> int:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _serve(pipe: Connection) -> None:
    async def serve() -> None:
        async with HostileServer({"/fine": plays(html(PAGE))}) as server:
            pipe.send(server.bases["http"])
            while True:
                await asyncio.sleep(0.1)
                server.visits.clear()

    asyncio.run(serve())


if __name__ == "__main__":
    sys.exit(main())
