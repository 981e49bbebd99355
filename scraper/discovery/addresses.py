"""What the address of a link says of where it leads: to an article, or elsewhere on the site.

Tables of words and shapes; a slug, a number or a date in a path means the same in every language. Words are compared
with whole segments of a path, so that no article is refused for what its slug is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

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
""".split()
)
"""Last segments that name no article; before one they may stand (`/politics/archive/2026/03/the-title/`)."""
_REFUSED_HOSTS: Final = frozenset(
    """
abo abos abonnement abonnements account accounts ads anzeigen api apps assets auth cdn careers checkout
community epaper e-paper forum gutscheine gutschein help hilfe images img immo jobs karriere konto login mediadaten
mail profil profile register secure service shop sso static stellen stellenmarkt store subscribe
subscriptions support ticket tickets trauer werbung
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
    r"|privacy|newsletter)[-_:][^/]*$"
)
"""Ends of paths of lists, and of services under a longer name."""

_DOCUMENT: Final = re.compile(r"\.(?:[sp]?html?|php\d?|aspx?|jsp|ece|story|cms|do|article|amp)$")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_DAY: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d[/_.-]?(?:1[0-2]|0?[1-9])[/_.-]?(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d/(?:1[0-2]|0?[1-9]|[a-z]{3})/"
    r"|(?<!\d)(?:3[01]|[12]\d|0[1-9])[_.-](?:1[0-2]|0[1-9])[_.-](?:19|20)\d\d(?!\d)"
)
_NUMBER: Final = re.compile(r"(?<!\d)\d{5,}(?!\d)|(?:^|[-_.a-z,])\d{4,}$|^\d{3,}$")
_MIXED: Final = re.compile(r"(?<![^\W_])(?=[a-z]*\d)(?=\d*[a-z])(?=(?:[a-z]*\d){2})[a-z0-9]{8,}(?![^\W_])")
_NUMBERED: Final = re.compile(r"\d{3,}|[0-9a-f]{8,}")


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute URL, taken apart: its segments are unquoted and in lower case, the last without its suffix."""

    url: str
    host: str
    segments: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    suffix: str

    @property
    def last(self) -> str:
        """The last segment, which names the page."""
        return self.segments[-1] if self.segments else ""

    @property
    def words(self) -> int:
        """Number of words in the segment that has most of them."""
        return max((len(_WORD.findall(segment)) for segment in self.segments[-3:]), default=0)

    @property
    def has_date(self) -> bool:
        """Whether there is a day, or a year and a month, and something after or beside it."""
        path = "/".join(self.segments)
        found = _DAY.search(path)
        return found is not None and bool(_WORD.search(self.last) or _NUMBER.search(self.last[-12:]))

    @property
    def has_id(self) -> bool:
        """Whether something in it looks like the number of a page."""
        ends = self.segments[-2:]
        in_path = any(_NUMBER.search(end) or _MIXED.search(end) for end in ends)
        return in_path or any(_NUMBERED.fullmatch(value) for _, value in self.query)

    @property
    def is_document(self) -> bool:
        """Whether it has the suffix of a page, and a name."""
        return bool(self.suffix) and bool(_WORD.search(self.last) or _NUMBER.search(self.last))


def address(url: str) -> Address:
    """`url`, which is absolute, taken apart. Raises ValueError where it cannot be."""
    parts = urlsplit(url)
    path = unquote(parts.path).lower()
    suffix = _DOCUMENT.search(path.rstrip("/"))
    bare = path.rstrip("/")[: suffix.start()] if suffix else path
    segments = tuple(segment for segment in bare.split("/") if segment)
    query = tuple((name.lower(), value.lower()) for name, value in parse_qsl(parts.query, max_num_fields=50))
    return Address(url, parts.hostname or "", segments, query, suffix[0] if suffix else "")


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


def same_page(one: SplitResult, other: SplitResult) -> bool:
    """Whether two addresses differ in nothing but scheme, fragment and a slash at the end."""
    return (one.hostname, one.path.rstrip("/"), one.query) == (other.hostname, other.path.rstrip("/"), other.query)
