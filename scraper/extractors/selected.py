"""Selected text: the body as a site's own settings point at it, for pages whose markup misleads the block model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scraper.extractors.body import Body
from scraper.extractors.elements import Element, name_of
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scraper.config import Site
    from scraper.extractors.document import Document
    from scraper.extractors.roles import Role

SOURCE: Final = "site selectors"
UNMATCHED: Final = "no text matched the site selectors"


def selected(document: Document, site: Site, taken: Iterable[str | None] = ()) -> Body | None:
    """Blocks that a site's selectors name, and those it removes from them; None where no shown text is named.

    Texts in `taken` stand in other fields. Hidden text is not taken, whatever names it.
    """
    elsewhere = {key(text) for text in taken if text}
    numbers = _numbers(document)
    inside, removed = (_matched(document, numbers, selectors) for selectors in (site.body, site.remove))
    hidden = {block.position for block in document.hidden}
    named = [document.blocks[place] for place in sorted(inside - hidden)]
    chosen = tuple(b for b in named if b.position not in removed and key(b.text) not in elsewhere)
    site_role: Role = "site"
    refused = tuple((site_role, block) for block in named if block.position in removed)
    return Body(chosen, refused, SOURCE) if chosen else None


def _matched(document: Document, numbers: Mapping[int, int], selectors: Sequence[str]) -> set[int]:
    """Positions of the blocks inside the elements that a selector matches."""
    nodes = (node for selector in selectors for node in document.tree.css(selector))
    elements = (Element(document.segments.elements, numbers[node.mem_id]) for node in nodes if node.mem_id in numbers)
    return {block.position for element in elements for block in element.blocks(document.blocks)}


def _numbers(document: Document) -> Mapping[int, int]:
    """Numbers of the body's elements by their identity in the tree: both are in document order.

    What the tree has as a processing instruction (`<?php`), the elements have by a name that no tag can have.
    """
    body, page = document.tree.body, document.segments.elements
    nodes = (node for node in body.traverse() if node.is_element_node) if body is not None else ()
    named = (number for number in range(len(page)) if name_of(page.spelling(number))[:1].isalpha())
    return {node.mem_id: number for node, number in zip(nodes, named, strict=False)}
