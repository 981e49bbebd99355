"""Runs that begin at once, for all tests of jobs."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from tests.jobs.nursery import Nursery
from tests.jobs.watching import AVAILABLE, NOT_AVAILABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    if not AVAILABLE:
        pytest.skip(NOT_AVAILABLE)
    with Nursery() as one:
        yield one


@pytest.fixture
def dsn(postgres_server: tuple[str, Path]) -> str:
    """DSN of a database with nothing in it."""
    import psycopg  # noqa: PLC0415 - an extra

    name = f"db{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server[0], autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return postgres_server[0].replace("/postgres?", f"/{name}?", 1)
