"""Settings: what a job file may say, and what is said of one with a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from scraper.config import FetchSettings, Job, Outputs, Site, Source, load_job, load_sites, site_of
from scraper.errors import ConfigError

LEAST = 'name = "demo"\nsources.paper = {}\noutputs.jsonl = "out/demo.jsonl"\n'


@pytest.fixture
def job_file(tmp_path: Path) -> Path:
    return tmp_path / "job.toml"


def test_job_of_the_least_keys_has_the_defaults(job_file: Path) -> None:
    job_file.write_text(LEAST)
    folder = job_file.parent
    outputs = Outputs(jsonl=str(folder / "out/demo.jsonl"))
    state = str(folder / "out/demo/state.sqlite")
    assert load_job(job_file) == Job(name="demo", sources={"paper": Source()}, outputs=outputs, state=state)


def test_job_reads_lists_paths_and_its_fetch_table(job_file: Path) -> None:
    job_file.write_text(
        LEAST
        + 'limit = 5\n[sources."L\'Écho"]\nfeeds = ["https://a.test/feed"]\nurl_files = ["urls.txt"]\n'
        + "[fetch]\ndeadline = 5\nworkers = 2\n"
    )
    job = load_job(job_file)
    echo = job.sources["L'Écho"]
    assert (echo.feeds, echo.url_files, job.limit) == (("https://a.test/feed",), (job_file.parent / "urls.txt",), 5)
    assert job.fetch == FetchSettings(deadline=5, workers=2)


@pytest.mark.parametrize("folder", ["plain", "with {braces}"])
def test_paths_count_from_the_folder_of_the_file(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    path = tmp_path / folder / "job.toml"
    path.write_text(
        'name = "n"\nsources.s = {}\nsites = "sites"\nmetrics = "m.prom"\nstate = "s.sqlite"\n[outputs]\n'
        'files = "a/{id}.json"\ncsv = "/abs/{day}.csv"\n[fetch]\nwarc = "p.warc.gz"\n'
    )
    job = load_job(path)
    named = [job.sites, job.metrics, Path(job.state_at), job.fetch.warc, Path((job.outputs.files or "").format(id="x"))]
    assert named == [path.parent / name for name in ("sites", "m.prom", "s.sqlite", "p.warc.gz", "a/x.json")]
    assert job.outputs.csv == "/abs/{day}.csv"


def test_a_state_may_be_a_database() -> None:
    dsn = "postgresql://me@db.example/news"
    assert Job(name="a", sources={"s": Source()}, outputs=Outputs(), state=dsn).state_at == dsn


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "a b", "a\n"])
def test_a_jobs_name_is_one_that_files_can_have(name: str) -> None:
    with pytest.raises(ValidationError, match="name"):
        Job(name=name, sources={"s": Source()}, outputs=Outputs())


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        FetchSettings().deadline = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (LEAST + "limitt = 3", "unknown key `limitt`; did you mean `limit`?"),
        (LEAST + "zzz = 3", "unknown key `zzz`; known here: fetch, limit, metrics, name, no_rules, outputs, "),
        (LEAST + 'sources.b.feed = ["x"]', "unknown key `sources.b.feed`; did you mean `feeds`?"),
        (LEAST + 'sources.b.include = ["("]', "`sources.b.include.0`: not a regular expression (missing ), "),
        (LEAST + 'outputs.csv = "{dy}.csv"', "`outputs.csv`: {dy} is no place; did you mean `day`?"),
        (LEAST + 'outputs.csv = "{day:%Y}.csv"', "`outputs.csv`: {day:%Y} is no place; "),
        (LEAST + 'outputs.csv = "{day.csv"', "`outputs.csv`: expected '}' before end of string; write {{ and }} for "),
        (LEAST + 'outputs.files = "{day}.json"', "`outputs.files`: needs the place {id}"),
        (LEAST + "[fetch]\ndeadlin = 3", "unknown key `fetch.deadlin`; did you mean `deadline`?"),
        (LEAST + "[fetch]\nqqq = 3", "unknown key `fetch.qqq`; known here: allow_loopback, attempts, "),
        (LEAST + "limit = 0", "`limit`: input should be greater than or equal to 1"),
        (LEAST + '[fetch]\nworkers = "many"', "`fetch.workers`: input should be a valid integer"),
        ('name = "demo"\nsources.a = {}', "`outputs`: field required"),
        (LEAST + "sources.b.feeds = [1]", "`sources.b.feeds.0`: input should be a valid string"),
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
    with pytest.raises(
        ConfigError, match=r"`name`: .*; `sources`: .*; `outputs`: .*; `fetch\.attempts`: .*; unknown key `nam`"
    ):
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
