"""Outputs and state that cannot be written: what was there is whole, the message helps, the next run makes it good."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.jobs.killing import integrity
from tests.jobs.mounting import mounted
from tests.jobs.newsstand import judge, records, running, standing, write_job
from tests.press.asking import needs_hosts
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.jobs.nursery import Nursery
    from tests.press.served import Served

PRESS = Press(papers=2, pages=5)
pytestmark = needs_hosts


@pytest.fixture
def served() -> Iterator[Served]:
    with serve(PRESS) as open_press:
        yield open_press


def message(said: str) -> str:
    """The one line that is said."""
    [line] = [line for line in said.splitlines() if line.startswith("scraper: ")]
    assert "Traceback" not in said
    return line


def test_a_full_disk_leaves_the_old_output_and_the_next_run_hands_over(
    tmp_path: Path, served: Served, nursery: Nursery
) -> None:
    with mounted(tmp_path / "out", "192k") as disk:
        job = write_job(tmp_path, served.press)
        assert nursery.done(job)[0] == 0
        before = standing(disk.path)
        served.publish(count=10)
        code, said = nursery.done(job)
        assert code == 1
        assert f"{disk.path}/" in message(said)
        assert "No space left on device" in said
        assert "make room" in said
        after = standing(disk.path)
        # One of the two files may have had its batch; the other is as it was.
        assert set(after) == set(before)
        assert any(after[name] == before[name] for name in before)
        assert all(after[name][0].startswith(before[name][0]) for name in before)
        asked = served.log.asked()
        disk.change("size=10m")
        assert nursery.done(job)[0] == 0
        assert served.log.asked(status=200) + served.log.asked(status=304) <= asked + served.press.papers
        assert judge(served.press, records(tmp_path)).clean


def test_a_read_only_output_is_told_before_anything_is_fetched(
    tmp_path: Path, served: Served, nursery: Nursery
) -> None:
    with mounted(tmp_path / "out", "10m") as disk:
        job = write_job(tmp_path, served.press)
        assert nursery.done(job)[0] == 0
        before = standing(disk.path)
        served.publish(count=2)
        served.log.reset()
        disk.change("ro")
        code, said = nursery.done(job)
        assert code == 1
        assert "(Read-only file system); the file system is read-only; give another path" in message(said)
        assert served.log.asked() == 0
        assert standing(disk.path) == before
        disk.change("rw")
        assert nursery.done(job)[0] == 0
        assert judge(served.press, records(tmp_path)).clean


def test_an_output_that_cannot_be_made_is_told_before_anything_is_fetched(
    tmp_path: Path, served: Served, nursery: Nursery
) -> None:
    job = write_job(tmp_path, served.press, outputs=['jsonl = "/proc/news/{source}.jsonl"'])
    code, said = nursery.done(job)
    assert code == 1
    assert message(said).startswith("scraper: /proc/news: cannot be written (")
    assert served.log.asked() == 0


@contextmanager
def held(state: Path) -> Iterator[None]:
    """The state, held by another connection."""
    with closing(sqlite3.connect(state, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_a_state_that_another_program_holds_is_left_alone(tmp_path: Path, served: Served, nursery: Nursery) -> None:
    job, state = write_job(tmp_path, served.press), tmp_path / "state" / "state.sqlite"
    assert nursery.done(job)[0] == 0
    before = standing(tmp_path / "out")
    served.publish(count=2)
    with held(state):
        code, said = nursery.done(job)
    assert code == 75
    assert message(said) == f"scraper: {state}: another program is using it; wait for that to end"
    assert standing(tmp_path / "out") == before
    assert nursery.done(job)[0] == 0
    assert judge(served.press, records(tmp_path)).clean


@pytest.mark.slow
def test_a_state_that_is_taken_in_the_middle_of_a_run_ends_it(tmp_path: Path, served: Served, nursery: Nursery) -> None:
    job, state = write_job(tmp_path, served.press), tmp_path / "state" / "state.sqlite"
    assert nursery.done(job)[0] == 0
    served.publish(count=15)
    served.log.reset()
    with running(job) as process:
        while served.log.asked() < 6 and process.poll() is None:
            time.sleep(0.002)
        with held(state):
            _, said = process.communicate(timeout=60)
    assert process.returncode == 75
    assert message(said).endswith("another program is using it; wait for that to end")
    assert nursery.done(job)[0] == 0
    assert judge(served.press, records(tmp_path)).clean


def test_a_disk_that_fills_under_the_state_ends_the_run_and_the_next_goes_on(
    tmp_path: Path, served: Served, nursery: Nursery
) -> None:
    with mounted(tmp_path / "state", "20m") as disk:
        job = write_job(tmp_path, served.press)
        assert nursery.done(job)[0] == 0
        disk.change(f"size={disk.used_kib + 100}k")
        served.publish(count=30)
        code, said = nursery.done(job)
        assert code == 1
        assert message(said).startswith(f"scraper: {disk.path}/state.sqlite: state cannot be kept (")
        assert "room" in said
        assert integrity(disk.path / "state.sqlite") == "ok"
        disk.change("size=20m")
        assert nursery.done(job)[0] == 0
        assert judge(served.press, records(tmp_path)).clean
