"""The Python API: typed results, never None.

What the network or a page does is told by the record (`outcome`, `error`); only a wrong call raises.
"""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.cleaners.names import switched_off
from scraper.config import Job, load_job
from scraper.errors import UsageError
from scraper.executors.local import fetch_articles
from scraper.fetchers.client import Fetcher
from scraper.fetchers.urls import checked_url
from scraper.inputs import aware, check_body, check_url
from scraper.jobs import run as jobs
from scraper.page import html_page, text_page
from scraper.pipeline import failure, process

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from scraper.article import Article
    from scraper.config import FetchSettings, Profile
    from scraper.jobs.summary import Summary
    from scraper.page import Page


def fetch(
    url: str, *, settings: FetchSettings | None = None, profile: Profile = "balanced", no_rules: Iterable[str] = ()
) -> Article:
    """Record of the page at `url`, fetched now; `profile` and `no_rules` as in `extract`.

    Never raises for what the network or the page does: the record's `outcome` and `error` tell. Raises
    InvalidUrlError unless `url` is an absolute http or https URL, and UsageError for an unknown rule, and inside a
    running event loop (await `afetch` there).
    """
    if _loop_runs():
        raise UsageError("fetch() cannot run inside an event loop; write `await scraper.afetch(url)` there")
    return asyncio.run(afetch(url, settings=settings, profile=profile, no_rules=no_rules))


async def afetch(
    url: str, *, settings: FetchSettings | None = None, profile: Profile = "balanced", no_rules: Iterable[str] = ()
) -> Article:
    """Record of the page at `url`, fetched now; as `fetch`, for use inside an event loop."""
    checked_url(url)
    reader = partial(process, profile=profile, off=switched_off(no_rules))
    async with Fetcher(settings) as fetcher:
        articles = fetch_articles([url], fetcher, process=reader)
        async with contextlib.aclosing(articles):
            return await anext(articles)


def extract(
    html: str | bytes,
    *,
    url: str | None = None,
    fetched_at: datetime | None = None,
    profile: Profile = "balanced",
    no_rules: Iterable[str] = (),
) -> Article:
    """Record of a page of HTML at hand: text, or raw bytes whose charset is found by their own signs.

    `url` is where the page came from (relative links count from it, sites are known by it), `fetched_at` when
    (naive: UTC). `profile` says what is rather done with a text that may or may not be body: `precision` leaves it
    out, `recall` takes it. `no_rules` names cleaning rules that are not applied. Nothing is fetched. Raises
    InvalidUrlError where `url` is no absolute http or https URL, UsageError for an unknown rule; HTML that is empty or
    binary gives a record with outcome `error`.
    """
    reader = partial(process, profile=profile, off=switched_off(no_rules))
    return _record(html_page(html, url=_checked(url), fetched_at=aware(fetched_at)), reader)


def clean_text(text: str | bytes, *, url: str | None = None, no_rules: Iterable[str] = ()) -> Article:
    """Record of a text that was already extracted from its page, dirt and all; `no_rules` as in `extract`.

    Raises InvalidUrlError where `url` is no absolute http or https URL, UsageError for an unknown rule; a text that is
    empty or binary gives a record with outcome `error`.
    """
    return _record(text_page(text, url=_checked(url)), partial(process, off=switched_off(no_rules)))


def run(job: Job | str | os.PathLike[str]) -> Summary:
    """Do a job, given as such or as the path of its TOML file, and return what it did.

    Raises ConfigError for a file with a fault, OutputError where records cannot be written.
    """
    return jobs.run(job if isinstance(job, Job) else load_job(Path(job)))


def _record(page: Page, reader: Callable[[Page], Article]) -> Article:
    fault = check_body(page.url or "input", page.body)
    return failure(page.url, fault, fetched_at=page.fetched_at) if fault else reader(page)


def _checked(url: str | None) -> str | None:
    return None if url is None else check_url(url)


def _loop_runs() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
