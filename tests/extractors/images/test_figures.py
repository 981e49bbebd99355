"""Images with caption and credit."""

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
END = 99
GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


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
            figure('<img src="/a.jpg"><figcaption><span>Ana Lopez</span> // <span>Getty Images</span></figcaption>'),
            Image(url=f"{BASE}/a.jpg", credit="Ana Lopez // Getty Images"),
            id="a name and its agency, each in markup of its own",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The bridge <span class="owner">The Post / Lopez</span></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge", credit="The Post / Lopez"),
            id="an owner",
        ),
        pytest.param(
            figure(f'<img src="{GIF}" nitro-lazy-src="/real.jpg">'),
            Image(url=f"{BASE}/real.jpg"),
            id="another lazy image",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><small class="photographer">Bridge</small>'),
            Image(url=f"{BASE}/a.jpg"),
            id="the title credits nobody",
        ),
        pytest.param(
            figure('<img src="/a.jpg" data-credit="Ana Lopez"><figcaption>The mayor smiles Ana Lopez</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The mayor smiles", credit="Ana Lopez"),
            id="a credit that ends the caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg" data-credit="Ana Lopez"><figcaption>The mayor and Ana Lopez</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The mayor and Ana Lopez", credit="Ana Lopez"),
            id="a name that the caption speaks of",
        ),
        pytest.param(
            figure('<img src="/a.jpg" data-credit="Ana Lopez"><figcaption>Ana Lopez</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="Ana Lopez"),
            id="who is shown credits nobody",
        ),
        pytest.param(
            figure('<img src="/a.jpg" data-caption="FEI/Lopez"><small class="copyright">© FEI/Lopez</small>'),
            Image(url=f"{BASE}/a.jpg", credit="FEI/Lopez"),
            id="a credit that an attribute calls a caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The bridge <a class="link-icon" href="#z">Zoom</a></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge"),
            id="a link to a larger picture is no caption",
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
            figure('<img src="/a.jpg"><figcaption>The bridge. <span>Ana Lopez (dpa)</span></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Ana Lopez (dpa)"),
            id="a name with its agency in markup of its own",
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
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The bridge.</figcaption><footer>Imago/Ana Lopez</footer>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Imago/Ana Lopez"),
            id="small print outside the caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption><small>The bridge at dawn</small></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge at dawn"),
            id="small print that is the caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption><cite>anadoe - stock.example</cite></figcaption>'),
            Image(url=f"{BASE}/a.jpg", credit="anadoe - stock.example"),
            id="a cited source alone",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><span>Foto: Ana Lopez</span><figcaption>The bridge. It is new.</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge. It is new.", credit="Ana Lopez"),
            id="a labelled credit before the caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption><span>Photo: Ana Lopez</span> The bridge at dawn</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge at dawn", credit="Ana Lopez"),
            id="a labelled credit before the caption, in one line",
        ),
        pytest.param(
            figure(
                '<img src="/a.jpg"><figcaption><span class="caption">The bridge.</span>'
                '<span class="credit">Photo by Ana Lopez</span> / <span class="distributor">Post</span></figcaption>'
            ),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Ana Lopez / Post"),
            id="a photographer and who distributes the picture",
        ),
        pytest.param(
            figure(
                '<img src="/a.jpg"><figcaption class="caption">The bridge - <span class="copyright">© Ana Lopez</span>'
                '</figcaption><p class="image-copyright">© Ana Lopez</p>'
            ),
            Image(url=f"{BASE}/a.jpg", caption="The bridge", credit="Ana Lopez"),
            id="a credit that is told twice",
        ),
        pytest.param(
            figure(
                '<img src="/a.jpg"><div class="copyright">The bridge stays shut until the end of the summer.</div>'
                '<div class="copyright">Bildrechte: dpa/Ana Lopez</div>'
            ),
            Image(
                url=f"{BASE}/a.jpg",
                caption="The bridge stays shut until the end of the summer.",
                credit="dpa/Ana Lopez",
            ),
            id="a sentence in markup of a credit",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><button>Enlarge</button><figcaption>The bridge.</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge."),
            id="a button is no caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><span>autoplay</span><figcaption>The bridge.</figcaption><h4>More videos</h4>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge."),
            id="what a player says is no caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The bridge opens.<small>26.10.2025 | 2:43 min</small></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge opens."),
            id="the length of a video is no credit",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><p>View 6 images</p>'), Image(url=f"{BASE}/a.jpg"), id="a count is no caption"
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption>The bridge. (AP Photo/Bo Kern) <a href="/p">more ></a></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="AP Photo/Bo Kern"),
            id="a link to more is no caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><figcaption><p>The bridge.</p><p>(Marling Museum of Ships)</p></figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge.", credit="Marling Museum of Ships"),
            id="names in brackets, in markup of their own",
        ),
        pytest.param(
            f"<div>{figure('<img src=/a.jpg>')}<figcaption><span>The bridge</span>"
            '<span class="caption-author">Ana Lopez</span></figcaption></div>',
            Image(url=f"{BASE}/a.jpg", caption="The bridge", credit="Ana Lopez"),
            id="a caption outside of its figure",
        ),
        pytest.param(
            f"<div>{figure('<img src=/a.jpg><span>View 6 images</span>')}"
            "<figcaption>The bridge <cite>(Image: AFP)</cite></figcaption></div>",
            Image(url=f"{BASE}/a.jpg", caption="The bridge", credit="AFP"),
            id="a caption outside of a figure that says something else",
        ),
        pytest.param(
            '<div class="body"><picture><img src="/a.jpg"></picture><figcaption>The bridge, Foto: Bo Kern</figcaption>'
            f"<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div>",
            Image(url=f"{BASE}/a.jpg", caption="The bridge,", credit="Bo Kern"),
            id="a caption right below a picture without a figure",
        ),
        pytest.param(
            '<div><div><img src="/a.jpg" alt="The bridge at dawn"></div><p>The bridge at dawn</p></div>',
            Image(url=f"{BASE}/a.jpg", caption="The bridge at dawn"),
            id="a line that says what the alt says",
        ),
        pytest.param(
            figure(
                '<img src="/a.jpg" data-caption="The &lt;b&gt;bridge&lt;/b&gt;" data-image-credit="Photo: Ana Lopez">'
            ),
            Image(url=f"{BASE}/a.jpg", caption="The bridge", credit="Ana Lopez"),
            id="attributes",
        ),
        pytest.param(
            figure('<img src="/a.jpg" alt="The bridge" title="The bridge | Ana Lopez">'),
            Image(url=f"{BASE}/a.jpg", credit="Ana Lopez"),
            id="a credit behind the alt",
        ),
        pytest.param(
            figure('<img src="/a.jpg" alt="The bridge" title="The bridge at dawn">'),
            Image(url=f"{BASE}/a.jpg"),
            id="alt and title are no caption",
        ),
        pytest.param(
            figure('<img src="/a.jpg"><img src="/zoom.svg"><figcaption>The bridge.</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge."),
            id="a drawing on the picture",
        ),
        pytest.param(
            figure('<a href="/a-large.jpg"><img src="/a.jpg"></a>'),
            Image(url=f"{BASE}/a.jpg"),
            id="a link to the picture itself",
        ),
        pytest.param(
            figure('<a href="/gallery"><img src="/a.jpg"></a><figcaption>The bridge.</figcaption>'),
            Image(url=f"{BASE}/a.jpg", caption="The bridge."),
            id="a link from a picture with a caption",
        ),
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
        pytest.param(figure('<img src="/a.jpg"><figcaption>Reklama</figcaption>'), id="an advertisement"),
        pytest.param(figure('<a href="/other-story"><img src="/a.jpg"></a>'), id="a teaser"),
        pytest.param(
            f'<div><a href="/o">{figure("<img src=/a.jpg alt=Bridge>")}</a><h3><a href="/o">Bridge</a></h3></div>',
            id="a teaser whose title is the alt",
        ),
        pytest.param(figure('<img src="/a.jpg">').replace("<figure", '<figure class="author-image"'), id="an author"),
        pytest.param(figure('<img src="/i/avatars/bo.jpg">'), id="a folder of portraits"),
        pytest.param(
            figure('<a href="/authors/bo"><img src="/bo.jpg"></a><figcaption><p>By Bo Kern</p></figcaption>'),
            id="a link to an author",
        ),
        pytest.param(
            figure('<a href="/bo"><img src="/bo.jpg"></a><figcaption><address>By Bo Kern</address></figcaption>'),
            id="an address",
        ),
        pytest.param(
            f'<div class="related-news">{figure("<img src=/a.jpg><figcaption>Another story</figcaption>")}</div>',
            id="a box of related stories",
        ),
        pytest.param('<div><img src="/bo.jpg" alt="Bo Kern"><p>Bo Kern</p></div>', id="a portrait and its name"),
        pytest.param(figure('<img src="/a.jpg" alt="Avatar of the author">'), id="an avatar by its alt"),
        pytest.param(figure('<img src="/a.jpg" alt="Bo Kern">') + "<p>Bo Kern</p>", id="a name behind it"),
        pytest.param(figure('<img src="/icons/zoom.svg">'), id="a drawing"),
        pytest.param(figure('<img src="/images/placeholder.png">'), id="a placeholder by its name"),
        pytest.param(figure('<img src="/i.png" width="48" height="48">'), id="an icon"),
        pytest.param(figure(f'<img src="{GIF}">'), id="a placeholder"),
        pytest.param(figure("<p>No image.</p>"), id="a figure of words"),
        pytest.param(
            '<div><a href="/o"><img src="/a.jpg"></a><p class="caption">Another story.</p></div>',
            id="a caption of what leads away",
        ),
        pytest.param('<div><img src="/a.jpg"><p>Reuters</p></div>', id="an agency that may be the text's"),
        pytest.param('<div><img src="/a.jpg"><p>Source: the council</p></div>', id="a source that may be the text's"),
        pytest.param('<div><img src="/a.jpg"><p>© 2024 Marling Post</p></div>', id="a copyright line of the site"),
        pytest.param('<div><img src="/a.jpg"><p class="text-caption">14:05</p></div>', id="a class of small letters"),
        pytest.param(
            f'<img src="/bar.jpg">{figure("<img src=/icons/a.svg><figcaption>The bridge.</figcaption>")}',
            id="before the figure of another picture",
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
    "markup",
    [
        pytest.param(figure("<img src=/a-300x200.jpg>") + figure("<img src=/a-1200x800.jpg>"), id="two sizes"),
        pytest.param(figure("<img src=/a.jpg?w=300>") + figure("<img src=/a.jpg?w=900>"), id="two queries"),
        pytest.param(
            figure("<img src=/c/w_300/https://i.example/harbour-bridge.jpg>")
            + figure("<img src=/c/w_900/https://i.example/harbour-bridge.jpg>"),
            id="two wrappers of an address",
        ),
    ],
)
def test_one_picture_in_two_sizes_is_one(markup: str, document: Callable[..., Document]) -> None:
    found = images(document(f"<h1>B</h1>{markup.replace('/a', '/harbour-bridge')}"), 0, END)
    assert found is not None
    assert len(found.images) == 1


def test_of_two_figures_of_a_picture_the_first_that_tells_of_it_stands(document: Callable[..., Document]) -> None:
    told = [f"<img src=/a.jpg><figcaption>{caption}</figcaption>" for caption in ("", "The bridge.", "Again.")]
    found = images(document(f"<h1>B</h1>{''.join(map(figure, told))}"), 0, END)
    assert found is not None
    assert found.images == (Image(url=f"{BASE}/a.jpg", caption="The bridge."),)


def test_two_pictures_of_one_name_in_two_folders_are_two(document: Callable[..., Document]) -> None:
    found = images(document(f"<h1>B</h1>{figure('<img src=/1/a.jpg>')}{figure('<img src=/2/a.jpg>')}"), 0, END)
    assert found is not None
    assert len(found.images) == 2


OWN = f'<meta property="og:image" content="{BASE}/1200/harbour-bridge.jpg">'


@pytest.mark.parametrize(
    ("body", "image"),
    [
        pytest.param(
            '<div class="top"><img src="/600/harbour-bridge.jpg"></div><h1>Bridge</h1>',
            Image(url=f"{BASE}/600/harbour-bridge.jpg"),
            id="before the title",
        ),
        pytest.param(
            '<h1>Bridge</h1><div><picture><img src="/600/harbour-bridge.jpg"></picture><div>AFP</div></div>',
            Image(url=f"{BASE}/600/harbour-bridge.jpg", credit="AFP"),
            id="an agency on the picture",
        ),
        pytest.param(
            '<h1>Bridge</h1><div class="image"><img src="/600/harbour-bridge.jpg"><p>The bridge.</p>'
            f"<p>Foto: Bo Kern</p></div><p>{PROSE}</p>",
            Image(url=f"{BASE}/600/harbour-bridge.jpg", caption="The bridge.", credit="Bo Kern"),
            id="a line beside a credit",
        ),
        pytest.param(
            '<h1>Bridge</h1><div><p class="author">By Bo Kern</p><img src="/600/harbour-bridge.jpg"></div>',
            Image(url=f"{BASE}/600/harbour-bridge.jpg"),
            id="a byline is no credit",
        ),
        pytest.param(
            '<div><img src="/600/harbour-bridge.jpg"></div><section><b>Picture</b></section><p>Tags</p>'
            '<p class="media-copyright">Photo: Bo Kern</p><p class="media-caption">The bridge.</p><h1>Bridge</h1>',
            Image(url=f"{BASE}/600/harbour-bridge.jpg", caption="The bridge.", credit="Bo Kern"),
            id="a caption far from it",
        ),
        pytest.param(
            '<h1>Bridge</h1><img src="/600/harbour-bridge.jpg" width="16" height="9">',
            Image(url=f"{BASE}/600/harbour-bridge.jpg"),
            id="a ratio for its size",
        ),
        pytest.param(
            f"<h1>Bridge</h1><figcaption>The bridge. Photo: Bo Kern</figcaption><p>{PROSE}</p>"
            f"<figcaption>Something else.</figcaption>",
            Image(url=f"{BASE}/1200/harbour-bridge.jpg", caption="The bridge.", credit="Bo Kern"),
            id="brought by a script",
        ),
        pytest.param(
            f'<h1>Bridge</h1><div class="author photo">Ana Lopez / October 25</div><p>{PROSE}</p>',
            Image(url=f"{BASE}/1200/harbour-bridge.jpg"),
            id="an author's box beside a photo",
        ),
        pytest.param(
            f'<h1>Bridge</h1><p class="text-caption">14:05</p><p>{PROSE}</p>',
            Image(url=f"{BASE}/1200/harbour-bridge.jpg"),
            id="a class of small letters",
        ),
        pytest.param(
            f'<h1>Bridge</h1><div><a href="/o"><img src="/o.jpg"></a><p class="caption">Other.</p></div><p>{PROSE}</p>',
            Image(url=f"{BASE}/1200/harbour-bridge.jpg"),
            id="a caption of another picture",
        ),
    ],
)
def test_the_pages_own_image_is_known_by_its_address(
    body: str, image: Image, document: Callable[..., Document]
) -> None:
    page = document(body, head=OWN)
    title = next(block.position for block in page.blocks if block.text == "Bridge")
    found = images(page, title, END)
    assert found is not None
    assert found.images == (image,)


def test_a_figure_with_a_caption_right_before_the_title_opens_the_article(document: Callable[..., Document]) -> None:
    opener = "<img src=/top.jpg><footer class=credit>AFP</footer>"
    found = images(document(f"{figure(opener)}<h1>Bridge</h1>{figure('<img src=/own.jpg>')}<p>Words.</p>"), 1, END)
    assert found is not None
    assert [(image.url, image.credit) for image in found.images] == [
        (f"{BASE}/top.jpg", "AFP"),
        (f"{BASE}/own.jpg", None),
    ]


@pytest.mark.parametrize(
    ("node", "caption", "credit"),
    [
        pytest.param({"caption": "The bridge.", "creditText": "Bo Kern"}, "The bridge.", "Bo Kern", id="both"),
        pytest.param({"copyrightHolder": {"@type": "Person", "name": "AFP"}}, None, "AFP", id="a holder"),
        pytest.param({"caption": "The bridge. Photo: Bo Kern"}, "The bridge.", "Bo Kern", id="a credit in the caption"),
        pytest.param({"caption": "Bridge"}, None, None, id="the title is no caption"),
        pytest.param({"caption": "A bridge at dawn"}, None, None, id="the alt is no caption"),
        pytest.param({"description": "A bridge.", "name": "bridge.jpg"}, None, None, id="other properties"),
        pytest.param({"caption": "Other.", "url": f"{BASE}/other-picture.jpg"}, None, None, id="another picture"),
        pytest.param({"caption": ["", None, 7], "creditText": {}}, None, None, id="odd values"),
    ],
)
def test_json_ld_tells_what_the_page_does_not_show(
    node: dict[str, object], caption: str | None, credit: str | None, document: Callable[..., Document]
) -> None:
    told = {"@type": "ImageObject", "url": f"{BASE}/1200/harbour-bridge.jpg", **node}
    markup = '<h1>Bridge</h1><figure><img src="/600/harbour-bridge.jpg" alt="A bridge at dawn"></figure>'
    for ld in ({"@type": "NewsArticle", "image": [told]}, told):
        found = images(document(markup, ld=ld), 0, END)
        assert found is not None
        assert found.images == (Image(url=f"{BASE}/600/harbour-bridge.jpg", caption=caption, credit=credit),)


def test_what_the_figure_shows_stands_before_what_json_ld_tells(document: Callable[..., Document]) -> None:
    told = {"@type": "ImageObject", "url": "/harbour-bridge.jpg", "caption": "Told.", "creditText": "Bo Kern"}
    markup = f"<h1>Bridge</h1>{figure('<img src=/harbour-bridge.jpg><figcaption>Shown.</figcaption>')}"
    found = images(document(markup, ld={"@type": "NewsArticle", "image": told}), 0, END)
    assert found is not None
    assert (found.images[0].caption, found.images[0].credit) == ("Shown.", "Bo Kern")


@pytest.mark.parametrize(
    ("shared", "url"),
    [
        ("https://cdn.example/s.jpg", "https://cdn.example/s.jpg"),
        ("/s.jpg", f"{BASE}/s.jpg"),
        ("/2025/rival-logo-unveiled.jpg", f"{BASE}/2025/rival-logo-unveiled.jpg"),
        ("/wp-content/themes/post/share.jpg", None),
        ("/up/cropped-logo-1.png", None),
        ("/apple-touch-icon.png?v=2", None),
        ("javascript:0", None),
    ],
)
def test_without_figures_the_shared_image_stands_in(
    shared: str, url: str | None, document: Callable[..., Document]
) -> None:
    found = images(document("<p>Words.</p>", head=f'<meta property="og:image" content="{shared}">'), 0, END)
    assert found == (((Image(url=url),), "og:image") if url else None)


PARAGRAPH = f"<p>{PROSE}</p>"


@pytest.mark.parametrize(
    ("between", "found"),
    [
        pytest.param('<p><img src="/a.jpg"></p>', True, id="in a paragraph"),
        pytest.param('<img src="/a.jpg">', True, id="right between"),
        pytest.param('<p><a href="/a.jpg"><img src="/a.jpg"></a></p>', True, id="in a link to itself"),
        pytest.param('<p><a href="/other"><img src="/a.jpg"></a></p>', False, id="in a link to something else"),
        pytest.param('<p><img src="/a.jpg" width="40"></p>', False, id="an icon"),
        pytest.param('<div><h3>More</h3><img src="/a.jpg"></div>', False, id="in a box with a heading"),
        pytest.param('<p class="newsletter"><img src="/a.jpg"></p>', False, id="in a box of something else"),
    ],
)
def test_an_image_alone_between_paragraphs_is_the_articles(
    between: str, *, found: bool, document: Callable[..., Document]
) -> None:
    pictures = images(document(f"<h1>Bridge</h1>{PARAGRAPH}{between}{PARAGRAPH}"), 0, END)
    assert (pictures.images if pictures else ()) == ((Image(url=f"{BASE}/a.jpg"),) if found else ())


def test_an_image_between_paragraphs_does_not_stand_in_for_the_pages_own(document: Callable[..., Document]) -> None:
    body = f'<h1>Bridge</h1>{PARAGRAPH}<p><img src="/inline.jpg"></p>{PARAGRAPH}'
    pictures = images(document(body, head='<meta property="og:image" content="/lead.jpg">'), 0, END)
    assert pictures is not None
    assert [image.url for image in pictures.images] == [f"{BASE}/lead.jpg", f"{BASE}/inline.jpg"]


def test_a_gallery_is_several_pictures_and_another_figure_one(document: Callable[..., Document]) -> None:
    both = '<div><img src="/first-view.jpg"></div><div><img src="/second-view.jpg"></div>'
    gallery = images(document(f'<h1>Bridge</h1><figure class="kg-gallery-card">{both}</figure>{PARAGRAPH}'), 0, END)
    assert gallery is not None
    assert [image.url for image in gallery.images] == [f"{BASE}/first-view.jpg", f"{BASE}/second-view.jpg"]
    single = images(document(f"<h1>Bridge</h1><figure>{both}</figure>{PARAGRAPH}"), 0, END)
    assert single is not None
    assert len(single.images) == 1


def test_the_image_of_a_teaser_within_the_text_is_of_another_article(document: Callable[..., Document]) -> None:
    teaser = '<article><figure><img src="/b.jpg"></figure><h3><a href="/o">Mill sold</a></h3></article>'
    own = figure('<img src="/a.jpg">')
    body = f"<h1>Bridge</h1>{own}{PARAGRAPH}{teaser}{PARAGRAPH}"
    pictures = images(document(body), 0, END)
    assert pictures is not None
    assert [image.url for image in pictures.images] == [f"{BASE}/a.jpg"]
