"""Walls at a body's end, and other signs that it goes on elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.access.walls import goes_on, next_page, notices, wall

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

ASKS = "<h2>Subscribe to continue reading</h2>"


@pytest.mark.parametrize(
    ("after", "says"),
    [
        pytest.param(ASKS, "subscription", id="right after the text"),
        pytest.param(f"<p>Topics</p><p>Harbour</p>{ASKS}", "subscription", id="a little after it"),
        pytest.param("<p>Log in to continue reading</p>", "registration", id="for an account"),
        pytest.param("<p>a</p>" * 9 + ASKS, None, id="far after it"),
        pytest.param(f"<div hidden>{ASKS}</div>", None, id="hidden"),
        pytest.param(f'<div class="offer-modal">{ASKS}</div>', None, id="in a dialog"),
        pytest.param(f'<div class="newsletter-box">{ASKS}</div>', None, id="in a newsletter's box"),
        pytest.param(f'<div class="teaser">{ASKS}</div>', None, id="at a teaser"),
        pytest.param("", None, id="none"),
    ],
)
def test_a_wall_stands_at_the_end_of_the_body(
    after: str, says: str | None, story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(f'<main class="newsletter-post">{story}{after}</main>')
    found = wall(page, page.blocks[: len(prose)])
    assert (found and found.says) == says


def test_a_wall_that_was_taken_for_body_is_seen(story: str, document: Callable[..., Document]) -> None:
    page = document(f"{story}{ASKS}<p>With it come a calendar and a map.</p>")
    assert wall(page, page.blocks)
    above = document(f"{ASKS}{story * 2}")
    assert not wall(above, above.blocks)
    between = document(f"{story}{ASKS}<p>{'The ferry goes on through the night and back. ' * 25}</p>")
    assert not wall(between, between.blocks)


def test_without_a_body_there_is_no_wall(document: Callable[..., Document]) -> None:
    assert wall(document(ASKS), ()) is None


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<p>You have <b>2 free articles left</b> this month</p>", ("2 free articles left", None)),
        ("<p>Il vous reste 75 % de cet article à lire</p>", (None, "Il vous reste 75 % de cet article")),
        ("<p hidden>2 free articles left</p>", (None, None)),
        (f"<p>{'The museum has a free story for all. ' * 9} 2 free articles left</p>", (None, None)),
        ("<p>İstanbul: 2 free articles left</p>", ("2 free articles left", None)),
    ],
    ids=["a meter", "what is missing", "hidden", "prose", "letters that change their number in lower case"],
)
def test_notices_are_short_lines_that_are_shown(
    markup: str, told: tuple[str | None, str | None], document: Callable[..., Document]
) -> None:
    assert tuple(notices(document(markup))) == told


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ('<p><a href="/e">Continue reading in our weekend edition</a></p>', True),
        ("<p>Continue reading in our weekend edition</p>", False),
        ('<p>One</p><p>Two</p><p>Three</p><p><a href="/e">Continue reading in our weekend edition</a></p>', False),
        ('<p><a href="/e">Read more on these topics</a></p>', False),
    ],
    ids=["a link", "no link", "too far", "another link"],
)
def test_a_link_right_after_the_body_leads_to_its_rest(
    after: str, *, found: bool, story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(f"{story}{after}")
    assert bool(goes_on(page, page.blocks[: len(prose)])) is found


@pytest.mark.parametrize(
    ("after", "url", "found"),
    [
        ("<p>Pages: 1 2 3</p>", None, True),
        ("<ul><li>1 | 2</li></ul>", None, True),
        ("<p>Page 2 of 4</p>", None, True),
        ("<p>Nächste Seite</p>", None, True),
        ("<p>Next</p>", "https://marlingpost.example/story?page=2", True),
        ("<p>Next</p>", "https://marlingpost.example/story", False),
        ("<p>Pages: 12 14 17</p>", None, False),
        ("<p>12:30</p>", None, False),
        ("<p>4 5</p>", None, False),
        ("<p>Next: the ferry</p>", None, False),
    ],
    ids=[
        "numbers",
        "numbers alone",
        "one of four",
        "in words",
        "next, on page 2",
        "next",
        "no row",
        "a time",
        "not from 1",
        "a title",
    ],
)
def test_one_page_of_several_shows_by_its_numbers(
    after: str, url: str | None, *, found: bool, story: str, prose: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(f"{story}{after}", url=url)
    assert bool(next_page(page, page.blocks[: len(prose)])) is found
