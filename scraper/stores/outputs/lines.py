"""JSON lines in files, which grow."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from scraper.stores.outputs.output import mapped, place, prepare_folder, replacement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from scraper.stores.outbox import Delivery
    from scraper.stores.outputs.output import Sizes


class LinesOutput:
    """Files of JSON lines at the paths that `pattern` gives; see `Output`.

    A batch goes behind what a file holds: a copy of it with the batch at its end takes its place. A batch that comes a
    second time is known by where it stands: right behind what had been handed over before it.
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
        return {str(path): self._append(path, bytes(added), sizes) for path, added in lines.items()}

    def close(self) -> None:
        """See `Output`."""

    def line(self, delivery: Delivery) -> bytes:
        """A record as it stands in the file."""
        return delivery.data.encode() + b"\n"

    def head(self) -> bytes:
        """What a new file begins with."""
        return b""

    def _append(self, path: Path, added: bytes, sizes: Sizes) -> int:
        """Size of the file at `path` with `added` at its end, after its head where nothing was handed over before."""
        with mapped(path):
            size = path.stat().st_size if path.exists() else 0
            before = min(sizes.size(str(path)), size)
            # Kept first: a file that was moved away may have grown to its old size when this comes again.
            sizes.resize(str(path), before)
            added = added if before else self.head() + added
            if size > before and _stands(path, before, added):
                return size
        with replacement(path) as temporary:
            if size:
                shutil.copyfile(path, temporary)
                shutil.copymode(path, temporary)
            with temporary.open("ab" if size else "wb") as stream:
                stream.writelines(_joined(path, size, added))
                return stream.tell()


def _stands(path: Path, at: int, text: bytes) -> bool:
    """Whether `text` stands in the file at that offset."""
    with path.open("rb") as stream:
        stream.seek(at)
        return stream.read(len(text)) == text


def _joined(path: Path, size: int, added: bytes) -> Iterable[bytes]:
    """What to write behind the `size` bytes of a file: a last line without its end, by another hand, is ended first."""
    if size and not _stands(path, size - 1, b"\n"):
        yield b"\n"
    yield added
