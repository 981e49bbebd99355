"""Web archives (WARC, ISO 28500): exchanges written as they were, secrets apart, and read again."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Self

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.warcwriter import WARCWriter

from scraper.errors import FetchError, InputError, OutputError
from scraper.fetchers.decode import Decoder, content_codings
from scraper.fetchers.exchange import REDIRECTS, Exchange
from scraper.page import Page
from scraper.warc_end import DamagedError, mend

try:
    import fcntl
except ImportError:  # no flock on this system: two programs must not write one archive at once
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import FileIO
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO

    from scraper.fetchers.exchange import Headers

MAX_BYTES: Final = 64 * 2**20
"""Cap on one record."""
REDACTED: Final = "(redacted)"

_SECRET: Final = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie", "set-cookie2"})
_PAGE_TYPES: Final = frozenset({"application/xhtml+xml", "text/html", "text/plain"})
_ASKED: Final = "X-Asked-For"
_REQUEST: Final = "application/http; msgtype=request"
_RESPONSE: Final = "application/http; msgtype=response"
_QUOTED: Final = re.compile(r"[,:]? first line:.*|[^\x20-\x7e].*", re.DOTALL)


class Archive:
    """Writes exchanges to the end of the file at `path`, gzipped; raises OutputError where it cannot.

    What a program that was killed in the middle of a write, or a full disk, left at its end is cut off first: what is
    written behind it could not be read. Where another program is writing the same archive, its end is left alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._broken: OutputError | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("ab", buffering=0)
            try:
                self._mend()
            except BaseException:
                self._file.close()
                raise
        except OSError as error:
            raise self._fault(error) from error
        except DamagedError as error:
            raise OutputError(f"{path}: {error}; move it away, and a new one is begun") from error
        self._buffer = io.BytesIO()
        self._writer = WARCWriter(self._buffer, gzip=True, warc_version="1.1")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, exchanges: Iterable[Exchange]) -> None:
        """Append a request and a response record for each of `exchanges`, cookies and credentials redacted."""
        if self._broken:
            raise self._broken
        for exchange in exchanges:
            answer = self._record(exchange, "response", _RESPONSE, _answer(exchange))
            request = self._record(exchange, "request", _REQUEST, _request(exchange))
            request.rec_headers.add_header("WARC-Concurrent-To", answer.rec_headers.get_header("WARC-Record-ID"))
            self._writer.write_record(answer)
            self._writer.write_record(request)
        left = memoryview(self._buffer.getvalue())
        self._buffer.seek(0)
        self._buffer.truncate()
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            # Nothing goes behind half a record.
            self._broken = self._fault(error)
            raise self._broken from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _mend(self) -> None:
        """Cut off half a record at the end, unless another program is writing; held open, so that none cuts ours."""
        if not self._path.is_file():
            return
        if _is_locked(self._file, exclusive=True):
            with self._path.open("r+b") as stream:
                mend(stream)
        _is_locked(self._file, exclusive=False)

    def _record(self, exchange: Exchange, kind: str, media_type: str, block: bytes) -> Any:  # noqa: ANN401 - untyped
        date = exchange.at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        headers = {"WARC-Date": date, _ASKED: exchange.asked}
        return self._writer.create_warc_record(
            exchange.url,
            kind,
            payload=io.BytesIO(block),
            length=len(block),
            warc_content_type=media_type,
            warc_headers_dict=headers,
        )

    def _fault(self, error: OSError) -> OutputError:
        return OutputError(f"{self._path}: cannot be written ({error.strerror}); give another path")


def _is_locked(file: FileIO, *, exclusive: bool) -> bool:
    """Whether the lock on an archive could be had, in place of the one that is held; some disks know none."""
    if not fcntl:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_NB | (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH))
    except OSError:
        return False
    return True


def exchanges(stream: BinaryIO) -> Iterator[tuple[int, Exchange | InputError]]:
    """Exchanges of the response records in an archive, gzipped or not, each with its offset.

    One that fails is an error. A fault in the archive itself is the last that comes.
    """
    records = ArchiveIterator(stream, no_record_parse=True)
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            read = _read(record) if record.rec_type == "response" else b""
            offset = records.get_record_offset()
        except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
            yield -1, InputError(f"a damaged archive ({_shown(error)}); what comes before is whole")
            return
        if record.rec_type == "response":
            yield offset, _exchange(record.rec_headers, read)


def exchange_at(path: Path, offset: int) -> Exchange | InputError:
    """The exchange that `exchanges` found at `offset` of the archive at `path`. Raises OSError."""
    with path.open("rb") as stream:
        stream.seek(offset)
        return next(exchanges(stream), (offset, InputError("it is there no more")))[1]


def is_page(exchange: Exchange) -> bool:
    """Whether an exchange ended at a page, not at a redirect, nor, in archives of others, at an image and the like."""
    declared = next((value for name, value in exchange.headers if name == "content-type"), "")
    media_type = declared.partition(";")[0].strip().lower()
    return exchange.status not in REDIRECTS and (exchange.known or media_type in _PAGE_TYPES)


def page(exchange: Exchange, name: str) -> Page:
    """Page that an exchange ended with; raises InputError, which names `name`, where its codings cannot be undone."""
    decoder = Decoder(name, content_codings(exchange.headers), MAX_BYTES)
    try:
        decoder.feed(exchange.body)
        body = decoder.finish()
    except FetchError as error:
        raise InputError(str(error)) from error
    return Page(exchange.asked, exchange.url, exchange.status, exchange.headers, body, exchange.at, "archive")


def _exchange(headers: Any, block: bytes) -> Exchange | InputError:  # noqa: ANN401 - warcio has no types
    url = (headers.get_header("WARC-Target-URI") or "").strip("<>")
    if len(block) > MAX_BYTES:
        return InputError(f"{url}: a record of more than {MAX_BYTES // 2**20} MiB; leave it out")
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = _text(head).split("\r\n")
    try:
        status = int(first.split(" ", 2)[1])
        at = datetime.fromisoformat(headers.get_header("WARC-Date") or "")
    except (IndexError, ValueError):
        return InputError(f"{url}: a record that is no answer of HTTP with a date; leave it out")
    named = tuple((name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines))
    asked = headers.get_header(_ASKED)
    return Exchange(asked or url, url, at, (), status, named, _unchunked(named, body), known=bool(asked))


def _read(record: Any) -> bytes:  # noqa: ANN401 - as below
    """Block of a record, as far as one byte above the cap; raises EOFError where it breaks off."""
    told = record.rec_headers.get_header("Content-Length") or ""
    if not told.isdecimal():
        raise EOFError("a record of unknown length")
    block: bytes = record.raw_stream.read(MAX_BYTES + 1)
    if len(block) < min(int(told), MAX_BYTES):
        raise EOFError("a record that breaks off")
    return block


def _shown(error: Exception) -> str:
    """What a reader of archives says, without the bytes that it quotes."""
    return _QUOTED.sub("", str(error)).strip() or type(error).__name__


def _unchunked(headers: Headers, body: bytes) -> bytes:
    """`body` without the chunks that archives of others may have kept."""
    chunked = any(name == "transfer-encoding" and "chunked" in value.lower() for name, value in headers)
    return bytes(ChunkedDataReader(io.BytesIO(body)).read()) if chunked else body


def _answer(exchange: Exchange) -> bytes:
    """The answer as a block of HTTP; its chunks are undone, so nothing speaks of them."""
    phrase = ""
    with suppress(ValueError):
        phrase = HTTPStatus(exchange.status).phrase
    kept = [(name, value) for name, value in exchange.headers if name != "transfer-encoding"]
    return _block(f"HTTP/1.1 {exchange.status} {phrase}", kept) + exchange.body


def _request(exchange: Exchange) -> bytes:
    target = exchange.url.partition("://")[2]
    path = target[len(target.split("/", 1)[0].split("?", 1)[0]) :]
    return _block(f"GET {path if path.startswith('/') else f'/{path}'} HTTP/1.1", exchange.sent)


def _block(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = (f"{name}: {REDACTED if name.lower() in _SECRET else value}" for name, value in headers)
    return "\r\n".join((first, *lines, "", "")).encode("utf-8", "surrogateescape")


def _text(head: bytes) -> str:
    try:
        return head.decode()
    except UnicodeDecodeError:
        return head.decode("latin-1")
