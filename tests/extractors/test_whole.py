"""Whole things: what is completed from its place between blocks that are taken, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from scraper.extractors.whole import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scraper.extractors.document import Document

P = "<p>The ferry to Lower Marling ran again on Tuesday, three weeks after a storm had torn its pier.</p>"
LINE = "<p>Marling: two crowns</p>"
ROW = "<tr><td>Ferry</td><td>2</td></tr>"
TABLE = f"<table>{ROW * 2}</table>"
PROSE = "The pier will be built of oak again, the council said, as it was in 1892."
NOTE = "Correction, May 4: The pier was built in 1892, not in 1893."
LEAD = "<p>These are the days on which the boats will not run at all while the new pier is being built:</p>"
APART = f"<aside>{'<div>' * 3}<ul><li>a<li>b</ul>{'</div>' * 3}</aside>"


def link(name: str) -> str:
    return f"<{name}><a href=/x>The old pier broke in the storm</a></{name}>"


LINKS = f"<ul>{link('li')}<li>Marling</ul>"


@pytest.mark.parametrize(
    ("markup", "likely", "taken"),
    [
        pytest.param(f"{P}<p>{NOTE}</p>", (1, 0.2), [0, 1], id="a correction behind the text"),
        pytest.param(f"{P}<div>{NOTE}</div>", (1, 0.2), [0], id="a correction in another element"),
        pytest.param(
            f"{P}<div>Share</div><div data-testid=correction><p>{NOTE}</div>", (1, 0, 0.1), [0, 2], id="so called"
        ),
        pytest.param(f"{P}<p>Update: 3 May 2026</p>", (1, 0.2), [0], id="a stamp behind the text"),
        pytest.param(f"{P}<h2>The pier</h2>{P}", (1, 0.2, 1), [0, 1, 2], id="a heading before its paragraph"),
        pytest.param(
            f"{P}<h2><div><span>The pier</span></div></h2>{P}", (1, 0.2, 1), [0, 1, 2], id="a heading around boxes"
        ),
        pytest.param(
            f"<div>{P}</div><div><h3>The pier</h3></div><div>{P}</div>", (1, 0.2, 1), [0, 1, 2], id="in its component"
        ),
        pytest.param(
            f"{P}<h2>The pier</h2><figure><img src=/a><figcaption>The pier</figcaption></figure>{P}", (1, 0.2, 0, 1),
            [0, 1, 3], id="a heading before a picture and its paragraph",
        ),
        pytest.param(f"{P}<h2>The pier</h2>{P}", (1, 0.05, 1), [0, 2], id="a heading that is surely none of it"),
        pytest.param(f"{P}{link('h2')}{P}", (1, 0.2, 1), [0, 2], id="a linked heading"),
        pytest.param(f"{P}<h2>The pier</h2>{LINE}", (1, 0.2, 1), [0, 2], id="a heading before a few words"),
        pytest.param(f"{P}<h2>The pier</h2>{LINE}{P}", (1, 0.2, 0, 1), [0, 3], id="a heading before what is left out"),
        pytest.param(
            f"{P}<div><h2>More</h2>{LINE}<h2>The pier</h2></div>{P}", (1, 0.2, 0, 0.2, 1), [0, 4], id="in another box"
        ),
        pytest.param(f"<h2>The pier</h2>{P}", (0.2, 1), [1], id="a heading before all that is taken"),
        pytest.param(f"{P}<p>The pier</p>{P}", (1, 0.19, 1), [0, 2], id="a line that is surely none of it"),
        pytest.param(f"{P}{LINE}{LINE}{P}", (1, 0.4, 0.3, 1), [0, 1, 2, 3], id="lines between two of their kind"),
        pytest.param(f"{P}{LINE * 4}{P}", (1, *[0.4] * 4, 1), [0, 5], id="more lines than a slip"),
        pytest.param(f"{P}<p class=ad>Two crowns</p>{P}", (1, 0.4, 1), [0, 2], id="a line of another kind"),
        pytest.param(f"{P}{link('p')}{P}", (1, 0.4, 1), [0, 2], id="a line that is a link"),
        pytest.param(f"{P}<div>{PROSE}</div>{P}", (1, 0.3, 1), [0, 1, 2], id="a paragraph in another element"),
        pytest.param(f"{P}<div>{PROSE}</div>{P}", (1, 0.2, 1), [0, 2], id="a paragraph that is surely none of it"),
        pytest.param(f"{P}<div>{PROSE[:-1]}</div>{P}", (1, 0.3, 1), [0, 2], id="a line without a full stop"),
        pytest.param(
            f"<b-x><p class=a>{PROSE}</p></b-x><b-x><div class=a>{PROSE}</div></b-x>{P}", (1, 0.3, 1), [0, 1, 2],
            id="a paragraph of the same class",
        ),
        pytest.param(f"{P}<b-x><div>{PROSE}</div></b-x>{P}", (1, 0.3, 1), [0, 1, 2], id="prose in a box of its own"),
        pytest.param(
            f"{P}<b-x>{link('div')}<div>{PROSE}</div></b-x>{P}", (1, 0, 0.3, 1), [0, 3], id="prose in a box with a link"
        ),
        pytest.param(f"{P}<h2>The pier</h2><b><b><i><div>{PROSE}</div></i></b></b>{P}", (1, 1, 0.3, 1), [0, 1, 2, 3],
            id="prose under its heading"),
        pytest.param(f"{P}<p hidden>Two crowns</p>{P}", (1, 0.4, 1), [0, 2], id="a hidden line"),
        pytest.param(f"{P}<ul><li>a<li><p>b</p></ul>{P}", (1, 0, 0, 1), [0, 1, 2, 3], id="a list amid the text"),
        pytest.param(f"{P}{LINKS}{P}", (1, 0.4, 0.4, 1), [0, 3], id="a list of links amid the text"),
        pytest.param(f"{P}<ul><li>a<li>b</ul>", (1, 0.4, 0.4), [0], id="a list behind the text"),
        pytest.param(f"{P}{APART}{P}", (1, 0.4, 0.4, 1), [0, 3], id="a list in another container"),
        pytest.param(f"{LEAD}{APART}{P}", (1, 0.1, 0.1, 1), [0, 1, 2, 3], id="a list that a colon leads to"),
        pytest.param(f"{LEAD}{APART}{P}", (0, 0.1, 0.1, 1), [3], id="a list with what leads to it left out"),
        pytest.param(f"{P}{TABLE}{P}", (1, 0.3, 0.3, 0.3, 0.5, 1), [0, 1, 2, 3, 4, 5], id="a table amid the text"),
        pytest.param(f"{P}{TABLE}{P}", (1, 0.02, 0.02, 0.02, 0.02, 1), [0, 5], id="a table that is surely none of it"),
        pytest.param(
            f"{P}{TABLE}{P}".replace("<td>", "<td><a href=/>"), (1, *[0.2] * 4, 1), [0, 5], id="a table of links"
        ),
        pytest.param(
            f"<div>{P}</div><div>{TABLE}</div><div>{P}</div>", (1, *[0.2] * 4, 1), [0, 1, 2, 3, 4, 5],
            id="a table amid text of which each part has a box",
        ),
        pytest.param(f"{LEAD}{TABLE}{P}", (1, *[0.1] * 4, 1), [0, 1, 2, 3, 4, 5], id="a table that a colon leads to"),
        pytest.param(
            f"<div>{P}{P}</div><aside><div><div><div>{TABLE}</div></div></div></aside>{P}",
            (1, 1, 0.4, 0.4, 0.4, 0.4, 1), [0, 1, 6], id="a table in another container",
        ),
        pytest.param(f"{P}{TABLE}", (1, 0.6, 0.3, 0.6, 0.3), [0], id="a table beside the text"),
        pytest.param(f"{P}{TABLE}", (1, 0.9, 0.3, 0.9, 0.3), [0, 1, 2, 3, 4], id="a table that ends the text"),
        pytest.param(TABLE, (0.6, 0.3, 0.3, 0.3), [0], id="nothing but a table"),
        pytest.param(f"{P}<x-code><pre>run</pre></x-code>{P}", (1, 0.3, 1), [0, 1, 2], id="code in a component"),
        pytest.param(f"{P}<pre>run</pre>{P}", (1, 0.2, 1), [0, 2], id="code that is surely none of it"),
        pytest.param(f"<main>{P * 5}</main>{P}", (1,) * 6, list(range(5)), id="outside main, which holds nearly all"),
        pytest.param(f"<main>{P}</main>{P}", (1, 1), [0, 1], id="outside main, which holds half"),
        pytest.param(f"<main></main>{P}{P}", (1, 1), [0, 1], id="an empty main"),
        pytest.param(
            f"<table><tr><td>News<td>{P * 3}<td>Weather</table>{P}", (1,) * 6, [1, 2, 3, 5], id="columns beside it"
        ),
        pytest.param(f"<table><tr><td>Fare<td>{P}</table>", (1, 1), [0, 1], id="a table with one long cell"),
        pytest.param("", (), [], id="nothing"),
        pytest.param(P, (0.4,), [], id="nothing taken"),
    ],
)  # fmt: skip
def test_what_is_taken_in_part_is_taken_whole(
    markup: str, likely: Sequence[float], taken: list[int], document: Callable[..., Document]
) -> None:
    assert whole(document(markup), np.array(likely, dtype=np.float64), 0.5) == taken
