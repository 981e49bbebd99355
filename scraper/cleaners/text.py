"""The text itself: Unicode, white space, mojibake. What is well-formed passes to the letter."""

from __future__ import annotations

import re

import ftfy

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]"
)
"""Soft hyphens, zero-width spaces, byte-order marks, control codes and noncharacters: nobody reads them."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def tidy(text: str) -> str:
    """Text with mojibake mended, without invisible characters, runs of white space as one space.

    Newlines are kept, three or more as two; each line is stripped. The same text comes back from a second call.
    """
    lines = (_SPACES.sub(" ", line).strip() for line in sound(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def tidy_code(text: str) -> str:
    """As `tidy`, but with every space kept where it is."""
    return sound(text).strip("\n")


def sound(text: str) -> str:
    """Text with mojibake mended and without characters that nobody can read; letters stay composed as they were."""
    mended = ftfy.fix_encoding(_SURROGATE.sub("\ufffd", text))
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", mended))
