"""One JSON file an article."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from scraper.stores.outputs.output import mapped, place, prepare_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from scraper.stores.outbox import Delivery
    from scraper.stores.outputs.output import Sizes

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


class FilesOutput:
    """A JSON file for each article, indented by two, at the paths that `pattern` gives; see `Output`.

    A newer revision takes the place of an older one, never the other way round. A lower revision that was fetched later
    is newer: counting began anew when the article, or the state, was forgotten.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def prepare(self) -> None:
        """See `Output`."""
        prepare_folder(self._pattern)

    def take(self, batch: int, deliveries: Sequence[Delivery], sizes: Sizes) -> Mapping[str, int]:  # noqa: ARG002
        """See `Output`."""
        newest: dict[Path, Delivery] = {}
        for delivery in deliveries:
            path = place(self._pattern, delivery)
            if path not in newest or not _is_newer(json.loads(newest[path].data), delivery):
                newest[path] = delivery
        for path, delivery in newest.items():
            if not _is_newer(_there(path), delivery):
                write_file(path, json.dumps(json.loads(delivery.data), ensure_ascii=False, indent=2).encode() + b"\n")
        return {}

    def close(self) -> None:
        """See `Output`."""


def _there(path: Path) -> object:
    """What the file at `path` holds; None where there is none, or none of JSON."""
    with mapped(path):
        try:
            return json.loads(path.read_bytes()) if path.is_file() else None
        except ValueError:
            return None


def _is_newer(one: object, other: Delivery) -> bool:
    """Whether `one`, what a file holds, is a newer record than that of `other`."""
    if not isinstance(one, dict) or not isinstance(one.get("revision"), int):
        return False
    return one["revision"] > other.revision and not _fetched(json.loads(other.data)) > _fetched(one)


def _fetched(record: Mapping[str, Any]) -> datetime:
    try:
        at = datetime.fromisoformat(record["fetched_at"])
    except (KeyError, TypeError, ValueError):
        return _NEVER
    return at if at.tzinfo else _NEVER
