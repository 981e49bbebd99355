"""JSON lines on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from scraper.stores.sinks import LineSink, Rendered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scraper.stores.outbox import Delivery
    from scraper.stores.outputs.output import Sizes


class StdoutOutput:
    """Records as JSON lines into `stream`, each flushed; see `Output`.

    What was printed cannot be seen again: unlike with any other output, a batch that comes twice is printed twice.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._sink = LineSink(stream, "standard output")

    def prepare(self) -> None:
        """See `Output`."""

    def take(self, batch: int, deliveries: Sequence[Delivery], sizes: Sizes) -> Mapping[str, int]:  # noqa: ARG002
        """See `Output`."""
        for delivery in deliveries:
            self._sink.write(Rendered(delivery.id, delivery.data.encode() + b"\n"))
        return {}

    def close(self) -> None:
        """See `Output`. The stream stays open: it is not this output's."""
