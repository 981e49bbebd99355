"""What sites' robots.txt said, for the runs of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from scraper.stores.database import Database

    Kept: TypeAlias = tuple[str, str | None, str]

_PUT: Final = """
INSERT INTO robots (origin, text, expires_at) VALUES (:origin, :text, :expires_at)
ON CONFLICT (origin) DO UPDATE SET text = excluded.text, expires_at = excluded.expires_at
"""


class RobotsFiles:
    """Each site's robots.txt in `database`: origin, text (None: it has none that counts), until when it may be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kept(self, now: str) -> list[Kept]:
        """Those that may still be used."""
        rows = self._database.query("SELECT * FROM robots WHERE expires_at > :now ORDER BY origin", now=now)
        return [(row["origin"], row["text"], row["expires_at"]) for row in rows]

    def keep(self, files: Iterable[Kept], now: str) -> None:
        """Keep `files`, and drop those that may be used no more."""
        self._database.change("DELETE FROM robots WHERE expires_at <= :now", now=now)
        for origin, text, expires_at in files:
            self._database.change(_PUT, origin=origin, text=text, expires_at=expires_at)
