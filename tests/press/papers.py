"""The press: papers, what they have published, and how an edition changes. A value: nothing here does I/O.

Paper k has the loopback address 127.0.0.(k+2), which makes it a site of its own. Its article n is the same for the
same seed; n counts from the oldest.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from ipaddress import IPv4Address
from random import Random
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from tests.press.broken import BROKEN, TEN, Broken
from tests.press.prose import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SourceKind: TypeAlias = Literal["feeds", "sitemaps", "sections"]
Kind: TypeAlias = Literal["article", "agency", "gone", "blocked", "preview", "liveblog"]

NOW: Final = datetime(2026, 3, 4, 8, tzinfo=UTC)
STEP: Final = timedelta(minutes=37)
"""From one article of a paper to its next."""

LANGUAGES: Final = ("en", "de", "fr")
AGENCIES: Final = {"en": "Reuters", "de": "dpa", "fr": "AFP"}
SOURCES: Final[tuple[tuple[SourceKind, str], ...]] = (
    ("feeds", "/feed.xml"),
    ("feeds", "/atom.xml"),
    ("feeds", "/feed.json"),
    ("sitemaps", "/sitemap.xml"),
    ("sections", "/news/"),
)
"""Kind and path of the source of paper k: row k % 5."""

_SECTIONS: Final = {
    "en": ("politics", "harbour", "culture", "sport", "economy"),
    "de": ("politik", "lokales", "kultur", "sport", "wirtschaft"),
    "fr": ("politique", "region", "culture", "sport", "economie"),
}
_TITLES: Final = {
    "en": ("The {} Courier", "The {} Gazette", "{} Mirror", "{} Evening Post"),
    "de": ("{}er Anzeiger", "Tageblatt {}", "{}er Rundschau", "Neue Presse {}"),
    "fr": ("Le Courrier de {}", "La Gazette de {}", "L'Écho de {}", "{} Matin"),
}
_OFFSETS: Final = {"en": UTC, "de": timezone(timedelta(hours=1)), "fr": timezone(timedelta(hours=1))}
_SPECIAL: Final[Mapping[int, Kind]] = {4: "gone", 11: "blocked", 17: "preview", 23: "liveblog"}
_SPECIAL_EVERY: Final = 30
_AGENCY_EVERY: Final = 20
_AGENCY_AT: Final = 10
_CARRIERS: Final = 4
_FIRST_HOST: Final = IPv4Address("127.0.0.2")
_MINUTE: Final = timedelta(minutes=1)
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class PaperSource:
    """Where a paper's articles are listed, as the table of a job would have it."""

    name: str
    kind: SourceKind
    address: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper; `tracked` says whether the links of its feeds carry utm parameters, `base` is its URL without path."""

    index: int
    name: str
    language: str
    host: str
    base: str
    tracked: bool

    @property
    def sections(self) -> tuple[str, ...]:
        """Names of its sections, as in paths."""
        return _SECTIONS[self.language]


@dataclass(frozen=True, slots=True)
class Revision:
    """How often an article was changed, and when last."""

    count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """What became of a paper since the press was set up: when articles were added, and which were revised."""

    added: tuple[datetime, ...] = ()
    revised: Mapping[int, Revision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """What listings know of an article, and its page's head. `place` is its rank among an agency report's copies:

    0 runs it whole, 1 under another headline, 2 with a paragraph of its own besides, 3 with the tail cut off.
    """

    paper: int
    n: int
    kind: Kind
    language: str
    title: str
    summary: str
    author: str
    section: str
    tags: tuple[str, ...]
    published_at: datetime
    modified_at: datetime
    revision: int
    place: int

    @property
    def path(self) -> str:
        """Where it stands; the same whatever is revised."""
        return f"/{self.section}/{_slug(self.title)}-{self.n}.html"

    @property
    def agency(self) -> str | None:
        """Whose report it is, where it is an agency's."""
        return AGENCIES[self.language] if self.kind == "agency" else None


@dataclass(frozen=True)
class Press:
    """`papers` papers with `pages` articles each, as of `now`; what is published later comes after `now`.

    `port` is where they are served: `serve` fills it in. `broken` takes one of BROKEN by the paper's number, or, as
    True, gives the first ten papers TEN. `special` says whether some pages are gone, blocked, previews or live blogs.
    `now` should lie in the past: a server must not date what it sends into the future (RFC 9110 8.8.2.1).
    """

    papers: int = 50
    pages: int = 60
    now: datetime = NOW
    seed: int = 1
    port: int = 80
    broken: bool | Mapping[int, str] = False
    special: bool = True
    elapsed: timedelta = timedelta(0)
    editions: Mapping[int, Edition] = field(default_factory=dict)

    def paper(self, k: int) -> Paper:
        """Paper k; raises LookupError where there is none."""
        if not 0 <= k < self.papers:
            raise LookupError(f"no paper {k}; there are {self.papers}, counted from 0")
        language, host = LANGUAGES[k % len(LANGUAGES)], str(_FIRST_HOST + k)
        port = "" if self.port == 80 else f":{self.port}"
        return Paper(k, _name(language, k // len(LANGUAGES)), language, host, f"http://{host}{port}", k % 4 == 1)

    def sources(self) -> list[PaperSource]:
        """One source a paper, in the papers' order: what a job has to read."""
        return [self.source(k) for k in range(self.papers)]

    def source(self, k: int) -> PaperSource:
        """Where paper k lists its articles."""
        kind, path = SOURCES[k % len(SOURCES)]
        paper = self.paper(k)
        return PaperSource(paper.name, kind, paper.base + path)

    def breakage(self, k: int) -> Broken | None:
        """How paper k is broken, where it is."""
        names = dict(enumerate(TEN)) if self.broken is True else self.broken or {}
        return BROKEN[names[k]] if k in names else None

    def edition(self, k: int) -> Edition:
        """What became of paper k; the same object until it changes."""
        return self.editions.get(k, _FIRST_EDITION)

    def count(self, k: int) -> int:
        """How many articles paper k has."""
        return self.pages + len(self.edition(k).added)

    def articles(self, k: int) -> list[Article]:
        """All articles of paper k, the newest first."""
        return [self.article(k, n) for n in reversed(range(self.count(k)))]

    def article(self, k: int, n: int) -> Article:
        """Article n of paper k; raises LookupError where there is none."""
        paper = self.paper(k)
        if not 0 <= n < self.count(k):
            raise LookupError(f"{paper.name} has no article {n}, but {self.count(k)}, counted from 0")
        kind = self.kind(k, n)
        place = self._carriers(k, n).index(k) if kind == "agency" else 0
        writer = Writer(paper.language, f"{self.report(k, n) if not place else f'{self.seed}/{k}/{n}'}/head")
        published, revision = self._published_at(k, n), self.edition(k).revised.get(n)
        return Article(
            paper=k,
            n=n,
            kind=kind,
            language=paper.language,
            title=writer.line("headline"),
            summary=writer.line("summary"),
            author=AGENCIES[paper.language] if kind == "agency" else writer.phrase("name"),
            section="live" if kind == "liveblog" else writer.one_of(paper.sections),
            tags=writer.several("noun" if paper.language == "en" else "fem", 3),
            published_at=published,
            modified_at=(revision.at if revision else published).astimezone(published.tzinfo),
            revision=revision.count if revision else 0,
            place=place,
        )

    def kind(self, k: int, n: int) -> Kind:
        """What page article n of paper k is; what is published later is an article or agency copy."""
        if n % _AGENCY_EVERY == _AGENCY_AT:
            return "agency"
        ordinary = not self.special or n >= self.pages
        return "article" if ordinary else _SPECIAL.get((n + 7 * k) % _SPECIAL_EVERY, "article")

    def copies(self, k: int, n: int) -> tuple[tuple[int, int], ...]:
        """(paper, n) of every article with the text of this agency report, itself included; none for other articles."""
        if self.kind(k, n) != "agency":
            return ()
        return tuple((carrier, n) for carrier in self._carriers(k, n) if n < self.count(carrier))

    def report(self, k: int, n: int) -> str:
        """What the text of article n of paper k is written from: papers that carry one report have it in common."""
        if self.kind(k, n) == "agency":
            return f"{self.seed}/wire/{self._carriers(k, n)[0]}/{n}"
        return f"{self.seed}/{k}/{n}"

    def publish(self, paper: int | None = None, count: int = 1) -> Press:
        """The press with `count` more articles in a paper, or in each."""
        start = self.now + self.elapsed + _MINUTE
        times = tuple(start + timedelta(seconds=second) for second in range(count))
        return self._changed(paper, lambda edition: replace(edition, added=edition.added + times), times[-1])

    def revise(self, paper: int | None = None, n: int = 0) -> Press:
        """The press with the body of article n changed in a paper, or in each; raises LookupError where there is none.

        Negative n count from the newest.
        """
        for k in self._named(paper):
            self.article(k, n if n >= 0 else n + self.count(k))
        at = self.now + self.elapsed + _MINUTE

        def revised(edition: Edition) -> Edition:
            which = n if n >= 0 else n + self.pages + len(edition.added)
            before = edition.revised.get(which)
            revision = Revision(before.count + 1 if before else 1, at)
            return replace(edition, revised={**edition.revised, which: revision})

        return self._changed(paper, revised, at)

    def _named(self, paper: int | None) -> tuple[int, ...]:
        return tuple(range(self.papers)) if paper is None else (self.paper(paper).index,)

    def _changed(self, paper: int | None, change: Callable[[Edition], Edition], at: datetime) -> Press:
        changed = {k: change(self.edition(k)) for k in self._named(paper)}
        return replace(self, editions={**self.editions, **changed}, elapsed=at - self.now)

    def _published_at(self, k: int, n: int) -> datetime:
        added = self.edition(k).added
        early = timedelta(minutes=k * 7 % 30)
        at = self.now - (self.pages - n) * STEP - early if n < self.pages else added[n - self.pages]
        return at.astimezone(_OFFSETS[LANGUAGES[k % len(LANGUAGES)]])

    def _carriers(self, k: int, n: int) -> tuple[int, ...]:
        """Papers whose article n is the same agency report: up to four of one language, other ones for each n."""
        order = list(range(k % len(LANGUAGES), self.papers, len(LANGUAGES)))
        Random(f"{self.seed}/desks/{n}").shuffle(order)  # noqa: S311 - no secret
        groups = -(-len(order) // _CARRIERS)
        return tuple(order[order.index(k) % groups :: groups])


_FIRST_EDITION: Final = Edition()


def _name(language: str, rank: int) -> str:
    """Name of a language's paper of this rank: another one for each of the first hundred."""
    places, titles = Writer.words(language, "place"), _TITLES[language]
    round_, at = divmod(rank, len(places))
    return titles[(at + round_) % len(titles)].format(places[at])


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_GERMAN)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:9])
