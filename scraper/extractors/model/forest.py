"""Oblivious decision trees in numpy: every tree asks the same questions on a level, so a page is a few array steps.

The form is CatBoost's (L. Prokhorenkova et al., CatBoost: unbiased boosting with categorical features, 2018).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCKS = 512
"""Blocks taken at a time, so that a long page costs time but not memory."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of one depth, at most 8.

    Question `q` asks whether feature `feature[q]` is over `border[q]`; trees share questions, and `question` names
    each tree's by level. `leaves` are trees by leaf; `bias` is added to what they sum up to.
    """

    feature: NDArray[np.int16]
    border: NDArray[np.float32]
    question: NDArray[np.int16]
    leaves: NDArray[np.float32]
    bias: float

    def probabilities(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """Probability of each column of a table that has a row a feature."""
        parts = [self._odds(table[:, start : start + BLOCKS]) for start in range(0, max(1, table.shape[1]), BLOCKS)]
        return 1 / (1 + np.exp(-np.concatenate(parts, dtype=np.float64)))

    def _odds(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        answers = (table.take(self.feature, axis=0) > self.border[:, None]).view(np.uint8)
        leaf = np.zeros((len(self.leaves), table.shape[1]), dtype=np.uint8)
        for questions in self.question.T[::-1]:
            leaf += leaf
            leaf += answers.take(questions, axis=0)
        count = self.leaves.size
        first = np.arange(0, count, self.leaves.shape[1], dtype=np.min_scalar_type(count))[:, None]
        odds: NDArray[np.float64] = self.leaves.ravel().take(leaf + first).sum(axis=0, dtype=np.float64) + self.bias
        return odds
