"""Fitting: trees by CatBoost, the second pass on first opinions of pages that the first did not learn from."""

from __future__ import annotations

import json
import random
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from catboost import CatBoost, Pool

from scraper.extractors.model.block_model import BlockModel
from scraper.extractors.model.features import second_look
from scraper.extractors.model.forest import Forest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.train.corpus import Example

FOLDS: Final = 5
INNER: Final = 4
NEVER: Final = (0, float("inf"))
"""What is asked on the levels of a tree that stopped early: nothing answers yes."""
SEED: Final = 1
DEPTH: Final = 8
TREES: Final = {"first": 600, "second": 400}
SETTINGS: Final[Mapping[str, Any]] = {
    "loss_function": "CrossEntropy", "depth": DEPTH, "learning_rate": 0.05, "l2_leaf_reg": 20, "border_count": 64,
    "rsm": 0.3, "bootstrap_type": "Bernoulli", "subsample": 0.8, "random_seed": SEED, "thread_count": 2, "verbose": 0,
    "allow_writing_files": False,
}  # fmt: skip
"""Two threads on any machine: the sums, and with them the bytes that come out, depend on the number."""


def folds(examples: Sequence[Example], count: int, seed: int) -> dict[str, int]:
    """Fold of each site: all its pages in one."""
    groups = sorted({example.group for example in examples})
    random.Random(seed).shuffle(groups)  # noqa: S311 - a split, not a secret
    return {group: place % count for place, group in enumerate(groups)}


def train(examples: Sequence[Example]) -> BlockModel:
    """Model of `examples`; the same examples give the same model."""
    own = [example.page.own for example in examples]
    fold = folds(examples, INNER, SEED + 1)
    opinions: dict[str, NDArray[np.float64]] = {}
    for held in range(INNER):
        learnt = [place for place, example in enumerate(examples) if fold[example.group] != held]
        forest = _fit("first", [own[place] for place in learnt], [examples[place] for place in learnt])
        for example in examples:
            if fold[example.group] == held:
                opinions[example.id] = forest.probabilities(example.page.own)
    looks = [second_look(example.page, opinions[example.id]) for example in examples]
    return BlockModel(_fit("first", own, examples), _fit("second", looks, examples))


def _fit(name: str, tables: Sequence[NDArray[np.float32]], examples: Sequence[Example]) -> Forest:
    model = CatBoost({**SETTINGS, "iterations": TREES[name]})
    label = np.concatenate([example.label for example in examples])
    weight = np.concatenate([example.weight for example in examples])
    model.fit(Pool(np.concatenate([table.T for table in tables]), label, weight=weight))
    return _exported(model)


def _exported(model: CatBoost) -> Forest:
    """CatBoost's trees as arrays."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        told = json.loads(path.read_text(encoding="utf-8"))
    trees = told["oblivious_trees"]
    asked = [[(split["float_feature_index"], split["border"]) for split in tree.get("splits") or ()] for tree in trees]
    questions = {pair: place for place, pair in enumerate(sorted({NEVER, *chain.from_iterable(asked)}))}
    question = np.full((len(trees), DEPTH), questions[NEVER], dtype=np.int16)
    leaves = np.zeros((len(trees), 2**DEPTH), dtype=np.float32)
    for row, (tree, splits) in enumerate(zip(trees, asked, strict=True)):
        question[row, : len(splits)] = [questions[split] for split in splits]
        leaves[row, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = told["scale_and_bias"]
    feature, border = zip(*questions, strict=True)
    return Forest(
        np.array(feature, dtype=np.int16),
        np.array(border, dtype=np.float32),
        question,
        (leaves * scale).astype(np.float32),
        float(np.ravel(bias)[0]),
    )
