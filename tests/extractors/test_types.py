"""Types: what each block is, and that nothing is lost or doubled on the way."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

from scraper.extractors.document import parse
from scraper.extractors.live import entries
from scraper.extractors.types import typed

Told = list[tuple[str, str]]

LONG = "The ferry to Lower Marling ran again on Tuesday, three weeks after a storm had torn its pier from the bank."


def told(markup: str, head: str = "") -> Told:
    """Type and text of each block, all of the page's text taken for its body; a heading's level at its type."""
    page = parse(f"<html><head>{head}</head><body>{markup}</body></html>")
    shown = [block for block in page.blocks if not block.element.hidden]
    return [(f"{block.type}{block.level or ''}", block.text) for _, block in typed(shown, page, entries(page, shown))]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        pytest.param("<p>One <b>two</b>.</p>", [("paragraph", "One two.")], id="paragraph"),
        pytest.param("<div>One.</div>", [("paragraph", "One.")], id="text in a div"),
        pytest.param("<h2>One</h2><h4>Two</h4>", [("heading2", "One"), ("heading4", "Two")], id="headings"),
        pytest.param("<h3><div>One</div></h3>", [("heading3", "One")], id="heading around a block"),
        pytest.param("<pre>a\n b</pre>", [("code", "a\n b")], id="code"),
        pytest.param("<pre><code>a\n b</code></pre>", [("code", "a\n b")], id="code in pre"),
        pytest.param("<p><code>make all</code></p>", [("code", "make all")], id="a line that is all code"),
        pytest.param("<p>Run <code>make</code> now</p>", [("paragraph", "Run make now")], id="code in prose"),
        pytest.param("<blockquote>One.</blockquote>", [("quote", "One.")], id="quote"),
        pytest.param(
            "<blockquote><h3>One.</h3><p>Two.</p></blockquote>",
            [("heading3", "One."), ("quote", "Two.")],
            id="heading of a quoted box",
        ),
        pytest.param('<div class="pull-quote">One.</div>', [("quote", "One.")], id="pull quote by class"),
        pytest.param('<div class="c-pullquote"><p>One.</p></div>', [("quote", "One.")], id="quote by class"),
        pytest.param('<div class="stock quote">One.</div>', [("paragraph", "One.")], id="another quote"),
        pytest.param("<p><q>One.</q></p>", [("quote", "One.")], id="a paragraph that is one q"),
        pytest.param("<p>She said <q>one</q>.</p>", [("paragraph", "She said one.")], id="q in prose"),
        pytest.param(
            '<blockquote class="twitter-tweet"><p>One.</p>— Ana (@ana) <a href="/s">May 3</a></blockquote>',
            [("quote", "One."), ("quote", "— Ana (@ana) May 3")],
            id="tweet",
        ),
        pytest.param("<ul><li>One</li><li><p>Two</p></li></ul>", [("list_item", "One"), ("list_item", "Two")], id="li"),
        pytest.param(
            "<ul><li>One<ul><li>Two</li></ul>Three</li></ul>",
            [("list_item", "One"), ("list_item", "Two"), ("list_item", "Three")],
            id="nested list",
        ),
        pytest.param(
            "<dl><dt>Key</dt><dd><p>Value</p></dd></dl>", [("list_item", "Key"), ("list_item", "Value")], id="dl"
        ),
        pytest.param(
            "<ol><li><h3>One</h3><p>Two.</p></li></ol>", [("heading3", "One"), ("paragraph", "Two.")], id="listicle"
        ),
        pytest.param("<ul><li><pre>a</pre></li></ul>", [("code", "a")], id="the innermost names the kind"),
        pytest.param(
            f"<blockquote><p>{LONG}</p><p>{LONG}</p><p>Two.</p></blockquote>",
            [("paragraph", LONG), ("paragraph", LONG), ("paragraph", "Two.")],
            id="a blockquote around the whole article indents",
        ),
    ],
)
def test_the_innermost_element_that_names_a_kind_decides(markup: str, blocks: Told) -> None:
    assert told(markup) == blocks


def table(*rows: str, attributes: str = "") -> str:
    return f"<table {attributes}>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        pytest.param(
            table("<th>Ferry<th>Crowns", "<td>Marl<td>2"),
            [("table", "Ferry | Crowns"), ("table", "Marl | 2")],
            id="header and row",
        ),
        pytest.param(
            "<table><thead><tr><th>A<th>B</thead><tbody><tr><th>1<td>2</tbody><tfoot><tr><td>3<td>4</tfoot></table>",
            [("table", "A | B"), ("table", "1 | 2"), ("table", "3 | 4")],
            id="head, body, foot",
        ),
        pytest.param(
            table("<th><th>Mon<th>Tue", "<td>Marl<td><td>2", "<td>Nore<td>1<td>"),
            [("table", "| Mon | Tue"), ("table", "Marl | | 2"), ("table", "Nore | 1 |")],
            id="empty cells keep their place",
        ),
        pytest.param(
            table("<td><p>Marl</p><p>and Nore</p><td>2"), [("table", "Marl and Nore | 2")], id="paragraphs in a cell"
        ),
        pytest.param(table("<td>A<br>B<td>2"), [("table", "A B | 2")], id="a break in a cell"),
        pytest.param(
            table("<td><ul><li>A</li><li>B</li></ul><td>2"), [("table", "A B | 2")], id="a list in a cell of data"
        ),
        pytest.param(
            "<table><caption>Fares</caption><tr><td>A<td>2</table>",
            [("table", "Fares"), ("table", "A | 2")],
            id="caption",
        ),
        pytest.param(
            table(f"<td>Menu<td><p>{LONG * 4}</p><p>One.</p>"),
            [("paragraph", "Menu"), ("paragraph", LONG * 4), ("paragraph", "One.")],
            id="cells of prose are layout",
        ),
        pytest.param(table(f"<td>Motif<td>{LONG * 5}"), [("table", f"Motif | {LONG * 5}")], id="one long cell is data"),
        pytest.param(
            table("<td>Menu<td><h1>Head</h1>"), [("paragraph", "Menu"), ("heading1", "Head")], id="so are headings"
        ),
        pytest.param(
            table("<td><p>One.</p>", "<td>Two."), [("paragraph", "One."), ("paragraph", "Two.")], id="one column"
        ),
        pytest.param(
            table("<td>A<td>B", attributes="role=presentation"),
            [("paragraph", "A"), ("paragraph", "B")],
            id="a table that says it is none",
        ),
        pytest.param(
            table(f"<td>Menu<td>{table('<th>A<th>B')}"),
            [("paragraph", "Menu"), ("table", "A | B")],
            id="data in a layout table",
        ),
    ],
)
def test_a_row_of_data_is_one_block_and_a_layout_table_none(markup: str, blocks: Told) -> None:
    assert told(markup) == blocks


def test_a_row_is_given_whole_whichever_of_its_cells_were_chosen() -> None:
    page = parse(table("<td>Marl<td>2 crowns"))
    assert [block.text for _, block in typed(page.blocks[1:], page, entries(page, page.blocks[1:]))] == [
        "Marl | 2 crowns"
    ]


LIVE = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'


def entry(time: str, heading: str, text: str, tag: str = "div") -> str:
    return f"<{tag}><time>{time}</time><h2>{heading}</h2><p>{text}</p></{tag}>"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("".join(entry(f"1{n}:05", f"Head {n}", LONG) for n in (1, 2, 3)), id="siblings with a time each"),
        pytest.param(
            "<ul>" + "".join(entry(f"1{n}:05", f"Head {n}", LONG, "li") for n in (1, 2, 3)) + "</ul>", id="list items"
        ),
        pytest.param(
            "".join(f"<h4>1{n}:05</h4><h3>Head {n}</h3><p>{LONG}</p>" for n in (1, 2, 3)), id="flat, time and heading"
        ),
        pytest.param(
            "".join(
                f"<section><div><span>1{n}:05</span></div><div><h3>Head {n}</h3></div><p>{LONG}</p></section>"
                for n in (1, 2, 3)
            ),
            id="time in a box of its own",
        ),
        pytest.param(
            "".join(f"<section><h3>1{n}:05 | Head {n}</h3><p>{LONG}</p></section>" for n in (1, 2, 3)),
            id="time in the heading",
        ),
    ],
)
def test_an_entry_is_its_time_and_heading_and_its_text_follows(markup: str) -> None:
    expected = [pair for n in (1, 2, 3) for pair in (("entry", f"1{n}:05 | Head {n}"), ("paragraph", LONG))]
    assert told(f'<div class="liveblog">{markup}</div>') == expected
    assert told(markup, LIVE) == expected


def test_an_entry_whose_time_runs_into_its_text_begins_with_it() -> None:
    markup = "".join(f"<p><b>1{n}:05 Uhr:</b> {LONG}</p><p>More.</p>" for n in (1, 2, 3))
    assert told(markup) == [
        pair for n in (1, 2, 3) for pair in (("entry", f"1{n}:05 Uhr: {LONG}"), ("paragraph", "More."))
    ]


def test_headings_that_begin_with_times_make_a_ticker() -> None:
    markup = "".join(f"<h3>1{n}:05 Uhr: Head</h3><p>{LONG}</p>" for n in (1, 2, 3))
    assert [kind for kind, _ in told(f"<div>{markup}</div>")] == ["entry", "paragraph"] * 3


def test_a_time_at_an_entrys_foot_is_told_first() -> None:
    markup = "".join(f"<section><h3>Head</h3><p>{LONG}</p><time>1{n}:05</time></section>" for n in (1, 2, 3))
    assert told(f'<div class="liveblog">{markup}</div>')[:2] == [("entry", "11:05 | Head"), ("paragraph", LONG)]


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        pytest.param("<time>vor {n}0 Minuten</time>", "2024-07-18T14:{n}5+02:00", id="by when the page was fetched"),
        pytest.param("<i>il y a {n}0 min</i>", "2024-07-18T14:{n}5+02:00", id="in no element of its own"),
        pytest.param(
            '<time datetime="2024-07-18T12:0{n}:00Z">{n} hours ago</time>', "2024-07-18T12:0{n}:00Z", id="as declared"
        ),
        pytest.param("<time>14:0{n}</time>", "14:0{n}", id="a clock time stays"),
        pytest.param(
            "<p><time><span>{n} hours ago</span>11:0{n}</time> <a>Bo Kern</a></p>",
            "11:0{n} Bo Kern",
            id="beside a clock time",
        ),
    ],
)
def test_a_relative_stamp_of_an_entry_is_made_absolute(stamp: str, told: str) -> None:
    heads = ("Vor 5 Jahren", "The ferry", "The pier")
    markup = "".join(
        f"<section>{stamp.format(n=n)}<h3>{head} went</h3><p>{LONG}</p></section>" for n, head in enumerate(heads, 1)
    )
    page = parse(f'<div class="liveblog">{markup}</div>')
    when = datetime(2024, 7, 18, 14, 55, tzinfo=timezone(timedelta(hours=2)))
    minutes = {1: 4, 2: 3, 3: 2}
    found = [
        block.text for _, block in typed(page.blocks, page, entries(page, page.blocks), when) if block.text != LONG
    ]
    past = told.startswith("2024-07-18T14:")
    assert found == [f"{told.format(n=minutes[n] if past else n)} | {head} went" for n, head in enumerate(heads, 1)]


def test_entries_that_are_not_of_the_body_are_none() -> None:
    page = parse("".join(entry(f"1{n}:05", "Head", LONG) for n in (1, 2, 3)) + f"<section><p>{LONG}</p></section>")
    assert [block.type for _, block in typed(page.blocks[-1:], page, entries(page, page.blocks[-1:]))] == ["paragraph"]


def test_an_entrys_time_is_given_where_only_its_text_was_chosen() -> None:
    page = parse('<div class="live-blog">' + "".join(entry(f"1{n}:05", "Head", LONG) for n in (1, 2, 3)) + "</div>")
    chosen = [block for block in page.blocks if block.text == LONG]
    assert [block.text for _, block in typed(chosen, page, entries(page, chosen))] == [
        text for n in (1, 2, 3) for text in (f"1{n}:05 | Head", LONG)
    ]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("".join(f"<li><time>10:0{n}</time> Tram {n}</li>" for n in (1, 2, 3)), id="a timetable"),
        pytest.param(f"<p>{LONG}</p>" * 5 + entry("10:05", "A", LONG), id="one time"),
        pytest.param(
            f"<p>{LONG}</p>" * 9 + "".join(entry(f"1{n}:05", "A", LONG) for n in (1, 2, 3)), id="teasers under prose"
        ),
        pytest.param(
            "".join(f"<div><h4>by ana on 26/05/14, 0{n}:41 pm</h4><p>{LONG}</p></div>" for n in (1, 2, 3)), id="a forum"
        ),
        pytest.param("".join(f"<div><i>{n} hours ago</i><p>{LONG}</p></div>" for n in (1, 2, 3)), id="comments"),
        pytest.param("".join(f"<p>In 19{n}0 {LONG}</p>" for n in (1, 2, 3)), id="years"),
        pytest.param(
            f"<p>{LONG}</p>" * 9 + "".join(f"<h3>1{n}:05 Tram</h3>" for n in (1, 2, 3)), id="a timetable of headings"
        ),
        pytest.param("".join(f"<p>10.5{n} crowns: {LONG}</p>" for n in (1, 2, 3)), id="prices"),
    ],
)
def test_a_page_that_is_no_live_blog_has_no_entries(markup: str) -> None:
    assert "entry" not in {kind for kind, _ in told(markup)}


def test_no_blocks_have_no_types(document: Callable[..., Document]) -> None:
    assert typed((), document(""), {}) == ()
