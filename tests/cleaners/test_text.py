"""Unicode, white space and mojibake: what is mended, and what passes to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ftfy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.cleaners.text import tidy, tidy_code

if TYPE_CHECKING:
    from collections.abc import Callable

MENDED = {
    "no-break space": ("20\u00a0Prozent", "20 Prozent"),
    "narrow no-break space": ("20\u202f%", "20 %"),
    "ideographic space": ("東京\u3000大阪", "東京 大阪"),
    "zero-width space": ("Regie\u200brung", "Regierung"),
    "word joiner": ("Regie\u2060rung", "Regierung"),
    "byte-order mark": ("\ufeffRegierung", "Regierung"),
    "soft hyphen": ("Regie\u00adrung", "Regierung"),
    "control character": ("Regie\x00r\x08u\x7fng", "Regierung"),
    "escape": ("\x1b[0mRegierung", "[0mRegierung"),
    "noncharacter": ("Regie\uffferung", "Regierung"),
    "mojibake of letters": ("GrÃ¶ÃŸe und FlÃ¤che", "Größe und Fläche"),
    "mojibake of quotes": ("â€œYes,â€\x9d she said", "“Yes,” she said"),
    "lone surrogate": ("a\ud800b", "a\ufffdb"),
    "line ends of Windows": ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    "line separator": ("one\u2028two\u2029three", "one\ntwo\nthree"),
    "runs of spaces": ("  one \t  two  \n  three ", "one two\nthree"),
    "page break": ("one\x0ctwo\x0b three", "one two three"),
    "many blank lines": ("one\n\n\n \n\ntwo", "one\n\ntwo"),
    "nothing but spaces": (" \u00a0\u200b\n ", ""),
}
KEPT = {
    "Persian non-joiner": "می\u200cخواهم",
    "emoji joiner": "👩\u200d🚀 im All",
    "emoji variation": "❤\ufe0f",
    "right-to-left mark": "\u200fשלום",
    "composed and decomposed": "é e\u0301",
    "typographic quotes": "„So“, ‚so‘ – und «so» …",
    "ligature and fraction": "ﬁn ½",
    "entity in a text about entities": "Write &amp; for &.",
    "old accents that look like mojibake": "PÃO DE AÇÚCAR",
    "blank line": "one\n\ntwo",
}
SPELLED = (
    "größer",
    "Île",
    "œuvre",
    "příští týden",
    "«Мой дом»",
    "Το “νερό”",
    "’tis – “so” …",
    "15 € ½",
    "où ?",
    "ışık",
)
CHARSETS = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "sloppy-windows-1250", "macroman", "cp437")

FRAGMENTS = "aÃ¶Ã¤ÃŸ¼â€œ\x9d\x93\x85\xa0\xad\u200b\u200c\n\r\t \ufeff\ud800\x00Â©ðŸ˜€\u2028"
"""What mojibake is made of, and what stands between its parts."""


@pytest.mark.parametrize(("given_", "wanted"), MENDED.values(), ids=MENDED)
def test_text_is_mended(given_: str, wanted: str) -> None:
    assert tidy(given_) == wanted


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_sound_text_passes_to_the_letter(text: str) -> None:
    assert tidy(text) == text


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("text", SPELLED)
def test_no_mojibake_that_ftfy_mends_is_taken_for_sound(text: str, charset: str) -> None:
    misread = text.encode().decode(charset)
    assert tidy(misread) == tidy(ftfy.fix_encoding(misread))


def test_code_keeps_its_spaces() -> None:
    assert tidy_code("\nif x:\n    y =  1\t# \u00a0\r\n    z\n") == "if x:\n    y =  1\t# \u00a0\n    z"


def test_code_is_mended_all_the_same() -> None:
    assert tidy_code("print('GrÃ¶ÃŸe')\x00") == "print('Größe')"


@pytest.mark.parametrize("mend", [tidy, tidy_code])
@settings(deadline=None, max_examples=200)
@given(text=st.text(st.sampled_from(FRAGMENTS), max_size=14) | st.text(max_size=30))
def test_mending_twice_is_mending_once(mend: Callable[[str], str], text: str) -> None:
    assert mend(mend(text)) == mend(text)
