"""What a block is when it is not body, by its place in the markup.

A role holds for everything inside the element that bears it. A role that would cover most of the article's text,
in one element or in many, is a misnomer (a wrapper called `article-promo`, a forum of `comment`s): it does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from scraper.extractors.elements import Element, name_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scraper.extractors.elements import Elements
    from scraper.extractors.segments import TextBlock

Role = Literal[
    "advert", "byline", "caption", "comments", "form", "navigation", "newsletter", "page_state", "poll", "related",
    "share", "tags", "wall",
]  # fmt: skip

BY_TAG: Mapping[str, Role] = {
    "aside": "related",
    "button": "form",
    "figcaption": "caption",
    "figure": "caption",
    "footer": "navigation",
    "form": "form",
    "nav": "navigation",
    "select": "form",
}

_WORDS: Mapping[Role, str] = {
    "advert": "ad ads advert advertisement adslot sponsor sponsored "
    "sponsorowany sponsorisé patrocinado sponsorizzato gesponsert advertorial anzeige werbung "
    "publicidad pubblicita reklam promo",
    "byline": "byline author authors autor autoren auteur autore bio timestamp dateline",
    "caption": "caption captions figcaption credit credits copyright photographer bildunterschrift bildnachweis legend",
    "comments": "comment comments disqus kommentare commentaires",
    "navigation": "nav navigation breadcrumb breadcrumbs menu pagination",
    "newsletter": "newsletter newsletters signup",
    "page_state": "debug",
    "poll": "poll quiz umfrage",
    "related": "related recommended recommendation recommendations readmore mostread trending popular teasers carousel",
    "share": "share sharing social socials btn button",
    "tags": "tags tag keywords taglist schlagworte themen topics",
    "wall": "paywall regwall",
}
BY_WORD: Mapping[str, Role] = {word: role for role, words in _WORDS.items() for word in words.split()}

QUOTED = frozenset({"blockquote", "td", "th"})
"""What stands in a `<figure>` and is no caption."""
MISNOMER = 0.5
"""Share of the article's characters from which a role is no box in the article but the article itself."""
ALL_LINK = 0.85
"""Link density from which a block is a pointer elsewhere, not prose."""
WALL_PROMPT = re.compile(
    r"(?:subscribe|register|log in|sign in|sign up)(?: now| today)? to (?:continue|keep|read|unlock|access)|"
    r"to (?:continue reading|read (?:on|the (?:full|rest))|view the full)|for (?:paid )?subscribers only|"
    r"this (?:post|article|story) is for (?:paid |our )?subscribers|already a subscriber|"
    r"(?:weiterlesen|lesen sie weiter) mit|jetzt (?:abonnieren|registrieren|testen) und (?:weiter|alles)|"
    r"(?:sie haben )?bereits (?:ein )?(?:abo|abonnent)|nur für abonnent|réservé aux abonnés|déjà abonné|"
    r"(?:exclusivo|solo|sólo) para suscriptores|ya (?:eres|soy) suscriptor|riservato agli abbonati|sei già abbonato|"
    r"tylko dla (?:subskrybentów|prenumeratorów)|alleen voor abonnees|bara för prenumeranter",
    re.IGNORECASE,
)
"""What a wall says; an element called `paywall` without it is as often the paid text itself."""
LONGEST_PROMPT = 300
"""Characters above which a block is no prompt, but an article about walls."""


def roles(blocks: Sequence[TextBlock]) -> list[Role | None]:
    """Role of each of the blocks that are taken for a page's article, in their order; None for what may be body."""
    if not blocks:
        return []
    sizes = [len(block.text) for block in blocks]
    limit = MISNOMER * sum(sizes)
    places = _Places(blocks, _whole(blocks, sizes, limit))
    found = [places.role(block) or ("related" if block.link_density > ALL_LINK else None) for block in blocks]
    share: Counter[Role | None] = Counter()
    for role, size in zip(found, sizes, strict=True):
        share[role] += size
    return [None if share[role] > limit else role for role in found]


def _whole(blocks: Sequence[TextBlock], sizes: Sequence[int], limit: float) -> frozenset[int]:
    """Elements that hold more than `limit`, half of the text or more, and the body: all are around its middle."""
    upto = list(accumulate(sizes, initial=0))
    positions = [block.position for block in blocks]
    page, middle = blocks[0].page, blocks[bisect_right(upto, limit) - 1]
    return frozenset(
        number
        for number in middle.element.numbers()
        if number == 0
        or upto[bisect_left(positions, page.end[number])] - upto[bisect_left(positions, page.first[number])] > limit
    )


class _Places:
    """Roles that the elements of a page give to what is inside them, but for those that are `whole`."""

    def __init__(self, agreed: Sequence[TextBlock], whole: frozenset[int]) -> None:
        self._agreed = agreed
        self._whole = whole
        self._known: dict[int, Role | None] = {}

    def role(self, block: TextBlock) -> Role | None:
        """Role of a block, from its innermost element that has one."""
        for number in block.element.numbers():
            if number in self._whole:
                return None
            found = self._own(block.page, number)
            if found and not (name_of(block.page.spelling(number)) == "figure" and block.element.tag in QUOTED):
                return found
        return None

    def _own(self, page: Elements, number: int) -> Role | None:
        """Role that an element's own tag and class give it."""
        if number not in self._known:
            spelling = page.spelling(number)
            found = BY_TAG.get(name_of(spelling)) or _named(tokens_of(spelling))
            self._known[number] = None if found == "wall" and not self._prompts(Element(page, number)) else found
        return self._known[number]

    def _prompts(self, element: Element) -> bool:
        """Whether something in an element asks for a subscription."""
        inside = (block.text for block in self._agreed if len(block.text) <= LONGEST_PROMPT and element.holds(block))
        return any(WALL_PROMPT.search(text) for text in inside)


def _named(tokens: frozenset[str]) -> Role | None:
    return next((BY_WORD[word] for word in sorted(tokens & BY_WORD.keys())), None)
