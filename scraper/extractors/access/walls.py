"""Walls: what a page asks for right after its text, and other signs there that the text goes on elsewhere.

A wall above a text, in a dialog, in a menu or under a neighbour's teaser keeps nothing of this text back, and a text
may speak of walls. So what counts is a short prompt that is seen, at the end of the body, with no more prose after it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from scraper.extractors.access.gates import READABLE, called, denies
from scraper.extractors.access.prompts import (
    ELSEWHERE,
    LEFT_OUT,
    LONGEST_PROMPT,
    METER,
    NEXT,
    NEXT_PAGE,
    OWNER_PROMPT,
    PAGE_OF,
    PAGES,
    TOLD,
    is_wall,
    leads,
    offers,
    wants,
)
from scraper.extractors.elements import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scraper.extractors.access.terms import Says
    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

AFTER_BODY: Final = 8
"""Blocks after the body among which a wall stands."""
AT_THE_END: Final = 8
"""Blocks at the body's end among which it stands where it was taken for body."""
LONGEST_OFFER: Final = 1000
"""Characters that an offer has at most; what is longer is the rest of an article."""
NEXT_TO_BODY: Final = 3
"""Blocks after the body among which links to its next page stand."""
MOSTLY_LINK: Final = 0.5
ELLIPSIS: Final = ("…", "...", "[…]", "[...]")
"""Ends of a text that goes on elsewhere."""
ELSEWHERE_IN: Final = frozenset(
    "modal popup dialog overlay lightbox toast comment comments newsletter teaser card menu nav".split()
)
"""Words of classes in which a prompt is about something else than the text above."""

_PAGED: Final = re.compile(
    r"(?:[?&](?:page|seite|pagina|p)=|/(?:page|seite|pagina)[/-]?)[1-9]\d?(?:$|[&/#])", re.IGNORECASE
)


class Wall(NamedTuple):
    """A wall's prompt, and what it asks for."""

    block: TextBlock
    says: Says


def owner_prompt(document: Document, body: Sequence[TextBlock]) -> str | None:
    """What is asked after a body of those who have paid."""
    beside = frozenset(body[0].element.numbers())
    near = (block for block in _after(document, body, AFTER_BODY) if len(block.text) <= LONGEST_PROMPT)
    return next((block.text for block in near if OWNER_PROMPT.search(block.text) and not apart(block, beside)), None)


def box(document: Document, body: Sequence[TextBlock]) -> str | None:
    """What stands after a body in a box that is called a wall."""
    beside = frozenset(body[0].element.numbers())
    near = (block for block in _after(document, body, AFTER_BODY) if len(block.text) <= LONGEST_PROMPT)
    return next((block.text for block in near if _walled(block, beside) and not apart(block, beside)), None)


def _walled(block: TextBlock, beside: frozenset[int]) -> bool:
    own = (number for number in block.element.numbers() if number and number not in beside)
    return any(called(block.page.spelling(number)) == "restricted" for number in own)


def _ending(body: Sequence[TextBlock]) -> Sequence[TextBlock]:
    """Blocks at the end of a body behind which there may be an offer, and not the rest of an article."""
    ending = body[1:][-AT_THE_END:]
    behind = [sum(len(block.text) for block in ending[place + 1 :]) for place in range(len(ending))]
    return [block for block, size in zip(ending, behind, strict=True) if size <= LONGEST_OFFER]


class Notices(NamedTuple):
    """How many free texts a reader has had or has left; how much of this one is missing."""

    meter: str | None
    left_out: str | None


def wall(document: Document, body: Sequence[TextBlock]) -> Wall | None:
    """The wall at the end of a body; None without one."""
    if not body:
        return None
    around = (*_ending(body), *_after(document, body, AFTER_BODY))
    beside = frozenset(body[0].element.numbers())
    near = _after(document, body, NEXT_TO_BODY) if _breaks_off(body) and not goes_on(document, body) else ()
    asking = (b for b in around if is_wall(b.text) or _denied(b, beside) or (b in near and offers(b.text)))
    found = next((block for block in asking if not apart(block, beside) and not _tells(block, body)), None)
    return found and Wall(found, wants(found.text))


def _breaks_off(body: Sequence[TextBlock]) -> bool:
    """Whether a body is little text that ends as one does that goes on elsewhere."""
    return sum(len(block.text) for block in body) < READABLE and body[-1].text.endswith(ELLIPSIS)


def _tells(block: TextBlock, body: Sequence[TextBlock]) -> bool:
    """Whether a paragraph of the text tells of subscribers, and asks nobody: no link in it, nothing broken off before.

    An evening only for members is no wall.
    """
    before = next((other for other in reversed(body) if other.position < block.position), None)
    among = block.position <= body[-1].position or (before is not None and _place(block) == _place(before))
    broken = before is not None and before.text.endswith(ELLIPSIS)
    return among and not (broken or block.link_density or leads(block.text))


def _place(block: TextBlock) -> tuple[int | None, str]:
    """What a block shares with the paragraphs of its own text: the element around it, and its start tag."""
    holder = block.element.parent
    return (holder and holder.number, block.page.spelling(block.element.number))


def _denied(block: TextBlock, beside: frozenset[int]) -> bool:
    """Whether a short text stands in a box in which a vendor says why the rest is not there, in whatever language."""
    own = (number for number in block.element.numbers() if number and number not in beside)
    return len(block.text) <= LONGEST_PROMPT and any(denies(block.page.spelling(number)) for number in own)


def notices(document: Document) -> Notices:
    """What a page's short lines tell of a meter and of text left out, wherever they stand."""
    lines = list(_telling(document.shown))
    return Notices(_first(METER, lines), _first(LEFT_OUT, lines))


def _telling(text: str) -> Iterator[str]:
    """Short lines of a text that may tell of either."""
    lower = text.lower()
    alike = len(lower) == len(text)
    for word in TOLD:
        place = lower.find(word)
        while place >= 0:
            start, end = lower.rfind("\n", 0, place) + 1, lower.find("\n", place)
            end = end if end >= 0 else len(lower)
            if end - start <= LONGEST_PROMPT:
                yield text[start:end] if alike else lower[start:end]
            place = lower.find(word, end)


def _first(words: re.Pattern[str], lines: Sequence[str]) -> str | None:
    return next((found[0] for line in lines if (found := words.search(line))), None)


def goes_on(document: Document, body: Sequence[TextBlock]) -> str | None:
    """The link at the end of a body by which the text goes on at another place."""
    near = (*body[-1:], *_after(document, body, NEXT_TO_BODY))
    links = (block.text for block in near if block.link_density > MOSTLY_LINK)
    return next((text for text in links if ELSEWHERE.search(text)), None)


def next_page(document: Document, body: Sequence[TextBlock]) -> str | None:
    """What shows that this is one page of several that hold the text."""
    near = [block.text for block in _after(document, body, NEXT_TO_BODY)]
    told = next((text for text in near if NEXT_PAGE.search(text) or PAGE_OF.search(text) or _counts(text)), None)
    paged = document.url and _PAGED.search(urlsplit(document.url)._replace(scheme="", netloc="").geturl())
    return told or next((text for text in near if paged and NEXT.search(text)), None)


def _counts(text: str) -> bool:
    """Whether a text is a row of page numbers: from 1 on, one by one."""
    row = PAGES.match(text)
    numbers = [int(number) for number in re.findall(r"\d+", row[1])] if row else []
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _after(document: Document, body: Sequence[TextBlock], count: int) -> Sequence[TextBlock]:
    """Blocks that are shown right after a body."""
    end = body[-1].position + 1
    return [block for block in document.blocks[end : end + count] if not block.element.hidden]


def apart(block: TextBlock, beside: frozenset[int] = frozenset()) -> bool:
    """Whether a block stands in something, not `beside` it, that is not about the text above it."""
    spellings = (block.page.spelling(number) for number in block.element.numbers() if number and number not in beside)
    return any(not ELSEWHERE_IN.isdisjoint(tokens_of(spelling)) for spelling in spellings)
