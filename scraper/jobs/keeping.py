"""A record on its way out: into the state and the outbox, together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scraper.stores.outbox import Delivery
from scraper.stores.records import Written

if TYPE_CHECKING:
    from datetime import datetime

    from scraper.article import Article
    from scraper.stores.state import State


@dataclass(frozen=True, slots=True)
class News:
    """A record to be written: `signature` is that of its text, `source` and `site` are those of its page.

    `family` is the one that it stays in (None: to be found).
    """

    article: Article
    signature: bytes | None
    source: str
    site: str
    family: str | None = None


def keep(state: State, news: News, last: Written | None, now: datetime) -> Article:
    """Keep what is written of a page after the `last` record, and put it into the outbox; gives it as it is there.

    Within a transaction.
    """
    article, signed = news.article, news.signature
    family = news.family or (state.records.family(article.id, signed) if signed else None)
    revision = last.revision + 1 if last else 1
    named = {"revision": revision, "previous_hash": last.content_hash if last else None, "family": family}
    article = article.model_copy(update=named)
    at = article.fetched_at or now.isoformat()
    kind = article.error.kind if article.error else None
    state.records.put(
        Written(article.id, article.url, article.outcome, kind, article.content_hash, revision, at, family, signed)
    )
    day = now.date().isoformat()
    state.outbox.put(Delivery(news.source, news.site, day, article.id, revision, article.model_dump_json()))
    return article
