"""Access: the verdict, what was delivered, on which evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.access.verdict import access, gated, shown

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
        pytest.param("", news(hasPart={"isAccessibleForFree": False}), "metered", "high", id="a part"),
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


@pytest.mark.parametrize(
    ("ld", "state", "confidence"),
    [(news(), "metered", "medium"), (news(isAccessibleForFree=True), "free", "medium")],
    ids=["alone", "against a declaration"],
)
def test_a_data_layer_restricts_where_nothing_better_contradicts_it(
    ld: object, state: str, confidence: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(story, head='<script>dataLayer = [{"contentTier": "metered"}]</script>', ld=ld)
    found = access(page, page.blocks)
    assert (found.state, found.confidence) == (state, confidence)
    assert found.conflict is (state == "free")


@pytest.mark.parametrize(
    ("name", "state"),
    [("regwalled", "registration"), ("site-paid", "subscription"), ("paywall", "metered"), ("not-premium", "metered")],
)
def test_a_class_of_the_text_names_the_kind_of_a_restriction(
    name: str, state: str, story: str, document: Callable[..., Document]
) -> None:
    restricted = document(f'<div class="{name}">{story}</div>', ld=news(isAccessibleForFree=False))
    free = document(f'<div class="{name}">{story}</div>')
    assert access(restricted, restricted.blocks).state == state
    assert access(free, free.blocks).state == "free"


def test_who_gets_cut_what_is_declared_free_reads_on_a_meter(story: str, document: Callable[..., Document]) -> None:
    gate = f'<div class="paywall" hidden>{UNPAID * 9}</div>'
    page = document(f"{story}{gate}", ld=news(isAccessibleForFree=True))
    found = access(page, [block for block in page.blocks if not block.element.hidden])
    assert (found.state, found.delivered, found.conflict) == ("metered", "preview", True)


@pytest.mark.parametrize(
    ("place", "words", "state", "delivered"),
    [
        ('<div id="inline-paywall-container"></div>', 900, "subscription", "preview"),
        ('<div id="s-meter-reminder"></div>', 900, "metered", "preview"),
        ('<div id="inline-paywall-container"></div>', 150, "free", "full"),
        ("", 900, "free", "full"),
        ('<div class="parameter"></div>', 900, "free", "full"),
    ],
    ids=["an empty wall", "an empty meter", "an empty wall under the text", "a count alone", "another word"],
)
def test_a_silent_cut_shows_by_a_count_and_a_place_for_a_wall(
    place: str, words: int, state: str, delivered: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"{story}{place}", ld=news(wordCount=words))
    found = access(page, page.blocks)
    assert (found.state, found.delivered) == (state, delivered)


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


def test_a_wall_under_the_whole_of_a_free_text_is_an_advert(story: str, document: Callable[..., Document]) -> None:
    advert = '<div class="offer">Subscribe to continue reading</div>'
    page = document(f"{story}{advert}", ld=news(isAccessibleForFree=True, wordCount=100))
    found = access(page, page.blocks[:-1])
    assert (found.state, found.delivered, found.conflict) == ("free", "full", False)


def test_a_text_behind_a_gates_divider_is_counted_not_given(story: str, document: Callable[..., Document]) -> None:
    page = document(f'<div>{story}<div class="js-paywall-divider"></div>{UNPAID * 9}</div>', ld=WALL)
    body = shown(page, page.blocks)
    found = access(page, body)
    assert not any("Nobody may read" in block.text for block in body)
    assert (found.delivered, found.withheld_chars) == ("preview", 9 * (len(UNPAID) - len("<p></p>")))


@pytest.mark.parametrize(
    ("divider", "ld"),
    [('<hr class="section-divider">', WALL), ('<div class="js-paywall-divider"></div>', news())],
    ids=["a divider of sections", "a page that declares nothing"],
)
def test_other_dividers_hide_nothing(divider: str, ld: object, story: str, document: Callable[..., Document]) -> None:
    page = document(f"<div>{story}{divider}{UNPAID}</div>", ld=ld)
    assert shown(page, page.blocks) == page.blocks


def test_of_a_page_that_is_no_article_nothing_is_delivered(story: str, document: Callable[..., Document]) -> None:
    page = document(f"{story}<p>Subscribe to continue reading</p>")
    found = access(page, page.blocks, is_article=False)
    assert (found.state, found.delivered, found.signals) == ("free", "none", ())


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("<p>Subscribe to continue reading</p>", True, id="a wall"),
        pytest.param("<p>Already a subscriber?</p>", True, id="a question to subscribers"),
        pytest.param("<dl><dt>isPaid</dt><dd>true</dd></dl>", True, id="a flag"),
        pytest.param("<dl><dt>isPaid</dt><dd>false</dd></dl>", False, id="a flag that says no"),
        pytest.param(f"<div hidden>{UNPAID * 9}</div>", True, id="hidden prose"),
    ],
)
def test_anything_that_speaks_of_a_gate_keeps_other_ways_to_the_text_shut(
    markup: str, *, kept: bool, document: Callable[..., Document]
) -> None:
    page = document(markup)
    assert gated(page, access(page, ())) is kept


LITTLE = news(isAccessibleForFree=False, hasPart={"isAccessibleForFree": False, "cssSelector": ".kept"})


@pytest.mark.parametrize(
    ("times", "after", "ld", "delivered"),
    [
        (1, "<p>Already a subscriber?</p>", WALL, "preview"),
        (3, "<p>Already a subscriber?</p>", WALL, "full"),
        (1, "<p>Already a subscriber?</p>", news(), "full"),
        (1, '<div class="newsletter"><p>Already a subscriber?</p></div>', WALL, "full"),
        (1, "", LITTLE, "preview"),
        (1, '<div class="kept"></div>', LITTLE, "preview"),
        (1, '<div class="paywall"></div>', WALL, "preview"),
        (1, '<div class="paywall"><p>Digitilaus 1 €</p></div>', WALL, "preview"),
        (3, '<div class="paywall"></div>', WALL, "full"),
        (1, '<div class="paywall"></div>', news(), "full"),
        (1, "", {**LITTLE, "wordCount": 100}, "full"),
    ],
    ids=[
        "asked",
        "under a long text",
        "on a free page",
        "by a newsletter",
        "no gate",
        "an empty gate",
        "an empty wall",
        "a wall in words that nobody knows",
        "an empty wall under a long text",
        "an empty wall on a free page",
        "all that is counted",
    ],
)
def test_little_text_is_cut_where_more_was_meant_to_be(
    times: int, after: str, ld: object, delivered: str, story: str, document: Callable[..., Document]
) -> None:
    page = document(f"{story * times}{after}", ld=ld)
    assert access(page, page.blocks[: 5 * times]).delivered == delivered


def test_withheld_text_is_counted_and_never_given(story: str, document: Callable[..., Document]) -> None:
    page = document(f"{story}<div hidden>{UNPAID}</div>", ld=WALL)
    found = access(page, [block for block in page.blocks if not block.element.hidden])
    assert found.withheld_chars == len(UNPAID) - len("<p></p>")
    assert "Nobody" not in found.model_dump_json()
