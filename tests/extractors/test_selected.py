"""Selected text: a site's own selectors lead where they match, and never reach what is hidden."""

from __future__ import annotations

import pytest

from scraper.config import Site
from scraper.extractors.extract import extract
from scraper.page import html_page

URL = "https://www.marlingpost.example/harbour/bridge"
MENU = (
    "<nav><a href=/>Home</a></nav><?php echo ?><header><p>The paper of the harbour and of everybody in it.</p></header>"
)


def read(body: str, site: Site) -> tuple[list[str], str, list[str]]:
    """Texts of a page's body, where they were found, and what was taken out of them by the site's settings."""
    draft = extract(html_page(f"<body>{MENU}<h1>Bridge opens</h1>{body}</body>", url=URL), site=site)
    texts = [block.text for block in draft.blocks]
    return texts, draft.provenance["blocks"], [item.text for item in draft.removed if item.rule == "structure:site"]


@pytest.mark.parametrize(
    ("body", "remove", "markup", "told", "removed"),
    [
        pytest.param(
            [".s"], [], "<div class=s><p>One.</p><p>Two.</p></div><p>Not.</p>", ["One.", "Two."], [], id="one"
        ),
        pytest.param(["#b", "p.a"], [], "<p class=a>One.</p><div id=b>Two.</div>", ["One.", "Two."], [], id="in order"),
        pytest.param([".s", ".s p"], [], "<div class=s><p>One.</p></div>", ["One."], [], id="matched twice"),
        pytest.param(
            [".s"], [".x"], "<div class=s><p>One.</p><div class=x>Box.</div></div>", ["One."], ["Box."], id="less a box"
        ),
        pytest.param([".s"], [], "<div class=s><p>One.</p><p hidden>Paid.</p></div>", ["One."], [], id="hidden"),
        pytest.param([".s"], [], "<div class=s><h2>Bridge opens</h2><p>One.</p></div>", ["One."], [], id="the title"),
        pytest.param(["aside"], [], "<aside><p>One.</p></aside>", ["One."], [], id="what structure would refuse"),
    ],
)
def test_a_sites_selectors_lead(
    body: list[str], remove: list[str], markup: str, told: list[str], removed: list[str]
) -> None:
    site = Site(body=tuple(body), remove=tuple(remove))
    assert read(markup, site) == (told, "site selectors", removed)


@pytest.mark.parametrize("markup", ["", "<div class=s></div>", "<div class=s hidden><p>Paid.</p></div>"])
def test_where_they_match_no_text_the_model_chooses_and_the_provenance_tells(
    markup: str, story: str, prose: tuple[str, ...]
) -> None:
    texts, source, _ = read(f"<article>{story}</article>{markup}", Site(body=(".s",)))
    assert texts == list(prose)
    assert source.startswith("block model")
    assert source.endswith("no text matched the site selectors")
