"""tdmrep.json: what a site says of text and data mining, for its pages (TDM Reservation Protocol).

Source: https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/. Locations are patterns of paths as in
robots.txt (RFC 9309 2.2.3): `*` is anything, `$` the end, and the longest that matches counts.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from scraper.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from scraper.page import Page

WELL_KNOWN: Final = "/.well-known/tdmrep.json"
MOST: Final = 1000
"""Statements of a site that are kept, and sites whose statements are."""
_OK: Final = 200


class Statement(NamedTuple):
    """What holds for the paths of a site that match `location`, as headers would say it."""

    location: str
    said: tuple[tuple[str, str], ...]

    def holds_for(self, path: str) -> bool:
        """Whether it speaks of a page at `path`, with its query."""
        first, *parts = self.location.removesuffix("$").split("*")
        last = parts.pop() if parts and self.location.endswith("$") else None
        if not path.startswith(first) or (self.location == f"{first}$" and path != first):
            return False
        place = len(first)
        for part in parts:  # the leftmost is enough: what stands between may be anything
            place = path.find(part, place) + len(part)
            if place < len(part):
                return False
        return last is None or (path.endswith(last) and len(path) - len(last) >= place)


class Reservations:
    """Statements of sites, each site asked once; `ask` fetches a page, and raises FetchError where there is none."""

    def __init__(self, ask: Callable[[str], Awaitable[Page]]) -> None:
        self._ask = ask
        self._kept: dict[str, tuple[Statement, ...]] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def about(self, url: str) -> tuple[tuple[str, str], ...]:
        """What the site of `url` says of it: `tdm-reservation` and `tdm-policy`; nothing where it says nothing."""
        origin = urljoin(url, "/")
        async with self._asking[origin]:
            if origin not in self._kept and len(self._kept) < MOST:
                self._kept[origin] = await self._statements(urljoin(origin, WELL_KNOWN))
        parts = urlsplit(url)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        speaking = (statement for statement in self._kept.get(origin, ()) if statement.holds_for(path))
        return max(speaking, key=lambda statement: len(statement.location), default=Statement("", ())).said

    async def _statements(self, url: str) -> tuple[Statement, ...]:
        try:
            page = await self._ask(url)
        except FetchError:
            return ()
        return statements(page.body) if page.status == _OK else ()


def statements(body: bytes) -> tuple[Statement, ...]:
    """Statements in a tdmrep.json; those that are none, or a file that is none, say nothing."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ()
    return tuple(_read(told[:MOST] if isinstance(told, list) else ()))


def _read(told: Iterable[Any]) -> Iterator[Statement]:
    for one in told:
        location = one.get("location") if isinstance(one, dict) else None
        if isinstance(location, str) and one.get("tdm-reservation") in (0, 1):
            policy = one.get("tdm-policy")
            named = (("tdm-policy", policy),) if isinstance(policy, str) else ()
            yield Statement(location, (("tdm-reservation", str(int(one["tdm-reservation"]))), *named))
