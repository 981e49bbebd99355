"""What `scraper check` says of a page: one verdict, its exit code, and the evidence in lines or as JSON."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from scraper.cli.entry import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scraper.article import Access, Article, Rights, Signal

WIDTH: Final = 80
LABEL: Final = 15
"""Columns of a line's label."""
TEXTS: Final = frozenset({"article", "liveblog"})
"""Outcomes that are a text to read."""
RESTRICTED: Final = frozenset({"metered", "registration", "subscription"})
HOW: Final = {
    "metered": "a meter lets some articles through",
    "registration": "readers need an account",
    "subscription": "readers need a subscription",
}


class Verdict(NamedTuple):
    """A page in one word, what the command ends with, and the word explained."""

    name: str
    exit_code: int
    meaning: str


FAILED: Final = Verdict("failed", 1, "the page could not be read")
NO_ARTICLE: Final = Verdict("no article", 12, "there is no article to read here")
CUT: Final = Verdict("cut", 11, "only a part of the article was delivered")
LIMITED: Final = Verdict("restricted", 10, "the whole article was delivered, but reading is restricted")
FREE: Final = Verdict("free", 0, "the whole article was delivered, and nothing restricts reading it")


def verdict(article: Article) -> Verdict:
    """The verdict on a record."""
    if article.failed:
        return FAILED
    if article.outcome not in TEXTS:
        return NO_ARTICLE
    if article.access.delivered != "full":
        return CUT
    return LIMITED if article.access.state in RESTRICTED else FREE


def as_json(article: Article) -> dict[str, Any]:
    """The verdict with the fields of the record that it is made from."""
    word = verdict(article)
    fields = {"url", "final_url", "status", "outcome", "error", "title", "word_count", "access", "rights"}
    told = article.model_dump(mode="json", include=fields)
    shown_by = article.provenance.get("outcome")
    return {"verdict": word.name, "exit_code": word.exit_code, **told, "outcome_shown_by": shown_by}


def lines(name: str, article: Article) -> Iterator[str]:
    """The verdict on the input called `name` with its evidence, at most 80 columns wide."""
    word = verdict(article)
    yield from _wrapped(printable(name))
    if article.title:
        yield from _wrapped(printable(article.title))
    yield ""
    yield from _labelled(word.name, f"{word.meaning}{_how(article.access, word)}")
    yield from _labelled("page", _page(article))
    if word not in (FAILED, NO_ARTICLE):
        yield from _labelled("access", _access(article.access))
        yield from _labelled("delivered", _delivered(article))
        yield from _evidence(article.access.signals)
        yield from _labelled(
            "flags", ", ".join(f"{key}: {_flag(value)}" for key, value in article.access.flags.items())
        )
    yield from _labelled("rights", "; ".join(_rights(article.rights)))


def _how(access: Access, word: Verdict) -> str:
    return f"; {HOW[access.state]}" if access.state in HOW and word in (CUT, LIMITED) else ""


def _page(article: Article) -> str:
    if article.error:
        return article.error.message
    shown_by = article.provenance.get("outcome")
    status = f", status {article.status}" if article.status and f"{article.status}" not in (shown_by or "") else ""
    return f"{article.outcome}{f' ({shown_by})' if shown_by else ''}{status}"


def _access(access: Access) -> str:
    agree = (
        "the evidence disagrees" if access.conflict else "nothing contradicts it" if access.signals else "no evidence"
    )
    return f"{access.state}; confidence {access.confidence}, {agree}"


def _delivered(article: Article) -> str:
    kept = article.access.withheld_chars
    return f"{article.access.delivered}, {article.word_count:,} words" + (
        f"; {kept:,} characters kept back" if kept else ""
    )


def _evidence(signals: tuple[Signal, ...]) -> Iterator[str]:
    """Each signal on a line, those that say the same under one label."""
    if signals:
        yield "evidence"
    for says, group in groupby(sorted(signals, key=_says), key=_says):
        label = f"  {says}"
        for signal in group:
            value = textwrap.shorten(printable(signal.value), WIDTH - LABEL, placeholder=" …")
            yield from _labelled(label, f"{value} ({signal.name}, {signal.where})")
            label = ""


def _says(signal: Signal) -> str:
    return signal.says


def _flag(value: object) -> str:
    return "?" if value is None else printable(str(value)).lower() if isinstance(value, bool) else printable(str(value))


def _rights(rights: Rights) -> Iterator[str]:
    if rights.tdm_reservation is not None:
        yield "text and data mining reserved" if rights.tdm_reservation else "text and data mining not reserved"
    if rights.robots:
        yield f"robots: {', '.join(rights.robots)}"
    if rights.license:
        yield f"licence {rights.license}"
    if rights.copyright:
        yield rights.copyright


def _labelled(label: str, text: str) -> Iterator[str]:
    """Lines of a text under its label; none where there is no text."""
    yield from _wrapped(printable(text), f"{label:<{LABEL}}", " " * LABEL)


def _wrapped(text: str, first: str = "", further: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=further, break_on_hyphens=False)
