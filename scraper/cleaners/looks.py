"""What a block looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scraper.article import Block

PROSE: Final = 100
"""Characters from which a block is the article's running text: the head ends and the tail begins there."""
SENTENCE_END: Final = re.compile(r"[.!?…:;。！？：；।؟][\"'”“»’)\]]*$")


def is_prose(block: Block) -> bool:
    """Whether a block is running text."""
    return block.type == "paragraph" and len(block.text) >= PROSE
