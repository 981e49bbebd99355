"""What archives hold: for each record the answer that it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.errors import InputError, InvalidUrlError
from scraper.fetchers.urls import checked_url
from scraper.jobs.wanted import moment
from scraper.warc import exchange_at, exchanges, is_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from scraper.fetchers.exchange import Exchange

_OK: Final = range(200, 300)


class Answer(NamedTuple):
    """An archived answer; `exact` is whether it is the one that was asked for, not only the newest."""

    exchange: Exchange
    exact: bool


class _Place(NamedTuple):
    archive: int
    offset: int
    at: datetime


class Wanted:
    """Answers that are wanted: of which URLs, and from when."""

    def __init__(self) -> None:
        self.times: dict[str, set[datetime | None]] = {}

    def add(self, url: str | None, at: str | None) -> None:
        """Want the answer that `url` gave at a time of ISO 8601."""
        if url:
            self.times.setdefault(_key(url), set()).add(when(at))


class Archives:
    """The answers in the archives at `paths` that are `wanted`: where they stand, not what they are.

    `faults` tells of archives that are damaged: they are read as far as they go. Raises InputError where one cannot be
    read at all.
    """

    def __init__(self, paths: Sequence[Path], wanted: Wanted) -> None:
        self._paths = tuple(paths)
        self._exact: dict[tuple[str, datetime], _Place] = {}
        self._newest: dict[str, _Place] = {}
        self.faults: list[str] = []
        for archive, path in enumerate(self._paths):
            try:
                self._index(archive, path, wanted.times)
            except OSError as error:
                raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error

    def find(self, url: str | None, at: str | None, *, newest: bool = True) -> Answer | None:
        """The answer that `url` gave at a time; where that is not there, with `newest` the newest that holds a page."""
        key, time = _key(url or ""), when(at)
        exact = self._exact.get((key, time)) if time else None
        place = exact or (self._newest.get(key) if newest else None)
        if place is None:
            return None
        try:
            found = exchange_at(self._paths[place.archive], place.offset)
        except OSError:
            return None
        return None if isinstance(found, InputError) else Answer(found, place is exact)

    def _index(self, archive: int, path: Path, times: Mapping[str, set[datetime | None]]) -> None:
        for offset, found in self._pages(path):
            key = _key(found.asked)
            if key not in times:
                continue
            place = _Place(archive, offset, found.at)
            if found.at in times[key]:
                self._exact[key, found.at] = place
            if found.status in _OK and (key not in self._newest or self._newest[key].at <= found.at):
                self._newest[key] = place

    def _pages(self, path: Path) -> Iterator[tuple[int, Exchange]]:
        with path.open("rb") as stream:
            for offset, found in exchanges(stream):
                if isinstance(found, InputError):
                    self.faults.append(f"{path}: {found}")
                elif is_page(found):
                    yield offset, found


def when(text: str | None) -> datetime | None:
    """A time of ISO 8601; None where it is none."""
    try:
        return moment(text)
    except ValueError:
        return None


def _key(url: str) -> str:
    """`url` as it was asked."""
    try:
        return checked_url(url)
    except InvalidUrlError:
        return url
