"""How alike two texts are: the same are, near ones are found, others are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.sameness import BANDS, LEAST, ROWS, bands, resemblance, signature, simhash

GERMAN = "Der Rat hat am Donnerstag noch einmal über die Brücke gestritten, die seit dem Frühjahr gesperrt ist."
ENGLISH = "The council met on Thursday and argued about the bridge, which has been closed since the spring floods."


def story(seed: int, words: int = 300) -> list[str]:
    return [f"word{random.Random(seed * 1000 + place).randrange(5000)}" for place in range(words)]  # noqa: S311


def signed(words: list[str]) -> bytes:
    found = signature(" ".join(words))
    assert found
    return found


def edited(words: list[str], places: int) -> list[str]:
    """`words` with that many of them changed, evenly."""
    step = len(words) // places
    return [f"edit{place}" if place % step == step // 2 else word for place, word in enumerate(words)]


def distance(one: str, other: str) -> int:
    return (int(simhash(one), 16) ^ int(simhash(other), 16)).bit_count()


def test_near_texts_have_near_simhashes() -> None:
    long = " ".join(f"{GERMAN} {number}" for number in range(20))
    assert distance(long, long.replace("Donnerstag", "Freitag", 1)) <= 6
    assert distance(long, " ".join(f"{ENGLISH} {number}" for number in range(20))) >= 16


@pytest.mark.parametrize("text", ["", "eins", "eins zwei", "…", "\ufdfa", GERMAN])
def test_simhash_of_any_text_is_64_bits(text: str) -> None:
    assert len(bytes.fromhex(simhash(text))) == 8


@given(st.text())
def test_any_text_has_a_simhash_and_perhaps_a_signature(text: str) -> None:
    assert len(simhash(text)) == 16
    assert len(signature(text) or bytes(4 * BANDS * ROWS)) == 4 * BANDS * ROWS


def test_the_same_text_is_wholly_alike_and_in_all_bands() -> None:
    one = signed(story(1))
    assert resemblance(one, signed(story(1))) == 1.0
    assert bands(one) == bands(signed(story(1)))
    assert len(set(bands(one))) == BANDS


def test_upper_case_and_white_space_are_no_difference_to_a_signature() -> None:
    assert signature(" ".join(story(1))) == signature("\n\n ".join(story(1)))


@pytest.mark.parametrize("seed", range(40))
def test_a_text_with_some_words_changed_is_found_through_its_bands(seed: int) -> None:
    one, other = signed(story(seed)), signed(edited(story(seed), 15))
    assert set(bands(one)) & set(bands(other))
    assert resemblance(one, other) > 0.5


@pytest.mark.parametrize("seed", range(40))
def test_an_unrelated_text_is_not_alike(seed: int) -> None:
    one, other = signed(story(seed)), signed(story(seed + 100))
    assert not set(bands(one)) & set(bands(other))
    assert resemblance(one, other) < 0.1


@pytest.mark.parametrize("changed", [10, 30, 60])
def test_resemblance_is_about_the_share_of_shingles_in_common(changed: int) -> None:
    told = []
    for seed in range(30):
        one, other = story(seed), edited(story(seed), changed)
        left, right = ({tuple(text[at : at + 3]) for at in range(len(text) - 2)} for text in (one, other))
        told.append(resemblance(signed(one), signed(other)) - len(left & right) / len(left | right))
    assert abs(sum(told) / len(told)) < 0.05


def test_resemblance_does_not_depend_on_the_side() -> None:
    one, other = signed(story(1)), signed(edited(story(1), 20))
    assert resemblance(one, other) == resemblance(other, one)


def test_a_text_too_short_to_be_told_by_it_has_no_signature() -> None:
    assert signature("") is None
    assert signature("again and " * 500) is None
    assert signature(" ".join(story(1, LEAST + 1))) is None
    assert signature(" ".join(story(1, LEAST + 2))) is not None
