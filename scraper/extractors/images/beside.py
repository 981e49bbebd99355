"""Lines that tell of an image and stand in no figure with it: right behind it, or at the edges of the text."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from scraper.extractors.elements import BLOCK, Element, name_of, tokens_of
from scraper.extractors.images.captions import (
    CONTROLS,
    NEAR,
    TITLES,
    is_names,
    part_caption,
    unlabelled,
)
from scraper.extractors.images.vocabulary import CREDIT_WORDS, FIGURE_WORDS, PICTURE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.elements import Elements
    from scraper.extractors.segments import TextBlock

REACH: Final = 6
"""Ancestors in which a figure is looked for."""
BESIDE: Final = 5
"""Ancestors of an image, itself among them, one of which holds the lines behind it, too."""
CLOSE: Final = 15
"""Elements between an image and a line that tells of it at the most."""
MOST_BELOW: Final = 2
"""Lines behind an image that tell of it at the most: a caption and a credit."""
LONGEST: Final = 300
"""Characters of such a line at the most."""
MOST_LINES: Final = 4
"""Lines of a `<figcaption>` at the most: one that holds more holds the head of the article."""
LABEL: Final = 20
"""Characters in front of a credit in which its label stands."""
SHORT_LINK: Final = 30
"""Characters of what stands on an image to make it larger."""
HEAD: Final = 8
TAIL: Final = 6
"""Lines around the title and the end of the text among which a credit stands that no image is near."""

CAPTION_WORDS: Final = FIGURE_WORDS - {"figure", "legend", "legende", "pie"}
DESCRIBING: Final = frozenset(
    "desc description descriptions beschreibung descripcion descrizione omschrijving copy copyright subtitle "
    "unterschrift undertext".split()
)
"""Class words of texts that tell of a picture where another word says that they are a picture's."""
PICTURED: Final = PICTURE_WORDS - {"media", "slide", "embed"} | {"visual", "imageitem"}

_TELLING: Final = CAPTION_WORDS | CREDIT_WORDS
_OTHER: Final = TITLES | CONTROLS
"""Elements whose text tells of no image."""
_JOINTS: Final = ("/", " via ", "|", "©")
"""What parts a photographer and an agency where no label says that they are credited."""
_OF_TEXT: Final = ("text-caption", "table-caption")
"""Classes of small letters, and of tables."""
_OF_SITE: Final = re.compile(r"\W{0,9}(?:©|\(c\)|copyright)[\s©]{0,3}(?:19|20)\d\d\b", re.IGNORECASE)
"""What the line at a page's end begins with."""
_PICTURE: Final = re.compile(
    r"[fpFP](?:h?oto|ot\.|icture)|[Bb](?:ild|eeld)|[Ii]ma?ge|©|（|[Kk]uva|[Zz]dj|写真|사진|\([cC]\)|[A-Z]{4}"
)
"""What a picture's label has, and few other texts."""
_OF_PICTURE: Final = re.compile(
    r"[\s(\[|/·•–—*-]{0,9}(?:©|（[cｃ]）|\(c\)|(?:[a-zäöü]{2,12}-?)?(?:foto|fotos|photo|photos|bild|bilder|image|images|"
    r"picture|fot|foto's|imagen|imagem|immagine|beeld|kuva|zdj[eę]cie|写真|사진)"
    r"(?:s?[ -]?(?:credits?|courtesy|source|rechte|nachweis|quelle))?\.?"
    r"(?:\s?[:©/：]|\s(?:by|via|von|par|por|courtesy|de|di)[\s:]|(?<=fot\.)\s))"
)
"""The label of a picture's credit in lower case; not one that a text's source may have, too."""


def told_below(element: Element, position: int, document: Document) -> Sequence[TextBlock]:
    """Lines from `position` on that tell of the image in front of them."""
    lines = document.blocks[position : position + MOST_BELOW + 1]
    if not lines or len(lines[0].text) > LONGEST or lines[0].runs[0][1] - element.page.last[element.number] > CLOSE:
        return ()
    if lines[0].element.linked and len(lines[0].text) < SHORT_LINK and not is_credit(lines[0].text):
        lines = lines[1:]
    return tuple(takewhile(lambda block: _tells(block, element), lines[:MOST_BELOW]))


def is_credit(text: str) -> bool:
    """Whether a text is a picture's credit by its own words, and nothing else."""
    if len(text) > LONGEST:
        return False
    if _OF_PICTURE.match(text.lower()):
        return not (_OF_SITE.match(text) or part_caption(text).caption) and unlabelled(text) is not None
    return any(joint in text for joint in _JOINTS) and is_names(text)


def strays(document: Document, start: int, end: int) -> Iterator[str]:
    """Credits of pictures in lines of their own, behind the title or at the end of the text."""
    head = document.blocks[max(0, start - HEAD // 2) : start + HEAD]
    tail = document.blocks[max(start + HEAD, end - TAIL) : end + TAIL]
    texts = (block.text for block in (*head, *tail) if block.element.tag not in TITLES)
    return (
        credit
        for text in texts
        if _OF_PICTURE.match(text.lower()) and is_credit(text) and (credit := part_caption(text).credit)
    )


def is_figure(page: Elements, number: int) -> bool:
    """Whether an element is a figure by its tag, or a box that is called one."""
    if not page.traits[number] & BLOCK:
        return False
    spelling = page.spelling(number)
    return name_of(spelling) == "figure" or not tokens_of(spelling).isdisjoint(FIGURE_WORDS)


def _tells(block: TextBlock, element: Element) -> bool:
    """Whether a line tells of the image before it, by its own words or by its class."""
    text = block.text
    if len(text) > LONGEST or not (is_credit(text) or (block.link_density < 1 and _is_told(block))):
        return False
    return _is_near(block, element) and block.element.tag not in _OTHER


def _is_told(block: TextBlock) -> bool:
    return _is_called(block) or _ends_in_credit(block.text)


def _ends_in_credit(text: str) -> bool:
    """Whether a credit with a picture's label ends a text."""
    if not _PICTURE.search(text, max(0, len(text) - LONGEST // 2)) or _OF_SITE.match(text):
        return False
    credit = part_caption(text).credit
    place = text.rfind(credit) if credit else 0
    return place > 0 and _OF_PICTURE.search(text[max(0, place - LABEL) : place + 1].lower()) is not None


def _is_near(block: TextBlock, element: Element) -> bool:
    """Whether a box right around an image holds a line, and neither another image nor its figure comes between."""
    page = block.page
    if not any(page.first[number] <= block.position < page.end[number] for number in islice(element.numbers(), BESIDE)):
        return False
    between = page.markup[page.close[int(page.last[element.number])] : page.begin[block.runs[0][1]]]
    if between.count("<img ") > between.count("<noscript>") + between.count(".svg"):
        return False
    for number in islice(block.element.numbers(), REACH):
        if number <= element.number <= page.last[number]:
            break
        if is_figure(page, number) and _holds_picture(page, number):
            return False
    return True


def _holds_picture(page: Elements, number: int) -> bool:
    return page.markup.find("<img", page.begin[number], page.close[int(page.last[number])]) >= 0


def _is_called(block: TextBlock) -> bool:
    """Whether a line's class, or that of the box around it, calls it a caption or the description of a picture."""
    page = block.page
    numbers = tuple(islice(Element(page, block.runs[0][1]).numbers(), NEAR + 1))
    spellings = [page.spelling(number) for number in numbers]
    for number, spelling in zip(numbers, spellings, strict=True):
        if spelling.startswith("figcaption"):
            return bool(page.end[number] - page.first[number] <= MOST_LINES)
    words = [
        frozenset() if any(map(spelling.__contains__, _OF_TEXT)) else tokens_of(spelling) for spelling in spellings
    ]
    if words[0] & _TELLING or any(told & CAPTION_WORDS for told in words[:2]):
        return True
    return any(
        told & DESCRIBING and (told | around) & PICTURED
        for told, around in zip(words, (*words[1:], frozenset()), strict=True)
    )
