"""Scheduled runs: what is new, what is known, what has changed, what fails."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import pytest

from scraper.article import Article, Block, Failure, Rights
from scraper.config import FetchSettings, Job
from scraper.errors import ConfigError, LockedError, OutputError
from scraper.fetchers.client import Wiring
from scraper.fetchers.clock import Clock, utc_now
from scraper.fetchers.http import httpx
from scraper.jobs.run import Options, arun, run
from scraper.jobs.summary import SourceFailure
from scraper.lock import Lock
from scraper.stores.state import open_state
from scraper.url_key import url_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scraper.article import Outcome
    from scraper.jobs.summary import Summary
    from scraper.page import Page

HOST = "https://paper.example"
NOT_OK = 400
OUTCOMES: Final[dict[int, Outcome]] = {200: "article", 404: "gone", 410: "gone", 403: "blocked"}


@dataclass
class Paper:
    """A paper that answers with what `bodies` hold, or with a status; it counts what it was asked for."""

    bodies: dict[str, str | int]
    asked: list[str] = field(default_factory=list)
    hours: float = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        self.asked.append(request.url.path)
        body = self.bodies.get(request.url.path, 404)
        if body == 0:
            raise httpx.ConnectError("refused", request=request)
        return httpx.Response(body) if isinstance(body, int) else httpx.Response(200, text=body)

    def run(self, job: Job, options: Options | None = None) -> Summary:
        self.asked.clear()
        return run(job, options, process=stub, wiring=Wiring(transport=httpx.MockTransport(self), clock=self.clock))

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: utc_now() + timedelta(hours=self.hours))


def stub(page: Page) -> Article:
    """A record that says no more than a run needs to know."""
    status = page.status or 0
    if page.unchanged:
        return Article(id="?", rules_version="r", url=page.url, status=status, outcome="unchanged")
    error = Failure(kind="http_status", message="m", retryable=status >= 500) if status >= NOT_OK else None
    outcome = OUTCOMES.get(status, "error")
    reserved = page.body == b"reserved" or dict(page.site).get("tdm-reservation") == "1"
    body = page.body.decode()
    return Article(
        id=url_key(page.url or ""),
        rules_version="r",
        url=page.url,
        status=status,
        error=None if outcome == "gone" else error,
        outcome=outcome,
        rights=Rights(tdm_reservation=True if reserved else None),
        published_at=body.partition("on ")[2] or None,
        blocks=(Block(type="paragraph", text=body),),
        content_hash=body,
    )


def news_sitemap(path: str, title: str, date: str) -> str:
    told = f"<n:news><n:publication_date>{date}</n:publication_date><n:title>{title}</n:title></n:news>"
    space = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return f"<urlset {space}><url><loc>{HOST}{path}</loc>{told}</url></urlset>"


def feed(*paths: str) -> str:
    items = "".join(f"<item><link>{HOST}{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel>{items}</channel></rss>'


def sitemap(*paths: str, root: str = "urlset", item: str = "url", lastmod: str | None = None) -> str:
    told = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<{root}>{''.join(f'<{item}><loc>{HOST}{path}</loc>{told}</{item}>' for path in paths)}</{root}>"


def job(directory: Path, keys: Mapping[str, object] | None = None, **source: object) -> Job:
    """A job with one source, given by the further keywords; `keys` are those of the job."""
    base = {
        "name": "paper",
        "sources": {"paper": source},
        "outputs": {"jsonl": str(directory / "out.jsonl")},
        "state": str(directory / "state.sqlite"),
        "fetch": FetchSettings(attempts=1, backoff=0, gap=0),
    }
    return Job.model_validate({**base, **(keys or {})})


def records(job: Job) -> list[dict[str, Any]]:
    output = Path(job.outputs.jsonl or "")
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()] if output.exists() else []


def written(job: Job) -> list[str]:
    return [record["url"].removeprefix(HOST) for record in records(job)]


def test_every_kind_of_source_leads_to_one_record_a_page_in_order(tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(f"# ours\n{HOST}/b  # twice\n\n{HOST}/c#top\n", encoding="utf-8")
    section = "".join(
        f'<article><h2><a href="/{n}/a-long-headline-of-some-words">A headline of some words</a></h2></article>'
        for n in "gh"
    )
    paper = Paper(
        {
            **dict.fromkeys(("/a", "/b", "/c", "/d", "/e", "/f", "/i"), "text"),
            **{f"/{n}/a-long-headline-of-some-words": "text" for n in "gh"},
            "/feed": feed("/a?utm_source=rss", "/d"),
            "/json": json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1.1",
                    "title": "t",
                    "items": [{"id": "1", "url": f"{HOST}/i"}],
                }
            ),
            "/sitemap": sitemap("/one", "/two", root="sitemapindex", item="sitemap"),
            "/one": sitemap("/d", "/e"),
            "/two": sitemap("/f"),
            "/section/": f"<!doctype html><html><body><main>{section}</main></body></html>",
        }
    )
    task = job(
        tmp_path,
        urls=(f"{HOST}/a", f"{HOST}/b"),
        url_files=(tmp_path / "urls.txt",),
        feeds=(f"{HOST}/feed", f"{HOST}/json"),
        sitemaps=(f"{HOST}/sitemap",),
        sections=(f"{HOST}/section/",),
    )
    summary = paper.run(task)
    assert written(task)[:3] == ["/a", "/b", "/c#top"]
    assert sorted(written(task)[3:]) == ["/d", "/e", "/f", *(f"/{n}/a-long-headline-of-some-words" for n in "gh"), "/i"]
    assert (summary.new, summary.exit_code, summary.waiting, summary.undelivered) == (9, 0, 0, 0)
    assert str(summary).startswith("paper: 9 written, 9 fetched (9 article), ")


def test_pages_that_declare_their_feeds_need_no_more(tmp_path: Path) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    paper = Paper({"/": f"<!doctype html><html><head>{head}</head></html>", "/feed": feed("/a"), "/a": "text"})
    task = job(tmp_path, discover=(f"{HOST}/",))
    assert paper.run(task).new == 1
    assert paper.asked == ["/", "/feed", "/a"]


def test_a_second_run_brings_nothing_new_and_says_so(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a", "/b"), "/a": "text", "/b": "text"})
    task = job(tmp_path, feeds=(f"{HOST}/feed",))
    paper.run(task)
    before = (tmp_path / "out.jsonl").read_bytes()
    summary = paper.run(task)
    assert (summary.new, summary.listed, summary.exit_code) == (0, 2, 0)
    assert "nothing new, 2 listed" in str(summary)
    assert paper.asked == ["/feed"]
    assert (tmp_path / "out.jsonl").read_bytes() == before


def test_a_failure_that_may_pass_is_told_once_and_tried_again_later_each_time(tmp_path: Path) -> None:
    paper = Paper({"/busy": 503, "/a": "text"})
    task = job(tmp_path, urls=(f"{HOST}/busy", f"{HOST}/missing", f"{HOST}/a"))
    first = paper.run(task)
    assert (dict(first.sums.outcomes), first.exit_code) == ({"error": 1, "gone": 1, "article": 1}, 0)
    for hours, asked in ((0.001, []), (0.02, ["/busy"]), (0.04, []), (0.1, ["/busy"])):
        paper.hours = hours
        assert paper.run(task).new == 0
        assert paper.asked == asked
    paper.bodies["/busy"] = "text"
    paper.hours = 1
    assert dict(paper.run(task).sums.outcomes) == {"article": 1}
    assert [record["outcome"] for record in records(task)] == ["error", "gone", "article", "article"]
    assert records(task)[-1]["revision"] == 2


def test_a_page_that_fails_for_days_is_given_up(tmp_path: Path) -> None:
    paper = Paper({"/busy": 503})
    task = job(tmp_path, urls=(f"{HOST}/busy",))
    tries = 0
    for day in range(20):
        paper.hours = day * 25
        paper.run(task)
        tries += len(paper.asked)
    assert tries == 8
    assert len(records(task)) == 1


def test_a_changed_body_is_a_revision_and_an_unchanged_one_is_not_written(tmp_path: Path) -> None:
    paper = Paper({"/map": sitemap("/a", "/b", lastmod="2026-01-01T10:00:00Z"), "/a": "old", "/b": "same"})
    task = job(tmp_path, sitemaps=(f"{HOST}/map",))
    paper.run(task)
    paper.bodies |= {"/map": sitemap("/a", "/b", lastmod="2026-01-01T11:00:00Z"), "/a": "new"}
    summary = paper.run(task)
    assert sorted(paper.asked) == ["/a", "/b", "/map"]
    assert (summary.new, summary.sums.revisions, summary.sums.skipped) == (1, 1, {"same": 1})
    last = records(task)[-1]
    assert (last["content_hash"], last["revision"], last["previous_hash"]) == ("new", 2, "old")


def test_a_site_whose_word_of_a_change_is_wrong_is_not_believed_at_once_again(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    task = job(tmp_path, sitemaps=(f"{HOST}/map",))
    asked = 0
    for minute in range(0, 12 * 60, 15):
        paper.hours = minute / 60
        stamp = (utc_now() + timedelta(minutes=minute)).isoformat()
        paper.bodies["/map"] = sitemap("/a", lastmod=stamp)
        paper.run(task)
        asked += paper.asked.count("/a")
    assert 4 <= asked <= 8


def test_what_is_listed_is_asked_for_again_after_the_hours_given(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a"), "/a": "text"})
    task = job(tmp_path, feeds=(f"{HOST}/feed",), recheck_hours=6)
    asked = []
    for hours in (0, 5, 7, 8, 14):
        paper.hours = hours
        paper.run(task)
        asked.append("/a" in paper.asked)
    assert asked == [True, False, True, False, True]


def test_an_article_that_cannot_be_had_for_now_stays_one_until_it_is_gone(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a"), "/a": "text"})
    task = job(tmp_path, feeds=(f"{HOST}/feed",), recheck_hours=1)
    answers: tuple[str | int, ...] = ("text", 503, 403, "text", 410)
    for hours, answer in enumerate(answers):
        paper.bodies["/a"] = answer
        paper.hours = 30 * hours
        paper.run(task)
    assert [record["outcome"] for record in records(task)] == ["article", "gone"]


def test_validators_are_sent_back_and_304_is_believed(tmp_path: Path) -> None:
    conditions: list[tuple[str, str | None, str | None]] = []

    def host(request: httpx.Request) -> httpx.Response:
        path, headers = request.url.path, request.headers
        if path == "/robots.txt":
            return httpx.Response(404)
        conditions.append((path, headers.get("if-none-match"), headers.get("if-modified-since")))
        if headers.get("if-none-match"):
            return httpx.Response(304)
        told = {"ETag": f'"{path}"', "Last-Modified": "Thu, 01 Jan 2026 10:00:00 GMT"}
        return httpx.Response(200, headers=told, text=feed("/a") if path == "/feed" else "text")

    task = job(tmp_path, feeds=(f"{HOST}/feed",), urls=(f"{HOST}/b",), recheck_hours=0.001)
    clock = Clock(now=utc_now)
    run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host), clock=clock))
    later = Clock(now=lambda: utc_now() + timedelta(hours=1))
    task = task.model_copy(update={"sources": {"paper": task.sources["paper"].model_copy(update={"feeds": ()})}})
    summary = run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host), clock=later))
    assert conditions[-1] == ("/b", '"/b"', "Thu, 01 Jan 2026 10:00:00 GMT")
    assert (summary.new, dict(summary.sums.outcomes)) == (0, {"unchanged": 1})


def test_a_feed_that_has_not_changed_is_not_sent_and_what_is_left_of_it_is_fetched(tmp_path: Path) -> None:
    conditions: list[str | None] = []

    def host(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/feed":
            return httpx.Response(404) if request.url.path == "/robots.txt" else httpx.Response(200, text="text")
        conditions.append(request.headers.get("if-none-match"))
        if conditions[-1]:
            return httpx.Response(304)
        return httpx.Response(200, headers={"ETag": '"1"'}, text=feed("/a", "/b"))

    task = job(tmp_path, {"limit": 1}, feeds=(f"{HOST}/feed",))
    for _ in range(2):
        run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host)))
    assert conditions == [None, '"1"']
    assert written(task) == ["/a", "/b"]


def test_a_source_whose_settings_have_changed_is_read_whole(tmp_path: Path) -> None:
    def host(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/feed":
            unchanged = request.headers.get("if-none-match")
            return (
                httpx.Response(304) if unchanged else httpx.Response(200, headers={"ETag": "x"}, text=feed("/a", "/b"))
            )
        return httpx.Response(404 if request.url.path == "/robots.txt" else 200, text="text")

    for exclude in (["/b"], []):
        task = job(tmp_path, feeds=(f"{HOST}/feed",), exclude=exclude)
        run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host)))
    assert written(task) == ["/a", "/b"]


def test_pages_of_a_source_that_the_job_has_no_more_are_not_fetched(tmp_path: Path) -> None:
    paper = Paper(
        {"/feed": feed("/a", "/b", "/c"), "/other": feed("/d"), **dict.fromkeys("/a /b /c /d".split(), "text")}
    )
    sources = {"paper": {"feeds": [f"{HOST}/feed"], "limit": 1}, "other": {"feeds": [f"{HOST}/other"]}}
    paper.run(job(tmp_path, {"sources": sources}))
    task = job(tmp_path, {"sources": {"other": sources["other"]}})
    assert paper.run(task).waiting == 0
    assert paper.asked == ["/other"]
    paper.run(job(tmp_path, {"sources": {**sources, "paper": {"feeds": [f"{HOST}/feed"]}}}))
    assert sorted(written(task)) == ["/a", "/b", "/c", "/d"]


def test_a_run_right_after_one_that_was_broken_off_reads_the_sources_again(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a", "/b"), "/a": "text", "/b": "text", "/c": "text"})
    task = job(tmp_path, {"fetch": FetchSettings(attempts=1, gap=0, workers=1)}, feeds=(f"{HOST}/feed",))
    with pytest.raises(KeyError, match="crash"):
        paper.run(task, Options(on_record=crashing(f"{HOST}/a")))
    paper.bodies["/feed"] = feed("/c", "/a", "/b")
    assert paper.run(task).exit_code == 0
    assert sorted(written(task)) == ["/a", "/b", "/c"]


def test_robots_txt_is_asked_for_once_a_day(tmp_path: Path) -> None:
    asked: list[str] = []

    def host(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(200, text="User-agent: *\nDisallow: /closed" if "robots" in request.url.path else "text")

    for hours, name in enumerate(("a", "closed", "c")):
        task = job(tmp_path, urls=(f"{HOST}/{name}",))
        clock = Paper({}, hours=13 * hours).clock
        run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host), clock=clock))
    assert asked == ["/robots.txt", "/a", "/robots.txt", "/c"]
    assert [record["outcome"] for record in records(task)] == ["article", "robots_denied", "article"]


def test_a_run_does_not_ask_earlier_than_the_run_before_it_was_told(tmp_path: Path) -> None:
    asked: list[str] = []

    def host(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(404 if request.url.path == "/robots.txt" else 429, headers={"Retry-After": "3600"})

    task = job(tmp_path, urls=(f"{HOST}/a", f"{HOST}/b"))
    summaries = [run(task, wiring=Wiring(transport=httpx.MockTransport(host))) for _ in range(2)]
    assert asked == ["/robots.txt", "/a"]
    assert [record["error"]["kind"] for record in records(task)] == ["http_status"]
    assert [summary.waiting for summary in summaries] == [1, 1]


def test_sites_that_are_left_alone_take_no_other_sites_turn(tmp_path: Path) -> None:
    """However many they are: a run takes so many sites at a time, and no more."""
    urls = [f"https://a{number}.org/{page}" for number in range(40) for page in range(2)]

    def host(request: httpx.Request) -> httpx.Response:
        waits = request.url.host != "z.org" and request.url.path != "/robots.txt"
        return httpx.Response(429, headers={"Retry-After": "3600"}) if waits else httpx.Response(404)

    fetch = FetchSettings(attempts=1, gap=0, workers=1)
    task = job(tmp_path, {"fetch": fetch}, urls=(*urls, "https://z.org/1"))
    summary = run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host)))
    assert "https://z.org/1" in {record["url"] for record in records(task)}
    assert (summary.sums.fetched, summary.waiting) == (41, 40)


def test_sites_take_turns(tmp_path: Path) -> None:
    """So that the gap of one is spent on the others."""
    urls = [f"https://{host}/{n}" for host in ("a.org", "b.org", "www.b.org") for n in range(2)]
    fetch = FetchSettings(attempts=1, gap=0, workers=1)
    task = job(tmp_path, {"fetch": fetch}, urls=tuple(urls))
    run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(lambda _: httpx.Response(404))))
    assert [record["url"].removeprefix("https://") for record in records(task)] == [
        "a.org/0",
        "b.org/0",
        "a.org/1",
        "b.org/1",
        "www.b.org/0",
        "www.b.org/1",
    ]


def test_a_dead_source_is_reported_and_stops_no_other(tmp_path: Path) -> None:
    paper = Paper(
        {
            "/dead": 0,
            "/html": "<!doctype html><html></html>",
            "/index": sitemap("/away", "/good", "/index", root="sitemapindex", item="sitemap"),
            "/good": sitemap("/b"),
            "/broken": sitemap("/c")[:-5],
            **dict.fromkeys("/a /b /c".split(), "text"),
            "/feed": feed("/a"),
        }
    )
    feeds = tuple(f"{HOST}/{name}" for name in ("dead", "html", "feed"))
    task = job(tmp_path, feeds=(*feeds, "no url"), sitemaps=(f"{HOST}/index", f"{HOST}/broken"))
    summary = paper.run(task)
    assert sorted(written(task)) == ["/a", "/b", "/c"]
    assert summary.exit_code == 3
    failures = {one.address.removeprefix(HOST): one.message for one in summary.sources["paper"].failures}
    assert sorted(failures) == ["/away", "/broken", "/dead", "/html", "no url"]
    assert "an HTML page" in failures["/html"]
    assert "status 404" in failures["/away"]
    assert "broken after 1 entries" in failures["/broken"]
    assert not any(message.startswith(HOST) for message in failures.values())


def test_sitemaps_beyond_the_limit_are_reported(tmp_path: Path) -> None:
    paper = Paper({"/index": sitemap("/1", "/2", "/3", root="sitemapindex", item="sitemap"), "/1": sitemap("/a")})
    summary = paper.run(job(tmp_path, sitemaps=(f"{HOST}/index",), max_sitemaps=2))
    message = "2 of its lists were not read; raise `max_sitemaps` (2)"
    assert summary.sources["paper"].failures == (SourceFailure(f"{HOST}/index", "limit", message),)
    assert paper.asked == ["/index", "/1", "/a"]


@pytest.mark.parametrize("keys", [{"limit": 2}, {}])
def test_urls_beyond_a_limit_wait_for_the_next_run(tmp_path: Path, keys: dict[str, int]) -> None:
    paper = Paper(dict.fromkeys(("/a", "/b", "/c"), "text"))
    task = job(tmp_path, keys, urls=tuple(f"{HOST}/{name}" for name in "abc"), limit=None if keys else 2)
    first = paper.run(task)
    assert (first.new, first.waiting) == (2, 1)
    assert "1 left to the next run" in str(first)
    assert paper.run(task).waiting == 0
    assert written(task) == ["/a", "/b", "/c"]


def test_links_are_chosen_by_pattern_and_age(tmp_path: Path) -> None:
    today, old = utc_now().date().isoformat(), "2020-01-01"
    bodies: dict[str, str | int] = {f"/{part}/{n}": f"on {today}" for part in ("news", "video") for n in range(2)}
    bodies |= {"/news/old": f"on {old}", "/map": sitemap("/news/ancient", lastmod=old)}
    bodies["/feed"] = feed(*(path for path in bodies if path != "/map"), "/sport/1")
    paper = Paper(bodies)
    where = {"feeds": [f"{HOST}/feed"], "sitemaps": [f"{HOST}/map"]}
    task = job(tmp_path, None, **where, include=["/news/", "/video/"], exclude=["video/1$"], max_age_days=7)
    summary = paper.run(task)
    assert sorted(written(task)) == ["/news/0", "/news/1", "/video/0"]
    assert summary.sources["paper"].left_out == {"not included": 1, "excluded": 1, "old": 1}
    assert summary.sums.skipped == {"old": 1}


def test_what_a_page_does_not_say_its_list_may(tmp_path: Path) -> None:
    date = "2026-11-26T10:00:00+01:00"
    bodies: dict[str, str | int] = {
        "/one": news_sitemap("/a", "The bridge opens", date),
        "/other": news_sitemap("/b", "Another title", date),
        "/gone": news_sitemap("/c", "A title", date),
        "/a": "text",
        "/b": "on 2026-11-25",
    }
    task = job(tmp_path, sitemaps=[f"{HOST}/{name}" for name in ("one", "other", "gone")])
    Paper(bodies).run(task)
    told = {
        record["url"].removeprefix(HOST): (record["title"], record["published_at"], record["provenance"])
        for record in records(task)
    }
    assert told["/a"] == ("The bridge opens", date, {"title": "list", "published_at": "list"})
    assert told["/b"] == ("Another title", "2026-11-25", {"title": "list"})
    assert told["/c"] == (None, None, {})


def test_pages_that_reserve_text_mining_are_skipped_where_the_job_says_so(tmp_path: Path) -> None:
    paper = Paper({"/a": "text", "/b": "reserved", "/c": "text"})
    task = job(tmp_path, {"skip_reserved": True}, urls=tuple(f"{HOST}/{name}" for name in "abc"))
    summary = paper.run(task)
    assert (summary.new, summary.sums.skipped) == (2, {"reserved": 1})
    assert "1 reserved and skipped" in str(summary)
    assert written(task) == ["/a", "/c"]
    assert paper.run(task).sums.fetched == 0


def test_what_a_site_reserves_in_its_own_file_is_skipped_too(tmp_path: Path) -> None:
    file = json.dumps([{"location": "/b", "tdm-reservation": 1}])
    paper = Paper({"/a": "text", "/b": "text", "/c": "text", "/.well-known/tdmrep.json": file})
    task = job(tmp_path, {"skip_reserved": True}, urls=tuple(f"{HOST}/{name}" for name in "abc"))
    assert paper.run(task).sums.skipped == {"reserved": 1}
    assert written(task) == ["/a", "/c"]
    assert paper.asked.count("/.well-known/tdmrep.json") == 1


def test_reserved_pages_are_kept_where_nothing_is_said(tmp_path: Path) -> None:
    paper = Paper({"/b": "reserved"})
    task = job(tmp_path, urls=(f"{HOST}/b",))
    assert paper.run(task).new == 1
    assert written(task) == ["/b"]


def test_a_page_that_names_another_address_as_its_own_is_not_fetched_there(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a?from=feed"), "/map": sitemap("/a"), "/a": "text"})

    def canonical(page: Page) -> Article:
        return stub(page).model_copy(update={"id": "a", "canonical_url": f"{HOST}/a"})

    task = job(tmp_path, feeds=(f"{HOST}/feed",))
    wiring = Wiring(transport=httpx.MockTransport(paper))
    run(task, process=canonical, wiring=wiring)
    again = job(tmp_path, sitemaps=(f"{HOST}/map",))
    assert run(again, process=canonical, wiring=wiring).sums.fetched == 0
    assert len(records(task)) == 1


def test_two_addresses_of_one_article_are_one_record(tmp_path: Path) -> None:
    paper = Paper({"/amp": "text", "/print": "text"})

    def canonical(page: Page) -> Article:
        return stub(page).model_copy(update={"id": "a"})

    task = job(tmp_path, urls=(f"{HOST}/amp", f"{HOST}/print"))
    summary = run(task, process=canonical, wiring=Wiring(transport=httpx.MockTransport(paper)))
    assert (summary.new, summary.sums.skipped) == (1, {"same": 1})


def test_copies_of_a_text_across_sites_are_one_family_and_none_is_dropped(tmp_path: Path) -> None:
    story = " ".join(f"word{n}" for n in range(300))
    texts = {
        "a.org": story,
        "b.org": f"Our own first lines. {story}",
        "c.org": " ".join(f"other{n}" for n in range(300)),
    }

    def host(request: httpx.Request) -> httpx.Response:
        return (
            httpx.Response(404) if "robots" in request.url.path else httpx.Response(200, text=texts[request.url.host])
        )

    task = job(tmp_path, {"fetch": FetchSettings(gap=0, workers=1)}, urls=tuple(f"https://{name}/x" for name in texts))
    run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host)))
    found = [(record["id"], record["family"]) for record in records(task)]
    first = found[0][0]
    assert [family for _, family in found] == [first, first, found[2][0]]


def test_force_fetches_all_again_and_writes_only_what_has_changed(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a", "/b"), "/a": "text", "/b": "text"})
    task = job(tmp_path, feeds=(f"{HOST}/feed",))
    paper.run(task)
    paper.bodies["/b"] = "changed"
    summary = paper.run(task, Options(force=True))
    assert paper.asked == ["/feed", "/a", "/b"]
    assert (summary.sums.fetched, summary.new) == (2, 1)


def test_what_is_forgotten_is_fetched_and_written_again(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a", "/b"), "/a": "text", "/b": "text"})
    task = job(tmp_path, feeds=(f"{HOST}/feed",))
    paper.run(task)
    with open_state(task.state_at, task.name) as state:
        assert state.pages.forget("-", url_key(f"{HOST}/b")) == 1
    paper.run(task)
    assert written(task) == ["/a", "/b", "/b"]


def test_a_crash_after_a_record_was_kept_loses_and_doubles_nothing(tmp_path: Path) -> None:
    paper = Paper(dict.fromkeys(("/a", "/b", "/c"), "text"))
    fetch = FetchSettings(attempts=1, gap=0, workers=1)
    task = job(tmp_path, {"fetch": fetch}, urls=tuple(f"{HOST}/{name}" for name in "abc"))
    with pytest.raises(KeyError, match="crash"):
        paper.run(task, Options(on_record=crashing(f"{HOST}/b")))
    assert written(task) == []
    seen: list[str] = []
    paper.run(task, Options(on_record=lambda article: seen.append(str(article.url))))
    assert [url.removeprefix(HOST) for url in seen] == ["/c"]
    assert written(task) == ["/a", "/b", "/c"]


def crashing(at: str) -> Callable[[Article], None]:
    def crash(article: Article) -> None:
        if article.url == at:
            raise KeyError("crash")

    return crash


def test_an_output_that_cannot_be_written_is_told_before_anything_is_fetched(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    task = job(tmp_path, {"outputs": {"jsonl": "/proc/nowhere/out.jsonl"}}, urls=(f"{HOST}/a",))
    with pytest.raises(OutputError, match=r"/proc/nowhere.*cannot be written"):
        paper.run(task)
    assert not paper.asked
    assert paper.run(job(tmp_path, urls=(f"{HOST}/a",))).new == 1


def test_a_job_that_another_run_is_doing_is_not_begun(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    task = job(tmp_path, urls=(f"{HOST}/a",))
    with Lock(Path(task.state_at)), pytest.raises(LockedError, match="is doing this job"):
        paper.run(task)
    assert not paper.asked
    with Lock(Path(task.state_at)) as held:
        assert paper.run(task, Options(lock=held)).new == 1


def test_a_missing_url_file_is_named_before_anything_is_fetched(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    with pytest.raises(ConfigError, match=r"nowhere\.txt: cannot be read"):
        paper.run(job(tmp_path, urls=(f"{HOST}/a",), url_files=(tmp_path / "nowhere.txt",)))
    assert not paper.asked


def test_a_url_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        Paper({}).run(job(tmp_path, url_files=(tmp_path / "urls.txt",)))


def test_a_source_without_addresses_brings_nothing(tmp_path: Path) -> None:
    assert Paper({}).run(job(tmp_path)).exit_code == 0


def test_a_source_of_which_nothing_can_be_fetched_has_failed(tmp_path: Path) -> None:
    summary = Paper({"/a": 500, "/b": 500}).run(job(tmp_path, urls=(f"{HOST}/a", f"{HOST}/b")))
    assert summary.exit_code == 3
    assert "none of the 2 pages tried could be fetched (2 http_status)" in summary.diagnoses["paper"]


def test_a_sites_own_selectors_lead(tmp_path: Path) -> None:
    (tmp_path / f"{urlsplit(HOST).hostname}.toml").write_text('body = ["#own"]')
    page = httpx.Response(200, html="<h1>Bridge opens</h1><div id=own>The site's own text.</div>")
    settings = job(tmp_path, {"sites": tmp_path}, urls=[f"{HOST}/a"])
    run(settings, wiring=Wiring(transport=httpx.MockTransport(lambda _: page)))
    [record] = records(settings)
    assert record["text"] == "The site's own text."


def test_arun_does_the_same_inside_a_loop(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    task = job(tmp_path, urls=(f"{HOST}/a",))
    summary = asyncio.run(arun(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(paper))))
    assert dict(summary.sums.outcomes) == {"article": 1}
