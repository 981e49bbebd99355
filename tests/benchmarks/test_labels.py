"""Labels: how much of a block is body, by the gold."""

from __future__ import annotations

import pytest

from benchmarks.train.labels import LIKELY, POSSIBLE, labels

PARAGRAPH = "The ferry to Lower Marling ran again on Tuesday, three weeks after the storm."


@pytest.mark.parametrize(
    ("gold", "text", "label"),
    [
        pytest.param({"paragraphs": [PARAGRAPH]}, PARAGRAPH.upper(), 1.0, id="a paragraph, whatever its case"),
        pytest.param({"paragraphs": [PARAGRAPH, "Marling"]}, "Marling", 1.0, id="a short paragraph"),
        pytest.param({"paragraphs": [PARAGRAPH]}, "Lower Marling ran", 0.0, id="words of one are not one"),
        pytest.param({"text": PARAGRAPH}, "Lower Marling ran", LIKELY, id="words of a text without paragraphs"),
        pytest.param({"text": PARAGRAPH}, "storm", POSSIBLE, id="one word of it"),
        pytest.param({"paragraphs": [PARAGRAPH]}, "Four other words stand here", 0.0, id="nothing in common"),
        pytest.param({"paragraphs": [PARAGRAPH]}, "— · —", 0.0, id="no words"),
        pytest.param({"paragraphs": [PARAGRAPH]}, f"{PARAGRAPH} More of it.", 11 / 14, id="most of its shingles"),
    ],
)
def test_label_is_the_share_that_is_gold(gold: dict[str, object], text: str, label: float) -> None:
    assert labels(gold, [text]) == pytest.approx([label])
