"""From a draft to the record: identity, hashes, language of plain text, and nothing that a record may not hold."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np
from w3lib.url import canonicalize_url

from scraper.article import Article
from scraper.cleaners.clean import rules_version
from scraper.draft import Draft
from scraper.extractors.canonical import site
from scraper.extractors.language import language_of
from scraper.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scraper.page import Page

ID_CHARACTERS = 16
SHINGLE = 3
"""Words in a row whose hashes make the simhash."""


def normalise(page: Page, draft: Draft) -> Article:
    """Record of a page from its cleaned draft."""
    text = "\n\n".join(block.text for block in draft.blocks)
    composed = unicodedata.normalize("NFC", text)
    values = {field.name: getattr(draft, field.name) for field in fields(Draft)}
    language, provenance = _language(draft, text)
    return Article(
        **{
            **values,
            "id": stable_id(draft.canonical_url or page.final_url or page.url, page.body),
            "url": page.url,
            "final_url": page.final_url,
            "site": site(page.final_url or page.url),
            "fetched_at": page.fetched_at.isoformat() if page.fetched_at else None,
            "status": page.status,
            "rules_version": rules_version(),
            "language": language,
            "provenance": dict(provenance),
            "content_hash": hashlib.sha256(composed.encode()).hexdigest() if text else None,
            "simhash": simhash(composed) if text else None,
        }
    )


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


def simhash(text: str) -> str:
    """64-bit simhash over three-word shingles, 16 hexadecimal digits: near texts differ in few bits.

    Source: M. Charikar, Similarity estimation techniques from rounding algorithms (STOC 2002).
    """
    told = words(text)
    shingles = {" ".join(told[at : at + SHINGLE]) for at in range(max(1, len(told) - SHINGLE + 1))}
    digests = b"".join(hashlib.blake2b(shingle.encode(), digest_size=8).digest() for shingle in sorted(shingles))
    bits = np.unpackbits(np.frombuffer(digests, dtype=np.uint8).reshape(-1, 8), axis=1)
    return np.packbits(bits.sum(axis=0) * 2 > len(bits)).tobytes().hex()


def _language(draft: Draft, text: str) -> tuple[str | None, Mapping[str, str]]:
    """The draft's language, or the text's own."""
    if draft.language or not text:
        return draft.language, draft.provenance
    found = language_of(text)
    return found, {**draft.provenance, "language": "text"} if found else draft.provenance
