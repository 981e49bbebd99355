"""What is said of each record while it is written."""

from __future__ import annotations

import itertools
import textwrap
from typing import TYPE_CHECKING, Final

import structlog

from scraper.cli.console import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scraper.article import Article, Outcome, Removed
    from scraper.cli.console import Stderr
    from scraper.stores.sinks import Sink

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


class Report:
    """Writes records to `sink` and says on `stderr` what there is to say of each; counts the failed."""

    __slots__ = ("_explain", "_log", "_sink", "_stderr", "failed")

    def __init__(self, sink: Sink, stderr: Stderr, *, explain: bool) -> None:
        self._sink = sink
        self._stderr = stderr
        self._explain = explain
        self._log = structlog.get_logger(__name__)
        self.failed = 0

    def take(self, name: str, article: Article, notice: str | None = None) -> None:
        """Write the record of the input called `name`; `notice` is what else to say of it. Raises OutputError."""
        self._sink.write(article)
        self._log.info("record", input=name, outcome=article.outcome, words=article.word_count)
        self.failed += article.failed
        messages = (notice and printable(f"{name}: {notice}"), told(name, article))
        for message in filter(None, messages):
            self._stderr.say(message)
        if self._explain and not article.error:
            self._stderr.say("\n".join(explained(name, article)))
        self._stderr.advance()

    @property
    def exit_code(self) -> int:
        """0 where no input failed, else 1."""
        return min(self.failed, 1)


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
