"""A field's sources in their order, and what the first that speaks gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from scraper.extractors.document import Document

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value, and the name of the source that gave it."""

    value: T
    source: str


Source = tuple[str, Callable[[Document], T | None]]


def candidates(document: Document, sources: Iterable[Source[T]]) -> Iterable[Found[T]]:
    """What each source gives, in their order, silent ones left out; lazily."""
    for name, read in sources:
        value = read(document)
        if value:
            yield Found(value, name)


def first(document: Document, sources: Iterable[Source[T]]) -> Found[T] | None:
    """What the first source that speaks gives."""
    return next(iter(candidates(document, sources)), None)


def meta(*names: str) -> Callable[[Document], str | None]:
    """Reader of the first of these `<meta>` names that is there."""
    return lambda document: document.meta_first(*names)
