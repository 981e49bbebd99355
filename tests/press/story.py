"""The text of an article: its own, or an agency's with what a paper does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.press.prose import Writer

if TYPE_CHECKING:
    from tests.press.papers import Article, Press

_OWN_PARAGRAPH = 2
_CUT_TAIL = 3
_TAIL = 2


def paragraphs(press: Press, article: Article) -> tuple[str, ...]:
    """Paragraphs of an article in its present revision, the whole text whatever its page delivers."""
    text = _report(press, article) if article.agency else _own(press, article)
    if not article.revision:
        return text
    writer = Writer(article.language, f"{press.seed}/{article.paper}/{article.n}/revision/{article.revision}")
    return (text[0], writer.paragraph(), *text[2:], writer.paragraph())


def _own(press: Press, article: Article) -> tuple[str, ...]:
    return Writer(article.language, f"{press.report(article.paper, article.n)}/text").paragraphs(5, 10)


def _report(press: Press, article: Article) -> tuple[str, ...]:
    """An agency's text as this paper runs it: see Article on `place`."""
    writer = Writer(article.language, f"{press.report(article.paper, article.n)}/text")
    town = writer.phrase("place")
    line = f"{town.upper() if article.language != 'de' else town} ({article.agency}) - "
    first, *rest = writer.paragraphs(7, 9)
    text = (line + first, *rest)
    if article.place == _OWN_PARAGRAPH:
        own = Writer(article.language, f"{press.seed}/{article.paper}/{article.n}/text")
        return (*text, own.paragraph())
    return text[:-_TAIL] if article.place == _CUT_TAIL else text
