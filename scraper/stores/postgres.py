"""PostgreSQL: state that several machines share. Needs the extra `postgres`."""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scraper.errors import ConfigError, LockedError, OutputError

try:
    import psycopg
    from psycopg import sql
    from psycopg.rows import dict_row
except ImportError as error:  # told where the job asks for it
    raise ConfigError("PostgreSQL needs a driver; install it: pip install 'clean-news-scraper[postgres]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import LiteralString

    from scraper.stores.database import Row

CONNECT: Final = 10
"""Seconds to wait for a connection."""
BUSY: Final = "10s"
"""Time to wait for rows that another machine has locked."""

_PLACE: Final = re.compile(r":([a-z_]+)")


class PostgresDatabase:
    """The database at `dsn`, its tables in the schema `schema`, made where it is missing; see `Database`.

    With `reading`, nothing is made or written, and a transaction sees one moment.
    """

    serial = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
    blob = "BYTEA"
    skip_locked = "FOR UPDATE SKIP LOCKED"

    def __init__(self, dsn: str, schema: str, *, reading: bool = False) -> None:
        self.name = _without_password(dsn)
        with self._mapped():
            self._connection = psycopg.connect(dsn, autocommit=True, row_factory=dict_row, connect_timeout=CONNECT)
        try:
            with self._mapped():
                self._connection.execute(sql.SQL("SET lock_timeout = {}").format(BUSY))
                if reading:
                    self._connection.execute("SET default_transaction_read_only = on")
                    self._connection.execute("SET default_transaction_isolation = 'repeatable read'")
                else:
                    self._make(schema)
                self._connection.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(schema)))
        except BaseException:
            self._connection.close()
            raise

    def _make(self, schema: str) -> None:
        """Make the schema. Two machines that do so at once would collide, for all of IF NOT EXISTS."""
        with self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (schema,))
            self._connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema)))

    def query(self, statement: str, /, **values: object) -> list[Row]:
        """See `Database`."""
        with self._mapped(), self._connection.execute(_spelled(statement), values) as cursor:
            return cursor.fetchall() if cursor.description else []

    def change(self, statement: str, /, **values: object) -> int:
        """See `Database`."""
        with self._mapped(), self._connection.execute(_spelled(statement), values) as cursor:
            return cursor.rowcount

    def many(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """See `Database`."""
        with self._mapped(), self._connection.cursor() as cursor:
            cursor.executemany(_spelled(statement), rows)

    def among(self, column: str, parameter: str, /) -> str:
        """See `Database`."""
        return f"{column} IN (SELECT json_array_elements_text(CAST(:{parameter} AS json)))"

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Database`."""
        with self._mapped(), self._connection.transaction():
            yield

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """See `Database`."""
        key = "hashtext(current_schema() || :name)"
        self.query("SET lock_timeout = 0")
        self.query(f"SELECT pg_advisory_lock({key})", name=name)
        self.query("SELECT set_config('lock_timeout', :busy, false)", busy=BUSY)
        try:
            yield
        finally:
            self.query(f"SELECT pg_advisory_unlock({key})", name=name)

    def version(self) -> int:
        """See `Database`. Holds, in a transaction, until its end what other machines wait for here."""
        self.query("SELECT pg_advisory_xact_lock(hashtext(current_schema()))")
        self.query("CREATE TABLE IF NOT EXISTS version (number BIGINT NOT NULL)")
        found = self.query("SELECT number FROM version")
        return int(found[0]["number"]) if found else 0

    def known_version(self) -> int:
        """See `Database`."""
        if self.query("SELECT to_regclass(current_schema() || '.version') AS made")[0]["made"] is None:
            return 0
        return max((int(row["number"]) for row in self.query("SELECT number FROM version")), default=0)

    def set_version(self, number: int) -> None:
        """See `Database`."""
        self.query("DELETE FROM version")
        self.query("INSERT INTO version VALUES (:number)", number=number)

    def close(self) -> None:
        """See `Database`."""
        self._connection.close()

    @contextmanager
    def _mapped(self) -> Iterator[None]:
        try:
            yield
        except psycopg.errors.LockNotAvailable as error:
            raise LockedError(f"{self.name}: another program holds its rows; wait for that to end") from error
        except psycopg.errors.DiskFull as error:
            raise OutputError(f"{self.name}: state cannot be kept ({error}); make room there and run again") from error
        except psycopg.OperationalError as error:
            told = str(error).strip().splitlines()[-1]
            raise OutputError(f"{self.name}: cannot be reached ({told}); see whether it runs, and the DSN") from error
        except psycopg.Error as error:
            raise OutputError(f"{self.name}: state cannot be kept ({str(error).strip()}); see its log") from error


def _without_password(dsn: str) -> str:
    return re.sub(r"(?<=://)[^@/]*@", "", dsn).partition("?")[0]


@lru_cache(maxsize=256)
def _spelled(statement: str) -> sql.SQL:
    """`statement` with its parameters as psycopg wants them."""
    spelled: LiteralString = _PLACE.sub(r"%(\1)s", statement)
    return sql.SQL(spelled)
