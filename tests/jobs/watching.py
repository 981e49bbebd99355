"""What a process does to files, seen from outside as it happens: inotify(7) by ctypes, on Linux."""

from __future__ import annotations

import ctypes
import os
import select
import struct
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

AVAILABLE: Final = sys.platform == "linux" and hasattr(os, "pidfd_open")
NOT_AVAILABLE: Final = "needs inotify(7) and pidfd_open(2), which Linux has"

_MODIFY, _CLOSE_WRITE, _MOVED_TO, _CREATE = 0x2, 0x8, 0x80, 0x100
_HEAD: Final = struct.Struct("iIII")
_NONBLOCK: Final = 0o4000


class Watch:
    """Watches folders; `events` are what happens in them to the state and the outputs, in a word."""

    def __init__(self, *folders: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._file: int = libc.inotify_init1(_NONBLOCK)
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            libc.inotify_add_watch(self._file, os.fsencode(folder), _MODIFY | _CLOSE_WRITE | _MOVED_TO | _CREATE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def fileno(self) -> int:
        return self._file

    def events(self) -> Iterator[str]:
        """What happened since the last look: `commit`, `temporary`, `written` (a temporary file), `renamed`."""
        try:
            data = os.read(self._file, 65536)
        except BlockingIOError:
            return
        at = 0
        while at < len(data):
            _, mask, _, length = _HEAD.unpack_from(data, at)
            name = data[at + _HEAD.size : at + _HEAD.size + length].rstrip(b"\0").decode()
            at += _HEAD.size + length
            if word := _word(mask, name):
                yield word


def _word(mask: int, name: str) -> str | None:
    if name.endswith("-wal"):
        return "commit" if mask & _MODIFY else None
    if name.startswith(".") and name.endswith(".tmp"):
        return "temporary" if mask & _CREATE else "written" if mask & _CLOSE_WRITE else None
    return "renamed" if mask & _MOVED_TO else None


def ended(process: int, seconds: float, watch: Watch | None = None) -> tuple[bool, list[str]]:
    """Waits so long for the end of the process behind a pidfd, or for events; gives whether it ended, and those."""
    watched: list[int | Watch] = [process, *([watch] if watch else [])]
    ready, _, _ = select.select(watched, [], [], max(0, seconds))
    return process in ready, list(watch.events()) if watch and watch in ready else []


def left_over(leader: int, seconds: float = 20.0) -> list[int]:
    """Processes of a session that still run after so many seconds; does not wait where there are none.

    One that is still importing sees the end of its parent when that is done: two seconds of a free processor.
    """
    until = time.monotonic() + seconds
    while (left := session(leader)) and time.monotonic() < until:
        time.sleep(0.01)
    return left


def described(process: int) -> str:
    """A process in words: what it runs, what it waits for, how long it was busy."""
    folder = Path(f"/proc/{process}")
    try:
        command = folder.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        busy = [int(ticks) / os.sysconf("SC_CLK_TCK") for ticks in folder.joinpath("stat").read_text().split()[13:15]]
        return f"{process} ({command.strip()[-100:]}; {sum(busy):g} s busy; {folder.joinpath('wchan').read_text()})"
    except OSError:
        return f"{process} (gone by now)"


def session(leader: int) -> list[int]:
    """Processes of a session that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, _group, of = path.read_text(errors="replace").rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == leader and state not in "ZX":
            found.append(int(path.parent.name))
    return found
