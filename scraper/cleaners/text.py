"""The text itself: Unicode, white space, mojibake. What is well-formed passes to the letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ftfy

if TYPE_CHECKING:
    from collections.abc import Callable

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Soft hyphens, zero-width spaces, byte-order marks, control codes and noncharacters: nobody reads them."""
_SOUND = "\x00-\x7f\u0590-\u1fff\u2e80-\ud7ff"
"""ASCII, and the scripts that the charsets lack which mojibake comes from (Hebrew to Hangul)."""
_LETTERS = "".join(c for c in map(chr, range(0xC0, 0x590)) if c.lower() != c.upper() and c not in "ÎÐŒœƑƒ")
_SMALL = "".join(filter(str.islower, _LETTERS))
_QUOTES = "\u201c\u201e\u2018\u2026"
_SUSPECT = re.compile(
    f"[^{_SOUND}\u00a0](?:(?!(?<=[{_LETTERS}])[{_SMALL}]|(?<=[{_QUOTES}])[{_LETTERS}{_QUOTES}])[^{_SOUND}]"
    "|(?<=[\u00c2\u00c3\ud800-\udfff]))"
)
"""Without these no text is mojibake: a character taken apart shows as two beyond ASCII, or as `Ã` and a space. Most
small letters after a letter, as in `größer` and `дом`, are no such two, nor is what is quoted, as `„Ära“`, nor anything
behind a no-break space.
"""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_ODD = "\t\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[{_ODD}][ {_ODD}]*| [ {_ODD}]+")
"""Runs of spaces that are not one plain space."""


def tidy(text: str) -> str:
    """Text with mojibake mended, without invisible characters, runs of white space as one space.

    Newlines are kept, three or more as two; each line is stripped. The same text comes back from a second call.
    """
    return _settled(_tidy, text)


def tidy_code(text: str) -> str:
    """As `tidy`, but with every space kept where it is."""
    return _settled(lambda code: _sound(code).strip("\n"), text)


def _settled(mend: Callable[[str], str], text: str) -> str:
    """Text that `mend` leaves as it is: what one mending joins may be mojibake for the next."""
    while not _is_tidy(text) and (mended := mend(text)) != text:
        text = mended
    return text


def _is_tidy(text: str) -> bool:
    """Whether there is nothing to mend for sure, as in most texts: all else than a plain space is not printable."""
    return (
        text.isprintable()
        and "  " not in text
        and text[:1] != " " != text[-1:]
        and (text.isascii() or not _SUSPECT.search(text))
    )


def _tidy(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in _sound(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _sound(text: str) -> str:
    mended = ftfy.fix_encoding(_SURROGATE.sub("\ufffd", text)) if _SUSPECT.search(text) else text
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", mended))
