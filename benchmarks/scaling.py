"""How many pages a second `scraper clean` reads with one worker and with two, on the corpus set fundus.

usage: python -m benchmarks.scaling [--shared DIR] [--pages N] [--rounds N]

Runs alternate, so that a busy machine burdens both alike; of each, the median counts. What a run takes for one page is
taken off: start-up is told apart. Exit code 1 where two workers read less than 1.8 times the pages of one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

SET = "fundus"
COUNTS = (1, 2)
GOAL = 1.8


def main() -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the corpus and its tools (%(default)s)")
    parser.add_argument("--pages", type=int, default=1000, help="pages a run; the set is fed over and over")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="scaling-") as directory:
        one, many = Path(directory) / "one.jsonl", Path(directory) / "many.jsonl"
        lines = fed(options.shared.resolve())
        one.write_bytes(lines[0])
        many.write_bytes(b"".join(islice(cycle(lines), options.pages)))
        start = median(seconds(one, 1) for _ in range(options.rounds))
        spent: dict[int, list[float]] = {count: [] for count in COUNTS}
        for _ in range(options.rounds):
            for count in COUNTS:
                spent[count].append(seconds(many, count))
    rates = {count: (options.pages - 1) / (median(spent[count]) - start) for count in COUNTS}
    print(f"start-up and one page: {start:.2f} s")
    for count, rate in rates.items():
        runs = ", ".join(f"{run:.1f}" for run in spent[count])
        print(f"{count} worker(s): {rate:.1f} pages/s ({options.pages} pages in {runs} s)")
    ratio = rates[2] / rates[1]
    print(f"ratio: {ratio:.2f} (goal: {GOAL})")
    return int(ratio < GOAL)


def fed(shared: Path) -> list[bytes]:
    """JSON lines of the set, as the corpus's own tool gives them."""
    command = [sys.executable, str(shared / "bench" / "feed.py"), SET, "--corpus", str(shared / "corpus")]
    return subprocess.run(command, check=True, capture_output=True).stdout.splitlines(keepends=True)


def seconds(lines: Path, count: int) -> float:
    """Wall time of a run of the command on `lines` with `count` workers."""
    command = [sys.executable, "-m", "scraper", "clean", "--as", "jsonl", "-", "--workers", str(count)]
    with lines.open("rb") as stream:
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdin=stream, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
