"""Sections behind an article's text, told by their headings: what it refers to, who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from scraper.cleaners.cut import Cut, line_of
from scraper.cleaners.rules.rule import Phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scraper.draft import Draft

LONGEST_HEADING: Final = 60
"""Characters of a line that may stand in for a heading."""
LARGER: Final = 2
"""Times its length that must stand before a section which closes a text."""
LOWEST: Final = 7
"""Level below that of every heading: that of a line which is none."""


class Closing(NamedTuple):
    """A kind of section: the rule its cuts are shown by, what it is, its headings, and the most blocks it has."""

    name: str
    about: str
    headings: Phrase
    most: int


CLOSING: Final = (
    Closing(
        "references",
        "a list of what the text refers to",
        phrase(
            r"(?:article |additional |list of |selected )?(?:references|sources)(?: (?:&|and) "
            r"(?:sources|notes|resources|further reading))?|bibliography|works cited|citations|footnotes|endnotes",
            r"quellen(?:angaben|nachweise|verzeichnis)?|literatur(?:verzeichnis|angaben|hinweise|quellen)?|"
            r"quellen und literatur|literatur und quellen|einzelnachweise|fußnoten",
            r"références(?: bibliographiques)?|bibliographie|referencias(?: bibliográficas)?|bibliograf[ií]a|fuentes|"
            r"referências(?: bibliográficas)?|fontes|riferimenti(?: bibliografici)?|fonti|referințe|surse",
            r"bronnen|bronvermelding|literatuur|källor|referenser|kilder|referanser|referencer|lähteet|viitteet",
            r"źródła|przypisy|literatura|zdroje|použité zdroje|források|kaynaklar|kaynakça|источники|"
            r"список литературы|литература|примечания|джерела|література|πηγές|βιβλιογραφία",
            r"参考文献|参考資料|参考资料|參考資料|참고 ?문헌|المراجع|المصادر",
        ),
        500,
    ),
    Closing(
        "author_section",
        "who wrote the text",
        phrase(
            r"about the (?:authors?|writers?|reviewers?|contributors?)|meet the (?:authors?|writers?)|"
            r"über (?:den autor|die autor(?:in|en|innen))|zu[rm] autor(?:in)?|zu den autor(?:en|innen)",
            r"à propos de l['’]auteure?|(?:sobre|acerca de) (?:el autor|la autora|los autores)|sull['’]autore|"
            r"sobre [oa] autora?|despre autor|over de auteur|om (?:författaren|forfatteren)|kirjoittajasta|kirjoittaja",
            r"o autor(?:ze|ovi|ce)|a szerzőről|yazar hakkında|об авторе|про автора|σχετικά με τον συγγραφέα",
        ),
        4,
    ),
)


def closing(draft: Draft, kind: Closing) -> Sequence[Cut]:
    """The heading of a section of this kind behind the most part of the text, and all that stands under it."""
    return [
        Cut(index, kind.name, line_of(draft.blocks[index]))
        for start in range(len(draft.blocks))
        if _heads(draft, start, kind) and (end := _end(draft, start)) - start - 1 <= kind.most
        if _size(draft, 0, start) >= LARGER * _size(draft, start, end)
        for index in range(start, end)
    ]


def _heads(draft: Draft, index: int, kind: Closing) -> bool:
    """Whether a block is a heading of the kind, or a line in the place of one."""
    block = draft.blocks[index]
    text = block.text.rstrip(" :：")
    return (
        block.type in {"heading", "paragraph"}
        and len(text) <= LONGEST_HEADING
        and bool(kind.headings.compiled.fullmatch(text))
    )


def _end(draft: Draft, start: int) -> int:
    """Place of the heading that ends the section which begins at `start`, or the end."""
    rank = draft.blocks[start].level or LOWEST
    after = range(start + 1, len(draft.blocks))
    return next((place for place in after if 0 < (draft.blocks[place].level or 0) <= rank), len(draft.blocks))


def _size(draft: Draft, start: int, end: int) -> int:
    return sum(len(block.text) for block in draft.blocks[start:end])
