"""What files, standard input and JSON lines become, and how bad ones are told."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import tracemalloc
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest

from scraper import inputs
from scraper.errors import BinaryInputError, EmptyInputError, InputError, InvalidUrlError, UsageError
from scraper.inputs import Kind, read_sources, read_urls
from scraper.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from scraper.inputs import Source

HTML = b"<!doctype html><p>Guten Morgen</p>"
TEXT = b"Guten Morgen,\nliebe Leser"
JSONL = b'{"id": "a", "html": "<p>x</p>"}\n'


def only(path: Path | str, kind: Kind | None = None, url: str | None = None) -> Source:
    [source] = read_sources(str(path), kind=kind, url=url)
    return source


def page_of(source: Source) -> Page:
    assert isinstance(source.content, Page), source.content
    return source.content


def error_of(source: Source) -> InputError:
    assert isinstance(source.content, InputError), source.content
    return source.content


def line_source(tmp_path: Path, line: bytes) -> Source:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(line + b"\n")
    return only(path)


def stdin_of(data: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data))


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("page.html", HTML, "text/html"),
        ("PAGE.HTM", HTML, "text/html"),
        ("page.xhtml", HTML, "text/html"),
        ("page.html.gz", gzip.compress(HTML, mtime=0), "text/html"),
        ("page.html", gzip.compress(HTML, mtime=0), "text/html"),
        ("page.gz", gzip.compress(HTML, mtime=0), "text/html"),
        ("page.gz", HTML, "text/html"),
        ("page", b"\xef\xbb\xbf \n" + HTML, "text/html"),
        ("page", b"\xff\xfe" + HTML.decode().encode("utf-16-le"), "text/html"),
        ("page", b"<!-- saved from --><html>", "text/html"),
        ("letter", TEXT, "text/plain"),
        ("letter", b"<3 to all readers", "text/plain"),
        ("letter.gz", gzip.compress(TEXT, mtime=0), "text/plain"),
        ("letter.txt", HTML, "text/plain"),
        ("letter.txt", b"\xff\xfe" + TEXT.decode().encode("utf-16-le"), "text/plain"),
        ("letter.md", TEXT, "text/plain"),
        ("letter", b"one stray \x00 in a long enough line of text", "text/plain"),
        ("feed.jsonl", JSONL, "text/html"),
        ("feed.ndjson.gz", gzip.compress(JSONL, mtime=0), "text/html"),
        ("feed", JSONL, "text/html"),
    ],
)
def test_kind_is_told_by_suffix_and_else_by_content(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert page_of(only(path)).media_type == media_type


@pytest.mark.parametrize(("kind", "media_type"), [(Kind.HTML, "text/html"), (Kind.TEXT, "text/plain")])
def test_kind_as_given_wins_over_the_suffix(tmp_path: Path, kind: Kind, media_type: str) -> None:
    path = tmp_path / "page.jsonl"
    path.write_bytes(HTML)
    assert page_of(only(path, kind)).media_type == media_type


def test_body_is_the_file_to_the_byte_with_gzip_undone(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(HTML + b"\xe4\n"))
    page = page_of(only(path, url=" https://example.org/a "))
    assert (page.body, page.url, page.origin) == (HTML + b"\xe4\n", "https://example.org/a", "file")


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (gzip.compress(gzip.compress(HTML, mtime=0), mtime=0), "gzip data in gzip"),
        (bytes(range(256)), "binary data"),
        (b"\xff\xfe\x00\x00<\x00\x00\x00", "UTF-32"),
    ],
)
def test_binary_is_refused_and_named(tmp_path: Path, data: bytes, looks: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    error = error_of(only(path))
    assert isinstance(error, BinaryInputError)
    assert str(path) in str(error)
    assert looks in str(error)


def test_binary_given_as_json_lines_is_one_error_not_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" * 9)
    assert isinstance(error_of(only(path)), BinaryInputError)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", gzip.compress(b"", mtime=0)])
@pytest.mark.parametrize("name", ["page.html", "letter.txt", "feed.jsonl", "feed"])
def test_nothing_but_white_space_is_empty(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    error = error_of(only(path))
    assert isinstance(error, EmptyInputError)
    assert str(path) in str(error)


def test_missing_file_and_directory_say_what_to_do(tmp_path: Path) -> None:
    missing = tmp_path / "no.html"
    assert "check the path" in str(error_of(only(missing)))
    assert "give the files in it" in str(error_of(only(tmp_path)))
    assert str(missing) in str(error_of(only(missing)))


@pytest.mark.parametrize("cut", [4, 30])
def test_broken_gzip_is_an_error(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(HTML, mtime=0)[:cut])
    assert "gzip data that breaks off" in str(error_of(only(path)))


def test_gzip_bomb_is_cut_off_at_the_cap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_BYTES", 2**20)
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(gzip.compress(bytes(2**26)))
    tracemalloc.start()
    error = error_of(only(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "more than 1 MiB" in str(error)
    assert peak < 2**23


def test_url_that_is_none_raises(tmp_path: Path) -> None:
    with pytest.raises(InvalidUrlError, match="no web address"):
        only(tmp_path / "page.html", url="example.org")


def test_url_with_json_lines_raises_instead_of_being_dropped(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    path.write_bytes(JSONL)
    with pytest.raises(UsageError, match="their own `url`"):
        only(path, url="https://example.org/")


def test_standard_input_is_read_as_a_file_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", stdin_of(JSONL * 2))
    assert [source.name for source in read_sources("-")] == ["stdin:1", "stdin:2"]
    monkeypatch.setattr("sys.stdin", stdin_of(gzip.compress(HTML, mtime=0)))
    assert page_of(only("-")).body == HTML


def test_line_with_all_fields_becomes_a_page(tmp_path: Path) -> None:
    fields = {"id": "7", "url": "https://example.org/ä", "html": "<p>ä</p>", "fetched_at": "2024-05-01T10:00:00+02:00"}
    source = line_source(tmp_path, json.dumps(fields).encode())
    page = page_of(source)
    assert (source.id, page.url, page.body.decode()) == ("7", fields["url"], fields["html"])
    assert page.fetched_at == datetime(2024, 5, 1, 8, tzinfo=UTC)
    assert page.header("content-type") == "text/html; charset=utf-8"


def test_line_with_text_alone_is_enough_and_null_is_absence(tmp_path: Path) -> None:
    source = line_source(
        tmp_path, b'{"id": null, "url": null, "html": null, "text": "abc", "fetched_at": null, "x": 1}'
    )
    assert (source.id, source.url, page_of(source).media_type) == (None, None, "text/plain")


@pytest.mark.parametrize("date", ["2024-05-01", "2024-05-01T00:00:00", "2024-05-01T00:00:00Z"])
def test_date_without_offset_is_taken_as_utc(tmp_path: Path, date: str) -> None:
    source = line_source(tmp_path, json.dumps({"text": "abc", "fetched_at": date}).encode())
    assert page_of(source).fetched_at == datetime(2024, 5, 1, tzinfo=UTC)


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    source = line_source(tmp_path, rb'{"id": "a\udc00", "text": "x\ud800y \ud83d\ude00"}')
    assert (source.id, page_of(source).body.decode()) == ("a\ufffd", "x\ufffdy \U0001f600")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"id": "a", "html": "<p>half', "not JSON"),
        (b'["html"]', "a list, not an object"),
        (b"7", "a number, not an object"),
        (b'{"id": "a"}', "neither `html` nor `text`"),
        (b'{"html": "<p>", "text": "a"}', "both `html` and `text`"),
        (b'{"html": 7}', "`html` is a number"),
        (b'{"id": 7, "text": "a"}', "`id` is a number"),
        (b'{"url": {}, "text": "a"}', "`url` is an object"),
        (b'{"fetched_at": "yesterday", "text": "a"}', "`fetched_at` is 'yesterday'"),
        (b'{"fetched_at": true, "text": "a"}', "`fetched_at` is a boolean"),
        (b'{"text": " \\n"}', "nothing in it"),
        (b'{"text": "%PDF-1.4"}', "a PDF"),
        (b'{"text": "\xff"}', "not UTF-8 at byte 10"),
        (b'{"text": ' + b"[" * 100_000, "nesting too deep"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "numbers too long"),
    ],
)
def test_bad_line_is_an_error_that_names_file_line_and_fault(tmp_path: Path, line: bytes, told: str) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(JSONL + b"\n" + line + b"\n" + JSONL)
    before, bad, after = read_sources(str(path))
    assert told in str(error_of(bad))
    assert str(error_of(bad)).startswith(f"{path}:3: ")
    assert (before.name, after.name) == (f"{path}:1", f"{path}:4")
    assert page_of(before).body == page_of(after).body == b"<p>x</p>"


def test_bad_url_of_a_line_costs_the_url_not_the_document(tmp_path: Path) -> None:
    source = line_source(tmp_path, b'{"url": "hard::example", "text": "abc"}')
    assert (page_of(source).body, page_of(source).url, source.url) == (b"abc", None, None)
    assert source.notice
    assert "'hard::example' is no web address" in source.notice


def test_bad_line_keeps_its_id(tmp_path: Path) -> None:
    source = line_source(tmp_path, b'{"id": "a", "url": "https://example.org/"}')
    assert (source.id, source.url) == ("a", "https://example.org/")


def test_line_longer_than_the_cap_is_left_out_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "MAX_BYTES", 100)
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 9_999 + b'"}\n' + JSONL + b'{"text": "' + b"a" * 99 + b'"}')
    long, whole, last = read_sources(str(path))
    assert "a line of more than" in str(error_of(long))
    assert (page_of(whole).body, whole.name) == (b"<p>x</p>", f"{path}:2")
    assert error_of(last)


def test_gzip_that_breaks_off_keeps_the_lines_before(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl.gz"
    lines = b"".join(b'{"id": "%d", "text": "abc"}\n' % number for number in range(9))
    path.write_bytes(gzip.compress(lines)[:-8])
    *whole, broken = read_sources(str(path))
    assert [source.id for source in whole] == [str(number) for number in range(9)]
    assert "breaks off" in str(error_of(broken))


class Endless(io.RawIOBase):
    """Standard input that never ends, as a pipe may not."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = (JSONL * (len(view) // len(JSONL) + 1))[: len(view) - len(view) % len(JSONL)]
        view[: len(data)] = data
        return len(data)


def test_json_lines_stream_without_end_in_flat_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    tracemalloc.start()
    count = sum(source.id == "a" for source in itertools.islice(read_sources("-", kind=Kind.JSONL), 5_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 2**20


def test_urls_are_listed_without_comments_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_bytes(b"\xef\xbb\xbfhttps://a.example/\n\n# later\n  https://b.example/#part \r\n\xff\n")
    assert list(read_urls(str(path))) == ["https://a.example/", "https://b.example/#part", "\ufffd"]


def test_list_of_urls_that_is_missing_raises(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="check the path"):
        list(read_urls(str(tmp_path / "urls.txt")))
