"""Page-state flags: what a page's own scripts are told of it, where that stands in the open.

They stand in definition lists that were left on (`showPaywall:` / `false`), in data attributes of what holds the
article, plain or as base64 of JSON, and in data layers (W3C's Customer Experience Digital Data, Google's, Tealium's).
These describe the page as a whole; payloads that hold teasers, settings of the site and indices are not read. Neither
is any key that looks like a secret.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from scraper.extractors.access.terms import asks, may_ask, secret
from scraper.extractors.roles import holding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scraper.article import FlagValue
    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

LONGEST_VALUE: Final = 40
"""Characters above which a value is no flag."""
MOST: Final = 0.5
"""Share of the body from which an element holds it."""
LONGEST_LAYER: Final = 4000
"""Bytes of a data layer that are looked at."""
LAYERS_WITHIN: Final = 200_000
"""Bytes from a page's start within which its data layers begin: they must be there before what reads them."""
LONGEST_PAYLOAD: Final = 4000
"""Characters of a base64 attribute that are looked at."""

_LISTED: Final = re.compile(r"(?P<name>[a-z]+(?:[A-Z][a-z]+)+)\s*:?")
_LAYERS: Final = (b"dataLayer", b"digitalData", b"utag_data")
_LAYER: Final = re.compile(rb"\s{0,9}(?:\.push\(|=)\s{0,9}(?:\[\s{0,9})?\{")
_PAIR: Final = re.compile(
    r"""["']?([A-Za-z][\w .-]{1,59}+)["']?\s{0,3}:\s{0,3}(?:["']([^"'\n]{0,40})["']|(true|false|\d{1,9}))"""
)
_DATA: Final = re.compile(r' data-([a-z][\w.-]{1,59})="([^"]*)"')
_ENCODED: Final = re.compile(r"eyJ[\w+/]{8,}={0,2}")  # what `{"` is in base64
_NESTED: Final = 2


def flags(
    document: Document, body: Sequence[TextBlock], layer: Iterable[tuple[str, FlagValue]] | None = None
) -> dict[str, FlagValue]:
    """Flags of a page whose body is `body`, by name; the first of a name stands. `layer` is what `layered` gives."""
    told = layered(document) if layer is None else layer
    found: dict[str, FlagValue] = {}
    for name, value in chain(_listed(document), _attributes(document, body), told):
        found.setdefault(name, value)
    return found


def _listed(document: Document) -> Iterator[tuple[str, FlagValue]]:
    for node in document.tree.css("dl dt") if "</dt>" in document.segments.elements.markup else ():
        match = _LISTED.fullmatch(" ".join(node.text().split()))
        value = node.next
        while value is not None and not value.is_element_node:
            value = value.next
        if match and not secret(match["name"]):
            text = value.text().strip() if value is not None and value.tag == "dd" else ""
            yield match["name"], flag_value(text)


def _attributes(document: Document, body: Sequence[TextBlock]) -> Iterator[tuple[str, FlagValue]]:
    """Flags in data attributes of the page and of the elements that hold its text."""
    root = document.tree.root
    told = root.attributes if root is not None else {}
    page = document.segments.elements
    holders = holding(body, MOST) if body else {0: 0}
    named = [(name[5:], value or "") for name, value in told.items() if name.startswith("data-")]
    for name, value in chain(named, *(_DATA.findall(page.spelling(number)) for number in holders)):
        if len(value) <= LONGEST_PAYLOAD and _ENCODED.fullmatch(value):
            yield from _decoded(value)
        elif len(value) <= LONGEST_VALUE and asks(name):
            yield name, flag_value(unescape(value))


def _decoded(value: str) -> Iterator[tuple[str, FlagValue]]:
    try:
        payload = json.loads(b64decode(value, validate=True))
    except (ValueError, RecursionError):
        return
    if isinstance(payload, dict):
        yield from _members(payload, _NESTED)


def _members(payload: Mapping[str, Any], depth: int) -> Iterator[tuple[str, FlagValue]]:
    for name, value in payload.items():
        if isinstance(value, dict) and depth > 1:
            yield from _members(value, depth - 1)
        elif asks(name) and (value is None or isinstance(value, bool | int | float | str)):
            yield name, flag_value(value[:LONGEST_VALUE]) if isinstance(value, str) else value


def layered(document: Document) -> Iterator[tuple[str, FlagValue]]:
    """Flags in data layers."""
    source = document.source if isinstance(document.source, bytes) else document.source.encode()
    for name in _LAYERS:
        place = source.find(name, 0, LAYERS_WITHIN)
        while place >= 0:
            place += len(name)
            if _LAYER.match(source, place):
                layer = source[place : place + LONGEST_LAYER].partition(b"</script")[0]
                yield from _in_layer(layer.decode(errors="replace"))
                place += len(layer)
            place = source.find(name, place, LAYERS_WITHIN)


def _in_layer(text: str) -> Iterator[tuple[str, FlagValue]]:
    for name, quoted, bare in _PAIR.findall(text) if may_ask(text) else ():
        if asks(name):
            yield name.strip(), flag_value(quoted or bare)


def flag_value(text: str) -> FlagValue:
    """Value of a page-state flag: a boolean, a number, a text, or None where it is cut off."""
    bare = text.strip().strip("\"'")
    if bare.lower() in {"true", "false"}:
        return bare.lower() == "true"
    if re.fullmatch(r"-?\d{1,15}", bare):
        return int(bare)
    return bare or None
