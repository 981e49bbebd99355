"""Settings: what a job file may say, and what is said of one with a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from scraper.config import FetchSettings, Job, Site, load_job, load_sites, site_of
from scraper.errors import ConfigError

LEAST = 'name = "demo"\noutput = "out/demo.jsonl"\n'


@pytest.fixture
def job_file(tmp_path: Path) -> Path:
    return tmp_path / "job.toml"


def test_job_of_the_least_keys_has_the_defaults(job_file: Path) -> None:
    job_file.write_text(LEAST)
    assert load_job(job_file) == Job(name="demo", output=Path("out/demo.jsonl"))


def test_job_reads_lists_paths_and_its_fetch_table(job_file: Path) -> None:
    job_file.write_text(
        LEAST
        + 'feeds = ["https://a.test/feed"]\nurl_files = ["urls.txt"]\nlimit = 5\n[fetch]\ndeadline = 5\nworkers = 2\n'
    )
    job = load_job(job_file)
    assert (job.feeds, job.url_files, job.limit) == (("https://a.test/feed",), (Path("urls.txt"),), 5)
    assert job.fetch == FetchSettings(deadline=5, workers=2)


def test_state_lies_beside_the_output_unless_told() -> None:
    assert Job(name="a", output=Path("out/a.jsonl")).state_path == Path("out/a.sqlite")
    assert Job(name="a", output=Path("a.jsonl"), state=Path("b.db")).state_path == Path("b.db")


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        FetchSettings().deadline = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (LEAST + "limitt = 3", "unknown key `limitt`; did you mean `limit`?"),
        (LEAST + "zzz = 3", "unknown key `zzz`; known here: feeds, fetch, limit, max_sitemaps, name, "),
        (LEAST + "[fetch]\ndeadlin = 3", "unknown key `fetch.deadlin`; did you mean `deadline`?"),
        (LEAST + "[fetch]\nqqq = 3", "unknown key `fetch.qqq`; known here: allow_loopback, attempts, "),
        (LEAST + "limit = 0", "`limit`: input should be greater than or equal to 1"),
        (LEAST + '[fetch]\nworkers = "many"', "`fetch.workers`: input should be a valid integer"),
        ('name = "demo"', "`output`: field required"),
        (LEAST + "feeds = [1]", "`feeds.0`: input should be a valid string"),
        (LEAST + "fetch = 3", "`fetch`: "),
        ("name = ", "not valid TOML: "),
        ("name = 'caf\xe9'", "not valid TOML: "),
    ],
)
def test_fault_names_file_key_and_what_to_do(job_file: Path, told: str, said: str) -> None:
    job_file.write_bytes(told.encode("latin-1"))
    with pytest.raises(ConfigError) as caught:
        load_job(job_file)
    assert str(caught.value).startswith(f"{job_file}: {said}")


def test_every_fault_of_a_file_is_told_at_once(job_file: Path) -> None:
    job_file.write_text('nam = "demo"\n[fetch]\nattempts = 99\n')
    with pytest.raises(ConfigError, match=r"`name`: .*; `output`: .*; `fetch\.attempts`: .*; unknown key `nam`"):
        load_job(job_file)


@pytest.mark.parametrize("where", ["nowhere.toml", "."], ids=["absent", "folder"])
def test_file_that_cannot_be_read_is_named(tmp_path: Path, where: str) -> None:
    with pytest.raises(ConfigError, match=r"cannot be read \(.+\); give the path of a TOML file"):
        load_job(tmp_path / where)


def test_unknown_key_in_a_wrong_place_is_still_told(job_file: Path) -> None:
    job_file.write_text(LEAST + "[[fetch]]\ndeadline = 3\n")
    with pytest.raises(ConfigError, match="`fetch`: "):
        load_job(job_file)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("https://news.example/a", "news.example", id="its host"),
        pytest.param("https://WWW.News.example:8080/a", "news.example", id="a host below it"),
        pytest.param("https://sport.news.example/a", "sport.news.example", id="the nearest"),
        pytest.param("https://oldnews.example/a", None, id="another host of the same end"),
        pytest.param("https://[news.example/a", None, id="no address"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_a_sites_settings_hold_for_its_host_and_those_below(tmp_path: Path, url: str | None, host: str | None) -> None:
    for name in ("news.example", "sport.news.example"):
        (tmp_path / f"{name}.toml").write_text(f'body = ["#{name.replace(".", "-")}"]\nremove = [".box"]\n')
    found = site_of(load_sites(tmp_path), url)
    assert found == (host and Site(body=(f"#{host.replace('.', '-')}",), remove=(".box",)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param('body = ["p..a"]', "not a CSS selector", id="no selector"),
        pytest.param("body = []", "body", id="an empty list"),
        pytest.param("remove = []", "body", id="nothing selected"),
        pytest.param('bodi = ["p"]', "did you mean `body`", id="an unknown key"),
    ],
)
def test_a_site_with_a_fault_is_refused_by_name(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "news.example.toml").write_text(text)
    with pytest.raises(ConfigError, match=told) as caught:
        load_sites(tmp_path)
    assert "news.example.toml" in str(caught.value)


def test_the_example_site_is_sound() -> None:
    assert load_sites(Path(__file__).parents[1] / "configs" / "sites")["news.example"].remove


def test_a_folder_of_sites_must_be_there(tmp_path: Path) -> None:
    assert load_sites(None) == {}
    with pytest.raises(ConfigError, match="no folder"):
        load_sites(tmp_path / "sites")
