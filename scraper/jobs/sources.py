"""The sources of a job, read: from addresses to pages that are due."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, deque
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from scraper.discovery.autodiscovery import feed_addresses, sitemap_addresses
from scraper.discovery.feeds import read_feed
from scraper.discovery.link import Link
from scraper.discovery.sections import read_section
from scraper.discovery.sitemaps import read_sitemap
from scraper.domain import paced_as
from scraper.errors import ConfigError, FetchError, InputError, InvalidUrlError, StatusError, may_pass
from scraper.fetchers.exchange import NOT_MODIFIED
from scraper.jobs.summary import SourceFailure
from scraper.jobs.wanted import is_later, is_older, is_put_off, selected, why_due
from scraper.page import conditions
from scraper.stores.history import Reading
from scraper.stores.pages import New

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from scraper.config import Source
    from scraper.fetchers.client import Fetcher
    from scraper.page import Page
    from scraper.stores.state import State

Named: TypeAlias = tuple[str, str, str | None]
"""A list of links: its kind (a key of LISTS), its address, and the last change that the list naming it told of."""

_OK: Final = 200
_COMMENT: Final = re.compile(r"(?:^|\s)#.*")
_ADVICE: Final[Mapping[int, str]] = {
    401: "it wants a login; give your own cookies or headers in [fetch], or drop it",
    403: "the site refuses this program; ask it for leave, or drop it",
    404: "there is nothing at this address; look up the new one (`scraper job new URL` finds feeds)",
    410: "it was taken down; look up the new address (`scraper job new URL` finds feeds)",
    451: "it is kept back for legal reasons; drop it",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list gave: links, further lists, and why it was not read to its end, if it was not."""

    links: tuple[Link, ...] = ()
    named: tuple[Named, ...] = ()
    fault: str | None = None


def _feed(page: Page, robots: str | None) -> Listing:  # noqa: ARG001 - every kind is read from the same
    return Listing(read_feed(page.body, _address(page), content_type=page.header("content-type")))


def _section(page: Page, robots: str | None) -> Listing:  # noqa: ARG001
    return Listing(read_section(page.body, _address(page), content_type=page.header("content-type")))


def _sitemap(page: Page, robots: str | None) -> Listing:  # noqa: ARG001
    found = read_sitemap(page.body, _address(page))
    children = tuple(("sitemap", child.url, child.modified_at) for child in found.children)
    return Listing(found.links, children, found.fault)


def _declared(page: Page, robots: str | None) -> Listing:
    """Feeds that a page declares, and its site's news sitemaps; sitemaps of all kinds only where there is no feed."""
    feeds = feed_addresses(page.body, _address(page), content_type=page.header("content-type"))
    sitemaps = sitemap_addresses((robots or "").encode(), _address(page))
    of_news = tuple(address for address in sitemaps if "news" in address)
    chosen = of_news or (() if feeds else sitemaps)
    if not feeds and not chosen:
        raise InputError("declares neither a feed nor a sitemap; list it under `sections`")
    return Listing(
        named=tuple((kind, one, None) for kind, many in (("feed", feeds), ("sitemap", chosen)) for one in many)
    )


LISTS: Final[Mapping[str, Callable[[Page, str | None], Listing]]] = {
    "discover": _declared,
    "feed": _feed,
    "section": _section,
    "sitemap": _sitemap,
}
"""How each kind of list is read, from its page and its site's robots.txt."""


@dataclass(slots=True)
class Read:
    """What was read of a source so far: see `SourceSummary`; `met` are the lists."""

    listed: int = 0
    due: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    failures: list[SourceFailure] = field(default_factory=list)
    met: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the source called `name` by `fetcher`, and keeps in `state` which pages are due.

    `now` is when the run began. With `force`, all is read and due, whatever is known of it.
    """

    name: str
    source: Source
    fetcher: Fetcher
    state: State
    now: datetime
    force: bool = False
    told: Read = field(default_factory=Read)

    async def read(self) -> Read:
        """Read the source, as much of it as can be; what cannot is among the `failures`."""
        source = self.source
        given = Listing(tuple(Link(url) for url in (*source.urls, *listed_urls(source))))
        self._keep(given)
        self.told.listed += len(given.links)
        kinds = (("discover", source.discover), ("feed", source.feeds), ("section", source.sections))
        roots = [(kind, address, None) for kind, many in (*kinds, ("sitemap", source.sitemaps)) for address in many]
        await asyncio.gather(*map(self._follow, roots))
        return self.told

    async def _follow(self, root: Named) -> None:
        """Read a list and those that it names, up to as many as the source allows."""
        waiting, count = deque([root]), 0
        while waiting:
            kind, address, stamp = waiting.popleft()
            if address in self.told.met or is_older(stamp, self._oldest):
                continue
            if count == self.source.max_sitemaps:
                told = f"{len(waiting) + 1} of its lists were not read; raise `max_sitemaps` ({count})"
                self._fail(root[1], "limit", told)
                return
            self.told.met.add(address)
            count += 1
            waiting.extend(await self._read((kind, address, stamp)))

    async def _read(self, one: Named) -> tuple[Named, ...]:
        """Read one list; gives those that it names."""
        kind, address, stamp = one
        fresh = self.force or self.source.recheck_hours
        before = None if fresh else self.state.history.reading(address)
        if before and stamp and before.stamp and not is_later(stamp, before.stamp):
            return self._as_before(before)
        try:
            page = await self.fetcher.fetch(address, before.conditions if before else None)
            if before and page.status == NOT_MODIFIED:
                return self._as_before(before)
            robots = self.fetcher.robots.text(_address(page)) if self.fetcher.robots else None
            listing = await asyncio.to_thread(LISTS[kind], found(page), robots)
        except (FetchError, InputError, InvalidUrlError) as error:
            self._fail(address, error.kind, str(error))
            return ()
        if listing.fault:
            self._fail(address, "input", listing.fault)
        self.told.listed += len(listing.links)
        # A list with a fault is to be read again whole.
        asked = None if listing.fault else conditions(page)
        self._keep(
            listing, (address, Reading(len(listing.links), asked, None if listing.fault else stamp, listing.named))
        )
        return listing.named

    def _as_before(self, before: Reading) -> tuple[Named, ...]:
        self.told.listed += before.listed
        return before.named

    def _keep(self, listing: Listing, reading: tuple[str, Reading] | None = None) -> None:
        """Have the pages fetched that are due, and remember what was read, in one."""
        chosen = selected(listing.links, self.source, self.now)
        known = self.state.pages.known(list(chosen.links))
        first = int(self.now.timestamp() * 1000) * 1000 + self.told.due
        due = [
            _page(key, link, self.name, first + place)
            for place, (key, link) in enumerate(chosen.links.items())
            if why_due(link, known.get(key), self.source, self.now, force=self.force)
        ]
        if reading and any(is_put_off(link, known.get(key), self.now) for key, link in chosen.links.items()):
            # The list is to be read again whole until that is looked at.
            reading = (reading[0], replace(reading[1], conditions=None, stamp=None))
        with self.state.transaction():
            self.state.pages.add(due, self.now.isoformat())
            if reading:
                self.state.history.remember(self.name, *reading, self.now.isoformat())
        self.told.due += len(due)
        self.told.left_out.update(chosen.left_out)

    def _fail(self, address: str, kind: str, message: str) -> None:
        # It may go on with a colon, or with where the address redirected to.
        told = message.removeprefix(f"{address}: ").removeprefix(f"{address} ")
        self.told.failures.append(SourceFailure(address, kind, told))

    @property
    def _oldest(self) -> datetime | None:
        return self.now - timedelta(days=self.source.max_age_days) if self.source.max_age_days else None


def _page(key: str, link: Link, source: str, rank: int) -> New:
    """The page that a link of a source leads to, to be fetched."""
    site = paced_as(link.url)
    return New(key, link.url, source, site, rank, link.modified_at, link.title, link.published_at)


def listed_urls(source: Source) -> list[str]:
    """URLs in the files of a source. Raises ConfigError where one cannot be read."""
    return [url for path in source.url_files for url in _urls(path)]


def _urls(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); `url_files` needs files that exist") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text; `url_files` needs one URL a line") from error
    return [url for line in lines if (url := _COMMENT.sub("", line).strip())]


def found(page: Page) -> Page:
    """`page`, which holds a list. Raises StatusError where its status says that it does not."""
    if page.status != _OK:
        passing = (
            "the server fails; it may pass, and the next run asks again"
            if may_pass(page.status)
            else "check the address"
        )
        advice = _ADVICE.get(page.status or 0, passing)
        raise StatusError(f"{page.url}: answered with status {page.status}; {advice}")
    return page


def _address(page: Page) -> str:
    return page.final_url or page.url or ""
