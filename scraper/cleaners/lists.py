"""Steps that see runs of list items: what a label introduced, tags, links, the way to the page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final

from scraper.cleaners.cut import Cut, line_of
from scraper.cleaners.looks import SENTENCE_END, is_prose
from scraper.cleaners.rules.pointers import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scraper.article import Block, Removed
    from scraper.draft import Draft

FEWEST_TAGS = 3
FEWEST_LINKS = 2
LONGEST_TAG = 40
MOST_TAG_WORDS = 6
SHORTEST_LINK, LONGEST_LINK = 30, 160
FEWEST_LINK_WORDS = 4

LED: Final[Mapping[str, str]] = {"read_also": "read_also_list", "source_line": "source_list", "tag_label": "tag_list"}
"""Rules whose lines may lead a list, and the rule that the list is shown by."""

MOST_LEADING: Final = 5
"""Words up to which a pointer names nothing itself."""

_NAMES_MORE = re.compile(r"[:：] ?\S")
_NAMED = re.compile(r"[^\n.!?:：]{3,60}[:：] [^\n]{20,300}")
_SAID = re.compile(r"[.!?…。！？।؟][\"'”“»’)\]]*$")


def led_list(draft: Draft) -> Sequence[Cut]:
    """List items that a line which was cut introduced: `Lesen Sie auch:`, `Sources:`, `Tags:`."""
    leads = {item.after_block + 1: item for item in draft.removed if item.rule in LED}
    cuts: list[Cut] = []
    lead = None
    for index, block in enumerate(draft.blocks):
        lead = leads.get(index) or (lead if cuts and cuts[-1].index == index - 1 else None)
        if lead and block.type == "list_item" and (not SENTENCE_END.search(block.text) or _leads_teasers(lead, block)):
            cuts.append(_cut(index, LED[lead.rule], block))
    return cuts


def led_line(draft: Draft) -> Sequence[Cut]:
    """The headline behind a pointer that stood alone in its line: `Mirá también`, then what to read."""
    leads = Counter(item.after_block for item in draft.removed if item.rule == "read_also" and _is_bare(item.text))
    leads.subtract(item.after_block for item in draft.removed if item.rule == "read_also_line")
    return [
        _cut(index, "read_also_line", block)
        for index, block in enumerate(draft.blocks)
        if leads[index - 1] > 0 and _is_headline(block)
    ]


def link_list(draft: Draft) -> Sequence[Cut]:
    """Items that nothing introduces and that end no sentence, in the midst of prose: the headlines of other texts.

    A text whose author makes lists, too, is left alone: no line tells the two apart.
    """
    runs = [(before, run) for before, run in _runs(draft.blocks) if run[-1][0] < len(draft.blocks) - 1]
    if not all(_are_links(before, [block for _, block in run]) for before, run in runs):
        return []
    return [_cut(index, "link_list", block) for _, run in runs for index, block in run]


def breadcrumbs(draft: Draft) -> Sequence[Cut]:
    """The way to the page, from its start: short items before anything else."""
    return [_cut(index, "breadcrumb", draft.blocks[index]) for index in range(crumbs(draft.blocks))]


def crumbs(blocks: Sequence[Block]) -> int:
    """How many blocks at the beginning are the way to the page."""
    count = sum(1 for _ in takewhile(_is_tag, blocks))
    return count if FEWEST_TAGS <= count < len(blocks) and blocks[count].type != "list_item" else 0


def tag_list(draft: Draft) -> Sequence[Cut]:
    """A run of short list items that ends the text: what a page's tag list looks like without its markup."""
    runs = [(kind, list(run)) for kind, run in groupby(enumerate(draft.blocks), key=lambda pair: _is_tag(pair[1]))]
    if not runs or not runs[-1][0] or len(runs) == 1 or len(runs[-1][1]) < FEWEST_TAGS:
        return []
    return [_cut(index, "tag_list", block) for index, block in runs[-1][1]]


def _cut(index: int, rule: str, block: Block) -> Cut:
    return Cut(index, rule, line_of(block), tags=(block.text,) if rule == "tag_list" else ())


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, list[tuple[int, Block]]]]:
    """Runs of list items, each with the block before it."""
    for is_list, run in groupby(enumerate(blocks), key=lambda pair: pair[1].type == "list_item"):
        items = list(run)
        if is_list:
            yield blocks[items[0][0] - 1] if items[0][0] else None, items


def _are_links(before: Block | None, items: Sequence[Block]) -> bool:
    follow = before is not None and is_prose(before) and _SAID.search(before.text) is not None
    return follow and len(items) >= FEWEST_LINKS and all(map(_is_link, items))


def _leads_teasers(lead: Removed, block: Block) -> bool:
    """Whether an item behind a bare pointer is a teaser: the name of a text, and a sentence on it."""
    return lead.rule == "read_also" and _is_bare(lead.text) and _NAMED.match(block.text) is not None


def _is_bare(line: str) -> bool:
    """Whether a pointer that asks to read something says not what."""
    return len(line.split()) <= MOST_LEADING and not _NAMES_MORE.search(line) and not LABELS.compiled.fullmatch(line)


def _is_headline(block: Block) -> bool:
    """Whether a line that is no heading of the markup is written as a headline."""
    return block.type in {"paragraph", "heading"} and block.level is None and _is_link(block)


def _is_link(block: Block) -> bool:
    text = block.text
    return (
        SHORTEST_LINK <= len(text) <= LONGEST_LINK
        and len(text.split()) >= FEWEST_LINK_WORDS
        and not SENTENCE_END.search(text)
        and not text[0].islower()
    )


def _is_tag(block: Block) -> bool:
    return (
        block.type == "list_item"
        and len(block.text) <= LONGEST_TAG
        and len(block.text.split()) <= MOST_TAG_WORDS
        and not SENTENCE_END.search(block.text)
    )
