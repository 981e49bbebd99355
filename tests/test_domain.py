"""Where links lead, and what is one site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.domain import absolute, paced_as, site


@pytest.mark.parametrize(
    ("url", "domain", "paced"),
    [
        ("https://news.bbc.co.uk/a", "bbc.co.uk", "bbc.co.uk"),
        ("https://www.paper.org:8443/a", "paper.org", "paper.org"),
        ("http://127.0.0.1:8080/a", "127.0.0.1", "127.0.0.1:8080"),
        ("http://127.0.0.1/a", "127.0.0.1", "127.0.0.1"),
        ("http://[::1]:81/a", "::1", "::1:81"),
        ("http://localhost:8080/", "localhost", "localhost:8080"),
        ("http://localhost/a", "localhost", "localhost"),
        ("https://müller.de/", "müller.de", "müller.de"),
        ("https://[oops/a", None, "https://[oops/a"),
        ("nonsense", None, "nonsense"),
        ("http://h:99999/", "h", "http://h:99999/"),
    ],
)
def test_what_is_one_site_and_one_pace(url: str, domain: str | None, paced: str) -> None:
    assert (site(url), paced_as(url)) == (domain, paced)


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/a", "https://paper.example/a"),
        (" b ", "https://paper.example/news/b"),
        ("\x00https://cdn.example/\n c\xa0", "https://cdn.example/ c"),
        ("HTTP://cdn.example/C", "http://cdn.example/C"),
        ("http:\n//cdn.example/", "http://cdn.example/"),
        ("//cdn.example/c", "https://cdn.example/c"),
        ("javascript:void(0)", None),
        ("http://[broken", None),
        ("http:///c", None),
        ("mailto:desk@paper.example", None),
        ("data:image/gif;base64,R0lGODlh", None),
        ("", None),
        (None, None),
    ],
)
def test_only_http_addresses_come_out_and_they_are_absolute(href: str | None, url: str | None) -> None:
    assert absolute(href, "https://paper.example/news/feed.xml") == url


@given(st.text(), st.sampled_from(["", "https://paper.example/"]))
def test_any_text_is_an_absolute_address_or_none(href: str, base: str) -> None:
    for written in (href, f"http://h.example/{href}", f"{href}http://h.example/"):
        assert (absolute(written, base) or "https://").startswith(("http://", "https://"))


def test_without_a_base_only_absolute_addresses_are_any() -> None:
    assert (absolute("/a", None), absolute("http://x.example/", None)) == (None, "http://x.example/")


def test_what_has_no_address_is_no_site() -> None:
    assert (site(None), site("")) == (None, None)
