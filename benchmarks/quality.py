"""Quality: what each contestant makes of a set's pages, scored against the gold by the corpus's own tools."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from benchmarks.contestants import OURS, UNTOUCHED
from scraper.article import json_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from benchmarks.contestants import Contestant, Reads

SETS: Mapping[str, Reads] = {
    "fundus": "html",
    "dirty-text": "text",
    "wcxb": "html",
    "trafeval": "html",
    "access": "html",
}
"""Sets of the corpus in the order shown, and what their lines hold."""
LONGEST_RUN = 1800.0
"""Seconds after which a contestant that is still busy with one set is ended."""
SOME_FAILED = 1
"""Exit code of our command where some input failed: its record tells, so the run stands."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a figure of ours may be: `least`, or as much over (under, if negative) another's figure."""

    set_name: str
    figure: str
    least: float
    over: str | None = None

    def value(self, figures: Mapping[str, Mapping[str, float]]) -> float:
        """The floor itself, given the set's figures by contestant."""
        return self.least + (figures[self.over][self.figure] if self.over else 0.0)


FLOORS = (
    Floor("fundus", "shingle_f1", 0.972),
    Floor("fundus", "para_f1", 0.938),
    Floor("fundus", "title", 0.8),
    Floor("fundus", "date", 0.985),
    Floor("fundus", "datetime", 0.95),
    Floor("fundus", "authors", 0.91),
    Floor("fundus", "tags", 0.75),
    Floor("fundus", "restricted", 0.985),
    Floor("fundus", "state", 0.95),
    Floor("fundus", "delivered", 0.985),
    Floor("access", "state", 0.88),
    Floor("access", "delivered", 0.90),
    Floor("access", "outcome", 0.92),
    Floor("dirty-text", "para_f1", 0.91),
    Floor("dirty-text", "recall", -0.003, over=UNTOUCHED.name),
    Floor("wcxb", "shingle_f1", 0.953),
    Floor("wcxb", "title", 0.84),
    Floor("wcxb", "date", 0.87),
    Floor("wcxb", "authors", 0.79),
    Floor("trafeval", "snip_f1", 0.937),
)


class BenchError(Exception):
    """A run that gave no result; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The measuring kit: `shared` holds `corpus` and `bench`; `limit` takes only the first pages of each set."""

    shared: Path
    limit: int | None = None

    @property
    def bench(self) -> Path:
        """Directory of the corpus's tools."""
        return self.shared / "bench"

    @property
    def complete(self) -> bool:
        """Whether gold, pages and tools are there."""
        parts = ("corpus/gold", "corpus/pages", "bench/feed.py", "bench/score.py", "bench/peers.py")
        return all((self.shared / part).exists() for part in parts)

    def feed(self, set_name: str, into: Path) -> int:
        """Write a set's lines to the file `into`; returns how many."""
        limit = [] if self.limit is None else ["--limit", str(self.limit)]
        into.write_bytes(self._tool("feed.py", set_name, *limit))
        return sum(1 for _ in jsonl(into))

    def score(self, set_name: str, records: Path) -> dict[str, float]:
        """Figures of one contestant's records, by the names that `score.py` gives them."""
        report = json.loads(self._tool("score.py", str(records), "--json", "--sets", set_name, *self._partial()))
        figures: dict[str, float] = report[set_name]
        return figures

    def worst(self, set_name: str, records: Path, count: int) -> list[str]:
        """The `count` pages with the worst body, as `score.py` lists them."""
        options = ("--worst", str(count), "--sets", set_name, *self._partial())
        told = self._tool("score.py", str(records), *options).decode()
        return [line.strip() for line in told.splitlines() if line.startswith(" ")]

    def _partial(self) -> tuple[str, ...]:
        return () if self.limit is None else ("--partial",)

    def _tool(self, name: str, *arguments: str) -> bytes:
        corpus = str(self.shared / "corpus")
        command = [sys.executable, str(self.bench / name), *arguments, "--corpus", corpus]
        done = subprocess.run(command, capture_output=True, check=False, timeout=LONGEST_RUN)
        if done.returncode:
            raise BenchError(f"{name} {' '.join(arguments)}: {_last_line(done.stderr)}")
        return done.stdout


def predict(contestant: Contestant, bench: Path, lines: Path, into: Path, advance: Callable[[], None]) -> None:
    """Write a contestant's records of the corpus lines in `lines` to `into`; `advance` is called for each.

    Raises BenchError where it fails or is not done within LONGEST_RUN.
    """
    log = into.with_suffix(".log")
    with lines.open("rb") as pages, into.open("wb") as records, log.open("wb") as messages:
        command = contestant.argv(bench)
        with subprocess.Popen(command, stdin=pages, stdout=subprocess.PIPE, stderr=messages) as process:
            overdue = threading.Timer(LONGEST_RUN, process.kill)
            overdue.start()
            for record in process.stdout or ():
                records.write(record)
                advance()
            process.wait()
            overdue.cancel()
    if process.returncode not in {0, SOME_FAILED if contestant is OURS else 0}:
        raise BenchError(f"{contestant.name} ended with {process.returncode}: {_last_line(log.read_bytes())}")


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What our records of a set are worth as records: `faults` are those the schema refuses, by id."""

    count: int
    faults: tuple[str, ...]
    outcomes: Mapping[str, int]
    errors: tuple[str, ...]


def check_records(lines: Path, records: Path) -> RecordCheck:
    """Hold our records against the published schema, and against the input: one for one, in its order."""
    validator = Draft202012Validator(json_schema())
    made = list(jsonl(records))
    outcomes = Counter(record["outcome"] for record in made)
    faults = [f"{record['id']}: {error.message}" for record in made for error in _first_fault(validator, record)]
    if [record["id"] for record in made] != [line["id"] for line in jsonl(lines)]:
        faults.append("records are not one for one in input order")
    errors = tuple(f"{record['id']}: {record['error']['message']}" for record in made if record["error"])
    return RecordCheck(len(made), tuple(faults), dict(outcomes), errors)


def floors_of(set_name: str, floors: Sequence[Floor] = FLOORS) -> dict[str, Floor]:
    """Floors of a set by figure."""
    return {floor.figure: floor for floor in floors if floor.set_name == set_name}


def unmet(set_name: str, figures: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Figures of a set that are under their floor."""
    ours = figures[OURS.name]
    return [name for name, floor in floors_of(set_name).items() if ours[name] < floor.value(figures)]


def jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _first_fault(validator: Draft202012Validator, record: Mapping[str, Any]) -> Iterable[Any]:
    return [next(validator.iter_errors(record))] if not validator.is_valid(record) else []


def _last_line(output: bytes) -> str:
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
