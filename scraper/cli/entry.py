"""A record and what is said of it, made where the record is: in a worker process.

The command imports this too. It imports the pipeline, the greater part of a short run, only where records are made;
and nothing of the command line, so that workers start without that.
"""

from __future__ import annotations

import itertools
import re
import textwrap
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from scraper.errors import InputError
from scraper.inputs import parsed
from scraper.stores.sinks import rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from scraper.article import Article, Outcome, Removed
    from scraper.config import Profile, Site
    from scraper.errors import WorkerError
    from scraper.inputs import Raw, Source
    from scraper.page import Page
    from scraper.stores.sinks import Rendered

_NOTES: Final[Mapping[Outcome, str]] = {
    "blocked": "the site refused this program; ask it for access, or take the article from its feed",
    "consent_wall": "a consent page came in place of the article; save the page after answering it, then clean it",
    "error": "failed",
    "gone": "no article here (any more); check the address",
    "js_required": "the article comes by script only; save the page from a browser, then clean it",
    "not_article": "not an article; give the address of one article",
    "robots_denied": "robots.txt asks programs to stay away; ask the site for leave",
}
_WIDTH: Final = 80
_QUOTED: Final = 50
_UNPRINTABLE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Style:
    """How records are shown: indented, and with what was removed from them."""

    pretty: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """The record of the input called `name`, ready to be written, with the `messages` to print beside it."""

    name: str
    record: Rendered
    outcome: Outcome
    words: int
    failed: bool
    messages: tuple[str, ...]


def entry(name: str, article: Article, style: Style, notice: str | None = None) -> Entry:
    """Entry of one record; `notice` is what else to say of its input."""
    noticed = notice and printable(f"{name}: {notice}")
    told_of = told(name, article)
    explanation = "\n".join(explained(name, article)) if style.explain and not article.error else None
    return Entry(
        name,
        rendered(article, pretty=style.pretty),
        article.outcome,
        article.word_count,
        article.failed,
        tuple(filter(None, (noticed, told_of, explanation))),
    )


def clean(
    raw: Raw, style: Style, profile: Profile, sites: Mapping[str, Site], off: frozenset[str] = frozenset()
) -> Entry:
    """Entry of one input of `scraper clean`: the record of its page, or of why there is none; `off` as in `process`."""
    from scraper.pipeline import process

    source = parsed(raw)
    reader = partial(process, profile=profile, sites=sites, off=off)
    return _entry(source, record(source, reader), style)


def lost(raw: Raw, style: Style, *, error: WorkerError) -> Entry:
    """Entry of an input that gave no record, for `error`."""
    source = parsed(raw)
    return _entry(source, lost_record(source, error), style)


def record(source: Source, process: Callable[[Page], Article]) -> Article:
    """Record that `process` makes of an input's page, or that of why the input holds none."""
    from scraper.pipeline import failure

    content = source.content
    return failure(source.url, content) if isinstance(content, InputError) else process(content)


def lost_record(source: Source, error: WorkerError) -> Article:
    """Record of an input that gave none, for `error`."""
    from scraper.pipeline import failure

    return failure(source.url, error.of(source.name))


def _entry(source: Source, article: Article, style: Style) -> Entry:
    """Entry of an input's record; its `id` is the input's, where it has one."""
    named = article if source.id is None else article.model_copy(update={"id": source.id})
    return entry(source.name, named, style, source.notice)


def printable(text: str) -> str:
    """`text` on one line and without what a terminal would obey: pages and file names come from strangers."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return _UNPRINTABLE.sub(" ", shown).strip()


def told(name: str, article: Article) -> str | None:
    """One line on an input that gave no article: its name and what to do; None for one that did."""
    note = article.error.message if article.error else _NOTES.get(article.outcome)
    if note is None:
        return None
    text = note.removeprefix(f"{name}: ")
    status = "" if article.status is None or article.error else f" (status {article.status})"
    label = "" if article.error else f"{article.outcome}{status}: "
    return printable(f"{name}: {label}{text}")


def explained(name: str, article: Article) -> Iterator[str]:
    """Lines on what was removed from a record, in reading order, at most 80 columns wide."""
    count = len(article.removed)
    texts = "nothing" if not count else "1 text" if count == 1 else f"{count} texts"
    yield printable(f"{name}: {article.outcome}, {article.word_count} words kept, {texts} removed")
    in_order = sorted(article.removed, key=_place)
    for after, group in itertools.groupby(in_order, key=_place):
        yield f"  {_where(article, after)}"
        for removed in group:
            yield from _wrapped(removed)


def _place(removed: Removed) -> int:
    return removed.after_block


def _where(article: Article, after: int) -> str:
    if not 0 <= after < len(article.blocks):
        return "before the first block" if after < 0 else "at the end"
    start = textwrap.shorten(printable(article.blocks[after].text), _QUOTED, placeholder=" …")
    return f"after block {after}: {start}"


def _wrapped(removed: Removed) -> list[str]:
    text = f"[{removed.rule}] {printable(removed.text)}"
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="      ")
