"""PostgreSQL: the table of articles, and what is told when it cannot be had."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

import pytest

from scraper.errors import LockedError, OutputError
from scraper.stores.state import open_state
from tests.stores.test_outputs import Ledger, delivery

if TYPE_CHECKING:
    from pathlib import Path

    from scraper.stores.outputs.output import Output

psycopg = pytest.importorskip("psycopg")
TableOutput = pytest.importorskip("scraper.stores.outputs.articles_table").TableOutput


def table(dsn: str) -> Output:
    output: Output = TableOutput(dsn)
    return output


def rows(dsn: str, statement: str) -> list[Any]:
    with psycopg.connect(dsn, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def test_a_revision_of_an_article_is_a_row_with_the_whole_record(postgres: str) -> None:
    output = table(postgres)
    output.prepare()
    told: dict[str, Any] = {
        "fetched_at": "2026-03-01T12:00:00+00:00",
        "status": 200,
        "error": None,
        "access": {"state": "free"},
    }
    output.take(1, [delivery("a", title="a\0b", flags={"k\0": ["\0"]}, **told), delivery("a", 2)], Ledger())
    output.take(2, [delivery("a", 2, title="newer")], Ledger())
    fields = "revision, title, authors, extract(hour FROM fetched_at AT TIME ZONE 'UTC')::int, access_state"
    assert rows(postgres, f"SELECT {fields} FROM articles ORDER BY revision") == [  # noqa: S608
        (1, "ab", ["A", "B"], 12, "free"),
        (2, "newer", ["A", "B"], None, None),
    ]
    assert rows(postgres, "SELECT record->'flags' FROM articles WHERE revision = 1") == [({"k": [""]},)]


def test_a_table_of_an_older_version_gets_the_columns_that_it_lacks(postgres: str) -> None:
    rows(postgres, "CREATE TABLE articles (id text, revision integer, title text, PRIMARY KEY (id, revision))")
    rows(postgres, "INSERT INTO articles VALUES ('old', 1, 'kept')")
    for _ in range(2):
        table(postgres).prepare()
    table(postgres).take(1, [delivery("a")], Ledger())
    assert rows(postgres, "SELECT id, title FROM articles ORDER BY id") == [("a", "Fähre"), ("old", "kept")]


@pytest.mark.parametrize(
    "foreign",
    ["CREATE TABLE articles (id integer, mine text)", "CREATE VIEW articles AS SELECT 'a'::text AS id, 1 AS revision"],
)
def test_a_table_of_another_program_is_refused_before_anything_is_fetched(postgres: str, foreign: str) -> None:
    rows(postgres, foreign)
    with pytest.raises(OutputError, match="nothing can be kept there"):
        table(postgres).prepare()
    assert len(rows(postgres, "SELECT * FROM pg_attribute WHERE attrelid = 'articles'::regclass AND attnum > 0")) == 2


def test_a_batch_is_taken_whole_or_not_at_all(postgres: str) -> None:
    output = table(postgres)
    output.prepare()
    rows(postgres, "ALTER TABLE articles ADD CHECK (id <> 'bad')")
    with pytest.raises(OutputError, match="violates check constraint") as error:
        output.take(1, [delivery("a"), delivery("bad"), delivery("c")], Ledger())
    assert "Fähre" not in str(error.value)
    assert rows(postgres, "SELECT id FROM articles") == []


def test_a_user_who_may_only_add_rows_can_use_a_table_that_is_there(postgres: str) -> None:
    table(postgres).prepare()
    schema = postgres.rpartition("%3D")[2]
    rows(postgres, f"CREATE ROLE w_{schema} LOGIN")
    restricted = postgres.replace("postgres:@", f"w_{schema}:@")
    rows(postgres, f"GRANT USAGE ON SCHEMA {schema} TO w_{schema}; GRANT SELECT ON articles TO w_{schema}")
    with pytest.raises(OutputError, match=r"permission denied.*give its user the right"):
        table(restricted).prepare()
    rows(postgres, f"GRANT INSERT, UPDATE ON articles TO w_{schema}")
    table(restricted).prepare()
    table(restricted).take(1, [delivery("a")], Ledger())
    assert rows(postgres, "SELECT id FROM articles") == [("a",)]


def test_rows_that_another_program_holds_are_waited_for_and_then_told(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.stores.postgres.BUSY", "50ms")
    table(postgres).prepare()
    with psycopg.connect(postgres) as holder:
        holder.execute("LOCK TABLE articles")
        with pytest.raises(LockedError, match="another program holds"):
            table(postgres).take(1, [delivery("a")], Ledger())


SECRETS = ("geheim", "ge@heim", "ge/heim", "ge:heim", "ge%zzheim", "ge#heim", "ge?heim")


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    "dsn", ["postgresql://user:{}@127.0.0.1:1/news", "postgres://user:{}@127.0.0.1:1/news?connect_timeout=1"]
)
def test_a_server_that_is_down_is_told_without_the_password(dsn: str, secret: str) -> None:
    for use in (lambda: open_state(dsn.format(secret), "job"), lambda: table(dsn.format(secret)).prepare()):
        with pytest.raises(OutputError, match=r"(postgresql://|PostgreSQL).*cannot be reached.*and the DSN") as error:
            use()
        shown = "".join(traceback.format_exception(error.value))
        assert not any(line for line in shown.splitlines() if "heim" in line)


def test_a_dsn_of_words_is_told_without_its_password() -> None:
    with pytest.raises(OutputError, match=r"postgresql://127\.0\.0\.1:1/news: cannot be reached") as error:
        table("host=127.0.0.1 port=1 dbname=news user=u password='ge heim'").prepare()
    assert "heim" not in str(error.value)


def test_a_wrong_password_is_told_without_it(postgres_server: tuple[str, Path], postgres: str) -> None:
    hba = postgres_server[1] / "pg_hba.conf"
    before = hba.read_text()
    rows(postgres, "CREATE ROLE guarded LOGIN PASSWORD 'right'")
    hba.write_text(f"local all guarded scram-sha-256\n{before}")
    try:
        rows(postgres, "SELECT pg_reload_conf()")
        wrong = postgres.replace("postgres:@", "guarded:geheim@")
        with pytest.raises(OutputError, match=r"cannot be reached \(.*password authentication failed") as error:
            open_state(wrong, "job")
        assert "geheim" not in "".join(traceback.format_exception(error.value))
    finally:
        hba.write_text(before)
        rows(postgres, "SELECT pg_reload_conf()")


def test_a_server_that_goes_away_in_between_is_told(postgres: str) -> None:
    with open_state(postgres, "job") as state:
        others = "pid <> pg_backend_pid() AND backend_type = 'client backend'"
        rows(postgres, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")  # noqa: S608
        with pytest.raises(OutputError, match=r"nothing can be kept there .*run again"):
            state.outbox.waiting()
