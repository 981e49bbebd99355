"""Cuts applied: what is left, what the audit says and where, and the fields that the cuts filled."""

from __future__ import annotations

import pytest

from scraper.article import Access, Block, Image, Removed
from scraper.cleaners.cut import Cut, apply, line_of
from scraper.draft import Draft


def _draft(*texts: str, **fields: object) -> Draft:
    blocks = tuple(Block(type="paragraph", text=text) for text in texts)
    return Draft(blocks=blocks, **fields)  # type: ignore[arg-type]


def _places(draft: Draft) -> list[tuple[str, int]]:
    return [(item.text, item.after_block) for item in draft.removed]


def test_no_cut_changes_nothing() -> None:
    draft = _draft("a", "b", agencies=("dpa",), provenance={"title": "h1"})
    assert apply(draft, []) == draft


def test_draft_given_is_left_as_it_was() -> None:
    draft = _draft("a", "b", provenance={})
    apply(draft, [Cut(0, "rule", "a", tags=("a",))])
    assert draft == _draft("a", "b", provenance={})


def test_audit_counts_places_in_what_is_left() -> None:
    cuts = [Cut(0, "rule", "a"), Cut(2, "rule", "c"), Cut(3, "rule", "d"), Cut(5, "rule", "f")]
    cut = apply(_draft("a", "b", "c", "d", "e", "f"), cuts)
    assert [block.text for block in cut.blocks] == ["b", "e"]
    assert _places(cut) == [("a", -1), ("c", 0), ("d", 0), ("f", 1)]


def test_places_hold_after_a_second_round_of_cuts() -> None:
    first = apply(_draft("a", "b", "c", "d", "e"), [Cut(0, "rule", "a"), Cut(3, "rule", "d")])
    second = apply(first, [Cut(0, "rule", "b"), Cut(2, "rule", "e")])
    assert [block.text for block in second.blocks] == ["c"]
    assert _places(second) == [("a", -1), ("b", -1), ("d", 0), ("e", 0)]


def test_audit_of_extraction_stays_in_reading_order() -> None:
    known = (Removed(rule="markup", text="x", after_block=-1), Removed(rule="markup", text="y", after_block=1))
    cut = apply(_draft("a", "b", "c", removed=known), [Cut(1, "rule", "b")])
    assert _places(cut) == [("x", -1), ("b", 0), ("y", 0)]


def test_cuts_out_of_order_are_told_in_reading_order() -> None:
    cut = apply(_draft("a", "b", "c"), [Cut(2, "rule", "c"), Cut(0, "rule", "a")])
    assert _places(cut) == [("a", -1), ("c", 0)]


def test_part_cut_leaves_the_rest_and_stands_after_it() -> None:
    cut = apply(_draft("a", "It ends. (AFP)", "c"), [Cut(1, "sign_off", "(AFP)", rest="It ends.", agencies=("AFP",))])
    assert [block.text for block in cut.blocks] == ["a", "It ends.", "c"]
    assert _places(cut) == [("(AFP)", 1)]
    assert cut.agencies == ("AFP",)


def test_part_cut_keeps_type_and_level() -> None:
    draft = Draft(blocks=(Block(type="heading", text="Two (dpa)", level=3),))
    assert apply(draft, [Cut(0, "sign_off", "(dpa)", rest="Two")]).blocks == (
        Block(type="heading", text="Two", level=3),
    )


@pytest.mark.parametrize(
    ("images", "credits_", "wanted"),
    [
        ((), ["AFP"], (Image(credit="AFP"),)),
        ((Image(url="https://a.test/1"),), ["AFP"], (Image(url="https://a.test/1", credit="AFP"),)),
        ((Image(credit="AFP"),), ["AFP"], (Image(credit="AFP"),)),
        ((Image(credit="dpa"),), ["AFP"], (Image(credit="dpa"), Image(credit="AFP"))),
        (
            (Image(url="https://a.test/1"),),
            ["AFP", "dpa"],
            (Image(url="https://a.test/1"), Image(credit="AFP"), Image(credit="dpa")),
        ),
        (
            (Image(caption="1"), Image(caption="2")),
            ["AFP"],
            (Image(caption="1"), Image(caption="2"), Image(credit="AFP")),
        ),
        ((), ["AFP", "AFP"], (Image(credit="AFP"),)),
    ],
    ids=["no image", "only image", "known", "other credit", "two credits", "two images", "said twice"],
)
def test_credit_goes_to_the_only_image_or_stands_alone(
    images: tuple[Image, ...], credits_: list[str], wanted: tuple[Image, ...]
) -> None:
    texts = [f"Foto: {credit}" for credit in credits_]
    cuts = [Cut(index, "credit", text, credit=credits_[index]) for index, text in enumerate(texts)]
    assert apply(_draft(*texts, images=images), cuts).images == wanted


def test_lists_are_joined_each_name_once() -> None:
    cuts = [Cut(0, "sign_off", "a", agencies=("DPA", "AFP")), Cut(1, "tags", "b", tags=("nato", "Kiew"))]
    cut = apply(_draft("a", "b", agencies=("dpa",), tags=("Nato",)), cuts)
    assert (cut.agencies, cut.tags) == (("dpa", "AFP"), ("Nato", "Kiew"))


def test_authors_the_page_names_are_not_added_to() -> None:
    cuts = [Cut(0, "byline", "von B", authors=("B",))]
    assert apply(_draft("von B", authors=("A",)), cuts).authors == ("A",)
    assert apply(_draft("von B"), cuts).authors == ("B",)


def test_flags_of_the_page_outrank_leaked_ones() -> None:
    cuts = [Cut(0, "page_state", "isPaid: false", flags=(("isPaid", False), ("showPaywall", None)))]
    cut = apply(_draft("isPaid: false", access=Access(flags={"isPaid": True})), cuts)
    assert cut.access.flags == {"isPaid": True, "showPaywall": None}


def test_provenance_names_the_first_rule_that_filled_a_field() -> None:
    cuts = [
        Cut(0, "note", "a", agencies=("AFP",)),
        Cut(1, "sign_off", "b", agencies=("dpa",)),
        Cut(2, "photo_credit", "c", credit="dpa"),
        Cut(3, "tag_list", "d", tags=("d",)),
        Cut(4, "byline", "e", authors=("E",)),
    ]
    assert apply(_draft(*"abcde"), cuts).provenance == {
        "agencies": "rule note",
        "images": "rule photo_credit",
        "tags": "rule tag_list",
        "authors": "rule byline",
    }


def test_provenance_of_a_field_the_page_filled_is_kept() -> None:
    draft = _draft("a", "b", tags=("Nato",), agencies=("dpa",), provenance={"tags": "meta"})
    cuts = [Cut(0, "tag_list", "a", tags=("Kiew",)), Cut(1, "sign_off", "b", agencies=("AFP",))]
    assert apply(draft, cuts).provenance == {"tags": "meta"}


def test_list_item_is_shown_as_a_line_of_a_list() -> None:
    assert line_of(Block(type="list_item", text="Nato")) == "- Nato"
    assert line_of(Block(type="heading", text="Nato", level=2)) == "Nato"
