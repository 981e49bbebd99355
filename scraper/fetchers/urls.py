"""Which URLs may be asked for, and where a redirect leads."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from w3lib.url import safe_url_string

from scraper.errors import InvalidUrlError, RedirectError

EXAMPLE = "https://example.org/story"
SCHEMES = frozenset({"http", "https"})
MAX_LABEL = 63
EMPTY_A_LABEL = "xn--"

_UNSENDABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DOTS = re.compile(r"/(?:\.|%2e)", re.IGNORECASE)
_USERINFO = re.compile(r"(?<=//)[^/?#]*@")
_BARE_HOST = re.compile(r"(?://)?((?:[^\s/:?#@]+\.[^\s/:?#@]+|localhost)(?::\d+)?(?:[/?#].*)?)", re.ASCII)


def checked_url(url: str) -> str:
    """`url` as it may be sent: absolute http or https with a host, its fragment dropped (RFC 9110 4.2).

    Dot segments are removed (RFC 3986 5.2.4), as the client would do: robots.txt is to be asked about what is sent.

    Raises InvalidUrlError, which names the URL, on anything else: white space, credentials (which the message
    does not repeat), another scheme, a host or port that cannot be.
    """
    if _UNSENDABLE.search(url):
        raise _invalid(url, "white space, a control character or a lone surrogate in it; percent-encode it")
    try:
        parts = urlsplit(url)
        fault = _fault(url, parts)
    except ValueError as error:
        raise _invalid(url, str(error)) from error
    if fault:
        raise _invalid(url, fault)
    return urldefrag(parts._replace(path=_without_dots(parts.path)).geturl() if _DOTS.search(url) else url).url


def next_hop(trail: tuple[str, ...], location: str | None, limit: int) -> str:
    """URL that a redirect leads to (RFC 9110 10.2.2, 15.4).

    `trail` holds the URLs asked so far, the one that answered last; `location` is its Location header, which may
    be relative; `limit` is how many redirects may be followed in all. Raises RedirectError.
    """
    asked = describe(trail)
    if not location:
        raise RedirectError(f"{asked}: redirects without saying where to (no Location header)")
    if len(trail) > limit:
        raise RedirectError(f"{asked}: more than {limit} redirects; raise max_redirects if that is as it should be")
    try:
        target = checked_url(_lenient(urljoin(trail[-1], location.strip())))
    except ValueError as error:
        raise RedirectError(f"{asked}: redirects to what is no URL: {location!r}") from error
    except InvalidUrlError as error:
        raise RedirectError(f"{asked}: redirects to what may not be followed: {error}") from error
    if target in trail:
        raise RedirectError(f"{asked}: redirects in a circle, to {target}; check the address")
    return target


def describe(trail: tuple[str, ...]) -> str:
    """The URL that was asked for and, where redirects led elsewhere, the one they led to: for messages."""
    return trail[0] if len(trail) == 1 else f"{trail[0]} (redirected to {trail[-1]})"


def _lenient(location: str) -> str:
    """`location` with what servers leave raw in paths and queries percent-encoded; its host as it was."""
    parts = urlsplit(location)
    encoded: str = safe_url_string(parts._replace(netloc="host.invalid").geturl()) if parts.netloc else location
    return urlsplit(encoded)._replace(netloc=parts.netloc).geturl()


def _without_dots(path: str) -> str:
    """`path` without the segments `.` and `..`, escaped or not."""
    _, *segments = path.split("/")
    kept: list[str] = []
    plain = ""
    for segment in segments:
        plain = segment.lower().replace("%2e", ".")
        if plain == "..":
            kept = kept[:-1]
        elif plain != ".":
            kept.append(segment)
    return "/".join(("", *kept, *([""] if plain in {".", ".."} else ())))


def _fault(url: str, parts: SplitResult) -> str | None:
    """What is wrong with a split URL, or None; a ValueError of urllib on a bad port passes through."""
    bare = _BARE_HOST.fullmatch(url)
    checks = (
        (bool(bare), f"no scheme; did you mean https://{bare[1] if bare else ''} ?"),
        (parts.scheme not in SCHEMES, "only http and https can be fetched"),
        ("@" in parts.netloc, "credentials in a URL are not sent; leave them out"),
        (not _is_host(parts.hostname), "no host that could exist"),
        (parts.port == 0, "port 0 cannot be connected to"),
    )
    return next((fault for faulty, fault in checks if faulty), None)


def _is_host(host: str | None) -> bool:
    """Whether `host` has the shape of a name or address: labels of 1 to 63 characters (RFC 1035 2.3.4).

    What announces an A-label and has none (RFC 5890 2.3.2.1) the two clients take differently, so it is none here.
    """
    labels = (host or "").removesuffix(".").split(".")
    return all(0 < len(label) <= MAX_LABEL and label != EMPTY_A_LABEL for label in labels)


def _invalid(url: str, fault: str) -> InvalidUrlError:
    shown = _USERINFO.sub("***@", url)
    return InvalidUrlError(f"{shown!r} cannot be fetched: {fault}. Give an absolute URL such as {EXAMPLE}")
