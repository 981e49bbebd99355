"""What a paper answers to a path, before it is put into HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

HTML: Final = "text/html; charset=utf-8"
XML: Final = "application/xml; charset=utf-8"
RSS: Final = "application/rss+xml; charset=utf-8"
ATOM: Final = "application/atom+xml; charset=utf-8"
JSON_FEED: Final = "application/feed+json; charset=utf-8"
TEXT: Final = "text/plain; charset=utf-8"
GZIP: Final = "application/gzip"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body and what the headers say; `stalls` is no answer at all on a connection that stays open.

    What has `modified_at` is sent with it and with a strong ETag of its bytes, and can be asked for on conditions.
    """

    body: bytes
    media_type: str = HTML
    status: int = 200
    modified_at: datetime | None = None
    headers: tuple[tuple[str, str], ...] = (("Cache-Control", "no-cache"),)
    stalls: bool = False
