"""Pages in HTML: an article of each kind, and the furniture around it."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Final

from tests.press.labels import LABELS
from tests.press.prose import Writer
from tests.press.story import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tests.press.papers import Article, Kind, Paper, Press

FREE: Final = 2
"""Paragraphs that a preview delivers, the second of them cut off."""

_RELATED: Final = 4


def page(press: Press, article: Article) -> str:
    """The page of an article, as its kind has it."""
    return _PAGES.get(article.kind, _article)(press, article)


def document(paper: Paper, title: str, head: str, main: str) -> str:
    """A page of a paper: `main` between its header and footer."""
    return (
        f'<!DOCTYPE html>\n<html lang="{paper.language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)} | {escape(paper.name)}</title>\n{head}</head>\n<body>{_header(paper)}\n"
        f"<main>{main}</main>\n{_footer(paper)}</body></html>\n"
    )


def teasers(paper: Paper, articles: Iterable[Article]) -> str:
    """A list of teasers that link to articles."""
    return "\n".join(_teaser(paper, article) for article in articles)


def plain(paper: Paper, title: str, text: str) -> str:
    """A page that is no article."""
    return document(paper, title, "", f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")


def _article(press: Press, article: Article) -> str:
    others = _others(press, article)
    body = _body(press, article, others[:1])
    return _framed(press, article, f"{body}{_tags(press, article)}{_related(press, others[1:])}")


def _preview(press: Press, article: Article) -> str:
    labels, paper = LABELS[article.language], press.paper(article.paper)
    whole, cut = paragraphs(press, article)[:FREE]
    shown = f"<p>{escape(whole)}</p>\n<p>{escape(' '.join(cut.split()[:25]))} …</p>"
    wall = (
        f'<div class="paywall" id="paywall" role="dialog"><h2>{labels.paywall}</h2><p>{labels.paywall_text}</p>'
        f'<p><a class="button" href="{paper.base}/subscribe">{labels.subscribe}</a></p>'
        f'<p><a href="{paper.base}/account">{labels.sign_in}</a></p></div>'
    )
    return _framed(press, article, f"{shown}\n{wall}{_related(press, _others(press, article))}")


def _liveblog(press: Press, article: Article) -> str:
    writer = Writer(article.language, f"{press.report(article.paper, article.n)}/live")
    texts = paragraphs(press, article)
    entries = [
        f'<div class="live-entry" id="e{at}"><time datetime="{article.published_at.isoformat()}">'
        f"{article.published_at:%H}:{at:02}</time><h2>{escape(writer.line('headline'))}</h2><p>{escape(text)}</p></div>"
        for at, text in enumerate(texts, 1)
    ]
    return _framed(press, article, "\n".join(reversed(entries)))


def _gone(press: Press, article: Article) -> str:
    labels = LABELS[article.language]
    return plain(press.paper(article.paper), labels.gone, labels.gone_text)


def _blocked(_press: Press, _article: Article) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Just a moment…</title>'
        '<meta name="robots" content="noindex"></head><body><main><h1>Please verify you are human</h1><p>Unusual '
        "traffic has been seen from your network. Tick the box to continue to the site.</p>"
        '<div class="captcha" data-sitekey="press"></div></main></body></html>\n'
    )


_PAGES: Final[Mapping[Kind, Callable[[Press, Article], str]]] = {
    "gone": _gone,
    "blocked": _blocked,
    "preview": _preview,
    "liveblog": _liveblog,
}


def _framed(press: Press, article: Article, inner: str) -> str:
    """A page of an article: head, headline, standfirst, byline, picture, then `inner`."""
    paper, labels = press.paper(article.paper), LABELS[article.language]
    live = "liveblog" if article.kind == "liveblog" else "story"
    title = f"{labels.live}: {article.title}" if article.kind == "liveblog" else article.title
    by = escape(article.author)
    author = by if article.agency else f'<a rel="author" href="{paper.base}/staff/{article.n}">{by}</a>'
    main = (
        f'<article class="{live}"><p class="kicker">{article.section.capitalize()}</p><h1>{escape(title)}</h1>\n'
        f'<p class="standfirst">{escape(article.summary)}</p>\n'
        f'<p class="byline">{labels.by} {author} · {_times(article)}</p>\n{_picture(paper, article)}{inner}</article>'
    )
    return document(paper, title, _head(paper, article, title), main)


def _times(article: Article) -> str:
    labels, at = LABELS[article.language], article.published_at
    published = f'<time datetime="{at.isoformat()}">{labels.day(at)}</time>'
    if not article.revision:
        return published
    at = article.modified_at
    return f'{published} · {labels.updated} <time class="updated" datetime="{at.isoformat()}">{labels.day(at)}</time>'


def _picture(paper: Paper, article: Article) -> str:
    labels = LABELS[article.language]
    writer = Writer(article.language, f"{paper.index}/{article.n}/picture")
    caption, credit = labels.caption.format(writer.phrase("place")), writer.phrase("name")
    return (
        f'<figure><img src="{paper.base}/img/{article.n}.jpg" alt=""><figcaption>{escape(caption)} '
        f'<span class="credit">{labels.photo}: {escape(credit)}/{escape(paper.name)}</span></figcaption></figure>\n'
    )


def _body(press: Press, article: Article, promoted: list[Article]) -> str:
    """Paragraphs, a subheading amid them, and a promo line for another article."""
    lines = [f"<p>{escape(text)}</p>" for text in paragraphs(press, article)]
    heading = Writer(article.language, f"{press.report(article.paper, article.n)}/subheading").line("thing")
    lines.insert(3, f"<h2>{escape(heading)}</h2>")
    lines[2:2] = [_promo(press, other) for other in promoted]
    return "\n".join(lines) + "\n"


def _promo(press: Press, other: Article) -> str:
    return f'<p class="promo">{LABELS[other.language].read_also}: {_link(press, other)}</p>'


def _link(press: Press, other: Article) -> str:
    return f'<a href="{press.paper(other.paper).base}{other.path}">{escape(other.title)}</a>'


def _tags(press: Press, article: Article) -> str:
    base = press.paper(article.paper).base
    links = " ".join(f'<a rel="tag" href="{base}/tag/{at}">{escape(tag)}</a>' for at, tag in enumerate(article.tags))
    return f'<p class="tags">{LABELS[article.language].tags}: {links}</p>\n'


def _related(press: Press, others: list[Article]) -> str:
    """Teasers without anything that a revision of the other articles would change."""
    if not others:
        return ""
    items = "".join(
        f"<li>{_link(press, other)} <span>{LABELS[other.language].day(other.published_at)}</span></li>\n"
        for other in others
    )
    return f'<aside class="related"><h2>{LABELS[others[0].language].related}</h2><ul>{items}</ul></aside>\n'


def _others(press: Press, article: Article) -> list[Article]:
    """The articles before this one, counted round: they do not change when further ones are published."""
    count = min(_RELATED, press.pages - 1)
    return [press.article(article.paper, (article.n - back) % press.pages) for back in range(1, count + 1)]


def _teaser(paper: Paper, article: Article) -> str:
    at, labels = article.published_at, LABELS[article.language]
    updated = article.modified_at.isoformat()
    return (
        f'<div class="teaser"><h3><a href="{paper.base}{article.path}">{escape(article.title)}</a></h3>'
        f'<p>{escape(article.summary)}</p><time datetime="{at.isoformat()}" data-updated="{updated}">'
        f"{labels.day(at)}</time></div>"
    )


def _head(paper: Paper, article: Article, title: str) -> str:
    url = paper.base + article.path
    metas = {"og:type": "article", "og:title": title, "og:url": url, "og:site_name": paper.name}
    metas["article:published_time"] = article.published_at.isoformat()
    metas["article:modified_time"] = article.modified_at.isoformat()
    lines = [f'<meta property="{name}" content="{escape(value)}">' for name, value in metas.items()]
    data = json.dumps(_json_ld(paper, article, title), ensure_ascii=False).replace("</", "<\\/")
    return (
        f'<link rel="canonical" href="{url}">\n<meta name="description" content="{escape(article.summary)}">\n'
        f'{"".join(lines)}\n<script type="application/ld+json">{data}</script>\n'
    )


def _json_ld(paper: Paper, article: Article, title: str) -> dict[str, object]:
    author = {"@type": "Organization" if article.agency else "Person", "name": article.author}
    live = article.kind == "liveblog"
    return {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting" if live else "NewsArticle",
        "headline": title,
        "description": article.summary,
        "datePublished": article.published_at.isoformat(),
        "dateModified": article.modified_at.isoformat(),
        "author": [author],
        "articleSection": article.section.capitalize(),
        "keywords": list(article.tags),
        "inLanguage": article.language,
        "isAccessibleForFree": article.kind != "preview",
        "mainEntityOfPage": paper.base + article.path,
        "publisher": {"@type": "NewsMediaOrganization", "name": paper.name},
        "image": {"@type": "ImageObject", "url": f"{paper.base}/img/{article.n}.jpg"},
    }


def _header(paper: Paper) -> str:
    labels = LABELS[paper.language]
    items = "".join(f'<li><a href="{paper.base}/{name}/">{name.capitalize()}</a></li>' for name in paper.sections)
    return (
        f'<header class="site-header"><a class="logo" href="{paper.base}/">{escape(paper.name)}</a>'
        f'<nav><ul><li><a href="{paper.base}/news/">{labels.latest}</a></li>{items}</ul></nav>'
        f'<p class="tools"><a href="{paper.base}/account">{labels.sign_in}</a> '
        f'<a href="{paper.base}/subscribe">{labels.subscribe}</a></p></header>'
    )


def _footer(paper: Paper) -> str:
    labels = LABELS[paper.language]
    places = {"imprint": labels.imprint, "privacy": labels.privacy, "contact": labels.contact}
    items = "".join(f'<li><a href="{paper.base}/{path}">{name}</a></li>' for path, name in places.items())
    return (
        f'<section class="newsletter-box"><h2>{escape(labels.newsletter)}</h2><form action="{paper.base}/newsletter" '
        f'method="post"><input type="email" name="mail"><button>OK</button></form></section>'
        f'<footer class="site-footer"><p>© {escape(paper.name)}. {labels.rights}</p><ul>{items}</ul></footer>'
    )
