"""Addresses of pictures."""

from __future__ import annotations

import pytest

from scraper.extractors.document import parse
from scraper.extractors.images.addresses import address, best, needle, same

BASE = "https://www.marlingpost.example"
GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        pytest.param('<img src="/a.jpg">', "a", id="src"),
        pytest.param(f'<img src="{GIF}" data-src="/a.jpg">', "a", id="lazy"),
        pytest.param(f'<img src="{GIF}" data-flickity-lazyload-src="/a.jpg">', "a", id="lazy, by another name"),
        pytest.param('<img src="/s.jpg" data-lazy-srcset="/a.jpg 900w, /b.jpg 300w">', "a", id="a lazy srcset"),
        pytest.param('<img src="/a.jpg" data-low-src="/b.jpg">', "a", id="a lesser one"),
        pytest.param('<img src="/s.jpg" data-full-src="/a.jpg" srcset="/b.jpg 900w">', "a", id="as large as there is"),
        pytest.param('<img src="/a.jpg" data-full-src="/gallery/7">', "a", id="a page of it"),
        pytest.param('<img src="/s.jpg" srcset="/b.jpg 300w, /a.jpg 900w">', "a", id="widest"),
        pytest.param('<img src="/s.jpg" srcset="/b.jpg, /a.jpg 2x">', "a", id="densest"),
        pytest.param('<source srcset="/a.webp 900w"><img src="/s.jpg" srcset="/b.jpg 600w">', "a", id="a wider source"),
        pytest.param('<source srcset="/b.webp 900w"><img src="/s.jpg" srcset="/a.jpg 900w">', "a", id="as wide"),
        pytest.param('<source srcset="/b.webp 2x"><img src="/a.jpg">', "a", id="a source of no known width"),
        pytest.param(
            '<source width="600" srcset="/b.jpg, /c.jpg 2x"><source width="1440" srcset="/a.jpg"><img src="/s.jpg">',
            "a",
            id="widths of densities",
        ),
        pytest.param('<source srcset="/a.webp"><img src="/placeholder.png">', "a", id="sources behind a placeholder"),
        pytest.param(
            f'<img src="{GIF}"><noscript><img src="/a.jpg"></noscript>', "a", id="for readers without scripts"
        ),
        pytest.param('<img src="/a.jpg"><img src="/zoom.svg">', "a", id="a drawing"),
        pytest.param(f'<img src="{GIF}">', None, id="none"),
        pytest.param('<img width="99999999999" srcset="/a.jpg 1x">', "a", id="an odd width"),
    ],
)
def test_the_best_address_is_the_largest_that_is_known(markup: str, name: str | None) -> None:
    elements = [medium.element for medium in parse(f"<body>{markup}").media]
    found = best(elements, BASE)
    assert (found and found.rpartition("/")[2].partition(".")[0]) == name


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("/a.jpg", f"{BASE}/a.jpg"),
        ("//cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        ("javascript:0", None),
        ("/i/icon.svg?v=2", None),
        ("/i/spacer.gif", None),
        ("", None),
    ],
)
def test_placeholders_and_drawings_have_no_address(value: str, url: str | None) -> None:
    assert address(value, BASE) == url


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("/harbour-bridge-300x200.jpg", "/harbour-bridge-1200x800.jpg", True, id="a size in the name"),
        pytest.param("/p/harbour-bridge.jpg?w=1", "/q/harbour-bridge.webp?w=2", True, id="a name of its own"),
        pytest.param("/i/0123456789abcdef/1280.jpg", "/i/0123456789abcdef/640.jpg", True, id="a folder of its own"),
        pytest.param(
            "/r/?url=https%3A%2F%2Fi.example%2Fx%2Fharbour-bridge.jpg", "/harbour-bridge.jpg", True, id="wrapped"
        ),
        pytest.param("/2024/05/a.jpg", "/2024/06/a.jpg", False, id="a short name"),
        pytest.param("/20240502/1.jpg", "/20240502/2.jpg", False, id="a day's folder"),
        pytest.param("/harbour-bridge-1.jpg", "/harbour-bridge-2.jpg", False, id="two of a series"),
    ],
)
def test_the_same_picture_is_known_in_two_sizes(one: str, other: str, alike: bool) -> None:  # noqa: FBT001
    assert (same(BASE + one) == same(BASE + other)) is alike


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/i/harbour-bridge-1200x800.jpg", "harbour-bridge"),
        ("/i/65897427_605.jpg", "65897427"),
        ("/i/0123456789abcdef0123/3000.webp", "0123456789abcdef0123"),
        ("/20240502/9.jpg", None),
        ("/a.jpg", None),
    ],
)
def test_a_part_of_an_address_is_looked_for_in_others(path: str, part: str | None) -> None:
    assert needle(BASE + path) == part
