"""Parquet files, a new one for each batch. Needs the extra `parquet`."""

from __future__ import annotations

import hashlib
import itertools
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from scraper.errors import ConfigError
from scraper.stores.outputs.output import fields, mapped, place, prepare_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from scraper.stores.outbox import Delivery
    from scraper.stores.outputs.output import Sizes

_DIGEST: Final = b"scraper.batch"
"""Key in a file's metadata of the hash of what was handed over for it."""


class ParquetOutput:
    """Parquet files, compressed with zstd, of the columns that `schema` tells; see `Output`.

    A batch becomes a file beside the path that `pattern` gives, with the batch's number in its name: the batch 42 of
    `news.parquet` is `news-0000000042.parquet`, so that `news-*.parquet` is all of it. A file that holds the same batch
    already is left; one that holds another, since a state was begun anew, keeps its name, and the new one gets `-2`.
    Raises ConfigError where pyarrow is not installed.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        try:
            schema()
        except ImportError as error:
            raise ConfigError("Parquet needs pyarrow; install it: pip install 'clean-news-scraper[parquet]'") from error

    def prepare(self) -> None:
        """See `Output`."""
        prepare_folder(self._pattern)

    def take(self, batch: int, deliveries: Sequence[Delivery], sizes: Sizes) -> Mapping[str, int]:  # noqa: ARG002
        """See `Output`."""
        parts: dict[Path, list[Delivery]] = {}
        for delivery in deliveries:
            parts.setdefault(place(self._pattern, delivery), []).append(delivery)
        for path, part in parts.items():
            _write(path.with_name(f"{path.stem}-{batch:010d}{path.suffix}"), part)
        return {}

    def close(self) -> None:
        """See `Output`."""


@lru_cache(maxsize=1)
def schema() -> pa.Schema:
    """The columns: those of the record, in its order, nested as it is.

    Times are text, ISO 8601, since many have no offset, and some are days only. Lists are lists; `images`, `blocks`,
    `removed` and `access.signals` are lists of structs, which DuckDB unnests and pandas gives as arrays of dicts;
    `error`, `access` and `rights` are structs. What has keys of its own in each record, `access.flags` and
    `provenance`, is JSON in a text.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    text, strings = pa.string(), pa.list_(pa.string())

    def struct(parts: Mapping[str, pa.DataType]) -> pa.DataType:
        return pa.struct(list(parts.items()))

    failure = struct({"kind": text, "message": text, "retryable": pa.bool_()})
    image = struct({"url": text, "caption": text, "credit": text, "agencies": strings})
    block = struct({"type": text, "text": text, "level": pa.int8()})
    removed = struct({"rule": text, "text": text, "after_block": pa.int32()})
    signals = pa.list_(struct(dict.fromkeys(("name", "value", "says", "where"), text)))
    judged = dict.fromkeys(("state", "confidence", "delivered"), text)
    access = struct({**judged, "conflict": pa.bool_(), "withheld_chars": pa.int64(), "signals": signals, "flags": text})
    terms = {"license": text, "copyright": text, "tdm_reservation": pa.bool_(), "tdm_policy": text}
    rights = struct({**terms, "robots": strings})
    source = ("schema_version", "id", "revision", "url", "final_url", "canonical_url", "site", "publisher")
    headline = ("title", "kicker", "summary", "description")
    times = ("published_at", "modified_at", "language", "section")
    columns: dict[str, pa.DataType] = dict.fromkeys(source, text) | {"revision": pa.int32()}
    columns |= {"fetched_at": text, "status": pa.int32(), "rules_version": text, "outcome": text, "error": failure}
    columns |= dict.fromkeys(headline, text) | dict.fromkeys(("authors", "agencies"), strings)
    columns |= dict.fromkeys(times, text) | {"tags": strings}
    columns |= {"images": pa.list_(image), "blocks": pa.list_(block), "access": access, "rights": rights}
    columns |= dict.fromkeys(("content_hash", "previous_hash", "family", "simhash"), text)
    columns |= {"removed": pa.list_(removed), "provenance": text, "text": text, "word_count": pa.int32()}
    return pa.schema(list(columns.items()))


def _write(path: Path, deliveries: Sequence[Delivery]) -> None:
    digest = hashlib.sha256("\n".join(delivery.data for delivery in deliveries).encode()).hexdigest().encode()
    stems = itertools.chain((path.stem,), (f"{path.stem}-{count}" for count in itertools.count(2)))
    for stem in stems:
        here = path.with_name(f"{stem}{path.suffix}")
        with mapped(here):
            if not here.exists():
                write_file(here, _table(deliveries, digest))
                return
            if _digest(here) == digest:
                return


def _digest(path: Path) -> bytes | None:
    import pyarrow.parquet  # noqa: PLC0415 - an extra

    with path.open("rb") as stream:
        try:
            found: dict[bytes, bytes] = pyarrow.parquet.read_metadata(stream).metadata or {}
        except pyarrow.ArrowException:
            return None
    return found.get(_DIGEST)


def _table(deliveries: Sequence[Delivery], digest: bytes) -> bytes:
    """A Parquet file, in memory: a batch is small, and pyarrow's own errors of a full disk do not tell so."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet  # noqa: PLC0415 - an extra

    rows = [_row(fields(delivery)) for delivery in deliveries]
    table = pa.Table.from_pylist(rows, schema=schema().with_metadata({_DIGEST: digest}))
    written = pa.BufferOutputStream()
    pyarrow.parquet.write_table(table, written, compression="zstd")
    data: bytes = written.getvalue().to_pybytes()
    return data


def _row(record: dict[str, Any]) -> dict[str, Any]:
    access = record.get("access") or {}
    return record | {
        "access": access | {"flags": _json(access.get("flags"))},
        "provenance": _json(record.get("provenance")),
    }


def _json(value: object) -> str:
    return json.dumps(value or {}, ensure_ascii=False)
