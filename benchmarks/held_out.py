"""Records of corpus lines, each page read with the model that never saw its site.

usage: feed.py SET | python -m benchmarks.held_out DIR

DIR is what `python -m benchmarks.train --folds DIR` wrote. Pages that no model learnt from, and texts, go the way of
`scraper clean`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from scraper.extractors.model.block_model import load
from scraper.page import html_page, text_page
from scraper.pipeline import process


def main() -> int:
    """One record a line, with the line's `id`."""
    folder = Path(sys.argv[1])
    fold = json.loads((folder / "folds.json").read_text(encoding="utf-8"))
    models = {held: load(folder / f"{held}.npz") for held in sorted(set(fold.values()))}
    for line in sys.stdin:
        given = json.loads(line)
        page = html_page(given["html"], url=given.get("url")) if "html" in given else text_page(given["text"])
        held = fold.get(given["id"])
        record = process(page, None if held is None else models[held])
        sys.stdout.write(record.model_copy(update={"id": given["id"]}).model_dump_json() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
