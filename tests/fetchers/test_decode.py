from __future__ import annotations

import gzip
import random
import sys
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import ConnectionFailedError, FetchError, TooLargeError
from scraper.fetchers.decode import Decoder, content_codings

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://example.org/story"
TEXT = b"The council met on Tuesday. " * 5000
MEBIBYTE = 2**20


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


LONG_WINDOW = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 27})


def decode(raw: bytes, *codings: str, cap: int = MEBIBYTE, step: int = 1500) -> bytes:
    decoder = Decoder(URL, codings, cap)
    for start in range(0, len(raw), step):
        decoder.feed(raw[start : start + step])
    return decoder.finish()


@pytest.mark.parametrize("coding", ENCODERS)
@pytest.mark.parametrize("step", [1, 2, 1500, MEBIBYTE])
def test_a_coding_is_undone_however_it_is_cut(coding: str, step: int) -> None:
    assert decode(ENCODERS[coding](TEXT), coding, step=step) == TEXT


@pytest.mark.parametrize("step", [1, 1500])
def test_deflate_is_undone_without_its_zlib_wrapper_too(step: int) -> None:
    assert decode(raw_deflate(TEXT), "deflate", step=step) == TEXT


@given(data=st.binary(max_size=3000), codings=st.lists(st.sampled_from(sorted(ENCODERS)), max_size=3))
def test_stacked_codings_are_undone_last_applied_first(data: bytes, codings: list[str]) -> None:
    raw = data
    for coding in codings:
        raw = ENCODERS[coding](raw)
    assert decode(raw, *codings) == data


@given(data=st.binary(max_size=2000))
def test_output_that_ends_on_the_last_input_byte_is_not_lost(data: bytes) -> None:
    long = data * 200
    assert decode(raw_deflate(long), "deflate") == long


@pytest.mark.parametrize("codings", [(), ("identity",), ("none",), ("utf-8",)])
def test_what_codes_nothing_is_passed_over(codings: tuple[str, ...]) -> None:
    assert decode(TEXT, *codings) == TEXT


@pytest.mark.parametrize("codings", [(), ("gzip",), ("deflate",), ("br",), ("zstd",), ("gzip", "deflate")])
def test_an_empty_body_is_empty_under_any_coding(codings: tuple[str, ...]) -> None:
    assert decode(b"", *codings) == b""


def test_gzip_members_are_joined() -> None:
    assert decode(gzip.compress(b"one ") + gzip.compress(b"two"), "gzip") == b"one two"


@pytest.mark.parametrize("step", [1, 1500])
def test_zstd_frames_are_joined_and_those_to_be_skipped_are(step: int) -> None:
    skipped = b"\x5f\x2a\x4d\x18\x03\0\0\0xyz"
    raw = skipped + zstd.compress(b"one ") + skipped + zstd.compress(b"two")
    assert decode(raw, "zstd", step=step) == b"one two"


@pytest.mark.parametrize("padding", [b"\0" * 600, b"<!-- served -->", b"\n"])
@pytest.mark.parametrize("step", [1, 1500])
def test_padding_after_the_end_is_ignored(padding: bytes, step: int) -> None:
    assert decode(gzip.compress(TEXT) + padding, "gzip", step=step) == TEXT
    assert decode(zlib.compress(TEXT) + padding, "deflate", step=step) == TEXT
    assert decode(zstd.compress(TEXT) + padding, "zstd", step=step) == TEXT


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("kept", [1, 2, 30, -1])
def test_a_coding_cut_off_is_a_broken_connection(coding: str, kept: int) -> None:
    with pytest.raises(ConnectionFailedError, match="cut off") as caught:
        decode(ENCODERS[coding](TEXT)[:kept], coding)
    assert URL in str(caught.value)
    assert caught.value.retryable


@pytest.mark.parametrize(
    ("raw", "coding"),
    [
        (b"<html>not compressed</html>", "gzip"),
        (gzip.compress(TEXT)[:-8] + b"\0" * 8, "gzip"),
        (b"\x78\x9c" + b"\xff" * 40, "deflate"),
        (b"<html>not compressed</html>", "br"),
        (brotli.compress(TEXT) + b"more", "br"),
        (b"<html>not compressed</html>", "zstd"),
        (zstd.compress(TEXT)[:-20] + b"\xff" * 20, "zstd"),
        (LONG_WINDOW.compress(TEXT) + LONG_WINDOW.flush(), "zstd"),
    ],
)
def test_a_broken_coding_is_an_error_that_names_the_url(raw: bytes, coding: str) -> None:
    with pytest.raises(FetchError, match="Content-Encoding is broken") as caught:
        decode(raw, coding)
    assert URL in str(caught.value)
    assert not caught.value.retryable


@pytest.mark.parametrize("coding", ["compress", "dcb", "exi"])
def test_a_coding_that_was_not_asked_for_is_refused_by_name(coding: str) -> None:
    with pytest.raises(FetchError, match=rf"not asked for \({coding}\)"):
        decode(TEXT, "gzip", coding)


def test_more_stacked_codings_than_make_sense_are_refused() -> None:
    with pytest.raises(FetchError, match="4 stacked codings"):
        decode(TEXT, *["gzip"] * 4)


def test_the_cap_counts_decoded_bytes_and_is_inclusive() -> None:
    assert decode(gzip.compress(TEXT), "gzip", cap=len(TEXT)) == TEXT
    with pytest.raises(TooLargeError, match=f"{URL}: answers more than {len(TEXT) - 1} bytes"):
        decode(gzip.compress(TEXT), "gzip", cap=len(TEXT) - 1)


def test_the_cap_holds_for_plain_bytes() -> None:
    assert decode(TEXT, cap=len(TEXT)) == TEXT
    with pytest.raises(TooLargeError):
        decode(TEXT, cap=len(TEXT) - 1)


def test_noise_that_does_not_compress_fits_a_cap_of_its_own_size() -> None:
    noise = random.Random(1).randbytes(10_000)  # noqa: S311 - any bytes will do
    assert decode(gzip.compress(noise), "gzip", cap=len(noise)) == noise


@pytest.mark.parametrize("codings", [("gzip",), ("br",), ("zstd",), ("gzip", "gzip"), ("zstd", "br")])
def test_a_bomb_ends_at_the_cap_in_little_memory(codings: tuple[str, ...]) -> None:
    bomb = bytes(100 * MEBIBYTE)
    for coding in codings:
        bomb = ENCODERS[coding](bomb)
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError, match=str(MEBIBYTE)):
            decode(bomb, *codings, step=len(bomb))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 4 * MEBIBYTE


def test_a_bomb_inside_that_comes_to_nothing_ends_in_proportion_to_the_cap() -> None:
    nothing = gzip.compress(gzip.compress(b"") * 1_000_000)
    with pytest.raises(TooLargeError):
        decode(nothing, "gzip", "gzip", cap=MEBIBYTE)


def test_a_coding_that_never_yields_anything_ends_too() -> None:
    with pytest.raises(TooLargeError):
        decode(gzip.compress(b"") * 10_000, "gzip", cap=50_000)


def test_codings_are_read_in_order_over_all_their_headers() -> None:
    headers = (("content-encoding", "Deflate, , GZIP"), ("content-type", "text/html"), ("content-encoding", "x-gzip"))
    assert content_codings(headers) == ("deflate", "gzip", "x-gzip")
    assert content_codings(()) == ()
