"""Content codings, undone in a stream and under a cap (RFC 9110 8.4).

Free of I/O: bytes go in piece by piece, the body comes out. The charset is left to later stages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scraper.errors import ConnectionFailedError, FetchError, TooLargeError
from scraper.fetchers.codings import BROKEN, CODINGS, NOT_UNDONE, Undoing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
MAX_CODINGS = 3
MAX_RUNS = 10_000
"""Members or frames that one coding of a body may be made of: empty ones cost time and yield nothing."""

_SLICE = 16 * 1024


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
        self._taken = [0] * (len(self._stages) + 1)
        self._body = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next raw bytes of the body.

        Raises TooLargeError as soon as the cap is passed, and FetchError where the coding is broken.
        """
        try:
            for piece in self._undone(data):
                self._body += piece
                self._check(len(self._body), self._max_bytes)
        except BROKEN as error:
            raise FetchError(f"{self._name}: its Content-Encoding is broken ({error})") from error

    def finish(self) -> bytes:
        """Whole body, once every byte was fed; raises ConnectionFailedError where a coding has not ended."""
        if not all(stage.complete for stage in self._stages):
            raise ConnectionFailedError(f"{self._name}: the compressed answer was cut off; try again")
        return bytes(self._body)

    @property
    def begun(self) -> bytes:
        """The body as far as it was decoded; a little more than the cap where that was passed."""
        return bytes(self._body)

    def _undone(self, data: bytes) -> Iterator[bytes]:
        # zlib copies what it has not consumed at every call: small slices keep that linear.
        pieces: Iterator[bytes] = (data[start : start + _SLICE] for start in range(0, len(data), _SLICE))
        for place, stage in enumerate(self._stages):
            pieces = self._each(stage, self._counted(pieces, place))
        return self._counted(pieces, len(self._stages))

    def _counted(self, pieces: Iterable[bytes], place: int) -> Iterator[bytes]:
        """`pieces`, as long as what goes into each coding is not out of proportion to the cap on what comes out.

        A coding that yields next to nothing would otherwise go on for ever under a cap on what it yields.
        """
        for piece in pieces:
            self._taken[place] += len(piece)
            self._check(self._taken[place], 2 * self._max_bytes)
            yield piece

    def _each(self, stage: Undoing, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            for undone in stage.feed(piece):
                self._check(stage.runs, MAX_RUNS)
                yield undone

    def _check(self, size: int, cap: int) -> None:
        if size > cap:
            raise TooLargeError(
                f"{self._name}: answers more than {self._max_bytes} bytes; raise max_bytes if that is as it should be"
            )


def content_codings(headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Codings in the order they were applied, in lower case, from (lower-case name, value) headers."""
    listed = ",".join(value for name, value in headers if name == "content-encoding")
    return tuple(coding for part in listed.split(",") if (coding := part.strip().lower()))


def _stages(name: str, codings: tuple[str, ...]) -> tuple[Undoing, ...]:
    """What undoes `codings`, the last applied first."""
    refused = sorted(NOT_UNDONE.intersection(codings))
    if refused:
        raise FetchError(f"{name}: answers in a coding that was not asked for ({', '.join(refused)})")
    known = [CODINGS[coding] for coding in reversed(codings) if coding in CODINGS]
    if len(known) > MAX_CODINGS:
        raise FetchError(f"{name}: answers in {len(known)} stacked codings; {MAX_CODINGS} are undone at most")
    return tuple(Undoing(coding) for coding in known)
