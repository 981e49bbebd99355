"""The table of access signals: where a page says whether reading it is free, and what each saying is worth.

Sources: schema.org's `isAccessibleForFree` and `hasPart` with Google's advice for paywalled content
(https://developers.google.com/search/docs/appearance/structured-data/paywalled-content), Subscribe with Google's and
vendors' documented meta tags, the data layers that `flags` reads. Each row has pages that it must hear and look-alikes
that it must not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from scraper.article import Signal
from scraper.extractors import walls
from scraper.extractors.elements import name_of
from scraper.extractors.flags import layered
from scraper.extractors.gates import GATED_CHARACTERS, called, kept, selectors
from scraper.extractors.jsonld import ARTICLE_TYPES, as_list, types
from scraper.extractors.prompts import is_wall, wants_registration
from scraper.extractors.terms import asks, says, truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock
    from scraper.extractors.terms import Says

Strength = Literal["strong", "weak"]
"""A weak signal makes a verdict only where nothing contradicts it."""

_ARTICLES: Final = frozenset(ARTICLE_TYPES)


class Page(NamedTuple):
    """What the rows look at: a page, and the blocks of its body."""

    document: Document
    body: Sequence[TextBlock]


class Told(NamedTuple):
    """What a row read: the words, and what they speak for."""

    value: str
    says: Says


class SignalSource(NamedTuple):
    """A row: a signal's name, where it stands, how it is read, how strong it is, and markup that shows it, or seems to.

    `hits` and `misses` are markup of a page's head or body; a hit speaks for what it is listed under.
    """

    name: str
    where: str
    read: Callable[[Page], Iterator[Told]]
    strength: Strength
    hits: Mapping[str, Says]
    misses: tuple[str, ...]


def _tiers(page: Page) -> Iterator[Told]:
    """Meta tags that ask for a tier or for payment; what they say of a visitor, of adverts or of the site is not heard."""
    for name, contents in page.document.meta.items():
        if asks(name) and (told := says(name, contents[0])):
            yield Told(f"{name}: {contents[0]}", told)


def free_flag(node: Mapping[str, Any]) -> bool | None:
    """`isAccessibleForFree` of a node, in any spelling of key and value."""
    return truth(next((value for key, value in node.items() if key.lower() == "isaccessibleforfree"), None))


def _articles(document: Document) -> Iterator[Mapping[str, Any]]:
    """JSON-LD nodes that describe the page's article: the chosen one, and others of an article's type by its name."""
    chosen = document.linked.article
    yield chosen
    headline = chosen.get("headline")
    for node in document.linked.nodes:
        if node is not chosen and headline and node.get("headline") == headline and not _ARTICLES.isdisjoint(types(node)):
            yield node


def _declared(page: Page) -> Iterator[Told]:
    flags = (free_flag(node) for node in _articles(page.document))
    flag = next((flag for flag in flags if flag is not None), None)
    if flag is not None:
        yield Told(str(flag), "free" if flag else "restricted")


def _part(page: Page) -> Iterator[Told]:
    """A part that is not free; beside a whole that is, only where the page has that part."""
    parts = [part for node in _articles(page.document) for part in as_list(node.get("hasPart")) if isinstance(part, dict)]
    flags = {free_flag(part) for part in parts}
    if False not in flags:
        if True in flags:
            yield Told("True", "free")
        return
    whole = any(free_flag(node) for node in _articles(page.document))
    markup = page.document.segments.elements.markup
    if not whole or any(name in markup for name in selectors(page.document)):
        yield Told("False", "restricted")


def _microdata(page: Page) -> Iterator[Told]:
    markup = page.document.segments.elements.markup
    if 'itemprop="isAccessibleForFree"' not in markup:
        return
    for node in page.document.tree.css('body [itemprop="isAccessibleForFree"]:not(meta)'):
        told = node.attributes.get("content") or node.attributes.get("href") or node.text()
        if (flag := truth(told)) is not None:
            yield Told(str(flag), "free" if flag else "restricted")
            return


def _layer(page: Page) -> Iterator[Told]:
    """What a data layer says in words; a number there may be a default or an index."""
    for name, value in layered(page.document):
        if isinstance(value, bool | str) and (told := says(name, str(value))):
            yield Told(f"{name}: {value}", told)


def _wall(page: Page) -> Iterator[Told]:
    if found := walls.wall(page.document, page.body):
        yield Told(found.block.text, found.says)


def _box(page: Page) -> Iterator[Told]:
    """A box that is called a wall and asks like one, wherever it stands, but for dialogs."""
    markup = page.document.segments.elements.markup
    if "paywall" not in markup and "regwall" not in markup:
        return
    beside = frozenset(page.body[0].element.numbers()) if page.body else frozenset()
    for block in page.document.blocks:
        if is_wall(block.text) and not block.element.hidden and _in_box(block) and not walls.apart(block, beside):
            yield Told(block.text, "registration" if wants_registration(block.text) else "subscription")
            return


def _in_box(block: TextBlock) -> bool:
    return any(called(block.page.spelling(number)) for number in block.element.numbers() if number)


def _meter(page: Page) -> Iterator[Told]:
    if found := walls.meter(page.document):
        yield Told(found, "metered")


def _missing(page: Page) -> Iterator[Told]:
    if found := walls.left_out(page.document):
        yield Told(found, "restricted")


def _hidden(page: Page) -> Iterator[Told]:
    if (count := kept(page.document)) >= GATED_CHARACTERS:
        yield Told(f"{count} characters", "restricted")


def _ld(**fields: object) -> str:
    """JSON-LD of an article, as markup."""
    import json

    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "Bridge", **fields})}</script>'


_PART: Final = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".kept"}

SIGNALS: Final = (
    SignalSource("tier", "meta", _tiers, "strong", {}, ()),
    SignalSource("isAccessibleForFree", "json-ld article", _declared, "strong", {}, ()),
    SignalSource("isAccessibleForFree", "json-ld hasPart", _part, "strong", {}, ()),
    SignalSource("isAccessibleForFree", "microdata", _microdata, "strong", {}, ()),
    SignalSource("tier", "data layer", _layer, "weak", {}, ()),
    SignalSource("wall", "after the body", _wall, "strong", {}, ()),
    SignalSource("wall", "box", _box, "strong", {}, ()),
    SignalSource("meter", "text", _meter, "strong", {}, ()),
    SignalSource("text left out", "text", _missing, "strong", {}, ()),
    SignalSource("hidden gate", "markup", _hidden, "strong", {}, ()),
)
"""In the order in which they name the kind of a restriction."""


WEAK: Final = frozenset(row.where for row in SIGNALS if row.strength == "weak")
"""Places whose signals make no sure verdict."""


def signals(document: Document, body: Sequence[TextBlock]) -> tuple[Signal, ...]:
    """What each row says of a page whose body is `body`, each saying once."""
    page = Page(document, body)
    found = ((row, told) for row in SIGNALS for told in row.read(page))
    told = (Signal(name=row.name, value=value, says=says, where=row.where) for row, (value, says) in found)
    return tuple({(signal.name, signal.value, signal.where): signal for signal in told}.values())
