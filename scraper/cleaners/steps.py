"""Steps of cleaning: each looks at a draft and names its cuts.

`lines` applies the table of rules; the others, rows of a table themselves, see what no single line shows: repetition,
runs, position.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.agencies import agencies
from scraper.cleaners.cut import Cut, line_of
from scraper.cleaners.lists import breadcrumbs, led_line, led_list, link_list, tag_list
from scraper.cleaners.looks import SENTENCE_END, is_prose
from scraper.cleaners.rules import matches
from scraper.cleaners.sections import CLOSING, closing
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scraper.article import Block, FlagValue
    from scraper.cleaners.rules import Rule
    from scraper.cleaners.rules.rule import Scope
    from scraper.draft import Draft

SENTENCE = 30
"""Characters from which a quote's words in another block are no coincidence."""
TAIL = 6
"""Blocks at the end that are the tail in any case."""
MOST_ORPHANS = 2
LABEL = 3
"""Words up to which a line that ends in a colon is a label."""
FEWEST_WORDS, MOST_WORDS = 6, 60
"""Words of a line in which a headline may stand twice."""

_FLAG_NAME = re.compile(r"(?P<name>[a-z]{1,40}[A-Z][A-Za-z0-9]{0,60})\s{0,3}:\s{0,3}(?P<value>\S{0,20})")
_FLAG_WORDS = ("is", "has", "show", "can", "should", "enable")
_AND = re.compile(r" (?:and|und|et|y|e) ")
_VALUE = re.compile(r"(?i:true|false|null|none|undefined|-?\d{1,9})")


ALL_ON: Final[frozenset[str]] = frozenset()
"""No rule and no step switched off."""


class Step(NamedTuple):
    """A step: the rule its cuts are shown by, where they stand, what they are, and what finds them in a draft.

    `first`: before the table of rules, which would take a section's heading from it.
    """

    name: str
    scope: Scope
    about: str
    cuts: Callable[[Draft], Sequence[Cut]]
    first: bool = False


def lines(draft: Draft, off: frozenset[str] = ALL_ON) -> Sequence[Cut]:
    """Cuts that the table of rules names: the first rule that matches a block, and is not `off`, takes it."""
    head = next((index for index, block in enumerate(draft.blocks) if is_prose(block)), len(draft.blocks))
    last = next((index for index in reversed(range(len(draft.blocks))) if is_prose(draft.blocks[index])), 0)
    tail = min(last, len(draft.blocks) - TAIL)
    return [
        cut
        for index, block in enumerate(draft.blocks)
        if block.type not in {"code", "entry", "table"}
        for cut in _by_rules(index, block, off, _scopes(in_head=index < head, in_tail=index >= tail))
    ]


def repeated_headline(draft: Draft) -> Sequence[Cut]:
    """Title and summary said again before the first paragraph."""
    return _repeated(draft, "repeated_headline", (draft.title, draft.summary))


def repeated_byline(draft: Draft) -> Sequence[Cut]:
    """Authors said again before the first paragraph."""
    return _repeated(draft, "repeated_byline", (*draft.authors, " ".join(draft.authors)))


def repeated_caption(draft: Draft) -> Sequence[Cut]:
    """Lines that an image bears as its caption, alone or with its credit.

    Not those that end a sentence: some systems give an image the words of a paragraph.
    """
    pairs = [(image.caption, image.credit or "") for image in draft.images if image.caption]
    told = {key(text) for caption, credit in pairs for text in (caption, f"{caption} {credit}")}
    return [
        Cut(index, "repeated_caption", line_of(block))
        for index, block in enumerate(draft.blocks)
        if block.type in {"paragraph", "list_item"} and key(block.text) in told and not SENTENCE_END.search(block.text)
    ]


def pull_quotes(draft: Draft) -> Sequence[Cut]:
    """Quotes that print words of a longer block once more, set large."""
    quotes = [
        index for index, block in enumerate(draft.blocks) if block.type == "quote" and len(block.text) >= SENTENCE
    ]
    told = [f" {key(block.text)} " for block in draft.blocks] if quotes else []
    return [
        Cut(index, "pull_quote", line_of(draft.blocks[index]))
        for index in quotes
        if any(told[index] in other for other in told if len(other) > len(told[index]))
    ]


def page_state(draft: Draft) -> Sequence[Cut]:
    """Page-state flags that leaked into the text: `showPaywall:` and `false`, in one block or in two."""
    cuts: list[Cut] = []
    index = 0
    while index < len(draft.blocks):
        found = list(_flag(draft.blocks, index, following=bool(cuts) and cuts[-1].index == index - 1))
        cuts += found
        index += max(1, len(found))
    return cuts


def orphan_heading(draft: Draft) -> Sequence[Cut]:
    """Headings and labels at the end with nothing under them; more than two in a row are lines of some list."""
    trailing = _trailing(draft)
    if len(trailing) > MOST_ORPHANS or len(trailing) == len(draft.blocks):
        return []
    return [Cut(index, "orphan_heading", line_of(block)) for index, block in trailing]


def trailing_lines(draft: Draft) -> Sequence[Cut]:
    """More lines at the end that end no sentence than headings of nothing would be, but less than half of all.

    Lines that are all of them labelled (`Editor: …`) say something of the text.
    """
    trailing = _trailing(draft)
    if not MOST_ORPHANS < len(trailing) < len(draft.blocks) / 2 or all(":" in block.text for _, block in trailing):
        return []
    return [Cut(index, "trailing_lines", line_of(block)) for index, block in trailing]


def doubled(draft: Draft) -> Sequence[Cut]:
    """Lines that say the same words twice: a picture's text and the headline beside it, of another article."""
    return [
        Cut(index, "doubled_line", line_of(block))
        for index, block in enumerate(draft.blocks)
        if FEWEST_WORDS <= len(said := block.text.split()) <= MOST_WORDS
        and said[: len(said) // 2] == said[len(said) // 2 :]
        and not SENTENCE_END.search(block.text)
    ]


PAGE_STEPS = (
    *(Step(kind.name, "tail", kind.about, partial(closing, kind=kind), first=True) for kind in CLOSING),
    Step("repeated_headline", "head", "title or standfirst said again", repeated_headline),
    Step("repeated_byline", "head", "authors said again", repeated_byline),
    Step("repeated_caption", "any", "the caption of an image", repeated_caption),
    Step("pull_quote", "any", "a quote of the text itself", pull_quotes),
    Step("page_state", "any", "a flag such as showPaywall: false", page_state),
    Step("read_also_list", "any", "a list that a pointer led", led_list),
    Step("read_also_line", "any", "a headline that a pointer led", led_line),
    Step("orphan_heading", "tail", "a heading of nothing", orphan_heading),
)
"""For drafts whose blocks a page's markup told apart; `lines` comes before all that are not `first`."""
TEXT_STEPS = (
    *PAGE_STEPS,
    Step("breadcrumb", "head", "short items before the text", breadcrumbs),
    Step("link_list", "any", "items that nothing leads", link_list),
    Step("doubled_line", "any", "a headline said twice in a line", doubled),
    Step("trailing_lines", "tail", "lines that end no sentence", trailing_lines),
    Step("tag_list", "tail", "a run of short list items", tag_list),
)
"""For drafts of plain text, where only the looks of a line tell what it is."""


def _scopes(*, in_head: bool, in_tail: bool) -> tuple[Scope, ...]:
    return (*(("head",) if in_head else ()), "any", *(("tail",) if in_tail else ()))


def _by_rules(index: int, block: Block, off: frozenset[str], scopes: tuple[Scope, ...]) -> Iterator[Cut]:
    """The cut of the first rule that matches a block, or, where it has several lines, all of them line by line."""
    if (found := _match(block.text, off, scopes)) is not None:
        rule, match = found
        rest = block.text[: match.start()].rstrip() or None
        value = match.groupdict().get("value")
        yield _cut(rule, index, line_of(block) if rest is None else match[0].strip(), rest, value)
    elif "\n" in block.text:
        said = [_match(line.strip(), off, scopes) for line in block.text.split("\n") if line.strip()]
        whole = [pair for pair in said if pair is not None and pair[0].part == "line"]
        if whole and len(whole) == len(said):
            rule, match = whole[0]
            yield _cut(rule, index, line_of(block), None, match.groupdict().get("value"))


def _match(line: str, off: frozenset[str], scopes: tuple[Scope, ...]) -> tuple[Rule, re.Match[str]] | None:
    return next((pair for pair in matches(line, scopes) if pair[0].name not in off), None)


def _cut(rule: Rule, index: int, text: str, rest: str | None, value: str | None) -> Cut:
    said = (value or "").strip()
    if said.endswith(")") and said.count(")") > said.count("("):
        said = said[:-1]
    return Cut(
        index,
        rule.name,
        text,
        rest,
        agencies=(agencies(said) or ()) if rule.action == "agencies" else (),
        authors=tuple(_AND.split(said)) if rule.action == "authors" else (),
        credit=said if rule.action == "credit" else None,
    )


def _trailing(draft: Draft) -> list[tuple[int, Block]]:
    return list(takewhile(lambda pair: _announces(pair[1]), reversed(list(enumerate(draft.blocks)))))


def _announces(block: Block) -> bool:
    """Whether a block is a heading, or a label such as `Contact:`."""
    label = block.text.endswith((":", "：")) and len(block.text.split()) <= LABEL
    return block.type == "heading" or (block.type in {"paragraph", "list_item"} and label)


def _repeated(draft: Draft, rule: str, told: Iterable[str | None]) -> Sequence[Cut]:
    said = {key(text) for text in told if text}
    return [
        Cut(index, rule, line_of(block))
        for index, block in takewhile(lambda pair: not is_prose(pair[1]), enumerate(draft.blocks))
        if key(block.text) in said
    ]


def _flag(blocks: Sequence[Block], index: int, *, following: bool) -> Iterator[Cut]:
    """Cuts of one flag: its name with its value, or its name and the block after it."""
    match = _FLAG_NAME.fullmatch(blocks[index].text)
    if match is None:
        return
    name, inline = match["name"], match["value"]
    after = blocks[index + 1].text if index + 1 < len(blocks) else None
    if inline:
        if _VALUE.fullmatch(inline):
            yield Cut(index, "page_state", line_of(blocks[index]), flags=((name, _value(inline)),))
    elif after is not None and _VALUE.fullmatch(after):
        yield Cut(index, "page_state", line_of(blocks[index]), flags=((name, _value(after)),))
        yield Cut(index + 1, "page_state", line_of(blocks[index + 1]))
    elif following or (after is None and name.startswith(_FLAG_WORDS)):
        yield Cut(index, "page_state", line_of(blocks[index]), flags=((name, None),))


def _value(text: str) -> FlagValue:
    words: dict[str, FlagValue] = {"true": True, "false": False, "null": None, "none": None, "undefined": None}
    return words[text.lower()] if text.lower() in words else int(text)
