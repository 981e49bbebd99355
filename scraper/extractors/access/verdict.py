"""Access: what was declared about reading the page, what was delivered, on which evidence.

A declaration "restricted" is strong, one of "free" weak, and neither says whether the text was cut: `delivered` is
read from the text itself. Nothing is unhidden, nothing is asked for again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scraper.article import Access
from scraper.extractors.access.delivered import cuts, silent_cut
from scraper.extractors.access.evidence import Evidence
from scraper.extractors.access.flags import flags
from scraper.extractors.access.gates import GATED_CHARACTERS, behind, says_of
from scraper.extractors.access.prompts import speaks_of_wall
from scraper.extractors.access.signals import WEAK, free_flag, signals
from scraper.extractors.access.terms import says

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scraper.article import AccessState, Confidence, Signal
    from scraper.extractors.document import Document
    from scraper.extractors.segments import TextBlock

_NAMED: Final[Mapping[str | None, AccessState]] = {
    "metered": "metered",
    "registration": "registration",
    "subscription": "subscription",
}
WALLED: Final[frozenset[str | None]] = frozenset(_NAMED)
"""States in which reading is restricted."""
SAID_TO_BE: Final[frozenset[str | None]] = WALLED | {"restricted"}
"""What restrictive signals say."""


def access(document: Document, body: Sequence[TextBlock], *, is_article: bool = True) -> Access:
    """Verdict on a page whose visible body is `body`; of a page that is no article, nothing is delivered."""
    page = Evidence(document, body if is_article else ())
    declared = signals(page)
    found = (*declared, *(() if _restricts(declared) else silent_cut(page)))
    restricted = _restricts(found)
    short = cuts(page, restricted=restricted)
    return Access(
        state=_state(found, says_of(page.body), cut=bool(short)) if restricted else _open(found, body),
        confidence=_confidence(found, restricted=restricted),
        delivered="none" if not page.body else "preview" if short else "full",
        conflict=_disagree(found),
        withheld_chars=max(page.kept, page.unseen) + page.covered if restricted else 0,
        signals=(*found, *short),
        flags=flags(document, page.body, page.layer),
    )


def shown(document: Document, body: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Body without what stands behind a gate's divider, where the page declares that reading is restricted."""
    covered = behind(document)
    if covered and _restricts(signals(Evidence(document, ()))):
        return tuple(block for block in body if block.position not in covered)
    return tuple(body)


def gated(document: Document, reading: Access) -> bool:
    """Whether anything on a page says that it keeps its text back: then no second way to that text is looked for."""
    return (
        reading.state in WALLED
        or Evidence(document, ()).unseen >= GATED_CHARACTERS
        or any(free_flag(node) is False for node in document.linked.nodes)
        or any(says(name, str(value)) in SAID_TO_BE for name, value in reading.flags.items())
        or any(speaks_of_wall(block.text) for block in document.blocks)
    )


def _restricts(found: Sequence[Signal]) -> bool:
    """Whether reading is restricted: a strong signal says so, or a weak one that no strong one contradicts."""
    told = [signal for signal in found if signal.says in SAID_TO_BE]
    return any(signal.where not in WEAK for signal in told) or (bool(told) and not _declared_free(found))


def _declared_free(found: Sequence[Signal]) -> bool:
    return any(signal.says == "free" and signal.where not in WEAK for signal in found)


def _open(found: Sequence[Signal], body: Sequence[TextBlock]) -> AccessState:
    return "free" if found or body else "unknown"


def _state(found: Sequence[Signal], class_says: str | None, *, cut: bool) -> AccessState:
    """Kind of a restriction: as the first that names it does; else by what came of it.

    Whoever gets a restricted text whole without an account reads it on a meter, and so does who gets cut what others
    are declared to read for free.
    """
    spoken = [signal.says for signal in found]
    tiers = [signal.says for signal in found if signal.name == "tier"]
    named = next((_NAMED[says] for says in (*tiers, class_says, *spoken) if says in _NAMED), None)
    return named or ("subscription" if cut and not _declared_free(found) else "metered")


def _confidence(found: Sequence[Signal], *, restricted: bool) -> Confidence:
    if not found:
        return "low"
    weak = all(signal.where in WEAK for signal in found)
    return "high" if restricted and not weak and not _disagree(found) else "medium"


def _disagree(found: Sequence[Signal]) -> bool:
    said = {signal.says for signal in found}
    return "free" in said and not said.isdisjoint(SAID_TO_BE)
