"""How much of a block is body, by a page's gold: what the model learns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from scraper.words import key, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

SHINGLE: Final = 4
LEAST: Final = 0.3
"""Share of a block's shingles under which what it has in common with the gold is chance."""
SHORT_WORDS: Final = 3
SURE, LIKELY, POSSIBLE = 1.0, 0.6, 0.3
"""Labels of a paragraph of the gold, and of a short text inside one (a line of a list, a cell, a heading)."""


def labels(gold: Mapping[str, Any], texts: Sequence[str]) -> NDArray[np.float32]:
    """Label of each text, 0 to 1, by a gold record with `paragraphs` or `text`."""
    free = "paragraphs" not in gold
    lines = gold["text"].split("\n") if free else gold["paragraphs"]
    running = words("\n".join(lines))
    told = frozenset(map(key, lines)) - {""}
    shingles = frozenset(_shingles(running))
    stream = f" {' '.join(running)} " if free else ""
    return np.array([_label(key(text), told, shingles, stream) for text in texts], dtype=np.float32)


def _label(text: str, told: frozenset[str], shingles: frozenset[tuple[str, ...]], stream: str) -> float:
    own = text.split()
    if not own or text in told:
        return SURE if own else 0.0
    runs = list(_shingles(own))
    if len(runs) > 1:
        share = sum(run in shingles for run in runs) / len(runs)
        return share if share >= LEAST else 0.0
    if f" {text} " in stream:
        return LIKELY if len(own) >= SHORT_WORDS else POSSIBLE
    return 0.0


def _shingles(running: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(running[start:] for start in range(SHINGLE)), strict=False)
