"""Publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.publisher import publisher

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

SITE = '<meta property="og:site_name" content="Marling Online">'
NEWS = {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Marling Post"}}
OWNER = {"@type": "NewsMediaOrganization", "name": "Marling Media"}


@pytest.mark.parametrize(
    ("head", "ld", "found"),
    [
        pytest.param(SITE, [OWNER, NEWS], ("Marling Post", "json-ld publisher"), id="the article's publisher"),
        pytest.param(
            "",
            [{"@type": "NewsArticle", "publisher": {"@id": "#us"}}, {**OWNER, "@id": "#us"}],
            ("Marling Media", "json-ld publisher"),
            id="a publisher by reference",
        ),
        pytest.param(
            "", {**NEWS, "publisher": "Marling Post"}, ("Marling Post", "json-ld publisher"), id="a publisher as text"
        ),
        pytest.param(SITE, [OWNER], ("Marling Online", "meta og:site_name"), id="the site's name before its owner's"),
        pytest.param(
            "", [{"@type": "WebSite"}, OWNER], ("Marling Media", "json-ld organisation"), id="an organisation"
        ),
        pytest.param(
            '<meta name="application-name" content="Marling">', None, ("Marling", "meta application-name"), id="the app"
        ),
        pytest.param("<title>Bridge | Marling Post</title>", None, None, id="a title's tail is no declaration"),
        pytest.param("", {"@type": "Person", "name": "Ana Lopez"}, None, id="a person is no publication"),
    ],
)
def test_the_publication_is_what_it_calls_itself(
    head: str, ld: object, found: tuple[str, str] | None, document: Callable[..., Document]
) -> None:
    assert publisher(document(head=head, ld=ld)) == found
