"""The form of a URL by which it is known: two that mean the same page have the same."""

from __future__ import annotations

from contextlib import suppress
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

_TRACKING_PREFIXES: Final = ("mtm_", "pk_", "utm_")
_TRACKING_NAMES: Final = frozenset(
    "at_campaign at_medium dclid fbclid gbraid gclid igshid mc_cid mc_eid msclkid twclid wbraid wt_mc wt_zmc xtor"
    " yclid".split()
)


def url_key(url: str) -> str:
    """The form of `url` by which it is known: canonical, without fragment and tracking parameters.

    What is no valid URL is its own key.
    """
    with suppress(ValueError):
        return canonicalize_url(untracked(url))
    return url


def untracked(url: str) -> str:
    """`url` without tracking parameters, and else as it is."""
    with suppress(ValueError):
        names = [name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True)]
        if tracking := [name for name in names if _is_tracking(name)]:
            return url_query_cleaner(url, tracking, remove=True, unique=False, keep_fragments=True)
    return url


def _is_tracking(name: str) -> bool:
    lower = name.lower()
    return lower in _TRACKING_NAMES or lower.startswith(_TRACKING_PREFIXES)
