"""Page-state flags: where they stand, which are read, what type their values have."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from scraper.extractors.access.flags import flag_value, flags

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.article import FlagValue
    from scraper.extractors.document import Document


def encoded(payload: object) -> str:
    return b64encode(json.dumps(payload).encode()).decode()


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        pytest.param(
            "<dl><dt>showPaywall:</dt><dd>false</dd> <dt>isSubscriber:</dt> <dd>true</dd></dl>",
            {"showPaywall": False, "isSubscriber": True},
            id="two flags",
        ),
        pytest.param("<dl><dt>meterCount</dt><dd>3</dd></dl>", {"meterCount": 3}, id="a number"),
        pytest.param('<dl><dt>userTier:</dt><dd>"gold"</dd></dl>', {"userTier": "gold"}, id="a text"),
        pytest.param("<dl><dt>isPaid:</dt><dd></dd></dl>", {"isPaid": None}, id="an empty value"),
        pytest.param("<dl><dt>isPaid:</dt></dl>", {"isPaid": None}, id="a value cut off"),
        pytest.param(
            "<dl><dt>isPaid:</dt><dt>isOpen:</dt><dd>true</dd></dl>", {"isPaid": None, "isOpen": True}, id="gap"
        ),
        pytest.param("<dl><dt>Length</dt><dd>300 m</dd></dl>", {}, id="a fact box"),
        pytest.param("<dl><dt>iPhone</dt><dd>true</dd></dl>", {"iPhone": True}, id="camel case is all there is to see"),
        pytest.param("<p>showPaywall: false</p>", {}, id="prose"),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_flags_are_read_from_definition_lists(
    markup: str, found: dict[str, FlagValue], document: Callable[..., Document]
) -> None:
    assert flags(document(markup), ()) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("'true'", True),
        ("17", 17),
        ("-1", -1),
        ("1.5", "1.5"),
        ("gold", "gold"),
        ("", None),
        ('""', None),
        ("9" * 40, "9" * 40),
    ],
)
def test_a_flags_value_has_its_type(text: str, value: FlagValue) -> None:
    found = flag_value(text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        pytest.param('data-premium="false"', {"premium": False}, id="a boolean"),
        pytest.param('data-content-tier="plus"', {"content-tier": "plus"}, id="a tier"),
        pytest.param('data-remaining-access="0"', {"remaining-access": 0}, id="a number"),
        pytest.param(f'data-state="{encoded({"isPaid": True, "title": "x"})}"', {"isPaid": True}, id="base64 of JSON"),
        pytest.param(f'data-state="{encoded({"page": {"isPaid": None}})}"', {"isPaid": None}, id="nested"),
        pytest.param('data-state="eyJub3QganNvbg=="', {}, id="base64 of something else"),
        pytest.param('data-user-premium="true"', {}, id="the visitor's"),
        pytest.param('data-access-token="free"', {}, id="a secret"),
        pytest.param(
            f'data-state="{encoded({"paywallBypassKey": "yes", "sessionPaid": 1})}"', {}, id="secrets in base64"
        ),
        pytest.param('data-id="premium"', {}, id="another key"),
    ],
)
def test_flags_are_read_from_data_attributes_of_what_holds_the_text(
    attributes: str, found: dict[str, FlagValue], story: str, document: Callable[..., Document]
) -> None:
    page = document(f"<article {attributes}>{story}</article>")
    assert flags(page, page.blocks) == found


def test_flags_of_teasers_are_not_the_articles(story: str, document: Callable[..., Document]) -> None:
    page = document(f'<article>{story}</article><div data-premium="true"><p>Another story</p></div>')
    assert flags(page, page.blocks[:-1]) == {}


@pytest.mark.parametrize(
    ("script", "found"),
    [
        pytest.param("dataLayer = [{'isPaid': false}]", {"isPaid": False}, id="assigned"),
        pytest.param('dataLayer.push({"contentTier": "metered"})', {"contentTier": "metered"}, id="pushed"),
        pytest.param("digitalData = {page: {premium: true}}", {"premium": True}, id="W3C's"),
        pytest.param("utag_data = {paid : 1}", {"paid": 1}, id="Tealium's"),
        pytest.param("dataLayer.push({'isPaid': isPaid()})", {}, id="a value that a script would give"),
        pytest.param("dataLayer.push({'authToken': 'paid', 'paywall_secret': 'x'})", {}, id="secrets"),
        pytest.param("state = {'isPaid': true}", {}, id="another variable"),
        pytest.param("dataLayer.length", {}, id="the layer's name alone"),
    ],
)
def test_flags_are_read_from_data_layers(
    script: str, found: dict[str, FlagValue], document: Callable[..., Document]
) -> None:
    assert flags(document(head=f"<script>{script}</script>"), ()) == found


def test_a_definition_list_shows_no_secrets(document: Callable[..., Document]) -> None:
    page = document("<dl><dt>accessToken</dt><dd>abc</dd><dt>isPaid</dt><dd>true</dd></dl>")
    assert flags(page, ()) == {"isPaid": True}
