"""What Prometheus is told of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from prometheus_client.parser import text_fd_to_metric_families

from scraper.article import Article, Failure
from scraper.config import FetchSettings, Job
from scraper.errors import OutputError
from scraper.fetchers.client import Wiring
from scraper.fetchers.http import httpx
from scraper.jobs.run import run

if TYPE_CHECKING:
    from pathlib import Path

    from scraper.jobs.summary import Summary
    from scraper.page import Page

HOST: Final = "https://paper.example"
NOT_OK: Final = 400


def answer(request: httpx.Request) -> httpx.Response:
    if request.url.path in ("/robots.txt", "/gone-feed"):
        return httpx.Response(404)
    return httpx.Response(503 if request.url.path == "/down" else 200, text="text")


def record(page: Page) -> Article:
    status = page.status or 0
    error = Failure(kind="http_status", message="m", retryable=True) if status >= NOT_OK else None
    outcome: Any = "error" if error else "article"
    return Article(id=page.url or "", rules_version="r", url=page.url, status=status, error=error, outcome=outcome)


def done(folder: Path, **settings: object) -> Summary:
    """A run over a source that is well, one of whose pages is down, and one whose feed is gone."""
    base = {
        "name": "paper",
        "state": str(folder / "state.sqlite"),
        "metrics": folder / "paper.prom",
        "outputs": {"jsonl": str(folder / "out.jsonl")},
        "fetch": FetchSettings(attempts=1, backoff=0, gap=0),
        "sources": {
            "well": {"urls": [f"{HOST}/a", f"{HOST}/b", f"{HOST}/down"]},
            "ill": {"feeds": [f"{HOST}/gone-feed"]},
        },
    }
    return run(
        Job.model_validate(base | settings), process=record, wiring=Wiring(transport=httpx.MockTransport(answer))
    )


def told(path: Path) -> dict[tuple[str, ...], float]:
    """Values by name and by what labels say, but for the job's."""
    with path.open(encoding="utf-8") as lines:
        families = list(text_fd_to_metric_families(lines))
    assert {family.type for family in families} == {"gauge"}
    samples = [sample for family in families for sample in family.samples]
    assert {sample.labels.pop("job") for sample in samples} == {"paper"}
    return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


def test_run_of_which_a_source_fails_is_told(tmp_path: Path) -> None:
    summary = done(tmp_path)
    values = told(tmp_path / "paper.prom")
    run_values = {name[0].removeprefix("scraper_run_"): value for name, value in values.items() if len(name) == 1}
    began, ended = run_values.pop("start_timestamp_seconds"), run_values.pop("end_timestamp_seconds")
    assert run_values.pop("duration_seconds") == pytest.approx(ended - began)
    assert run_values == {"exit_code": 3, "pages_waiting": summary.waiting, "records_undelivered": 0}
    assert values["scraper_run_records_written", "well"] == 3
    assert values["scraper_run_fetches", "article", "well"] == 2
    assert values["scraper_run_errors", "http_status", "well"] == 1
    assert began <= values["scraper_source_last_success_timestamp_seconds", "well"] <= ended
    assert ("scraper_source_last_success_timestamp_seconds", "ill") not in values
    assert values["scraper_source_listed_links", "well"] == 3


def test_source_is_flagged_where_status_flags_it(tmp_path: Path) -> None:
    flagged = []
    for _ in range(3):
        done(tmp_path)
        values = told(tmp_path / "paper.prom")
        assert values["scraper_source_flagged", "well"] == 0
        flagged.append((values["scraper_source_empty_runs", "ill"], values["scraper_source_flagged", "ill"]))
    assert flagged == [(1, 0), (2, 0), (3, 1)]


def test_only_the_metrics_are_left_in_their_folder(tmp_path: Path) -> None:
    (tmp_path / "textfiles").mkdir()
    for _ in range(2):
        done(tmp_path, metrics=tmp_path / "textfiles" / "paper.prom")
    assert [path.name for path in (tmp_path / "textfiles").iterdir()] == ["paper.prom"]


def test_metrics_that_cannot_be_written_are_told_of_and_the_run_is_kept(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"missing/paper\.prom: metrics cannot be written"):
        done(tmp_path, metrics=tmp_path / "missing" / "paper.prom")
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    assert done(tmp_path).sums.fetched == 0
