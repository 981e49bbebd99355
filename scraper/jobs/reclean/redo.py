"""One record made anew of its archived answer, in a worker process, and held against the old one."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from scraper import warc
from scraper.errors import InputError, InternalError, WorkerError
from scraper.jobs.listed import filled, told_by_list
from scraper.jobs.reclean.difference import Difference, difference, difference_by_hash
from scraper.jobs.sums import TEXTS
from scraper.normaliser import stable_id
from scraper.sameness import signature

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scraper.article import Article
    from scraper.jobs.reclean.archives import Answer
    from scraper.page import Page
    from scraper.stores.records import Written

What = Literal["same", "changed", "failed", "missing", "no_answer"]


@dataclass(frozen=True, slots=True)
class Old:
    """A record to be made anew: as it was written (None: not at hand), as the state knows it (None: there is none).

    `answer` is what it is made of (None: not in the archive); `answered` is false where there never was one.
    """

    url: str | None
    data: bytes | None
    last: Written | None
    answer: Answer | None
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Redone:
    """What came of it: the new record and what differs, where it could be made.

    `exact` is whether it was made of the same answer as the old one; `by_hash` whether only what the state knows could
    be compared. `signature` is that of the text; `why` says why there is no record.
    """

    what: What
    url: str | None = None
    article: Article | None = None
    signature: bytes | None = None
    difference: Difference = Difference()  # noqa: RUF009 - frozen
    exact: bool = True
    by_hash: bool = False
    why: str | None = None


def redone(old: Old, process: Callable[[Page], Article], only: frozenset[str] = frozenset()) -> Redone:
    """Make the record anew, and compare the fields `only` (none named: all)."""
    record = record_of(old.data)
    if record is None and (old.data is not None or old.last is None):
        return Redone("failed", old.url, why="a line that is no record; leave it out")
    if old.answer is None:
        return Redone("missing" if old.answered else "no_answer", old.url)
    try:
        page = warc.page(old.answer.exchange, old.url or "?")
    except InputError as error:
        return Redone("failed", old.url, why=str(error))
    article = filled(process(replace(page, url=old.url, site=_said(record))), told_by_list(record or {}))
    if article.error and article.error.kind == InternalError.kind:
        return Redone("failed", old.url, why=article.error.message)
    return _compared(old, old.answer, record, article, only)


def _compared(
    old: Old, answer: Answer, record: Mapping[str, Any] | None, article: Article, only: frozenset[str]
) -> Redone:
    """What came of a record, held against the old one, or against what the state knows of that."""
    found = Difference()
    if record is not None:
        article = _named(record, article)
        found = difference(record, article, only)
    elif old.last is not None:
        found = difference_by_hash(old.last, article, only)
    by_hash = record is None
    if not found.fields:
        return Redone("same", old.url, difference=found, exact=answer.exact, by_hash=by_hash)
    signed = signature(article.text) if article.outcome in TEXTS and article.text else None
    return Redone("changed", old.url, article, signed, found, answer.exact, by_hash)


def not_redone(old: Old, *, error: WorkerError) -> Redone:
    """What came of a record that no worker could make, for `error`."""
    return Redone("failed", old.url, why=str(error.of(old.url or "a record")))


def record_of(data: bytes | None) -> dict[str, Any] | None:
    """The record in a line; None where it holds none."""
    try:
        found = json.loads(data or b"null")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("outcome") and found.get("id") else None


def _named(old: Mapping[str, Any], article: Article) -> Article:
    """`article` as the successor of the record `old`: with its id, where that was given and not made of its URL."""
    urls = (old.get(name) for name in ("canonical_url", "final_url", "url"))
    named = {
        "revision": old.get("revision") or 1,
        "previous_hash": old.get("previous_hash"),
        "family": old.get("family"),
    }
    if all(old["id"] != stable_id(url, b"") for url in urls if isinstance(url, str)):
        named["id"] = old["id"]
    return article.model_copy(update=named)


def _said(record: Mapping[str, Any] | None) -> tuple[tuple[str, str], ...]:
    """What the site said of text and data mining when the page was fetched: its tdmrep.json is not in the archive."""
    rights = (record or {}).get("rights")
    told = rights if isinstance(rights, dict) else {}
    reserved, policy = told.get("tdm_reservation"), told.get("tdm_policy")
    values = (("tdm-reservation", None if reserved is None else str(int(reserved))), ("tdm-policy", policy))
    return tuple((name, value) for name, value in values if value)
