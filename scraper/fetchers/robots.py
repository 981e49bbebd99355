"""robots.txt: what a site lets this program fetch (RFC 9309).

Where the RFC leaves a choice, the practice of large crawlers is followed: 429 counts as a server's fault, 5xx and 429
close the site until robots.txt can be read, any other answer without rules opens it.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias
from urllib.parse import urljoin

from protego import Protego

from scraper.errors import (
    ConnectionFailedError,
    FetchError,
    ForbiddenError,
    HostParkedError,
    RedirectError,
    RobotsDeniedError,
    RobotsUnavailableError,
    TooLargeError,
    may_pass,
)
from scraper.fetchers.clock import Clock
from scraper.fetchers.decode import Decoder, content_codings
from scraper.fetchers.exchange import REDIRECTS, Layer, Request
from scraper.fetchers.urls import describe, next_hop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from scraper.fetchers.exchange import Answer

Kept: TypeAlias = tuple[str, str | None, str]
"""What a run remembers of a robots.txt: the origin, the text (None: there is none that counts), and until when it holds
(ISO 8601)."""

MAX_BYTES: Final = 500 * 1024
MAX_REDIRECTS: Final = 5
KEPT: Final = 24 * 3600.0
MAX_KEPT: Final = 1000

_SERVER_ERROR: Final = 500
_OK: Final = range(200, 300)
_AGENT_LINE: Final = re.compile(r"(user[- ]?agent)(?:[ \t]*:|[ \t])(.*)", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[a-z_-]*", re.IGNORECASE)
_OURS, _OTHERS, _ALL = "ours", "theirs", "*"


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says of this program.

    `text` is what it says to all (None: there is none that counts), `expires` when it has to be asked for again, by the
    clock.
    """

    text: str | None
    parsed: Protego | None
    expires: float

    def allows(self, url: str) -> bool:
        """Whether `url` may be fetched."""
        return self.parsed is None or self.parsed.can_fetch(url, _OURS)

    @property
    def crawl_delay(self) -> float | None:
        """Seconds that it asks to leave between requests."""
        return self.parsed.crawl_delay(_OURS) if self.parsed else None


class Paced(Layer, Protocol):
    """The layer that keeps the pace."""

    def heed(self, url: str, crawl_delay: float | None) -> None:
        """Keep the Crawl-delay, in seconds, that the site of `url` asks for."""


class Robots:
    """Lets through to `inner` what robots.txt allows to `product`, the first word of the User-Agent.

    robots.txt is asked for through `pace`, past any cache, once a day for each scheme, host and port; `pace` is told of
    the Crawl-delay.
    """

    def __init__(self, inner: Layer, pace: Paced, product: str, clock: Clock | None = None) -> None:
        self._inner = inner
        self._pace = pace
        self._product = product
        self._clock = clock or Clock()
        self._kept: dict[str, Rules] = {}
        self._reading: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def keep(self, files: Iterable[Kept]) -> None:
        """Take up what an earlier run was `told`."""
        now, date = self._clock.monotonic(), self._clock.now()
        for origin, text, expires_at in files:
            left = (datetime.fromisoformat(expires_at) - date).total_seconds()
            if 0 < left <= KEPT:
                self._keep(origin, text, now + left)

    def told(self) -> list[Kept]:
        """Every robots.txt that was read, for the next run to keep to."""
        now, date = self._clock.monotonic(), self._clock.now()
        return [
            (origin, rules.text, (date + timedelta(seconds=rules.expires - now)).isoformat())
            for origin, rules in self._kept.items()
        ]

    def text(self, url: str) -> str | None:
        """The robots.txt of the site of `url`, where it was read and there is one."""
        rules = self._kept.get(urljoin(url, "/"))
        return rules.text if rules else None

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer of the layer below.

        Raises RobotsDeniedError where the rules disallow the URL, RobotsUnavailableError where they cannot be read,
        and what the layer below raises.
        """
        rules = await self._rules(request)
        if not rules.allows(request.url):
            told = "disallowed by the robots.txt of its site; ask the site for leave, or leave it out"
            raise RobotsDeniedError(f"{describe(request.trail)}: {told}")
        async with self._inner.open(request) as answer:
            yield answer

    async def _rules(self, request: Request) -> Rules:
        """Rules for the site of a request, read at most once at a time."""
        origin = urljoin(request.url, "/")
        async with AsyncExitStack() as held:
            with request.deadline.paused():  # it is another URL that asks meanwhile
                await held.enter_async_context(self._reading[origin])
            kept = self._kept.get(origin)
            if kept and kept.expires > self._clock.monotonic():
                return kept
            text = await self._told(request, origin)
            return self._keep(origin, text, self._clock.monotonic() + KEPT)

    async def _told(self, request: Request, origin: str) -> str | None:
        """Text of the robots.txt of `origin`, None where it has none that counts."""
        try:
            return await self._read(replace(request, trail=(f"{origin}robots.txt",), headers=(), tape=None))
        except RedirectError:
            return None
        except (ConnectionFailedError, ForbiddenError, HostParkedError, RobotsUnavailableError) as error:
            raise type(error)(f"{request.url}: not fetched, since {error}") from error
        except FetchError as error:
            raise RobotsUnavailableError(f"{request.url}: not fetched, since {error}") from error

    async def _read(self, request: Request) -> str | None:
        """What is answered at the end of the redirects."""
        while True:
            async with self._pace.open(request) as answer:
                if answer.status not in REDIRECTS:
                    return await self._text(request, answer)
                hop = next_hop(request.trail, answer.header("location"), MAX_REDIRECTS)
            request = replace(request, trail=(*request.trail, hop))

    async def _text(self, request: Request, answer: Answer) -> str | None:
        if answer.status >= _SERVER_ERROR or may_pass(answer.status):
            name = describe(request.trail)
            raise RobotsUnavailableError(f"{name} answers {answer.status}; try again later")
        if answer.status not in _OK:
            return None
        return (await _first_bytes(answer, describe(request.trail))).decode("utf-8-sig", "replace")

    def _keep(self, origin: str, text: str | None, expires: float) -> Rules:
        rules = Rules(text, None if text is None else parsed(text, self._product), expires)
        self._pace.heed(origin, rules.crawl_delay)
        if len(self._kept) >= MAX_KEPT:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._reading.pop(oldest, None)
        self._kept[origin] = rules
        return rules


def parsed(text: str, product: str) -> Protego:
    """Rules in a robots.txt, for `product` and for all; ask it about the agent `ours`.

    Whom a group is for is told by its product token alone, compared whole (RFC 9309 2.2.1): protego would take a group
    for any agent whose name begins so.
    """
    return Protego.parse("\n".join(_agent_line(line.strip(), product) for line in text.splitlines()))


def _agent_line(line: str, product: str) -> str:
    """`line`, with the name in it replaced by the one that it stands for, where it says whom a group is for."""
    found = _AGENT_LINE.match(line)
    if not found:
        return line
    value = found[2].partition("#")[0].strip()
    token = _TOKEN.match(value)
    ours = token is not None and token[0].lower() == product.lower()
    return f"User-agent: {_ALL if value.startswith(_ALL) else _OURS if ours else _OTHERS}"


async def _first_bytes(answer: Answer, name: str) -> bytes:
    """Body as far as it is read, in whole lines."""
    decoder = Decoder(name, content_codings(answer.headers), MAX_BYTES)
    with suppress(TooLargeError):
        async for chunk in answer.chunks:
            decoder.feed(chunk)
        return decoder.finish()
    return decoder.begun[:MAX_BYTES].rpartition(b"\n")[0]
