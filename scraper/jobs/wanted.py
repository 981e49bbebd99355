"""Which links of a source are wanted, and which of the pages that are known are to be fetched again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from scraper.url_key import untracked, url_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scraper.config import Source
    from scraper.discovery.link import Link
    from scraper.stores.pages import Known

PATIENCE: Final = timedelta(minutes=15)
"""Time for which a source's word of a change is not taken after it led to a fetch for nothing; it doubles."""
LONGEST: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Selection:
    """Links that are wanted, by the key of their page, and how many were not, by reason."""

    links: Mapping[str, Link]
    left_out: Mapping[str, int]


def selected(links: Iterable[Link], source: Source, now: datetime) -> Selection:
    """The links of a source that are wanted: one a page, in order, tracking parameters off.

    Reasons why others are not: `duplicate` (the same page again), `not included` (none of `include` is found),
    `excluded`, `old`.
    """
    include, exclude = (tuple(map(re.compile, patterns)) for patterns in (source.include, source.exclude))
    oldest = now - timedelta(days=source.max_age_days) if source.max_age_days else None
    kept: dict[str, Link] = {}
    left_out: Counter[str] = Counter()
    for link in links:
        key = url_key(link.url)
        tests = {
            "duplicate": key in kept,
            "not included": bool(include) and not any(pattern.search(link.url) for pattern in include),
            "excluded": any(pattern.search(link.url) for pattern in exclude),
            "old": is_older(link.modified_at or link.published_at, oldest),
        }
        reason = next((name for name, holds in tests.items() if holds), None)
        if reason:
            left_out[reason] += 1
        else:
            kept[key] = replace(link, url=untracked(link.url))
    return Selection(kept, left_out)


def why_due(link: Link, known: Known | None, source: Source, now: datetime, *, force: bool = False) -> str | None:
    """Why the page of a link is to be fetched, in a word; None where it is not, or is due already.

    A page that is known is fetched again where its source tells of a change since, and with `recheck_hours` after that
    time. A source whose word of a change proved wrong is not believed again for a while.
    """
    if known is None:
        return "new"
    if known.due_at is not None and not force:
        return None
    fetched = moment(known.fetched_at)
    since = now - fetched if fetched else LONGEST
    tests = {
        "forced": force,
        "changed": is_later(link.modified_at, known.stamp or known.fetched_at) and since >= _patience(known.idle),
        "recheck": source.recheck_hours is not None and since >= timedelta(hours=source.recheck_hours),
    }
    return next((name for name, holds in tests.items() if holds), None)


def is_put_off(link: Link, known: Known | None, now: datetime) -> bool:
    """Whether a change that a source tells of is not looked at yet, since its word proved wrong before."""
    fetched = moment(known.fetched_at) if known and known.due_at is None else None
    if known is None or fetched is None:
        return False
    return is_later(link.modified_at, known.stamp or known.fetched_at) and now - fetched < _patience(known.idle)


def moment(text: str | None) -> datetime | None:
    """A date of ISO 8601 as a moment; what gives no offset is read as UTC, a bare date as its first moment."""
    if text is None:
        return None
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_later(text: str | None, than: str | None) -> bool:
    """Whether one date of ISO 8601 lies after another; False where one of them is missing."""
    one, other = moment(text), moment(than)
    return one is not None and other is not None and one > other


def is_older(text: str | None, than: datetime | None) -> bool:
    """Whether a date of ISO 8601 lies before a moment; a bare date does when the whole of its day does."""
    found = moment(text)
    if found is None or than is None:
        return False
    return found + (timedelta(days=1) if text and len(text) == len("2026-01-01") else timedelta()) < than


def _patience(idle: int) -> timedelta:
    return min(PATIENCE * 2 ** (min(idle, 10) - 1), LONGEST) if idle else timedelta()
