"""Where a paper lists its articles: feeds, sitemaps and `/news/`, which list every one, sections and the front page."""

from __future__ import annotations

import gzip
import json
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING, Final

from tests.press.labels import LABELS
from tests.press.markup import document, teasers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.press.papers import Article, Paper

_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"
_UTM: Final = "?utm_source=rss&utm_medium=feed&utm_campaign=press"
_FRONT: Final = 20


def rss(paper: Paper, articles: Sequence[Article]) -> bytes:
    """RSS 2.0; the revised dates in Atom's element."""
    items = "".join(
        f"<item><title>{escape(each.title)}</title><link>{_tracked(paper, each)}</link>"
        f'<guid isPermaLink="true">{paper.base}{each.path}</guid><description>{escape(each.summary)}</description>'
        f"<dc:creator>{escape(each.author)}</dc:creator><category>{each.section}</category>"
        f"<pubDate>{format_datetime(each.published_at)}</pubDate>"
        f"<atom:updated>{each.modified_at.isoformat()}</atom:updated></item>\n"
        for each in articles
    )
    return (
        f'{_XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">'
        f"<channel><title>{escape(paper.name)}</title><link>{paper.base}/</link>"
        f'<atom:link rel="self" type="application/rss+xml" href="{paper.base}/feed.xml"/>'
        f"<language>{paper.language}</language>\n{items}</channel></rss>\n"
    ).encode()


def atom(paper: Paper, articles: Sequence[Article]) -> bytes:
    """Atom (RFC 4287)."""
    entries = "".join(
        f'<entry><title>{escape(each.title)}</title><link rel="alternate" href="{_tracked(paper, each)}"/>'
        f"<id>{paper.base}{each.path}</id><published>{each.published_at.isoformat()}</published>"
        f"<updated>{each.modified_at.isoformat()}</updated><author><name>{escape(each.author)}</name></author>"
        f"<summary>{escape(each.summary)}</summary></entry>\n"
        for each in articles
    )
    updated = max(each.modified_at for each in articles).isoformat()
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{paper.language}">'
        f"<title>{escape(paper.name)}</title><id>{paper.base}/</id><updated>{updated}</updated>"
        f'<link rel="self" href="{paper.base}/atom.xml"/><link href="{paper.base}/"/>\n{entries}</feed>\n'
    ).encode()


def json_feed(paper: Paper, articles: Sequence[Article]) -> bytes:
    """JSON Feed 1.1."""
    items = [
        {
            "id": paper.base + each.path,
            "url": paper.base + each.path + (_UTM if paper.tracked else ""),
            "title": each.title,
            "summary": each.summary,
            "date_published": each.published_at.isoformat(),
            "date_modified": each.modified_at.isoformat(),
            "authors": [{"name": each.author}],
            "tags": list(each.tags),
        }
        for each in articles
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": paper.name,
        "home_page_url": f"{paper.base}/",
        "feed_url": f"{paper.base}/feed.json",
        "language": paper.language,
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def sitemap_index(paper: Paper, articles: Sequence[Article]) -> bytes:
    """The index that names the two sitemaps."""
    updated = max(each.modified_at for each in articles).isoformat()
    children = "".join(
        f"<sitemap><loc>{paper.base}/{name}</loc><lastmod>{updated}</lastmod></sitemap>\n"
        for name in ("sitemap-news.xml", "sitemap-1.xml.gz")
    )
    return f'{_XML}<sitemapindex xmlns="{_SITEMAP}">\n{children}</sitemapindex>\n'.encode()


def news_sitemap(paper: Paper, articles: Sequence[Article]) -> bytes:
    """Sitemap in Google's news extension."""
    urls = "".join(
        f"<url><loc>{paper.base}{each.path}</loc><lastmod>{each.modified_at.isoformat()}</lastmod><news:news>"
        f"<news:publication><news:name>{escape(paper.name)}</news:name><news:language>{paper.language}</news:language>"
        f"</news:publication><news:publication_date>{each.published_at.isoformat()}</news:publication_date>"
        f"<news:title>{escape(each.title)}</news:title></news:news></url>\n"
        for each in articles
    )
    return f'{_XML}<urlset xmlns="{_SITEMAP}" xmlns:news="{_NEWS}">\n{urls}</urlset>\n'.encode()


def plain_sitemap(paper: Paper, articles: Sequence[Article]) -> bytes:
    """Gzipped sitemap."""
    urls = "".join(
        f"<url><loc>{paper.base}{each.path}</loc><lastmod>{each.modified_at.isoformat()}</lastmod></url>\n"
        for each in articles
    )
    return gzip.compress(f'{_XML}<urlset xmlns="{_SITEMAP}">\n{urls}</urlset>\n'.encode(), mtime=0)


def news_page(paper: Paper, articles: Sequence[Article]) -> bytes:
    """The page that teases every article."""
    title = LABELS[paper.language].latest
    return document(paper, title, "", f"<h1>{title}</h1>\n{teasers(paper, articles)}").encode()


def section_page(paper: Paper, articles: Sequence[Article], section: str) -> bytes:
    """The page that teases every article of a section."""
    title = section.capitalize()
    listed = teasers(paper, (each for each in articles if each.section == section))
    return document(paper, title, "", f"<h1>{title}</h1>\n{listed}").encode()


def front_page(paper: Paper, articles: Sequence[Article]) -> bytes:
    """The page that names the feeds and teases the newest articles; not all, as front pages do."""
    kinds = {"rss+xml": "feed.xml", "atom+xml": "atom.xml", "feed+json": "feed.json"}
    head = "".join(
        f'<link rel="alternate" type="application/{kind}" title="{escape(paper.name)}" href="{paper.base}/{path}">\n'
        for kind, path in kinds.items()
    )
    return document(paper, LABELS[paper.language].latest, head, teasers(paper, articles[:_FRONT])).encode()


def robots(paper: Paper) -> bytes:
    """robots.txt: the ways of readers' accounts are closed, the sitemap is named."""
    return f"User-agent: *\nDisallow: /account\nDisallow: /subscribe\n\nSitemap: {paper.base}/sitemap.xml\n".encode()


def _tracked(paper: Paper, article: Article) -> str:
    return paper.base + article.path + (escape(_UTM) if paper.tracked else "")
