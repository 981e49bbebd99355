"""What worker processes are given to do in the tests: real work, since nothing can be patched there."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.article import Article

if TYPE_CHECKING:
    from scraper.errors import WorkerError
    from scraper.page import Page


def obey(order: str) -> str:
    """`order` done, which may be this process's end; what was done."""
    match order.split():
        case ["exit", code]:
            os._exit(int(code))
        case ["kill", number]:
            os.kill(os.getpid(), int(number))
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["spin"]:
            # A regular expression at work hears of no signal and lets no other thread of its process run.
            __import__("re").match("(a*)*b", "a" * 60)
        case ["deaf"]:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(600)
        case ["raise"]:
            sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - its traceback is expected
            raise RuntimeError("a fault of the task")
        case ["pid"]:
            return str(os.getpid())
        case ["log"]:
            logging.getLogger("scraper").warning("said in a worker")
    return order


def told(order: str, *, error: WorkerError) -> str:
    return f"{order}: {error.kind}: {error}"


def fatal(order: str, *, error: WorkerError) -> str:
    raise RuntimeError(order) from error


def grow(payload: bytes) -> bytes:
    return payload * 2


def record(page: Page) -> Article:
    """Stands in for the pipeline: does what the URL's path orders."""
    obey((page.url or "").rpartition("/")[2].replace("_", " "))
    return Article(id="x", rules_version="x", outcome="article", url=page.url, status=page.status)
