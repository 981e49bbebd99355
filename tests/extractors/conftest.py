"""Pages for the extractors' tests: a document from a head, a body and JSON-LD, and prose enough for an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from scraper.extractors.document import Document, parse

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://www.marlingpost.example/harbour/bridge-opens"

PROSE = (
    "The ferry to Lower Marling ran again on Tuesday, three weeks after a storm had torn its pier from the bank.",
    "Its crew had spent the days between mending ropes, painting rails and answering the same question on the phone.",
    "Nobody in the harbour office would say how long the new pier is meant to last, or who is going to pay for it.",
    "A carpenter who had walked along the river every morning said that the planks were better than the old ones.",
    "The next council meeting will hear a report on the costs; tickets stay at two crowns until the end of autumn.",
)


@pytest.fixture
def document() -> Callable[..., Document]:
    """Builds a page: document(body, head=markup, ld=JSON-LD value or None, url=address or None)."""

    def build(body: str = "", head: str = "", ld: object = None, url: str | None = URL) -> Document:
        script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
        return parse(f"<!doctype html><html><head>{head}{script}</head><body>{body}</body></html>", url)

    return build


@pytest.fixture
def prose() -> tuple[str, ...]:
    """Paragraphs of an article."""
    return PROSE


@pytest.fixture
def story() -> str:
    """An article's paragraphs as markup."""
    return "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
