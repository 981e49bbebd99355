"""What a fetch leaves: news or not, and when to ask again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from scraper.article import Article, Failure
from scraper.jobs.settling import MAX_FAILURES, Outcome, is_news, is_settled, retry_after, settled
from scraper.page import Conditions, Page
from scraper.stores.pages import Task
from scraper.stores.records import Written

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
OLD = Conditions("https://paper.example/a", '"old"', None)


def article(outcome: str = "article", text: str | None = "h", **error: object) -> Article:
    told = Failure.model_validate({"kind": "k", "message": "m", "retryable": False, **error}) if error else None
    values = {"id": "a", "rules_version": "r", "outcome": outcome, "content_hash": text, "error": told}
    return Article.model_validate(values)


def last(outcome: str = "article", text: str | None = "h", kind: str | None = None) -> Written:
    return Written("a", None, outcome, kind, text, 1, NOW.isoformat())


def task(failures: int = 0, outcome: str | None = None) -> Task:
    return Task("k", "https://paper.example/a", "s", "x", failures, 0, None, outcome, None, OLD)


def page(**headers: str) -> Page:
    url = "https://paper.example/a"
    return Page(url, url, 200, tuple(headers.items()), b"", NOW, "live")


@pytest.mark.parametrize(
    ("now", "before", "news"),
    [
        pytest.param(article(), None, True, id="the first"),
        pytest.param(article(), last(), False, id="the same again"),
        pytest.param(article(text="new"), last(), True, id="another body"),
        pytest.param(article("unchanged", None), None, False, id="unchanged"),
        pytest.param(article("error", None, kind="deadline"), None, True, id="a first failure"),
        pytest.param(article("error", None, kind="x"), last("error", None, "x"), False, id="the same failure"),
        pytest.param(article("error", None, kind="y"), last("error", None, "x"), True, id="another failure"),
        pytest.param(article(), last("error", None, "x"), True, id="an article after a failure"),
        pytest.param(article("error", None, kind="x"), last(), False, id="a failure after an article"),
        pytest.param(article("blocked", None), last(), False, id="blocked after an article"),
        pytest.param(article("gone", None), last(), True, id="gone after an article"),
        pytest.param(article("liveblog"), last(), True, id="a live blog that was an article"),
    ],
)
def test_what_is_news(now: Article, before: Written | None, *, news: bool) -> None:
    assert is_news(now, before) is news


@pytest.mark.parametrize(
    ("status", "retryable", "last_word"),
    [
        (200, None, True),
        (404, None, True),
        (503, True, False),
        (None, True, False),
        (429, None, False),
        (None, False, True),
    ],
)
def test_only_what_may_pass_is_not_the_last_word(status: int | None, retryable: bool | None, last_word: bool) -> None:  # noqa: FBT001
    error = {} if retryable is None else {"retryable": retryable}
    assert is_settled(article("error", None, **error).model_copy(update={"status": status})) is last_word


def test_failures_are_tried_again_more_and_more_slowly_and_then_given_up() -> None:
    waits = [retry_after(failures) for failures in range(1, MAX_FAILURES)]
    assert waits == sorted(waits)
    assert (waits[0], max(waits)) == (timedelta(minutes=1), timedelta(days=1))
    failing = Outcome(article("error", None, retryable=True), None)
    again = settled(task(1), failing, NOW, news=False)
    assert (again.failures, again.due_at) == (2, (NOW + timedelta(minutes=4)).isoformat())
    assert settled(task(MAX_FAILURES - 1), failing, NOW, news=False).due_at is None


def test_a_success_ends_the_count_of_failures() -> None:
    left = settled(task(3), Outcome(article(), page()), NOW, news=True)
    assert (left.failures, left.due_at, left.record_id) == (0, None, "a")


@pytest.mark.parametrize(
    ("outcome", "etag"),
    [
        pytest.param(Outcome(article(), page(etag='"new"')), '"new"', id="an article"),
        pytest.param(Outcome(article(), page()), None, id="an article without"),
        pytest.param(Outcome(article("unchanged", None), page(etag='"x"')), '"old"', id="unchanged"),
        pytest.param(Outcome(article("error", None, retryable=True), None), '"old"', id="a failure"),
        pytest.param(Outcome(article("consent_wall", None), page(etag='"wall"')), '"old"', id="a wall is no article"),
        pytest.param(Outcome(article(), page(etag='"caf\xe9"')), None, id="what cannot be sent"),
    ],
)
def test_conditions_are_those_of_the_last_article(outcome: Outcome, etag: str | None) -> None:
    assert settled(task(), outcome, NOW, news=False).etag == etag


def test_fetches_for_nothing_are_counted() -> None:
    assert settled(task(), Outcome(article(), page()), NOW, news=False).idle == 1
    assert settled(task(), Outcome(article(), page()), NOW, news=True).idle == 0
    kept = settled(task(outcome="article"), Outcome(article("unchanged", None), page()), NOW, news=False)
    assert (kept.idle, kept.outcome) == (1, "article")
