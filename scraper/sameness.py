"""How alike two texts are: simhash, and MinHash signatures whose bands find near-duplicates in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np

from scraper.words import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHINGLE: Final = 3
"""Words in a row that are hashed together."""
BANDS: Final = 21
ROWS: Final = 3
"""Values of a band. Of texts that share half of their shingles, 94 in 100 have a band in common."""
LEAST: Final = 40
"""Shingles from which a text is long enough to be called a copy of another."""

_SEEDS: Final = np.arange(1, BANDS * ROWS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)


def simhash(text: str) -> str:
    """64-bit simhash over all three-word shingles, 16 hexadecimal digits: near texts differ in few bits.

    Source: M. Charikar, Similarity estimation techniques from rounding algorithms (STOC 2002).
    """
    shingles = _shingles(text)
    bits = np.unpackbits(shingles.view(np.uint8).reshape(-1, 8), axis=1)
    return np.packbits(bits.sum(axis=0, dtype=np.uint32) * 2 > len(bits)).tobytes().hex()


def signature(text: str) -> bytes | None:
    """MinHash signature of a text, BANDS x ROWS values of 32 bits; None where the text is too short to be told by it.

    Source: A. Broder, On the resemblance and containment of documents (SEQUENCES 1997).
    """
    shingles = np.unique(_shingles(text))
    if len(shingles) < LEAST:
        return None
    least = np.array([_mixed(shingles ^ seed).min() for seed in _SEEDS])
    return (least >> np.uint64(32)).astype("<u4").tobytes()


def bands(signed: bytes) -> list[str]:
    """What signatures are looked up by: texts that are much alike share at least one of these, 16 hexadecimal digits.

    Source: J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, section 3.4.
    """
    values = np.frombuffer(signed, "<u4").astype(np.uint64).reshape(BANDS, ROWS)
    told = np.arange(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        told = _mixed(told ^ values[:, row])
    return [f"{int(value):016x}" for value in told]


def resemblance(one: bytes, other: bytes) -> float:
    """Share of shingles that two texts have in common, 0 to 1, as their signatures tell it."""
    return float(np.mean(np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")))


def _shingles(text: str) -> NDArray[np.uint64]:
    """Hashes of the text's shingles in their order, at least one."""
    told = words(text)
    hashes = _mixed(np.fromiter(map(crc32, " ".join(told).encode().split(b" ")), dtype=np.uint64, count=len(told)))
    size = min(SHINGLE, len(told))
    shingles = np.zeros(len(told) - size + 1, dtype=np.uint64)
    for place in range(size):
        shingles = _mixed(shingles ^ hashes[place : place + len(shingles)])
    return shingles


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each value with its bits spread over all of it (splitmix64's finaliser: Steele, Lea, Flood, OOPSLA 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
