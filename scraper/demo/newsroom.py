"""The newsroom: what it answers, and the server that does."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from socketserver import TCPServer
from string import Template
from typing import TYPE_CHECKING, Final

from scraper.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST: Final = "127.0.0.1"
SUBSCRIBER: Final = "subscriber=1"
PAGES: Final = files("scraper.demo") / "pages"
PARTS: Final = ("header.en", "footer.en", "header.de", "footer.de")
_XML: Final = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a file of PAGES, how it is encoded, and what the headers say about it."""

    file: str | None
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "text/html; charset=utf-8"
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Route:
    """A path and what it answers: each answer once, the last for good. `shows` names it for people.

    A reader who brings the cookie SUBSCRIBER gets what is for `subscribers`, where there is such a page.
    """

    path: str
    shows: str | None
    answers: tuple[Answer, ...]
    subscribers: Answer | None = None


ROUTES: Final = (
    Route("/news/harbour-ferry.html", "plain", (Answer("plain.html"),)),
    Route("/environnement/phare-oiseaux.html", "French", (Answer("french.html"),)),
    Route("/wirtschaft/werft-auftrag.html", "metered", (Answer("metered.html"),)),
    Route(
        "/politics/lighthouse-budget.html",
        "cut preview",
        (Answer("preview.html"),),
        subscribers=Answer("subscriber.html"),
    ),
    Route("/live/storm-desk.html", "live blog", (Answer("liveblog.html"),)),
    Route("/amp/tide-mill.html", "AMP", (Answer("amp.html"),)),
    Route("/lokales/bruecke-gesperrt.html", "false label", (Answer("charset.html", encoding="cp1252"),)),
    Route("/lokales/fruehlingsmarkt.html", "mojibake", (Answer("mojibake.html"),)),
    Route(
        "/news/sea-wall.html",
        "503 at first",
        (Answer("unavailable.html", 503, (("Retry-After", "1"),)), Answer("retry.html")),
    ),
    Route(
        "/kultur/museum-depot.html",
        "consent",
        (Answer(None, 302, (("Location", "/consent?return=/kultur/museum-depot.html"),)),),
    ),
    Route("/news/fish-market.html", "bot block", (Answer("blocked.html", 403),)),
    Route("/app/tide-tables.html", "JavaScript", (Answer("shell.html"),)),
    Route("/", "front page", (Answer("front.html"),)),
    Route("/news/ferry-timetable-2025.html", "gone", (Answer("gone.html", 410),)),
    Route("/news/misprint.html", "missing", (Answer("missing.html", 404),)),
    Route("/consent", None, (Answer("consent.html"),)),
    Route("/feed.xml", None, (Answer("feed.xml", media_type="application/rss+xml; charset=utf-8"),)),
    Route("/sitemap.xml", None, (Answer("sitemap.xml", media_type=_XML),)),
    Route("/news-sitemap.xml", None, (Answer("news-sitemap.xml", media_type=_XML),)),
)
"""All that the newsroom has; any other path answers 404."""

_MISSING: Final = Answer("missing.html", 404)


@contextmanager
def serve(port: int = 0) -> Iterator[str]:
    """Serve the newsroom on loopback and give its base URL; port 0 takes any that is free.

    Raises UsageError where the port is taken or cannot be used.
    """
    try:
        server = _Newsroom((HOST, port), _Desk)
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"port {port} on {HOST} cannot be used ({error}); end what listens there, or give another port"
        ) from error
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.base
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def render(answer: Answer, base: str) -> bytes:
    """Body of an answer, with the links of the newsroom at `base` filled in."""
    if answer.file is None:
        return b""
    parts = {part.replace(".", "_"): _filled(f"parts/{part}.html", {"base": base}) for part in PARTS}
    return _filled(answer.file, {"base": base, **parts}).encode(answer.encoding)


def _filled(name: str, values: dict[str, str]) -> str:
    return Template((PAGES / name).read_text(encoding="utf-8")).substitute(values)


class _Newsroom(ThreadingHTTPServer):
    """The server: knows how often each path was asked for."""

    def __init__(self, address: tuple[str, int], desk: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, desk)
        self._visits: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._routes = {route.path: route for route in ROUTES}

    @property
    def base(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    def server_bind(self) -> None:
        # HTTPServer's own asks the resolver for the host's name, which can take seconds where there is none.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def next_answer(self, path: str, cookies: str) -> Answer:
        with self._lock:
            visit = self._visits[path]
            self._visits[path] += 1
        route = self._routes.get(path)
        if route is None:
            return _MISSING
        paid = route.subscribers if SUBSCRIBER in cookies.split("; ") else None
        return paid or route.answers[min(visit, len(route.answers) - 1)]


class _Desk(BaseHTTPRequestHandler):
    """Answers GET from the newsroom's routes."""

    server: _Newsroom

    def do_GET(self) -> None:
        answer = self.server.next_answer(self.path.partition("?")[0], self.headers.get("Cookie", ""))
        body = render(answer, self.server.base)
        self.send_response(answer.status)
        headers = (("Content-Type", answer.media_type), ("Content-Length", str(len(body))), *answer.headers)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object, **values: object) -> None:
        """Say nothing: the run's own output is what is to be seen."""
