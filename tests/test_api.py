"""The public names, and what they return and raise."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

import scraper
from scraper.errors import ConfigError, InvalidUrlError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom

LOCAL = scraper.FetchSettings(allow_loopback=True, gap=0)
HEAVY = {"httpx", "httpx2", "pydantic", "rich"}
IMPORTS = f"import sys, scraper; print(*sorted({HEAVY} & set(sys.modules)))"


def test_all_is_sorted_and_whole() -> None:
    assert scraper.__all__ == [
        "Access",
        "Article",
        "Block",
        "Failure",
        "FetchSettings",
        "Image",
        "Job",
        "Outputs",
        "Page",
        "Removed",
        "Rights",
        "ScraperError",
        "Signal",
        "Source",
        "__version__",
        "afetch",
        "clean_text",
        "extract",
        "fetch",
        "run",
    ]
    assert scraper.__all__ == sorted(scraper.__all__) == dir(scraper)
    assert all(getattr(scraper, name) is not None for name in scraper.__all__)


def test_version_is_the_distributions() -> None:
    assert scraper.__version__ == version("clean-news-scraper")


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = scraper.nonsense


def test_import_alone_loads_nothing_heavy() -> None:
    loaded = subprocess.run([sys.executable, "-I", "-c", IMPORTS], capture_output=True, check=True)  # noqa: S603 - our own line
    assert loaded.stdout == b"\n"


def test_extract_takes_text_and_bytes(article_html: str) -> None:
    url = "https://example.org/bridge"
    decoded = scraper.extract(article_html, url=url, fetched_at=datetime(2024, 5, 1))  # noqa: DTZ001 - naive on purpose
    raw = scraper.extract(article_html.encode(), url=url, fetched_at=datetime(2024, 5, 1, tzinfo=UTC))
    assert isinstance(decoded, scraper.Article)
    assert decoded.provenance.pop("encoding") == "utf-8 (header)"
    assert raw.provenance.pop("encoding") == "utf-8 (meta)"
    assert decoded == raw
    assert (decoded.outcome, decoded.title, decoded.url) == ("article", "Bridge stays shut", url)


def test_clean_text_keeps_the_text() -> None:
    text = "The council met, and argued, and went home again without a result that anyone could show."
    assert scraper.clean_text(text) == scraper.clean_text(text.encode())
    assert "went home again" in scraper.clean_text(text).text


@pytest.mark.parametrize(("data", "kind"), [("", "empty"), (b" \n", "empty"), (b"\x89PNG\r\n\x1a\n", "binary")])
def test_what_cannot_be_read_gives_a_record_and_raises_nothing(data: str | bytes, kind: str) -> None:
    for article in (scraper.extract(data), scraper.clean_text(data)):
        assert article.outcome == "error"
        assert article.error
        assert article.error.kind == kind


def test_fetch_gives_the_article(newsroom: Newsroom) -> None:
    article = scraper.fetch(newsroom.url("/story"), settings=LOCAL)
    assert (article.outcome, article.status, article.title) == ("article", 200, "Bridge stays shut")
    assert article.fetched_at


def test_afetch_gives_the_article_inside_a_loop(newsroom: Newsroom) -> None:
    article = asyncio.run(scraper.afetch(newsroom.url("/story"), settings=LOCAL))
    assert article.title == "Bridge stays shut"


def test_fetch_never_raises_for_what_the_network_does() -> None:
    settings = scraper.FetchSettings(attempts=1, deadline=5, allow_loopback=True, gap=0)
    article = scraper.fetch("http://127.0.0.1:9/story", settings=settings)
    assert article.outcome == "error"
    assert article.error
    assert article.error.kind == "connection"


@pytest.mark.parametrize("url", ["", "example.org", "ftp://example.org/", "http://", "http://[::1", "http://a:b/"])
def test_invalid_url_raises(url: str) -> None:
    with pytest.raises(InvalidUrlError):
        scraper.fetch(url)
    with pytest.raises(InvalidUrlError):
        scraper.extract("<p>x</p>", url=url)
    with pytest.raises(InvalidUrlError):
        scraper.clean_text("x", url=url)


def test_fetch_inside_a_loop_says_what_to_call_instead() -> None:
    async def inside() -> None:
        scraper.fetch("https://example.org/")

    with pytest.raises(UsageError, match=r"await scraper\.afetch"):
        asyncio.run(inside())


def test_run_takes_a_job_or_its_path(newsroom: Newsroom, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    source, outputs = scraper.Source(urls=(newsroom.url("/story"),)), scraper.Outputs(jsonl=str(output))
    state = str(tmp_path / "state.sqlite")
    job = scraper.Job(name="test", sources={"paper": source}, outputs=outputs, state=state, fetch=LOCAL)
    path = tmp_path / "job.toml"
    path.write_text(
        f'name = "test"\nstate = "state.sqlite"\noutputs.jsonl = "out.jsonl"\n[sources.paper]\n'
        f'urls = ["{newsroom.url("/story")}"]\n[fetch]\nallow_loopback = true\n'
    )
    first, second = scraper.run(job), scraper.run(path)
    assert (first.new, second.new, second.listed) == (1, 0, 1)


def test_run_of_a_missing_job_names_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"missing\.toml"):
        scraper.run(str(tmp_path / "missing.toml"))
