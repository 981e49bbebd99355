"""A run that finds nothing new writes nothing, and has asked for next to nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.jobs.newsstand import judge, records, standing, write_job
from tests.press.asking import needs_hosts
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.jobs.nursery import Nursery

pytestmark = needs_hosts


def test_a_second_run_writes_nothing_and_is_answered_with_304(tmp_path: Path, nursery: Nursery) -> None:
    with serve(Press(papers=10, pages=6)) as served:
        job = write_job(tmp_path, served.press)
        assert nursery.done(job)[0] == 0
        first, before = served.log.asked(), standing(tmp_path / "out")
        served.log.reset()
        code, said = nursery.done(job)
        fresh = served.log.asked() - served.log.asked(status=304)
    assert code == 0
    assert "nothing new" in said
    assert standing(tmp_path / "out") == before
    assert judge(served.press, records(tmp_path)).clean
    assert fresh <= 0.05 * first


def test_a_change_that_is_put_off_is_fetched_later_though_the_list_stays_the_same(
    tmp_path: Path, nursery: Nursery
) -> None:
    def change(statement: str) -> None:
        with closing(sqlite3.connect(tmp_path / "state" / "state.sqlite")) as state, state:
            state.execute(statement)

    with serve(Press(papers=1, pages=4, special=False)) as served:
        job = write_job(tmp_path, served.press)
        nursery.done(job)
        change("UPDATE pages SET idle = 1")
        served.revise(0, 1)
        nursery.done(job)
        assert judge(served.press, records(tmp_path)).wrong
        change("UPDATE pages SET fetched_at = '2026-04-01T00:00:00+00:00' WHERE fetched_at IS NOT NULL")
        nursery.done(job)
        assert judge(served.press, records(tmp_path)).clean
