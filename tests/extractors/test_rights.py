"""What a page says of its use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scraper.article import Rights
from scraper.extractors.rights import rights
from scraper.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

CC = "https://creativecommons.org/licenses/by/4.0/"


def page(*headers: tuple[str, str]) -> Page:
    return Page(None, None, 200, headers, b"", None, "live")


@pytest.mark.parametrize(
    ("body", "head", "ld", "licence"),
    [
        pytest.param(
            '<a rel="license" href="/other">CC</a>', "", {"@type": "Article", "license": CC}, CC, id="json-ld"
        ),
        pytest.param("", f'<link rel="license" href="{CC}">', None, CC, id="link"),
        pytest.param(f'<a rel="nofollow License" href="{CC}">CC</a>', "", None, CC, id="anchor"),
        pytest.param("", f'<meta name="dcterms.license" content="{CC}">', None, CC, id="meta"),
        pytest.param('<a href="/license">Licence</a>', "", None, None, id="a link that only speaks of one"),
    ],
)
def test_a_licence_is_reported(
    body: str, head: str, ld: object, licence: str | None, document: Callable[..., Document]
) -> None:
    assert rights(document(body, head=head, ld=ld), page()).license == licence


@pytest.mark.parametrize(
    ("body", "licence"),
    [
        pytest.param('<a rel="license" href="/use">Use</a>', "https://www.marlingpost.example/use", id="made absolute"),
        pytest.param(f'<figure><a rel="license" href="{CC}">CC</a></figure>', None, id="a picture's"),
        pytest.param(f'<footer><a href="{CC}">CC BY</a></footer>', CC, id="footer"),
        pytest.param(
            f'<i class="license"><a href="{CC}">a</a><a href="{CC}deed">b</a></i>', f"{CC}deed", id="one twice"
        ),
        pytest.param(f'<footer><a href="{CC}">a</a><a href="{CC[:-4]}3.0/">b</a></footer>', None, id="of two neither"),
        pytest.param(f'<footer><a href="{CC[:-7]}">CC</a></footer>', None, id="none is named"),
        pytest.param(f'<p>The map is under <a href="{CC}">CC BY</a>.</p>', None, id="told in the text"),
        pytest.param(f'<footer><i class="credit">Photo: <a href="{CC}">CC</a></i></footer>', None, id="of a photo"),
    ],
)
def test_a_link_to_a_licence_counts_by_what_is_around_it(
    body: str, licence: str | None, document: Callable[..., Document]
) -> None:
    assert rights(document(body), page()).license == licence


@pytest.mark.parametrize(
    ("head", "ld", "notice"),
    [
        pytest.param(
            '<meta name="copyright" content="Meta">',
            {"@type": "Article", "copyrightNotice": "© Marling Post"},
            "© Marling Post",
            id="the article's own notice first",
        ),
        pytest.param('<meta name="copyright" content="Meta">', None, "Meta", id="meta"),
        pytest.param(
            "", {"@type": "Article", "copyrightHolder": {"name": "Marling Post"}}, "Marling Post", id="the holder"
        ),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_a_declared_copyright_notice_is_reported(
    head: str, ld: object, notice: str | None, document: Callable[..., Document]
) -> None:
    assert rights(document(head=head, ld=ld), page()).copyright == notice


@pytest.mark.parametrize(
    ("body", "notice"),
    [
        (
            "<footer><p>© 2025 Marling Post. All rights reserved.</p></footer>",
            "© 2025 Marling Post. All rights reserved.",
        ),
        (
            "<div>Copyright Marling Post, alle Rechte vorbehalten</div>",
            "Copyright Marling Post, alle Rechte vorbehalten",
        ),
        ("<p>© Jane Doe/Agency</p>", None),
        ("<p>The copyright law of the island was written in 1911 by a fisherman.</p>" * 41, None),
        ("<div hidden>© 2025 Marling Post</div>", None),
    ],
    ids=["the site's line", "without a year", "a photo's credit", "prose", "hidden"],
)
def test_a_copyright_line_is_reported(body: str, notice: str | None, document: Callable[..., Document]) -> None:
    assert rights(document(body), page()).copyright == notice


def test_a_policy_for_text_mining_is_reported(document: Callable[..., Document]) -> None:
    url = "https://www.marlingpost.example/tdm.json"
    meta = f'<meta name="tdm-policy" content="{url}">'
    assert rights(document(head=meta), page()).tdm_policy == url
    assert rights(document(), page(("tdm-policy", url))).tdm_policy == url
    assert rights(document(), page()).tdm_policy is None


@pytest.mark.parametrize(
    ("header", "head", "reserved"),
    [
        pytest.param("1", "", True, id="header"),
        pytest.param("0", "", False, id="header says no"),
        pytest.param(None, '<meta name="tdm-reservation" content="1">', True, id="meta"),
        pytest.param("0", '<meta name="tdm-reservation" content="1">', False, id="header before meta"),
        pytest.param(None, "", None, id="silence is no statement"),
        pytest.param("yes", "", None, id="a value that the protocol does not have"),
    ],
)
def test_a_reservation_of_text_mining_is_reported(
    header: str | None, head: str, *, reserved: bool | None, document: Callable[..., Document]
) -> None:
    headers = (("tdm-reservation", header),) if header else ()
    assert rights(document(head=head), page(*headers)).tdm_reservation is reserved


@pytest.mark.parametrize(
    ("headers", "head", "directives"),
    [
        pytest.param((), '<meta name="robots" content="noindex, NOARCHIVE">', ("noindex", "noarchive"), id="meta"),
        pytest.param((("x-robots-tag", "noindex"),), "", ("noindex",), id="header"),
        pytest.param(
            (("x-robots-tag", "noindex"), ("x-robots-tag", "max-snippet:50")),
            "",
            ("noindex", "max-snippet:50"),
            id="two",
        ),
        pytest.param(
            (("x-robots-tag", "noindex"),),
            '<meta name="robots" content="noindex,,max-image-preview:large">',
            ("noindex", "max-image-preview:large"),
            id="each once",
        ),
        pytest.param((("x-robots-tag", "otherbot: noindex, nofollow"),), "", (), id="for another robot"),
        pytest.param((("x-robots-tag", "noarchive, otherbot: noindex"),), "", ("noarchive",), id="for all, then one"),
        pytest.param((), '<meta name="description" content="noindex">', (), id="another meta name"),
    ],
)
def test_robots_directives_are_listed(
    headers: tuple[tuple[str, str], ...], head: str, directives: tuple[str, ...], document: Callable[..., Document]
) -> None:
    assert rights(document(head=head), page(*headers)).robots == directives


def test_a_page_that_says_nothing_claims_nothing(document: Callable[..., Document]) -> None:
    assert rights(document("<p>Words.</p>"), page()) == Rights()


@pytest.mark.parametrize(
    ("header", "reserved"),
    [pytest.param((), True, id="the site alone"), pytest.param(("tdm-reservation", "0"), False, id="the answer first")],
)
def test_what_the_site_says_of_the_page_counts_last(
    header: tuple[str, str], *, reserved: bool, document: Callable[..., Document]
) -> None:
    said = replace(page(*([header] if header else [])), site=(("tdm-reservation", "1"),))
    assert rights(document(), said).tdm_reservation is reserved
