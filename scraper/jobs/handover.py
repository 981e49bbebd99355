"""Records from the outbox to the outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scraper.stores.outputs.output import Output
    from scraper.stores.state import State


def hand_over(state: State, outputs: Sequence[Output]) -> None:
    """Give the outputs all that waits, in batches; what an earlier run left half done comes first.

    Raises OutputError where an output cannot take a batch: it stays in the outbox, with all that came after it.
    """
    with state.alone("outbox"):
        while (batch := state.outbox.seal()) is not None:
            deliveries = state.outbox.rows(batch)
            sizes: dict[str, int] = {}
            for output in outputs:
                sizes |= output.take(batch, deliveries, state.outbox)
            state.outbox.done(batch, sizes)
