"""Live blogs: which elements are entries, and what heads each.

An entry is one of several siblings that each tell a time of their own, or an element that microdata calls a
`liveBlogUpdate`. A page is a live blog where it says so, or where such entries hold most of its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.extractors.jsonld import types
from scraper.extractors.tables import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from scraper.extractors.document import Document
    from scraper.extractors.elements import Element
    from scraper.extractors.segments import TextBlock

FEWEST: Final = 3
"""Entries a live blog has at least."""
SHORT: Final = 40
"""Characters up to which a text with a time in it is a stamp."""
SENTENCE: Final = 80
"""Characters an entry has, on average, of a page that does not call itself a live blog."""
MOST: Final = 0.5
"""Share of the text from which entries make such a page a live blog."""
REACH: Final = 6
"""Blocks from an entry's start among which its heading stands."""
NAMES: Final = frozenset("liveblog liveticker ticker minutebyminute".split())

_DIGIT: Final = re.compile(r"\d")
_CLOCK: Final = re.compile(r"(?<![\d.,:])(?:[01]?\d|2[0-3])(?:[:.]| ?[hH] ?)[0-5]\d(?![\d.,:]*\d)")
_AGO: Final = re.compile(
    r"\b(?:vor|il y a|hace|há|fa) \d+|(?<!\d)\d{1,6} ?[^\W\d]\w{0,20} (?:ago|fa|sedan|siden|geleden|temu)\b",
    re.IGNORECASE,
)
_RUN_IN: Final = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])(?::[0-5]\d|[.h][0-5]\d(?= ?(?:Uhr|[ap]\.?m\.?|[–—:|-])))(?!\d)")


_BARE: Final = re.compile(rf"\W*{_CLOCK.pattern}(?: ?(?:uhr|h|[ap]\.?m\.?|[A-Z]{{2,4}}))?\W*", re.IGNORECASE)
_UPDATE: Final = 'logUpdate"'
"""What markup holds that names entries."""


class _Page(NamedTuple):
    """A page's blocks, the entry's number of each that stands in one, each entry's own blocks, and positions chosen."""

    blocks: Sequence[TextBlock]
    owners: Mapping[int, int]
    own: Mapping[int, Sequence[TextBlock]]
    chosen: frozenset[int]


class Entry(NamedTuple):
    """An entry's element, and the blocks that head it: its time and heading, else its first text."""

    element: Element
    head: tuple[TextBlock, ...]


def entries(document: Document, chosen: Sequence[TextBlock]) -> Mapping[int, Entry]:
    """Entries that hold some of the chosen blocks, by their element's number; none where the page is no live blog."""
    around = document.blocks[max(0, chosen[0].position - REACH) : chosen[-1].position + 1] if chosen else ()
    elements = _elements(around, document.segments.elements.markup)
    if not elements:
        return {}
    page = _page(document.blocks, elements, chosen)
    inside = [block for block in chosen if block.position in page.owners]
    numbers = {page.owners[block.position] for block in inside}
    found = {number: Entry(elements[number], _head(number, page)) for number in numbers}
    return (
        found if inside and (_declared(document, found.values()) or _looks_live(found.values(), inside, chosen)) else {}
    )


def _page(blocks: Sequence[TextBlock], elements: Mapping[int, Element], chosen: Sequence[TextBlock]) -> _Page:
    own = {number: element.blocks(blocks) for number, element in elements.items()}
    owners = {block.position: number for number, inside in own.items() for block in inside}
    return _Page(blocks, owners, own, frozenset(block.position for block in chosen))


def _elements(blocks: Sequence[TextBlock], markup: str) -> dict[int, Element]:
    """Elements that may be entries, by number: the innermost of which several siblings tell a time."""
    named = list(_named(blocks)) if _UPDATE in markup else []
    telling = [block for block in blocks if (_is_stamp(block) or _runs_in(block)) and not block.element.hidden]
    if len(telling) < FEWEST and not named:
        return {}
    siblings: dict[tuple[int, str], set[int]] = defaultdict(set)
    for block in telling:
        for element in block.element.chain():
            siblings[_kind(element)].add(element.number)
    found = (
        next((element for element in block.element.chain() if len(siblings[_kind(element)]) >= FEWEST), None)
        for block in telling
    )
    by_number = {element.number: element for element in (*found, *named) if element}
    outer = {above.number for element in by_number.values() for above in _above(element)}
    return {number: element for number, element in by_number.items() if number not in outer}


def _kind(element: Element) -> tuple[int, str]:
    return (element.parent.number if element.parent else -1, element.tag)


def _named(blocks: Sequence[TextBlock]) -> Iterator[Element]:
    for block in blocks:
        for element in block.element.chain():
            if (element.attributes.get("itemprop") or "").lower() == "liveblogupdate":
                yield element


def _above(element: Element) -> Iterator[Element]:
    return element.parent.chain() if element.parent else iter(())


def _is_stamp(block: TextBlock) -> bool:
    """Whether a block is a time and little else."""
    if len(block.text) > SHORT:
        return False
    if _DIGIT.search(block.text) and (_CLOCK.search(block.text) or _AGO.search(block.text)):
        return True
    markup, begin = block.page.markup, block.page.begin
    return any(markup.startswith(("time ", "time>"), begin[number]) for _, number in block.runs)


def _runs_in(block: TextBlock) -> bool:
    """Whether a longer text begins with a time: `14:05 Uhr: The dyke holds.`."""
    return bool(_RUN_IN.match(block.text))


def _declared(document: Document, found: Iterable[Entry]) -> bool:
    """Whether the page calls itself a live blog, or an element around an entry is called one."""
    return any("LiveBlogPosting" in types(node) for node in document.linked.nodes) or any(
        _calls_itself_live(above) for entry in found for above in entry.element.chain()
    )


def _looks_live(found: Collection[Entry], inside: Sequence[TextBlock], chosen: Sequence[TextBlock]) -> bool:
    """Whether entries that tell the hour, no date and nobody's name, hold most of the text."""
    if len(found) < FEWEST or not all(any(_tells_hour(block) for block in entry.head) for entry in found):
        return False
    elements = [entry.element for entry in found]
    under = {element.parent.number for element in elements if element.parent and element.tag in HEADINGS}
    held = [*inside, *(block for block in chosen if inside[0].position < block.position and _hangs(block, under))]
    size = sum(len(block.text) for block in {block.position: block for block in held}.values())
    return size >= SENTENCE * len(found) and size > MOST * sum(len(block.text) for block in chosen)


def _tells_hour(block: TextBlock) -> bool:
    return bool(_BARE.fullmatch(block.text)) or _runs_in(block)


def _hangs(block: TextBlock, under: AbstractSet[int]) -> bool:
    """Whether a block stands beside entries that are no more than headings, and so is theirs."""
    return bool(under) and any(element.number in under for element in block.element.chain())


def _calls_itself_live(element: Element) -> bool:
    names = element.tokens()
    told = element.attributes.get("itemtype") or element.attributes.get("itemprop") or ""
    return bool(names & NAMES) or {"live", "blog"} <= names or "liveblog" in told.lower()


def _head(number: int, page: _Page) -> tuple[TextBlock, ...]:
    """Stamps and headings before the entry's first text; a stamp behind it where there is none before."""
    own = [block for block in page.own[number] if not block.element.hidden]
    head = tuple(_leading(number, own[0].position, page))
    if not head:
        head = (next(block for block in own if block.position in page.chosen),)
    if any(_is_stamp(block) or _runs_in(block) for block in head):
        return head
    return (*[block for block in own if _is_stamp(block)][:1], *head)


def _leading(number: int, start: int, page: _Page) -> Iterator[TextBlock]:
    """Stamps and headings from the entry's start to its first text; an entry may be no more than its heading."""
    for block in page.blocks[start : start + REACH]:
        owner, chosen = page.owners.get(block.position), block.position in page.chosen
        if block.element.hidden:
            continue
        if owner != number and not (chosen and owner is None):
            return
        if _is_stamp(block) or block.element.tag in HEADINGS:
            yield block
        elif chosen:
            return
