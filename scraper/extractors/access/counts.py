"""Counts: a text beside JSON-LD's `wordCount`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scraper.extractors.document import Document

SHORT_OF_DECLARED: Final = 0.6
"""Share of the count under which a text is far from whole."""
WHOLE: Final = 0.9
"""Share of it from which a text is whole: what counts is what is told, captions and notes may be in it."""
PER_WORD: Final = 4
"""Some pages count characters; a word has more than this many."""

_COUNT: Final = re.compile(r"\d{1,7}")


def declared_words(document: Document) -> int | None:
    """JSON-LD's `wordCount` of the article; None where it is no count."""
    count = str(document.linked.article.get("wordCount") or "").strip()
    return int(count) if _COUNT.fullmatch(count) else None


def falls_short(document: Document, text: str, share: float = SHORT_OF_DECLARED) -> bool:
    """Whether a text has less than `share` of the count, as words and as characters."""
    declared = declared_words(document)
    return bool(declared) and max(len(text.split()), len(text) / PER_WORD) < share * (declared or 0)


def is_whole(document: Document, text: str) -> bool:
    """Whether a text has about all the words of the count; not so where there is none."""
    declared = declared_words(document)
    return bool(declared) and len(text.split()) >= WHOLE * (declared or 0)
