"""How sources are judged: what is flagged, and above all what is not."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest

from scraper.jobs.health.drift import Part, chance, drift
from scraper.jobs.health.health import BLOCK, BLOCKS, KEPT, Past, added_up, empty_runs, judged
from scraper.jobs.summary import SourceFailure, SourceSummary
from scraper.jobs.sums import FIELDS, Sums, length, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NOW: Final = datetime(2026, 3, 4, 8, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
RULES: Final = tuple(f"rule_{number}" for number in range(20))
HEALTHY: Final = 1000


@dataclass(frozen=True)
class Like:
    """What the articles of a source are like: how often a field is filled, a rule hits; how long they are."""

    filled: Mapping[str, float]
    hit: Mapping[str, float]
    free: float = 1.0
    preview: float = 0.0
    median: float = 400.0
    spread: float = 0.7

    def run(self, random: np.random.Generator, articles: int) -> Sums:
        """What a run comes to that gives so many articles."""
        hits = drawn(random, articles, self.hit)
        words = [max(1, int(word)) for word in random.lognormal(math.log(self.median), self.spread, articles)]
        free, cut = (int(random.binomial(articles, rate)) for rate in (self.free, self.preview))
        return Sums(
            fetched=articles,
            written=articles,
            new=articles,
            words=sum(words),
            outcomes={"article": articles},
            filled=drawn(random, articles, self.filled),
            hit=hits,
            rules={name: 2 * count for name, count in hits.items()},
            access={"free": free, "subscription": articles - free},
            delivered={"full": articles - cut, "preview": cut},
            lengths=Counter(map(length, words)),
        )


def drawn(random: np.random.Generator, articles: int, rates: Mapping[str, float]) -> dict[str, int]:
    counts = random.binomial(articles, list(rates.values())).tolist()
    return {name: count for name, count in zip(rates, counts, strict=True) if count}


PAPER: Final = Like(
    dict(zip(FIELDS, (1, 0.9, 0.95, 1, 0.4, 0.8, 0.5, 0.97), strict=True)),
    dict(zip(RULES, (0, 0, 0.02, 0.1, 0.5, 0.9, 1, 0, *[0.05] * 12), strict=True)),
)


def of_chance(random: np.random.Generator) -> Like:
    rates = (0.0, 0.02, 0.3, 0.5, 0.8, 0.95, 1.0)
    return Like(
        {name: float(random.choice(rates)) for name in FIELDS},
        {name: float(random.choice(rates)) for name in RULES},
        free=float(random.random()),
        preview=float(random.random()),
        spread=float(random.uniform(0.3, 0.9)),
    )


def varied(like: Like, random: np.random.Generator, by: float) -> Like:
    """As articles of one run are alike: their rates are not quite the source's."""

    def moved(rates: Mapping[str, float]) -> dict[str, float]:
        return {
            name: min(1.0, max(0.0, rate + move * 4 * rate * (1 - rate)))
            for (name, rate), move in zip(rates.items(), random.normal(0, by, len(rates)), strict=True)
        }

    return replace(like, filled=moved(like.filled), hit=moved(like.hit))


def past(runs: Sequence[Sums], **row: Any) -> Past:  # noqa: ANN401 - a row's own
    """A source whose `runs` came every hour, the last one now."""
    began = [(NOW - HOUR * (len(runs) - at)).isoformat() for at in range(len(runs))]
    at = NOW.isoformat()
    whole = {"run": len(runs), "read_at": at, "ok_at": at, "article_at": at, "listed": 30, "empty_runs": 0}
    return Past("paper", {**whole, "failures": [], **row}, tuple(zip(began, runs, strict=True)), began, "https://x/1")


def history(random: np.random.Generator, like: Like, runs: int, by: float = 0.0) -> list[Sums]:
    counts = [int(count) for count in random.geometric(0.25, runs)]
    return [varied(like, random, by).run(random, count) for count in counts]


@pytest.mark.parametrize("by", [0.0, 0.1], ids=["chance alone", "runs that differ"])
def test_of_1000_healthy_histories_less_than_1_in_100_is_flagged(by: float) -> None:
    random = np.random.default_rng(7)
    found = [judged(past(history(random, of_chance(random), 40, by))) for _ in range(HEALTHY // 2)]
    assert sum(bool(health.flags) for health in found) < HEALTHY // 2 / 100


@pytest.mark.slow
def test_looking_after_each_run_raises_no_alarm_either() -> None:
    random = np.random.default_rng(11)
    alarms = looks = 0
    for _ in range(10):
        runs = history(random, of_chance(random), 120, 0.1)
        alarms += sum(bool(judged(past(runs[:count])).flags) for count in range(20, 120, 2))
        looks += 50
    assert alarms <= looks / 500


@pytest.mark.parametrize(
    ("like", "told"),
    [
        (replace(PAPER, filled={**PAPER.filled, "authors": 0.1}), "`authors` is filled in"),
        (replace(PAPER, preview=1.0), "of the last 2"),
        (replace(PAPER, hit={**PAPER.hit, "rule_0": 1.0}), "rule `rule_0` hits 100%"),
        (replace(PAPER, hit={**PAPER.hit, "rule_6": 0.0}), "rule `rule_6` hits 0%"),
        (replace(PAPER, free=0.0), "access: 100% of the last"),
    ],
    ids=["authors gone", "previews", "a rule hits all", "a rule hits none", "a paywall"],
)
def test_drift_is_flagged_within_25_articles(like: Like, told: str) -> None:
    for seed in range(20):
        random = np.random.default_rng(seed)
        before = history(random, PAPER, 40)
        after = [like.run(random, 5) for _ in range(5)]
        health = judged(past([*before, *after]))
        assert health.state == "drifting"
        assert any(told in flag for flag in health.flags), health.flags


def test_text_of_half_its_length_is_flagged_within_40_articles_nearly_always() -> None:
    found = []
    for seed in range(100):
        random = np.random.default_rng(seed)
        half = replace(PAPER, median=200.0).run(random, 40)
        found.append(judged(past([*history(random, PAPER, 60), half])).flags)
    assert sum(any("words" in flag for flag in flags) for flags in found) >= 90


def test_lesser_drift_is_flagged_after_100_articles() -> None:
    random = np.random.default_rng(4)
    like = replace(PAPER, filled={**PAPER.filled, "authors": 0.6})
    runs = [*history(random, PAPER, 100), *(like.run(random, 5) for _ in range(20))]
    assert "`authors` is filled in" in judged(past(runs)).flags[0]


def test_drift_stays_flagged_while_the_past_is_longer() -> None:
    random = np.random.default_rng(5)
    runs = [PAPER.run(random, 5) for _ in range(150)]
    like = replace(PAPER, filled={**PAPER.filled, "authors": 0.05})
    for _ in range(60):
        runs.append(like.run(random, 5))
        if len(runs) > 156:
            assert any("authors" in flag for flag in judged(past(runs)).flags), len(runs)


def test_rules_that_were_updated_are_compared_with_themselves_alone() -> None:
    random = np.random.default_rng(5)
    hits = replace(PAPER, hit={**PAPER.hit, "rule_0": 1.0})
    before = [replace(sums, versions={"old": sums.articles}) for sums in history(random, PAPER, 60)]
    after = [replace(hits.run(random, 5), versions={"new": 5}) for _ in range(30)]
    assert judged(past([*before, *after])).flags == ()
    worse = replace(PAPER, hit={**PAPER.hit, "rule_0": 1.0, "rule_7": 1.0})
    later = [replace(worse.run(random, 5), versions={"new": 5}) for _ in range(5)]
    assert [flag.split()[:3] for flag in judged(past([*before, *after, *later])).flags] == [
        ["rule", "`rule_7`", "hits"]
    ]


def test_change_is_how_the_source_is_after_some_40_days() -> None:
    random = np.random.default_rng(5)
    like = replace(PAPER, filled={**PAPER.filled, "authors": 0.05})
    for days, flagged in ((1, True), (35, True), (50, False)):
        sums = [(PAPER if left >= days else like).run(random, 24) for left in reversed(range(120))]
        runs = tuple(((NOW - DAY * (120 - at)).isoformat(), one) for at, one in enumerate(sums))
        assert bool(judged(replace(past([Sums()]), runs=runs)).flags) is flagged, days


def test_too_little_past_tells_nothing() -> None:
    random = np.random.default_rng(1)
    assert drift([PAPER.run(random, 10) for _ in range(6)]) == ()
    assert drift([]) == ()
    assert judged(past([], run=1)).state == "well"


def test_pages_of_another_kind_are_flagged_with_what_to_do() -> None:
    walls = Sums(fetched=25, outcomes={"consent_wall": 22, "article": 3}, access={"free": 3}, delivered={"full": 3})
    health = judged(past([*history(np.random.default_rng(2), PAPER, 40), walls]))
    assert health.state == "drifting"
    assert "88% of the last 25 pages are consent_wall, 100% article before; a consent page" in health.flags[0]


def test_night_of_failures_is_no_drift() -> None:
    down = Sums(fetched=40, outcomes={"error": 40}, errors={"http_status": 40})
    assert judged(past([*history(np.random.default_rng(2), PAPER, 40), down])).flags == ()


def test_fishers_exact_test_gives_what_is_known() -> None:
    # Fisher's tea: 3 of 4 against 1 of 4, two-sided p = 0.4857.
    assert chance(Part(1, 4), Part(3, 4)) == pytest.approx(0.4857, abs=1e-4)
    assert chance(Part(95, 100), Part(2, 20)) < 1e-13
    assert chance(Part(0, 50), Part(0, 20)) == 1.0


FAILED: Final = {"address": "https://x/feed", "kind": "http_status", "message": "answered with status 404"}


@pytest.mark.parametrize(("hours", "flagged"), [(1, False), (2, False), (3, True), (30, True)])
def test_source_that_cannot_be_read_is_flagged_after_three_runs(hours: int, *, flagged: bool) -> None:
    runs = history(np.random.default_rng(2), PAPER, 40)
    ok_at = NOW - HOUR * hours - timedelta(minutes=30)
    health = judged(past(runs, failures=[FAILED], ok_at=ok_at.isoformat(), empty_runs=hours, listed=0))
    assert (health.state, bool(health.flags)) == ("failing", flagged)
    assert "https://x/feed: answered with status 404" in (*health.flags, *health.notes)[0]


def source(listed: int = 20, due: int = 0, **outcomes: int) -> SourceSummary:
    errors = {"http_status": outcomes["error"]} if "error" in outcomes else {}
    return SourceSummary(listed, due, sums=Sums(fetched=sum(outcomes.values()), outcomes=outcomes, errors=errors))


@pytest.mark.parametrize(
    ("runs", "empty"),
    [
        ([source(listed=0)] * 3, 3),
        ([SourceSummary(failures=(SourceFailure("https://x/feed", "http_status", "500"),))] * 3, 3),
        ([source(due=20, error=20), source(error=20), source(error=20)], 3),
        ([source()] * 30, 0),
        ([source(due=5, blocked=5)] * 3, 3),
        ([source(due=100)] * 3, 0),
        ([source(due=100, article=1)] * 3, 0),
        ([source(unchanged=3)] * 3, 0),
        ([source(error=1)] * 9, 0),
        ([source(listed=0), source(listed=0), source(due=1, article=1)], 0),
        ([source(listed=0), source(), source(listed=0), source(), source(listed=0)], 3),
    ],
    ids=[
        "feed of no entry",
        "feed answers 500",
        "every page answers 503",
        "feed unchanged for days",
        "every page blocked",
        "ended before it fetched",
        "limit reached",
        "pages unchanged",
        "one page fails and fails",
        "empty, and well again",
        "runs without anything new between",
    ],
)
def test_runs_that_gave_nothing_are_counted(runs: Sequence[SourceSummary], empty: int) -> None:
    count = 0
    for run in runs:
        count = empty_runs(count, run)
    assert count == empty


def test_source_that_never_gave_an_article_is_empty_in_every_further_run() -> None:
    runs = [source(), source(due=5, gone=5), source(), source()]
    counts = [0]
    for run in runs:
        counts.append(empty_runs(counts[-1], run, ever=False))
    assert counts == [0, 0, 1, 2, 3]


def test_source_that_gave_nothing_three_runs_in_a_row_is_flagged() -> None:
    random = np.random.default_rng(2)
    before = history(random, PAPER, 40)
    blocked = [Sums(fetched=1, outcomes={"blocked": 1})] * 3
    assert judged(past([*before, *blocked[:2]], empty_runs=2)).flags == ()
    for runs in ([*before, *blocked], blocked):
        health = judged(past(runs, empty_runs=3))
        assert health.state == "empty"
        assert "3 blocked" in health.flags[0]
        assert "the site refuses this program" in health.flags[0]
    assert "lists no links" in judged(past(before, empty_runs=3, listed=0)).flags[0]


def test_three_links_that_are_no_articles_are_chance_where_half_of_them_never_are() -> None:
    mixed = [Sums(fetched=4, new=2, outcomes={"article": 2, "not_article": 2}, delivered={"full": 2})] * 30
    video = [Sums(fetched=1, outcomes={"not_article": 1})]
    assert judged(past([*mixed, *video * 3], empty_runs=3)).state == "well"
    assert judged(past([*mixed, *video * 9], empty_runs=9)).state == "empty"


def test_pages_that_all_fail_are_noted_and_flagged_after_three_runs() -> None:
    down = Sums(fetched=4, outcomes={"error": 4}, errors={"deadline": 3, "connection": 1})
    before = history(np.random.default_rng(2), PAPER, 40)
    first, third = (judged(past([*before, *[down] * count], empty_runs=count)) for count in (1, 3))
    assert (first.state, first.flags, len(first.notes)) == ("failing", (), 1)
    assert "none of the 12 pages tried in the last 3 runs could be fetched (9 deadline, 3 conn" in third.flags[0]


def test_page_that_fails_again_and_again_is_no_fault_of_its_source() -> None:
    broken = [Sums(fetched=1, outcomes={"error": 1}, errors={"http_status": 1})] * 9
    assert judged(past([*history(np.random.default_rng(2), PAPER, 40), *broken], empty_runs=1)).state == "well"


def daily(days: int, new: int) -> list[tuple[str, Sums]]:
    one = Sums(fetched=new, new=new, outcomes={"article": new}, delivered={"full": new})
    return [((NOW - DAY * (days - at)).isoformat(), one) for at in range(days)]


def test_source_is_quiet_where_it_never_was_so_long() -> None:
    kept = past([Sums()])
    for silence, state in ((2, "well"), (4, "quiet")):
        health = judged(replace(kept, runs=daily(30 + silence, 2)[:30]))
        assert health.state == state
    assert health.flags == ("nothing new for 5 d; never before for more than 24 h; see whether it has moved",)


def test_source_that_gives_a_fifth_of_what_it_did_is_flagged_after_a_week() -> None:
    runs = daily(40, 10)
    thin = [(at, replace(sums, new=2)) for at, sums in runs[-8:]]
    health = judged(replace(past([Sums()]), runs=[*runs[:-8], *thin]))
    assert health.state == "quiet"
    assert health.flags[0].startswith("12 new articles in the last 7 days, where 67 a week are usual")


def test_past_is_kept_whole_in_bounded_room() -> None:
    sums: dict[int, dict[str, Any]] = {}
    one = Sums(fetched=3, new=2, outcomes={"article": 2, "error": 1}, errors={"deadline": 1})
    for run in range(1, 2001):
        for number, told in added_up([(run, one.told())], sums).items():
            if told is None:
                del sums[number]
            else:
                sums[number] = told
    kept = [Sums.read(told) for told in sums.values()]
    assert len(kept) <= KEPT + BLOCKS
    assert total(kept).articles == 2 * KEPT + BLOCK * BLOCKS
    assert all(BLOCK <= block.articles < 2 * BLOCK for block in kept[:-KEPT][:-1])
    assert added_up([], sums) == {}


def test_new_source_is_no_fault() -> None:
    assert judged(Past("paper")).state == "new"
    assert judged(Past("paper")).flags == ()
