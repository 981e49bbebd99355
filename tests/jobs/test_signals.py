"""SIGTERM and SIGINT: what is under way is kept and handed over, the next run goes on."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from tests.jobs.newsstand import judge, records, running, write_job
from tests.jobs.watching import left_over
from tests.press.asking import needs_hosts
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.jobs.nursery import Nursery
    from tests.press.served import Served

pytestmark = needs_hosts
SIGNALS = pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])


def wait_for_pages(served: Served, count: int, process: subprocess.Popen[str]) -> None:
    """Waits until so many requests were answered."""
    until = time.monotonic() + 30
    while served.log.asked() < count and process.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    assert process.poll() is None


def wait_for_records(state: Path, count: int, process: subprocess.Popen[str]) -> None:
    """Waits until so many records wait in the outbox."""
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
        with suppress(sqlite3.OperationalError), closing(sqlite3.connect(f"file:{state}?mode=ro", uri=True)) as kept:
            if kept.execute("SELECT COUNT(*) FROM outbox").fetchone()[0] == count:
                return
    pytest.fail("the run did not come so far")


@SIGNALS
def test_a_signal_ends_a_run_in_order_and_the_next_goes_on(
    tmp_path: Path, nursery: Nursery, number: signal.Signals, code: int
) -> None:
    with serve(Press(papers=3, pages=30)) as served:
        job = write_job(tmp_path, served.press)
        with running(job, "--summary", str(tmp_path / "summary.json")) as process:
            wait_for_pages(served, 30, process)
            process.send_signal(number)
            _, said = process.communicate(timeout=15)
            told, early = json.loads((tmp_path / "summary.json").read_text()), records(tmp_path)
            assert (process.returncode, told["signal"], told["exit_code"]) == (code, number.name, code)
            assert "left to the next run" in said
            assert told["undelivered"] == 0
            assert len(early) == told["written"] > 0
            # What was answered was kept: no more pages were asked for than there are records.
            assert sum(served.log.asked(status=status) for status in (200, 403, 404)) >= len(early)
            assert nursery.done(job)[0] == 0
            found = records(tmp_path)
    assert 0 < len(early) < len(found)
    assert judge(served.press, found).clean
    twice = {key for key, count in served.log.counts().items() if count > 1 and key[1].endswith(".html")}
    assert not twice
    assert not left_over(process.pid)


def test_a_second_signal_ends_a_run_at_once(tmp_path: Path) -> None:
    with serve(Press(papers=3, pages=3, broken={0: "pages_unavailable"})) as served:
        job = write_job(tmp_path, served.press, fetch={"attempts": 10, "backoff": 2})
        with running(job) as process:
            wait_for_records(tmp_path / "state" / "state.sqlite", 6, process)
            process.send_signal(signal.SIGTERM)
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(1)
            begun = time.monotonic()
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=15)
            took = time.monotonic() - begun
            assert len(records(tmp_path)) == 6
    assert process.returncode == 143
    assert took < 2
    assert not left_over(process.pid)


@SIGNALS
@pytest.mark.parametrize("delay", [0.15, 0.5, 1])
def test_a_signal_during_the_start_ends_it(tmp_path: Path, number: signal.Signals, code: int, delay: float) -> None:
    with serve(Press(papers=2, pages=20)) as served:
        job = write_job(tmp_path, served.press)
        with running(job) as process:
            time.sleep(delay)
            process.send_signal(number)
            _, said = process.communicate(timeout=15)
    assert process.returncode in (code, -number)
    assert "Traceback" not in said
