"""Features of a page's blocks: what each looks like, where it stands, what stands around it.

Nothing here knows a language. All counts are per page; rows are blocks in document order.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from scraper.extractors.jsonld import strings, types
from scraper.extractors.model.layout import ANCESTORS, GROUPS, LEVELS, TAGS, Layout, layout
from scraper.extractors.model.looks import looks
from scraper.words import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

    Column = NDArray[np.float64]
    Columns = NDArray[np.float64]
    Table = NDArray[np.float32]

CONTAINERS: Final = 5
"""Containers around a block whose contents are counted."""
NEIGHBOURS: Final = (1, -1, 2, -2)
"""Blocks before (positive) and after whose own looks count."""
REACH: Final = 4
"""Blocks before and after on which first opinions count one by one."""
WINDOWS: Final = (3, 8, 20)
"""Blocks before and after over which first opinions are averaged."""
NEAR_TITLE: Final = 6
"""Blocks after the title that are near it."""
LIKELY: Final = 0.5
"""First opinion from which a block counts as likely body."""
PROSE: Final = 60
"""Characters from which a block counts as prose in its containers."""
LONG: Final = 600.0
"""Characters above which a block weighs no more than another."""

_LENGTH, _WORDS, _LINKED = 0, 1, 20
"""Places of columns among the looks."""
_NEWS: Final = frozenset(
    {"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting"}
)


class Page(NamedTuple):
    """What both passes look at; `length` is each block's in characters.

    `own` are the features of the first pass, a row a feature and a column a block.
    """

    layout: Layout
    length: Column
    own: Table


def read_page(document: Document, title: str | None) -> Page:
    """Page of a document with at least one block; `title` is the title that was found."""
    blocks = document.blocks
    place = layout(document.segments)
    seen = looks(blocks)
    length, linked = seen[_LENGTH].copy(), seen[_LINKED]
    seen[[_LENGTH, _WORDS]] = np.log1p(seen[[_LENGTH, _WORDS]])
    own = seen.astype(np.float32)
    parts: tuple[Sequence[NDArray[Any]] | NDArray[Any], ...] = (
        own,
        *(_shifted(own, step) for step in NEIGHBOURS),
        _tags(place),
        _words(place),
        place.depth[None, place.home] / 20,
        _position(place, document.blocks, length, title),
        _containers(place, length, linked),
        _sameness(document, title),
    )
    return Page(place, length, np.concatenate(parts, dtype=np.float32, casting="unsafe"))


def second_look(page: Page, first: Column) -> Table:
    """Features of the second pass: its opinions (probabilities) around each block, and those of the first."""
    weight = np.minimum(page.length, LONG)
    mass = first * weight
    total = max(1.0, float(mass.sum()))
    odds = np.log(np.clip(first, 1e-4, 1 - 1e-4) / np.clip(1 - first, 1e-4, 1.0))
    before = np.cumsum(mass) - mass
    columns = [
        first,
        odds,
        before / total,
        1 - (before + mass) / total,
        np.full(len(first), np.log1p(total)),
        *_neighbours(first),
        *_windowed(mass, weight),
        *_grouped(page.layout, mass, weight, total),
        *_distances(first),
    ]
    return np.concatenate((np.array(columns, dtype=np.float32), page.own))


def _shifted(table: Table, step: int) -> Table:
    """Columns moved to the right by `step` (left where negative), zero where nothing moves in."""
    moved = np.zeros_like(table)
    if abs(step) < table.shape[1]:
        if step > 0:
            moved[:, step:] = table[:, :-step]
        else:
            moved[:, :step] = table[:, -step:]
    return moved


def _tags(place: Layout) -> NDArray[np.bool_]:
    """Tags of each block's element and of its parent, one column a tag; and the tags above."""
    own, upper = (place.tag[number] for number in place.ancestors(2))
    known = np.arange(len(TAGS))[:, None]
    return np.concatenate((own == known, upper == known, _bits(place.above[place.home], len(ANCESTORS))))


def _words(place: Layout) -> NDArray[np.bool_]:
    """What class words speak of: near (the element and its parent) and farther up."""
    masks = [place.words[number] for number in place.ancestors(LEVELS)]
    near, far = masks[0] | masks[1], np.bitwise_or.reduce(masks[2:])
    return np.concatenate((_bits(near, len(GROUPS)), _bits(far, len(GROUPS))))


def _bits(masks: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (masks & 1 << np.arange(count)[:, None]) != 0
    return found


def _position(place: Layout, blocks: Sequence[TextBlock], length: Column, title: str | None) -> Sequence[Column]:
    """Where a block stands on the page, and how far from the title."""
    count = len(length)
    at = np.arange(count)
    headings = np.flatnonzero(place.tag[place.home] == TAGS.index("h1")).tolist()
    heading = _title_place(blocks, length, headings, title)
    known = np.full(count, float(heading is not None))
    distance = at - (heading or 0)
    after = distance > 0
    return [
        at / count,
        np.minimum(at, 100) / 100,
        (np.cumsum(length) - length) / length.sum(),
        known,
        np.tanh(distance / 20) * known,
        after * known,
        (after & (distance <= NEAR_TITLE)) * known,
    ]


def _title_place(blocks: Sequence[TextBlock], length: Column, headings: Sequence[int], title: str | None) -> int | None:
    """Position of the title: the `<h1>` that says it, else a block that does, else the first `<h1>`."""
    told = key(title or "")
    near = np.flatnonzero(np.abs(length - len(title or "")) <= len(told) // 4 + 4).tolist() if told else []
    first, _, _ = told.partition(" ")
    same = [place for place in near if first in (text := blocks[place].text.casefold()) and key(text) == told]
    return next(iter((*(place for place in same if place in headings), *same, *headings)), None)


def _containers(place: Layout, length: Column, linked: Column) -> Sequence[Column]:
    """How much prose, text, linked text and how many blocks each container around a block holds."""
    prose = place.below(np.where(length >= PROSE, length * (1 - linked), 0.0))
    text, links = place.below(length), place.below(length * linked)
    count = (place.end - place.first).astype(np.float64)
    columns: list[Column] = []
    for number in place.ancestors(CONTAINERS + 1)[1:]:
        columns += [
            prose[number] / max(1.0, prose[0]),
            np.log1p(text[number]) / 10,
            links[number] / np.maximum(1.0, text[number]),
            np.log1p(count[number]) / 5,
        ]
    return columns


def _sameness(document: Document, title: str | None) -> Sequence[Column]:
    """What a block shares with the title, the description, JSON-LD's articleBody and other blocks."""
    texts = [block.text for block in document.blocks]
    counts = Counter(texts)
    heading, told = (
        frozenset(_folded(text or "")) for text in (title, document.meta_first("description", "og:description"))
    )
    article = document.linked.article
    body = _folded(" ".join(strings(article.get("articleBody"))))
    folded = [_folded(text) if body or len(text) <= LONG else [] for text in texts]
    short = [words if len(text) <= LONG else [] for text, words in zip(texts, folded, strict=True)]
    one = np.ones(len(texts))
    return [
        np.array([counts[text] > 1 for text in texts], dtype=np.float64),
        *_shared(short, heading, told),
        one * bool(told),
        one * bool(body),
        _within(folded, body) if body else 0 * one,
        one * bool(_NEWS & set(types(article))),
    ]


def _shared(texts: Sequence[Sequence[str]], heading: frozenset[str], told: frozenset[str]) -> Columns:
    """Shares of the title's words in each text, of its words in the title, and of its words in the description."""
    shared = np.zeros((3, len(texts)))
    known = heading | told
    places = [place for place, words in enumerate(texts) if not known.isdisjoint(words)]
    if places:
        common = [
            (len(own & heading), len(own & told), len(own)) for own in map(frozenset, map(texts.__getitem__, places))
        ]
        named, described, size = np.array(common, dtype=np.float64).T
        shared[:, places] = named / max(1, len(heading)), named / size, described / size
    return shared


def _within(texts: Sequence[Sequence[str]], body: Sequence[str]) -> Column:
    """Whether each text stands in a body.

    Most do not, so what is cheap is asked first: all but a text's first and last word must be whole words of the body,
    and a single word must stand in one of the body's, of which there are fewer than it has words.
    """
    whole, known = " ".join(body), frozenset(body)
    each = " ".join(known)
    found = [
        known.issuperset(words[1:-1]) and " ".join(words) in (whole if len(words) > 1 else each) for words in texts
    ]
    return np.array(found, dtype=np.float64)


def _folded(text: str) -> list[str]:
    return text.casefold().split()


def _neighbours(first: Column) -> Sequence[Column]:
    """First opinions on the blocks at each distance before and behind; zero where there is none."""
    around = np.concatenate((np.zeros(REACH), first, np.zeros(REACH)))
    return [
        around[REACH - step : REACH - step + len(first)]
        for distance in range(1, REACH + 1)
        for step in (distance, -distance)
    ]


def _windowed(mass: Column, weight: Column) -> Columns:
    """Mean first opinion in each of the windows around, before and behind each block, itself left out."""
    count, at = len(mass), np.arange(len(mass))
    window = np.array(WINDOWS)[:, None]
    low, high = np.maximum(0, at - window), np.minimum(count, at + window + 1)
    start, end = np.empty((2, len(WINDOWS), 3, count), dtype=np.intp)
    start[:, 0], start[:, 1], start[:, 2] = low, low, at + 1
    end[:, 0], end[:, 1], end[:, 2] = high, at, high
    upto = np.zeros((2, count + 1))
    np.cumsum((mass, weight), axis=1, out=upto[:, 1:])
    opinion, size = upto.take(end, axis=1) - upto.take(start, axis=1)
    opinion[:, 0] -= mass
    size[:, 0] -= weight
    means: Columns = (opinion / (size + 1)).reshape(-1, count)
    return means


def _grouped(place: Layout, mass: Column, weight: Column, total: float) -> Columns:
    """First opinion on the others of the groups that pages treat alike, the group's size, its share of all opinion.

    Groups are blocks in one container, and blocks that stand under the same tags and classes.
    """
    home, *containers = place.ancestors(4)
    alike = np.stack((place.kind, place.tag_path, place.class_path))[:, home]
    groups = np.concatenate((containers, np.sort(alike, axis=None).searchsorted(alike)))
    member = groups + np.arange(len(groups))[:, None] * (groups.max() + 1)
    opinion, size, count = (
        np.bincount(member.ravel(), weights=np.tile(values, len(groups)))[member]
        for values in (mass, weight, np.ones_like(mass))
    )
    rest = np.where(count > 1, (opinion - mass) / (size - weight + 1), -1.0)
    return np.stack((rest, np.log1p(count), opinion / total), axis=1).reshape(-1, len(mass))


def _distances(first: Column) -> Sequence[Column]:
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
    return [np.minimum(previous, 50), np.minimum(following, 50), *ends]
