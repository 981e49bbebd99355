"""What has to hold over many fetches, not in one: each law gives its figure."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from scraper.config import FetchSettings
from scraper.errors import FetchError, ForbiddenError, InvalidUrlError
from scraper.fetchers.client import Fetcher
from tests.faults.modes import PAGE, SCRIPTS, html, plays
from tests.faults.run import GRACE, fetcher
from tests.faults.server import HostileServer

if TYPE_CHECKING:
    from collections.abc import Sequence

CANCELLED: Final = 500
HOSTS: Final = 200
WORKERS: Final = 4
GAP: Final = 0.3

# Hosts that stand for this machine, or for what the system's resolver may take for it.
SPELLINGS: Final = """
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


@dataclass(frozen=True, slots=True)
class Law:
    """What was tried, what came of it, and whether that is as it has to be."""

    name: str
    figures: str
    holds: bool


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
    """Why each of `urls` was not fetched, None where it was."""

    async def refusal(fetcher: Fetcher, url: str) -> Exception | None:
        try:
            await fetcher.fetch(url)
        except (FetchError, InvalidUrlError) as error:
            return error
        return None

    async with Fetcher(chosen, ignore_robots=True) as fetcher:
        return [await refusal(fetcher, url) for url in urls]


async def guarded() -> Law:
    """Forbidden addresses, in every spelling, on a port that is allowed and listened on."""
    async with Listener() as listener:
        urls = [f"http://{host}:{listener.port}/" for host in SPELLINGS]
        ends = await refusals(
            urls, FetchSettings(deadline=3, connect_timeout=1, attempts=1, gap=0, ports=(listener.port,))
        )
        forbidden = sum(isinstance(end, ForbiddenError) for end in ends)  # the rest are no URL, or resolve to nothing
        fetched = sum(end is None for end in ends)
        return Law(
            f"{len(SPELLINGS)} spellings of forbidden addresses",
            f"{listener.seen} connections seen, {forbidden} told as forbidden",
            holds=not listener.seen and not fetched and forbidden > 60,
        )


async def cancelled() -> Law:
    """Fetches that are cancelled in the midst of stalls of several kinds, and what is left of them."""
    paths = ("/stall/head", "/stall/in-body", "/stall/drip-chunks", "/stall/chunk-size", "/stall/drip-head")
    at_once = 50

    async def one(client: Fetcher, url: str, after: float) -> None:
        task = asyncio.create_task(client.fetch(url))
        await asyncio.sleep(after)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, FetchError):
            await task

    async with HostileServer(SCRIPTS) as server, fetcher(workers=at_once, deadline=30) as client:
        before = len(asyncio.all_tasks())
        hosts = [server.bases["http"].replace("127.0.0.1", f"host-{n}.test") for n in range(at_once)]
        for _ in range(CANCELLED // at_once):
            urls = [host + paths[n % len(paths)] for n, host in enumerate(hosts)]
            await asyncio.gather(*(one(client, url, 0.1 + 0.01 * n) for n, url in enumerate(urls)))
        page = await asyncio.wait_for(client.fetch(hosts[0] + "/fine"), 5)
        await asyncio.sleep(GRACE)  # the server's own tasks end when they see that the client is gone
        stalled = sum(len(server.asked(path)) for path in paths)
        left = len(asyncio.all_tasks()) - before - len(server.talks)
    return Law(
        f"{CANCELLED} cancelled fetches",
        f"{stalled} under way by then, status {page.status} after, {left} tasks left",
        holds=stalled > CANCELLED // 2 and page.status == 200 and left <= 0,
    )


async def polite() -> Law:
    """Three pages of each of many hosts, from the server's own log: in time, and how many at once."""
    slow = {"/fine": plays(0.02, html(PAGE))}  # so that what runs at once is seen to
    async with HostileServer(slow) as server, fetcher(workers=WORKERS, gap=GAP, deadline=10) as client:
        bases = [server.bases["http"].replace("127.0.0.1", f"paper-{n}.test") for n in range(HOSTS)]
        await asyncio.gather(*(client.fetch(f"{base}/fine?{n}") for n in range(3) for base in bases))
    times: defaultdict[str, list[float]] = defaultdict(list)
    for seen in server.visits:
        times[seen.host].append(seen.at)
    gaps = [later - at for of_host in times.values() for at, later in itertools.pairwise(of_host)]
    breaches = sum(gap < GAP for gap in gaps)
    of_one = max(seen.under_way for seen in server.visits)
    return Law(
        f"{HOSTS} hosts, {WORKERS} workers, gap {GAP:g} s",
        f"{len(gaps)} gaps, {breaches} breaches; at once {of_one} of a host, {server.most} in all",
        holds=len(gaps) == 2 * HOSTS and not breaches and of_one == 1 and server.most == WORKERS,
    )
