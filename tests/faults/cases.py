"""The table of faults: what the hostile server does, and how the fetch has to end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DEADLINE: Final = 0.6
CAP: Final = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Case:
    """One fault: `path` on one of the server's `base`s, and how it ends: outcome, or outcome and error kind.

    `asked` is how often the path is asked for, where that matters, `apart` the seconds that must lie between the first
    two times; `says` must stand in the record's text. `robots` names what the server does with robots.txt, which is not
    asked for otherwise. `deadline` is in seconds.
    """

    group: str
    path: str
    ends: str
    base: str = "http"
    asked: int | None = None
    apart: float = 0.0
    says: str | None = None
    robots: str | None = None
    deadline: float = DEADLINE

    @property
    def name(self) -> str:
        """What it is called in tables and tests."""
        if self.robots:
            return f"robots {self.robots}"
        return self.path.strip("/") if self.base == "http" else f"{self.base} {self.path}".strip(" /")


# Others lead to these, or lead on and on.
ONCE: Final = {"head": None, "redirects": None}


def _stalls() -> tuple[Case, ...]:
    paths = (
        "head status-line in-header between-headers drip-head drip-status early-hints body in-body drip-body chunk-size"
        " in-chunk drip-chunks last-chunk trailers chunk-extension until-close coding redirects redirect-body"
    ).split()
    doors = ("tls/silent", "tls/begun", "tls/drip")
    return (
        Case("stall", "/connect", "error deadline", base="deaf"),
        *(Case("stall", "/", "error deadline", base=door) for door in doors),
        *(Case("stall", f"/stall/{path}", "error deadline", asked=ONCE.get(path, 1)) for path in paths),
        Case("stall", "/stall/head", "error deadline", base="https"),
        Case("stall", "/stall/unavailable", "error http_status"),
        Case("stall", "/stall/dust", "error deadline"),
    )


def _all(group: str, ends: str, paths: str, asked: int | None = None) -> tuple[Case, ...]:
    return tuple(Case(group, path, ends, asked=asked) for path in paths.split())


STALLS: Final = _stalls()
BOMBS: Final = (
    *_all("bomb", "error too_large", "/bomb/gzip /bomb/deflate /bomb/br /bomb/zstd", 1),
    *_all("bomb", "error too_large", "/bomb/gzip-gzip /bomb/br-br /bomb/zstd-br /bomb/gzip-zstd-br", 1),
    *_all("bomb", "error too_large", "/bomb/nothing-inside /flood/length /flood/chunks /flood/until-close", 1),
    *_all("flood", "error too_large", "/flood/headers /flood/header /flood/cookies /flood/status-line", 1),
    Case("flood", "/flood/trailers", "error too_large", asked=1),
    Case("flood", "/flood/redirect-body", "article", asked=1),
    Case("flood", "/flood/early-hints", "error deadline"),
)
BROKEN: Final = (
    *_all("broken", "error connection", "/reset/head /reset/body /half-closed/head /half-closed/body", 2),
    *_all("broken", "error connection", "/length/too-long /length/two /length/negative /length/words /length/huge", 2),
    *_all("broken", "error connection", "/chunks/size /chunks/negative /chunks/huge /chunks/end /chunks/cut", 2),
    *_all("broken", "error connection", "/nonsense /old /nothing /coding/cut", 2),
    *_all("broken", "error fetch", "/coding/lie /coding/unknown /coding/stacked", 1),
    *_all("broken", "article", "/half-closed/whole /length/too-short", 1),
    Case("broken", "/", "error connection", base="tls/plain"),
    Case("broken", "/", "error connection", base="reset/accept"),
    Case("broken", "/fine", "article", base="https"),
)
REDIRECTS: Final = (
    *_all("redirect", "error redirect", "/redirect/circle /redirect/file /redirect/ftp /redirect/script", 1),
    *_all("redirect", "error redirect", "/redirect/nowhere /redirect/credentials", 1),
    *_all("redirect", "error forbidden", "/redirect/private /redirect/metadata", 1),
    Case("redirect", "/redirect/endless", "error redirect", asked=11),
)
PAGES: Final = (
    *_all("page", "article", "/fine /page/depth /page/nuls", 1),
    *_all("page", "gone", "/page/missing /page/soft-404", 1),
    *_all("page", "blocked", "/page/forbidden /page/bot-check", 1),
    Case("page", "/page/consent", "consent_wall", asked=1),
    *_all("page", "not_article", "/page/empty /page/login", 1),
    Case("page", "/page/image", "error media_type", asked=1),
    *(
        Case("charset", f"/page/label-{label}", "article", says="Köln, été")
        for label in ("latin", "utf-8", "unknown", "utf-16")
    ),
)


def _robots(ends: str, asked: int, names: str) -> tuple[Case, ...]:
    return tuple(Case("robots", "/fine", ends, asked=asked, robots=name) for name in names.split("; "))


ROBOTS: Final = (
    *_robots("article", 1, "missing; refusing; empty; login page; circle; down once"),
    *_robots("robots_denied robots_denied", 0, "closed; closed, gzipped; closed, elsewhere; endless"),
    *_robots("robots_denied robots_unavailable", 0, "too many; down; broken coding"),
    *_robots("error connection", 0, "reset; hung up; cut; nonsense"),
    *_robots("error deadline", 0, "silent; dripping"),
    *_robots("error forbidden", 0, "private"),
    *_robots("article", 1, "bomb"),
)


def _later(ends: str, asked: int, apart: float, names: str) -> tuple[Case, ...]:
    return tuple(Case("later", f"/later/{n}", ends, asked=asked, apart=apart, deadline=4.0) for n in names.split())


LATER: Final = (
    *_later("article", 2, 1.0, "seconds 503 date date-rfc850 date-asctime clock-late clock-early"),
    *_later("article", 2, 0.0, "now past negative fraction words empty"),
    *_later("error http_status", 1, 0.0, "absurd absurd-date hour"),
)
CASES: Final = (*STALLS, *BOMBS, *BROKEN, *REDIRECTS, *ROBOTS, *LATER, *PAGES)
