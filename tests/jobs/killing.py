"""Runs that are killed (SIGKILL) where it hurts most, and what they leave: a campaign."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, Self

from tests.jobs.newsstand import doubled, judge, records, start
from tests.jobs.watching import Watch, described, ended, left_over

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Mapping

    from tests.jobs.newsstand import Verdict
    from tests.press.served import Served

AIMS: Final[Mapping[str, int]] = {
    "moment": 1,
    "commit": 300,
    "temporary": 8,
    "written": 16,
    "renamed": 8,
    "handed": 60,
    "request": 20,
}
"""When a run is killed: a random time after its first commit, or as one of the first so many things happened.

`commit`: the WAL file changed; `temporary`: the file that is to take an output's place was made; `written`: it was
closed, before and after fsync(2); `renamed`: it took that place; `handed`: the WAL file changed after that; `request`:
a page was asked for.
"""
MOMENTS: Final = 1.0
"""Seconds after a run's first commit within which it is killed at random; fewer where runs turn out to be shorter."""
NEWS: Final = 0.6
"""How often a paper publishes something from one run to the next, and changes something."""
PATIENCE: Final = 60.0


@dataclass(frozen=True, slots=True)
class Aim:
    """Kill after the `nth` event of a kind, and `delay` seconds."""

    kind: str
    nth: int
    delay: float


@dataclass
class Campaign:
    """Kills runs of a job and looks at what is left, `start` being how one is begun (gives its process).

    `killed` counts kills by aim, `missed` the runs that ended before; `faults` is what was found wrong; `lingered` is
    the longest that a process outlived its parent.
    """

    job: Path
    served: Served
    begin: Callable[[Path], int]
    kinds: tuple[str, ...] = ("jsonl",)
    seed: int = 1
    killed: Counter[str] = field(default_factory=Counter)
    missed: int = 0
    faults: list[str] = field(default_factory=list)
    lingered: float = 0.0

    def __post_init__(self) -> None:
        self._dice = Random(self.seed)  # noqa: S311 - no secret
        self._folder = self.job.parent
        self._most, self._latest = dict(AIMS), MOMENTS

    def go(self, kills: int) -> None:
        """Kill until so many runs were, each with something to do, or three faults are found."""
        while self.killed.total() < kills and len(self.faults) < 3:
            self._more()
            self.kill(self._aim())

    def end(self, through: Callable[[Path], tuple[int, str]]) -> dict[str, Verdict]:
        """Let a run go through; gives what is wrong in each kind of output."""
        for _ in range(2):
            code, told = through(self.job)
            if code:
                self.faults.append(f"the last run ended with {code}: {told}")
        self._look()
        strays = [path.name for path in self._folder.rglob(".*") if path.is_file()]
        if strays:
            self.faults.append(f"left behind: {', '.join(strays)}")
        press = self.served.press
        found = {kind: records(self._folder, kind) for kind in self.kinds}
        return {kind: judge(press, found[kind], every_revision=kind != "files") for kind in self.kinds}

    def _aim(self) -> Aim:
        """One of AIMS, each as likely as the other."""
        kind = self._dice.choice(list(AIMS))
        late = (
            self._dice.uniform(0, MOMENTS) if kind == "moment" else self._dice.choice((0, self._dice.uniform(0, 0.003)))
        )
        return Aim(kind, self._dice.randint(1, self._most[kind]), late)

    def _more(self) -> None:
        """Publish a little, and revise what sources tell of: a section page (paper 4 of 5) does not.

        Each page is revised once: of one whose source told of a change in vain, a further change has to wait (PATIENCE
        in `wanted`), and a run that goes on with a killed one's list may have met the page ahead of what was told.
        """
        for paper in range(self.served.press.papers):
            if self._dice.random() < NEWS:
                self.served.publish(paper)
            press, oldest = self.served.press, len(self.served.press.edition(paper).revised)
            if paper % 5 < 4 and oldest < press.count(paper) and self._dice.random() < NEWS:
                self.served.revise(paper, oldest)

    def kill(self, at: Aim) -> None:
        """Kill a run at a moment, and look at what it leaves."""
        self._kill(at)
        self._look()

    def _kill(self, at: Aim) -> None:
        out, state = self._folder / "out", self._folder / "state"
        with Watch(out, state) as watch:
            pid = self.begin(self.job)
            try:
                process = os.pidfd_open(pid)
            except ProcessLookupError:
                self.faults.append("a run ended as it began")
                return
            try:
                if self._reached(at, process, watch):
                    signal.pidfd_send_signal(process, signal.SIGKILL)
                    self.killed[at.kind] += 1
                    self._most[at.kind] = min(AIMS[at.kind], self._most[at.kind] + 1)
                else:
                    self.missed += 1
                    self._most[at.kind] = max(1, at.nth * 4 // 5)
                    self._latest *= 0.8 if at.kind == "moment" else 1
                if not ended(process, PATIENCE)[0]:
                    self.faults.append(f"{at}: still there")
            finally:
                os.close(process)
        self._linger(pid)

    def _reached(self, at: Aim, process: int, watch: Watch) -> bool:
        """Waits for the moment to kill; false where the run ended before."""
        before, counts, until = self.served.log.asked(), Counter[str](), time.monotonic() + PATIENCE
        while time.monotonic() < until:
            over, events = ended(process, 0.001 if at.kind == "request" else 1, watch)
            for event in events:
                counts[event] += 1
                counts["handed"] += event == "commit" and counts["renamed"] > 0
            counts["request"] = self.served.log.asked() - before if at.kind == "request" else 0
            counts["moment"] = counts["commit"]
            if over:
                return False
            if counts[at.kind] >= at.nth:
                return not ended(process, at.delay)[0]
        self.faults.append(f"{at}: took longer than {PATIENCE:g} s")
        return True

    def _linger(self, leader: int) -> None:
        begun = time.monotonic()
        left = left_over(leader)
        if left:
            self.faults.append(f"outlived a killed run: {', '.join(map(described, left))}")
        self.lingered = max(self.lingered, time.monotonic() - begun)

    def _look(self) -> None:
        """See that the state is intact, every line of every output whole, and none there twice."""
        try:
            for kind in self.kinds:
                twice = doubled(records(self._folder, kind))
                if twice:
                    self.faults.append(f"{kind}: doubled: {twice}")
        except ValueError as error:
            self.faults.append(f"torn: {error}")
        told = integrity(self._folder / "state" / "state.sqlite")
        if told != "ok":
            self.faults.append(f"integrity_check: {told}")


def integrity(state: Path) -> str:
    """What PRAGMA integrity_check says of a copy of the state, so that the state is left as it was found."""
    if not state.exists():
        return "ok"
    with tempfile.TemporaryDirectory() as folder:
        for path in state.parent.glob(f"{state.name}*"):
            if not path.name.endswith(("-shm", ".lock")):
                shutil.copy(path, folder)
        with closing(sqlite3.connect(Path(folder) / state.name)) as copy:
            return "\n".join(row[0] for row in copy.execute("PRAGMA integrity_check"))


class Commands:
    """Begins runs by the command, and sees that none is left a zombie; a context manager."""

    def __init__(self) -> None:
        self._processes: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.reap()

    def start(self, job: Path) -> int:
        """Starts a run; gives its process, which leads a session."""
        self.reap()
        self._processes.append(start(job))
        return self._processes[-1].pid

    def reap(self) -> None:
        """Take leave of those that ended."""
        for process in self._processes:
            process.communicate()
        self._processes.clear()
