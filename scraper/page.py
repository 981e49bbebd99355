"""What fetching ends with and everything after it starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Origin = Literal["live", "cache", "archive", "file"]
MAX_VALIDATOR = 1024


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a server, or one file.

    `url` is what was asked for, `final_url` where redirects ended (both None for a file without a URL).
    `headers` keep their order and their repetitions, with names in lower case. `body` holds the bytes with
    content codings undone and the charset not yet decoded. `fetched_at` is aware, or None where unknown. `decoded` is
    true where the body was text before: it is UTF-8, whatever its labels say. `unchanged` is true where the body was
    kept from an earlier fetch, and the server says that it still holds. `site` is what its site says of it elsewhere
    (tdmrep.json), as headers would.
    """

    url: str | None
    final_url: str | None
    status: int | None
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: datetime | None
    origin: Origin
    decoded: bool = False
    unchanged: bool = False
    site: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """Value of the first header called `name` (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def media_type(self) -> str | None:
        """Media type of the Content-Type header without parameters, in lower case, or None."""
        declared = self.header("content-type")
        return declared.partition(";")[0].strip().lower() or None if declared else None


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an earlier answer of `url` said of itself, to be asked whether it still holds (RFC 9110 section 13.1)."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """The headers of a conditional request."""
        named = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return tuple((name, value) for name, value in named if value)


def conditions(page: Page) -> Conditions | None:
    """Conditions under which `page` is to be asked for again; None where it says nothing that could be asked after."""
    etag, modified = (_sendable(page.header(name)) for name in ("etag", "last-modified"))
    return Conditions(page.final_url, etag, modified) if page.final_url and (etag or modified) else None


def _sendable(value: str | None) -> str | None:
    """A header's value as it may be sent back; None where it may not."""
    return value if value and value.isascii() and value.isprintable() and len(value) <= MAX_VALIDATOR else None


def encodable(text: str) -> str:
    r"""`text` with U+FFFD for lone surrogates: JSON (`"\ud800"`) and command lines can hold them, UTF-8 cannot."""
    return utf8(text).decode()


def utf8(text: str) -> bytes:
    """`text` as UTF-8, with U+FFFD for lone surrogates."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def html_page(html: str | bytes, *, url: str | None = None, fetched_at: datetime | None = None) -> Page:
    """Page from HTML at hand: text (taken as already decoded) or raw bytes (decoded later, by their own signs)."""
    return _page(html, "text/html", url, fetched_at)


def text_page(text: str | bytes, *, url: str | None = None, fetched_at: datetime | None = None) -> Page:
    """Page from a text that another extractor left: `str`, or bytes in a charset still to be found."""
    return _page(text, "text/plain", url, fetched_at)


def _page(content: str | bytes, media_type: str, url: str | None, fetched_at: datetime | None) -> Page:
    decoded = isinstance(content, str)
    body = utf8(content) if isinstance(content, str) else content
    headers = (("content-type", f"{media_type}; charset=utf-8" if decoded else media_type),)
    return Page(url, url, None, headers, body, fetched_at, "file", decoded)
