"""A scheduled run: discover, drop what was seen, fetch the rest, write each record, remember it."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, deque
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from scraper import pipeline
from scraper.cleaners.names import switched_off
from scraper.config import load_sites
from scraper.discovery.feeds import read_feed
from scraper.discovery.sitemaps import read_sitemap
from scraper.errors import ConfigError, FetchError, InputError, InvalidUrlError, UsageError
from scraper.executors.local import fetch_articles
from scraper.extractors.canonical import site
from scraper.fetchers.client import Fetcher
from scraper.stores.sinks import append_lines, rendered
from scraper.stores.state import State, url_key

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import TypeAlias

    from scraper.article import Article
    from scraper.config import Job
    from scraper.discovery.link import Link
    from scraper.fetchers.client import Wiring
    from scraper.page import Page

    OnRecord: TypeAlias = Callable[[Article], None]
    Process: TypeAlias = Callable[[Page], Article]

SOURCES_FAILED: Final = 3
"""Exit code of a run that could not read one of its sources; what the others gave is done."""
_OK: Final = 200
_COMMENT: Final = re.compile(r"(?:^|\s)#.*")


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A feed or sitemap that could not be read to its end, and why."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one source gave, its faults included."""

    links: tuple[Link, ...] = ()
    failures: tuple[SourceFailure, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: `outcomes` of its new records, how many URLs were known already, what failed.

    `waiting` counts the new URLs beyond the job's `limit`, left to the next run; `reserved` those whose pages reserve
    text and data mining, where the job skips such: they have no record. `str()` tells it in words.
    """

    job: str
    output: Path
    outcomes: Mapping[str, int]
    known: int = 0
    waiting: int = 0
    reserved: int = 0
    source_failures: tuple[SourceFailure, ...] = ()

    @property
    def new(self) -> int:
        """Number of records that the run wrote."""
        return sum(self.outcomes.values())

    @property
    def exit_code(self) -> int:
        """0 where every source could be read and no new URL failed, 3 where a source could not, else 1."""
        return SOURCES_FAILED if self.source_failures else int("error" in self.outcomes)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(self.outcomes.items()))
        new = f"{self.new} new ({counts})" if self.new else "nothing new"
        waiting = f", {self.waiting} left to the next run" if self.waiting else ""
        reserved = f", {self.reserved} reserved and skipped" if self.reserved else ""
        first = f"{self.job}: {new}, {self.known} known{reserved}{waiting}; records in {self.output}"
        failures = (f"{failure.source}: {failure.message}" for failure in self.source_failures)
        return "\n".join((first, *failures))


def run(
    job: Job,
    *,
    on_record: OnRecord | None = None,
    process: Process | None = None,
    wiring: Wiring | None = None,
) -> Summary:
    """Do `job` and say what it did; as `arun`, for use outside an event loop."""
    return asyncio.run(arun(job, on_record=on_record, process=process, wiring=wiring))


async def arun(
    job: Job,
    *,
    on_record: OnRecord | None = None,
    process: Process | None = None,
    wiring: Wiring | None = None,
) -> Summary:
    """Do `job`: append a record for each URL not seen before to its output, and remember the URL.

    A URL whose failure may pass (`error.retryable`) is not remembered as seen and is tried again next time. A
    source that cannot be read is in the summary and stops nothing else. `on_record` is told of each record once
    it is written, before its URL is marked: whatever ends the run there, the record is doubled at worst, never
    lost. `process` makes the record of a page (None: `reader`'s); `wiring` replaces the
    outside world, for tests.
    Raises ConfigError for a fault in the job, OutputError where output or state cannot be written.
    """
    listed = _listed(job)
    with State(job.state_path) as state, append_lines(job.output) as sink:
        asking = job.fetch.model_copy(update={"tdmrep": job.fetch.tdmrep or job.skip_reserved})
        async with Fetcher(asking, wiring=wiring) as fetcher, _remembered(fetcher, state):
            found = await _discover(job, fetcher)
            urls = _distinct(chain(listed, (link.url for link in found.links)))
            fresh = [url for url in urls if not state.knows(url)]
            taken = _in_turns(fresh[: job.limit])
            outcomes: Counter[str] = Counter()
            reserved = 0
            process = partial(_read_anew, process or reader(job))
            marks = iter(taken)
            async with aclosing(fetch_articles(taken, fetcher, process=process)) as articles:
                async for article in articles:
                    if skipped := bool(job.skip_reserved and article.rights.tdm_reservation):
                        reserved += 1
                    else:
                        sink.write(rendered(article))
                        outcomes[article.outcome] += 1
                    if on_record and not skipped:
                        on_record(article)
                    state.mark(next(marks), article)
    return Summary(
        job=job.name,
        output=job.output,
        outcomes=dict(outcomes),
        known=len(urls) - len(fresh),
        waiting=len(fresh) - len(taken),
        reserved=reserved,
        source_failures=found.failures,
    )


@asynccontextmanager
async def _remembered(fetcher: Fetcher, state: State) -> AsyncIterator[None]:
    """The pace of sites, taken over from the run before and kept for the next, however this one ends."""
    fetcher.pace.keep(state.holds())
    try:
        yield
    finally:
        state.hold(fetcher.pace.holds())


def _read_anew(process: Process, page: Page) -> Article:
    """Record of a page that no run has a record of: what the cache held of it, an interrupted run left there."""
    return process(replace(page, unchanged=False))


def reader(job: Job) -> Process:
    """What makes records of pages by the settings of `job`. Raises ConfigError where one of them is at fault."""
    try:
        off = switched_off(job.no_rules)
    except UsageError as error:
        raise ConfigError(f"job `{job.name}`: `no_rules`: {error}") from error
    return partial(pipeline.process, profile=job.profile, sites=load_sites(job.sites), off=off)


def _listed(job: Job) -> tuple[str, ...]:
    """URLs that the job names itself, in `urls` and `url_files`."""
    if job.state_path.resolve() == job.output.resolve():
        raise ConfigError(f"job `{job.name}`: `output` and `state` are both {job.output}; give them two files")
    return (*job.urls, *chain.from_iterable(_read_urls(path) for path in job.url_files))


def _read_urls(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); `url_files` needs files that exist") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text; `url_files` needs one URL a line") from error
    return [url for line in lines if (url := _COMMENT.sub("", line).strip())]


def _distinct(urls: Iterable[str]) -> list[str]:
    """First of each group of URLs that mean the same page, in order."""
    first: dict[str, str] = {}
    for url in urls:
        first.setdefault(url_key(url), url)
    return list(first.values())


def _in_turns(urls: Sequence[str]) -> list[str]:
    """The first URL of each site, then the second of each, and so on: no site's pace holds up the others."""
    places: Counter[str | None] = Counter()
    turns: list[tuple[int, str]] = []
    for url in urls:
        turns.append((places[site(url)], url))
        places[site(url)] += 1
    return [url for _, url in sorted(turns, key=itemgetter(0))]


async def _discover(job: Job, fetcher: Fetcher) -> Found:
    """Everything that the job's feeds and sitemaps list, in the order in which the job names them."""
    feeds = [_read_feed(fetcher, url) for url in job.feeds]
    sitemaps = [_read_sitemaps(fetcher, url, job.max_sitemaps) for url in job.sitemaps]
    return _joined(await asyncio.gather(*feeds, *sitemaps))


async def _read_feed(fetcher: Fetcher, url: str) -> Found:
    try:
        page = await _source_page(fetcher, url)
        return Found(read_feed(page.body, page.final_url or url, content_type=page.header("content-type")))
    except (FetchError, InputError, InvalidUrlError) as error:
        return _failed(url, str(error))


async def _read_sitemaps(fetcher: Fetcher, url: str, limit: int) -> Found:
    """Links of the sitemap at `url` and, if it is an index, of the sitemaps it lists, `limit` in all."""
    found: list[Found] = []
    waiting, met = deque([url]), {url}
    while waiting and len(found) < limit:
        result, children = await _read_sitemap(fetcher, waiting.popleft())
        found.append(result)
        new = [child for child in dict.fromkeys(children) if child not in met]
        waiting.extend(new)
        met.update(new)
    if waiting:
        found.append(_failed(url, f"{len(waiting)} of its sitemaps were not read; raise `max_sitemaps` ({limit})"))
    return _joined(found)


async def _read_sitemap(fetcher: Fetcher, url: str) -> tuple[Found, list[str]]:
    """What one sitemap gave, and the URLs of the sitemaps it lists."""
    try:
        page = await _source_page(fetcher, url)
        sitemap = read_sitemap(page.body, page.final_url or url)
    except (FetchError, InputError, InvalidUrlError) as error:
        return _failed(url, str(error)), []
    faults = (SourceFailure(url, sitemap.fault),) if sitemap.fault else ()
    return Found(sitemap.links, faults), [child.url for child in sitemap.children]


async def _source_page(fetcher: Fetcher, url: str) -> Page:
    page = await fetcher.fetch(url)
    if page.status != _OK:
        raise InputError(f"{url}: answered with status {page.status}; check the address")
    return page


def _failed(source: str, message: str) -> Found:
    return Found(failures=(SourceFailure(source, message.removeprefix(f"{source}: ")),))


def _joined(found: Iterable[Found]) -> Found:
    parts = tuple(found)
    return Found(
        tuple(chain.from_iterable(part.links for part in parts)),
        tuple(chain.from_iterable(part.failures for part in parts)),
    )
