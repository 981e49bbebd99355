"""The whole way of the data, from a page to its record.

Pure: no network, no clock, no files. The command line, the Python API and scheduled runs all call this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scraper.article import Article, Failure
from scraper.config import Site

if TYPE_CHECKING:
    from datetime import datetime

    from scraper.errors import ScraperError
    from scraper.page import Page


def process(page: Page, site: Site | None = None) -> Article:
    """Record of a page; never raises for what a page holds: a page that is no article says so in `outcome`."""
    raise NotImplementedError


def failure(url: str | None, error: ScraperError, *, fetched_at: datetime | None = None) -> Article:
    """Record of an input that gave no page: outcome `error`, with the error's kind, message and retryability."""
    raise NotImplementedError
