"""Sitemaps (sitemaps.org protocol 0.9, Google's news extension): bytes to links.

XML is read with lxml, entities left alone and nothing loaded from elsewhere. A sitemap has no use for entity
declarations, so one that brings them is refused.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from scraper.discovery.link import Link, absolute, iso_date, kind_of, one_line
from scraper.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES: Final = 50 * 2**20
"""Cap on an uncompressed sitemap, in bytes (sitemaps.org protocol, "Sitemap file location")."""

_GZIP: Final = b"\x1f\x8b"
_BOM: Final = b"\xef\xbb\xbf"
_XML_STARTS: Final = (b"<", b"\xff\xfe", b"\xfe\xff")
_ITEM_OF_ROOT: Final = {"urlset": "url", "sitemapindex": "sitemap"}


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one sitemap lists: articles, or (an index) further sitemaps.

    `fault` says why reading stopped before the end, where it did: what came before is here all the same.
    """

    links: tuple[Link, ...] = ()
    children: tuple[Link, ...] = ()
    fault: str | None = None


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """Sitemap from its bytes: urlset, sitemapindex or plain text, gzipped or not.

    `url` is where it was found: relative locations are resolved against it. Locations that are no http(s) URL
    are left out. Raises InputError, which names `url` and says what was found instead, where `body` is no
    sitemap, declares entities, or unpacks to more than MAX_BYTES.
    """
    plain = _gunzip(body, url) if body.startswith(_GZIP) else body
    start = plain.removeprefix(_BOM).lstrip()[:2]
    return _xml(plain, url) if start.startswith(_XML_STARTS) else _text(plain, url)


def _gunzip(body: bytes, url: str) -> bytes:
    try:
        with gzip.open(BytesIO(body)) as stream:
            plain = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{url}: a gzipped sitemap that cannot be unpacked ({error})") from error
    if len(plain) > MAX_BYTES:
        raise InputError(f"{url}: unpacks to more than {MAX_BYTES // 2**20} MiB, the most a sitemap may have")
    return plain


def _text(body: bytes, url: str) -> Sitemap:
    """One absolute URL a line, UTF-8."""
    lines = body.removeprefix(_BOM).decode("utf-8", "replace").split("\n")
    links = tuple(Link(line.strip()) for line in lines if absolute(line, "") == line.strip())
    if not links:
        raise InputError(f"{url}: not a sitemap, but {kind_of(body)}")
    return Sitemap(links)


def _xml(body: bytes, url: str) -> Sitemap:
    links: list[Link] = []
    root = fault = None
    elements = _elements(body)
    try:
        root = _root_name(next(elements), body, url)
        links.extend(link for link in _links(elements, _ITEM_OF_ROOT[root], url) if link)
    except etree.XMLSyntaxError as error:
        if not links:
            found = "a sitemap that cannot be read" if root else f"not a sitemap, but {kind_of(body)}"
            raise InputError(f"{url}: {found} ({error.msg})") from error
        fault = f"broken after {len(links)} entries ({error.msg})"
    field = "children" if root == "sitemapindex" else "links"
    return Sitemap(**{field: tuple(links)}, fault=fault)


def _elements(body: bytes) -> Iterator[tuple[str, Any]]:
    """Starts and ends of elements, the root's start first."""
    events: Iterator[tuple[str, Any]] = etree.iterparse(
        BytesIO(body), events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
    )
    return events


def _root_name(first: tuple[str, Any], body: bytes, url: str) -> str:
    root = first[1]
    name: str = etree.QName(root).localname
    if name not in _ITEM_OF_ROOT:
        raise InputError(f"{url}: not a sitemap, but {kind_of(body)} (<{name}>)")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise InputError(f"{url}: refused, since it declares XML entities, which no sitemap needs; use its feeds")
    return name


def _links(elements: Iterator[tuple[str, Any]], item: str, base: str) -> Iterator[Link | None]:
    for event, element in elements:
        if event == "end" and element.tag.rpartition("}")[2] == item:
            yield _link(element, base)
            element.clear()


def _link(element: Any, base: str) -> Link | None:  # noqa: ANN401 - lxml has no types
    url = absolute(element.findtext("{*}loc"), base)
    if url is None:
        return None
    return Link(
        url=url,
        title=one_line(element.findtext("{*}news/{*}title")),
        published_at=iso_date(element.findtext("{*}news/{*}publication_date")),
        modified_at=iso_date(element.findtext("{*}lastmod")),
    )
