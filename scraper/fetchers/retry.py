"""When a URL is asked again, and after how long. What is worth it, the errors say: see `scraper.errors`."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, Protocol

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    retry_if_result,
    stop_after_attempt,
    stop_any,
    wait_exponential,
    wait_random,
)
from tenacity.stop import stop_base

from scraper.errors import HostParkedError, ScraperError, may_pass
from scraper.fetchers.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.config import FetchSettings
    from scraper.page import Page

MAX_BACKOFF: Final = 60.0
MAX_ASKED: Final = 24 * 3600.0
"""Seconds of Retry-After beyond which nothing is made of it."""

_DELTA_SECONDS = re.compile(r"[0-9]+")


class Headed(Protocol):
    """What has headers: a page, or the head of an answer."""

    def header(self, name: str) -> str | None:
        """Value of the first header called `name` (lower case), or None."""


class RetryBudget:
    """Retries that a run has left, so that a dead network is not hammered.

    There are `most` to begin with, and a `share` of one is earned by each URL that was answered.
    """

    def __init__(self, most: int = 50, share: float = 0.2) -> None:
        self._most = most
        self._share = share
        self._left = float(most)

    @property
    def spent(self) -> bool:
        """Whether none is left."""
        return self._left < 1

    def spend(self) -> None:
        """Take one."""
        self._left -= 1

    def earn(self) -> None:
        """Note that a URL was answered."""
        self._left = min(self._left + self._share, self._most)


def retrying(
    settings: FetchSettings, left: Callable[[], float], budget: RetryBudget, clock: Clock | None = None
) -> AsyncRetrying:
    """Policy that calls an `async (...) -> Page` again while its outcome is worth it.

    Asked again: errors that are `retryable`, and answers whose status may pass. Between attempts it sleeps what
    Retry-After says, else exponentially longer from `settings.backoff` seconds with jitter as large. When the
    attempts or the run's `budget` are used up, a sleep would take more than the seconds `left()`, or the site is
    parked, the last outcome stands: the page is returned, the error raised.
    """
    clock = clock or Clock()
    backoff = wait_exponential(multiplier=settings.backoff, max=MAX_BACKOFF) + wait_random(0, settings.backoff)

    def wait(state: RetryCallState) -> float:
        page = _page(state)
        asked = asked_wait(page, clock.now()) if page else None
        return backoff(state) if asked is None else asked

    return AsyncRetrying(
        sleep=clock.sleep,
        stop=stop_any(stop_after_attempt(settings.attempts), _Hopeless(left, budget)),
        wait=wait,
        retry=retry_if_exception(_is_retryable) | retry_if_result(_has_passing_status),
        before_sleep=lambda _state: budget.spend(),
        retry_error_callback=_last_outcome,
    )


def asked_wait(answer: Headed, now: datetime) -> float | None:
    """Seconds that an answer asks to wait in Retry-After, at most MAX_ASKED; None where it does not.

    A date there counts from the answer's own Date: the server's clock may be wrong, but it is the one that both stand
    by. `now`, aware, takes its place where that is missing.
    """
    value = answer.header("retry-after")
    sent = _http_date(answer.header("date") or "")
    asked = None if value is None else retry_after(value, sent or now)
    return None if asked is None else min(asked, MAX_ASKED)


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait from `now` that a Retry-After header asks for, or None where it is neither of its forms.

    Both forms of RFC 9110 10.2.3: delta-seconds and HTTP-date, a past one meaning 0.
    """
    text = value.strip()
    if _DELTA_SECONDS.fullmatch(text):
        return float(text)
    date = _http_date(text)
    return max(0.0, (date - now).total_seconds()) if date else None


def _http_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    # The asctime form names no zone; every HTTP-date is in UTC (RFC 9110 5.6.7).
    return date if date.tzinfo else date.replace(tzinfo=UTC)


class _Hopeless(stop_base):
    """Stops where there is no time, or no retry, left for another attempt."""

    def __init__(self, left: Callable[[], float], budget: RetryBudget) -> None:
        self._left = left
        self._budget = budget

    def __call__(self, retry_state: RetryCallState) -> bool:
        return self._budget.spent or retry_state.upcoming_sleep >= self._left()


def _page(state: RetryCallState) -> Page | None:
    """Answer of the last attempt, if there was one."""
    page: Page | None = None if state.outcome is None or state.outcome.failed else state.outcome.result()
    return page


def _has_passing_status(page: Page) -> bool:
    return may_pass(page.status)


def _is_retryable(error: BaseException) -> bool:
    return isinstance(error, ScraperError) and error.retryable and not isinstance(error, HostParkedError)


def _last_outcome(state: RetryCallState) -> Page | None:
    page: Page | None = state.outcome.result() if state.outcome else None
    return page
