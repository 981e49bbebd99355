"""Addresses: where a link leads, and the registrable domain of a URL (one site, for its pace and what is its own)."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from tldextract import TLDExtract

_DOMAINS = TLDExtract(suffix_list_urls=(), cache_dir=None)
"""Reads the public suffix list that tldextract ships: no network, no files written."""
_BESIDE = "".join(map(chr, range(0x21))) + "\x85\xa0\u2028\u2029\u200b\ufeff"
_WITHIN = dict.fromkeys(map(ord, "\t\n\r"))
"""Characters that are no part of an address: at its ends, and within it (WHATWG URL Standard, 4.4)."""


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


def absolute(href: str | None, base: str | None) -> str | None:
    """Absolute http or https URL of `href` as found in the document at `base`; None where it is none."""
    written = (href or "").strip(_BESIDE).translate(_WITHIN)
    try:
        parts = urlsplit(written)
        if not (parts.scheme and parts.netloc):
            parts = urlsplit(urljoin(base or "", written))
        return parts.geturl() if written and parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None
