"""A text beside the words that a page counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.access.counts import declared_words, falls_short, is_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

TEXT = "word " * 100


@pytest.mark.parametrize(
    ("count", "words", "short", "whole"),
    [
        (100, 100, False, True),
        ("110", 110, False, True),
        (120, 120, False, False),
        (900, 900, True, False),
        ("many", None, False, False),
        (None, None, False, False),
        ("9" * 50, None, False, False),
        ("²", None, False, False),
    ],
)
def test_a_text_is_whole_or_falls_short(
    count: object, words: int | None, *, short: bool, whole: bool, document: Callable[..., Document]
) -> None:
    page = document(ld={"@type": "NewsArticle", "wordCount": count})
    assert (declared_words(page), falls_short(page, TEXT), is_whole(page, TEXT)) == (words, short, whole)


def test_a_count_of_characters_is_no_shortfall(document: Callable[..., Document]) -> None:
    page = document(ld={"@type": "NewsArticle", "wordCount": 200})
    assert not falls_short(page, "wonderfully " * 45)
