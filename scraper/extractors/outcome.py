"""Outcome: whether the page is an article at all, and what it is otherwise.

A table of rows in their order; the first that holds decides. Phrases decide only on pages with hardly any prose:
an article about captchas is an article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from scraper.extractors.jsonld import ARTICLE_TYPES, types

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scraper.article import Outcome
    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock
    from scraper.page import Page

GONE = frozenset({404, 410})
REFUSED = frozenset({401, 402, 403, 451})
LITTLE = 1500
"""Characters of visible text up to which phrases may decide."""
NEXT_TO_NOTHING = 200
"""Characters of visible text up to which a page that runs scripts is a shell."""
ARTICLE_PROSE = 400
"""Characters of body from which a page without any declaration counts as an article."""

_BOT = re.compile(
    r"verify (?:that )?you(?:'re| are) (?:a )?human|are you a robot|not a robot|captcha|unusual traffic|"
    r"checking your browser|just a moment|access denied|pardon our interruption|enable cookies and reload|"
    r"bist du ein mensch|kein roboter|zugriff verweigert|vérifi\w+ que vous êtes humain|request (?:was )?blocked",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:accept|agree to|allow) (?:all|and continue|cookies)|alle(?:s)? (?:cookies )?(?:akzeptieren|zulassen)|"
    r"(?:zustimmen|akzeptieren) und weiter|mit werbung weiterlesen|tout accepter|accepter et (?:continuer|fermer)|"
    r"aceptar (?:todo|y continuar)|accetta (?:tutto|e continua)|alles accepteren|zaakceptuj|aceitar tud\w+|"
    r"godta alle|acceptera alla|accepter alle|before you continue",
    re.IGNORECASE,
)
_CONSENT_PLACE = re.compile(r"(?:^|[./_-])(?:consent|privacy-?gate|cookie-?wall|cmp|datenschutz-?wall)", re.IGNORECASE)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|activate|turn on|requires?|need) java ?script|javascript (?:is )?(?:disabled|required|deaktiviert)|"
    r"javascript (?:aktivieren|einschalten)|activer javascript|habilit\w{1,10} javascript",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"page (?:was |could )?not (?:be )?found|404|seite (?:wurde )?nicht gefunden|page introuvable|"
    r"p[aá]gina no encontrada|no longer available|nicht mehr verfügbar|pagina non trovata",
    re.IGNORECASE,
)
_ARTICLES = frozenset(ARTICLE_TYPES[: ARTICLE_TYPES.index("CreativeWork")])
_COLLECTIONS = frozenset({"CollectionPage", "ItemList", "SearchResultsPage"})


class Seen(NamedTuple):
    """What the rows look at."""

    page: Page
    document: Document
    body: Sequence[TextBlock]
    title: str
    visible: str
    live: bool

    @property
    def prose(self) -> int:
        """Characters of body."""
        return sum(len(block.text) for block in self.body)

    def says(self, phrase: re.Pattern[str]) -> bool:
        """Whether a page with hardly any prose says `phrase`."""
        return len(self.visible) <= LITTLE and bool(phrase.search(f"{self.title}\n{self.visible}"))


def _is_consent(seen: Seen) -> bool:
    parts = urlsplit(seen.page.final_url or "")
    moved = seen.page.final_url != seen.page.url
    placed = bool(_CONSENT_PLACE.search(f"{parts.hostname or ''}{parts.path}"))
    return (moved and placed and seen.prose < LITTLE) or (seen.prose < ARTICLE_PROSE and seen.says(_CONSENT))


def _is_live(seen: Seen) -> bool:
    return seen.live or any("LiveBlogPosting" in types(node) for node in seen.document.linked.nodes)


def _is_listing(seen: Seen) -> bool:
    """Front pages, sections and searches: declared as such, or the root of a site, or hardly any prose of their own."""
    linked = seen.document.linked
    if any(_ARTICLES & set(types(node)) for node in linked.nodes) or seen.document.meta_first("article:published_time"):
        return False
    declared = any(_COLLECTIONS & set(types(node)) for node in linked.nodes if node is linked.article)
    path = urlsplit(seen.page.final_url or seen.page.url or "x://x/x").path
    return declared or (path in {"", "/"} and seen.prose < LITTLE) or seen.prose < ARTICLE_PROSE // 2


ROWS: tuple[tuple[Outcome, Callable[[Seen], bool]], ...] = (
    ("gone", lambda seen: seen.page.status in GONE),
    ("blocked", lambda seen: seen.page.status in REFUSED),
    ("blocked", lambda seen: seen.prose < ARTICLE_PROSE and seen.says(_BOT)),
    ("consent_wall", _is_consent),
    ("js_required", lambda seen: seen.prose < NEXT_TO_NOTHING and seen.says(_NEEDS_SCRIPT)),
    (
        "js_required",
        lambda seen: len(seen.visible) < NEXT_TO_NOTHING and seen.document.runs_scripts,
    ),
    ("gone", lambda seen: seen.prose < NEXT_TO_NOTHING and bool(_MISSING.search(seen.title))),
    ("liveblog", _is_live),
    ("not_article", _is_listing),
)


def outcome(
    page: Page, document: Document, body: Sequence[TextBlock], title: str | None, *, live: bool = False
) -> Outcome:
    """What the page is; `live`: its body has entries as live blogs have."""
    hidden = {block.position for block in document.hidden}
    visible = "\n".join([block.text for block in document.blocks if block.position not in hidden])
    seen = Seen(page, document, body, title or "", visible, live)
    return next((name for name, holds in ROWS if holds(seen)), "article")
