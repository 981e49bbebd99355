"""The command line: parse, call, print, exit code."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from scraper.errors import LockedError, ScraperError
from scraper.lock import early_lock

_INTERRUPTED: Final = 128 + 2


def main() -> None:
    """Run the command line on the arguments of this process; ends it with an exit code."""
    with ExitStack() as held:
        lock = None
        if sys.argv[1:2] == ["run"] and "--dry-run" not in sys.argv:
            # Before anything else is imported: where a run is under way, this one is gone before it has cost anything.
            try:
                lock = next((early_lock(Path(word)) for word in sys.argv[2:] if word.endswith(".toml")), None)
            except ScraperError as error:
                if not (isinstance(error, LockedError) and {"-q", "--quiet"} & set(sys.argv)):
                    sys.stderr.write(f"scraper: {error}\n")
                sys.exit(error.exit_code)
        if lock:
            held.enter_context(lock)
        # Worker processes import this package too, and need no command line.
        try:
            from scraper.cli.app import app

            app(prog_name="scraper", obj=lock)
        except KeyboardInterrupt:
            # Commands end at interrupts themselves; this one came while the command line was still put together.
            sys.stderr.write("scraper: interrupted; nothing was begun\n")
            sys.exit(_INTERRUPTED)
