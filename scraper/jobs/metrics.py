"""What a run did and how the sources fare, for Prometheus' textfile collector (of its node exporter).

Every metric is a gauge, and tells of the last run: a file that is written anew after each run cannot count on, as
counters must. A run that is ended by an error writes none; that is seen by the age of
`scraper_run_end_timestamp_seconds`. The node exporter has a label `job` of its own, so that Prometheus calls this one
`exported_job`, unless its configuration has `honor_labels: true`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Gauge, write_to_textfile

from scraper.errors import OutputError
from scraper.jobs.status import judge_all
from scraper.jobs.wanted import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from scraper.jobs.health import Health
    from scraper.jobs.summary import Summary
    from scraper.stores.state import State

_RUN: Final[Mapping[str, tuple[str, Callable[[Summary], float]]]] = {
    "start_timestamp_seconds": ("When the last run began.", lambda summary: _seconds(summary.started_at) or 0.0),
    "end_timestamp_seconds": ("When the last run ended.", lambda summary: _seconds(summary.ended_at) or 0.0),
    "duration_seconds": ("How long the last run took.", lambda summary: _since(summary.started_at, summary.ended_at)),
    "exit_code": ("What the last run ended with: 0 well, 3 a source failed.", lambda summary: summary.exit_code),
    "pages_waiting": ("Pages that are due after the last run.", lambda summary: summary.waiting),
    "records_undelivered": ("Records that the outputs have not got.", lambda summary: summary.undelivered),
}
_SOURCE: Final[Mapping[str, tuple[str, Callable[[Health], float | None]]]] = {
    "last_success_timestamp_seconds": ("When all of a source was read last.", lambda one: _seconds(one.ok_at)),
    "last_article_timestamp_seconds": ("When a source gave an article last.", lambda one: _seconds(one.article_at)),
    "listed_links": ("Links that a source gave last.", lambda one: one.listed),
    "empty_runs": ("Runs in a row in which a source gave nothing.", lambda one: one.empty_runs),
    "flagged": ("Whether `scraper status` flags a source: 1 if so.", lambda one: bool(one.flags)),
}


def write_metrics(path: Path, summary: Summary, state: State) -> None:
    """Write the metrics of a run to `path`, in one step. Raises OutputError where that cannot be done."""
    registry = CollectorRegistry()
    with state.transaction():
        healths = judge_all(summary.sources, state)
    _of_run(registry, summary)
    _of_fetches(registry, summary)
    _of_sources(registry, summary.job, healths)
    try:
        write_to_textfile(str(path), registry)
    except OSError as error:
        raise OutputError(
            f"{path}: metrics cannot be written ({error.strerror}); give as `metrics` a file in a folder that you may "
            "write"
        ) from error


def _of_run(registry: CollectorRegistry, summary: Summary) -> None:
    for name, (about, value) in _RUN.items():
        gauge = Gauge(f"scraper_run_{name}", about, ["job"], registry=registry)
        gauge.labels(summary.job).set(value(summary))


def _of_fetches(registry: CollectorRegistry, summary: Summary) -> None:
    """What the last run fetched and wrote of each source."""
    labels = ["job", "source"]
    written = Gauge("scraper_run_records_written", "Records written in the last run.", labels, registry=registry)
    fetches = Gauge(
        "scraper_run_fetches", "Fetches of the last run, by outcome.", [*labels, "outcome"], registry=registry
    )
    errors = Gauge(
        "scraper_run_errors", "Fetches of the last run that failed, by kind.", [*labels, "kind"], registry=registry
    )
    for name, source in summary.sources.items():
        written.labels(summary.job, name).set(source.sums.written)
        for gauge, counts in ((fetches, source.sums.outcomes), (errors, source.sums.errors)):
            for key, count in counts.items():
                gauge.labels(summary.job, name, key).set(count)


def _of_sources(registry: CollectorRegistry, job: str, healths: Iterable[Health]) -> None:
    many = list(healths)
    for name, (about, value) in _SOURCE.items():
        gauge = Gauge(f"scraper_source_{name}", about, ["job", "source"], registry=registry)
        for health in many:
            found = value(health)
            if found is not None:
                gauge.labels(job, health.source).set(found)


def _seconds(at: str | None) -> float | None:
    found = moment(at)
    return found.timestamp() if found else None


def _since(began: str, ended: str) -> float:
    return (_seconds(ended) or 0.0) - (_seconds(began) or 0.0)
