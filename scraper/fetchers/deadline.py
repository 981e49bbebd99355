"""The total deadline of a URL."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self


class Deadline:
    """Ends what is done inside `async with Deadline(seconds)` with TimeoutError when `seconds` have passed.

    Whatever a server does counts; what this program waits of its own accord, out of politeness, does not: see
    `paused`.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._timeout = asyncio.timeout(seconds)

    async def __aenter__(self) -> Self:
        await self._timeout.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._timeout.__aexit__(kind, error, trace)

    @property
    def left(self) -> float:
        """Seconds left, 0 when it has passed."""
        when = self._timeout.when()
        return max(0.0, when - asyncio.get_running_loop().time()) if when is not None else self.seconds

    @property
    def passed(self) -> bool:
        """Whether it has ended what it was over, or is about to."""
        return self._timeout.expired() or self.left == 0

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Stands still inside the `with`, and goes on with the seconds that were left."""
        left = self.left
        if not left:
            yield
            return
        self._timeout.reschedule(None)
        try:
            yield
        finally:
            self._timeout.reschedule(asyncio.get_running_loop().time() + left)
