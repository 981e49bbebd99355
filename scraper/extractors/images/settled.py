"""Caption and credit as they are given: neither says what the other or the title says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scraper.extractors.images.captions import Told
from scraper.extractors.images.vocabulary import ADVERTS
from scraper.extractors.names import is_full_name
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scraper.extractors.segments import TextBlock

_JOINED: Final = re.compile(r"\b(?:and|by|de|mit|of|par|por|und|von|with|I)$")
"""What makes the name behind it a part of the caption."""


def settled(told: Told, titles: Sequence[TextBlock]) -> Told:
    """What is told without a credit that is the title or who is shown, and without a caption that is the credit."""
    if _is_title(told.credit, titles):
        return Told(told.caption, None)
    if not told.credit or not told.caption:
        return told
    if key(told.credit) == key(told.caption):
        return Told(told.caption, None) if is_full_name(told.credit.strip(".")) else Told(None, told.credit)
    if not told.caption.endswith(told.credit):
        return told
    bare = told.caption.removesuffix(told.credit).strip()
    return told if _JOINED.search(bare) else Told(bare, told.credit)


def is_advert(told: Told) -> bool:
    """Whether a caption says that the image is an advertisement."""
    return (told.caption or "").strip(".: ").lower() in ADVERTS


def _is_title(credit: str | None, titles: Sequence[TextBlock]) -> bool:
    return bool(credit) and any(key(credit or "") == key(block.text) for block in titles)
