"""The pages of a job: which are known, which are due, and who fetches them.

Several machines may share a job. A site is leased to one of them at a time, with all its pages, so that none is fetched
twice and no site sees two paces.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from scraper.page import Conditions
from scraper.stores.database import listed, storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from scraper.stores.database import Database, Row

    Hold: TypeAlias = tuple[str, str, float, bool]

CHUNK: Final = 500

_KNOWN: Final = "SELECT key, due_at, stamp, fetched_at, idle FROM pages WHERE {among}"
_ADD: Final = """
INSERT INTO pages (key, url, source, site, rank, found_at, due_at, stamp, title, published_at)
VALUES (:key, :url, :source, :site, :rank, :now, :now, :stamp, :title, :published_at)
ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, stamp = excluded.stamp,
    source = excluded.source, site = excluded.site, title = COALESCE(excluded.title, pages.title),
    published_at = COALESCE(excluded.published_at, pages.published_at)
"""
_SITE: Final = "INSERT INTO sites (site) VALUES (:site) ON CONFLICT (site) DO NOTHING"
_LEASE: Final = """
WITH free AS MATERIALIZED (
    SELECT site FROM sites
    WHERE (lease_by IS NULL OR lease_by = :me OR lease_until < :now) AND (parked = 0 OR until <= :now)
        AND NOT {left} AND EXISTS (
            SELECT 1 FROM pages WHERE pages.site = sites.site AND due_at <= :now
                AND (fetched_at IS NULL OR fetched_at < :started)
        )
    ORDER BY CASE WHEN lease_by = :me THEN 0 ELSE 1 END, site LIMIT :most {skip_locked}
)
UPDATE sites SET lease_by = :me, lease_until = :until WHERE site IN (SELECT site FROM free)
RETURNING site
"""
_DUE: Final = """
SELECT * FROM (
    SELECT pages.*, ROW_NUMBER() OVER (PARTITION BY site ORDER BY rank) AS turn
    FROM pages
    WHERE {among} AND due_at <= :now AND (fetched_at IS NULL OR fetched_at < :started) AND NOT {done}
) AS due
WHERE turn <= :each ORDER BY turn, rank
"""
_SETTLE: Final = """
UPDATE pages SET due_at = :due_at, fetched_at = :fetched_at, status = :status, outcome = :outcome, failures = :failures,
    idle = :idle, final_url = :final_url, etag = :etag, last_modified = :last_modified, record_id = :record_id
WHERE key = :key AND EXISTS (SELECT 1 FROM sites WHERE sites.site = pages.site AND lease_by = :me)
"""
_ALIAS: Final = """
INSERT INTO pages (key, url, source, site, rank, found_at, fetched_at, outcome, record_id)
VALUES (:key, :url, :source, :site, 0, :now, :now, :outcome, :record_id)
ON CONFLICT (key) DO UPDATE SET due_at = NULL, fetched_at = excluded.fetched_at, outcome = excluded.outcome,
    record_id = excluded.record_id
WHERE pages.fetched_at IS NULL
"""


_UNHOLD: Final = "UPDATE sites SET until = NULL, factor = 1, parked = 0 WHERE lease_by = :me"
_HOLD: Final = """
INSERT INTO sites (site, until, factor, parked) VALUES (:site, :until, :factor, :parked)
ON CONFLICT (site) DO UPDATE SET until = excluded.until, factor = excluded.factor, parked = excluded.parked
"""
_FORGOTTEN: Final = "WHERE key = :key OR source = :target OR record_id = :record"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page: when it is due, the newest stamp that led to a fetch, and how that went."""

    due_at: str | None
    stamp: str | None
    fetched_at: str | None
    idle: int


@dataclass(frozen=True, slots=True)
class New:
    """A page to be fetched: `rank` is its place in line, `stamp` the change that its source tells of.

    `title` and `published_at` are what its source says of the article.
    """

    key: str
    url: str
    source: str
    site: str
    rank: int
    stamp: str | None
    title: str | None = None
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A page that is this run's to fetch, what earlier fetches of it gave, and what its source says of it."""

    key: str
    url: str
    source: str
    site: str
    failures: int
    idle: int
    fetched_at: str | None
    outcome: str | None
    record_id: str | None
    conditions: Conditions | None
    title: str | None = None
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What a fetch leaves of a page: `due_at` is when it is to be fetched again by itself (None: not)."""

    key: str
    due_at: str | None
    fetched_at: str
    status: int | None
    outcome: str
    failures: int
    idle: int
    final_url: str | None
    etag: str | None
    last_modified: str | None
    record_id: str | None


class Pages:
    """The pages in `database`, for the machine called `me`."""

    def __init__(self, database: Database, me: str) -> None:
        self._database = database
        self._me = me

    def known(self, keys: Sequence[str]) -> dict[str, Known]:
        """What is known of the pages with these keys."""
        found: dict[str, Known] = {}
        statement = _KNOWN.format(among=self._database.among("key", "keys"))
        for start in range(0, len(keys), CHUNK):
            asked = {storable(key): key for key in keys[start : start + CHUNK]}
            rows = self._database.query(statement, keys=listed(asked))
            found |= {asked[row.pop("key")]: Known(**row) for row in rows}
        return found

    def add(self, pages: Iterable[New], now: str) -> None:
        """Have `pages` fetched, whether they are new or known."""
        # In one order for all machines, so that none waits for another in a circle.
        rows = [asdict(page) | {"now": now} for page in sorted(pages, key=lambda page: page.key)]
        self._database.many(_SITE, [{"site": site} for site in sorted({str(row["site"]) for row in rows})])
        self._database.many(_ADD, rows)

    def lease(self, now: str, until: str, started: str, most: int, left: Iterable[str] = ()) -> list[str]:
        """Take up to `most` sites with pages that are due, those that are this machine's first, until `until`.

        Pages that were fetched since `started` are not counted; parked sites, and those `left` alone, are left out.
        Returns the sites.
        """
        statement = _LEASE.format(skip_locked=self._database.skip_locked, left=self._database.among("site", "left"))
        values = {"me": self._me, "now": now, "until": until, "started": started, "most": most}
        rows = self._database.query(statement, **values, left=listed(left))
        return [row["site"] for row in rows]

    def due(self, sites: Iterable[str], now: str, started: str, *, each: int, done: Iterable[str] = ()) -> list[Task]:
        """Pages of `sites` that are due, the first `each` of a site, sites in turns; none of the sources `done`."""
        among = self._database.among
        statement = _DUE.format(among=among("site", "sites"), done=among("source", "done"))
        values = {"sites": listed(sites), "done": listed(done)}
        return [_task(row) for row in self._database.query(statement, now=now, started=started, each=each, **values)]

    def settle(self, settled: Settled) -> bool:
        """Keep what a fetch leaves of a page; False, and nothing is kept, where its site is this machine's no more."""
        return self._database.change(_SETTLE, **asdict(settled), me=self._me) > 0

    def alias(self, key: str, url: str, task: Task, settled: Settled) -> None:
        """Know the page of `task` under another key, too, unless that was fetched itself."""
        self._database.change(_SITE, site=task.site)
        self._database.change(
            _ALIAS,
            key=key,
            url=url,
            source=task.source,
            site=task.site,
            now=settled.fetched_at,
            outcome=settled.outcome,
            record_id=settled.record_id,
        )

    def reread(self, record_id: str, new_id: str, outcome: str) -> None:
        """Keep what has been read anew from what was fetched before, of every page with that record."""
        change = "UPDATE pages SET record_id = :new, outcome = :outcome WHERE record_id = :old"
        self._database.change(change, new=new_id, outcome=outcome, old=record_id)

    def waiting(self, now: str) -> int:
        """Number of pages that are due."""
        return int(self._database.query("SELECT COUNT(*) AS n FROM pages WHERE due_at <= :now", now=now)[0]["n"])

    def renew(self, until: str) -> None:
        """Keep the sites that are this machine's until `until`."""
        self._database.change("UPDATE sites SET lease_until = :until WHERE lease_by = :me", until=until, me=self._me)

    def hold(self, holds: Iterable[Hold]) -> None:
        """Keep the pace that sites asked for, in place of what was kept of this machine's."""
        self._database.change(_UNHOLD, me=self._me)
        for site, until, factor, parked in holds:
            self._database.change(_HOLD, site=site, until=until, factor=factor, parked=int(parked))

    def holds(self) -> list[Hold]:
        """The pace of every site that asked for one."""
        rows = self._database.query("SELECT * FROM sites WHERE until IS NOT NULL ORDER BY site")
        return [(row["site"], row["until"], row["factor"], bool(row["parked"])) for row in rows]

    def release(self) -> None:
        """Let go of this machine's sites."""
        self._database.change("UPDATE sites SET lease_by = NULL, lease_until = NULL WHERE lease_by = :me", me=self._me)

    def forget(self, target: str, key: str) -> int:
        """Forget the page with `key`, or all pages of the source `target`, and what was written of them.

        Their sources are read anew, whether they have changed or not. Returns the number of pages.
        """
        # Asked for first: while rows are deleted, a condition on rows of the same table holds for some of them only.
        page = self._database.query("SELECT record_id FROM pages WHERE key = :key", key=key)
        change, record = self._database.change, page[0]["record_id"] if page else None
        values = {"key": key, "target": target, "record": record}
        change(f"DELETE FROM readings WHERE source IN (SELECT source FROM pages {_FORGOTTEN})", **values)  # noqa: S608
        for table in ("bands", "records"):
            change(f"DELETE FROM {table} WHERE id IN (SELECT record_id FROM pages {_FORGOTTEN})", **values)  # noqa: S608
        return change(f"DELETE FROM pages {_FORGOTTEN}", **values)  # noqa: S608


def _task(row: Row) -> Task:
    asked = Conditions(row["final_url"] or row["url"], row["etag"], row["last_modified"])
    known = ("key", "url", "source", "site", "failures", "idle", "fetched_at", "outcome", "record_id")
    told = {name: row[name] for name in (*known, "title", "published_at")}
    return Task(**told, conditions=asked if asked.etag or asked.last_modified else None)
