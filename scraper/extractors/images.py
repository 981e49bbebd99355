"""Images of the article, with caption and credit apart.

Sources: the figures that stand between the title and the end of the body; without any, the page's `og:image`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from scraper.article import Image
from scraper.extractors.canonical import absolute
from scraper.extractors.elements import BLOCK, Element, name_of, tokens_of
from scraper.extractors.names import is_full_name
from scraper.extractors.segments import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.elements import Elements
    from scraper.extractors.segments import Medium, Piece, TextBlock

CREDIT_WORDS = frozenset(
    "credit credits copyright photographer photographe fotograf fotografo source quelle bildquelle author byline "
    "rights credito creditos crédito créditos crédit crédits kredit bildnachweis fotonachweis".split()
)
FIGURE_WORDS = frozenset("caption figure bildunterschrift".split())
"""Class words of boxes that are figures without saying so by their tag."""
PICTURE_WORDS = frozenset("image img picture photo foto bild slide media".split())
"""Class words of boxes that are figures where a caption stands in them."""
EMPHASIS = frozenset({"a", "b", "code", "em", "i", "strong"})
REACH = 6
"""Ancestors in which a figure is looked for."""

CREDIT = re.compile(
    r"(?:[\s(\[|/·–—-]*)(?:©|\(c\)|(?:foto|fotos|bild|bilder|photo|photos|photograph|photography|picture|pictures|image|images|credit|quelle|"
    r"source|copyright|imago|fotografie|zdj[eę]cie|fot|crédit|crédits|bildquelle|kredit)\s*(?:credit|by|von|:|©|/)+)\s*"
    r"(?P<credit>[^()\[\]]{2,120}?)[\s)\].]*$"
)
"""A credit at the end of a caption in lower case, as `(foto: dpa)`, `© afp`, `photo: jane doe/reuters`."""

LONGEST_CREDIT = 300
"""Characters at a caption's end in which a credit is looked for."""

_SMALL = re.compile(r' (?:width|height)="\d{1,2}"')
"""A width or height under 100 CSS pixels, in a start tag: an icon's."""
_URL_ATTRIBUTES = ("data-src", "data-original", "data-lazy-src", "src")
_SRCSET_ATTRIBUTES = ("data-srcset", "srcset")
_CANDIDATE = re.compile(r"((?>[^\s,]\S*(?<!,)))(?:\s+(\d+(?:\.\d+)?)[wx])?(?:\s+[^\s,]+)?\s*(?:,|$)")
"""One image of a srcset, as the HTML Standard parts them: an address, which may hold commas, and its size."""


class Pictures(NamedTuple):
    """Images and where they were found."""

    images: tuple[Image, ...]
    source: str


def images(document: Document, start: int, end: int) -> Pictures | None:
    """Images between the blocks at `start` and `end` (positions in `document.blocks`), or the page's own image."""
    figures: dict[Element, list[Medium]] = {}
    for medium in document.media:
        if not start <= medium.before <= end + 1 or _is_icon(medium.element):
            continue
        if figure := _figure(medium.element) or _captioned(medium, document):
            figures.setdefault(figure, []).append(medium)
    found = [image for figure, media in figures.items() if (image := _image(figure, media, document)).url]
    if found:
        return Pictures(tuple({image.url: image for image in found}.values()), "figure")
    shared = document.meta_first("og:image", "og:image:url", "twitter:image")
    url = absolute(shared, document.url) if shared else None
    return Pictures((Image(url=url),), "og:image") if url else None


def part_caption(text: str) -> tuple[str | None, str | None]:
    """Caption and credit of a caption's text: `A bridge. Photo: Doe` → (`A bridge.`, `Doe`)."""
    match = CREDIT.search(text.replace("İ", "I").lower(), max(0, len(text) - LONGEST_CREDIT))
    if match is None:
        return text or None, None
    return text[: match.start()].strip(" |–—-") or None, text[slice(*match.span("credit"))].strip(" ,;/") or None


def _figure(element: Element) -> Element | None:
    page = element.page
    return next(
        (Element(page, number) for number in islice(element.numbers(), REACH) if _is_figure(page, number)), None
    )


def _is_figure(page: Elements, number: int) -> bool:
    spelling = page.spelling(number) if page.traits[number] & BLOCK else ""
    return name_of(spelling) == "figure" or not tokens_of(spelling).isdisjoint(FIGURE_WORDS)


def _captioned(medium: Medium, document: Document) -> Element | None:
    """The box around an image that is called a picture and holds a text called a caption."""
    page, around = medium.element.page, islice(medium.element.numbers(), 1, REACH)
    boxes = [Element(page, number) for number in around if _bears(page, number, PICTURE_WORDS)]
    captions = [block for block in _near(medium, boxes[-1], document) if _is_called_caption(block)] if boxes else []
    return next((box for box in boxes if any(map(box.holds, captions))), None)


def _near(medium: Medium, box: Element, document: Document) -> Sequence[TextBlock]:
    """Blocks in a box among which the caption of an image stands."""
    page, number = box
    first, end = max(page.first[number], medium.before - 1), min(page.end[number], medium.before + REACH)
    return document.blocks[int(first) : int(end)]


def _is_called_caption(block: TextBlock) -> bool:
    return any(_bears(block.page, number, FIGURE_WORDS) for number in islice(block.element.numbers(), 3))


def _bears(page: Elements, number: int, words: frozenset[str]) -> bool:
    """Whether an element's class or id has one of `words`."""
    return not tokens_of(page.spelling(number)).isdisjoint(words)


def _is_icon(element: Element) -> bool:
    page, number = element
    return _SMALL.search(page.markup, page.begin[number], page.close[number]) is not None


def _image(figure: Element, media: Sequence[Medium], document: Document) -> Image:
    """Image of a figure: its last `<img>`, else the first of its sources."""
    images = [medium for medium in media if medium.element.tag != "source"][::-1]
    sources = [medium for medium in media if medium.element.tag == "source"]
    urls = (url for medium in (*images, *sources) if (url := _url(medium.element, document.url)))
    pieces = [piece for block in _near(media[0], figure, document) for piece in block.pieces]
    credited = [piece for piece in pieces if _is_credit(piece, figure)] or _name_apart(pieces)
    caption, credit = part_caption(_join(piece.text for piece in pieces if piece not in credited))
    named = _join(dict.fromkeys(piece.text.strip() for piece in credited))
    return Image(
        url=next(urls, None),
        caption=caption,
        credit=(part_caption(named)[1] or named) if named else credit,
    )


def _is_credit(piece: Piece, figure: Element) -> bool:
    for element in piece.element.chain():
        if element.number == figure.number:
            return False
        names = element.tokens()
        if names & (CREDIT_WORDS | FIGURE_WORDS):
            return bool(names & CREDIT_WORDS)
    return False


def _name_apart(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A person's name in the caption's last element, the rest in others: `<span>The bridge.</span><span>Ana Lopez`."""
    worded = [piece for piece in pieces if piece.text.strip()]
    last = worded[-1:]
    apart = (
        len(worded) > 1
        and last[0].element.number != worded[-2].element.number
        and worded[-2].text.rstrip().endswith(SENTENCE_ENDS)
    )
    return last if apart and last[0].element.tag not in EMPHASIS and is_full_name(last[0].text.strip()) else []


def _join(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


def _url(element: Element, base: str | None) -> str | None:
    """The largest of a srcset, else the address that scripts would load, else `src`."""
    for name in _SRCSET_ATTRIBUTES:
        sized = [(float(size or 1), url) for url, size in _CANDIDATE.findall(element.attributes.get(name) or "")]
        if sized and (url := absolute(max(sized)[1], base)):
            return url
    for name in _URL_ATTRIBUTES:
        value = element.attributes.get(name)
        if value and not value.startswith("data:") and (url := absolute(value, base)):
            return url
    return None
