"""Pages to learn from: features, labels and weights of every block."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from benchmarks.train.labels import labels
from scraper.domain import site
from scraper.extractors.charset import decode
from scraper.extractors.document import parse
from scraper.extractors.model.features import Page, read_page
from scraper.extractors.publisher import publisher
from scraper.extractors.title import headline
from scraper.page import html_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

SETS: Final = {"fundus": 2.0, "wcxb": 1.0}
"""Sets that are learnt from, and how much a page of each weighs: news is what the program is for."""
EXPONENT: Final = 0.7
"""A long block weighs more than a short one, but less than its words do."""


@dataclass(frozen=True, slots=True)
class Example:
    """One page: its features, the label and weight of each block, and the site it is from."""

    id: str
    group: str
    page: Page
    label: NDArray[np.float32]
    weight: NDArray[np.float64]


def examples(corpus: Path) -> Iterator[Example]:
    """Pages of SETS that have any text, with their gold; `corpus` holds `gold/` and `pages/`."""
    for name, weight in SETS.items():
        for line in (corpus / "gold" / f"{name}.jsonl").read_bytes().splitlines():
            gold = json.loads(line)
            raw = gzip.decompress((corpus / "pages" / f"{gold['id']}.html.gz").read_bytes())
            document = parse(decode(html_page(raw)).text, gold.get("url"))
            if not document.blocks:
                continue
            issuer = publisher(document)
            found = headline(document, issuer.value if issuer else None)
            texts = [block.text for block in document.blocks]
            words = np.array([max(4, len(text.split())) for text in texts], dtype=np.float64)
            yield Example(
                id=gold["id"],
                group=site(gold.get("url")) or gold["id"],
                page=read_page(document, found.title.value if found else None),
                label=labels(gold, texts),
                weight=weight * words**EXPONENT / max(50.0, words.sum()) ** EXPONENT,
            )
