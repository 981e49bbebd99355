"""Settings of a fetch and of a job, and their TOML files.

Unknown keys are refused, with the nearest known one named.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from scraper.errors import ConfigError
from scraper.lock import default_state, is_dsn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails


Profile = Literal["balanced", "precision", "recall"]
"""How much is taken for an article's body: `precision` rather leaves a doubtful text out, `recall` rather takes it."""


def _selector(value: str) -> str:
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # noqa: PLC0415 - slow, and only sites need it

    try:
        LexborHTMLParser("").css(value)
    except SelectolaxError as error:
        raise ValueError(f"not a CSS selector: {value!r}") from error
    return value


Selector = Annotated[str, AfterValidator(_selector)]

NAME = r"^\w[\w.-]*$"
PLACES = frozenset({"day", "site", "source"})
"""Places in the path of an output: the day (UTC) of the fetch, the site, the source."""

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?")
_NOT_TO_SET = frozenset(
    "accept-encoding connection content-length cookie host te trailer transfer-encoding upgrade user-agent".split()
)


def _headers(values: dict[str, str]) -> dict[str, str]:
    for name, value in values.items():
        if name.lower() in _NOT_TO_SET:
            raise ValueError(f"{name} is the program's own to say")
        if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
            raise ValueError(f"{name!r}: {value!r} cannot stand in a header")
    return values


def _in_folder(path: Path, info: ValidationInfo) -> Path:
    """`path` as the file counts it that it stands in: from its folder, which is the context of validation."""
    return Path(info.context or "") / path


def _expression(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"not a regular expression ({error})") from error
    return value


def _places(value: str, known: frozenset[str]) -> str:
    try:
        parts = ((name, form, conversion) for _, name, form, conversion in Formatter().parse(value) if name is not None)
        named = [
            f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
            for name, form, conversion in parts
        ]
        unknown = [name for name in named if name not in known]
    except ValueError as error:
        raise ValueError(f"{error}; write {{{{ and }}}} for braces") from error
    if unknown:
        raise ValueError(f"{{{unknown[0]}}} is no place; {hint(unknown[0], sorted(known))}")
    return value


def _path_pattern(value: str, info: ValidationInfo) -> str:
    return _pattern(value, info, PLACES)


def _id_pattern(value: str, info: ValidationInfo) -> str:
    if "{id}" not in value:
        raise ValueError("needs the place {id}, which parts the articles' files")
    return _pattern(value, info, PLACES | {"id"})


def _pattern(value: str, info: ValidationInfo, known: frozenset[str]) -> str:
    folder = str(info.context or "").replace("{", "{{").replace("}", "}}")
    return str(Path(folder) / _places(value, known))


Headers = Annotated[dict[str, str], AfterValidator(_headers)]
Port = Annotated[int, Field(ge=1, le=65535)]
JobPath = Annotated[Path, AfterValidator(_in_folder)]
Expression = Annotated[str, AfterValidator(_expression)]
PathPattern = Annotated[str, AfterValidator(_path_pattern)]
SourceName = Annotated[str, StringConstraints(pattern=r"^\S(?:.*\S)?$", max_length=100)]


class Settings(BaseModel):
    """Base of every settings table: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FetchSettings(Settings):
    """How pages are asked for."""

    deadline: float = Field(30.0, gt=0, description="seconds a URL may take in all, retries and redirects included")
    connect_timeout: float = Field(10.0, gt=0, description="seconds to connect, an attempt")
    read_timeout: float = Field(15.0, gt=0, description="seconds between two pieces of an answer")
    attempts: int = Field(4, ge=1, le=10, description="attempts a URL, the first included")
    backoff: float = Field(0.5, ge=0, description="seconds before the second attempt; doubles, with jitter")
    max_bytes: int = Field(10 * 2**20, gt=0, description="cap on the decoded body")
    max_redirects: int = Field(10, ge=0)
    contact: str | None = Field(None, description="URL or mail address put into the User-Agent")
    proxy: str | None = Field(None, description="http(s) URL of a proxy that all is fetched through")
    cookies: JobPath | None = Field(None, description="your own cookies: a file in Netscape's format, of mode 0600")
    headers: dict[str, Headers] = Field(default_factory=dict, description="further headers by host or domain")
    gap: float = Field(1.0, ge=0, description="seconds between two requests to a site, at least; jitter is added")
    max_gap: float = Field(60.0, ge=0, description="cap on the gap, whatever Crawl-delay a site asks for")
    host_concurrency: int = Field(1, ge=1, le=2, description="requests under way at once to a site")
    max_wait: float = Field(120.0, ge=0, description="seconds that a site may ask to wait; for longer, it is parked")
    ports: tuple[Port, ...] = Field((80, 443), description="ports that may be connected to")
    allow_loopback: bool = Field(default=False, description="whether this machine may be asked, on any port")
    cache: JobPath | None = Field(None, description="SQLite file that answers are kept in, to be used again (RFC 9111)")
    warc: JobPath | None = Field(None, description="WARC file that what is fetched is appended to")
    tdmrep: bool = Field(default=False, description="whether each site is asked once for its tdmrep.json")
    workers: int = Field(4, ge=1, le=64, description="URLs under way at once in a batch")


class Site(Settings):
    """Where the article stands on a site's pages, for sites whose markup misleads the block model."""

    body: tuple[Selector, ...] = Field(min_length=1, description="CSS selectors of the elements that hold the text")
    remove: tuple[Selector, ...] = Field((), description="CSS selectors of what in them is not the article's")


class Source(Settings):
    """Where links of one paper come from, and which of them are wanted."""

    feeds: tuple[str, ...] = Field((), description="RSS, Atom, RDF or JSON feeds")
    sitemaps: tuple[str, ...] = Field((), description="sitemaps, news sitemaps and sitemap indexes")
    sections: tuple[str, ...] = Field((), description="pages that list articles, such as a front page")
    discover: tuple[str, ...] = Field((), description="pages whose feeds and sitemaps are looked for in every run")
    urls: tuple[str, ...] = Field((), description="article URLs")
    url_files: tuple[JobPath, ...] = Field((), description="files with one URL a line; # starts a comment")
    include: tuple[Expression, ...] = Field((), description="regular expressions: only URLs in which one is found")
    exclude: tuple[Expression, ...] = Field((), description="regular expressions: no URL in which one is found")
    max_age_days: float | None = Field(None, gt=0, description="articles that are older are left out")
    recheck_hours: float | None = Field(
        None, gt=0, description="hours after which an article that is still listed is asked for again"
    )
    limit: int | None = Field(None, ge=1, description="most pages fetched in a run; the rest wait for the next")
    max_sitemaps: int = Field(200, ge=1, description="most sitemaps read of one entry of `sitemaps`")


class Outputs(Settings):
    """Where records go: a path for each kind, with the places {day}, {source}, {site} (and {id} for `files`)."""

    jsonl: PathPattern | None = Field(None, description="JSON lines")
    csv: PathPattern | None = Field(None, description="tables; what a spreadsheet would run as a formula is escaped")
    parquet: PathPattern | None = Field(
        None, description="Parquet, a new file each time records are handed over (extra `parquet`)"
    )
    files: Annotated[str, AfterValidator(_id_pattern)] | None = Field(None, description="one JSON file an article")
    postgres: str | None = Field(None, description="DSN of a PostgreSQL database, table `articles` (extra `postgres`)")
    stdout: bool = Field(default=False, description="JSON lines on standard output")


class Job(Settings):
    """A scheduled run: where links come from, where records go."""

    name: str = Field(pattern=NAME, max_length=100, description="letters, digits, `_`, `.` and `-`")
    sources: dict[SourceName, Source] = Field(min_length=1, description="a table [sources.NAME] each")
    outputs: Outputs
    state: str | None = Field(None, description="SQLite file, or a PostgreSQL DSN that several machines may share")
    metrics: JobPath | None = Field(None, description="file for Prometheus' textfile collector, written after each run")
    limit: int | None = Field(None, ge=1, description="most pages fetched in a run; the rest wait for the next")
    profile: Profile = Field("balanced", description="what is rather done with a doubtful text: taken or left out")
    sites: JobPath | None = Field(None, description="folder of sites' own settings, HOST.toml each")
    skip_reserved: bool = Field(default=False, description="write no record of pages that reserve text and data mining")
    no_rules: tuple[str, ...] = Field((), description="names of cleaning rules that are not applied")
    fetch: FetchSettings = FetchSettings()

    @property
    def state_at(self) -> str:
        """Where the state is: a file, or a DSN."""
        return self.state or default_state(self.name)

    @field_validator("state", mode="after")
    @classmethod
    def _state_in_folder(cls, value: str | None, info: ValidationInfo) -> str | None:
        return value if value is None or is_dsn(value) else str(_in_folder(Path(value), info))


ValueT = TypeVar("ValueT")
SettingsT = TypeVar("SettingsT", bound=Settings)


def load_job(path: Path) -> Job:
    """Job from a TOML file; relative paths in it count from the file's folder.

    Raises ConfigError, which names the file, the key and what is known, on any fault.
    """
    job = _load(path, Job)
    return job if job.state else job.model_copy(update={"state": str(path.parent / job.state_at)})


def load_sites(folder: Path | None) -> Mapping[str, Site]:
    """Sites by host, from the files HOST.toml of a folder; none without one.

    Raises ConfigError, which names the file, the key and what is known, on any fault.
    """
    if folder is None:
        return {}
    if not folder.is_dir():
        raise ConfigError(f"{folder}: no folder; give one of files named HOST.toml")
    return {path.stem.lower(): _load(path, Site) for path in sorted(folder.glob("*.toml"))}


def site_of(sites: Mapping[str, Site], url: str | None) -> Site | None:
    """The settings for an address: those of its host, else of the nearest domain above."""
    return by_host(sites, _host(url))


def by_host(values: Mapping[str, ValueT], host: str) -> ValueT | None:
    """What stands in `values` for a host: at its own name, else at the nearest domain above."""
    labels = host.split(".")
    return next((values[name] for at in range(len(labels)) if (name := ".".join(labels[at:])) in values), None)


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _load(path: Path, model: type[SettingsT]) -> SettingsT:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); give the path of a TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    try:
        return model.model_validate(data, context=path.parent)
    except ValidationError as error:
        faults = "; ".join(_fault(detail, model) for detail in error.errors())
        raise ConfigError(f"{path}: {faults}") from error


def _fault(detail: ErrorDetails, model: type[Settings]) -> str:
    """One validation error as a sentence a person can act on."""
    key = ".".join(str(part) for part in detail["loc"])
    if detail["type"] != "extra_forbidden":
        told = detail["msg"].removeprefix("Value error, ").replace("valid tuple", "list")
        return f"`{key}`: {told[0].lower()}{told[1:]}"
    return f"unknown key `{key}`; {hint(str(detail['loc'][-1]), _keys_at(detail['loc'][:-1], model))}"


def hint(name: str, known: Sequence[str]) -> str:
    """What to write in place of `name`, which is not among the `known`: the nearest, or any of them."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known)}"


def _keys_at(location: tuple[int | str, ...], model: type[Settings]) -> list[str]:
    """Names of the keys known in the table at `location` of `model`; in a dict, any key leads to its values' table."""
    here: Any = model
    for part in location:
        here = get_args(here)[1] if get_origin(here) is dict else here.model_fields[str(part)].annotation
    return sorted(here.model_fields)
