"""Archives: what is fetched is written, secrets apart, and read again to the same records."""

from __future__ import annotations

import asyncio
import gzip
import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from scraper.cli.app import app
from scraper.errors import FetchError, InputError, OfflineError, OutputError
from scraper.executors.local import fetch_articles
from scraper.fetchers.client import Fetcher, Wiring
from scraper.fetchers.exchange import Exchange
from scraper.inputs import Kind, read_sources
from scraper.page import Page
from scraper.pipeline import process
from scraper.stores.sinks import rendered
from scraper.warc import REDACTED, Archive, exchanges
from tests.faults.modes import ABROAD, PAGE, html, once, plays, reply
from tests.faults.run import at_loopback, settings
from tests.faults.server import FIN, HostileServer

if TYPE_CHECKING:
    from tests.faults.server import Script

CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n"
SCRIPTS: dict[str, Script] = {
    "/plain": plays(html(PAGE)),
    "/gzip": plays(reply(200, "Content-Type: text/html", "Content-Encoding: gzip", body=gzip.compress(PAGE))),
    "/chunked": plays(CHUNKED % (len(PAGE), PAGE)),
    "/charset": plays(html(ABROAD.encode("cp1252"), "windows-1252")),
    "/moved": plays(reply(302, "Location: /plain?from=moved")),
    "/later": once(reply(503, "Retry-After: 0"), html(PAGE)),
    "/missing": plays(html(b"<h1>Not found</h1>", status=404)),
    "/down": plays(reply(500, body=b"down")),
    "/image": plays(reply(200, "Content-Type: image/png", body=b"\x89PNG")),
    "/cut": plays(html(PAGE)[:-9], FIN),
    "/cookie": plays(reply(200, "Content-Type: text/html", "Set-Cookie: id=hidden", "X-Robots-Tag: noai", body=PAGE)),
}
GONE = {"/cut"}


def fetched(path: Path) -> list[bytes]:
    """Records of all of SCRIPTS, fetched into an archive at `path`."""

    async def whole() -> list[bytes]:
        async with HostileServer(SCRIPTS) as server:
            urls = [server.bases["http"] + name for name in SCRIPTS]
            chosen = settings(warc=path, deadline=5, cache=None)
            async with Fetcher(chosen, wiring=Wiring(at_loopback)) as fetcher:
                return [rendered(article).data async for article in fetch_articles(urls, fetcher, process=process)]

    return asyncio.run(whole())


def url_of(record: bytes) -> str:
    url: str = json.loads(record)["url"]
    return url


def path_of(record: bytes) -> str:
    return "/" + url_of(record).rpartition("/")[2]


def test_an_archive_is_cleaned_and_fetched_from_to_the_same_records_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "out" / "pages.warc.gz"
    live = {url_of(record): record for record in fetched(path) if path_of(record) not in GONE}
    assert len(live) == len(SCRIPTS) - len(GONE)
    cleaned = CliRunner().invoke(app, ["clean", str(path)]).stdout_bytes.splitlines(keepends=True)
    assert {url_of(record): record for record in cleaned} == live
    assert len(cleaned) == len(live)
    replayed = CliRunner().invoke(app, ["fetch", "--from-warc", str(path), *live]).stdout_bytes
    assert replayed.splitlines(keepends=True) == list(live.values())


def test_secrets_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    sent = (("User-Agent", "x"), ("Cookie", "id=hidden"), ("Authorization", "Basic hidden"))
    answer = (("set-cookie", "id=hidden"), ("content-type", "text/html"))
    with Archive(path) as archive:
        archive.write([Exchange("https://a.org/", "https://a.org/b?c", datetime.now(UTC), sent, 200, answer, b"body")])
    raw = gzip.decompress(path.read_bytes())
    assert b"hidden" not in raw
    assert raw.count(REDACTED.encode()) == 3
    assert b"GET /b?c HTTP/1.1\r\nUser-Agent: x\r\n" in raw


def test_it_is_an_archive_that_others_read(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    fetched(path)
    with path.open("rb") as stream:
        found = [
            (record.rec_type, record.http_headers.get_statuscode() if record.rec_type == "response" else None)
            for record in ArchiveIterator(stream, check_digests="raise")
            if record.raw_stream.read() is not None
        ]
    kinds = [kind for kind, _ in found]
    assert kinds.count("request") == kinds.count("response") == len(SCRIPTS) - len(GONE) + 1  # a redirect is two
    assert {status for _, status in found if status} == {"200", "302", "404", "500"}


def test_a_second_run_appends(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    fetched(path)
    size = path.stat().st_size
    fetched(path)
    with path.open("rb") as stream:
        assert len(list(exchanges(stream))) == 2 * (len(SCRIPTS) - len(GONE) + 1)
    assert path.stat().st_size > size


def test_what_is_not_in_the_archive_is_not_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    fetched(path)

    async def whole() -> None:
        async with Fetcher(settings(), replay=path) as fetcher:
            await fetcher.fetch("https://other.example/")

    with pytest.raises(OfflineError, match=r"https://other\.example/: not in .*pages\.warc\.gz"):
        asyncio.run(whole())


def foreign(path: Path, *records: tuple[str, str, bytes]) -> Path:
    """An archive of somebody else's: (kind of record, URL, block)."""
    head = "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2026-03-01T12:00:00Z\r\nContent-Length: {}"
    parts = [
        head.format(kind, url, len(block)).encode() + b"\r\n\r\n" + block + b"\r\n\r\n" for kind, url, block in records
    ]
    path.write_bytes(b"".join(parts))
    return path


def test_archives_of_others_give_their_pages_with_chunks_undone_and_no_images(tmp_path: Path) -> None:
    path = foreign(
        tmp_path / "theirs.warc",
        ("warcinfo", "https://a.org/", b"software: x\r\n"),
        ("response", "https://a.org/image", reply(200, "Content-Type: image/png", body=b"\x89PNG")),
        ("response", "https://a.org/moved", reply(301, "Location: /")),
        ("response", "https://a.org/chunked", CHUNKED % (len(PAGE), PAGE)),
        ("response", "https://a.org/lie", CHUNKED.split(b"%x")[0] + PAGE),
        ("metadata", "https://a.org/", b"via: x\r\n"),
    )
    sources = list(read_sources(str(path)))
    pages = [source.content for source in sources]
    assert [source.url for source in sources] == ["https://a.org/chunked", "https://a.org/lie"]
    assert [page.body for page in pages if isinstance(page, Page)] == [PAGE, PAGE]
    assert all(isinstance(page, Page) and page.fetched_at == datetime(2026, 3, 1, 12, tzinfo=UTC) for page in pages)


def test_a_record_that_is_no_answer_costs_itself_only(tmp_path: Path) -> None:
    path = foreign(
        tmp_path / "theirs.warc",
        ("response", "https://a.org/1", b"no HTTP at all"),
        ("response", "https://a.org/2", b""),
        ("response", "https://a.org/3", reply(200, "Content-Type: text/html", "Content-Encoding: gzip", body=b"no")),
        ("response", "https://a.org/4", html(PAGE)),
    )
    contents = [source.content for source in read_sources(str(path), kind=Kind.WARC)]
    assert [isinstance(content, Page) for content in contents] == [False, False, False, True]
    assert "theirs.warc:1" in str(contents[0])


@pytest.mark.parametrize("data", [b"WARC/1.0\r\nno headers", b"WARC/1.0\r\n" + b"a" * 10**6, b"WARC/1.1\r\n\r\n" * 3])
def test_a_damaged_archive_is_an_error_that_names_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.warc"
    path.write_bytes(data)
    assert all(isinstance(source.content, InputError) for source in read_sources(str(path)))


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    fetched(path)
    path.write_bytes(path.read_bytes()[:-300])
    contents = [source.content for source in read_sources(str(path))]
    assert sum(isinstance(content, Page) for content in contents) >= len(SCRIPTS) // 2
    assert isinstance(contents[-1], InputError)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=str(tmp_path)):
        Fetcher(settings(warc=tmp_path))
    with pytest.raises(InputError, match=r"none\.warc"):
        Fetcher(settings(), replay=tmp_path / "none.warc")


def test_robots_txt_is_obeyed_and_not_archived(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"

    async def whole() -> None:
        closed = {"/robots.txt": plays(reply(200, body=b"User-agent: *\nDisallow: /\n"))}
        client = Fetcher(settings(warc=path), wiring=Wiring(at_loopback))
        async with HostileServer(closed) as server, client as fetcher:
            with pytest.raises(FetchError):
                await fetcher.fetch(server.bases["http"] + "/story")

    asyncio.run(whole())
    assert path.read_bytes() == b""


def exchange(number: int, body: bytes) -> Exchange:
    url = f"https://a.org/{number}"
    return Exchange(url, url, datetime.now(UTC), (), 200, (("content-type", "text/html"),), body)


def bodies(path: Path) -> list[tuple[str, bytes] | None]:
    """What stands in an archive; None for a fault."""
    with path.open("rb") as stream:
        return [(one.url[-1], one.body) if isinstance(one, Exchange) else None for _, one in exchanges(stream)]


def test_what_is_written_behind_a_torn_end_can_be_read(tmp_path: Path) -> None:
    """A run may be killed after any byte of a write."""
    path, body = tmp_path / "pages.warc.gz", random.Random(1).randbytes(3000)  # noqa: S311 - what does not compress
    with Archive(path) as archive:
        archive.write([exchange(number, body) for number in range(3)])
    whole = path.read_bytes()
    for size in (*range(0, len(whole), 397), *range(len(whole) - 12, len(whole) + 1)):
        path.write_bytes(whole[:size])
        told = bodies(path)
        found = [one for one in told if one]
        assert all(kept == body for _, kept in found)
        assert None not in told[:-1]
        with Archive(path) as archive:
            archive.write([exchange(8, body), exchange(9, body)])
        assert bodies(path)[-2:] == [("8", body), ("9", body)]
        # An answer of which only the checksum is missing counts as torn.
        assert len(bodies(path)) - 2 in {len(found), len(found) - 1}
        with path.open("rb") as stream:
            assert all(
                record.raw_stream.read() is not None for record in ArchiveIterator(stream, check_digests="raise")
            )


def test_a_whole_archive_is_left_as_it_is_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    with Archive(path) as archive:
        archive.write([exchange(1, gzip.compress(b"WARC/1.1\r\n") * 20)])
    before = path.read_bytes()
    Archive(path).close()
    assert path.read_bytes() == before


def test_the_end_is_left_to_a_program_that_is_writing_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    with Archive(path) as archive:
        archive.write([exchange(1, PAGE)])
        with path.open("ab") as stream:
            stream.write(path.read_bytes()[:100])
        size = path.stat().st_size
        Archive(path).close()
        assert path.stat().st_size == size
    Archive(path).close()
    assert path.stat().st_size == size - 100


def test_nothing_is_cut_from_what_is_no_archive_or_broken_in_its_middle(tmp_path: Path) -> None:
    whole = tmp_path / "whole.warc.gz"
    with Archive(whole) as archive:
        archive.write([exchange(1, PAGE), exchange(2, PAGE)])
    data = whole.read_bytes()
    broken = data[: len(data) // 3] + data + data[:100]
    for content in (b"my notes\n", gzip.compress(b"my notes\n"), b"WARC/1.0\r\n\r\n", broken):
        path = tmp_path / "other"
        path.write_bytes(content)
        with pytest.raises(OutputError, match="move it away"):
            Archive(path)
        assert path.read_bytes() == content


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_nothing_goes_behind_a_write_that_failed() -> None:
    with Archive(Path("/dev/full")) as archive:
        for _ in range(2):
            with pytest.raises(OutputError, match="/dev/full"):
                archive.write([exchange(1, PAGE)])


def test_an_archive_that_breaks_off_answers_with_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    with Archive(path) as archive:
        archive.write([exchange(1, PAGE), exchange(2, PAGE)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])

    async def whole() -> Page:
        async with Fetcher(settings(), replay=path) as fetcher:
            found = await fetcher.fetch("https://a.org/1")
            with pytest.raises(OfflineError, match="damaged"):
                await fetcher.fetch("https://a.org/2")
            return found

    assert asyncio.run(whole()).body == PAGE
