"""The network: the one place that knows the HTTP client, and where its errors become ours.

The client is httpx2 where that is installed, else httpx; both have one API. Of it the connection pool is used, and the
transports that tests put in its place; redirects, cookies, codings and proxies of the environment are not its to see.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from scraper.errors import ConfigError, ConnectionFailedError, FetchError, InvalidUrlError, RedirectError, TooLargeError
from scraper.fetchers.exchange import Answer
from scraper.fetchers.urls import describe

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping

    import httpcore
    import httpx as httpx  # noqa: PLC0414 - handed on to tests, which must use the same one

    from scraper.config import FetchSettings
    from scraper.fetchers.exchange import Request
    from scraper.fetchers.guard import Guard
else:
    try:
        import httpcore2 as httpcore
        import httpx2 as httpx
    except ModuleNotFoundError:
        import httpcore
        import httpx

Transport: TypeAlias = "httpx.AsyncBaseTransport"

MAX_ADDRESSES = 4
DEFAULT_PORTS = {"http": 80, "https": 443}

_CLIENT_ERRORS = (
    httpx.RequestError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)
_HEAD_TOO_LONG = "Receive buffer too long"  # of h11, over 100 KiB


class Network:
    """HTTP/1.1 with kept connections; follows no redirect, keeps no cookie, decodes nothing.

    `headers` go with every request. `guard` says which addresses are connected to. `transport` replaces all of it, for
    tests.
    """

    def __init__(
        self, settings: FetchSettings, headers: Mapping[str, str], guard: Guard, transport: Transport | None = None
    ) -> None:
        self._settings = settings
        self._headers = httpx.Headers(headers)
        self._transport = transport or _Pool(settings, guard)
        read = settings.read_timeout
        self._timeouts = httpx.Timeout(read, connect=settings.connect_timeout).as_dict()

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer to `request`, open for reading inside the `async with`.

        Raises InvalidUrlError where the client cannot send the URL, ConnectionFailedError where there is no connection
        or it breaks, also while the body is read, TooLargeError for a head without end, and RedirectError where a
        redirect led to what is no URL.
        """
        url = _parsed(request.trail)
        headers = httpx.Headers(self._headers)
        headers.update(request.headers)
        sent = httpx.Request("GET", url, headers=headers, extensions={"timeout": self._timeouts})
        try:
            response = await self._sent(sent, describe(request.trail))
            try:
                named = tuple((key.lower(), value) for key, value in response.headers.multi_items())
                yield Answer(response.status_code, named, _raw_chunks(response))
            finally:
                await response.aclose()
        except _CLIENT_ERRORS as error:
            raise _mapped(error, describe(request.trail), self._settings) from error

    async def _sent(self, request: httpx.Request, name: str) -> httpx.Response:
        try:
            return await self._transport.handle_async_request(request)
        except FetchError as error:  # of the guard, which does not know the URL
            raise type(error)(f"{name}: {error}") from error

    async def aclose(self) -> None:
        """Close every connection."""
        await self._transport.aclose()


class _Pool(httpx.AsyncBaseTransport):
    """The client's pool of connections, made to addresses that a guard lets through, or to a proxy.

    What a proxy is asked for is put to the guard, too, by name: it is the proxy that resolves it and connects.
    """

    def __init__(self, settings: FetchSettings, guard: Guard) -> None:
        self._guard = guard if settings.proxy else None
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            proxy=_proxy(settings.proxy) if settings.proxy else None,
            # Without a limit there is no queue for a pool slot, in which cancelled requests would leak slots
            # (encode/httpcore#1093); how much runs at once is bounded above.
            max_connections=None,
            max_keepalive_connections=settings.workers,
            keepalive_expiry=5.0,
            network_backend=None if settings.proxy else _GuardedBackend(guard),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        if self._guard:
            await self._guard.addresses(url.raw_host.decode(), url.port or DEFAULT_PORTS[url.scheme])
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        response = await self._pool.handle_async_request(
            httpcore.Request("GET", target, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(response.status, headers=response.headers, stream=_PoolStream(response))

    async def aclose(self) -> None:
        await self._pool.aclose()


def _proxy(address: str) -> httpcore.Proxy:
    """The proxy at a URL, with the credentials in it; raises ConfigError where it is none."""
    try:
        named = urlsplit(address).hostname
        url = httpx.Proxy(address)
    except (ValueError, httpx.InvalidURL) as error:
        raise ConfigError(f"proxy {address!r} cannot be used ({error}); give http://HOST:PORT") from error
    if url.url.scheme not in DEFAULT_PORTS or not named:
        raise ConfigError(f"proxy {address!r} cannot be used; give http://HOST:PORT")
    where = httpcore.URL(scheme=url.url.raw_scheme, host=url.url.raw_host, port=url.url.port, target=b"/")
    return httpcore.Proxy(where, auth=url.raw_auth, ssl_context=None)


class _PoolStream(httpx.AsyncByteStream):
    """Body of a response of the pool."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.aiter_stream():
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()


class _GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects to the addresses that a guard gives for a host; TLS and Host still speak of the name."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the client's interface
        local_address: str | None = None,  # noqa: ARG002 - as above
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                addresses = (await self._guard.addresses(host, port))[:MAX_ADDRESSES]
                share = timeout / len(addresses) if timeout else None
                for address in addresses[:-1]:
                    with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                        return _Stream(await self._inner.connect_tcp(address, port, share))
                return _Stream(await self._inner.connect_tcp(addresses[-1], port))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that is closed when its TLS handshake is cancelled, which the client forgets to do."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self.read, self.write, self.aclose = inner.read, inner.write, inner.aclose  # type: ignore[method-assign]
        self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the client's interface
    ) -> httpcore.AsyncNetworkStream:
        try:
            return await self._inner.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._inner.aclose()
            raise


async def _raw_chunks(response: httpx.Response) -> AsyncIterator[bytes]:
    """Body as transferred.

    The stream itself, since `aiter_raw` refuses a response of a mock transport that was given its content.
    """
    if not isinstance(response.stream, httpx.AsyncByteStream):
        raise TypeError("a transport must answer with an asynchronous stream")
    stream: AsyncIterable[bytes] = response.stream
    async for chunk in stream:
        yield chunk
        # A server that sends dust keeps the client busy without ever waiting: let the deadline have its turn.
        await asyncio.sleep(0)


def _parsed(trail: tuple[str, ...]) -> httpx.URL:
    """Last URL of `trail` as the client sends it, its host put to the test of IDNA (RFC 5891)."""
    try:
        url = httpx.URL(trail[-1])
        name = url.host and url.raw_host.decode()
    except (httpx.InvalidURL, UnicodeError) as error:
        raise _refused(trail, f"{error}. Check its host") from error
    told = urlsplit(trail[-1]).hostname
    # Two parsers that disagree on the host are how a request is led astray.
    if not name or (told and told.isascii() and told != name):
        raise _refused(trail, "no host in it")
    return url


def _refused(trail: tuple[str, ...], fault: str) -> FetchError | InvalidUrlError:
    if len(trail) == 1:
        return InvalidUrlError(f"{trail[0]!r} cannot be fetched: {fault}")
    return RedirectError(f"{describe(trail)}: redirects to what is no URL: {fault}")


def _mapped(error: Exception, name: str, settings: FetchSettings) -> FetchError:
    """The error of our tree that one of the client's stands for, whichever of its two libraries raised it."""
    cause = str(error) or type(error).__name__
    if cause == _HEAD_TOO_LONG:
        return TooLargeError(f"{name}: the head of the answer has no end")
    meanings = {
        "ConnectTimeout": f"no connection within {settings.connect_timeout:g} s",
        "TimeoutException": f"nothing came for {settings.read_timeout:g} s",
        "ProxyError": f"the proxy refused ({cause}); check `proxy`",
        "ConnectError": f"no connection ({cause}); check the host and the network",
    }
    kinds = (kind.__name__ for kind in type(error).__mro__)
    broke = f"the connection broke ({cause})"
    return ConnectionFailedError(f"{name}: {next((meanings[kind] for kind in kinds if kind in meanings), broke)}")
