"""The block model: two passes of trees, the second seeing what the first thought of the blocks around."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from scraper.extractors.model.features import read_page, second_look
from scraper.extractors.model.forest import Forest

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from scraper.extractors.document import Document

SETTLED: Final = 0.02
"""First opinion under which a block surely is no body, and is not looked at again."""

_PASSES: Final = ("first", "second")
_PARTS: Final = ("feature", "border", "question", "leaves", "bias")


@dataclass(frozen=True, slots=True)
class BlockModel:
    """Two forests: of the blocks by themselves, and of the blocks with first opinions around them."""

    first: Forest
    second: Forest

    def probabilities(self, document: Document, title: str | None) -> NDArray[np.float64]:
        """For each block of the document, how likely it is to be body, 0 to 1; `title` is the title found."""
        return self.opinions(document, title)[1]

    def opinions(self, document: Document, title: str | None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What the first pass thinks of each block, and what the second does."""
        if not document.blocks:
            return np.zeros(0), np.zeros(0)
        page = read_page(document, title)
        first = self.first.probabilities(page.own)
        unsettled = np.flatnonzero(first >= SETTLED)
        second = first.copy()
        second[unsettled] = self.second.probabilities(second_look(page, first).take(unsettled, axis=1))
        return first, second


def save(model: BlockModel, path: Path) -> None:
    """Write a model as a NumPy archive (`.npz`): no code in it, so that reading one runs none."""
    arrays: dict[str, Any] = {
        f"{name}_{part}": np.asarray(getattr(getattr(model, name), part)) for name in _PASSES for part in _PARTS
    }
    np.savez_compressed(path, **arrays)


def load(path: Path) -> BlockModel:
    """Model from an archive that `save` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        return BlockModel(*(_forest(arrays, name) for name in _PASSES))


@cache
def shipped() -> BlockModel:
    """The model that ships with the package, read once; it never changes."""
    with as_file(files("scraper.extractors.model") / "weights.npz") as path:
        return load(path)


def _forest(arrays: Any, name: str) -> Forest:  # noqa: ANN401 - numpy's archive has no public type
    feature, border, question, leaves, bias = (arrays[f"{name}_{part}"] for part in _PARTS)
    return Forest(feature, border, question, leaves, float(bias))
