"""The record: frozen, closed, its derived fields, and a schema that holds it."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from scraper.article import (
    SCHEMA_VERSION,
    Access,
    Article,
    Block,
    Failure,
    Image,
    Outcome,
    Removed,
    Signal,
    json_schema,
)

WHOLE = Article(
    id="1",
    url="https://a.test/1",
    status=200,
    rules_version="0",
    outcome="article",
    title="Bridge",
    authors=("Jane Doe",),
    images=(Image(url="https://a.test/1.jpg", credit="AFP"),),
    blocks=(Block(type="heading", text="One two", level=2), Block(type="paragraph", text="Three  four\nfive.")),
    access=Access(
        flags={"isPaid": False, "userId": None, "left": 3},
        signals=(Signal(name="a", value="b", says="free", where="meta"),),
    ),
    removed=(Removed(rule="share", text="Share", after_block=-1),),
    provenance={"title": "h1"},
)
LEAST = Article(id="1", rules_version="0", outcome="error", error=Failure(kind="input", message="no", retryable=False))


def _printed(article: Article) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(article.model_dump_json())
    return found


def _faults(record: dict[str, Any]) -> list[str]:
    return [fault.message for fault in Draft202012Validator(json_schema()).iter_errors(record)]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("article", [WHOLE, LEAST], ids=["whole", "least"])
def test_printed_record_is_valid(article: Article) -> None:
    assert _faults(_printed(article)) == []


@pytest.mark.parametrize("name", ["id", "outcome", "rules_version", "text", "word_count"])
def test_schema_demands_what_every_record_has(name: str) -> None:
    record = _printed(WHOLE)
    del record[name]
    assert _faults(record)


@pytest.mark.parametrize(
    "change", [{"outcome": "nonsense"}, {"surprise": 1}, {"status": "200"}, {"title": 3}, {"blocks": [{"type": "p"}]}]
)
def test_schema_refuses_another_record(change: dict[str, object]) -> None:
    assert _faults(_printed(WHOLE) | change)


def test_fields_that_need_a_word_have_one() -> None:
    described = {name for name, told in json_schema()["properties"].items() if "description" in told}
    assert described >= {"id", "final_url", "published_at", "language", "text", "word_count", "content_hash"}


def test_record_reads_back_as_it_was() -> None:
    derived = {"text", "word_count"}
    told = {name: value for name, value in _printed(WHOLE).items() if name not in derived}
    assert Article.model_validate(told) == WHOLE


def test_text_joins_blocks_and_words_are_counted() -> None:
    assert (WHOLE.text, WHOLE.word_count) == ("One two\n\nThree  four\nfive.", 5)
    assert (LEAST.text, LEAST.word_count) == ("", 0)


def test_absence_is_null_or_empty() -> None:
    record = _printed(LEAST)
    assert record["schema_version"] == SCHEMA_VERSION
    assert {name for name, value in record.items() if value is None} >= {"url", "title", "published_at", "language"}
    assert {name for name, value in record.items() if value == []} == {
        "authors",
        "agencies",
        "tags",
        "images",
        "blocks",
        "removed",
    }


def test_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        WHOLE.title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Block, {"type": "heading", "text": "a", "level": 7}),
        (Block, {"type": "nonsense", "text": "a"}),
        (Block, {"type": "heading", "text": "a", "size": 3}),
        (Removed, {"rule": "a", "text": "b", "after_block": -2}),
        (Access, {"withheld_chars": -1}),
        (Access, {"state": "paid"}),
    ],
)
def test_value_out_of_its_bounds_is_refused(model: type[Block], values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(values)


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_only_an_error_is_a_failure(outcome: Outcome) -> None:
    assert LEAST.model_copy(update={"outcome": outcome}).failed == (outcome == "error")
