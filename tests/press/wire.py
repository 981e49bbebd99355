"""HTTP/1.1 by hand, as much of it as the press needs: requests from bytes, answers to bytes, conditions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.press.answer import Answer


@dataclass(frozen=True, slots=True)
class Request:
    """One request's head; header names in lower case, what came in several lines joined."""

    method: str
    target: str
    headers: Mapping[str, str]
    keeps_alive: bool

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


def parse(head: bytes) -> Request | None:
    """Request from the bytes before the empty line; None where they are none."""
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[1].startswith("/"):
        return None
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        name, value = name.lower(), value.strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    bodied = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
    closing = "close" in headers.get("connection", "").lower() or words[2] != "HTTP/1.1"
    return Request(words[0], words[1], headers, keeps_alive=not bodied and not closing)


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer as it is sent, but for its date: its head, its body and the head of the 304 in their place."""

    status: int
    head: bytes
    body: bytes
    unchanged: bytes
    etag: str
    modified_at: datetime | None


def ready(answer: Answer) -> Ready:
    """An answer put into HTTP, with its validators where it has a date (RFC 9110 8.8)."""
    etag, kept = "", list(answer.headers)
    if answer.modified_at:
        etag = f'"{hashlib.sha256(answer.body).hexdigest()[:24]}"'
        kept += [("ETag", etag), ("Last-Modified", _http_date(answer.modified_at))]
    sent = [*kept, ("Content-Type", answer.media_type), ("Content-Length", str(len(answer.body)))]
    modified_at = answer.modified_at.replace(microsecond=0) if answer.modified_at else None
    return Ready(answer.status, _head(answer.status, sent), answer.body, _head(304, kept), etag, modified_at)


def is_unchanged(request: Request, sent: Ready) -> bool:
    """Whether a request's conditions are met by what the client has (RFC 9110 13.1.2, 13.1.3, 13.2.2)."""
    if not sent.modified_at or request.method not in {"GET", "HEAD"}:
        return False
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return tags == "*" or sent.etag in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    since = _date(request.headers.get("if-modified-since"))
    return since is not None and sent.modified_at <= since


def _head(status: int, headers: list[tuple[str, str]]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{lines}".encode("latin-1")


def _http_date(at: datetime) -> str:
    return format_datetime(at.astimezone(UTC), usegmt=True)


def _date(value: str | None) -> datetime | None:
    try:
        at = parsedate_to_datetime(value) if value else None
    except ValueError:
        return None
    return at if at and at.tzinfo else None
