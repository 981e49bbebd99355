"""One run of a job at a time: a lock that ends with the process that holds it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from scraper.errors import LockedError, OutputError
from scraper.lock import Lock, default_state, early_lock, is_dsn

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import sys
from pathlib import Path
from scraper.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_run_is_told_which_process_holds_the_lock_at_once(tmp_path: Path) -> None:
    state = tmp_path / "made" / "state.sqlite"
    with Lock(state), pytest.raises(LockedError, match=rf"state\.sqlite: process {os.getpid()} is doing") as told:
        Lock(state)
    assert told.value.exit_code == 75
    Lock(state).close()


def test_locks_of_two_jobs_are_two(tmp_path: Path) -> None:
    with Lock(tmp_path / "a.sqlite"), Lock(tmp_path / "b.sqlite"):
        assert {path.name for path in tmp_path.iterdir()} == {"a.sqlite.lock", "b.sqlite.lock"}


def test_the_lock_of_a_process_that_is_killed_is_free(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    command = [sys.executable, "-c", HOLDER, str(state)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603
        assert child.stdout
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match=f"process {child.pid} "):
            Lock(state)
        child.send_signal(signal.SIGKILL)
        child.wait()
        with Lock(state):
            assert (tmp_path / "state.sqlite.lock").read_text() == f"{os.getpid()}\n"


def test_a_shorter_process_number_leaves_nothing_of_a_longer_one(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite.lock").write_text("9" * 30)
    with Lock(tmp_path / "state.sqlite"):
        assert (tmp_path / "state.sqlite.lock").read_text() == f"{os.getpid()}\n"


@pytest.mark.parametrize("where", ["file/state", "/proc/scraper/state", "/sys/state"])
def test_a_lock_that_cannot_be_made_is_told_with_what_to_do(where: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"state\.lock: .*in a folder that you may write") as told:
        Lock(tmp_path / where)
    assert not isinstance(told.value, LockedError)


@pytest.mark.parametrize(
    ("job", "state"),
    [
        ('name = "news"', "out/news/state.sqlite"),
        ('name = "news"\nstate = "here.sqlite"', "here.sqlite"),
        ('state = "../here.sqlite"', "../here.sqlite"),
        ('name = 7\nstate = "here.sqlite"', "here.sqlite"),
    ],
)
def test_a_jobs_lock_is_beside_its_state(job: str, state: str, tmp_path: Path) -> None:
    path = tmp_path / "jobs" / "job.toml"
    path.parent.mkdir()
    path.write_text(job)
    lock = early_lock(path)
    assert lock
    with lock:
        assert lock.state == path.parent / state
        with pytest.raises(LockedError):
            early_lock(path)
    assert (path.parent / f"{state}.lock").exists()


@pytest.mark.parametrize(
    "job",
    [
        b"name = ",
        b"",
        b"\xff\xfe",
        b"name = 7",
        b'name = "../up"',
        b"state = 7",
        b'name = "a"\nstate = "postgresql://h/d"',
        b'name = "a"\nstate = "postgres://h/d"',
        b'name = "a\\u0000"',
    ],
)
def test_a_job_that_tells_of_no_state_file_has_no_early_lock(job: bytes, tmp_path: Path) -> None:
    path = tmp_path / "job.toml"
    path.write_bytes(job)
    assert early_lock(path) is None
    assert [found.name for found in tmp_path.iterdir()] == ["job.toml"]


def test_a_job_that_is_missing_has_no_early_lock(tmp_path: Path) -> None:
    assert early_lock(tmp_path / "job.toml") is None
    assert early_lock(tmp_path) is None


def test_a_dsn_is_told_from_a_path() -> None:
    assert is_dsn("postgresql://h/d")
    assert is_dsn("postgres://h/d")
    assert not is_dsn(default_state("postgres"))
