"""News articles, fetched politely and cleaned: the public API.

>>> import scraper
>>> article = scraper.extract("<h1>…</h1><p>…</p>", url="https://example.org/story")
>>> article.title, article.text, article.access.state

Names are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from scraper.api import afetch, clean_text, extract, fetch, run
    from scraper.article import Access, Article, Block, Failure, Image, Removed, Rights, Signal
    from scraper.config import FetchSettings, Job, Outputs, Source
    from scraper.errors import ScraperError
    from scraper.page import Page

    __version__: str

__all__ = [
    "Access",
    "Article",
    "Block",
    "Failure",
    "FetchSettings",
    "Image",
    "Job",
    "Outputs",
    "Page",
    "Removed",
    "Rights",
    "ScraperError",
    "Signal",
    "Source",
    "__version__",
    "afetch",
    "clean_text",
    "extract",
    "fetch",
    "run",
]

_HOMES: Final = {
    "scraper.api": {"afetch", "clean_text", "extract", "fetch", "run"},
    "scraper.article": {"Access", "Article", "Block", "Failure", "Image", "Removed", "Rights", "Signal"},
    "scraper.config": {"FetchSettings", "Job", "Outputs", "Source"},
    "scraper.errors": {"ScraperError"},
    "scraper.page": {"Page"},
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562: the type depends on the name
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("clean-news-scraper")
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'scraper' has no attribute {name!r}")
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return __all__
