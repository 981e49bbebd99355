"""Fifty sources of which ten are broken, each in its own way: the others are read whole, and each fault is told."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tests.jobs.newsstand import judge, records, url, write_job
from tests.press.asking import needs_hosts
from tests.press.broken import TEN
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.jobs.nursery import Nursery

pytestmark = needs_hosts

DEADLINE = 3.0
TOLD: Final[Mapping[str, tuple[str, str]]] = {
    "refused": ("no connection", "check the host and the network"),
    "not_found": ("answered with status 404", "look up the new one"),
    "server_error": ("answered with status 500", "the next run asks again"),
    "entity_bomb": ("declares XML entities", "use its feeds"),
    "redirect_loop": ("redirects in a circle", "check the address"),
    "html": ("but an HTML page", "look up the feed's address"),
    "cut_off": ("breaks before its first entry", "tell the site"),
    "robots_denied": ("disallowed by the robots.txt", "ask the site for leave"),
    "gzip_bomb": ("answers more than 10485760 bytes", "raise max_bytes"),
    "stall": ("not done within 3 s", "try again"),
}
"""What is the matter, and what to do."""


def test_ten_of_fifty_sources_fail_in_ten_ways_and_forty_are_read_whole(tmp_path: Path, nursery: Nursery) -> None:
    with serve(Press(papers=50, pages=2, broken=True)) as served:
        press = served.press
        asking = {"deadline": DEADLINE, "read_timeout": DEADLINE, "attempts": 2, "backoff": 0.1}
        job, begun = write_job(tmp_path, press, fetch=asking), time.monotonic()
        code, said = nursery.done(job)
        took, found = time.monotonic() - begun, records(tmp_path)
    verdict = judge(press, found)
    broken = {url(press, article) for k in range(10) for article in press.articles(k)}
    assert code == 3
    assert set(verdict.lost) == broken
    assert replace(verdict, lost=()).clean
    assert took < 30
    told = json.loads(job.with_suffix(".json").read_text())["sources"]
    assert [name for name, source in told.items() if source["diagnosis"]] == [press.paper(k).name for k in range(10)]
    for k, way in enumerate(TEN):
        diagnosis = told[press.paper(k).name]["diagnosis"]
        assert diagnosis.startswith(f"{press.source(k).address}: ")
        assert all(part in diagnosis for part in TOLD[way]), diagnosis
        assert f"{press.paper(k).name}: {diagnosis}" in said
