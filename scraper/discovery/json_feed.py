"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): text to links."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from scraper.discovery.link import Link, iso_date, one_line
from scraper.domain import absolute
from scraper.page import encodable

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERSIONS: Final = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/")


def json_links(text: str, base: str) -> tuple[Link, ...] | None:
    """Links of a JSON feed's items in their order; None where the text is other JSON.

    An item without an http(s) address, or that is no object, gives none. Raises ValueError or RecursionError where
    the text is not JSON or is nested too deeply.
    """
    feed = json.loads(text, parse_int=_nothing, parse_float=_nothing, parse_constant=_nothing)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not (_string(feed, "version") or "").startswith(_VERSIONS):
        return None
    return tuple(link for item in items if isinstance(item, dict) and (link := _link(item, base)))


def _nothing(_: str) -> None:
    """What becomes of numbers: a feed has no use for them, and reading long ones fails or takes long."""


def _link(item: Mapping[str, Any], base: str) -> Link | None:
    """An item's link: its page (`url`), else the page it is about (`external_url`), else an id that is an address."""
    addresses = (
        absolute(_string(item, "url"), base),
        absolute(_string(item, "external_url"), base),
        absolute(_string(item, "id"), ""),
    )
    url = next(filter(None, addresses), None)
    if url is None:
        return None
    return Link(
        url=url,
        title=one_line(_string(item, "title")),
        published_at=iso_date(_string(item, "date_published")),
        modified_at=iso_date(_string(item, "date_modified")),
    )


def _string(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return encodable(value) if isinstance(value, str) else None
