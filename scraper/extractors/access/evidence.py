"""Evidence: what a page shows about access beside its declarations, each thing looked for once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scraper.extractors.access import walls
from scraper.extractors.access.counts import is_whole
from scraper.extractors.access.flags import layered
from scraper.extractors.access.gates import GATED_CHARACTERS, behind, kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scraper.article import FlagValue
    from scraper.extractors.access.walls import Wall
    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock


@dataclass(frozen=True)
class Evidence:
    """A page and the blocks of its body."""

    document: Document
    body: Sequence[TextBlock]

    @cached_property
    def wall(self) -> Wall | None:
        """The wall at the end of the body."""
        return walls.wall(self.document, self.body)

    @cached_property
    def whole(self) -> bool:
        """Whether the body has about all the words that the page counts."""
        return is_whole(self.document, self.text)

    @cached_property
    def text(self) -> str:
        """The body as one text."""
        return "\n".join(block.text for block in self.body)

    @cached_property
    def notices(self) -> walls.Notices:
        """What is told of a meter and of text left out."""
        return walls.notices(self.document)

    @cached_property
    def layer(self) -> tuple[tuple[str, FlagValue], ...]:
        """Flags of data layers."""
        return tuple(layered(self.document))

    @cached_property
    def kept(self) -> int:
        """Characters of prose hidden in gates."""
        return kept(self.document)

    @property
    def gate(self) -> bool:
        """Whether a gate hides something of the article."""
        return self.kept >= GATED_CHARACTERS

    @cached_property
    def covered(self) -> int:
        """Characters behind a gate's divider."""
        return sum(len(self.document.blocks[place].text) for place in behind(self.document))

    @cached_property
    def unseen(self) -> int:
        """Characters of paragraphs that the markup hides."""
        return sum(len(block.text) for block in self.document.hidden if block.element.tag == "p")
