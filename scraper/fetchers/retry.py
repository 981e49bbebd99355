"""When a URL is asked again, and after how long."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeAlias

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    retry_if_result,
    stop_after_attempt,
    stop_before_delay,
    wait_exponential,
    wait_random,
)

from scraper.errors import ScraperError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scraper.config import FetchSettings
    from scraper.page import Page

    Sleep: TypeAlias = Callable[[float], Awaitable[None]]
    Now: TypeAlias = Callable[[], datetime]

MAX_BACKOFF = 60.0

_RETRY_STATUSES = frozenset({408, 429, *range(500, 600)})
_DELTA_SECONDS = re.compile(r"[0-9]+")


def utc_now() -> datetime:
    """Time of day, aware, in UTC."""
    return datetime.now(UTC)


def retrying(settings: FetchSettings, *, sleep: Sleep = asyncio.sleep, now: Now = utc_now) -> AsyncRetrying:
    """Policy that calls an `async (...) -> Page` again while its outcome is worth it.

    Asked again: errors that are `retryable`, and answers 408, 429 and 5xx. Between attempts it sleeps what
    Retry-After says, else exponentially longer from `settings.backoff` seconds with jitter as large. When the
    attempts are used up, or a sleep would pass `settings.deadline` (seconds since the first attempt), the last
    outcome stands: the page is returned, the error raised.
    """
    backoff = wait_exponential(multiplier=settings.backoff, max=MAX_BACKOFF) + wait_random(0, settings.backoff)

    def wait(state: RetryCallState) -> float:
        asked_for = _asked_for(state, now())
        return backoff(state) if asked_for is None else asked_for

    return AsyncRetrying(
        sleep=sleep,
        stop=stop_after_attempt(settings.attempts) | stop_before_delay(settings.deadline),
        wait=wait,
        retry=retry_if_exception(_is_retryable) | retry_if_result(has_retry_status),
        retry_error_callback=_last_outcome,
    )


def has_retry_status(page: Page) -> bool:
    """Whether the answer says that the same request may succeed later: 408, 429 or 5xx."""
    return page.status in _RETRY_STATUSES


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait from `now` that a Retry-After header asks for, or None where it is neither of its forms.

    Both forms of RFC 9110 10.2.3: delta-seconds and HTTP-date, a past one meaning 0.
    """
    text = value.strip()
    if _DELTA_SECONDS.fullmatch(text):
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    # The asctime form names no zone; every HTTP-date is in UTC (RFC 9110 5.6.7).
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def _asked_for(state: RetryCallState, now: datetime) -> float | None:
    """Seconds that the answer of the last attempt asks to wait, if there is one and it does."""
    if state.outcome is None or state.outcome.failed:
        return None
    page: Page = state.outcome.result()
    value = page.header("retry-after")
    return None if value is None else retry_after(value, now)


def _is_retryable(error: BaseException) -> bool:
    return isinstance(error, ScraperError) and error.retryable


def _last_outcome(state: RetryCallState) -> Page | None:
    page: Page | None = state.outcome.result() if state.outcome else None
    return page
