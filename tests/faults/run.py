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
from tests.faults.cases import CAP, DEADLINE
from tests.faults.modes import DOORS, SCRIPTS, prepare
from tests.faults.server import HostileServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scraper.article import Article
    from scraper.fetchers.client import Fetcher
    from tests.faults.cases import Case

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
    asked: int
    peak: int | None

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
            (self.seconds > DEADLINE + GRACE, f"took {self.seconds:.2f} s"),
            (self.peak is not None and self.peak > CAPS * CAP, f"took {(self.peak or 0) / 2**20:.0f} MiB"),
            (case.asked not in {None, self.asked}, f"asked {self.asked} times, not {case.asked}"),
            (bool(case.says) and (case.says or "") not in self.record.text, f"does not say {case.says}"),
        )
        return tuple(fault for faulty, fault in checks if faulty)


@contextlib.asynccontextmanager
async def hostile() -> AsyncIterator[HostileServer]:
    """The server with all its modes, and a certificate that the fetcher trusts meanwhile."""
    prepare()
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with _trusted(authority):
        async with HostileServer(SCRIPTS, DOORS, tls) as server:
            yield server


def settings(**others: object) -> FetchSettings:
    """What the cases are fetched with."""
    base = {"deadline": DEADLINE, "attempts": 2, "backoff": 0.01, "max_bytes": CAP, "allow_loopback": True}
    return FetchSettings.model_validate({**base, **others})


async def play(case: Case, server: HostileServer, fetcher: Fetcher) -> Result:
    """Fetch what `case` says, and make the record."""
    url = server.bases[case.base] + case.path
    before = len(server.asked(case.path))
    base = _high_water(reset=True)
    start = time.monotonic()
    try:
        page = await fetcher.fetch(url)
        error = None
    except (FetchError, InvalidUrlError) as caught:
        page, error = None, caught
    seconds = time.monotonic() - start
    peak = _high_water()
    record = pipeline.process(page) if page else pipeline.failure(url, error or FetchError("?"))
    taken = peak - base if peak is not None and base is not None else None
    return Result(case, record, seconds, len(server.asked(case.path)) - before, taken)


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
