"""What each kind of output makes of a record."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from scraper.article import Article, Block, Failure, Image
from scraper.config import Outputs
from scraper.errors import ConfigError, OutputError
from scraper.stores.outbox import Delivery
from scraper.stores.outputs.columns import COLUMNS
from scraper.stores.outputs.files import FilesOutput
from scraper.stores.outputs.lines import LinesOutput
from scraper.stores.outputs.opening import open_outputs
from scraper.stores.outputs.parquet import ParquetOutput
from scraper.stores.outputs.stdout import StdoutOutput
from scraper.stores.outputs.tables import CsvOutput, cell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from scraper.stores.outputs.output import Output


class NoSizes:
    def size(self, path: str) -> int:  # noqa: ARG002
        return 0

    def resize(self, path: str, size: int) -> None: ...


def full(**values: Any) -> Article:  # noqa: ANN401
    return Article(
        **{
            "id": "a",
            "rules_version": "r",
            "outcome": "article",
            "title": "Fähre – 5 €",
            "fetched_at": "2026-03-01T12:00:00+00:00",
            "published_at": "2026-03-01",
            "status": 200,
            "authors": ("A", "B"),
            "blocks": (Block(type="heading", text="One", level=2), Block(type="paragraph", text='two "and"\r\nthree')),
            "images": (Image(url="https://i", agencies=("dpa",)),),
        }
        | values
    )


def told(article: Article, revision: int = 1, **more: Any) -> Delivery:  # noqa: ANN401
    record = json.loads(article.model_dump_json()) | {"revision": revision} | more
    data = json.dumps(record, ensure_ascii=False)
    return Delivery("paper", "a.example", "2026-03-01", article.id, revision, data)


def take(output: Output, *deliveries: Delivery, batch: int = 1) -> None:
    output.take(batch, deliveries, NoSizes())


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


# CSV


def test_a_record_is_a_row_of_csv_under_one_row_of_names(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    take(CsvOutput(str(path)), told(full(), 2, previous_hash="h", family="f"))
    take(
        CsvOutput(str(path)), told(full(id="b", outcome="error", error=Failure(kind="k", message="m", retryable=True)))
    )
    first, second = table(path)
    assert list(first) == [column.name for column in COLUMNS]
    assert first["text"] == 'One\n\ntwo "and"\r\nthree'
    assert (first["authors"], first["revision"], first["status"], first["word_count"]) == ("A; B", "2", "200", "4")
    assert (first["previous_hash"], first["family"], first["access_state"]) == ("h", "f", "unknown")
    assert (first["error_kind"], second["error_kind"], second["error_message"]) == ("", "k", "m")
    assert path.read_bytes().count(b"id,revision,") == 1
    assert path.read_bytes().endswith(b"\r\n")


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\N{NO-BREAK SPACE}=1",
        "\N{ZERO WIDTH SPACE}=1",
        "\ufeff=1",
        "\N{FULLWIDTH EQUALS SIGN}1",
        "\N{FULLWIDTH PLUS SIGN}1",
        "\N{FULLWIDTH HYPHEN-MINUS}x",
        "\N{FULLWIDTH COMMERCIAL AT}x",
        "\N{SMALL COMMERCIAL AT}x",
        "=cmd|'/c calc'!A0",
        "\tplain",
        "-5 Grad",
        "+49\n=1",
    ],
)
def test_what_a_spreadsheet_would_run_is_escaped(formula: str, tmp_path: Path) -> None:
    take(CsvOutput(str(tmp_path / "a.csv")), told(full(title=formula, authors=(formula, "B"))))
    (row,) = table(tmp_path / "a.csv")
    assert row["title"] == f"'{formula}"
    assert row["authors"] == f"'{formula}; B"


@pytest.mark.parametrize("value", ["plain", "a=b", "5 + 5", "", " – x", "'quoted'", "-5", "+3.14", "−5 Grad", "a\t=1"])
def test_what_is_no_formula_is_left_to_the_letter(value: str) -> None:
    assert cell(value) == value


@pytest.mark.parametrize(("value", "text"), [(-5, "-5"), (0, "0"), (None, ""), ([], ""), (True, "True"), (["-"], "'-")])
def test_numbers_lists_and_nothing_are_cells_too(value: object, text: str) -> None:
    assert cell(value) == text


def test_nul_characters_are_left_out_of_tables(tmp_path: Path) -> None:
    take(CsvOutput(str(tmp_path / "a.csv")), told(full(title="a\0b", authors=("\0=1",))))
    (row,) = table(tmp_path / "a.csv")
    assert (row["title"], row["authors"]) == ("ab", "'=1")
    assert b"\0" not in (tmp_path / "a.csv").read_bytes()


def test_a_table_with_other_columns_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,title\r\n1,mine\r\n")
    with pytest.raises(OutputError, match=r"a\.csv: its columns are not .*move it away"):
        take(CsvOutput(str(path)), told(full()))
    assert path.read_bytes() == b"id,title\r\n1,mine\r\n"


# Files


def test_a_file_is_the_record_indented_in_its_order(tmp_path: Path) -> None:
    delivery = told(full())
    take(FilesOutput(f"{tmp_path}/{{site}}/{{id}}.json"), delivery)
    text = (tmp_path / "a.example" / "a.json").read_text(encoding="utf-8")
    assert text.startswith('{\n  "schema_version"')
    assert text.endswith("\n}\n")
    assert '"title": "Fähre – 5 €"' in text
    assert list(json.loads(text).items()) == list(json.loads(delivery.data).items())


def test_a_newer_revision_takes_the_place_of_an_older_one_and_never_the_other_way(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    output = FilesOutput(f"{tmp_path}/{{id}}.json")
    first, second, third = (told(full(title=f"t{number}"), number) for number in (1, 2, 3))
    for deliveries, title in (
        ([first], "t1"),
        ([second], "t2"),
        ([first], "t2"),
        ([third, second], "t3"),
        ([first], "t3"),
    ):
        take(output, *deliveries)
        assert json.loads(path.read_bytes())["title"] == title


def test_a_record_fetched_later_is_newer_though_counting_began_anew(tmp_path: Path) -> None:
    output = FilesOutput(f"{tmp_path}/{{id}}.json")
    take(output, told(full(), 3))
    take(output, told(full(title="later", fetched_at="2026-03-02T01:00:00+02:00"), 1))
    assert json.loads((tmp_path / "a.json").read_bytes())["title"] == "later"


@pytest.mark.parametrize("before", [b"", b"no json", b"[]", b'{"revision": "9"}', b"\xff"])
def test_what_is_no_record_in_the_place_of_a_file_is_replaced(before: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(before)
    take(FilesOutput(f"{tmp_path}/{{id}}.json"), told(full()))
    assert json.loads((tmp_path / "a.json").read_bytes())["id"] == "a"


# Parquet


def parquet(path: Path) -> list[dict[str, Any]]:
    pq = pytest.importorskip("pyarrow.parquet")
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows


def test_a_batch_is_a_parquet_file_of_typed_columns(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    take(ParquetOutput(f"{tmp_path}/all.parquet"), told(full(), 2), told(full(id="b", images=())), batch=42)
    path = tmp_path / "all-0000000042.parquet"
    first, second = parquet(path)
    assert (first["authors"], first["published_at"], first["revision"]) == (["A", "B"], "2026-03-01", 2)
    assert first["images"] == [{"url": "https://i", "caption": None, "credit": None, "agencies": ["dpa"]}]
    assert first["blocks"][0] == {"type": "heading", "text": "One", "level": 2}
    assert (first["access"]["state"], first["access"]["flags"], first["error"]) == ("unknown", "{}", None)
    assert (first["text"], second["images"], second["status"]) == ('One\n\ntwo "and"\r\nthree', [], 200)
    assert pq.read_metadata(path).row_group(0).column(0).compression == "ZSTD"


def test_files_of_all_batches_have_one_schema_even_where_a_column_is_empty(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    output = ParquetOutput(f"{tmp_path}/all.parquet")
    take(output, told(Article(id="a", rules_version="r", outcome="gone")), batch=1)
    take(output, told(full()), batch=2)
    one, two = (pq.read_schema(path) for path in sorted(tmp_path.iterdir()))
    assert one.remove_metadata() == two.remove_metadata()


def leaves(properties: Mapping[str, Any], defined: Mapping[str, Any], at: str = "") -> set[str]:
    """Names of all fields of a JSON Schema, those of objects with keys of their own left out."""
    found = set()
    for name, told in properties.items():
        found.add(f"{at}{name}")
        text = json.dumps(told)
        for part, schema in defined.items():
            if f'"#/$defs/{part}"' in text:
                found |= leaves(schema["properties"], defined, f"{at}{name}.")
    return found


def columns(kind: Any, at: str = "") -> set[str]:  # noqa: ANN401
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if isinstance(kind, pa.ListType):
        return columns(kind.value_type, at)
    fields = list(kind) if isinstance(kind, (pa.Schema, pa.StructType)) else []
    return {f"{at}{field.name}" for field in fields}.union(*(columns(f.type, f"{at}{f.name}.") for f in fields))


def test_parquet_has_every_field_of_the_record() -> None:
    pytest.importorskip("pyarrow")
    from scraper.stores.outputs.parquet import schema  # noqa: PLC0415 - an extra

    told = Article.model_json_schema(mode="serialization")
    coming = {"revision", "previous_hash", "family"}
    assert columns(schema()) == leaves(told["properties"], told["$defs"]) | coming


def test_the_same_number_of_a_state_begun_anew_replaces_nothing(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    output = ParquetOutput(f"{tmp_path}/all.parquet")
    (tmp_path / "all-0000000002.parquet").write_bytes(b"no parquet")
    for _ in range(2):
        take(output, told(full()), batch=1)
        take(output, told(full(id="b")), batch=1)
        take(output, told(full(id="c")), batch=2)
    found = {path.name: [row["id"] for row in parquet(path)] for path in tmp_path.iterdir() if path.stat().st_size > 99}
    assert found == {
        "all-0000000001.parquet": ["a"],
        "all-0000000001-2.parquet": ["b"],
        "all-0000000002-2.parquet": ["c"],
    }


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scraper.stores.outputs import parquet as module  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    module.schema.cache_clear()
    with pytest.raises(ConfigError, match=r"pip install 'clean-news-scraper\[parquet\]'"):
        ParquetOutput(f"{tmp_path}/all.parquet").prepare()


# Standard output


def test_records_are_printed_as_lines_at_once() -> None:
    stream = io.BytesIO()
    deliveries = [told(full()), told(full(id="b"))]
    output = StdoutOutput(io.BufferedWriter(Raw(stream)))
    take(output, *deliveries)
    assert stream.getvalue().decode() == "".join(f"{delivery.data}\n" for delivery in deliveries)
    output.close()


class Raw(io.RawIOBase):
    def __init__(self, stream: io.BytesIO) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401
        return self._stream.write(data)


def test_a_reader_that_went_away_is_told_with_its_cause() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb", buffering=0) as stream, pytest.raises(OutputError, match="standard output") as error:
        take(StdoutOutput(stream), told(full()))
    assert isinstance(error.value.__cause__, BrokenPipeError)


# Opening


def test_a_job_gets_the_outputs_that_it_asks_for_prepared(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    paths = {"jsonl": "b/a.jsonl", "csv": "c/a.csv", "parquet": "d/a.parquet", "files": "e/{id}.json"}
    asked = Outputs.model_validate({**paths, "stdout": True}, context=tmp_path)
    kinds: list[Callable[..., Output]] = [LinesOutput, CsvOutput, ParquetOutput, FilesOutput, StdoutOutput]
    with open_outputs(asked, io.BytesIO()) as outputs:
        assert [type(output) for output in outputs] == kinds
    assert {path.name for path in tmp_path.iterdir()} == set("bcde")
    with open_outputs(Outputs.model_validate({}, context=tmp_path), io.BytesIO()) as outputs:
        assert outputs == []


def test_every_kind_of_output_in_the_settings_is_opened() -> None:
    from scraper.stores.outputs.opening import _KINDS  # noqa: PLC0415

    assert {*_KINDS, "stdout"} == set(Outputs.model_fields)


def test_a_table_without_a_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for name in ("scraper.stores.postgres", "scraper.stores.outputs.articles_table"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    missing = pytest.raises(ConfigError, match=r"pip install 'clean-news-scraper\[postgres\]'")
    with missing, open_outputs(Outputs(postgres="postgresql://h/d"), io.BytesIO()):
        pass
