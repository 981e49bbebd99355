"""A press while it is served: what it answers now, what was asked of it, and how its edition changes."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Final, TypeAlias

from tests.press.desk import number, reply
from tests.press.wire import Ready, ready

if TYPE_CHECKING:
    from tests.press.answer import Answer
    from tests.press.papers import Press

    Stand: TypeAlias = tuple[object, ...]

CACHE_BYTES: Final = 256 * 2**20
"""Most that is kept of rendered pages; 3,000 pages take 30 MiB."""


class Log:
    """What was asked: how often each (host, path with query, status); status 0 is a request never answered.

    Requests of the control endpoints are not in it. Any thread may ask.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str, int]] = Counter()

    def add(self, host: str, path: str, status: int) -> None:
        """Note one request."""
        with self._lock:
            self._counts[host, path, status] += 1

    def counts(self) -> Counter[tuple[str, str, int]]:
        """All that was asked until now."""
        with self._lock:
            return self._counts.copy()

    def statuses(self) -> Counter[int]:
        """How often each status was answered."""
        statuses: Counter[int] = Counter()
        for (_, _, status), count in self.counts().items():
            statuses[status] += count
        return statuses

    def asked(self, host: str | None = None, path: str | None = None, status: int | None = None) -> int:
        """How many requests there were; of a host, path (whatever its query) or status where given."""
        return sum(
            count
            for (at, target, answered), count in self.counts().items()
            if host in {None, at} and path in {None, target, target.partition("?")[0]} and status in {None, answered}
        )

    def reset(self) -> None:
        """Forget all."""
        with self._lock:
            self._counts.clear()


class Served:
    """A press on a port. `press` is its present edition; `publish` and `revise` put the next one in its place."""

    def __init__(self, press: Press) -> None:
        self.log = Log()
        self._first = self._press = press
        self._lock = threading.Lock()
        self._rendered = threading.Lock()
        self._cache: OrderedDict[tuple[int, str], tuple[Stand, Ready, Answer]] = OrderedDict()
        self._bytes = 0

    @property
    def press(self) -> Press:
        """The edition that is answered from now."""
        return self._press

    @property
    def port(self) -> int:
        """The port of every paper."""
        return self._press.port

    @property
    def control(self) -> str:
        """Base URL of the control endpoints."""
        return f"http://127.0.0.1:{self.port}/_press/"

    def url(self, paper: int, path: str = "/") -> str:
        """Where a path of a paper stands."""
        return self._press.paper(paper).base + path

    @property
    def kept_bytes(self) -> int:
        """How much is kept of rendered answers."""
        return self._bytes

    def publish(self, paper: int | None = None, count: int = 1) -> None:
        """Add articles to a paper, or to each: see Press.publish."""
        with self._lock:
            self._press = self._press.publish(paper, count)

    def revise(self, paper: int | None = None, n: int = 0) -> None:
        """Change an article of a paper, or of each: see Press.revise."""
        with self._lock:
            self._press = self._press.revise(paper, n)

    def reset(self, *, edition: bool = False) -> None:
        """Forget the log, and all that was published and revised if `edition`."""
        self.log.reset()
        with self._lock:
            self._press = self._first if edition else self._press

    def warm(self) -> None:
        """Render every article and source now, so that the first to ask does not wait."""
        press = self._press
        for k in range(press.papers):
            self.answer(k, press.source(k).address.removeprefix(press.paper(k).base))
            for article in press.articles(k):
                self.answer(k, article.path)

    def answer(self, k: int, path: str) -> tuple[Ready, Answer]:
        """What paper k answers to a path now; rendered once for each state of it."""
        press = self._press
        with self._rendered:
            stand, kept = _stand(press, k, path), self._cache.get((k, path))
            if kept and kept[0] == stand:
                self._cache.move_to_end((k, path))
                return kept[1:]
            made = reply(press, k, path)
            self._keep((k, path), (stand, ready(made), made))
            return self._cache[k, path][1:]

    def _keep(self, key: tuple[int, str], made: tuple[Stand, Ready, Answer]) -> None:
        """Keep an answer, and of the others the last used ones that there is room for."""
        if key in self._cache:
            self._bytes -= len(self._cache.pop(key)[1].body)
        self._cache[key] = made
        self._bytes += len(made[1].body)
        while self._bytes > CACHE_BYTES and len(self._cache) > 1:
            self._bytes -= len(self._cache.popitem(last=False)[1][1].body)


def _stand(press: Press, k: int, path: str) -> Stand:
    """What the answer to a path depends on: of an article its revision, of everything else the paper's edition."""
    edition, n = press.edition(k), number(path)
    if n is None:
        return (edition,)
    added = edition.added[n - press.pages] if press.pages <= n < press.count(k) else None
    return (n < press.count(k), edition.revised.get(n), added)
