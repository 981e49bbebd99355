"""A job that reads a press, its records in the outputs, and whether they are what the press printed."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.press.story import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.press.papers import Article, Press

ROOT: Final = Path(__file__).parents[2]
ENVIRONMENT: Final = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}
PATTERNS: Final[Mapping[str, str]] = {
    "jsonl": "out/{source}.jsonl",
    "csv": "out/{source}.csv",
    "files": "out/files/{source}/{id}.json",
}
"""By kind of output."""

Record = dict[str, Any]


def write_job(
    folder: Path,
    press: Press,
    *,
    outputs: Iterable[str] = ("jsonl",),
    state: str = "state/state.sqlite",
    fetch: Mapping[str, object] | None = None,
) -> Path:
    """A job in `folder` that reads every paper of a press; `outputs` are kinds, or further TOML lines `kind = path`."""
    asking = {"allow_loopback": True, "gap": 0, "workers": 4, **(fetch or {})}
    lines = ['name = "press"', f"state = {json.dumps(state)}", "[outputs]"]
    lines += [f'{kind} = "{PATTERNS[kind]}"' if kind in PATTERNS else kind for kind in outputs]
    lines += ["[fetch]", *(f"{name} = {json.dumps(value)}" for name, value in asking.items())]
    for source in press.sources():
        lines += [f"[sources.{json.dumps(source.name)}]", f"{source.kind} = [{json.dumps(source.address)}]"]
    path = folder / "job.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def start(job: Path, *options: str, **given: object) -> subprocess.Popen[str]:
    """`scraper run` on a job, as a process in a session of its own; standard error is a pipe."""
    return subprocess.Popen(  # noqa: S603 - the program under test
        [sys.executable, "-m", "scraper", "run", str(job), *options],
        env=ENVIRONMENT | {name: str(value) for name, value in given.items()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@contextmanager
def running(job: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """A run that does not outlive the context."""
    process = start(job, *options)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def done(job: Path, *options: str, timeout: float = 120) -> tuple[int, str]:
    """Exit code and standard error of a run to its end."""
    with running(job, *options) as process:
        _, err = process.communicate(timeout=timeout)
    return process.returncode, err


def records(folder: Path, kind: str = "jsonl") -> list[Record]:
    """All records in the outputs of a kind; ValueError where one is torn."""
    out = folder / "out"
    if kind == "csv":
        return [row for path in sorted(out.glob("*.csv")) for row in _rows(path)]
    if kind == "files":
        return [json.loads(path.read_bytes()) for path in sorted(out.glob("files/*/*.json"))]
    return [json.loads(line) for path in sorted(out.glob("*.jsonl")) for line in _lines(path)]


def _lines(path: Path) -> list[bytes]:
    data = path.read_bytes()
    if data and not data.endswith(b"\n"):
        raise ValueError(f"{path} ends in the middle of a line")
    return data.splitlines()


def _rows(path: Path) -> list[Record]:
    text = path.read_text(encoding="utf-8-sig")
    if text and not text.endswith("\n"):
        raise ValueError(f"{path} ends in the middle of a row")
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    if any(len(row) != len(rows[0]) for row in rows):
        raise ValueError(f"{path} has rows of several lengths")
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with records: URLs that are missing, strangers, doubled and skipped revisions, wrong texts."""

    lost: tuple[str, ...]
    strange: tuple[str, ...]
    doubled: tuple[str, ...]
    skipped: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def clean(self) -> bool:
        return not any((self.lost, self.strange, self.doubled, self.skipped, self.wrong))

    def __str__(self) -> str:
        names = ("lost", "doubled", "skipped", "strange", "wrong")
        return ", ".join(f"{len(getattr(self, name))} {name}" for name in names)


def doubled(found: Iterable[Record]) -> tuple[str, ...]:
    """URLs and revisions that are there more than once."""
    counts = Counter((record["url"], int(record["revision"])) for record in found)
    return tuple(f"{url} {revision}" for (url, revision), count in counts.items() if count > 1)


def judge(press: Press, found: Iterable[Record], *, every_revision: bool = True) -> Verdict:
    """Records against what the press printed; `every_revision` is false for outputs that keep the last alone."""
    found = list(found)
    articles = {url(press, one): one for k in range(press.papers) for one in press.articles(k)}
    last: dict[str, Record] = {}
    revisions: dict[str, set[int]] = {}
    for record in found:
        revisions.setdefault(record["url"], set()).add(int(record["revision"]))
        if int(record["revision"]) == max(revisions[record["url"]]):
            last[record["url"]] = record
    gaps = [at for at, kept in revisions.items() if kept != set(range(1, max(kept) + 1))]
    wrong = [at for at, article in articles.items() if at in last and not _is_of(press, article, last[at])]
    return Verdict(
        tuple(at for at in articles if at not in last),
        tuple(at for at in last if at not in articles),
        doubled(found),
        tuple(gaps if every_revision else ()),
        tuple(wrong),
    )


def url(press: Press, article: Article) -> str:
    """Where an article stands."""
    return press.paper(article.paper).base + article.path


def _is_of(press: Press, article: Article, record: Record) -> bool:
    """Whether a record holds an article as it is now; of a page that is no plain article, whether it says so."""
    if article.kind in ("gone", "blocked"):
        return str(record["outcome"]) == article.kind
    if article.kind not in ("article", "agency"):
        return True
    return all(paragraph in record["text"] for paragraph in paragraphs(press, article))


def standing(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Files below a folder: what is in them, when they were changed (ns), and their inodes."""
    files = {str(path): path for path in folder.rglob("*") if path.is_file()}
    return {name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) for name, path in files.items()}
