"""Records made anew, by today's program, of what was archived when they were fetched: nobody is asked."""

from __future__ import annotations

import json
import sys
from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scraper.config import hint
from scraper.errors import ConfigError, InputError, UsageError
from scraper.inputs import Kind, read_raw
from scraper.jobs.archived import Archives, Wanted
from scraper.jobs.difference import FIELDS
from scraper.jobs.handover import hand_over
from scraper.jobs.keeping import News, keep
from scraper.jobs.outgone import Outgone
from scraper.jobs.redoing import Old, not_redone, record_of, redone
from scraper.jobs.run import locked, reader
from scraper.jobs.tally import Tally
from scraper.lock import is_dsn
from scraper.sameness import resemblance
from scraper.stores.outbox import BATCH
from scraper.stores.outputs.opening import open_outputs
from scraper.stores.records import ALIKE
from scraper.stores.sinks import rendered
from scraper.stores.state import open_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from scraper.article import Article
    from scraper.config import Job
    from scraper.executors.process import Workers
    from scraper.jobs.redoing import Redone
    from scraper.page import Page
    from scraper.stores.outputs.output import Output
    from scraper.stores.records import Written
    from scraper.stores.state import State

    Kept = tuple[Written, str, str]

CHUNK: Final = 500
"""Records that are looked up in the state at a time."""


@dataclass(frozen=True, slots=True)
class Options:
    """How records are made anew: which `fields` are compared (none named: all), and `on_record`, told of each.

    `archives` are read beside the job's own; with `write`, what has changed goes out as new revisions. `now` is today.
    """

    now: datetime
    fields: frozenset[str] = frozenset()
    archives: tuple[Path, ...] = ()
    write: bool = False
    on_record: Callable[[], None] = lambda: None


def reclean(job: Job, options: Options, workers: Workers) -> Tally:
    """Make the last record of each page of `job` anew, and say how it differs from what was written.

    With `options.write`, a record that differs is kept with the state in one transaction, as in a run, and handed over
    afterwards. Raises ConfigError for a fault in the job or where it keeps no archive, InputError where there is
    nothing to read yet, LockedError where a run is doing it, OutputError where state or output cannot be written.
    """
    process, paths = reader(job), _archives(job, options)
    if not is_dsn(job.state_at) and not Path(job.state_at).exists():
        raise InputError(f"{job.state_at}: no state of job `{job.name}` yet; do the job first (`scraper run`)")
    with ExitStack() as held:
        if options.write:
            held.enter_context(locked(job, None))
        state = held.enter_context(open_state(job.state_at, job.name))
        outputs = held.enter_context(open_outputs(job.outputs, sys.stdout.buffer)) if options.write else []
        if options.write:
            hand_over(state, outputs)
        work = _Work(job, options, state, outputs)
        archives = Archives(paths, _wanted(state))
        work.tally.faults.extend(archives.faults)
        outgone = Outgone(job.outputs)
        task = partial(redone, process=process, only=options.fields)
        for rows in _rows(state):
            olds = (_old(last, archives, outgone) for last, _, _ in rows)
            for row, one in zip(rows, workers.map(task, olds, lost=not_redone), strict=True):
                work.take(row, one)
        if options.write:
            hand_over(state, outputs)
    return work.tally


class _Work:
    """Counts what is made anew, and writes it where that is asked for."""

    def __init__(self, job: Job, options: Options, state: State, outputs: Sequence[Output]) -> None:
        self._job = job
        self._options = options
        self._state = state
        self._outputs = outputs
        self._unsent = 0
        self._renamed: set[str] = set()
        self.tally = Tally()

    def take(self, row: Kept, one: Redone) -> None:
        """Count one record, and write it where it has changed."""
        if row[0].id in self._renamed:
            return
        self.tally.add(one)
        if one.article and self._options.write:
            self._write(row, one, one.article)
        self._options.on_record()

    def _write(self, row: Kept, one: Redone, article: Article) -> None:
        last, source, site = row
        if self._job.skip_reserved and article.rights.tdm_reservation:
            self.tally.reserved += 1
            return
        state = self._state
        with state.transaction():
            if state.records.last(last.id) != last:
                self.tally.overtaken += 1
                return
            before = last if article.id == last.id else state.records.last(article.id) or last
            keep(state, News(article, one.signature, source, site, _family(last, one)), before, self._options.now)
            state.pages.reread(last.id, article.id, article.outcome)
        if article.id != last.id:
            self._renamed.add(article.id)
        self.tally.written += 1
        self._unsent += 1
        if self._unsent >= BATCH:
            self._unsent = 0
            hand_over(state, self._outputs)


def reclean_lines(
    paths: Sequence[str], process: Callable[[Page], Article], options: Options, workers: Workers
) -> Iterator[bytes | Tally]:
    """Make the records in files of JSON lines anew, each of the answer it was made of, in `options.archives`.

    Gives each record as a line, in their order, to the byte as it was where nothing has changed; and at the end what
    it all came to. Raises InputError where a file or an archive cannot be read.
    """
    wanted = Wanted()
    for data in _lines(paths):
        if record := record_of(data):
            wanted.add(_string(record.get("url")), _string(record.get("fetched_at")))
    archives, tally, waiting, hashes = Archives(options.archives, wanted), Tally(), deque[bytes](), _Hashes()
    tally.faults.extend(archives.faults)

    def olds() -> Iterator[Old]:
        for data in _lines(paths):
            waiting.append(data)
            record = record_of(data) or {}
            url, at = _string(record.get("url")), _string(record.get("fetched_at"))
            answered = record.get("status") is not None or record.get("error") is None
            yield Old(url, data, None, archives.find(url, at, newest=answered), answered)

    for one in workers.map(partial(redone, process=process, only=options.fields), olds(), lost=not_redone):
        tally.add(one)
        options.on_record()
        yield hashes.carried_on(waiting.popleft(), one.article)
    yield tally


class _Hashes:
    """The bodies that have changed, so that the next revision of an article names the one before it rightly."""

    def __init__(self) -> None:
        self._new: dict[tuple[str, str | None], str | None] = {}

    def carried_on(self, line: bytes, article: Article | None) -> bytes:
        """The line of a record, `article` in place of it where it has changed."""
        record: dict[str, Any] = record_of(line) or {}
        key = (str(record.get("id")), _string(record.get("previous_hash")))
        if article:
            if article.content_hash != record.get("content_hash"):
                self._new[key[0], _string(record.get("content_hash"))] = article.content_hash
            article = article.model_copy(update={"previous_hash": self._new.get(key, article.previous_hash)})
            return rendered(article).data
        if key[1] is None or key not in self._new:
            return line if line.endswith(b"\n") else line + b"\n"
        record["previous_hash"] = self._new[key]
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _archives(job: Job, options: Options) -> list[Path]:
    own = [job.fetch.warc] if job.fetch.warc and (job.fetch.warc.exists() or not options.archives) else []
    if not own and not options.archives:
        raise ConfigError(
            f"job `{job.name}` keeps no archive; set `warc` in its table [fetch], and what runs fetch from then on "
            "can be made anew, or name an archive with --warc FILE"
        )
    return [*options.archives, *own]


def _rows(state: State) -> Iterator[list[Kept]]:
    """The last records of the job's pages, in the order of their ids."""
    after = ""
    while rows := state.records.after(after, CHUNK):
        yield rows
        after = rows[-1][0].id


def _wanted(state: State) -> Wanted:
    wanted = Wanted()
    for rows in _rows(state):
        for last, _, _ in rows:
            wanted.add(last.url, last.written_at)
    return wanted


def _old(last: Written, archives: Archives, outgone: Outgone) -> Old:
    """A record of the job, with what it was made of: what was never answered has nothing newer than itself either."""
    answered = last.error_kind is None
    answer = archives.find(last.url, last.written_at, newest=answered)
    return Old(last.url, outgone.read(last), last, answer, answered)


def _family(last: Written, one: Redone) -> str | None:
    """The family that a record stays in, as long as its text is nearly the same; else one is to be found for it."""
    alike = last.signature and one.signature and resemblance(last.signature, one.signature) >= ALIKE
    return last.family if alike else None


def _lines(paths: Iterable[str]) -> Iterator[bytes]:
    for path in paths:
        for raw in read_raw(path, kind=Kind.JSONL):
            if isinstance(raw.content, InputError):
                raise raw.content
            if isinstance(raw.content, bytes):
                yield raw.content


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def fields_named(names: Iterable[str]) -> frozenset[str]:
    """The fields called so; raises UsageError, which names the nearest, where one is none that is compared."""
    unknown = [name for name in names if name not in FIELDS]
    if unknown:
        raise UsageError(f"`{unknown[0]}` is no field that is compared; {hint(unknown[0], FIELDS)}")
    return frozenset(names)
