"""Charset of a page, in the order of the WHATWG Encoding and HTML Standards: BOM, header, meta, then detection.

A label that the bytes contradict (more than a few of them do not decode, or all of them are UTF-8 and the label says
otherwise, as on pages saved by a browser) is passed over.
"""

from __future__ import annotations

import codecs
import math
from typing import TYPE_CHECKING, NamedTuple

from charset_normalizer import from_bytes
from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
    to_unicode,
)

from scraper.page import utf8

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scraper.page import Page

TOLERATED = 0.001
"""Share of characters that may fail to decode under a true label: cut-off or pasted-in bytes."""
DETECTED_FROM = 64 * 1024
"""Bytes that detection looks at."""


class Decoded(NamedTuple):
    """A page as UTF-8, the Python codec that read it, and where its name came from."""

    utf8: bytes
    encoding: str
    source: str

    @property
    def text(self) -> str:
        """The page's text."""
        return self.utf8.decode()


def decode(page: Page) -> Decoded:
    """A page's body as UTF-8; bytes that its charset does not know become U+FFFD."""
    if page.decoded:
        return Decoded(page.body.removeprefix(codecs.BOM_UTF8), "utf-8", "header")
    least, best = math.inf, Decoded(b"", "utf-8", "default")
    for source, encoding in _labels(page):
        text = to_unicode(page.body, encoding).removeprefix("\ufeff")
        faults = _faults(text)
        if faults < least:
            least, best = faults, Decoded(utf8(text), encoding, source)
        if faults <= TOLERATED:
            break
    return best


def _labels(page: Page) -> Iterator[tuple[str, str]]:
    """Names of charsets, the most binding source first; lazily, since detection is slow."""
    bom, _ = read_bom(page.body)
    if bom:
        yield "bom", bom
    declared = (
        ("header", http_content_type_encoding(page.header("content-type"))),
        ("meta", html_body_declared_encoding(page.body)),
    )
    for source, label in declared:
        known = resolve_encoding(label) if label else None
        if known and (known == "utf-8" or not _is_utf8(page.body)):
            yield source, known
    yield "valid utf-8", "utf-8"
    found = from_bytes(page.body[:DETECTED_FROM]).best()
    if found is not None:
        yield "detected", found.encoding


def _is_utf8(body: bytes) -> bool:
    """Whether bytes beyond ASCII are UTF-8 throughout: by chance no text in another charset is."""
    try:
        return not body.decode().isascii()
    except UnicodeDecodeError:
        return False


def _faults(text: str) -> float:
    """Share of characters that did not decode; the last may, where an answer was cut inside a character."""
    return text.removesuffix("\ufffd").count("\ufffd") / max(1, len(text))
