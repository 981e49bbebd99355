"""The end of an archive that is to be appended to: what a write that was broken off left there is cut off.

Behind it nothing could be read: readers go from one gzip member to the next.
"""

from __future__ import annotations

import zlib
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_GZIP: Final = b"\x1f\x8b\x08"
_RECORD: Final = b"WARC/1."
_CHUNK: Final = 2**16
_WINDOW: Final = 2**20
_FURTHEST: Final = 96 * 2**20
"""Bytes from the end in which the last record is looked for: more than any has."""


class DamagedError(Exception):
    """An archive that cannot be appended to; says why."""


class _State(Enum):
    WHOLE = auto()
    TORN = auto()
    NONE = auto()


class _Member(NamedTuple):
    """What stands at a place: a whole record, the beginning of one, or none; `end` is that of a whole one."""

    state: _State
    end: int = 0


def mend(stream: BinaryIO) -> int:
    """Cut off what stands behind the last whole record of the archive in `stream`, gzipped; returns how many bytes.

    An archive whose end is whole is looked at there only. Raises DamagedError, and changes nothing, where whole records
    follow a broken one, or where it is no such archive.
    """
    size = stream.seek(0, 2)
    if _ends_well(stream, size):
        return 0
    end = _whole_until(stream, size)
    if not end and _member(stream, 0).state is _State.NONE:
        raise DamagedError("it is no gzipped archive of records")
    if any(_member(stream, at).state is _State.WHOLE for at in _starts(stream, end + 1, size)):
        raise DamagedError(f"a record that breaks off at byte {end}, and others behind it")
    stream.truncate(end)
    return size - end


def _ends_well(stream: BinaryIO, size: int) -> bool:
    """Whether the last record is whole and ends where the file does."""
    top = size
    while top > max(0, size - _FURTHEST):
        bottom = max(0, top - _WINDOW)
        for at in reversed(list(_starts(stream, bottom, min(top + len(_GZIP) - 1, size)))):
            found = _member(stream, at)
            if found.state is not _State.NONE:
                return found == (_State.WHOLE, size)
        top = bottom
    return size == 0


def _whole_until(stream: BinaryIO, size: int) -> int:
    """End of the records that stand whole, one behind the other, at the beginning."""
    end = 0
    while end < size and (found := _member(stream, end)).state is _State.WHOLE:
        end = found.end
    return end


def _starts(stream: BinaryIO, begin: int, end: int) -> Iterator[int]:
    """Places from `begin` to `end` at which a gzip member may begin."""
    overlap = len(_GZIP) - 1
    while begin < end:
        stream.seek(begin)
        data = stream.read(min(_WINDOW + overlap, end - begin))
        at = data.find(_GZIP)
        while at >= 0:
            yield begin + at
            at = data.find(_GZIP, at + 1)
        begin += _WINDOW


def _member(stream: BinaryIO, at: int) -> _Member:
    """What stands at `at`."""
    stream.seek(at)
    unpacker, head = zlib.decompressobj(wbits=31), b""
    started = False
    while data := stream.read(_CHUNK):
        if not started and not (data.startswith(_GZIP) or _GZIP.startswith(data)):
            return _Member(_State.NONE)
        started = True
        try:
            head = (head + unpacker.decompress(data))[: len(_RECORD)]
        except zlib.error:
            return _Member(_State.TORN if head == _RECORD else _State.NONE)
        if not _RECORD.startswith(head):
            return _Member(_State.NONE)
        if unpacker.eof:
            end = stream.tell() - len(unpacker.unused_data)
            return _Member(_State.WHOLE if head == _RECORD else _State.NONE, end)
    return _Member(_State.TORN if started else _State.NONE)
