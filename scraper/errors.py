"""Everything that can go wrong, as one tree.

ScraperError
├── UsageError            an argument that cannot be used
│   └── InvalidUrlError   not an absolute http(s) URL
├── ConfigError           a job or site file with a fault
├── InputError            an input that cannot be read as what it was given as
│   ├── EmptyInputError   nothing in it
│   └── BinaryInputError  neither HTML nor text
├── FetchError            a URL that gave no page
│   ├── DeadlineError     the total deadline passed
│   ├── ConnectionFailedError  no connection, or one that broke
│   ├── StatusError       a status that gives no page
│   │   └── RetryStatusError  a status that may pass, after the last attempt
│   ├── MediaTypeError    an answer that is neither HTML nor text
│   ├── RedirectError     too many, or to what may not be followed
│   ├── ForbiddenError    an address or port that may not be connected to
│   ├── RobotsDeniedError what robots.txt disallows
│   ├── RobotsUnavailableError  a robots.txt that cannot be read for now
│   ├── OfflineError      not in the cache, and nothing is to be asked
│   ├── HostParkedError   a site that is left alone for now
│   └── TooLargeError     more bytes than the cap
├── InternalError         a fault of this program, met while it processed an input
├── WorkerError           an input that a worker process gave no answer to
│   ├── PageTimeoutError  processing it took too long, and was stopped
│   └── WorkerDiedError   the process died of it, or was killed
└── OutputError           a result that could not be written
    └── LockedError       a job that another run is doing

A library's own errors are mapped to these where the library is called, nowhere else.
"""

from __future__ import annotations

from typing import ClassVar, Final, Literal, Self

_RETRIED: Final = frozenset({408, 425, 429, *range(500, 600)})


def may_pass(status: int | None) -> bool:
    """Whether an HTTP status says that the same request may succeed later: 408, 425, 429 or 5xx.

    With `retryable` below, all that the program knows of what is worth asking again.
    """
    return status in _RETRIED


class ScraperError(Exception):
    """Root of the tree.

    `kind` is the stable name that records carry; `retryable` says whether the same call may succeed later;
    `exit_code` is what the command ends with when this is what stopped it; `outcome` is that of the record.
    """

    kind: ClassVar[str] = "error"
    retryable: ClassVar[bool] = False
    exit_code: ClassVar[int] = 1
    outcome: ClassVar[Literal["error", "robots_denied"]] = "error"


class UsageError(ScraperError):
    """An argument that cannot be used."""

    kind = "usage"
    exit_code = 2


class InvalidUrlError(UsageError):
    """Not an absolute http or https URL."""

    kind = "invalid_url"


class ConfigError(ScraperError):
    """A job or site file with a fault."""

    kind = "config"
    exit_code = 78


class InputError(ScraperError):
    """An input that cannot be read as what it was given as."""

    kind = "input"


class EmptyInputError(InputError):
    """An input with nothing in it."""

    kind = "empty"


class BinaryInputError(InputError):
    """An input that is neither HTML nor text."""

    kind = "binary"


class FetchError(ScraperError):
    """A URL that gave no page."""

    kind = "fetch"


class DeadlineError(FetchError):
    """The total deadline of a URL passed."""

    kind = "deadline"
    retryable = True


class ConnectionFailedError(FetchError):
    """No connection could be made, or it broke."""

    kind = "connection"
    retryable = True


class StatusError(FetchError):
    """A status that gives no page."""

    kind = "http_status"


class RetryStatusError(StatusError):
    """The last attempt still answered with a status that may pass."""

    retryable = True


class MediaTypeError(FetchError):
    """An answer that is neither HTML nor text."""

    kind = "media_type"


class RedirectError(FetchError):
    """Too many redirects, or one that may not be followed."""

    kind = "redirect"


class ForbiddenError(FetchError):
    """An address or port that may not be connected to."""

    kind = "forbidden"


class RobotsDeniedError(FetchError):
    """A URL that robots.txt disallows."""

    kind = "robots_denied"
    outcome = "robots_denied"


class RobotsUnavailableError(FetchError):
    """A robots.txt that cannot be read for now, so that nothing of its site is fetched."""

    kind = "robots_unavailable"
    outcome = "robots_denied"
    retryable = True


class OfflineError(FetchError):
    """A URL that the cache does not hold, where nothing is to be asked."""

    kind = "offline"


class HostParkedError(FetchError):
    """A site that is left alone for now: it asked for that, or failed too often."""

    kind = "parked"
    retryable = True


class TooLargeError(FetchError):
    """More bytes than the size cap."""

    kind = "too_large"


class InternalError(ScraperError):
    """A fault of this program, met while it processed an input."""

    kind = "internal"


class WorkerError(ScraperError):
    """An input that a worker process gave no answer to."""

    kind = "worker"

    def of(self, name: str) -> Self:
        """This error, told of the input called `name`."""
        return type(self)(f"{name}: {self}")


class PageTimeoutError(WorkerError):
    """Processing an input took too long, and was stopped."""

    kind = "page_timeout"


class WorkerDiedError(WorkerError):
    """The worker process died of an input, or was killed."""

    kind = "worker_died"


class OutputError(ScraperError):
    """A result that could not be written."""

    kind = "output"


class LockedError(OutputError):
    """A job that another run is doing; it ends by itself, so a crontab need not mind."""

    kind = "locked"
    exit_code = 75
