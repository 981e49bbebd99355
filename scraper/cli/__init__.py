"""The command line: parse, call, print, exit code."""

from __future__ import annotations

from scraper.cli.app import app


def main() -> None:
    """Run the command line on the arguments of this process; ends it with an exit code."""
    app(prog_name="scraper")
