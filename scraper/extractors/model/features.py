"""Features of a page's blocks: what each looks like, where it stands, what stands around it.

Nothing here knows a language. All counts are per page; rows are blocks in document order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from scraper.extractors.jsonld import strings, types
from scraper.extractors.model.layout import ANCESTORS, GROUPS, LEVELS, Layout, layout
from scraper.words import key, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from scraper.extractors.document import Document, TextBlock

    Table = NDArray[np.float32]

TAGS: Final = (
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "span", "td", "th", "dd", "dt", "blockquote", "figcaption",
    "button", "a", "section", "pre", "article", "label", "summary", "tr", "body", "strong",
)  # fmt: skip
CONTAINERS: Final = 5
"""Containers around a block whose contents are counted."""
NEIGHBOURS: Final = 2
"""Blocks before and after whose own looks count."""
WINDOWS: Final = (3, 8, 20)
"""Blocks before and after over which first opinions are averaged."""
NEAR_TITLE: Final = 6
"""Blocks after the title that are near it."""
LIKELY: Final = 0.5
"""First opinion from which a block counts as likely body."""
PROSE: Final = 60
"""Characters from which a block counts as prose in its containers."""
HEAD: Final = 200
"""Characters of a block that are looked at one by one."""

_SENTENCE: Final = re.compile(r"[.!?…।][\"'”“»’)\]]*(?=\s|$)|[。！？]")
_NEWS: Final = frozenset(
    {"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting"}
)
_PLACE: Final = {tag: place for place, tag in enumerate(TAGS)}
_BOLD: Final = frozenset({"b", "strong"})
_ITALIC: Final = frozenset({"i", "em"})


class Page(NamedTuple):
    """What both passes look at."""

    blocks: Sequence[TextBlock]
    layout: Layout
    length: NDArray[np.float64]
    own: Table


def read_page(document: Document, title: str | None) -> Page:
    """Page of a document with at least one block; `title` is the title that was found."""
    blocks = document.blocks
    place = layout(blocks)
    length = np.array([len(block.text) for block in blocks], dtype=np.float64)
    looks = np.array([_looks(block) for block in blocks], dtype=np.float32)
    keys = [key(block.text) for block in blocks]
    columns = (
        looks,
        _around(looks),
        _one_hot(blocks),
        _bits(place.above[place.home], len(ANCESTORS)),
        _words(place),
        _position(blocks, length, keys, title),
        _containers(place, length, looks),
        _sameness(document, keys, title),
    )
    return Page(blocks, place, length, np.concatenate(columns, axis=1, dtype=np.float32))


def second_look(page: Page, first: NDArray[np.float64]) -> Table:
    """Features of the second pass: those of the first, and its opinions (probabilities) around each block."""
    weight = np.minimum(page.length, 600.0)
    mass = first * weight
    total = max(1.0, float(mass.sum()))
    odds = np.log(np.clip(first, 1e-4, 1 - 1e-4) / np.clip(1 - first, 1e-4, 1.0))
    before = np.cumsum(mass) - mass
    columns = [first, odds, before / total, 1 - (before + mass) / total, np.full(len(first), np.log1p(total))]
    columns += [_shifted(first, step) for distance in range(1, 5) for step in (distance, -distance)]
    columns += [column for window in WINDOWS for column in _windowed(mass, weight, window)]
    columns += [column for group in _group_keys(page.layout) for column in _grouped(group, mass, weight, total)]
    columns += _distances(first)
    return np.concatenate((np.stack(columns, axis=1), page.own), axis=1, dtype=np.float32)


def _looks(block: TextBlock) -> tuple[float, ...]:
    """What a block's text looks like."""
    text, head = block.text, block.text[:HEAD]
    size, count = len(text), text.count(" ") + 1
    lengths = [len(piece.text) for piece in block.pieces]
    pieces = sum(lengths) or 1
    linked = sum(length for piece, length in zip(block.pieces, lengths, strict=True) if piece.element.linked)
    bold = sum(length for piece, length in zip(block.pieces, lengths, strict=True) if piece.element.tag in _BOLD)
    italic = sum(length for piece, length in zip(block.pieces, lengths, strict=True) if piece.element.tag in _ITALIC)
    first, last = text[0], text[-1]
    return (
        np.log1p(size),
        np.log1p(count),
        size / count / 10,
        len(_SENTENCE.findall(text)),
        bool(_SENTENCE.search(text[-3:])),
        first.isupper(),
        first.islower(),
        first.isdigit(),
        sum(map(str.isdigit, head)) / len(head),
        sum(map(str.isupper, head)) / len(head),
        (text.count(",") + text.count(";")) / size * 10,
        last == ":",
        last == "?",
        "©" in text,
        "|" in text,
        "@" in text or "http" in text,
        first in "\"'„“”«»‘",
        text.count("\n"),
        len(head.encode()) / len(head),
        linked / pieces,
        bold / pieces,
        italic / pieces,
        len(lengths),
        sum(piece.element.linked for piece in block.pieces),
        block.element.hidden,
    )


def _around(looks: Table) -> Table:
    """Looks of the neighbours, zero beyond the page's ends."""
    steps = [step for distance in range(1, NEIGHBOURS + 1) for step in (distance, -distance)]
    return np.concatenate([_shifted(looks, step) for step in steps], axis=1)


def _shifted(rows: NDArray[np.floating], step: int) -> NDArray[np.floating]:
    """Rows moved down by `step` (up where negative), zero where nothing moves in."""
    moved = np.zeros_like(rows)
    if abs(step) < len(rows):
        if step > 0:
            moved[step:] = rows[:-step]
        else:
            moved[:step] = rows[-step:]
    return moved


def _one_hot(blocks: Sequence[TextBlock]) -> Table:
    """Tags of each block's element and of its parent."""
    table = np.zeros((len(blocks), 2 * len(TAGS)), dtype=np.float32)
    for row, block in enumerate(blocks):
        parent = block.element.parent
        if (own := _PLACE.get(block.element.tag)) is not None:
            table[row, own] = 1
        if parent is not None and (upper := _PLACE.get(parent.tag)) is not None:
            table[row, len(TAGS) + upper] = 1
    return table


def _bits(masks: NDArray[np.int64], count: int) -> Table:
    return ((masks[:, None] >> np.arange(count)) & 1).astype(np.float32)


def _words(place: Layout) -> Table:
    """What class words speak of: near (the element and its parent) and farther up; and the depth."""
    masks = [place.words[level] for level in place.ancestors(LEVELS)]
    near = masks[0] | masks[1]
    far = np.bitwise_or.reduce(np.stack(masks[2:]), axis=0)
    depth = place.depth[place.home][:, None] / 20
    return np.concatenate((_bits(near, len(GROUPS)), _bits(far, len(GROUPS)), depth), axis=1)


def _position(
    blocks: Sequence[TextBlock], length: NDArray[np.float64], keys: Sequence[str], title: str | None
) -> Table:
    """Where a block stands on the page, and how far from the title."""
    count = len(blocks)
    at = np.arange(count)
    read = (np.cumsum(length) - length) / length.sum()
    columns = [at / count, np.minimum(at, 100) / 100, read]
    heading = _title_place(blocks, keys, title)
    distance = at - (heading or 0)
    known = np.full(count, float(heading is not None))
    columns += [
        known,
        np.tanh(distance / 20) * known,
        (distance > 0) * known,
        ((distance > 0) & (distance <= NEAR_TITLE)) * known,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _title_place(blocks: Sequence[TextBlock], keys: Sequence[str], title: str | None) -> int | None:
    """Position of the title: the `<h1>` that says it, else a block that does, else the first `<h1>`."""
    told = key(title or "")
    same = [place for place, other in enumerate(keys) if told and other == told]
    first = [place for place, block in enumerate(blocks) if block.element.tag == "h1"]
    both = [place for place in same if blocks[place].element.tag == "h1"]
    return next(iter((*both, *same, *first)), None)


def _containers(place: Layout, length: NDArray[np.float64], looks: Table) -> Table:
    """How much prose, text, linked text and how many blocks each container around a block holds."""
    links = looks[:, 19].astype(np.float64)
    prose = place.below(np.where(length >= PROSE, length * (1 - links), 0.0))
    text, linked, count = place.below(length), place.below(length * links), place.below(np.ones_like(length))
    columns = []
    for level in place.ancestors(CONTAINERS + 1)[1:]:
        columns += [
            prose[level] / max(1.0, prose[0]),
            np.log1p(text[level]) / 10,
            linked[level] / np.maximum(1.0, text[level]),
            np.log1p(count[level]) / 5,
        ]
    return np.stack(columns, axis=1).astype(np.float32)


def _sameness(document: Document, keys: Sequence[str], title: str | None) -> Table:
    """What a block shares with the title, the description, JSON-LD's articleBody and other blocks."""
    counts: dict[str, int] = {}
    for own in keys:
        counts[own] = counts.get(own, 0) + 1
    heading = set(words(title or ""))
    told = set(words(document.meta_first("description", "og:description") or ""))
    article = document.linked.article
    body = key(" ".join(strings(article.get("articleBody"))))
    news = bool(_NEWS & set(types(article)))
    rows = []
    for own in keys:
        mine = set(own.split())
        size = max(1, len(mine))
        rows.append(
            (
                counts[own] > 1,
                len(mine & heading) / max(1, len(heading)),
                len(mine & heading) / size,
                len(mine & told) / size,
                bool(told),
                bool(body),
                bool(body) and own in body,
                news,
            )
        )
    return np.array(rows, dtype=np.float32)


def _windowed(mass: NDArray[np.float64], weight: NDArray[np.float64], window: int) -> list[NDArray[np.float64]]:
    """Mean first opinion in a window around, before and behind each block, itself left out."""
    count, at = len(mass), np.arange(len(mass))
    low, high = np.maximum(0, at - window), np.minimum(count, at + window + 1)
    opinions, sizes = (np.concatenate(([0.0], np.cumsum(values))) for values in (mass, weight))

    def mean(start: NDArray[np.intp], end: NDArray[np.intp]) -> NDArray[np.float64]:
        found: NDArray[np.float64] = (opinions[end] - opinions[start]) / (sizes[end] - sizes[start] + 1)
        return found

    around = (opinions[high] - opinions[low] - mass) / (sizes[high] - sizes[low] - weight + 1)
    return [around, mean(low, at), mean(at + 1, high)]


def _group_keys(place: Layout) -> list[NDArray[np.intp]]:
    """Groups of blocks that pages treat alike: by container, and by the tags and classes they stand under."""
    _, parent, second, third = place.ancestors(4)
    home = place.home
    return [parent, second, third, place.kind[home], place.tag_path[home], place.class_path[home]]


def _grouped(
    keys: NDArray[np.intp], mass: NDArray[np.float64], weight: NDArray[np.float64], total: float
) -> list[NDArray[np.float64]]:
    """First opinion on the rest of each block's group, the group's size, and its share of all opinion."""
    groups, member = np.unique(keys, return_inverse=True)
    opinion, size, count = (
        np.bincount(member, weights=values, minlength=len(groups))[member]
        for values in (mass, weight, np.ones_like(mass))
    )
    rest = np.where(count > 1, (opinion - mass) / (size - weight + 1), -1.0)
    return [rest, np.log1p(count), opinion / total]


def _distances(first: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Blocks to the nearest likely one before and behind, and to the first and last of all."""
    count, at = len(first), np.arange(len(first))
    likely = np.flatnonzero(first > LIKELY)
    if not len(likely):
        return [np.full(count, 50.0), np.full(count, 50.0), np.zeros(count), np.zeros(count)]
    behind = np.searchsorted(likely, at, side="left")
    previous = np.where(behind > 0, at - likely[np.maximum(behind - 1, 0)], 50)
    after = np.searchsorted(likely, at, side="right")
    following = np.where(after < len(likely), likely[np.minimum(after, len(likely) - 1)] - at, 50)
    ends = [np.tanh((at - likely[0]) / 10), np.tanh((likely[-1] - at) / 10)]
    return [np.minimum(previous, 50).astype(float), np.minimum(following, 50).astype(float), *ends]
