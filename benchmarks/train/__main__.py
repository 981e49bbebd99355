"""Train the block model on the corpus: the shipped weights, and one model a fold for honest figures.

usage: python -m benchmarks.train --shared ../shared [--folds DIR]

The weights go to scraper/extractors/model/weights.npz. With --folds, a model for each fold of sites goes to DIR, and
`folds.json` says which fold each page is in: `make bench` reads a page with the model that never saw its site.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from benchmarks.train.corpus import examples
from benchmarks.train.fit import FOLDS, SEED, folds, train
from scraper.extractors.model.block_model import save

WEIGHTS: Final = Path(__file__).resolve().parents[2] / "scraper" / "extractors" / "model" / "weights.npz"


def main() -> int:
    """Train, write, and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds corpus/")
    parser.add_argument("--folds", type=Path, help="also train one model a fold, into this folder")
    parser.add_argument("--folds-only", action="store_true", help="leave the shipped weights as they are")
    opts = parser.parse_args()
    corpus = opts.shared / "corpus"
    if not corpus.is_dir():
        print(f"{corpus}: no corpus there; give its parent with --shared", file=sys.stderr)
        return 2
    learnt = list(examples(corpus))
    print(f"{len(learnt)} pages, {sum(len(example.label) for example in learnt)} blocks")
    if opts.folds:
        opts.folds.mkdir(parents=True, exist_ok=True)
        fold = folds(learnt, FOLDS, SEED)
        for held in range(FOLDS):
            save(train([example for example in learnt if fold[example.group] != held]), opts.folds / f"{held}.npz")
            print(f"fold {held + 1} of {FOLDS}: {opts.folds / f'{held}.npz'}", flush=True)
        told = {example.id: fold[example.group] for example in learnt}
        (opts.folds / "folds.json").write_text(json.dumps(told, indent=0, sort_keys=True), encoding="utf-8")
    if not opts.folds_only:
        save(train(learnt), WEIGHTS)
        print(f"weights: {WEIGHTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
