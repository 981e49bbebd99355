"""`make faults` (`python -m tests.faults`): every fault against the fetcher, and whether it holds."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter

from tests.faults.cases import CAP, CASES, DEADLINE
from tests.faults.laws import cancelled, guarded, polite
from tests.faults.run import CAPS, GRACE, Result, hostile, play

ROW = "{:<32} {:<22} {:>7} {:>6} {:>8}  {}"


async def obeyed() -> bool:
    """Put every law to the test and print its figures; whether all hold."""
    laws = [await law() for law in (guarded, cancelled, polite)]
    for law in laws:
        print(f"{law.name:<50} {law.figures}  {'yes' if law.holds else 'NO'}")
    return all(law.holds for law in laws)


async def main() -> list[Result]:
    """Play every case, one after the other, and print its row."""
    print(f"deadline {DEADLINE:g} s (+ {GRACE:g} s), cap {CAP // 2**20} MiB (memory: {CAPS} caps)\n")
    print(ROW.format("fault", "ended as", "s", "asked", "MiB", "holds"))
    results = []
    async with hostile() as server:
        for case in CASES:
            result = await play(case, server)
            results.append(result)
            print(row(result))
    return results


def row(result: Result) -> str:
    """One line of the table."""
    peak = "-" if result.peak is None else f"{result.peak / 2**20:.1f}"
    holds = "yes" if not result.faults else f"NO: {'; '.join(result.faults)}"
    return ROW.format(result.case.name, result.ends, f"{result.seconds:.2f}", result.asked, peak, holds)


def summary(results: list[Result]) -> str:
    """How many of each group hold."""
    groups = Counter(result.case.group for result in results)
    held = Counter(result.case.group for result in results if not result.faults)
    return ", ".join(f"{group} {held[group]} of {count}" for group, count in groups.items())


if __name__ == "__main__":
    found = asyncio.run(main())
    print(f"\nhold: {summary(found)}\n")
    sys.exit(any(result.faults for result in found) or not asyncio.run(obeyed()))
