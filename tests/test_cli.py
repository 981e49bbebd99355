"""The commands, each input of a batch and each way to call them wrong."""

from __future__ import annotations

import gzip
import json
import socket
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from typer.testing import CliRunner

from scraper.article import Article, Block, Removed, json_schema
from scraper.cli.app import app
from scraper.cli.entry import Style, clean, explained, told
from scraper.extractors.extract import extract
from scraper.inputs import Kind, Raw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from typer.testing import Result

    from scraper.config import Profile, Site
    from scraper.draft import Draft
    from scraper.extractors.model.block_model import BlockModel
    from scraper.page import Page
    from tests.conftest import Newsroom

LOCAL = ("[fetch]", "allow_loopback = true", "gap = 0")
DEAD = "http://127.0.0.1:9/story"


def scrape(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)


def records(result: Result) -> list[dict[str, Any]]:
    """Records that were printed, each checked against the schema."""
    found = [json.loads(line) for line in result.stdout.splitlines()]
    validator = jsonschema.Draft202012Validator(json_schema())
    for record in found:
        validator.validate(record)
    return found


def kinds(found: Sequence[dict[str, Any]]) -> list[str]:
    return [record["error"]["kind"] if record["error"] else record["outcome"] for record in found]


def test_clean_prints_one_record_an_input_in_order_failures_included(tmp_path: Path, article_html: str) -> None:
    (tmp_path / "page.html").write_text(article_html)
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(article_html.encode()))
    (tmp_path / "empty.html").touch()
    (tmp_path / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "folder").mkdir()
    names = ["page.html", "empty.html", "photo.html", "missing.html", "folder", "page.html.gz"]
    result = scrape("clean", *(tmp_path / name for name in names))
    assert kinds(records(result)) == ["article", "empty", "binary", "input", "input", "article"]
    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
        str(tmp_path / name) for name in names[1:-1]
    ]


def test_all_well_is_silent_on_standard_error(tmp_path: Path, article_html: str) -> None:
    (tmp_path / "page.html").write_text(article_html)
    result = scrape("clean", tmp_path / "page.html", "--url", "https://example.org/bridge")
    [record] = records(result)
    assert (result.exit_code, result.stderr) == (0, "")
    assert record["url"] == "https://example.org/bridge"
    assert "engineers want another month" in record["text"]


def test_a_sites_own_selectors_lead(tmp_path: Path, article_html: str) -> None:
    (tmp_path / "example.org.toml").write_text('body = ["#own"]')
    page = article_html + "<div id=own>The site's own text.</div>"
    lines = [json.dumps({"url": f"https://{host}/a", "html": page}) for host in ("www.example.org", "example.net")]
    own, other = records(scrape("clean", "--sites", tmp_path, "--as", "jsonl", "-", stdin="\n".join(lines)))
    assert (own["text"], own["provenance"]["blocks"]) == ("The site's own text.", "site selectors")
    assert other["provenance"]["blocks"].startswith("block model")


def test_text_is_cleaned_from_standard_input(article_html: str) -> None:
    text = "Bridge stays shut\n\nThe council met, and argued, and went home again without a result to show."
    [as_text] = records(scrape("clean", "-", stdin=text))
    [as_html] = records(scrape("clean", stdin=article_html))
    assert "went home again" in as_text["text"]
    assert as_html["title"] == "Bridge stays shut"


def test_json_lines_keep_ids_and_order_one_for_one(article_html: str) -> None:
    lines = [
        json.dumps({"id": "first", "url": "https://example.org/a", "html": article_html}),
        '{"id": "half", "html": "<p>',
        json.dumps({"id": "neither"}),
        "",
        json.dumps({"id": "wrong", "html": 7}),
        json.dumps({"id": "dated", "text": "A text of some words, cleaned.", "fetched_at": "yesterday"}),
        json.dumps({"id": "ümlaut/..", "html": article_html, "fetched_at": "2024-05-01T12:00:00+02:00"}),
    ]
    result = scrape("clean", "--as", "jsonl", "-", stdin="\n".join(lines))
    found = records(result)
    assert kinds(found) == ["article", "input", "input", "input", "input", "article"]
    assert [record["id"] for record in found if record["id"] != found[1]["id"]] == [
        "first",
        "neither",
        "wrong",
        "dated",
        "ümlaut/..",
    ]
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == ["stdin:2", "stdin:3", "stdin:5", "stdin:6"]


def test_bad_url_of_a_line_is_told_and_the_text_is_cleaned() -> None:
    result = scrape("clean", "-", stdin=b'{"url": "example", "text": "A text of some words, cleaned."}')
    assert (result.exit_code, kinds(records(result))) == (0, ["article"])
    assert result.stderr.startswith("stdin:1: cleaned without its `url`: 'example' is no web address")


def test_fault_of_the_program_on_one_input_is_that_inputs_record(
    monkeypatch: pytest.MonkeyPatch, article_html: str
) -> None:
    def extract_or_fail(page: Page, model: BlockModel | None, profile: Profile, site: Site | None) -> Draft:
        if b"trap" in page.body:
            raise ZeroDivisionError("a trap")
        return extract(page, model, profile, site)

    monkeypatch.setattr("scraper.pipeline.extract", extract_or_fail)
    lines = [json.dumps({"id": name, "html": article_html + name}).encode() for name in ("one", "trap", "two")]
    entries = [clean(Raw("stdin", line, Kind.JSONL), Style(), "balanced", {}) for line in lines]
    assert [entry.outcome for entry in entries] == ["article", "error", "article"]
    assert json.loads(entries[1].record.data)["error"]["kind"] == "internal"
    assert [entry.failed for entry in entries] == [False, True, False]
    assert "ZeroDivisionError" in entries[1].messages[0]


def test_page_that_takes_too_long_is_given_up_and_the_rest_goes_on(article_html: str) -> None:
    slow = article_html.replace("<p>", "<p>Word after word.</p>" * 300_000 + "<p>")
    lines = [json.dumps({"id": name, "html": html}) for name, html in (("slow", slow), ("quick", article_html))]
    result = scrape("clean", "--as", "jsonl", "-", "--deadline", "2", "--workers", "1", stdin="\n".join(lines))
    found = records(result)
    assert (result.exit_code, kinds(found)) == (1, ["page_timeout", "article"])
    assert [record["id"] for record in found] == ["slow", "quick"]
    assert result.stderr.startswith("stdin:1: took longer than 2 s")


def logged(result: Result) -> list[str]:
    return [line for line in result.stderr.splitlines() if line.startswith("{")]


def test_verbose_logs_each_input_on_standard_error_as_json(article_html: str) -> None:
    result = scrape("clean", "-", "-v", stdin=article_html)
    [event] = [json.loads(line) for line in logged(result) if '"record"' in line]
    assert (event["input"], event["outcome"], event["level"]) == ("stdin", "article", "info")
    assert len(records(result)) == 1


def test_fetch_prints_one_record_a_url_in_order(newsroom: Newsroom, tmp_path: Path) -> None:
    listed = tmp_path / "urls.txt"
    listed.write_text(f"# more\n{newsroom.url('/story')}\n\n")
    urls = [newsroom.url("/story"), "example.org/no-scheme", newsroom.url("/gone"), newsroom.url("/story?2")]
    result = scrape("fetch", "--allow-loopback", "--gap", "0", *urls[:3], "-i", listed)
    found = records(result)
    assert [record["url"] for record in found] == [*urls[:3], newsroom.url("/story")]
    assert kinds(found) == ["article", "invalid_url", "gone", "article"]
    assert result.exit_code == 1
    invalid, gone = result.stderr.splitlines()
    assert invalid.startswith("example.org/no-scheme: ")
    assert gone.startswith(f"{urls[2]}: gone (status 404): ")


def test_page_that_is_gone_is_told_but_no_failure(newsroom: Newsroom) -> None:
    result = scrape("fetch", "--allow-loopback", "--gap", "0", newsroom.url("/gone"))
    assert (result.exit_code, kinds(records(result))) == (0, ["gone"])
    assert "check the address" in result.stderr


def test_what_is_fetched_is_kept_in_an_archive_and_read_from_it(newsroom: Newsroom, tmp_path: Path) -> None:
    archive, url = tmp_path / "pages.warc.gz", newsroom.url("/story")
    live = scrape("fetch", "--allow-loopback", "--gap", "0", "--warc", archive, url)
    again = scrape("fetch", "--from-warc", archive, url)
    assert (live.exit_code, again.exit_code) == (0, 0)
    assert again.stdout == live.stdout


def test_fetch_goes_by_a_proxy_and_takes_cookies_as_told(newsroom: Newsroom, tmp_path: Path) -> None:
    jar = tmp_path / "cookies.txt"
    jar.write_text("# Netscape HTTP Cookie File\n")
    jar.chmod(0o644)
    result = scrape("fetch", "--cookies", jar, newsroom.url("/story"))
    assert result.exit_code == 78
    assert "chmod 600" in result.stderr
    told = ("--allow-loopback", "--ignore-robots", "--gap", "0", "--proxy", newsroom.url("/"))
    assert kinds(records(scrape("fetch", *told, "http://localhost/elsewhere"))) == ["gone"]


def test_fetch_reads_urls_from_standard_input(newsroom: Newsroom) -> None:
    result = scrape("fetch", "--allow-loopback", "--gap", "0", "-i", "-", stdin=newsroom.url("/story"))
    assert (result.exit_code, kinds(records(result))) == (0, ["article"])


def test_output_file_is_replaced_and_standard_output_stays_empty(tmp_path: Path, article_html: str) -> None:
    output = tmp_path / "new" / "out.jsonl"
    for _ in range(2):
        result = scrape("clean", "-", "-o", output, stdin=article_html)
    assert (result.exit_code, result.stdout) == (0, "")
    [line] = output.read_text().splitlines()
    assert json.loads(line)["title"] == "Bridge stays shut"


def test_output_directory_gets_one_file_a_record(tmp_path: Path, article_html: str) -> None:
    lines = [json.dumps({"id": name, "html": article_html}) for name in ("one", "../two", "one")]
    result = scrape("clean", "--as", "jsonl", "-", "-O", tmp_path / "out", stdin="\n".join(lines))
    assert (result.exit_code, result.stdout) == (0, "")
    found = [json.loads(path.read_text())["id"] for path in (tmp_path / "out").iterdir()]
    assert sorted(found) == ["../two", "one", "one"]


def test_pretty_is_indented(article_html: str) -> None:
    result = scrape("clean", "-", "--pretty", stdin=article_html)
    assert result.stdout.startswith('{\n  "schema_version"')
    assert json.loads(result.stdout)["outcome"] == "article"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["fetch"], "no URL given"),
        (["clean", "a.html", "--as", "pdf"], "'pdf' is not one of"),
        (["clean", "a.html", "-o", "a", "-O", "b"], "not both"),
        (["clean", "a.html", "b.html", "--url", "https://example.org/"], "--url names one page"),
        (["clean", "-", "--as", "jsonl", "--url", "https://example.org/"], "--url names one page"),
        (["clean", "a.html", "--url", "example"], "'example' is no web address"),
        (["clean", "a.html", "-f"], "No such option"),
        (["clean", "a.html", "--workers", "0"], "--workers"),
        (["clean", "a.html", "--deadline", "0"], "--deadline"),
        (["nonsense"], "No such command"),
        (["run"], "Missing argument"),
        (["demo", "--port", "0"], "--port"),
    ],
)
def test_wrong_usage_exits_2_with_a_hint_and_no_record(args: list[str], told: str) -> None:
    result = scrape(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_output_that_is_an_input_is_refused_before_it_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("dear to someone")
    result = scrape("clean", path, "-o", tmp_path / "." / "text.txt")
    assert (result.exit_code, path.read_text()) == (2, "dear to someone")
    assert "also an input" in result.stderr


def test_url_list_without_a_url_and_one_that_is_missing_fail(tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text("# none yet\n")
    empty, missing = (scrape("fetch", "-i", tmp_path / name) for name in ("urls.txt", "missing.txt"))
    assert (empty.exit_code, missing.exit_code) == (1, 1)
    assert "no URL in it" in empty.stderr
    assert "no such file" in missing.stderr


def job_file(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "job.toml"
    path.write_text("\n".join(('name = "test"', 'outputs.jsonl = "out.jsonl"', "[sources.paper]", *lines)))
    return path


def test_run_appends_what_is_new_and_a_second_run_says_nothing_is(newsroom: Newsroom, tmp_path: Path) -> None:
    job = job_file(tmp_path, f'urls = ["{newsroom.url("/story")}"]', *LOCAL)
    first, second = scrape("run", job), scrape("run", job)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "1 written, 1 fetched (1 article)" in first.stderr
    assert "nothing new" in second.stderr
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


def test_run_of_which_nothing_can_be_fetched_exits_3_and_says_why(tmp_path: Path) -> None:
    result = scrape("run", "-q", job_file(tmp_path, f'urls = ["{DEAD}"]', *LOCAL, "attempts = 1"))
    assert result.exit_code == 3
    assert "paper: none of the 1 pages tried could be fetched (1 connection)" in result.stderr


def test_quiet_run_says_nothing_and_writes_its_summary(newsroom: Newsroom, tmp_path: Path) -> None:
    job = job_file(tmp_path, f'urls = ["{newsroom.url("/story")}"]', *LOCAL)
    result = scrape("run", "-q", "--summary", tmp_path / "summary.json", job)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    summary = json.loads((tmp_path / "summary.json").read_text())
    assert (summary["exit_code"], summary["written"], summary["sources"]["paper"]["outcomes"]) == (0, 1, {"article": 1})


def test_dry_run_shows_what_would_be_fetched_and_keeps_nothing(newsroom: Newsroom, tmp_path: Path) -> None:
    job = job_file(tmp_path, f'urls = ["{newsroom.url("/story")}"]', *LOCAL)
    for _ in range(2):
        result = scrape("run", "--dry-run", job)
        assert result.exit_code == 0
        assert result.stdout == f"paper: 1 listed; 1 to fetch\n  new {newsroom.url('/story')}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["job.toml"]


def test_a_new_job_is_sound_and_what_it_says_can_be_done(newsroom: Newsroom, tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    made = scrape("job", "new", newsroom.url("/story"), "--allow-loopback", "-o", path)
    assert made.exit_code == 0
    assert "run --quiet" in made.stderr
    checked = scrape("job", "check", path)
    assert (checked.exit_code, checked.stdout.splitlines()[:2]) == (
        0,
        ["127.0.0.1: sound", "source 127.0.0.1: sections: 1"],
    )
    again = scrape("job", "new", "-o", path)
    assert (again.exit_code, "there is such a file already" in again.stderr) == (2, True)


def test_forgotten_page_is_fetched_again(newsroom: Newsroom, tmp_path: Path) -> None:
    job = job_file(tmp_path, f'urls = ["{newsroom.url("/story")}"]', *LOCAL)
    scrape("run", job)
    told = scrape("forget", job, newsroom.url("/story"))
    assert (told.exit_code, told.stdout) == (0, f"{newsroom.url('/story')}: 1 page forgotten\n")
    assert "1 written" in scrape("run", job).stderr
    unknown = scrape("forget", job, "nobody")
    assert (unknown.exit_code, "neither a page" in unknown.stderr) == (2, True)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ulrs = []", "did you mean `urls`?"),
        ("urls = 7", "`sources.paper.urls`: input should be a list"),
        ("urls =", "not valid TOML"),
    ],
)
def test_fault_in_a_job_exits_78_and_names_file_and_key(tmp_path: Path, line: str, told: str) -> None:
    job = job_file(tmp_path, line)
    result = scrape("run", job)
    assert (result.exit_code, result.stdout) == (78, "")
    assert str(job) in result.stderr
    assert told in result.stderr


def test_demo_on_a_port_that_is_taken_says_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = scrape("demo", "--port", str(port), "-o", tmp_path / "out.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(port) in result.stderr


def test_demo_shows_what_came_of_each_page_and_where_the_records_are(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    result = scrape("demo", "--port", str(port), "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0
    assert "live blog" in result.stdout
    assert str(tmp_path / "out.jsonl") in result.stdout


def test_schema_is_printed_and_valid() -> None:
    result = scrape("schema")
    assert (result.exit_code, json.loads(result.stdout)) == (0, json_schema())
    jsonschema.Draft202012Validator.check_schema(json.loads(result.stdout))


def test_version_and_help_go_to_standard_output() -> None:
    assert scrape("--version").stdout.startswith("scraper 0.")
    assert "130 interrupted; 143 terminated" in " ".join(scrape("clean", "--help").stdout.split())


ARTICLE = Article(
    id="x",
    rules_version="1",
    outcome="article",
    blocks=(Block(type="paragraph", text="It rained. " * 20), Block(type="paragraph", text="Then it \x1b[31mstopped.")),
    removed=(
        Removed(rule="tail", text="Read also: " + "more " * 40, after_block=1),
        Removed(rule="credit", text="Photo:\n\x1b]0;owned\x07 Ann Example", after_block=-1),
    ),
)


def test_explanation_is_in_reading_order_and_fits_80_columns() -> None:
    lines = list(explained("page.html", ARTICLE))
    assert lines[0] == "page.html: article, 43 words kept, 2 texts removed"
    assert [line.strip().split()[0] for line in lines if "[" in line] == ["[credit]", "after", "[tail]"]
    assert max(map(len, lines)) <= 80


def test_explanation_carries_nothing_that_a_terminal_obeys() -> None:
    assert all(line.isprintable() for line in explained("a\x1b[2J.html", ARTICLE))


def test_explain_is_printed_after_its_record_on_standard_error(article_html: str) -> None:
    result = scrape("clean", "-", "--explain", stdin=article_html)
    assert len(records(result)) == 1
    assert result.stderr.startswith("stdin: article, ")


@pytest.mark.parametrize("outcome", ["blocked", "consent_wall", "gone", "js_required", "not_article", "robots_denied"])
def test_every_outcome_without_an_article_says_what_to_do(outcome: str) -> None:
    line = told("page.html", ARTICLE.model_copy(update={"outcome": outcome}))
    assert line
    assert line.startswith(f"page.html: {outcome}: ")
