"""What a scheduled run withstands, each a measurement that prints its figures; the exit code is 1 where one is bad.

usage: python -m benchmarks.cron MEASUREMENT [OPTIONS]

From the root of the project, on Linux: the press that is read stands at loopback addresses.
"""

from __future__ import annotations

import argparse
import sys
from typing import Final

from benchmarks.cron import again, kills, long, starts

MEASUREMENTS: Final = {"again": again, "kills": kills, "long": long, "starts": starts}


def main() -> int:
    """Measure; returns the exit code of the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cron", description=__doc__)
    parts = parser.add_subparsers(dest="what", required=True)
    for name, module in MEASUREMENTS.items():
        module.arguments(parts.add_parser(name, help=module.__doc__))
    given = parser.parse_args()
    return 0 if MEASUREMENTS[given.what].measure(given) else 1


if __name__ == "__main__":
    sys.exit(main())
