"""SQLite: the state of one machine, in one file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from scraper.errors import LockedError, OutputError
from scraper.stores.database import all_storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Self

    from scraper.stores.database import Row

BUSY: Final = 5.0
"""Seconds to wait for another program that holds the file."""

_ADVICE: Final = {
    "SQLITE_CANTOPEN": "give a path that can be written",
    "SQLITE_CORRUPT": "move it away, and what it knew is fetched again",
    "SQLITE_FULL": "the disk is full; make room and run again",
    "SQLITE_IOERR": "see whether the disk is full or failing",
    "SQLITE_NOTADB": "it is not a state file; give another path as `state`",
    "SQLITE_READONLY": "make it and its directory writable",
}

_CLOSED: Final = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")


class SqliteDatabase:
    """The file at `path`, made (with its directories) where it is missing; see `Database`.

    In WAL mode, so that `scraper status` may read while a run writes; a commit is on the disk when it returns. With
    `reading`, nothing is made, written or waited for, and a transaction sees one moment.
    """

    serial = "INTEGER PRIMARY KEY AUTOINCREMENT"
    blob = "BLOB"
    skip_locked = ""

    def __init__(self, path: Path, *, busy: float = BUSY, reading: bool = False) -> None:
        self.name = str(path)
        self._begin = "BEGIN" if reading else "BEGIN IMMEDIATE"
        if reading:
            with self._mapped():
                self._connection = _reading(path, busy)
            return
        with self._mapped():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=busy, isolation_level=None)
        try:
            self.query("PRAGMA journal_mode = WAL")
            self.query("PRAGMA synchronous = FULL")
        except BaseException:
            self._connection.close()
            raise

    def copy_to(self, other: Self) -> None:
        """Make `other` a copy of this."""
        with self._mapped():
            self._connection.backup(other._connection)

    def query(self, statement: str, /, **values: object) -> list[Row]:
        """See `Database`."""
        with self._mapped(), closing(self._connection.execute(statement, all_storable(values))) as cursor:
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def change(self, statement: str, /, **values: object) -> int:
        """See `Database`."""
        with self._mapped(), closing(self._connection.execute(statement, all_storable(values))) as cursor:
            return cursor.rowcount

    def many(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """See `Database`."""
        with self._mapped():
            self._connection.executemany(statement, map(all_storable, rows))

    def among(self, column: str, parameter: str, /) -> str:
        """See `Database`."""
        return f"{column} IN (SELECT value FROM json_each(:{parameter}))"  # noqa: S608 - the program's own names

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Database`."""
        self.query(self._begin)
        try:
            yield
            self.query("COMMIT")
        except BaseException:
            # A full disk ends the transaction by itself.
            if self._connection.in_transaction:
                self.query("ROLLBACK")
            raise

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:  # noqa: ARG002 - the job's lock sees to it
        """See `Database`."""
        yield

    def version(self) -> int:
        """See `Database`."""
        return int(self.query("PRAGMA user_version")[0]["user_version"])

    known_version = version

    def set_version(self, number: int) -> None:
        """See `Database`."""
        self.query(f"PRAGMA user_version = {int(number)}")

    def close(self) -> None:
        """See `Database`."""
        with self._mapped():
            self._connection.close()

    @contextmanager
    def _mapped(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorname", "")
            if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise LockedError(f"{self.name}: another program is using it; wait for that to end") from error
            told = (text for start, text in _ADVICE.items() if code.startswith(start))
            advice = next(told, "see whether it is intact")
            raise OutputError(f"{self.name}: state cannot be kept ({error}); {advice}") from error
        except OSError as error:
            raise OutputError(
                f"{self.name}: state cannot be kept ({error.strerror}); give a path that can be written"
            ) from error


def _reading(path: Path, busy: float) -> sqlite3.Connection:
    """A connection to a file that is there, which writes nothing.

    A reader, too, would make the files of the log, and a run of another user might not be able to write them. So where
    there is no log, since no run is under way, the file is read as it is. Raises OutputError.
    """
    logged = path.with_name(f"{path.name}-wal").exists()
    address = f"{path.absolute().as_uri()}?mode=ro{'' if logged else '&immutable=1'}"
    connection = sqlite3.connect(address, timeout=busy, isolation_level=None, uri=True)
    try:
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if not error.sqlite_errorname.startswith(_CLOSED):
            raise
        raise OutputError(f"{path}: cannot be read ({error}); do this as the user that runs the job") from error
    return connection
