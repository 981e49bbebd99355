"""The fetcher: one URL in, one Page out, under one total deadline."""

from __future__ import annotations

import re
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from scraper.config import FetchSettings
from scraper.errors import ConfigError, DeadlineError
from scraper.fetchers.clock import Clock
from scraper.fetchers.deadline import Deadline
from scraper.fetchers.decode import ACCEPT_ENCODING, Decoder, content_codings
from scraper.fetchers.exchange import NOT_MODIFIED, REDIRECTS, Request
from scraper.fetchers.guard import Guard
from scraper.fetchers.http import Network
from scraper.fetchers.identity import Identity, cookie_jar
from scraper.fetchers.pace import Pace
from scraper.fetchers.record import Recorder
from scraper.fetchers.replay import Replay
from scraper.fetchers.retry import RetryBudget, retrying
from scraper.fetchers.robots import Robots
from scraper.fetchers.tdmrep import Reservations
from scraper.fetchers.urls import checked_url, describe, next_hop
from scraper.page import Page
from scraper.warc import Archive

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from scraper.fetchers.cache import Mode
    from scraper.fetchers.exchange import Answer, Exchange, Layer
    from scraper.fetchers.guard import Resolve
    from scraper.fetchers.http import Transport
    from scraper.page import Conditions

PRODUCT = "clean-news-scraper"
ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml;q=0.9, application/atom+xml;q=0.9, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
)

_CONTACT = re.compile(r"[!-'*-\[\]-~]+")


@dataclass(frozen=True, slots=True)
class Wiring:
    """What joins a fetcher to the world: the system's resolver, the network (None: the real ones), and time."""

    resolve: Resolve | None = None
    transport: Transport | None = None
    clock: Clock = field(default_factory=Clock)


class Fetcher:
    """Fetches pages over one set of kept connections; use as `async with Fetcher() as fetcher`.

    `settings` say how patient and how polite it is; `ignore_robots` is for sites of one's own; `mode` says how the
    cache is used, where `settings` have one; `replay` names an archive that answers in place of all this; `wiring`
    replaces the outside world, for tests. Keeps no cookie that a server sets and nothing else of one URL that another
    could see, but keeps the pace of every site and its robots.txt: one fetcher is for one run. `fetch` may run for many
    URLs at once.
    Raises ConfigError where `settings.contact` cannot stand in a header, cookies cannot be read, or `mode` needs a
    cache and there is none; OutputError where cache or archive cannot be written, InputError where `replay` cannot be
    read.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        ignore_robots: bool = False,
        mode: Mode = "use",
        replay: Path | None = None,
        wiring: Wiring | None = None,
    ) -> None:
        self.settings = settings or FetchSettings()
        wiring = wiring or Wiring()
        self._clock = wiring.clock
        self._budget = RetryBudget()
        self._closing = AsyncExitStack()
        self.pace = Pace(self._network(wiring), self.settings, self._clock)
        self._stack: Layer = Replay(replay) if replay else self._cached(self.pace, mode)
        self.robots: Robots | None = None
        if not (replay or ignore_robots or mode == "offline"):
            self._stack = self.robots = Robots(self._stack, self.pace, PRODUCT, self._clock)
        self._sites = Reservations(self._fetch)
        # Last, so that no file stays open where the settings have a fault.
        self._archive = self._closing.enter_context(Archive(self.settings.warc)) if self.settings.warc else None

    def _network(self, wiring: Wiring) -> Layer:
        """The network behind the guard, taken down where there is an archive, asked as whom `settings` say."""
        settings, headers = self.settings, request_headers(self.settings)
        network = Network(settings, headers, Guard(settings, wiring.resolve), wiring.transport)
        self._closing.push_async_callback(network.aclose)
        layer: Layer = Recorder(network, headers, self._clock) if settings.warc else network
        if settings.cookies or settings.headers:
            jar = cookie_jar(settings.cookies) if settings.cookies else None
            return Identity(layer, jar, settings.headers)
        return layer

    def _cached(self, inner: Layer, mode: Mode) -> Layer:
        """`inner` behind the cache, where there is one."""
        if self.settings.cache is None:
            if mode != "use":
                raise ConfigError(f"--{mode} needs a cache; give its file with --cache")
            return inner
        from scraper.fetchers.cache import Cache  # noqa: PLC0415 - slow, and few have one

        cache = Cache(inner, self.settings.cache, mode, self.settings.max_bytes)
        self._closing.push_async_callback(cache.aclose)
        return cache

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._closing.aclose()

    async def fetch(self, url: str, conditions: Conditions | None = None) -> Page:
        """Page that `url`, an absolute http(s) URL, answers with, whatever its status.

        With `conditions`, it is asked whether what they tell of still holds; if so, the page is `unchanged`, and its
        body empty. Where there is a cache, that is the cache's to ask, and they are left out.

        Statuses that may pass are asked again first (see `retrying`), redirects are followed, and each hop passes all
        layers: robots.txt, pace, guard. Raises InvalidUrlError before anything is sent, and FetchError: DeadlineError
        when `settings.deadline` seconds have passed over all attempts, sleeps and redirects (but not what is waited out
        of politeness, see `Pace`), ConnectionFailedError, RedirectError, TooLargeError, ForbiddenError,
        RobotsDeniedError, RobotsUnavailableError, HostParkedError.
        """
        tape: list[Exchange] | None = [] if self._archive else None
        page = await self._fetch(url, tape, None if self.settings.cache else conditions)
        if self._archive and tape:
            self._archive.write(tape)
        return replace(page, site=await self._sites.about(page.final_url or url)) if self.settings.tdmrep else page

    async def _fetch(self, url: str, tape: list[Exchange] | None = None, conditions: Conditions | None = None) -> Page:
        """The page, within the deadline; what is to be archived is added to `tape`."""
        start = checked_url(url)
        try:
            async with Deadline(self.settings.deadline) as deadline:
                again = retrying(self.settings, lambda: deadline.left, self._budget, self._clock)
                request = Request((start,), deadline, tape=tape, conditions=conditions)
                page: Page = await again(self._follow, url, request)
        except TimeoutError as error:
            limit = f"{self.settings.deadline:g} s"
            raise DeadlineError(f"{url}: not done within {limit}; try again, or raise deadline") from error
        self._budget.earn()
        return page

    async def _follow(self, url: str, request: Request) -> Page:
        """One attempt: ask, and go where redirects lead."""
        if request.tape is not None:
            request.tape.clear()
        while isinstance(step := await self._step(url, request), str):
            request = replace(request, trail=(*request.trail, step))
        return step

    async def _step(self, url: str, request: Request) -> Page | str:
        """The page that `request` is answered with, or the URL it is redirected to."""
        asked = request.conditions if request.conditions and request.conditions.url == request.url else None
        if asked:
            request = replace(request, headers=(*request.headers, *asked.headers))
        async with self._stack.open(request) as answer:
            if answer.status in REDIRECTS:
                return next_hop(request.trail, answer.header("location"), self.settings.max_redirects)
            body = await self._body(answer, describe(request.trail))
            at = answer.at or self._clock.now()
            page = Page(url, request.url, answer.status, answer.headers, body, at, answer.origin)
            return replace(page, unchanged=answer.unchanged or bool(asked and answer.status == NOT_MODIFIED))

    async def _body(self, answer: Answer, name: str) -> bytes:
        decoder = Decoder(name, content_codings(answer.headers), self.settings.max_bytes)
        async for chunk in answer.chunks:
            decoder.feed(chunk)
        return decoder.finish()


def user_agent(settings: FetchSettings) -> str:
    """Who is asking, in truth: product, version and, where `settings.contact` is set, whom to write to.

    RFC 9110 10.1.5. Raises ConfigError where the contact cannot stand in a header's comment.
    """
    product = f"{PRODUCT}/{version(PRODUCT)}"
    if settings.contact is None:
        return product
    if not _CONTACT.fullmatch(settings.contact):
        raise ConfigError(
            f"contact {settings.contact!r} cannot be sent in a header; give a URL or mail address "
            "in ASCII without white space, brackets or backslashes"
        )
    return f"{product} (+{settings.contact})"


def request_headers(settings: FetchSettings) -> dict[str, str]:
    """Headers that go with every request, beside Host and Connection."""
    return {"User-Agent": user_agent(settings), "Accept": ACCEPT, "Accept-Encoding": ACCEPT_ENCODING}
