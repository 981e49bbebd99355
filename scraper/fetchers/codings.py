"""The content codings of the IANA registry that web servers use, each undone piece by piece in bounded memory."""

from __future__ import annotations

import sys
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BROKEN: Final[tuple[type[Exception], ...]] = (zlib.error, brotli.error, zstd.ZstdError)
"""What undoing a coding raises where the bytes are not what the coding says."""

_PIECE = 64 * 1024
_DEFLATE_METHOD = 8
_WINDOW_LOG = 23  # RFC 9659: a window of 8 MiB at most for the coding `zstd`


class Stream(Protocol):
    """One run of a coding, from its beginning to its end."""

    @property
    def eof(self) -> bool:
        """Whether the end was reached."""

    @property
    def unused_data(self) -> bytes:
        """What came after the end."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What `data` decodes to, in pieces of some 64 KiB; raises one of BROKEN."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How a coding is undone: `head` bytes tell how a run opens, one of `more` opens a further one."""

    open: Callable[[bytes], Stream]
    head: int
    more: tuple[bytes, ...] = ()


class Undoing:
    """One coding of one body, undone piece by piece; `runs` counts the members or frames it was made of so far."""

    def __init__(self, coding: Coding) -> None:
        self.runs = 0
        self._coding = coding
        self._stream: Stream | None = None
        self._ended = False
        self._held = b""

    @property
    def complete(self) -> bool:
        """Whether the input may end here; an empty one may, as servers send with 204, 304 and error pages."""
        return self._stream.eof if self._stream else not self._held

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` decodes to, in pieces of some 64 KiB; raises one of BROKEN."""
        rest = self._held + data
        while stream := self._stream_for(rest):
            yield from stream.pieces(rest)
            rest = stream.unused_data
        self._held = b"" if self._ended else rest

    def _stream_for(self, rest: bytes) -> Stream | None:
        """Stream that takes `rest`; None where more bytes are needed to tell, or the coding has ended."""
        if self._stream and not self._stream.eof:
            return self._stream if rest else None
        if self._ended or len(rest) < self._coding.head:
            return None
        # After the end, all but a further run is padding (RFC 1952 2.2), which browsers ignore too.
        self._ended = self._stream is not None and not rest.startswith(self._coding.more)
        if self._ended:
            return None
        self._stream = self._coding.open(rest)
        self.runs += 1
        return self._stream


class _Deflate:
    """DEFLATE (RFC 1951) in a wrapper that `window` names as zlib does."""

    def __init__(self, window: int) -> None:
        self._zlib = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def pieces(self, data: bytes) -> Iterator[bytes]:
        piece = self._zlib.decompress(data, _PIECE)
        yield piece
        # Output may be pending when all input is consumed; `unconsumed_tail` means nothing after the end.
        while not self.eof and (piece or self._zlib.unconsumed_tail):
            piece = self._zlib.decompress(self._zlib.unconsumed_tail, _PIECE)
            yield piece


class _Brotli:
    """RFC 7932; what stands behind the end is an error of the library."""

    unused_data = b""

    def __init__(self, _head: bytes) -> None:
        self._brotli = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._brotli.is_finished())

    def pieces(self, data: bytes) -> Iterator[bytes]:
        piece = self._brotli.process(data, output_buffer_limit=_PIECE)
        yield piece
        # Output may be pending when all input is consumed.
        while not self.eof and (piece or not self._brotli.can_accept_more_data()):
            piece = self._brotli.process(b"", output_buffer_limit=_PIECE)
            yield piece


class _Zstd:
    """One frame of RFC 8878."""

    def __init__(self, _head: bytes) -> None:
        self._zstd = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _WINDOW_LOG})

    @property
    def eof(self) -> bool:
        return self._zstd.eof

    @property
    def unused_data(self) -> bytes:
        return self._zstd.unused_data

    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield self._zstd.decompress(data, _PIECE)
        while not self.eof and not self._zstd.needs_input:
            yield self._zstd.decompress(b"", _PIECE)


def _gzip(_head: bytes) -> _Deflate:
    return _Deflate(16 + zlib.MAX_WBITS)


def _deflate(head: bytes) -> _Deflate:
    """The `deflate` coding is zlib-wrapped (RFC 9110 8.4.1.2); many servers send it raw, which the head betrays."""
    wrapped = head[0] & 0x0F == _DEFLATE_METHOD and int.from_bytes(head[:2], "big") % 31 == 0
    return _Deflate(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


_GZIP: Final = Coding(_gzip, 2, (b"\x1f\x8b",))
# A frame, or one of the sixteen kinds that are to be skipped (RFC 8878 3.1).
_FRAMES: Final = (b"\x28\xb5\x2f\xfd", *(bytes((kind, 0x2A, 0x4D, 0x18)) for kind in range(0x50, 0x60)))

CODINGS: Final[dict[str, Coding]] = {
    "gzip": _GZIP,
    "x-gzip": _GZIP,
    "deflate": Coding(_deflate, 2),
    "br": Coding(_Brotli, 1),
    "zstd": Coding(_Zstd, 4, _FRAMES),
}
NOT_UNDONE: Final = frozenset({"aes128gcm", "compress", "dcb", "dcz", "exi", "pack200-gzip", "x-compress"})
"""The registry's other codings. What is in neither (`utf-8`, `none`) codes nothing, and is passed over as browsers
do."""
