"""Body: the blocks that the block model chooses.

Where the model is unsure of a page, trafilatura and the page's own `articleBody` are asked for a second opinion, which
then counts with the model's. As many blocks are taken as promise the best choice. Hidden text is never taken, and what
structure shows to be something else (a caption, a promo box, a wall, …) is refused and reported.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import trafilatura

from scraper.extractors.elements import HIDDEN
from scraper.extractors.jsonld import strings
from scraper.extractors.roles import Role, roles
from scraper.extractors.whole import whole
from scraper.words import key, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from scraper.config import Profile
    from scraper.extractors.document import Document
    from scraper.extractors.model.block_model import BlockModel
    from scraper.extractors.segments import TextBlock

THRESHOLDS: Final[Mapping[Profile, float]] = {"balanced": 0.5, "precision": 0.7, "recall": 0.3}
"""Probability from which a block is body; balanced, at the most."""
LIKELY: Final = 0.5
"""Probability of the likeliest block under which the model has found no body."""
DECLARED: Final = 1000
"""Characters from which a declared body is taken for all of it."""
SURE: Final = 0.88
"""Confidence in a page under which a second opinion is asked for."""
SECOND: Final = 0.3
"""Weight of the second opinion."""
SHINGLE: Final = 4
"""Words in a row that are compared; the size of Zyte's benchmark."""
AGREEMENT: Final = 0.8
"""Share of a block's shingles that must stand in the second opinion's text."""
REPEATED: Final = 60
"""Characters from which a text that stands twice is printed twice by mistake."""
FIRST: Final = 4
"""Words at which texts are compared first; only those that begin alike are compared as a whole."""


class Opinion(NamedTuple):
    """How likely each block is to be body, how likely the least of the best choice is, and who said so."""

    likely: NDArray[np.float64]
    least: float
    source: str


class Body(NamedTuple):
    """Chosen blocks in reading order, those that only structure kept out with their roles, and who chose them."""

    chosen: tuple[TextBlock, ...]
    refused: tuple[tuple[Role, TextBlock], ...]
    source: str


def body(
    document: Document,
    title: str | None,
    model: BlockModel,
    *,
    taken: Iterable[str] = (),
    profile: Profile = "balanced",
) -> Body:
    """Body of a page whose title is `title`, as `model` sees it; texts in `taken` stand in other fields."""
    elsewhere = {key(text) for text in (title, *taken) if text}
    longest = 2 * max(map(len, elsewhere), default=0)
    told = opinion(document, title, model)
    chosen = map(document.blocks.__getitem__, whole(document, told.likely, _least(told, profile)))
    wanted = [block for block in chosen if len(block.text) > longest or key(block.text) not in elsewhere]
    found = list(zip(roles(wanted, document), wanted, strict=True))
    return Body(
        tuple(_unique([block for role, block in found if role is None])),
        tuple((role, block) for role, block in found if role is not None),
        told.source if profile == "balanced" else f"{told.source}; {profile}",
    )


def promise(likely: NDArray[np.float64], size: NDArray[np.float64]) -> tuple[float, float]:
    """F1 that the best choice of blocks promises, 0 to 1, and how likely the least likely block in it is.

    `size` is what each block counts for. Choosing by probability is best, but the threshold depends on all of them.
    Source: N. Ye, K. M. A. Chai, W. S. Lee, H. L. Chieu, Optimizing F-measures: a tale of two approaches (ICML 2012).
    """
    mass = likely * size
    if not mass.any():
        return 0.0, LIKELY
    order = np.argsort(-likely, kind="stable")
    right, taken = np.cumsum(mass[order]), np.cumsum(size[order])
    f1 = 2 * right / (taken + right[-1])
    best = int(f1.argmax())
    return float(f1[best]), float(likely[order[best]])


def opinion(document: Document, title: str | None, model: BlockModel) -> Opinion:
    """What the model thinks of each block, and others where it is unsure."""
    likely, sizes = model.probabilities(document, title), _sizes(document)
    confidence, least = promise(likely, sizes)
    told = f"block model, confidence {confidence:.2f}"
    if not len(likely) or (confidence >= SURE and likely.max() >= LIKELY):
        return Opinion(likely, least, told)
    texts = {name: text for name, read in SECOND_OPINIONS if (text := read(document))}
    if not texts:
        return Opinion(likely, least, told)
    second = np.mean([_agreement(document.blocks, text) for text in texts.values()], axis=0)
    both = (1 - SECOND) * likely + SECOND * second
    likely = both if both.max() >= LIKELY else second
    _, least = promise(likely, sizes)
    return Opinion(likely, least, "; ".join((told, *texts)))


def _least(told: Opinion, profile: Profile) -> float:
    """Probability from which a block is taken; balanced, as many are taken as promise the best choice."""
    if profile != "balanced":
        return THRESHOLDS[profile]
    return min(max(told.least, THRESHOLDS["recall"]), THRESHOLDS["balanced"])


def _sizes(document: Document) -> NDArray[np.float64]:
    """Characters that each block shows."""
    traits = document.segments.elements.traits
    sizes = [0 if traits[block.home] & HIDDEN else len(block.text) for block in document.blocks]
    return np.array(sizes, dtype=np.float64)


def _article_body(document: Document) -> str:
    """The text that the page declares for its article; some declare its first words only."""
    text = "\n".join(strings(document.linked.article.get("articleBody")))
    return text if len(text) >= DECLARED else ""


def _trafilatura(document: Document) -> str:
    return trafilatura.extract(document.html, url=document.url, fast=True, include_comments=False) or ""


SECOND_OPINIONS: Final[tuple[tuple[str, Callable[[Document], str]], ...]] = (
    ("trafilatura", _trafilatura),
    ("articleBody", _article_body),
)
"""Whom to ask, and how."""


def _agreement(blocks: Sequence[TextBlock], text: str) -> NDArray[np.float64]:
    """1 for each block whose words stand in a text, else 0."""
    lines = text.splitlines()
    parts = {key(part) for line in lines for part in (line, *line.split("|"))} - {""}
    shingles = frozenset(_shingles(words(text)))
    return np.array([_agrees(block.text, parts, shingles) for block in blocks], dtype=np.float64)


def _agrees(text: str, parts: set[str], shingles: frozenset[tuple[str, ...]]) -> bool:
    own = list(_shingles(words(text)))
    return key(text) in parts or (len(own) > 1 and sum(shingle in shingles for shingle in own) >= AGREEMENT * len(own))


def _shingles(stream: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(stream[start:] for start in range(SHINGLE)), strict=False)


def _unique(blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Each text once: pages print pull quotes and teasers twice. Short texts may well recur."""
    starts = [" ".join(block.text.split(None, FIRST)[:FIRST]).casefold() for block in blocks]
    shared = Counter(starts)
    seen: set[str] = set()
    for block, start in zip(blocks, starts, strict=True):
        told = " ".join(block.text.casefold().split()) if shared[start] > 1 else start
        if told not in seen or len(told) < REPEATED:
            yield block
        seen.add(told)
