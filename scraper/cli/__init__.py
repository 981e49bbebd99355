"""The command line: parse, call, print, exit code."""

from __future__ import annotations


def main() -> None:
    """Run the command line on the arguments of this process; ends it with an exit code."""
    # Worker processes import this package too, and need no command line.
    from scraper.cli.app import app

    app(prog_name="scraper")
