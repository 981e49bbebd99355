"""The HTTP client: the one place that knows httpx, and where its errors become ours."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, TypeAlias

import httpx

from scraper.errors import ConnectionFailedError, InvalidUrlError, RedirectError
from scraper.fetchers.urls import describe

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Mapping

    from scraper.config import FetchSettings
    from scraper.errors import FetchError

Transport: TypeAlias = httpx.AsyncBaseTransport


@dataclass(frozen=True, slots=True)
class Answer:
    """Head of a response whose body is still to be read.

    `headers` keep order and repetitions, names in lower case; `chunks` are the body's bytes as transferred, with
    content codings in place, and can be read once, while the answer is open.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    chunks: AsyncIterable[bytes]

    def header(self, name: str) -> str | None:
        """Value of the first header called `name` (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)


class HttpClient:
    """HTTP/1.1 with kept connections; follows no redirect, keeps no cookie, decodes nothing.

    `headers` go with every request. `transport` replaces the network, for tests.
    """

    def __init__(
        self, settings: FetchSettings, headers: Mapping[str, str], *, transport: Transport | None = None
    ) -> None:
        self._settings = settings
        self._client = httpx.AsyncClient(
            headers=dict(headers),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            follow_redirects=False,
            timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout),
            # Without a limit there is no queue for a pool slot, in which cancelled requests would leak slots
            # (encode/httpcore#1093); how much runs at once is the callers' to bound.
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=settings.workers),
            transport=transport,
        )

    @asynccontextmanager
    async def get(self, trail: tuple[str, ...]) -> AsyncIterator[Answer]:
        """Answer to a GET of the last URL of `trail`, open for reading inside the `async with`.

        `trail` holds the URL asked for and those that redirects led to. Raises InvalidUrlError where the client
        cannot send the URL, ConnectionFailedError where there is no connection or it breaks, also while the body
        is read, and RedirectError where a redirect leads or led to what is no URL.
        """
        url = _parsed(trail)
        try:
            async with self._client.stream("GET", url) as response:
                headers = tuple((key.lower(), value) for key, value in response.headers.multi_items())
                yield Answer(response.status_code, headers, _raw_chunks(response))
        except (httpx.RequestError, httpx.InvalidURL, UnicodeError) as error:
            raise _mapped(error, describe(trail), self._settings) from error

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()


def _raw_chunks(response: httpx.Response) -> AsyncIterable[bytes]:
    """Body as transferred.

    The stream itself, since `aiter_raw` refuses a response of a mock transport that was given its content.
    """
    if not isinstance(response.stream, httpx.AsyncByteStream):
        raise TypeError("a transport must answer with an asynchronous stream")
    return response.stream


def _parsed(trail: tuple[str, ...]) -> httpx.URL:
    """Last URL of `trail` as httpx sends it, its host put to the test of IDNA (RFC 5891)."""
    refused = InvalidUrlError if len(trail) == 1 else RedirectError
    try:
        url = httpx.URL(trail[-1])
        host = url.host
    except (httpx.InvalidURL, UnicodeError) as error:
        raise refused(f"{describe(trail)!r} cannot be fetched: {error}. Check its host") from error
    if not host:
        raise refused(f"{describe(trail)!r} cannot be fetched: no host in it")
    return url


def _mapped(error: Exception, name: str, settings: FetchSettings) -> FetchError:
    """The error of our tree that one of httpx's stands for."""
    cause = str(error) or type(error).__name__
    # httpx parses a Location even where it is not to follow it, and has no error of its own for a bad one.
    if not isinstance(error, httpx.RequestError) or "location header" in cause:
        return RedirectError(f"{name}: redirects to what is no URL ({cause})")
    meanings = (
        (httpx.ConnectTimeout, f"no connection within {settings.connect_timeout:g} s"),
        (httpx.TimeoutException, f"nothing came for {settings.read_timeout:g} s"),
        (httpx.ConnectError, f"no connection ({cause}); check the host and the network"),
        (httpx.ProxyError, f"the proxy refused ({cause}); check HTTP_PROXY, HTTPS_PROXY and NO_PROXY"),
        (httpx.RequestError, f"the connection broke ({cause})"),
    )
    meaning = next(text for kind, text in meanings if isinstance(error, kind))
    return ConnectionFailedError(f"{name}: {meaning}")
