"""What earlier runs have seen: one SQLite file.

One run at a time holds the file, so that two runs of a job that overlap do not fetch everything twice.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

from scraper.errors import LockedError, OutputError, may_pass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from scraper.article import Article

_VERSION: Final = 1
_BUSY_SECONDS: Final = 0.5

_TRACKING_PREFIXES: Final = ("mtm_", "pk_", "utm_")
_TRACKING_NAMES: Final = frozenset(
    "at_campaign at_medium dclid fbclid gbraid gclid igshid mc_cid mc_eid msclkid twclid wbraid wt_mc wt_zmc xtor"
    " yclid".split()
)

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS seen (
    url TEXT PRIMARY KEY,
    outcome TEXT NOT NULL,
    settled INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""
_HELD: Final = """
CREATE TABLE IF NOT EXISTS held (
    site TEXT PRIMARY KEY,
    until TEXT NOT NULL,
    factor REAL NOT NULL,
    parked INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""
_MARK: Final = """
INSERT INTO seen VALUES (:url, :outcome, :settled, 1, :at, :at)
ON CONFLICT (url) DO UPDATE SET
    outcome = excluded.outcome, settled = excluded.settled, attempts = attempts + 1, last_at = excluded.last_at
"""
_ADVICE: Final = {
    "SQLITE_CANTOPEN": "give a path that can be written",
    "SQLITE_CORRUPT": "move it away, and what it knew is fetched again",
    "SQLITE_FULL": "the disk is full; make room and run again",
    "SQLITE_NOTADB": "it is not a state file; give another path as `state`",
    "SQLITE_READONLY": "make it and its directory writable",
}


def url_key(url: str) -> str:
    """The form of `url` by which it is known: canonical, without fragment and tracking parameters.

    What is no valid URL is its own key.
    """
    with suppress(ValueError):
        names = [name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True)]
        tracking = [name for name in names if _is_tracking(name)]
        return canonicalize_url(url_query_cleaner(url, tracking, remove=True, unique=False))
    return url


def is_settled(article: Article) -> bool:
    """Whether a record is the last word on its URL: anything but a failure that may pass."""
    failed_for_now = article.error is not None and article.error.retryable
    return not failed_for_now and not may_pass(article.status)


class State:
    """The state file at `path`, made (with its directories) where it is missing; a context manager.

    Raises LockedError where another run holds it, OutputError, which names the file and says what to do, where it
    cannot be made, read or written, or was written by a newer version.
    """

    __slots__ = ("_connection", "_path")

    def __init__(self, path: Path) -> None:
        self._path = path
        with _mapped(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with _mapped(self._path):
            self._connection.close()

    def knows(self, url: str) -> bool:
        """Whether `url` was seen and its outcome was final."""
        query = "SELECT 1 FROM seen WHERE url = ? AND settled"
        with _mapped(self._path):
            return self._connection.execute(query, (url_key(url),)).fetchone() is not None

    def mark(self, url: str, article: Article) -> None:
        """Keep `article` as the outcome of `url`, written before this returns."""
        row = {
            "url": url_key(url),
            "outcome": article.outcome,
            "settled": is_settled(article),
            "at": article.fetched_at or datetime.now(UTC).isoformat(timespec="seconds"),
        }
        with _mapped(self._path):
            self._connection.execute(_MARK, row)

    def holds(self) -> list[tuple[str, str, float, bool]]:
        """Sites that the last run was to leave alone, or ask more slowly: name, until when, factor, whether parked."""
        query = "SELECT site, until, factor, parked FROM held ORDER BY site"
        with _mapped(self._path):
            return [
                (site, until, factor, bool(parked)) for site, until, factor, parked in self._connection.execute(query)
            ]

    def hold(self, holds: Iterable[tuple[str, str, float, bool]]) -> None:
        """Keep `holds` in place of those that were kept."""
        with _mapped(self._path):
            self._connection.execute("BEGIN")
            self._connection.execute("DELETE FROM held")
            self._connection.executemany("INSERT INTO held VALUES (?, ?, ?, ?)", holds)
            self._connection.execute("COMMIT")

    def _prepare(self) -> None:
        with _mapped(self._path):
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version > _VERSION:
            raise OutputError(f"{self._path}: written by a newer version of scraper; update, or give another `state`")
        with _mapped(self._path):
            self._connection.execute(_SCHEMA)
            self._connection.execute(_HELD)
            self._connection.execute(f"PRAGMA user_version = {_VERSION}")


def _is_tracking(name: str) -> bool:
    lower = name.lower()
    return lower in _TRACKING_NAMES or lower.startswith(_TRACKING_PREFIXES)


@contextmanager
def _mapped(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_BUSY"):
            raise LockedError(f"{path}: another run is using it; wait for that to end") from error
        advice = next((text for code, text in _ADVICE.items() if name.startswith(code)), "see whether it is intact")
        raise OutputError(f"{path}: state cannot be kept ({error}); {advice}") from error
    except OSError as error:
        raise OutputError(
            f"{path}: state cannot be kept ({error.strerror}); give a path that can be written"
        ) from error
