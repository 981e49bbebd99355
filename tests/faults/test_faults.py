"""Every fault of the table, against the fetcher."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from scraper.executors.local import fetch_articles
from scraper.pipeline import process
from tests.faults.cases import BOMBS, BROKEN, CASES, LATER, PAGES, REDIRECTS, ROBOTS, STALLS
from tests.faults.laws import cancelled, polite
from tests.faults.modes import DOORS, SCRIPTS
from tests.faults.modes import ROBOTS as SCRIPTS_OF_ROBOTS
from tests.faults.run import fetcher, hostile, play, url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from scraper.article import Article
    from tests.faults.cases import Case
    from tests.faults.laws import Law
    from tests.faults.run import Result


async def played(cases: Sequence[Case], *, at_once: bool = False) -> list[Result]:
    async with hostile() as server:
        if at_once:
            return await asyncio.gather(*(play(case, server, alone=False) for case in cases))
        return [await play(case, server) for case in cases]


def faults(results: Sequence[Result]) -> dict[str, tuple[str, ...]]:
    return {result.case.name: result.faults for result in results if result.faults}


def test_every_mode_has_a_case() -> None:
    used = {case.path for case in CASES} | {"/page/consent-wall/consent"}
    assert set(SCRIPTS) <= used
    assert set(SCRIPTS_OF_ROBOTS) == {case.robots for case in ROBOTS}
    assert set(DOORS) <= {case.base for case in CASES}


def test_whatever_stalls_ends_with_the_deadline() -> None:
    assert len(STALLS) >= 12
    busy = [case for case in STALLS if case.path == "/stall/dust"]
    assert faults(asyncio.run(played([case for case in STALLS if case not in busy], at_once=True))) == {}
    assert faults(asyncio.run(played(busy))) == {}


def test_no_request_comes_earlier_than_retry_after_says_in_any_form() -> None:
    assert faults(asyncio.run(played(LATER, at_once=True))) == {}


def test_no_page_is_asked_for_unless_robots_txt_allows_it() -> None:
    assert len(ROBOTS) >= 15
    assert faults(asyncio.run(played(ROBOTS))) == {}


@pytest.mark.parametrize("group", [BOMBS, BROKEN, REDIRECTS, PAGES], ids=["bombs", "broken", "redirects", "pages"])
def test_whatever_is_sent_ends_as_it_should_in_bounded_memory(group: Sequence[Case]) -> None:
    assert faults(asyncio.run(played(group))) == {}


def test_a_batch_goes_on_past_what_breaks_and_refuses_with_a_record_for_each_in_order() -> None:
    cases = (*BROKEN, *REDIRECTS, *PAGES)

    async def whole() -> list[Article]:
        async with hostile() as server, fetcher(workers=8, deadline=20) as client:
            urls = [url_of(case, server) for case in cases]
            return [article async for article in fetch_articles(urls, client, process=process)]

    records = asyncio.run(whole())
    ends = [f"{record.outcome} {record.error.kind}" if record.error else record.outcome for record in records]
    wrong = [(case.name, end) for case, end in zip(cases, ends, strict=True) if end != case.ends]
    assert wrong == []


@pytest.mark.parametrize("law", [cancelled, polite], ids=["cancelled", "polite"])
def test_laws_hold_over_many_fetches(law: Callable[[], Coroutine[None, None, Law]]) -> None:
    found = asyncio.run(law())
    assert found.holds, found
