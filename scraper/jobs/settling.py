"""What a fetch leaves: when the page is to be asked for again, and whether its record says anything new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scraper.errors import may_pass
from scraper.jobs.sums import TEXTS
from scraper.page import conditions
from scraper.stores.pages import Settled

if TYPE_CHECKING:
    from datetime import datetime

    from scraper.article import Article
    from scraper.page import Page
    from scraper.stores.pages import Task
    from scraper.stores.records import Written

FIRST_RETRY: Final = timedelta(minutes=1)
"""Time after which a failure that may pass is tried again; four times as much after each further one."""
LAST_RETRY: Final = timedelta(days=1)
MAX_FAILURES: Final = 8
"""Failures in a row after which a page is given up: some five days."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a page: its record, with the answer it was read from (None: there was none).

    `signature` is that of its text; `skipped` says why it is not written although it is new: `reserved` or `old`.
    """

    article: Article
    page: Page | None
    signature: bytes | None = None
    skipped: str | None = None


def is_settled(article: Article) -> bool:
    """Whether a record is the last word on its page: anything but a failure that may pass."""
    failed_for_now = article.error is not None and article.error.retryable
    return not failed_for_now and not may_pass(article.status)


def is_news(article: Article, last: Written | None) -> bool:
    """Whether a record is to be written, after the `last` one of its page.

    What says the same again is not: same outcome, same error, same body. Nor does a page that was an article once cease
    to be one because it cannot be had for now: only a new body is news then, or that it is gone.
    """
    if article.outcome == "unchanged":
        return False
    if last is None:
        return True
    if last.outcome in TEXTS and article.outcome not in TEXTS | {"gone"}:
        return False
    kind = article.error.kind if article.error else None
    return (last.outcome, last.error_kind, last.content_hash) != (article.outcome, kind, article.content_hash)


def settled(task: Task, outcome: Outcome, now: datetime, *, news: bool) -> Settled:
    """What the fetch of `task` leaves; `news` is whether its record is written."""
    article, page = outcome.article, outcome.page
    failures = 0 if is_settled(article) else task.failures + 1
    again = now + retry_after(failures) if 0 < failures < MAX_FAILURES else None
    asked = conditions(page) if page and article.outcome in TEXTS else task.conditions
    return Settled(
        key=task.key,
        due_at=again.isoformat() if again else None,
        fetched_at=now.isoformat(),
        status=article.status,
        outcome=(task.outcome or article.outcome) if article.outcome == "unchanged" else article.outcome,
        failures=failures,
        idle=0 if news or failures else task.idle + 1,
        final_url=asked.url if asked else article.final_url,
        etag=asked.etag if asked else None,
        last_modified=asked.last_modified if asked else None,
        record_id=article.id if news or task.record_id is None else task.record_id,
    )


def retry_after(failures: int) -> timedelta:
    """Time to wait after so many failures in a row."""
    return min(FIRST_RETRY * int(4 ** (failures - 1)), LAST_RETRY)
