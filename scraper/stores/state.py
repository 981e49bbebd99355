"""What outlives a run, behind one contract: an SQLite file, or a PostgreSQL database that several machines share."""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from scraper.lock import is_dsn
from scraper.stores.history import History
from scraper.stores.outbox import Outbox
from scraper.stores.pages import Pages
from scraper.stores.records import Records
from scraper.stores.robots import RobotsFiles
from scraper.stores.schema import is_current, migrate
from scraper.stores.sqlite import SqliteDatabase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from scraper.stores.database import Database

_NAME_BYTES: Final = 63


class State:
    """The state of a job in `database`, brought up to date unless it is only for `reading`; a context manager.

    `me` is what leases are held by, `owner` whose records wait in the outbox. Raises OutputError, which names the
    database and says what to do, where it cannot be made, read or written, and LockedError where another program holds
    it; so does everything in it.
    """

    def __init__(self, database: Database, *, me: str = "", owner: str = "", reading: bool = False) -> None:
        self._database = database
        try:
            if not reading:
                migrate(database)
        except BaseException:
            database.close()
            raise
        self.name = database.name
        self.pages = Pages(database, me)
        self.records = Records(database)
        self.outbox = Outbox(database, owner)
        self.history = History(database, me)
        self.robots = RobotsFiles(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside is kept, or nothing."""
        with self._database.transaction():
            yield

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """What is done inside is done by no other process at the same time under the same name; waits for them."""
        with self._database.alone(name):
            yield

    def copy_to(self, database: Database, table: str) -> None:
        """Add the rows of a table to those of another database."""
        rows = self._database.query(f"SELECT * FROM {table}")  # noqa: S608 - the program's own names
        if rows:
            places = ", ".join(f":{name}" for name in rows[0])
            database.many(f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES ({places})", rows)  # noqa: S608

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def open_state(where: str, job: str) -> State:
    """The state of the job called `job` at `where`, a path or a PostgreSQL DSN; made where there is none.

    Raises ConfigError where a DSN is given and the extra `postgres` is not installed, and what `State` raises.
    """
    if not is_dsn(where):
        return State(SqliteDatabase(Path(where)))
    from scraper.stores.postgres import PostgresDatabase  # noqa: PLC0415 - an extra

    host = socket.gethostname()
    me = f"{host}:{os.getpid()}:{secrets.token_hex(4)}"
    return State(PostgresDatabase(where, _schema(job)), me=me, owner=host)


def _schema(job: str) -> str:
    """Name of the PostgreSQL schema of a job, never that of another: longer names than PostgreSQL's are cut by it."""
    name = f"scraper_{job}"
    if len(name.encode()) <= _NAME_BYTES:
        return name
    return f"{name[:10]}_{hashlib.sha256(job.encode()).hexdigest()[:32]}"


def read_state(where: str, job: str) -> State | None:
    """The state of the job called `job`, to be read while a run may be writing it; None where no run has made it yet.

    Raises as `open_state` does.
    """
    if is_dsn(where):
        from scraper.stores.postgres import PostgresDatabase  # noqa: PLC0415 - an extra

        database: Database = PostgresDatabase(where, f"scraper_{job}", reading=True)
    elif Path(where).exists():
        database = SqliteDatabase(Path(where), reading=True)
    else:
        return None
    try:
        made = is_current(database)
    except BaseException:
        database.close()
        raise
    if made:
        return State(database, reading=True)
    database.close()
    return None


def try_out(where: str, job: str) -> State:
    """A copy in memory of the state of the job called `job`, on which to try things; a new one where there is none."""
    copy = SqliteDatabase(Path(":memory:"))
    if not is_dsn(where):
        if Path(where).exists():
            database = SqliteDatabase(Path(where))
            database.copy_to(copy)
            database.close()
        return State(copy)
    state = State(copy)
    with open_state(where, job) as shared:
        for table in ("pages", "readings", "sites", "sources"):
            shared.copy_to(copy, table)
    return state
