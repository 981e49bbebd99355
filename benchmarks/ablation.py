"""What each part of the body extractor buys, out of fold: `make ablation`.

usage: python -m benchmarks.ablation --shared ../shared --folds DIR

DIR is what `python -m benchmarks.train --folds DIR` wrote: each page is read with the models that never saw its site.
Every row is the one before with one part more; the last is the record. Figures go to standard output.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from rich.console import Console

from benchmarks.bench import progress
from benchmarks.quality import Corpus, jsonl
from benchmarks.report import ablation_table
from benchmarks.train.labels import labels
from scraper.cleaners.clean import clean
from scraper.extractors.body import body, opinion
from scraper.extractors.document import parse
from scraper.extractors.extract import extract
from scraper.extractors.model.block_model import load
from scraper.extractors.publisher import publisher
from scraper.extractors.title import headline
from scraper.page import html_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    import numpy as np
    from numpy.typing import NDArray

    from scraper.draft import Draft
    from scraper.extractors.document import Document
    from scraper.extractors.model.block_model import BlockModel
    from scraper.extractors.segments import TextBlock

SETS: Final = ("fundus", "wcxb")
LIKELY: Final = 0.5


def main() -> int:
    """Read every page in all ways, and print what each way scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds corpus/ and bench/")
    parser.add_argument("--folds", type=Path, required=True, help="models by fold")
    opts = parser.parse_args()
    fold = json.loads((opts.folds / "folds.json").read_text(encoding="utf-8"))
    models = {held: load(opts.folds / f"{held}.npz") for held in sorted(set(fold.values()))}
    corpus = Corpus(opts.shared.resolve())
    console = Console(width=None if sys.stdout.isatty() else 80)
    with TemporaryDirectory(prefix="ablation-") as directory:
        for name in SETS:
            pages = Path(directory) / f"{name}.jsonl"
            count = corpus.feed(name, pages)
            gold = {page["id"]: page for page in jsonl(corpus.shared / "corpus" / "gold" / f"{name}.jsonl")}
            with progress(name, count) as advance:
                for line in jsonl(pages):
                    _write(line["id"], ways(line, gold[line["id"]], models[fold.get(line["id"], 0)]), pages)
                    advance()
            figures = {path.stem: corpus.score(name, path) for path in sorted(pages.with_suffix("").iterdir())}
            console.print(ablation_table(name, figures))
    return 0


def ways(line: Mapping[str, Any], gold: Mapping[str, Any], model: BlockModel) -> Mapping[str, Mapping[str, Any]]:
    """What each way of reading a corpus line finds: `paragraphs`, and a `summary` where it is told apart."""
    document = parse(line["html"], line["url"])
    issuer = publisher(document)
    found = headline(document, issuer.value if issuer else None)
    title = found.title.value if found else None
    first, second = model.opinions(document, title)
    text = body(document, title, model)
    draft = extract(html_page(line["html"], url=line["url"]), model)
    texts = {
        "0 a perfect choice among the blocks": _over(document, labels(gold, _texts(document.blocks))),
        "1 first pass": _over(document, first),
        "2 and second pass": _over(document, second),
        "3 and second opinion": _over(document, opinion(document, title, model).likely),
        "4 and whole things, title and doubles off": _texts((*text.chosen, *(block for _, block in text.refused))),
        "5 and structure": _texts(text.chosen),
    }
    return {
        **{way: {"paragraphs": paragraphs} for way, paragraphs in texts.items()},
        "6 and types, standfirst apart": _record(draft),
        "7 and cleaning: the record": _record(clean(draft)),
    }


def _over(document: Document, likely: NDArray[np.floating]) -> Sequence[str]:
    """Texts of the visible blocks whose value is over the middle."""
    return [block.text for block in document.blocks if likely[block.position] >= LIKELY and not block.element.hidden]


def _texts(blocks: Iterable[TextBlock]) -> Sequence[str]:
    return [block.text for block in sorted(blocks, key=lambda block: block.position)]


def _record(draft: Draft) -> Mapping[str, Any]:
    return {"summary": draft.summary, "paragraphs": [block.text for block in draft.blocks]}


def _write(name: str, found: Mapping[str, Mapping[str, Any]], pages: Path) -> None:
    """Add what each way found on a page to the way's file, in a folder beside the pages."""
    folder = pages.with_suffix("")
    folder.mkdir(exist_ok=True)
    for way, fields in found.items():
        with (folder / f"{way}.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"id": name, **fields}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
