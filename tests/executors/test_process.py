"""Worker processes that hang, die and are killed: real ones."""

from __future__ import annotations

import itertools
import json
import multiprocessing
import os
import random
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scraper.errors import PageTimeoutError, WorkerDiedError
from scraper.executors.process import WINDOW, Workers, usable_cores
from tests.executors.tasks import fatal, grow, obey, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.conftest import StartCommand


def answers(orders: Iterable[str], *, count: int = 2, deadline: float = 30, life: int = 2000) -> list[str]:
    with Workers(count, deadline=deadline, life=life) as workers:
        found = list(workers.map(obey, orders, lost=told))
    assert multiprocessing.active_children() == []
    return found


def test_answers_come_in_the_order_of_the_items_whichever_is_first_done() -> None:
    orders = [f"sleep {seconds}" for seconds in (0.2, 0.0, 0.1, 0.05, 0.0)]
    assert answers(orders, count=3) == orders


def test_no_items_give_no_answers() -> None:
    assert answers([]) == []


@pytest.mark.parametrize("order", ["sleep 600", "spin", "deaf"])
def test_task_over_its_deadline_is_killed_and_told(order: str) -> None:
    begun = time.monotonic()
    found = answers(["one", order, "two"], deadline=0.5)
    assert found[::2] == ["one", "two"]
    assert found[1] == (
        f"{order}: page_timeout: took longer than 0.5 s and was stopped; give it more time, or leave it out"
    )
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("order", "how"),
    [("exit 3", "exit code 3"), ("kill 9", "SIGKILL"), ("kill 11", "SIGSEGV"), ("raise", "exit code 1")],
)
def test_worker_that_dies_is_told_and_the_rest_goes_on(order: str, how: str) -> None:
    found = answers(["one", order, "two", order, "three"])
    assert found[::2] == ["one", "two", "three"]
    assert found[1] == found[3] == f"{order}: worker_died: its worker process died ({how}); report it with the input"


def test_every_item_has_its_answer_while_workers_are_shot_at_random() -> None:
    dice = random.Random(7)  # noqa: S311 - not for secrets
    payloads = [bytes([number % 256]) * dice.randrange(1, 2_000_000) for number in range(150)]
    over = threading.Event()

    def shoot() -> None:
        while not over.wait(dice.uniform(0.02, 0.06)):
            for child in multiprocessing.active_children():
                with suppress(ProcessLookupError, ValueError):
                    os.kill(child.pid or 0, signal.SIGKILL)

    def call(payload: bytes) -> bytes | str:
        try:
            return workers.call(grow, payload)
        except WorkerDiedError as error:
            return error.kind

    with Workers(2) as workers:
        shooter = threading.Thread(target=shoot)
        shooter.start()
        found = [call(payload) for payload in payloads]
        over.set()
        shooter.join()
    assert "worker_died" in found
    assert all(answer in ("worker_died", payload * 2) for answer, payload in zip(found, payloads, strict=True))


def test_calls_raise_what_became_of_the_worker() -> None:
    with Workers(1, deadline=0.3) as workers:
        with pytest.raises(PageTimeoutError, match=r"longer than 0\.3 s"):
            workers.call(obey, "sleep 60")
        with pytest.raises(WorkerDiedError, match="exit code 4"):
            workers.call(obey, "exit 4")
        assert workers.call(obey, "one") == "one"


def test_item_that_has_no_answer_at_all_ends_the_batch() -> None:
    with Workers(1) as workers, pytest.raises(WorkerDiedError):
        list(workers.map(obey, ["exit 1"], lost=fatal))


def test_workers_are_replaced_after_their_life() -> None:
    pids = answers(["pid"] * 7, count=1, life=3)
    assert [len(list(group)) for _, group in itertools.groupby(pids)] == [3, 3, 1]


def test_batch_smaller_than_the_workers_starts_no_more_than_it_needs() -> None:
    with Workers(8) as workers:
        assert list(workers.map(obey, ["one"], lost=told)) == ["one"]
        assert len(multiprocessing.active_children()) == 1


def test_endless_items_are_read_no_further_than_the_window() -> None:
    read: list[str] = []

    def endless() -> Iterator[str]:
        for number in itertools.count():
            read.append(str(number))
            yield str(number)

    with Workers(2) as workers:
        found = workers.map(obey, endless(), lost=told)
        assert list(itertools.islice(found, 5)) == ["0", "1", "2", "3", "4"]
        time.sleep(0.2)
        assert len(read) <= 5 + 2 * WINDOW


def test_answer_comes_while_the_next_item_is_waited_for() -> None:
    asked, waited = threading.Event(), []

    def slow() -> Iterator[str]:
        yield "one"
        waited.append(asked.wait(20))
        yield "two"

    with Workers(2) as workers:
        found = workers.map(obey, slow(), lost=told)
        assert next(found) == "one"
        asked.set()
        assert list(found) == ["two"]
    assert waited == [True]


def test_items_that_fail_end_the_batch_after_the_answers_before() -> None:
    def broken() -> Iterator[str]:
        yield "one"
        raise OSError("disk")

    with Workers(2) as workers:
        found = workers.map(obey, broken(), lost=told)
        assert next(found) == "one"
        with pytest.raises(OSError, match="disk"):
            next(found)


def test_stopping_early_leaves_no_process_and_does_not_wait() -> None:
    begun = time.monotonic()
    with Workers(2) as workers:
        found = workers.map(obey, ["one", *["sleep 60"] * 50], lost=told)
        assert next(found) == "one"
    assert multiprocessing.active_children() == []
    assert time.monotonic() - begun < 10


def test_call_waiting_in_another_thread_ends_with_the_workers() -> None:
    raised: list[type[Exception]] = []

    def wait() -> None:
        try:
            workers.call(obey, "sleep 60")
        except WorkerDiedError as error:
            raised.append(type(error))

    threads = [threading.Thread(target=wait) for _ in range(3)]
    with Workers(1) as workers:
        for thread in threads:
            thread.start()
        while not multiprocessing.active_children():
            time.sleep(0.01)
    for thread in threads:
        thread.join(10)
    assert raised == [WorkerDiedError] * 3


def test_workers_are_silent_where_nothing_else_is_set_up(capfd: pytest.CaptureFixture[str]) -> None:
    assert answers(["log"]) == ["log"]
    assert capfd.readouterr().err == ""


def test_workers_are_as_many_as_the_usable_cores() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc what runs")


def running(session: int) -> list[str]:
    """Command lines of the processes of `session`, dead ones excepted."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            state, _, _, its_session, *_ = (path / "stat").read_text().rpartition(")")[2].split()
            if int(its_session) == session and state != "Z":
                found.append((path / "cmdline").read_text().replace("\0", " "))
    return found


@needs_proc
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_command_that_is_stopped_leaves_no_process(
    start_command: StartCommand, article_html: str, number: int, code: int
) -> None:
    command = start_command("clean", "--as", "jsonl", "-", "--deadline", "1.5", session=1)
    assert command.stdin
    assert command.stdout
    slow = article_html.replace("<p>", "<div>" * 100_000 + "<p>")
    for html in (article_html, slow, slow):
        command.stdin.write(json.dumps({"html": html}).encode() + b"\n")
    command.stdin.flush()
    assert json.loads(command.stdout.readline())["outcome"] == "article"
    # As a terminal does it for Ctrl-C: to every process of the command.
    os.killpg(command.pid, number) if number == signal.SIGINT else command.send_signal(number)
    assert command.wait(10) == code
    begun = time.monotonic()
    while left := running(command.pid):
        assert time.monotonic() - begun < 10, left
        time.sleep(0.05)
    assert b"Traceback" not in (command.stderr.read() if command.stderr else b"")
