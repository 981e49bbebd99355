"""What every output of a job can do, and the files that some of them write."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Protocol

from scraper.errors import OutputError
from scraper.stores.sinks import advice, safe_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scraper.stores.outbox import Delivery


class Sizes(Protocol):
    """How many bytes of each file hold what was handed over; see `Outbox`."""

    def size(self, path: str) -> int:
        """Bytes of a file that hold what was handed over before."""

    def resize(self, path: str, size: int) -> None:
        """Keep that a file has come to hold `size` bytes."""


class Output(Protocol):
    """Takes records in batches. A batch may come a second time, the same to the byte: it is there once all the same."""

    def prepare(self) -> None:
        """See that records could be taken, before any is fetched. Raises OutputError, and ConfigError."""

    def take(self, batch: int, deliveries: Sequence[Delivery], sizes: Sizes) -> Mapping[str, int]:
        """Have all of a batch on the disk when this returns; gives the sizes of the files that it went to.

        Raises OutputError; what was there before is whole then.
        """

    def close(self) -> None:
        """Let go of what is held."""


def place(pattern: str, delivery: Delivery) -> Path:
    """Path of `pattern` for a record; what stands in a place is made safe for a file name."""
    names = ("day", "id", "site", "source")
    return Path(pattern.format(**{name: safe_name(getattr(delivery, name)) for name in names}))


def fixed_part(pattern: str) -> Path:
    """The folder of `pattern` down to which it is the same for every record."""
    path = Path(pattern).parent
    return next(folder for folder in (path, *path.parents) if "{" not in str(folder).replace("{{", ""))


def prepare_folder(pattern: str) -> None:
    """Make the folder that files of `pattern` go to, and see that it can be written. Raises OutputError."""
    folder = Path(str(fixed_part(pattern)).replace("{{", "{").replace("}}", "}"))
    with mapped(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # Says why not, as os.access does not, and on Linux has no name that a killed run would leave behind.
        with TemporaryFile(dir=folder):
            pass


@contextmanager
def replacement(path: Path) -> Iterator[Path]:
    """Path of a file that takes the place of the one at `path`, in one step and on the disk, when all is written to it.

    Its folder is made. Where anything fails, `path` is as it was. Raises OutputError.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    with mapped(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield temporary
            _sync(temporary, os.O_RDWR)
            temporary.replace(path)
            _sync(path.parent, os.O_RDONLY)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Raises OutputError, which names `path` and says what to do, in place of OSError."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); {advice(error)}") from error


def _sync(path: Path, flags: int) -> None:
    """Have what was written to a file or folder on the disk (fsync(2))."""
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
