"""What the state asks of a database: one contract, for SQLite and for PostgreSQL.

Statements are written once, in the SQL that both know, with `:name` for parameters.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager

    Row: TypeAlias = dict[str, Any]

_NO_TEXT: Final = re.compile("[\0\ud800-\udfff]")


class Database(Protocol):
    """A database that keeps state; every method raises OutputError, or LockedError where another program holds it.

    `name` is what errors call it, `serial` the type of a key that counts by itself, `blob` that of bytes, `skip_locked`
    what ends a SELECT whose rows no other machine is to take.
    """

    name: str
    serial: str
    blob: str
    skip_locked: str

    def query(self, statement: str, /, **values: object) -> list[Row]:
        """Rows that a statement gives, none where it gives none."""

    def change(self, statement: str, /, **values: object) -> int:
        """Number of rows that a statement changes."""

    def many(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """Do a statement once for each of `rows`."""

    def among(self, column: str, parameter: str, /) -> str:
        """The condition that `column` is one of the texts in the value of `parameter`, which `listed` makes."""

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done inside is kept, or nothing; not to be nested."""

    def alone(self, name: str) -> AbstractContextManager[None]:
        """What is done inside is done by no other machine at the same time under the same name; waits for them."""

    def version(self) -> int:
        """Number of the migration that the database is at; 0 where it is new."""

    def known_version(self) -> int:
        """As `version`, but nothing is made or waited for."""

    def set_version(self, number: int) -> None:
        """Keep the number of the migration."""

    def close(self) -> None:
        """Let go of it."""


def storable(text: str) -> str:
    """`text` as any database can hold it: U+FFFD in place of NUL and of halves of a surrogate pair."""
    return _NO_TEXT.sub("\ufffd", text)


def all_storable(values: Mapping[str, object]) -> dict[str, object]:
    """The values of a statement's parameters, texts as any database can hold them."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in values.items()}


def listed(texts: Iterable[str]) -> str:
    """The value of a parameter of `Database.among`."""
    return json.dumps(list(map(storable, texts)))
