"""The form of a URL by which it is known."""

from __future__ import annotations

import pytest

from scraper.url_key import untracked, url_key

URL = "https://paper.example/story"


@pytest.mark.parametrize(
    "same",
    [
        "https://paper.example/story#comments",
        "HTTPS://PAPER.example/story",
        "https://paper.example/story?utm_source=rss&utm_medium=feed",
        "https://paper.example/story?fbclid=x&GCLID=y",
    ],
)
def test_addresses_of_one_page_have_one_key(same: str) -> None:
    assert url_key(same) == url_key(URL)


@pytest.mark.parametrize(
    "other",
    ["https://paper.example/story?id=2", "https://paper.example/Story", "https://paper.example/story?page="],
)
def test_addresses_of_other_pages_have_other_keys(other: str) -> None:
    assert url_key(other) != url_key(URL)


def test_order_of_parameters_is_no_difference_but_repetition_is() -> None:
    assert url_key(f"{URL}?b=1&a=2") == url_key(f"{URL}?a=2&b=1")
    assert url_key(f"{URL}?a=1&a=2") != url_key(f"{URL}?a=1")


@pytest.mark.parametrize("broken", ["http://[broken", "http://h:99999/", "nonsense", "http://h/\ud800"])
def test_what_is_no_url_is_its_own_key(broken: str) -> None:
    assert url_key(broken) == broken


def test_only_tracking_parameters_are_taken_off() -> None:
    assert untracked(f"{URL}?b=1&utm_source=x&a=2#part") == f"{URL}?b=1&a=2#part"
    assert untracked(f"{URL}?b=%31&a") == f"{URL}?b=%31&a"
    assert untracked("http://[broken?utm_source=x") == "http://[broken?utm_source=x"
