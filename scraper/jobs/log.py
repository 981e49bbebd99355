"""What a run tells its log: a line each for its beginning and end, each source read, each record and each failure."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scraper.article import Article
    from scraper.jobs.sources import Read
    from scraper.jobs.summary import Summary
    from scraper.stores.history import Run

_LOG: Final = logging.getLogger(__name__)
_LOG.addHandler(logging.NullHandler())  # a program that has set up no logging is told nothing


def begins(job: str, run: Run) -> None:
    """A run begins, or joins that of other machines."""
    _LOG.info("run begins", extra={"job": job, "run": run.number, "joined": run.joined})


def ends(summary: Summary) -> None:
    """A run ends."""
    told = summary.told()
    counts = {name: told[name] for name in ("job", "run", "exit_code", "fetched", "written", "waiting", "undelivered")}
    _LOG.info("run ends", extra=counts)


def source_read(name: str, read: Read) -> None:
    """A source was read; what could not be is a line each."""
    for failure in read.failures:
        fault = {"source": name, "url": failure.address, "kind": failure.kind, "error": failure.message}
        _LOG.warning("source failed", extra=fault)
    _LOG.info("source read", extra={"source": name, "listed": read.listed, "due": read.due})


def page_done(source: str, article: Article, *, written: bool, skipped: str | None) -> None:
    """A page was fetched; `written` is whether its record is, `skipped` why not."""
    told = {"source": source, "url": article.url, "outcome": article.outcome}
    if article.error:
        error = {"kind": article.error.kind, "error": article.error.message, "retryable": article.error.retryable}
        _LOG.warning("page failed", extra=told | error | {"written": written})
    elif written:
        _LOG.info("record written", extra=told | {"words": article.word_count, "revision": article.revision})
    else:
        _LOG.info("page same" if not skipped else "page skipped", extra=told | ({"why": skipped} if skipped else {}))
