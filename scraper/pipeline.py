"""The whole way of the data, from a page to its record.

Pure: no network, no clock, no files. The command line, the Python API and scheduled runs all call this.
"""

from __future__ import annotations

import logging
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from scraper.article import Article, Failure
from scraper.cleaners import plain
from scraper.cleaners.clean import clean, rules_version
from scraper.cleaners.steps import ALL_ON, PAGE_STEPS, TEXT_STEPS
from scraper.config import site_of
from scraper.domain import site
from scraper.errors import InternalError, MediaTypeError, RetryStatusError, StatusError, may_pass
from scraper.extractors.charset import decode
from scraper.extractors.extract import extract
from scraper.extractors.outcome import GONE, REFUSED
from scraper.normaliser import normalise, stable_id
from scraper.page import encodable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from scraper.article import Outcome
    from scraper.config import Profile, Site
    from scraper.errors import ScraperError
    from scraper.extractors.model.block_model import BlockModel
    from scraper.page import Page

MARKUP = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml", None})
"""Media types read as HTML; None is a server that does not say."""
TEXT = "text/plain"
CLIENT_ERROR, SERVER_ERROR = 400, 500
NO_SITES: Final[Mapping[str, Site]] = MappingProxyType({})


_LOG: Final = logging.getLogger(__name__)


def process(
    page: Page,
    model: BlockModel | None = None,
    profile: Profile = "balanced",
    sites: Mapping[str, Site] = NO_SITES,
    off: frozenset[str] = ALL_ON,
) -> Article:
    """Record of a page. Never raises: a page that is no article says so in `outcome`.

    `model` chooses the body, None is the one that ships; `profile` says how much of what is doubtful it takes;
    `sites` are sites' own settings by host, which lead where a page is one of theirs; `off` names the cleaning rules
    that are not applied.

    A fault of this program becomes a record of error kind `internal` and is logged: no page may end a batch.
    """
    try:
        return _record(page, model, profile, sites, off)
    except Exception as error:  # noqa: BLE001 - the one net under every batch
        _LOG.warning("internal error at %s", page.url or "an input without a URL", exc_info=True)
        told = (
            f"a fault of this program ({type(error).__name__}: {error}); run again with -v and report it with the input"
        )
        return failure(page.url, InternalError(told), page=page)


def _record(
    page: Page, model: BlockModel | None, profile: Profile, sites: Mapping[str, Site], off: frozenset[str]
) -> Article:
    if page.unchanged:
        return _bare(page.url, page, outcome="unchanged")
    if fault := _fault(page):
        return failure(page.url, fault, page=page)
    if page.media_type == TEXT:
        draft = clean(plain.read(decode(page).text), TEXT_STEPS, off)
    else:
        draft = clean(extract(page, model, profile, site_of(sites, page.final_url or page.url)), PAGE_STEPS, off)
    return normalise(page, draft, rules_version(off))


def failure(
    url: str | None, error: ScraperError, *, fetched_at: datetime | None = None, page: Page | None = None
) -> Article:
    """Record of an input that gave no article: the error's outcome, kind, message and retryability.

    `page` is the answer the error is about, where there was one.
    """
    message = encodable(str(error))
    told = Failure(kind=error.kind, message=message, retryable=error.retryable)
    return _bare(url, page, outcome=error.outcome, error=told, fetched_at=fetched_at)


def _bare(
    url: str | None,
    page: Page | None,
    *,
    outcome: Outcome,
    error: Failure | None = None,
    fetched_at: datetime | None = None,
) -> Article:
    """Record of an input that nothing is read from."""
    when = page.fetched_at if page else fetched_at
    url = encodable(url or "") or url
    return Article(
        id=stable_id(url, error.message.encode() if error else b""),
        url=url,
        final_url=encodable(page.final_url) if page and page.final_url else None,
        site=site(url),
        status=page.status if page else None,
        fetched_at=when.isoformat() if when else None,
        rules_version=rules_version(),
        outcome=outcome,
        error=error,
    )


def _fault(page: Page) -> ScraperError | None:
    """What keeps an answer from being read as a page at all."""
    status = page.status or 0
    if status >= SERVER_ERROR or may_pass(status):
        return RetryStatusError(f"{page.url}: the server answered {status}; try again later")
    if status >= CLIENT_ERROR and status not in GONE | REFUSED:
        return StatusError(f"{page.url}: the server answered {status}; check the URL")
    if page.media_type not in MARKUP | {TEXT}:
        return MediaTypeError(
            f"{page.url}: {page.media_type} is neither HTML nor text; give the URL of an article page"
        )
    return None
