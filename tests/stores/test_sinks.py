"""Where records go, and what happens when they cannot."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from scraper.article import Article
from scraper.errors import OutputError
from scraper.stores.sinks import DirectorySink, LineSink, Rendered, rendered

FULL = Path("/dev/full")
full_disk = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
unprivileged = pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")


def record(identity: str = "a1", title: str = "Fähre – 5 €", *, pretty: bool = False) -> Rendered:
    return rendered(Article(id=identity, rules_version="r", outcome="article", title=title), pretty=pretty)


def test_a_record_is_one_utf8_line_and_flushed_at_once(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with LineSink(path.open("wb"), "out") as sink:
        sink.write(record(title="line\nbreak Fähre"))
        assert path.read_bytes().count(b"\n") == 1
        assert "Fähre".encode() in path.read_bytes()
        sink.write(record("a2"))
    assert [json.loads(line)["id"] for line in path.read_bytes().splitlines()] == ["a1", "a2"]


def test_pretty_indents_by_two() -> None:
    stream = io.BytesIO()
    LineSink(stream, "here").write(record(pretty=True))
    text = stream.getvalue().decode()
    assert '\n  "title": "Fähre – 5 €"' in text
    assert json.loads(text)["id"] == "a1"


@full_disk
def test_a_full_disk_is_named_with_what_to_do() -> None:
    sink = LineSink(FULL.open("wb"), str(FULL))
    with pytest.raises(OutputError, match=r"/dev/full: .*make room"):
        sink.write(record())
    with pytest.raises(OutputError, match="/dev/full"):
        sink.close()


def test_a_reader_that_went_away_is_an_output_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    sink = LineSink(os.fdopen(writer, "wb", buffering=0), "standard output")
    with pytest.raises(OutputError, match=r"standard output: .*reader went away"):
        sink.write(record())
    sink.close()


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"file: cannot be written"):
        DirectorySink(tmp_path / "file")


@unprivileged
def test_a_directory_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    sink = DirectorySink(tmp_path)
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="that you may write"):
        sink.write(record())


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("0a1b2c", "0a1b2c.json"),
        ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd.json"),
        (".hidden", "%2Ehidden.json"),
        ("", "%.json"),
        ("two\nlines\0", "two%0Alines%00.json"),
    ],
)
def test_a_file_is_named_by_its_id_and_stays_in_its_directory(identity: str, name: str, tmp_path: Path) -> None:
    DirectorySink(tmp_path / "out").write(record(identity))
    assert [path.name for path in (tmp_path / "out").iterdir()] == [name]
    assert json.loads((tmp_path / "out" / name).read_bytes())["id"] == identity


def test_long_ids_that_begin_alike_stay_two(tmp_path: Path) -> None:
    sink = DirectorySink(tmp_path)
    for end in "ab":
        sink.write(record("ü" * 300 + end))
    assert len(list(tmp_path.iterdir())) == 2


def test_an_id_that_comes_twice_loses_nothing(tmp_path: Path) -> None:
    sink = DirectorySink(tmp_path)
    for title in ("first", "second", "third"):
        sink.write(record(title=title))
    titles = {path.name: json.loads(path.read_bytes())["title"] for path in tmp_path.iterdir()}
    assert titles == {"a1.json": "first", "a1-2.json": "second", "a1-3.json": "third"}


def test_a_file_of_an_earlier_run_is_replaced(tmp_path: Path) -> None:
    for title in ("old", "new"):
        DirectorySink(tmp_path).write(record(title=title))
    (path,) = tmp_path.iterdir()
    assert json.loads(path.read_bytes())["title"] == "new"


def test_a_file_that_cannot_be_put_in_place_leaves_no_half(tmp_path: Path) -> None:
    (tmp_path / "a1.json").mkdir()
    with pytest.raises(OutputError, match=r"a1\.json"):
        DirectorySink(tmp_path).write(record())
    assert [path.name for path in tmp_path.iterdir()] == ["a1.json"]
