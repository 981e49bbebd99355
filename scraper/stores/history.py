"""Runs and sources: what each run did, and how each source has been faring."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from scraper.page import Conditions
from scraper.stores.database import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scraper.stores.database import Database, Row

LEASE: Final = timedelta(minutes=3)
"""Time for which a machine takes a site or a source, and for which a sign of life of a run counts."""
SUMMARIES: Final = 1000
"""Runs whose summaries are kept; of older ones, only how they ended is."""

_JOIN: Final = "SELECT run, started_at FROM runs WHERE ended_at IS NULL AND beat_at > :alive ORDER BY run DESC LIMIT 1"
_BEGIN: Final = "INSERT INTO runs (started_at, beat_at) VALUES (:now, :now) RETURNING run, started_at"
_NAME: Final = "INSERT INTO sources (source) VALUES (:source) ON CONFLICT (source) DO NOTHING"
_TAKE: Final = """
UPDATE sources SET lease_by = :me, lease_until = :until
WHERE source = :source AND run < :run AND (lease_by IS NULL OR lease_by = :me OR lease_until < :now)
"""
_SETTINGS: Final = """
UPDATE sources SET settings = :settings WHERE source = :source AND (settings IS NULL OR settings <> :settings)
"""
_READ: Final = """
UPDATE sources SET run = :run, lease_by = NULL, lease_until = NULL, read_at = :now, listed = :listed,
    failures = :failures, ok_at = CASE WHEN :failures = '[]' THEN :now ELSE ok_at END
WHERE source = :source AND lease_by = :me
"""
_READING: Final = """
INSERT INTO readings (address, source, read_at, listed, final_url, etag, last_modified, stamp, named)
VALUES (:address, :source, :now, :listed, :url, :etag, :last_modified, :stamp, :named)
ON CONFLICT (address) DO UPDATE SET source = excluded.source, read_at = excluded.read_at, listed = excluded.listed,
    final_url = excluded.final_url, etag = excluded.etag, last_modified = excluded.last_modified,
    stamp = excluded.stamp, named = excluded.named
"""
_SUMS: Final = """
INSERT INTO health (run, source, sums) VALUES (:run, :source, :sums)
ON CONFLICT (source, run) DO UPDATE SET sums = excluded.sums
"""
_TIMES: Final = "SELECT run, started_at FROM runs ORDER BY run"
_SHORTEN: Final = "UPDATE runs SET summary = NULL WHERE run <= :run AND summary IS NOT NULL"
_EXAMPLE: Final = """
SELECT url FROM pages WHERE source = :source AND outcome IN ('article', 'liveblog')
ORDER BY fetched_at DESC, rank LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: its number, when it began, and whether other machines had begun it."""

    number: int
    started_at: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at an address: how many links it listed, under which conditions it need not be read again.

    `stamp` is the last change that the list naming it told of; `named` are further lists that it names: kind, address,
    stamp.
    """

    listed: int
    conditions: Conditions | None = None
    stamp: str | None = None
    named: tuple[tuple[str, str, str | None], ...] = ()


class History:
    """The runs and sources in `database`, for the machine called `me`."""

    def __init__(self, database: Database, me: str) -> None:
        self._database = database
        self._me = me

    def begin(self, now: str, alive: str) -> Run:
        """A new run, or the one under way that a machine has worked on since `alive`."""
        with self._database.alone("run"), self._database.transaction():
            joined = self._database.query(_JOIN, alive=alive)
            row = joined[0] if joined else self._database.query(_BEGIN, now=now)[0]
        return Run(row["run"], row["started_at"], bool(joined))

    def beat(self, run: Run, now: str, until: str) -> None:
        """Say that this machine works on `run`, and keep the sources that it is reading until `until`."""
        self._database.change("UPDATE runs SET beat_at = :now WHERE run = :run", now=now, run=run.number)
        self._database.change("UPDATE sources SET lease_until = :until WHERE lease_by = :me", until=until, me=self._me)

    def end(self, run: Run, now: str, exit_code: int, summary: str) -> None:
        """Keep how `run` ended; `summary` is JSON."""
        change = "UPDATE runs SET ended_at = :now, exit_code = :code, summary = :summary WHERE run = :run"
        self._database.change(change, now=now, code=exit_code, summary=summary, run=run.number)
        self._database.change(_SHORTEN, run=run.number - SUMMARIES)

    def others(self, now: str) -> bool:
        """Whether another machine holds a site or a source of the job."""
        held = "SELECT 1 AS one FROM {} WHERE lease_by <> :me AND lease_until > :now LIMIT 1"
        tables = ("sources", "sites")
        return any(self._database.query(held.format(table), me=self._me, now=now) for table in tables)

    def take(self, run: Run, source: str, settings: str, now: str, until: str) -> bool:
        """Whether `source` is this machine's to read; it is once a run.

        Where its `settings` are others than those it was read by, all of it is to be read anew.
        """
        self._database.change(_NAME, source=source)
        values = {"me": self._me, "now": now, "until": until, "run": run.number}
        taken = self._database.change(_TAKE, source=source, **values) > 0
        if taken and self._database.change(_SETTINGS, source=source, settings=settings):
            self._database.change("DELETE FROM readings WHERE source = :source", source=source)
        return taken

    def drop(self, source: str) -> None:
        """Let go of a source that was not read to its end."""
        change = "UPDATE sources SET lease_by = NULL, lease_until = NULL WHERE source = :source AND lease_by = :me"
        self._database.change(change, source=source, me=self._me)

    def read(self, run: Run, source: str, now: str, listed: int, failures: Sequence[Mapping[str, str]]) -> None:
        """Keep how many links `source` lists, and what could not be read of it."""
        told = json.dumps(list(failures), ensure_ascii=False)
        self._database.change(_READ, run=run.number, source=source, now=now, listed=listed, failures=told, me=self._me)

    def reading(self, address: str) -> Reading | None:
        """What was read at an address last, or None."""
        rows = self._database.query("SELECT * FROM readings WHERE address = :address", address=address)
        if not rows:
            return None
        row = rows[0]
        asked = Conditions(row["final_url"] or "", row["etag"], row["last_modified"])
        named = tuple((str(kind), str(address), stamp) for kind, address, stamp in json.loads(row["named"]))
        return Reading(row["listed"], asked if asked.headers else None, row["stamp"], named)

    def remember(self, source: str, address: str, reading: Reading, now: str) -> None:
        """Keep what was read at an address."""
        asked = reading.conditions or Conditions("")
        self._database.change(
            _READING,
            address=address,
            source=source,
            now=now,
            listed=reading.listed,
            stamp=reading.stamp,
            url=asked.url or None,
            etag=asked.etag,
            last_modified=asked.last_modified,
            named=json.dumps(reading.named),
        )

    def note(self, run: Run, source: str, facts: Mapping[str, Any]) -> None:
        """Keep what came of a fetch, until it is added up."""
        told = json.dumps(facts, ensure_ascii=False)
        insert = "INSERT INTO fetches (run, source, facts) VALUES (:run, :source, :facts)"
        self._database.change(insert, run=run.number, source=source, facts=told)

    def facts(self, source: str) -> list[tuple[int, dict[str, Any]]]:
        """What came of the fetches of a source that are not added up yet, each with its run."""
        rows = self._database.query("SELECT run, facts FROM fetches WHERE source = :source ORDER BY seq", source=source)
        return [(row["run"], json.loads(row["facts"])) for row in rows]

    def sums(self, source: str) -> dict[int, dict[str, Any]]:
        """What the fetches of a source came to, by run, the oldest first."""
        rows = self._database.query("SELECT run, sums FROM health WHERE source = :source ORDER BY run", source=source)
        return {row["run"]: json.loads(row["sums"]) for row in rows}

    def add_up(self, source: str, sums: Mapping[int, Mapping[str, Any] | None]) -> None:
        """Keep what the fetches of a source came to, by run, in place of the fetches. Within a transaction.

        Runs with None are dropped: what came of them is added to that of others.
        """
        change = self._database.change
        for run, told in sums.items():
            if told is None:
                change("DELETE FROM health WHERE run = :run AND source = :source", run=run, source=source)
            else:
                change(_SUMS, run=run, source=source, sums=json.dumps(told, ensure_ascii=False))
            change("DELETE FROM fetches WHERE run = :run AND source = :source", run=run, source=source)

    def count_empty(self, source: str, empty_runs: int, article_at: str | None) -> None:
        """Keep how many runs in a row a source gave nothing, and when it last gave an article (None: as before)."""
        change = """
        UPDATE sources SET empty_runs = :empty, article_at = COALESCE(:article_at, article_at) WHERE source = :source
        """
        self._database.change(change, empty=empty_runs, article_at=article_at, source=source)

    def sources(self) -> dict[str, Row]:
        """What is kept of each source, by name."""
        rows = self._database.query("SELECT * FROM sources ORDER BY source")
        return {row["source"]: row | {"failures": json.loads(row["failures"])} for row in rows}

    def runs(self, most: int) -> list[Row]:
        """The last runs, the newest first."""
        return self._database.query("SELECT * FROM runs ORDER BY run DESC LIMIT :most", most=most)

    def times(self) -> dict[int, str]:
        """When each run began, the oldest first."""
        return {row["run"]: row["started_at"] for row in self._database.query(_TIMES)}

    def example(self, source: str) -> str | None:
        """Address of the page of a source that gave an article last."""
        rows = self._database.query(_EXAMPLE, source=source)
        return rows[0]["url"] if rows else None

    def forget_past(self, source: str) -> None:
        """Forget what the fetches of a source came to. Within a transaction."""
        for table in ("health", "fetches"):
            self._database.change(f"DELETE FROM {table} WHERE source = :source", source=source)  # noqa: S608
        self._database.change("UPDATE sources SET empty_runs = 0 WHERE source = :source", source=source)

    def unlisted(self, names: Iterable[str]) -> None:
        """Drop what is kept of sources that are not among `names`, which the job has no more, and fetch none of theirs.

        Pages that were fetched stay known.
        """
        condition = self._database.among("source", "names")
        told = listed(names)
        for table in ("sources", "health", "readings"):
            self._database.change(f"DELETE FROM {table} WHERE NOT {condition}", names=told)  # noqa: S608
        due = f"due_at IS NOT NULL AND NOT {condition}"
        self._database.change(f"DELETE FROM pages WHERE fetched_at IS NULL AND {due}", names=told)  # noqa: S608
        self._database.change(f"UPDATE pages SET due_at = NULL WHERE {due}", names=told)  # noqa: S608
