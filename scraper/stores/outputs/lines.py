"""JSON lines in files, which grow."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from scraper.stores.outputs.output import mapped, place, prepare_folder, replacement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from scraper.stores.outbox import Delivery
    from scraper.stores.outputs.output import Sizes


class LinesOutput:
    """Files of JSON lines at the paths that `pattern` gives; see `Output`.

    A batch goes behind what a file holds: a copy of it with the batch at its end takes its place. A batch that comes a
    second time is known by where it stands: right behind what the file held before. A last line without its end, by
    another hand, is ended first. A file that is moved away between a crash and the next run holds the batch that was
    under way then, and so does the new one.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def prepare(self) -> None:
        """See `Output`."""
        prepare_folder(self._pattern)

    def take(self, batch: int, deliveries: Sequence[Delivery], sizes: Sizes) -> Mapping[str, int]:  # noqa: ARG002
        """See `Output`."""
        lines: dict[Path, bytearray] = {}
        for delivery in deliveries:
            lines.setdefault(place(self._pattern, delivery), bytearray()).extend(self.line(delivery))
        return {str(path.resolve()): self.append(path, bytes(added), sizes) for path, added in lines.items()}

    def close(self) -> None:
        """See `Output`."""

    def line(self, delivery: Delivery) -> bytes:
        """A record as it stands in the file."""
        return delivery.data.encode() + b"\n"

    def head(self) -> bytes:
        """What a new file begins with."""
        return b""

    def append(self, path: Path, added: bytes, sizes: Sizes) -> int:
        """Size of the file at `path` with `added` at its end. Raises OutputError."""
        with mapped(path):
            key = str(path.resolve())
            size = path.stat().st_size if path.exists() else 0
            before = min(sizes.size(key), size)
            if self._is_there(path, before, size, added):
                return size
            end = b"" if not size or _stands(path, size - 1, b"\n") else b"\n"
            # Kept first: when this comes again, the file may have been moved away, or hold lines by another hand.
            sizes.resize(key, size + len(end))
        with replacement(path) as temporary:
            if size:
                shutil.copyfile(path, temporary)
            with temporary.open("ab" if size else "wb") as stream:
                stream.write(end + added if size else self.head() + added)
                return stream.tell()

    def _is_there(self, path: Path, before: int, size: int, added: bytes) -> bool:
        """Whether a file has taken `added`: behind what it held before, or at its end where that is not known."""
        if before:
            return size > before and _stands(path, before, added)
        end = size - len(added)
        return end >= 0 and (_stands(path, 0, self.head() + added) or _stands(path, end, added))


def _stands(path: Path, at: int, text: bytes) -> bool:
    """Whether `text` stands in the file at that offset."""
    with path.open("rb") as stream:
        stream.seek(at)
        return stream.read(len(text)) == text
