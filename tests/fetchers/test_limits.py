"""What the fetcher does not put up with: slowness, size, compression that is not what it says."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
from typing import TYPE_CHECKING, TypeAlias

import pytest

from scraper.config import FetchSettings
from scraper.errors import ConnectionFailedError, DeadlineError, FetchError, TooLargeError
from scraper.fetchers.client import Fetcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from scraper.page import Page

    # The fixtures of conftest.py, as far as these tests use them.
    Serve: TypeAlias = Callable[..., AbstractAsyncContextManager[tuple[str, list[str]]]]
    Reply: TypeAlias = Callable[..., bytes]
    Outcome: TypeAlias = tuple[Page | FetchError, list[str], float]
    Fetch: TypeAlias = Callable[..., Outcome]

MEBIBYTE = 2**20
IMPATIENT = 0.3
SETTINGS = FetchSettings(allow_loopback=True, gap=0, deadline=5, backoff=0, attempts=3)
SHORT = SETTINGS.model_copy(update={"deadline": IMPATIENT})


def page_of(outcome: Outcome) -> Page:
    """The page, where the outcome is one."""
    assert not isinstance(outcome[0], FetchError), outcome[0]
    return outcome[0]


HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"


@pytest.mark.parametrize(
    "parts",
    [
        [60.0],
        [HEAD, 60.0],
        [HEAD, *[b"x", 0.02] * 1000],
        [b"HTTP/1.1 200 OK\r\n", *[b"X-A: b\r\n", 0.02] * 1000],
        [b"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", 0.05, None],
    ],
    ids=["silent", "stalled", "dripping body", "dripping head", "ever failing"],
)
def test_the_deadline_holds_whatever_the_server_does(fetch_served: Fetch, parts: list[bytes | float | None]) -> None:
    settings = SHORT.model_copy(update={"attempts": 10, "backoff": 0.01})
    end, _, seconds = fetch_served({"/": [parts]}, settings=settings)
    assert seconds < IMPATIENT + 0.5
    assert isinstance(end, DeadlineError) or parts[-1] is None


def test_the_deadline_error_names_url_and_seconds(fetch_served: Fetch) -> None:
    error, _, _ = fetch_served({"/story": [[60.0]]}, "/story", SHORT)
    assert isinstance(error, DeadlineError)
    assert "/story" in str(error)
    assert "0.3 s" in str(error)


def test_the_deadline_spans_redirects(fetch_served: Fetch, reply: Reply) -> None:
    script = {f"/{n}": [[0.1, reply(302, f"Location: /{n + 1}")]] for n in range(10)}
    error, seen, seconds = fetch_served(script, "/0", SHORT)
    assert isinstance(error, DeadlineError)
    assert len(seen) < 5
    assert seconds < IMPATIENT + 0.5


def test_a_silent_server_is_left_after_the_read_timeout(fetch_served: Fetch) -> None:
    settings = SETTINGS.model_copy(update={"read_timeout": 0.1, "attempts": 1})
    error, _, seconds = fetch_served({"/": [[60.0]]}, settings=settings)
    assert isinstance(error, ConnectionFailedError)
    assert "nothing came for 0.1 s" in str(error)
    assert seconds < 1


def test_the_fetcher_serves_on_after_many_cancelled_fetches(serve: Serve, reply: Reply) -> None:
    async def whole() -> Page:
        async with (
            serve({"/stall": [[60.0]], "/": [[reply(200)]]}) as (base, _),
            Fetcher(SETTINGS, ignore_robots=True) as fetcher,
        ):
            tasks = [asyncio.create_task(fetcher.fetch(base + "/stall")) for _ in range(150)]
            await asyncio.sleep(0.2)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            page: Page = await fetcher.fetch(base)
            return page

    assert asyncio.run(whole()).status == 200


# Size and codings


def chunked(*pieces: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_a_body_as_large_as_the_cap_is_taken(fetch_served: Fetch, reply: Reply) -> None:
    settings = SETTINGS.model_copy(update={"max_bytes": 5000})
    assert len(page_of(fetch_served({"/": [[reply(200, body=b"x" * 5000)]]}, settings=settings)).body) == 5000
    assert len(page_of(fetch_served({"/": [[chunked(b"x" * 2000, b"y" * 3000)]]}, settings=settings)).body) == 5000


@pytest.mark.parametrize("kind", ["plain", "chunked", "until close"])
def test_a_larger_body_is_refused_however_it_is_sent(fetch_served: Fetch, reply: Reply, kind: str) -> None:
    bodies = {
        "plain": [reply(200, body=b"x" * 5001)],
        "chunked": [chunked(b"x" * 4000, b"y" * 1001)],
        "until close": [b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 1000] * 6, 60.0],
    }
    settings = SETTINGS.model_copy(update={"max_bytes": 5000})
    error, seen, _ = fetch_served({"/story": [bodies[kind]]}, "/story", settings)
    assert isinstance(error, TooLargeError)
    assert "/story" in str(error)
    assert "5000 bytes" in str(error)
    assert seen == ["/story"]


def test_a_gzip_bomb_ends_at_the_cap_in_little_memory(fetch_served: Fetch, reply: Reply) -> None:
    bomb = reply(200, "Content-Encoding: gzip", body=gzip.compress(bytes(100 * MEBIBYTE)))
    settings = SETTINGS.model_copy(update={"max_bytes": MEBIBYTE})
    tracemalloc.start()
    try:
        error, _, _ = fetch_served({"/": [[bomb]]}, settings=settings)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(error, TooLargeError)
    assert peak < 10 * MEBIBYTE


def test_stacked_codings_are_undone(fetch_served: Fetch, reply: Reply) -> None:
    body = gzip.compress(gzip.compress(b"<p>Story</p>"))
    raw = reply(200, "Content-Encoding: gzip", "Content-Encoding: x-gzip", body=body)
    assert page_of(fetch_served({"/": [[raw]]})).body == b"<p>Story</p>"


def test_a_coding_that_is_cut_off_is_tried_again(fetch_served: Fetch, reply: Reply) -> None:
    whole = gzip.compress(b"<p>Story</p>")
    script = {"/": [[reply(200, "Content-Encoding: gzip", body=body)] for body in (whole[:-4], whole)]}
    assert page_of(fetch_served(script)).body == b"<p>Story</p>"


def test_a_broken_coding_is_an_error_that_names_the_url(fetch_served: Fetch, reply: Reply) -> None:
    raw = reply(200, "Content-Encoding: gzip", body=b"<p>Story</p>")
    error, seen, _ = fetch_served({"/story": [[raw]]}, "/story")
    assert isinstance(error, FetchError)
    assert "/story: its Content-Encoding is broken" in str(error)
    assert seen == ["/story"]
