"""Words of a text, for comparing texts whatever their case, punctuation and white space."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Words of `text` in their order, case folded."""
    return _WORD.findall(text.casefold())


def key(text: str) -> str:
    """Words of `text` as one string: the same for two spellings of the same text."""
    return " ".join(words(text))
