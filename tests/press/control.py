"""The control endpoints of a served press, at 127.0.0.1 alone: for benchmarks that run it as a process."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

from tests.press.answer import TEXT, Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.press.served import Served

_JSON: Final = "application/json"
_TRUE: Final = "1"


def control(served: Served, method: str, target: str) -> Answer:
    """Answer to a request: JSON, 204 or the fault in plain text."""
    parts = urlsplit(target)
    endpoint = _ENDPOINTS.get((method, parts.path))
    if endpoint is None:
        known = ", ".join(" ".join(key) for key in _ENDPOINTS)
        return _text(f"no such endpoint; there are: {known}\n", 404)
    try:
        found = endpoint(served, dict(parse_qsl(parts.query)))
    except (LookupError, ValueError) as error:
        return _text(f"{error}\n", 400)
    return Answer(json.dumps(found).encode(), _JSON, headers=()) if found is not None else _text("", 204)


def _log(served: Served, _query: Mapping[str, str]) -> object:
    """How often each status was answered, and each path of each host."""
    paths: dict[str, dict[str, int]] = defaultdict(dict)
    for (host, path, status), count in served.log.counts().items():
        paths[host + path][str(status)] = count
    statuses = {str(status): count for status, count in sorted(served.log.statuses().items())}
    return {"requests": sum(statuses.values()), "statuses": statuses, "paths": paths}


def _sources(served: Served, _query: Mapping[str, str]) -> object:
    return [asdict(source) for source in served.press.sources()]


def _publish(served: Served, query: Mapping[str, str]) -> None:
    served.publish(_paper(query), int(query.get("count", "1")))


def _revise(served: Served, query: Mapping[str, str]) -> None:
    served.revise(_paper(query), int(query.get("n", "0")))


def _reset(served: Served, query: Mapping[str, str]) -> None:
    served.reset(edition=query.get("edition") == _TRUE)


def _paper(query: Mapping[str, str]) -> int | None:
    return int(query["paper"]) if "paper" in query else None


def _text(text: str, status: int) -> Answer:
    return Answer(text.encode(), TEXT, status, headers=())


_ENDPOINTS: Final[Mapping[tuple[str, str], Callable[[Served, Mapping[str, str]], object]]] = {
    ("GET", "/_press/log"): _log,
    ("GET", "/_press/sources"): _sources,
    ("POST", "/_press/publish"): _publish,
    ("POST", "/_press/revise"): _revise,
    ("POST", "/_press/reset"): _reset,
}
