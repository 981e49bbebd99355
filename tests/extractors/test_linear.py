"""No text makes a reader of one field slow: hostile lines of 100,000 characters take their time once."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from scraper.extractors import ago, authors, jsonld, language, moments, names, tags, title
from scraper.extractors.access import prompts, terms
from scraper.extractors.access.verdict import access, shown
from scraper.extractors.images import captions, figures
from scraper.extractors.outcome import outcome
from scraper.extractors.rights import rights
from scraper.page import html_page

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = 100_000
HOSTILE = (
    "(", "[", " - ", "- ", " in A", " ", "\u00a0", "-", ",", "by ", "2024 ", "1.", "A.", "© ", "foto:", "x:", "<!--",
    "//", ",\n}", '"\n', "\n", "\\", "1x, ", "a,", "Jan 2024 ", "| ", " and", "{", "&amp;",
)  # fmt: skip

READERS: dict[str, Callable[[str], object]] = {
    "a relative stamp": ago.AGO.search,
    "a byline": lambda text: list(names.split(text)),
    "a name": names.is_person,
    "a date": lambda text: moments.read_date(text, "es"),
    "a caption": captions.part_caption,
    "a language": language.normalise_tag,
    "a key": lambda text: terms.says(text, text),
    "a prompt": prompts.is_wall,
    "a link's text": prompts.ELSEWHERE.search,
    "a script": jsonld.loads,
    "a script cut off": lambda text: jsonld.loads('{"a":' + text),
    "a tag": tags.is_tag,
    "a title": lambda text: title.without_brand(" ".join(text.split()), "Post", "https://post.example/"),
}


@pytest.mark.parametrize("read", [pytest.param(read, id=name) for name, read in READERS.items()])
@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_line_holds_no_reader_up(read: Callable[[str], object], part: str) -> None:
    line = part * (LENGTH // len(part)) + "§"
    start = time.process_time()
    read(line)
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_field_holds_no_page_up(part: str, document: Callable[..., Any]) -> None:
    line = part * (LENGTH // len(part)) + "§"
    node = {"@type": "NewsArticle", "author": line, "datePublished": line, "keywords": line, "headline": line}
    page = document(f"<h1>Bridge</h1><figure><img src=/a.jpg srcset={json.dumps(line)}></figure>", ld=node)
    start = time.process_time()
    authors.bylines(page)
    tags.tags(page)
    figures.images(page, 0, 9)
    title.headline(page)
    assert time.process_time() - start < 1


VERDICT = (
    *HOSTILE,
    "subscribe to ",
    "this article is only ",
    "1 of ",
    "paywall-divider ",
    "dataLayer={a:",
    "to read ",
    "the ",
)


@pytest.mark.parametrize("part", VERDICT)
def test_a_hostile_page_holds_no_verdict_up(part: str, document: Callable[..., Any]) -> None:
    line = part * (LENGTH // len(part))
    value = json.dumps(line)
    lines = "".join(f"<p>{part * (300 // len(part))}</p>" for _ in range(300))
    head = f"<meta name={value} content={value}><script>dataLayer = [{{{line}</script>"
    page = document(f"<div class={value} data-paid={value}>{lines}<p>{line}</p></div>{lines}", head=head)
    body = page.blocks[:301]
    source = html_page("")
    start = time.process_time()
    shown(page, body)
    access(page, body)
    outcome(source, page, body, line)
    rights(page, source)
    assert time.process_time() - start < 1
