"""The registrable domain of a URL: what is one site, for its pace and for what is its own."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from tldextract import TLDExtract

_DOMAINS = TLDExtract(suffix_list_urls=(), cache_dir=None)
"""Reads the public suffix list that tldextract ships: no network, no files written."""


def site(url: str | None) -> str | None:
    """Registrable domain of a URL (`bbc.co.uk`), the host where there is none (an IP address), or None."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return _domain(host) if host else None


@lru_cache(maxsize=1024)
def _domain(host: str) -> str:
    return _DOMAINS(host).top_domain_under_public_suffix or host
