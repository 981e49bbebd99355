"""The error tree: as its docstring draws it, with stable kinds and documented exit codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from scraper import errors
from scraper.errors import ConfigError, ScraperError, UsageError, may_pass

if TYPE_CHECKING:
    from collections.abc import Iterator


def _tree(kind: type[ScraperError]) -> Iterator[type[ScraperError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _tree(below)


EVERY = [kind for kind in _tree(ScraperError) if kind.__module__ == errors.__name__]
RETRYABLE = {
    "ConnectionFailedError",
    "DeadlineError",
    "HostParkedError",
    "RetryStatusError",
    "RobotsUnavailableError",
}


def _drawn() -> list[tuple[int, str]]:
    """Depth and name of every class in the docstring's drawing."""
    lines = re.findall(r"^([│ ]*)[├└]── (\w+)", errors.__doc__ or "", re.MULTILINE)
    return [(len(indent) // 4, name) for indent, name in lines]


def test_docstring_draws_the_tree_as_it_is() -> None:
    def depth(kind: type[ScraperError]) -> int:
        return kind.__mro__.index(ScraperError) - 1

    assert sorted(_drawn()) == sorted((depth(kind), kind.__name__) for kind in EVERY[1:])


def test_drawing_puts_each_class_under_its_base() -> None:
    above: dict[int, str] = {-1: "ScraperError"}
    for depth, name in _drawn():
        assert getattr(errors, name).__base__.__name__ == above[depth - 1]
        above[depth] = name


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_error_says_what_it_was_given(kind: type[ScraperError]) -> None:
    with pytest.raises(ScraperError, match="what to do"):
        raise kind("what to do")


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_only_what_may_pass_is_retryable(kind: type[ScraperError]) -> None:
    assert kind.retryable == (kind.__name__ in RETRYABLE)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_exit_code_is_the_documented_one(kind: type[ScraperError]) -> None:
    documented = {UsageError: 2, ConfigError: 78, errors.LockedError: 75}
    assert kind.exit_code == next((code for above, code in documented.items() if issubclass(kind, above)), 1)


def test_kinds_tell_the_errors_apart() -> None:
    kinds = [kind.kind for kind in EVERY if kind is not errors.RetryStatusError]
    assert len(kinds) == len(set(kinds))
    assert errors.RetryStatusError.kind == errors.StatusError.kind


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_only_robots_txt_has_an_outcome_of_its_own(kind: type[ScraperError]) -> None:
    assert (kind.outcome == "robots_denied") == kind.__name__.startswith("Robots")


@pytest.mark.parametrize(("status", "passes"), [(429, True), (503, True), (600, False), (404, False), (None, False)])
def test_statuses_that_may_pass(status: int | None, passes: bool) -> None:  # noqa: FBT001 - a row
    assert may_pass(status) is passes
