"""What the address of a link says of where it leads: to an article, or elsewhere on the site.

Tables of words and shapes; a slug, a number or a date in a path means the same in every language. Words are compared
with whole segments of a path, so that no article is refused for what its slug is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

LONG: Final = 4
"""Words that make a slug, or a link's text, a headline's."""

_REFUSED_SEGMENTS: Final = frozenset(
    """
tag tags tagged topic topics theme themes thema themen thema's themas tema temas temi temat tematy tagi sujet sujets
mot-cle mots-cles etiqueta etiquetas argomento argomenti onderwerp onderwerpen emne emner amne amnen aihe aiheet
keyword keywords schlagwort schlagworte stichwort stichworte label labels tunniste
category categories categorie categorias categoria kategorie kategorien kategoria kategori rubrik rubriken rubrique
rubriques rubrica rubriche rubryka ressort ressorts seccion secciones
author authors autor autoren autorin autores auteur auteurs autore autori autorzy byline by writer writers columnist
columnists contributor contributors journalist journalists journaliste journalistes staff skribent forfatter
kirjoittaja yazar yazarlar profile profiles profil profilo perfil user users member members account konto my-account
mein-konto mitglied mitglieder
login log-in signin sign-in signup sign-up register registrieren registrierung registration anmelden anmeldung logout
logga-in logg-inn connexion inscription iniciar-sesion accedi inloggen logowanie
subscribe subscription subscriptions abo abos abonnement abonnements abonnieren abonneren abbonamenti suscripcion
suscripciones suscribirse assine assinatura prenumerata prenumerera membership donate spenden newsletter newsletters
search suche suchen suchergebnis recherche rechercher buscar busca buscador cerca ricerca zoeken sok szukaj hledat
arama about-us ueber-uns uber-uns a-propos quienes-somos chi-siamo over-ons om-oss om-os contact-us impressum imprint
mentions-legales aviso-legal privacy privacy-policy datenschutz datenschutzerklaerung confidentialite
politique-de-confidentialite privacidad politica-de-privacidad polityka-prywatnosci integritetspolicy personvern
tietosuoja terms-of-service terms-of-use terms-and-conditions nutzungsbedingungen cookies cookie-policy disclaimer faq
tagg reporter-bio korrespondenten
stellenmarkt advertise advertising mediadaten publicite publicidad pubblicita anzeigen anzeige shop store boutique
tienda cart warenkorb checkout product products produkt produkte epaper e-paper rss feed feeds atom sitemap widget
widgets embed drucken share comments kommentare forum forums coupon coupons gutscheine gutschein oauth sso
""".split()
)
"""Segments of paths at which no article is."""
_REFUSED_PAGES: Final = frozenset(
    """
index home default startseite portada archive archives archiv archivo archivio arkiv hemeroteca page about contact
kontakt contacto contatti contato legal colophon terms conditions agb cgu cgv cookie-einstellungen accessibility
barrierefreiheit help hilfe ayuda aide hjelp jobs karriere careers werbung print people team redaktion
facebook instagram linkedin pinterest telegram twitter whatsapp xing youtube
""".split()
)
"""Last segments that name no article; before one they may stand (`/politics/archive/2026/03/the-title/`)."""
_REFUSED_HOSTS: Final = frozenset(
    """
abo abos abonnement abonnements account accounts ads anzeigen api apps assets auth cdn careers checkout codespromo
community cupones descuentos epaper e-paper forum gutscheine gutschein help hilfe images img immo jobs
karriere konto login mediadaten mail profil profile register secure service shop sso static stellen stellenmarkt
store subscribe subscriptions support ticket tickets trauer werbung
""".split()
)
_REFUSED_QUERIES: Final = frozenset(
    """
s q query search suche page paged pagina seite author autor cat category tag replytocom share login redirect
redirect_to return_to returnurl return_url print action sort
""".split()
)
_FILES: Final = frozenset(
    """
7z avi bmp css csv doc docx epub exe flac gif gz ics ico jpeg jpg js json m3u8 m4a m4v mov mp3 mp4 mpeg mpg odt ogg pdf
png ppt pptx rar rss rtf svg tar tif tiff txt wav webm webp wma wmv xls xlsx xml zip
""".split()
)
_LIST: Final = re.compile(
    r"(?:^|/)(?:page|seite|pagina|strona|sida|side)/\d{1,4}$"
    r"|(?:^|/)(?:tag|author|autor|auteur|page|seite|topic|thema|category|kategorie|rubrik|login|impressum|datenschutz"
    r"|privacy|newsletter)[-_:][^/_-]*(?:[-_][^/_-]*)?$"
    r"|(?:^|/)(?:comment|cookie|privacy|editorial|corrections?|moderation)-polic(?:y|ies)$"
    r"|-(?:per|org|sti)\d+$"
)
"""Ends of paths of lists, and of services under a longer name."""

_DOCUMENT: Final = re.compile(r"\.(?:[sp]?html?|php\d?|aspx?|jsp|ece|story|cms|do|article|amp)$")
_OWN_PAGES: Final = frozenset({"index", "default"})
_BETWEEN: Final = re.compile(r"[-_+.,~\s]+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_WITHOUT_SPACES: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Characters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, kana, Han."""
_PER_WORD: Final = 3
_RUN: Final = re.compile(r"\d+")
_SERIES: Final = re.compile(r"^([a-z]{0,3}-?0)?.*?((?:(?<![a-z])[a-z]{1,3})?[-_,.]?0)?$", re.DOTALL)
"""Numbers at the ends of a name, with the few letters that tell one series of them from another."""
_DAY: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d[/_.-]?(?:1[0-2]|0?[1-9])[/_.-]?(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d/(?:1[0-2]|0?[1-9]|[a-z]{3})/"
    r"|(?<!\d)(?:3[01]|[12]\d|0[1-9])[_.-](?:1[0-2]|0[1-9])[_.-](?:19|20)\d\d(?!\d)"
)
_NUMBER: Final = re.compile(r"(?<!\d)\d{5,}(?!\d)|(?:^|[-_.a-z,])(?!(?:19|20)\d\d$)\d{4,}$|^(?!(?:19|20)\d\d$)\d{3,}$")
"""Numbers of pages; a year is none."""
_MIXED: Final = re.compile(r"(?<![^\W_])(?=[a-z]*\d)(?=\d*[a-z])(?=(?:[a-z]*\d){2})[a-z0-9]{8,}(?![^\W_])")
_NUMBERED: Final = re.compile(r"\d{3,}|[0-9a-f]{8,}")


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute URL, taken apart.

    The host is without `www.`, the segments are unquoted and in lower case, the last of them without its `suffix`.
    `words` is the number of words in the segment that has most; `has_date` tells of a day, or a year and a month,
    with something beside it; `has_number` of what looks like the number of a page in the path, `asks_number` of one
    in the query.
    """

    url: str
    host: str
    segments: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    suffix: str
    words: int
    has_date: bool
    has_number: bool
    asks_number: bool

    @property
    def last(self) -> str:
        """The last segment, which names the page."""
        return self.segments[-1] if self.segments else ""

    @property
    def is_numbered(self) -> bool:
        """Whether it has a date or a number."""
        return self.has_date or self.has_number or self.asks_number

    @property
    def names_a_page(self) -> bool:
        """Whether its path is more than a section's, whatever is asked of it."""
        return self.has_date or self.has_number or (self.words >= LONG and not self.asks_number)

    @property
    def key(self) -> str:
        """What is the same for all addresses of one page: a path that names it makes a query and a scheme idle."""
        path = "/".join((self.host, *self.segments))
        return path if self.names_a_page else f"{path}?{self.query}"

    @property
    def is_short(self) -> bool:
        """Whether it is one segment of a few words at most."""
        return len(self.segments) == 1 and self.words < LONG and not (self.is_numbered or self.suffix)

    @property
    def is_document(self) -> bool:
        """Whether it has the suffix of a page, and a name."""
        return bool(self.suffix) and (self.words > 0 or self.has_number)

    def is_part_of(self, other: Address) -> bool:
        """Whether it leads to the same page, or to what lies below it where that is more than a section."""
        below = self.host == other.host and self.segments[: len(other.segments)] == other.segments
        return self.key == other.key or (other.names_a_page and below)

    @property
    def kin(self) -> tuple[str, ...]:
        """Names of what it has in common with others: the path above it, and the series that its number is of."""
        above = "/".join((self.host, *self.segments[:-1]))
        series = _SERIES.match(_RUN.sub("0", self.last))
        ends = series and "…".join(filter(None, series.groups()))
        return (above, f"{self.host} {ends}{self.suffix}") if ends else (above,)


def address(url: str) -> Address:
    """`url`, which is absolute, taken apart. Raises ValueError where it cannot be."""
    parts = urlsplit(url)
    segments, suffix = _segments(unquote(parts.path).lower())
    query = tuple((name.lower(), value.lower()) for name, value in parse_qsl(parts.query))
    return Address(
        url=url,
        host=(parts.hostname or "").removeprefix("www."),
        segments=segments,
        query=query,
        suffix=suffix,
        words=max(map(_slug_words, segments[-3:]), default=0),
        has_date=_is_dated(segments),
        has_number=any(_NUMBER.search(end) or _MIXED.search(end) for end in segments[-2:]),
        asks_number=any(_NUMBERED.fullmatch(value) for _, value in query),
    )


def word_count(text: str) -> int:
    """Number of words; where a script puts no spaces between them, a few characters count as one."""
    spaced, dense = _WITHOUT_SPACES.subn(" ", text)
    return sum(any(map(str.isalnum, word)) for word in spaced.split()) + dense // _PER_WORD


def _segments(path: str) -> tuple[tuple[str, ...], str]:
    """Segments of a path and the suffix of the last; the name of a directory's own page is none of them."""
    suffix = _DOCUMENT.search(path.rstrip("/"))
    bare = path.rstrip("/")[: suffix.start()] if suffix else path
    segments = tuple(segment for segment in bare.split("/") if segment)
    if suffix and segments and segments[-1] in _OWN_PAGES:
        return segments[:-1], ""
    return segments, suffix[0] if suffix else ""


def _slug_words(segment: str) -> int:
    """Number of words in a segment of a path; what has digits in it is none."""
    parts = (part for part in _BETWEEN.split(segment) if len(part) > 1 and not any(map(str.isdigit, part)))
    return word_count(" ".join(parts))


def _is_dated(segments: tuple[str, ...]) -> bool:
    last = segments[-1] if segments else ""
    named = _LETTERS.search(last) or _NUMBER.search(last[-12:])
    return named is not None and _DAY.search("/".join(segments)) is not None


def is_elsewhere(found: Address) -> bool:
    """Whether it leads to no article for certain: a front page, a list, a service, a file."""
    return (
        not (found.segments or found.query)
        or found.host.partition(".")[0] in _REFUSED_HOSTS
        or not _REFUSED_SEGMENTS.isdisjoint(found.segments)
        or any(name in _REFUSED_QUERIES for name, _ in found.query)
        or found.last.rpartition(".")[2] in _FILES
        or found.last in _REFUSED_PAGES
        or bool(_LIST.search("/".join(found.segments)))
    )
