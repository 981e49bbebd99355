"""What a block is when it is not body, by its place in the markup.

A role holds for everything inside the element that bears it. A role that would cover most of the article's text,
in one element or in many, is a misnomer (a wrapper called `article-promo`, a forum of `comment`s): it does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate, islice, takewhile
from typing import TYPE_CHECKING, Literal

from scraper.extractors.access.prompts import LONGEST_PROMPT, speaks_of_wall
from scraper.extractors.elements import Element, class_of, name_of, tokens_of, words_of
from scraper.extractors.images.vocabulary import FIGURE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.elements import Elements
    from scraper.extractors.segments import TextBlock

Role = Literal[
    "advert", "byline", "caption", "comments", "form", "inset", "navigation", "newsletter", "page_state", "poll",
    "related", "share", "site", "tags", "wall",
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
    "publicidad pubblicita reklam promo donation donations donate fundraising spenden",
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

_SAID: Mapping[str, Role] = {
    **BY_WORD,
    **dict.fromkeys("discussion discussions comentario comentarios commento commenti reacties".split(), "comments"),
    **dict.fromkeys(
        "fact facts factbox infobox fakta faktaruta faktabox infokasten kasten steckbrief".split(), "inset"
    ),
    **dict.fromkeys("encadre ficha recuadro despiece scheda ramka".split(), "inset"),
    **dict.fromkeys("kommentarer kommentit komentarze komentar kommentarbereich yorumlar".split(), "comments"),
    **dict.fromkeys(
        "commentlist commentlinks commentsection commentthread commentarea commentbox commentform commentswrapper "
        "usercomments articlecomments postcomments leserkommentare lesermeinungen userkommentare".split(),
        "comments",
    ),
    **dict.fromkeys(
        "relatedposts relatedarticles relatedstories relatednews relatedcontent recirc recirculation yarpp outbrain "
        "taboola readnext alsoread".split(),
        "related",
    ),
    **dict.fromkeys(FIGURE_WORDS - {"figure", "pie"}, "caption"),
    **dict.fromkeys("livefyre spotim openweb viafoura hyvor giscus utterances cusdis isso".split(), "comments"),
}
"""The words that say a role; those that are not in BY_WORD are no features of the block model."""

APART = ("em", "i", "small")
"""Phrasing elements in which a caption is set."""
LONGEST_CAPTION = 300
LONGEST: Mapping[Role, int] = {"navigation": 200, "form": 200, "share": 200, "caption": 400}
"""Characters above which a text is too long for a role, if little of it is linked."""
PROSE_LINKS = 0.25
"""Link density under which a text is no list of links."""
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
"""What may be one link and still head the text under it: the name of a reviewed thing, an anchor to itself."""
FIGURED = frozenset({"blockquote", "td", "th", "pre"})
"""What stands in a `<figure>` and is no caption."""
QUOTES = (frozenset({"blockquote"}), frozenset({"pullquote"}), frozenset({"pull", "quote"}))
"""Class words, all of a set together, of boxes that are quotes without saying so by their tag."""
CELLS = frozenset({"td", "th"})
"""What may be one link and still be of a table's data."""
ARTICLE = 200
"""Characters of text before comments from which the comments stand below an article and are no forum."""
MISNOMER = 0.5
"""Share of the article's characters from which a role is no box in the article but the article itself."""
TEASER_DEPTH = 4
"""Elements around a block among which is the box of a teaser that it stands in."""
LARGEST_TEASER = 4
"""Blocks that a teaser has at the most."""
SHORTEST_HEADLINE = 3
"""Words that a teaser's headline has at least."""
LONGEST_TEASER = 400
"""Characters that each of its lines has at the most."""
ALL_LINK = 0.85
"""Link density from which a block is a pointer elsewhere, not prose."""


_HASH = re.compile(
    r"(?<=[\W_])(?:(?=[a-f]*\d)[a-f\d]{7,}|(?!ads?\d)(?=[a-z]*\d[a-z]+\d|\d*[a-z]+\d+[a-z])[a-z\d]{5,60})(?![^\W_])|"
    r"(?<=\")\d[a-f\d]{3}(?=\")",
    re.IGNORECASE,
)
"""A hash in a class or id, whose letters may spell `ad`."""
_MINIFIED = re.compile(r"(?<=[\s\"'])[a-z]{1,2}(?=[\s\"'])")
"""A class that a style compiler named, where there are many of them."""
FEWEST_MINIFIED = 4
_POST = re.compile(r"\b(?:hentry|type-post|status-publish)\b")
_FILED = re.compile(r"(?<=[\s\"'])(?:tag|category|author|topic)-[^\s\"'>]+")
"""Classes of a post in WordPress that tell what it is filed under, and nothing of its box."""


def roles(blocks: Sequence[TextBlock], document: Document) -> list[Role | None]:
    """Role of each of a document's blocks that are taken for its article, in their order; None for what may be body."""
    if not blocks:
        return []
    sizes = [len(block.text) for block in blocks]
    limit = MISNOMER * sum(sizes)
    places = _Places(blocks, frozenset((0, *holding(blocks, MISNOMER))))
    pictures = {medium.before: medium.element for medium in document.media}
    written = _written_lists(blocks)
    found = [places.role(block) or _looks(block, pictures.get(block.position), written) for block in blocks]
    share: Counter[Role | None] = Counter()
    for role, size in zip(found, sizes, strict=True):
        share[role] += size
    told = [None if share[role] > limit and not (role == "comments" and places.comments) else role for role in found]
    end = _end(blocks, told, document)
    return [*told[:end], *(role or "related" for role in told[end:])] if sum(sizes[end:]) <= limit else told


def _end(blocks: Sequence[TextBlock], told: Sequence[Role | None], document: Document) -> int:
    """Place behind the last block that has no role and is no teaser's: the text ends there, and pointers begin."""
    last = len(blocks)
    while last and (told[last - 1] or _is_teased(blocks[last - 1], document.blocks)):
        last -= 1
    return last


def holding(blocks: Sequence[TextBlock], share: float) -> Mapping[int, int]:
    """Elements that hold more than `share`, half or more, of the text of blocks in their order; how many each holds."""
    upto = list(accumulate((len(block.text) for block in blocks), initial=0))
    positions = [block.position for block in blocks]
    page, middle = blocks[0].page, blocks[bisect_right(upto, upto[-1] / 2) - 1]
    found: dict[int, int] = {}
    for number in middle.element.numbers():  # What holds so much of the text holds its middle.
        first, end = (bisect_left(positions, place) for place in (page.first[number], page.end[number]))
        if upto[end] - upto[first] > share * upto[-1]:
            found[number] = end - first
    return found


class _Places:
    """Roles that the elements of a page give to what is inside them, but for those that are `whole`."""

    def __init__(self, agreed: Sequence[TextBlock], whole: frozenset[int]) -> None:
        self._agreed = agreed
        self._whole = whole
        self._known: dict[int, Role | None] = {}
        self.comments = self._comments_below_an_article()

    def role(self, block: TextBlock) -> Role | None:
        """Role of a block, from its innermost element that has one."""
        figured = False
        for number in block.element.numbers():
            if number in self.comments:
                return "comments"
            if number in self._whole:
                return None
            name = name_of(block.page.spelling(number))
            figured = figured or name in FIGURED
            found = self._own(block.page, number)
            # A footer's notes are running text: they never outgrow it.
            if found and not (figured and name == "figure") and (name == "footer" or not _outgrows(block, found)):
                return found
        return None

    def _comments_below_an_article(self) -> frozenset[int]:
        """Numbers of the comments' elements where enough text stands before the first of them: they may be longer."""
        page = self._agreed[0].page
        around = {number for block in self._agreed for number in block.element.numbers()}
        called = frozenset(number for number in around if self._own(page, number) == "comments")
        if not called:
            return called
        above = takewhile(lambda block: called.isdisjoint(block.element.numbers()), self._agreed)
        return called if sum(len(block.text) for block in above) >= ARTICLE else frozenset()

    def _own(self, page: Elements, number: int) -> Role | None:
        """Role that an element's own tag and class give it."""
        if number not in self._known:
            spelling = page.spelling(number)
            heads, told = name_of(spelling) in HEADINGS, _boxed(spelling)
            # A heading's id is an anchor, and spells what it pleases.
            words = frozenset(words_of(class_of(told))) if heads else tokens_of(told)
            found = BY_TAG.get(name_of(spelling)) or _named(words)
            if found in {"caption", "related"} and is_called_quote(spelling):
                found = None
            self._known[number] = None if found == "wall" and not self._prompts(Element(page, number)) else found
        return self._known[number]

    def _prompts(self, element: Element) -> bool:
        """Whether something in an element asks for a subscription."""
        inside = (
            block.text for block in self._agreed if len(block.text) <= LONGEST_PROMPT and element.holds(block.position)
        )
        return any(map(speaks_of_wall, inside))


def _outgrows(block: TextBlock, role: Role) -> bool:
    """Whether a block is running text of a length that its role never has."""
    return len(block.text) > LONGEST.get(role, len(block.text)) and block.link_density < PROSE_LINKS


def _written_lists(blocks: Sequence[TextBlock]) -> frozenset[int]:
    """Numbers of the lists most of whose items are no links: an item that is one is a word that is explained there."""
    items = [(block.page.parent[block.home], block.link_density > ALL_LINK) for block in blocks if _is_item(block)]
    linked = Counter(number for number, link in items if link)
    every = Counter(number for number, _ in items)
    return frozenset(number for number, count in every.items() if 2 * linked[number] < count)


def _is_item(block: TextBlock) -> bool:
    return name_of(block.page.spelling(block.home)) == "li"


def _looks(block: TextBlock, picture: Element | None, written: frozenset[int]) -> Role | None:
    """Role of a block by its links and by the picture before it; items of `written` lists may be links."""
    if block.link_density > ALL_LINK and block.element.tag not in CELLS:
        if _is_item(block) and block.page.parent[block.home] in written:
            return None
        return None if HEADINGS & {block.element.tag, (block.element.parent or block.element).tag} else "related"
    return "caption" if picture and _captions(block, picture) else None


def _is_teased(block: TextBlock, every: Sequence[TextBlock]) -> bool:
    """Whether a block stands in one of several boxes alike that each begin with a link: headlines and their leads."""
    page = block.page
    return any(
        _teases(page, number, every)
        and any(
            page.spelling(other) == page.spelling(number) and _teases(page, other, every)
            for other in _beside(page, number)
        )
        for number in islice(block.element.numbers(), TEASER_DEPTH)
        if number
    )


def _teases(page: Elements, number: int, every: Sequence[TextBlock]) -> bool:
    inside = every[page.first[number] : page.end[number]]
    return (
        1 < len(inside) <= LARGEST_TEASER
        and _leads_away(inside[0])
        and len(inside[0].text.split()) >= SHORTEST_HEADLINE
        and all(len(block.text) <= LONGEST_TEASER for block in inside)
    )


def _leads_away(block: TextBlock) -> bool:
    """Whether a line is a link to another page, not one that opens what stands behind it."""
    link = next((piece.element.closest("a") for piece in block.pieces if piece.element.linked), None)
    href = link.attributes.get("href", "") if link else ""
    return block.link_density > ALL_LINK and bool(href) and not href.startswith(("#", "javascript:"))


def _beside(page: Elements, number: int) -> Iterator[int]:
    """Numbers of the elements right before and behind one that is not the body."""
    around, behind = page.parent[number], int(page.last[number]) + 1
    before = number - 1
    while before > around and page.parent[before] != around:
        before = page.parent[before]
    yield from (other for other in (before, behind) if around < other < len(page) and page.parent[other] == around)


def _captions(block: TextBlock, picture: Element) -> bool:
    """Whether a block stands in one element with the picture before it, and is set apart from prose."""
    apart = len(block.text) <= LONGEST_CAPTION and any(is_wholly(block, tag) for tag in APART)
    return apart and block.home in picture.numbers()


def is_wholly(block: TextBlock, tag: str) -> bool:
    """Whether all the block's text stands in elements of `tag`, inside the block's own."""
    numbers = {number for text, number in block.runs if text.strip()}
    return block.home not in numbers and all(_is_in(block, number, tag) for number in numbers)


def _is_in(block: TextBlock, number: int, tag: str) -> bool:
    inside = takewhile(lambda around: around != block.home, Element(block.page, number).numbers())
    return any(name_of(block.page.spelling(around)) == tag for around in inside)


def is_called_quote(spelling: str) -> bool:
    """Whether the classes of a start tag call its box a quote."""
    return "quote" in spelling.lower() and any(words <= tokens_of(spelling) for words in QUOTES)


def _boxed(spelling: str) -> str:
    """An element's tag without what its classes tell of other things than its box."""
    told = _HASH.sub("", _FILED.sub("", spelling) if _POST.search(spelling) else spelling)
    return _MINIFIED.sub("", told) if len(_MINIFIED.findall(told)) >= FEWEST_MINIFIED else told


def _named(tokens: frozenset[str]) -> Role | None:
    return next((_SAID[word] for word in sorted(tokens & _SAID.keys())), None)
