"""Which path of a paper answers what."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tests.press import answer as types
from tests.press import listings
from tests.press.answer import Answer
from tests.press.broken import Asked
from tests.press.labels import LABELS
from tests.press.markup import page, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.press.papers import Article, Paper, Press

_ARTICLE: Final = re.compile(r"/[a-z]+/[a-z0-9-]*?-?(\d+)\.html")
_STATUS: Final = {"gone": 404, "blocked": 403}
_FOUNDED: Final = timedelta(days=400)
"""How long ago the pages were made that never change."""

_LISTINGS: Final[Mapping[str, tuple[str, Callable[[Paper, Sequence[Article]], bytes]]]] = {
    "/": (types.HTML, listings.front_page),
    "/news/": (types.HTML, listings.news_page),
    "/feed.xml": (types.RSS, listings.rss),
    "/atom.xml": (types.ATOM, listings.atom),
    "/feed.json": (types.JSON_FEED, listings.json_feed),
    "/sitemap.xml": (types.XML, listings.sitemap_index),
    "/sitemap-news.xml": (types.XML, listings.news_sitemap),
    "/sitemap-1.xml.gz": (types.GZIP, listings.plain_sitemap),
}
_STATIC: Final = re.compile(r"/(imprint|privacy|contact|subscribe|account|newsletter|tag/\d+|staff/\d+)")


def reply(press: Press, k: int, path: str) -> Answer:
    """What paper k answers to a path (without its query)."""
    broken, article = press.breakage(k), article_at(press, k, path)
    if broken:
        source = urlsplit(press.source(k).address).path
        instead = broken.reply(Asked(path, source, article is not None))
        if instead:
            return instead
    return _article(press, article) if article else _other(press, press.paper(k), path)


def article_at(press: Press, k: int, path: str) -> Article | None:
    """The article whose page stands at a path."""
    n = number(path)
    if n is None or n >= press.count(k):
        return None
    article = press.article(k, n)
    return article if article.path == path else None


def number(path: str) -> int | None:
    """The n of the article that a path names, where it has the shape of one."""
    found = _ARTICLE.fullmatch(path)
    return int(found[1]) if found else None


def _article(press: Press, article: Article) -> Answer:
    body = page(press, article).encode()
    status = _STATUS.get(article.kind, 200)
    return Answer(body, status=status, modified_at=article.modified_at if status == 200 else None)


def _other(press: Press, paper: Paper, path: str) -> Answer:
    founded = press.now - _FOUNDED
    section = path.strip("/")
    if path in _LISTINGS or (section in paper.sections and path == f"/{section}/"):
        return _listing(press, paper, path)
    if path == "/robots.txt":
        kept = (("Cache-Control", "max-age=3600"),)
        return Answer(listings.robots(paper), types.TEXT, modified_at=founded, headers=kept)
    if _STATIC.fullmatch(path):
        return Answer(plain(paper, section.capitalize(), paper.name).encode(), modified_at=founded)
    labels = LABELS[paper.language]
    return Answer(plain(paper, labels.gone, labels.gone_text).encode(), status=404)


def _listing(press: Press, paper: Paper, path: str) -> Answer:
    articles = press.articles(paper.index)
    modified_at = max(each.modified_at for each in articles)
    if path not in _LISTINGS:
        body = listings.section_page(paper, articles, path.strip("/"))
        return Answer(body, modified_at=modified_at)
    media_type, made = _LISTINGS[path]
    return Answer(made(paper, articles), media_type, modified_at=modified_at)
