"""Visible bylines: lines by the title and below the text that say who wrote it."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from scraper.agencies import agencies, agency
from scraper.extractors.byline_words import AND_PICTURES, EASTERN, EASTERN_END, LABELLED, OTHER_WORK, ROLE, SIGNED
from scraper.extractors.dates import VISIBLE, tells_date
from scraper.extractors.language import declared_language
from scraper.extractors.names import Publication, fold, has_common_word, is_capital, is_full_name, split, stands
from scraper.extractors.section import section
from scraper.extractors.tags import tags
from scraper.extractors.title import near_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.elements import Element
    from scraper.extractors.segments import Piece, TextBlock

MOST_WORDS = 4
"""Words up to which a name on a line of several surely is one."""
PAIR = 2
"""Words of a name that has little else than a first name and a surname."""
PARAGRAPH = 100
"""Characters from which a block is a paragraph of the text."""
LONGEST_LINE = 120
"""Characters beyond which a block is no byline."""
FAR = 40
"""Blocks after the title among which all is read that stands before the text."""
EDGE = 40
"""Characters at a text's begin and its end that may name a reporter."""
REACH_BEFORE = 12
"""Blocks before the text among which a byline stands where no title is near."""
REACH_WITHIN = 3
"""Blocks of the text, at its begin and its end, among which a byline stands that was taken for text."""
REACH_BELOW = 8
"""Blocks after the text among which a byline stands."""
MOST_NAMES = 4
"""Names beyond which a line is a list of something else."""
WORDS = (
    "byline", "author", "autor", "auteur", "writer", "reporter", "lineinfo", "skribent", "forfatter", "tekija", "yazar",
    "muhabir", "penulis",
)  # fmt: skip
"""What class and id words begin with by which pages call a byline."""

ABOUT = frozenset("role job title position bio place location city label desc description".split())
"""Class words of what stands beside an author's name."""

OTHERS = ("comment", "kommentar", "licen", "copyright", "credit", "photo", "image", "caption")
"""What class and id words begin with of boxes whose names are of others: of pictures, of comments."""
ELSEWHERE = ("related", "recommend", "trending", "mostread", "popular")
"""What they begin with of boxes that point to other texts."""
AROUND = 5
"""Elements around a line among which such a box counts."""

NO_BYLINE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "figcaption"})
"""Tags of blocks that hold names for other reasons."""

_OTHERS = re.compile(rf"\W*(?:{OTHER_WORK}|updated|image)\b", re.IGNORECASE)
"""What lines about people begin with who did not write the text."""
_ALSO = re.compile(AND_PICTURES, re.IGNORECASE)
_ELSE = re.compile(
    rf"(?:^|(?<=\W))(?:{OTHER_WORK}(?:\s?[:：]| (?:by|von|par|por|de|di|door|van|av|af)\b)|(?:fot|zdj)\.)"
    rf".*?(?={LABELLED}\s?[:：]|$)",
    re.IGNORECASE | re.DOTALL,
)
"""A part of a line about people who did other things than write."""
_BEGINS = re.compile(rf"\W{{0,3}}{SIGNED}\s?[:：]?\s*(?=[^\W\d_])", re.IGNORECASE)
_SAYS = re.compile(rf"(?:^|[\W\d]){SIGNED}\s?[:：]?\s+(?=[^\W\d_])", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| ?Uhr| ?h)?|\d+\+? ?(?:[^\W\d_]+(?: read)?)?", re.IGNORECASE)
_WORD = re.compile(
    rf"(?:^|[\W\d]){SIGNED}\s?[:：]?\s+((?>[^\W\d_][\w.-]{{1,30}}))"
    r"(?=\s*(?:$|[|•·—–»,;@\d])|\s{1,3}(?:on|at|in|under|am|um|unter|le|el|il)\b)",
    re.IGNORECASE,
)
"""The one word behind `by`."""
_ALONE = re.compile(rf"\W*{SIGNED}\W*", re.IGNORECASE)
_LABEL = re.compile(rf"{LABELLED}(?!\w)(?:\s?[:：]|$)", re.IGNORECASE)
"""What a line begins with, or its first element is, that says whose the text is."""
_ROLE = re.compile(rf"(?:^|(?<=[\W_])){ROLE}\b", re.IGNORECASE)
_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff가-힣]")
_EASTERN = tuple(map(re.compile, EASTERN))
_EASTERN_END = re.compile(EASTERN_END)
_BETWEEN_EASTERN = re.compile(r"[、,，・·]|(?<=[\u4e00-\u9fff]{2})\s")
_LONE_END = re.compile(r"^[—–-]{1,2} ?(?=[^\W\d_])")
"""What stands before a name at a text's end."""
_BETWEEN = re.compile(r" [-–&] | và ")
_LONE_NAME = re.compile(r"[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){1,3}")
_BEHIND_DASH = re.compile(r"(?<=[^\W\d_])(?: ;)? +[—–-]{1,2} [^;]*")
"""A place or a paper behind names: `Por Ana Lopez — Marling`."""
_DASH = re.compile(r" +[-–—/]+ | {2,}|\xa0[|·•–—]?")
AUTHORS_PAGE = re.compile(
    r"(?:/(?:authors?|autor(?:e[ns]?|i|es)?|auteurs?|people|persons?|profile?s?|team|staff|writers?|contributors?|"
    r"columnists?|journalists?|reporters?|redakteure?|(?<!licenses/)by|users?|members?|bios?)/|/@|[?&]author=)",
    re.IGNORECASE,
)
_PICTURES_OF = re.compile(r"//(?:[\w-]+\.)?(?:unsplash|pexels|pixabay|flickr|shutterstock|wikimedia)\.", re.IGNORECASE)
"""Where photographers have pages of their own."""


def marked(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Names in texts by the title whose markup calls them a byline: their links, or the whole; or names in a line."""
    return _first(
        _near(document, chosen),
        lambda block: _rarest(
            (_with_marked(_linked(block), block) or _names(block)) if _is_marked(block) else _marked_within(block),
            document,
        ),
    )


def worded(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Names in a line by the title that says `by`, at its begin or beside a date."""
    return _first(
        _near(document, chosen),
        lambda block: _rarest(_names(block), document) if _says(block) or _is_led(block, document) else [],
    )


def linked(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Names by the title that link to a page about their bearer."""

    def read(block: TextBlock) -> list[str]:
        names = _to_authors(block)
        return _lone([name for name in names if fold(name) not in _known(document)], document) if names else []

    return _first(_near(document, chosen), read)


def eastern(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Names in Han, Kana or Hangul by the title, or where the text begins or ends, that say they are a reporter's.

    Japanese papers end a text with a name in brackets, and say no more.
    """
    if not _EAST.search(chosen[0].text[:EDGE] if chosen else document.title):
        return []
    end = chosen[-1].position + 1 if chosen else len(document.blocks)
    lines = [block.text for block in _near(document, chosen) if _is_short(block)]
    ends = [block.text[-EDGE:] for block in (*chosen[-1:], *document.blocks[end : end + REACH_WITHIN])]
    told = [*lines, *(block.text[:EDGE] for block in chosen[:1]), *ends]
    japanese = ends if (declared_language(document) or "").startswith("ja") else []
    found = (
        pattern.search(text)
        for patterns, texts in ((_EASTERN, told), ((_EASTERN_END,), japanese))
        for text in texts
        for pattern in patterns
    )
    names = next((match["names"] for match in found if match), "")
    return [name for part in _BETWEEN_EASTERN.split(names) if (name := "".join(part.split()))]


def dated(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Names between title and text in a line that also says when, or on a line of their own beside such a line.

    A name on a line of its own also counts as the text's first line, or where it stands again below the text; several
    names do among the lines before the text's first paragraph, and names beside those of others who worked on it.
    """
    known = _known(document)
    before = {block.position for block in takewhile(lambda block: len(block.text) < PARAGRAPH, chosen)}
    begin, end = (chosen[0].position, chosen[-1].position) if chosen else (len(document.blocks),) * 2
    prose = next((block.position for block in chosen if len(block.text) >= PARAGRAPH), end + 1)
    lines = (block for block in _near(document, chosen) if block.position <= begin or block.position < prose)
    near = [block for block in lines if block.element.tag not in NO_BYLINE]
    when = {block.position for block in near if tells_date(block.text) or _ROLE.search(block.text)}
    again = {fold(block.text) for block in document.blocks[end + 1 :]}

    def read(block: TextBlock) -> list[str]:
        # Where a script has no capitals, two words beside a date are no more than two words.
        names = [name for name in _names(block, links=False, trailing=1) if name != name.lower()]
        alone = [fold(name) for name in names] == [fold(block.text)]
        beside = {block.position - 1, block.position + 1} & when or block.position == begin or fold(block.text) in again
        short = all(len(name.split()) <= MOST_WORDS for name in names)
        several = block.position in before and len(names) > 1 and short and names == list(split(block.text))
        # Those in a picture are named beside its photographer, and again in the text.
        others = bool(_ELSE.search(block.text)) and names == _parts(block, links=False)
        others = others and not any(name in other.text for name in names for other in chosen if other != block)
        stands = block.position in when or (alone and beside) or several or others
        named = stands and short and not known & set(map(fold, names))
        return _lone(names, document) if named and not any(name in document.title for name in names) else []

    return _first(near, read)


def below(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Names in a line right below the text that begins as bylines do, or that the markup calls one."""
    last = chosen[-1].position if chosen else len(document.blocks)
    within = chosen[0].position < last - REACH_WITHIN if chosen else False
    article = chosen[-1].element.closest("article") if chosen else None
    ends = {last, last + 1} if article and article.holds(last + 1) else {last}

    def read(block: TextBlock) -> list[str]:
        if _begins(block):
            return _names(block)
        if block.position in ends and (names := _ending(block)):
            return _lone(names, document)
        led = block.position >= last and (_is_led(block, document) or _is_marked(block))
        return _uncommon(_names(block), document) if led else []

    return _first(document.blocks[last - REACH_WITHIN * within : last + REACH_BELOW], read)


def labelled(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Names anywhere on the page that a label leads, where all that are so led are the same: `Author`, then the name.

    Within the text only a label in a line of its own counts: `Author: Jane Doe` may tell of a book there.
    """
    inside = range(chosen[0].position, chosen[-1].position) if chosen else range(0)

    def read(block: TextBlock) -> list[str]:
        led = _is_led(block, document) or (block.position not in inside and _is_labelled(block))
        return _uncommon(_names(block), document) if led and not _is_in(block, OTHERS) else []

    told = {tuple(names) for block in document.blocks if _is_short(block) and (names := read(block))}
    return list(*told) if len(told) == 1 else []


def alone(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """A first name or an account in a line that says `by` and when, or that the markup calls a byline."""
    last = chosen[-1].position if chosen else len(document.blocks)
    prose = "\n".join(block.text.lower() for block in document.blocks if len(block.text) >= PARAGRAPH)

    def read(block: TextBlock) -> list[str]:
        told = _is_marked(block) or tells_date(block.text)
        match = _WORD.search(VISIBLE.sub(" ; ", _line(block))) if told else None
        return [match[1]] if match and not stands(match[1].lower(), prose) else []

    return _first(chain(_near(document, chosen), document.blocks[last : last + REACH_BELOW]), read)


def signed(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Whatever a byline by the title names: desks and publications, too."""

    def read(block: TextBlock) -> list[str]:
        told = _says(block) or _is_marked(block) or _is_led(block, document)
        return _parts(block, links=True) if told else []

    return _first(_near(document, chosen), read)


def wired(document: Document, chosen: Sequence[TextBlock]) -> list[str]:
    """Agencies by the title: in a byline, in a line that also says when, or in a line of their own."""

    def read(block: TextBlock) -> list[str]:
        if _says(block) or tells_date(block.text) or _is_marked(block):
            told = [name for part in _parts(block, links=True) if (name := agency(part))]
        else:
            told = list(agencies(block.text) or ()) if len(block.text) > PAIR else []
        return told if told and block.element.tag not in NO_BYLINE and not _is_in(block, OTHERS) else []

    return _first(_near(document, chosen), read)


def _uncommon(names: list[str], document: Document) -> list[str]:
    """Names, none where one has words of the page's text: then all are labels."""
    return [] if any(has_common_word(name, document.shown) for name in names) else names


def _ending(block: TextBlock) -> list[str]:
    """The names that are all of a text's last line, but for a dash before them; no heading's and no link's."""
    names = _BETWEEN.split(_LONE_END.sub("", block.text))
    apart = block.element.tag not in NO_BYLINE and not block.link_density
    return names if apart and all(_LONE_NAME.fullmatch(name) and is_full_name(name) for name in names) else []


def _lone(names: list[str], document: Document) -> list[str]:
    """Uncommon names, none where the last word of one stands on the page without the others, as no surname does."""
    shown = document.shown.casefold()
    scattered = (name for name in names if stands(name.split()[-1].casefold(), shown.replace(name.casefold(), "")))
    return [] if any(scattered) else _uncommon(names, document)


def _rarest(names: list[str], document: Document) -> list[str]:
    """Names without words of the page's text, which roles have; else those of two words, since a surname may be one."""
    rare = [name for name in names if not has_common_word(name, document.shown)]
    return rare or [name for name in names if len(name.split()) <= PAIR]


def _first(blocks: Iterable[TextBlock], read: Callable[[TextBlock], list[str]]) -> list[str]:
    """Names that the first block with any gives, but for boxes about others; all of a list, where it is an item."""
    told = iter(blocks)
    for block in told:
        if _is_short(block) and (names := read(block)) and not _is_in(block, ELSEWHERE):
            others = takewhile(partial(_is_beside, block), told) if block.element.tag == "li" else ()
            names = [*names, *(name for other in others if _is_short(other) for name in read(other))]
            return names if len(names) <= MOST_NAMES else []
    return []


def _is_beside(block: TextBlock, other: TextBlock) -> bool:
    """Whether two lines are items of one list."""
    return block.page.parent[block.home] == other.page.parent[other.home]


def _is_short(block: TextBlock) -> bool:
    """Whether a block can be a line about the authors."""
    return not (len(block.text) > LONGEST_LINE or block.element.hidden or _OTHERS.match(block.text))


def _near(document: Document, chosen: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Blocks by the title, and those before the text where no title is near it."""
    begin, at = chosen[0].position if chosen else None, document.title_position
    if begin is None:
        return near_title(document)
    before = document.blocks[max(0, begin - REACH_BEFORE) : begin + REACH_WITHIN]
    if at is None:
        return iter(before)
    if at < begin <= at + FAR:
        return near_title(document, chosen, until=begin)
    return chain(near_title(document, chosen), before)


def _is_marked(block: TextBlock) -> bool:
    return any(map(_is_byline, islice(block.element.chain(), 3))) and not _is_in(block, OTHERS)


def _is_in(block: TextBlock, boxes: tuple[str, ...]) -> bool:
    """Whether a line stands in a box whose class or id has a word that begins with one of `boxes`."""
    around = islice(block.element.chain(), AROUND)
    return any(word.startswith(boxes) for element in around for word in element.tokens())


def _with_marked(names: list[str], block: TextBlock) -> list[str]:
    """Names of a line's links, if any, and those beside them that have a class of their own, in the line's order."""
    return sorted({*names, *_marked_within(block)}, key=block.text.find) if names else []


def _marked_within(block: TextBlock) -> list[str]:
    """Runs of a line that are bylines by their own class, though the line is none: `<span class="author">`."""
    inside = (piece for piece in block.pieces if piece.element.number != block.home and _is_byline(piece.element))
    people = (piece for piece in inside if piece.element.tokens().isdisjoint(ABOUT))
    return [name for piece in people if is_full_name(name := piece.text.strip())]


def _is_byline(element: Element) -> bool:
    words = element.tokens()
    return any(word.startswith(WORDS) for word in words) and not any(
        word.startswith((*OTHERS, "foto")) for word in words
    )


def _linked(block: TextBlock) -> list[str]:
    linked = (piece.text for piece in _own(block) if piece.element.linked)
    return [name for text in linked for name in split(text) if is_full_name(name)]


def _to_authors(block: TextBlock) -> list[str]:
    return [name for piece in _own(block) if is_full_name(name := piece.text.strip()) and _leads_to(piece, name)]


def _own(block: TextBlock) -> Iterator[Piece]:
    """Pieces of a line up to those about people who did other things than write."""
    return takewhile(lambda piece: not _ELSE.search(piece.text), block.pieces)


def _leads_to(piece: Piece, name: str) -> bool:
    """Whether a text links to a page about a person, and is not the name of the site that it leads to."""
    link = next((element for element in islice(piece.element.chain(), 3) if element.tag == "a"), None)
    href = link.attributes.get("href", "") if link else ""
    return bool(AUTHORS_PAGE.search(href)) and not (_PICTURES_OF.search(href) or Publication(None, href).bears(name))


def _says(block: TextBlock) -> bool:
    return _begins(block) or bool(tells_date(block.text) and _SAYS.search(_line(block)))


def _begins(block: TextBlock) -> bool:
    return bool(_BEGINS.match(_line(block)))


def _is_led(block: TextBlock, document: Document) -> bool:
    """Whether the line before says no more than `by`."""
    return block.position > 0 and bool(_ALONE.fullmatch(document.blocks[block.position - 1].text))


def _is_labelled(block: TextBlock) -> bool:
    return bool(_LABEL.match(_line(block)) or _LABEL.match(block.runs[0][0].strip()))


def _line(block: TextBlock) -> str:
    """The text of a line, parts that stand in different elements parted."""
    return _ALSO.sub("", " ".join(text for text, _ in block.runs)).strip()


def _names(block: TextBlock, *, links: bool = True, trailing: int = LONGEST_LINE) -> list[str]:
    """Full names in a line, in its links, too; at most `trailing` words in small letters may follow each."""
    parts = (part.split() for part in _parts(block, links=links))
    found = ((words, list(takewhile(is_capital, words))) for words in parts)
    return [name for words, own in found if len(words) - len(own) <= trailing and is_full_name(name := " ".join(own))]


def _parts(block: TextBlock, *, links: bool) -> list[str]:
    """Parts of a line, without words for `by`, dates and counts."""
    texts = [piece.text if links or not piece.element.linked else ";" for piece in block.pieces]
    if len(texts) > 1 and _ALONE.fullmatch(texts[0]):
        texts[:2] = [f"{texts[0]} {texts[1]}"]
    own = _ELSE.sub("", _ALSO.sub("", " ; ".join(texts)))
    said = _SAYS.sub(" ; ", own)
    if _begins(block):
        said = _BEHIND_DASH.sub("", said)
    bare = _DASH.sub(" ; ", _COUNT.sub(" ; ", VISIBLE.sub(" ; ", said)))
    return list(split(bare))


def _known(document: Document) -> set[str]:
    """What stands beside dates by the title and is no name: section and tags."""
    return {fold(text) for found in (section(document), tags(document)) if found for text in _texts(found.value)}


def _texts(value: str | Iterable[str]) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value
