from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.config import FetchSettings
from scraper.errors import ConnectionFailedError, FetchError, HostParkedError, RedirectError, RobotsDeniedError
from scraper.fetchers.clock import Clock, utc_now
from scraper.fetchers.retry import MAX_ASKED, RetryBudget, asked_wait, retry_after, retrying
from scraper.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(1994, 11, 6, 8, 49, 7, tzinfo=UTC)
URL = "https://example.org/story"


def answer(status: int, *headers: tuple[str, str]) -> Page:
    return Page(URL, URL, status, headers, b"", NOW, "live")


def run(settings: FetchSettings, outcomes: list[Page | Exception]) -> tuple[Page | Exception, list[float], int]:
    """What the policy made of `outcomes`: its end, the seconds it slept, and the attempts it left unused."""
    slept: list[float] = []
    left: Iterator[Page | Exception] = iter(outcomes)

    async def attempt() -> Page:
        outcome = next(left)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    budget = RetryBudget()
    clock = Clock(sleep=sleep, now=lambda: NOW)

    async def whole() -> Page | Exception:
        try:
            page: Page = await retrying(settings, lambda: settings.deadline - sum(slept), budget, clock)(attempt)
        except FetchError as error:
            return error
        return page

    end = asyncio.run(whole())
    return end, slept, len(list(left))


@pytest.mark.parametrize("status", [408, 429, 500, 501, 502, 503, 504, 520, 599])
def test_statuses_that_may_pass_are_asked_again(status: int) -> None:
    good = answer(200)
    end, slept, _ = run(FetchSettings(), [answer(status), answer(status), good])
    assert end is good
    assert len(slept) == 2


@pytest.mark.parametrize("status", [200, 204, 300, 304, 400, 401, 403, 404, 410, 451])
def test_other_statuses_stand_at_once(status: int) -> None:
    page = answer(status, ("retry-after", "1"))
    assert run(FetchSettings(), [page, answer(200)]) == (page, [], 1)


def test_the_last_answer_is_returned_when_attempts_are_used_up() -> None:
    pages = [answer(503), answer(500), answer(429)]
    end, slept, _ = run(FetchSettings(attempts=3), [*pages])
    assert end is pages[-1]
    assert len(slept) == 2


def test_errors_that_may_pass_are_tried_again_and_the_last_is_raised() -> None:
    faults = [ConnectionFailedError("one"), ConnectionFailedError("two")]
    end, slept, _ = run(FetchSettings(attempts=2), [*faults])
    assert end is faults[-1]
    assert len(slept) == 1


def test_errors_that_stay_are_raised_at_once() -> None:
    fault = RedirectError("circle")
    assert run(FetchSettings(), [fault, answer(200)]) == (fault, [], 1)


def test_sleeps_double_and_jitter_by_no_more_than_the_first() -> None:
    _, slept, _ = run(FetchSettings(attempts=5, backoff=0.5), [answer(503)] * 5)
    assert all(base <= seconds <= base + 0.5 for base, seconds in zip([0.5, 1, 2, 4], slept, strict=True))
    assert len({round(seconds % 0.5, 9) for seconds in slept}) > 1


def test_sleeps_after_errors_back_off_too() -> None:
    _, slept, _ = run(FetchSettings(attempts=2, backoff=0.5), [ConnectionFailedError("x"), answer(200)])
    assert 0.5 <= slept[0] <= 1


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 30.0),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 30.0),
        ("Sun Nov  6 08:49:37 1994", 30.0),
        ("Sun, 06 Nov 1994 09:49:37 +0100", 30.0),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0.0),
        ("9" * 5000, float("inf")),
        ("", None),
        ("-3", None),
        ("1.5", None),
        ("٣", None),
        ("soon", None),
        ("Sun, 06 Nov 99999 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 08:49:37 +9999999999", None),
    ],
)
def test_retry_after_is_read_in_every_form(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text())
def test_retry_after_never_fails(value: str) -> None:
    seconds = retry_after(value, NOW)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize("value", ["7", "Sun, 06 Nov 1994 08:49:14 GMT"])
@pytest.mark.parametrize("status", [408, 429, 503])
def test_retry_after_is_slept_instead_of_the_back_off(status: int, value: str) -> None:
    good = answer(200)
    assert run(FetchSettings(), [answer(status, ("retry-after", value)), good]) == (good, [7.0], 0)


@pytest.mark.parametrize("value", ["0", "Sun, 06 Nov 1994 08:00:00 GMT"])
def test_a_retry_after_of_now_is_not_slept(value: str) -> None:
    assert run(FetchSettings(backoff=5), [answer(503, ("retry-after", value)), answer(200)])[1] == [0.0]


def test_a_retry_after_that_says_nothing_is_ignored() -> None:
    _, slept, _ = run(FetchSettings(backoff=1), [answer(503, ("retry-after", "soon")), answer(200)])
    assert 1 <= slept[0] <= 2


@pytest.mark.parametrize("value", ["3600", "Sun, 06 Nov 1994 10:00:00 GMT", "9" * 5000])
def test_a_retry_after_past_the_deadline_ends_the_url_at_once(value: str) -> None:
    page = answer(429, ("retry-after", value))
    assert run(FetchSettings(deadline=30), [page, answer(200)]) == (page, [], 1)


def test_a_back_off_past_the_deadline_ends_in_the_error_at_hand() -> None:
    fault = ConnectionFailedError("refused")
    assert run(FetchSettings(deadline=2, backoff=2), [fault, answer(200)]) == (fault, [], 1)


def test_a_dead_network_is_not_hammered() -> None:
    """Once the run's budget is spent, each URL is tried once; answers earn it back."""

    async def tries(budget: RetryBudget) -> int:
        tried = 0

        async def attempt() -> Page:
            nonlocal tried
            tried += 1
            raise ConnectionFailedError("dead")

        async def sleep(_seconds: float) -> None:
            pass

        with pytest.raises(ConnectionFailedError):
            await retrying(FetchSettings(), lambda: 30, budget, Clock(sleep=sleep))(attempt)
        return tried

    async def whole() -> list[int]:
        budget = RetryBudget(most=5, share=0.5)
        before = [await tries(budget) for _ in range(4)]
        for _ in range(4):
            budget.earn()
        return [*before, await tries(budget), await tries(budget)]

    assert asyncio.run(whole()) == [4, 3, 1, 1, 3, 1]


def test_a_budget_never_holds_more_than_its_most() -> None:
    budget = RetryBudget(most=2)
    for _ in range(100):
        budget.earn()
    budget.spend()
    budget.spend()
    assert budget.spent


@pytest.mark.parametrize("kind", [HostParkedError, RobotsDeniedError])
def test_a_site_that_is_parked_or_closed_is_not_asked_again(kind: type[FetchError]) -> None:
    fault = kind("no")
    assert run(FetchSettings(), [fault, answer(200)]) == (fault, [], 1)


@pytest.mark.parametrize(
    ("sent", "seconds"),
    [
        ("Sun, 06 Nov 1994 08:49:00 GMT", 37.0),
        ("Sun, 06 Nov 1994 03:49:27 GMT", 18010.0),
        ("Sun, 06 Nov 1994 10:00:00 GMT", 0.0),
        ("no date", 30.0),
    ],
)
def test_a_date_counts_from_the_date_of_the_answer(sent: str, seconds: float) -> None:
    page = answer(503, ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"), ("date", sent))
    assert asked_wait(page, NOW) == seconds


@pytest.mark.parametrize("value", ["9" * 5000, "Sun, 06 Nov 2094 08:49:37 GMT"])
def test_an_absurd_wait_is_capped_at_a_day(value: str) -> None:
    assert asked_wait(answer(429, ("retry-after", value)), NOW) == MAX_ASKED


def test_the_clock_is_aware_and_in_utc() -> None:
    assert utc_now().tzinfo is UTC
