"""All fields of a page, put together into a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scraper.article import Removed
from scraper.draft import Draft
from scraper.extractors.access.verdict import access, shown
from scraper.extractors.access.walls import wall
from scraper.extractors.authors import agencies, bylines
from scraper.extractors.body import body
from scraper.extractors.bounds import bounded
from scraper.extractors.canonical import canonical
from scraper.extractors.charset import decode
from scraper.extractors.dates import modified, published
from scraper.extractors.declared import declared
from scraper.extractors.document import parse
from scraper.extractors.images.figures import images
from scraper.extractors.language import language
from scraper.extractors.live import entries
from scraper.extractors.model.block_model import shipped
from scraper.extractors.outcome import outcome
from scraper.extractors.publisher import publisher
from scraper.extractors.rights import rights
from scraper.extractors.section import section
from scraper.extractors.selected import UNMATCHED, selected
from scraper.extractors.standfirst import description, standfirst
from scraper.extractors.tags import tags
from scraper.extractors.title import headline
from scraper.extractors.types import typed
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from scraper.article import Outcome
    from scraper.config import Profile, Site
    from scraper.extractors.body import Body
    from scraper.extractors.document import Document
    from scraper.extractors.model.block_model import BlockModel
    from scraper.extractors.roles import Role
    from scraper.extractors.segments import TextBlock
    from scraper.extractors.standfirst import Standfirst
    from scraper.extractors.title import Headline
    from scraper.page import Page

NO_ARTICLE: frozenset[Outcome] = frozenset({"blocked", "consent_wall", "gone", "js_required"})
"""Outcomes whose text is a notice, not an article: no body is given."""
UNTOLD: frozenset[Outcome] = frozenset({"article", "js_required", "not_article"})
"""Outcomes of pages without a body that may tell the text outside their markup."""


def extract(
    page: Page, model: BlockModel | None = None, profile: Profile = "balanced", site: Site | None = None
) -> Draft:
    """Draft of an HTML page: every field, and where each came from.

    `model` chooses the body (None: the shipped), `profile` says how much of what is doubtful it takes.
    `site` names the body by selectors, which lead where they match.
    """
    decoded = decode(page)
    sound = bounded(decoded.utf8)
    document = parse(sound.html, page.final_url or page.url)
    issuer = publisher(document)
    names = headline(document, issuer.value if issuer else None)
    text = _text(document, names, model or shipped(), profile, site)
    lead, text = _led(document, names, _before_wall(document, text._replace(chosen=shown(document, text.chosen))))
    live = entries(document, text.chosen)
    what, shown_by = outcome(page, document, text.chosen, names.title.value if names else None, live=bool(live))
    if what in NO_ARTICLE:
        text = text._replace(chosen=(), refused=())
    reading = access(document, text.chosen, is_article=what != "not_article")
    told = None if text.chosen or what not in UNTOLD else declared(document, names and names.title.value, reading)
    source, found = told or (document, text)
    if told:
        what, shown_by = "article", found.source
        reading = reading.model_copy(update={"state": "free", "delivered": "full"})
    signed = bylines(document, issuer.value if issuer else None, text.chosen)
    pairs = typed(found.chosen, source, live, page.fetched_at)
    blocks = tuple(block for _, block in pairs)
    end = text.chosen[-1].position if text.chosen else 0
    fields = {
        "title": names and names.title,
        "kicker": names and names.kicker,
        "summary": lead and (lead.text, lead.source),
        "description": description(document),
        "authors": signed and (signed.authors, signed.source),
        "agencies": agencies(document, signed, text.chosen),
        "published_at": published(document, page.fetched_at, text.chosen),
        "modified_at": modified(document, page.fetched_at, text.chosen),
        "language": language(document, "\n".join(block.text for block in blocks)),
        "section": section(document),
        "tags": tags(document, text.chosen),
        "publisher": issuer,
        "canonical_url": canonical(document),
        "images": images(document, document.title_position or 0, end) if blocks else None,
        "blocks": (blocks, found.source),
    }
    values, provenance = _parted(fields)
    return Draft(
        **values,
        outcome=what,
        access=reading,
        rights=rights(document, page),
        removed=(*(_refused(text, ()) if told else ()), *_refused(found, [first for first, _ in pairs])),
        provenance={
            **provenance,
            "outcome": shown_by,
            "encoding": f"{decoded.encoding} ({decoded.source})",
            **({"markup": f"cut: {sound.cut}"} if sound.cut else {}),
        },
    )


def _text(document: Document, names: Headline | None, model: BlockModel, profile: Profile, site: Site | None) -> Body:
    """Body by the site's selectors where they match, else by the model."""
    title = names.title.value if names else None
    kicker = names.kicker.value if names and names.kicker else ""
    found = selected(document, site, (title, kicker)) if site else None
    text = found or body(document, title, model, taken=(kicker,), profile=profile)
    return text._replace(source=f"{text.source}; {UNMATCHED}") if site and not found else text


def _before_wall(document: Document, text: Body) -> Body:
    """Body without the wall that was taken for its end; what it says is refused as a wall."""
    found = wall(document, text.chosen)
    if not found or found.block.position > text.chosen[-1].position:
        return text
    place = text.chosen.index(found.block)
    role: Role = "wall"
    refused = (*text.refused, *((role, block) for block in text.chosen[place:]))
    return text._replace(chosen=text.chosen[:place], refused=refused)


def _led(document: Document, names: Headline | None, text: Body) -> tuple[Standfirst | None, Body]:
    """Standfirst and body; what looks like a standfirst but is most of the text there is, is the body."""
    lead = standfirst(document, names.title.value if names else None, text.chosen)
    if lead is None:
        return None, text
    told, longest = key(lead.text), 2 * len(lead.text)
    rest = tuple(block for block in text.chosen if len(block.text) > longest or key(block.text) != told)
    leads = sum(len(block.text) for block in rest) > len(lead.text)
    return (lead, text._replace(chosen=rest)) if leads else (None, text)


def _parted(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Values by field, and sources by field, of the fields that were found."""
    found = {name: pair for name, pair in fields.items() if pair and pair[0]}
    return {name: pair[0] for name, pair in found.items()}, {name: pair[1] for name, pair in found.items()}


def _refused(text: Body, kept: Sequence[TextBlock]) -> tuple[Removed, ...]:
    """Audit of what structure kept out of the body."""
    return tuple(
        Removed(
            rule=f"structure:{role}",
            text=block.text,
            after_block=sum(other.position < block.position for other in kept) - 1,
        )
        for role, block in text.refused
    )
