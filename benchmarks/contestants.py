"""Who is measured. Adding a peer is adding a row to PEERS, and a function of its name to the corpus's `peers.py`."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import scraper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Extract: TypeAlias = Callable[[str, str | None], Any]

Reads: TypeAlias = Literal["html", "text"]


@dataclass(frozen=True, slots=True)
class Contestant:
    """Something that makes records of a set's pages.

    `label` is what tables call it, eight letters at most. `package` is what must be importable for it. `command`
    reads corpus lines on standard input and writes one record a line (`{bench}` stands for the directory of the
    corpus's tools); without one, the input is the record. `reads` says which sets it can read. `timed`: it also takes
    part in the speed run.
    """

    name: str
    label: str
    package: str
    command: tuple[str, ...]
    reads: frozenset[Reads] = frozenset({"html"})
    timed: bool = True

    @property
    def installed(self) -> bool:
        """Whether its package is there."""
        return importlib.util.find_spec(self.package) is not None

    def argv(self, bench: Path) -> list[str]:
        """Its command, run by this Python."""
        return [sys.executable, *(part.format(bench=bench) for part in self.command)]


def peer(name: str, label: str, package: str) -> Contestant:
    """Row of a public extractor that `peers.py` knows by `name`."""
    return Contestant(name, label, package, ("{bench}/peers.py", name))


OURS = Contestant(
    "scraper", "scraper", "scraper", ("-m", "scraper", "clean", "--as", "jsonl", "-"), frozenset({"html", "text"})
)


def held_out(folds: Path) -> Contestant:
    """Ourselves, each page read with the model of `folds` that never saw its site."""
    return replace(OURS, command=("-m", "benchmarks.held_out", str(folds)))


UNTOUCHED = Contestant("untouched", "as came", "scraper", (), frozenset({"text"}), timed=False)
PEERS = (
    peer("trafilatura", "trafil.", "trafilatura"),
    peer("trafilatura_fast", "…fast", "trafilatura"),
    peer("newspaper4k", "newsp4k", "newspaper"),
    peer("readability", "readab.", "readability"),
    peer("resiliparse", "resilip.", "resiliparse"),
)
LABELS = {one.name: one.label for one in (OURS, UNTOUCHED, *PEERS)}
"""What tables call whom."""


def extractor(contestant: Contestant, bench: Path) -> Extract:
    """Function (HTML, URL) of a contestant, for the speed run: ours is `scraper.extract`, a peer's is in `peers.py`."""
    if contestant.name == OURS.name:
        return lambda html, url: scraper.extract(html, url=url)
    specification = importlib.util.spec_from_file_location("corpus_peers", bench / "peers.py")
    if specification is None or specification.loader is None:
        raise FileNotFoundError(bench / "peers.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    function: Extract = getattr(module, contestant.name)

    def tried(html: str, url: str | None) -> None:
        """Read a page; a page that the peer does not get through costs it the time that it took."""
        with suppress(Exception):
            function(html, url)

    return tried
