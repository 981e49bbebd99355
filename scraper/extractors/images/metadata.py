"""What is told of images out of sight: in attributes, and in JSON-LD's ImageObject (https://schema.org/ImageObject)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scraper.extractors.images.addresses import needle
from scraper.extractors.images.captions import NOTHING, Told, join, part_caption, unlabelled
from scraper.extractors.jsonld import as_list, string, types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scraper.extractors.document import Document
    from scraper.extractors.elements import Element
    from scraper.extractors.jsonld import Node

CREDITED: Final = ("creditText", "copyrightHolder", "creator", "author", "copyrightNotice")
"""Properties of an ImageObject that credit someone, the most telling first."""

SETTINGS: Final = frozenset({"true", "false", "0", "1"})
"""Values of attributes that say whether something is shown."""

_TOLD: Final = re.compile(r"data-(?:[a-z]{1,20}-){0,3}(caption|credits?|copyright|photographer)")
_IN_DATA: Final = ("-caption=", "-credit", "-copyright=", "-photographer=")
_MARKUP: Final = re.compile(r"<[^<>]{0,500}>")


def in_attributes(elements: Iterable[Element], box: Element) -> Told:
    """Caption and credit in `data-caption`, `data-credit` and the like, or a credit in a title: `alt | credit`."""
    told = NOTHING
    for element in (*elements, box):
        spelling = element.page.spelling(element.number)
        if any(word in spelling for word in _IN_DATA):
            told = told.filled(_in_data(element.attributes))
        if ' title="' in spelling:
            told = told.filled(Told(None, _in_title(element.attributes)))
    return told


def _in_data(attributes: Mapping[str, str]) -> Told:
    named = ((_TOLD.fullmatch(name), value) for name, value in attributes.items())
    found = {match[1]: value for match, value in named if match and value not in SETTINGS}
    caption = part_caption(join((_MARKUP.sub(" ", found.pop("caption", "")),)))
    credits_ = (unlabelled(join((_MARKUP.sub(" ", value),))) for value in found.values())
    return Told(caption.caption, next(filter(None, credits_), None) or caption.credit)


def _in_title(attributes: Mapping[str, str]) -> str | None:
    """Credit in an image's `title`: what stands there behind the `alt` and a bar, or behind a label."""
    alt, title = (" ".join((attributes.get(name) or "").split()) for name in ("alt", "title"))
    if alt and title.startswith(f"{alt} | "):
        return unlabelled(title[len(alt) + 3 :])
    return part_caption(title).credit


def declared(document: Document) -> tuple[tuple[str, Told], ...]:
    """What JSON-LD tells of images, each with a part of the image's address."""
    nested = (
        node
        for outer in document.linked.nodes
        for name in ("image", "primaryImageOfPage", "associatedMedia")
        for node in as_list(outer.get(name))
        if isinstance(node, dict)
    )
    nodes = (*(node for node in document.linked.nodes if "ImageObject" in types(node)), *nested)
    return tuple((part, told) for node in nodes if (told := _told_by(node)) != NOTHING for part in _needles(node))


def _needles(node: Node) -> Iterator[str]:
    urls = (url for name in ("url", "contentUrl", "@id") for url in as_list(node.get(name)) if isinstance(url, str))
    return filter(None, map(needle, urls))


def _told_by(node: Node) -> Told:
    """Caption and credit of an ImageObject (https://schema.org/ImageObject)."""
    caption = part_caption(string(node.get("caption")) or "")
    credits_ = (string(node.get(name)) for name in CREDITED)
    return Told(caption.caption, next(filter(None, credits_), None) or caption.credit)
