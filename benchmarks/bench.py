"""Measure the program on the corpus, beside its peers, in one run: `make bench`.

Quality: our command and each peer over the same pages, scored by the corpus's own tools, with the floors that our
figures must reach. Records: each against the schema. Speed: `scraper.extract` against the peers, in one process.
Figures go to standard output, progress to standard error.

Exit codes: 0 all well; 1 a figure under its floor, a record that the schema refuses, an input that failed, or a
run that gave no result; 2 no corpus, or wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import report
from benchmarks.contestants import OURS, PEERS, UNTOUCHED, extractor, held_out
from benchmarks.quality import SETS, BenchError, Corpus, check_records, jsonl, predict, unmet
from benchmarks.speed import Page, race

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.contestants import Contestant
    from benchmarks.quality import RecordCheck

USAGE = 2
SPEED_SET = "fundus"


@dataclass(frozen=True, slots=True)
class Bench:
    """One run: what is measured, with what, and where its files lie meanwhile."""

    corpus: Corpus
    contestants: tuple[Contestant, ...]
    directory: Path
    console: Console
    worst: int

    def measure(self, set_name: str) -> tuple[RecordCheck, list[str]]:
        """Print a set's figures; returns what our records are worth, and the figures under their floor."""
        lines = self.directory / f"{set_name}.jsonl"
        count = self.corpus.feed(set_name, lines)
        entered = [one for one in self.contestants if SETS[set_name] in one.reads]
        records = {one.name: self._records(one, lines, count) for one in entered}
        figures = {name: self.corpus.score(set_name, path) for name, path in records.items()}
        self.console.print(report.figures_table(set_name, figures))
        ours = records[OURS.name]
        if self.worst:
            self._say(report.worst_lines(set_name, self.corpus.worst(set_name, ours, self.worst)))
        low = [] if self.corpus.limit else unmet(set_name, figures)
        return check_records(lines, ours), [f"{set_name} {name}" for name in low]

    def measure_speed(self, rounds: int) -> None:
        """Print how fast `scraper.extract` is beside the peers."""
        lines = self.directory / "speed.jsonl"
        self.corpus.feed(SPEED_SET, lines)
        pages = [Page(line["html"], line["url"]) for line in jsonl(lines)]
        runners = {one.name: extractor(one, self.corpus.bench) for one in self.contestants if one.timed}
        with progress("speed", rounds * len(pages)) as advance:
            spent = race(runners, pages, rounds, advance)
        self.console.print(report.speed_table(spent, len(pages)))

    def _records(self, contestant: Contestant, lines: Path, count: int) -> Path:
        if not contestant.command:
            return lines
        records = lines.with_suffix(f".{contestant.name}")
        with progress(f"{lines.stem}: {contestant.name}", count) as advance:
            predict(contestant, self.corpus.bench, lines, records, advance)
        return records

    def _say(self, lines: Iterator[str]) -> None:
        for line in lines:
            self.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def run(self, sets: Sequence[str], rounds: int) -> int:
        """Print everything; returns the exit code."""
        checks, low = {}, []
        for set_name in sets:
            checks[set_name], unmet_here = self.measure(set_name)
            low += unmet_here
        self._say(report.record_lines(checks))
        self.console.print()
        if rounds:
            self.measure_speed(rounds)
        verdict = f"Under their floor: {', '.join(low)}" if low else "Every floor of these sets is met."
        self._say(iter(["Floors are not judged on part of a set." if self.corpus.limit else verdict]))
        return int(bool(low) or any(check.faults or check.errors for check in checks.values()))


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """Bar on standard error while `what` is done; yields what counts one more of `total`. Silent off a terminal."""
    stderr = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    if not stderr.is_terminal:
        stderr.print(f"{what} …", highlight=False)
    with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run on the command line's `arguments` (None: this process's); returns the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    corpus = Corpus(options.shared.resolve(), options.limit)
    if not corpus.complete:
        parser.exit(USAGE, f"bench: {options.shared}: no corpus with its tools there; say where it is with --shared\n")
    console = Console(width=None if sys.stdout.isatty() else 80)
    peers = [one for one in PEERS if one.name in options.peers]
    for one in peers:
        if not one.installed:
            console.print(f"{one.name}: not installed, left out; a current pip brings it: pip install -e '.\\[bench]'")
    trained = (options.folds / "folds.json").is_file()
    how = (
        "with the model that never saw its site"
        if trained
        else f"in sample: no {options.folds}/folds.json (make train)"
    )
    console.print(f"Our body on fundus and wcxb: each page {how}.", highlight=False)
    entered = (
        held_out(options.folds.resolve()) if trained else OURS,
        UNTOUCHED,
        *(one for one in peers if one.installed),
    )
    with TemporaryDirectory(prefix="bench-") as directory:
        try:
            return Bench(corpus, entered, Path(directory), console, options.worst).run(options.sets, options.rounds)
        except BenchError as error:
            parser.exit(1, f"bench: {error}\n")
        except KeyboardInterrupt:
            parser.exit(130, "bench: interrupted\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the corpus and its tools (%(default)s)")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS), metavar="SET", help=", ".join(SETS))
    names = [one.name for one in PEERS]
    parser.add_argument(
        "--peers", nargs="*", choices=names, default=names, metavar="PEER", help=f"{', '.join(names)} (all)"
    )
    parser.add_argument(
        "--folds",
        type=Path,
        default=Path("out/folds"),
        metavar="DIR",
        help="models by fold, of make train (%(default)s)",
    )
    parser.add_argument("--worst", type=_count, default=0, metavar="N", help="list the N worst pages of each set")
    parser.add_argument("--limit", type=_positive, metavar="N", help="only the first N pages of each set: a quick look")
    parser.add_argument("--rounds", type=_count, default=3, metavar="N", help="rounds of the speed run; 0: none (3)")
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no count; give 0 or more")
    return int(text)


def _positive(text: str) -> int:
    if not _count(text):
        raise argparse.ArgumentTypeError("0 pages measure nothing; give 1 or more")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
