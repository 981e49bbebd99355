"""Canonical URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

HERE = "https://www.paper.co.uk/news/bridge?utm=1"
OG = '<meta property="og:url" content="https://www.paper.co.uk/og">'


def link(href: str, rel: str = "canonical") -> str:
    return f'<link rel="{rel}" href="{href}">'


@pytest.mark.parametrize(
    ("head", "ld", "found"),
    [
        pytest.param(
            link("https://www.paper.co.uk/a") + OG, None, ("https://www.paper.co.uk/a", "link canonical"), id="link"
        ),
        pytest.param(link("/a"), None, ("https://www.paper.co.uk/a", "link canonical"), id="relative"),
        pytest.param(
            link("//m.paper.co.uk/a"), None, ("https://m.paper.co.uk/a", "link canonical"), id="without scheme"
        ),
        pytest.param(link("") + link("/b"), None, ("https://www.paper.co.uk/b", "link canonical"), id="an empty first"),
        pytest.param(link("/a", "Canonical"), None, ("https://www.paper.co.uk/a", "link canonical"), id="any case"),
        pytest.param(OG, None, ("https://www.paper.co.uk/og", "meta og:url"), id="og:url"),
        pytest.param(
            "",
            {"@type": "NewsArticle", "url": "https://paper.co.uk/ld"},
            ("https://paper.co.uk/ld", "json-ld url"),
            id="json-ld",
        ),
        pytest.param(
            link("https://agency.example/a") + OG,
            None,
            ("https://www.paper.co.uk/og", "meta og:url"),
            id="off-site refused, the next source asked",
        ),
        pytest.param(link("https://other.co.uk/a"), None, None, id="another site under the same public suffix"),
        pytest.param(link("https://paper.co.uk.evil.example/a"), None, None, id="a host that only begins like ours"),
        pytest.param(link("javascript:void(0)"), None, None, id="no http"),
        pytest.param(link("https://[oops/a"), None, None, id="an address that cannot be read"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_the_canonical_address_is_on_the_pages_own_site(
    head: str, ld: object, found: tuple[str, str] | None, document: Callable[..., Document]
) -> None:
    assert canonical(document(head=head, ld=ld, url=HERE)) == found


def test_a_file_without_an_address_takes_the_declared_one(document: Callable[..., Document]) -> None:
    assert canonical(document(head=OG, url=None)) == ("https://www.paper.co.uk/og", "meta og:url")
    assert canonical(document(head=link("/a"), url=None)) is None


def test_links_are_resolved_against_the_base(document: Callable[..., Document]) -> None:
    head = f'<base href="/archive/">{link("a")}'
    assert canonical(document(head=head, url=HERE)) == ("https://www.paper.co.uk/archive/a", "link canonical")
