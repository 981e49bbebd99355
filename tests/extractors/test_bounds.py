from __future__ import annotations

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.extractors.bounds import MAX_CHARS, MAX_DEPTH, MAX_TAGS, bounded

STORY = "<p>The council met, and argued, and went home again.</p>"
PAGE = f"<!doctype html><html><head><title>A</title></head><body><article>{STORY * 20}</article></body></html>"


def numbered(pattern: str, many: int) -> str:
    return "".join(pattern.replace("#", str(number)) for number in range(many))


MANY = 60_000
HOSTILE = {
    "divs": "<div>" * 1_000_000,
    "a tag that never ends": "<a " * 300_000,
    "tables": "<table>" * 300_000,
    "cells": "<table><tr><td>" * MANY,
    "lists": "<ul><li>" * MANY,
    "bold": numbered("<b id=#>", MANY),
    "bold in paragraphs": numbered("<p><b id=#>", MANY),
    "bold around blocks": "<b><div>" * MANY,
    "bold closed askew": "<b><div></b>" * MANY,
    "links around blocks": numbered("<a href=#><div>", MANY),
    "links askew": "<a><div></a>" * MANY,
    "foreign": "<svg><g>" * MANY,
    "foreign titles": "<svg><title><g>" * MANY,
    "custom elements": "<x-y>" * MANY,
    "buttons": "<button><span>" * MANY,
    "options": "<select>" + "<option><b>" * MANY,
    "options closed": "<select>" + "<option>a</option>" * MANY,
    "ends that match nothing": "<div>" * 900 + "</span>" * 900_000,
    "ends of paragraphs": "<div>" * 900 + "</p>" * 900_000,
    "ends that a block keeps off": ("<span>" * 900 + "<div>" + "</span>" * 900) * 60,
    "hidden in a comment": ("<div><!-- </div> -->") * MANY,
    "hidden in a script": ("<div><script>'</div>'</script>") * MANY,
    "hidden in an attribute": ("<div title='</div>'>") * MANY,
    "hidden by a quote": '<p =">' + "<div>" * MANY,
    "hidden by an end of comment": "<!-- --!>" + "<div>" * MANY,
    "upper case": "<DIV><SPAN>" * MANY,
    "attributes": f"<p {numbered('a# ', 200_000)}>",
    "attributes of the body": numbered("<body a#=1>", MANY),
    "line breaks": "<br>" * 1_000_000,
    "rows": "<table>" + "<tr><td>a<td>b" * 300_000,
    "text": "word" * 5_000_000,
    "signs": "<" * 2_000_000,
    "quotes left open": "<p a='" * 300_000,
    "comments left open": "<!--" * 300_000,
    "scripts left open": "<script><!--" * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_left_of_a_hostile_page_is_parsed_in_no_time(name: str) -> None:
    begun = time.process_time()
    kept = bounded(PAGE.replace("</article>", HOSTILE[name] + "</article>").encode())
    scanned = time.process_time()
    LexborHTMLParser(kept.html)
    assert scanned - begun < 8
    assert time.process_time() - scanned < 3


@pytest.mark.parametrize(
    ("html", "cut"),
    [
        ("<div>" * (MAX_DEPTH + 1), f"nested deeper than {MAX_DEPTH} elements"),
        ("<br>" * (MAX_TAGS + 2), f"more than {MAX_TAGS} tags"),
        ("word " * (MAX_CHARS // 5 + 1), f"more than {MAX_CHARS} characters"),
        (f"<p {numbered('a# ', 6000)}>", "more than 5000 attributes in one tag"),
        ("<div>" * 900 + "<br>" * 150_000, "too many tags for all that is left open"),
    ],
)
def test_cut_says_why_and_keeps_what_came_before(html: str, cut: str) -> None:
    page = (PAGE + html).encode()
    kept = bounded(page)
    assert kept.cut == cut
    assert page.startswith(kept.html)
    assert kept.html.startswith(PAGE.encode())


@pytest.mark.parametrize(
    "html",
    [
        "",
        "no markup at all",
        PAGE,
        "<p>x" * 20_000,
        "<ul>" + "<li>x<p>y" * 20_000,
        "<table>" + "<tr><td>a<td><b>b" * 20_000,
        "<dl>" + "<dt>a<dd>b" * 20_000,
        "<select>" + "<option>a" * 5_000,
        "<b>x" * 20_000,
        numbered("<a href=/#>x", 20_000),
        "<p><span>x" * 20_000,
        "<div><img><br><input></div>" * 20_000,
        "<svg><path d='m0 0'/><title>x</title></svg>" * 20_000,
        "<script>" + "'<div>'" * 20_000 + "</script>",
        "<!--" + "<div>" * 20_000 + "-->",
        "<p title='" + "<div>" * 20_000 + "'>x",
        "<style>" + "a > b {}" * 20_000 + "</style>",
        f'<div data-state="{"x" * 200_000}"></div>',
        f"<script>{'0123456789' * 100_000}</script>",
        "<div>" * 900 + "</div>" * 900,
        ("<div>" * 50 + "</div>" * 50) * 1000,
    ],
)
def test_page_that_is_only_sloppy_or_long_is_whole(html: str) -> None:
    page = html.encode()
    assert bounded(page).html is page
    assert bounded(page).cut is None
