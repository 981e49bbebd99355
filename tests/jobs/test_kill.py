"""kill -9 at any moment: no record is lost, none is doubled, no file is torn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.killing import Aim, Campaign, Commands
from tests.jobs.newsstand import write_job
from tests.jobs.watching import AVAILABLE, NOT_AVAILABLE
from tests.press.asking import needs_hosts
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.jobs.nursery import Nursery

KINDS = ("jsonl", "csv", "files")
pytestmark = [needs_hosts, pytest.mark.skipif(not AVAILABLE, reason=NOT_AVAILABLE)]


def test_thirty_kills_lose_nothing_and_double_nothing(tmp_path: Path, nursery: Nursery) -> None:
    with serve(Press(papers=5, pages=3)) as served:
        job = write_job(tmp_path, served.press, outputs=KINDS)
        campaign = Campaign(job, served, nursery.start, KINDS)
        campaign.go(30)
        verdicts = campaign.end(nursery.done)
    assert campaign.faults == []
    assert all(verdict.clean for verdict in verdicts.values()), verdicts


def test_a_kill_while_the_state_is_made_leaves_one_that_serves(tmp_path: Path, nursery: Nursery) -> None:
    with serve(Press(papers=2, pages=2)) as served:
        for nth in (1, 4, 12, 30):
            folder = tmp_path / str(nth)
            folder.mkdir()
            campaign = Campaign(write_job(folder, served.press), served, nursery.start)
            campaign.kill(Aim("commit", nth, 0))
            verdicts = campaign.end(nursery.done)
            assert (campaign.killed.total(), campaign.faults) == (1, [])
            assert verdicts["jsonl"].clean, verdicts


def test_no_worker_outlives_a_killed_command(tmp_path: Path, nursery: Nursery) -> None:
    with serve(Press(papers=5, pages=3)) as served, Commands() as commands:
        campaign = Campaign(write_job(tmp_path, served.press), served, commands.start, seed=2)
        # As its workers are being started, and when they are at work.
        campaign.kill(Aim("request", 2, 0))
        campaign.kill(Aim("commit", 60, 0))
        verdicts = campaign.end(nursery.done)
    assert (campaign.killed.total(), campaign.faults) == (2, [])
    assert all(verdict.clean for verdict in verdicts.values()), verdicts
