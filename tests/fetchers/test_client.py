"""The fetcher against a scripted server on loopback; where one answer is enough, against a mock transport."""

from __future__ import annotations

import asyncio
import socket
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING, TypeAlias

import pytest

from scraper.config import FetchSettings
from scraper.errors import ConfigError, ConnectionFailedError, FetchError, InvalidUrlError, RedirectError
from scraper.fetchers.client import Fetcher, Wiring, user_agent
from scraper.fetchers.http import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from scraper.page import Page

    # The fixtures of conftest.py, as far as these tests use them.
    Serve: TypeAlias = Callable[..., AbstractAsyncContextManager[tuple[str, list[str]]]]
    Reply: TypeAlias = Callable[..., bytes]
    Outcome: TypeAlias = tuple[Page | FetchError, list[str], float]
    Fetch: TypeAlias = Callable[..., Outcome]

SETTINGS = FetchSettings(allow_loopback=True, gap=0, deadline=5, backoff=0, attempts=3)


def page_of(outcome: Outcome) -> Page:
    """The page, where the outcome is one."""
    assert not isinstance(outcome[0], FetchError), outcome[0]
    return outcome[0]


class ByteStream(httpx.AsyncByteStream):
    """Body that a mock transport hands over as it would come from the network, in pieces."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            yield piece


def mocked(handler: Callable[[httpx.Request], httpx.Response]) -> httpx.MockTransport:
    return httpx.MockTransport(handler)


async def fetch(url: str, settings: FetchSettings = SETTINGS, transport: httpx.MockTransport | None = None) -> Page:
    async with Fetcher(settings, ignore_robots=True, wiring=Wiring(transport=transport)) as fetcher:
        return await fetcher.fetch(url)


def fetch_mocked(answer: httpx.Response, url: str = "https://example.org/story") -> Page:
    return asyncio.run(fetch(url, transport=mocked(lambda _: answer)))


def test_a_page_has_all_that_the_answer_gave(fetch_served: Fetch, reply: Reply) -> None:
    raw = reply(200, "Content-Type: text/html", "X-Twice: 1", "X-TWICE: 2", body=b"<p>\xe4</p>")
    before = datetime.now(UTC)
    page = page_of(fetch_served({"/a?b=c": [[raw]]}, "/a?b=c#part"))
    assert page.url
    assert page.url.endswith("/a?b=c#part")
    assert page.final_url == page.url.removesuffix("#part")
    assert page.status == 200
    assert page.headers == (
        ("content-length", "8"),
        ("content-type", "text/html"),
        ("x-twice", "1"),
        ("x-twice", "2"),
    )
    assert page.body == b"<p>\xe4</p>"
    assert page.origin == "live"
    assert page.fetched_at
    assert before <= page.fetched_at <= before + timedelta(seconds=5)


def test_the_request_says_who_asks_for_what(serve: Serve, reply: Reply) -> None:
    async def heads() -> list[str]:
        async with serve({"/": [[reply(200)]]}) as (base, seen):
            await fetch(base, FetchSettings(allow_loopback=True, gap=0, contact="desk@example.org"))
            return list(seen[0].splitlines())

    lines = asyncio.run(heads())
    assert f"User-Agent: clean-news-scraper/{version('clean-news-scraper')} (+desk@example.org)" in lines
    assert "Accept-Encoding: gzip, deflate, br, zstd" in lines
    assert any(line.startswith("Accept: text/html, application/xhtml+xml, application/rss+xml") for line in lines)
    assert lines[0] == "GET / HTTP/1.1"
    assert not any("Mozilla" in line for line in lines)


def test_the_user_agent_without_a_contact_is_product_and_version() -> None:
    assert user_agent(FetchSettings()) == f"clean-news-scraper/{version('clean-news-scraper')}"


@pytest.mark.parametrize("contact", ["", "a b", "x)", "(x", "back\\slash", "ü@example.org", "x\r\nEvil: 1"])
def test_a_contact_that_cannot_stand_in_a_header_is_refused_by_name(contact: str) -> None:
    with pytest.raises(ConfigError, match="contact"):
        Fetcher(FetchSettings(contact=contact))


def test_cookies_are_not_kept(serve: Serve, reply: Reply) -> None:
    async def heads() -> list[str]:
        script = {"/": [[reply(302, "Location: /2", "Set-Cookie: id=1; Path=/")]], "/2": [[reply(200)]]}
        async with serve(script) as (base, seen), Fetcher(SETTINGS, ignore_robots=True) as fetcher:
            await fetcher.fetch(base)
            await fetcher.fetch(base + "/2")
            return list(seen)

    seen = asyncio.run(heads())
    assert len(seen) == 3
    assert not any("cookie" in head.lower() for head in seen)


@pytest.mark.parametrize("url", ["example.org/story", "ftp://example.org/", "https://a b/", "https://u:p@example.org/"])
def test_an_invalid_url_is_refused_before_anything_is_sent(url: str) -> None:
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200)

    with pytest.raises(InvalidUrlError, match=r"https://example\.org/story"):
        asyncio.run(fetch(url, transport=mocked(answer)))
    assert requests == []


@pytest.mark.parametrize("url", ["https://exa\u2028mple.org/", "https://\u0378.example/", "https://xn--/"])
def test_a_host_that_idna_refuses_is_an_invalid_url(url: str) -> None:
    with pytest.raises(InvalidUrlError):
        fetch_mocked(httpx.Response(200), url)


def test_an_idn_host_is_asked_for_by_its_idna_2008_name() -> None:
    page = asyncio.run(
        fetch("https://straße.example/", transport=mocked(lambda request: httpx.Response(200, text=request.url.host)))
    )
    assert page.body == "straße.example".encode()
    assert page.final_url == "https://straße.example/"


def test_a_mock_given_its_content_is_read_too() -> None:
    assert fetch_mocked(httpx.Response(200, text="<p>Story</p>")).body == b"<p>Story</p>"


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_each_kind_of_redirect_is_followed(fetch_served: Fetch, reply: Reply, status: int) -> None:
    script = {"/a/b": [[reply(status, "Location: ../c?d=e#f")]], "/c?d=e": [[reply(200, body=b"there")]]}
    outcome = fetch_served(script, "/a/b")
    page = page_of(outcome)
    assert page.body == b"there"
    assert page.url
    assert page.url.endswith("/a/b")
    assert page.final_url == page.url.removesuffix("/a/b") + "/c?d=e"
    assert outcome[1] == ["/a/b", "/c?d=e"]


@pytest.mark.parametrize("status", [300, 304, 305, 306])
def test_other_3xx_are_pages(status: int) -> None:
    assert fetch_mocked(httpx.Response(status, headers={"Location": "/elsewhere"})).status == status


def test_a_redirect_to_a_host_that_idna_refuses_is_no_fault_of_the_url_asked_for() -> None:
    with pytest.raises(RedirectError):
        fetch_mocked(httpx.Response(302, headers=[(b"Location", "https://\u0378.example/".encode())]))


def test_redirects_lead_to_other_hosts() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        moved = httpx.Response(301, headers={"Location": "https://new.example/story"})
        return moved if request.url.host == "old.example" else httpx.Response(200, text="moved")

    page = asyncio.run(fetch("http://old.example/", transport=mocked(answer)))
    assert (page.url, page.final_url, page.body) == ("http://old.example/", "https://new.example/story", b"moved")


@pytest.mark.parametrize(
    ("headers", "fault"),
    [
        ((), "no Location"),
        (("Location: ftp://example.org/",), "only http and https"),
        (("Location: file:///etc/hosts",), "only http and https"),
        (("Location: /",), "in a circle"),
        (("Location: http://[::1",), "no URL"),
        (("Location: http://xn--/",), "no host that could exist"),
    ],
)
def test_a_faulty_redirect_is_an_error_and_not_tried_again(
    fetch_served: Fetch, reply: Reply, headers: tuple[str, ...], fault: str
) -> None:
    error, seen, _ = fetch_served({"/": [[reply(302, *headers)]]})
    assert isinstance(error, RedirectError)
    assert fault in str(error)
    assert "http://127.0.0.1" in str(error)
    assert seen == ["/"]


@pytest.mark.parametrize(("limit", "followed"), [(0, 0), (2, 2)])
def test_no_more_redirects_are_followed_than_allowed(
    fetch_served: Fetch, reply: Reply, limit: int, followed: int
) -> None:
    script = {f"/{n}": [[reply(302, f"Location: /{n + 1}")]] for n in range(5)}
    settings = SETTINGS.model_copy(update={"max_redirects": limit})
    error, seen, _ = fetch_served(script, "/0", settings)
    assert isinstance(error, RedirectError)
    assert f"more than {limit} redirects" in str(error)
    assert len(seen) == followed + 1


def test_the_body_of_a_redirect_is_not_read() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        junk = httpx.Response(302, headers={"Location": "/2", "Content-Encoding": "gzip"}, stream=ByteStream(b"junk"))
        return junk if request.url.path == "/1" else httpx.Response(200)

    assert asyncio.run(fetch("https://example.org/1", transport=mocked(answer))).status == 200


# Retries


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_passing_status_is_asked_again(fetch_served: Fetch, reply: Reply, status: int) -> None:
    outcome = fetch_served({"/": [[reply(status)], [reply(status)], [reply(200, body=b"up")]]})
    assert page_of(outcome).body == b"up"
    assert outcome[1] == ["/"] * 3


def test_a_lasting_status_becomes_a_page_after_the_last_attempt(fetch_served: Fetch, reply: Reply) -> None:
    outcome = fetch_served({"/": [[reply(503, body=b"down")]]})
    assert (page_of(outcome).status, page_of(outcome).body) == (503, b"down")
    assert outcome[1] == ["/"] * 3


def test_a_404_is_a_page_at_once(fetch_served: Fetch, reply: Reply) -> None:
    outcome = fetch_served({"/": [[reply(404)]]})
    assert page_of(outcome).status == 404
    assert outcome[1] == ["/"]


@pytest.mark.parametrize(
    "broken", [[None], [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", None], [b"what?\r\n\r\n"]]
)
def test_a_connection_that_breaks_is_tried_again(fetch_served: Fetch, reply: Reply, broken: list[bytes | None]) -> None:
    outcome = fetch_served({"/": [broken, [reply(200, body=b"whole")]]})
    assert page_of(outcome).body == b"whole"
    assert outcome[1] == ["/"] * 2


def test_a_connection_that_keeps_breaking_is_an_error_that_names_the_url(fetch_served: Fetch) -> None:
    error, seen, _ = fetch_served({"/story": [[None]]}, "/story")
    assert isinstance(error, ConnectionFailedError)
    assert "/story" in str(error)
    assert seen == ["/story"] * 3


def test_a_refused_connection_is_an_error_that_names_the_url() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody else gets it, nobody answers
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/story"
        with pytest.raises(ConnectionFailedError, match=url):
            asyncio.run(fetch(url))


def test_a_retry_after_past_the_deadline_returns_the_answer_at_once(fetch_served: Fetch, reply: Reply) -> None:
    outcome = fetch_served({"/": [[reply(429, "Retry-After: 60")]]})
    assert page_of(outcome).status == 429
    assert outcome[1] == ["/"]
    assert outcome[2] < 1


def test_a_retry_after_date_in_the_past_is_now(fetch_served: Fetch, reply: Reply) -> None:
    script = {"/": [[reply(503, "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT")], [reply(200)]]}
    outcome = fetch_served(script, settings=FetchSettings(allow_loopback=True, gap=0, backoff=60))
    assert page_of(outcome).status == 200
