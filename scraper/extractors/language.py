"""Language: what the page declares, checked against what the text is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scraper.extractors.jsonld import string
from scraper.extractors.sources import Found, Source, first, meta

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

    from scraper.extractors.document import Document

ENOUGH_TEXT = 200
"""Characters from which the text's own language outweighs the declaration."""
SURE = 0.9
ENOUGH_TO_GUESS = 20
GLANCE = 200
"""Characters that are looked at first: where they bear the declaration out, no more are."""
SAMPLE = 2000
"""Characters that are looked at: more change nothing but the time."""

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])", re.IGNORECASE)
_CLOSE = tuple(
    frozenset(group.split())
    for group in ("nb nn no da", "bs hr sr", "id ms", "cs sk", "gl pt", "xh zu", "af nl", "lb de")
)
"""Languages that a model confuses: among these the declaration stands."""


def _html_lang(document: Document) -> str | None:
    node = document.tree.root
    return (node.attributes.get("lang") or node.attributes.get("xml:lang")) if node is not None else None


SOURCES: tuple[Source[str], ...] = (
    ("html lang", _html_lang),
    ("json-ld inLanguage", lambda document: string(document.linked.article.get("inLanguage"))),
    ("meta language", meta("content-language", "language", "dc.language", "og:locale")),
)


def declared_language(document: Document) -> str | None:
    """BCP 47 tag that the page declares, whatever it is written in."""
    declared = first(document, SOURCES)
    return normalise_tag(declared.value) if declared else None


def language(document: Document, text: str) -> Found[str] | None:
    """BCP 47 tag of the article: the declared one, or the text's where that surely disagrees or nothing is declared."""
    declared = first(document, SOURCES)
    tag = normalise_tag(declared.value) if declared else None
    if tag and len(text) >= ENOUGH_TEXT and _agree(tag.split("-")[0], language_of(text[:GLANCE]) or ""):
        return Found(tag, declared.source if declared else "")
    written = language_of(text) if len(text) >= ENOUGH_TEXT else None
    if written and (tag is None or not _agree(tag.split("-")[0], written)):
        return Found(written, "text")
    return Found(tag, declared.source) if tag and declared else None


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language `text` is written in, or None where that is not sure."""
    if len(text) < ENOUGH_TO_GUESS:
        return None
    code, probability = _identifier().classify(text[:SAMPLE])
    return str(code) if probability >= SURE else None


def normalise_tag(tag: str) -> str | None:
    """BCP 47 form of a declared tag (`de_DE` → `de-DE`), or None where it is none."""
    match = _TAG.match(tag.strip())
    if match is None:
        return None
    parts = (match[1].lower(), match[2] and match[2].title(), match[3] and match[3].upper())
    return "-".join(part for part in parts if part)


def _agree(declared: str, written: str) -> bool:
    return declared == written or any({declared, written} <= group for group in _CLOSE)


@cache
def _identifier() -> LanguageIdentifier:
    """The model, read once; it never changes."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 0.3 s that --help need not pay

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
