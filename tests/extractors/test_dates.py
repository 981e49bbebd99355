"""Published and modified."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from scraper.extractors.dates import modified, published

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

FETCHED = datetime(2024, 2, 1, 12, tzinfo=UTC)
PLAIN = "https://www.marlingpost.example/a"


META = '<meta property="article:published_time" content="{}">'
SPANISH = '<meta name="language" content="es-ES">'
TIME = "<article><time datetime='{}'>today</time></article>"


def news(**dates: str) -> dict[str, str]:
    return {"@type": "NewsArticle", **dates}


@pytest.mark.parametrize(
    ("body", "head", "ld", "found"),
    [
        pytest.param(
            TIME.format("2024-01-29"),
            META.format("2024-01-30"),
            news(datePublished="2024-01-31T08:00:00+01:00"),
            ("2024-01-31T08:00:00+01:00", "json-ld datePublished"),
            id="json-ld first",
        ),
        pytest.param(
            TIME.format("2024-01-29"),
            META.format("2024-01-30T09:00:00Z"),
            None,
            ("2024-01-30T09:00:00+00:00", "meta published_time"),
            id="meta before time",
        ),
        pytest.param(
            '<meta itemprop="datePublished" content="2024-01-28">',
            "",
            None,
            ("2024-01-28", "microdata datePublished"),
            id="microdata",
        ),
        pytest.param(
            '<span property="dc:date dc:created" content="2024-01-28T10:15:00+01:00">Submitted</span>',
            "",
            None,
            ("2024-01-28T10:15:00+01:00", "rdfa created"),
            id="RDFa, as Drupal 7 has it",
        ),
        pytest.param(
            "", '<meta name="date" content="2024-01-27">', None, ("2024-01-27", "meta date"), id="other meta names"
        ),
        pytest.param(
            TIME.format("2024-01-26T08:00"), "", None, ("2024-01-26T08:00:00", "time element"), id="time element"
        ),
        pytest.param(
            "",
            "",
            [{"@type": "VideoObject", "datePublished": "2024-01-25"}],
            ("2024-01-25", "json-ld datePublished"),
            id="any node's date where the article has none",
        ),
        pytest.param(
            TIME.format("2024-01-26"),
            META.format("03/04/2024"),
            None,
            ("2024-01-26", "time element"),
            id="an ambiguous day gives way to a sure one",
        ),
        pytest.param(
            "",
            META.format("2024-01-30T09:00:00+01:00"),
            news(datePublished="2024-01-30T09:00:00"),
            ("2024-01-30T09:00:00+01:00", "meta published_time"),
            id="the same wall clock with an offset mends",
        ),
        pytest.param(
            "",
            META.format("2024-01-30T09:00:00+01:00"),
            news(datePublished="2024-01-30"),
            ("2024-01-30T09:00:00+01:00", "meta published_time"),
            id="a bare day is mended by a moment on it",
        ),
        pytest.param(
            "",
            META.format("2024-01-30T08:00:00+00:00"),
            news(datePublished="2024-01-30T09:00:00"),
            ("2024-01-30T09:00:00", "json-ld datePublished"),
            id="another wall clock mends nothing",
        ),
        pytest.param(
            TIME.format("2024-01-30T23:30:00-05:00"),
            "",
            news(datePublished="2024-01-31T04:30:00Z"),
            ("2024-01-30T23:30:00-05:00", "time element"),
            id="the same moment as the clocks there tell it mends UTC",
        ),
        pytest.param(
            TIME.format("2024-01-31T09:00:00+01:00"),
            "",
            news(datePublished="2024-01-31T07:59:00Z"),
            ("2024-01-31T07:59:00+00:00", "json-ld datePublished"),
            id="another moment does not",
        ),
        pytest.param(
            "",
            META.format("2024-01-30"),
            news(datePublished="2031-05-05"),
            ("2024-01-30", "meta published_time"),
            id="a day long after the fetch is passed over",
        ),
        pytest.param(
            "",
            META.format("2024-01-30"),
            news(datePublished="1970-01-01T00:00:00Z"),
            ("2024-01-30", "meta published_time"),
            id="the epoch's first day is passed over",
        ),
        pytest.param(
            "", META.format("2024-02-02"), None, ("2024-02-02", "meta published_time"), id="tomorrow may be a time zone"
        ),
    ],
)
def test_the_best_source_gives_the_date(
    body: str, head: str, ld: object, found: tuple[str, str], document: Callable[..., Document]
) -> None:
    assert published(document(body, head=head, ld=ld, url=PLAIN), FETCHED) == found


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024/01/31/bridge.html", "2024-01-31"),
        ("20240131/bridge", "2024-01-31"),
        ("2024-01-31-bridge", "2024-01-31"),
        ("article-20240131001", None),
        ("2024/13/31/bridge", None),
    ],
)
def test_a_day_in_the_address_counts_where_nothing_is_declared(
    path: str, day: str | None, document: Callable[..., Document]
) -> None:
    found = published(document("<p>Words.</p>", url=f"https://www.marlingpost.example/{path}"), FETCHED)
    assert (found and found.value) == day


def test_a_day_in_the_address_goes_before_a_line_by_the_title(document: Callable[..., Document]) -> None:
    page = document("<p>Friday, February 2, 2024</p><h1>Bridge opens</h1>", url=f"{PLAIN}/2024/01/31/bridge")
    assert published(page, FETCHED) == ("2024-01-31", "url")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param('<span data-published="1706692500000">8 months ago</span>', "2024-01-31T09:15:00+00:00", id="ms"),
        pytest.param('<time data-time-stamp="1706692500">Jan 31</time>', "2024-01-31T09:15:00+00:00", id="seconds"),
        pytest.param('<span data-date-updated="1706692500">Jan 31</span>', None, id="of an update"),
        pytest.param('<span data-publisher-id="1706692500">Tern</span>', None, id="another number"),
    ],
)
def test_seconds_since_1970_stand_by_the_title(line: str, found: str | None, document: Callable[..., Document]) -> None:
    told = published(document(f"<h1>Bridge opens</h1><p>{line}</p>", url=PLAIN), FETCHED)
    assert (told and told.value) == found


def test_a_date_behind_the_text_is_not_by_the_title(document: Callable[..., Document], prose: tuple[str, ...]) -> None:
    text = "".join(f"<p>{line}</p>" for line in prose)
    page = document(f"<p>31 January 2024</p><h1>Bridge opens</h1>{text}<p>Mill sold - 12 January 2024</p>", url=PLAIN)
    chosen = tuple(block for block in page.blocks if block.text in prose)
    assert published(page, FETCHED, chosen) == ("2024-01-31", "date by the title")


def test_visible_text_gives_the_day_last(document: Callable[..., Document]) -> None:
    body = '<p class="date">31 January 2024</p><p>Words about the bridge and its engineers.</p>'
    assert published(document(body, url=PLAIN), FETCHED) == ("2024-01-31", "htmldate")


@pytest.mark.parametrize(
    ("line", "day", "changed"),
    [
        pytest.param("Posted on January 31, 2024 by Ana", "2024-01-31", None, id="month first"),
        pytest.param("31 Jan 2024 | 3 min", "2024-01-31", None, id="day first"),
        pytest.param("2024-01-31", "2024-01-31", None, id="figures"),
        pytest.param("31.01.2024 - Güncelleme : 01.02.2024", "2024-01-31", "2024-02-01", id="both"),
        pytest.param("Last updated on February 1, 2024", None, "2024-02-01", id="the update alone"),
        pytest.param("March 31, 20245 readers", None, None, id="a year that goes on"),
        pytest.param("31 de enero de 2024", "2024-01-31", None, id="words between"),
        pytest.param("31. 1. 2024", "2024-01-31", None, id="figures with spaces"),
        pytest.param("31.&thinsp;1.&thinsp;2024", "2024-01-31", None, id="figures with thin spaces"),
        pytest.param("<b>12:00</b><b>31.01.2024</b>", "2024-01-31", None, id="elements without a space between"),
        pytest.param("<blockquote>Jan 31, 2024</blockquote>", None, None, id="of a post that is quoted"),
        pytest.param("2024年1月31日", "2024-01-31", None, id="signs for year, month and day"),
        pytest.param("31 Jan 2024, 07:45 AM IST", "2024-01-31T07:45:00+05:30", None, id="a time and its zone"),
        pytest.param("First published on Wed 31 Jan 2024 07.45 GMT", "2024-01-31T07:45:00+00:00", None, id="a point"),
        pytest.param("31 Jan 2024, 07:45", "2024-01-31", None, id="a time in no zone"),
        pytest.param(
            '<time datetime="2024-01-31T08:00">31.01.2024</time>', "2024-01-31T08:00:00", None, id="for machines"
        ),
    ],
)
def test_a_line_by_the_title_says_when(
    line: str, day: str | None, changed: str | None, document: Callable[..., Document]
) -> None:
    page = document(f"<h1>Bridge opens</h1><p>{line}</p>", head=SPANISH)
    assert modified(page, FETCHED) == (changed and (changed, "date by the title"))
    found = published(page, FETCHED)
    assert found == (day, "date by the title") if day else found is None or found.source == "htmldate"


@pytest.mark.parametrize(
    ("before", "first", "behind", "day"),
    [
        pytest.param("31.01.2024 | Harbour", "{}", "", "2024-01-31", id="before"),
        pytest.param("12.01.2024 Old news</p><p>31.01.2024", "{}", "", "2024-01-31", id="the nearest before"),
        pytest.param("", "31.01.2024 – {}", "12.01.2024", "2024-01-31", id="what the text begins with"),
        pytest.param("", "Lower Marling, 31 January 2024 – {}", "", "2024-01-31", id="behind a place"),
        pytest.param("", "{}", "Published on 31 Jan 2024 in News", "2024-01-31", id="behind"),
        pytest.param("", "On 31.01.2024 the pier broke. {}", "", None, id="a day of the story"),
        pytest.param("", "{}", "Broadcast: Radio Marling, the morning programme, 31.01.2024", None, id="other words"),
        pytest.param("", "{}", '<a href="/b">31.01.2024 Mill sold</a>', None, id="a teaser"),
        pytest.param("", "{}", "The pier broke in the storm of 31.01.2024.", None, id="a sentence"),
    ],
)
def test_a_line_by_the_text_says_when(
    before: str,
    first: str,
    behind: str,
    day: str | None,
    document: Callable[..., Document],
    prose: tuple[str, ...],
) -> None:
    far = "<p>Menu</p>" * 20
    text = "".join(f"<p>{line}</p>" for line in (first.format(prose[0]), *prose[1:]))
    page = document(f"<h1>Bridge opens</h1>{far}<p>{before}</p><div>{text}</div><p>{behind}</p>", url=PLAIN)
    chosen = tuple(block for block in page.blocks if block.text.endswith(prose))
    found = published(page, FETCHED, chosen)
    assert found == (day, "date by the text") if day else found is None or found.source == "htmldate"


def test_a_sentence_by_the_title_is_no_date_line(document: Callable[..., Document]) -> None:
    page = document(
        "<h1>Bridge opens</h1><p>The next meeting of the council is on 31 January 2024 at noon.</p>", url=PLAIN
    )
    found = published(page, FETCHED)
    assert found is None or found.source == "htmldate"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param(("12 January 2024",), "2024-01-12", id="days older"),
        pytest.param(("30 January 2024",), None, id="a day older may be the clock"),
        pytest.param(("2 February 2024",), None, id="younger"),
        pytest.param(("Updated 12 January 2024",), None, id="an update"),
        pytest.param(("12 January 2024", "31 January 2024"), None, id="another there bears the declared day out"),
        pytest.param(("Updated 2 February 2024", "12 January 2024"), None, id="not the page's first"),
        pytest.param(("12 January 2024", "31.01.24"), None, id="borne out with a short year"),
        pytest.param(("1 January 1902",), None, id="no day of the web"),
    ],
)
def test_a_day_by_the_title_older_than_the_declared_one_counts(
    lines: tuple[str, ...], day: str | None, document: Callable[..., Document]
) -> None:
    page = document(
        "<h1>Bridge opens</h1>" + "".join(f"<p>{line}</p>" for line in lines), head=META.format("2024-01-31")
    )
    assert published(page, FETCHED) == ((day, "date by the title") if day else ("2024-01-31", "meta published_time"))


def test_a_day_in_the_text_is_no_older_one(document: Callable[..., Document]) -> None:
    page = document("<h1>Bridge opens</h1><p>Decree of 12 January 2020:</p>", head=META.format("2024-01-31"))
    assert published(page, FETCHED, page.blocks[1:]) == ("2024-01-31", "meta published_time")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("Bulletin 03/2020", None, id="a month alone"),
        pytest.param('<p class="date">1 March 2020</p>', "2020-03-01", id="its first day, shown"),
    ],
)
def test_a_month_is_no_day(line: str, day: str | None, document: Callable[..., Document]) -> None:
    found = published(document(f"<p>{line}</p><p>Words about the bridge.</p>", url=PLAIN), FETCHED)
    assert (found and found.value) == day


def test_a_year_alone_is_no_day(document: Callable[..., Document]) -> None:
    assert published(document("<h1>Bridge opens</h1><footer>© 2024 Post</footer>"), FETCHED) is None


def test_a_page_without_a_date_has_none(document: Callable[..., Document]) -> None:
    page = document("<p>Words.</p>", url=PLAIN)
    assert published(page, FETCHED) is None
    assert modified(page, FETCHED) is None


def test_modified_never_stands_in_for_published(document: Callable[..., Document]) -> None:
    page = document(ld=news(datePublished="2024-01-30", dateModified="2024-01-31T08:00:00+01:00"), url=PLAIN)
    assert published(page, FETCHED) == ("2024-01-30", "json-ld datePublished")
    assert modified(page, FETCHED) == ("2024-01-31T08:00:00+01:00", "json-ld dateModified")


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<meta property="article:modified_time" content="2024-01-31">', "meta modified_time"),
        ('<meta property="og:updated_time" content="1706692500">', "meta modified_time"),
        ('<meta itemprop="dateModified" content="2024-01-31">', "microdata dateModified"),
        ('<meta name="last-modified" content="Wed, 31 Jan 2024 10:15:00 GMT">', "meta date"),
    ],
)
def test_modified_has_sources_of_its_own(head: str, source: str, document: Callable[..., Document]) -> None:
    found = modified(document(head=head, url=PLAIN), FETCHED)
    assert found is not None
    assert found.value.startswith("2024-01-31")
    assert found.source == source


@pytest.mark.parametrize("when", ["9999-12-31T23:59:59Z", "0000-00-00T00:00:00", "soon", ""])
def test_a_date_that_cannot_be_is_none(when: str, document: Callable[..., Document]) -> None:
    assert published(document(ld=news(datePublished=when), url=PLAIN), FETCHED) is None


def test_a_time_of_day_survives_without_a_fetch_time(document: Callable[..., Document]) -> None:
    assert published(document(head=META.format("2024-01-30T09:00"), url=PLAIN)) == (
        "2024-01-30T09:00:00",
        "meta published_time",
    )
