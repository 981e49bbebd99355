"""What is one site."""

from __future__ import annotations

import pytest

from scraper.domain import paced_as, site


@pytest.mark.parametrize(
    ("url", "domain", "paced"),
    [
        ("https://news.bbc.co.uk/a", "bbc.co.uk", "bbc.co.uk"),
        ("https://www.paper.org:8443/a", "paper.org", "paper.org"),
        ("http://127.0.0.1:8080/a", "127.0.0.1", "127.0.0.1:8080"),
        ("http://127.0.0.1/a", "127.0.0.1", "127.0.0.1"),
        ("http://[::1]:81/a", "::1", "::1:81"),
        ("http://localhost:8080/", "localhost", "localhost:8080"),
        ("nonsense", None, "nonsense"),
        ("http://h:99999/", "h", "http://h:99999/"),
    ],
)
def test_what_is_one_site_and_one_pace(url: str, domain: str | None, paced: str) -> None:
    assert (site(url), paced_as(url)) == (domain, paced)
