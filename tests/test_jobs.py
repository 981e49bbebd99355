"""Scheduled runs: what is new, what is known, what fails, and what a crash costs."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest

from scraper.article import Article, Failure, Rights
from scraper.config import FetchSettings, Job
from scraper.errors import ConfigError, OutputError
from scraper.fetchers.client import Wiring
from scraper.fetchers.http import httpx
from scraper.jobs import SourceFailure, Summary, arun, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scraper.article import Outcome
    from scraper.page import Page

HOST = "https://paper.example"
NOT_OK = 400
OUTCOMES: Final[dict[int, Outcome]] = {200: "article", 404: "gone"}


@dataclass
class Paper:
    """A paper that answers with what `bodies` hold, or with a status; it counts what it was asked for."""

    bodies: dict[str, str | int]
    asked: list[str] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        self.asked.append(request.url.path)
        body = self.bodies.get(request.url.path, 404)
        if body == 0:
            raise httpx.ConnectError("refused", request=request)
        return httpx.Response(body) if isinstance(body, int) else httpx.Response(200, text=body)

    def run(self, job: Job, on_record: Callable[[Article], None] | None = None) -> Summary:
        self.asked.clear()
        return run(job, process=stub, wiring=Wiring(transport=httpx.MockTransport(self)), on_record=on_record)


def stub(page: Page) -> Article:
    """A record that says no more than a run needs to know."""
    status = page.status or 0
    error = Failure(kind="http_status", message="m", retryable=status >= 500) if status >= NOT_OK else None
    outcome = OUTCOMES.get(status, "error")
    reserved = page.body == b"reserved" or dict(page.site).get("tdm-reservation") == "1"
    rights = Rights(tdm_reservation=True if reserved else None)
    return Article(id="x", rules_version="r", url=page.url, status=status, error=error, outcome=outcome, rights=rights)


def feed(*paths: str) -> str:
    items = "".join(f"<item><link>{HOST}{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel>{items}</channel></rss>'


def sitemap(*paths: str, root: str = "urlset", item: str = "url") -> str:
    return f"<{root}>{''.join(f'<{item}><loc>{HOST}{path}</loc></{item}>' for path in paths)}</{root}>"


def job(directory: Path, **keys: object) -> Job:
    base = {"name": "paper", "output": directory / "out.jsonl", "fetch": FetchSettings(attempts=1, backoff=0, gap=0)}
    return Job.model_validate({**base, **keys})


def written(job: Job) -> list[str]:
    lines = job.output.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["url"].removeprefix(HOST) for line in lines]


def test_urls_feeds_and_sitemaps_become_one_record_each_in_order(tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(f"# ours\n{HOST}/b  # twice\n\n{HOST}/c#top\n", encoding="utf-8")
    paper = Paper(
        {
            **dict.fromkeys(("/a", "/b", "/c", "/d", "/e", "/f"), "text"),
            "/feed": feed("/a?utm_source=rss", "/d"),
            "/sitemap": sitemap("/one", "/two", root="sitemapindex", item="sitemap"),
            "/one": sitemap("/d", "/e"),
            "/two": sitemap("/f"),
        }
    )
    task = job(
        tmp_path,
        urls=(f"{HOST}/a", f"{HOST}/b"),
        url_files=(tmp_path / "urls.txt",),
        feeds=(f"{HOST}/feed",),
        sitemaps=(f"{HOST}/sitemap",),
    )
    summary = paper.run(task)
    assert written(task) == ["/a", "/b", "/c#top", "/d", "/e", "/f"]
    assert summary == Summary("paper", task.output, {"article": 6})
    assert summary.exit_code == 0
    assert str(summary) == f"paper: 6 new (6 article), 0 known; records in {task.output}"


def test_a_second_run_brings_nothing_new_and_says_so(tmp_path: Path) -> None:
    paper = Paper({"/feed": feed("/a", "/b"), "/a": "text", "/b": "text"})
    task = job(tmp_path, feeds=(f"{HOST}/feed",))
    paper.run(task)
    before = task.output.read_bytes()
    summary = paper.run(task)
    assert (summary.new, summary.known, summary.exit_code) == (0, 2, 0)
    assert "nothing new, 2 known" in str(summary)
    assert paper.asked == ["/feed"]
    assert task.output.read_bytes() == before


def test_only_a_failure_that_may_pass_is_tried_again(tmp_path: Path) -> None:
    paper = Paper({"/busy": 503, "/a": "text"})
    task = job(tmp_path, urls=(f"{HOST}/busy", f"{HOST}/missing", f"{HOST}/a"))
    first = paper.run(task)
    assert (first.outcomes, first.exit_code) == ({"error": 1, "gone": 1, "article": 1}, 1)
    paper.bodies["/busy"] = "text"
    second = paper.run(task)
    assert paper.asked == ["/busy"]
    assert (second.outcomes, second.known) == ({"article": 1}, 2)
    assert paper.run(task).new == 0


@pytest.mark.parametrize(
    ("robots", "kind", "again"),
    [((200, "User-agent: *\nDisallow: /a"), "robots_denied", 0), ((503, ""), "robots_unavailable", 1)],
)
def test_what_robots_txt_closes_is_no_failure_and_asked_again_only_where_it_may_open(
    tmp_path: Path, robots: tuple[int, str], kind: str, again: int
) -> None:
    def host(request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/robots.txt"
        return httpx.Response(robots[0], text=robots[1])

    task = job(tmp_path, urls=(f"{HOST}/a",))
    first, second = (run(task, wiring=Wiring(transport=httpx.MockTransport(host))) for _ in range(2))
    assert (first.outcomes, first.exit_code) == ({"robots_denied": 1}, 0)
    assert second.new == again
    record = json.loads(task.output.read_text().splitlines()[0])
    assert (record["outcome"], record["error"]["kind"]) == ("robots_denied", kind)


def test_a_run_does_not_ask_earlier_than_the_run_before_it_was_told(tmp_path: Path) -> None:
    asked: list[str] = []

    def host(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(404 if request.url.path == "/robots.txt" else 429, headers={"Retry-After": "3600"})

    task = job(tmp_path, urls=(f"{HOST}/a",))
    for _ in range(2):
        run(task, wiring=Wiring(transport=httpx.MockTransport(host)))
    assert asked == ["/robots.txt", "/a"]
    kinds = [json.loads(line)["error"]["kind"] for line in task.output.read_text().splitlines()]
    assert kinds == ["http_status", "parked"]


def test_a_feed_that_has_not_changed_still_leads_to_what_is_left_of_it(tmp_path: Path) -> None:
    """With a cache, feeds are asked under conditions; what a 304 stands for is read from the cache."""
    conditions: list[str | None] = []

    def host(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/feed":
            return httpx.Response(404) if request.url.path == "/robots.txt" else httpx.Response(200, text="text")
        conditions.append(request.headers.get("if-none-match"))
        headers = {"ETag": '"1"', "Cache-Control": "no-cache", "Content-Type": "application/rss+xml"}
        if conditions[-1]:
            return httpx.Response(304, headers=headers)
        return httpx.Response(200, headers=headers, text=feed("/a", "/b"))

    fetch = FetchSettings(attempts=1, gap=0, cache=tmp_path / "cache.sqlite")
    task = job(tmp_path, feeds=(f"{HOST}/feed",), limit=1, fetch=fetch)
    for _ in range(2):
        run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(host)))
    assert conditions == [None, '"1"']
    assert written(task) == ["/a", "/b"]


def test_sites_take_turns(tmp_path: Path) -> None:
    """So that the gap of one is spent on the others."""
    urls = [f"https://{host}/{n}" for host in ("a.org", "b.org", "www.b.org") for n in range(2)]
    task = job(tmp_path, urls=tuple(urls))
    run(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(lambda _: httpx.Response(404))))
    found = [json.loads(line)["url"] for line in task.output.read_text().splitlines()]
    assert [url.removeprefix("https://") for url in found] == [
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
    assert written(task) == ["/a", "/b", "/c"]
    assert summary.exit_code == 3
    failures = {failure.source.removeprefix(HOST): failure.message for failure in summary.source_failures}
    assert list(failures) == ["/dead", "/html", "no url", "/away", "/broken"]
    assert "an HTML page" in failures["/html"]
    assert "status 404" in failures["/away"]
    assert "broken after 1 entries" in failures["/broken"]
    assert not any(message.startswith(HOST) for message in failures.values())
    assert f"{HOST}/html: " in str(summary)


def test_sitemaps_beyond_the_limit_are_reported(tmp_path: Path) -> None:
    paper = Paper({"/index": sitemap("/1", "/2", "/3", root="sitemapindex", item="sitemap"), "/1": sitemap("/a")})
    summary = paper.run(job(tmp_path, sitemaps=(f"{HOST}/index",), max_sitemaps=2))
    message = "2 of its sitemaps were not read; raise `max_sitemaps` (2)"
    assert summary.source_failures == (SourceFailure(f"{HOST}/index", message),)
    assert paper.asked == ["/index", "/1", "/a"]


def test_urls_beyond_the_limit_wait_for_the_next_run(tmp_path: Path) -> None:
    paper = Paper(dict.fromkeys(("/a", "/b", "/c"), "text"))
    task = job(tmp_path, urls=tuple(f"{HOST}/{name}" for name in "abc"), limit=2)
    first = paper.run(task)
    assert (first.new, first.waiting) == (2, 1)
    assert "1 left to the next run" in str(first)
    assert paper.run(task).waiting == 0
    assert written(task) == ["/a", "/b", "/c"]


def test_pages_that_reserve_text_mining_are_skipped_where_the_job_says_so(tmp_path: Path) -> None:
    paper = Paper({"/a": "text", "/b": "reserved", "/c": "text"})
    task = job(tmp_path, urls=tuple(f"{HOST}/{name}" for name in "abc"), skip_reserved=True)
    summary = paper.run(task)
    assert (summary.new, summary.reserved) == (2, 1)
    assert "1 reserved and skipped" in str(summary)
    assert written(task) == ["/a", "/c"]
    assert paper.run(task).reserved == 0
    assert paper.asked == []


def test_what_a_site_reserves_in_its_own_file_is_skipped_too(tmp_path: Path) -> None:
    file = json.dumps([{"location": "/b", "tdm-reservation": 1}])
    paper = Paper({"/a": "text", "/b": "text", "/c": "text", "/.well-known/tdmrep.json": file})
    task = job(tmp_path, urls=tuple(f"{HOST}/{name}" for name in "abc"), skip_reserved=True)
    assert paper.run(task).reserved == 1
    assert written(task) == ["/a", "/c"]
    assert paper.asked.count("/.well-known/tdmrep.json") == 1


def test_reserved_pages_are_kept_where_nothing_is_said(tmp_path: Path) -> None:
    paper = Paper({"/b": "reserved"})
    task = job(tmp_path, urls=(f"{HOST}/b",))
    assert paper.run(task).new == 1
    assert written(task) == ["/b"]


def test_a_crash_between_writing_and_marking_loses_nothing(tmp_path: Path) -> None:
    paper = Paper(dict.fromkeys(("/a", "/b", "/c"), "text"))
    task = job(tmp_path, urls=tuple(f"{HOST}/{name}" for name in "abc"))

    def crash(article: Article) -> None:
        if article.url == f"{HOST}/b":
            raise KeyError("crash")

    with pytest.raises(KeyError, match="crash"):
        paper.run(task, on_record=crash)
    assert written(task) == ["/a", "/b"]
    with task.output.open("r+b") as stream:
        stream.truncate(task.output.stat().st_size - 9)
    seen: list[str] = []
    paper.run(task, on_record=lambda article: seen.append(str(article.url)))
    assert [url.removeprefix(HOST) for url in seen] == ["/b", "/c"]
    lines = task.output.read_text(encoding="utf-8").splitlines()
    assert [json.loads(lines[index])["url"].removeprefix(HOST) for index in (0, 2, 3)] == ["/a", "/b", "/c"]


def test_an_output_that_cannot_be_written_marks_nothing_as_seen(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    full = job(tmp_path, urls=(f"{HOST}/a",)).model_copy(update={"state": tmp_path / "state.sqlite"})
    (tmp_path / "full").symlink_to("/dev/full")
    with pytest.raises(OutputError, match="make room"):
        paper.run(full.model_copy(update={"output": tmp_path / "full"}))
    assert paper.run(full).new == 1


def test_a_missing_url_file_is_named_before_anything_is_fetched(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    with pytest.raises(ConfigError, match=r"nowhere\.txt: cannot be read"):
        paper.run(job(tmp_path, urls=(f"{HOST}/a",), url_files=(tmp_path / "nowhere.txt",)))
    assert not paper.asked


def test_a_url_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        Paper({}).run(job(tmp_path, url_files=(tmp_path / "urls.txt",)))


def test_output_and_state_may_not_be_one_file(tmp_path: Path) -> None:
    both = tmp_path / "both.sqlite"
    with pytest.raises(ConfigError, match="give them two files"):
        Paper({}).run(Job(name="paper", output=both))


def test_a_job_without_sources_brings_nothing(tmp_path: Path) -> None:
    assert Paper({}).run(job(tmp_path)).exit_code == 0


def test_a_sites_own_selectors_lead(tmp_path: Path) -> None:
    (tmp_path / f"{urlsplit(HOST).hostname}.toml").write_text('body = ["#own"]')
    page = httpx.Response(200, html="<h1>Bridge opens</h1><div id=own>The site's own text.</div>")
    settings = job(tmp_path, urls=[f"{HOST}/a"], sites=tmp_path)
    run(settings, wiring=Wiring(transport=httpx.MockTransport(lambda _: page)))
    [record] = map(json.loads, settings.output.read_text(encoding="utf-8").splitlines())
    assert record["text"] == "The site's own text."


def test_arun_does_the_same_inside_a_loop(tmp_path: Path) -> None:
    paper = Paper({"/a": "text"})
    task = job(tmp_path, urls=(f"{HOST}/a",))
    summary = asyncio.run(arun(task, process=stub, wiring=Wiring(transport=httpx.MockTransport(paper))))
    assert summary.outcomes == {"article": 1}
