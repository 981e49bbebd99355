"""`python -m tests.press --papers 50 --pages 60 --port 8910`: a press as a process, until it is ended.

On 127.0.0.1 it has control endpoints: GET /_press/log and /_press/sources, POST /_press/publish?paper=&count=,
/_press/revise?paper=&n= (every paper where none is given) and /_press/reset?edition=1.
"""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from tests.press.papers import NOW, Press
from tests.press.server import serve

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> int:
    """Serve until a signal ends it."""
    given = _arguments().parse_args(args)
    press = Press(given.papers, given.pages, given.now, given.seed, broken=given.broken, special=not given.plain)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with serve(press, given.port, latency=given.latency / 1000) as served:
            served.warm()
            sys.stdout.write(
                f"{press.papers} papers of {press.pages} pages at port {served.port}: {served.control}log\n"
            )
            sys.stdout.flush()
            while True:
                signal.pause()
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        sys.stderr.write(f"{error.strerror or error}\n")
        return 1


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.press", description="Serve an invented press on loopback.")
    parser.add_argument("--papers", type=int, default=50)
    parser.add_argument("--pages", type=int, default=60, help="articles of each paper")
    parser.add_argument("--port", type=int, default=8910, help="0: any that is free")
    parser.add_argument("--latency", type=float, default=0.0, metavar="MS", help="milliseconds that each answer waits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--now", type=datetime.fromisoformat, default=NOW, help="time of the edition, with its offset")
    parser.add_argument("--broken", action="store_true", help="the first ten papers are broken, each in its own way")
    parser.add_argument("--plain", action="store_true", help="no page is gone, blocked, a preview or a live blog")
    return parser


if __name__ == "__main__":
    sys.exit(main())
