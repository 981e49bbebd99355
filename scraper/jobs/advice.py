"""What is wrong with a source, in sentences that a person can act on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from scraper.jobs.wanted import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import timedelta

    from scraper.jobs.drift import Change, Kind
    from scraper.jobs.sums import Sums

_FILLED: Final = 0.5
_OUTCOMES: Final[Mapping[str, str]] = {
    "blocked": "the site refuses this program; ask it for leave, slow down (`gap` in [fetch]), or drop it",
    "consent_wall": "a consent page stands before its articles; give your own cookies in [fetch]",
    "js_required": "its articles come by script only; look for a feed that holds their text",
    "gone": "its links lead to nothing; see whether its addresses have changed",
    "not_article": "its links are no articles; pick them by `include` or `exclude`",
    "robots_denied": "its robots.txt asks programs to stay away; ask the site for leave, or drop it",
    "error": "see the errors of their records",
}
_UNREAD: Final[Mapping[str, str]] = {
    "input": "look up its new address (`scraper job new URL` finds feeds)",
    "robots_denied": "ask the site for leave, or drop it",
    "redirect": "open it in a browser, and see where it leads",
}
"""What to do about a list that cannot be read, where its message does not say."""
_ERRORS: Final[Mapping[str, str]] = {
    "connection": "see whether the site can be reached from this machine",
    "deadline": "the site is slow; give it more time (`deadline` in [fetch])",
    "http_status": "open one in a browser: the site may be down, or refuse this program",
    "parked": "the site asked to be left alone for now; a later run goes on",
    "redirect": "open one in a browser, and see where it leads",
    "robots_unavailable": "its robots.txt cannot be read; see whether the site is up",
}
_LOOK: Final = "look at its pages"
_DRIFT: Final[Mapping[Kind, str]] = {
    "field": "its pages may be built anew",
    "access": "what its pages say of access has changed",
    "delivered": "see whether your subscription or cookies still hold",
    "outcome": _LOOK,
    "rule": "see whether what it takes is boilerplate (`scraper clean --explain`); `no_rules` in the job leaves it out",
    "removed": "see what the rules take (`scraper clean --explain`)",
    "words": "the text may be cut, or hold what is none",
}


def day(at: str | None) -> str:
    """Date and time of day here, for people."""
    found = moment(at)
    return f"{found.astimezone():%Y-%m-%d %H:%M}" if found else "never"


def unread(failures: Sequence[Mapping[str, str]], ok_at: str | None, runs: int) -> Iterator[str]:
    """On a source parts of which could not be read."""
    since = f"last read whole {day(ok_at)}" if ok_at else "never read whole so far"
    how_often = f" (failed {runs} runs in a row; {since})" if runs > 1 else f" (failed in the last run; {since})"
    for failure in failures:
        told = _UNREAD.get(failure["kind"])
        yield f"{failure['address']}: {failure['message']}{f'; {told}' if told else ''}{how_often}"
        how_often = ""


def unfetched(tried: Sums, runs: int) -> str:
    """On a source none of whose pages could be fetched."""
    when = f"in the last {runs} runs" if runs > 1 else "in the last run"
    worst = max(tried.errors, key=lambda kind: tried.errors[kind], default="")
    advice = _ERRORS.get(worst, _OUTCOMES["error"])
    return f"none of the {tried.fetched} pages tried {when} could be fetched ({counted(tried.errors)}); {advice}"


def unlisted(runs: int, article_at: str | None) -> str:
    """On a source that lists nothing."""
    return (
        f"lists no links any more, {runs} runs in a row (last article: {day(article_at)}); open its addresses, and see "
        "whether it has moved (`scraper job new URL` finds feeds)"
    )


def fruitless(tried: Sums, runs: int, article_at: str | None) -> str:
    """On a source whose links gave no article."""
    worst = max(tried.outcomes, key=lambda outcome: tried.outcomes[outcome], default="error")
    return (
        f"no article, {runs} runs in a row: {tried.fetched} pages tried ({counted(tried.outcomes)}; last article: "
        f"{day(article_at)}); {_OUTCOMES.get(worst, _LOOK)}"
    )


def silent(since: timedelta, longest: timedelta) -> str:
    """On a source that gives nothing new."""
    return f"nothing new for {span(since)}; never before for more than {span(longest)}; see whether it has moved"


def poor(week: int, usual: float) -> str:
    """On a source that gives far fewer articles than it did."""
    return (
        f"{week} new articles in the last 7 days, where {usual:,.0f} a week are usual; see whether it lists all that "
        "it publishes, and whether `include`, `exclude` and `limit` still fit"
    )


def drifted(changes: Sequence[Change], example: str | None) -> Iterator[str]:
    """On what has changed in what a source gives: a sentence for each kind of mix, for each field and each rule."""
    found = [change for change in changes if change.drifts]
    for (kind, apart), group in groupby(found, key=lambda one: (one.kind, one.name if _alone(one) else "")):
        many = list(group)
        told = f"{_measure(kind, apart, many, changes)}; {_DRIFT[kind]}"
        if kind == "outcome":
            told = f"{_measure(kind, apart, many, changes)}; {_OUTCOMES.get(_grown(many), _LOOK)}"
        yield f"{told}{f': {example}' if example and kind in ('field', 'words', 'delivered', 'access') else ''}"


def _alone(change: Change) -> bool:
    """Whether a measure stands by itself; others are parts of a mix."""
    return change.kind in ("field", "rule")


def _grown(many: Iterable[Change]) -> str:
    return max(many, key=lambda one: one.now - one.before).name


def _measure(kind: Kind, name: str, many: Sequence[Change], changes: Sequence[Change]) -> str:
    one = many[0]
    if kind == "words":
        return f"articles have some {one.now:,.0f} words (the last {one.articles}), {one.before:,.0f} before"
    if kind == "removed":
        return f"{one.now:.1f} texts are removed of an article (the last {one.articles}), {one.before:.1f} before"
    if kind == "field":
        return f"`{name}` is filled in {one.now:.0%} of the last {one.articles} articles, in {one.before:.0%} before"
    if kind == "rule":
        return f"rule `{name}` hits {one.now:.0%} of the last {one.articles} articles, {one.before:.0%} before"
    mix = [change for change in changes if change.kind == kind]
    now, before = (max(mix, key=lambda change: getattr(change, when)) for when in ("now", "before"))
    if now.name == before.name:
        now = before = max(many, key=lambda change: abs(change.now - change.before))
    what = "pages" if kind == "outcome" else "articles"
    label = {"access": "access: ", "delivered": "delivered: "}.get(kind, "")
    then = f"{before.before:.0%} {before.name}" if before.name != now.name else f"{before.before:.0%}"
    return f"{label}{now.now:.0%} of the last {now.articles} {what} are {now.name}, {then} before"


def counted(counts: Mapping[str, int]) -> str:
    """Counts with what they count, the greatest first."""
    return ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def span(time: timedelta) -> str:
    """A length of time, in its greatest unit."""
    minutes = round(time.total_seconds() / 60)
    for unit, size in (("d", 60 * 24), ("h", 60)):
        if minutes >= 2 * size or (unit == "h" and minutes >= size):
            return f"{minutes // size} {unit}"
    return f"{minutes} min"
