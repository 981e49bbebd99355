"""What was written of each article last, and which articles are nearly the same text."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from scraper.sameness import bands, resemblance
from scraper.stores.database import listed

if TYPE_CHECKING:
    from scraper.stores.database import Database

ALIKE: Final = 0.5
"""Share of three-word shingles in common from which two texts are of one family."""

_PUT: Final = """
INSERT INTO records (id, url, outcome, error_kind, content_hash, revision, written_at, family, signature)
VALUES (:id, :url, :outcome, :error_kind, :content_hash, :revision, :written_at, :family, :signature)
ON CONFLICT (id) DO UPDATE SET url = excluded.url, outcome = excluded.outcome, error_kind = excluded.error_kind,
    content_hash = excluded.content_hash, revision = excluded.revision, written_at = excluded.written_at,
    family = excluded.family, signature = excluded.signature
"""
_NEAR: Final = """
SELECT DISTINCT records.id, records.family, records.signature FROM bands JOIN records ON records.id = bands.id
WHERE {among} AND bands.id <> :id
"""

_NEXT: Final = """
SELECT records.*, pages.source, pages.site FROM records, pages
WHERE records.id > :after AND pages.key = COALESCE(
    (SELECT MIN(own.key) FROM pages AS own WHERE own.record_id = records.id AND own.url = records.url),
    (SELECT MIN(own.key) FROM pages AS own WHERE own.record_id = records.id)
)
ORDER BY records.id LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Written:
    """The last record that was written of an article.

    `family` is the id of the first record with nearly the same text, its own where it is the first.
    """

    id: str
    url: str | None
    outcome: str
    error_kind: str | None
    content_hash: str | None
    revision: int
    written_at: str
    family: str | None = None
    signature: bytes | None = None


class Records:
    """The records that were written, in `database`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last(self, identity: str) -> Written | None:
        """The last record of an article, or None."""
        rows = self._database.query("SELECT * FROM records WHERE id = :id", id=identity)
        return Written(**rows[0]) if rows else None

    def after(self, identity: str, most: int) -> list[tuple[Written, str, str]]:
        """The next records in the order of their ids, behind that of `identity`, each with source and site of its page.

        Left out are those that no page has any more.
        """
        rows = self._database.query(_NEXT, after=identity, most=most)
        places = [(row.pop("source"), row.pop("site")) for row in rows]
        return [(Written(**row), source, site) for row, (source, site) in zip(rows, places, strict=True)]

    def family(self, identity: str, signed: bytes) -> str:
        """Family of a text by its signature: that of the text most like it, or its own."""
        among = self._database.among("bands.band", "bands")
        rows = self._database.query(_NEAR.format(among=among), bands=listed(bands(signed)), id=identity)
        near = [(resemblance(signed, row["signature"]), row["family"] or row["id"]) for row in rows if row["signature"]]
        likeness, family = max(near, default=(0.0, identity))
        return family if likeness >= ALIKE else identity

    def put(self, written: Written) -> None:
        """Keep what was written of an article, in place of what was before."""
        self._database.change(_PUT, **asdict(written))
        self._database.change("DELETE FROM bands WHERE id = :id", id=written.id)
        if written.signature:
            rows = [{"band": band, "id": written.id} for band in sorted(set(bands(written.signature)))]
            self._database.many("INSERT INTO bands (band, id) VALUES (:band, :id)", rows)

    def age(self, before: str) -> None:
        """Look for copies of what was written earlier than `before` no longer."""
        self._database.change(
            "DELETE FROM bands WHERE id IN (SELECT id FROM records WHERE written_at < :before)", before=before
        )
