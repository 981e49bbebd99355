"""The table of access signals: where a page says whether reading it is free, and what each saying is worth.

Sources: schema.org's `isAccessibleForFree` and `hasPart` with Google's advice for paywalled content
(https://developers.google.com/search/docs/appearance/structured-data/paywalled-content), Subscribe with Google's and
vendors' documented meta tags, the data layers that `flags` reads. Each row has pages that it must hear and look-alikes
that it must not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from scraper.article import Signal
from scraper.extractors.access import gates, walls
from scraper.extractors.access.prompts import is_wall, wants
from scraper.extractors.access.terms import asks, says, truth
from scraper.extractors.jsonld import ARTICLE_TYPES, as_list, types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from scraper.extractors.access.evidence import Evidence
    from scraper.extractors.access.terms import Says
    from scraper.extractors.document import Document

Strength = Literal["strong", "weak"]
"""A weak signal makes a verdict only where nothing contradicts it."""

_ARTICLES: Final = frozenset(ARTICLE_TYPES)


class Told(NamedTuple):
    """What a row read: the words, and what they speak for."""

    value: str
    says: Says


class SignalSource(NamedTuple):
    """A row: a signal's name, where it stands, how it is read, how strong it is, and markup that shows it, or seems to.

    `hits` say what each is heard to say, `misses` are not heard; both stand in a page right after its article.
    """

    name: str
    where: str
    read: Callable[[Evidence], Iterator[Told]]
    strength: Strength
    hits: tuple[tuple[str, Says], ...]
    misses: tuple[str, ...]


def _tiers(page: Evidence) -> Iterator[Told]:
    """Meta tags that ask for a tier or for payment; what is said of a visitor, of adverts or the site is not heard."""
    for name, contents in page.document.meta.items():
        if asks(name) and (told := says(name, contents[0])):
            yield Told(f"{name}: {contents[0]}", told)


def free_flag(node: Mapping[str, Any]) -> bool | None:
    """`isAccessibleForFree` of a node, in any spelling of key and value."""
    return truth(next((value for key, value in node.items() if key.lower() == "isaccessibleforfree"), None))


def _articles(document: Document) -> Sequence[Mapping[str, Any]]:
    """JSON-LD nodes that describe the page's article: the chosen one, and others of an article's type by its name."""
    chosen = document.linked.article
    name = chosen.get("headline")
    alike = (node for node in document.linked.nodes if name and node.get("headline") == name and node is not chosen)
    return (chosen, *(node for node in alike if not _ARTICLES.isdisjoint(types(node))))


def _declared(page: Evidence) -> Iterator[Told]:
    flags = (free_flag(node) for node in _articles(page.document))
    flag = next((flag for flag in flags if flag is not None), None)
    if flag is not None:
        yield Told(str(flag), "free" if flag else "restricted")


def _part(page: Evidence) -> Iterator[Told]:
    """A part that is not free; beside a whole that is, only where the page has that part."""
    articles = _articles(page.document)
    parts = (part for node in articles for part in as_list(node.get("hasPart")) if isinstance(part, dict))
    flags = {free_flag(part) for part in parts}
    if True in flags and False not in flags:
        yield Told("True", "free")
    markup = page.document.segments.elements.markup
    if False in flags and (
        not any(free_flag(node) for node in articles) or any(name in markup for name in gates.selectors(page.document))
    ):
        yield Told("False", "restricted")


def _microdata(page: Evidence) -> Iterator[Told]:
    markup = page.document.segments.elements.markup
    if 'itemprop="isAccessibleForFree"' not in markup:
        return
    for node in page.document.tree.css('body [itemprop="isAccessibleForFree"]:not(meta)'):
        told = node.attributes.get("content") or node.attributes.get("href") or node.text()
        if (flag := truth(told)) is not None:
            yield Told(str(flag), "free" if flag else "restricted")
            return


def _layer(page: Evidence) -> Iterator[Told]:
    """What a data layer says in words; a number there may be a default or an index."""
    for name, value in page.layer:
        if isinstance(value, bool | str) and (told := says(name, str(value))):
            yield Told(f"{name}: {value}", told)


def _wall(page: Evidence) -> Iterator[Told]:
    """The wall after the body; under the whole of a text that is declared free it is an advert."""
    free = page.whole and any(free_flag(node) for node in _articles(page.document))
    if page.wall and not free:
        yield Told(page.wall.block.text, page.wall.says)


def _box(page: Evidence) -> Iterator[Told]:
    """A box that is called a wall and asks like one, wherever it stands, but for dialogs."""
    beside = frozenset(page.body[0].element.numbers()) if page.body else frozenset()
    boxes = (element for element in gates.boxes(page.document) if element.number not in beside)
    inside = (block for box in boxes for block in box.blocks(page.document.blocks) if not block.element.hidden)
    asking = (block.text for block in inside if is_wall(block.text) and not walls.apart(block, beside))
    if text := next(asking, None):
        yield Told(text, wants(text))


def _meter(page: Evidence) -> Iterator[Told]:
    if page.notices.meter:
        yield Told(page.notices.meter, "metered")


def _missing(page: Evidence) -> Iterator[Told]:
    if page.notices.left_out:
        yield Told(page.notices.left_out, "restricted")


def _hidden(page: Evidence) -> Iterator[Told]:
    if page.gate:
        yield Told(f"{page.kept} characters", "restricted")


def _ld(fields: str) -> str:
    """JSON-LD of an article, as markup."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge", {fields}}}</script>'


_HIDDEN: Final = "The planks of the pier were paid by all who crossed it, said the keeper of its gate at noon. " * 8

SIGNALS: Final = (
    SignalSource(
        "tier",
        "meta",
        _tiers,
        "strong",
        hits=(
            ('<meta property="article:content_tier" content="metered">', "metered"),
            ('<meta property="article:content_tier" content="Locked">', "subscription"),
            ('<meta name="article.access" content="registration">', "registration"),
            ('<meta name="k5a:paid" content="1">', "subscription"),
            ('<meta name="vendor.premium.state" content="true">', "subscription"),
            ('<meta name="cXenseParse:abc-is_free" content="no">', "restricted"),
            ('<meta name="subscriptions-accessible-for-free" content="false">', "restricted"),
            ('<meta itemprop="isAccessibleForFree" content="https://schema.org/True">', "free"),
        ),
        misses=(
            '<meta name="adv:premium" content="yes">',
            '<meta name="paywall_user" content="1">',
            '<meta name="premium.override" content="true">',
            '<meta name="paywallEnabled" content="true">',
            '<meta name="content:accessLevel" content="1">',
            '<meta name="article:content_tier" content="gold">',
            '<meta name="access_token" content="free">',
        ),
    ),
    SignalSource(
        "isAccessibleForFree",
        "json-ld article",
        _declared,
        "strong",
        hits=(
            (_ld('"isAccessibleForFree": false'), "restricted"),
            (_ld('"isAccessibleForFree": "False"'), "restricted"),
            (_ld('"isaccessibleforfree": "http://schema.org/False"'), "restricted"),
            (_ld('"isAccessibleForFree": true'), "free"),
            (_ld('"image": ""') + _ld('"isAccessibleForFree": "false"'), "restricted"),
        ),
        misses=(
            _ld('"isAccessibleForFree": ""'),
            _ld('"isPartOf": {"@type": "CreativeWork", "productID": "example:premium", "isAccessibleForFree": false}'),
            '<script type="application/ld+json">{"@type": "ImageObject", "isAccessibleForFree": false}</script>',
            _ld('"image": ""') + '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Another", '
            '"isAccessibleForFree": false}</script>',
        ),
    ),
    SignalSource(
        "isAccessibleForFree",
        "json-ld hasPart",
        _part,
        "strong",
        hits=(
            (_ld('"hasPart": {"isAccessibleForFree": false, "cssSelector": ".kept"}'), "restricted"),
            (_ld('"hasPart": [{"isAccessibleForFree": true}, {"isAccessibleForFree": "false"}]'), "restricted"),
            (_ld('"hasPart": {"isAccessibleForFree": true}'), "free"),
        ),
        misses=(
            _ld('"hasPart": {"@type": "VideoObject"}'),
            _ld('"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false, "cssSelector": ".not-there"}'),
        ),
    ),
    SignalSource(
        "isAccessibleForFree",
        "microdata",
        _microdata,
        "strong",
        hits=(
            ('<span itemprop="isAccessibleForFree">false</span>', "restricted"),
            ('<link itemprop="isAccessibleForFree" href="https://schema.org/True">', "free"),
        ),
        misses=('<span itemprop="isAccessibleForFree"></span>', '<span class="isAccessibleForFree">false</span>'),
    ),
    SignalSource(
        "tier",
        "data layer",
        _layer,
        "weak",
        hits=(
            ("<script>dataLayer = [{'Paywall_Level': 'metered'}];</script>", "metered"),
            ('<script>window.dataLayer.push({"article_isPaywalled": true})</script>', "restricted"),
            ('<script>digitalData = {page: {contentTier: "premium"}}</script>', "subscription"),
        ),
        misses=(
            '<script>dataLayer.push({"isArticleFree": 0})</script>',
            '<script>dataLayer.push({"userIsPremium": true})</script>',
            '<script>window.payload = [{"showPaywall": 1905}, {"isPremium": true}]</script>',
            '<script>window.settings = {"paywallEnabled": true}</script>',
        ),
    ),
    SignalSource(
        "wall",
        "after the body",
        _wall,
        "strong",
        hits=(
            ("<h2>This post is for paid subscribers</h2>", "subscription"),
            ("<div><p>Jetzt weiterlesen mit Plus</p></div>", "subscription"),
            ("<h3>Log in or create an account to continue</h3>", "registration"),
            ("<p>La suite est réservée aux abonnés.</p>", "subscription"),
        ),
        misses=(
            "<h2>Subscribe now to keep reading and get access to the full archive.</h2>",
            '<div class="newsletter"><p>Subscribe to continue reading</p></div>',
            '<div class="login-modal"><p>Subscribe to continue reading</p></div>',
            "<div hidden><p>Subscribe to continue reading</p></div>",
            "<p>Continue reading the main story</p>",
            "<p>Continue reading below</p>",
            "<p>Log in to read 14 comments</p>",
            "<p>Already a subscriber?</p>",
            "<p>Ich steig aus…</p>",
        ),
    ),
    SignalSource(
        "wall",
        "box",
        _box,
        "strong",
        hits=(
            (
                '<div class="ia-paywall"><h2>Jetzt weiterlesen!</h2><button>Für 0,99 € lesen</button></div>',
                "subscription",
            ),
        ),
        misses=(
            '<div class="paywall"></div>',
            '<div class="no-paywall"><p>Subscribe to continue reading</p></div>',
            '<div class="steady-paywall-container"></div>',
            '<div class="paywall-modal"><p>Subscribe to continue reading</p></div>',
            '<div class="paywall"><p>The bridge is open.</p></div>',
        ),
    ),
    SignalSource(
        "meter",
        "text",
        _meter,
        "strong",
        hits=(
            ("<p>You have 2 free articles left this month.</p>", "metered"),
            ("<div>Vous avez lu 1 des 4 articles gratuits ce mois-ci.</div>", "metered"),
            ("<div>Pozostało 7 z 8 darmowych artykułów.</div>", "metered"),
        ),
        misses=("<p>The museum gave 3 free tickets away.</p>", "<p>All 12 articles are free.</p>"),
    ),
    SignalSource(
        "text left out",
        "text",
        _missing,
        "strong",
        hits=(
            ("<p>Il vous reste 75 % de cet article à lire.</p>", "restricted"),
            ("<p>残り1234文字</p>", "restricted"),
            ("<p>This is a preview of subscription content.</p>", "restricted"),
        ),
        misses=("<p>Here is a preview of the match.</p>", "<p>Il vous reste 75 % de batterie.</p>"),
    ),
    SignalSource(
        "hidden gate",
        "markup",
        _hidden,
        "strong",
        hits=((f'<div class="paywall" hidden><p>{_HIDDEN}</p></div>', "restricted"),),
        misses=(
            f'<div class="read-more" hidden><p>{_HIDDEN}</p></div>',
            '<div class="paywall" hidden><p>Subscribe!</p></div>',
            f'<div hidden id="S:0"><div class="paywall"><p>{_HIDDEN}</p></div></div>',
        ),
    ),
)
"""In the order in which they name the kind of a restriction."""

WEAK: Final = frozenset(row.where for row in SIGNALS if row.strength == "weak")
"""Places whose signals make no sure verdict."""


def signals(page: Evidence) -> tuple[Signal, ...]:
    """What each row says of a page, each saying once."""
    found = ((row, told) for row in SIGNALS for told in row.read(page))
    told = (Signal(name=row.name, value=value, says=says, where=row.where) for row, (value, says) in found)
    return tuple({(signal.name, signal.value, signal.where): signal for signal in told}.values())
