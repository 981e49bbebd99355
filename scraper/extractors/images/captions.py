"""Caption and credit of an image, apart, from the texts in its figure."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.agencies import named
from scraper.extractors.elements import HIDDEN, Element, attributes_of, name_of, tokens_of
from scraper.extractors.images.vocabulary import BYLINE_WORDS, CREDIT_WORDS, FIGURE_WORDS, PICTURE_WORDS, WRITER_WORDS
from scraper.extractors.names import is_capital, is_full_name
from scraper.extractors.segments import SENTENCE_ENDS
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scraper.extractors.segments import Piece, TextBlock

ITEMS: Final = ("copyrightholder", "credittext", "creator", "author", "copyrightnotice")
"""Microdata properties of an ImageObject that credit someone (https://schema.org/ImageObject)."""
SMALL_PRINT: Final = frozenset({"footer", "small"})
"""Elements that hold a credit where the caption stands outside of them."""
ARROWS: Final = (">", "»", "›")
"""What links end with that lead to more."""
_BY_TAG: Final = {**dict.fromkeys(SMALL_PRINT, "small"), "cite": "credit", "figcaption": "caption"}
"""What a text is by its element, where no class says so."""
CONTROLS: Final = frozenset({"address", "button", "label", "nav", "select", "time"})
"""Elements whose text is no part of a caption."""
BUTTONS: Final = frozenset({"btn", "button", "icon", "zoom"})
FEW: Final = 3
"""Lines of a box in which what stands beside a credit is the caption."""
SHORT_ALT: Final = 20
"""Characters beyond which an image's `alt` is known where it begins a caption."""
MOST_WORDS: Final = 12
"""Class words beyond which they list what the article is about: `category-tax-credits tag-housing …`."""
TITLES: Final = frozenset({"h1", "h2", "h3"})
MOST_LINKED: Final = 0.5
"""Share of a caption's characters that stand in links at the most, where it stands in no figure."""
EMPHASIS: Final = frozenset({"a", "b", "code", "em", "i", "strong"})

CALLED: Final = (FIGURE_WORDS | CREDIT_WORDS | BYLINE_WORDS) - {"figure"}
_CREDITING: Final = CREDIT_WORDS | BYLINE_WORDS
PICTURES: Final = PICTURE_WORDS | {"figure", "figcaption"}
REACH: Final = 6
"""Elements around a text that say what it is."""
NEAR: Final = 4
"""Elements around a text that say so where it stands in no figure."""
LONGEST_CREDIT: Final = 300
"""Characters at a caption's end in which a credit is looked for."""
LABELS: Final = 2
"""Labels in front of a credit at the most: `Foto: Bild: dpa`."""
LONGEST_CAPTION: Final = 800
"""Characters up to which a text is a caption that nothing calls one."""
LONGEST_NAMES: Final = 60
"""Characters of a credit that names an agency and has no label."""
MOST_NAMES: Final = 8
MOST_CASELESS: Final = 3
"""Words of a credit in a script whose letters have no case to tell names by."""
LONGEST_NAMING: Final = 14
"""Words that a credit has at the most."""
FEWEST_PROSE: Final = 6
"""Words from which a text that ends as a sentence is no credit."""

_LABELS: Final = (
    r"(?:symbol|archiv|titel|beitrags|vorschau|header)-?(?:fotos?|bild(?:er)?)|screen(?:shots?|grabs?)|"
    r"(?:hero|cover|featured?|header) (?:photo|image)|grafik|graphics?|"
    r"fotos?|foto's|fotó|fotografie|fotograf[ií]a|fotoğraf|bild|bilder|bildquelle|bildrechte|bildnachweis|titelbild|beeld|"
    r"photos?|photograph|photography|photographer|pictures?|images?|imagen|imagem|illustrations?|credits?|quelle|source|fuente|"
    r"fonte|copyright|źródło|zdroj|forrás|källa|kilde|bron|kaynak|источник|джерело|lähde|sursa|izvor|πηγή|zdj[eę]cie|zdj\.|fot\.?|crédits?|crédito|kredit|kuva|фото|φωτογραφία|写真|撮影|사진|图片|攝影|摄影"
)
_LABEL: Final = (
    r"[\s(\[|/·•–—-]{0,20}"
    rf"(?:©|ⓒ|\(c\)|（[cｃ]）|(?<!\w)(?:fot|zdj)\.(?=\s)|(?<!\w)(?:{_LABELS})"
    r"(?:\s{0,3}(?:(?:credits?|photos?|courtesy of|by|von|par|por|av|af|출처|제공)(?!\w)|[:=©/：＝]|\.{3}|…)){1,5})"
    r"\s{0,3}"
)
_LICENCE: Final = r"\[[^()\[\]]{1,60}\]|\((?:cc|public|gemeinfrei)[^()\[\]]{0,60}\)"
_LABELLED: Final = re.compile(_LABEL)
_LABEL_ALONE: Final = re.compile(rf"(?:^|[|(/·•–—-]) ?(?:{_LABELS}) ?:\s?$", re.IGNORECASE)
"""A label at the end of a caption, whose credit stands elsewhere."""
CREDIT: Final = re.compile(rf"{_LABEL}(?P<credit>(?:[^()\[\]]|{_LICENCE}){{2,120}}?)[\s)\].]{{0,20}}$")
"""A credit at the end of a caption in lower case, as `(foto: dpa)`, `© afp`, `photo: jane doe/reuters`."""
_IN_BRACKETS: Final = re.compile(r"(?:foto|photo|ph|fot|bild|image|immagine)\.? (?=[^\W\d_])", re.IGNORECASE)
"""The label of a credit in brackets that needs no colon: `(foto Ana Lopez/AFP)`."""
_BRACKETED: Final = re.compile(r"\s?[(\[（【](?P<credit>[^()\[\]（）【】]{2,120})[)\]）】][\s.。]{0,9}$")
CLOSING: Final = (")", "]", "）", "】")
_AFTER: Final = re.compile(r"(?:[.!?…”\"] |。| [|–—•·] )(?P<credit>[^.!?…。|–—•·\n]{2,60})\.?$")
"""What stands behind the last sentence."""
_LAST: Final = re.compile(r"[.!?…] ([^.!?…]{3,40})$")
_SENTENCES: Final = re.compile(r"\w{4}[.!?…] |。|: ")
"""What parts sentences and labels, not initials."""
_REPORTER: Final = re.compile(r"[^\W\d_]{2,12} ?(?:(?:기자|記者|记者)(?:撮影|攝)?|撮影|攝影|摄影|提供|제공)")
_COUNT: Final = re.compile(
    r"(?:\w{1,20} )?\d{1,3} (?:bilder|fotos?|photos?|images?|pictures?|immagini|imágenes|imagens)\W*|"
    r"(?:zur )?(?:fotostrecke|bilderstrecke|(?:bilder)?galerie)(?: \w{4,9})?\W*|"
    r"(?:view|open|see|launch) (?:the |full )?(?:gallery|slideshow)\W*|ver (?:la )?galer[ií]a\W*|voir le diaporama\W*",
    re.IGNORECASE,
)
"""What stands on the way to a gallery."""
_FILE: Final = re.compile(
    r"[^\s_]{1,60}_\S{1,200}|\S{1,200}\.(?:jpe?g|png|webp|gif)|[a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){2,20}|\W*",
    re.IGNORECASE,
)
"""The name of a file, or nothing."""
_TAKEN: Final = re.compile(r"[、=＝](?P<credit>[^、。=＝\n]{2,20}?)(?:さん|氏)?(?:撮影|提供)。?$")
"""Who took or gave the picture, at the end of a caption in Japanese: `橋＝大阪市で3月12日、山田太郎撮影`."""
_CLOCK: Final = re.compile(r"\b\d{1,2}:\d{2}\b")
"""A time or a length: of a video, not of a credit."""
_JOINTS: Final = ("/", "|", "•", "·")
"""What joins a photographer and an agency."""
_EDGE: Final = " \n|/·•–—-"
_GIVEN: Final = frozenset("supplied handout contributed submitted zvg".split())
"""What stands for a credit where those in the picture gave it."""
_PAPER: Final = re.compile(r"(?P<name>[^/\n]{3,40}?) ?/ ?[A-Z]{2,12}")
"""A photographer and the letters of the paper: `Ana Lopez/POLITICO`."""
_STUDIOS: Final = frozenset("Photography Photographie Fotografie Fotografía Fotografia Archive Archives Archiv".split())
"""Words that the names of studios and archives end with."""
_JOINING: Final = frozenset("of the and for in on at".split())
_LOWER: Final = frozenset("picture alliance images image photo photos via getty imago dpa afp epa handout".split())
"""Words that agencies are written with in small letters."""


class Told(NamedTuple):
    """What is told of an image."""

    caption: str | None
    credit: str | None

    def filled(self, other: Told) -> Told:
        """This with what it lacks from `other`."""
        return Told(self.caption or other.caption, self.credit or other.credit)


NOTHING: Final = Told(None, None)


class _Line(NamedTuple):
    """A block's texts by what their markup says of them, and its pieces that are a caption's."""

    caption: str
    credit: str
    small: str
    pieces: tuple[Piece, ...]


def part_caption(text: str) -> Told:
    """Caption and credit of a caption's text: `A bridge. Photo: Doe` → (`A bridge.`, `Doe`).

    A credit has a label, or it names an agency: in brackets, behind the last sentence, or as all there is.
    """
    if not text:
        return NOTHING
    if is_names(text) or _is_bracketed(text):
        return Told(None, unlabelled(text))
    begin = max(0, len(text) - LONGEST_CREDIT)
    lower = text.replace("İ", "I").lower()
    if text.rstrip(" .。").endswith(CLOSING) and (told := _in_brackets(text, lower, begin)):
        return told
    labelled = ("＝" in text and _TAKEN.search(lower, begin)) or CREDIT.search(lower, begin)
    after = _AFTER.search(text, begin) if labelled is None or ". " in labelled["credit"] else None
    if after and is_names(after["credit"]):
        return Told(_caption(text[: after.start("credit")]), unlabelled(after["credit"]))
    if labelled and (labelled.start() or not _is_sentence(text[slice(*labelled.span("credit"))].split())):
        return Told(_caption(text[: labelled.start()]), unlabelled(text[slice(*labelled.span("credit"))]))
    return Told(_caption(text), None)


def _in_brackets(text: str, lower: str, begin: int) -> Told | None:
    """Caption and credit of a text whose end in brackets is a credit, looked for from `begin` on; else None."""
    bracketed = _BRACKETED.search(text, begin)
    if bracketed and (photographer := _photographer(bracketed["credit"])):
        return Told(_caption(text[: bracketed.start()]), photographer)
    if not bracketed or not is_names(bracketed["credit"]):
        return None
    before = CREDIT.search(lower[: bracketed.start()], begin)
    start = before.start() if before else _named_before(text, bracketed.start())
    return Told(_caption(text[:start]), unlabelled(text[start:]))


def _photographer(text: str) -> str | None:
    """The names in a text from brackets that are all of it, but for a label: `foto Ana Lopez/AFP`."""
    label = _IN_BRACKETS.match(text)
    names = text[label.end() :] if label else ""
    words = names.replace("/", " ").split()
    told = 0 < len(words) <= MOST_NAMES and is_capital(words[0]) and all(map(_is_name, words))
    return unlabelled(names) if told else None


def _named_before(text: str, end: int) -> int:
    """Where a person's name begins that stands between the last sentence and `end`; `end` without one."""
    match = _LAST.search(text, max(0, end - LONGEST_NAMES), end)
    return match.start(1) if match and is_full_name(match[1]) else end


def read(blocks: Sequence[TextBlock], box: Element, *, called: bool = False, alt: str = "") -> Told:
    """Caption and credit from the text blocks in a figure's `box`.

    With `called`, the box holds other things, too: only lines count that markup calls a caption or a credit, that hold
    a credit by their own words, or that say what the image's `alt` says.
    """
    shown = [block for block in blocks if not called or _may_tell(block, box, alt)]
    if called and len(shown) < len(blocks) <= FEW and _is_picture(box, shown):
        shown = [block for block in blocks if block.element.tag not in TITLES and not block.link_density]
    lines = _parted([_line(block, box) for block in shown])
    small = any(line.caption for line in lines)
    parts = [part_caption(line.caption if small else join((line.caption, line.small))) for line in lines]
    credited = [unlabelled(line.credit) for line in lines]
    credited += [unlabelled(line.small) for line in lines if small]
    credits_ = _once(filter(None, (*credited, *(part.credit for part in parts))))
    caption = join(dict.fromkeys(part.caption for part in parts if part.caption))
    return Told(_caption(caption), " / ".join(credits_) or None)


def _parted(lines: Sequence[_Line]) -> Sequence[_Line]:
    """Lines, where none has a credit with the name that stands apart at their end as one."""
    apart = _name_apart([piece for line in lines for piece in line.pieces])
    if not apart or any(line.credit for line in lines):
        return lines
    return [_without(apart, line) if line.caption.endswith(apart) else line for line in lines]


def _without(apart: str, line: _Line) -> _Line:
    """A line whose last piece is its credit, with the person's name before it that a stroke joins: `Doe // AFP`."""
    rest = line.caption.removesuffix(apart).strip()
    if rest.endswith(_JOINTS) and is_full_name(rest.strip(_EDGE)):
        return line._replace(caption="", credit=line.caption)
    return line._replace(caption=rest, credit=apart)


def is_called(block: TextBlock, box: Element | None = None) -> bool:
    """Whether markup calls a text a picture's caption or credit, within `box` if that is given."""
    if box is None and block.element.tag in TITLES:
        return False
    names: set[str] = set()
    page, within = block.page, -1 if box is None else box.number
    for number in islice(Element(page, block.runs[0][1]).numbers(), NEAR):
        if number == within:
            break
        spelling = page.spelling(number)
        if spelling.startswith("figcaption"):
            return True
        tokens = tokens_of(spelling)
        names |= tokens if len(tokens) <= MOST_WORDS else frozenset()
    told = names & CALLED
    if box is None:
        return not told <= WRITER_WORDS and not names.isdisjoint(PICTURES)
    return bool(told and names & PICTURES) or not told <= BYLINE_WORDS


def unlabelled(text: str) -> str | None:
    """A credit without the label in front of it: `Photo by Doe` → `Doe`."""
    if not text:
        return None
    for _ in range(LABELS):
        match = _LABELLED.match(text.replace("İ", "I").lower())
        text = text[match.end() :] if match else text
    return _credit(text)


def join(texts: Iterable[str]) -> str:
    """Texts as one line."""
    return " ".join(" ".join(texts).split())


def _is_picture(box: Element, shown: Sequence[TextBlock]) -> bool:
    """Whether a box is called a picture, and holds a credit: what else little it holds is the caption."""
    told = [part_caption(block.text) for block in shown]
    return bool(box.tokens() & PICTURE_WORDS) and any(part.credit and not part.caption for part in told)


def _may_tell(block: TextBlock, box: Element, alt: str) -> bool:
    """Whether a line is a caption or a credit."""
    return is_called(block, box) or _speaks(block, alt) or block.element.tag in SMALL_PRINT


def _speaks(block: TextBlock, alt: str) -> bool:
    """Whether a line holds a credit by its own words, or says what the image's `alt` says, and is no link or title."""
    text, words = block.text, key(alt)
    if len(text) > LONGEST_CAPTION or block.link_density > MOST_LINKED or block.element.tag in TITLES:
        return False
    says = key(text).startswith(words) if len(alt) > SHORT_ALT else key(text) == words
    return bool(words and says) or part_caption(text).credit is not None


def _line(block: TextBlock, box: Element) -> _Line:
    pieces = block.pieces
    labelled = _labelled(pieces)
    roles = [("credit" if piece.element.number in labelled else _role(piece, box), piece) for piece in pieces]
    told: dict[str, list[Piece]] = {"caption": [], "credit": [], "small": [], "": []}
    before = "caption"
    for role, piece in roles:
        before = before if role and not any(map(str.isalnum, piece.text)) else role
        told[before].append(piece)
    caption, credit, small = (join(piece.text for piece in told[role]) for role in ("caption", "credit", "small"))
    if _is_prose(credit):
        caption, credit = join((caption, credit)), ""
    if _is_prose(small):
        caption, small = join((caption, small)), ""
    return _Line(caption, credit, small, tuple(told["caption"]))


def _labelled(pieces: Sequence[Piece]) -> frozenset[int]:
    """Numbers of elements that hold a labelled credit beside a caption: `<span>Photo: Doe</span> The bridge.`."""
    if len(pieces) < 2:  # noqa: PLR2004 - one and another
        return frozenset()
    told = {piece.element.number for piece in pieces if CREDIT.match(piece.text.lower())}
    others = (piece.text for piece in pieces if piece.element.number not in told)
    return frozenset(told) if any(map(str.strip, others)) else frozenset()


def _role(piece: Piece, box: Element) -> str:
    """What the markup between a piece of text and the box calls it; nothing for what is no part of a caption."""
    if piece.element.linked and piece.text.rstrip().endswith(ARROWS):
        return ""
    role, page = "", box.page
    for number in islice(piece.element.numbers(), REACH):
        if number == box.number:
            break
        spelling = page.spelling(number)
        tag, names = name_of(spelling), tokens_of(spelling)
        if tag in CONTROLS or (tag == "a" and names & BUTTONS) or (page.traits[number] & HIDDEN and not box.hidden):
            return ""
        role = role or _called(names, spelling) or _BY_TAG.get(tag, "")
    return role or "caption"


def _called(names: frozenset[str], spelling: str) -> str:
    """What class words, or a microdata property, call an element."""
    if not names.isdisjoint(_CREDITING) or ('itemprop="' in spelling and _item(spelling) in ITEMS):
        return "credit"
    return "" if names.isdisjoint(FIGURE_WORDS) else "caption"


def _item(spelling: str) -> str:
    return (attributes_of(spelling).get("itemprop") or "").lower()


def _name_apart(pieces: Sequence[Piece]) -> str | None:
    """Person or agency in the caption's last element: `<span>The bridge.</span><span>Ana Lopez</span>`."""
    worded = [piece for piece in pieces if piece.text.strip()]
    if len(worded) < 2 or worded[-1].element.number == worded[-2].element.number:  # noqa: PLR2004 - a last and one before
        return None
    last = worded[-1].text.strip()
    apart = worded[-2].text.rstrip().endswith(SENTENCE_ENDS) and is_full_name(last)
    if worded[-1].element.tag in EMPHASIS:
        return last if is_names(last) and not last.isalpha() else None
    return last if apart or is_names(last) or _is_bracketed(last) else None


def is_names(text: str) -> bool:
    """Whether a text is no more than names, one of them an agency's, or a reporter."""
    words = text.replace("/", " ").split()
    most = MOST_NAMES if text.upper() != text.lower() else MOST_CASELESS
    if len(text) > LONGEST_NAMES or not 0 < len(words) <= most or _SENTENCES.search(text):
        return False
    if _REPORTER.fullmatch(text.strip()) or text.strip(" .()").lower() in _GIVEN:
        return True
    paper = _PAPER.fullmatch(text.strip())
    known = words[-1] in _STUDIOS or named(text) or (paper and is_full_name(paper["name"]))
    return all(map(_is_name, words)) and bool(known)


def _is_name(word: str) -> bool:
    return is_capital(word) or not word[0].isalpha() or word in _LOWER


def _is_bracketed(text: str) -> bool:
    """Whether a text is several names in brackets, and nothing else: `(The Marling Museum of Ships)`."""
    bare = text.strip()
    if not (bare.startswith("(") and bare.endswith(")")):
        return False
    words = bare[1:-1].split()
    return (
        1 < len(words) <= MOST_NAMES
        and bare != bare.lower()
        and all(_is_name(word) or word in _JOINING for word in words)
    )


def _is_prose(text: str) -> bool:
    """Whether a text that its markup calls a credit is a sentence."""
    words = text.split()
    if len(words) < FEWEST_PROSE:
        return False
    ends = text.rstrip().endswith((".", "!", "?"))
    return not _LABELLED.match(text.lower()) and (len(words) > LONGEST_NAMING or (ends and _is_sentence(words)))


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether words are more and smaller than those of names."""
    return len(words) >= FEWEST_PROSE and sum(word[0].islower() for word in words) * 2 >= len(words)


def _once(texts: Iterable[str]) -> list[str]:
    """Texts in their order, without those that another one holds."""
    found = list(dict.fromkeys(texts))
    keys = [key(text) for text in found]
    return [
        text
        for place, text in enumerate(found)
        if not any(
            keys[place] in other and place != at
            for at, other in enumerate(keys)
            if (len(other), -at) > (len(keys[place]), -place)
        )
    ]


def _caption(text: str) -> str | None:
    return None if _COUNT.fullmatch(text) or _FILE.fullmatch(text) else _LABEL_ALONE.sub("", text).strip(_EDGE) or None


def _credit(text: str) -> str | None:
    if _CLOCK.search(text):
        return None
    bare = text.strip(" \n,;/|·•–—-")
    for opened, closed in ("()", "[]", "（）"):
        if bare.endswith(closed) and (bare.startswith(opened) or opened not in bare):
            bare = bare.removeprefix(opened)[:-1]
    return bare.strip() or None
