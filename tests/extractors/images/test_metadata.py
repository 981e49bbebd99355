"""What is told of images out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.images.metadata import declared, in_attributes

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

URL = "https://cdn.example/harbour-bridge.jpg"


@pytest.mark.parametrize(
    ("node", "told"),
    [
        pytest.param({"url": URL, "caption": "A."}, [("harbour-bridge", ("A.", None))], id="a caption"),
        pytest.param({"contentUrl": [URL], "creditText": "B"}, [("harbour-bridge", (None, "B"))], id="a list"),
        pytest.param({"url": URL, "author": {"name": "B"}}, [("harbour-bridge", (None, "B"))], id="a node"),
        pytest.param(
            {"url": URL, "creditText": "B", "author": "C"}, [("harbour-bridge", (None, "B"))], id="the most telling"
        ),
        pytest.param({"url": URL}, [], id="nothing"),
        pytest.param({"caption": "A."}, [], id="no address"),
        pytest.param({"url": 7, "caption": ["A."]}, [], id="an odd address"),
    ],
)
def test_json_ld_is_told_with_a_part_of_the_address(
    node: dict[str, object], told: list[object], document: Callable[..., Document]
) -> None:
    page = document(ld={"@type": "NewsArticle", "image": {"@type": "ImageObject", **node}})
    assert list(declared(page)) == told


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        pytest.param('data-caption="A. Photo: B"', ("A.", "B"), id="a caption with its credit"),
        pytest.param('data-caption="A." data-copyright="© B"', ("A.", "B"), id="both"),
        pytest.param('data-modal-image-credit="B"', (None, "B"), id="a longer name"),
        pytest.param('data-credit-color="red" data-hide-credits="true"', (None, None), id="a setting"),
        pytest.param('alt="A" title="A | B"', (None, "B"), id="behind the alt"),
        pytest.param('alt="A" title="Foto: B"', (None, "B"), id="a label"),
        pytest.param('alt="A" title="A"', (None, None), id="the alt again"),
    ],
)
def test_attributes_tell(
    attributes: str, told: tuple[str | None, str | None], document: Callable[..., Document]
) -> None:
    element = document(f"<img src=/a.jpg {attributes}>").media[0].element
    assert in_attributes([element], element) == told
