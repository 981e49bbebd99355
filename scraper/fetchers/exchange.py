"""What the layers of fetching hand to each other: a request down, an answer up; and both as they are archived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import AsyncIterable
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from scraper.fetchers.deadline import Deadline
    from scraper.page import Conditions, Origin

NOT_MODIFIED: Final = 304
"""Status of an answer that says: what you have still holds (RFC 9110 15.4.5)."""
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
"""Statuses whose Location is followed (RFC 9110 15.4)."""

Headers: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer.

    `asked` is the URL that redirects led here from, `url` the one that was asked; both are the same without redirects.
    `sent` and `headers` are those of request and answer, names of the latter in lower case; `body` is as transferred,
    codings in place. `known` is false where the archive does not say what the URL was asked for.
    """

    asked: str
    url: str
    at: datetime
    sent: Headers
    status: int
    headers: Headers
    body: bytes
    known: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """A GET of the last URL of `trail`, which holds the URL asked for and those that redirects led to.

    `deadline` is that of all that is done for the URL; `headers` go along with those that every request has. What is to
    be archived is added to `tape`. `conditions` go along where it is their URL that is asked.
    """

    trail: tuple[str, ...]
    deadline: Deadline
    headers: Headers = ()
    tape: list[Exchange] | None = None
    conditions: Conditions | None = None

    @property
    def url(self) -> str:
        """The URL to ask."""
        return self.trail[-1]


@dataclass(frozen=True, slots=True)
class Answer:
    """Head of a response whose body is still to be read.

    `headers` keep order and repetitions, names in lower case; `chunks` are the body's bytes as transferred, with
    content codings in place, and can be read once, while the answer is open. `unchanged`: it is one kept from earlier,
    and the server says that it still holds. `at` is when it was given, where it is archived.
    """

    status: int
    headers: Headers
    chunks: AsyncIterable[bytes]
    origin: Origin = "live"
    unchanged: bool = False
    at: datetime | None = None

    def header(self, name: str) -> str | None:
        """Value of the first header called `name` (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)


class Layer(Protocol):
    """One duty between the fetcher and the network; hands on to the layer below what it lets through."""

    def open(self, request: Request) -> AbstractAsyncContextManager[Answer]:
        """Answer to `request`, open for reading inside the `async with`; raises FetchError."""
