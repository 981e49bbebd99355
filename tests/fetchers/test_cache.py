"""The cache: what is used again, what is asked after, and what is not kept. Against a real server, from its log."""

from __future__ import annotations

import asyncio
import gzip
import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from scraper import pipeline
from scraper.errors import ConfigError, FetchError, OfflineError, OutputError, RobotsDeniedError, TooLargeError
from scraper.fetchers.client import Fetcher, Wiring
from tests.faults.modes import IMF, LONG, PAGE, plays, reply
from tests.faults.run import at_loopback, settings
from tests.faults.server import FIN, HostileServer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scraper.fetchers.cache import Mode
    from scraper.page import Page
    from tests.faults.server import Asked, Part, Script

OLD = "Last-Modified: Sun, 01 Mar 2020 12:00:00 GMT"
TYPE = "Content-Type: text/html"
CUT_OFF = LONG.replace(b"\r\n\r\n", b"\r\nCache-Control: max-age=600\r\n\r\n") + PAGE


def visits(
    script: Script, path: Path, modes: Iterable[Mode] = ("use", "use"), *, robots: Script | None = None, **keys: object
) -> tuple[list[Page | Exception], list[str]]:
    """Fetch one page in runs of these `modes`, and give the heads of what the server was asked."""

    async def end(base: str, mode: Mode) -> Page | Exception:
        chosen = settings(cache=path, attempts=1, deadline=5, **keys)
        async with Fetcher(chosen, ignore_robots=robots is None, mode=mode, wiring=Wiring(at_loopback)) as fetcher:
            try:
                return await fetcher.fetch(base + "/story")
            except FetchError as error:
                return error

    async def whole() -> tuple[list[Page | Exception], list[str]]:
        scripts = {"/story": script, "/robots.txt": robots or plays(reply(404)), "/moved": plays(fresh())}
        async with HostileServer(scripts) as server:
            ends = [await end(server.bases["http"], mode) for mode in modes]
            return ends, [seen.head for seen in server.visits]

    return asyncio.run(whole())


def fresh(*headers: str, body: bytes = PAGE, status: int = 200) -> bytes:
    date = datetime.now(UTC).strftime(IMF)
    return reply(status, TYPE, f"Date: {date}", "Cache-Control: max-age=600", *headers, body=body)


def pages(ends: list[Page | Exception]) -> list[Page]:
    assert not [end for end in ends if isinstance(end, Exception)]
    return [end for end in ends if not isinstance(end, Exception)]


def tagged(*bodies: bytes) -> Script:
    """An answer that has to be asked after each time; it changes with each of `bodies`."""

    def script(asked: Asked) -> Iterable[Part]:
        body = bodies[min(asked.time, len(bodies) - 1)]
        if asked.time and body == bodies[min(asked.time, len(bodies)) - 1]:
            yield b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
        else:
            yield reply(200, TYPE, 'ETag: "1"', "Cache-Control: no-cache", body=body)

    return script


def test_what_is_fresh_is_used_again_and_nobody_is_asked(tmp_path: Path) -> None:
    ends, asked = visits(plays(fresh("X-One: a", "X-One: b")), tmp_path / "cache.sqlite")
    first, second = pages(ends)
    assert len(asked) == 1
    assert (first.origin, second.origin) == ("live", "cache")
    assert (second.status, second.body, second.url, second.final_url) == (200, PAGE, first.url, first.final_url)
    assert second.media_type == "text/html"
    assert [value for name, value in second.headers if name == "x-one"] == ["a", "b"]
    assert pipeline.process(second).outcome == "article"


def test_what_is_stale_is_asked_after_and_a_304_is_unchanged(tmp_path: Path) -> None:
    ends, asked = visits(tagged(PAGE), tmp_path / "cache.sqlite", ["use"] * 3)
    first, second, third = pages(ends)
    assert len(asked) == 3
    assert 'if-none-match: "1"' in asked[1].lower()
    assert "if-none-match" not in asked[0].lower()
    assert (first.unchanged, second.unchanged, third.unchanged) == (False, True, True)
    assert second.body == PAGE
    record = pipeline.process(second)
    assert (record.outcome, record.error, record.text, record.url) == ("unchanged", None, "", second.url)
    assert not record.failed


def test_a_date_serves_where_there_is_no_tag(tmp_path: Path) -> None:
    _, asked = visits(plays(reply(200, TYPE, OLD, "Cache-Control: max-age=0", body=PAGE)), tmp_path / "c.sqlite")
    assert "if-modified-since: sun, 01 mar 2020 12:00:00 gmt" in asked[1].lower()


def test_what_has_changed_is_new(tmp_path: Path) -> None:
    other = PAGE.replace(b"crane", b"derrick")
    ends, _ = visits(tagged(PAGE, other, other), tmp_path / "cache.sqlite", ["use"] * 3)
    _, second, third = pages(ends)
    assert (second.body, second.unchanged, second.origin) == (other, False, "live")
    assert (third.body, third.unchanged) == (other, True)


@pytest.mark.parametrize("headers", [("Cache-Control: no-store",), (), ("Cache-Control: max-age=600", "Vary: *")])
def test_what_may_not_be_used_again_is_not(tmp_path: Path, headers: tuple[str, ...]) -> None:
    ends, asked = visits(plays(reply(200, TYPE, *headers, body=PAGE)), tmp_path / "cache.sqlite")
    assert len(asked) == 2
    assert all(page.origin == "live" and not page.unchanged for page in pages(ends))


def test_offline_takes_what_is_kept_however_old_and_asks_nobody(tmp_path: Path) -> None:
    ends, asked = visits(tagged(PAGE), tmp_path / "cache.sqlite", ["use", "offline", "offline"])
    assert len(asked) == 1
    assert [(page.origin, page.body, page.unchanged) for page in pages(ends)[1:]] == [("cache", PAGE, False)] * 2


def test_offline_asks_not_even_for_robots_txt_and_says_what_it_does_not_hold(tmp_path: Path) -> None:
    ends, asked = visits(plays(fresh()), tmp_path / "cache.sqlite", ["offline"], robots=plays(reply(404)))
    assert asked == []
    assert isinstance(ends[0], OfflineError)
    assert "/story: not in the cache" in str(ends[0])


def test_refresh_asks_anew_without_conditions_and_keeps_that(tmp_path: Path) -> None:
    answers = [PAGE, PAGE.replace(b"crane", b"derrick")]

    def script(asked: Asked) -> Iterable[Part]:
        yield fresh('ETag: "1"', body=answers[asked.time])

    ends, asked = visits(script, tmp_path / "cache.sqlite", ["use", "refresh", "use", "offline"])
    assert len(asked) == 2
    assert "if-none-match" not in asked[1].lower()
    assert [page.body for page in pages(ends)] == [answers[0], answers[1], answers[1], answers[1]]


def test_redirects_are_kept_hop_by_hop(tmp_path: Path) -> None:
    moved = plays(fresh("Location: /moved", status=301, body=b"elsewhere"))
    ends, asked = visits(moved, tmp_path / "cache.sqlite", ["use", "use", "offline"])
    assert len(asked) == 2
    assert all(page.final_url and page.final_url.endswith("/moved") and page.body == PAGE for page in pages(ends))


def test_codings_stay_in_place_and_the_cap_holds_for_what_is_kept(tmp_path: Path) -> None:
    zipped = plays(fresh("Content-Encoding: gzip", body=gzip.compress(bytes(100_000))))
    ends, _ = visits(zipped, tmp_path / "cache.sqlite", ["use", "use"])
    assert [page.body for page in pages(ends)] == [bytes(100_000)] * 2
    ends, _asked = visits(zipped, tmp_path / "cache.sqlite", ["use", "use"], max_bytes=50_000)
    assert all(isinstance(end, TooLargeError) for end in ends)


@pytest.mark.parametrize(
    "script",
    [
        plays(LONG.replace(b"\r\n\r\n", b"\r\nCache-Control: max-age=600\r\n\r\n") + PAGE, FIN),
        plays(fresh(body=bytes(60_000))),
    ],
    ids=["cut off", "over the cap"],
)
def test_a_body_that_was_not_read_to_its_end_is_not_kept(tmp_path: Path, script: Script) -> None:
    ends, asked = visits(script, tmp_path / "cache.sqlite", ["use", "use", "offline"], max_bytes=50_000)
    assert len(asked) == 2
    assert isinstance(ends[2], OfflineError)


def test_robots_txt_is_not_taken_from_the_cache(tmp_path: Path) -> None:
    """It is kept for a day at most, whatever its headers say."""

    def robots(asked: Asked) -> Iterable[Part]:
        rules = b"User-agent: *\nDisallow: /\n" if asked.time else b""
        yield fresh("Cache-Control: max-age=999999", body=rules)

    ends, _ = visits(plays(fresh()), tmp_path / "cache.sqlite", ["use", "use"], robots=robots)
    assert isinstance(ends[1], RobotsDeniedError)


@pytest.mark.parametrize(
    "headers",
    [
        ("Cache-Control: max-age=" + "9" * 400,),
        ('Cache-Control: max-age=-5, s-maxage=x, =, ,,; "',),
        ("Expires: -1", "Date: yesterday", "Age: never"),
        ("Expires: Sun, 01 Mar 99999 12:00:00 GMT", "Last-Modified: Sun, 99 Mar 2020 12:00:00 GMT"),
        ("ETag: \xff\xfe", "Vary: \xff", "Cache-Control: max-age=600"),
        ("Age: " + "9" * 400, 'Cache-Control: max-age=600, max-age=1, private="x'),
        ("Cache-Control: " + "a=b," * 5000,),
    ],
)
def test_headers_that_lie_do_no_harm(tmp_path: Path, headers: tuple[str, ...]) -> None:
    ends, _ = visits(plays(reply(200, TYPE, *headers, body=PAGE)), tmp_path / "cache.sqlite")
    assert [page.body for page in pages(ends)] == [PAGE] * 2


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cache.sqlite"
    visits(plays(fresh()), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_no_cache_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("No database, and no little one: " * 100)
    with pytest.raises(OutputError, match=r"notes\.txt: cannot be used as a cache"):
        Fetcher(settings(cache=path))
    assert path.read_text().startswith("No database")


@pytest.mark.parametrize("mode", ["offline", "refresh"])
def test_a_mode_of_the_cache_without_one_is_refused(mode: Mode) -> None:
    with pytest.raises(ConfigError, match=f"--{mode} needs a cache"):
        Fetcher(settings(), mode=mode)


def test_a_server_whose_clock_is_wrong_is_asked_after(tmp_path: Path) -> None:
    past = (datetime.now(UTC) - timedelta(days=9)).strftime(IMF)
    _, asked = visits(plays(reply(200, TYPE, f"Date: {past}", "Cache-Control: max-age=600", body=PAGE)), tmp_path / "c")
    assert len(asked) == 2
