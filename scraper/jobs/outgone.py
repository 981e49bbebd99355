"""The records that a job has handed over, as they stand in its files."""

from __future__ import annotations

import glob
import json
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from scraper.jobs.archived import when

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from scraper.config import Outputs
    from scraper.stores.records import Written


class _Place(NamedTuple):
    path: int
    offset: int
    length: int
    revision: int
    at: datetime | None


class Outgone:
    """The newest record of each article in the JSON lines or files of `outputs`: where it stands, not what it is."""

    def __init__(self, outputs: Outputs) -> None:
        whole = outputs.jsonl is None
        pattern = outputs.jsonl or outputs.files
        self._paths = sorted(map(Path, glob.glob(_shell_pattern(pattern)))) if pattern else []  # noqa: PTH207 - absolute
        self._places: dict[str, _Place] = {}
        for number, path in enumerate(self._paths):
            for offset, data in _pieces(path, whole=whole):
                self._add(number, offset, data)

    def read(self, last: Written) -> bytes | None:
        """The record that the state knows as the last of its article; None where it is not in the files any more."""
        place = self._places.get(last.id)
        if place is None or (place.revision, place.at) != (last.revision, when(last.written_at)):
            return None
        try:
            with self._paths[place.path].open("rb") as stream:
                stream.seek(place.offset)
                return stream.read(place.length)
        except OSError:
            return None

    def _add(self, number: int, offset: int, data: bytes) -> None:
        try:
            record = json.loads(data)
            identity, revision = record["id"], record.get("revision", 1)
            place = _Place(number, offset, len(data), int(revision), when(record.get("fetched_at")))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return
        if (there := self._places.get(identity)) is None or not _is_newer(there, place):
            self._places[identity] = place


def _is_newer(one: _Place, other: _Place) -> bool:
    """Whether `one` is newer; a lower revision that was fetched later is, as counting may have begun anew."""
    if one.at and other.at and one.at != other.at:
        return one.at > other.at
    return one.revision > other.revision


def _pieces(path: Path, *, whole: bool) -> Iterator[tuple[int, bytes]]:
    """The lines of a file, each with its place, or all of it."""
    try:
        with path.open("rb") as stream:
            if whole:
                yield 0, stream.read()
                return
            offset = 0
            for line in stream:
                yield offset, line
                offset += len(line)
    except OSError:
        return


def _shell_pattern(pattern: str) -> str:
    """The files that a pattern with places may have given, as a pattern of the shell."""
    parts = ((glob.escape(text), name) for text, name, _, _ in Formatter().parse(pattern))
    return "".join(f"{text}*" if name else text for text, name in parts)
