"""A new job's file, from the address of a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.config import FetchSettings, load_job
from scraper.errors import StatusError
from scraper.fetchers.client import Wiring
from scraper.fetchers.http import httpx
from scraper.jobs.new import EXAMPLE, Sources, job_name, job_text, source_name, sources_of

HOST = "https://paper.example"
ROOT = Path(__file__).parents[2]
ARTICLE = "<article><h2><a href='/a/a-headline-of-several-words'>A headline of several words</a></h2></article>"


def rss(*paths: str) -> str:
    items = "".join(f"<item><link>{HOST}{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel>{items}</channel></rss>'


def declaring(*hrefs: str) -> str:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{href}">' for href in hrefs)
    return f"<!doctype html><html><head>{links}</head><body>{ARTICLE}</body></html>"


def found(bodies: dict[str, str]) -> Sources:
    def host(request: httpx.Request) -> httpx.Response:
        body = bodies.get(request.url.path)
        return httpx.Response(404) if body is None else httpx.Response(200, text=body)

    return sources_of(f"{HOST}/", FetchSettings(gap=0, attempts=1), Wiring(transport=httpx.MockTransport(host)))


@pytest.mark.parametrize(
    ("bodies", "addresses"),
    [
        pytest.param({"/": declaring("/feed"), "/feed": rss("/a")}, {"feeds": [f"{HOST}/feed"]}, id="a feed"),
        pytest.param(
            {"/": declaring("/feed", "/copy"), "/feed": rss("/a", "/b"), "/copy": rss("/b?utm_source=x")},
            {"feeds": [f"{HOST}/feed"]},
            id="a feed that lists no more than another",
        ),
        pytest.param(
            {"/": declaring("/dead", "/feed"), "/feed": rss("/a")}, {"feeds": [f"{HOST}/feed"]}, id="a dead feed"
        ),
        pytest.param({"/": declaring("/empty"), "/empty": rss()}, {"sections": [f"{HOST}/"]}, id="an empty feed"),
        pytest.param({"/": declaring()}, {"sections": [f"{HOST}/"]}, id="nothing declared"),
        pytest.param(
            {
                "/": declaring("/feed"),
                "/feed": rss("/a"),
                "/robots.txt": f"Sitemap: {HOST}/all.xml\nSitemap: {HOST}/news.xml",
                "/news.xml": f"<urlset><url><loc>{HOST}/n</loc></url></urlset>",
            },
            {"feeds": [f"{HOST}/feed"], "sitemaps": [f"{HOST}/news.xml"]},
            id="a news sitemap, not that of everything",
        ),
    ],
)
def test_what_a_site_declares_and_can_be_read_is_taken(bodies: dict[str, str], addresses: dict[str, list[str]]) -> None:
    told = found(bodies)
    assert {key: value for key, value in told.addresses.items() if value} == addresses
    assert told.told


def test_a_page_that_is_not_there_is_told() -> None:
    with pytest.raises(StatusError, match="404"):
        found({})


@pytest.mark.parametrize("many", [1, 3])
def test_the_text_is_a_sound_job(tmp_path: Path, many: int) -> None:
    addresses = {"feeds": [f"{HOST}/{number}" for number in range(many)]}
    (tmp_path / "job.toml").write_text(job_text("paper.example", addresses), encoding="utf-8")
    job = load_job(tmp_path / "job.toml")
    assert list(job.sources["paper.example"].feeds) == addresses["feeds"]
    assert job.sources["paper.example"].sections == ()


def test_every_line_that_is_a_comment_is_sound_too(tmp_path: Path) -> None:
    """What people uncomment has to work: keys, places and types."""
    lines = job_text("paper.example").splitlines()
    open_lines = [
        line[2:] if line.startswith("# ") and (" = " in line or line.startswith("# [")) else line for line in lines
    ]
    (tmp_path / "job.toml").write_text("\n".join(open_lines), encoding="utf-8")
    job = load_job(tmp_path / "job.toml")
    assert job.limit == 500
    assert job.outputs.stdout
    assert job.fetch.headers == {"news.example": {"Accept-Language": "de"}}


def test_the_example_in_configs_is_what_a_new_job_says() -> None:
    assert (ROOT / "configs" / "jobs" / "example.toml").read_text(encoding="utf-8") == job_text("news.example", EXAMPLE)


def test_names_come_from_the_host() -> None:
    assert source_name("https://www.paper.example/news?x=1") == "paper.example"
    assert job_name("L'Écho du Port") == "L-Écho-du-Port"
    assert job_name("...") == "news"
