"""One case against the hostile server: how it ended, after how long, in how much memory."""

from __future__ import annotations

import contextlib
import os
import ssl
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import trustme

from scraper import pipeline
from scraper.config import FetchSettings
from scraper.errors import FetchError, InvalidUrlError
from scraper.fetchers.client import Fetcher, Wiring
from tests.faults.cases import CAP, CASES, DEADLINE
from tests.faults.modes import DOORS, ROBOTS, SCRIPTS, prepare
from tests.faults.server import HostileServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from scraper.article import Article
    from tests.faults.cases import Case
    from tests.faults.server import Asked, Part, Visit

GRACE: Final = 0.5
"""Seconds that a URL may take beyond its deadline."""
CAPS: Final = 3
"""How many caps of memory a fetch may take at its peak."""

_STATUS: Final = Path("/proc/self/status")
_CLEAR: Final = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a case; `peak` is in bytes over what was in use before, None where it cannot be measured."""

    case: Case
    record: Article
    seconds: float
    visits: tuple[Visit, ...]
    peak: int | None

    @property
    def asked(self) -> int:
        """How often the server was asked."""
        return len(self.visits)

    @property
    def apart(self) -> float:
        """Seconds between the first two times that it was; endless where there were none."""
        return self.visits[1].at - self.visits[0].at if self.asked > 1 else float("inf")

    @property
    def ends(self) -> str:
        """Outcome, and error kind where there is one."""
        return f"{self.record.outcome} {self.record.error.kind}" if self.record.error else self.record.outcome

    @property
    def faults(self) -> tuple[str, ...]:
        """What does not hold, in words."""
        case = self.case
        checks = (
            (self.ends != case.ends, f"ended as {self.ends}, not {case.ends}"),
            (self.seconds > case.deadline + GRACE, f"took {self.seconds:.2f} s"),
            (self.peak is not None and self.peak > CAPS * CAP, f"took {(self.peak or 0) / 2**20:.0f} MiB"),
            (case.asked not in {None, self.asked}, f"asked {self.asked} times, not {case.asked}"),
            (self.apart < case.apart, f"asked again after {self.apart:.2f} s, not {case.apart:g}"),
            (bool(case.says) and (case.says or "") not in self.record.text, f"does not say {case.says}"),
        )
        return tuple(fault for faulty, fault in checks if faulty)


@contextlib.asynccontextmanager
async def hostile() -> AsyncIterator[HostileServer]:
    """The server with all its modes, and a certificate that the fetcher trusts meanwhile."""
    prepare()
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*map(_host, CASES)).configure_cert(tls)
    with _trusted(authority):
        async with HostileServer({**SCRIPTS, "/robots.txt": _robots_txt}, DOORS, tls) as server:
            yield server


def settings(**others: object) -> FetchSettings:
    """What the cases are fetched with."""
    base = {"deadline": DEADLINE, "attempts": 2, "backoff": 0.01, "max_bytes": CAP, "allow_loopback": True, "gap": 0}
    return FetchSettings.model_validate({**base, **others})


def fetcher(*, ignore_robots: bool = True, **others: object) -> Fetcher:
    """What the cases are fetched with: names under .test are at loopback."""
    return Fetcher(settings(**others), ignore_robots=ignore_robots, wiring=Wiring(at_loopback))


def _robots_txt(asked: Asked) -> Iterable[Part]:
    """The robots.txt that the case of a host has."""
    case = next(case for case in CASES if _host(case) == asked.host)
    return ROBOTS[case.robots or "missing"](asked)


async def at_loopback(host: str, _port: int) -> tuple[str, ...]:
    """Where a host of the tests is; addresses are where they say."""
    return ("127.0.0.1",) if host.endswith(".test") else (host,)


async def play(case: Case, server: HostileServer, *, alone: bool = True) -> Result:
    """Fetch what `case` says from a host of its own, and make the record; memory is measured where it is `alone`."""
    url = url_of(case, server)
    async with fetcher(ignore_robots=not case.robots, deadline=case.deadline) as client:
        base = _high_water(reset=True)
        start = time.monotonic()
        try:
            page = await client.fetch(url)
            error = None
        except (FetchError, InvalidUrlError) as caught:
            page, error = None, caught
        seconds = time.monotonic() - start
        peak = _high_water()
    record = pipeline.process(page) if page else pipeline.failure(url, error or FetchError("?"))
    taken = peak - base if alone and peak is not None and base is not None else None
    return Result(case, record, seconds, tuple(server.asked(case.path, _host(case) + ":")), taken)


def url_of(case: Case, server: HostileServer) -> str:
    """What is fetched for `case`, at a host of its own."""
    return server.bases[case.base].replace("127.0.0.1", _host(case)) + case.path


def _host(case: Case) -> str:
    return f"case-{CASES.index(case)}.test"


def _high_water(*, reset: bool = False) -> int | None:
    """Most memory that this process has held, in bytes; `reset` starts it anew from what it holds now (Linux)."""
    try:
        if reset:
            _CLEAR.write_text("5")
        return next(int(line.split()[1]) * 1024 for line in _STATUS.read_text().splitlines() if "VmHWM" in line)
    except OSError:
        return None


@contextlib.contextmanager
def _trusted(authority: trustme.CA) -> Iterator[None]:
    old = os.environ.get("SSL_CERT_FILE")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ca.pem"
        authority.cert_pem.write_to_path(str(path))
        os.environ["SSL_CERT_FILE"] = str(path)
        try:
            yield
        finally:
            os.environ.pop("SSL_CERT_FILE")
            if old is not None:
                os.environ["SSL_CERT_FILE"] = old
