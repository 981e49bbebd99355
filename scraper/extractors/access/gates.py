"""Gates: elements that keep text back, and the text that they keep.

What a gate keeps is in the markup, for those who pay: it is counted, never extracted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scraper.extractors.access.terms import truth
from scraper.extractors.elements import VOID, Element, class_of, id_words, words_of
from scraper.extractors.jsonld import as_list, string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scraper.extractors.access.terms import Says
    from scraper.extractors.document import Document
    from scraper.extractors.elements import Elements
    from scraper.extractors.segments import TextBlock

GATED_CHARACTERS: Final = 500
"""Hidden prose in a gate from which something of the article is kept back."""
PROSE: Final = 80
"""Characters from which a hidden text is prose, not a line of a dialog."""
READABLE: Final = 1200
"""Characters that a gate shows from which it keeps nothing back."""

CALLED: Final[Mapping[str, Says]] = {
    **dict.fromkeys("paywall paywalled gated restricted piano".split(), "restricted"),
    **dict.fromkeys("paid premium locked subscription subscriber".split(), "subscription"),
    **dict.fromkeys("regwall regwalled".split(), "registration"),
    "metered": "metered",
}
"""Words of classes that call an element a gate, and what they say of the text in it."""
_DENIED: Final = frozenset("no non not non without un free off disabled never none is".split())
"""Words that turn what a class says, or make it one of the visitor's (`is-premium`)."""
_SELECTED: Final = re.compile(r"[.#]([\w-]+)")
_ID: Final = re.compile(r' id="([^"]*)"')
_DIVIDER: Final = re.compile(r'(?:ay|eg)wall[\w-]{0,20}-(?:divider|separator|cutoff)["\s]')
"""The rest of a class that calls an element one from which on something else holds."""
_DENIES: Final = re.compile(
    r"(?<!age[_-])(?<!geo[_-])(?:restrict(?:ed|ion)|unauthori[sz]ed|not-logged-in|no-access|locked-content)[_-](?:\w{1,20}[_-]"
    r"){0,2}(?:message|msg|notice|excerpt)\b|post-upgrade-cta|content-gate__|memberships__(?:inline-)?gate|pmpro_content_"
    r"message|global-marketing-content",
    re.IGNORECASE,
)
"""Classes of the boxes that membership plug-ins of WordPress, Ghost and others put in place of what they keep back."""


@lru_cache(maxsize=1024)
def denies(spelling: str) -> bool:
    """Whether a start tag is that of a vendor's box in place of the text."""
    return bool(_DENIES.search(class_of(spelling)))


def selectors(document: Document) -> frozenset[str]:
    """Classes and ids by which JSON-LD's `hasPart` names what is not free (schema.org/cssSelector)."""
    parts = [part for part in as_list(document.linked.article.get("hasPart")) if isinstance(part, dict)]
    named = (string(part.get("cssSelector")) for part in parts if not truth(part.get("isAccessibleForFree")))
    return frozenset(name for selector in named if selector for name in _SELECTED.findall(selector))


def called(spelling: str) -> Says | None:
    """What the class of a start tag says of the text in it; None where it is not called a gate."""
    return _called(class_of(spelling))


@lru_cache(maxsize=2048)
def _called(names: str) -> Says | None:
    found = (_words_say(frozenset(words_of(name))) for name in names.split())
    return next((says for says in found if says), None)


def _words_say(words: frozenset[str]) -> Says | None:
    if not _DENIED.isdisjoint(words):
        return None
    return next((says for word, says in CALLED.items() if word in words), None)


def is_gate(spelling: str, declared: frozenset[str]) -> bool:
    """Whether a start tag opens a gate: one of the `declared` selectors' names, or called one."""
    return (bool(declared) and _is_declared(spelling, declared)) or called(spelling) is not None


def _is_declared(spelling: str, declared: frozenset[str]) -> bool:
    identity = _ID.search(spelling)
    return not declared.isdisjoint(class_of(spelling).split()) or bool(identity and identity[1] in declared)


def kept(document: Document) -> int:
    """Characters of prose hidden in gates."""
    if sum(len(block.text) for block in document.hidden) < GATED_CHARACTERS:
        return 0
    prose = [block for block in document.hidden if len(block.text) >= PROSE]
    return _inside(prose, _Gates(document.segments.elements, selectors(document)))


def shows_body(document: Document, body: Sequence[TextBlock], wall: TextBlock | None = None) -> bool:
    """Whether a gate is open: it shows enough of the body. What holds a `wall` too is no gate, but the whole page."""
    around = frozenset(wall.element.numbers()) if wall else frozenset({0})
    return _inside(body, _Gates(document.segments.elements, selectors(document), around)) >= READABLE


def declared_shows(document: Document, body: Sequence[TextBlock]) -> bool:
    """Whether anything of a body stands in what `hasPart` names."""
    declared = selectors(document)
    own = {number: document.segments.elements.spelling(number) for block in body for number in block.element.numbers()}
    return any(_is_declared(spelling, declared) for spelling in own.values())


def says_of(body: Sequence[TextBlock]) -> Says | None:
    """What classes say of most of a body: no evidence alone, free pages bear them too."""
    found: Counter[Says | None] = Counter()
    known: dict[int, Says | None] = {}
    for block in body:
        for number in block.element.numbers():
            if number not in known:
                known[number] = called(block.page.spelling(number))
        told = (known[number] for number in block.element.numbers())
        found[next((says for says in told if says and says != "restricted"), None)] += len(block.text)
    most = found.most_common(1)
    return most[0][0] if most else None


class _Gates:
    """Which elements of a page are gates, but for some."""

    __slots__ = ("_declared", "_known", "_page")

    def __init__(self, page: Elements, declared: frozenset[str], but: frozenset[int] = frozenset()) -> None:
        self._page = page
        self._declared = declared
        self._known = dict.fromkeys(but, False)

    def hold(self, block: TextBlock) -> bool:
        """Whether a block stands in a gate."""
        return any(self._is_gate(number) for number in block.element.numbers())

    def _is_gate(self, number: int) -> bool:
        if number not in self._known:
            self._known[number] = is_gate(self._page.spelling(number), self._declared)
        return self._known[number]


def _inside(blocks: Sequence[TextBlock], gates: _Gates) -> int:
    """Characters of blocks that stand in gates."""
    return sum(len(block.text) for block in blocks if gates.hold(block))


def boxes(document: Document) -> Iterator[Element]:
    """Elements whose class says wall."""
    page = document.segments.elements
    for number in _tags(page, document.walls):
        if called(page.spelling(number)):
            yield Element(page, number)


def stands_empty(document: Document) -> bool:
    """Whether there is an element that is called a wall, in whatever place, with no text for it yet."""
    page = document.segments.elements
    numbers = (number for number in _tags(page, document.walls) if page.first[number] == page.end[number])
    spelled = (page.spelling(number) for number in numbers)
    return any(called(spelling) or _words_say(frozenset(id_words(spelling))) for spelling in spelled)


def behind(document: Document) -> frozenset[int]:
    """Positions of the blocks behind a gate's divider: an empty element beside them, from which on the page covers."""
    page = document.segments.elements
    numbers = _tags(page, (place for place in document.walls if _DIVIDER.match(page.markup, place)))
    empty = (n for n in numbers if page.traits[n] & VOID or page.first[n] == page.end[n])
    ranges = (range(int(page.first[number]), int(page.end[page.parent[number]])) for number in empty)
    return frozenset(position for covered in ranges for position in covered)


def _tags(page: Elements, places: Iterable[int]) -> Iterable[int]:
    """Numbers of the elements in whose start tags places of the markup are, each once."""
    found = ((bisect_right(page.begin, place) - 1, place) for place in places)
    return dict.fromkeys(number for number, place in found if place < page.close[number])
