"""What holds for every draft and every plain text, whatever prose and dirt they mix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scraper.article import Block, Removed
from scraper.cleaners.clean import clean
from scraper.cleaners.plain import read
from scraper.cleaners.rules import RULES
from scraper.cleaners.steps import PAGE_STEPS, TEXT_STEPS
from scraper.cleaners.text import tidy
from scraper.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

SUBJECTS = ("Der Rat", "Die Ingenieurin", "The council", "A shopkeeper", "Le maire", "El alcalde", "東京の市議会は")
PREDICATES = ("stritt am Abend über", "spoke for an hour about", "a parlé de", "habló de", "hat nichts gesagt über")
OBJECTS = ("die gesperrte Brücke", "the bridge that the flood took", "le pont fermé", "el puente", "橋の閉鎖")
TAILS = (".", "; so wird es bleiben, bis im Herbst der Markt wieder aufmacht und die Händler zurückkommen.", "?", " …")

sentences = st.builds(
    lambda subject, predicate, thing, tail, number: f"{subject} {predicate} {thing}, zum {number}. Mal{tail}",
    st.sampled_from(SUBJECTS),
    st.sampled_from(PREDICATES),
    st.sampled_from(OBJECTS),
    st.sampled_from(TAILS),
    st.integers(2, 10_000),
)
prose = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
headings = st.sampled_from(["Warum die Brücke wichtig ist", "What happens next", "## Was nun", "Streit am Abend"])
items = st.sampled_from(
    ["- Nato", "* Kiew", "- Krieg in der Ukraine", "• Er kam spät.", "- China", "- Der Fall Marling"]
)
flags = st.sampled_from(
    ["showPaywall:", "false", "- isPaid: true", "- isSubscriber:", "- null", "iPhone:", "eBay: gut"]
)
dirt = st.sampled_from([hit for rule in RULES for hit in rule.hits])
look_alikes = st.sampled_from([miss for rule in RULES for miss in rule.misses])
spaced = st.sampled_from(["\u00a0Der Rat\u200b schwieg.\t", "  Zwei  Leerzeichen. ", "Grö\u00adße", "", " \u00a0 "])
signed = st.builds("{} {}".format, prose, st.sampled_from(["(AFP, dpa)", "(Reuters)", "(sagte sie)", "(dpa/AP)."]))
plain_lines = st.one_of(prose, headings, items, flags, dirt, look_alikes, spaced, signed, st.text(max_size=40))
texts = st.lists(plain_lines, max_size=25).map("\n".join)

KINDS = ("paragraph", "paragraph", "paragraph", "heading", "list_item", "quote", "table", "code", "entry")
blocks = st.builds(
    lambda kind, text: Block.model_validate({"type": kind, "text": text}), st.sampled_from(KINDS), plain_lines
)
drafts = st.builds(
    lambda found, title, summary, removed: Draft(title=title, summary=summary, blocks=tuple(found), removed=removed),
    st.lists(blocks, max_size=20),
    st.none() | headings | prose,
    st.none() | prose,
    st.lists(
        st.builds(Removed, rule=st.sampled_from(["read_also", "markup"]), text=dirt, after_block=st.integers(-1, 20)),
        max_size=3,
    ).map(lambda found: tuple(sorted(found, key=lambda item: item.after_block))),
)
many = settings(deadline=None, max_examples=100)


def _unmarked(line: str) -> str:
    return line.lstrip("-*•‣▪#").strip()


def _told(text: str) -> Iterator[str]:
    """Lines of a text, each made sound by itself: what is mojibake in one line says nothing of the next."""
    for raw in re.split("\r\n?|\n", text):
        yield from tidy(raw).split("\n")


@many
@given(drafts)
def test_cleaning_a_draft_twice_changes_nothing(draft: Draft) -> None:
    once = clean(draft, PAGE_STEPS)
    assert clean(once, PAGE_STEPS) == once


@many
@given(texts)
def test_cleaning_a_text_twice_changes_nothing(text: str) -> None:
    once = clean(read(text), TEXT_STEPS)
    assert clean(once, TEXT_STEPS) == once


@many
@given(drafts)
def test_kept_blocks_keep_their_order_and_begin_as_they_did(draft: Draft) -> None:
    given_ = iter([tidy(block.text) for block in draft.blocks if block.type != "code"])
    kept = [tidy(block.text) for block in clean(draft).blocks if block.type != "code"]
    assert all(any(before.startswith(after) for before in given_) for after in kept)


@many
@given(drafts)
def test_audit_points_at_kept_blocks_in_reading_order(draft: Draft) -> None:
    cleaned = clean(draft)
    places = [item.after_block for item in cleaned.removed]
    assert places == sorted(places)
    assert all(-1 <= place < len(cleaned.blocks) for place in places)


@many
@example("\x80\x80\r\x91")
@example("\x80\x80\r\n\x91\x91")
@given(texts)
def test_every_line_of_a_text_is_kept_or_shown(text: str) -> None:
    draft = clean(read(text), TEXT_STEPS)
    kept = [block.text for block in draft.blocks]
    cuts = [item.text for item in draft.removed]
    whole = {_unmarked(line) for line in (*kept, *cuts, draft.title or "")}
    parted = {_unmarked(f"{block} {cut}") for block in (*kept, *cuts) for cut in cuts}
    for line in filter(None, map(_unmarked, _told(text))):
        assert line in whole or line in parted or line in (draft.summary or "")


@many
@given(st.lists(st.one_of(prose, look_alikes), max_size=15))
def test_prose_that_no_rule_names_passes_to_the_letter(paragraphs: list[str]) -> None:
    draft = Draft(blocks=tuple(Block(type="paragraph", text=text) for text in paragraphs))
    assert clean(draft) == draft


@many
@given(st.lists(prose, min_size=1, max_size=10))
def test_plain_prose_passes_to_the_letter(paragraphs: list[str]) -> None:
    draft = clean(read("\n\n".join(paragraphs)), TEXT_STEPS)
    assert [text for text in (draft.title, *(block.text for block in draft.blocks)) if text] == paragraphs
    assert draft.removed == ()


@many
@given(texts, st.sampled_from(["showPaywall", "isPaid"]))
def test_cleaning_leaves_its_input_alone(text: str, flag: str) -> None:
    draft = read(f"{text}\n{flag}: true")
    before = repr(draft)
    clean(draft, TEXT_STEPS)
    assert repr(draft) == before
