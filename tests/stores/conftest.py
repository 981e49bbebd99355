"""A real PostgreSQL, and the state on it and on SQLite."""

from __future__ import annotations

import os
import subprocess
import tempfile
import uuid
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from scraper.stores.sqlite import SqliteDatabase
from scraper.stores.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator


class OpenState(Protocol):
    def __call__(self, me: str = "one", owner: str = "host") -> State: ...


@pytest.fixture
def postgres(postgres_server: tuple[str, Path]) -> str:
    """DSN of a database, with a schema of its own that has nothing in it."""
    import psycopg  # noqa: PLC0415 - an extra

    dsn = postgres_server[0]
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{dsn}&options=-csearch_path%3D{name}"


@pytest.fixture(params=["sqlite", "postgres"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenState]:
    """Opens one state as often as asked, each time as another machine would."""
    dsn = request.getfixturevalue("postgres") if request.param == "postgres" else ""
    schema = f"scraper_{uuid.uuid4().hex}"
    with ExitStack() as stack:

        def open_state(me: str = "one", owner: str = "host") -> State:
            if not dsn:
                return stack.enter_context(State(SqliteDatabase(tmp_path / "state.sqlite"), me=me, owner=owner))
            from scraper.stores.postgres import PostgresDatabase  # noqa: PLC0415 - an extra

            return stack.enter_context(State(PostgresDatabase(dsn, schema), me=me, owner=owner))

        yield open_state


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 256 KiB; not among pytest's folders, which it could not remove were the tests killed."""
    with tempfile.TemporaryDirectory(prefix="scraper-disk-") as name:
        if os.geteuid() or not _mounted("-t", "tmpfs", "-o", "size=256k", "tmpfs", name):
            pytest.skip("needs the right to mount a file system")
        yield Path(name)
        subprocess.run(["/bin/umount", "--lazy", name], check=True)  # noqa: S603


def _mounted(*options: str) -> bool:
    return subprocess.run(["/bin/mount", *options], check=False, capture_output=True).returncode == 0  # noqa: S603


def make_read_only(disk: Path) -> None:
    assert _mounted("-o", "remount,ro", str(disk))
