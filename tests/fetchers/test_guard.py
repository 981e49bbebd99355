"""The guard: nothing is sent to an address that is denied, however it is spelled or come by."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from typing import TYPE_CHECKING, Self, TypeAlias

import pytest

from scraper.config import FetchSettings
from scraper.errors import ConfigError, ConnectionFailedError, FetchError, ForbiddenError, InvalidUrlError
from scraper.fetchers.client import Fetcher, Wiring
from scraper.fetchers.guard import Guard, denial, system_addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from scraper.fetchers.guard import Resolve

    Serve: TypeAlias = Callable[..., AbstractAsyncContextManager[tuple[str, list[str]]]]
    Reply: TypeAlias = Callable[..., bytes]

PUBLIC = "93.184.215.14"

# Hosts that stand for this machine, or for what the system's resolver may take for it.
SPELLINGS = """
127.0.0.1 127.0.0.1. 127.1 127.0.1 127.0.0.001 127.255.255.254 127.00.00.01 0177.0.0.1 0177.0.0.01 017700000001
0x7f.0.0.1 0x7f.1 0x7F000001 0x7f.0x0.0x0.0x1 0X7F.1 2130706433 02130706433 127.0x0.1 127.0.0x0.1 0x7f.0.1
0 0.0.0.0 0x0 00 0.0 localhost LOCALHOST localhost. LocalHost localhost.localdomain ip6-localhost
[::1] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::0001] [0::1] [::] [0:0:0:0:0:0:0:0]
[::ffff:127.0.0.1] [::FFFF:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] [::127.0.0.1] [::7f00:1] [::ffff:0:127.0.0.1]
[64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:7f00:1::1] [2001:0:7f00:1::1]
[fe80::1] [fe80::1%25lo] [fe80::1%25eth0] [fc00::1] [fd00:ec2::254] [fec0::1] [ff02::1] [100::1]
169.254.169.254 2852039166 0xA9FEA9FE 0251.0376.0251.0376 169.254.43518 [::ffff:169.254.169.254]
10.0.0.1 10.1 0xa.1 172.16.0.1 172.31.255.255 192.168.0.1 192.168.257 100.64.0.1 100.100.100.200 192.0.0.192
168.63.129.16 192.0.2.1 198.51.100.1 203.0.113.1 198.18.0.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
[2001:db8::1] [3fff::1] [5f00::1] [4000::1] [::2]
１２７.０.０.１ ①②⑦.⓪.⓪.① 127。0。0。1 127．0．0．1 ｌｏｃａｌｈｏｓｔ ⓛⓞⓒⓐⓛⓗⓞⓢⓣ lo%63alhost 127%2e0%2e0%2e1
""".split()


def settings(port: int, **others: object) -> FetchSettings:
    base = {"deadline": 3, "connect_timeout": 1, "attempts": 1, "gap": 0, "ports": [port]}
    return FetchSettings.model_validate({**base, **others})


def wired(chosen: FetchSettings, resolve: Resolve) -> Fetcher:
    return Fetcher(chosen, ignore_robots=True, wiring=Wiring(resolve))


class Listener:
    """Counts the connections that reach this machine on one port, on every address that it has."""

    def __init__(self) -> None:
        self.seen = 0

    async def __aenter__(self) -> Self:
        both = socket.has_dualstack_ipv6()
        family = socket.AF_INET6 if both else socket.AF_INET
        listening = socket.create_server(("", 0), family=family, dualstack_ipv6=both)
        self.port: int = listening.getsockname()[1]
        self._server = await asyncio.start_server(self._count, sock=listening)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    def _count(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.seen += 1
        writer.close()


async def refusals(urls: Sequence[str], chosen: FetchSettings) -> list[Exception | None]:
    async def refusal(fetcher: Fetcher, url: str) -> Exception | None:
        try:
            await fetcher.fetch(url)
        except (FetchError, InvalidUrlError) as error:
            return error
        return None

    async with Fetcher(chosen, ignore_robots=True) as fetcher:
        return [await refusal(fetcher, url) for url in urls]


def test_there_are_at_least_sixty_spellings() -> None:
    assert len(SPELLINGS) == len(set(SPELLINGS)) > 60


def test_no_spelling_of_a_forbidden_address_is_connected_to() -> None:
    async def whole() -> tuple[int, dict[str, Exception | None]]:
        async with Listener() as listener:
            urls = [f"http://{host}:{listener.port}/" for host in SPELLINGS]
            found = dict(zip(SPELLINGS, await refusals(urls, settings(listener.port)), strict=True))
            return listener.seen, found

    seen, found = asyncio.run(whole())
    assert seen == 0
    fetched = [host for host, error in found.items() if error is None]
    assert not fetched
    told = [host for host, error in found.items() if isinstance(error, ForbiddenError)]
    # The rest are no URL to the client, or no host to the resolver.
    assert len(told) > 60, sorted(set(SPELLINGS) - set(told))


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
