"""Every fault of the table, against the fetcher."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from scraper.errors import FetchError
from tests.faults.cases import BOMBS, BROKEN, CASES, LATER, PAGES, REDIRECTS, ROBOTS, STALLS
from tests.faults.modes import DOORS, SCRIPTS
from tests.faults.modes import ROBOTS as SCRIPTS_OF_ROBOTS
from tests.faults.run import GRACE, fetcher, hostile, play

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scraper.fetchers.client import Fetcher
    from tests.faults.cases import Case
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


def test_after_five_hundred_cancelled_fetches_the_pool_serves_and_no_task_is_left() -> None:
    paths = ("/stall/head", "/stall/in-body", "/stall/drip-chunks", "/stall/chunk-size", "/stall/drip-head")

    async def cancelled(client: Fetcher, url: str, after: float) -> None:
        task = asyncio.create_task(client.fetch(url))
        await asyncio.sleep(after)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, FetchError):
            await task

    async def whole() -> tuple[int, int, int]:
        async with hostile() as server, fetcher(workers=50, deadline=30) as client:
            before = len(asyncio.all_tasks())
            for _ in range(10):
                hosts = [server.bases["http"].replace("127.0.0.1", f"host-{n}.test") for n in range(50)]
                urls = [host + paths[n % len(paths)] for n, host in enumerate(hosts)]
                await asyncio.gather(*(cancelled(client, url, 0.1 + 0.01 * n) for n, url in enumerate(urls)))
            page = await asyncio.wait_for(client.fetch(hosts[0] + "/fine"), 5)
            await asyncio.sleep(GRACE)  # the server's own tasks end when they see that the client is gone
            stalled = sum(len(server.asked(path)) for path in paths)
            server_tasks = len(server.talks)
            return page.status or 0, stalled, len(asyncio.all_tasks()) - before - server_tasks

    status, stalled, left = asyncio.run(whole())
    assert status == 200
    assert stalled > 300, "most of them were under way when they were cancelled"
    assert left <= 0
