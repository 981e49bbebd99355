"""Outcomes, each with look-alikes that are something else."""

from __future__ import annotations

import pytest

from scraper.extractors.extract import extract
from scraper.page import Page, html_page

URL = "https://www.marlingpost.example/harbour/bridge"
BRIDGE = "<h1>Bridge opens after a year</h1>"
LD = '<script type="application/ld+json">{}</script>'
NEWS = LD.format('{"@type": "NewsArticle", "headline": "Bridge opens after a year"}')
LIVE = LD.format('{"@type": "LiveBlogPosting", "headline": "The bridge opens: live"}')
LIST = LD.format('{"@type": "CollectionPage", "name": "Harbour"}')
SHORT = "<p>The bridge over the Marl is open again, the town hall said on Tuesday. A ferry still runs on Sundays.</p>"


def outcome_of(markup: str, url: str = URL, status: int = 200, final_url: str | None = None) -> str:
    headers = (("content-type", "text/html; charset=utf-8"),)
    return extract(Page(url, final_url or url, status, headers, markup.encode(), None, "live")).outcome


def about(*sentences: str) -> str:
    """A whole article that says these sentences."""
    told = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"{NEWS}<article>{BRIDGE}{told}</article>"


@pytest.mark.parametrize(
    ("markup", "outcome"),
    [
        pytest.param("<title>Just a moment...</title><p>Checking your browser.</p>", "blocked", id="browser check"),
        pytest.param("<h1>Access Denied</h1><p>Reference #18.2f</p>", "blocked", id="denied"),
        pytest.param("<p>Please verify you are a human to continue.</p>", "blocked", id="prove that you are human"),
        pytest.param("<p>Bitte bestätigen Sie: Ich bin kein Roboter.</p>", "blocked", id="in German"),
        pytest.param(
            "<h1>Wir und unsere Partner</h1><p>Cookies und Zwecke.</p><button>Alle akzeptieren</button>",
            "consent_wall",
            id="consent in German",
        ),
        pytest.param(
            "<h1>Before you continue</h1><p>We use cookies.</p><button>Accept all</button>",
            "consent_wall",
            id="English",
        ),
        pytest.param("<p>Mit Werbung weiterlesen oder im Abo ohne.</p>", "consent_wall", id="pay or consent"),
        pytest.param(
            "<noscript><p>Please enable JavaScript to view this page.</p></noscript>", "js_required", id="words"
        ),
        pytest.param('<div id="app"></div><script src="/app.js"></script>', "js_required", id="a shell"),
        pytest.param("<title>404 – Seite nicht gefunden</title><p>Zur Startseite</p>", "gone", id="soft 404"),
        pytest.param(f"{LIST}<h1>Harbour</h1>{SHORT * 8}", "not_article", id="declared a collection"),
        pytest.param("<h1>Harbour</h1><ul><li><a href='/a'>One</a></li></ul>", "not_article", id="links only"),
        pytest.param(f"{NEWS}{BRIDGE}{SHORT}", "article", id="a short article that is declared one"),
    ],
)
def test_a_page_is_told_by_what_it_says(markup: str, outcome: str) -> None:
    assert outcome_of(markup) == outcome


@pytest.mark.parametrize(
    ("status", "outcome"), [(404, "gone"), (410, "gone"), (401, "blocked"), (403, "blocked"), (451, "blocked")]
)
def test_a_status_decides_whatever_the_page_shows(status: int, outcome: str, story: str) -> None:
    assert outcome_of(f"{NEWS}{BRIDGE}{story}", status=status) == outcome


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(
            ("Everyone knows the question: are you a robot? The captcha turns twenty-five this week.",), id="captchas"
        ),
        pytest.param(
            ("The banner that asks readers to accept all cookies is against the law, a court says.",), id="consent"
        ),
        pytest.param(
            ("Sites that ask you to enable JavaScript lose a tenth of their visitors, a survey finds.",), id="script"
        ),
        pytest.param(("Access denied: how the harbour office keeps its files from the council.",), id="denied"),
        pytest.param(("On 404 pages, and what they tell about those who write them.",), id="404"),
    ],
)
def test_an_article_about_a_notice_is_an_article(sentences: tuple[str, ...], prose: tuple[str, ...]) -> None:
    assert outcome_of(about(*sentences, *prose)) == "article"


@pytest.mark.parametrize(
    "title", ["Page not found: the lost chapter of the harbour's log", "Room 404 to be torn down", "Are you a robot?"]
)
def test_a_title_that_sounds_like_a_notice_makes_no_notice(title: str, story: str) -> None:
    assert outcome_of(f"<article><h1>{title}</h1>{story}</article>") == "article"


def test_a_cookie_banner_over_an_article_is_no_wall(story: str) -> None:
    banner = "<div id='banner'><p>We use cookies.</p><button>Accept all</button></div>"
    assert outcome_of(f"{banner}<article>{BRIDGE}{story}</article>") == "article"


def test_a_script_beside_an_article_makes_no_shell(story: str) -> None:
    note = "<noscript>Please enable JavaScript.</noscript><script src='/app.js'></script>"
    assert outcome_of(f"{note}<article>{BRIDGE}{story}</article>") == "article"


def test_a_redirect_to_a_consent_host_is_a_wall() -> None:
    notice = f"<h1>Your choice</h1>{SHORT * 3}"
    assert outcome_of(notice, final_url="https://consent.marlingpost.example/?back=1") == "consent_wall"


def test_an_article_whose_address_speaks_of_consent_is_no_wall(story: str) -> None:
    url = "https://www.marlingpost.example/law/consent-ruling"
    assert outcome_of(f"<article>{BRIDGE}{story}</article>", url=url) == "article"


def test_a_declared_live_blog_is_one_and_an_article_about_live_blogs_is_none(story: str) -> None:
    assert outcome_of(f"{LIVE}<article>{BRIDGE}{story}</article>") == "liveblog"
    assert outcome_of(f"<article><h1>How we write a live blog</h1>{story}</article>") == "article"


def test_the_front_page_is_no_article_and_the_same_text_elsewhere_is_one(story: str) -> None:
    page = f"<h1>Marling Post</h1>{story}"
    assert outcome_of(page, url="https://www.marlingpost.example/") == "not_article"
    assert outcome_of(page) == "article"


def test_an_article_listed_among_others_stays_an_article(story: str) -> None:
    related = LD.format('{"@type": "ItemList", "itemListElement": []}')
    assert outcome_of(f"{NEWS}{related}<article>{BRIDGE}{story}</article>") == "article"


def test_undeclared_prose_is_an_article_and_a_line_is_not(story: str) -> None:
    assert extract(html_page(f"{BRIDGE}{story}")).outcome == "article"
    assert extract(html_page("<h1>Contact</h1><p>Call us at noon.</p>")).outcome == "not_article"
