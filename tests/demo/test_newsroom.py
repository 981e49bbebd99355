"""The synthetic newsroom, asked over loopback."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import httpx
import pytest

from scraper import fetch
from scraper.config import FetchSettings
from scraper.demo.newsroom import HOST, PAGES, PARTS, ROUTES, Route, render, serve
from scraper.discovery.feeds import read_feed
from scraper.discovery.sitemaps import read_sitemap
from scraper.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BASE = "http://paper.example"


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with serve() as base, httpx.Client(base_url=base) as client:
        yield client


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_every_route_answers_as_its_row_says(route: Route, client: httpx.Client) -> None:
    for answer in (*route.answers, route.answers[-1]):
        response = client.get(route.path)
        assert response.status_code == answer.status
        assert response.content == render(answer, str(client.base_url).rstrip("/"))
        assert response.headers["content-type"] == answer.media_type


def test_any_other_path_is_missing(client: httpx.Client) -> None:
    assert client.get("/news/never-written.html").status_code == 404


def test_the_consent_page_is_where_the_redirect_leads(client: httpx.Client) -> None:
    response = client.get("/kultur/museum-depot.html", follow_redirects=True)
    assert response.url.path == "/consent"
    assert "Alle akzeptieren" in response.text


def test_the_falsely_labelled_page_is_not_utf8_whatever_it_says(client: httpx.Client) -> None:
    response = client.get("/lokales/bruecke-gesperrt.html")
    assert "utf-8" in response.headers["content-type"]
    with pytest.raises(UnicodeDecodeError):
        response.content.decode("utf-8")
    assert "Klappbrücke" in response.content.decode("cp1252")


def test_feed_and_sitemaps_list_pages_of_the_newsroom_some_of_them_both(client: httpx.Client) -> None:
    base = str(client.base_url)
    (child,) = read_sitemap(client.get("/sitemap.xml").content, base).children
    mapped = {link.url for link in read_sitemap(client.get(child.url).content, base).links}
    fed = {link.url.partition("?")[0] for link in read_feed(client.get("/feed.xml").content, base)}
    paths = {httpx.URL(url).path for url in mapped | fed}
    assert paths <= {route.path for route in ROUTES if route.shows}
    assert mapped & fed
    assert mapped - fed
    assert fed - mapped


def test_every_file_is_served_by_some_route() -> None:
    answers = (answer for route in ROUTES for answer in (*route.answers, route.subscribers) if answer)
    served = {answer.file for answer in answers if answer.file}
    assert served == {file.name for file in PAGES.iterdir() if file.is_file()}
    assert {f"{part}.html" for part in PARTS} == {file.name for file in (PAGES / "parts").iterdir()}


@pytest.mark.parametrize("route", [route for route in ROUTES if route.shows], ids=lambda route: str(route.shows))
def test_pages_hold_no_placeholder_and_only_sound_json(route: Route) -> None:
    for answer in route.answers:
        html = render(answer, BASE).decode(answer.encoding)
        assert "$" not in html
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
            assert json.loads(block)


@pytest.mark.parametrize(
    ("cookie", "delivered"),
    [
        pytest.param(None, "preview", id="a stranger"),
        pytest.param("subscriber\t1", "full", id="with a subscriber's own cookie"),
        pytest.param("subscriber\t0", "preview", id="with another"),
    ],
)
def test_a_subscriber_reads_all_by_their_own_cookies(cookie: str | None, delivered: str, tmp_path: Path) -> None:
    jar = tmp_path / "cookies.txt"
    jar.write_text(f"# Netscape HTTP Cookie File\n{HOST}\tFALSE\t/\tFALSE\t9999999999\t{cookie}\n")
    jar.chmod(0o600)
    settings = FetchSettings(allow_loopback=True, gap=0, cookies=jar if cookie else None)
    with serve() as base:
        article = fetch(f"{base}/politics/lighthouse-budget.html", settings=settings)
    assert (article.access.state, article.access.delivered) == ("subscription", delivered)
    assert ("Ada Marrow" in article.text) == (delivered == "full")


@pytest.mark.parametrize("port", [99_999, -1])
def test_a_port_that_cannot_be_is_named(port: int) -> None:
    with pytest.raises(UsageError, match=f"port {port} "), serve(port):
        pass


def test_a_taken_port_is_named_with_what_to_do() -> None:
    with serve() as base:
        port = httpx.URL(base).port or 0
        with pytest.raises(UsageError, match=f"port {port} .*another port"), serve(port):
            pass


def test_the_port_is_free_again_afterwards() -> None:
    with serve() as base:
        port = httpx.URL(base).port or 0
    with serve(port) as again:
        assert again == base
