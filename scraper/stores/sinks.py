"""Where records go: JSON lines in a stream or a file, or one file a record."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, Self
from urllib.parse import quote

from scraper.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from scraper.article import Article

_ADVICE: Final = {
    errno.EACCES: "give a path that you may write",
    errno.EDQUOT: "the quota is used up; make room and run again",
    errno.EISDIR: "it is a directory; give a file",
    errno.ENOSPC: "the disk is full; make room and run again",
    errno.ENOTDIR: "a part of the path is a file; give another path",
    errno.EPIPE: "the reader went away",
    errno.EROFS: "the file system is read-only; give another path",
}
_NAME_CHARS: Final = 180


@dataclass(frozen=True, slots=True)
class Rendered:
    """A record as it is written: its id, and its UTF-8 JSON with the line end."""

    id: str
    data: bytes


def rendered(article: Article, *, pretty: bool = False) -> Rendered:
    """`article` as JSON on one line, or indented by two with `pretty`."""
    return Rendered(article.id, article.model_dump_json(indent=2 if pretty else None).encode("utf-8") + b"\n")


class Sink(Protocol):
    """Something that takes records, one after the other."""

    def write(self, record: Rendered) -> None:
        """Write `record`: with the operating system when this returns. Raises OutputError."""


class LineSink:
    """Records into a binary stream, one after the other.

    `name` is what errors call the stream. Every record is flushed before `write` returns, so that a crash
    afterwards does not lose it. As a context manager it closes the stream.
    """

    __slots__ = ("_name", "_stream")

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, record: Rendered) -> None:
        """Write one record and flush it. Raises OutputError, which names the stream and says what to do."""
        with _mapped(self._name):
            self._stream.write(record.data)
            self._stream.flush()

    def close(self) -> None:
        """Close the stream. Raises OutputError where its last bytes could not be written."""
        with _mapped(self._name):
            self._stream.close()


class DirectorySink:
    """Records as one file each, `<id>.json`, in `directory` (made where it is missing).

    A file appears whole or not at all. An id that is no safe file name is percent-encoded; one that comes twice
    in a run gets `-2`; a file of an earlier run is replaced.
    """

    __slots__ = ("_directory", "_written")

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._written: set[str] = set()
        with _mapped(str(directory)):
            directory.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to let go of: every record's file is closed already."""

    def write(self, record: Rendered) -> None:
        """Write one record. Raises OutputError, which names the file and says what to do."""
        stem = safe_name(record.id)
        names = itertools.chain((stem,), (f"{stem}-{count}" for count in itertools.count(2)))
        name = next(name for name in names if name not in self._written)
        _replace(self._directory / f"{name}.json", record.data)
        self._written.add(name)


def advice(error: OSError) -> str:
    """What to do about a file that cannot be written."""
    return _ADVICE.get(error.errno or 0, "see whether it can be written")


def safe_name(identity: str) -> str:
    """`identity` as a file name without its ending: no separators, not hidden, not too long, never two alike."""
    name = quote(identity, safe=" ", errors="surrogatepass")
    name = f"%2E{name[1:]}" if name.startswith(".") else name or "%"
    if len(name) <= _NAME_CHARS:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:16]
    return f"{name[:_NAME_CHARS]}-{digest}"


def _replace(path: Path, data: bytes) -> None:
    """Give `path` the content `data` in one step."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with _mapped(str(path)):
        try:
            temporary.write_bytes(data)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


@contextmanager
def _mapped(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{name}: cannot be written ({error.strerror}); {advice(error)}") from error
