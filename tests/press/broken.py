"""The ways in which a paper can be broken, each a row: what it says of itself, and what is answered instead.

Only a paper's source (its feed, sitemap or section page), its robots.txt or its article pages break: what else it has
stays whole, so that a test sees what a program makes of the one fault.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from tests.press.answer import ATOM, HTML, RSS, TEXT, XML, Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reply: TypeAlias = "Callable[[Asked], Answer | None]"

BOMB_BYTES: Final = 64 * 2**20
"""What the gzip bomb unpacks to: more than a sitemap may have (50 MiB), far more than any feed needs."""

MAZE: Final = "/moved/"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as a broken paper sees it: `source` is the path of its source, `is_article` of the pages it lists."""

    path: str
    source: str
    is_article: bool


@dataclass(frozen=True, slots=True)
class Broken:
    """One way: what is the matter, and what is answered instead (None: as a whole paper would).

    Where it does not `listen`, connections to the paper's address are refused.
    """

    says: str
    reply: Reply
    listens: bool = True


def _at_source(answer: Answer) -> Reply:
    return lambda asked: answer if asked.path == asked.source else None


def _at_articles(answer: Answer) -> Reply:
    return lambda asked: answer if asked.is_article else None


def _at_robots(answer: Answer) -> Reply:
    return lambda asked: answer if asked.path == "/robots.txt" else None


def _bomb(asked: Asked) -> Answer | None:
    if asked.path != asked.source:
        return None
    packer = zlib.compressobj(9, wbits=31)
    mebibyte = b" " * 2**20
    packed = b"".join(packer.compress(mebibyte) for _ in range(BOMB_BYTES // 2**20)) + packer.flush()
    return replace(_answer(XML, packed), headers=(("Content-Encoding", "gzip"),))


def _maze(asked: Asked) -> Answer | None:
    """Source to maze, maze to source: round and round."""
    if asked.path not in {asked.source, MAZE}:
        return None
    target = MAZE if asked.path == asked.source else asked.source
    return Answer(b"", status=302, headers=(("Location", target),))


def _answer(media_type: str, body: str | bytes, status: int = 200) -> Answer:
    return Answer(body.encode() if isinstance(body, str) else body, media_type, status, headers=())


def _page(status: int, title: str) -> Answer:
    return _answer(HTML, f"<!doctype html><html><head><title>{title}</title></head><h1>{title}</h1></html>", status)


_CHANNEL: Final = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>The Empty Courier</title>'
_ENTITIES: Final = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
_BOMB: Final = (
    f'<?xml version="1.0"?>\n<!DOCTYPE urlset [<!ENTITY e0 "lol">{_ENTITIES}]>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://127.0.0.1/&e9;</loc></url></urlset>'
)
_RETRY: Final = (("Retry-After", "1"),)

BROKEN: Final[Mapping[str, Broken]] = {
    "refused": Broken("nothing listens at its address", lambda _asked: None, listens=False),
    "not_found": Broken("its source answers 404", _at_source(_page(404, "Not found"))),
    "server_error": Broken("its source answers 500 every time", _at_source(_page(500, "Internal error"))),
    "entity_bomb": Broken("its source is XML whose entities unfold without end", _at_source(_answer(XML, _BOMB))),
    "redirect_loop": Broken("its source redirects in a circle", _maze),
    "html": Broken("its source is an HTML page that lists nothing", _at_source(_page(200, "We have moved house"))),
    "cut_off": Broken(
        "its source is XML that ends before its first entry",
        _at_source(_answer(ATOM, '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>The Cou')),
    ),
    "robots_denied": Broken(
        "its robots.txt disallows everything", _at_robots(_answer(TEXT, "User-agent: *\nDisallow: /\n"))
    ),
    "gzip_bomb": Broken("its source unpacks to 64 MiB of nothing", _bomb),
    "stall": Broken("its source takes the request and never answers", _at_source(Answer(b"", stalls=True))),
    "empty": Broken("its source is a valid feed of no entry", _at_source(_answer(RSS, f"{_CHANNEL}</channel></rss>"))),
    "unauthorized": Broken(
        "its source answers 401",
        _at_source(replace(_page(401, "Sign in"), headers=(("WWW-Authenticate", 'Basic realm="press"'),))),
    ),
    "pages_unavailable": Broken(
        "its source is whole, and every page it lists answers 503",
        _at_articles(replace(_page(503, "Back soon"), headers=_RETRY)),
    ),
}
"""By name. `Press(broken=True)` gives the first TEN to the first ten papers, in this order."""

TEN: Final = tuple(islice(BROKEN, 10))
