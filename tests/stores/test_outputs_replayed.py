"""Lines in files are the records in their order, each once, wherever a run was cut."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.stores.outbox import Delivery
from scraper.stores.outputs.lines import LinesOutput
from scraper.stores.outputs.tables import CsvOutput
from scraper.stores.sqlite import SqliteDatabase
from scraper.stores.state import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.stores.outbox import Outbox


class CutError(Exception):
    """The run ends here."""


class Cutting:
    """The sizes that an outbox keeps, until the run is cut at the `cut`th of them: before it is kept, or after."""

    def __init__(self, outbox: Outbox, cut: int, *, kept: bool) -> None:
        self._outbox, self._cut, self._kept = outbox, cut, kept

    def size(self, path: str) -> int:
        return self._outbox.size(path)

    def resize(self, path: str, size: int) -> None:
        self._cut -= 1
        if self._cut == 0 and not self._kept:
            raise CutError
        self._outbox.resize(path, size)
        if self._cut == 0:
            raise CutError


cuts = st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=3)
batches = st.lists(st.tuples(st.lists(st.sampled_from("xyz"), min_size=1, max_size=6), cuts), max_size=6)


@pytest.mark.parametrize("make", [LinesOutput, CsvOutput])
@given(batches=batches)
@settings(max_examples=25, deadline=None)
def test_whatever_is_cut_every_record_is_in_its_file_once_and_in_order(
    make: Callable[[str], LinesOutput], batches: list[tuple[list[str], list[tuple[int, bool]]]]
) -> None:
    numbers = count()
    expected: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder, State(SqliteDatabase(Path(folder) / "state")) as state:
        output = make(f"{folder}/{{source}}.out")
        for sources, stops in batches:
            for source in sources:
                expected.setdefault(source, []).append(put(state, source, next(numbers)))
            for cut, kept in stops:
                try:
                    hand_over(state, output, Cutting(state.outbox, cut, kept=kept))
                except CutError:
                    continue
            hand_over(state, output, state.outbox, done=True)
        assert {path.stem: read(path) for path in Path(folder).glob("*.out")} == expected


def put(state: State, source: str, number: int) -> str:
    name = f"n{number}"
    state.outbox.put(Delivery(source, "a.example", "2026-03-01", name, 1, json.dumps({"id": name, "text": "ü\n" * 9})))
    return name


def hand_over(state: State, output: LinesOutput, sizes: Cutting | Outbox, *, done: bool = False) -> None:
    batch = state.outbox.seal()
    assert batch is not None
    taken = output.take(batch, state.outbox.rows(batch), sizes)
    if done:
        state.outbox.done(batch, taken)


def read(path: Path) -> list[str]:
    text = path.read_bytes().decode()
    if text.startswith("{"):
        return [json.loads(line)["id"] for line in text.split("\n")[:-1]]
    return [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


CHILD = """
import sys
from pathlib import Path
from scraper.stores import outbox
from scraper.stores.outputs.files import FilesOutput
from scraper.stores.outputs.lines import LinesOutput
from scraper.stores.outputs.tables import CsvOutput
from scraper.stores.sqlite import SqliteDatabase
from scraper.stores.state import State

outbox.BATCH = 5
folder = sys.argv[1]
outputs = [LinesOutput(f"{folder}/a.jsonl"), CsvOutput(f"{folder}/a.csv"), FilesOutput(f"{folder}/files/{{id}}.json")]
with State(SqliteDatabase(Path(folder) / "state")) as state:
    print("ready", flush=True)
    while (batch := state.outbox.seal()) is not None:
        rows = state.outbox.rows(batch)
        sizes = {}
        for output in outputs:
            sizes |= output.take(batch, rows, state.outbox)
        state.outbox.done(batch, sizes)
"""


def test_a_run_that_is_killed_at_any_time_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    with State(SqliteDatabase(tmp_path / "state")) as state, state.transaction():
        names = [put(state, "x", number) for number in range(250)]
    killed = 0
    for wait in count():
        with subprocess.Popen([sys.executable, "-c", CHILD, tmp_path], stdout=subprocess.PIPE) as child:  # noqa: S603
            assert child.stdout
            assert child.stdout.readline() == b"ready\n"
            time.sleep(0.02 * (wait % 6))
            if wait < 6:
                child.send_signal(signal.SIGKILL)
        killed += child.returncode == -signal.SIGKILL
        if child.returncode == 0:
            break
    assert killed
    assert read(tmp_path / "a.jsonl") == names
    assert read(tmp_path / "a.csv") == names
    assert {path.stem for path in (tmp_path / "files").glob("*.json")} == set(names)
    with State(SqliteDatabase(tmp_path / "state")) as state:
        assert state.outbox.waiting() == 0
