"""The main fields of a record as flat columns: what tables of text and databases hold of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

Kind: TypeAlias = Literal["text", "integer", "list", "instant"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the names that lead to its value in the record, and what that is."""

    name: str
    path: tuple[str, ...]
    kind: Kind = "text"

    def value(self, record: Any) -> Any:  # noqa: ANN401 - any JSON
        """Value of the column in a record; None where the record has none."""
        for name in self.path:
            record = record.get(name) if isinstance(record, dict) else None
        return record


COLUMNS: Final = (
    Column("id", ("id",)),
    Column("revision", ("revision",), "integer"),
    Column("url", ("url",)),
    Column("final_url", ("final_url",)),
    Column("canonical_url", ("canonical_url",)),
    Column("site", ("site",)),
    Column("publisher", ("publisher",)),
    Column("fetched_at", ("fetched_at",), "instant"),
    Column("status", ("status",), "integer"),
    Column("outcome", ("outcome",)),
    Column("error_kind", ("error", "kind")),
    Column("error_message", ("error", "message")),
    Column("title", ("title",)),
    Column("kicker", ("kicker",)),
    Column("summary", ("summary",)),
    Column("description", ("description",)),
    Column("authors", ("authors",), "list"),
    Column("agencies", ("agencies",), "list"),
    # As the page tells them: some without an offset, some a day only.
    Column("published_at", ("published_at",)),
    Column("modified_at", ("modified_at",)),
    Column("language", ("language",)),
    Column("section", ("section",)),
    Column("tags", ("tags",), "list"),
    Column("access_state", ("access", "state")),
    Column("access_delivered", ("access", "delivered")),
    Column("word_count", ("word_count",), "integer"),
    Column("text", ("text",)),
    Column("content_hash", ("content_hash",)),
    Column("previous_hash", ("previous_hash",)),
    Column("family", ("family",)),
)
