from __future__ import annotations

import pytest

from scraper.errors import InvalidUrlError, RedirectError
from scraper.fetchers.urls import checked_url, describe, next_hop

HERE = "https://example.org/a/b?c=d"


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://example.org/story", "https://example.org/story"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://Example.org/Story", "HTTPS://Example.org/Story"),
        ("https://example.org/story?x=1#part", "https://example.org/story?x=1"),
        ("https://straße.example/käse", "https://straße.example/käse"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("https://example.org./", "https://example.org./"),
        ("https://news_desk.example.org/", "https://news_desk.example.org/"),
        ("https://example.org/@editor/1", "https://example.org/@editor/1"),
    ],
)
def test_absolute_http_urls_are_taken_without_their_fragment(url: str, sent: str) -> None:
    assert checked_url(url) == sent


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("", "only http and https"),
        ("story", "only http and https"),
        ("example.org/story", "did you mean https://example.org/story ?"),
        ("//example.org/story", "did you mean https://example.org/story ?"),
        ("localhost:8000/x", "did you mean https://localhost:8000/x ?"),
        ("www.example.org:8080", "did you mean https://www.example.org:8080 ?"),
        ("ftp://example.org/story", "only http and https"),
        ("file:///etc/hosts", "only http and https"),
        ("mailto:desk@example.org", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("https:///story", "no host"),
        ("https://", "no host"),
        ("https:example.org", "no host"),
        ("http://../", "no host"),
        ("http://a..b/", "no host"),
        (f"http://{'a' * 64}.org/", "no host"),
        ("http://example.org:port/", "Port could not be cast"),
        ("http://example.org:99999/", "Port out of range"),
        ("http://example.org:0/", "port 0"),
        ("http://[::1/", "Invalid IPv6"),
        ("https://example.org/a story", "white space"),
        (" https://example.org/", "white space"),
        ("https://example.org/\n", "white space"),
        ("https://example.org/\x00", "control character"),
        ("https://example.org/\u00a0", "white space"),
        ("https://example.org/\udce4", "surrogate"),
        ("https://user:secret@example.org/", "credentials"),
        ("https://@example.org/", "credentials"),
    ],
)
def test_other_urls_are_refused_with_what_is_wrong_and_an_example(url: str, hint: str) -> None:
    with pytest.raises(InvalidUrlError) as caught:
        checked_url(url)
    assert hint in str(caught.value)
    assert "https://example.org/story" in str(caught.value)


def test_a_refusal_names_the_url_but_not_the_password() -> None:
    with pytest.raises(InvalidUrlError) as caught:
        checked_url("https://user:secret@example.org/")
    assert "'https://***@example.org/'" in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://other.example/x", "https://other.example/x"),
        ("/x", "https://example.org/x"),
        ("x", "https://example.org/a/x"),
        ("?e=f", "https://example.org/a/b?e=f"),
        ("//other.example/x", "https://other.example/x"),
        ("http://example.org/x#y", "http://example.org/x"),
        (" /x ", "https://example.org/x"),
        ("/a story", "https://example.org/a%20story"),
        ("/käse%20brot?q=ü", "https://example.org/k%C3%A4se%20brot?q=%C3%BC"),
        ("https://straße.example/x", "https://straße.example/x"),
        ("https://other.example:8443/x", "https://other.example:8443/x"),
    ],
)
def test_a_location_is_resolved_and_made_sendable(location: str, target: str) -> None:
    assert next_hop((HERE,), location, 10) == target


@pytest.mark.parametrize(
    ("location", "fault"),
    [
        (None, "no Location"),
        ("", "no Location"),
        ("ftp://example.org/x", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("https://user:secret@example.org/", "credentials"),
        ("http://[::1", "no URL"),
        ("http://example.org:port/", "Port could not"),
        (HERE, "in a circle"),
        (HERE + "#top", "in a circle"),
    ],
)
def test_a_location_that_cannot_be_followed_is_an_error_that_names_the_page(location: str | None, fault: str) -> None:
    with pytest.raises(RedirectError) as caught:
        next_hop((HERE,), location, 10)
    assert fault in str(caught.value)
    assert HERE in str(caught.value)


def test_the_limit_counts_the_redirects_followed() -> None:
    assert next_hop((HERE, "https://example.org/1"), "/2", 2) == "https://example.org/2"
    with pytest.raises(RedirectError, match="more than 1 redirects"):
        next_hop((HERE, "https://example.org/1"), "/2", 1)


def test_messages_name_the_first_url_and_the_last() -> None:
    assert describe((HERE,)) == HERE
    assert describe(("http://a.example/", "http://b.example/", "http://c.example/")) == (
        "http://a.example/ (redirected to http://c.example/)"
    )


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("/a/../private", "/private"),
        ("/a/./b", "/a/b"),
        ("/a/%2e%2E/private?x=/../y", "/private?x=/../y"),
        ("/../../a", "/a"),
        ("/a/..", "/"),
        ("/a/b/.", "/a/b/"),
        ("/a//../b", "/a/b"),
        ("/a/.../..b/.c", "/a/.../..b/.c"),
        ("/?a=/./b", "/?a=/./b"),
        ("//a/../b", "//b"),
        ("", ""),
    ],
)
def test_dot_segments_are_removed_before_robots_txt_is_asked(given: str, sent: str) -> None:
    assert checked_url(f"https://example.org{given}") == f"https://example.org{sent}"
