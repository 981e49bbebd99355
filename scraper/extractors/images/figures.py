"""Images of the article, with caption and credit apart.

Sources: the figures that stand between the title and the end of the body, and the page's own image (`og:image`) where
it stands near the title; without any, `og:image` itself. What a figure does not tell is taken from its attributes,
then from JSON-LD.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.article import Image
from scraper.extractors.elements import LINKED, Element, tokens_of
from scraper.extractors.images.addresses import address, best, is_unaddressed, needle, same
from scraper.extractors.images.beside import is_credit, is_figure, strays, told_below
from scraper.extractors.images.captions import (
    MOST_LINKED,
    NOTHING,
    TITLES,
    Told,
    is_called,
    part_caption,
    read,
)
from scraper.extractors.images.metadata import declared, in_attributes
from scraper.extractors.images.settled import is_advert, settled
from scraper.extractors.images.vocabulary import PICTURE_WORDS
from scraper.extractors.names import is_full_name
from scraper.extractors.segments import Medium
from scraper.extractors.signatures import AUTHORS_PAGE
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

OTHERS: Final = frozenset(
    "avatar avatars author authors autor autoren auteur autore byline bio headshot logo logos related recommended "
    "recommendation recommendations recirculation readmore mostread trending teaser teasers crosslink "
    "crosslinking linkcard marketing newsletter newsletters ecommerce affiliate sponsor sponsored advert advertisement "
    "anzeige werbung publicidad reklam".split()
)
"""Class words of boxes whose images are of people, of the site, or of other articles."""
GALLERIES: Final = frozenset("gallery galerie galeria galería collage slideshow carousel".split())
"""Class words of figures that hold several pictures."""
SHARED: Final = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
REACH: Final = 6
"""Ancestors in which a figure is looked for, and blocks behind an image among which its caption stands."""
FAR: Final = 40
"""Blocks before the title among which the page's own image stands."""
MOST_LINES: Final = 6
"""Blocks in a box around an image that is a figure by nothing but that image."""
LEAD: Final = 8
"""Blocks behind the title among which the page's own image stands, where its figure does not say so."""
LOOSE: Final = 12
"""Blocks behind the page's own image among which a caption without a figure stands."""

PROSE: Final = 60
"""Characters from which a text behind such a caption ends it."""

_SMALL: Final = re.compile(r' (?:width|height)="[1-9]\d?"')
"""A width or height under 100 CSS pixels, in a start tag: an icon's."""
_CALLED: Final = re.compile(
    r"\b(?:avatar|headshot|profile (?:picture|photo|image)|\w{0,12}profilbild)\b", re.IGNORECASE
)
"""What the `alt` of people's portraits says."""
_PEOPLE: Final = re.compile(
    r"gravatar|/(?:avatars?|headshots?|authors?|autor(?:en|es)?|profiles?)/[^/?#]{1,200}(?:[?#]|$)", re.IGNORECASE
)
"""What addresses of people's portraits have: a folder of them."""
_SITES: Final = re.compile(
    r"gravatar\.com/|/themes?/|(?:apple-touch|\bms|\bfav|\bsite|\bapp)-?icon|/(?:cropped-|csm_)?logo[-_.\d][^/?]{0,80}$",
    re.IGNORECASE,
)
"""What addresses of shared pictures have that stand for the site: its icon, its logo, what its design ships with."""
_TO_PICTURE: Final = re.compile(r"^#|^javascript:|\.(?:jpe?g|png|webp|gif)\b|attachment|lightbox", re.IGNORECASE)
"""Where links lead that show the image itself."""


class Pictures(NamedTuple):
    """Images and where they were found."""

    images: tuple[Image, ...]
    source: str


@dataclass(frozen=True)
class _Page:
    """A page, where its title stands, and the addresses of its own image."""

    document: Document
    title: int
    shared: Sequence[str]

    @cached_property
    def needles(self) -> Sequence[str]:
        """Parts of the addresses of its own image."""
        return tuple(dict.fromkeys(part for url in self.shared if (part := needle(url))))

    @cached_property
    def numbers(self) -> Sequence[int]:
        """Numbers of its image elements."""
        return [medium.element.number for medium in self.document.media]

    @cached_property
    def declared(self) -> Sequence[tuple[str, Told]]:
        """What JSON-LD tells of images."""
        return declared(self.document)

    def declares(self, url: str, alt: str) -> Told:
        """What JSON-LD tells of a picture; a caption that is the title or the `alt` text tells nothing."""
        told = next((told for part, told in self.declared if part in url), NOTHING)
        known = {key(alt), *(key(block.text) for block in self.document.blocks[self.title : self.title + 1])}
        return Told(None, told.credit) if told.caption and key(told.caption) in known else told

    def shows_own(self, element: Element) -> bool:
        """Whether an image element shows the page's own image."""
        page, number = element
        return any(page.markup.find(part, page.begin[number], page.close[number]) >= 0 for part in self.needles)


class _Figure(NamedTuple):
    """The box around an image; `called`: it holds other texts than the caption. `own`: of the page's own image.

    `bare`: nothing tells of the image but its place between paragraphs.
    """

    box: Element
    called: bool
    own: bool
    bare: bool = False


def images(document: Document, start: int, end: int) -> Pictures | None:
    """Images between the blocks at `start` and `end` (positions in `document.blocks`), or the page's own image."""
    given = [url for name in SHARED for value in document.meta.get(name, ()) if (url := address(value, document.base))]
    shared = [url for url in given if not _SITES.search(url)]
    page = _Page(document, start or _heading(document, end), shared)
    start = page.title
    figures: dict[tuple[_Figure, str | None], list[Medium]] = {}
    for picture in _pictures(document, start, end):
        if figure := _figure(picture[-1], page):
            figures.setdefault((figure, _part(figure, picture, page)), []).extend(picture)
    pairs = [(figure, image) for (figure, _), media in figures.items() if (image := _image(figure, media, page))]
    found = list(_unique(_led(pairs, page)))
    told = sum(not figure.bare for figure, _ in pairs)
    if any(image.url for image in found) and (told or not shared):
        return Pictures(tuple(_credited(found, page, end, first=told <= 1)), "figure")
    if shared:
        lead = _loose(start, page).filled(page.declares(shared[0], ""))
        found = list(_unique([Image(url=shared[0], caption=lead.caption, credit=lead.credit), *found]))
        return Pictures(tuple(_credited(found, page, end, first=not told)), "og:image")
    found = list(_credited(found, page, end))
    return Pictures(tuple(found), "figure" if page.document.media else "text") if found else None


def _heading(document: Document, end: int) -> int:
    """Place of the first heading of a page whose title stands in none of its lines."""
    return next((block.position for block in document.blocks[:end] if block.element.tag == "h1"), 0)


def _led(pairs: Sequence[tuple[_Figure, Image]], page: _Page) -> Sequence[Image]:
    """Images, the first of them as the page's own where it stands near the title and only scripts know its address."""
    found = [image for _, image in pairs]
    if not page.shared or not found or found[0].url:
        return found
    box, own = pairs[0][0].box, {same(url) for url in page.shared}
    if box.page.first[box.number] > page.title + LEAD or any(image.url and same(image.url) in own for image in found):
        return found
    return [found[0].model_copy(update={"url": page.shared[0]}), *found[1:]]


def _credited(found: Sequence[Image], page: _Page, end: int, *, first: bool = False) -> Iterator[Image]:
    """Images, where nothing is told of any with the credit that stands at the edges of the text.

    It is the only image's, or with `first` the first one's.
    """
    stray = () if any(image.caption or image.credit for image in found) else strays(page.document, page.title, end)
    credit = next(iter(stray), None)
    if credit and found and (first or len(found) == 1):
        return iter((found[0].model_copy(update={"credit": credit}), *found[1:]))
    return iter((*found, Image(credit=credit)) if credit else found)


def _pictures(document: Document, start: int, end: int) -> Iterator[Sequence[Medium]]:
    """Image elements from a little before the title to the end of the body, those of one `<picture>` together."""
    media = document.media
    first = bisect_left(media, start - FAR, key=lambda medium: medium.before)
    near = media[first : bisect_right(media, end + 1, lo=first, key=lambda medium: medium.before)]
    return (tuple(group) for _, group in groupby(near, key=_place))


def _part(figure: _Figure, picture: Sequence[Medium], page: _Page) -> str | None:
    """Which picture of a gallery this is; elsewhere all images of a figure are one picture in several sizes."""
    elements, number = figure.box
    if figure.box.tag != "figure":
        return None
    inside = takewhile(lambda around: around >= number, picture[-1].element.numbers())
    if all(tokens_of(elements.spelling(around)).isdisjoint(GALLERIES) for around in inside):
        return None
    url = best([medium.element for medium in picture], page.document.base)
    return same(url) if url else None


def _place(medium: Medium) -> int:
    """Number of the `<picture>` that an image element stands in, else its own."""
    page, number = medium.element
    above = page.parent[number]
    return above if page.markup.startswith("picture", page.begin[above]) else number


def _figure(medium: Medium, page: _Page) -> _Figure | None:
    """The box that makes an image a figure of the article; before the title, the page's own image only."""
    element = medium.element
    odd = medium.before < page.title or _is_icon(element)
    own = odd and page.shows_own(element)
    if odd and not own and not _opens(medium, page):
        return None
    if box := _called_figure(element):
        return _Figure(box, called=False, own=own)
    if box := _captioned(medium, page.document):
        return _Figure(box, called=True, own=own)
    if own or page.shows_own(element) or _is_told_below(medium, page.document):
        return _Figure(element.parent or element, called=True, own=own or page.shows_own(element))
    if _is_amid(medium, page.document):
        return _Figure(element, called=True, own=False, bare=True)
    return None


def _opens(medium: Medium, page: _Page) -> bool:
    """Whether an image stands right before the title, in a figure with a caption or a credit, and leads nowhere."""
    if not page.title - REACH <= medium.before < page.title or _is_icon(medium.element) or _leads_away(medium.element):
        return False
    box = _called_figure(medium.element)
    if box and any(is_called(block, box) for block in _lines(medium, box, page.document)):
        return True
    return bool(told_below(medium.element, medium.before, page.document))


def _called_figure(element: Element) -> Element | None:
    page = element.page
    return next((Element(page, number) for number in islice(element.numbers(), REACH) if is_figure(page, number)), None)


def _captioned(medium: Medium, document: Document) -> Element | None:
    """The box around an image that is called a picture and holds a text called a caption."""
    page, around = medium.element.page, islice(medium.element.numbers(), 1, REACH)
    boxes = [
        Element(page, number) for number in around if not tokens_of(page.spelling(number)).isdisjoint(PICTURE_WORDS)
    ]
    captions = [block for block in _lines(medium, boxes[-1], document) if is_called(block, boxes[-1])] if boxes else []
    return next((box for box in boxes if any(box.holds(caption.position) for caption in captions)), None)


def _lines(medium: Medium, box: Element, document: Document) -> Sequence[TextBlock]:
    """Blocks in a box among which the caption of an image stands."""
    page, number = box
    first, end = max(page.first[number], medium.before - 1), min(page.end[number], medium.before + REACH)
    return document.blocks[int(first) : int(end)]


def _is_told_below(medium: Medium, document: Document) -> bool:
    """Whether the text behind an image tells of it, or is what the image's `alt` says, and no name."""
    below = document.blocks[medium.before : medium.before + 1]
    if not below:
        return False
    if told := told_below(medium.element, medium.before, document):
        sure = any(part_caption(block.text).credit and not block.link_density for block in told)
        return (sure or not _leads_away(medium.element)) and read(told, Element(medium.element.page, 0)) != NOTHING
    if below[0].element.linked:
        return False
    alt = medium.element.attributes.get("alt") or ""
    return bool(alt and key(below[0].text) == key(alt) and not is_full_name(alt))


def _is_amid(medium: Medium, document: Document) -> bool:
    """Whether an image alone stands between two paragraphs of one box, as large as they are, and leads nowhere."""
    page, place = medium.element.page, medium.before
    lines = document.blocks[max(0, place - 1) : place + 1]
    if len(lines) < 2 or any(len(line.text) < PROSE or line.link_density > MOST_LINKED for line in lines):  # noqa: PLR2004 - both
        return False
    if _is_icon(medium.element) or _leads_away(medium.element):
        return False
    above = islice(medium.element.numbers(), 1, None)
    box = next((number for number in above if page.first[number] < page.end[number]), 0)
    return all(box in {page.parent[line.home], line.home} for line in lines)


def _caption_of(block: TextBlock) -> Element | None:
    """The `<figcaption>` that a text stands in."""
    return next((element for element in islice(block.element.chain(), 3) if element.tag == "figcaption"), None)


def _around(element: Element, page: _Page) -> Iterable[Element]:
    """Boxes around an image, or around its figure, that hold this picture and little text, the innermost first."""
    return takewhile(lambda box: _is_alone(box, page), islice(element.chain(), 1, REACH))


def _is_alone(box: Element, page: _Page) -> bool:
    """Whether a box holds one picture, in whatever sizes, few lines, and no title."""
    elements, number = box
    first, end = int(elements.first[number]), int(elements.end[number])
    if end - first > MOST_LINES or first <= page.title < end:
        return False
    inside = slice(bisect_left(page.numbers, number), bisect_right(page.numbers, int(elements.last[number])))
    shown = {_place(medium): medium.element for medium in page.document.media[inside] if not _is_icon(medium.element)}
    urls = (best((element,), page.document.base) for element in shown.values()) if len(shown) > 1 else ()
    return len({same(url) for url in urls if url}) <= 1


def _is_icon(element: Element) -> bool:
    page, number = element
    return _SMALL.search(page.markup, page.begin[number], page.close[number]) is not None


def _image(figure: _Figure, media: Sequence[Medium], page: _Page) -> Image | None:
    """Image of a figure; None where it is of something else than the article."""
    elements = [medium.element for medium in media]
    url = best(elements, page.document.base)
    own = figure.own or any(map(page.shows_own, elements))
    alt = next((alt for element in elements if (alt := element.attributes.get("alt"))), "")
    if (url is None and not is_unaddressed(elements)) or (
        not own
        and (_CALLED.search(alt) or _is_of_others(figure.box, elements[0], url or "") or _is_teasers(elements[0], page))
    ):
        return None
    told = NOTHING if figure.bare else _read(figure, media[0], alt, page)
    if told == NOTHING and own:
        told = _loose(media[0].before, page)
    if told == NOTHING and not own and (_leads_away(elements[0]) or _is_portrait(media[0], alt, page)):
        return None
    if None in told:
        told = told.filled(in_attributes(elements, figure.box))
    if None in told and url:
        told = told.filled(page.declares(url, alt))
    if is_advert(told) or (url is None and (told == NOTHING or _is_teaser(figure, media[0], page))):
        return None
    told = settled(told, page.document.blocks[page.title : page.title + 1])
    return Image(url=url, caption=told.caption, credit=told.credit)


def _read(figure: _Figure, medium: Medium, alt: str, page: _Page) -> Told:
    """What lines tell that are called a caption, in the figure or around it; else what all of the figure does."""
    blocks = page.document.blocks
    lines = _lines(medium, figure.box, page.document)
    if not figure.called and any(is_called(block, figure.box) for block in lines):
        return read(lines, figure.box, called=any(map(_caption_of, lines)), alt=alt)
    told = read(lines, figure.box, called=True, alt=alt) if figure.called else NOTHING
    for box in _around(figure.box, page):
        told = told.filled(read(box.blocks(blocks), box, called=True, alt=alt))
    if told == NOTHING and not figure.called:
        told = read(lines, figure.box)
    place = medium if figure.called else _behind(figure.box)
    if None in told and (below := told_below(place.element, place.before, page.document)):
        only = [block for block in below if is_credit(block.text)] if told.caption else below
        told = told.filled(read(only, Element(figure.box.page, 0)))
    return told


def _is_teaser(figure: _Figure, medium: Medium, page: _Page) -> bool:
    """Whether nothing but its `alt` says that an image without an address is told of."""
    return figure.called and not told_below(medium.element, medium.before, page.document)


def _behind(box: Element) -> Medium:
    """A figure, as what the lines behind it may tell of."""
    return Medium(box, int(box.page.end[box.number]))


def _is_of_others(box: Element, element: Element, url: str) -> bool:
    """Whether an image is of a person, of the site or of another article, by the boxes around it or where it leads."""
    page, numbers = element.page, element.numbers()
    boxes = takewhile(
        lambda number: number >= box.number or page.end[number] - page.first[number] <= MOST_LINES, numbers
    )
    return any(tokens_of(page.spelling(number)) & OTHERS for number in boxes) or bool(
        AUTHORS_PAGE.search(_target(element)) or _PEOPLE.search(url)
    )


def _is_teasers(element: Element, page: _Page) -> bool:
    """Whether an image stands in an `<article>` that leads to another, and has no text (HTML Standard, 4.3.2)."""
    article = element.closest("article")
    inside = article.blocks(page.document.blocks) if article else ()
    leads = any(block.link_density == 1 and block.element.tag in TITLES for block in inside)
    return leads and all(len(block.text) < PROSE or block.link_density for block in inside)


def _is_portrait(medium: Medium, alt: str, page: _Page) -> bool:
    """Whether an image is called by a name that stands behind it."""
    below = page.document.blocks[medium.before : medium.before + 2]
    return is_full_name(alt) and key(alt) in {key(block.text) for block in below}


def _leads_away(element: Element) -> bool:
    return bool(element.page.traits[element.number] & LINKED) and not _TO_PICTURE.search(_target(element))


def _target(element: Element) -> str:
    """Where the link around an image leads; nothing without one."""
    if not element.page.traits[element.number] & LINKED:
        return ""
    link = element.closest("a")
    return (link.attributes.get("href") if link else None) or ""


def _loose(begin: int, page: _Page) -> Told:
    """Caption and credit near the page's own image that stand in no figure with it."""
    called: list[TextBlock] = []
    for block in page.document.blocks[begin : max(begin, page.title) + LOOSE]:
        if is_called(block) and not _in_figure_of_another(block, page):
            called.append(block)
        elif called and len(block.text) >= PROSE and key(block.text) not in {key(other.text) for other in called}:
            break
    return read(called, Element(called[0].page, 0)) if called else NOTHING


def _in_figure_of_another(block: TextBlock, page: _Page) -> bool:
    """Whether a caption stands in a small box with another picture."""
    elements, media = block.page, page.document.media
    for number in islice(block.element.numbers(), REACH):
        if elements.end[number] - elements.first[number] > MOST_LINES:
            return False
        inside = media[bisect_left(page.numbers, number) : bisect_right(page.numbers, int(elements.last[number]))]
        if inside:
            return not any(page.shows_own(medium.element) for medium in inside)
    return False


def _unique(found: Iterable[Image]) -> Iterator[Image]:
    """Images in their order, each picture once: as its first figure that tells of it has it."""
    by_picture: dict[str, Image] = {}
    for image in found:
        picture = same(image.url) if image.url else f"{image.caption} {image.credit}"
        known = by_picture.get(picture)
        if known is None or not (known.caption or known.credit):
            by_picture[picture] = image
    return iter(by_picture.values())
