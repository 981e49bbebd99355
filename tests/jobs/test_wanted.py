"""Which links are wanted, and when a page that is known is fetched again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.config import Source
from scraper.discovery.link import Link
from scraper.jobs.wanted import is_later, is_older, selected, why_due
from scraper.stores.pages import Known

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
FETCHED = "2026-11-26T10:00:00+00:00"
URL = "https://paper.example/a"


def known(*, due: bool = False, stamp: str | None = None, fetched: str | None = FETCHED, idle: int = 0) -> Known:
    return Known("2026-11-27T00:00:00+00:00" if due else None, stamp, fetched, idle)


@pytest.mark.parametrize(
    ("before", "stamp", "settings", "why"),
    [
        pytest.param(None, None, {}, "new", id="never seen"),
        pytest.param(known(), None, {}, None, id="nothing said"),
        pytest.param(known(), "2026-11-26T11:00:00Z", {}, "changed", id="changed after the fetch"),
        pytest.param(known(), "2026-11-26T11:30:00+02:00", {}, None, id="changed before the fetch, by another clock"),
        pytest.param(known(), "2026-11-26", {}, None, id="a bare day is its first moment"),
        pytest.param(known(stamp="2026-11-26T09:00:00Z"), "2026-11-26T09:30:00Z", {}, "changed", id="a later stamp"),
        pytest.param(known(stamp="2026-11-26T09:30:00Z"), "2026-11-26T09:30:00Z", {}, None, id="the same stamp"),
        pytest.param(known(stamp="2026-11-26T09:30:00Z"), "2026-11-26T09:00:00Z", {}, None, id="an earlier stamp"),
        pytest.param(known(due=True), "2026-11-26T11:00:00Z", {}, None, id="due already"),
        pytest.param(known(idle=4), "2026-11-26T11:00:00Z", {}, "changed", id="wrong four times, two hours ago"),
        pytest.param(known(idle=5), "2026-11-26T11:00:00Z", {}, None, id="wrong five times, two hours ago"),
        pytest.param(known(), None, {"recheck_hours": 2}, "recheck", id="time to look again"),
        pytest.param(known(), None, {"recheck_hours": 3}, None, id="not yet time"),
        pytest.param(known(fetched=None), None, {"recheck_hours": 3}, "recheck", id="known, and never fetched"),
    ],
)
def test_why_a_page_is_due(
    before: Known | None, stamp: str | None, settings: dict[str, float], why: str | None
) -> None:
    link = Link(URL, modified_at=stamp)
    assert why_due(link, before, Source.model_validate(settings), NOW) == why


@pytest.mark.parametrize("before", [known(), known(due=True)])
def test_force_makes_everything_due(before: Known) -> None:
    assert why_due(Link(URL), before, Source(), NOW, force=True) == "forced"


def test_links_of_one_page_are_one_and_tracking_is_off() -> None:
    links = [Link(f"{URL}?utm_source=feed&id=1"), Link(f"{URL}?id=1#top"), Link(f"{URL}?id=2")]
    chosen = selected(links, Source(), NOW)
    assert [link.url for link in chosen.links.values()] == [f"{URL}?id=1", f"{URL}?id=2"]
    assert chosen.left_out == {"duplicate": 1}


@pytest.mark.parametrize(
    ("url", "date", "reason"),
    [
        ("https://paper.example/news/1", None, None),
        ("https://paper.example/sport/1", None, "not included"),
        ("https://paper.example/news/video", None, "excluded"),
        ("https://paper.example/news/1", "2026-11-20T11:00:00Z", "old"),
        ("https://paper.example/news/1", "2026-11-21T13:00:00Z", None),
        ("https://paper.example/news/1", "2026-11-21", None),
        ("https://paper.example/news/1", "2026-11-20", "old"),
    ],
)
def test_links_are_chosen_by_pattern_and_age(url: str, date: str | None, reason: str | None) -> None:
    source = Source(include=("/news/",), exclude=("video$",), max_age_days=5)
    chosen = selected([Link(url, published_at=date)], source, NOW)
    assert dict(chosen.left_out) == ({reason: 1} if reason else {})


@given(
    st.lists(
        st.sampled_from([f"https://h.example/{path}" for path in ("a", "b", "a#x", "a?utm_source=1", "c?b=1&a=2")])
    )
)
def test_every_link_is_chosen_or_counted_and_order_is_kept(urls: list[str]) -> None:
    chosen = selected(map(Link, urls), Source(exclude=("/b",)), NOW)
    assert len(chosen.links) + sum(chosen.left_out.values()) == len(urls)
    firsts = list(dict.fromkeys(url.partition("#")[0].partition("?utm")[0] for url in urls if "/b" not in url))
    assert [link.url.partition("#")[0] for link in chosen.links.values()] == firsts


@given(st.datetimes(timezones=st.timezones()), st.timedeltas(timedelta(seconds=1), timedelta(days=400)))
def test_later_and_older_agree(moment: datetime, step: timedelta) -> None:
    early, late = moment.astimezone(UTC), None
    try:
        late = early + step
    except OverflowError:
        return
    assert is_later(late.isoformat(), early.isoformat())
    assert not is_later(early.isoformat(), late.isoformat())
    assert is_older(early.isoformat(), late)
    assert not is_later(None, early.isoformat())
