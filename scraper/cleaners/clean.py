"""Cleaning: the text made sound, and what is not the article taken out, each cut shown."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from scraper.article import Block, Image, Removed
from scraper.cleaners.cut import apply
from scraper.cleaners.rules import RULES
from scraper.cleaners.steps import PAGE_STEPS
from scraper.cleaners.text import tidy, tidy_code

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scraper.cleaners.cut import Cut
    from scraper.draft import Draft


def clean(draft: Draft, steps: Sequence[Callable[[Draft], Sequence[Cut]]] = PAGE_STEPS) -> Draft:
    """Draft without what is not the article's; `removed` tells what went, by which rule, and where it stood.

    The steps are repeated until nothing is left to cut, so that cleaning twice is cleaning once.
    """
    draft = _tidied(draft)
    while True:
        before = draft
        for step in steps:
            cuts = step(draft)
            draft = apply(draft, cuts) if cuts else draft
        if len(before.removed) == len(draft.removed):
            return draft


@cache
def rules_version() -> str:
    """Short hash of the rules in force: records cleaned by the same rules bear the same one."""
    told = "\n".join(f"{rule.name} {rule.scope} {rule.action} {rule.part} {rule.pattern.pattern}" for rule in RULES)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _tidied(draft: Draft) -> Draft:
    """Draft with every text in it made sound."""
    one_line = ("title", "kicker", "summary", "description", "section", "publisher")
    values = {name: " ".join(tidy(text).split()) or None for name in one_line if (text := getattr(draft, name))}
    blocks = tuple(map(_tidy_block, draft.blocks))
    kept = [index for index, block in enumerate(blocks) if block.text]
    return replace(
        draft,
        **values,  # type: ignore[arg-type]
        authors=tuple(filter(None, map(tidy, draft.authors))),
        tags=tuple(filter(None, map(tidy, draft.tags))),
        images=tuple(map(_tidy_image, draft.images)),
        blocks=tuple(blocks[index] for index in kept),
        removed=tuple(_tidy_removed(item, kept) for item in draft.removed),
    )


def _tidy_block(block: Block) -> Block:
    text = tidy_code(block.text) if block.type == "code" else tidy(block.text)
    return block if text == block.text else Block(type=block.type, text=text, level=block.level)


def _tidy_removed(item: Removed, kept: Sequence[int]) -> Removed:
    return Removed(rule=item.rule, text=tidy(item.text), after_block=bisect_right(kept, item.after_block) - 1)


def _tidy_image(image: Image) -> Image:
    return Image(url=image.url, caption=tidy(image.caption or "") or None, credit=tidy(image.credit or "") or None)
