"""Scripted text: taken from the data of scripts where the markup has none, and where it is this page's and free."""

from __future__ import annotations

import json
import time

import pytest

from scraper.extractors.extract import extract
from scraper.page import html_page

URL = "https://www.marlingpost.example/harbour/bridge"
TITLE = "Bridge opens after two years"
OTHER = "Ferry sinks in the night"
SHELL = '<div id="app"></div><script src="/app.js"></script>'


def read(script: str, title: str = TITLE) -> tuple[str, list[str]]:
    """Outcome and texts of a page without a body, whose scripts are `script`."""
    page = f'<meta property="og:title" content="{title}"><body>{SHELL}{script}</body>'
    draft = extract(html_page(page, url=URL))
    assert (draft.provenance.get("blocks") == "script data") == bool(draft.blocks)
    return draft.outcome, [block.text for block in draft.blocks]


def typed(value: object, name: str = "__NEXT_DATA__") -> str:
    return f'<script id="{name}" type="application/json">{json.dumps(value)}</script>'


def streamed(*parts: str) -> str:
    pushes = "".join(f"<script>self.__next_f.push({json.dumps([1, part])})</script>" for part in parts)
    return f"<script>(self.__next_f=self.__next_f||[]).push([0])</script>{pushes}"


def markup(prose: tuple[str, ...]) -> str:
    return f"<figure><figcaption>The bridge in May</figcaption></figure><p>{'</p><p>'.join(prose)}</p>"


def article(body: object, **fields: object) -> dict[str, object]:
    return {"title": TITLE, "body": body, "id": 7, **fields}


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(lambda prose: article(markup(prose)), id="markup"),
        pytest.param(lambda prose: article("\n\n".join(prose)), id="lines"),
        pytest.param(lambda prose: article(list(prose)), id="a list of texts"),
        pytest.param(lambda prose: article([{"type": "text", "content": text} for text in prose]), id="parts"),
        pytest.param(
            lambda prose: article(
                {"type": "doc", "content": [{"content": [{"text": text[:9]}, {"text": text[9:]}]} for text in prose]}
            ),
            id="runs of parts",
        ),
        pytest.param(
            lambda prose: {"headline": {"basic": TITLE}, "content_elements": [{"content": text} for text in prose]},
            id="a title in an object",
        ),
        pytest.param(lambda prose: article(markup(prose), isPremium=False, access="free"), id="free by its own word"),
        pytest.param(lambda prose: article(markup(prose), author={"bio": prose[0] * 9}), id="beside its author's life"),
    ],
)
def test_data_of_scripts_tell_the_text(shape, prose: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    page = {"props": {"teasers": [{"title": OTHER, "body": markup(prose[::-1] * 2)}], "story": shape(prose)}}
    assert read(typed(page)) == ("article", list(prose))


def test_values_that_scripts_assign_or_parse(prose: tuple[str, ...]) -> None:
    story = json.dumps({"story": article(markup(prose))})
    for script in (
        f"window.__STATE__ = {story};",
        f"var state = JSON.parse({json.dumps(story)});",
        f"let a=1;const b={story}",
    ):
        assert read(f"<script>{script}</script>") == ("article", list(prose)), script[:20]


def test_a_list_whose_members_are_places_in_it(prose: tuple[str, ...]) -> None:
    data = [{"state": 1}, ["Reactive", 2], {"title": 3, "body": 4, "again": 2}, TITLE, markup(prose)]
    assert read(typed(data, "__NUXT_DATA__")) == ("article", list(prose))


def test_a_stream_of_rows_with_texts_apart(prose: tuple[str, ...]) -> None:
    text = markup(prose)
    story = json.dumps(article("$1f"))
    rows = f':HL["/style.css"]\n2:I[1,[],""]\n1f:T{len(text.encode()):x},{text}3:["$",{{"story":{story}}}]\n'
    assert read(streamed(rows[:70], rows[70:])) == ("article", list(prose))


def test_a_title_with_its_section_behind(prose: tuple[str, ...]) -> None:
    assert read(typed(article(markup(prose))), f"{TITLE} - Harbour") == ("article", list(prose))


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(lambda prose: {"title": OTHER, "body": markup(prose)}, id="another article's"),
        pytest.param(lambda prose: {"body": markup(prose)}, id="nobody's"),
        pytest.param(lambda prose: article(markup(prose), isPremium=True), id="paid for"),
        pytest.param(lambda prose: article(markup(prose), meta={"access": "subscribers"}), id="for subscribers"),
        pytest.param(lambda prose: article(markup(prose), free=False), id="not free"),
        pytest.param(lambda prose: article(markup(prose), access="PURCHASABLE"), id="in a tier that is not known"),
        pytest.param(lambda prose: article(markup(prose), next=markup(prose[::-1])), id="one text of two"),
        pytest.param(lambda prose: article(f"{markup(prose[:-1])}<p>{prose[-1][:-1]} …</p>"), id="the beginning"),
        pytest.param(lambda prose: article(prose[0]), id="too short"),
        pytest.param(lambda prose: article(None, author=markup(prose)), id="the author's life"),
        pytest.param(lambda prose: article(f'{{{prose[0]}|\\d."' * 9), id="code"),
    ],
)
def test_what_is_not_this_pages_free_text_is_not_taken(shape, prose: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    outcome, blocks = read(typed({"story": shape(prose)}))
    assert (outcome == "article", blocks) == (False, [])


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(typed("]").replace('"]"', "{"), id="no JSON"),
        pytest.param("<script>self.__next_f.push([1,7])</script><script>self.__next_f.push({</script>", id="no rows"),
        pytest.param(streamed("no row", "1:T999999999,short", "2:{"), id="broken rows"),
        pytest.param(typed([{"a": 9}, 1, ["Date"]]), id="places outside"),
        pytest.param(typed([{"a": 0, "b": 1}, ["Set", 1]]), id="places in themselves"),
        pytest.param(f"<script>{'window.a = {;' * 20_000}</script>", id="many values, none whole"),
        pytest.param(f'<script type="application/json">{"[" * 50_000}</script>', id="nested too deep to read"),
        pytest.param(streamed("1:" + "[" * 900 + "]" * 900 + "\n"), id="nested as deep as can be read"),
        pytest.param(typed([{"a": 1}, *([n + 2] * 50 for n in range(300)), TITLE]), id="lists of lists of lists"),
    ],
)
def test_broken_and_hostile_data_tell_nothing_and_soon(script: str) -> None:
    began = time.perf_counter()
    assert read(script) == ("js_required", [])
    assert time.perf_counter() - began < 5
