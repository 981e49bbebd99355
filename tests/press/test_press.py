"""What the press writes: the same each time, listed in full, and changing where it is told to."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from urllib.parse import urlsplit

import pytest

from scraper import extract
from scraper.discovery.feeds import read_feed
from scraper.discovery.sitemaps import read_sitemap
from tests.press.asking import LISTINGS, listed
from tests.press.desk import reply
from tests.press.papers import LANGUAGES, SOURCES, Article, Press
from tests.press.prose import likeness, shingles
from tests.press.story import paragraphs

SMALL = Press(papers=6, pages=12)
DAILY = Press(papers=24, pages=12)


def text(press: Press, article: Article) -> str:
    return "\n".join(paragraphs(press, article))


def of_kind(press: Press, kind: str) -> Article:
    return next(each for k in range(press.papers) for each in press.articles(k) if each.kind == kind)


# -- what is written --------------------------------------------------------------------------------------------------


def test_the_same_seed_writes_the_same_press() -> None:
    path = SMALL.article(2, 5).path
    assert reply(SMALL, 2, path) == reply(Press(papers=6, pages=12), 2, path)
    assert Press(papers=6, pages=12, seed=2).article(2, 5).title != SMALL.article(2, 5).title


def test_papers_are_sites_of_their_own_in_several_languages() -> None:
    papers = [Press(papers=50).paper(k) for k in range(50)]
    assert (papers[0].host, papers[49].host) == ("127.0.0.2", "127.0.0.51")
    assert len({paper.name for paper in papers}) == 50
    assert {paper.language for paper in papers} == set(LANGUAGES)


def test_each_paper_has_a_source_of_its_kind() -> None:
    sources = Press(papers=10, port=81).sources()
    assert [(each.kind, urlsplit(each.address).path) for each in sources] == [*SOURCES, *SOURCES]
    assert sources[3].address == "http://127.0.0.5:81/sitemap.xml"


def test_no_two_articles_are_alike_but_an_agencys_copies() -> None:
    for k in range(3):
        articles = [each for paper in range(k, 12, 3) for each in DAILY.articles(paper) if not each.agency]
        texts = [shingles(text(DAILY, each)) for each in articles]
        assert max(likeness(one, other) for one, other in combinations(texts, 2)) < 0.1


def test_agency_copies_differ_as_their_places_say() -> None:
    places = {DAILY.article(*each).place: DAILY.article(*each) for each in DAILY.copies(0, 10)}
    assert sorted(places) == [0, 1, 2, 3]
    whole, titled, added, cut = (paragraphs(DAILY, places[place]) for place in range(4))
    assert "(Reuters) - " in whole[0]
    assert titled == whole == added[:-1]
    assert cut == whole[:-2]
    assert len({article.title for article in places.values()}) == 4
    assert likeness(shingles("".join(whole)), shingles("".join(added))) > 0.6


def test_articles_that_are_no_agencys_have_no_copies() -> None:
    assert DAILY.copies(0, 9) == ()


def test_dates_run_back_from_now() -> None:
    dates = [article.published_at for article in SMALL.articles(1)]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] < SMALL.now
    assert dates[0].utcoffset() != dates[0].astimezone(SMALL.now.tzinfo).utcoffset()


def test_there_are_pages_of_every_kind_in_every_paper() -> None:
    press = Press(papers=3)
    kinds = [{article.kind for article in press.articles(k)} for k in range(3)]
    assert kinds == [{"article", "agency", "gone", "blocked", "preview", "liveblog"}] * 3
    assert {article.kind for article in replace(press, special=False).articles(0)} == {"article", "agency"}


@pytest.mark.parametrize("kind", ["article", "agency", "liveblog", "preview", "gone", "blocked"])
def test_pages_are_taken_for_what_they_are(kind: str) -> None:
    press = Press(papers=3)
    article = of_kind(press, kind)
    answer = reply(press, article.paper, article.path)
    assert answer.status == {"gone": 404, "blocked": 403}.get(kind, 200)
    if answer.status == 200:
        record = extract(answer.body.decode(), url=press.paper(article.paper).base + article.path)
        assert record.outcome == ("liveblog" if kind == "liveblog" else "article")
        assert record.access.delivered == ("preview" if kind == "preview" else "full")
        assert record.authors == (() if article.agency else (article.author,))
        assert (paragraphs(press, article)[-1] in record.text) == (kind != "preview")


# -- where it is listed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", LISTINGS)
def test_every_listing_lists_every_article_newest_first(path: str) -> None:
    base = SMALL.paper(0).base
    assert listed(SMALL, 0, path) == [base + article.path for article in SMALL.articles(0)]


@pytest.mark.parametrize("path", LISTINGS)
def test_feeds_of_some_papers_carry_tracking_parameters(path: str) -> None:
    assert SMALL.paper(1).tracked
    tracked = [("utm_source=rss" in url) for url in listed(SMALL, 1, path)]
    assert all(tracked) if "feed" in path or "atom" in path else not any(tracked)


def test_the_index_names_both_sitemaps() -> None:
    children = read_sitemap(reply(SMALL, 3, "/sitemap.xml").body, "http://x/").children
    assert [urlsplit(child.url).path for child in children] == ["/sitemap-news.xml", "/sitemap-1.xml.gz"]


def test_listings_tell_dates() -> None:
    press = SMALL.revise(0, 3)
    article = press.article(0, 3)
    for path in ("/feed.xml", "/atom.xml"):
        link = read_feed(reply(press, 0, path).body, "http://x/")[-4]
        assert (link.title, link.published_at) == (article.title, article.published_at.isoformat())
        assert link.modified_at == article.modified_at.isoformat()
    assert article.modified_at > article.published_at


def test_the_front_page_names_feeds_and_robots_txt_the_sitemap() -> None:
    front = reply(SMALL, 0, "/").body.decode()
    assert re.findall(r'<link rel="alternate" type="([^"]+)"', front) == [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
    ]
    robots = reply(SMALL, 0, "/robots.txt")
    assert b"Sitemap: http://127.0.0.2/sitemap.xml" in robots.body
    assert dict(robots.headers)["Cache-Control"].startswith("max-age=")


# -- how it changes ---------------------------------------------------------------------------------------------------


def test_what_is_published_comes_first_and_changes_no_other_page() -> None:
    later = SMALL.publish(0, 2)
    assert (later.count(0), later.count(1), SMALL.count(0)) == (14, 12, 12)
    assert later.articles(0)[0].published_at > later.articles(0)[1].published_at > SMALL.now
    assert all(reply(later, 0, each.path) == reply(SMALL, 0, each.path) for each in SMALL.articles(0))


def test_a_revision_changes_the_body_and_date_of_one_page() -> None:
    later = SMALL.revise(0, 5).revise(0, 5)
    before, after = SMALL.article(0, 5), later.article(0, 5)
    assert (after.path, after.revision) == (before.path, 2)
    assert after.modified_at > SMALL.revise(0, 5).article(0, 5).modified_at > before.modified_at
    texts = {text(press, press.article(0, 5)) for press in (SMALL, SMALL.revise(0, 5), later)}
    assert len(texts) == 3
    others = [each for each in SMALL.articles(0) if each.n != 5]
    assert all(reply(later, 0, each.path) == reply(SMALL, 0, each.path) for each in others)


def test_all_papers_change_at_once() -> None:
    later = SMALL.publish().revise(n=-1)
    assert [later.count(k) for k in range(6)] == [13] * 6
    assert [later.articles(k)[0].revision for k in range(6)] == [1] * 6


@pytest.mark.parametrize("wrong", [lambda: SMALL.revise(0, 12), lambda: SMALL.revise(0, -13), lambda: SMALL.publish(6)])
def test_what_is_not_there_cannot_change(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(LookupError, match="counted from 0"):
        wrong()
