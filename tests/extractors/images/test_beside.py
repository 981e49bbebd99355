"""Lines that tell of an image and stand in no figure with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scraper.article import Image
from scraper.extractors.images.figures import images

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.extractors.document import Document

BASE = "https://www.marlingpost.example"
PROSE = "The ferry to Lower Marling ran again on Tuesday, three weeks after a storm had torn its pier from the bank."
GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
OWN = f'<meta property="og:image" content="{BASE}/1200/harbour-bridge.jpg">'
IMG = '<img src="/a.jpg">'
A = f"{BASE}/a.jpg"
SHARED = f"{BASE}/1200/harbour-bridge.jpg"
END = 99


@pytest.mark.parametrize(
    ("body", "image"),
    [
        pytest.param(
            f"<div>{IMG}<span>© Marling/AdobeStock</span></div>",
            Image(url=A, credit="Marling/AdobeStock"),
            id="a copyright sign",
        ),
        pytest.param(
            f"<div><div>{IMG}</div><p>Image credit: © Depositphotos.example/Lopez</p></div>",
            Image(url=A, credit="Depositphotos.example/Lopez"),
            id="a label",
        ),
        pytest.param(f"<div>{IMG}<span>Getty Images / Lopez</span></div>", Image(url=A, credit="Getty Images / Lopez")),
        pytest.param(
            f'<div>{IMG}<p><a href="/p">Photo by Ana Lopez on Unsplash</a></p></div>',
            Image(url=A, credit="Ana Lopez on Unsplash"),
            id="a credit that is a link",
        ),
        pytest.param(
            f"<p>{IMG}</p><p>The bridge at dawn. Photo by: Ana Lopez</p>",
            Image(url=A, caption="The bridge at dawn.", credit="Ana Lopez"),
            id="a label at the end",
        ),
        pytest.param(
            f'<a class="picture">{IMG}</a><p class="caption">The bridge. <span class="credit">Bo Kern</span></p>',
            Image(url=A, caption="The bridge.", credit="Bo Kern"),
            id="a class",
        ),
        pytest.param(
            f'<div class="img">{IMG}</div><div class="img-desc">The bridge, fot. Ana Lopez</div>',
            Image(url=A, caption="The bridge,", credit="Ana Lopez"),
            id="a class of two words",
        ),
        pytest.param(
            f'<div class="visual">{IMG}<div class="description"><a href="#z" class="btn">Enlarge</a><b>The bridge.</b>'
            "<div>© Bo Kern</div></div></div>",
            Image(url=A, caption="The bridge.", credit="Bo Kern"),
            id="behind a link on the image",
        ),
        pytest.param(
            f'<figure>{IMG}</figure><p class="media-copyright">Foto: Ana Lopez</p>',
            Image(url=A, credit="Ana Lopez"),
            id="a credit behind a figure",
        ),
    ],
)
def test_lines_behind_an_image_tell_of_it(body: str, image: Image, document: Callable[..., Document]) -> None:
    assert images(document(f"<h1>Bridge</h1>{body}<p>{PROSE}</p>"), 0, END) == ((image,), "figure")


@pytest.mark.parametrize(
    ("body", "image"),
    [
        pytest.param(
            f'<div>{IMG}<div class="wp-caption"><p class="wp-caption-text">The bridge. Foto: dpa</p></div></div>',
            Image(url=A, caption="The bridge.", credit="dpa"),
            id="a class",
        ),
        pytest.param(
            f'<figure>{IMG}<div class="image-copy">© Ana Lopez</div></figure>',
            Image(url=A, credit="Ana Lopez"),
            id="in a figure, by its own words",
        ),
    ],
)
def test_an_image_right_before_the_title_is_the_articles_where_a_line_tells_of_it(
    body: str, image: Image, document: Callable[..., Document]
) -> None:
    page = document(f"<div>{body}<h1>Bridge</h1><p>{PROSE}</p></div>")
    title = next(block.position for block in page.blocks if block.text == "Bridge")
    assert images(page, title, END) == ((image,), "figure")


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Photo: Ana Lopez", "Ana Lopez"),
        ("Titelbild: Ana Lopez", "Ana Lopez"),
        ("Photo credit: iStock.example/Lopez", "iStock.example/Lopez"),
        ("Source: the council", None),
        ("© 2024 Marling Post", None),
        ("Photo: " + PROSE, None),
    ],
)
def test_a_credit_at_the_end_of_the_text_is_the_only_images(
    line: str, credit: str | None, document: Callable[..., Document]
) -> None:
    page = document(f"<h1>Bridge</h1><p>{PROSE}</p><p>{line}</p>", head=OWN)
    found = images(page, 0, len(page.blocks) - 1)
    assert found is not None
    assert found.images == (Image(url=SHARED, credit=credit),)


def test_a_credit_at_the_end_of_the_text_is_an_entry_beside_several_images(document: Callable[..., Document]) -> None:
    page = document(
        f'<h1>B</h1><figure>{IMG}</figure><figure><img src="/b.jpg"></figure><p>{PROSE}</p><p>Photos: Bo Kern</p>'
    )
    assert images(page, 0, END) == (
        (Image(url=A), Image(url=f"{BASE}/b.jpg"), Image(credit="Bo Kern")),
        "figure",
    )


LAZY = f'<figure><img src="{GIF}"><figcaption>The bridge.</figcaption></figure>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"<h1>B</h1>{LAZY}<p>{PROSE}</p>", (Image(url=SHARED, caption="The bridge."),), id="the first"),
        pytest.param(
            f"<h1>B</h1>{f'<p>{PROSE}</p>' * 9}{LAZY}",
            (Image(url=SHARED), Image(caption="The bridge.")),
            id="one far below the title",
        ),
        pytest.param(
            f'<h1>B</h1>{LAZY}<figure><img src="/1200/harbour-bridge.jpg"></figure>',
            (Image(caption="The bridge."), Image(url=SHARED)),
            id="one beside the page's own",
        ),
        pytest.param(f'<h1>B</h1><figure><img src="{GIF}"></figure>', (Image(url=SHARED),), id="without a caption"),
    ],
)
def test_a_figure_whose_image_only_scripts_know_still_tells(
    body: str, found: tuple[Image, ...], document: Callable[..., Document]
) -> None:
    pictures = images(document(body, head=OWN), 0, END)
    assert pictures is not None
    assert pictures.images == found


def test_a_title_that_no_line_has_is_taken_to_be_at_the_first_heading(document: Callable[..., Document]) -> None:
    menu = "<p>Menu.</p>" * 20
    caption = '<div class="img-caption"><span>The bridge.</span><span class="photographer">Bo Kern</span></div>'
    found = images(document(f"{menu}<h1>Another headline</h1>{caption}<p>{PROSE}</p>", head=OWN), 0, END)
    assert found is not None
    assert found.images == (Image(url=SHARED, caption="The bridge.", credit="Bo Kern"),)
