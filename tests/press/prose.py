"""Invented prose: grammars, and what is written with them from a seed."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias

from tests.press.words import ENGLISH, FRENCH, GERMAN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Grammar: TypeAlias = "Mapping[str, tuple[tuple[str, ...], ...]]"

_SYMBOL: Final = re.compile(r"\{(\w+)\}")
_LETTER: Final = re.compile(r"[^\W\d_]")


def _grammar(rules: Mapping[str, str]) -> Grammar:
    """Rules with their alternatives taken apart: text and symbols in turn, text first."""
    return {name: tuple(tuple(_SYMBOL.split(way)) for way in ways.split("|")) for name, ways in rules.items()}


GRAMMARS: Final[Mapping[str, Grammar]] = {"en": _grammar(ENGLISH), "de": _grammar(GERMAN), "fr": _grammar(FRENCH)}
"""By language, as BCP 47 has it."""


class Writer:
    """Writes in one language, the same from the same seed."""

    def __init__(self, language: str, seed: str) -> None:
        self._grammar = GRAMMARS[language]
        self._random = Random(seed)  # noqa: S311 - prose, no secret

    def between(self, least: int, most: int) -> int:
        """A number from `least` to `most`."""
        return least + int(self._random.random() * (most - least + 1))

    def phrase(self, symbol: str) -> str:
        """One of the ways in which the grammar writes `symbol`; with a capital where the symbol has one."""
        written: list[str] = []
        self._write(symbol, written.append)
        return "".join(written)

    def _write(self, symbol: str, add: Callable[[str], None]) -> None:
        if symbol[0].isupper():
            add(capital(self.phrase(symbol.lower())))
            return
        ways = self._grammar[symbol]
        way = ways[int(self._random.random() * len(ways))]
        add(way[0])
        for at in range(1, len(way), 2):
            self._write(way[at], add)
            add(way[at + 1])

    def line(self, symbol: str) -> str:
        """A phrase that begins with a capital."""
        return capital(self.phrase(symbol))

    def paragraph(self) -> str:
        """Three to five sentences."""
        return " ".join(self.line("sentence") for _ in range(self.between(3, 5)))

    def paragraphs(self, least: int, most: int) -> tuple[str, ...]:
        """From `least` to `most` paragraphs."""
        return tuple(self.paragraph() for _ in range(self.between(least, most)))

    def one_of(self, values: tuple[str, ...]) -> str:
        """One of `values`."""
        return values[int(self._random.random() * len(values))]

    @staticmethod
    def words(language: str, symbol: str) -> tuple[str, ...]:
        """All words that a language has for a symbol."""
        return tuple(way[0] for way in GRAMMARS[language][symbol])

    def several(self, symbol: str, count: int) -> tuple[str, ...]:
        """Up to `count` different phrases."""
        return tuple(dict.fromkeys(self.phrase(symbol) for _ in range(count)))


def capital(text: str) -> str:
    """`text` with its first letter a capital, whatever quotation marks stand before it."""
    first = _LETTER.search(text)
    return text[: first.start()] + first[0].upper() + text[first.end() :] if first else text


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of three words in `text`."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def likeness(ours: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]]) -> float:
    """What part of the runs of three words of two texts both have (Jaccard), from 0 to 1."""
    common = len(ours & theirs)
    return common / (len(ours) + len(theirs) - common or 1)
