from __future__ import annotations

import asyncio
import itertools
import threading
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING

import pytest

from scraper.article import Article, Failure
from scraper.config import FetchSettings
from scraper.executors.local import READ_AHEAD, fetch_articles
from scraper.executors.process import Workers
from scraper.fetchers.client import Fetcher, Wiring
from scraper.fetchers.http import httpx
from tests.executors import tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scraper.executors.local import Process
    from scraper.page import Page

SETTINGS = FetchSettings(deadline=5, backoff=0, attempts=1, workers=3, gap=0, host_concurrency=2)


def record(page: Page) -> Article:
    """Stands in for the pipeline: a record that tells which page it is of."""
    return Article(id="x", rules_version="x", outcome="article", url=page.url, status=page.status)


class Host(httpx.AsyncBaseTransport):
    """Answers after the seconds that the path names, or never; counts what is under way and what was asked."""

    def __init__(self) -> None:
        self.under_way = 0
        self.most = 0
        self.asked = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await asyncio.sleep(float(request.url.path.strip("/")))
        finally:
            self.under_way -= 1
        if request.url.host == "refuse.example":
            raise httpx.ConnectError("refused")
        return httpx.Response(503 if request.url.host == "down.example" else 200)


def fetching(host: Host) -> Fetcher:
    return Fetcher(SETTINGS, ignore_robots=True, wiring=Wiring(transport=host))


def take(urls: Iterable[str], host: Host, limit: int | None = None, process: Process = record) -> list[Article]:
    """The first `limit` records of `urls`, or all; afterwards no task may be left."""

    async def whole() -> list[Article]:
        taken: list[Article] = []
        async with fetching(host) as fetcher, aclosing(fetch_articles(urls, fetcher, process=process)) as articles:
            async for article in articles:
                taken.append(article)
                if len(taken) == limit:
                    break
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return taken

    return asyncio.run(whole())


def counted(urls: Iterable[str], read: list[str]) -> Iterator[str]:
    for url in urls:
        read.append(url)
        yield url


def test_records_come_in_the_order_given_whichever_page_is_first_done() -> None:
    urls = [f"https://example.org/{seconds}" for seconds in (0.05, 0.0, 0.03, 0.01, 0.0)]
    assert [article.url for article in take(urls, Host())] == urls


def test_the_same_url_twice_gives_two_records() -> None:
    assert len(take(["https://example.org/0"] * 2, Host())) == 2


def test_no_urls_give_no_records() -> None:
    assert take([], Host()) == []


def test_each_failure_is_a_record_in_its_place() -> None:
    urls = [
        "https://example.org/0.02",
        "https://refuse.example/0",
        "example.org/no-scheme",
        "https://down.example/0",
        "https://example.org/0",
    ]
    articles = take(urls, Host())
    assert [article.url for article in articles] == urls
    assert [article.outcome for article in articles] == ["article", "error", "error", "article", "article"]
    assert [article.error.kind if article.error else None for article in articles] == [
        None,
        "connection",
        "invalid_url",
        None,
        None,
    ]
    assert articles[3].status == 503
    assert isinstance(articles[1].error, Failure)
    assert "https://refuse.example/0" in articles[1].error.message
    assert articles[1].fetched_at


def test_no_more_than_the_workers_are_under_way() -> None:
    host = Host()
    assert len(take([f"https://{n}.test/0.005" for n in range(20)], host)) == 20
    assert host.most == SETTINGS.workers


def test_one_slow_page_at_the_front_does_not_hold_up_the_others() -> None:
    host = Host()
    take(["https://example.org/0.1", *["https://example.org/0"] * 50], host, limit=1)
    assert host.asked >= SETTINGS.workers * READ_AHEAD


def test_endless_urls_are_read_no_further_than_the_window() -> None:
    read: list[str] = []
    endless = (f"https://example.org/0?{n}" for n in itertools.count())
    assert len(take(counted(endless, read), Host(), limit=7)) == 7
    assert len(read) < 7 + SETTINGS.workers * READ_AHEAD


def test_slow_page_in_processing_does_not_hold_up_the_fetching_of_others() -> None:
    host, seen = Host(), threading.Event()

    def slow(page: Page) -> Article:
        if page.url == "https://example.org/0?slow":
            seen.wait(10)
        elif host.asked == 10:
            seen.set()
        return record(page)

    urls = ["https://example.org/0?slow", *(f"https://example.org/0?{n}" for n in range(9))]
    assert [article.url for article in take(urls, host, process=slow)] == urls
    assert seen.is_set()


def test_worker_that_hangs_or_dies_over_a_page_gives_a_record_in_its_place() -> None:
    urls = [f"https://example.org/{path}" for path in ("0", "0?/sleep_60", "0?/exit_1", "0?/kill_9", "0")]
    with Workers(2, deadline=1) as workers:
        articles = take(urls, Host(), process=partial(workers.call, tasks.record))
    assert [article.url for article in articles] == urls
    kinds = [article.error.kind if article.error else None for article in articles]
    assert kinds == [None, "page_timeout", "worker_died", "worker_died", None]
    assert articles[1].status == 200
    assert articles[1].error
    assert articles[1].error.message.startswith(f"{urls[1]}: took longer than 1 s")


def test_stopping_early_leaves_nothing_under_way() -> None:
    host = Host()
    take(["https://example.org/0", *["https://example.org/60"] * 5], host, limit=1)
    assert host.under_way == 0


def test_cancellation_leaves_nothing_under_way() -> None:
    host = Host()

    async def whole() -> None:
        async def drain() -> None:
            urls = [f"https://{name}.example/60" for name in "abcde"]
            async with fetching(host) as fetcher, aclosing(fetch_articles(urls, fetcher, process=record)) as articles:
                async for _ in articles:
                    pass

        task = asyncio.create_task(drain())
        await asyncio.sleep(0.02)
        assert host.under_way == SETTINGS.workers
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(whole())
    assert host.under_way == 0


def test_urls_that_fail_to_be_read_end_the_batch_and_leave_nothing_under_way() -> None:
    def broken() -> Iterator[str]:
        yield "https://example.org/60"
        raise OSError("disk")

    host = Host()
    with pytest.raises(OSError, match="disk"):
        take(broken(), host)
    assert host.under_way == 0
