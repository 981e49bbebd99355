"""Cookies and headers of one's own: to whom they go, and to whom not. From the log of a real server."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from scraper.config import FetchSettings
from scraper.errors import ConfigError
from scraper.fetchers.client import Fetcher, Wiring
from tests.faults.modes import PAGE, html, plays, reply
from tests.faults.run import at_loopback, settings
from tests.faults.server import HostileServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.server import Script

COOKIES = """# Netscape HTTP Cookie File
.paper.test\tTRUE\t/\tFALSE\t9999999999\treader\town
#HttpOnly_.paper.test\tTRUE\t/story\tFALSE\t0\tsession\tkept
.paper.test\tTRUE\t/elsewhere\tFALSE\t9999999999\tplace\tother
.paper.test\tTRUE\t/\tFALSE\t1\told\texpired
.paper.test\tTRUE\t/\tTRUE\t9999999999\tsecure\tonly
.other.test\tTRUE\t/\tFALSE\t9999999999\tforeign\tother
"""


@pytest.fixture
def jar(tmp_path: Path) -> Path:
    path = tmp_path / "cookies.txt"
    path.write_text(COOKIES)
    path.chmod(0o600)
    return path


def heads(*paths: str, scripts: dict[str, Script] | None = None, **keys: object) -> dict[str, str]:
    """Heads of what the server was asked, by host and path, when the paths of `www.paper.test` were fetched in turn."""

    async def whole() -> dict[str, str]:
        known = {"/story": plays(html(PAGE)), **(scripts or {})}
        async with HostileServer(known) as server:
            port = server.bases["http"].rpartition(":")[2]
            moves = {"/moved": plays(reply(302, f"Location: http://thief.test:{port}/story"))}
            server.scripts = {**known, **moves}
            client = Fetcher(settings(**keys), ignore_robots=True, wiring=Wiring(at_loopback))
            async with client:
                for path in paths:
                    await client.fetch(f"http://www.paper.test:{port}{path}")
            return {f"{seen.host.partition(':')[0]}{seen.path}": seen.head.lower() for seen in server.visits}

    return asyncio.run(whole())


def test_cookies_go_by_domain_path_expiry_and_security(jar: Path) -> None:
    [head] = heads("/story", cookies=jar).values()
    [line] = [line for line in head.splitlines() if line.startswith("cookie:")]
    assert set(line.removeprefix("cookie: ").split("; ")) == {"reader=own", "session=kept"}


def test_a_redirect_does_not_carry_them_elsewhere(jar: Path) -> None:
    own = {"paper.test": {"X-Key": "mine"}}
    found = heads("/moved", cookies=jar, headers=own)
    assert "reader=own" in found["www.paper.test/moved"]
    assert "x-key: mine" in found["www.paper.test/moved"]
    assert "cookie" not in found["thief.test/story"]
    assert "x-key" not in found["thief.test/story"]


def test_what_a_server_sets_is_not_kept(jar: Path) -> None:
    setting = plays(reply(200, "Content-Type: text/html", "Set-Cookie: reader=stolen", "Set-Cookie: new=1", body=PAGE))
    found = heads("/set", "/story", scripts={"/set": setting}, cookies=jar)
    assert "stolen" not in found["www.paper.test/story"]
    assert "new=1" not in found["www.paper.test/story"]
    assert jar.read_text() == COOKIES


def test_no_cookie_stands_in_an_archive(jar: Path, tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    heads("/story", cookies=jar, warc=path)
    assert b"reader=own" not in gzip.decompress(path.read_bytes())


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o666, 0o602])
def test_a_file_that_others_may_read_is_refused(jar: Path, mode: int) -> None:
    jar.chmod(mode)
    with pytest.raises(ConfigError, match="chmod 600"):
        Fetcher(FetchSettings(cookies=jar))


@pytest.mark.parametrize(
    "content", [b"", b"reader=own", b"# Netscape\na\tb\tc\n", b"a\tTRUE\t/\tTRUE\tsoon\tb\tc", b"\xff\xfe"]
)
def test_a_file_that_holds_no_cookies_is_named(jar: Path, content: bytes) -> None:
    jar.write_bytes(content)
    with pytest.raises(ConfigError, match=r"cookies\.txt(:\d+)?: "):
        Fetcher(FetchSettings(cookies=jar))
    with pytest.raises(ConfigError, match=r"none\.txt: cannot be read"):
        Fetcher(FetchSettings(cookies=jar.with_name("none.txt")))


@pytest.mark.parametrize(("host", "carried"), [("www.paper.test", True), ("paper.test", True), ("aper.test", False)])
def test_headers_go_to_a_host_and_those_below(host: str, carried: bool) -> None:  # noqa: FBT001 - a row
    found = heads("/story", headers={host: {"Accept-Language": "de", "Accept": "text/html"}})
    head = found["www.paper.test/story"]
    assert ("accept-language: de" in head) is carried
    assert head.count("\naccept: ") == 1
    assert ("\naccept: text/html\r" in head) is carried


@pytest.mark.parametrize("name", ["User-Agent", "host", "Cookie", "Accept-Encoding", "Transfer-Encoding"])
def test_headers_that_are_the_programs_own_are_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="program's own"):
        FetchSettings(headers={"a.org": {name: "x"}})


@pytest.mark.parametrize(("name", "value"), [("X y", "1"), ("X", "a\r\nEvil: 1"), ("X", " a"), ("X", ""), ("X", "ü")])
def test_headers_that_cannot_be_sent_are_refused(name: str, value: str) -> None:
    with pytest.raises(ValidationError, match="cannot stand in a header"):
        FetchSettings(headers={"a.org": {name: value}})
