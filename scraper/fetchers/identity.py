"""Who asks: a reader's own cookies, and further headers for a site. Each goes to the hosts it is for, no others."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from http.cookiejar import Cookie, CookieJar
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from urllib.request import Request as CookieRequest

from scraper.config import by_host
from scraper.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from scraper.fetchers.exchange import Answer, Layer, Request

_OF_OTHERS: Final = 0o077
_HTTP_ONLY: Final = "#HttpOnly_"
_TRUE: Final = "TRUE"


class Identity:
    """Adds to each request what is for its host: cookies of `jar`, and `headers` by host or the domain above it.

    What a server sets is not kept: the jar stays as it was read.
    """

    def __init__(self, inner: Layer, jar: CookieJar | None, headers: Mapping[str, Mapping[str, str]]) -> None:
        self._inner = inner
        self._jar = jar
        self._headers = headers

    @asynccontextmanager
    async def open(self, request: Request) -> AsyncIterator[Answer]:
        """Answer of the layer below."""
        own = by_host(self._headers, urlsplit(request.url).hostname or "") or {}
        added = (*own.items(), *self._cookies(request.url))
        async with self._inner.open(replace(request, headers=(*request.headers, *added))) as answer:
            yield answer

    def _cookies(self, url: str) -> tuple[tuple[str, str], ...]:
        """The Cookie header for a URL, by the rules of domain, path, expiry and security (RFC 6265)."""
        if self._jar is None:
            return ()
        asking = CookieRequest(url)  # noqa: S310 - opens nothing
        self._jar.add_cookie_header(asking)
        value = asking.get_header("Cookie")
        return (("Cookie", value),) if value else ()


def cookie_jar(path: Path) -> CookieJar:
    """Cookies in a file of Netscape's format, as browsers' extensions and curl write it.

    Raises ConfigError where it cannot be read, or others than its owner may: who has the cookies is the reader.
    """
    try:
        if path.stat().st_mode & _OF_OTHERS:
            raise ConfigError(f"{path}: others may read it; run `chmod 600 {path}`")
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); give a file of cookies in Netscape's format") from error
    jar = CookieJar()
    for number, line in enumerate(lines, start=1):
        told = line.removeprefix(_HTTP_ONLY)
        if told.strip() and not told.startswith("#"):
            jar.set_cookie(_cookie(told, f"{path}:{number}"))
    if not len(jar):
        raise ConfigError(f"{path}: no cookie in it that has not expired; export them anew")
    return jar


def _cookie(line: str, place: str) -> Cookie:
    """One line: domain, whether hosts below it count, path, whether TLS is a must, expiry, name, value."""
    try:
        domain, below, path, secure, expiry, name, value = line.split("\t")
        expires = int(expiry or 0)
    except ValueError as error:
        raise ConfigError(f"{place}: no cookie in Netscape's format; export them anew") from error
    return Cookie(
        version=0,
        name=name,
        value=value,
        port=None,
        port_specified=False,
        domain=domain,
        domain_specified=below == _TRUE,
        domain_initial_dot=domain.startswith("."),
        path=path,
        path_specified=True,
        secure=secure == _TRUE,
        expires=expires or None,  # 0 is a cookie of a session
        discard=not expires,
        comment=None,
        comment_url=None,
        rest={},
    )
