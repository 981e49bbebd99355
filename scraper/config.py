"""Settings of a fetch and of a job, and their TOML files.

Unknown keys are refused, with the nearest known one named.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from scraper.errors import ConfigError

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


Headers = Annotated[dict[str, str], AfterValidator(_headers)]
Port = Annotated[int, Field(ge=1, le=65535)]


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
    cookies: Path | None = Field(None, description="your own cookies: a file in Netscape's format, of mode 0600")
    headers: dict[str, Headers] = Field(default_factory=dict, description="further headers by host or domain")
    gap: float = Field(1.0, ge=0, description="seconds between two requests to a site, at least; jitter is added")
    max_gap: float = Field(60.0, ge=0, description="cap on the gap, whatever Crawl-delay a site asks for")
    host_concurrency: int = Field(1, ge=1, le=2, description="requests under way at once to a site")
    max_wait: float = Field(120.0, ge=0, description="seconds that a site may ask to wait; for longer, it is parked")
    ports: tuple[Port, ...] = Field((80, 443), description="ports that may be connected to")
    allow_loopback: bool = Field(default=False, description="whether this machine may be asked, on any port")
    cache: Path | None = Field(None, description="SQLite file that answers are kept in, to be used again (RFC 9111)")
    warc: Path | None = Field(None, description="WARC file that what is fetched is appended to")
    tdmrep: bool = Field(default=False, description="whether each site is asked once for its tdmrep.json")
    workers: int = Field(4, ge=1, le=64, description="URLs under way at once in a batch")


class Site(Settings):
    """Where the article stands on a site's pages, for sites whose markup misleads the block model."""

    body: tuple[Selector, ...] = Field(min_length=1, description="CSS selectors of the elements that hold the text")
    remove: tuple[Selector, ...] = Field((), description="CSS selectors of what in them is not the article's")


class Job(Settings):
    """A scheduled run: where links come from, where records go."""

    name: str = Field(min_length=1)
    urls: tuple[str, ...] = Field((), description="article URLs")
    url_files: tuple[Path, ...] = Field((), description="files with one URL a line; # starts a comment")
    feeds: tuple[str, ...] = Field((), description="RSS, Atom or RDF feeds")
    sitemaps: tuple[str, ...] = Field((), description="sitemaps, news sitemaps and sitemap indexes")
    max_sitemaps: int = Field(200, ge=1, description="most sitemaps read of one entry of `sitemaps`")
    limit: int | None = Field(None, ge=1, description="most URLs fetched in a run; the rest wait for the next")
    profile: Profile = Field("balanced", description="what is rather done with a doubtful text: taken or left out")
    sites: Path | None = Field(None, description="folder of sites' own settings, HOST.toml each")
    skip_reserved: bool = Field(default=False, description="write no record of pages that reserve text and data mining")
    no_rules: tuple[str, ...] = Field((), description="names of cleaning rules that are not applied")
    output: Path = Field(description="JSON lines, appended to")
    state: Path | None = Field(None, description="SQLite file; default: the output's name with .sqlite")
    fetch: FetchSettings = FetchSettings()

    @property
    def state_path(self) -> Path:
        """Where the run keeps what it has seen."""
        return self.state or self.output.with_suffix(".sqlite")


ValueT = TypeVar("ValueT")
SettingsT = TypeVar("SettingsT", bound=Settings)


def load_job(path: Path) -> Job:
    """Job from a TOML file; relative paths in it count from the current directory.

    Raises ConfigError, which names the file, the key and what is known, on any fault.
    """
    return _load(path, Job)


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
        return model.model_validate(data)
    except ValidationError as error:
        faults = "; ".join(_fault(detail, model) for detail in error.errors())
        raise ConfigError(f"{path}: {faults}") from error


def _fault(detail: ErrorDetails, model: type[Settings]) -> str:
    """One validation error as a sentence a person can act on."""
    key = ".".join(str(part) for part in detail["loc"])
    if detail["type"] != "extra_forbidden":
        return f"`{key}`: {detail['msg'][0].lower()}{detail['msg'][1:]}"
    return f"unknown key `{key}`; {hint(str(detail['loc'][-1]), _keys_at(detail['loc'][:-1], model))}"


def hint(name: str, known: Sequence[str]) -> str:
    """What to write in place of `name`, which is not among the `known`: the nearest, or any of them."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known)}"


def _keys_at(location: tuple[int | str, ...], model: type[Settings]) -> list[str]:
    """Names of the keys known in the table at `location` of `model`."""
    for part in location:
        annotation = model.model_fields[str(part)].annotation
        if isinstance(annotation, type) and issubclass(annotation, Settings):
            model = annotation
    return sorted(model.model_fields)
