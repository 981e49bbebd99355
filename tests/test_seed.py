"""The document the project began with: an article as a careless scraper left it, and what cleaning it must give."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from scraper.page import text_page
from scraper.pipeline import process

if TYPE_CHECKING:
    from scraper.article import Article

SEED = Path(os.environ.get("SCRAPER_SHARED") or Path(__file__).parents[2] / "shared") / "seed"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason=f"{SEED} is absent; set SCRAPER_SHARED to the folder that holds seed/"
)


@pytest.fixture(scope="module")
def article() -> Article:
    return process(text_page((SEED / "dirty.txt").read_bytes()))


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("field", ["title", "summary", "language", "agencies", "tags", "text"])
def test_field_is_as_expected(article: Article, expected: dict[str, Any], field: str) -> None:
    assert article.model_dump(mode="json")[field] == expected[field]


def test_blocks_are_as_expected(article: Article, expected: dict[str, Any]) -> None:
    assert [{"type": block.type, "text": block.text} for block in article.blocks] == expected["blocks"]


def test_photo_credit_is_an_images(article: Article, expected: dict[str, Any]) -> None:
    assert [image.credit for image in article.images] == expected["photo_credits"]


def test_flags_are_as_expected(article: Article, expected: dict[str, Any]) -> None:
    assert article.access.flags == expected["access"]["flags"]


def test_what_was_removed_is_shown_with_a_rule_and_nothing_else_is(article: Article, expected: dict[str, Any]) -> None:
    assert [item.text for item in article.removed] == expected["removed_texts"]
    assert all(item.rule for item in article.removed)
