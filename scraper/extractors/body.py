"""Body: the blocks that the block model chooses.

Where the model is unsure of a page, trafilatura is asked for a second opinion, which then counts with the model's.
Hidden text is never taken, and what structure shows to be something else (a caption, a promo box, a wall, …) is
refused and reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import trafilatura

from scraper.extractors.roles import Role, Roles
from scraper.words import key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from scraper.extractors.document import Document
    from scraper.extractors.model.block_model import BlockModel
    from scraper.extractors.segments import TextBlock

THRESHOLD: Final = 0.5
"""Probability from which a block is body."""
SURE: Final = 0.75
"""Confidence in a page under which a second opinion is asked for."""
SECOND: Final = 0.3
"""Weight of the second opinion."""
SHINGLE: Final = 4
"""Words in a row that are compared; the size of Zyte's benchmark."""
AGREEMENT: Final = 0.8
"""Share of a block's shingles that must stand in the second opinion's text."""
LONG: Final = 600
"""Characters above which a block weighs no more in a page's confidence."""
FLOOR: Final = 0.02
"""Probability below which a block weighs no less in a page's confidence."""
REPEATED: Final = 60
"""Characters from which a text that stands twice is printed twice by mistake."""


class Body(NamedTuple):
    """Chosen blocks in reading order, those that only structure kept out with their roles, and who chose them."""

    chosen: tuple[TextBlock, ...]
    refused: tuple[tuple[Role, TextBlock], ...]
    source: str


def body(document: Document, title: str | None, model: BlockModel, taken: Iterable[str] = ()) -> Body:
    """Body of a page whose title is `title`, as `model` sees it; texts in `taken` stand in other fields."""
    elsewhere = {key(text) for text in (title, *taken) if text}
    likely, source = _opinion(document, title, model)
    longest = 2 * max(map(len, elsewhere), default=0)
    wanted = [
        block
        for block in map(document.blocks.__getitem__, np.flatnonzero(likely >= THRESHOLD).tolist())
        if not block.element.hidden and (len(block.text) > longest or key(block.text) not in elsewhere)
    ]
    roles = Roles(wanted)
    found = [(roles.of(block), block) for block in wanted]
    return Body(
        tuple(_unique(block for role, block in found if role is None)),
        tuple((role, block) for role, block in found if role is not None),
        source,
    )


def confidence(blocks: Sequence[TextBlock], likely: NDArray[np.float64]) -> float:
    """How sure the model is of a page, 0 to 1: distance of its probabilities from the middle, by likely text."""
    weight = np.minimum([len(block.text) for block in blocks], LONG) * np.maximum(likely, FLOOR)
    return float((np.abs(2 * likely - 1) * weight).sum() / weight.sum()) if len(weight) else 0.0


def _opinion(document: Document, title: str | None, model: BlockModel) -> tuple[NDArray[np.float64], str]:
    """Probability of each block, and who was asked."""
    likely = model.probabilities(document, title)
    sure = confidence(document.blocks, likely)
    told = f"block model, confidence {sure:.2f}"
    if not len(likely) or (sure >= SURE and likely.max() >= THRESHOLD):
        return likely, told
    second = _second_opinion(document)
    both = (1 - SECOND) * likely + SECOND * second
    return (both if both.max() >= THRESHOLD else second), f"{told}; trafilatura"


def _second_opinion(document: Document) -> NDArray[np.float64]:
    """1 for each block whose words stand in trafilatura's text, else 0."""
    lines = (trafilatura.extract(document.html, url=document.url, include_comments=False) or "").splitlines()
    parts = {key(part) for line in lines for part in (line, *line.split("|"))} - {""}
    shingles = frozenset(_shingles(words("\n".join(lines))))
    return np.array([_agrees(block.text, parts, shingles) for block in document.blocks], dtype=np.float64)


def _agrees(text: str, parts: set[str], shingles: frozenset[tuple[str, ...]]) -> bool:
    own = list(_shingles(words(text)))
    return key(text) in parts or (len(own) > 1 and sum(shingle in shingles for shingle in own) >= AGREEMENT * len(own))


def _shingles(stream: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(stream[start:] for start in range(SHINGLE)), strict=False)


def _unique(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    """Each text once: pages print pull quotes and teasers twice. Short texts may well recur."""
    seen: set[str] = set()
    for block in blocks:
        told = " ".join(block.text.casefold().split())
        if told not in seen or len(told) < REPEATED:
            yield block
        seen.add(told)
