"""Summary (the visible standfirst) and description (the meta description).

A standfirst is a block near the title that the markup calls one, or that says what the page's description says, and
that stands apart: a paragraph among the body's paragraphs is the body's first, whatever its class. A description that
the reader cannot see stays a description.
"""

from __future__ import annotations

import html
import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from w3lib.html import remove_tags

from scraper.extractors.dates import tells_date
from scraper.extractors.elements import name_of, tokens_of
from scraper.extractors.jsonld import string
from scraper.extractors.segments import SENTENCE_ENDS
from scraper.extractors.sources import Found, Source, first, meta
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

STANDFIRST = frozenset(
    "standfirst lead lede leadtext leadin intro introduction teaser teasertext summary subtitle subheadline subhead "
    "subheading excerpt dek deck chapo chapeau vorspann untertitel unterzeile ingress sumario bajada entradilla "
    "copete resumo sottotitolo sommario occhiello abstract epigraph preface strapline manchet perex lid zajawka "
    "description spot".split()
)
"""Class and id words by which newsrooms call a standfirst."""
NOT_STANDFIRST = frozenset(
    "caption bildunterschrift image media gallery photo video paywall next prev related card".split()
)
"""Words of boxes whose texts look like one."""

WHOLE = frozenset({"body", "main", "article", "li"})
"""Elements whose names speak of more than a standfirst."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SHORTEST = 40
LONGEST = 1200
LONG_PARAGRAPH = 100
MOST_LINKED = 0.5
REACH = 25
"""Blocks after the title among which a standfirst stands."""
REACH_BACK = 3
OVERLAP = 60
"""Characters at the start that must agree for a block to be the page's description."""
BEFORE = 30
"""Characters that may stand before that: a dateline's place, a section's name."""
START = 200
"""Characters in which that many are found, white space and punctuation put aside."""

_ITEMPROP = re.compile(' itemprop="(?:description|alternativeHeadline)"')


class Standfirst(NamedTuple):
    """A standfirst, and where it was found."""

    text: str
    source: str


DESCRIPTIONS: tuple[Source[str], ...] = (
    ("meta description", meta("description")),
    ("og:description", meta("og:description")),
    ("json-ld description", lambda document: string(document.linked.article.get("description"))),
)


def description(document: Document) -> Found[str] | None:
    """The page's description of itself, or None."""
    found = first(document, DESCRIPTIONS)
    if found is None:
        return None
    # Of text that names a tag, as that on HTML does, nothing is taken.
    bare = remove_tags(found.value) if "</" in found.value else found.value
    return Found(" ".join(html.unescape(bare).split()), found.source)


def standfirst(document: Document, title: str | None, body: Sequence[TextBlock] = ()) -> Standfirst | None:
    """The visible standfirst of a page whose title and body these are, or None."""
    told = {_start(text) for text in _descriptions(document)} - {""}
    near = list(_near(document, title))
    called = ((block, "class") for block in near if _is_called_standfirst(block))
    described = (
        (block, "description")
        for block in near
        if any(_agree(_start(block.text), start) for start in told) and _is_parted(block, document, body)
    )
    for block, source in sorted(chain(called, described), key=lambda pair: pair[0].position):
        if not _is_called_otherwise(block) and _stands_apart(block, document.blocks, body):
            return Standfirst(block.text, source)
    return None


def _near(document: Document, title: str | None) -> Iterator[TextBlock]:
    """Blocks of a standfirst's size shortly after (or before) the title."""
    called = [block for block in document.blocks if title and title in block.text]
    levels = ([block.position for block in called if block.element.tag == level] for level in ("h1", "h2"))
    at = next(chain.from_iterable(levels), None)
    if at is None:
        return
    for block in document.blocks[max(0, at - REACH_BACK) : at + REACH]:
        if (
            SHORTEST <= len(block.text) <= LONGEST
            and not (block.text == title or (title and len(title) >= SHORTEST and title in block.text))
            and name_of(block.page.spelling(block.home)) not in {"h1", "li", "figcaption"}
            and not block.element.hidden
            and block.link_density < MOST_LINKED
            and not _is_dateline(block.text)
        ):
            yield block


def _is_dateline(text: str) -> bool:
    """Whether a text tells a day and ends no sentence, as bylines and stamps do."""
    return not text.rstrip().endswith(SENTENCE_ENDS) and tells_date(text)


def _is_called_standfirst(block: TextBlock) -> bool:
    """Whether the block's own element, or one of the two around it, bears a standfirst's name."""
    inside = takewhile(lambda spelling: name_of(spelling) not in WHOLE, _around(block))
    return any(not tokens_of(spelling).isdisjoint(STANDFIRST) or _ITEMPROP.search(spelling) for spelling in inside)


def _is_called_otherwise(block: TextBlock) -> bool:
    return any(
        name_of(spelling) == "figure" or not tokens_of(spelling).isdisjoint(NOT_STANDFIRST)
        for spelling in _around(block)
    )


def _around(block: TextBlock) -> list[str]:
    """Start tags of the block's own element and the two around it."""
    return [block.page.spelling(number) for number in islice(block.element.numbers(), 3)]


def _stands_apart(block: TextBlock, blocks: Sequence[TextBlock], body: Sequence[TextBlock]) -> bool:
    """Whether no other text of the body but headings, and not the next paragraph of the page, has the same parent."""
    following = next((b for b in blocks[block.position + 1 :] if len(b.text) > LONG_PARAGRAPH), None)
    beside = (other for other in (*body, *filter(None, [following])) if _parent(other) == _parent(block))
    return all(other.element.tag in HEADINGS or other.position == block.position for other in beside)


def _parent(block: TextBlock) -> int | None:
    """Number of the element around the block's own; None for the body's."""
    return block.page.parent[block.home] if block.home else None


def _is_parted(block: TextBlock, document: Document, body: Sequence[TextBlock]) -> bool:
    """Whether a byline, a stamp or a picture stands between a block and the rest of the body.

    Many systems make a page's description of its article's first words: what says the same is as often the body.
    """
    following = next((other.position for other in body if other.position > block.position), None)
    if following is None:
        return True
    between = (other for other in document.blocks[block.position + 1 : following] if not other.element.hidden)
    pictured = any(block.position < medium.before <= following for medium in document.media)
    return pictured or any(between)


def _descriptions(document: Document) -> list[str]:
    return [text for _, read in DESCRIPTIONS if (text := read(document))]


def _start(text: str) -> str:
    return key(html.unescape(text[:START]))[: OVERLAP + BEFORE]


def _agree(left: str, right: str) -> bool:
    """Whether two texts begin alike, but for what stands before one of them: a place, a section."""
    return left[:OVERLAP] == right[:OVERLAP] or any(
        len(one) >= OVERLAP and one[:OVERLAP] in other for one, other in ((left, right), (right, left))
    )
