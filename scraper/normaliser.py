"""From a draft to the record: identity, hashes, language of plain text, and nothing that a record may not hold."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import fields
from typing import TYPE_CHECKING

from w3lib.url import canonicalize_url

from scraper.agencies import dateline, named
from scraper.article import Article
from scraper.cleaners.clean import rules_version
from scraper.domain import site
from scraper.draft import Draft
from scraper.extractors.language import language_of
from scraper.sameness import simhash

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scraper.article import Image
    from scraper.page import Page

ID_CHARACTERS = 16


def normalise(page: Page, draft: Draft, version: str | None = None) -> Article:
    """Record of a page from its cleaned draft; `version` is that of the rules it was cleaned by (None: all of them)."""
    text = "\n\n".join(block.text for block in draft.blocks)
    composed = unicodedata.normalize("NFC", text)
    values = {field.name: getattr(draft, field.name) for field in fields(Draft)}
    language, provenance = _language(draft, text)
    agencies, provenance = _agencies(draft, provenance)
    return Article(
        **{
            **values,
            "id": stable_id(draft.canonical_url or page.final_url or page.url, page.body),
            "url": page.url,
            "final_url": page.final_url,
            "site": site(page.final_url or page.url),
            "fetched_at": page.fetched_at.isoformat() if page.fetched_at else None,
            "status": page.status,
            "rules_version": version or rules_version(),
            "images": tuple(map(_with_agencies, draft.images)),
            "agencies": agencies,
            "language": language,
            "provenance": dict(provenance),
            "content_hash": hashlib.sha256(composed.encode()).hexdigest() if text else None,
            "simhash": simhash(composed) if text else None,
        }
    )


def _with_agencies(image: Image) -> Image:
    """Image with the agencies that its credit names; they say nothing of who wrote the text."""
    return image.model_copy(update={"agencies": named(image.credit)}) if image.credit else image


def stable_id(url: str | None, body: bytes) -> str:
    """16 hexadecimal digits: the same for the same canonical URL, or without one for the same bytes."""
    told = _canonical(url).encode() if url else body
    return hashlib.sha256(told).hexdigest()[:ID_CHARACTERS]


def _canonical(url: str) -> str:
    """The URL spelled one way; as it is where it is none: a record of a wrong address needs an id, too."""
    try:
        return canonicalize_url(url)
    except ValueError:
        return url


def _agencies(draft: Draft, provenance: Mapping[str, str]) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The draft's agencies, and those of the text's dateline."""
    begins = [draft.summary or "", *(block.text for block in draft.blocks[:2])]
    new = [name for begin in begins for name in dateline(begin)]
    if not new:
        return draft.agencies, provenance
    return tuple(dict.fromkeys((*draft.agencies, *new))), {"agencies": "dateline", **provenance}


def _language(draft: Draft, text: str) -> tuple[str | None, Mapping[str, str]]:
    """The draft's language, or the text's own."""
    if draft.language or not text:
        return draft.language, draft.provenance
    found = language_of(text)
    return found, {**draft.provenance, "language": "text"} if found else draft.provenance
