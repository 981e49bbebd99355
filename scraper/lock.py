"""One run of a job at a time on a machine: a lock beside the job's state, which ends with the process that holds it.

Imports next to nothing, so that a run that comes too early is gone before it has cost anything.
"""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING, Any, Final, Self

from scraper.errors import LockedError, OutputError

try:
    import fcntl
except ImportError:  # no flock on this system: the state's own lock is all there is
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType

_DSN: Final = ("postgres://", "postgresql://")


class Lock:
    """The lock on the state file at `state`, a file beside it, held until `close` or the end of the process (flock(2)).

    Raises LockedError, which names the process that holds it, at once where another does; OutputError where the file
    cannot be made.
    """

    __slots__ = ("_file", "state")

    def __init__(self, state: Path) -> None:
        self.state = state
        path = state.with_name(f"{state.name}.lock")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise OutputError(
                f"{path}: cannot be made ({error.strerror}); give a state file in a folder that you may write"
            ) from error
        try:
            if fcntl:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(self._file, 20, 0).decode("ascii", "replace").strip()
            os.close(self._file)
            who = f"process {holder}" if holder.isdigit() else "another run"
            raise LockedError(f"{state}: {who} is doing this job; wait for that to end") from error
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the lock."""
        os.close(self._file)


def is_dsn(state: str) -> bool:
    """Whether `state` names a PostgreSQL database, not a file."""
    return state.startswith(_DSN)


def default_state(name: str) -> str:
    """Where a job called `name` keeps its state, if it does not say."""
    return f"out/{name}/state.sqlite"


def early_lock(job: Path) -> Lock | None:
    """The lock of the job in a TOML file; None where the file tells of no state file that could be locked.

    Raises LockedError and OutputError.
    """
    try:
        state = _state(tomllib.loads(job.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None
    return None if state is None or is_dsn(state) or "\0" in state else Lock(job.parent / state)


def _state(job: Mapping[str, Any]) -> str | None:
    state, name = job.get("state"), job.get("name")
    if isinstance(state, str):
        return state
    return default_state(name) if isinstance(name, str) and "/" not in name else None
