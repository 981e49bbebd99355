"""No regular expression of the package takes more than linear time, whatever line it is given.

Every pattern that a module holds, in a table too, is tried in the ways in which the sources call it (`search` where
they do not tell), on lines of what may be repeated and of the words of the pattern itself. A line four times as long
may take four times as long, not sixteen times: the growth is what is asserted, so that it holds on any machine.
Patterns that are not linear by themselves are called on so many characters only; then the function that sees to it is
what is measured. The rules of the cleaners have a test of their own, with a limit in seconds.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

import scraper
from scraper.cleaners.rules.rule import Phrase
from scraper.extractors.access.prompts import is_wall
from scraper.extractors.images.captions import part_caption
from scraper.extractors.names import split
from tests.adversarial import FILLERS as COMMON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORT = 400
"""Characters of the lines of which the slowest is looked for."""
PROBES = (2_000, 8_000)
"""Characters at which what is not linear shows before it costs minutes."""
FURTHER = (8_000, 32_000)
"""Where a disturbed measurement hid it at those, it shows here before it costs hours."""
SIZES = (250_000, 1_000_000)
GROWTH = 11
"""Times as long that a line four times as long may take: 4 where it is linear, up to 9 where it outgrows the caches of
the processor, 16 where it is quadratic."""
TRIES = 5
"""A measurement may be disturbed; not five of five."""
NOTHING = 0.004
"""Seconds too short to tell growth by."""
FILLERS = (
    *COMMON,
    "<",
    "<a",
    "<a ",
    '"',
    "\n",
    "\t",
    "\r",
    ": ",
    "–",
    "é",
    "=",
    "&",
    "'",
    ";",
    "|",
    "| ",
    "T",
    "1:",
    "あ",
    "Ã",
    "\xc2\xa0",
    "[",
    "#",
    "* ",
    "\\",
    "?",
    "a,",
    'a="',
    "Aa",
    "A.",
    "\x80",
    "1 ",
    "//",
    "_",
    "-\n",
)
STARTS = ("", "a", "<a ", '"')
END = "!\x01"
METHODS: Final = frozenset({"search", "match", "fullmatch", "sub", "split", "findall", "finditer"})
TABLES: Final[Mapping[str, str]] = {"scraper.discovery.link._KINDS": "match"}
"""How the patterns of tables are called, where it is not `search`."""
BOUNDED: Final[Mapping[str, Callable[[str], object]]] = {
    "scraper.extractors.images.captions.CREDIT": part_caption,
    "scraper.extractors.access.prompts._SAYING": is_wall,
    **dict.fromkeys(
        (f"scraper.extractors.names.{name}" for name in ("_PREFIX", "_JOINTS", "_ROLE")), lambda line: list(split(line))
    ),
}
"""Functions that call a pattern on so many characters only, and with white space folded."""
ROOT = Path(scraper.__file__).parent


class Used(NamedTuple):
    """A pattern as the sources use it; `call` is what is measured."""

    name: str
    pattern: re.Pattern[Any]
    call: Callable[[Any], object]


@cache
def _sources() -> Mapping[str, list[ast.AST]]:
    """Nodes of every module's source, by the module's name."""
    return {
        ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__"): list(
            ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
        for path in ROOT.rglob("*.py")
    }


def _uses() -> Mapping[str, set[str]]:
    """Methods that the sources call on each module-level name, by the name's full path."""
    found: dict[str, set[str]] = {}
    for module, tree in _sources().items():
        imported = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in tree
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in tree:
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                of = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                if isinstance(of, ast.Name):
                    found.setdefault(imported.get(of.id, f"{module}.{of.id}"), set()).add(node.attr)
    return found


def _inline() -> Iterator[Used]:
    """Patterns that stand where they are called: `re.search(r"…", text)`."""
    for module, tree in _sources().items():
        for node in tree:
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=method), args=[ast.Constant(value=str(source)), *_]
                ) if method in METHODS:
                    pattern = re.compile(source)
                    yield Used(f"{module}:{node.lineno}.{method}", pattern, _call("", pattern, method))


def _held(value: object) -> Iterator[re.Pattern[Any]]:
    """Patterns that a module-level value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Phrase):
        yield value.compiled
    elif isinstance(value, Mapping):
        yield from (found for one in value.values() for found in _held(one))
    elif isinstance(value, (tuple, list, frozenset)):
        yield from (found for one in value for found in _held(one))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (found for field in fields(value) for found in _held(getattr(value, field.name)))


def _used() -> Iterator[Used]:
    """Every pattern outside the rules' table, once for each way in which it is called."""
    uses, seen = _uses(), set()
    for module in pkgutil.walk_packages(scraper.__path__, "scraper."):
        if module.name.endswith("__main__") or module.name.startswith("scraper.cleaners.rules"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            full = f"{module.name}.{name}"
            for pattern in () if name == "RULES" else _held(value):
                if pattern not in seen:
                    seen.add(pattern)
                    methods = sorted(uses.get(full, {TABLES.get(full, "search")}))
                    yield from (Used(f"{full}.{method}", pattern, _call(full, pattern, method)) for method in methods)


def _call(name: str, pattern: re.Pattern[Any], method: str) -> Callable[[Any], object]:
    if name in BOUNDED:
        return BOUNDED[name]
    if method == "sub":
        return lambda line: pattern.sub(line[:0], line)
    if method == "finditer":
        return lambda line: [None for _ in pattern.finditer(line)]
    found: Callable[[Any], object] = getattr(pattern, method)
    return found


def _seconds(used: Used, case: tuple[str, str], size: int) -> float:
    start, filler = case
    text = start + filler * (size // len(filler)) + END
    line = text.encode() if isinstance(used.pattern.pattern, bytes) else text
    before = time.thread_time()
    used.call(line)
    return time.thread_time() - before


def _fillers(pattern: re.Pattern[Any]) -> Iterator[str]:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    yield from FILLERS
    for literal in list(dict.fromkeys(re.findall(r"[^\W\d_]{2,20}|[:;,.<>=\"/-]{1,3}", source)))[:30]:
        yield from (literal, f"{literal} ")


@pytest.mark.parametrize("used", [pytest.param(used, id=used.name) for used in (*_used(), *_inline())])
def test_pattern_takes_linear_time(used: Used) -> None:
    cases = [(start, filler) for filler in _fillers(used.pattern) for start in STARTS]
    *_, other, slowest = sorted(cases, key=lambda case: _seconds(used, case, SHORT))
    for case, sizes in ((other, PROBES), (slowest, PROBES), (slowest, FURTHER), (slowest, SIZES)):
        assert any(_grows_as_the_line(used, case, sizes) for _ in range(TRIES)), case


def _grows_as_the_line(used: Used, case: tuple[str, str], sizes: tuple[int, int]) -> bool:
    once, again = (_seconds(used, case, size) for size in sizes)
    return again < max(GROWTH * once, NOTHING)


def test_every_pattern_of_the_package_is_looked_at() -> None:
    names = {used.name for used in _used()}
    assert {
        "scraper.words._WORD.findall",
        "scraper.discovery.link._KINDS.match",
        "scraper.inputs._HTML_START.match",
    } <= names
    assert len(names) > 90


@pytest.mark.parametrize("source", ["a+b", r"\s+$"])
def test_what_is_not_linear_is_told(source: str) -> None:
    pattern = re.compile(source)
    with pytest.raises(AssertionError):
        test_pattern_takes_linear_time(Used(source, pattern, pattern.search))
