"""The guard: nothing is sent to an address that is denied, however it is spelled or come by."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from typing import TYPE_CHECKING, TypeAlias

import pytest

from scraper.config import FetchSettings
from scraper.errors import ConfigError, ConnectionFailedError, FetchError, ForbiddenError
from scraper.fetchers.client import Fetcher, Wiring
from scraper.fetchers.guard import Guard, denial, system_addresses
from tests.faults.laws import SPELLINGS, Listener, guarded, refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from scraper.fetchers.guard import Resolve

    Serve: TypeAlias = Callable[..., AbstractAsyncContextManager[tuple[str, list[str]]]]
    Reply: TypeAlias = Callable[..., bytes]

PUBLIC = "93.184.215.14"


def settings(port: int, **others: object) -> FetchSettings:
    base = {"deadline": 3, "connect_timeout": 1, "attempts": 1, "gap": 0, "ports": [port]}
    return FetchSettings.model_validate({**base, **others})


def wired(chosen: FetchSettings, resolve: Resolve) -> Fetcher:
    return Fetcher(chosen, ignore_robots=True, wiring=Wiring(resolve))


def test_no_spelling_of_a_forbidden_address_is_connected_to() -> None:
    assert len(SPELLINGS) == len(set(SPELLINGS)) > 60
    law = asyncio.run(guarded())
    assert law.holds, law


def test_the_same_listener_is_reached_where_loopback_is_allowed() -> None:
    async def whole() -> int:
        async with Listener() as listener:
            await refusals([f"http://127.0.0.1:{listener.port}/"], settings(80, allow_loopback=True))
            return listener.seen

    assert asyncio.run(whole()) == 1


@pytest.mark.parametrize("host", ["[::ffff:127.0.0.1]", "0", "10.0.0.1", "169.254.169.254"])
def test_allowing_loopback_allows_no_more_than_that(host: str) -> None:
    [error] = asyncio.run(refusals([f"http://{host}:9/"], settings(9, allow_loopback=True)))
    assert isinstance(error, ForbiddenError)


@pytest.mark.parametrize("port", [1, 22, 25, 6379, 8080, 65535])
def test_a_port_that_is_not_named_is_refused(port: int) -> None:
    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return [PUBLIC]

    with pytest.raises(ForbiddenError, match=f"port {port} .*only 80, 443"):
        asyncio.run(Guard(FetchSettings(), resolve).addresses("a.example", port))
    assert asyncio.run(Guard(FetchSettings(ports=(port,)), resolve).addresses("a.example", port)) == (PUBLIC,)


@pytest.mark.parametrize(
    "address", [PUBLIC, "8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::200e"]
)
def test_public_addresses_pass(address: str) -> None:
    assert denial(address) is None


def test_one_forbidden_answer_among_several_refuses_the_host() -> None:
    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return [PUBLIC, "10.0.0.1"]

    with pytest.raises(ForbiddenError, match=r"a\.example is at 10\.0\.0\.1"):
        asyncio.run(Guard(FetchSettings(), resolve).addresses("a.example", 80))


def test_a_resolver_that_changes_its_answer_leads_nowhere_else() -> None:
    """The address that was checked is the one connected to: a second look-up would find this machine."""
    asked: list[str] = []

    async def resolve(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return [PUBLIC] if len(asked) % 2 else ["127.0.0.1"]

    async def whole() -> tuple[int, list[type[Exception]]]:
        kinds: list[type[Exception]] = []
        async with Listener() as listener:
            chosen = settings(listener.port, deadline=1, connect_timeout=0.2)
            async with wired(chosen, resolve) as fetcher:
                for _ in range(4):
                    with pytest.raises(FetchError) as caught:
                        await fetcher.fetch(f"http://rebind.example:{listener.port}/")
                    kinds.append(type(caught.value))
            return listener.seen, kinds

    seen, kinds = asyncio.run(whole())
    assert seen == 0
    assert kinds == [ConnectionFailedError, ForbiddenError] * 2
    assert asked == ["rebind.example"] * 4


@pytest.mark.parametrize("hop", range(4))
def test_a_redirect_to_a_forbidden_address_is_refused_at_any_hop(serve: Serve, reply: Reply, hop: int) -> None:
    async def resolve(host: str, _port: int) -> Sequence[str]:
        return ["127.0.0.1"] if host == "open.example" else ["10.0.0.1" if host == "private.example" else "::1"]

    async def whole() -> tuple[Exception, list[str], int]:
        async with Listener() as listener:
            target = f"http://private.example:{listener.port}/"
            moves = [f"/{n + 1}" for n in range(hop)] + [target]
            script = {f"/{n}": [[reply(302, f"Location: {move}")]] for n, move in enumerate(moves)}
            async with serve(script) as (base, seen):
                port = int(base.rpartition(":")[2])
                chosen = settings(listener.port, allow_loopback=True)
                async with wired(chosen, resolve) as fetcher:
                    with pytest.raises(ForbiddenError) as caught:
                        await fetcher.fetch(f"http://open.example:{port}/0")
                return caught.value, seen, listener.seen

    error, asked, seen = asyncio.run(whole())
    assert seen == 0
    assert len(asked) == hop + 1
    assert "open.example" in str(error)
    assert "private.example is at 10.0.0.1" in str(error)


def test_proxies_in_the_environment_are_not_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    async def whole() -> tuple[int, list[Exception | None]]:
        async with Listener() as proxy:
            for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
                monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
            monkeypatch.delenv("NO_PROXY", raising=False)
            urls = ["http://10.0.0.1/", "http://169.254.169.254/", "https://127.0.0.1/"]
            return proxy.seen, await refusals(urls, FetchSettings(attempts=1))

    seen, found = asyncio.run(whole())
    assert seen == 0
    assert all(isinstance(error, ForbiddenError) for error in found)


def test_every_address_of_a_host_is_tried(serve: Serve, reply: Reply) -> None:
    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return ["127.0.0.2", "127.0.0.1"]

    async def whole() -> tuple[bytes, str]:
        async with serve({"/": [[reply(200, body=b"there")]]}) as (base, seen):
            port = int(base.rpartition(":")[2])
            async with wired(settings(port, allow_loopback=True), resolve) as fetcher:
                page = await fetcher.fetch(f"http://two.example:{port}/")
            return page.body, seen[-1]

    body, head = asyncio.run(whole())
    assert body == b"there"
    assert "host: two.example:" in head.lower()


def test_a_resolver_that_hangs_holds_up_neither_the_url_nor_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        released.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    start = time.monotonic()
    [error] = asyncio.run(refusals(["http://slow.example/"], settings(80, deadline=0.3, connect_timeout=5)))
    assert isinstance(error, FetchError)
    assert time.monotonic() - start < 0.8
    released.set()


def test_a_name_that_does_not_resolve_is_no_connection_and_says_so() -> None:
    with pytest.raises(ConnectionFailedError, match=r"nowhere\.invalid cannot be resolved"):
        asyncio.run(Guard(FetchSettings()).addresses("nowhere.invalid", 80))


def test_the_systems_resolver_takes_addresses_as_they_are() -> None:
    assert list(asyncio.run(system_addresses("127.0.0.1", 80))) == ["127.0.0.1"]


def test_sni_and_host_keep_the_name() -> None:
    """The server is asked by name though the client connects to an address."""
    heads: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.read(4096))
        writer.close()

    async def whole() -> None:
        async def resolve(_host: str, _port: int) -> Sequence[str]:
            return ["127.0.0.1"]

        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            async with wired(settings(port, allow_loopback=True), resolve) as fetcher:
                with pytest.raises(ConnectionFailedError):
                    await fetcher.fetch(f"https://named.example:{port}/")

    asyncio.run(whole())
    assert b"named.example" in heads[0]  # of the ClientHello: SNI is sent in the clear


# A proxy of one's own


def through_proxy(url: str, *, answers: bytes, proxy: str = "http://127.0.0.1:{}") -> tuple[bytes, object]:
    """What a proxy is asked when `url` is fetched through it, and how that ends."""
    asked: list[bytes] = []

    async def resolve(host: str, _port: int) -> Sequence[str]:
        return ["192.168.0.1" if host == "private.example" else host if host[0].isdigit() else PUBLIC]

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answers)
        await writer.drain()
        writer.close()

    async def whole() -> object:
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        async with server:
            address = proxy.format(server.sockets[0].getsockname()[1])
            async with wired(settings(80, proxy=address), resolve) as fetcher:
                try:
                    return (await fetcher.fetch(url)).body
                except FetchError as error:
                    return error

    end = asyncio.run(whole())
    return b"".join(asked), end


def test_a_proxy_that_is_named_is_gone_through(reply: Reply) -> None:
    asked, end = through_proxy("http://news.example/story", answers=reply(200, body=b"there"))
    assert asked.startswith(b"GET http://news.example/story HTTP/1.1\r\n")
    assert end == b"there"


def test_its_credentials_go_to_it() -> None:
    asked, _ = through_proxy("http://a.example/", answers=b"", proxy="http://me:secret@127.0.0.1:{}")
    assert b"Proxy-Authorization: Basic bWU6c2VjcmV0" in asked


def test_a_proxy_that_refuses_is_told_of() -> None:
    refusal = b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"
    asked, end = through_proxy("https://a.example:80/", answers=refusal)
    assert asked.startswith(b"CONNECT a.example:80 HTTP/1.1\r\n")
    assert isinstance(end, ConnectionFailedError)
    assert "the proxy refused (403 No)" in str(end)


@pytest.mark.parametrize("url", ["http://private.example/", "http://10.0.0.1/", "http://open.example:8080/"])
def test_a_proxy_is_not_asked_for_what_the_guard_refuses(url: str) -> None:
    asked, end = through_proxy(url, answers=b"")
    assert asked == b""
    assert isinstance(end, ForbiddenError)


@pytest.mark.parametrize("proxy", ["socks9://a:1", "no url", "http://", "http://[", "ftp://a.org"])
def test_what_is_no_proxy_is_refused(proxy: str) -> None:
    with pytest.raises(ConfigError, match="proxy "):
        Fetcher(FetchSettings(proxy=proxy))
