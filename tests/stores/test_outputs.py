"""Every output keeps the same laws: what is handed over is there once, whatever comes between."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from scraper.errors import OutputError
from scraper.stores.outbox import Delivery
from scraper.stores.outputs.files import FilesOutput
from scraper.stores.outputs.lines import LinesOutput
from scraper.stores.outputs.parquet import ParquetOutput
from scraper.stores.outputs.tables import CsvOutput
from tests.stores.conftest import make_read_only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from scraper.stores.outputs.output import Output

GROWING = ("jsonl", "csv")
FILES = (*GROWING, "files", "parquet")
PATTERNS = {"jsonl": "all.jsonl", "csv": "all.csv", "files": "{id}.json", "parquet": "all.parquet"}


class Ledger(dict[str, int]):
    """Sizes of files, as the outbox keeps them."""

    def size(self, path: str) -> int:
        return self.get(path, 0)

    def resize(self, path: str, size: int) -> None:
        self[path] = size


class Forgetful(Ledger):
    """Sizes that a crash, or another hand, keeps from being known."""

    def resize(self, path: str, size: int) -> None: ...


def delivery(identity: str, revision: int = 1, **values: Any) -> Delivery:  # noqa: ANN401
    names = {name: values.pop(name) for name in ("source", "site", "day") if name in values}
    record = {
        "id": identity,
        "revision": revision,
        "title": "Fähre",
        "authors": ["A", "B"],
        "text": "one\n\ntwo",
    } | values
    places = {"source": "paper", "site": "a.example", "day": "2026-03-01"} | names
    data = json.dumps(record, ensure_ascii=False)
    return Delivery(**places, id=identity, revision=revision, data=data)


csv.field_size_limit(2**20)
ONE, TWO = [delivery("a"), delivery("b")], [delivery("c"), delivery("d")]


@dataclass(frozen=True)
class Kind:
    """An output, made anew as by a new process, and what it holds."""

    folder: Path
    make: Callable[[], Output]
    read: Callable[[], list[str]]

    def take(self, batch: int, deliveries: Sequence[Delivery], sizes: Ledger, *, done: bool = True) -> None:
        taken = self.make().take(batch, deliveries, sizes)
        if done:
            for path, size in taken.items():
                sizes.resize(path, size)


def read_jsonl(folder: Path) -> list[str]:
    return [json.loads(line)["id"] for line in (folder / "all.jsonl").read_bytes().splitlines()]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_csv(folder: Path) -> list[str]:
    return [row["id"] for row in rows((folder / "all.csv").read_bytes().decode())]


def read_files(folder: Path) -> list[str]:
    return [json.loads(path.read_bytes())["id"] for path in sorted(folder.glob("*.json"))]


def read_parquet(folder: Path) -> list[str]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    return [name for path in sorted(folder.glob("all-*.parquet")) for name in pq.read_table(path)["id"].to_pylist()]


def read_table(dsn: str) -> list[str]:
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(dsn) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM articles ORDER BY id, revision")]


MAKERS: dict[str, tuple[Callable[[str], Output], Callable[[Path], list[str]]]] = {
    "jsonl": (LinesOutput, read_jsonl),
    "csv": (CsvOutput, read_csv),
    "files": (FilesOutput, read_files),
    "parquet": (ParquetOutput, read_parquet),
}


def file_kind(name: str, folder: Path) -> Kind:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    make, read = MAKERS[name]
    return Kind(folder, lambda: make(str(folder / PATTERNS[name])), lambda: read(folder))


@pytest.fixture
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    if request.param != "postgres":
        return file_kind(request.param, tmp_path / "out")
    dsn = request.getfixturevalue("postgres")
    from scraper.stores.outputs.articles_table import TableOutput  # noqa: PLC0415 - an extra

    return Kind(tmp_path / "out", lambda: TableOutput(dsn), lambda: read_table(dsn))


every_kind = pytest.mark.parametrize("kind", [*FILES, "postgres"], indirect=True)
file_kinds = pytest.mark.parametrize("kind", FILES, indirect=True)
growing_kinds = pytest.mark.parametrize("kind", GROWING, indirect=True)


def temporary_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.startswith(".")]


@every_kind
def test_what_is_taken_is_there(kind: Kind) -> None:
    kind.make().prepare()
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    kind.take(4, TWO, sizes)
    assert kind.read() == ["a", "b", "c", "d"]


@every_kind
@pytest.mark.parametrize("sizes", [Ledger, Forgetful])
def test_a_batch_that_comes_again_after_a_crash_is_there_once(kind: Kind, sizes: type[Ledger]) -> None:
    kind.make().prepare()
    kept = sizes()
    kind.take(2, ONE, kept)
    for _ in range(3):
        kind.take(4, TWO, kept, done=False)
    kind.take(4, TWO, kept)
    kind.take(6, [delivery("e")], kept)
    assert kind.read() == ["a", "b", "c", "d", "e"]


@every_kind
def test_the_first_batch_that_comes_again_is_there_once(kind: Kind) -> None:
    kind.make().prepare()
    sizes = Ledger()
    kind.take(2, ONE, sizes, done=False)
    kind.take(2, ONE, sizes)
    assert kind.read() == ["a", "b"]


@file_kinds
def test_what_has_been_moved_away_is_begun_anew(kind: Kind) -> None:
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    for path in kind.folder.iterdir():
        path.unlink()
    kind.take(4, TWO, sizes, done=False)
    kind.take(4, TWO, sizes)
    assert kind.read() == ["c", "d"]


@file_kinds
def test_no_temporary_file_is_left(kind: Kind) -> None:
    kind.make().prepare()
    kind.take(2, ONE, Ledger())
    assert temporary_files(kind.folder) == []


@every_kind
def test_texts_with_any_character_are_taken(kind: Kind) -> None:
    kind.make().prepare()
    text = 'a\0b "quoted", 5 €; <tag>\r\n\N{LINE SEPARATOR}\\u0000 \x85 \U0001f600'
    kind.take(1, [delivery("a", title=text, flags={"n\0": "\0"}), delivery("b")], Ledger())
    assert kind.read() == ["a", "b"]


@growing_kinds
def test_lines_by_another_hand_are_kept_and_a_batch_behind_them_is_there_once(kind: Kind) -> None:
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    (path,) = kind.folder.iterdir()
    with path.open("ab") as stream:
        stream.write(b'{"id": "mine"}\n' if path.suffix == ".jsonl" else b"mine\r\n")
    kind.take(4, TWO, sizes, done=False)
    kind.take(4, TWO, sizes, done=False)
    kind.take(4, TWO, sizes)
    assert kind.read() == ["a", "b", "mine", "c", "d"]


@growing_kinds
@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_batch_that_comes_again_behind_which_another_hand_wrote_is_there_once(kind: Kind, end: bytes) -> None:
    sizes = Ledger()
    for batch, deliveries in ((2, ONE), (4, TWO)):
        kind.take(batch, deliveries, sizes, done=False)
        (path,) = kind.folder.iterdir()
        with path.open("ab") as stream:
            stream.write((b'{"id": "mine"}' if path.suffix == ".jsonl" else b"mine") + end)
        kind.take(batch, deliveries, sizes, done=False)
        kind.take(batch, deliveries, sizes)
    assert kind.read() == ["a", "b", "mine", "c", "d", "mine"]


@growing_kinds
def test_a_further_batch_that_is_the_same_to_the_byte_is_there_too(kind: Kind) -> None:
    """As where an article is forgotten, and fetched and written again."""
    sizes = Ledger()
    for batch in (2, 4, 6):
        kind.take(batch, ONE, sizes, done=False)
        kind.take(batch, ONE, sizes)
    assert kind.read() == ["a", "b"] * 3


@growing_kinds
def test_a_last_line_without_its_end_is_ended_and_a_batch_behind_it_is_there_once(kind: Kind) -> None:
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    (path,) = kind.folder.iterdir()
    with path.open("ab") as stream:
        stream.write(b'{"id": "mine"}' if path.suffix == ".jsonl" else b"mine")
    kind.take(4, TWO, sizes, done=False)
    kind.take(4, TWO, sizes)
    assert kind.read() == ["a", "b", "mine", "c", "d"]


@growing_kinds
def test_a_file_that_grew_to_its_old_size_by_another_hand_loses_no_batch(kind: Kind) -> None:
    """As where logrotate moved it away, and a crash came before the new sizes were kept."""
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    (path,) = kind.folder.iterdir()
    path.rename(path.with_suffix(".1"))
    kind.take(4, TWO, sizes, done=False)
    assert path.stat().st_size == path.with_suffix(".1").stat().st_size
    kind.take(4, TWO, sizes)
    kind.take(6, ONE, sizes)
    assert kind.read() == ["c", "d", "a", "b"]


@file_kinds
def test_the_path_may_be_told_from_another_folder(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    kind.take(4, TWO, sizes, done=False)
    monkeypatch.chdir(kind.folder.parent)
    here = type(kind.make())(f"out/{PATTERNS[_name(kind)]}")  # type: ignore[call-arg]
    here.take(4, TWO, sizes)
    assert kind.read() == ["a", "b", "c", "d"]


def _name(kind: Kind) -> str:
    return next(name for name, (make, _) in MAKERS.items() if type(kind.make()) is make)


@growing_kinds
def test_a_link_is_followed_and_a_mode_kept(kind: Kind, tmp_path: Path) -> None:
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    (path,) = kind.folder.iterdir()
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    elsewhere.chmod(0o640)
    path.symlink_to(elsewhere)
    kind.take(4, TWO, sizes)
    assert path.is_symlink()
    assert elsewhere.stat().st_mode & 0o777 == 0o640
    assert kind.read() == ["a", "b", "c", "d"]


@pytest.mark.parametrize("make", [LinesOutput, CsvOutput, FilesOutput])
def test_a_device_is_not_replaced(make: Callable[[str], Output], tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match=r"pipe: .*stdout = true"):
        make(str(pipe)).take(1, ONE, Ledger())
    assert pipe.is_fifo()


@contextmanager
def small_files(most: int) -> Iterator[None]:
    """Inside, no file of this process can grow beyond `most` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


BIG = [delivery("a", revision=2, text="word " * 40_000), delivery("big", text=os.urandom(100_000).hex())]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@file_kinds
def test_where_there_is_no_room_what_was_there_stays_whole(kind: Kind) -> None:
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    before = contents(kind.folder)
    with small_files(50_000), pytest.raises(OutputError, match="make room"):
        kind.take(4, BIG, sizes)
    assert contents(kind.folder) == before
    kind.take(4, BIG, sizes)
    assert sorted(set(kind.read())) == ["a", "b", "big"]


@pytest.mark.parametrize("name", FILES)
def test_on_a_full_disk_what_was_there_stays_whole(name: str, small_disk: Path) -> None:
    kind = file_kind(name, small_disk / "out")
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    before = contents(kind.folder)
    with pytest.raises(OutputError, match="disk is full; make room"):
        kind.take(4, [delivery("a", 2, text=os.urandom(400_000).hex())], sizes)
    assert contents(kind.folder) == before
    kind.take(6, TWO, sizes)
    assert kind.read() == ["a", "b", "c", "d"]


@pytest.mark.parametrize("name", FILES)
def test_on_a_read_only_disk_what_was_there_stays_whole(name: str, small_disk: Path) -> None:
    kind = file_kind(name, small_disk / "out")
    sizes = Ledger()
    kind.take(2, ONE, sizes)
    before = contents(kind.folder)
    make_read_only(small_disk)
    with pytest.raises(OutputError, match="read-only"):
        kind.make().prepare()
    with pytest.raises(OutputError, match="read-only"):
        kind.take(4, [delivery("a", 2), *TWO], sizes)
    assert contents(kind.folder) == before


@pytest.mark.parametrize("make", [LinesOutput, CsvOutput, FilesOutput, ParquetOutput])
@pytest.mark.parametrize("folder", ["/sys/scraper", "/proc/scraper"])
def test_a_folder_that_cannot_be_made_is_told_before_anything_is_fetched(
    make: Callable[[str], Output], folder: str
) -> None:
    with pytest.raises(OutputError, match=folder):
        make(f"{folder}/{{id}}.x").prepare()


@file_kinds
def test_a_path_through_a_file_is_told(kind: Kind) -> None:
    kind.folder.write_bytes(b"")
    with pytest.raises(OutputError, match=r"part of the path is a file|cannot be written"):
        kind.make().prepare()
    with pytest.raises(OutputError, match=r"part of the path is a file|cannot be written"):
        kind.take(1, ONE, Ledger())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("bad", ["../../up", "/etc/passwd", "..", ".", "", "ü/ß", ".hidden", "a\0b\n", "x" * 300])
def test_no_name_leads_out_of_the_folder(name: str, bad: str, tmp_path: Path) -> None:
    make, _ = MAKERS[name]
    if name == "parquet":
        pytest.importorskip("pyarrow")
    folder = tmp_path / "inside"
    told = delivery(bad, source=bad, site=bad, day=bad)
    make(f"{folder}/{{source}}/{{site}}/{{day}}-{{id}}.x").take(1, [told], Ledger())
    assert [path for path in tmp_path.iterdir() if path != folder] == []
    (written,) = (path for path in folder.rglob("*") if path.is_file())
    assert len(written.relative_to(folder).parts) == 3
    assert not any(part.startswith(".") for part in written.relative_to(folder).parts)


@pytest.mark.parametrize("name", FILES)
def test_braces_in_a_folders_name_are_no_places(name: str, tmp_path: Path) -> None:
    make, _ = MAKERS[name]
    if name == "parquet":
        pytest.importorskip("pyarrow")
    output = make(f"{tmp_path}/{{{{a}}}}/{{site}}/{{id}}.x")
    output.prepare()
    output.take(1, ONE[:1], Ledger())
    assert [path.name for path in tmp_path.iterdir()] == ["{a}"]
    assert [path.name for path in (tmp_path / "{a}").iterdir()] == ["a.example"]
