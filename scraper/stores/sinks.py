"""Where records go: JSON lines in a stream or a file, or one file a record."""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

from scraper.stores.outputs.output import mapped, replacement, safe_name

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from scraper.article import Article


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
        with mapped(self._name):
            self._stream.write(record.data)
            self._stream.flush()

    def close(self) -> None:
        """Close the stream. Raises OutputError where its last bytes could not be written."""
        with mapped(self._name):
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
        with mapped(directory):
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
        mark = f"{os.getpid()}."
        with replacement(self._directory / f"{name}.json", mark=mark, lasting=False) as temporary:
            temporary.write_bytes(record.data)
        self._written.add(name)
