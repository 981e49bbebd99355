"""Published and modified, as ISO 8601 with the offset the page gives; none is invented, day and month never swapped.

Order of sources: JSON-LD, meta tags, microdata, a number by the title that a script shows as a date, the URL, the line
by the title, `<time>`, a line by the text, and last what htmldate finds in the markup.
A source that gives the same time with an offset mends one that lacks it, or has it in UTC. A date by the title that is
days older than what is declared is when the article appeared: what is declared may be when it moved.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import htmldate

from scraper.extractors.elements import Element
from scraper.extractors.jsonld import string
from scraper.extractors.language import declared_language
from scraper.extractors.moments import ZONES, read_date
from scraper.extractors.sources import Found, Source, candidates, meta
from scraper.extractors.title import near_title

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

EARLIEST = date(1990, 1, 1)
SLACK = timedelta(days=2)
"""How far after the fetch a date may lie (clocks, time zones, embargoes)."""

A_DAY = timedelta(days=1)
BY_TITLE = "date by the title"
BY_TEXT = "date by the text"
LAST_RESORTS = frozenset({BY_TEXT, "htmldate"})
"""Sources that are asked only where no other speaks."""
LONGEST_LINE = 120
"""Characters beyond which a line is no date line."""
REACH_BEFORE, REACH_BEHIND = 4, 8
"""Lines before and behind the text among which one says when."""
MOST_WORDS = 5
"""Words, besides the date's own, beyond which a line by the text speaks of something else."""
LONG_SENTENCE = 40
"""Characters from which a line that ends a sentence is prose, where dates are those of its story."""
FULL_STOPS = (".", "!", "?", "。")

VISIBLE = re.compile(
    r"[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)"
    # Hungarian, Lithuanian and Latvian name the year first: `2026. március 12.`, `2026 m. kovo 12 d.`
    r"|(?<!\d)\d{4}(?:\.| m\.|\. gada \d{1,2}\.) [^\W\d_]{3,10}(?: \d{1,2})?(?!\d)"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|\.)?(?: de)? [^\W\d_]{3,10}\.?,?(?: del?)? \d{4}(?!\d)"
    r"|(?<!\d)\d{4}(?:年|년) ?\d{1,2}(?:月|월) ?\d{1,2}(?:日|일)"
    r"|(?<!\d)(?:\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{4})(?!\d)"
    r"|(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)"
)
"""Dates as lines by the title have them."""
_SHORT = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{2})(?!\d)")
_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"(?<![\d:])\d{1,4}(?![\d:])")
"""Numbers of a date, not of a time."""
_UPDATED = re.compile(
    r"(?:updated?|modified|edited|revised|reviewed|aktualisiert|geändert|bearbeitet|mis à jour|modifié|actualizado|"
    r"aggiornat[oa]|atualizado|bijgewerkt|opdateret|oppdatert|uppdaterad|zaktualizowan[oay]|güncelleme)\W*(?:[^\W\d_]+\W*){0,2}$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:[^\W\d_][^\d.!?:]{0,30},? )?\(?")
_DASH = re.compile(r"\)? ?[–—:|/-]")
"""What stands before and behind the date with which a text begins: `29.11.2022 – `, `Marling, 29 November 2022 – `."""
_TIME = re.compile(
    r"\W{0,4}(?:[^\W\d_]{1,4}\W{1,2})?(?P<time>\d{1,2}[:.]\d{2})(?P<half> ?[ap]\.?m\.?)?\W{1,3}"
    rf"(?P<zone>(?:GMT|UTC) ?[+-]\d{{1,2}}|{'|'.join(ZONES)})\b",
    re.IGNORECASE,
)
_SINCE_1970 = re.compile(
    r' data-(?![a-z-]*(?:modif|updat|edit))[a-z-]*(?:date|time|publish(?!er))[a-z-]*="(\d{10}(?:\d{3})?)"'
)
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def _json_ld(key: str) -> Callable[[Document], str | None]:
    return lambda document: string(document.linked.article.get(key))


def _any_json_ld(document: Document) -> str | None:
    return next((when for node in document.linked.nodes if (when := string(node.get("datePublished")))), None)


def _attribute(selector: str, document: Document) -> str | None:
    for node in document.tree.css(selector)[:5]:
        value = node.attributes.get("datetime") or node.attributes.get("content") or node.text()
        if value and value.strip():
            return value.strip()
    return None


def _in_url(document: Document) -> str | None:
    match = _IN_URL.search(document.url or "")
    return "-".join(match.groups()) if match else None


def _htmldate(document: Document) -> str | None:
    # Without its scripts a page is read in half the time, and no worse.
    markup = document.tree.html
    found = htmldate.find_date(markup, url=document.url, original_date=True) if markup else None
    if not found or found.endswith("-01-01"):
        return None  # the first of January is what it makes of a year alone, such as the copyright's
    return found if not found.endswith("-01") or _shows(document, found) else None


def _shows(document: Document, day: str) -> bool:
    """Whether the page shows a day: the first of a month is also what htmldate makes of a month alone."""
    language = declared_language(document)
    shown = (read_date(date_[0], language) for date_ in VISIBLE.finditer(document.shown))
    return any(when and _day_of(when).isoformat() == day for when in shown)


def _by_title(*, updated: bool, chosen: Sequence[TextBlock]) -> Source[str]:
    """Source of the first date by the title that words for an update lead to, or of the first that none do."""
    return BY_TITLE, lambda document: next(
        (text for text, changed in _shown(document, chosen) if changed is updated), None
    )


def _shown(document: Document, chosen: Sequence[TextBlock], inside: Container[int] = ()) -> Iterator[tuple[str, bool]]:
    """Dates by the title, and of each whether words for an update lead to it; those at positions `inside` left out.

    What stands behind the text is not by the title.
    """
    for block in near_title(document, chosen):
        text = " ".join(text for text, _ in block.runs)
        dates = list(VISIBLE.finditer(text)) if _YEAR.search(text) and _is_line(text) else []
        if not dates or block.position in inside or _is_quoted(block):
            continue
        told = _time_of(block) if len(dates) == 1 else None
        for date_ in dates:
            yield told or _with_time(date_, text), bool(_UPDATED.search(text[: date_.start()]))


def _with_time(found: re.Match[str], line: str) -> str:
    """A date, with the time behind it in a line where that says in which zone."""
    time = _TIME.match(line, found.end())
    return f"{found[0]} {time['time'].replace('.', ':')}{time['half'] or ''} {time['zone']}" if time else found[0]


def _epoch(document: Document, chosen: Sequence[TextBlock]) -> str | None:
    """Seconds or milliseconds since 1970 in an attribute of a line by the title, for a script to show."""
    for block in near_title(document, chosen):
        numbers = dict.fromkeys((*(number for _, number in block.runs), block.home))
        found = (_SINCE_1970.search(block.page.spelling(number)) for number in numbers)
        if told := next((match[1] for match in found if match), None):
            return told
    return None


def _is_quoted(block: TextBlock) -> bool:
    """Whether a line is of a post that the page shows: it says when that was posted."""
    return any(element.tag == "blockquote" for element in block.element.chain())


def _by_text(document: Document, chosen: Sequence[TextBlock]) -> str | None:
    """The date of the line nearest before the text, that which the text begins with, or that of a line behind it."""
    if not chosen:
        return None
    begin, end = chosen[0].position, chosen[-1].position + 1
    before = document.blocks[max(0, begin - REACH_BEFORE) : begin]
    lines = (date_ for block in reversed(before) if (date_ := _lone_date(block)))
    begins = (date_ for block in chosen[:2] if (date_ := _dateline(block.text)))
    behind = (date_ for block in document.blocks[end : end + REACH_BEHIND] if (date_ := _lone_date(block)))
    return next(chain(lines, begins, behind), None)


def _lone_date(block: TextBlock) -> str | None:
    """The first date of a line that says little else; teasers link, and pictures are older."""
    text = block.text
    if (
        block.element.hidden
        or block.link_density > 0
        or block.element.tag == "figcaption"
        or not (_is_line(text) and _YEAR.search(text))
    ):
        return None
    found = VISIBLE.search(text)
    return found[0] if found and len(VISIBLE.sub(" ", text).split()) <= MOST_WORDS else None


def _dateline(text: str) -> str | None:
    """The date that a text begins with, a dash behind it."""
    found = VISIBLE.search(text, 0, LONGEST_LINE)
    begins = found and _PLACE.fullmatch(text, 0, found.start()) and _DASH.match(text, found.end())
    return found[0] if found and begins else None


def _is_line(text: str) -> bool:
    """Whether a text is a line rather than prose."""
    return len(text) <= LONGEST_LINE and not (len(text) >= LONG_SENTENCE and text.endswith(FULL_STOPS))


def tells_date(text: str) -> bool:
    """Whether a text holds a date as lines by the title have them; most hold no year, which is soon seen."""
    return bool(_YEAR.search(text) and VISIBLE.search(text))


def _time_of(block: TextBlock) -> str | None:
    """What the one `<time>` of a block says to machines."""
    elements = {number: Element(block.page, number) for _, number in block.runs}
    times = [element for element in elements.values() if element.tag == "time"]
    return times[0].attributes.get("datetime") if len(times) == 1 else None


DECLARED: tuple[Source[str], ...] = (
    ("json-ld datePublished", _json_ld("datePublished")),
    ("meta published_time", meta("article:published_time", "og:article:published_time", "og:published_time")),
    ("microdata datePublished", meta("datepublished")),
    ("meta date", meta(
        "parsely-pub-date", "sailthru.date", "cxenseparse:publishtime", "article.published", "published_at",
        "publish-date", "pubdate", "date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
        "last-published", "article_date_original", "citation_publication_date",
    )),
    ("microdata datePublished", partial(_attribute, '[itemprop~="datePublished"]')),
    ("rdfa created", partial(_attribute, '[property~="dc:created"], [property~="schema:datePublished"]')),
    ("json-ld dateCreated", _json_ld("dateCreated")),
    ("json-ld datePublished", _any_json_ld),
)  # fmt: skip

DECLARED_MODIFIED: tuple[Source[str], ...] = (
    ("json-ld dateModified", _json_ld("dateModified")),
    ("meta modified_time", meta("article:modified_time", "og:updated_time", "article:updated_time")),
    ("microdata dateModified", meta("datemodified")),
    ("microdata dateModified", partial(_attribute, '[itemprop~="dateModified"]')),
)


def published(
    document: Document, fetched_at: datetime | None = None, chosen: Sequence[TextBlock] = ()
) -> Found[str] | None:
    """When the article appeared: ISO 8601 with the page's offset, without where it gives none, or a bare date.

    `chosen` is its body.
    """
    shown: tuple[Source[str], ...] = (
        ("time attribute", partial(_epoch, chosen=chosen)),
        ("url", _in_url),
        _by_title(updated=False, chosen=chosen),
        ("time element", partial(_attribute, "article time[datetime], main time[datetime], header time[datetime]")),
        (BY_TEXT, partial(_by_text, chosen=chosen)),
        ("htmldate", _htmldate),
    )
    found = _best(document, (*DECLARED, *shown), fetched_at)
    return (_older_by_title(document, _day_of(found.value), chosen) if found else None) or (
        Found(found.value.isoformat(), found.source) if found else None
    )


def modified(
    document: Document, fetched_at: datetime | None = None, chosen: Sequence[TextBlock] = ()
) -> Found[str] | None:
    """When the article was last changed; as `published`."""
    last = ("meta date", meta("last-modified", "dcterms.modified", "dc.date.modified", "article.updated"))
    found = _best(document, (*DECLARED_MODIFIED, _by_title(updated=True, chosen=chosen), last), fetched_at)
    return Found(found.value.isoformat(), found.source) if found else None


def _older_by_title(document: Document, declared: date, chosen: Sequence[TextBlock]) -> Found[str] | None:
    """The date by the title, where it is days older than the declared one and no other there bears that out.

    Dates within the text are those of its story.
    """
    lines = list(_shown(document, chosen, {block.position for block in chosen}))
    if any(
        {declared.day, declared.year} <= {*map(int, _NUMBER.findall(text))} for text, changed in lines if not changed
    ):
        return None  # as on most pages, and told without reading their language
    if f"{declared.day}.{declared.month}.{declared:%y}" in _in_short(near_title(document)):
        return None
    shown = [(read_date(text, declared_language(document)), changed) for text, changed in lines]
    days = [_day_of(when) for when, changed in shown if when and not changed]
    if not days or shown[0][1] or any(abs(day - declared) <= A_DAY for day in days):
        return None
    return Found(days[0].isoformat(), BY_TITLE) if EARLIEST <= days[0] < declared else None


def _in_short(blocks: Iterable[TextBlock]) -> set[str]:
    """Dates with years of two digits, such as `06.11.23`: they bear out a date, and tell none."""
    found = chain.from_iterable(_SHORT.findall(block.text) for block in blocks)
    return {f"{int(day)}.{int(month)}.{year}" for day, month, year in found}


def _best(
    document: Document, sources: tuple[Source[str], ...], fetched_at: datetime | None
) -> Found[datetime | date] | None:
    """First plausible date, mended by a later source that gives its offset."""
    chosen: Found[datetime | date] | None = None
    language = declared_language(document)
    for name, read in sources:
        if chosen is not None and name in LAST_RESORTS:
            break
        for found in candidates(document, ((name, read),)):
            when = read_date(found.value, language)
            if when is None or not _plausible(when, fetched_at):
                continue
            if chosen is None:
                chosen = Found(when, name)
            if isinstance(chosen.value, datetime) and chosen.value.utcoffset():
                return chosen
            if _mends(chosen.value, when):
                return Found(when, name)
    return chosen


def _mends(known: datetime | date, other: datetime | date) -> bool:
    """Whether `other` is `known` with an offset (and, where only the day is known, a time)."""
    if not isinstance(other, datetime) or other.tzinfo is None:
        return False
    if not isinstance(known, datetime):
        return other.date() == known
    return other.replace(tzinfo=None) == known if known.tzinfo is None else other == known and bool(other.utcoffset())


def _day_of(when: datetime | date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _plausible(when: datetime | date, fetched_at: datetime | None) -> bool:
    day = _day_of(when)
    return day >= EARLIEST and (fetched_at is None or day <= (fetched_at + SLACK).date())
