"""The press as a server: conditions, the log, changes while it is served, control endpoints."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import threading
import time
import urllib.request
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING

import pytest

from tests.press import served as serving
from tests.press.asking import LISTINGS, Answered, ask, listed, needs_hosts
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.press.served import Served

pytestmark = needs_hosts

SMALL = Press(papers=6, pages=12)
VALIDATED = (*LISTINGS, "/", "/sitemap.xml", "/robots.txt", SMALL.article(0, 5).path)


@pytest.fixture
def served() -> Iterator[Served]:
    with serve(SMALL) as open_press:
        yield open_press


@pytest.mark.parametrize("path", VALIDATED)
def test_what_is_unchanged_is_not_sent_again(served: Served, path: str) -> None:
    first = ask(served.url(0, path))
    assert first.headers["ETag"].startswith('"')
    assert parsedate_to_datetime(first.headers["Date"]) >= parsedate_to_datetime(first.headers["Last-Modified"])
    by_tag = ask(served.url(0, path), If_None_Match=first.headers["ETag"])
    by_date = ask(served.url(0, path), If_Modified_Since=first.headers["Last-Modified"])
    for again in (by_tag, by_date):
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_conditions_are_weighed_as_rfc_9110_has_it(served: Served) -> None:
    url = served.url(0, SMALL.article(0, 5).path)
    first = ask(url)
    tag, at = first.headers["ETag"], first.headers["Last-Modified"]
    earlier = format_datetime(SMALL.now.replace(year=2000), usegmt=True)
    assert ask(url, If_None_Match=f'"other", W/{tag}').status == 304
    assert ask(url, If_None_Match="*").status == 304
    assert ask(url, method="HEAD", If_None_Match=tag).status == 304
    assert ask(url, If_None_Match='"other"', If_Modified_Since=at).status == 200
    assert ask(url, If_Modified_Since=earlier).status == 200
    assert ask(url, If_Modified_Since="yesterday").status == 200


def test_a_page_that_is_gone_is_so_on_any_condition(served: Served) -> None:
    assert ask(served.url(0, "/nothing.html"), If_None_Match="*").status == 404
    assert "ETag" not in ask(served.url(0, "/nothing.html")).headers


def test_a_revised_page_is_sent_again(served: Served) -> None:
    paths = (SMALL.article(4, 3).path, "/news/", "/sitemap-news.xml")
    before = {path: ask(served.url(4, path)) for path in paths}
    served.revise(4, 3)
    for path, old in before.items():
        new = ask(served.url(4, path), If_None_Match=old.headers["ETag"])
        assert (new.status, new.headers["ETag"] == old.headers["ETag"]) == (200, False)
        assert ask(served.url(4, path), If_Modified_Since=old.headers["Last-Modified"]).status == 200


def test_published_articles_are_served_until_the_edition_is_put_back(served: Served) -> None:
    feed = ask(served.url(0, "/feed.xml"))
    served.publish(0, 3)
    urls = listed(served.press, 0, "/feed.xml")
    assert len(urls) == 15
    assert ask(served.url(0, "/feed.xml"), If_None_Match=feed.headers["ETag"]).status == 200
    assert [ask(url).status for url in urls[:3]] == [200] * 3
    served.reset(edition=True)
    assert ask(urls[0]).status == 404
    assert ask(served.url(0, "/feed.xml")).body == feed.body


def test_one_connection_takes_many_requests_and_head_has_no_body(served: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.3", served.port, timeout=5)
    for method in ("GET", "HEAD", "GET"):
        connection.request(method, "/atom.xml")
        answer = Answered(connection.getresponse())
        assert (answer.status, bool(answer.body)) == (200, method == "GET")
    connection.close()


def test_the_log_tells_what_was_asked(served: Served) -> None:
    tag = ask(served.url(1, "/feed.xml?x=1")).headers["ETag"]
    ask(served.url(1, "/feed.xml"), If_None_Match=tag)
    ask(served.url(2, "/none"))
    assert served.log.counts() == {
        ("127.0.0.3", "/feed.xml?x=1", 200): 1,
        ("127.0.0.3", "/feed.xml", 304): 1,
        ("127.0.0.4", "/none", 404): 1,
    }
    assert served.log.asked("127.0.0.3", "/feed.xml") == 2
    assert served.log.statuses() == {200: 1, 304: 1, 404: 1}
    served.reset()
    assert not served.log.counts()


def test_answers_wait_for_the_latency_without_waiting_for_each_other() -> None:
    with serve(SMALL, latency=0.2) as slow:
        threads = [threading.Thread(target=ask, args=(slow.url(k, "/robots.txt"),)) for k in range(6)]
        began = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert 0.2 <= time.monotonic() - began < 1


def test_what_is_kept_of_pages_is_bounded(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "CACHE_BYTES", 50_000)
    served.warm()
    assert served.kept_bytes <= 50_000
    assert ask(served.url(0, SMALL.article(0, 0).path)).status == 200


def test_control_endpoints_change_and_tell(served: Served) -> None:
    assert ask(f"{served.control}publish?paper=0&count=2", "POST").status == 204
    assert ask(f"{served.control}revise?n=4", "POST").status == 204
    assert (served.press.count(0), served.press.article(3, 4).revision) == (14, 1)
    ask(served.url(0, "/feed.xml"))
    told = json.loads(ask(f"{served.control}log").body)
    assert told == {"requests": 1, "statuses": {"200": 1}, "paths": {"127.0.0.2/feed.xml": {"200": 1}}}
    sources = json.loads(ask(f"{served.control}sources").body)
    assert sources[0]["address"] == served.url(0, "/feed.xml")
    ask(f"{served.control}reset?edition=1", "POST")
    assert (served.press.count(0), served.log.asked()) == (12, 0)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "publish", 404), ("POST", "publish?paper=99", 400), ("POST", "revise?n=x", 400), ("GET", "x", 404)],
)
def test_control_endpoints_say_what_was_wrong(served: Served, method: str, path: str, status: int) -> None:
    answer = ask(served.control + path, method)
    assert (answer.status, bool(answer.body)) == (status, True)


def test_papers_have_no_control_endpoints(served: Served) -> None:
    assert ask(served.url(0, "/_press/log")).status == 404


def test_it_runs_as_a_process() -> None:
    command = [sys.executable, "-m", "tests.press", "--papers", "2", "--pages", "3", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - the press itself
        assert process.stdout
        control = process.stdout.readline().split()[-1]
        with urllib.request.urlopen(control, timeout=5) as answer:  # noqa: S310 - loopback
            assert json.load(answer)["requests"] == 0
        process.terminate()
        assert process.wait(5) == 0


def test_a_taken_port_is_said_to_be() -> None:
    with (
        serve(SMALL) as first,
        pytest.raises(OSError, match=f"port {first.port} at 127.0.0.1"),
        serve(SMALL, first.port),
    ):
        pass
