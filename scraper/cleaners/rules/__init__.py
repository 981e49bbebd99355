"""The table of line rules. Adding a rule is adding a row, with lines it must hit and look-alikes it must leave.

The rows are tried in their order and the first that matches a line takes it. Patterns are anchored, take linear
time, and end in bounded gaps, so that a sentence that merely begins like a promo line is never taken.
"""

from __future__ import annotations

from scraper.cleaners.rules import furniture, pointers, prompts, signatures, stamps
from scraper.cleaners.rules.rule import Rule

RULES: tuple[Rule, ...] = (*stamps.ROWS, *signatures.ROWS, *pointers.ROWS, *prompts.ROWS, *furniture.ROWS)

__all__ = ["RULES", "Rule"]
