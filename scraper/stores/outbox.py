"""Records on their way to the outputs: kept with the state that they belong to, and gone when every output has them.

They are handed over in batches. A batch that an interrupted run left is handed over again first, as it was, so that an
output which had it already can tell.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scraper.stores.database import Database

BATCH: Final = 500
"""Records that are handed over together, at most: they are in memory then."""

_PUT: Final = """
INSERT INTO outbox (owner, source, site, day, id, revision, data)
VALUES (:owner, :source, :site, :day, :id, :revision, :data)
"""
_OLD: Final = "SELECT MIN(batch) AS batch FROM outbox WHERE owner = :owner AND batch IS NOT NULL"
_NEW: Final = """
SELECT MAX(seq) AS batch FROM (
    SELECT seq FROM outbox WHERE owner = :owner AND batch IS NULL ORDER BY seq LIMIT :most
) AS next
"""
_ROWS: Final = """
SELECT source, site, day, id, revision, data FROM outbox WHERE owner = :owner AND batch = :batch ORDER BY seq
"""
_SIZE: Final = """
INSERT INTO files (owner, path, size) VALUES (:owner, :path, :size)
ON CONFLICT (owner, path) DO UPDATE SET size = excluded.size
"""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A record on its way: `day` is that of its fetch (UTC), `data` its JSON on one line, without the line's end."""

    source: str
    site: str
    day: str
    id: str
    revision: int
    data: str


class Outbox:
    """The records in `database` that this `owner`, a machine, is to hand over."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = owner

    def put(self, delivery: Delivery) -> None:
        """Add a record."""
        self._database.change(_PUT, owner=self._owner, **asdict(delivery))

    def seal(self) -> int | None:
        """Number of the batch to hand over next, made of what waits where no older one is left; None: nothing waits."""
        with self._database.transaction():
            old: int | None = self._database.query(_OLD, owner=self._owner)[0]["batch"]
            if old is not None:
                return old
            new: int | None = self._database.query(_NEW, owner=self._owner, most=BATCH)[0]["batch"]
            if new is not None:
                seal = "UPDATE outbox SET batch = :batch WHERE owner = :owner AND batch IS NULL AND seq <= :batch"
                self._database.change(seal, owner=self._owner, batch=new)
            return new

    def rows(self, batch: int) -> list[Delivery]:
        """The records of a batch in the order in which they were added."""
        return [Delivery(**row) for row in self._database.query(_ROWS, owner=self._owner, batch=batch)]

    def size(self, path: str) -> int:
        """Bytes of a file that hold what was handed over before."""
        rows = self._database.query(
            "SELECT size FROM files WHERE owner = :owner AND path = :path", owner=self._owner, path=path
        )
        return int(rows[0]["size"]) if rows else 0

    def resize(self, path: str, size: int) -> None:
        """Keep that a file has come to hold `size` bytes."""
        self._database.change(_SIZE, owner=self._owner, path=path, size=size)

    def done(self, batch: int, sizes: Mapping[str, int]) -> None:
        """Every output has the batch; the files that took it have now `sizes`."""
        with self._database.transaction():
            for path, size in sizes.items():
                self.resize(path, size)
            self._database.change(
                "DELETE FROM outbox WHERE owner = :owner AND batch = :batch", owner=self._owner, batch=batch
            )

    def waiting(self) -> int:
        """Number of records that wait."""
        found = self._database.query("SELECT COUNT(*) AS n FROM outbox WHERE owner = :owner", owner=self._owner)
        return int(found[0]["n"])
