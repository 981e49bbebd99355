"""A run that finds nothing new writes nothing, and has asked for next to nothing."""

from __future__ import annotations

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
