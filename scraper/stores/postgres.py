"""PostgreSQL: state that several machines share. Needs the extra `postgres`."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scraper.errors import ConfigError, LockedError, OutputError
from scraper.stores.database import all_storable

try:
    import psycopg
    from psycopg import sql
    from psycopg.conninfo import conninfo_to_dict
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

_LONG: Final = 4
"""Characters from which a password is looked for within words, too."""
_ADVICE: Final[dict[type[psycopg.Error], str]] = {
    psycopg.errors.DiskFull: "make room there and run again",
    psycopg.errors.InsufficientPrivilege: "give its user the right to, or another user",
    psycopg.errors.ReadOnlySqlTransaction: "it is a read-only copy; give the DSN of the one that is written to",
    psycopg.errors.QueryCanceled: "it took too long; see what it is doing",
    psycopg.OperationalError: "see whether it runs, and run again",
}
_PLACE: Final = re.compile(r":([a-z_]+)")


class PostgresDatabase:
    """The database at `dsn`, its tables in the schema `schema`, made where it is missing; see `Database`.

    Without a `schema`, tables are where the DSN's user has them. With `reading`, nothing is made or written, and a
    transaction sees one moment. Errors tell nothing of the password.
    """

    serial = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
    blob = "BYTEA"
    skip_locked = "FOR UPDATE SKIP LOCKED"

    def __init__(self, dsn: str, schema: str | None = None, *, reading: bool = False) -> None:
        self.name = _name(dsn)
        self._connection = _connect(dsn, self.name)
        try:
            with self._mapped():
                self._connection.execute(sql.SQL("SET lock_timeout = {}").format(BUSY))
                if reading:
                    self._connection.execute("SET default_transaction_read_only = on")
                    self._connection.execute("SET default_transaction_isolation = 'repeatable read'")
                elif schema is not None:
                    self._make(schema)
                if schema is not None:
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
        with self._mapped(), self._connection.execute(_spelled(statement), all_storable(values)) as cursor:
            return cursor.fetchall() if cursor.description else []

    def change(self, statement: str, /, **values: object) -> int:
        """See `Database`."""
        with self._mapped(), self._connection.execute(_spelled(statement), all_storable(values)) as cursor:
            return cursor.rowcount

    def many(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """See `Database`."""
        with self._mapped(), self._connection.cursor() as cursor:
            cursor.executemany(_spelled(statement), map(all_storable, rows))

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
        except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected) as error:
            raise LockedError(f"{self.name}: another program holds its rows; wait for that to end") from error
        except psycopg.Error as error:
            # Not its details, which show the row.
            told = error.diag.message_primary or next(iter(str(error).splitlines()), "no reason told")
            raise OutputError(f"{self.name}: nothing can be kept there ({told}); {_advice(error)}") from error


def _connect(dsn: str, name: str) -> psycopg.Connection[Row]:
    try:
        return psycopg.connect(dsn, autocommit=True, row_factory=dict_row, connect_timeout=CONNECT)
    except psycopg.Error as error:
        told = _line(_without(_secrets(dsn), str(error)))
    # Outside, so that no traceback shows psycopg's message, which may hold the password.
    raise OutputError(f"{name}: cannot be reached ({told}); see whether it runs, and the DSN")


def _name(dsn: str) -> str:
    """What a database is called in errors: its DSN without user, password and options."""
    try:
        told = conninfo_to_dict(dsn)
    except psycopg.Error:
        return "PostgreSQL"
    # A password that is not percent-encoded may have gone to other parts.
    host, port, base = (str(told.get(name, "")).rpartition("@")[2] for name in ("host", "port", "dbname"))
    return f"postgresql://{host}{f':{port}' if port.isdigit() else ''}/{base}"


def _line(message: str) -> str:
    """The last line of a message that is no hint: those are indented."""
    lines = [line for line in message.splitlines() if line.strip() and not line.startswith("\t")]
    return lines[-1].strip() if lines else "no reason told"


def _advice(error: psycopg.Error) -> str:
    return next((text for kind, text in _ADVICE.items() if isinstance(error, kind)), "see its log")


def _secrets(dsn: str) -> list[str]:
    """What may be the password in a DSN, or a part of it, the longest first."""
    found = set(re.findall(r"password\s*=\s*'?((?:[^'\\\s&]|\\.)*)", dsn))
    told = dsn.partition("://")[2].rpartition("@")[0].partition(":")[2]
    found |= {told, *re.split(r"[@/:?#]", told)}
    with suppress(psycopg.Error):
        found.add(str(conninfo_to_dict(dsn).get("password", "")))
    return sorted(found - {""}, key=len, reverse=True)


def _without(secrets: Iterable[str], message: str) -> str:
    for secret in secrets:
        word = re.escape(secret)
        message = re.sub(word if len(secret) >= _LONG else rf"(?<!\w){word}(?!\w)", "***", message)
    return message


@lru_cache(maxsize=256)
def _spelled(statement: str) -> sql.SQL:
    """`statement` with its parameters as psycopg wants them."""
    spelled: LiteralString = _PLACE.sub(r"%(\1)s", statement)
    return sql.SQL(spelled)
