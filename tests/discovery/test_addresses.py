"""What addresses say of where they lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.discovery.addresses import address, is_elsewhere, word_count

SITE = "https://www.paper.example"


@pytest.mark.parametrize(
    ("path", "signs"),
    [
        ("/2026/03/02/ferry", {"date"}),
        ("/news/2026-03-02/ferry.html", {"date"}),
        ("/news/2026/mar/2/ferry", {"date"}),
        ("/sport/ferry-20260302", {"date", "number"}),
        ("/2026/03/02/", set()),
        ("/2026/03/", set()),
        ("/results-2026", set()),
        ("/2026", set()),
        ("/politics/ferry-1234567", {"number"}),
        ("/article1234567/ferry", {"number"}),
        ("/articles/c0rxk4q0pj0o", {"number"}),
        ("/a/5f0c1e2ab3d4", {"number"}),
        ("/12345", {"number"}),
        ("/politics-2", set()),
        ("/news.php?id=12345", {"asked"}),
        ("/news.php?id=x", set()),
        ("/mp3-player", set()),
        ("/politics", set()),
        ("/", set()),
    ],
)
def test_dates_and_numbers(path: str, signs: set[str]) -> None:
    found = address(SITE + path)
    told = {"date": found.has_date, "number": found.has_number, "asked": found.asks_number}
    assert {name for name, holds in told.items() if holds} == signs


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/the-ferry-is-late-again", 5),
        ("/the_ferry_is_late/", 4),
        ("/the-ferry-is-late-again/12345", 5),
        ("/politics/", 1),
        ("/ferry-20260302-4x", 1),
        ("/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC-%D0%B8%D0%B4%D1%91%D1%82", 2),
        ("/हिन्दी-समाचार", 2),
        ("/", 0),
    ],
)
def test_words_of_the_longest_segment(path: str, words: int) -> None:
    assert address(SITE + path).words == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry's late – again", 4),
        ("B/H/S", 1),
        ("हिन्दी समाचार", 2),
        ("朝日新聞", 1),
        ("宮崎県で震度５弱、高知と宮崎に津波注意報", 7),
        ("ข่าวภาษาไทย", 3),
        ("»– ·", 0),
        ("", 0),
    ],
)
def test_words_of_a_text_in_any_script(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    "path",
    [
        "/", "/tag/ferry-to-the-islands", "/thema/ferry-1234567", "/author/jane-doe-12345", "/autoren/jane-doe",
        "/login", "/login?return=/2026/03/02/ferry", "/search?q=ferry", "/?s=ferry", "/datenschutz.html",
        "/politics/page/2", "/politics?page=2", "/newsletter/the-morning-in-five-minutes", "/media/the-long-report.pdf",
        "/2026/03/02/picture.JPG", "/about/", "/politics/archive/", "/topic-ferries",
        "/comment-policy", "/index.html", "/kategorie/ferry/the-ferry-is-late",
    ],
)  # fmt: skip
def test_no_article_is_there(path: str) -> None:
    assert is_elsewhere(address(SITE + path))


@pytest.mark.parametrize(
    "path",
    [
        "/politics/archive/2026/03/the-ferry/1234/", "/2026/03/02/politics/the-ferry/index.html",
        "/tag-der-offenen-tuer-im-hafen", "/people/the-captain-who-stayed", "/authors-at-sea-a-reading",
        "/login-for-everyone-the-new-id-card", "/?p=31228", "/help-is-on-its-way-to-the-islands", "/ferry",
    ],
)  # fmt: skip
def test_an_article_may_be_there(path: str) -> None:
    assert not is_elsewhere(address(SITE + path))


def test_services_have_hosts_of_their_own() -> None:
    assert is_elsewhere(address("https://shop.paper.example/the-ferry-as-a-model-12345"))
    assert not is_elsewhere(address("https://regional.paper.example/the-ferry-is-late-12345"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/the-ferry-is-late?from=top", "/the-ferry-is-late", True),
        ("/2026/03/02/ferry", "/2026/03/02/ferry/?ref=home&pos=2", True),
        ("/a/1234567.html", "/a/1234567", True),
        ("/news.php?id=12345", "/news.php?id=12346", False),
        ("/the-news-of-the-day.php?id=12345", "/the-news-of-the-day.php?id=12346", False),
        ("/ferry?page=a", "/ferry", False),
        ("/the-ferry-is-late", "/the-ferry-is-late-again", False),
    ],
)
def test_which_addresses_are_of_one_page(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert (address(SITE + one).key == address("http://paper.example" + other).key) is same


def test_kin_share_a_path_or_a_series_of_numbers() -> None:
    article, section, other = (
        address(f"{SITE}{path}") for path in ("/x/the-ferry/a-65", "/y/sport/s-12", "/z/ships/a-7")
    )
    assert set(article.kin) & set(other.kin)
    assert not set(article.kin) & set(section.kin)
    assert set(address(f"{SITE}/p/one").kin) == set(address(f"{SITE}/p/two").kin)


@given(st.text(max_size=60))
def test_any_path_can_be_taken_apart(path: str) -> None:
    found = address(f"{SITE}/{path}")
    assert found.host == "paper.example"
    assert isinstance(is_elsewhere(found), bool)
    assert found.kin
