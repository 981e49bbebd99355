"""Content codings, undone in a stream and under a cap (RFC 9110 8.4).

Free of I/O: bytes go in piece by piece, the body comes out. The charset is left to later stages.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from scraper.errors import ConnectionFailedError, FetchError, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ACCEPT_ENCODING = "gzip, deflate"
MAX_CODINGS = 5

_PIECE = 64 * 1024
_SLICE = 16 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_DEFLATE_METHOD = 8
_HEAD = 2  # bytes that tell a zlib wrapper from raw DEFLATE


class Decoder:
    """Undoes the content codings of one body, held in bounded memory.

    `name` is what error messages call the source, its URL; `codings` are the codings in the order they were
    applied (see `content_codings`); `max_bytes` caps the decoded body.
    Raises FetchError where a coding is not one that was asked for.
    """

    def __init__(self, name: str, codings: tuple[str, ...], max_bytes: int) -> None:
        self._name = name
        self._stages = _stages(name, codings)
        self._max_bytes = max_bytes
        self._received = 0
        self._body = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next raw bytes of the body.

        Raises TooLargeError as soon as the cap is passed, and FetchError where the coding is broken.
        """
        self._received += len(data)
        # A coding that yields next to nothing would otherwise go on for ever under a cap on what it yields.
        self._check(self._received, 2 * self._max_bytes)
        try:
            for piece in _undone(data, self._stages):
                self._body += piece
                self._check(len(self._body), self._max_bytes)
        except zlib.error as error:
            raise FetchError(f"{self._name}: its Content-Encoding is broken ({error})") from error

    def finish(self) -> bytes:
        """Whole body, once every byte was fed; raises ConnectionFailedError where a coding has not ended."""
        if not all(stage.complete for stage in self._stages):
            raise ConnectionFailedError(f"{self._name}: the compressed answer was cut off; try again")
        return bytes(self._body)

    def _check(self, size: int, cap: int) -> None:
        if size > cap:
            raise TooLargeError(
                f"{self._name}: answers more than {self._max_bytes} bytes; raise max_bytes if that is as it should be"
            )


def content_codings(headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Codings in the order they were applied, in lower case, from (lower-case name, value) headers."""
    listed = ",".join(value for name, value in headers if name == "content-encoding")
    return tuple(coding for part in listed.split(",") if (coding := part.strip().lower()))


class _Inflater:
    """One coding made of DEFLATE (RFC 1951), undone piece by piece."""

    def __init__(self, window: Callable[[bytes], int], *, members: bool) -> None:
        self._window = window
        self._members = members
        self._stream: zlib._Decompress | None = None
        self._ended = False
        self._held = b""

    @property
    def complete(self) -> bool:
        """Whether the input may end here; an empty one may, as servers send with 204, 304 and error pages."""
        return self._stream.eof if self._stream else not self._held

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` decodes to, at most _PIECE bytes at a time."""
        rest = self._held + data
        while stream := self._stream_for(rest):
            yield from _inflated(stream, rest)
            rest = stream.unused_data
        self._held = b"" if self._ended else rest

    def _stream_for(self, rest: bytes) -> zlib._Decompress | None:
        """Stream that takes `rest`; None where more bytes are needed to tell, or the coding has ended."""
        if self._stream and not self._stream.eof:
            return self._stream if rest else None
        if self._ended or len(rest) < _HEAD:
            return None
        # After the end, all but a further gzip member is padding (RFC 1952 2.2), which browsers ignore too.
        self._ended = self._stream is not None and not (self._members and rest.startswith(_GZIP_MAGIC))
        self._stream = self._stream if self._ended else zlib.decompressobj(self._window(rest))
        return None if self._ended else self._stream


def _inflated(stream: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    piece = stream.decompress(data, _PIECE)
    yield piece
    # Output may be pending in zlib when all input is consumed; `unconsumed_tail` means nothing after the end.
    while not stream.eof and (piece or stream.unconsumed_tail):
        piece = stream.decompress(stream.unconsumed_tail, _PIECE)
        yield piece


def _gzip_window(_head: bytes) -> int:
    return 16 + zlib.MAX_WBITS


def _deflate_window(head: bytes) -> int:
    """The `deflate` coding is zlib-wrapped (RFC 9110 8.4.1.2); many servers send it raw, which the head betrays."""
    wrapped = head[0] & 0x0F == _DEFLATE_METHOD and int.from_bytes(head[:_HEAD], "big") % 31 == 0
    return zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS


def _gzip() -> _Inflater:
    return _Inflater(_gzip_window, members=True)


def _deflate() -> _Inflater:
    return _Inflater(_deflate_window, members=False)


_CODINGS: dict[str, Callable[[], _Inflater]] = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate}
# The other codings of the IANA registry. What is in neither (`utf-8`, `none`) codes nothing, and is passed over
# as browsers do.
_NOT_ASKED_FOR = frozenset(
    {"aes128gcm", "br", "compress", "dcb", "dcz", "exi", "pack200-gzip", "x-compress", "zstd"},
)


def _stages(name: str, codings: tuple[str, ...]) -> tuple[_Inflater, ...]:
    """What undoes `codings`, the last applied first."""
    refused = sorted(_NOT_ASKED_FOR.intersection(codings))
    if refused:
        raise FetchError(f"{name}: answers in a coding that was not asked for ({', '.join(refused)})")
    known = [_CODINGS[coding] for coding in reversed(codings) if coding in _CODINGS]
    if len(known) > MAX_CODINGS:
        raise FetchError(f"{name}: answers in {len(known)} stacked codings; {MAX_CODINGS} are undone at most")
    return tuple(make() for make in known)


def _undone(data: bytes, stages: tuple[_Inflater, ...]) -> Iterator[bytes]:
    # zlib copies what it has not consumed at every call: small slices keep that linear.
    pieces: Iterator[bytes] = (data[start : start + _SLICE] for start in range(0, len(data), _SLICE))
    for stage in stages:
        pieces = _each(stage, pieces)
    return pieces


def _each(stage: _Inflater, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from stage.feed(piece)
