"""Two machines at one job, their state in PostgreSQL: each page is fetched by one of them, also where one dies."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.jobs.newsstand import judge, records, write_job
from tests.press.asking import needs_hosts
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from tests.jobs.nursery import Nursery
    from tests.press.served import Served

pytestmark = needs_hosts
PRESS = Press(papers=40, pages=3)
LEASE = 3.0


def pages(served: Served) -> Counter[str]:
    """How often each page was answered."""
    counts: Counter[str] = Counter()
    for (host, path, _status), count in served.log.counts().items():
        if path.partition("?")[0].endswith(".html"):
            counts[host + path.partition("?")[0]] += count
    return counts


def two(folder: Path, press: Press, dsn: str) -> list[Path]:
    """One job, in a file for each machine."""
    job = write_job(folder, press, state=dsn, fetch={"workers": 1})
    return [Path(shutil.copy(job, folder / f"{name}.toml")) for name in ("one", "other")]


def test_two_machines_share_the_work_and_fetch_nothing_twice(tmp_path: Path, nursery: Nursery, dsn: str) -> None:
    with serve(PRESS, latency=0.01) as served:
        jobs = two(tmp_path, served.press, dsn)
        running = [(job, nursery.start(job)) for job in jobs]
        codes = [nursery.end(job, pid)[0] for job, pid in running]
        asked, found = pages(served), records(tmp_path)
    told = [json.loads(job.with_suffix(".json").read_text()) for job in jobs]
    assert codes == [0, 0]
    assert set(asked.values()) == {1}
    assert judge(served.press, found).clean
    assert len({one["run"] for one in told}) == 1
    assert sum(one["written"] for one in told) == len(found)
    assert min(one["written"] for one in told) > 0.1 * len(found)


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.2, 0.5])
def test_what_a_killed_machine_held_is_done_by_the_other(
    tmp_path: Path, nursery: Nursery, dsn: str, after: float
) -> None:
    with serve(PRESS, latency=0.01) as served:
        jobs = two(tmp_path, served.press, dsn)
        killed, other = (nursery.start(job, LEASE) for job in jobs)
        while not pages(served).total() > after * 120:
            time.sleep(0.005)
        os.kill(killed, signal.SIGKILL)
        code, _ = nursery.end(jobs[1], other)
        assert code == 0
        asked = pages(served)
        # What was under way in the one that died was asked for again.
        assert Counter(asked.values()).keys() <= {1, 2}
        assert sum(count > 1 for count in asked.values()) <= 1
        # A source that it was reading, and records it had not handed over, are left to the next run at the latest.
        time.sleep(LEASE)
        assert nursery.done(jobs[1])[0] == 0
        assert sum(count > 1 for count in pages(served).values()) <= 1
        assert judge(served.press, records(tmp_path)).clean
