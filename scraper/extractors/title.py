"""Title and kicker, as the reader sees them.

The title is the `<h1>` that agrees best with what the page calls itself (JSON-LD headline, `og:title`,
`twitter:title`, `<title>`); a page without such an `<h1>` gives the first of those names, its brand taken off,
or the only `<h1>`, where that stands above the text and is worded as a title.
An `<h1>` that ends a breadcrumb is written for search engines: the headline is the `<h2>` below that agrees.
"""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from scraper.domain import site
from scraper.extractors.document import Document, node_text
from scraper.extractors.elements import Element, tokens_of, words_of
from scraper.extractors.jsonld import string
from scraper.extractors.section import section
from scraper.extractors.sources import Found, candidates, meta
from scraper.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from selectolax.lexbor import LexborNode

    from scraper.extractors.segments import TextBlock


class Headline(NamedTuple):
    """Title and, where the page parts it from the title, the kicker above it."""

    title: Found[str]
    kicker: Found[str] | None


NAMES = (
    ("json-ld headline", lambda document: string(document.linked.article.get("headline"))),
    ("og:title", meta("og:title")),
    ("twitter:title", meta("twitter:title")),
    ("title element", lambda document: document.title),
    ("json-ld name", lambda document: string(document.linked.article.get("name"))),
    ("meta title", meta("title", "dc.title", "dcterms.title")),
)
"""What a page calls itself, in order of trust."""

LEAST_AGREEMENT = 0.15
"""Under this an `<h1>` is a site's name or a section's, not the title (measured on fundus and wcxb)."""

SURE_AGREEMENT = 0.5
"""From this an `<h2>` says what the page calls itself."""
SHORTEST_HEADLINE = 3
"""Words of a part of a name that may be all of the title."""
FIRST_LINES = 3
"""Times a name's length within which a text's first lines end."""
FEWEST_WORDS = 5
"""Words from which a heading that agrees with nothing is no site's name and no section's."""
PROSE = 120
"""Characters from which a text without links is prose."""
_TICKER = "+++"
"""What parts the news in the heading of a live blog."""
NESTING = 5
"""Elements around a heading among which a list or a navigation makes it a breadcrumb's end."""
BREADCRUMBS = frozenset({"breadcrumb", "breadcrumbs"})

_BRAND = re.compile(r" (?:[|•·»›—–-]|::) ")
_JOINT_MARKS = tuple("|:/–—-")
_SENTENCE_ENDS = (".", "!", "?")
_KICKER_JOINT = " \u00a0:|/–—-"
REACH = 15
"""Blocks after the title that are near it."""
REACH_BACK = 3
"""Blocks before the title that are near it."""
_CJK_SITE = re.compile(r"(?<=\S)[-_—–]{1,2}[^\s_—–-]{0,10}(?:网|網|报|報|新闻|新聞|ニュース|뉴스)$")
"""The site at the end of a title in scripts that put no spaces around the dash."""
_HOME = re.compile(r"(?:^|//[^/?#]{1,253})/?(?:\?[^/]*)?$")
_BAR = re.compile(r"[|ㅣ｜]")
LONGEST_JOINT = 4
LONGEST_KICKER = 80
BOXES = 3
"""Elements around a text, innermost first, that may be called a kicker."""
SHORTEST_BRAND = 2
"""Letters from which a part of a title may stand for a longer brand."""
KICKERS = frozenset(
    "kicker overline dachzeile eyebrow topline spitzmarke overtitle supertitle roofline pretitle antetitle surtitre "
    "antetitulo pretitulo volanta volada cintillo chapeu cartola occhiello trompet vinjett stikktittel nadtytul "
    "nadtitulek nadnaslov felcim".split()
)
"""Class words of the line above a title."""
LEADS = KICKERS | {"toptitle", "subtitle", "topic", "label", "date", "prefix"}
"""Class words of what stands above a title inside its heading."""


def near_title(document: Document, chosen: Sequence[TextBlock] = (), until: int = 0) -> Iterator[TextBlock]:
    """Text blocks right after the first `<h1>`, then those right before; none on a page without.

    Those after it reach at least to the position `until`, and not beyond the body, where that is given (`chosen`).
    """
    at = document.title_position
    if at is not None:
        far = max(at + REACH, until + 1)
        yield from document.blocks[at + 1 : min(far, chosen[-1].position + 1) if chosen else far]
        yield from document.blocks[max(0, at - REACH_BACK) : at]


def headline(document: Document, publisher: str | None = None) -> Headline | None:
    """Title and kicker of the page, or None where nothing names it; `publisher` is taken off a title's end."""
    names = [Found(_clean(found.value), found.source) for found in candidates(document, NAMES)]
    own = {_squash(publisher or ""), _host(document.url)} - {""}
    found, level = _headings(document, names)
    logos = {node_text(node) for node in document.tree.css("h1") if names and _leads_home(node)}
    sites = [text for text in found if text in logos or _names_site(text, names, own)]
    headings = [text for text in found if text not in sites]
    best = max(headings, key=lambda text: _agreement(text, names), default=None)
    agreed = best is not None and (not names or _agreement(best, names) >= LEAST_AGREEMENT)
    if best is not None and (agreed or (found == [best] and _heads_text(best, document))):
        return _part(Found(_without_tail(best), level), names, document)
    if names:
        name = without_brand(names[0].value, publisher, document.url)
        for own_name in sites:
            name = without_brand(name.removeprefix(f"{own_name}:").strip(), own_name, None)
        shown = _as_shown(name, document) or _without_section(_without_tail(name), document)
        return Headline(Found(shown, names[0].source), None)
    return None


def _as_shown(name: str, document: Document) -> str | None:
    """The part of a name that stands on the page as a line: old pages set their headlines in no heading."""
    parts = [part for part in _BRAND.split(name) if len(part.split()) >= SHORTEST_HEADLINE]
    if not parts or parts == [name]:
        return None
    lines = {
        " ".join(line.split())
        for block in document.blocks
        if not block.link_density
        for line in block.text[: FIRST_LINES * len(name)].split("\n")
    }
    return max((part for part in parts if part in lines), key=len, default=None) if name not in lines else None


def _headings(document: Document, names: Sequence[Found[str]]) -> tuple[list[str], str]:
    """Texts of `<h1>` in document order, and their level.

    Where all of them end breadcrumbs or lead home, the `<h2>` that agrees best with a name.
    """
    nodes = document.tree.css("h1")
    own = [node for node in nodes if not (_ends_breadcrumb(node) or _leads_home(node))]
    shown = [text for text in map(node_text, own) if text]
    if shown or not nodes:
        return shown, "h1"
    below = max(map(node_text, document.tree.css("h2")), key=lambda text: _agreement(text, names), default="")
    if _agreement(below, names) >= SURE_AGREEMENT:
        return [below], "h2"
    return [text for text in map(node_text, nodes) if text], "h1"


def _heads_text(heading: str, document: Document) -> bool:
    """Whether the only `<h1>` is worded as a title and stands above all prose: search engines get another."""
    at = document.title_position
    above = document.blocks[:at] if at is not None else ()
    return (
        len(heading.split()) >= FEWEST_WORDS
        and _TICKER not in heading
        and at is not None
        and not any(len(block.text) >= PROSE and not block.link_density for block in above)
    )


def _ends_breadcrumb(heading: LexborNode) -> bool:
    above = islice(_parents(heading), NESTING)
    return bool(BREADCRUMBS & {*words_of(heading.attributes.get("class") or "")}) or any(
        node.tag in {"li", "nav"} for node in above
    )


def _leads_home(heading: LexborNode) -> bool:
    """Whether all of a heading is a link to a site's front page, as logos are."""
    link = heading.css_first("a[href]")
    return (
        link is not None
        and bool(_HOME.search(link.attributes.get("href") or ""))
        and node_text(link) == node_text(heading)
    )


def _parents(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _names_site(heading: str, names: Sequence[Found[str]], own: AbstractSet[str]) -> bool:
    """Whether an `<h1>` is the site's: its own name, or the lesser part of a name in which a title stands beside it."""
    if not names:
        return False
    rests = {rest for name in names for rest in _beside(heading, name.value)}
    return _squash(heading) in own or any(len(words(rest)) > len(words(heading)) for rest in rests)


def _beside(heading: str, name: str) -> Iterator[str]:
    """What stands in a name before a heading that ends it, or behind one that begins it with a colon."""
    if name.endswith(heading) and (found := _BRAND.search(name, max(0, len(name) - len(heading) - LONGEST_JOINT))):
        yield name[: found.start()]
    if name.startswith(heading) and name[len(heading) : len(heading) + 1] == ":":
        yield name[len(heading) + 1 :]


def _without_tail(title: str) -> str:
    """Title without what follows a bar, as long as that is shorter than what stands before."""
    end = len(title)
    for bar in reversed([found.start() for found in _BAR.finditer(title)]):
        if bar <= end - bar:
            break
        end = bar
    return title[:end].strip()


def without_brand(title: str, publisher: str | None, url: str | None) -> str:
    """Title (white space folded) without a part at its end or start that is the publisher's or the host's name."""
    title = _CJK_SITE.sub("", title)
    parts = _BRAND.split(title)
    brands = {_squash(publisher or ""), _host(url), _squash((site(url) or "").partition(".")[0])}
    if len(parts) > 1:
        for position, rest in ((-1, title.rpartition(parts[-1])[0]), (0, title.partition(parts[0])[2])):
            name = _squash(parts[position])
            if any(_is_brand(name, brand) for brand in brands if brand):
                return rest.strip(" |•·»›—–-:")
    return title


def _is_brand(name: str, brand: str) -> bool:
    """Whether `name` is `brand`, shortened or lengthened, rather than a word or a phrase that happens to share it."""
    return (len(name) >= SHORTEST_BRAND and name in brand) or (brand in name and len(name) <= 2 * len(brand))


def _part(heading: Found[str], names: Sequence[Found[str]], document: Document) -> Headline:
    """Headline from a heading, parted where the page's own name for it begins."""
    text, level = heading
    for name in names:
        before = text.removesuffix(name.value)
        kicker = before.rstrip(_KICKER_JOINT)
        if before != text and kicker and _is_joint(before[-1], name.value[0]):
            return Headline(Found(name.value, level), Found(kicker, level))
    return _led(heading, names, document) or Headline(heading, _kicker(text, document))


def _led(heading: Found[str], names: Sequence[Found[str]], document: Document) -> Headline | None:
    """Headline from a heading whose first element leads to it, by its class or as a name of the page joins the two.

    What a colon joins there is one title; else the first is a kicker.
    """
    text, level = heading
    first = _first_element(text, level, document)
    lead = node_text(first) if first is not None else ""
    rest = text.removeprefix(lead).lstrip(_KICKER_JOINT)
    if first is None or not rest or len(lead) > LONGEST_KICKER or lead.endswith(_SENTENCE_ENDS):
        return None
    bare = lead.rstrip(_KICKER_JOINT)
    joints = {joint for name in names if (joint := _joint(bare, rest, name.value))}
    if ":" in joints or lead.endswith(":"):
        return Headline(Found(f"{bare}: {rest}", level), None)
    if joints or not LEADS.isdisjoint(words_of(first.attributes.get("class") or "")):
        return Headline(Found(rest, level), Found(bare, level) if any(map(str.isalpha, bare)) else None)
    return None


def _first_element(text: str, level: str, document: Document) -> LexborNode | None:
    """The element that the heading of this text begins with, or None where it begins with bare text."""
    for node in document.tree.css(level):
        if node_text(node) == text:
            first = next((child for child in node.iter(include_text=True) if node_text(child)), None)
            return first if first is not None and first.tag != "-text" else None
    return None


def _joint(lead: str, rest: str, name: str) -> str:
    """The mark by which a name joins two texts; empty where it does not say them in a row."""
    between = name.removeprefix(lead)
    joint = between[: len(between) - len(between.lstrip(_KICKER_JOINT))].strip()
    said = between != name and between.lstrip(_KICKER_JOINT).startswith(rest)
    return joint if said and joint in _JOINT_MARKS else ""


def _is_joint(left: str, right: str) -> bool:
    """Whether two texts meet here, rather than the parts of one word (glued markup shows as `aB`)."""
    return (left.islower() and right.isupper()) if left.isalnum() else left != "-"


def _kicker(title: str, document: Document) -> Found[str] | None:
    """A short text by the title that the page's markup calls a kicker; those of teasers stand elsewhere."""
    first = document.title_position
    if first is None:
        return None
    said = words(title)
    at = next((block.position for block in document.blocks[first : first + REACH] if words(block.text) == said), first)
    around = (block for block in document.blocks[max(0, at - REACH_BACK) : at + 2] if words(block.text) != said)
    return next((Found(block.text, "class") for block in around if _is_called_kicker(block)), None)


def _is_called_kicker(block: TextBlock) -> bool:
    innermost = Element(block.page, block.runs[0][1])
    spellings = map(block.page.spelling, islice(innermost.numbers(), BOXES))
    called = any(not KICKERS.isdisjoint(tokens_of(spelling)) for spelling in spellings)
    return called and len(block.text) <= LONGEST_KICKER


def _clean(name: str) -> str:
    return " ".join(html.unescape(name).split())


def _agreement(text: str, names: Sequence[Found[str]]) -> float:
    """Best agreement of `text` with one of `names`: share of common words, 0 to 1."""
    own = set(words(text))
    return max((_overlap(own, set(words(name.value))) for name in names), default=0.0)


def _overlap(left: set[str], right: set[str]) -> float:
    common = len(left & right)
    return common / min(len(left), len(right)) * (common / len(left | right)) ** 0.5 if common else 0.0


def _without_section(title: str, document: Document) -> str:
    """Title without the name of its section at the end."""
    found = section(document)
    head = title.removesuffix(found.value) if found else title
    return head.rstrip(_KICKER_JOINT) if head != title and head.rstrip()[-1:] in _JOINT_MARKS else title


def _host(url: str | None) -> str:
    return "".join(_squash(label) for label in (url or "").split("/")[2:3])


def _squash(text: str) -> str:
    return "".join(words(text.casefold().removeprefix("www.")))
