"""What every output of a job can do, and the files that some of them write."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import quote

from scraper.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scraper.stores.outbox import Delivery

_ADVICE: Final = {
    errno.EACCES: "give a path that you may write",
    errno.EDQUOT: "the quota is used up; make room and run again",
    errno.EFBIG: "files may not grow so large here; make room (ulimit -f) and run again",
    errno.EISDIR: "it is a directory; give a file",
    errno.ENAMETOOLONG: "give a shorter path",
    errno.ENOSPC: "the disk is full; make room and run again",
    errno.ENOTDIR: "a part of the path is a file; give another path",
    errno.EPERM: "give a path that you may write",
    errno.EPIPE: "the reader went away",
    errno.EROFS: "the file system is read-only; give another path",
}
_NAME_CHARS: Final = 180
_NAME_BYTES: Final = 200
_SUFFIX_BYTES: Final = 20


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
    """Path of `pattern` for a record; what stands in a place is made safe for a file name, and what is long cut."""
    names = ("day", "id", "site", "source")
    path = Path(pattern.format(**{name: safe_name(getattr(delivery, name)) for name in names}))
    return Path(*map(_short, path.parts))


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
def replacement(path: Path, *, mark: str = "", lasting: bool = True) -> Iterator[Path]:
    """Path of a file that takes the place of the one at `path`, in one step, when all is written to it.

    Its folder is made; a link is followed, the mode of what was there kept. What is written is on the disk afterwards
    where it is to be `lasting`. `mark` parts processes that may write to one path at a time. Where anything fails,
    `path` is as it was. Raises OutputError.
    """
    with mapped(path):
        target = path.resolve()
        _see_that_replaceable(path)
        _make_folder(target.parent)
        temporary = target.with_name(f".{target.name}.{mark}tmp")
        try:
            yield temporary
            _put(temporary, target, lasting=lasting)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def write_file(path: Path, data: bytes) -> None:
    """Have `data`, and nothing else, in the file at `path`, in one step and on the disk. Raises OutputError."""
    with replacement(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def mapped(name: str | Path) -> Iterator[None]:
    """Raises OutputError, which calls the file `name` and says what to do, in place of OSError."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{name}: cannot be written ({error.strerror or error}); {advice(error)}") from error


def advice(error: OSError) -> str:
    """What to do about a file that cannot be written."""
    return _ADVICE.get(error.errno or 0, "see whether it can be written")


def safe_name(identity: str) -> str:
    """`identity` as a file name without its ending: no separators, not hidden, not too long, never two alike."""
    name = quote(identity, safe=" ", errors="surrogatepass")
    name = f"%2E{name[1:]}" if name.startswith(".") else name or "%"
    return name if len(name) <= _NAME_CHARS else f"{name[:_NAME_CHARS]}-{_digest(name)}"


def _short(name: str) -> str:
    """`name` of a file or folder, short enough for a file system with what else is to be put to it."""
    told = os.fsencode(name)
    if len(told) <= _NAME_BYTES:
        return name
    suffix = os.fsencode(Path(name).suffix)[-_SUFFIX_BYTES:]
    cut = told[: _NAME_BYTES - _SUFFIX_BYTES].decode(errors="ignore")
    return f"{cut}-{_digest(name)}{suffix.decode(errors='ignore')}"


def _digest(name: str) -> str:
    return hashlib.sha256(os.fsencode(name)).hexdigest()[:16]


def fields(delivery: Delivery) -> dict[str, Any]:
    """The record that is delivered, without the NUL characters in its texts, which hardly any table can take."""
    record: dict[str, Any] = _without_nul(json.loads(delivery.data))
    return record | {"revision": delivery.revision}


def _without_nul(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, list):
        return [_without_nul(part) for part in value]
    if isinstance(value, dict):
        return {_without_nul(name): _without_nul(part) for name, part in value.items()}
    return value


def _see_that_replaceable(path: Path) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OutputError(f"{path}: cannot be written (a device or pipe); give a file, or `stdout = true`")


def _make_folder(folder: Path) -> None:
    """Make a folder, and those that it is in, so that they outlive a power cut."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for path in reversed(missing):
        _sync_folder(path.parent)


def _put(temporary: Path, target: Path, *, lasting: bool) -> None:
    if target.exists():
        shutil.copymode(target, temporary)
    if lasting:
        _sync(temporary, os.O_RDWR)
    temporary.replace(target)
    if lasting:
        _sync_folder(target.parent)


def _sync_folder(path: Path) -> None:
    """Have the names in a folder on the disk, where its file system can be told to."""
    try:
        _sync(path, os.O_RDONLY)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _sync(path: Path, flags: int) -> None:
    """Have what was written to a file or folder on the disk (fsync(2))."""
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
