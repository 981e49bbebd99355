"""What the hostile server does: a script a fault, by path."""

from __future__ import annotations

import gzip
import itertools
import sys
import zlib
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

import brotli

from tests.faults.server import FIN, RESET, Asked

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Protocol

    from tests.faults.server import Part, Script

    class _Packer(Protocol):
        def compress(self, data: bytes, /) -> bytes: ...
        def flush(self) -> bytes: ...


FOREVER: Final = 600.0
TICK: Final = 0.02
IMF: Final = "%a, %d %b %Y %H:%M:%S GMT"
CLOSED: Final = b"User-agent: *\nDisallow: /\n"
BOMB: Final = 64 * 2**20
"""Bytes that a bomb decodes to."""

_CODERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}
PROSE: Final = (
    "<p>The harbour board met on Monday evening and spoke for three hours about the crane, which has stood still since "
    "the storm. The engineers want another month; the pilots say that nobody can wait for that.</p>"
) * 6
PAGE: Final = (
    f"<!doctype html><title>The crane stands still</title><article><h1>The crane</h1>{PROSE}</article>".encode()
)
ABROAD: Final = PAGE.decode().replace("The harbour board", "The board of Köln, été 1988,")


def reply(status: int, *headers: str, body: bytes = b"") -> bytes:
    """One well-formed answer."""
    lines = (f"HTTP/1.1 {status} Hostile", f"Content-Length: {len(body)}", *headers, "", "")
    return "\r\n".join(lines).encode("latin-1") + body


def html(body: bytes, charset: str = "utf-8", status: int = 200) -> bytes:
    """An answer of HTML."""
    return reply(status, f"Content-Type: text/html; charset={charset}", body=body)


def plays(*parts: Part) -> Script:
    """A script that is the same each time."""
    return lambda _asked: parts


def once(first: bytes, *then: Part) -> Script:
    """A script that answers `first` the first time, and `then` ever after."""
    return lambda asked: then if asked.time else (first,)


def drips(begin: bytes, drop: bytes) -> Script:
    """`begin`, and `drop` every TICK seconds for ever."""

    def script(_asked: Asked) -> Iterator[Part]:
        yield begin
        while True:
            yield drop
            yield TICK

    return script


def floods(begin: bytes, piece: bytes) -> Script:
    """`begin`, and `piece` for ever, as fast as it goes."""
    return lambda _asked: itertools.chain((begin,), itertools.repeat(piece))


def bombs(*codings: str) -> Script:
    """BOMB zeros in `codings`, the first applied first."""

    def bomb(_asked: Asked) -> Iterable[Part]:
        return (_bomb(codings),)

    return bomb


@cache
def _bomb(codings: tuple[str, ...]) -> bytes:
    body = _zeros(codings[0])
    for coding in codings[1:]:
        body = _CODERS[coding](body)
    return reply(200, "Content-Type: text/html", f"Content-Encoding: {', '.join(codings)}", body=body)


def prepare() -> None:
    """Make the bombs, so that what they cost is not laid to the fetcher's charge."""
    for script in SCRIPTS.values():
        if script.__name__ == "bomb":
            script(Asked())
    _nothing_inside()


def _zeros(coding: str) -> bytes:
    """BOMB zeros in one coding, made piece by piece: the tests measure what the fetcher takes, not the server."""
    piece = bytes(2**20)
    if coding == "br":
        brotlis = brotli.Compressor(quality=5)
        return b"".join([*(brotlis.process(piece) for _ in range(BOMB // len(piece))), brotlis.finish()])
    makers: dict[str, Callable[[], _Packer]] = {
        "gzip": lambda: zlib.compressobj(wbits=16 + zlib.MAX_WBITS),
        "deflate": zlib.compressobj,
        "zstd": zstd.ZstdCompressor,
    }
    packer = makers[coding]()
    return b"".join([*(packer.compress(piece) for _ in range(BOMB // len(piece))), packer.flush()])


@cache
def _nothing_inside() -> bytes:
    """A bomb that comes to nothing: what is in it are empty members of gzip."""
    inner = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    empty = gzip.compress(b"") * 50_000
    body = b"".join([*(inner.compress(empty) for _ in range(20)), inner.flush()])
    return reply(200, "Content-Encoding: gzip, gzip", body=body)


def _onwards(asked: Asked) -> Iterable[Part]:
    number = int(asked.path.partition("?")[2] or 0)
    yield reply(302, f"Location: /redirect/endless?{number + 1}")


def _slowly_onwards(asked: Asked) -> Iterable[Part]:
    number = int(asked.path.partition("?")[2] or 0)
    yield 0.15
    yield reply(302, f"Location: /stall/redirects?{number + 1}")


def _later(seconds: float, form: str = IMF, skew: float = 0.0) -> Script:
    """429 at first, with a date `seconds` ahead in Retry-After, by a clock that is `skew` seconds ahead."""

    def script(asked: Asked) -> Iterable[Part]:
        now = datetime.now(UTC) + timedelta(seconds=skew)
        until = (now + timedelta(seconds=seconds)).strftime(form)
        headers = (f"Retry-After: {until}", *((f"Date: {now.strftime(IMF)}",) if skew else ()))
        yield html(PAGE) if asked.time else reply(429, *headers)

    return script


def _asks(value: str, status: int = 429) -> Script:
    return once(reply(status, f"Retry-After: {value}"), html(PAGE))


def _elsewhere(asked: Asked) -> Iterable[Part]:
    yield reply(200, body=CLOSED) if "?" in asked.path else reply(302, "Location: /robots.txt?2")


OK: Final = b"HTTP/1.1 200 OK\r\n"
TYPED: Final = OK + b"Content-Type: text/html\r\n"
LONG: Final = TYPED + b"Content-Length: 100000\r\n\r\n"
CHUNKED: Final = TYPED + b"Transfer-Encoding: chunked\r\n\r\n"
UNTIL_CLOSE: Final = TYPED + b"\r\n"
ZIPPED: Final = TYPED + b"Content-Encoding: gzip\r\nContent-Length: 100000\r\n\r\n" + gzip.compress(PAGE)[:200]
CHUNK: Final = b"%x\r\n%b\r\n" % (len(PAGE), PAGE)
MEBIBYTE: Final = b"x" * 2**20

DOORS: Final[dict[str, Script]] = {
    "tls/silent": plays(FOREVER),
    "tls/begun": plays(b"\x16\x03\x03\x40\x00\x02", FOREVER),
    "tls/drip": drips(b"\x16\x03\x03\x40\x00", b"\x02"),
    "tls/plain": plays(reply(200, body=PAGE), FOREVER),
    "reset/accept": plays(RESET),
}
ROBOTS: Final[dict[str, Script]] = {
    "missing": plays(reply(404)),
    "refusing": plays(reply(403)),
    "empty": plays(reply(200)),
    "closed": plays(reply(200, body=CLOSED)),
    "closed, gzipped": plays(reply(200, "Content-Encoding: gzip", body=gzip.compress(CLOSED))),
    "closed, elsewhere": _elsewhere,
    "login page": plays(html(b"<h1>Log in</h1>")),
    "circle": plays(reply(302, "Location: /robots.txt")),
    "too many": plays(reply(429)),
    "down": plays(reply(503)),
    "down once": once(reply(503), reply(200)),
    "reset": plays(RESET),
    "hung up": plays(FIN),
    "cut": plays(LONG + CLOSED, FIN),
    "nonsense": plays(b"what?\r\n\r\n", FIN),
    "silent": plays(FOREVER),
    "dripping": drips(LONG, b"x"),
    "endless": floods(UNTIL_CLOSE + CLOSED, b"# flood\n" * 10_000),
    "private": plays(reply(302, "Location: http://10.0.0.1/robots.txt")),
    "broken coding": plays(reply(200, "Content-Encoding: gzip", body=b"no")),
    "bomb": bombs("gzip"),
}
SCRIPTS: Final[dict[str, Script]] = {
    "/fine": plays(html(PAGE)),
    # Stalls
    "/stall/head": plays(FOREVER),
    "/stall/status-line": plays(b"HTTP/1.1 2", FOREVER),
    "/stall/in-header": plays(OK + b"Content-Ty", FOREVER),
    "/stall/between-headers": plays(TYPED, FOREVER),
    "/stall/drip-head": drips(OK, b"X-A: b\r\n"),
    "/stall/drip-status": drips(b"HTTP/1.1 200 ", b"O"),
    "/stall/early-hints": drips(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
    "/stall/body": plays(LONG, FOREVER),
    "/stall/in-body": plays(LONG + PAGE, FOREVER),
    "/stall/drip-body": drips(LONG, b"x"),
    "/stall/chunk-size": plays(CHUNKED + CHUNK + b"1", FOREVER),
    "/stall/in-chunk": plays(CHUNKED + b"ffff\r\n" + PAGE, FOREVER),
    "/stall/drip-chunks": drips(CHUNKED, b"1\r\nx\r\n"),
    "/stall/last-chunk": plays(CHUNKED + CHUNK, FOREVER),
    "/stall/trailers": drips(CHUNKED + CHUNK + b"0\r\n", b"X-A: b\r\n"),
    "/stall/chunk-extension": drips(CHUNKED + b"1;", b"a"),
    "/stall/until-close": plays(UNTIL_CLOSE + PAGE, FOREVER),
    "/stall/coding": plays(ZIPPED, FOREVER),
    "/stall/redirects": _slowly_onwards,
    "/stall/redirect-body": plays(b"HTTP/1.1 302 Go\r\nLocation: /stall/head\r\nContent-Length: 9\r\n\r\n", FOREVER),
    "/stall/unavailable": plays(0.1, reply(503)),
    "/stall/dust": floods(CHUNKED, b"1\r\nx\r\n" * 2000),
    # Broken answers
    "/reset/head": plays(OK, RESET),
    "/reset/body": plays(LONG + PAGE, RESET),
    "/half-closed/head": plays(OK, FIN, FOREVER),
    "/half-closed/body": plays(LONG + PAGE, FIN, FOREVER),
    "/half-closed/whole": plays(html(PAGE), FIN, FOREVER),
    "/length/too-long": plays(LONG + PAGE, FIN),
    "/length/too-short": plays(TYPED + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE + b"and more", FIN),
    "/length/two": plays(TYPED + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", FIN),
    "/length/negative": plays(TYPED + b"Content-Length: -5\r\n\r\nabcdef", FIN),
    "/length/words": plays(TYPED + b"Content-Length: many\r\n\r\nabcdef", FIN),
    "/length/huge": plays(TYPED + b"Content-Length: " + b"9" * 30 + b"\r\n\r\nabcdef", FIN),
    "/chunks/size": plays(CHUNKED + b"xyz\r\nabc\r\n0\r\n\r\n", FIN),
    "/chunks/negative": plays(CHUNKED + b"-1\r\nabc\r\n0\r\n\r\n", FIN),
    "/chunks/huge": plays(CHUNKED + b"f" * 30 + b"\r\nabc\r\n0\r\n\r\n", FIN),
    "/chunks/end": plays(CHUNKED + b"3\r\nabcdef\r\n0\r\n\r\n", FIN),
    "/chunks/cut": plays(CHUNKED + CHUNK, FIN),
    "/nonsense": plays(b"\x00\xff\x00 what is this\r\n\r\n", FIN),
    "/old": plays(b"<html>HTTP/0.9</html>", FIN),
    "/nothing": plays(FIN),
    "/coding/lie": plays(reply(200, "Content-Encoding: gzip", body=PAGE)),
    "/coding/cut": plays(reply(200, "Content-Encoding: gzip", body=gzip.compress(PAGE)[:-9])),
    "/coding/unknown": plays(reply(200, "Content-Encoding: compress", body=PAGE)),
    "/coding/stacked": plays(reply(200, "Content-Encoding: gzip, gzip, gzip, gzip", body=PAGE)),
    # Redirects
    "/redirect/endless": _onwards,
    "/redirect/circle": plays(reply(302, "Location: /redirect/circle")),
    "/redirect/private": plays(reply(302, "Location: http://10.0.0.1/")),
    "/redirect/metadata": plays(reply(302, "Location: http://169.254.169.254/latest/meta-data/")),
    "/redirect/file": plays(reply(302, "Location: file:///etc/passwd")),
    "/redirect/ftp": plays(reply(302, "Location: ftp://example.org/")),
    "/redirect/script": plays(reply(302, "Location: javascript:alert(1)")),
    "/redirect/nowhere": plays(reply(302)),
    "/redirect/credentials": plays(reply(302, "Location: http://user:secret@127.0.0.1/")),
    # Floods
    "/flood/length": floods(TYPED + b"Content-Length: %d\r\n\r\n" % 2**30, MEBIBYTE),
    "/flood/chunks": floods(CHUNKED, b"%x\r\n%b\r\n" % (len(MEBIBYTE), MEBIBYTE)),
    "/flood/until-close": floods(UNTIL_CLOSE, MEBIBYTE),
    "/flood/redirect-body": floods(
        b"HTTP/1.1 302 Go\r\nLocation: /fine\r\nContent-Length: 1073741824\r\n\r\n", MEBIBYTE
    ),
    "/flood/headers": floods(OK, b"X-Flood: flood\r\n" * 1000),
    "/flood/header": floods(OK + b"X-Flood: ", b"x" * 2**16),
    "/flood/cookies": plays(OK, b"Set-Cookie: a=b; Path=/\r\n" * 100_000, b"Content-Length: 0\r\n\r\n"),
    "/flood/status-line": floods(b"HTTP/1.1 200 ", b"O" * 2**16),
    "/flood/trailers": floods(CHUNKED + CHUNK + b"0\r\n", b"X-Flood: flood\r\n" * 1000),
    "/flood/early-hints": floods(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 1000),
    # Bombs
    **{f"/bomb/{coding}": bombs(coding) for coding in _CODERS},
    "/bomb/gzip-gzip": bombs("gzip", "gzip"),
    "/bomb/br-br": bombs("br", "br"),
    "/bomb/zstd-br": bombs("zstd", "br"),
    "/bomb/gzip-zstd-br": bombs("gzip", "zstd", "br"),
    "/bomb/nothing-inside": lambda _asked: (_nothing_inside(),),
    # Retry-After
    "/later/seconds": _asks("1"),
    "/later/503": _asks("1", 503),
    "/later/date": _later(2),
    "/later/date-rfc850": _later(2, "%A, %d-%b-%y %H:%M:%S GMT"),
    "/later/date-asctime": _later(2, "%a %b %e %H:%M:%S %Y"),
    "/later/clock-late": _later(1, skew=-3600),
    "/later/clock-early": _later(1, skew=7200),
    "/later/now": _asks("0"),
    "/later/past": _later(-3600),
    "/later/absurd": _asks("9" * 30),
    "/later/absurd-date": _later(10**9),
    "/later/hour": _asks("3600"),
    "/later/negative": _asks("-5"),
    "/later/fraction": _asks("0.5"),
    "/later/words": _asks("soon"),
    "/later/empty": _asks(""),
    # Pages
    "/page/depth": plays(html(PAGE + b"<div>" * 1_000_000)),
    "/page/nuls": plays(html(PAGE.replace(b"crane", b"cr\0ane") + b"\0" * 100_000)),
    "/page/empty": plays(html(b"")),
    "/page/login": plays(
        html(b"<title>Log in</title><h1>Log in</h1><form><input name=user><input type=password></form>")
    ),
    "/page/missing": plays(html(b"<h1>Not found</h1>", status=404)),
    "/page/soft-404": plays(html(b"<title>Page not found</title><p>The page was not found.</p>")),
    "/page/forbidden": plays(html(b"<h1>Forbidden</h1>", status=403)),
    "/page/bot-check": plays(html(b"<title>Just a moment...</title><p>Checking your browser.</p>")),
    "/page/consent": plays(reply(302, "Location: /page/consent-wall/consent?back=1")),
    "/page/consent-wall/consent": plays(html(b"<title>Before you continue</title><button>Accept all</button>")),
    "/page/label-latin": plays(html(ABROAD.encode(), "iso-8859-1")),
    "/page/label-utf-8": plays(html(ABROAD.encode("cp1252"), "utf-8")),
    "/page/label-unknown": plays(html(ABROAD.encode(), "klingon")),
    "/page/label-utf-16": plays(html(ABROAD.encode(), "utf-16")),
    "/page/image": plays(reply(200, "Content-Type: image/png", body=b"\x89PNG\r\n\x1a\n")),
}
