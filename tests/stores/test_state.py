"""What outlives a run: one contract, on SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from scraper.errors import LockedError, OutputError
from scraper.page import Conditions
from scraper.sameness import signature
from scraper.stores.history import Reading
from scraper.stores.outbox import Delivery
from scraper.stores.pages import New, Settled
from scraper.stores.records import Written
from scraper.stores.sqlite import SqliteDatabase
from scraper.stores.state import State, open_state, read_state, try_out
from tests.stores.conftest import make_read_only

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stores.conftest import OpenState

T0, T1, T2, T3 = (f"2026-03-01T0{hour}:00:00+00:00" for hour in range(4))
TEXT = " ".join(f"word{number} about bridge {number % 7} closed" for number in range(60))


def new(key: str, site: str = "a.example", rank: int = 0, **values: Any) -> New:  # noqa: ANN401
    told: dict[str, Any] = {"url": f"https://{key}", "source": "paper", "stamp": None} | values
    return New(key=key, site=site, rank=rank, **told)


def settled(key: str, **values: Any) -> Settled:  # noqa: ANN401
    told: dict[str, Any] = dict.fromkeys(("due_at", "final_url", "etag", "last_modified", "record_id"))
    told |= {"fetched_at": T1, "status": 200, "outcome": "article", "failures": 0, "idle": 0}
    return Settled(key=key, **(told | values))


def keys(state: State, *sites: str, now: str = T1, each: int = 10, done: tuple[str, ...] = ()) -> list[str]:
    return [task.key for task in state.pages.due(sites, now, T0, each=each, done=done)]


def lease(state: State, now: str = T1, until: str = T2, most: int = 10) -> list[str]:
    return sorted(state.pages.lease(now, until, T0, most))


def test_pages_that_were_added_are_known_due_and_leased_to_the_one_that_asks(opened: OpenState) -> None:
    state = opened()
    state.pages.add([new("a/1", rank=2), new("a/2", rank=1), new("b/1", "b.example")], T0)
    known = state.pages.known(["a/1", "a/3"])
    assert {key: found.due_at for key, found in known.items()} == {"a/1": T0}
    assert lease(state) == ["a.example", "b.example"]
    assert keys(state, "a.example", "b.example") == ["b/1", "a/2", "a/1"]
    assert keys(state, "a.example", each=1) == ["a/2"]
    assert keys(state, "a.example", done=("paper",)) == []
    assert state.pages.waiting(T1) == 3


def test_more_keys_than_one_statement_takes_are_known(opened: OpenState) -> None:
    state = opened()
    names = [f"a/{number}" for number in range(1201)]
    state.pages.add([new(name) for name in names], T0)
    assert set(state.pages.known(names)) == set(names)


def test_a_page_that_is_settled_is_due_no_more_until_it_is_added_or_its_time_comes(opened: OpenState) -> None:
    state = opened()
    state.pages.add([new("a/1"), new("a/2", rank=1)], T0)
    lease(state)
    assert state.pages.settle(settled("a/1", etag='"e"', record_id="r"))
    assert state.pages.settle(settled("a/2", due_at=T3, failures=1))
    assert state.pages.waiting(T2) == 0
    assert [task.key for task in state.pages.due(["a.example"], T3, T2, each=9)] == ["a/2"]
    state.pages.add([new("a/1", stamp=T2)], T2)
    (task,) = state.pages.due(["a.example"], T2, T2, each=9)
    assert (task.key, task.record_id, task.outcome) == ("a/1", "r", "article")
    assert task.conditions == Conditions("https://a/1", '"e"', None)


def test_two_machines_never_get_the_same_site(opened: OpenState) -> None:
    one, two = opened("one"), opened("two")
    one.pages.add([new(f"{site}/1", f"{site}.example") for site in "abcdef"], T0)
    first, second, rest = lease(one, most=2), lease(two, most=2), lease(one)
    assert (len(first), len(second)) == (2, 2)
    assert not set(rest) & set(second)
    assert sorted({*second, *rest}) == [f"{site}.example" for site in "abcdef"]
    assert set(first) < set(rest)


def test_a_lease_that_ran_out_is_taken_over_and_what_comes_late_is_not_kept(opened: OpenState) -> None:
    one, two = opened("one"), opened("two")
    one.pages.add([new("a/1")], T0)
    assert lease(one, now=T0, until=T1) == ["a.example"]
    assert lease(two, now=T1) == []
    assert lease(two, now=T2, until=T3) == ["a.example"]
    assert not one.pages.settle(settled("a/1", record_id="late"))
    assert two.pages.settle(settled("a/1", record_id="in time"))
    assert one.pages.waiting(T3) == 0


def test_a_lease_that_is_renewed_or_let_go_is_so_for_others(opened: OpenState) -> None:
    one, two = opened("one"), opened("two")
    one.pages.add([new("a/1")], T0)
    lease(one, now=T0, until=T1)
    assert two.history.others(T0)
    assert not one.history.others(T0)
    one.pages.renew(T3)
    assert lease(two, now=T2) == []
    one.pages.release()
    assert lease(two, now=T2) == ["a.example"]


def test_a_parked_site_is_leased_when_its_time_is_over(opened: OpenState) -> None:
    state = opened()
    state.pages.add([new("a/1"), new("b/1", "b.example")], T0)
    lease(state)
    state.pages.hold([("a.example", T2, 2.0, True), ("b.example", T2, 1.5, False)])
    assert state.pages.holds() == [("a.example", T2, 2.0, True), ("b.example", T2, 1.5, False)]
    assert lease(state) == ["b.example"]
    assert lease(state, now=T2, until=T3) == ["a.example", "b.example"]
    state.pages.hold([])
    assert state.pages.holds() == []


def test_a_page_is_known_by_another_address_unless_that_was_fetched_itself(opened: OpenState) -> None:
    state = opened()
    state.pages.add([new("a/1"), new("a/own", rank=1), new("a/waits", rank=2)], T0)
    lease(state)
    tasks = {task.key: task for task in state.pages.due(["a.example"], T1, T0, each=9)}
    state.pages.settle(settled("a/own", fetched_at=T0))
    for key in ("a/other", "a/own", "a/waits"):
        state.pages.alias(key, f"https://{key}", tasks["a/1"], settled("a/1", record_id="r"))
    found = state.pages.known(["a/other", "a/own", "a/waits"])
    assert {key: (known.due_at, known.fetched_at) for key, known in found.items()} == {
        "a/other": (None, T1),
        "a/own": (None, T0),
        "a/waits": (None, T1),
    }


def written(identity: str, family: str | None = None, signed: bytes | None = None, at: str = T1) -> Written:
    return Written(identity, f"https://{identity}", "article", None, "hash", 1, at, family, signed)


def test_what_is_forgotten_is_so_with_its_other_addresses_its_record_and_its_readings(opened: OpenState) -> None:
    state = opened()
    state.pages.add([new("a/1"), new("a/2", source="other", rank=1)], T0)
    lease(state)
    (task,) = state.pages.due(["a.example"], T1, T0, each=1)
    state.pages.settle(settled("a/1", record_id="r"))
    state.pages.alias("a/amp", "https://a/amp", task, settled("a/1", record_id="r"))
    state.records.put(written("r", signed=signature(TEXT)))
    for source in ("paper", "other"):
        state.history.remember(source, f"https://{source}/feed", Reading(3), T1)
    assert state.pages.forget("https://a/amp", "a/amp") == 2
    assert list(state.pages.known(["a/1", "a/amp", "a/2"])) == ["a/2"]
    assert state.records.last("r") is None
    assert state.history.reading("https://paper/feed") is None
    assert state.history.reading("https://other/feed") == Reading(3)
    assert state.pages.forget("other", "other") == 1


def test_the_last_record_of_an_article_takes_the_place_of_the_one_before(opened: OpenState) -> None:
    state = opened()
    assert state.records.last("a") is None
    state.records.put(written("a", signed=signature(TEXT)))
    changed = Written("a", None, "error", "deadline", None, 2, T2)
    state.records.put(changed)
    assert state.records.last("a") == changed


def test_nearly_the_same_text_is_of_the_family_of_the_first(opened: OpenState) -> None:
    state = opened()
    first, near, other = (signature(text) for text in (TEXT, f"{TEXT} and more", TEXT.replace("word", "else")))
    assert first
    assert near
    assert other
    assert state.records.family("a", first) == "a"
    state.records.put(written("a", "a", first))
    assert state.records.family("b", near) == "a"
    state.records.put(written("b", "a", near, T2))
    assert state.records.family("c", near) == "a"
    assert state.records.family("d", signature(" ".join(f"x{n} y{n * n} z" for n in range(90))) or b"") == "d"
    state.records.age(T3)
    assert state.records.family("c", near) == "c"
    assert state.records.last("a")


def test_an_outbox_gives_its_batches_again_until_they_are_done(opened: OpenState) -> None:
    state, other = opened(), opened("two", "elsewhere")
    deliveries = [Delivery("paper", "a.example", "2026-03-01", f"r{number}", 1, "{}") for number in range(3)]
    assert state.outbox.seal() is None
    for delivery in deliveries[:2]:
        state.outbox.put(delivery)
    other.outbox.put(deliveries[2])
    batch = state.outbox.seal()
    assert batch
    state.outbox.put(deliveries[2])
    assert opened().outbox.seal() == batch
    assert state.outbox.rows(batch) == deliveries[:2]
    assert state.outbox.size("/a.jsonl") == 0
    state.outbox.done(batch, {"/a.jsonl": 7})
    assert (state.outbox.size("/a.jsonl"), other.outbox.size("/a.jsonl")) == (7, 0)
    after = state.outbox.seal()
    assert after
    assert after > batch
    assert state.outbox.rows(after) == deliveries[2:]
    assert (state.outbox.waiting(), other.outbox.waiting()) == (1, 1)


def test_a_batch_is_no_larger_than_memory_is_to_hold(opened: OpenState, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.stores.outbox.BATCH", 2)
    state = opened()
    for number in range(5):
        state.outbox.put(Delivery("paper", "a.example", "2026-03-01", f"r{number}", 1, "{}"))
    sizes = []
    while (batch := state.outbox.seal()) is not None:
        sizes.append(len(state.outbox.rows(batch)))
        state.outbox.done(batch, {})
    assert sizes == [2, 2, 1]


def fill_and_break(state: State) -> None:
    state.pages.add([new("a/1")], T0)
    state.outbox.put(Delivery("paper", "a.example", "2026-03-01", "r", 1, "{}"))
    raise ZeroDivisionError


def test_what_is_done_in_a_transaction_is_kept_whole_or_not_at_all(opened: OpenState) -> None:
    state = opened()
    with pytest.raises(ZeroDivisionError), state.transaction():
        fill_and_break(state)
    assert (state.pages.waiting(T1), state.outbox.waiting()) == (0, 0)
    with state.alone("outbox"), state.transaction():
        state.pages.add([new("a/1")], T0)
    assert opened("two").pages.waiting(T1) == 1


def test_a_run_under_way_is_joined_and_one_that_is_silent_or_over_is_not(opened: OpenState) -> None:
    one, two = opened("one").history, opened("two").history
    run = one.begin(T1, T0)
    assert (run.started_at, run.joined) == (T1, False)
    joined = two.begin(T2, T0)
    assert (joined.number, joined.started_at, joined.joined) == (run.number, T1, True)
    later = two.begin(T2, T1)
    assert later.number > run.number
    two.beat(run, T3, T3)
    two.end(later, T3, 0, '{"fetched": 3}')
    assert one.begin(T3, T2).number == run.number
    newest, oldest = one.runs(9)
    assert (newest["exit_code"], newest["summary"], oldest["ended_at"]) == (0, '{"fetched": 3}', None)


def test_a_source_is_one_machines_to_read_and_once_a_run(opened: OpenState) -> None:
    one, two = opened("one").history, opened("two").history
    run = one.begin(T0, T0)
    assert one.take(run, "paper", "{}", T0, T1)
    assert not two.take(run, "paper", "{}", T1, T2)
    one.drop("paper")
    assert two.take(run, "paper", "{}", T1, T2)
    one.read(run, "paper", T1, 99, [])
    assert two.sources()["paper"]["listed"] == 0
    two.read(run, "paper", T1, 7, [{"address": "https://feed", "kind": "deadline"}])
    assert not one.take(run, "paper", "{}", T3, T3)
    told = one.sources()["paper"]
    assert (told["listed"], told["ok_at"], told["failures"][0]["kind"]) == (7, None, "deadline")
    one.end(run, T2, 0, "{}")
    assert one.take(one.begin(T2, T1), "paper", "{}", T2, T3)


def test_a_reading_is_remembered_with_the_conditions_to_ask_under(opened: OpenState) -> None:
    history = opened().history
    reading = Reading(
        12, Conditions("https://feed/", '"e"', "Sun, 01 Mar 2026 00:00:00 GMT"), T1, (("feed", "https://b", None),)
    )
    history.remember("paper", "https://feed", Reading(3), T0)
    history.remember("paper", "https://feed", reading, T1)
    assert history.reading("https://feed") == reading
    assert history.reading("https://other") is None


def test_notes_of_fetches_are_added_up_and_sums_dropped_that_went_into_others(opened: OpenState) -> None:
    state = opened()
    run = state.history.begin(T0, T1)
    for source in ("paper", "other"):
        state.history.note(run, source, {"outcome": "article"})
    assert state.history.facts("paper") == [(run.number, {"outcome": "article"})]
    with state.transaction():
        state.history.add_up("paper", {run.number: {"n": 1}, 7: {"n": 2}})
        state.history.add_up("paper", {run.number: None, 7: {"n": 3}})
    assert state.history.facts("paper") == []
    assert state.history.sums("paper") == {7: {"n": 3}}
    assert len(state.history.facts("other")) == 1


def test_state_is_read_while_it_is_written_and_not_changed(postgres: str) -> None:
    assert read_state(postgres, "paper") is None
    with open_state(postgres, "paper") as state:
        run = state.history.begin(T0, T1)
        with state.transaction():
            state.history.take(run, "paper", "{}", T0, T1)
            found = read_state(postgres, "paper")
            assert found
            with found as reader:
                assert [one["run"] for one in reader.history.runs(5)] == [run.number]
                assert reader.history.sources() == {}
                with pytest.raises(OutputError, match="read-only"):
                    reader.history.drop("paper")


def test_sources_that_the_job_has_no_more_are_dropped(opened: OpenState) -> None:
    history = opened().history
    run = history.begin(T0, T0)
    for name in ("paper", 'it\'s "old"'):
        history.take(run, name, "{}", T0, T1)
        history.remember(name, f"https://{name}", Reading(1), T0)
    history.count_empty("paper", 2, T1)
    history.count_empty("paper", 3, None)
    history.unlisted(["paper"])
    assert {name: (told["empty_runs"], told["article_at"]) for name, told in history.sources().items()} == {
        "paper": (3, T1)
    }
    assert history.reading('https://it\'s "old"') is None


@pytest.mark.parametrize("odd", ["a\0b", "a\ud800b"])
def test_what_no_database_can_hold_in_a_text_breaks_nothing(opened: OpenState, odd: str) -> None:
    state = opened()
    state.pages.add([new(odd, f"{odd}.example", url=odd, source=odd, stamp=odd), new("a/1")], T0)
    assert set(state.pages.known([odd, "a/1"])) == {odd, "a/1"}
    assert len(lease(state)) == 2
    (task,) = state.pages.due([f"{odd}.example"], T1, T0, each=2)
    assert keys(state, f"{odd}.example", done=(odd,)) == []
    assert state.pages.settle(settled(odd, etag=odd, final_url=odd, record_id=odd))
    state.pages.alias(f"{odd}/2", odd, task, settled(odd, record_id=odd))
    state.records.put(written(odd))
    assert state.records.last(odd)
    state.outbox.put(Delivery(odd, odd, odd, odd, 1, '{"title": "a\\u0000b"}'))
    batch = state.outbox.seal()
    assert batch
    assert state.outbox.rows(batch)[0].data == '{"title": "a\\u0000b"}'
    run = state.history.begin(T0, T0)
    assert state.history.take(run, odd, odd, T0, T1)
    state.history.read(run, odd, T0, 1, [{"address": odd}])
    state.history.note(run, odd, {"error": odd})
    state.history.remember(odd, odd, Reading(1, Conditions(odd, odd), odd, (("feed", odd, odd),)), T0)
    state.history.unlisted([odd])
    assert len(state.history.sources()) == 1
    assert state.pages.forget(odd, odd) == 2


def test_a_later_run_finds_what_an_earlier_one_kept(tmp_path: Path) -> None:
    where = str(tmp_path / "made" / "state.sqlite")
    with open_state(where, "job") as state:
        state.pages.add([new("a/1")], T0)
    with open_state(where, "job") as state:
        assert list(state.pages.known(["a/1"])) == ["a/1"]


def test_a_postgresql_state_is_each_jobs_own_however_long_its_name(postgres: str) -> None:
    names = ["a", "b", "ä" * 60 + "1", "ä" * 60 + "2", "A"]
    for name in names:
        with open_state(postgres, name) as state:
            assert state.pages.known(["a/1"]) == {}
            state.pages.add([new("a/1")], T0)


def test_what_is_kept_outlives_a_crash(tmp_path: Path) -> None:
    (tmp_path / "after").mkdir()
    with State(SqliteDatabase(tmp_path / "state.sqlite")) as state:
        state.pages.add([new("a/1")], T0)
        for name in ("state.sqlite", "state.sqlite-wal"):
            (tmp_path / "after" / name).write_bytes((tmp_path / name).read_bytes())
    with State(SqliteDatabase(tmp_path / "after" / "state.sqlite")) as state:
        assert state.pages.waiting(T1) == 1


def test_a_copy_to_try_things_on_leaves_the_state_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with try_out(str(path), "job") as copy:
        copy.pages.add([new("a/1")], T0)
    assert not path.exists()
    with State(SqliteDatabase(path)) as state:
        state.pages.add([new("a/1")], T0)
        with try_out(str(path), "job") as copy:
            copy.pages.add([new("a/2")], T0)
            assert copy.pages.waiting(T1) == 2
        assert state.pages.waiting(T1) == 1


FIRST_VERSION = """
CREATE TABLE seen (
    url TEXT PRIMARY KEY, outcome TEXT NOT NULL, settled INTEGER NOT NULL, attempts INTEGER NOT NULL,
    first_at TEXT NOT NULL, last_at TEXT NOT NULL
);
CREATE TABLE held (site TEXT PRIMARY KEY, until TEXT NOT NULL, factor REAL NOT NULL, parked INTEGER NOT NULL);
INSERT INTO seen VALUES ('https://a/1', 'article', 1, 1, 't0', 't1'), ('https://a/2', 'error', 0, 3, 't0', 't1');
INSERT INTO held VALUES ('a.example', 't9', 2.0, 1);
PRAGMA user_version = 1;
"""


def test_a_state_of_the_first_version_is_brought_forward(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(FIRST_VERSION)
    connection.close()
    for _ in range(2):
        with State(SqliteDatabase(path)) as state:
            (known,) = state.pages.known(["https://a/1", "https://a/2"]).values()
            assert (known.due_at, known.fetched_at) == (None, "t1")
            assert state.pages.holds() == [("a.example", "t9", 2.0, True)]
            assert state.pages.waiting("t9") == 0


def test_a_state_that_cannot_be_brought_forward_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(f"{FIRST_VERSION} CREATE TABLE runs (mine TEXT);")
    with pytest.raises(OutputError, match="already exists"):
        State(SqliteDatabase(path))
    assert connection.execute("SELECT COUNT(*) FROM seen").fetchone() == (2,)
    connection.close()


def test_a_newer_version_is_refused(opened: OpenState) -> None:
    state = opened()
    state._database.set_version(99)  # noqa: SLF001 - as a newer program would
    with pytest.raises(OutputError, match=r"newer version of scraper; update"):
        opened()


def test_a_locked_file_is_told_and_can_wait(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with State(SqliteDatabase(path)) as holder, holder.transaction():
        with pytest.raises(LockedError, match=r"state\.sqlite: .*wait for that") as told:
            State(SqliteDatabase(path, busy=0.01))
        assert told.value.exit_code == 75


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes\n" * 200)
    with pytest.raises(OutputError, match=r"notes\.txt: .*not a state file; give another path"):
        State(SqliteDatabase(path))
    assert path.read_text() == "my notes\n" * 200


def test_a_corrupt_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with State(SqliteDatabase(path)) as state:
        state.pages.add([new(f"a/{number}") for number in range(500)], T0)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(OutputError, match=r"state\.sqlite: .*move it away"), State(SqliteDatabase(path)) as state:
        state.pages.known(["a/1"])


@pytest.mark.parametrize("where", ["/proc/scraper/state.sqlite", "/sys/state.sqlite", "file/state.sqlite", "."])
def test_a_path_where_no_file_can_be_is_named(where: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="give a path that can be written"):
        State(SqliteDatabase(tmp_path / where))


def test_a_state_on_a_read_only_disk_can_be_read_and_a_run_is_told_what_to_do(small_disk: Path) -> None:
    with State(SqliteDatabase(small_disk / "state.sqlite")) as state:
        state.pages.add([new("a/1")], T0)
    make_read_only(small_disk)
    with State(SqliteDatabase(small_disk / "state.sqlite")) as state:
        assert state.pages.waiting(T1) == 1
        with pytest.raises(OutputError, match=r"state\.sqlite: .*make it and its directory writable"):
            state.history.begin(T1, T0)


def test_on_a_full_disk_a_transaction_is_not_kept_and_the_state_stays_whole(small_disk: Path) -> None:
    with State(SqliteDatabase(small_disk / "state.sqlite")) as state:
        state.pages.add([new("a/1")], T0)
        with pytest.raises(OutputError, match=r"disk is full; make room"), state.transaction():
            state.pages.add([new(f"b/{number}", stamp="x" * 500) for number in range(1000)], T0)
        assert set(state.pages.known(["a/1", "b/1"])) == {"a/1"}


def test_a_source_with_other_settings_is_read_anew(opened: OpenState) -> None:
    history = opened().history
    for settings, kept in (("{}", False), ("{}", True), ('{"limit": 1}', False)):
        run = history.begin(T0, T1)
        assert history.take(run, "paper", settings, T0, T1)
        assert (history.reading("https://feed") is not None) is kept
        history.remember("paper", "https://feed", Reading(1), T0)
        history.read(run, "paper", T0, 1, [])


def test_a_copy_of_a_shared_state_leaves_it_as_it_is(postgres: str) -> None:
    with open_state(postgres, "job") as state:
        state.pages.add([new("a/1")], T0)
        with try_out(postgres, "job") as copy:
            copy.pages.add([new("a/2")], T0)
            assert copy.pages.waiting(T1) == 2
        assert state.pages.waiting(T1) == 1


def test_what_robots_files_said_is_kept_for_its_time(opened: OpenState) -> None:
    state = opened()
    state.robots.keep([("https://a", "Disallow: \0", T2), ("https://b", None, T3)], T1)
    assert state.robots.kept(T1) == [("https://a", "Disallow: \ufffd", T2), ("https://b", None, T3)]
    assert state.robots.kept(T2) == [("https://b", None, T3)]
    state.robots.keep([("https://b", "", T3)], T2)
    assert opened("two").robots.kept(T0) == [("https://b", "", T3)]
