"""Pace, in time that passes only when it is slept; and once in real time, from the server's own log."""

from __future__ import annotations

import asyncio
import itertools
import logging
from typing import TYPE_CHECKING

import pytest

from scraper.config import FetchSettings
from scraper.errors import ConnectionFailedError, FetchError, HostParkedError
from scraper.fetchers.clock import Clock
from scraper.fetchers.pace import FAILURES, JITTER, PARKED, Pace
from tests.fetchers.fakes import START, Time, Web, answer, request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scraper.fetchers.exchange import Answer

URL = "https://example.org/story"


async def ask(pace: Pace, url: str = URL) -> int | Exception:
    try:
        async with request(url) as wanted, pace.open(wanted) as got:
            return got.status
    except FetchError as error:
        return error


async def asked_in_turn(pace: Pace, urls: Iterable[str]) -> list[int | Exception]:
    return [await ask(pace, url) for url in urls]


def visit(
    say: Callable[[str], Answer | Exception], urls: Iterable[str] = (URL,) * 3, *, took: float = 0.0, **keys: object
) -> tuple[Web, list[int | Exception]]:
    """Ask for `urls`, one after the other, of a web that answers what it is to `say`."""

    time = Time()
    web = Web(say, time, took)
    pace = Pace(web, FetchSettings.model_validate(keys), time.clock)
    return web, asyncio.run(asked_in_turn(pace, urls))


def test_the_first_request_to_a_site_is_not_waited_for() -> None:
    web, _ = visit(lambda _: answer(), [URL])
    assert web.time.slept == []


def test_requests_to_a_site_lie_a_gap_apart_with_jitter() -> None:
    web, _ = visit(lambda _: answer(), [URL] * 30)
    assert all(1.0 <= gap <= 1 + JITTER for gap in web.gaps)
    assert len({round(gap, 6) for gap in web.gaps}) > 5


def test_the_gap_is_kept_between_all_hosts_of_a_registrable_domain_and_no_others() -> None:
    urls = ["https://www.news.co.uk/1", "https://live.news.co.uk/2", "http://news.co.uk:81/3", "https://other.co.uk/4"]
    web, _ = visit(lambda _: answer(), urls)
    assert [gap >= 1 for gap in web.gaps] == [True, True, False]


def test_hosts_without_a_registrable_domain_are_sites_of_their_own() -> None:
    web, _ = visit(lambda _: answer(), ["http://192.0.2.1/", "http://192.0.2.2/", "http://localhost/"])
    assert web.time.slept == []


def test_a_gap_of_nothing_is_none() -> None:
    web, _ = visit(lambda _: answer(), [URL] * 5, took=3, gap=0)
    assert web.gaps == [3] * 4


@pytest.mark.parametrize(("asked", "kept"), [(7.0, 7.0), (0.1, 1.0), (500.0, 30.0), (None, 1.0)])
def test_crawl_delay_is_obeyed_up_to_the_cap(asked: float | None, kept: float) -> None:
    async def whole() -> None:
        pace.heed("https://www.example.org/", asked)
        for _ in range(3):
            await ask(pace)

    time = Time()
    web = Web(lambda _: answer(), time)
    pace = Pace(web, FetchSettings(max_gap=30), time.clock)
    asyncio.run(whole())
    assert all(kept <= gap <= kept * (1 + JITTER) for gap in web.gaps)


def test_a_host_that_slows_is_asked_more_slowly() -> None:
    web, _ = visit(lambda _: answer(), [URL] * 4, took=5)
    assert all(gap >= 10 for gap in web.gaps)


@pytest.mark.parametrize("status", [429, 503])
def test_each_refusal_doubles_the_gap_and_each_answer_halves_it(status: int) -> None:
    statuses = iter([status, status, status, 200, 200, 200, 200])
    web, _ = visit(lambda _: answer(next(statuses)), [URL] * 7)
    floors = [2, 4, 8, 8, 4, 2]  # the gap that a request began with stands
    assert all(floor <= gap <= floor * (1 + JITTER) for floor, gap in zip(floors, web.gaps, strict=True))


@pytest.mark.parametrize("value", ["40", "Sun, 01 Mar 2026 12:00:40 GMT", "Sun Mar  1 12:00:40 2026"])
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_kept_by_every_url_of_the_site(status: int, value: str) -> None:
    answers = iter([answer(status, retry_after=value), answer()])
    web, _ = visit(lambda _: next(answers), [URL, "https://www.example.org/another"])
    assert web.gaps[0] >= 40


@pytest.mark.parametrize(
    ("date", "value", "least"),
    [
        ("Sun, 01 Mar 2026 10:00:00 GMT", "Sun, 01 Mar 2026 10:00:40 GMT", 40),  # a clock two hours late
        ("Sun, 01 Mar 2026 17:00:00 GMT", "Sun, 01 Mar 2026 17:00:40 GMT", 40),  # one five hours early
        ("never", "Sun, 01 Mar 2026 12:00:40 GMT", 40),
        ("Sun, 01 Mar 2026 12:00:00 GMT", "Sun, 01 Mar 2020 12:00:00 GMT", 0),
    ],
)
def test_retry_after_counts_by_the_clock_of_the_server(date: str, value: str, least: float) -> None:
    answers = iter([answer(429, retry_after=value, date=date), answer()])
    web, _ = visit(lambda _: next(answers), [URL] * 2)
    assert least <= web.gaps[0] <= least + 3


@pytest.mark.parametrize("value", ["121", "999999999999", "9" * 400, "Mon, 01 Mar 2027 12:00:00 GMT"])
def test_a_site_that_asks_for_longer_than_the_run_has_is_parked_not_slept_on(value: str) -> None:
    web, ends = visit(lambda _: answer(429, retry_after=value), [URL] * 3)
    assert web.asked == [URL]
    assert web.time.slept == []
    assert all(isinstance(end, HostParkedError) for end in ends[1:])
    assert "asks to be left alone for" in str(ends[1])
    assert URL in str(ends[1])


def test_other_sites_go_on_while_one_is_parked() -> None:
    _, ends = visit(
        lambda url: answer(429, retry_after="9000") if url == URL else answer(), [URL, "https://other.example/", URL]
    )
    assert ends[:2] == [429, 200]
    assert isinstance(ends[2], HostParkedError)


@pytest.mark.parametrize("fault", [503, 500, ConnectionFailedError("refused")])
def test_a_site_that_keeps_failing_is_parked_and_the_log_says_so(
    fault: int | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def say(_: str) -> Answer | Exception:
        return answer(fault) if isinstance(fault, int) else fault

    with caplog.at_level(logging.WARNING):
        web, ends = visit(say, [URL] * (FAILURES + 5))
    assert len(web.asked) == FAILURES
    assert all(isinstance(end, HostParkedError) for end in ends[FAILURES:])
    assert f"parked after {FAILURES} failures" in str(ends[-1])
    assert [record.getMessage() for record in caplog.records if "example.org is parked" in record.getMessage()]


def test_an_answer_in_between_keeps_a_site_from_being_parked() -> None:
    statuses = itertools.cycle([500] * (FAILURES - 1) + [200])
    web, _ = visit(lambda _: answer(next(statuses)), [URL] * 40)
    assert len(web.asked) == 40


def test_a_parked_site_gets_one_request_when_its_time_is_up() -> None:
    async def whole() -> list[int | Exception]:
        first = [await ask(pace) for _ in range(FAILURES + 1)]
        time.seconds += PARKED
        return [*first, await ask(pace), await ask(pace)]

    time = Time()
    web = Web(lambda _: ConnectionFailedError("refused"), time)
    pace = Pace(web, FetchSettings(), time.clock)
    ends = asyncio.run(whole())
    assert isinstance(ends[-2], ConnectionFailedError)
    assert isinstance(ends[-1], HostParkedError)
    assert len(web.asked) == FAILURES + 1


def test_the_next_run_keeps_to_what_a_site_asked_for() -> None:
    """One site asked to wait for an hour, one keeps failing, one is slower, and one has nothing to remember."""

    def say(url: str) -> Answer | Exception:
        busy = {"hour.org": answer(429, retry_after="3600"), "slow.org": answer(503), "fine.org": answer()}
        return next((said for name, said in busy.items() if name in url), ConnectionFailedError("refused"))

    time = Time()
    first = Pace(Web(say, time), FetchSettings(), time.clock)
    asyncio.run(asked_in_turn(first, ["https://hour.org/", *["https://dead.org/"] * FAILURES, "https://slow.org/"]))
    asyncio.run(asked_in_turn(first, ["https://fine.org/"]))
    holds = first.holds()
    assert sorted(name for name, *_ in holds) == ["dead.org", "hour.org", "slow.org"]
    time.seconds += 600
    web = Web(lambda _: answer(), time)
    second = Pace(web, FetchSettings(), time.clock)
    second.keep(holds)
    sites = ["https://hour.org/", "https://dead.org/", "https://slow.org/", "https://slow.org/", "https://fine.org/"]
    ends = asyncio.run(asked_in_turn(second, sites))
    assert [type(end) for end in ends] == [HostParkedError, HostParkedError, int, int, int]
    assert 2 <= web.gaps[0] <= 2 * (1 + JITTER)
    time.seconds += 3600
    assert asyncio.run(asked_in_turn(second, sites[:2])) == [200, 200]


def test_waiting_for_a_turn_does_not_count_towards_the_deadline() -> None:
    async def whole() -> list[int | Exception]:
        async def one() -> int | Exception:
            async with request(URL, deadline=0.2) as wanted, pace.open(wanted) as got:
                return got.status

        return await asyncio.gather(*(one() for _ in range(6)))

    pace = Pace(Web(lambda _: answer()), FetchSettings(gap=0.1), Clock(now=lambda: START))
    assert asyncio.run(whole()) == [200] * 6


@pytest.mark.parametrize("most", [1, 2])
def test_no_more_than_so_many_are_under_way_at_one_site(most: int) -> None:
    async def whole() -> None:
        await asyncio.gather(*(ask(pace) for _ in range(8)))

    time = Time()
    web = Web(lambda _: answer(), time, 1.0)
    pace = Pace(web, FetchSettings(gap=0, host_concurrency=most), time.clock)
    asyncio.run(whole())
    assert web.most == most


def test_a_request_that_is_cancelled_gives_back_its_turn() -> None:
    async def whole() -> int | Exception:
        async def never() -> None:
            async with request(URL, deadline=60) as wanted, pace.open(wanted):
                await asyncio.sleep(60)

        for _ in range(FAILURES + 1):
            tasks = [asyncio.create_task(never()) for _ in range(5)]
            await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return await asyncio.wait_for(ask(pace), 5)

    pace = Pace(Web(lambda _: answer()), FetchSettings(gap=0, workers=2))
    assert asyncio.run(whole()) == 200
