"""A new job's file, from the address of a site."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from scraper.errors import FetchError, InputError, InvalidUrlError
from scraper.fetchers.client import Fetcher
from scraper.fetchers.urls import checked_url
from scraper.jobs.sources import LISTS, found
from scraper.url_key import url_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scraper.config import FetchSettings
    from scraper.fetchers.client import Wiring

MOST: Final = 5
"""Lists of one kind that are taken."""
EXAMPLE: Final[Mapping[str, Sequence[str]]] = {
    "feeds": ["https://news.example/feed.xml"],
    "sitemaps": ["https://news.example/news-sitemap.xml"],
    "sections": ["https://news.example/politics/"],
}

_ABOUT: Final[Mapping[str, str]] = {
    "feeds": "RSS, Atom, RDF or JSON feeds",
    "sitemaps": "sitemaps, news sitemaps, sitemap indexes; gzipped or not",
    "sections": "pages that list articles",
}
_KEYS: Final[Mapping[str, str]] = {"feed": "feeds", "sitemap": "sitemaps"}
_SAFE: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Sources:
    """Lists of links found on a site, by the key of a job's source, and what there is to say of each."""

    addresses: Mapping[str, Sequence[str]]
    told: Sequence[str] = ()


def job_text(source: str, addresses: Mapping[str, Sequence[str]] = EXAMPLE) -> str:
    """TOML of a job with one source, commented; keys that `addresses` do not give stand there as comments."""
    lines = [_line(key, addresses.get(key, ()), EXAMPLE[key]) for key in EXAMPLE]
    text = (files("scraper.jobs") / "template.toml").read_text(encoding="utf-8")
    name = job_name(source)
    return Template(text).substitute(name=name, source=source, addresses="\n".join(lines))


def source_name(url: str) -> str:
    """What a source is called by default: its host, without `www.`. Raises InvalidUrlError."""
    return (urlsplit(checked_url(url)).hostname or "").removeprefix("www.")


def job_name(source: str) -> str:
    """Name of a job with that source."""
    return _SAFE.sub("-", source).strip("-.") or "news"


def sources_of(url: str, settings: FetchSettings, wiring: Wiring | None = None) -> Sources:
    """Feeds and sitemaps that the page at `url` and its site's robots.txt declare, those that can be read.

    Where there is none, the page itself is to be read as a section. Raises FetchError and InvalidUrlError.
    """
    return asyncio.run(_sources_of(url, settings, wiring))


async def _sources_of(url: str, settings: FetchSettings, wiring: Wiring | None) -> Sources:
    async with Fetcher(settings, wiring=wiring) as fetcher:
        page = found(await fetcher.fetch(url))
        robots = fetcher.robots.text(page.final_url or url) if fetcher.robots else None
        try:
            named = LISTS["discover"](page, robots).named
        except InputError:
            named = ()
        addresses: dict[str, list[str]] = {}
        told: list[str] = []
        met: set[str] = set()
        for kind, address, _ in named:
            good = addresses.setdefault(_KEYS[kind], [])
            if len(good) < MOST:
                listed, what = await _listed(fetcher, kind, address)
                new = listed - met
                told.append(f"{kind} {address}: {what}{'' if new or not listed else ', all in the lists above'}")
                met |= new
                good += [address] if new else []
        if not met:
            listing = LISTS["section"](page, None)
            told.append(f"section {url}: {len(listing.links)} links")
            addresses = {"sections": [url]}
        return Sources(addresses, told)


async def _listed(fetcher: Fetcher, kind: str, address: str) -> tuple[set[str], str]:
    """Keys of the links, or of the further lists, in a list, and what it is in words."""
    try:
        listing = LISTS[kind](found(await fetcher.fetch(address)), None)
    except (FetchError, InputError, InvalidUrlError) as error:
        return set(), str(error).removeprefix(f"{address}: ")
    if listing.named:
        return {url for _, url, _ in listing.named}, f"an index of {len(listing.named)}"
    return {url_key(link.url) for link in listing.links}, f"{len(listing.links)} links"


def _line(key: str, addresses: Sequence[str], example: Sequence[str]) -> str:
    values = [json.dumps(address, ensure_ascii=False) for address in addresses or example]
    if len(values) > 1:
        return "\n".join((f"{key} = [  # {_ABOUT[key]}", *(f"    {value}," for value in values), "]"))
    line = f"{key} = [{values[0]}]" if addresses else f"# {key} = [{values[0]}]"
    return f"{line:<49} # {_ABOUT[key]}"
