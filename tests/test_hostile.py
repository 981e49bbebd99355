"""Pages made to break the program, through the worker processes: every input has its record, and the batch goes on."""

from __future__ import annotations

import json
import multiprocessing
import random
from functools import partial
from typing import TYPE_CHECKING, Final

from scraper.cli.entry import Style, clean, lost
from scraper.executors.process import Workers
from scraper.inputs import Kind, Raw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FUZZED: Final = 480
DEADLINE: Final = 3.0
SEED: Final = 20_241_124

PIECES: Final = (
    "<div>", "</div>", "<p", "<b>", "<a href='", '<img alt="', "<table><tr><td>", "</table>", "<!--", "-->", "<script>",
    "</script>", "<style>", "<svg><g>", "<math>", "<![CDATA[", "<?php", "&amp;", "&#x110000;", "&#0;", "&nosuch;",
    "\0", "\x1b[31m", "\ufffe", "\u202e", "<template>", "<noscript>", "<plaintext>", "<select><option>", "<frameset>",
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": ', '<meta property="og:title" content=',
    '<time datetime="9999-99-99T99:99">', "<h1>", "</body>", "</html>", "<base href='//['>", "<body a=1>", "<<<",
)  # fmt: skip

HUGE: Final[dict[str, Callable[[], str]]] = {
    "nested div": lambda: "<div>" * 1_000_000,
    "nested b": lambda: "<b>" * 1_000_000,
    "nested a": lambda: "<a href=x>" * 500_000,
    "nested table": lambda: "<table><tr><td>" * 200_000,
    "nested svg": lambda: "<svg>" * 500_000,
    "distinct b": lambda: "".join(f"<p><b id={n}>" for n in range(50_000)),
    "attributes": lambda: f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>",
    "an attribute": lambda: f"<p title='{'x' * 5_000_000}'>",
    "a comment": lambda: f"<!--{'x' * 5_000_000}-->",
    "line breaks": lambda: "<br>" * 1_000_000,
    "a table": lambda: f"<table>{'<tr><td>a<td>b' * 100_000}</table>",
    "entities": lambda: "&amp;&notin;&#x41;" * 200_000,
    "a word": lambda: f"<p>{'word' * 1_250_000}",
    "paragraphs": lambda: "<p>It rained in the harbour." * 100_000,
    "JSON-LD": lambda: f'<script type="application/ld+json">{"[" * 500_000}</script>',
    "scripts": lambda: "<script>var a = 1;</script>" * 100_000,
    "links": lambda: "<li><a href=/a>A story of the day</a>" * 50_000,
    "headings": lambda: "<h1>" * 200_000,
    "zeros": lambda: "\0" * 5_000_000,
    "signs": lambda: "<" * 3_000_000,
}


def fuzzed(html: str, dice: random.Random) -> bytes:
    """`html` with pieces of it cut out, doubled, moved, and strange ones put in; sometimes no longer text at all."""
    for _ in range(dice.randrange(1, 30)):
        start = dice.randrange(len(html) + 1)
        end = min(len(html), start + dice.randrange(200))
        piece = dice.choice((*PIECES, html[start:end] * dice.randrange(1, 20), ""))
        html = html[:start] + piece + html[dice.choice((start, end)) :]
    data = bytearray(html.encode("utf-8", "surrogatepass"))
    for _ in range(dice.choice((0, 0, 3, 300))):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def pages(html: str) -> Iterator[Raw]:
    dice = random.Random(SEED)  # noqa: S311 - the same pages in every run
    for number in range(FUZZED):
        yield Raw(f"fuzzed {number}", fuzzed(html, dice), Kind.HTML)
    for name, make in HUGE.items():
        yield Raw(name, html.replace("<article>", f"<article>{make()}").encode(), Kind.HTML)


def test_every_hostile_page_has_its_record(article_html: str) -> None:
    style = Style()
    with Workers(2, deadline=DEADLINE) as workers:
        raws = pages(article_html)
        entries = list(
            workers.map(
                partial(clean, style=style, profile="balanced", sites={}), raws, lost=partial(lost, style=style)
            )
        )
    assert multiprocessing.active_children() == []
    assert [entry.name for entry in entries] == [raw.name for raw in pages(article_html)]
    errors = [json.loads(entry.record.data)["error"] for entry in entries]
    kinds = {entry.name: error["kind"] for entry, error in zip(entries, errors, strict=True) if error}
    assert "internal" not in kinds.values(), kinds
    assert "worker_died" not in kinds.values(), kinds
    assert not any(name.startswith("fuzzed") and kind == "page_timeout" for name, kind in kinds.items()), kinds
