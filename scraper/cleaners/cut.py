"""Cuts: what a step takes out of a draft, and the draft that is left."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scraper.article import Block, Image, Removed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scraper.article import FlagValue
    from scraper.draft import Draft


@dataclass(frozen=True, slots=True)
class Cut:
    """One text taken out of the block at `index`: all of it, or its end (then `rest` is what stays).

    What it says is kept: `agencies`, `authors`, `tags`, a `credit`, or page-state `flags`.
    """

    index: int
    rule: str
    text: str
    rest: str | None = None
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    credit: str | None = None
    flags: tuple[tuple[str, FlagValue], ...] = ()


def line_of(block: Block) -> str:
    """Block as a line of plain text: what the audit shows."""
    return f"- {block.text}" if block.type == "list_item" else block.text


def apply(draft: Draft, cuts: Sequence[Cut]) -> Draft:
    """Draft without what was cut; its audit tells each cut and where it stood, in reading order."""
    by_index = {cut.index: cut for cut in cuts}
    kept = [index for index in range(len(draft.blocks)) if index not in by_index or by_index[index].rest is not None]
    return replace(
        draft,
        blocks=tuple(_left(draft.blocks[index], by_index.get(index)) for index in kept),
        removed=_audit(draft.removed, cuts, kept),
        agencies=_union(draft.agencies, (name for cut in cuts for name in cut.agencies)),
        authors=draft.authors or _union((), (name for cut in cuts for name in cut.authors)),
        tags=_union(draft.tags, (tag for cut in cuts for tag in cut.tags)),
        images=_credited(draft.images, (cut.credit for cut in cuts)),
        access=draft.access.model_copy(update={"flags": _flags(draft.access.flags, cuts)}),
        provenance=_sources(draft, cuts),
    )


def _left(block: Block, cut: Cut | None) -> Block:
    return block if cut is None or cut.rest is None else block.model_copy(update={"text": cut.rest})


def _audit(before: Sequence[Removed], cuts: Sequence[Cut], kept: Sequence[int]) -> tuple[Removed, ...]:
    """Old and new entries in reading order, their places counted in the blocks that are left."""
    places = [(item.after_block + 0.25, item.rule, item.text) for item in before]
    places += [(cut.index + (0.0 if cut.rest is None else 0.125), cut.rule, cut.text) for cut in cuts]
    return tuple(
        Removed(rule=rule, text=text, after_block=bisect_right(kept, place) - 1)
        for place, rule, text in sorted(places, key=lambda item: item[0])
    )


def _union(first: Sequence[str], more: Iterable[str]) -> tuple[str, ...]:
    """Texts in their order, each once whatever its case."""
    found: dict[str, str] = {}
    for text in (*first, *more):
        found.setdefault(text.casefold(), text)
    return tuple(found.values())


def _credited(images: tuple[Image, ...], credits_: Iterable[str | None]) -> tuple[Image, ...]:
    """Images with the credits that no image bears yet: on the only image, or as entries of their own."""
    known = {image.credit for image in images}
    new = [credit for credit in dict.fromkeys(credits_) if credit and credit not in known]
    if len(new) == len(images) == 1 and images[0].credit is None:
        return (images[0].model_copy(update={"credit": new[0]}),)
    return (*images, *(Image(credit=credit) for credit in new))


def _flags(known: Mapping[str, FlagValue], cuts: Iterable[Cut]) -> dict[str, FlagValue]:
    return {**{name: value for cut in cuts for name, value in cut.flags}, **known}


def _sources(draft: Draft, cuts: Sequence[Cut]) -> dict[str, str]:
    """Provenance, with the rule for each field that only the cuts filled."""
    filled = {
        "agencies": draft.agencies,
        "authors": draft.authors,
        "tags": draft.tags,
        "images": draft.images,
    }
    said = {"agencies": "agencies", "authors": "authors", "tags": "tags", "images": "credit"}
    new = {
        field: f"rule {cut.rule}"
        for field, value in filled.items()
        if not value
        for cut in reversed(cuts)
        if getattr(cut, said[field])
    }
    return {**new, **draft.provenance}
