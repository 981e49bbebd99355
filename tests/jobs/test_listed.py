"""What a list says of an article, for what its page does not say."""

from __future__ import annotations

import pytest

from scraper.article import Article
from scraper.jobs.listed import filled, told_by_list

TOLD = {"title": "The bridge opens", "published_at": "2026-11-26"}


def article(**values: object) -> Article:
    return Article.model_validate({"id": "a", "rules_version": "r", "outcome": "article", **values})


@pytest.mark.parametrize(
    ("page", "title", "provenance"),
    [
        pytest.param(article(), "The bridge opens", {"title": "list", "published_at": "list"}, id="nothing said"),
        pytest.param(
            article(title="Own", provenance={"title": "h1"}),
            "Own",
            {"title": "h1", "published_at": "list"},
            id="its own",
        ),
        pytest.param(article(outcome="gone"), None, {}, id="no article"),
        pytest.param(article(outcome="unchanged"), None, {}, id="unchanged"),
    ],
)
def test_only_what_an_article_does_not_say_is_taken(
    page: Article, title: str | None, provenance: dict[str, str]
) -> None:
    made = filled(page, TOLD)
    assert (made.title, made.provenance) == (title, provenance)


def test_nothing_told_changes_nothing() -> None:
    assert filled(article(), {"title": None, "published_at": None}) == article()


def test_what_a_list_told_is_found_again_in_the_record() -> None:
    record = filled(article(title="Own", provenance={"title": "h1"}), TOLD).model_dump(mode="json")
    assert told_by_list(record) == {"published_at": "2026-11-26"}
    assert told_by_list({"provenance": None}) == {}
