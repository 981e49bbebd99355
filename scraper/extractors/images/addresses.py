"""Addresses of pictures: the best of those that an image's markup gives, and which of them show the same picture."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from scraper.domain import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scraper.extractors.elements import Element

FULL: Final = (
    "data-full-src",
    "data-fullscreen-src",
    "data-orig-file",
    "data-large-file",
    "data-zoom-src",
    "data-hires",
    "data-src-big",
    "data-src-large",
    "data-src-full",
)
"""Attributes that hold the picture as large as there is."""
LAZY: Final = re.compile(r"data-(?:original|lazy)|(?:[a-z]{1,20}-){1,4}src|lazysrc")
"""Attributes that hold the address which scripts would load: `src` holds a placeholder until then."""
LESSER: Final = re.compile(r"low|lqip|placeholder|thumb|blur|preview|error|fallback")
"""Words in the names of those that hold less than the picture."""
NARROW: Final = 100
"""Pixels under which a `width` is no picture's, but a ratio's or an icon's."""
LONGEST_NUMBER: Final = 6
"""Digits that a width has not."""
DISTINCT: Final = 10
"""Characters from which a file's name is the picture's own."""
SHORTEST: Final = 6
"""Characters that the name of a picture has, to be looked for in markup."""

_CANDIDATE: Final = re.compile(r"((?>[^\s,]\S*(?<!,)))(?:\s+(\d+(?:\.\d+)?)([wx]))?(?:\s+[^\s,]+)?\s*(?:,|$)")
"""One image of a srcset, as the HTML Standard parts them: an address, which may hold commas, and its size."""
_FILE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)\b", re.IGNORECASE)
_NO_PICTURE: Final = re.compile(
    r"^(?:data|blob|about|javascript):|\.svgz?(?:$|[?#])|/(?:placeholder|spacer|blank|transparent|pixel|fallback|1x1)"
    r"[\w-]{0,40}\.\w+(?:$|[?#])",
    re.IGNORECASE,
)
"""Drawings, which are icons far more often than charts, and what stands in until scripts load the picture."""
_WRAPPED: Final = re.compile(r"https?(?::|%3A)(?:/|%2F){1,2}[^&\s]+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{16}|\d{7}", re.IGNORECASE)
"""What begins an identifier in a path."""
_WHOLE_NUMBER: Final = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,64}|\d{7,20}", re.IGNORECASE
)
_DAY: Final = re.compile(r"(?:19|20)\d{6}")
_EXTENSION: Final = re.compile(r"\.[a-z]{3,4}$", re.IGNORECASE)
_SIZE: Final = re.compile(
    r"(?:[-_@.]\d{2,4}x\d{2,4}|[-_]scaled|[-_]\d{3,4}-\d{2}|_w\d{2,4}(?:_[a-z]\d){0,3}(?:_s)?|(?<![^/])\d{3,4}(?:[x@]\d{2,4})?)$"
)
"""What the name of a file that was cut to a size ends with, or is."""
_ENDING: Final = re.compile(r"(?:[-_]\d{1,4}|[-_]v\d{1,2}){1,3}$")


class _Sized(NamedTuple):
    """An address of a srcset; `width` in pixels, `density` in pixels of a device a CSS pixel: 0 where not told."""

    width: float
    density: float
    url: str


def best(elements: Sequence[Element], base: str | None) -> str | None:
    """The largest picture that image elements of one figure give, absolute; None where they give none.

    The widest of all srcsets, else the densest of an `<img>`, else what scripts would load, else `src`. The last
    `<img>` speaks first, as the one for readers without scripts, and a `<source>` only where no `<img>` speaks.
    """
    told = [(element.tag, element.attributes) for element in elements]
    images = [attributes for tag, attributes in told if tag != "source"][::-1]
    ordered = (*images, *(attributes for tag, attributes in told if tag == "source"))
    sized = [_sized(attributes) for attributes in ordered]
    full = (value for attributes in images for name in FULL if (value := attributes.get(name)) and _FILE.search(value))
    widest = sorted((found for row in sized for found in row if found.width), key=lambda found: -found.width)
    plain = (url for attributes, row in zip(ordered, sized, strict=True) for url in _plain(attributes, row))
    values = chain(full, (found.url for found in widest), plain)
    return next((url for value in values if (url := address(value, base))), None)


def address(value: str, base: str | None) -> str | None:
    """`value` made absolute where it is a picture's address; None for placeholders and drawings."""
    return None if not value or _NO_PICTURE.search(value) else absolute(value, base)


def is_unaddressed(elements: Sequence[Element]) -> bool:
    """Whether image elements give no address at all: their scripts know it."""
    return not any(
        value and not value.startswith("data:")
        for element in elements
        for name, value in element.attributes.items()
        if name.endswith(("src", "srcset"))
    )


def same(url: str) -> str:
    """What two addresses have in common that show the same picture in two sizes."""
    *folders, name = _segments(url)
    bare = _bare(name)
    if len(bare) >= DISTINCT:
        return bare
    return "/".join((*filter(_identifies, folders), bare)) if any(map(_identifies, folders)) else url


def needle(url: str) -> str | None:
    """A part of a picture's address that other addresses of the picture have, too; None where all of it is common."""
    *folders, name = _segments(url)
    bare = _bare(name)
    number = _WHOLE_NUMBER.search(bare)
    if number and not _DAY.fullmatch(number[0]):
        return bare[: number.end()]
    short = _ENDING.sub("", bare)
    if len(short) >= DISTINCT or (len(short) >= SHORTEST and _NUMBER.search(short)):
        return short
    folder = max(filter(_identifies, folders), key=len, default=None)
    return folder or (bare if len(bare) >= SHORTEST else None)


def _sized(attributes: Mapping[str, str]) -> Sequence[_Sized]:
    """Addresses of an element's srcsets; where they tell densities, its `width` tells how wide they are."""
    values = [value for name, value in attributes.items() if name.endswith("srcset")]
    if not values:
        return ()
    told = attributes.get("width", "")
    across = int(told) if told.isdecimal() and len(told) < LONGEST_NUMBER and int(told) >= NARROW else 0
    return [
        _Sized(float(size) if unit == "w" else across * float(size or 1), 0 if unit == "w" else float(size or 1), url)
        for value in values
        for url, size, unit in _CANDIDATE.findall(value)
    ]


def _plain(attributes: Mapping[str, str], sized: Sequence[_Sized]) -> Iterator[str]:
    """Addresses without a width: those of a srcset from the densest, then the lazy ones, then `src`."""
    yield from (found.url for found in sorted(sized, key=lambda found: -found.density))
    held = (name for name in attributes if name.endswith(("src", "original", "lazy")))
    lazy = (name for name in held if LAZY.fullmatch(name) and name not in FULL and not LESSER.search(name))
    yield from (attributes[name] for name in lazy)
    yield attributes.get("src", "")


def _segments(url: str) -> list[str]:
    """Parts of a path; of the path of the address inside, where an address wraps another."""
    inner = _WRAPPED.findall(url[1:])
    path = (unquote(inner[-1]) if inner else url).partition("?")[0].partition("#")[0].partition("://")[2]
    return [part for part in path.split("/")[1:] if part] or [url]


def _bare(name: str) -> str:
    """Name of a file without its ending and its size."""
    return _SIZE.sub("", _EXTENSION.sub("", name))


def _identifies(part: str) -> bool:
    """Whether a part of a path is an identifier, not a day."""
    return bool(_NUMBER.search(part)) and not _DAY.fullmatch(part)
