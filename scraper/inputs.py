"""What `scraper clean` reads: files and standard input, as HTML, text, JSON lines or web archive, gzipped or not.

One `Raw` an input document, in order, one at a time: JSON lines of any length take the memory of one line. What a
`Raw` holds is looked at by `parsed`, which may be called in another process.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import itertools
import json
import re
import sys
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast
from urllib.parse import urlsplit

from scraper.errors import BinaryInputError, EmptyInputError, InputError, InvalidUrlError, UsageError
from scraper.page import Page, encodable, html_page, text_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scraper.fetchers.exchange import Exchange


class Kind(StrEnum):
    """What an input is read as."""

    HTML = "html"
    TEXT = "text"
    JSONL = "jsonl"
    WARC = "warc"


MAX_BYTES: Final = 64 * 2**20
"""Cap on one document or one line, after gunzip."""

_BUFFER: Final = 2**20
"""Bytes read at once: a line of JSON is a page, longer than the default buffer by far."""

_STDIN: Final = "-"
_SNIFFED: Final = 4096
_MAX_CONTROL_SHARE: Final = 0.05

_PAGES: Final = {Kind.HTML: html_page, Kind.TEXT: text_page}
_SUFFIXES: Final[Mapping[str, Kind]] = {
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".jsonl": Kind.JSONL,
    ".md": Kind.TEXT,
    ".ndjson": Kind.JSONL,
    ".txt": Kind.TEXT,
    ".warc": Kind.WARC,
    ".xhtml": Kind.HTML,
}
_FIELDS: Final = ("id", "url", "html", "text", "fetched_at")

_GZIP: Final = b"\x1f\x8b\x08"
_MAGIC: Final[Mapping[bytes, str]] = {
    b"%PDF-": "a PDF",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"BZh": "bzip2 data",
    b"GIF8": "a GIF image",
    b"PAR1": "a Parquet file",
    b"PK\x03\x04": "a ZIP archive (or a document made of one)",
    b"RIFF": "a WebP image or other media",
    b"SQLite format 3\x00": "an SQLite database",
    b"\x00\x00\xfe\xff": "UTF-32 text",
    b"\x1f\x8b": "gzip data in gzip data",
    b"\x28\xb5\x2f\xfd": "Zstandard data",
    b"\x7fELF": "a program",
    b"\x89PNG": "a PNG image",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\xfd7zXZ\x00": "xz data",
    b"\xff\xd8\xff": "a JPEG image",
    b"\xff\xfe\x00\x00": "UTF-32 text",
}
_UTF16_MARKS: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF8_MARK: Final = b"\xef\xbb\xbf"

_BINARY_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
_HTML_START: Final = re.compile(r"\s*<(?:[!?]|[a-z])", re.IGNORECASE)
_WARC_START: Final = b"WARC/1."
_JSONL_START: Final = re.compile(rf'\s*\{{\s*"(?:{"|".join(_FIELDS)})"\s*:')

_FAULTS: Final[Mapping[type[Exception], str]] = {
    FileNotFoundError: "no such file; check the path",
    IsADirectoryError: "is a directory; give the files in it",
    PermissionError: "may not be read; change its permissions",
    gzip.BadGzipFile: "damaged gzip data; copy or make the file again",
    EOFError: "gzip data that breaks off; copy or make the file again",
    zlib.error: "damaged gzip data; copy or make the file again",
    OSError: "cannot be read ({0.strerror}); check the path and the disk",
}


@dataclass(frozen=True, slots=True)
class Raw:
    """One input document as it was read, or why it could not be; `parsed` makes a Source of it.

    `name` is the path, with the number of the line or record in it (`feed.jsonl:12`, `stdin:12`). `kind` None is told
    by the content. `url` is as given beside the document.
    """

    name: str
    content: bytes | Exchange | InputError
    kind: Kind | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One input document, or why there is none.

    `name` is that of its Raw. `id` and `url` are as given, where they could be read, whether the rest could or
    not. `notice` tells of a fault that the document can do without.
    """

    name: str
    content: Page | InputError
    id: str | None = None
    url: str | None = None
    notice: str | None = None


def read_sources(path: str, *, kind: Kind | None = None, url: str | None = None) -> Iterator[Source]:
    """Every document in the file at `path`, parsed; as `read_raw`."""
    return map(parsed, read_raw(path, kind=kind, url=url))


def read_raw(path: str, *, kind: Kind | None = None, url: str | None = None) -> Iterator[Raw]:
    """Every document in the file at `path`, or on standard input where it is `-`; one that fails is an error.

    `kind` None: told by the suffix, else by the content. gzip is told by its magic number, always. `url` is
    where the one document of the file came from. Raises UsageError where `url` meets JSON lines, and
    InvalidUrlError where it is no URL; whatever is wrong with the input comes as a Raw.
    """
    name = _name(path)
    checked = check_url(url) if url is not None else None
    try:
        with _opened(path) as stream:
            yield from _raws(_gunzipped(stream), name, kind or _kind_of_name(path), checked)
    except InputError as error:
        yield Raw(name, error, url=checked)
    except tuple(_FAULTS) as error:
        yield Raw(name, InputError(f"{name}: {_fault(error)}"), url=checked)


def parsed(raw: Raw) -> Source:
    """The document that `raw` holds; whatever is wrong with it comes as the Source's content."""
    if isinstance(raw.content, InputError):
        return Source(raw.name, raw.content, url=raw.url)
    if not isinstance(raw.content, bytes):
        return _archived(raw.content, raw.name)
    if raw.kind is Kind.JSONL:
        return _line(raw.content, raw.name)
    return _document(raw.content, raw.name, raw.kind, raw.url)


def read_urls(path: str) -> Iterator[str]:
    """URLs in the file at `path` (`-`: standard input), one a line; blank lines and `#` comments are skipped.

    The URLs are not checked. Raises InputError, which names the file, where it cannot be read.
    """
    name = _name(path)
    try:
        with _opened(path) as stream:
            for line in stream:
                text = line.removeprefix(_UTF8_MARK).decode("utf-8", "replace").strip()
                if text and not text.startswith("#"):
                    yield text
    except tuple(_FAULTS) as error:
        raise InputError(f"{name}: {_fault(error)}") from error


def check_url(url: str) -> str:
    """`url` without outer white space; raises InvalidUrlError unless it is an absolute http or https URL."""
    text = url.strip()
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise InvalidUrlError(f"{url!r} is no web address; give it in full, such as https://example.org/story")
    return text


def check_body(name: str, body: bytes) -> InputError | None:
    """Name what keeps `body` from being read as a document called `name`; None where nothing does."""
    if not body.removeprefix(_UTF8_MARK).strip():
        return EmptyInputError(f"{name}: nothing in it; give HTML or text")
    looks = _binary(body[:_SNIFFED])
    return BinaryInputError(f"{name}: looks like {looks}; give HTML or text") if looks else None


def aware(moment: datetime | None) -> datetime | None:
    """`moment` with an offset: UTC where it has none."""
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _name(path: str) -> str:
    """What messages and records call the input: UTF-8 whatever bytes the file's name is made of."""
    return "stdin" if path == _STDIN else path.encode("utf-8", "replace").decode("utf-8")


@contextlib.contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path != _STDIN:
        with Path(path).open("rb", buffering=_BUFFER) as stream:
            yield stream
        return
    try:
        descriptor = sys.stdin.fileno()
    except io.UnsupportedOperation:
        yield sys.stdin.buffer
        return
    # A buffer of our own: the interpreter cannot end while a thread of a batch waits for more in that of sys.stdin.
    with open(descriptor, "rb", buffering=_BUFFER, closefd=False) as stream:
        yield stream


def _gunzipped(stream: BinaryIO) -> io.BufferedReader | gzip.GzipFile:
    """`stream`, unpacked where it is gzip; either way one whose start can be looked at."""
    reader = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    return gzip.GzipFile(fileobj=reader) if reader.peek(3).startswith(_GZIP) else reader


def _raws(stream: io.BufferedReader | gzip.GzipFile, name: str, kind: Kind | None, url: str | None) -> Iterator[Raw]:
    head = stream.peek(_SNIFFED)[:_SNIFFED]
    if kind is Kind.WARC or (kind is None and head.startswith(_WARC_START)):
        yield from _records(stream, name)
    elif kind is not Kind.JSONL and not (kind is None and _JSONL_START.match(_decoded(head))):
        yield Raw(name, _capped(stream, name), kind, url)
    elif url is not None:
        raise UsageError(f"{name}: JSON lines carry their own `url`; leave --url out")
    elif looks := _binary(head):
        yield Raw(name, BinaryInputError(f"{name}: looks like {looks}; give JSON lines"))
    else:
        lines = _lines(stream, name)
        empty = Raw(name, EmptyInputError(f"{name}: nothing in it; give one JSON object a line"))
        yield next(lines, empty)
        yield from lines


def _records(stream: io.BufferedReader | gzip.GzipFile, name: str) -> Iterator[Raw]:
    """One Raw a page of an archive."""
    from scraper import warc  # noqa: PLC0415 - slow, and few have one

    for number, (_, found) in enumerate(warc.exchanges(cast("BinaryIO", stream)), start=1):
        place = f"{name}:{number}"
        if isinstance(found, InputError):
            yield Raw(place, InputError(f"{place}: {found}"), Kind.WARC)
        elif warc.is_page(found):
            yield Raw(place, found, Kind.WARC, found.asked)


def _archived(found: Exchange, name: str) -> Source:
    from scraper import warc  # noqa: PLC0415 - as above

    try:
        return Source(name, warc.page(found, name), url=found.asked)
    except InputError as error:
        return Source(name, error, url=found.asked)


def _document(body: bytes, name: str, kind: Kind | None, url: str | None) -> Source:
    fault = check_body(name, body)
    if fault:
        return Source(name, fault, url=url)
    told = kind or (Kind.HTML if _HTML_START.match(_decoded(body[:_SNIFFED])) else Kind.TEXT)
    return Source(name, _PAGES[told](body, url=url), url=url)


def _capped(stream: io.BufferedReader | gzip.GzipFile, name: str) -> bytes:
    body = stream.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise InputError(f"{name}: more than {MAX_BYTES // 2**20} MiB for one document; split it into JSON lines")
    return body


def _lines(stream: io.BufferedReader | gzip.GzipFile, name: str) -> Iterator[Raw]:
    """One Raw a line; blank lines give none."""
    for number in itertools.count(1):
        line = stream.readline(MAX_BYTES + 1)
        if not line:
            return
        place = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            _skip_line(stream, line)
            yield Raw(place, InputError(f"{place}: a line of more than {MAX_BYTES // 2**20} MiB; leave it out"))
        elif not (line.removeprefix(_UTF8_MARK) or b"\n").isspace():
            yield Raw(place, line, Kind.JSONL)


def _skip_line(stream: io.BufferedReader | gzip.GzipFile, read: bytes) -> None:
    while read and not read.endswith(b"\n"):
        read = stream.readline(2**20)


def _line(line: bytes, place: str) -> Source:
    """Source of one JSON line: {`id`, `url`, `html` or `text`, `fetched_at`}."""
    try:
        value = _json_object(line.removeprefix(_UTF8_MARK).strip())
    except InputError as error:
        return Source(place, InputError(f"{place}: {error}"))
    given_id, given_url = (_string_or_none(value, name) for name in ("id", "url"))
    url, notice = _usable_url(given_url)
    try:
        page = _line_page(value, place, url)
    except InputError as error:
        return Source(place, error, given_id, url)
    return Source(place, page, given_id, url, notice)


def _json_object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}; write JSON lines in UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON ({error.msg} at column {error.colno}); write one whole object a line") from error
    except (ValueError, RecursionError) as error:
        raise InputError("JSON of numbers too long or nesting too deep; write one flat object a line") from error
    if not isinstance(value, dict):
        raise InputError(f"{_json_type(value)}, not an object; write one object a line")
    return value


def _line_page(value: dict[str, Any], place: str, url: str | None) -> Page:
    """Page of a decoded line; raises InputError, which names `place`."""
    wrong = [name for name in _FIELDS if value.get(name) is not None and not isinstance(value[name], str)]
    if wrong:
        raise InputError(f"{place}: `{wrong[0]}` is {_json_type(value[wrong[0]])}; it must be a string")
    given = [name for name in _PAGES if value.get(name) is not None]
    if len(given) != 1:
        fault = "both `html` and `text`" if given else "neither `html` nor `text`"
        raise InputError(f"{place}: {fault}; give one of them")
    content = encodable(value[given[0]])
    unreadable = check_body(place, content.encode())
    if unreadable:
        raise unreadable
    return _PAGES[given[0]](content, url=url, fetched_at=_line_date(value.get("fetched_at"), place))


def _usable_url(url: str | None) -> tuple[str | None, str | None]:
    """URL and notice: a document is worth more than its address, so a bad address is dropped, not the document."""
    try:
        return (check_url(url) if url else None), None
    except InvalidUrlError as error:
        return None, f"cleaned without its `url`: {error}"


def _line_date(text: str | None, place: str) -> datetime | None:
    try:
        return aware(datetime.fromisoformat(text)) if text else None
    except ValueError as error:
        raise InputError(f"{place}: `fetched_at` is {text!r}; give ISO 8601, such as 2024-05-01T12:00:00Z") from error


def _string_or_none(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    return encodable(found) if isinstance(found, str) else None


def _json_type(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def _kind_of_name(path: str) -> Kind | None:
    name = PurePath(path.lower())
    return _SUFFIXES.get(PurePath(name.stem).suffix if name.suffix == ".gz" else name.suffix)


def _decoded(head: bytes) -> str:
    """Start of a document as far as ASCII: enough to tell HTML and JSON from text."""
    encoding = _UTF16_MARKS.get(head[:2])
    return head[2:].decode(encoding, "replace") if encoding else head.removeprefix(_UTF8_MARK).decode("latin-1")


def _binary(head: bytes) -> str | None:
    """Name what binary data `head` looks like; None where it may be text."""
    known = next((what for magic, what in _MAGIC.items() if head.startswith(magic)), None)
    if known or head[:2] in _UTF16_MARKS:
        return known
    controls = len(head) - len(head.translate(None, _BINARY_CONTROLS))
    return "binary data" if controls > _MAX_CONTROL_SHARE * len(head) else None


def _fault(error: BaseException) -> str:
    found = next(text for kind, text in _FAULTS.items() if isinstance(error, kind))
    return found.format(error)
