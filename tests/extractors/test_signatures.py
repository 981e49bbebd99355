"""Visible bylines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.extractors.authors import bylines

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

PROSE = "<p>The ferry Marling left the harbour at noon, and half the town had come to see it go.</p>" * 3
TITLE = "<h1>Bridge opens</h1>"


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        pytest.param("<p>3 May 2026 | 14:07 | By Ana Lopez</p>", ("Ana Lopez",), "byline words", id="by behind a date"),
        pytest.param("<p>Published May 3, 2026 by Ana Lopez</p>", ("Ana Lopez",), "byline words", id="published by"),
        pytest.param("<p>Posted by Ana Lopez on 2026-05-03</p>", ("Ana Lopez",), "byline words", id="name, then date"),
        pytest.param("<p>By<b>Ana Lopez</b></p>", ("Ana Lopez",), "byline words", id="no space behind by"),
        pytest.param("<p>3. Mai 2026 • Ana Lopez • 3 Minuten</p>", ("Ana Lopez",), "beside the date", id="in a row"),
        pytest.param("<p>Ana Lopez July 13, 2026 — 7 minutes read</p>", ("Ana Lopez",), "beside the date", id="glued"),
        pytest.param(
            "<p>Ana Lopez in <a href=/c>Sea</a></p><p>3 May 2026</p>", (), "", id="a line with more than a name"
        ),
        pytest.param(
            "<p>Ana Lopez</p><p>3 May 2026</p>", ("Ana Lopez",), "beside the date", id="a line before the date"
        ),
        pytest.param("<p>Sea Ports</p><p>On the quay</p>", (), "", id="two capitals without a date"),
        pytest.param("<p><a href=/sea>Sea Ports</a> 3 May 2026</p>", (), "", id="a section's link beside the date"),
        pytest.param("<h2>Sea Ports</h2><p>3 May 2026</p>", (), "", id="a heading beside the date"),
        pytest.param("<p>Best Piers</p><p>3 May 2026</p><p>All piers, best first.</p>", (), "", id="words of the text"),
        pytest.param("<p>Harbour Marling</p><p>3 May 2026</p>", (), "", id="a place that the text names"),
        pytest.param("<p>Paid Content</p><p>3 May 2026</p>", (), "", id="a badge"),
        pytest.param("<p>Ports Weekly</p><p>3 May 2026</p><p>All ports.</p>", (), "", id="one word of the text"),
        pytest.param(
            "<p>Written by</p><p>Ana Lopez</p>", ("Ana Lopez",), "byline words", id="behind a line that says by"
        ),
        pytest.param("<p>By\xa0Ana Lopez, head of quays</p>", ("Ana Lopez",), "byline words", id="a space that joins"),
        pytest.param("<p> <i> Written by </i> <b>Ana Lopez</b></p>", ("Ana Lopez",), "byline words", id="in parts"),
        pytest.param("<p>Blog-Beitrag von Ana Lopez</p>", ("Ana Lopez",), "byline words", id="a genre before von"),
        pytest.param(
            "<p>By Ana Lopez, Harbour Pilot</p><p>A pilot of the harbour.</p>",
            ("Ana Lopez",),
            "byline words",
            id="a role beside the name",
        ),
        pytest.param(
            '<p class="byline">Licensed Harbour Pilot</p><p>A licensed pilot.</p>', (), "", id="a role in three words"
        ),
        pytest.param(
            '<p class="byline"><a href="/ana">Ana Lopez, Pilot</a></p><p>A pilot.</p>',
            ("Ana Lopez",),
            "byline markup",
            id="a role in the link",
        ),
        pytest.param(
            "<p>By Ana Blau</p><p>Write to ana.blau@post.example or ana@blau.example.</p>",
            ("Ana Blau",),
            "byline words",
            id="addresses do not make a name words",
        ),
        pytest.param(
            "<p><a href=https://tube.example/people/ana>Ana Lopez</a></p>",
            ("Ana Lopez",),
            "link to an author",
            id="link",
        ),
        pytest.param("<p><a href=https://seatube.example/user/1>Sea Tube</a></p>", (), "", id="the site linked to"),
        pytest.param("<p><a href=https://c.example/licenses/by/4.0/>Cc By</a></p>", (), "", id="a licence"),
        pytest.param("<p>Posted by ana on May 3, 2026</p>", ("ana",), "a word in a byline", id="an account"),
        pytest.param('<p class="author">von Ana</p>', ("Ana",), "a word in a byline", id="a first name"),
        pytest.param(
            "<p>Opened by noon on May 3, 2026</p>" + f"<p>{'The quay was full at noon. ' * 4}</p>",
            (),
            "",
            id="a word of the text",
        ),
        pytest.param("<p>Posted by admin on May 3, 2026</p>", (), "", id="a placeholder"),
        pytest.param("<p>3.5.2026 - Ana Lopez</p>", ("Ana Lopez",), "beside the date", id="behind a dash"),
        pytest.param("<p>Autorinnen: Ana Lopez</p>", ("Ana Lopez",), "byline words", id="women"),
        pytest.param("<p>Autoren Ana Lopez und Bo Kern</p>", ("Ana Lopez", "Bo Kern"), "byline words", id="plural"),
        pytest.param("<p>Auteur : Ana Lopez</p>", ("Ana Lopez",), "byline words", id="French"),
        pytest.param(
            "<p><a href=/author/ana>Ana Lopez</a> is at sea</p>",
            ("Ana Lopez",),
            "link to an author",
            id="author's page",
        ),
        pytest.param(
            "<p>Reviewed by Bo Kern</p><p>By Ana Lopez</p>",
            ("Ana Lopez",),
            "byline words",
            id="a reviewer is no author",
        ),
        pytest.param(
            "<p>Edith Marlow | 3 May 2026</p>", ("Edith Marlow",), "beside the date", id="no editor, but Edith"
        ),
        pytest.param("<p>A cura di Ana Lopez</p>", ("Ana Lopez",), "byline words", id="Italian"),
        pytest.param("<p>Автор: Анна Иванова</p>", ("Анна Иванова",), "byline words", id="Russian"),
        pytest.param("<p>بقلم: محمد علي</p>", ("محمد علي",), "byline words", id="Arabic"),
        pytest.param("<p>Szerző: Kis Anna</p>", ("Kis Anna",), "byline words", id="Hungarian"),
        pytest.param("<p>By Łukasz Żak</p>", ("Łukasz Żak",), "byline words", id="letters beyond Latin-1"),
        pytest.param("<p>Анна Иванова • 03.05.2026</p>", ("Анна Иванова",), "beside the date", id="Cyrillic"),
        pytest.param("<p>مشاهدات عالية 2026-05-03</p>", (), "", id="words in a script without capitals"),
        pytest.param("<p>Photo: Bo Kern, 3 May 2026</p>", (), "", id="nor is a photographer"),
        pytest.param(
            '<p>The bridge. <span class="foto-author">Bo Kern</span></p>', (), "", id="nor where classes say so"
        ),
        pytest.param(
            '<p class="byline">di <a href="/x">Ana Lopez</a>, <span class="author-role">inviata a Marling</span>, e '
            '<span class="author">Bo Kern</span></p>',
            ("Ana Lopez", "Bo Kern"),
            "byline markup",
            id="one with a link, one without",
        ),
        pytest.param(
            '<ul class="authors"><li>Ana Lopez<li>Bo Kern</ul><ul><li>Cy Dahl</ul>',
            ("Ana Lopez", "Bo Kern"),
            "byline markup",
            id="a list of them",
        ),
        pytest.param("<p>By Ana von Blau</p>", ("Ana von Blau",), "byline words", id="by is part of a name, too"),
        pytest.param("<p>Penulis: Ana Lopez | Editor: Bo Kern</p>", ("Ana Lopez",), "byline words", id="who edited"),
        pytest.param("<p>Text: Ana Lopez Foto: Bo Kern</p>", ("Ana Lopez",), "byline words", id="who took pictures"),
        pytest.param("<p>Text och foto: Ana Lopez</p>", ("Ana Lopez",), "byline words", id="text and pictures"),
        pytest.param("<p>Story by Ana Lopez<br>Photos by Bo Kern</p>", ("Ana Lopez",), "byline words", id="two lines"),
        pytest.param("<p>Opinion by Ana Lopez</p>", ("Ana Lopez",), "byline words", id="a genre before by"),
        pytest.param("<p>Een interview van Ana Lopez</p>", ("Ana Lopez",), "byline words", id="Dutch"),
        pytest.param("<p>Por Ana Lopez — Marling</p>", ("Ana Lopez",), "byline words", id="a place behind a dash"),
        pytest.param(
            "<p>Por Ana Lopez e Rui Costa e Silva</p>",
            ("Ana Lopez", "Rui Costa e Silva"),
            "byline words",
            id="a letter",
        ),
        pytest.param("<p>dal nostro inviato Ana Lopez</p>", ("Ana Lopez",), "byline words", id="our correspondent"),
        pytest.param("<p>From our correspondent in Marling</p>", (), "", id="our correspondent, without a name"),
        pytest.param(
            "<p>Ana Lopez, correspondante à Marling</p>", ("Ana Lopez",), "beside the date", id="a role, no date"
        ),
        pytest.param(
            "<p>Ana Lopez</p><p>Journaliste au service mer</p>", ("Ana Lopez",), "beside the date", id="a role below"
        ),
        pytest.param(
            "<p>Ana Lopez en Bo Kern Beeld: Cy Dahl</p>", ("Ana Lopez", "Bo Kern"), "beside the date", id="others"
        ),
        pytest.param(
            "<p>Haber: Ana Lopez - Kamera: Cy Dahl</p>", ("Ana Lopez",), "byline words", id="another behind a dash"
        ),
        pytest.param('<p class="authors">Temps de Lecture</p>', (), "", id="how long it takes"),
        pytest.param(
            "<p>Foto von <a href=https://unsplash.com/@bo>Bo Kern</a></p>", (), "", id="a photographer's own page"
        ),
        pytest.param('<p class="author">Podium Staff</p>', ("Podium Staff",), "byline (no person)", id="a desk"),
        pytest.param("<p>by marlingpost | 3 May 2026</p>", ("marlingpost",), "byline (no person)", id="the host"),
    ],
)
def test_a_line_by_the_title_names_who_wrote_the_text(
    line: str, authors: tuple[str, ...], source: str, document: Callable[..., Document]
) -> None:
    found = bylines(document(TITLE + line + "<hr>" + PROSE), "Marlingpost")
    assert (found.authors, found.source) == (authors, source) if found else not authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        pytest.param("<p>Written by Ana Lopez</p>", ("Ana Lopez",), id="a line that begins as bylines do"),
        pytest.param("<p>This post was written by Ana Lopez, MD.</p>", ("Ana Lopez",), id="a sentence that says so"),
        pytest.param("<p>Dieser Beitrag wurde von Ana Lopez verfasst.</p>", ("Ana Lopez",), id="and goes on"),
        pytest.param("<p>This post was written by a friend of the port.</p>", (), id="a sentence that names nobody"),
        pytest.param('<p class="author-box">Ana Lopez</p>', ("Ana Lopez",), id="an author's box"),
        pytest.param("<p>Von:</p><p>Ana Lopez</p>", ("Ana Lopez",), id="a line behind one that says by"),
        pytest.param("<p>Ana Lopez</p>", (), id="a name alone"),
        pytest.param("<p>(Reporting by Ana Lopez; Editing by Bo Kern)</p>", ("Ana Lopez",), id="in brackets"),
        pytest.param('<div class="comments"><p class="author">Cy Dahl</p></div>', (), id="who comments"),
        pytest.param("<p>More</p>" * 10 + "<p>Written by Ana Lopez</p>", (), id="far below"),
    ],
)
def test_a_line_below_the_text_does_too(line: str, authors: tuple[str, ...], document: Callable[..., Document]) -> None:
    page = document(TITLE + "<p>words</p>" * 20 + PROSE + line)
    body = tuple(block for block in page.blocks if block.text.startswith("The ferry"))
    found = bylines(page, None, body)
    assert (found.authors if found else ()) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        pytest.param("<p>Von Ana Lopez</p>", ("Ana Lopez",), id="a line that begins as bylines do"),
        pytest.param("<p>Von Ana Lopez</p>" + "<p>Words</p>" * 20, (), id="far before"),
    ],
)
def test_a_line_before_the_text_does_where_the_title_is_far(
    line: str, authors: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(TITLE + "<p>Menu</p>" * 60 + line + PROSE)
    body = tuple(block for block in page.blocks if block.text.startswith("The ferry"))
    found = bylines(page, None, body)
    assert (found.authors if found else ()) == authors


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<p>Bridge opens</p><p>By Ana Lopez</p>{PROSE}", id="at its begin"),
        pytest.param(f"{PROSE}{PROSE}<h3>Written by Ana Lopez</h3><p>She writes on piers.</p>", id="at its end"),
    ],
)
def test_a_byline_may_be_taken_for_text(body: str, document: Callable[..., Document]) -> None:
    page = document(body)
    found = bylines(page, None, page.blocks)
    assert found is not None
    assert found.authors == ("Ana Lopez",)


def test_the_first_line_of_the_text_may_be_a_name(document: Callable[..., Document]) -> None:
    page = document(f"{TITLE}<p>Ana Lopez</p>{PROSE}")
    found = bylines(page, None, page.blocks[1:])
    assert found is not None
    assert found.authors == ("Ana Lopez",)


def test_several_names_may_stand_among_its_first_lines(document: Callable[..., Document]) -> None:
    page = document(f"{TITLE}<p>Nobody is to blame</p><p>Ana Lopez/Bo Kern</p>{PROSE}")
    found = bylines(page, None, page.blocks[1:])
    assert found is not None
    assert found.authors == ("Ana Lopez", "Bo Kern")


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<h4>Author</h4><p>Ana Lopez</p>", id="a line"),
        pytest.param("<p>Autor*in</p><p>Ana Lopez</p>", id="in German"),
        pytest.param("<p><b>Autorin/Autor</b> Ana Lopez</p>", id="an element"),
        pytest.param("<p>Author: Ana Lopez</p>", id="a colon"),
        pytest.param("<p>Author: Ana Lopez</p><p>Text: Ana Lopez</p>", id="twice the same"),
    ],
)
def test_a_label_leads_a_name_anywhere(box: str, document: Callable[..., Document]) -> None:
    page = document(TITLE + PROSE + "<p>Prose.</p>" * 20 + box)
    assert bylines(page, chosen=page.blocks[1:4]) == (("Ana Lopez",), (), "label of an author")


def test_within_the_text_a_label_may_tell_of_a_book(document: Callable[..., Document]) -> None:
    page = document(TITLE + PROSE * 9 + "<p>Author: Ana Lopez</p>" + PROSE * 9)
    assert bylines(page, chosen=page.blocks[1:]) is None


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        pytest.param("<article>{prose}</article><p>Ana Lopez</p>", (), id="outside the article"),
        pytest.param("<article><div>{prose}</div><p>Ana Lopez</p></article>", ("Ana Lopez",), id="inside it"),
        pytest.param("<article>{prose}<p>— Ana Lopez</p></article>", ("Ana Lopez",), id="behind a dash"),
        pytest.param("<article>{prose}<p>Ana Lopez - Bo Kern</p></article>", ("Ana Lopez", "Bo Kern"), id="two"),
        pytest.param("<article>{prose}<p>Happy Christmas!</p></article>", (), id="no name"),
        pytest.param("<article>{prose}<p>Sea Harbour</p></article>", (), id="words of the text"),
        pytest.param("<article>{prose}<h2>Ana Lopez</h2></article>", (), id="a heading"),
    ],
)
def test_a_name_may_end_an_article(body: str, authors: tuple[str, ...], document: Callable[..., Document]) -> None:
    page = document(TITLE + body.format(prose=PROSE) + "<p>More</p>" * 9)
    found = bylines(page, "Marlingpost", [block for block in page.blocks if len(block.text) > 60])
    assert (found.authors if found else ()) == authors


def test_those_in_a_picture_did_not_write_the_text(document: Callable[..., Document]) -> None:
    prose = "<p>Ana Lopez and Bo Kern opened the bridge at noon, and half the town had come to see the two of them.</p>"
    page = document(f"{TITLE}<p>Ana Lopez, Bo Kern | Foto: Zvg.</p>{prose}{PROSE}")
    assert bylines(page, "Marlingpost", [block for block in page.blocks if len(block.text) > 60]) is None


def test_a_line_in_a_box_behind_the_text_is_not_by_the_title(document: Callable[..., Document]) -> None:
    page = document(f'{TITLE}{PROSE}<div><h2>More</h2><p class="author">By Bo Kern</p></div>')
    found = bylines(page, "Marlingpost", [block for block in page.blocks if len(block.text) > 60])
    assert found is not None
    assert found.source == "byline below"


JAPANESE = "市議会は火曜日の夜、昨冬の嵐以来閉鎖されていた古い桟橋を再建することを決めた。"
CHINESE = "市议会周二晚上投票决定重建去年冬天风暴后关闭的旧码头，费用为四百万元。"
KOREAN = "시의회는 화요일 저녁 지난 겨울 폭풍 이후 폐쇄됐던 옛 부두를 재건하기로 의결했다."


@pytest.mark.parametrize(
    ("lang", "line", "text", "authors"),
    [
        pytest.param("ja", "記者 山田太郎", JAPANESE, ("山田太郎",), id="Japanese: a label"),
        pytest.param("ja", "山田太郎 記者", JAPANESE, ("山田太郎",), id="Japanese: behind the name"),
        pytest.param(
            "ja", "", JAPANESE + "（山田太郎、鈴木花子）", ("山田太郎", "鈴木花子"), id="Japanese: at the end"
        ),
        pytest.param("ja", "", JAPANESE + "（共同）", (), id="Japanese: an agency"),
        pytest.param("ja", "", JAPANESE + "（写真部）", (), id="Japanese: a desk"),
        pytest.param("ja", "", JAPANESE + "</p><p>【関連記事】", (), id="Japanese: what points to other texts"),
        pytest.param("zh", "", CHINESE + "（未完待续）", (), id="brackets of other languages say something else"),
        pytest.param("zh", "本报记者 王小明 北京报道", CHINESE, ("王小明",), id="Chinese: a label, and where"),
        pytest.param("zh", "作者：王小明", CHINESE, ("王小明",), id="Chinese: a colon"),
        pytest.param("zh", "責任編輯：李大華", CHINESE, (), id="Chinese: who edited"),
        pytest.param("zh", "", "（记者 王小明、李大华）" + CHINESE, ("王小明", "李大华"), id="Chinese: at the begin"),
        pytest.param("zh", "", "〔記者林芷萱／高雄報導〕" + CHINESE, ("林芷萱",), id="Chinese: a place beside"),
        pytest.param("zh", "", CHINESE + "记者说，费用很高。", (), id="Chinese: a reporter in the text"),
        pytest.param("ko", "김철수 기자", KOREAN, ("김철수",), id="Korean"),
        pytest.param("ko", "", "[서울=김철수 기자] " + KOREAN, ("김철수",), id="Korean: a place before"),
        pytest.param("ko", "한지우·남궁서연 기자", KOREAN, ("한지우", "남궁서연"), id="Korean: two"),
        pytest.param("ko", "사진=최도윤 기자", KOREAN, (), id="Korean: who took the pictures"),
        pytest.param("ko", "정치부 기자", KOREAN, (), id="Korean: a desk"),
    ],
)
def test_scripts_without_capitals_name_reporters(
    lang: str, line: str, text: str, authors: tuple[str, ...], document: Callable[..., Document]
) -> None:
    page = document(f"{TITLE}<p>{line}</p><div><p>{text}</p></div>", f'<meta name="language" content="{lang}">')
    found = bylines(page, "Marlingpost", page.blocks[-1:])
    assert (found.authors if found else ()) == authors
