"""One parse of a page: what every extractor works on.

The tree is lexbor's (https://lexbor.com, the HTML Standard's parsing).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from scraper.domain import absolute
from scraper.extractors.elements import HIDDEN
from scraper.extractors.jsonld import Linked, linked_data
from scraper.extractors.markup import occurrences
from scraper.extractors.segments import Segments, segment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

    from scraper.extractors.segments import Medium, TextBlock

SILENT = (
    "audio", "canvas", "datalist", "embed", "iframe", "map", "math", "meter", "object", "progress", "rp", "rt",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
)  # fmt: skip
"""Elements whose text is not the page's prose; they are taken out of the body before anything looks at it."""

_SILENT = ", ".join(SILENT)
_WITHOUT_EVENTS = int(LexborDocumentOptions.WO_EVENTS)
_META_KEYS = ("name", "property", "itemprop", "http-equiv")
_WALLS = ("aywall", "egwall")
"""What names of walls have in common, with a capital or without."""
_SPACE = re.compile(r"[ \t\n\f\r]+")


@dataclass(frozen=True)
class Document:
    """A parsed page.

    `tree` has no SILENT elements in its body; `source` is what it was parsed from, `url` where that was read. `title`
    is the text of the `<title>`, empty without one. `linked_scripts` are the texts of JSON-LD; `runs_scripts` is true
    where scripts are there to run.
    """

    tree: LexborHTMLParser
    source: str | bytes
    url: str | None
    title: str
    linked_scripts: tuple[str, ...]
    runs_scripts: bool

    @property
    def html(self) -> str:
        """The text that it was parsed from."""
        return self.source if isinstance(self.source, str) else self.source.decode()

    @cached_property
    def base(self) -> str | None:
        """What relative addresses are resolved against (HTML Standard, 2.4.3)."""
        node = self.tree.head.css_first("base[href]") if self.tree.head is not None else None
        return (absolute(node.attributes["href"], self.url) if node is not None else None) or self.url

    @cached_property
    def segments(self) -> Segments:
        """Elements, text blocks and images of the body."""
        body = self.tree.body
        return segment((body.html if body is not None else None) or "<body></body>")

    @property
    def blocks(self) -> tuple[TextBlock, ...]:
        """Every text of the body, each once."""
        return self.segments.blocks

    @cached_property
    def hidden(self) -> tuple[TextBlock, ...]:
        """Texts that the page does not show."""
        traits = self.segments.elements.traits
        return tuple(block for block in self.blocks if traits[block.home] & HIDDEN)

    @cached_property
    def shown(self) -> str:
        """Texts that the page shows, one a line."""
        traits = self.segments.elements.traits
        return "\n".join([block.text.replace("\n", " ") for block in self.blocks if not traits[block.home] & HIDDEN])

    @cached_property
    def title_position(self) -> int | None:
        """Position of the first block that is an `<h1>`, or None."""
        page = self.segments.elements
        headings = (b.position for b in self.blocks if page.markup.startswith(("h1 ", "h1>"), page.begin[b.home]))
        return next(headings, None)

    @property
    def media(self) -> tuple[Medium, ...]:
        """Every image element of the body."""
        return self.segments.media

    @cached_property
    def walls(self) -> tuple[int, ...]:
        """Places of the segments' markup at which walls are named."""
        return tuple(occurrences(self.segments.elements.markup, _WALLS))

    @cached_property
    def meta(self) -> Mapping[str, tuple[str, ...]]:
        """Contents of `<meta>` by lower-case name, property, itemprop or http-equiv, in document order."""
        found: dict[str, list[str]] = {}
        for node in self.tree.tags("meta"):
            attributes = node.attributes
            content = (attributes.get("content") or "").strip()
            names = {name.strip().lower() for key in _META_KEYS if (name := attributes.get(key))} if content else set()
            for name in names - {""}:
                found.setdefault(name, []).append(content)
        return {name: tuple(values) for name, values in found.items()}

    @cached_property
    def linked(self) -> Linked:
        """JSON-LD of the page."""
        return linked_data(self.linked_scripts, (url for url in (self.url, self.meta_first("og:url")) if url))

    def meta_first(self, *names: str) -> str | None:
        """First content of the first of `names` that has one."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def parse(html: str | bytes, url: str | None = None) -> Document:
    """Document of decoded HTML, bytes being UTF-8; never raises for what the markup is."""
    tree = LexborHTMLParser(html, options=_WITHOUT_EVENTS)
    # What a server says before the document moves its head into the body.
    title = tree.css_first("head > title") or tree.css_first("body > title")
    told = node_text(title) if title is not None else ""
    silent = tree.body.css(_SILENT) if tree.body is not None else []
    scripts = [
        *(tree.head.css("script") if tree.head is not None else ()),
        *(node for node in silent if node.tag == "script"),
    ]
    kinds = [(node.attributes.get("type") or "").lower() for node in scripts]
    linked = tuple(node.text() for node, kind in zip(scripts, kinds, strict=True) if "ld+json" in kind)
    for node in silent:
        node.decompose(recursive=False)
    return Document(tree, html, url, told, linked, any("json" not in kind for kind in kinds))


def node_text(node: LexborNode) -> str:
    """Text of one node as a reader sees it, white space folded."""
    return _SPACE.sub(" ", node.text(deep=True)).strip()
