"""Names in bylines: a byline's parts, and which of them can be people."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from w3lib.html import remove_tags

from scraper.agencies import agency
from scraper.extractors.byline_words import SIGNED
from scraper.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_LIST = 2000
"""Characters beyond which a text is no list of names."""
LONGEST_NAME = 60
MOST_WORDS = 6
SHORTEST_SHARED = 4
"""Letters from which a word of a publication's name says that a name is of it."""

_PREFIX = re.compile(
    rf"^\s*(?:(?:recommended|created|posted|published|publié|escrito|scritto|redaktion|interview|photos?) )?"
    rf"(?:(?:{SIGNED}|vom|reporter)\s?[:：]?|:)\s+",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"\s*(?:;|\||•|·|⋅|\n|\s/\s|(?<=[^\W\d_])/(?=[^\W\d_])|,\s*(?:and|und|et|y|e|en|og|och|i)\s+|,|"
    r"\s(?:and|und|et|y|en|og|och|ve|és|și|şi|oraz|και|&|mit|with|(?-i:ja|dan))\s)\s*",
    re.IGNORECASE,
)
_LETTER = re.compile(r" [eiaіи] ")
_WITH = re.compile(r"\(\s*(?:avec|with|mit|con|com|met|med)\s+([^()]{2,40})\)", re.IGNORECASE)
"""Agencies that a byline has in brackets: `Par Claire Mer (avec AFP)`."""
_AND = re.compile(r"^(?:and|und|et|y|e|en|og|och|&)\s+", re.IGNORECASE)
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,5}(?:[a-z]{1,2}\.?)?®?|Ph\.?D|M\.?Sc|B\.?Sc|Jr|Sr|Esq", re.ASCII)
"""Degrees and initials that follow a name after a comma: `Jane Doe, MS, RD`."""
_ADDRESS = re.compile(r"\w{3}\.[a-z]{2,}(?![^\W_])|\d")
_NOT_A_NAME = re.compile(
    r"\b(?:redaktion|newsroom|desk|staff|editors?|editorial|team|redacci[oó]n|r[eé]daction|redazione|redakcja|"
    r"administrator|admin|guest|contributors?|reporters?|correspondents?|korrespondent\w*|news|agency|agentur|agence|agencia|"
    r"\w*zeitung|\w*magazin[eo]?|illustrierte|(?:tage?|volks|wochen|abend|handels|amts)blatt|online|digital|press|"
    r"ltd|gmbh|inc|published|updated|aktualisiert|uhr|min|read|lesezeit|newsletter|promoted|sponsored|anzeige|"
    r"unknown|nachrichten|follow|bio|view|more|articles?|posts?|author|autor|written|posted|modified|founder|director|ceo|"
    r"experts?|specialist|manager|writer|analyst|strategist|senior|university|institute|gründer(?:in)?|geschäftsführer(?:in)?|"
    r"relations|communications?|kommunikation|pressestelle|comunicaci[oó]n|comunicazione|comunicação|"
    r"dziennikarz\w*|journalis\w*|periodistas?|giornalist\w|redakteur(?:in)?|fondateur|fondatrice|verslaggev\w+|redacteur|redactie|inviat[oa]|corrispondente|corresponsal|"
    r"correspondante?|enviad[oa]|envoyée?|toimitus|toimittaja|reportér\w*|redakce|"
    r"muhabir\w*|haber merkezi|редакци\w*|редакці\w*)\b",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:(?i:\w*(?:verband|verein|stiftung|ministerium|anstalt|kammer|gesellschaft|partei)|bundesamt|departement|"
    r"sekretariat|hochschule|universität|universidad|université|foundation|ministry|department|association|federation|"
    r"cent(?:er|re)|bureau|council|committee|commission|society|coalition|institute|university|college|academy|forum|"
    r"books|services|e\.? ?v|llc|plc|s\.?r\.?l|a\.s|s\.r\.o|sp\. z o\.?o)|AG|Ag|SE|KG|SA|BV)\b(?![-'’])"
)
"""What names of organisations hold: their kinds, and legal forms."""
_MEDIUM = re.compile(
    r"^The\b|\b(?:tv|tele\w+|r[aá]dio|broadcasting|network|service|studios?|tribun[ea]|times|journal|jornal|giornale|"
    r"diario|di[aá]rio|folha|gazett?e|gazzetta|weekly|daily|sentinel|herald|chronicle|courier|kurier|corriere|observer|"
    r"observador|inquirer|dispatch|examiner|telegraph|mirror|bulletin|portal|globo|ag[eê]ncia|tidning\w*|avis\w*|krant|dagblad)\b",
    re.IGNORECASE,
)
"""What papers and stations are called; some of it is surnames, too."""
_LIST = re.compile(r"[,;|\n]")
_PLACEHOLDER = re.compile(
    r"(?:no |the )?author|admin(?:istrator)?|publisher|unknown|(?:super)?user|root|webmaster|guest|n/?a|none|"
    r"null|undefined|default|test",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:comments?|kommentare?|comentarios?|commentaires?|commenti|komentarze|reacties|share|"
    r"publié|güncelleme|tarihi|lecture|lesezeit|lettura|lectura|leitura|leestijd|lästid|last|category|head|chief|development|about|contact|image|copy|kopieren|"
    r"copier|copiar|link|polic(?:y|ies)|library|terms|theme|inhalte|paid|content)\b",
    re.IGNORECASE,
)
"""Words of labels by the title; some are surnames, too, and declared names may have them."""
_ROLE = re.compile(
    r"\s*(?:기자|記者|记者|\(.*\)|\[.*\]|[-–—|]\s.*|\s[Ff]or\s.*|(?:^|,?\s+)(?:in|aus|from|à)\s+[A-ZÄÖÜ]\w+(?:\s[A-ZÄÖÜ]\w+)?)\s*$",
)
_INSIDE = re.compile(r"[\w.@/#-]")
_GOES_ON = re.compile(r"[\w@/-]|\.\w")
"""What before and behind it makes a word a part of another, of an address or a handle."""
_DESK = re.compile(
    r"\b(?:team|staff|desk|editors?|redaktion|redacci[oó]n|r[eé]daction|redazione|newsroom)$", re.IGNORECASE
)
PARTICLES = frozenset(
    "abu af al av ben bin bint da das de del dela della den der di do dos du e el ibn la las le lo los op ten ter van "
    "vom von y zu zum zur".split()
)


class Publication(NamedTuple):
    """What publishes a page: its name, and the page's address."""

    name: str | None
    url: str | None

    def bears(self, name: str) -> bool:
        """Whether `name` is the publication's, by its name or its host."""
        told = fold(name)
        return told == fold(self.name or "") or bool(
            re.search(rf"//(?:www\.)?{re.escape(told)}(?:[./:]|$)", fold(self.url or ""))
        )


NOBODY = Publication(None, None)


def split(byline: str) -> Iterator[str]:
    """Parts of a byline, each one name at most: prefixes, roles, titles and places off."""
    folded = " ".join(byline.replace("\n", " ; ").split()) if len(byline) <= LONGEST_LIST else ""
    bare = _PREFIX.sub("", remove_tags(folded))
    for part in chain.from_iterable(map(_joined, _JOINTS.split(_WITH.sub(r" ; \1", bare)))):
        name = _ROLE.sub("", _PREFIX.sub("", _AND.sub("", part))).strip(" .,;:–—-*")
        if name and (agency(name) or not _LETTERS.fullmatch(name)):
            yield name.title() if name.isupper() and len(name.split()) > 1 else name


def _joined(part: str) -> Sequence[str]:
    """Full names that a letter joins, which also stands within names: `Ana Lopez e Bo Blau`, `Rui Costa e Silva`."""
    pairs = ((part[: found.start()], part[found.end() :]) for found in reversed([*_LETTER.finditer(part)]))
    return next((pair for pair in pairs if all(" " in name for name in pair)), (part,))


def is_person(name: str, own: Publication = NOBODY) -> bool:
    """Whether `name` can be a person's: not the publication's (`own`), an agency's, an address or a role."""
    if len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS or len(name) <= 1 or agency(name):
        return False
    told = _ADDRESS.search(name) or _NOT_A_NAME.search(name) or _ORGANISATION.search(name) or ": " in name
    return name[0].isalpha() and not told and not own.bears(name)


def is_organisation(text: str) -> bool:
    """Whether a text without a comma names an organisation, joints and all: `Ministry of Fish and Ships`."""
    return bool(_ORGANISATION.search(text)) and not _LIST.search(text)


def is_medium(name: str, own: Publication = NOBODY) -> bool:
    """Whether `name` can be a paper's or a station's: by its kind, or a word of the publication (`own`) in it."""
    shared = {*words(name)} & {*words(own.name or "")}
    return bool(_MEDIUM.search(name)) or any(len(word) >= SHORTEST_SHARED for word in shared)


def is_placeholder(name: str) -> bool:
    """Whether `name` is what systems put where no author was entered."""
    return bool(_PLACEHOLDER.fullmatch(name.strip()))


def is_desk(name: str, own: Publication = NOBODY) -> bool:
    """Whether `name` is surely a desk's or the publication's (`own`)."""
    return len(name) <= LONGEST_NAME and (bool(_DESK.search(name)) or own.bears(name))


def is_phrase(name: str, text: str) -> bool:
    """Whether each word of `name` but particles stands in small letters in `text`: then it is no name."""
    spelled = [word for word in name.split() if word.lower() not in PARTICLES]
    return all(word != word.lower() and stands(word.lower(), text) for word in spelled)


def has_common_word(name: str, text: str) -> bool:
    """Whether a word of `name` but particles stands in small letters in `text`, as words do that are no names."""
    spelled = (word.lower() for word in name.split() if word.lower() not in PARTICLES and word != word.lower())
    return any(stands(word, text) for word in spelled)


def stands(word: str, text: str) -> bool:
    """Whether a word stands in a text, those of addresses and handles left out."""
    # Found by the word itself: an expression for each word takes longer to compile than to look.
    at = text.find(word)
    while at >= 0:
        if not ((at and _INSIDE.match(text, at - 1)) or _GOES_ON.match(text, at + len(word))):
            return True
        at = text.find(word, at + 1)
    return False


def is_full_name(name: str) -> bool:
    """Whether `name` is surely written as a person's: two words or more, all but particles with a capital."""
    parts = name.split()
    whole = len(parts) > 1 and parts[-1] not in PARTICLES and name.count("(") == name.count(")")
    return whole and is_person(name) and not _LABEL.search(name) and all(map(is_capital, parts))


def is_capital(word: str) -> bool:
    """Whether a word can be part of a name as it is written: with a capital, in a script without, or a particle."""
    return (word[0].isalpha() and not word[0].islower()) or word in PARTICLES or word[0] in "'(\"“«"


def fold(name: str) -> str:
    """A name without case and white space, to be compared."""
    return "".join(name.casefold().split())
