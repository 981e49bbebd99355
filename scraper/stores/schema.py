"""The tables of a state, and how an older state is brought up to date. Migrations only go forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scraper.errors import OutputError

if TYPE_CHECKING:
    from scraper.stores.database import Database

_SEEN: Final = (
    """
    CREATE TABLE IF NOT EXISTS seen (
        url TEXT PRIMARY KEY, outcome TEXT NOT NULL, settled INTEGER NOT NULL, attempts INTEGER NOT NULL,
        first_at TEXT NOT NULL, last_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS held (
        site TEXT PRIMARY KEY, until TEXT NOT NULL, factor DOUBLE PRECISION NOT NULL, parked INTEGER NOT NULL
    )
    """,
)
_PAGES: Final = (
    # A page by its key. `due_at` is when to fetch it (null: not again by itself), `rank` its place among those found,
    # `stamp` the newest change that a source told of, `idle` the fetches in a row that such a stamp led to for nothing,
    # `failures` those in a row.
    """
    CREATE TABLE pages (
        key TEXT PRIMARY KEY, url TEXT NOT NULL, source TEXT NOT NULL, site TEXT NOT NULL, rank BIGINT NOT NULL,
        found_at TEXT NOT NULL, due_at TEXT, stamp TEXT, fetched_at TEXT, status INTEGER, outcome TEXT,
        failures INTEGER NOT NULL DEFAULT 0, idle INTEGER NOT NULL DEFAULT 0,
        final_url TEXT, etag TEXT, last_modified TEXT, record_id TEXT, title TEXT, published_at TEXT
    )
    """,
    "CREATE INDEX pages_due ON pages (site, due_at) WHERE due_at IS NOT NULL",
    "CREATE INDEX pages_source ON pages (source)",
    "CREATE INDEX pages_record ON pages (record_id)",
    # The last record written of an article, by its id; `family` is the id of the first record with nearly its text.
    """
    CREATE TABLE records (
        id TEXT PRIMARY KEY, url TEXT, outcome TEXT NOT NULL, error_kind TEXT, content_hash TEXT,
        revision INTEGER NOT NULL, written_at TEXT NOT NULL, family TEXT, signature {blob}
    )
    """,
    "CREATE TABLE bands (band TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (band, id))",
    "CREATE INDEX bands_id ON bands (id)",
    # Records on their way to the outputs; `batch` is the last `seq` of those handed over together.
    """
    CREATE TABLE outbox (
        seq {serial}, owner TEXT NOT NULL, batch BIGINT, source TEXT NOT NULL, site TEXT NOT NULL, day TEXT NOT NULL,
        id TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL
    )
    """,
    "CREATE TABLE files (owner TEXT NOT NULL, path TEXT NOT NULL, size BIGINT NOT NULL, PRIMARY KEY (owner, path))",
    # Feeds, sitemaps and pages that list articles, with what a conditional request needs; `named` are further ones that
    # it names, as JSON.
    """
    CREATE TABLE readings (
        address TEXT PRIMARY KEY, source TEXT NOT NULL, read_at TEXT NOT NULL, listed INTEGER NOT NULL,
        final_url TEXT, etag TEXT, last_modified TEXT, stamp TEXT, named TEXT NOT NULL
    )
    """,
    # A source of the job; `run` is the last that read it, `settings` are those it was read by.
    """
    CREATE TABLE sources (
        source TEXT PRIMARY KEY, run BIGINT NOT NULL DEFAULT 0, lease_by TEXT, lease_until TEXT, settings TEXT,
        read_at TEXT, ok_at TEXT, listed INTEGER NOT NULL DEFAULT 0, empty_runs INTEGER NOT NULL DEFAULT 0,
        article_at TEXT, failures TEXT NOT NULL DEFAULT '[]'
    )
    """,
    # A site, leased to one machine at a time, with the pace that it asked for.
    """
    CREATE TABLE sites (
        site TEXT PRIMARY KEY, lease_by TEXT, lease_until TEXT,
        until TEXT, factor DOUBLE PRECISION NOT NULL DEFAULT 1, parked INTEGER NOT NULL DEFAULT 0
    )
    """,
    "INSERT INTO sites (site, until, factor, parked) SELECT site, until, factor, parked FROM held",
    "DROP TABLE held",
    "CREATE TABLE robots (origin TEXT PRIMARY KEY, text TEXT, expires_at TEXT NOT NULL)",
    """
    INSERT INTO pages (key, url, source, site, rank, found_at, due_at, fetched_at, outcome, failures)
    SELECT url, url, '', '', 0, first_at, NULL, last_at, outcome, 0 FROM seen WHERE settled = 1
    """,
    "DROP TABLE seen",
    # `beat_at` is when a machine last said that it works on the run.
    """
    CREATE TABLE runs (
        run {serial}, started_at TEXT NOT NULL, beat_at TEXT NOT NULL, ended_at TEXT, exit_code INTEGER, summary TEXT
    )
    """,
    # What came of each fetch, until it is added up in `health`.
    """
    CREATE TABLE fetches (
        seq {serial}, run BIGINT NOT NULL, source TEXT NOT NULL, facts TEXT NOT NULL
    )
    """,
    "CREATE INDEX fetches_run ON fetches (run, source)",
    "CREATE TABLE health (run BIGINT NOT NULL, source TEXT NOT NULL, sums TEXT NOT NULL, PRIMARY KEY (source, run))",
)
MIGRATIONS: Final = (_SEEN, _PAGES)
"""Statements of each migration, the first of which makes a new state."""


def migrate(database: Database) -> None:
    """Bring `database` up to date; raises OutputError where it was written by a newer version of the program."""
    with database.transaction():
        version = _readable(database, database.version())
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                database.change(statement.format(serial=database.serial, blob=database.blob))
            database.set_version(number)


def is_current(database: Database) -> bool:
    """Whether `database` is up to date; a new or older one is not until a run was done. Raises as `migrate` does."""
    return _readable(database, database.known_version()) == len(MIGRATIONS)


def _readable(database: Database, version: int) -> int:
    if version > len(MIGRATIONS):
        raise OutputError(f"{database.name}: written by a newer version of scraper; update, or give another `state`")
    return version
