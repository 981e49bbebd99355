"""Sitemaps (sitemaps.org protocol 0.9, Google's news extension): bytes to links.

XML is read with lxml, entities left alone and nothing loaded from elsewhere. A sitemap has no use for entity
declarations, so one that brings them is refused.
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from lxml import etree
from w3lib.html import replace_entities

from scraper.discovery.link import Link, iso_date, kind_of, one_line
from scraper.domain import absolute
from scraper.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_BYTES: Final = 50 * 2**20
"""Cap on an uncompressed sitemap, in bytes (sitemaps.org protocol, "Sitemap file location")."""

MAX_ENTRIES: Final = 200_000
"""Entries read of one sitemap: four times what the protocol allows."""

_GZIP: Final = b"\x1f\x8b"
_ANY_MEMBER: Final = 31  # zlib's wbits for a gzip header and trailer
_BOM: Final = b"\xef\xbb\xbf"
_WIDE: Final = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
"""How UTF-16 starts, with a byte order mark or with an element (XML 1.0, appendix F)."""
_DECLARATION: Final = re.compile(r"<\?xml\s[^>]*>")
_NAMESPACE: Final = etree.ErrorDomains.NAMESPACE
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
    are left out, and so is what follows the end of the root element. Raises InputError, which names `url` and says
    what was found instead, where `body` is no sitemap, declares entities, or unpacks to more than MAX_BYTES.
    """
    plain = _narrow(_gunzip(body, url) if body.startswith(_GZIP) else body)
    return _xml(plain, url) if plain.startswith(b"<") else _text(plain, url)


def _gunzip(body: bytes, url: str) -> bytes:
    """All members of a gzip file (RFC 1952 2.2); what follows them and is none is passed over."""
    plain, rest = bytearray(), body
    try:
        while rest.startswith(_GZIP) and len(plain) <= MAX_BYTES:
            member = zlib.decompressobj(_ANY_MEMBER)
            plain += member.decompress(rest, MAX_BYTES + 1 - len(plain))
            if not member.eof and len(plain) <= MAX_BYTES:
                raise InputError(f"{url}: a gzipped sitemap that cannot be unpacked (it ends too early)")
            rest = member.unused_data
    except zlib.error as error:
        raise InputError(f"{url}: a gzipped sitemap that cannot be unpacked ({error})") from error
    if len(plain) > MAX_BYTES:
        raise InputError(f"{url}: unpacks to more than {MAX_BYTES // 2**20} MiB, the most a sitemap may have")
    return bytes(plain)


def _narrow(body: bytes) -> bytes:
    """A body without byte order mark and leading white space; UTF-16 as UTF-8."""
    wide = next((encoding for start, encoding in _WIDE if body.startswith(start)), None)
    if wide is None:
        return body.removeprefix(_BOM).lstrip()
    text = body.decode(wide, "replace").lstrip()
    declared = _DECLARATION.match(text)
    return text[declared.end() if declared else 0 :].lstrip().encode()


def _text(body: bytes, url: str) -> Sitemap:
    """One absolute URL a line, UTF-8."""
    lines = body.decode("utf-8", "replace").split("\n")
    links = tuple(Link(line.strip()) for line in lines if absolute(line, "") == line.strip())
    if not links:
        raise InputError(f"{url}: not a sitemap, but {kind_of(body)}")
    return Sitemap(links)


def _xml(body: bytes, url: str) -> Sitemap:
    """Entries up to the first fault of the markup, prefixes without a namespace not counted among faults."""
    entries = _Entries(url)
    try:
        entries.read(_elements(body), body)
    except etree.XMLSyntaxError as error:
        lenient = _despite_prefixes(body, url) if _is_about_prefixes(error) else None
        return lenient or entries.sitemap(error.msg, body)
    return entries.sitemap(None, body)


def _is_about_prefixes(error: etree.XMLSyntaxError) -> bool:
    return all(entry.domain == _NAMESPACE for entry in error.error_log)


def _despite_prefixes(body: bytes, url: str) -> Sitemap | None:
    """The sitemap in XML that is faultless but for prefixes without a namespace; None where it is not."""
    entries, elements = _Entries(url), _elements(body, recover=True)
    with suppress(etree.XMLSyntaxError):
        entries.read(elements, body)
    faults = (entry for entry in elements.error_log if entry.domain != _NAMESPACE)
    return None if any(faults) else entries.sitemap(None, body)


def _elements(body: bytes, *, recover: bool = False) -> Any:  # noqa: ANN401 - lxml has no types
    """Starts and ends of elements, the root's start first."""
    return etree.iterparse(
        BytesIO(body),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        recover=recover,
    )


@dataclass(slots=True)
class _Entries:
    """What was read of a sitemap at `url`: its entries, its root's name, whether that was closed."""

    url: str
    links: list[Link] = field(default_factory=list)
    root: str | None = None
    closed: bool = False
    count: int = 0

    def read(self, elements: Iterator[tuple[str, Any]], body: bytes) -> None:
        """Every entry up to MAX_ENTRIES; raises XMLSyntaxError at the first fault, InputError for another root."""
        first = next(elements, None)
        if first is None:
            return
        self.root, root = _root_name(first, body, self.url), first[1]
        for event, element in elements:
            if event == "end" and element is root:
                self.closed = True
            elif event == "end" and element.getparent() is root:
                self._take(element)
            if self.count >= MAX_ENTRIES:
                return

    def _take(self, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        """A child of the root; its memory is freed."""
        self.count += 1
        link = _link(element, self.url) if self.root and _local(element) == _ITEM_OF_ROOT[self.root] else None
        self.links.extend([link] if link else [])
        _forget(element)

    def sitemap(self, fault: str | None, body: bytes) -> Sitemap:
        """All of it, and why it is not more; raises InputError where a fault left nothing."""
        told = f"broken after {len(self.links)} entries ({fault})" if fault and not self.closed else None
        if told and not self.links:
            found = "a sitemap that cannot be read" if self.root else f"not a sitemap, but {kind_of(body)}"
            raise InputError(f"{self.url}: {found} ({fault})")
        if self.count >= MAX_ENTRIES:
            told = f"only its first {MAX_ENTRIES} entries were read"
        field_of_root = "children" if self.root == "sitemapindex" else "links"
        return Sitemap(**{field_of_root: tuple(self.links)}, fault=told)


def _forget(element: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Free the memory of an entry, and of all that came before it."""
    element.clear()
    parent = element.getparent()
    while element.getprevious() is not None:
        del parent[0]


def _local(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Name of an element without its namespace, or without a prefix that has none."""
    name: str = element.tag
    return name.rpartition("}")[2].rpartition(":")[2]


def _root_name(first: tuple[str, Any], body: bytes, url: str) -> str:
    root = first[1]
    name = _local(root)
    if name not in _ITEM_OF_ROOT:
        raise InputError(f"{url}: not a sitemap, but {kind_of(body)} (<{name}>)")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise InputError(f"{url}: refused, since it declares XML entities, which no sitemap needs; use its feeds")
    return name


def _link(element: Any, base: str) -> Link | None:  # noqa: ANN401 - lxml has no types
    """An entry's link. Extensions have a `loc` of their own: the one in the entry's namespace goes first."""
    own = sorted(filter(_is_element, element), key=lambda child: _namespace(child) != _namespace(element))
    url = absolute(_text_of(own, "loc"), base)
    if url is None:
        return None
    news = [detail for child in own if _local(child) == "news" for detail in child if _is_element(detail)]
    return Link(
        url=url,
        title=one_line(replace_entities(_text_of(news, "title") or "", remove_illegal=False)),
        published_at=iso_date(_text_of(news, "publication_date")),
        modified_at=iso_date(_text_of(own, "lastmod")),
    )


def _text_of(elements: Iterable[Any], name: str) -> str | None:
    """Text of the first of `elements` that is called `name` and has any."""
    return next((element.text for element in elements if _local(element) == name and element.text), None)


def _namespace(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Namespace of an element, or a prefix that has none."""
    name: str = element.tag
    return name.rpartition("}")[0] or name.rpartition(":")[0]


def _is_element(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether it is no comment and no processing instruction."""
    return isinstance(node.tag, str)
