"""What earlier runs have seen."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from scraper.article import Article, Failure
from scraper.errors import LockedError, OutputError
from scraper.stores.state import State, is_settled, url_key

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://paper.example/story"


def record(*, retryable: bool | None = None, status: int = 200) -> Article:
    error = None if retryable is None else Failure(kind="http_status", message="m", retryable=retryable)
    return Article(id="a", rules_version="r", outcome="error" if error else "article", error=error, status=status)


@pytest.mark.parametrize(
    "same",
    [
        "https://paper.example/story#comments",
        "HTTPS://PAPER.example/story",
        "https://paper.example/story?utm_source=rss&utm_medium=feed",
        "https://paper.example/story?fbclid=x&GCLID=y",
    ],
)
def test_addresses_of_one_page_have_one_key(same: str) -> None:
    assert url_key(same) == url_key(URL)


@pytest.mark.parametrize(
    "other",
    ["https://paper.example/story?id=2", "https://paper.example/Story", "https://paper.example/story?page="],
)
def test_addresses_of_other_pages_have_other_keys(other: str) -> None:
    assert url_key(other) != url_key(URL)


def test_order_of_parameters_is_no_difference_but_repetition_is() -> None:
    assert url_key(f"{URL}?b=1&a=2") == url_key(f"{URL}?a=2&b=1")
    assert url_key(f"{URL}?a=1&a=2") != url_key(f"{URL}?a=1")


@pytest.mark.parametrize("broken", ["http://[broken", "http://h:99999/", "nonsense"])
def test_what_is_no_url_is_its_own_key(broken: str) -> None:
    assert url_key(broken) == broken


def test_a_later_run_knows_what_an_earlier_one_marked(tmp_path: Path) -> None:
    path = tmp_path / "made" / "state.sqlite"
    with State(path) as state:
        assert not state.knows(URL)
        state.mark(URL, record())
    with State(path) as state:
        assert state.knows(f"{URL}?utm_source=rss")
        assert not state.knows(f"{URL}/2")


def test_a_failure_that_may_pass_is_not_seen_until_it_passed(tmp_path: Path) -> None:
    with State(tmp_path / "state.sqlite") as state:
        state.mark(URL, record(retryable=True))
        assert not state.knows(URL)
        state.mark(URL, record())
        assert state.knows(URL)


@pytest.mark.parametrize(
    ("article", "settled"),
    [
        (record(), True),
        (record(retryable=False, status=404), True),
        (record(retryable=True, status=200), False),
        (record(retryable=False, status=503), False),
        (record(status=429), False),
    ],
)
def test_only_what_may_pass_is_unsettled(article: Article, *, settled: bool) -> None:
    assert is_settled(article) is settled


def test_outcome_times_and_attempts_are_kept(tmp_path: Path) -> None:
    first, second = (
        record(retryable=True).model_copy(update={"fetched_at": f"2026-03-0{day}T00:00:00+00:00"}) for day in (1, 2)
    )
    with State(tmp_path / "state.sqlite") as state:
        state.mark(URL, first)
        state.mark(URL, second)
    connection = sqlite3.connect(tmp_path / "state.sqlite")
    row = connection.execute("SELECT url, outcome, attempts, first_at, last_at FROM seen").fetchone()
    connection.close()
    assert row == (URL, "error", 2, first.fetched_at, second.fetched_at)


def test_the_holds_of_the_last_run_are_kept_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    holds = [("a.org", "2026-03-01T12:00:00+00:00", 2.0, True), ("b.org", "2026-03-01T13:00:00+00:00", 1.0, False)]
    with State(path) as state:
        assert state.holds() == []
        state.hold(holds)
    with State(path) as state:
        assert state.holds() == holds
        state.hold(holds[1:])
        assert state.holds() == holds[1:]


def test_marks_outlive_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with State(path) as state:
        state.mark(URL, record())
        copies = {name: (tmp_path / name).read_bytes() for name in ("state.sqlite", "state.sqlite-wal")}
    (tmp_path / "after").mkdir()
    for name, content in copies.items():
        (tmp_path / "after" / name).write_bytes(content)
    with State(tmp_path / "after" / "state.sqlite") as state:
        assert state.knows(URL)


def test_two_runs_do_not_hold_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.stores.state._BUSY_SECONDS", 0.01)
    path = tmp_path / "state.sqlite"
    with State(path), pytest.raises(LockedError, match=r"state\.sqlite: .*another run") as stopped:
        State(path)
    assert stopped.value.exit_code == 75
    State(path).close()


def test_a_file_that_is_no_state_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes\n" * 200)
    with pytest.raises(OutputError, match=r"notes\.txt: .*not a state file"):
        State(path)
    assert path.read_text().startswith("my notes")


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    State(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(OutputError, match="newer version"):
        State(path)


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"state\.sqlite"):
        State(tmp_path / "file" / "state.sqlite")


def test_a_directory_given_as_state_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="can be written"):
        State(tmp_path)
