"""Scripted text: the article in the data that a page's scripts draw it from.

Such data stand in scripts of a JSON type (Next's `__NEXT_DATA__`, Nuxt's `__NUXT_DATA__`), in values that a script
assigns or parses, and in React's stream of rows (`self.__next_f.push`). They hold other articles too: this page's is
the smallest object that has the page's title and a text long enough.
"""

from __future__ import annotations

import json
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from selectolax.lexbor import LexborHTMLParser

from scraper.extractors.access.terms import asks, says
from scraper.extractors.elements import words_of
from scraper.extractors.segments import LINE_OF_PROSE, SENTENCE_ENDS
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scraper.extractors.document import Document

MOST_VALUES: Final = 40
"""Assigned values of a page that are read; each may be as long as the page."""
MOST_OBJECTS: Final = 20
"""Objects with the page's title that are looked at."""
MOST_OF_TITLE: Final = 0.6
"""Share of the title that an object must have of it."""
SHORT: Final = 500
"""Characters up to which a text may be a title, which stands in several places."""
NESTED: Final = 6
"""Levels of a text's own structure: a paragraph of runs of spans."""
_TEXTS: Final = ("content", "text", "html", "value", "body", "paragraph", "children", "data")
"""Names under which a part of a text keeps it."""
_HEADINGS: Final = frozenset({"header", "heading", "subheading", "subhead", "subtitle", "crosshead", "intertitle"})
"""Types of parts that are headings."""

_ASSIGNED: Final = re.compile(
    r"(?:window|self|globalThis|var|let|const)[\s.\[][\w$.\"'\]\[]{1,80}\s{0,9}=\s{0,9}(?:JSON\.parse\(\s{0,9})?(?=[{\[\"])"
)
_PUSHED: Final = re.compile(r"\(?self\.__next_f\s{0,3}=.{0,60}\)?\.push\((?=\[)|self\.__next_f\.push\((?=\[)")
_ROW: Final = re.compile(rb"([0-9a-f]{0,8}):(?:T([0-9a-f]{1,8}),|[A-Z]{0,3})")
_BLOCK: Final = re.compile(r"\s*<(?:p|div|h[1-6]|ul|ol|li|blockquote|figure|table|section|article)\b", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[a-zA-Z/][^<>]*>")
_INLINE: Final = re.compile(r"</?(?:a|b|i|em|strong|span|u|sup|sub|mark|small|font)\b[^<>]*>", re.IGNORECASE)
_OF_OTHERS: Final = frozenset(
    "author authors byline bylines writer writers editor creator contributor contributors bio biography profile footer "
    "header nav navigation menu flags newsletter newsletters related recommended recommendations comments ad ads "
    "disclaimer copyright teletext policy summary excerpt abstract teaser teasers".split()
)
"""Words in the names of members that hold what is not the article's."""
_CODE: Final = frozenset("{}|\\")
"""Signs of code, not of prose."""
_DECODER: Final = json.JSONDecoder(strict=False)


def scripted(document: Document, title: str | None, least: int) -> tuple[str, Mapping[str, Any]]:
    """Markup of the article whose title is `title`, of `least` characters or more, and the object that it stands in.

    Both are empty where there is none, or where other prose in that object is no less: then which is the article's is
    anyone's guess.
    """
    wanted = key(title or "")
    values = _values(document) if wanted else ()
    entitled = islice((node for value in values for node in _objects(value) if _bears(node, wanted)), MOST_OBJECTS)
    for node in sorted(entitled, key=lambda node: sum(1 for _ in _objects(node))):
        told = {_letters(text): text for text in _texts(node)}
        text = max(told.values(), key=_prose, default="")
        if _prose(text) >= least:
            own = _letters(text)
            others = sum(_prose(other) for same, other in told.items() if same not in own)
            return (text, node) if others < _prose(text) else ("", {})
    return "", {}


def conditions(node: Mapping[str, Any]) -> Iterator[str | None]:
    """What the members of an object, at any depth, say of access to it; a word that is not known says `restricted`."""
    for inner in _objects(node):
        for name, value in inner.items():
            if value != "" and isinstance(value, bool | int | str) and asks(name):
                yield says(name, str(value)) or ("restricted" if isinstance(value, str) else None)


def _values(document: Document) -> Iterator[Any]:
    """What the page's scripts are given: JSON, then assigned values, then the rows of streams."""
    pushed: list[str] = []
    left = MOST_VALUES
    for node in LexborHTMLParser(document.html).css("script"):
        kind, text = (node.attributes.get("type") or "").lower(), node.text()
        if "ld+json" in kind:
            continue
        if "json" in kind:
            yield from map(_revived, _decoded(text, 0))
        elif row := _PUSHED.search(text):
            pushed += (part for value in _decoded(text, row.end()) for part in value[1:2] if isinstance(part, str))
        else:
            for found in islice(_ASSIGNED.finditer(text), left):
                left -= 1
                yield from _decoded(text, found.end())
    yield from _streamed("".join(pushed))


def _decoded(text: str, start: int) -> Iterator[Any]:
    """The JSON value that begins at `start`, or that the string there holds; nothing where there is none."""
    try:
        value, _ = _DECODER.raw_decode(text.lstrip() if start == 0 else text, start)
        yield _DECODER.decode(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return


def _streamed(stream: str) -> Iterator[Any]:
    """Values of the rows of a React stream; `$1f` is the text of row 1f."""
    raw = stream.encode("utf-8", "replace")
    texts: dict[str, str] = {}
    rows: list[Any] = []
    place = 0
    while found := _ROW.match(raw, place):
        if found[2]:
            place = found.end() + int(found[2], 16)
            texts[f"${found[1].decode()}"] = raw[found.end() : place].decode("utf-8", "replace")
        else:
            end = raw.find(b"\n", found.end())
            place = end + 1 if end >= 0 else len(raw)
            rows += _decoded(raw[found.end() : place].decode("utf-8", "replace"), 0)
    return (_filled(row, texts) for row in rows)


def _filled(value: Any, texts: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    """A value with the texts that its strings refer to, each once; as it is where it is nested too deep."""
    try:
        if isinstance(value, str):
            return texts.pop(value, value)
        if isinstance(value, list):
            return [_filled(part, texts) for part in value]
        return {name: _filled(part, texts) for name, part in value.items()} if isinstance(value, dict) else value
    except RecursionError:
        return value


def _revived(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value whose members are places in one list (devalue, as Nuxt writes it), put together; any other as it is.

    What stands at several places is given once, short texts excepted: the whole grows no longer than the list.
    """
    if not isinstance(value, list) or not value or not _of_places(value[0]):
        return value
    given: set[int] = set()

    def at(place: object) -> Any:  # noqa: ANN401 - JSON
        if not isinstance(place, int) or not 0 <= place < len(value) or place in given:
            return None
        part = value[place]
        if not isinstance(part, str) or len(part) > SHORT:
            given.add(place)
        if isinstance(part, list):
            return at(part[-1]) if part and isinstance(part[0], str) else list(map(at, part))
        return {name: at(number) for name, number in part.items()} if isinstance(part, dict) else part

    try:
        return at(0)
    except RecursionError:
        return None


def _of_places(first: object) -> bool:
    inner = first.values() if isinstance(first, dict) else first[1:] if isinstance(first, list) else ()
    return bool(inner) and all(type(part) is int for part in inner)


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    """Every object in a value, itself among them."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def _bears(node: Mapping[str, Any], title: str) -> bool:
    """Whether an object has a title, folded, as a member or as one's member (`headline: {basic: …}`).

    What the page says may have the name of its section or the paper's behind it.
    """
    inner = chain(node.values(), *(part.values() for part in node.values() if isinstance(part, dict)))
    short = (key(part) for part in inner if isinstance(part, str) and len(part) <= 2 * len(title) + 40)
    return any(title.startswith(part) and len(part) >= MOST_OF_TITLE * len(title) for part in short)


def _texts(node: object) -> Iterator[str]:
    """Texts in a value, as markup: each string, and the parts of each list together; what is of others left out."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield _block(part, "p") if _BLOCK.match(part) else "".join(_paragraphs(part))
        elif isinstance(part, list):
            yield "".join(_parts(part))
            waiting += part
        elif isinstance(part, dict):
            waiting += (inner for name, inner in part.items() if _OF_OTHERS.isdisjoint(words_of(name)))


def _letters(markup: str) -> str:
    """Letters and digits of a text, folded."""
    return key(_MARKUP.sub(" ", markup)).replace(" ", "")


def _prose(markup: str) -> int:
    """Characters of a text that stand in lines long enough for prose, each of which ends a sentence."""
    lines = (line.strip() for line in _MARKUP.sub("\n", _INLINE.sub("", markup)).splitlines())
    prose = (line for line in lines if len(line) >= LINE_OF_PROSE and line.endswith(SENTENCE_ENDS))
    return sum(len(line) for line in prose if _CODE.isdisjoint(line))


def _parts(value: Iterable[object]) -> Iterator[str]:
    for part in value:
        kind = str(part.get("type")).lower() if isinstance(part, dict) else ""
        yield _block(_run(part, NESTED), "h2" if kind in _HEADINGS else "p")


def _run(part: object, depth: int) -> str:
    """Text of a part: itself, or what it keeps under one of its names."""
    if isinstance(part, str) or not depth:
        return part if isinstance(part, str) else ""
    if isinstance(part, list):
        return "".join(_run(inner, depth - 1) for inner in part)
    if isinstance(part, dict):
        return next((text for name in _TEXTS if name in part and (text := _run(part[name], depth - 1))), "")
    return ""


def _paragraphs(text: str) -> Iterator[str]:
    return (_block(line, "p") for line in text.splitlines())


def _block(text: str, tag: str) -> str:
    """Text as a block of markup; what has markup of its own is left as it is."""
    if not text.strip() or _BLOCK.match(text):
        return text
    return f"<{tag}>{text if _MARKUP.search(text) else text.replace('<', '&lt;')}</{tag}>"
