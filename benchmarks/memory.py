"""How much memory a long batch takes: the command and its workers, as the pages go by.

usage: python -m benchmarks.memory [--pages N] [--workers N] [--every N]

Feeds synthetic pages, each different, to `scraper clean --as jsonl -` and reads the records as they come. Prints the
resident memory of every process of the command (MiB; from /proc, so on Linux only), then how much the greatest was in
the second half of the run above the greatest in its first half.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "harbour bridge council engineer storm scaffold girder market fair closed opened said would of the and to in a"
PARAGRAPHS = 40
FURNITURE = 200
KIB = 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """Resident MiB after `pages` pages: of the command itself, and of all its workers."""

    pages: int
    parent: float
    workers: tuple[float, ...]

    def __str__(self) -> str:
        workers = " ".join(f"{worker:7.1f}" for worker in self.workers)
        return f"{self.pages:8} {self.parent:8.1f} {workers}"


def main() -> int:
    """Run and print; returns the exit code of the command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=int, default=500, help="pages from one sample to the next")
    options = parser.parse_args()
    command = [sys.executable, "-m", "scraper", "clean", "--as", "jsonl", "-", "--workers", str(options.workers)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin  # noqa: S101 - it is piped
        assert process.stdout  # noqa: S101 - it is piped
        threading.Thread(target=feed, args=(process.stdin, options.pages), daemon=True).start()
        print(f"{'pages':>8} {'command':>8} workers")
        samples = []
        for pages, _ in enumerate(process.stdout, start=1):
            if pages % options.every == 0:
                samples.append(sample(process.pid, pages))
                print(samples[-1], flush=True)
    print(growth(samples))
    return process.returncode


def feed(stream: IO[bytes], pages: int) -> None:
    """Write `pages` synthetic pages as JSON lines."""
    with stream:
        for number in range(pages):
            stream.write(json.dumps({"id": str(number), "html": page(number)}).encode() + b"\n")


def page(number: int) -> str:
    """An article among furniture, some 60 KB, no two alike."""
    dice = random.Random(number)  # noqa: S311 - the same pages in every run
    body = "".join(f"<p>{sentence(dice, 60)}</p>" for _ in range(PARAGRAPHS))
    links = "".join(
        f'<li><a href="/{dice.random()}" class="x{number}">{sentence(dice, 6)}</a>' for _ in range(FURNITURE)
    )
    title = sentence(dice, 8)
    article = f"<article><h1>{title}</h1>{body}</article>"
    return f"<html lang=en><title>{title}</title><body><ul>{links}</ul>{article}</body></html>"


def sentence(dice: random.Random, words: int) -> str:
    """So many words, one of them new."""
    return f"{' '.join(dice.choices(WORDS.split(), k=words))} w{dice.randrange(10**9)}."


def sample(pid: int, pages: int) -> Sample:
    """Memory of the command `pid` and the workers below it, now."""
    grandchildren = [pid for child in children(pid) for pid in children(child)]
    return Sample(pages, resident(pid), tuple(sorted(map(resident, grandchildren))))


def children(pid: int) -> Iterator[int]:
    """Processes that `pid` started."""
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, path.read_text().split())


def resident(pid: int) -> float:
    """Resident memory in MiB; 0 for a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / KIB for line in lines if line.startswith("VmRSS")), 0)


def growth(samples: list[Sample]) -> str:
    """What the second half of the run took at most above the first half's most."""
    middle = len(samples) // 2
    first, second = samples[:middle], samples[middle:]
    if not first:
        return "too few samples to compare"
    parent = max(one.parent for one in second) - max(one.parent for one in first)
    worker = max(max(one.workers, default=0) for one in second) - max(max(one.workers, default=0) for one in first)
    return f"second half above first half, at most: command {parent:+.1f} MiB, a worker {worker:+.1f} MiB"


if __name__ == "__main__":
    sys.exit(main())
