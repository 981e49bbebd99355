"""`kill -9` of a running `scraper run`, over and over: what is lost, doubled or torn."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.jobs.killing import Campaign, Commands
from tests.jobs.newsstand import done, write_job
from tests.jobs.nursery import Nursery
from tests.press.papers import Press
from tests.press.server import serve

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Those of this measurement."""
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--papers", type=int, default=6)
    parser.add_argument("--pages", type=int, default=20, help="of each paper, at the beginning")
    parser.add_argument("--outputs", default="jsonl,csv,files", help="kinds of output, with commas: jsonl,csv,files")
    parser.add_argument(
        "--library", action="store_true", help="runs by the library, forked from one that is warm: many more a minute"
    )
    parser.add_argument("--seed", type=int, default=1)


def measure(given: argparse.Namespace) -> bool:
    """Kill, and say what came of it; whether all is well."""
    kinds, begun = tuple(given.outputs.split(",")), time.monotonic()
    starts = Nursery() if given.library else Commands()
    with tempfile.TemporaryDirectory() as folder, serve(Press(given.papers, given.pages)) as served, starts:
        job = write_job(Path(folder), served.press, outputs=kinds)
        campaign = Campaign(job, served, starts.start, kinds, given.seed)
        for _ in range(-(-given.kills // 10)):
            if campaign.faults:
                break
            campaign.go(min(campaign.killed.total() + 10, given.kills))
            print(f"  {campaign.killed.total():4} killed, {len(campaign.faults)} faults {campaign.faults}", flush=True)
        verdicts = campaign.end(done)
        pages = sum(served.press.count(paper) for paper in range(given.papers))
    aims = ", ".join(f"{count} {name}" for name, count in campaign.killed.most_common())
    print(
        f"kills: {campaign.killed.total()} ({aims}) in {time.monotonic() - begun:.0f} s; {campaign.missed} runs ended"
    )
    print("       before they were to be killed")
    print(f"pages: {pages}")
    for kind, verdict in verdicts.items():
        print(f"{kind}: {verdict}")
    print(f"longest that a worker outlived its run: {campaign.lingered * 1000:.0f} ms")
    for fault in campaign.faults:
        print(f"FAULT {fault}")
    return not campaign.faults and all(verdict.clean for verdict in verdicts.values())
