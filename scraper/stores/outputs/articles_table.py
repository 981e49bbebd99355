"""A table in PostgreSQL. Needs the extra `postgres`."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Final

from scraper.stores.outputs.columns import COLUMNS, Kind
from scraper.stores.outputs.output import fields
from scraper.stores.postgres import PostgresDatabase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scraper.stores.outbox import Delivery
    from scraper.stores.outputs.output import Sizes

_TYPES: Final[Mapping[Kind, str]] = {"text": "text", "integer": "integer", "list": "text[]", "instant": "timestamptz"}
_COLUMNS: Final = {column.name: _TYPES[column.kind] for column in COLUMNS} | {"record": "jsonb"}
_MAKE: Final = (
    "CREATE TABLE articles ("
    f"{', '.join(f'{name} {kind}' for name, kind in _COLUMNS.items())}, PRIMARY KEY (id, revision))"
)
_THERE: Final = "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('articles') AND attnum > 0"
_PUT: Final = (
    f"INSERT INTO articles ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)}) "  # noqa: S608
    f"ON CONFLICT (id, revision) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS)}"
)


class TableOutput:
    """The table `articles` of the PostgreSQL database at `dsn`, made where it is missing; see `Output`.

    A row is a revision of an article: its main fields, the lists among them as arrays, and in `record`, of the type
    jsonb, all of it. Columns that an older table lacks are added. NUL characters, which PostgreSQL refuses, are left
    out. A batch is one transaction.
    """

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn

    def prepare(self) -> None:
        """See `Output`."""
        with closing(PostgresDatabase(self._dsn)) as database, database.alone("articles"), database.transaction():
            there = {row["attname"] for row in database.query(_THERE)}
            # Only what is missing: a user may be allowed to add rows, and nothing else.
            if not there:
                database.change(_MAKE)
            for name in _COLUMNS.keys() - there if there else ():
                database.change(f"ALTER TABLE articles ADD COLUMN {name} {_COLUMNS[name]}")
            # Not done, but planned: a table of another program's, or one that may not be written to, is refused.
            database.query(f"EXPLAIN {_PUT}", **dict.fromkeys(_COLUMNS))

    def take(self, batch: int, deliveries: Sequence[Delivery], sizes: Sizes) -> Mapping[str, int]:  # noqa: ARG002
        """See `Output`."""
        # In one order for all jobs, so that none waits for another in a circle.
        rows = [_row(delivery) for delivery in sorted(deliveries, key=lambda told: (told.id, told.revision))]
        with closing(PostgresDatabase(self._dsn)) as database, database.transaction():
            database.many(_PUT, rows)
        return {}

    def close(self) -> None:
        """See `Output`. No connection outlives a batch: hours may lie between two."""


def _row(delivery: Delivery) -> dict[str, object]:
    record = fields(delivery)
    return {column.name: column.value(record) for column in COLUMNS} | {"record": json.dumps(record)}
