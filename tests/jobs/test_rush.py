"""Twenty starts of one job at once: one does it, the others are gone at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.newsstand import judge, records, write_job
from tests.jobs.rushing import rush
from tests.jobs.watching import AVAILABLE, NOT_AVAILABLE
from tests.press.asking import needs_hosts
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [needs_hosts, pytest.mark.skipif(not AVAILABLE, reason=NOT_AVAILABLE)]


def test_of_twenty_starts_one_runs_and_nineteen_end_within_a_second(tmp_path: Path) -> None:
    with serve(Press(papers=5, pages=6)) as served:
        job = write_job(tmp_path, served.press)
        *early, last = rush(job, 20)
        found = records(tmp_path)
    assert last.code == 0
    assert {one.code for one in early} == {75}
    assert max(one.seconds for one in early) < 1
    for one in early:
        [line] = one.said.splitlines()
        assert line.endswith("is doing this job; wait for that to end")
    assert judge(served.press, found).clean
