"""What a page is that is no article: a front page, an archive, a shop, a forum, a video, a list of links.

A row looks for what the page declares of itself first (schema.org, Open Graph, WordPress's `body_class()`), then at
its address and at what only such pages show. A page that declares an article is believed more than its address.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from scraper.extractors.elements import class_of
from scraper.extractors.jsonld import ARTICLE_TYPES, types
from scraper.extractors.roles import holding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

ARTICLE_PROSE: Final = 400
"""Characters of body from which a page without any declaration counts as an article."""
CAPTION: Final = 600
"""Characters of body up to which a page with a video is the video's."""
MOST: Final = 0.5
"""Share of the body from which an element holds it."""
ALL_LINKS: Final = 0.8
"""Share of the body in links from which it is a list."""
LONGEST_BOX: Final = 60
"""Characters of text up to which a block may be a button or a price tag."""
CELLS: Final = frozenset({"td", "th"})
OFFERS: Final = 5
"""Buttons to buy or book from which a page that declares no article is an offer."""
PRICES: Final = 10
"""Price tags from which it is a shop's list."""

FORUM_TYPES: Final = frozenset({"DiscussionForumPosting", "QAPage"})
ARTICLES: Final = frozenset(ARTICLE_TYPES[: ARTICLE_TYPES.index("CreativeWork")]) - FORUM_TYPES - {"Review"}
_KINDS: Final = {
    "shop": "Product ProductGroup OfferCatalog IndividualProduct",
    "offer": "LodgingBusiness Hotel Hostel Resort VacationRental Apartment House Accommodation RealEstateListing "
    "JobPosting "
    "Restaurant",
    "listing": "CollectionPage ItemList SearchResultsPage OfferCatalog ImageGallery",
    "dictionary": "DefinedTerm DefinedTermSet",
    "video": "VideoObject Movie TVSeries TVEpisode MusicAlbum",
    "forum": " ".join(sorted(FORUM_TYPES)),
    "profile": "ProfilePage AboutPage ContactPage",
}
BY_TYPE: Final = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_OG_KINDS: Final = {"product": "shop", "video": "video", "music": "audio", "profile": "profile", "place": "offer"}
_BODY_CLASSES: Final = frozenset({"archive", "post-type-archive", "search", "search-results", "search-no-results"})
"""Classes that WordPress gives the body of its lists (developer.wordpress.org/reference/functions/get_body_class)."""

_ROOTS: Final = re.compile(r"/?(?:index\.(?:html?|php)|home/?|[a-z]{2}(?:-[a-z]{2})?/?)?", re.IGNORECASE)
_FORUM: Final = re.compile(
    r"/(?:forums?|foren|viewtopic(?:\.php)?|showthread(?:\.php)?|threads|comments|questions)(?:/|$)", re.IGNORECASE
)
_SELF: Final = re.compile(
    r"/(?:about(?:-us)?|(?:ue|ü)ber-uns|contact(?:-us)?|kontakt|impressum|imprint|privacy(?:-policy)?|datenschutz|"
    r"terms|"
    r"agb|mentions-legales|aviso-legal)(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(r"/(?:login|log-in|signin|sign-in|register|anmelden|registrieren|account)/?$", re.IGNORECASE)
_SEARCH: Final = re.compile(r"/(?:search|suche|recherche|buscar|ricerca|zoeken|szukaj)(?:/|\.\w{2,5}|$)", re.IGNORECASE)
_LIST: Final = re.compile(
    r"/(?:tags?|categor(?:y|ies)|kategorien?|topics?|themen|archives?|events|veranstaltungen|portfolio|shop|store|"
    r"catalog(?:ue)?)"
    r"(?:/[\w%-]{1,40})?/?$",
    re.IGNORECASE,
)
_CART: Final = re.compile(
    r"\W{0,9}(?:add to (?:cart|bag|basket)|in den (?:warenkorb|einkaufswagen)|zum warenkorb hinzufügen|"
    r"ajouter au panier|"
    r"añadir al carrito|adicionar ao carrinho|aggiungi al carrello|in winkelwagen|dodaj do koszyka|lägg i varukorg\w*|"
    r"legg i handlekurv\w*|læg i kurv|přidat do košíku|カートに入れる)\W{0,9}",
    re.IGNORECASE,
)
_OFFER: Final = re.compile(
    r"\W{0,9}(?:buy now|book now|check availability|jetzt (?:kaufen|buchen|anfragen)|verfügbarkeit prüfen|"
    r"anfrage senden|unverbindlich anfragen|acheter|réserver|comprar(?: ahora)?|reservar|acquista|prenota|kup teraz|"
    r"zarezerwuj)\W{0,9}",
    re.IGNORECASE,
)
_PRICE: Final = re.compile(
    r"\W{0,9}(?:ab |from |nur |only )?(?:(?:[€$£]|EUR|USD|CHF|GBP) ?\d[\d.,]{0,11}|\d[\d.,]{0,11}(?:-| )?(?:[€$£]|EUR|"
    r"USD|CHF|GBP|zł|kr\.?|Kč))\W{0,9}"
)
_ITEM: Final = re.compile(r' itemtype="https?://schema\.org/(\w+)')


class View:
    """A page as the rows look at it: its address, what it declares, the body that was found."""

    def __init__(self, document: Document, body: Sequence[TextBlock], url: str | None) -> None:
        self.document = document
        self.body = body
        self.parts = urlsplit(url or "")

    @cached_property
    def prose(self) -> int:
        """Characters of body."""
        return sum(len(block.text) for block in self.body)

    @cached_property
    def types(self) -> frozenset[str]:
        """Types of the page's JSON-LD nodes, and of the microdata items that hold its body."""
        linked = {name for node in self.document.linked.nodes for name in types(node)}
        page = self.document.segments.elements
        around = holding(self.body, MOST) if self.body else ()
        return frozenset(linked.union(*(_ITEM.findall(page.spelling(number)) for number in around)))

    @cached_property
    def typed(self) -> bool:
        """Whether schema.org's types tell of an article."""
        return not ARTICLES.isdisjoint(self.types)

    @cached_property
    def declared(self) -> bool:
        """Whether anything tells of an article: types, Open Graph."""
        told = self.document.meta_first("og:type") or ""
        return self.typed or told.lower() == "article" or self.dated

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """Classes of the page's body."""
        return tuple(class_of(self.document.segments.elements.spelling(0)).split())

    @property
    def dated(self) -> bool:
        """Whether it tells when an article was published."""
        return bool(self.document.meta_first("article:published_time"))

    def boxes(self, words: re.Pattern[str]) -> list[str]:
        """Short texts that are wholly what `words` match, in no table."""
        short = (block for block in self.document.blocks if len(block.text) <= LONGEST_BOX)
        return [block.text for block in short if words.fullmatch(block.text) and block.element.tag not in CELLS]


def _root(view: View) -> str | None:
    """The root of a site; WordPress puts articles there, too, by their number."""
    at_root = bool(view.parts.netloc) and _ROOTS.fullmatch(view.parts.path or "/")
    return (view.parts.path or "/") if at_root and "p" not in parse_qs(view.parts.query) and not view.typed else None


def _body_class(view: View) -> str | None:
    return next((f"class {name}" for name in view.classes if name in _BODY_CLASSES), None)


def _typed(view: View) -> str | None:
    if view.declared:
        return None
    named = next((name for name in sorted(view.types) if name in BY_TYPE), None)
    return named and f"{BY_TYPE[named]}, schema.org {named}"


def _video(view: View) -> str | None:
    return (
        "schema.org VideoObject, little prose"
        if "VideoObject" in view.types and not view.typed and view.prose < CAPTION
        else None
    )


def _graph(view: View) -> str | None:
    told = (view.document.meta_first("og:type") or "").lower()
    return f"og:type {told}" if told.partition(".")[0] in _OG_KINDS and not view.typed else None


def _by_path(words: re.Pattern[str], *, believed: bool = False) -> Callable[[View], str | None]:
    """Row of an address; one that is `believed` counts although Open Graph tells of an article."""

    def read(view: View) -> str | None:
        found = words.search(view.parts.path)
        return f"address {found[0]}" if found and not (view.typed or (view.declared and not believed)) else None

    return read


def _offers(view: View) -> str | None:
    if view.declared:
        return None
    cart = view.boxes(_CART)
    if cart:
        return f"button {cart[0]}"
    offers = view.boxes(_OFFER)
    return f"{len(offers)} buttons {offers[0]}" if len(offers) >= OFFERS else None


def _prices(view: View) -> str | None:
    prices = () if view.declared else view.boxes(_PRICE)
    return f"{len(prices)} price tags" if len(prices) >= PRICES else None


def _links(view: View) -> str | None:
    linked = sum(block.link_density * len(block.text) for block in view.body)
    return "all links" if view.body and not view.typed and linked > ALL_LINKS * view.prose else None


def _little(view: View) -> str | None:
    return "hardly any prose" if view.prose < ARTICLE_PROSE // 2 and not view.typed and not view.dated else None


ROWS: Final[tuple[tuple[str, Callable[[View], str | None]], ...]] = (
    ("front page", _root),
    ("listing", _body_class),
    ("video", _video),
    ("type", _typed),
    ("type", _graph),
    ("forum", _by_path(_FORUM)),
    ("about the site", _by_path(_SELF, believed=True)),
    ("login", _by_path(_LOGIN)),
    ("search", _by_path(_SEARCH)),
    ("listing", _by_path(_LIST)),
    ("shop", _offers),
    ("shop", _prices),
    ("listing", _links),
    ("no text", _little),
)
"""Kinds of pages and what shows each; the first that is shown names it."""


def kind(view: View) -> str | None:
    """Kind of a page that is no article, and what shows it; None for what may be one."""
    return next((f"{name}: {shown}" for name, read in ROWS if (shown := read(view))), None)
