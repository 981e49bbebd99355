"""Plain text that another extractor left: its lines told apart by their looks.

The head may hold a photo credit, the title, a standfirst and a stamp, in that order and any of them absent. Only
what is sure is taken for a title (a first line that ends no sentence) or a standfirst (lines between a title and a
stamp); all else is body, for the rules to look at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from scraper.article import Block
from scraper.cleaners.lists import crumbs
from scraper.cleaners.rules import matches
from scraper.cleaners.text import tidy
from scraper.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scraper.article import BlockType

LONGEST_TITLE = 220
LONGEST_SUMMARY = 600
MOST_SUMMARY_LINES = 2
LONGEST_HEADING = 110
SHORTEST_QUESTION = 30
LONGEST_END = 100
"""Characters of a line's end that tell whether a sentence ends there."""
LONGEST_DENSE_HEADING = 40
"""For scripts that write a word in a character or two."""

_LINE_END = re.compile("\r\n?|\n")
_ITEM = re.compile(r"[-*•‣▪] +(?P<text>\S.*)")
_MARKED_HEADING = re.compile(r"(?P<level>#{1,6}) +(?P<text>\S.*)")
_ROW = re.compile(r"\|.*\|")
_SENTENCE_END = re.compile(r"[.!?…:;,。！？।】＞][\"'”“»’)\]]*(?: ?\([^()]{1,60}\)\.?)?$")
"""A sentence ends before a sign-off such as `(dpa)`, too."""
_QUESTION = re.compile(rf"[^\n.!?…]{{{SHORTEST_QUESTION},{LONGEST_HEADING}}}\?")
"""A sentence that ends so and stands first is a headline more often than a first sentence."""
_DENSE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{4}")


class Head(NamedTuple):
    """Title and standfirst at the beginning of a text, and the positions of their lines."""

    title: str | None
    summary: str | None
    taken: frozenset[int]


def read(text: str) -> Draft:
    """Draft of a plain text, one block a line; blank lines part nothing that line ends do not."""
    blocks = [_block(line) for line in _lines(text)]
    head = _head(blocks)
    provenance = {name: "first lines" for name, value in (("title", head.title), ("summary", head.summary)) if value}
    body = tuple(block for index, block in enumerate(blocks) if index not in head.taken)
    return Draft(title=head.title, summary=head.summary, blocks=body, provenance=provenance)


def _lines(text: str) -> Iterator[str]:
    """Lines that say anything, tidied before they are looked at; mojibake is mended line by line."""
    for raw in _LINE_END.split(text):
        yield from filter(None, tidy(raw).split("\n"))


def _block(line: str) -> Block:
    """Block of one line, by its marks, else by its length and end."""
    if heading := _MARKED_HEADING.fullmatch(line):
        return Block(type="heading", text=heading["text"], level=len(heading["level"]))
    if item := _ITEM.fullmatch(line):
        return Block(type="list_item", text=item["text"])
    return Block(type=_unmarked(line), text=line)


def _unmarked(line: str) -> BlockType:
    if _ROW.fullmatch(line):
        return "table"
    longest = LONGEST_DENSE_HEADING if _DENSE.search(line) else LONGEST_HEADING
    return "paragraph" if len(line) > longest or _SENTENCE_END.search(line[-LONGEST_END:]) else "heading"


def _head(blocks: Sequence[Block]) -> Head:
    start = crumbs(blocks)
    first = next((index for index, block in enumerate(blocks[start:], start) if not _is_furniture(block)), None)
    if first is None or first == len(blocks) - 1 or not _can_be_title(blocks[first]):
        return Head(None, None, frozenset())
    stamp = next(
        (
            index
            for index in range(first + 2, min(len(blocks), first + 2 + MOST_SUMMARY_LINES))
            if _is_stamp(blocks[index])
        ),
        None,
    )
    between = [] if stamp is None else list(range(first + 1, stamp))
    lines = [blocks[index].text for index in between]
    summary = " ".join(lines) if lines and len(" ".join(lines)) <= LONGEST_SUMMARY else None
    return Head(blocks[first].text, summary, frozenset((first, *(between if summary else ()))))


def _can_be_title(block: Block) -> bool:
    if block.text.startswith(("…", "...")) or block.text[0].islower():
        return False
    if block.type == "heading":
        return True
    is_short = block.type == "paragraph" and len(block.text) <= LONGEST_TITLE
    return is_short and (
        not _SENTENCE_END.search(block.text[-LONGEST_END:]) or _QUESTION.fullmatch(block.text) is not None
    )


def _is_furniture(block: Block) -> bool:
    """Whether a rule of the table names the line."""
    return any(rule.part == "line" for rule, _ in matches(block.text))


def _is_stamp(block: Block) -> bool:
    return any(rule.name == "update_stamp" for rule, _ in matches(block.text))
