"""Which addresses and ports may be connected to.

Checked where the connection is made, on the very addresses that it may go to: however a host is spelled, whatever
its name resolves to the next time, and wherever a redirect leads, nothing is sent to an address that is denied.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeAlias

from scraper.errors import ConnectionFailedError, ForbiddenError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from scraper.config import FetchSettings

    Resolve: TypeAlias = Callable[[str, int], Awaitable[Sequence[str]]]

_Network: TypeAlias = IPv4Network | IPv6Network

LOOPBACK: Final[tuple[_Network, ...]] = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
_DENIED: Final = {
    "this network": "0.0.0.0/8 ::/128",
    "loopback": "127.0.0.0/8 ::1/128",
    "private": "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10",
    "shared": "100.64.0.0/10",
    "link-local": "169.254.0.0/16 fe80::/10",
    "a cloud's own services": "168.63.129.16/32",
    "protocol assignments": "192.0.0.0/24 2001::/23 5f00::/16",
    "documentation": "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20",
    "benchmarking": "198.18.0.0/15",
    "anycast relays": "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.175.48.0/24 2620:4f:8000::/48",
    "multicast": "224.0.0.0/4 ff00::/8",
    "reserved": "240.0.0.0/4",
    "IPv4 inside IPv6": "::/96 ::ffff:0:0/96 ::ffff:0:0:0/96",
    "NAT64": "64:ff9b::/96 64:ff9b:1::/48",
    "6to4": "2002::/16",
    "discard only": "100::/64",
    "not assigned": "::/3 4000::/2 8000::/1",
}
"""IANA's registries of special-purpose addresses (RFC 6890) and what else is no public host; the first that holds is
named. The metadata services of clouds stand in `link-local`, `private`, `shared` and `a cloud's own services`."""

DENIED: Final = tuple((name, ip_network(net)) for name, nets in _DENIED.items() for net in nets.split())


class Guard:
    """Says where a host may be connected to; `resolve` gives its addresses, and is asked once a connection."""

    def __init__(self, settings: FetchSettings, resolve: Resolve | None = None) -> None:
        self._loopback = settings.allow_loopback
        self._ports = frozenset(settings.ports)
        self._resolve = resolve or system_addresses

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """Addresses of `host`, each of which may be connected to on `port`.

        Raises ForbiddenError where any may not, ConnectionFailedError where the name does not resolve.
        """
        try:
            found = tuple(dict.fromkeys(await self._resolve(host, port)))
        except (OSError, UnicodeError) as error:
            raise ConnectionFailedError(
                f"{host} cannot be resolved ({error}); check the host and the network"
            ) from error
        if not found:
            raise ConnectionFailedError(f"{host} has no address; check the host and the network")
        for address in found:
            self._check(host, address, port)
        return found

    def _check(self, host: str, address: str, port: int) -> None:
        if self._loopback and _within(address, LOOPBACK):
            return
        if reason := denial(address):
            where = address if host == address else f"{host} is at {address}, which"
            advice = "set `allow_loopback`" if _within(address, LOOPBACK) else "give a public address"
            raise ForbiddenError(f"{where} may not be connected to ({reason}); {advice}")
        if port not in self._ports:
            known = ", ".join(map(str, sorted(self._ports)))
            raise ForbiddenError(f"{host}: port {port} may not be connected to, only {known}; name it in `ports`")


def denial(address: str) -> str | None:
    """Why `address`, an IPv4 or IPv6 address as text, may not be connected to; None where it may."""
    return next((name for name, network in DENIED if _within(address, (network,))), None)


async def system_addresses(host: str, port: int) -> Sequence[str]:
    """Addresses that the system's resolver gives for `host`.

    In a thread that nobody waits for at the end: a resolver that hangs must not hold up whoever has left.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()
    Thread(target=_look_up, args=(host, port, loop, answer), daemon=True, name="resolver").start()
    return await answer


def _look_up(host: str, port: int, loop: asyncio.AbstractEventLoop, answer: asyncio.Future[Sequence[str]]) -> None:
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        _tell(loop, answer, found)
    except Exception as error:  # noqa: BLE001 - told where it is waited for
        _tell(loop, answer, error)


def _tell(
    loop: asyncio.AbstractEventLoop, answer: asyncio.Future[Sequence[str]], result: Sequence[str] | Exception
) -> None:
    def settle() -> None:
        if answer.done():
            return
        if isinstance(result, Exception):
            answer.set_exception(result)
        else:
            answer.set_result(result)

    if not loop.is_closed():
        loop.call_soon_threadsafe(settle)


def _within(address: str, networks: tuple[_Network, ...]) -> bool:
    value = ip_address(address)
    return any(value.version == network.version and value in network for network in networks)
