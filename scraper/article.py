"""The outward record: one JSON object a URL, failures included.

The field descriptions below are what `scraper schema` prints. Absence is null or an empty list, never a
made-up value.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

SCHEMA_VERSION = "1.1"

BlockType = Literal["paragraph", "heading", "list_item", "quote", "table", "code", "entry"]
Outcome = Literal[
    "article",
    "liveblog",
    "consent_wall",
    "blocked",
    "js_required",
    "not_article",
    "gone",
    "robots_denied",
    "unchanged",
    "error",
]
AccessState = Literal["free", "metered", "registration", "subscription", "unknown"]
Confidence = Literal["high", "medium", "low"]
Delivered = Literal["full", "preview", "none", "unknown"]
FlagValue = bool | int | float | str | None


class Record(BaseModel):
    """Base of every part of the record: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Block(Record):
    """One piece of the body, in reading order."""

    type: BlockType
    text: str
    level: int | None = Field(None, ge=1, le=6, description="of a heading, 1 to 6; else null")


class Image(Record):
    """One image of the article."""

    url: str | None = Field(None, description="absolute; null where only the credit or caption is known")
    caption: str | None = None
    credit: str | None = None
    agencies: tuple[str, ...] = Field((), description="news and picture agencies that the credit names")


class Signal(Record):
    """One piece of evidence about access."""

    name: str
    value: str
    says: str = Field(description="what the signal speaks for: a state, or what was delivered")
    where: str = Field(description="where on the page it stands")


class Access(Record):
    """What was declared about reading this page, what was delivered, and on which evidence."""

    state: AccessState = "unknown"
    confidence: Confidence = Field("low", description="low where no signal speaks")
    delivered: Delivered = "unknown"
    conflict: bool = Field(default=False, description="true where the evidence disagrees")
    withheld_chars: int = Field(0, ge=0, description="characters hidden in the markup: counted, never extracted")
    signals: tuple[Signal, ...] = ()
    flags: dict[str, FlagValue] = Field(
        default_factory=dict, description="page-state flags by name; null where the value is cut off"
    )


class Rights(Record):
    """What the page says of its use: reported, not judged."""

    license: str | None = None
    copyright: str | None = None
    tdm_reservation: bool | None = Field(None, description="text-and-data-mining reservation (TDMRep)")
    tdm_policy: str | None = Field(None, description="where the terms for text and data mining stand (TDMRep)")
    robots: tuple[str, ...] = Field((), description="directives such as noindex, noarchive, max-snippet:-1")


class Removed(Record):
    """One text that was taken out, and why."""

    rule: str
    text: str
    after_block: int = Field(ge=-1, description="index in `blocks` of the block it stood after; -1: before the first")


class Failure(Record):
    """Why there is no article."""

    kind: str
    message: str
    retryable: bool


class Article(Record):
    """The record: what one input gave."""

    schema_version: str = SCHEMA_VERSION
    id: str = Field(description="stable hash of the canonical URL (or of the text, without one); or as given")
    url: str | None = None
    final_url: str | None = Field(None, description="after redirects")
    canonical_url: str | None = None
    site: str | None = Field(None, description="registrable domain")
    publisher: str | None = None
    fetched_at: str | None = Field(None, description="ISO 8601 with offset")
    status: int | None = Field(None, description="HTTP status; null for a file")
    rules_version: str = Field(description="hash of the cleaning rules in force")
    outcome: Outcome
    error: Failure | None = None
    title: str | None = None
    kicker: str | None = None
    summary: str | None = Field(None, description="the visible standfirst")
    description: str | None = Field(None, description="the meta description")
    authors: tuple[str, ...] = Field((), description="people")
    agencies: tuple[str, ...] = Field((), description="dpa, AFP, Reuters, …")
    published_at: str | None = Field(None, description="ISO 8601; offset only where the page gives one")
    modified_at: str | None = Field(None, description="as published_at")
    language: str | None = Field(None, description="BCP 47")
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    blocks: tuple[Block, ...] = ()
    access: Access = Access()
    rights: Rights = Rights()
    content_hash: str | None = Field(None, description="SHA-256 of the cleaned body in NFC, hexadecimal; null if empty")
    simhash: str | None = Field(None, description="64-bit simhash of the body, hexadecimal; null if empty")
    revision: int = Field(1, ge=1, description="number of this record among those of its page, in scheduled runs")
    previous_hash: str | None = Field(None, description="`content_hash` of the revision before; null for the first")
    family: str | None = Field(
        None,
        description="in scheduled runs: id of the first record with nearly the same text, its own where that is it",
    )
    removed: tuple[Removed, ...] = ()
    provenance: dict[str, str] = Field(default_factory=dict, description="field: where its value came from")

    @computed_field(description="blocks joined by blank lines")  # type: ignore[prop-decorator]
    @property
    def text(self) -> str:
        """Body as one string: blocks joined by blank lines."""
        return "\n\n".join(block.text for block in self.blocks)

    @computed_field(description="white-space separated words of `text`")  # type: ignore[prop-decorator]
    @property
    def word_count(self) -> int:
        """Number of white-space separated words in the body."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def failed(self) -> bool:
        """Whether the input could not be read or fetched; a page that is gone or no article is no failure."""
        return self.outcome == "error"


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) that every printed record validates against."""
    schema = Article.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
