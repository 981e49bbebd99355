"""Steps that see what no single line shows: each with what it takes and the look-alikes it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.article import Block, Image, Removed
from scraper.cleaners.clean import clean
from scraper.cleaners.lists import breadcrumbs, led_line, led_list, link_list, tag_list
from scraper.cleaners.plain import read
from scraper.cleaners.sections import CLOSING, closing
from scraper.cleaners.steps import (
    PAGE_STEPS,
    TEXT_STEPS,
    doubled,
    lines,
    orphan_heading,
    page_state,
    pull_quotes,
    repeated_byline,
    repeated_caption,
    repeated_headline,
)
from scraper.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scraper.article import FlagValue
    from scraper.cleaners.cut import Cut

PROSE = (
    "The council of Lower Marling met again and argued about the bridge, which has been closed since the spring "
    "floods took one of its piers away."
)
MARKS = {"-": "list_item", ">": "quote"}


def _block(line: str) -> Block:
    mark, _, text = line.partition(" ")
    if mark and not mark.strip("#"):
        return Block(type="heading", level=len(mark), text=text)
    return Block.model_validate(
        {"type": MARKS[mark], "text": text} if mark in MARKS else {"type": "paragraph", "text": line}
    )


def _draft(*lines_: str, **fields: object) -> Draft:
    return Draft(blocks=tuple(map(_block, lines_)), **fields)  # type: ignore[arg-type]


def _texts(cuts: Sequence[Cut]) -> list[str]:
    return [cut.text for cut in cuts]


def _flags(cuts: Sequence[Cut]) -> dict[str, FlagValue]:
    return {name: value for cut in cuts for name, value in cut.flags}


STATE = {
    "name, then value": (["- showPaywall:", "- false"], {"showPaywall": False}),
    "in one line": (["- showPaywall: true"], {"showPaywall": True}),
    "no space": (["isPaid:false"], {"isPaid": False}),
    "paragraphs": (["showPaywall:", "true"], {"showPaywall": True}),
    "capitals in the value": (["isPaid: False"], {"isPaid": False}),
    "null": (["- userId:", "- null"], {"userId": None}),
    "None": (["userId: None"], {"userId": None}),
    "undefined": (["userId: undefined"], {"userId": None}),
    "number": (["freeArticles: 3"], {"freeArticles": 3}),
    "negative number": (["leftOver:", "-1"], {"leftOver": -1}),
    "several": (["showPaywall:", "false", "isPaid:", "true"], {"showPaywall": False, "isPaid": True}),
    "cut off at the end": (["- isPaid:"], {"isPaid": None}),
    "cut off after others": (["showPaywall:", "false", "metaData:"], {"showPaywall": False, "metaData": None}),
}
NO_STATE = {
    "product and prose": ["- iPhone:", "- The telephone that changed everything."],
    "product and prose in a line": ["iPhone: teuer"],
    "product at the end": ["iPhone:"],
    "product and paragraph": ["eBay:", PROSE],
    "lower-case label": ["note:", "false"],
    "capital label": ["Answer:", "true"],
    "label of two words": ["my answer:", "true"],
    "no colon": ["isPaid", "false"],
    "value of many words": ["isPaid: false or true"],
    "value alone": ["- false", "- true"],
    "long number": ["isPaid: 12345678901"],
    "words as a sentence": ["isPaid: so heißt das Feld."],
}


@pytest.mark.parametrize(("told", "wanted"), STATE.values(), ids=STATE)
def test_page_state_in_every_shape(told: list[str], wanted: dict[str, FlagValue]) -> None:
    cuts = page_state(_draft(PROSE, *told))
    assert _texts(cuts) == told
    assert _flags(cuts) == wanted


@pytest.mark.parametrize("told", NO_STATE.values(), ids=NO_STATE)
def test_look_alikes_of_page_state_stay(told: list[str]) -> None:
    assert page_state(_draft(PROSE, *told)) == []


def test_value_after_a_flag_is_no_part_of_prose() -> None:
    assert _texts(page_state(_draft("isPaid:", "false", PROSE))) == ["isPaid:", "false"]


TAGS = ("- Nato", "- Krieg in der Ukraine", "- Kim Jong Un")


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ((PROSE, *TAGS), TAGS),
        ((PROSE, "- A list item, which says something.", *TAGS), TAGS),
        ((PROSE, *TAGS[:2]), ()),
        (TAGS, ()),
        ((PROSE, *TAGS, PROSE), ()),
        ((PROSE, *TAGS, "- And that is that."), ()),
        ((PROSE, "- Nato", "- Kiew", f"- {'x' * 41}"), ()),
        ((PROSE, "- Nato", "- Kiew", "- one two three four five six seven"), ()),
        ((PROSE, "Nato", "Kiew", "Kursk"), ()),
        ((), ()),
    ],
    ids=["run", "after an item", "two", "alone", "inside", "sentence", "long", "wordy", "paragraphs", "nothing"],
)
def test_tag_list_is_a_run_of_short_items_at_the_end(blocks: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    cuts = tag_list(_draft(*blocks))
    assert tuple(_texts(cuts)) == wanted
    assert tuple(tag for cut in cuts for tag in cut.tags) == tuple(line.removeprefix("- ") for line in wanted)


def test_lists_of_a_page_are_not_taken_for_tags() -> None:
    assert tag_list not in [step.cuts for step in PAGE_STEPS]
    assert clean(_draft(PROSE, *TAGS), PAGE_STEPS).tags == ()


@pytest.mark.parametrize(
    ("blocks", "after", "wanted"),
    [
        ((PROSE, "- Brücke: Was bekannt ist", "- Das Wetter", PROSE), 0, ["- Brücke: Was bekannt ist", "- Das Wetter"]),
        (("- Brücke", PROSE, "- Wetter"), -1, ["- Brücke"]),
        ((PROSE, "- Er kam spät.", "- Brücke"), 0, []),
        ((PROSE, "- Brücke", "- Er kam spät.", "- Wetter"), 0, ["- Brücke"]),
        ((PROSE, PROSE, "- Brücke"), 0, []),
        ((PROSE, "Brücke"), 0, []),
        ((PROSE,), 0, []),
    ],
    ids=["two", "head", "sentence", "until a sentence", "elsewhere", "paragraph", "nothing after"],
)
def test_promoted_list_follows_a_pointer_that_was_cut(blocks: tuple[str, ...], after: int, wanted: list[str]) -> None:
    removed = (Removed(rule="read_also", text="Lesen Sie auch:", after_block=after),)
    assert _texts(led_list(_draft(*blocks, removed=removed))) == wanted


def test_list_after_another_removal_stays() -> None:
    removed = (Removed(rule="update_stamp", text="Stand:", after_block=0),)
    assert led_list(_draft(PROSE, "- Brücke", removed=removed)) == []


def test_pointer_and_its_list_go_together() -> None:
    cleaned = clean(_draft(PROSE, "Lesen Sie auch:", "- Brücke: Was bekannt ist", "- Das Wetter", PROSE))
    assert [item.rule for item in cleaned.removed] == ["read_also", "read_also_list", "read_also_list"]
    assert [block.text for block in cleaned.blocks] == [PROSE, PROSE]


HEADLINE = "Bridge of Marling: what will open, and when"


@pytest.mark.parametrize(
    ("lead", "after", "wanted"),
    [
        ("Mirá también", HEADLINE, [HEADLINE]),
        ("READ MORE", f"# {HEADLINE}", []),
        ("Read more: Who pays for the bridge", HEADLINE, []),
        ("Recommended Videos", HEADLINE, []),
        ("Mirá también", PROSE, []),
        ("Mirá también", "The bridge", []),
    ],
    ids=["headline", "heading of the markup", "pointer that names more", "videos", "sentence", "too short"],
)
def test_headline_behind_a_pointer_that_stood_alone(lead: str, after: str, wanted: list[str]) -> None:
    removed = (Removed(rule="read_also", text=lead, after_block=0),)
    assert _texts(led_line(_draft(PROSE, after, removed=removed))) == wanted


def test_each_pointer_leads_one_headline() -> None:
    cleaned = clean(_draft(PROSE, "list 1 of 2", HEADLINE, "list 2 of 2", HEADLINE + "?", HEADLINE, PROSE))
    assert [block.text for block in cleaned.blocks] == [PROSE, HEADLINE + "?", HEADLINE, PROSE]
    assert clean(cleaned) == cleaned
    cleaned = clean(_draft(PROSE, "list 1 of 2", HEADLINE, "list 2 of 2", "Who pays " + HEADLINE, HEADLINE, PROSE))
    assert [block.text for block in cleaned.blocks] == [PROSE, HEADLINE, PROSE]
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ((PROSE, "# Mehr"), ["# Mehr"]),
        ((PROSE, "# Mehr", "# Noch mehr"), ["# Noch mehr", "# Mehr"]),
        ((PROSE, "# Eins", "# Zwei", "# Drei"), []),
        (("# Eins", "# Zwei"), []),
        ((PROSE, "# Mehr", PROSE), []),
        ((PROSE, "# Liste", "- eins"), []),
        ((PROSE, "Kontakt:"), ["# Kontakt:"]),
        ((PROSE, "Then I use this prompt:"), []),
        ((), []),
    ],
    ids=["one", "two", "many", "nothing but headings", "inside", "over a list", "a label", "a sentence", "nothing"],
)
def test_orphan_heading_stands_at_the_end_over_nothing(blocks: tuple[str, ...], wanted: list[str]) -> None:
    assert [f"# {text}" for text in _texts(orphan_heading(_draft(*blocks)))] == wanted


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        (("# Bridge stays shut", PROSE), ["Bridge stays shut"]),
        (("BRIDGE  STAYS  SHUT!", PROSE), ["BRIDGE  STAYS  SHUT!"]),
        (("Engineers want another month.", PROSE), ["Engineers want another month."]),
        (("# Council", "Bridge stays shut", PROSE), ["Bridge stays shut"]),
        ((PROSE, "# Bridge stays shut"), []),
        (("# Bridge stays shut, again", PROSE), []),
        (("# Bridge", PROSE), []),
    ],
    ids=["title", "folded", "summary", "second block", "after prose", "longer", "part"],
)
def test_headline_said_again_before_the_prose(blocks: tuple[str, ...], wanted: list[str]) -> None:
    draft = _draft(*blocks, title="Bridge stays shut", summary="Engineers want another month")
    assert _texts(repeated_headline(draft)) == wanted


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        (("Ana Lopez", PROSE), ["Ana Lopez"]),
        (("Ana Lopez, Bo Berg", PROSE), ["Ana Lopez, Bo Berg"]),
        (("Ana Lopez, mayor", PROSE), []),
        ((PROSE, "Ana Lopez"), []),
    ],
    ids=["one author", "all authors", "more than a name", "after prose"],
)
def test_byline_said_again_before_the_prose(blocks: tuple[str, ...], wanted: list[str]) -> None:
    assert _texts(repeated_byline(_draft(*blocks, authors=("Ana Lopez", "Bo Berg")))) == wanted


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        (
            ("> Argued about the bridge, which has been closed", PROSE),
            ["Argued about the bridge, which has been closed"],
        ),
        (
            (PROSE, "> “argued about the bridge, which has been closed”"),
            ["“argued about the bridge, which has been closed”"],
        ),
        (("> argued about", PROSE), []),
        (("> argued about the bridge, at length", "> argued about the bridge, at length"), []),
        (("> argued about the tower, which has been closed", PROSE), []),
        (("argued about the bridge, which has been closed", PROSE), []),
    ],
    ids=["before", "after", "two words", "twice", "other words", "a paragraph"],
)
def test_a_pull_quote_is_a_quote_that_another_block_holds(blocks: tuple[str, ...], wanted: list[str]) -> None:
    assert _texts(pull_quotes(_draft(*blocks))) == wanted


def test_nothing_is_repeated_where_nothing_was_said() -> None:
    assert repeated_headline(_draft("# Bridge stays shut", "…", PROSE)) == []


def test_head_ends_with_the_first_prose_and_the_tail_begins_with_the_last() -> None:
    draft = _draft("5.8.2024", PROSE, "5.8.2024", *(PROSE,) * 8, "Leave a comment")
    assert [(cut.index, cut.rule) for cut in lines(draft)] == [(0, "date_line"), (11, "comment_prompt")]


def test_sign_off_in_the_middle_of_the_text_stays() -> None:
    said = f"{PROSE} (AFP)"
    assert lines(_draft(PROSE, said, *(PROSE,) * 8)) == []
    (cut,) = lines(_draft(*(PROSE,) * 8, said))
    assert (cut.rest, cut.text, cut.agencies) == (PROSE, "(AFP)", ("AFP",))


@pytest.mark.parametrize(
    ("block", "cut"),
    [
        ("Related: The old pier\nRelated: The new pier", ["Related: The old pier\nRelated: The new pier"]),
        ("Last updated: 3 May 2026.\nRead more: The old pier", ["Last updated: 3 May 2026.\nRead more: The old pier"]),
        ("Related: The old pier\nIt fell in the storm of May", []),
        ("Ana Lopez\nMarling\nE-mail: ana@marling.example", []),
    ],
)
def test_a_block_goes_whole_where_rules_take_each_of_its_lines(block: str, cut: list[str]) -> None:
    draft = Draft(blocks=(*map(_block, (PROSE, PROSE)), Block(type="paragraph", text=block)))
    assert _texts(lines(draft)) == cut


def test_what_one_step_uncovers_the_next_round_takes() -> None:
    cleaned = clean(_draft(PROSE, "# Mehr zum Krieg", "Lesen Sie auch:", "Share this article"))
    assert [block.text for block in cleaned.blocks] == [PROSE]
    assert [item.rule for item in cleaned.removed] == ["orphan_heading", "read_also", "share"]


def test_tags_flags_and_prompts_in_any_order_are_all_found() -> None:
    text = "\n".join([PROSE, *TAGS, "- isPaid:", "- false", "Share this article"])
    cleaned = clean(read(text), TEXT_STEPS)
    assert cleaned.tags == ("Nato", "Krieg in der Ukraine", "Kim Jong Un")
    assert cleaned.access.flags == {"isPaid": False}
    assert [block.text for block in cleaned.blocks] == [PROSE]


def test_short_last_sentence_with_a_sign_off_is_no_orphan_heading() -> None:
    cleaned = clean(read(f"{PROSE}\nDie Polizei ermittelt. (dpa)"), TEXT_STEPS)
    assert [block.text for block in cleaned.blocks] == [PROSE, "Die Polizei ermittelt."]
    assert cleaned.agencies == ("dpa",)


CRUMBS = ("- News", "- Sport", "- Marling")
LINKS = ("- Bridge: What the engineers found in spring", "- Council: Who voted for the ferry, and why")


def test_the_way_to_the_page_is_no_text_and_hides_no_title() -> None:
    draft = clean(read("\n".join([*CRUMBS, "Bridge stays shut", PROSE])), TEXT_STEPS)
    assert (draft.title, [block.text for block in draft.blocks]) == ("Bridge stays shut", [PROSE])
    assert [(item.rule, item.text) for item in draft.removed] == [("breadcrumb", crumb) for crumb in CRUMBS]


@pytest.mark.parametrize(
    "blocks",
    [(*CRUMBS[:2], PROSE), (*CRUMBS, "- It rained on the bridge all night.", PROSE), (PROSE, *CRUMBS, PROSE), CRUMBS],
    ids=["two", "a list that goes on", "not at the start", "nothing else"],
)
def test_items_that_are_no_way_to_the_page(blocks: tuple[str, ...]) -> None:
    assert breadcrumbs(_draft(*blocks)) == []


def test_headlines_amid_prose_that_nothing_leads() -> None:
    assert _texts(link_list(_draft(PROSE, *LINKS, PROSE))) == list(LINKS)


@pytest.mark.parametrize(
    "blocks",
    [
        (PROSE, LINKS[0], PROSE),
        (
            "The council wants three things, as it said on the evening before the vote was to be held in town:",
            *LINKS,
            PROSE,
        ),
        ("# What they want", *LINKS, PROSE),
        (PROSE, LINKS[0], "- The ferry stays.", PROSE),
        (PROSE, *LINKS, PROSE, "# Plans", "- ferry", "- bridge", PROSE),
        (PROSE, *LINKS),
        (PROSE, "- Ferry: 12 m", "- Bridge: 80 m", PROSE),
    ],
    ids=["one", "led", "under a heading", "a sentence", "an author of lists", "at the end", "short"],
)
def test_lists_of_the_author_stay(blocks: tuple[str, ...]) -> None:
    assert link_list(_draft(*blocks)) == []


@pytest.mark.parametrize(
    ("rule", "lead", "items", "name"),
    [
        ("source_line", "Verwendete Quellen:", ("- Rat von Marling", "- marling.example: Die Brücke"), "source_list"),
        ("tag_label", "Tags:", ("- Brücke", "- Rat"), "tag_list"),
    ],
)
def test_list_goes_with_the_label_that_led_it(rule: str, lead: str, items: tuple[str, ...], name: str) -> None:
    cleaned = clean(_draft(PROSE, lead, *items))
    assert [(item.rule, item.text) for item in cleaned.removed] == [(rule, lead), *((name, item) for item in items)]


def test_headline_twice_in_a_line_is_another_articles() -> None:
    twice = "The Deal About the Bridge The Deal About the Bridge"
    assert _texts(doubled(_draft(PROSE, f"# {twice}", twice))) == [twice, twice]


@pytest.mark.parametrize(
    "line", ["No, no", "New York, New York", "It is shut. It is shut.", "The deal about the bridge"]
)
def test_line_that_repeats_itself_may_be_text(line: str) -> None:
    assert doubled(_draft(PROSE, line)) == []


CAPTION = Image(url="https://marlingpost.example/1.jpg", caption="The pier in spring", credit="Ana Lopez / dpa")


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("The pier in spring", ["The pier in spring"]),
        ("- The pier in spring (Ana Lopez / dpa)", ["- The pier in spring (Ana Lopez / dpa)"]),
        ("# The pier in spring", []),
        ("The pier in spring was closed", []),
    ],
)
def test_captions_that_an_image_bears_are_no_text(line: str, cut: list[str]) -> None:
    assert _texts(repeated_caption(_draft(PROSE, line, images=(CAPTION,)))) == cut


def test_a_sentence_that_an_image_repeats_stays() -> None:
    image = CAPTION.model_copy(update={"caption": PROSE, "credit": None})
    assert repeated_caption(_draft(PROSE, images=(image,))) == []


CLOSED = {
    "references": (
        [PROSE, PROSE, PROSE, "# References", "- Doe J. (2021). Bridges. Marling Press.", "Roe R. Rivers, 2nd ed."],
        ["References", "- Doe J. (2021). Bridges. Marling Press.", "Roe R. Rivers, 2nd ed."],
    ),
    "a line in a heading's place": (
        [PROSE, "Quellenangaben:", "Heidepost (2020)."],
        ["Quellenangaben:", "Heidepost (2020)."],
    ),
    "up to the next heading": ([PROSE, "## Sources", "- A survey", "## Afterwards", PROSE], ["Sources", "- A survey"]),
    "smaller headings are the section's": (
        [PROSE, PROSE, "## Fuentes", "### Libros", "- Ríos y puentes", "### Leyes", "- Ley 3"],
        ["Fuentes", "Libros", "- Ríos y puentes", "Leyes", "- Ley 3"],
    ),
    "author": ([PROSE, "# About the author", "Jane Doe builds boats."], ["About the author", "Jane Doe builds boats."]),
}


@pytest.mark.parametrize(("before", "cut"), CLOSED.values(), ids=CLOSED)
def test_sections_that_close_a_text_go_whole(before: list[str], cut: list[str]) -> None:
    found = clean(_draft(*before), PAGE_STEPS)
    assert [item.text for item in found.removed] == cut


OPEN = {
    "the text itself": ["# Sources", PROSE, PROSE],
    "as long as what stands before": [PROSE, "# References", PROSE],
    "a sentence": [PROSE, "Sources in the council disagree.", "- None was named."],
    "an item": [PROSE, "- Sources", "- Rivers", "- Bridges"],
    "more than a life": [PROSE * 9, "# About the author", PROSE, PROSE, PROSE, PROSE, PROSE],
}


@pytest.mark.parametrize("before", OPEN.values(), ids=OPEN)
def test_what_only_looks_like_a_closing_section_stays(before: list[str]) -> None:
    draft = _draft(*before)
    assert [cut for kind in CLOSING for cut in closing(draft, kind)] == []


def test_a_credit_leaves_the_bracket_of_its_line() -> None:
    cuts = lines(_draft(PROSE, "Die Brücke heute. (Foto: Jörg Häberle)", "(Foto: Ana Lopez (AFP))"))
    assert [cut.credit for cut in cuts] == ["Jörg Häberle", "Ana Lopez (AFP)"]
