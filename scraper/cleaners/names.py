"""The names that cuts bear in `removed`, for whoever lists them or switches some off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scraper.cleaners.rules import RULES
from scraper.cleaners.steps import TEXT_STEPS
from scraper.config import hint
from scraper.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES: Final = tuple(dict.fromkeys((*(rule.name for rule in RULES), *(step.name for step in TEXT_STEPS))))
"""Of the rules, in the order in which they are tried, then of the steps."""


def switched_off(names: Iterable[str]) -> frozenset[str]:
    """`names` of rules and steps as `clean` takes them.

    Raises UsageError for a name that is none of them, with the nearest that is. What the markup gave away
    (`structure:…`) was never in the body: no rule took it out, and none can leave it in.
    """
    off = frozenset(names)
    for name in sorted(off.difference(NAMES)):
        if name.startswith("structure:"):
            raise UsageError(f"`{name}` is no rule but what the markup says of a box: it cannot be switched off")
        raise UsageError(f"unknown rule `{name}`; {hint(name, NAMES)}")
    return off
