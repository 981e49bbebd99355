"""Images with caption and credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.article import Image
from scraper.extractors.captions import part_caption
from scraper.extractors.images import images

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

BASE = "https://www.marlingpost.example"
END = 99
GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        pytest.param("The bridge.", "The bridge.", None, id="no credit"),
        pytest.param("The bridge. (Foto: dpa)", "The bridge.", "dpa", id="in brackets"),
        pytest.param("The bridge. Photo: Ana Lopez/AFP", "The bridge.", "Ana Lopez/AFP", id="person and agency"),
        pytest.param("The bridge © AFP", "The bridge", "AFP", id="copyright sign"),
        pytest.param("The bridge | Bild: Ana Lopez", "The bridge", "Ana Lopez", id="bar"),
        pytest.param("Photo by Ana Lopez", None, "Ana Lopez", id="credit alone"),
        pytest.param("Photo credit: Ana Lopez.", None, "Ana Lopez", id="two words"),
        pytest.param("The bridge. Photograph: Ana Lopez", "The bridge.", "Ana Lopez", id="photograph"),
        pytest.param("The photo was taken at dawn.", "The photo was taken at dawn.", None, id="a photo in prose"),
        pytest.param("A source close to the mayor", "A source close to the mayor", None, id="a source in prose"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_a_credit_at_the_end_leaves_the_caption(text: str, caption: str | None, credit: str | None) -> None:
    assert part_caption(text) == (caption, credit)


def figure(inner: str) -> str:
    return f"<figure>{inner}</figure>"


@pytest.mark.parametrize(
    ("body", "image"),
    [
        pytest.param(figure('<img src="/a.jpg">'), Image(url=f"{BASE}/a.jpg"), id="an image alone"),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The bridge. Photo: Ana Lopez</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Ana Lopez"),
            id="credit inside the caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The bridge. <span class="credit">Ana Lopez</span></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Ana Lopez"),
            id="credit in markup of its own",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption><span>The bridge.</span><span>Ana Lopez</span></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Ana Lopez"),
            id="a name in markup of its own",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The mayor, <b>Ana Lopez</b></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The mayor, Ana Lopez"),
            id="a name in bold is one that the caption speaks of",
        ),
        pytest.param(
            '<div class="image-box"><img src="/a.jpg"><p class="image-caption">The bridge. Photo: Ana Lopez</p></div>',
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Ana Lopez"),
            id="a box called an image with a caption in it",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><div class="photo-copyright">© dpa</div><figcaption>The bridge.</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="dpa"),
            id="credit before the caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The <i>new</i> bridge</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The new bridge"),
            id="inline markup in a caption",
        ),
        pytest.param(
            '<div class="image-caption"><img src="/a.jpg"><p>The bridge.</p></div>',
            Image(url=f"{BASE}/a.jpg", caption="The bridge."),
            id="a box that is a figure by its class",
        ),
        pytest.param(figure(f'<img src="{GIF}" data-src="/real.jpg">'), Image(url=f"{BASE}/real.jpg"), id="lazy image"),
        pytest.param(
            figure('<img src="/s.jpg" srcset="/s.jpg 320w, /l.jpg 1600w, /m.jpg 800w">'),
            Image(url=f"{BASE}/l.jpg"),
            id="widest of a srcset",
        ),
        pytest.param(figure('<img srcset="/a.jpg, /b.jpg 2x">'), Image(url=f"{BASE}/b.jpg"), id="densest of a srcset"),
        pytest.param(
            figure('<img src="/a.jpg" srcset="/c,w_300/a.jpg 300w,/c,w_900/a.jpg 900w">'),
            Image(url=f"{BASE}/c,w_900/a.jpg"),
            id="commas inside a srcset's addresses",
        ),
        pytest.param(
            figure('<img src="/a.jpg" srcset="/s.jpg 300w 200h, /l.jpg 900w 600h, /x.jpg 1..5x">'),
            Image(url=f"{BASE}/l.jpg"),
            id="sizes that only some browsers know",
        ),
        pytest.param(
            figure('<picture><source srcset="/a.webp 900w"><img src="/a.jpg"></picture>'),
            Image(url=f"{BASE}/a.webp"),
            id="one image a picture, its widest",
        ),
        pytest.param(figure('<img src="/a.jpg" width="100%" height="²">'), Image(url=f"{BASE}/a.jpg"), id="odd sizes"),
        pytest.param(figure('<amp-img src="/a.jpg"></amp-img>'), Image(url=f"{BASE}/a.jpg"), id="AMP"),
    ],
)
def test_a_figure_gives_its_image_with_caption_and_credit(
    body: str, image: Image, document: Callable[..., Document]
) -> None:
    assert images(document(f"<h1>Bridge</h1>{body}<p>Words.</p>"), 0, END) == ((image,), "figure")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<img src="/logo.png">', id="outside a figure"),
        pytest.param(figure('<img src="/i.png" width="48" height="48">'), id="an icon"),
        pytest.param(figure(f'<img src="{GIF}">'), id="a placeholder"),
        pytest.param(figure("<p>No image.</p>"), id="a figure of words"),
        pytest.param(
            '<img class="image" src="/a.jpg"><p class="caption">Of another image.</p>', id="before a caption of no box"
        ),
    ],
)
def test_icons_and_placeholders_are_no_images(body: str, document: Callable[..., Document]) -> None:
    assert images(document(f"<h1>Bridge</h1>{body}"), 0, END) is None


def test_figures_before_the_title_and_after_the_body_are_not_the_articles(document: Callable[..., Document]) -> None:
    page = document(
        f"{figure('<img src=/top.jpg>')}<p>Menu.</p><h1>Bridge</h1>{figure('<img src=/own.jpg>')}<p>Words.</p>"
        f"<p>More.</p><h2>Also read</h2><p>Teaser.</p>{figure('<img src=/teaser.jpg>')}"
    )
    title, last = 1, 3
    assert [block.text for block in page.blocks[title : last + 1]] == ["Bridge", "Words.", "More."]
    found = images(page, title, last)
    assert found is not None
    assert [image.url for image in found.images] == [f"{BASE}/own.jpg"]


def test_the_same_image_twice_is_one(document: Callable[..., Document]) -> None:
    found = images(document(f"<h1>B</h1>{figure('<img src=/a.jpg>') * 2}"), 0, END)
    assert found is not None
    assert len(found.images) == 1


@pytest.mark.parametrize(
    ("shared", "url"),
    [("https://cdn.example/s.jpg", "https://cdn.example/s.jpg"), ("/s.jpg", f"{BASE}/s.jpg"), ("javascript:0", None)],
)
def test_without_figures_the_shared_image_stands_in(
    shared: str, url: str | None, document: Callable[..., Document]
) -> None:
    found = images(document("<p>Words.</p>", head=f'<meta property="og:image" content="{shared}">'), 0, END)
    assert found == (((Image(url=url),), "og:image") if url else None)
