"""Cleaning: the text made sound, and what is not the article taken out, each cut shown."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from scraper.article import Block, Image, Removed
from scraper.cleaners.cut import apply
from scraper.cleaners.rules import RULES
from scraper.cleaners.steps import ALL_ON, PAGE_STEPS, lines
from scraper.cleaners.text import tidy, tidy_code

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scraper.cleaners.cut import Cut
    from scraper.cleaners.steps import Step
    from scraper.draft import Draft


def clean(draft: Draft, steps: Sequence[Step] = PAGE_STEPS, off: frozenset[str] = ALL_ON) -> Draft:
    """Draft without what is not the article's; `removed` tells what went, by which rule, and where it stood.

    The table of rules comes before the steps that are not `first`; what bears a name in `off` is not applied. All is
    repeated until nothing is left to cut, so that cleaning twice is cleaning once.
    """
    draft = _tidied(draft)
    on = [step for step in steps if step.name not in off]
    finders: list[Callable[[Draft], Sequence[Cut]]] = [
        *(step.cuts for step in on if step.first),
        partial(lines, off=off),
        *(step.cuts for step in on if not step.first),
    ]
    while True:
        before = draft
        for find in finders:
            cuts = find(draft)
            draft = apply(draft, cuts) if cuts else draft
        if len(before.removed) == len(draft.removed):
            return draft


@cache
def rules_version(off: frozenset[str] = ALL_ON) -> str:
    """Short hash of the rules in force: records cleaned by the same rules, less the same ones, bear the same one."""
    rows = (
        f"{rule.name} {rule.scope} {rule.action} {rule.part} {rule.spoken} {rule.pattern.pattern}" for rule in RULES
    )
    told = "\n".join((*rows, *(f"without {name}" for name in sorted(off))))
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
