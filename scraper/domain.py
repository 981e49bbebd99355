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


def paced_as(url: str) -> str:
    """What a URL is paced with: its registrable domain; host and port where there is none (an IP address, localhost).

    Servers at several ports of one such host have nothing to do with each other. What is no URL is paced by itself.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if not host:
        return url
    domain = _registered(host)
    return domain or (f"{host}:{port}" if port else host)


def _domain(host: str) -> str:
    return _registered(host) or host


@lru_cache(maxsize=1024)
def _registered(host: str) -> str:
    return _DOMAINS(host).top_domain_under_public_suffix
