"""Access: the verdict, what was delivered, on which evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.access import access, gated, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document


def tier(value: str) -> str:
    return f'<meta property="article:content_tier" content="{value}">'


def news(**fields: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Bridge opens", **fields}


@pytest.mark.parametrize(
    ("head", "ld", "state", "confidence"),
    [
        pytest.param(tier("free"), None, "free", "medium", id="tier free"),
        pytest.param(tier("metered"), None, "metered", "high", id="tier metered"),
        pytest.param(tier("locked"), None, "subscription", "high", id="tier locked"),
        pytest.param(tier(" Locked "), None, "subscription", "high", id="tier in another case"),
        pytest.param(tier("registration"), None, "registration", "high", id="tier registration"),
        pytest.param(tier("gold"), None, "free", "low", id="a tier that nobody knows says nothing"),
        pytest.param('<meta name="k5a:paid" content="1">', None, "subscription", "high", id="paid: 1"),
        pytest.param('<meta name="k5a:paid" content="0">', None, "free", "medium", id="paid: 0"),
        pytest.param('<meta name="k5a:paid" content="true">', None, "subscription", "high", id="paid: true"),
        pytest.param("", news(isAccessibleForFree=False), "metered", "high", id="boolean"),
        pytest.param("", news(isAccessibleForFree="False"), "metered", "high", id="text"),
        pytest.param("", news(isAccessibleForFree="https://schema.org/False"), "metered", "high", id="address"),
        pytest.param("", news(isAccessibleForFree="no"), "metered", "high", id="no"),
        pytest.param("", news(isAccessibleForFree=0), "metered", "high", id="zero"),
        pytest.param("", news(isaccessibleforfree="false"), "metered", "high", id="key in lower case"),
        pytest.param("", news(isAccessibleForFree=True), "free", "medium", id="free"),
        pytest.param("", news(isAccessibleForFree=None), "free", "low", id="null says nothing"),
        pytest.param("", news(isAccessibleForFree="perhaps"), "free", "low", id="another word says nothing"),
        pytest.param(
            "", news(hasPart={"isAccessibleForFree": False, "cssSelector": ".w"}), "metered", "high", id="a part"
        ),
        pytest.param(
            "",
            news(hasPart=[{"isAccessibleForFree": True}, {"isAccessibleForFree": "false"}]),
            "metered",
            "high",
            id="one part of several",
        ),
        pytest.param("", news(hasPart=[{"name": "A video"}, "#x"]), "free", "low", id="parts that say nothing"),
        pytest.param('<meta itemprop="isAccessibleForFree" content="false">', None, "metered", "high", id="microdata"),
        pytest.param("", None, "free", "low", id="no signal, but a text"),
    ],
)
def test_declarations_are_read_in_every_spelling(
    head: str, ld: object, state: str, confidence: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(story, head=head, ld=ld)
    found = access(page, page.blocks)
    assert (found.state, found.confidence, found.conflict, found.delivered) == (state, confidence, False, "full")


def test_a_page_without_text_and_signal_is_unknown(document: Callable[..., Document]) -> None:
    found = access(document(), ())
    assert (found.state, found.delivered, found.confidence) == ("unknown", "none", "low")


def test_evidence_that_disagrees_is_a_conflict_and_the_restriction_stands(
    story: str, document: Callable[..., Document]
) -> None:
    page = document(story, head=tier("metered"), ld=news(isAccessibleForFree=True))
    found = access(page, page.blocks)
    assert (found.state, found.conflict, found.confidence) == ("metered", True, "medium")
    assert [(signal.name, signal.value, signal.says, signal.where) for signal in found.signals] == [
        ("tier", "article:content_tier: metered", "metered", "meta"),
        ("isAccessibleForFree", "True", "free", "json-ld article"),
    ]


def test_of_two_restrictions_the_more_telling_names_the_state(story: str, document: Callable[..., Document]) -> None:
    page = document(story, head=tier("metered"), ld=news(isAccessibleForFree=False))
    found = access(page, page.blocks)
    assert (found.state, found.conflict, found.confidence) == ("metered", False, "high")


WALL = news(isAccessibleForFree=False)
UNPAID = "<p>Nobody may read these words of the article before the crowns are paid at the counter.</p>"


@pytest.mark.parametrize(
    ("extra", "ld", "delivered", "signal"),
    [
        pytest.param("", WALL, "full", None, id="the whole text stands there"),
        pytest.param(f"<div hidden>{UNPAID * 9}</div>", WALL, "preview", "hidden text", id="more hidden than shown"),
        pytest.param(f"<div hidden>{UNPAID}</div>", WALL, "full", None, id="a hidden line is not yet an article"),
        pytest.param(f"<div hidden>{UNPAID * 9}</div>", news(), "full", None, id="hidden prose on a free page"),
        pytest.param('<div class="offer">Subscribe to continue reading</div>', WALL, "preview", "wall", id="a wall"),
        pytest.param(
            '<div class="offer">Subscribe to continue reading</div>',
            {**WALL, "wordCount": 100},
            "full",
            None,
            id="a wall under all the words that are counted",
        ),
        pytest.param(
            '<div class="offer">Subscribe to continue reading</div>', news(), "preview", "wall", id="an undeclared wall"
        ),
        pytest.param(
            '<div class="offer">Subscribe to our newsletter</div>', news(), "full", None, id="an offer on a free page"
        ),
        pytest.param(
            "<p>And then the captain said to the crowd that had come to see the boat …</p>",
            WALL,
            "preview",
            "ellipsis",
            id="cut in the sentence",
        ),
        pytest.param("<p>I am getting off…</p>", WALL, "full", None, id="a short line may end so"),
        pytest.param(
            "<p>And then the captain said to the crowd that had come to see the boat …</p>",
            news(),
            "full",
            None,
            id="a free page may end so",
        ),
        pytest.param("", {**WALL, "wordCount": 900}, "preview", "wordCount", id="far fewer words than declared"),
        pytest.param("", {**WALL, "wordCount": "110"}, "full", None, id="about as many words as declared"),
        pytest.param("", {**WALL, "wordCount": "many"}, "full", None, id="a count that is none"),
        pytest.param("", {**WALL, "wordCount": "²"}, "full", None, id="a figure that counts nothing"),
        pytest.param("", {**WALL, "wordCount": "9" * 5000}, "full", None, id="a figure without end"),
    ],
)
def test_how_much_was_delivered_is_read_from_the_text_itself(
    extra: str, ld: object, delivered: str, signal: str | None, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"{story}{extra}", ld=ld)
    found = access(page, [block for block in page.blocks if block.element.tag == "p" and not block.element.hidden])
    assert found.delivered == delivered
    assert [evidence.name for evidence in found.signals if evidence.says == "preview"] == ([signal] if signal else [])


@pytest.mark.parametrize(
    ("name", "times", "state"),
    [("paywall-body", 9, "subscription"), ("paywall-body", 1, "free"), ("read-more", 9, "free")],
    ids=["prose hidden in a wall", "a line hidden in a wall", "prose hidden in a fold"],
)
def test_prose_hidden_in_a_wall_is_a_restriction_of_its_own(
    name: str, times: int, state: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(f'{story}<div class="{name}" style="display:none">{UNPAID * times}</div>')
    assert access(page, [block for block in page.blocks if not block.element.hidden]).state == state


def test_withheld_text_is_counted_and_never_given(story: str, document: Callable[..., Document]) -> None:
    page = document(f"{story}<div hidden>{UNPAID}</div>", ld=WALL)
    found = access(page, [block for block in page.blocks if not block.element.hidden])
    assert found.withheld_chars == len(UNPAID) - len("<p></p>")
    assert "Nobody" not in found.model_dump_json()
