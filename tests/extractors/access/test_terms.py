"""Names and values of page state: which keys ask about access, and what their values say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.extractors.access.terms import BY_WORD, asks, may_ask, says, secret, truth


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("article:content_tier", "metered", "metered"),
        ("article:content_tier", " Locked ", "subscription"),
        ("contentTier", "registration", "registration"),
        ("article.access", "free", "free"),
        ("access", "No", "restricted"),
        ("k5a:paid", "1", "subscription"),
        ("k5a:paid", "0", "free"),
        ("vendor.premium.state", "true", "subscription"),
        ("cxenseparse:abc-is_free", "no", "restricted"),
        ("isPaidArticle", "yes", "subscription"),
        ("requiresSubscription", "false", "free"),
        ("subscriptions-accessible-for-free", "false", "restricted"),
        ("isaccessibleforfree", "http://schema.org/True", "free"),
        ("pay_attribute", "free", "free"),
        ("behind paywall", "true", "restricted"),
        ("content restriction", "premium", "subscription"),
    ],
)
def test_a_key_and_its_value_say_something_of_access(name: str, value: str, told: str) -> None:
    assert says(name, value) == told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("adv:premium", "yes", id="adverts"),
        pytest.param("paywall_user", "1", id="the visitor"),
        pytest.param("premium.override", "true", id="an override"),
        pytest.param("premiumOnFirstPublish", "true", id="another time"),
        pytest.param("paywallEnabled", "true", id="the whole site"),
        pytest.param("showPaywall", "1905", id="an index"),
        pytest.param("content:accessLevel", "1", id="a number of a tier"),
        pytest.param("content_tier", "gold", id="a tier that nobody knows"),
        pytest.param("isPremium", "", id="no value"),
        pytest.param("robots", "true", id="another key"),
        pytest.param("", "true", id="no key"),
        pytest.param("access_token", "free", id="a secret"),
        pytest.param("x" * 100 + "_paid", "1", id="a key too long"),
    ],
)
def test_look_alikes_say_nothing(name: str, value: str) -> None:
    assert says(name, value) is None


@pytest.mark.parametrize("name", ["authToken", "paywall_bypass", "API-Key", "sessionId", "clientSecret", "csrf"])
def test_secrets_and_ways_round_are_never_read(name: str) -> None:
    assert secret(name)
    assert asks(f"{name}_paid") is None


@pytest.mark.parametrize(
    ("value", "told"),
    [(True, True), ("False", False), (" YES ", True), (0, False), ("https://schema.org/False", False), (None, None)],
)
def test_truth_in_any_spelling(value: object, told: bool | None) -> None:  # noqa: FBT001 - an expectation
    assert truth(value) is told


def test_the_quick_look_sees_every_word_of_a_key() -> None:
    assert [word for word in BY_WORD if not may_ask(word)] == []
    assert not may_ask("{pageType: article, author: Ada}")


@given(st.text(), st.text())
def test_any_key_and_value_can_be_asked(name: str, value: str) -> None:
    assert says(name, value) in {None, "free", "metered", "registration", "subscription", "restricted"}
