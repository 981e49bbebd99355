"""Whether what a source gives has changed against its own past: statistics on what its fetches came to, run by run.

The newest articles are compared with all that came before, twice: the last 20 or so, in which only a great change is
told from chance, and the last 100, in which a lesser one is. A change is flagged where it is both beyond chance and
great enough to matter. The tests:

- Shares (a field is filled, a rule hits, an access state, an outcome): Fisher's exact test, two-sided, p < 1e-6. So
  strict a level since some 50 shares of each source are tested, after each run: it leaves a chance of about 1 in 10,000
  a look. A real break is far beyond it: of 20 articles 2 with authors, where 95 % had some, are p = 1e-15.
- Length: difference of the mean logarithms of the words, in its standard errors (Welch), since lengths are skewed and
  their logarithms nearly normal. It is one test, so 4 standard errors (p = 6e-5) are enough.
- Texts that rules take from an article, in all: ratio of two rates on the logarithmic scale, variance inflated as for a
  geometric distribution, whose variance is mean + mean²: removals come in clusters, and a Poisson test would cry wolf.

Articles of a run are alike, and weekends are unlike weekdays: shares then vary more from window to window than chance
has it. By how much is estimated from the past, as in Laney's p' chart (Laney, "Improved control charts for
attributes", Quality Engineering 14, 2002): from the differences of windows that follow one another, by their median
(Bryce, Gaudard and Joiner 1997), so that one real change in the past does not make the program blind for the next. The
counts are then made smaller accordingly before they are tested (Rao and Scott, Biometrics 48, 1992).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from scraper.jobs.sums import FIELDS, Sums, total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Kind: TypeAlias = Literal["field", "access", "delivered", "outcome", "rule", "removed", "words"]

OLDER: Final = 50
"""Articles that the past must have, at least."""
CHANCE: Final = 1e-6
"""Probability below which the change of a share is not taken for chance."""
ERRORS: Final = 4.0
"""Standard errors beyond which the change of a mean or rate is not taken for chance."""
RATE: Final = 3.0
"""Least factor by which the texts that rules take from an article must have changed."""
WINDOWS: Final = 6
"""Windows of the past that it takes to tell how much they vary."""
MEDIAN_RANGE: Final = 0.954
"""Median difference of two values that are normal, in their standard deviations."""
_COUNTERS: Final[Mapping[Kind, str]] = {"field": "filled", "access": "access", "delivered": "delivered"}
PASSING: Final = ("error", "unchanged")
"""Outcomes that say nothing of what a site's pages are like."""


class Scale(NamedTuple):
    """A number of newest articles, and the changes that are flagged in them: of a share, and of length as a factor."""

    articles: int
    share: float
    words: float


SCALES: Final = (Scale(20, 0.3, 1.5), Scale(100, 0.2, 1.3))


@dataclass(frozen=True, slots=True)
class Change:
    """One measure, `before` and `now`: in the newest `articles`; `drifts` where it has changed beyond chance.

    Shares are those of the articles, those of outcomes of the pages that could be fetched; `words` is the geometric
    mean, `removed` how many texts rules take from an article.
    """

    kind: Kind
    name: str
    before: float
    now: float
    articles: int
    drifts: bool


class Part(NamedTuple):
    """Some of a number."""

    some: int
    of: int


def drift(runs: Sequence[Sums]) -> tuple[Change, ...]:
    """Every measure of a source whose `runs` came to these sums, the oldest first; none where there is too little past.

    Of the two scales, that on which a measure drifts, else the smaller.
    """
    found: dict[tuple[Kind, str], Change] = {}
    views = (
        (runs, _articles, _of_articles),
        (_by_same_rules(runs), _articles, _of_rules),
        (runs, answers, _of_answers),
    )
    for parts, size, measures in views:
        put_together = parts
        for scale in SCALES:
            # The windows of the larger scale are put together of those of the smaller one.
            newest_first = windows(put_together, scale.articles, size)
            put_together = newest_first[::-1]
            if sum(map(size, newest_first[1:])) < OLDER:
                break
            for change in measures(scale, newest_first):
                key = change.kind, change.name
                if key not in found or (change.drifts and not found[key].drifts):
                    found[key] = change
    return tuple(found.values())


def _by_same_rules(runs: Sequence[Sums]) -> list[Sums]:
    """Those of `runs` whose articles were cleaned by the rules of the newest: an update of them is no drift."""
    newest = next((one.versions for one in reversed(runs) if one.versions), {})
    return [one for one in runs if not newest or newest.keys() & one.versions.keys()]


def windows(runs: Sequence[Sums], least: int, size: Callable[[Sums], int]) -> list[Sums]:
    """`runs` put together until each window has the `least` size, from the newest; the newest window first."""
    found: list[Sums] = []
    gathered: list[Sums] = []
    for run in reversed(runs):
        gathered.append(run)
        if sum(map(size, gathered)) >= least:
            found.append(total(gathered))
            gathered = []
    if gathered and found:
        found[-1] = total((found[-1], *gathered))
    return found


def _of_articles(scale: Scale, parts: Sequence[Sums]) -> Iterator[Change]:
    """Every measure of articles on one scale; `parts` are the windows, the newest first."""
    for kind, counter in _COUNTERS.items():
        for name in FIELDS if kind == "field" else _names(parts, counter):
            yield _share(scale, kind, name, [Part(getattr(one, counter).get(name, 0), one.articles) for one in parts])
    yield _words(scale, parts)


def _of_rules(scale: Scale, parts: Sequence[Sums]) -> Iterator[Change]:
    """Every measure of what rules take, on one scale."""
    for name in _names(parts, "hit"):
        yield _share(scale, "rule", name, [Part(one.hit.get(name, 0), one.articles) for one in parts])
    yield _removed(parts)


def _of_answers(scale: Scale, parts: Sequence[Sums]) -> Iterator[Change]:
    """Every measure of pages on one scale."""
    for name in _names(parts, "outcomes"):
        if name not in PASSING:
            yield _share(scale, "outcome", name, [Part(one.outcomes.get(name, 0), answers(one)) for one in parts])


def answers(sums: Sums) -> int:
    """Fetches that tell what a site's pages are like: all but those that failed or found nothing changed."""
    return sums.fetched - sum(sums.outcomes.get(outcome, 0) for outcome in PASSING)


def _articles(sums: Sums) -> int:
    return sums.articles


def _names(many: Sequence[Sums], counter: str) -> list[str]:
    return sorted({name for sums in many for name in getattr(sums, counter)})


def _share(scale: Scale, kind: Kind, name: str, parts: Sequence[Part]) -> Change:
    newest, *past = parts
    before = Part(sum(part.some for part in past), sum(part.of for part in past))
    was, now = before.some / before.of, newest.some / newest.of
    drifts = abs(now - was) >= scale.share and chance(before, newest, effect(past)) < CHANCE
    return Change(kind, name, was, now, newest.of, drifts)


def effect(parts: Sequence[Part]) -> float:
    """How much more shares vary than chance has it, as a factor of their variance; 1 where that cannot be told."""
    some, of = sum(part.some for part in parts), sum(part.of for part in parts)
    if len(parts) < WINDOWS or some in (0, of):
        return 1.0
    mean = some / of
    scores = [(part.some / part.of - mean) / math.sqrt(mean * (1 - mean) / part.of) for part in parts]
    return _spread(scores)


def _spread(scores: Sequence[float]) -> float:
    """Variance of values of variance 1, if nothing but chance were in them; at least 1.

    Few values do not tell it well: it counts as far as it is beyond what chance makes of it (two standard errors).
    """
    ranges = [abs(one - other) for one, other in pairwise(scores)]
    return max(1.0, (median(ranges) / MEDIAN_RANGE) ** 2 / (1 + 2 * math.sqrt(2 / len(ranges))))


def chance(before: Part, now: Part, effect: float = 1.0) -> float:
    """Probability that two shares differ so much by chance (Fisher's exact test), their counts made smaller first."""
    a, n, b, m = (round(count / effect) for count in (now.some, now.of, before.some, before.of))
    weights = [_log_choose(n, some) + _log_choose(m, a + b - some) for some in range(max(0, a + b - m), a + 1)]
    further = range(a, min(n, a + b) + 1)
    upper = [_log_choose(n, some) + _log_choose(m, a + b - some) for some in further]
    whole = _log_choose(n + m, a + b)
    tail = min(sum(math.exp(weight - whole) for weight in side) for side in (weights, upper))
    return min(1.0, 2 * tail)


def _log_choose(of: int, some: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(some + 1) - math.lgamma(of - some + 1)


class _Logs(NamedTuple):
    """Number, mean and variance of the logarithms of lengths."""

    of: int
    mean: float
    variance: float


def _logs(sums: Sums) -> _Logs:
    """Of the lengths that are counted: each stands in the middle of its half octave."""
    counts = [(math.log(max(1, int(row)) * 2**0.25), count) for row, count in sums.lengths.items()]
    of = sum(count for _, count in counts)
    if not of:
        return _Logs(0, 0.0, 0.0)
    mean = sum(value * count for value, count in counts) / of
    squares = sum((value - mean) ** 2 * count for value, count in counts)
    return _Logs(of, mean, squares / max(1, of - 1) + _WITHIN)


_WITHIN: Final = math.log(2**0.5) ** 2 / 12
"""Variance of logarithms within a half octave."""


def _words(scale: Scale, parts: Sequence[Sums]) -> Change:
    newest, past = _logs(parts[0]), _logs(total(parts[1:]))
    if not newest.of or not past.of:
        return Change("words", "", 0.0, 0.0, newest.of, drifts=False)
    error = math.sqrt(max(newest.variance, past.variance) / newest.of + past.variance / past.of)
    older = [one for one in map(_logs, parts[1:]) if one.of]
    scores = [(one.mean - past.mean) / math.sqrt(past.variance / one.of) for one in older]
    varies = math.sqrt(_spread(scores)) if len(scores) >= WINDOWS else 1.0
    differs = abs(newest.mean - past.mean)
    drifts = differs >= math.log(scale.words) and differs / (error * varies) >= ERRORS
    return Change("words", "", math.exp(past.mean), math.exp(newest.mean), newest.of, drifts)


def _removed(parts: Sequence[Sums]) -> Change:
    newest, past = (Part(sum(sums.rules.values()), sums.articles) for sums in (parts[0], total(parts[1:])))
    was, now = past.some / past.of, newest.some / newest.of
    ratio = math.log((now + 0.5 / newest.of) / (was + 0.5 / past.of))
    error = math.sqrt((1 + was) * (1 / (newest.some + 0.5) + 1 / (past.some + 0.5)))
    drifts = abs(ratio) >= math.log(RATE) and abs(ratio) / error >= ERRORS
    return Change("removed", "", was, now, newest.of, drifts)
