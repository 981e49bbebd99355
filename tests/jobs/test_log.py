"""What `scraper run -v` tells on standard error: a JSON line each for what happens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom, StartCommand


def test_run_logs_its_sources_its_pages_and_its_end(
    newsroom: Newsroom, start_command: StartCommand, tmp_path: Path
) -> None:
    (tmp_path / "job.toml").write_text(
        'name = "paper"\nstate = "state.sqlite"\n[outputs]\njsonl = "out.jsonl"\n'
        "[fetch]\nallow_loopback = true\ngap = 0\nattempts = 1\n"
        f'[sources.well]\nurls = ["{newsroom.url("/story")}", "{newsroom.url("/missing")}", "http://127.0.0.1:9/x"]\n'
        f'[sources.ill]\nfeeds = ["{newsroom.url("/no-feed")}"]\n',
        encoding="utf-8",
    )
    process = start_command("run", "-v", "--quiet", "job.toml", cwd=tmp_path)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 3
    lines = [json.loads(line) for line in stderr.decode().splitlines() if line.startswith("{")]
    told = {(line["event"], line.get("source"), line.get("outcome")): line for line in lines}
    assert {"run begins", "run ends", "source read", "source failed", "page failed", "record written"} <= {
        line["event"] for line in lines
    }
    assert told["record written", "well", "article"]["url"] == newsroom.url("/story")
    assert told["record written", "well", "article"]["words"] > 100
    assert told["record written", "well", "article"]["revision"] == 1
    assert told["page failed", "well", "error"]["kind"] == "connection"
    assert told["source failed", "ill", None]["url"] == newsroom.url("/no-feed")
    assert told["run ends", None, None]["exit_code"] == 3
