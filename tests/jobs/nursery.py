"""Runs that begin at once: a process that has imported the program forks one for each path of a job that it reads.

Each is a run by the library, with records made in its own threads: what makes a start of the command slow is left out,
so that a test can afford many.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final, Self

from tests.jobs.newsstand import ENVIRONMENT
from tests.jobs.watching import ended

PATIENCE: Final = 120.0


class Nursery:
    """The process that runs are forked from; a context manager."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.jobs.nursery"],
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def start(self, job: Path, lease: float = 180) -> int:
        """Starts a run whose leases are for so many seconds; gives its process, which leads a session."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{lease} {job}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def done(self, job: Path) -> tuple[int, str]:
        """Exit code and standard error of a run to its end."""
        return self.end(job, self.start(job))

    @staticmethod
    def end(job: Path, pid: int) -> tuple[int, str]:
        """Exit code and standard error of a run of a job, when it has ended."""
        with suppress(ProcessLookupError):
            process = os.pidfd_open(pid)
            over, _ = ended(process, PATIENCE)
            os.close(process)
            assert over, f"the run took longer than {PATIENCE:g} s"
        *said, code = job.with_suffix(".log").read_text(encoding="utf-8").splitlines()
        return int(code), "\n".join(said)


def _run(job: Path, lease: float) -> None:
    """Do a job as the command does; what is said, and then the exit code, goes into a file beside it."""
    from scraper.config import load_job  # noqa: PLC0415
    from scraper.errors import ScraperError  # noqa: PLC0415
    from scraper.jobs.run import Options, run  # noqa: PLC0415

    with job.with_suffix(".log").open("w", encoding="utf-8") as log:
        os.dup2(log.fileno(), sys.stderr.fileno())
        try:
            summary = run(load_job(job), Options(signals=True, lease=timedelta(seconds=lease)))
            log.write(f"{summary}\n{summary.exit_code}\n")
            job.with_suffix(".json").write_text(json.dumps(summary.told()), encoding="utf-8")
        except ScraperError as error:
            log.write(f"scraper: {error}\n{error.exit_code}\n")


def main() -> None:
    """Fork a run for each line of standard input, and tell its process, once it leads a session."""
    import scraper.executors.warm  # noqa: PLC0415
    import scraper.jobs.run  # noqa: F401, PLC0415

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        ours, theirs = os.pipe()
        pid = os.fork()
        if not pid:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setsid()
            os.write(theirs, b"x")
            try:
                lease, _, job = line.strip().partition(" ")
                _run(Path(job), float(lease))
            finally:
                os._exit(0)
        os.read(ours, 1)
        os.close(ours)
        os.close(theirs)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
