"""JSON-LD of a page: every node of every script, and the one that describes the article.

Sources: JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), schema.org's types. Pages break the syntax in a handful
of ways; `REPAIRS` undoes those, one after the other, and what still does not parse is left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from w3lib.html import remove_comments

Node = Mapping[str, Any]

ARTICLE_TYPES = (
    "LiveBlogPosting",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "AdvertiserContentArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "MedicalScholarlyArticle",
    "MedicalWebPage",
    "TechArticle",
    "BlogPosting",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Article",
    "Report",
    "Review",
    "Recipe",
    "CreativeWork",
    "WebPage",
)
"""Types that describe a page's article; those from CreativeWork on only where there is no other."""

_GENERAL = ARTICLE_TYPES.index("CreativeWork")
_RANKS = {name: max(0, rank - _GENERAL + 1) for rank, name in enumerate(ARTICLE_TYPES)}

MAX_DEPTH = 12

_COMMENTED = re.compile(r"^\s*<!--((?:(?!-->).)*)-->\s*$", re.DOTALL)
_BETWEEN = re.compile(r"[ \t\r\n;,]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which JSON can escape and UTF-8 cannot hold."""

REPAIRS: tuple[Callable[[str], str], ...] = (
    lambda text: text.strip("\ufeff \t\r\n\f"),
    lambda text: remove_comments(_COMMENTED.sub(r"\1", text)).strip(),
    partial(re.sub, r"^(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>$", ""),
    partial(re.sub, r"\\(?![\"\\/bfnrtu])", r"\\\\"),
    partial(re.sub, r",(\s*[}\]])", r"\1"),
    partial(re.sub, r"([}\]\"])([^\S\n]*\n\s*\")", r"\1,\2"),
    lambda text: text.rstrip(" ;\n"),
    html.unescape,
)
"""What is tried on a script that does not parse, cumulatively."""


class Linked(NamedTuple):
    """All nodes of a page, and the article's (empty where there is none)."""

    nodes: tuple[Node, ...]
    article: Node


def linked_data(scripts: Iterable[str], urls: Iterable[str] = ()) -> Linked:
    """Nodes of JSON-LD `scripts`, and the article's: the one that names one of the page's `urls`, if several do.

    `@graph` and arrays are flattened, references by `@id` resolved one level deep.
    """
    nodes = [node for script in scripts for root in loads(script) for node in _flatten(root, MAX_DEPTH)]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    resolved = tuple(_resolve(node, known) for node in nodes)
    return Linked(resolved, _article(resolved, {_path(url) for url in urls}))


def loads(script: str) -> list[Any]:
    """JSON values in a script, repaired where that helps; [] where nothing does."""
    decoder = json.JSONDecoder(strict=False)
    for repair in REPAIRS:
        script = repair(script)
        try:
            return _values(script.strip(), decoder)
        except (ValueError, RecursionError):
            continue
    return []


def _values(script: str, decoder: json.JSONDecoder) -> list[Any]:
    """One or more JSON values written one after the other."""
    found, position = [], 0
    while position < len(script):
        value, position = decoder.raw_decode(script, position)
        found.append(value)
        if gap := _BETWEEN.match(script, position):
            position = gap.end()
    return found


def types(node: Node) -> tuple[str, ...]:
    """Type names of a node, without the schema.org prefix."""
    declared = node.get("@type")
    names = declared if isinstance(declared, list) else [declared]
    return tuple(name.rsplit("/", 1)[-1].removeprefix("schema:") for name in names if isinstance(name, str))


def strings(value: object) -> list[str]:
    """Texts in a value that may be a string, a node with a name, or a list of these; entities decoded."""
    if isinstance(value, str):
        text = " ".join(whole_characters(html.unescape(html.unescape(value))).split())
        return [text] if text else []
    if isinstance(value, Mapping):
        return strings(value.get("name") or value.get("@value"))
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return []


def whole_characters(text: str) -> str:
    """Text with the replacement character for each half of one."""
    return _SURROGATE.sub("\ufffd", text)


def string(value: object) -> str | None:
    """First text of `strings`, or None."""
    return next(iter(strings(value)), None)


def as_list(value: object) -> list[Any]:
    """The value as a list: itself, one item, or nothing."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _flatten(value: object, depth: int) -> Iterator[Node]:
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item, depth - 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flatten(value.get(key), depth - 1)


def _resolve(node: Node, known: Mapping[str, Node]) -> Node:
    """Copy of `node` with bare references (`{"@id": …}`) replaced by what they name."""

    def target(value: object) -> object:
        if isinstance(value, dict) and "@id" in value and "name" not in value:
            return known.get(str(value["@id"]), value)
        return [target(item) for item in value] if isinstance(value, list) else value

    return {key: target(value) for key, value in node.items()}


def _article(nodes: tuple[Node, ...], here: set[str]) -> Node:
    """The node that describes this page: by type, then by URL, then the first."""
    ranked = sorted(
        (node for node in nodes if set(types(node)) & _RANKS.keys()),
        key=lambda node: (_rank(node), not here & _urls(node)),
    )
    return ranked[0] if ranked else {}


def _rank(node: Node) -> int:
    return min(_RANKS.get(name, len(_RANKS)) for name in types(node))


def _urls(node: Node) -> set[str]:
    values = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    urls = [value.get("@id") if isinstance(value, Mapping) else value for value in values]
    return {_path(url) for url in urls if isinstance(url, str)}


def _path(url: str) -> str:
    return url.partition("//")[2].partition("?")[0].partition("#")[0].rstrip("/")
