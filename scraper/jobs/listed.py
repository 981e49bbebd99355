"""What a feed or news sitemap says of an article, for what its page does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scraper.jobs.sums import TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scraper.article import Article

LIST: Final = "list"
"""Provenance of a field that the list which names the page tells, and the page itself does not."""
FIELDS: Final = ("title", "published_at")


def filled(article: Article, told: Mapping[str, str | None]) -> Article:
    """`article` with the FIELDS that its page does not give, as `told` has them."""
    if article.outcome not in TEXTS:
        return article
    added = {name: value for name in FIELDS if getattr(article, name) is None and (value := told.get(name))}
    return article.model_copy(
        update={**added, "provenance": {**article.provenance, **dict.fromkeys(added, LIST)}} if added else {}
    )


def told_by_list(record: Mapping[str, Any]) -> dict[str, str | None]:
    """Those fields of a record, as JSON gives it, that a list told."""
    provenance = record.get("provenance")
    named = provenance if isinstance(provenance, dict) else {}
    return {name: record.get(name) for name in FIELDS if named.get(name) == LIST}
