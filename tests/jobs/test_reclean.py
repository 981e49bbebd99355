"""Records made anew of what was archived: what counts as a change, what is written, and what is left alone."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from scraper.cleaners.names import NAMES
from scraper.config import FetchSettings, Job
from scraper.errors import ConfigError, InputError, LockedError, OutputError, UsageError
from scraper.executors.process import Workers
from scraper.fetchers.client import Wiring
from scraper.fetchers.clock import Clock
from scraper.fetchers.http import httpx
from scraper.jobs.reclean import Options, fields_named, reclean, reclean_lines
from scraper.jobs.run import Options as RunOptions
from scraper.jobs.run import reader, run
from scraper.jobs.tally import Tally
from scraper.lock import Lock
from scraper.normaliser import stable_id
from tests.conftest import PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from scraper.article import Article
    from scraper.jobs.work import Process
    from scraper.page import Page

HOST = "https://paper.example"
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
OFF = tuple(NAMES)
"""With every rule off, the records are those of a program that knew less."""


def story(number: int, *more: str, head: str = "") -> str:
    """A page with an agency's sign-off and a photo credit in its text, which rules take out."""
    body = "".join(f"<p>{text} It was day {number}.</p>" for text in (*PARAGRAPHS, *more))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge {number}</title>{head}</head>"
        f"<body><article><h1>The bridge stays shut on day {number}</h1>{body}"
        "<p>Additional reporting by Jane Doe</p><p>Source: Reuters</p></article></body></html>"
    )


@dataclass
class Paper:
    """A paper that answers with what `pages` hold."""

    pages: dict[str, httpx.Response]
    asked: list[str] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        self.asked.append(request.url.path)
        found = self.pages.get(request.url.path) or httpx.Response(404, html="<h1>Not found</h1>")
        return httpx.Response(found.status_code, headers=found.headers, content=found.content)

    def run(self, job: Job, at: datetime = NOW, *, force: bool = False) -> None:
        wiring = Wiring(transport=httpx.MockTransport(self), clock=Clock(now=_ticking(at)))
        run(job, RunOptions(force=force), wiring=wiring)


def _ticking(at: datetime) -> Callable[[], datetime]:
    """A clock that goes on by a millisecond each time it is looked at."""
    times = iter(range(10**9))
    return lambda: at + timedelta(milliseconds=next(times))


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1) as workers:
        yield workers


def paper(count: int = 3) -> Paper:
    return Paper({f"/{number}": httpx.Response(200, html=story(number)) for number in range(count)})


def job(folder: Path, *paths: str, **keys: object) -> Job:
    base = {
        "name": "paper",
        "sources": {"paper": {"urls": [f"{HOST}{path}" for path in paths or ("/0", "/1", "/2")]}},
        "outputs": {"jsonl": str(folder / "out" / "{day}.jsonl")},
        "state": str(folder / "state.sqlite"),
        "fetch": FetchSettings(attempts=1, backoff=0, gap=0, warc=folder / "pages.warc.gz"),
    }
    return Job.model_validate({**base, **keys})


def known_less(folder: Path, *paths: str, **keys: object) -> tuple[Job, Job]:
    """A job as it was and as it is: the rules have become better."""
    return job(folder, *paths, **keys, no_rules=OFF), job(folder, *paths, **keys)


def again(task: Job, workers: Workers, *, now: datetime = LATER, **wishes: Any) -> Tally:  # noqa: ANN401 - Options'
    return reclean(task, Options(now, **wishes), workers)


def records(folder: Path) -> list[dict[str, Any]]:
    files = sorted((folder / "out").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_nothing_has_changed_where_the_program_is_the_same(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path)
    paper().run(task)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.jsonl")}
    tally = again(task, workers)
    assert (tally.same, tally.changed, tally.missing, tally.by_hash, tally.inexact) == (3, 0, 0, 0, 0)
    assert tally.words[0] == tally.words[1] > 100
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.jsonl")} == before


def test_what_better_rules_change_is_told_by_field_with_examples(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path)
    paper().run(less)
    tally = again(more, workers)
    assert (tally.compared, tally.changed) == (3, 3)
    assert tally.fields["blocks"] == tally.fields["removed"] == 3
    assert [(one.old, one.new) for one in tally.examples["blocks"]] == [("Additional reporting by Jane Doe", "(none)")]
    assert tally.changed_rules["reporting_credit"] == (0, 3)
    assert tally.words[1] == tally.words[0] - 3 * len("Additional reporting by Jane Doe Source: Reuters".split())
    assert len(records(tmp_path)) == 3


def test_rules_switched_off_change_it_the_other_way(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path)
    paper().run(more)
    assert again(less, workers).changed_rules["reporting_credit"] == (3, 0)


def test_only_the_fields_named_are_compared(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path)
    paper().run(less)
    tally = again(more, workers, fields=fields_named(["title"]))
    assert (tally.same, tally.changed) == (3, 0)
    assert set(again(more, workers, fields=fields_named(["removed"])).fields) == {"removed"}
    with pytest.raises(UsageError, match="`title`"):
        fields_named(["titel"])


def test_what_is_written_is_a_new_revision_and_written_once(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path)
    press = paper()
    press.run(less)
    first = {record["id"]: record for record in records(tmp_path)}
    tally = again(more, workers, write=True)
    assert (tally.changed, tally.written) == (3, 3)
    second = {record["id"]: record for record in records(tmp_path)[3:]}
    assert (tmp_path / "out" / f"{LATER.date()}.jsonl").read_text(encoding="utf-8").count("\n") == 3
    assert second.keys() == first.keys()
    for identity, record in second.items():
        old = first[identity]
        assert (record["revision"], record["previous_hash"]) == (2, old["content_hash"])
        assert (record["family"], record["fetched_at"]) == (old["family"], old["fetched_at"])
        assert "Jane Doe" not in record["text"]
    once_more = again(more, workers, now=LATER + timedelta(days=1), write=True)
    assert (once_more.same, once_more.changed, once_more.written) == (3, 0, 0)
    assert len(records(tmp_path)) == 6
    press.run(more, LATER + timedelta(days=2), force=True)
    assert len(records(tmp_path)) == 6


def test_what_is_kept_and_not_handed_over_goes_out_with_the_next(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path)
    paper().run(less)
    in_the_way = tmp_path / "out" / f"{LATER.date()}.jsonl"
    in_the_way.mkdir()
    with pytest.raises(OutputError):
        again(more, workers, write=True)
    in_the_way.rmdir()
    tally = again(more, workers, write=True)
    assert (tally.same, tally.written) == (3, 0)
    assert [record["revision"] for record in records(tmp_path)] == [1, 1, 1, 2, 2, 2]


def test_the_answer_that_a_record_was_made_of_counts_not_a_newer_one(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path, "/0")
    press = paper(1)
    press.run(task)
    press.pages["/0"] = httpx.Response(403, html="<h1>Stay out</h1>")
    press.run(task, NOW + timedelta(hours=1), force=True)
    press.pages["/0"] = httpx.Response(200, html=story(0).replace("<title>Bridge 0", "<title>Another head"))
    press.run(task, NOW + timedelta(hours=2), force=True)
    assert len(records(tmp_path)) == 1
    tally = again(task, workers)
    assert (tally.same, tally.inexact) == (1, 0)


def test_where_it_is_not_there_the_newest_page_is_taken_and_told_of(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path, "/0")
    press = paper(1)
    press.run(task)
    (tmp_path / "pages.warc.gz").unlink()
    assert again_missing(task, workers) == (0, 1)
    for hour, response in enumerate((httpx.Response(200, html=story(0)), httpx.Response(503)), start=1):
        press.pages["/0"] = response
        press.run(task, NOW + timedelta(hours=hour), force=True)
    tally = again(task, workers)
    assert (tally.same, tally.inexact) == (1, 1)


def again_missing(task: Job, workers: Workers) -> tuple[int, int]:
    """Records compared and missing where the archive is empty."""
    assert task.fetch.warc
    task.fetch.warc.touch()
    tally = again(task, workers)
    return tally.compared, tally.missing


def test_redirects_and_fragments_lead_to_the_same_page(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path, "/moved", "/1#top")
    press = paper(2)
    press.pages["/moved"] = httpx.Response(302, headers={"Location": "/0"})
    press.run(task)
    tally = again(task, workers)
    assert (tally.same, tally.changed, tally.missing, tally.inexact) == (2, 0, 0, 0)


def test_a_page_that_never_answered_is_told_apart_from_one_that_is_missing(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path, "/0", "/gone")
    unreachable = job(tmp_path, "/0", "/gone").model_copy(
        update={"sources": {"a": task.sources["paper"].model_copy(update={"urls": ("https://nowhere.invalid/a",)})}}
    )

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    paper(1).run(task)
    run(unreachable, wiring=Wiring(transport=httpx.MockTransport(refuse), clock=Clock(now=_ticking(NOW))))
    tally = again(task, workers)
    assert (tally.same, tally.missing, tally.no_answer) == (2, 0, 1)


def test_without_its_files_a_record_is_compared_by_its_hash(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path)
    paper().run(less)
    shutil.rmtree(tmp_path / "out")
    tally = again(more, workers)
    assert (tally.changed, tally.by_hash, dict(tally.fields)) == (3, 3, {"blocks": 3})
    assert again(less, workers).same == 3
    assert again(more, workers, write=True).written == 3
    assert [record["revision"] for record in records(tmp_path)] == [2, 2, 2]
    assert again(more, workers, write=True).written == 0


def test_a_record_that_has_another_id_now_goes_on_under_it(tmp_path: Path, workers: Workers) -> None:
    """As where an older program did not find the page's canonical address."""
    task, old = job(tmp_path, "/0"), stable_id(f"{HOST}/0", b"")
    press = paper(1)
    press.pages["/0"] = httpx.Response(200, html=story(0, head=f'<link rel=canonical href="{HOST}/first">'))
    press.run(task)
    new, path = records(tmp_path)[0]["id"], tmp_path / "out" / f"{NOW.date()}.jsonl"
    old = stable_id(f"{HOST}/0", b"")
    path.write_text(
        path.read_text().replace(new, old).replace(f'"canonical_url":"{HOST}/first"', '"canonical_url":null')
    )
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as state, state:
        for table, column in (("pages", "record_id"), ("records", "id"), ("records", "family"), ("bands", "id")):
            state.execute(f"UPDATE {table} SET {column} = ?", (old,))  # noqa: S608
    tally = again(task, workers, write=True)
    assert tally.fields.keys() == {"id", "canonical_url"}
    assert tally.written == 1
    last = records(tmp_path)[-1]
    assert (last["id"], last["revision"]) == (new, 2)
    tally = again(task, workers, write=True)
    assert (tally.same, tally.written) == (1, 0)
    press.run(task, LATER + timedelta(days=1), force=True)
    assert len(records(tmp_path)) == 2


def test_a_reservation_of_the_site_is_not_lost_though_it_is_not_in_the_archive(
    tmp_path: Path, workers: Workers
) -> None:
    task = job(tmp_path, "/0")
    asking = task.model_copy(update={"fetch": task.fetch.model_copy(update={"tdmrep": True})})
    press = paper(1)
    told = [{"location": "/*", "tdm-reservation": 1, "tdm-policy": f"{HOST}/terms"}]
    press.pages["/.well-known/tdmrep.json"] = httpx.Response(200, json=told)
    press.run(asking)
    assert records(tmp_path)[0]["rights"]["tdm_reservation"] is True
    assert again(asking, workers).same == 1


def test_an_archive_that_breaks_off_is_read_as_far_as_it_goes(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path)
    paper().run(task)
    path = tmp_path / "pages.warc.gz"
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 4])
    tally = again(task, workers)
    assert tally.same + tally.missing == 3
    assert tally.missing
    assert "pages.warc.gz: a damaged archive" in tally.faults[0]


def test_archives_that_were_moved_away_are_read_where_they_are_named(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path)
    paper().run(task)
    old = (tmp_path / "pages.warc.gz").rename(tmp_path / "old.warc.gz")
    assert again(task, workers, archives=(old,)).same == 3


def test_without_archive_state_or_lock_it_says_what_to_do(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path)
    with pytest.raises(InputError, match="do the job first"):
        again(task, workers)
    paper().run(task)
    with pytest.raises(ConfigError, match=r"`warc`.*--warc"):
        again(task.model_copy(update={"fetch": FetchSettings()}), workers)
    with Lock(tmp_path / "state.sqlite"):
        assert again(task, workers).same == 3
        with pytest.raises(LockedError):
            again(task, workers, write=True)


def test_files_of_records_are_made_anew_in_their_order(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path)
    press = paper()
    press.run(less)
    press.run(more.model_copy(update={"state": str(tmp_path / "other"), "outputs": job(tmp_path / "b").outputs}))
    path, warc = tmp_path / "out" / f"{NOW.date()}.jsonl", (tmp_path / "pages.warc.gz",)
    options = Options(LATER, archives=warc)
    *same, tally = reclean_lines([str(path)], reader(less), options, workers)
    assert same == path.read_bytes().splitlines(keepends=True)
    assert isinstance(tally, Tally)
    assert (tally.same, tally.missing) == (3, 0)
    *lines, tally = reclean_lines([str(path)], reader(more), options, workers)
    new = [json.loads(line) for line in lines if isinstance(line, bytes)]
    assert [record["url"] for record in new] == [record["url"] for record in records(tmp_path)]
    assert not any("Jane Doe" in record["text"] for record in new)
    assert [record["family"] for record in new] == [record["family"] for record in records(tmp_path)]


def test_of_revisions_the_later_names_the_hash_that_the_earlier_has_now(tmp_path: Path, workers: Workers) -> None:
    less, more = known_less(tmp_path, "/0")
    press = paper(1)
    press.run(less)
    press.pages["/0"] = httpx.Response(200, html=story(0, "One more paragraph has come to stand here since then."))
    press.run(less, NOW + timedelta(hours=1), force=True)
    path = tmp_path / "out" / f"{NOW.date()}.jsonl"
    options = Options(LATER, archives=(tmp_path / "pages.warc.gz",))
    first, second = (
        json.loads(line)
        for line in reclean_lines([str(path)], reader(more), options, workers)
        if isinstance(line, bytes)
    )
    assert (first["revision"], second["revision"]) == (1, 2)
    assert second["previous_hash"] == first["content_hash"] != records(tmp_path)[0]["content_hash"]


def test_a_line_that_is_no_record_is_passed_on_and_fails(tmp_path: Path, workers: Workers) -> None:
    task = job(tmp_path, "/0")
    paper(1).run(task)
    path = tmp_path / "out" / f"{NOW.date()}.jsonl"
    path.write_bytes(b'{"id": "x"}\n' + path.read_bytes() + b"no JSON")
    options = Options(LATER, archives=(tmp_path / "pages.warc.gz",))
    *lines, tally = reclean_lines([str(path)], reader(task), options, workers)
    assert b"".join(line for line in lines if isinstance(line, bytes)) == path.read_bytes() + b"\n"
    assert isinstance(tally, Tally)
    assert (tally.failed, tally.same, tally.exit_code) == (2, 1, 1)


def test_a_page_that_takes_too_long_fails_and_is_left_as_it_was(tmp_path: Path) -> None:
    less, more = known_less(tmp_path)
    paper().run(less)
    old = tmp_path / "out" / f"{NOW.date()}.jsonl"
    options = Options(LATER, archives=(tmp_path / "pages.warc.gz",))
    with Workers(1, deadline=5) as workers:
        *lines, tally = reclean_lines([str(old)], partial(_stuck, reader(more)), options, workers)
    assert isinstance(tally, Tally)
    assert (tally.failed, tally.changed, tally.exit_code) == (1, 2, 1)
    assert f"{HOST}/1: took longer than 5 s" in tally.failures[0]
    assert lines[[record["url"] for record in records(tmp_path)].index(f"{HOST}/1")] in old.read_bytes().splitlines(
        keepends=True
    )


def _stuck(process: Process, page: Page) -> Article:
    """Work that one page is too much for."""
    if page.url == f"{HOST}/1":
        time.sleep(60)
    return process(page)
