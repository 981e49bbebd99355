"""What an article looks like between the stages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scraper.article import Access, Block, Failure, Image, Outcome, Removed, Rights

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in the making: `extract` fills it, `clean` returns a smaller copy of it.

    The fields are those of `Article`, before identity, hashes and final checks.
    """

    outcome: Outcome = "article"
    error: Failure | None = None
    title: str | None = None
    kicker: str | None = None
    summary: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    publisher: str | None = None
    canonical_url: str | None = None
    images: tuple[Image, ...] = ()
    blocks: tuple[Block, ...] = ()
    access: Access = field(default_factory=Access)
    rights: Rights = field(default_factory=Rights)
    removed: tuple[Removed, ...] = ()
    provenance: Mapping[str, str] = field(default_factory=dict)
