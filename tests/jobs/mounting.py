"""A small file system in memory, where this process may mount one."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Disk:
    """A tmpfs at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def used_kib(self) -> int:
        """How much of it is used."""
        return shutil.disk_usage(self.path).used // 1024

    def change(self, options: str) -> None:
        """Mount it anew: `size=10m`, `ro`, `rw`."""
        _do("mount", "-o", f"remount,{options}", str(self.path))


@contextmanager
def mounted(path: Path, size: str) -> Iterator[Disk]:
    """A tmpfs of that size at `path`, a folder that is made; skips the test where none may be mounted."""
    path.mkdir()
    try:
        _do("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(path))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs leave to mount a file system (root)")
    try:
        yield Disk(path)
    finally:
        _do("umount", "--lazy", str(path))


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - the test's own words
