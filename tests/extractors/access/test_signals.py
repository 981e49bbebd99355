"""The table of signals: every row hears its hits and none of its look-alikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.access.evidence import Evidence
from scraper.extractors.access.signals import SIGNALS, signals

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.access.signals import SignalSource
    from scraper.extractors.document import Document

HITS = [(row, markup, says) for row in SIGNALS for markup, says in row.hits]
MISSES = [(row, markup) for row in SIGNALS for markup in row.misses]


def evidence(document: Document, paragraphs: int) -> Evidence:
    return Evidence(document, document.blocks[:paragraphs])


def named(row: SignalSource) -> str:
    return f"{row.name}, {row.where}"


@pytest.mark.parametrize(
    ("row", "markup", "says"), HITS, ids=[f"{named(row)}: {markup[:60]}" for row, markup, _ in HITS]
)
def test_a_row_hears_what_it_is_for(
    row: SignalSource, markup: str, says: str, story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = evidence(document(f"<article>{story}</article>{markup}"), len(prose))
    assert [told.says for told in row.read(page)] == [says]


@pytest.mark.parametrize(("row", "markup"), MISSES, ids=[f"{named(row)}: {markup[:60]}" for row, markup in MISSES])
def test_a_look_alike_says_nothing_to_any_row(
    row: SignalSource, markup: str, story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = evidence(document(f"<article>{story}</article>{markup}"), len(prose))
    assert list(row.read(page)) == []


def test_every_row_has_examples_of_both() -> None:
    assert all(row.hits and row.misses for row in SIGNALS)


def test_what_is_told_twice_is_heard_once(story: str, document: Callable[..., Document]) -> None:
    layer = "<script>dataLayer.push({'contentTier': 'metered'})</script>"
    page = evidence(document(f"{story}{layer}{layer}"), 5)
    assert [(signal.name, signal.value, signal.where) for signal in signals(page)] == [
        ("tier", "contentTier: metered", "data layer")
    ]
