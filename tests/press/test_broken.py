"""Each way of being broken behaves as its name says."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from scraper.discovery.feeds import read_feed
from tests.press.asking import ask, needs_hosts
from tests.press.broken import BOMB_BYTES, BROKEN, TEN
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.press.served import Served

pytestmark = needs_hosts


@pytest.fixture(scope="module")
def wreck() -> Iterator[Served]:
    """A press that is broken in every way, paper by paper in BROKEN's order."""
    with serve(Press(papers=len(BROKEN), pages=3, special=False, broken=dict(enumerate(BROKEN)))) as open_press:
        yield open_press


def source_of(wreck: Served, name: str) -> str:
    return wreck.press.source(list(BROKEN).index(name)).address


def test_the_first_ten_papers_are_broken_in_ten_ways() -> None:
    press = Press(papers=12, broken=True)
    assert [press.breakage(k) for k in range(12)] == [*(BROKEN[name] for name in TEN), None, None]
    assert len({broken.says for broken in BROKEN.values()}) == len(BROKEN)


def test_refused(wreck: Served) -> None:
    with pytest.raises(ConnectionRefusedError):
        ask(source_of(wreck, "refused"))


@pytest.mark.parametrize(("name", "status"), [("not_found", 404), ("server_error", 500), ("unauthorized", 401)])
def test_statuses(wreck: Served, name: str, status: int) -> None:
    assert [ask(source_of(wreck, name)).status for _ in range(2)] == [status] * 2


def test_entity_bomb(wreck: Served) -> None:
    assert ask(source_of(wreck, "entity_bomb")).body.count(b"<!ENTITY") == 10


def test_redirect_loop(wreck: Served) -> None:
    first = urlsplit(source_of(wreck, "redirect_loop"))
    second = ask(first.geturl()).headers["Location"]
    back = ask(first._replace(path=second).geturl())
    assert (back.status, back.headers["Location"], second == first.path) == (302, first.path, False)


def test_html(wreck: Served) -> None:
    answer = ask(source_of(wreck, "html"))
    assert (answer.status, answer.body[:15]) == (200, b"<!doctype html>")


def test_cut_off(wreck: Served) -> None:
    body = ask(source_of(wreck, "cut_off")).body
    assert body.startswith(b"<?xml")
    assert b"<entry" not in body
    assert b"</feed" not in body


def test_robots_denied(wreck: Served) -> None:
    source = urlsplit(source_of(wreck, "robots_denied"))
    assert b"Disallow: /\n" in ask(source._replace(path="/robots.txt").geturl()).body
    assert ask(source.geturl()).status == 200


def test_gzip_bomb(wreck: Served) -> None:
    answer = ask(source_of(wreck, "gzip_bomb"))
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.body) < 2**20
    assert len(gzip.decompress(answer.body)) == BOMB_BYTES


def test_stall(wreck: Served) -> None:
    with pytest.raises(TimeoutError):
        ask(source_of(wreck, "stall"), timeout=0.2)
    host = urlsplit(source_of(wreck, "stall")).hostname
    assert wreck.log.asked(host, status=0) == 1


def test_empty(wreck: Served) -> None:
    assert read_feed(ask(source_of(wreck, "empty")).body, "http://x/") == ()


def test_pages_unavailable(wreck: Served) -> None:
    k = list(BROKEN).index("pages_unavailable")
    assert ask(source_of(wreck, "pages_unavailable")).status == 200
    answers = [ask(wreck.url(k, article.path)) for article in wreck.press.articles(k)]
    assert [(answer.status, answer.headers["Retry-After"]) for answer in answers] == [(503, "1")] * 3


def test_whole_papers_are_not_touched_by_broken_ones(wreck: Served) -> None:
    k = list(BROKEN).index("stall")
    assert ask(wreck.url(k, wreck.press.article(k, 1).path)).status == 200
