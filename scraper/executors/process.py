"""Work in processes of their own, which may hang or die: every call has its answer or its error by its deadline.

Each worker has a pipe of its own. In pools whose workers share one, a worker that is killed in the middle of a message
takes the lock, or the rest of the message, with it, and the pool ends there: `concurrent.futures` by design, pebble
5.1 when it was tried.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import forkserver, resource_tracker
from queue import LifoQueue, SimpleQueue
from threading import Event, Lock, Semaphore, Thread
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from scraper.errors import PageTimeoutError, WorkerDiedError, WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess
    from types import TracebackType
    from typing import Concatenate

DEADLINE: Final = 60.0
"""Seconds that one call may take."""
LIFE: Final = 2000
"""Calls after which a worker is replaced: caches and leaks of the libraries end with it."""
WINDOW: Final = 4
"""Inputs read ahead for each worker, so that one slow page at the front does not leave the others idle."""

_PRELOADED: Final = ("scraper.executors.warm",)

ItemT = TypeVar("ItemT")
AnswerT = TypeVar("AnswerT")


def usable_cores() -> int:
    """Number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def silence() -> None:
    """Send the log of this process nowhere."""
    logging.getLogger().addHandler(logging.NullHandler())


class Workers:
    """A number of worker processes, from entering the context to leaving it; none is left then.

    `count` is how many (None: one a usable core), `deadline` the seconds that a call may take, `life` the calls
    after which a worker is replaced. `setup` is called in each as it starts. Tasks, items and answers are pickled.
    With `early`, what workers are forked from gets ready at once; without, when the first is needed, if one is.
    """

    def __init__(
        self,
        count: int | None = None,
        *,
        deadline: float = DEADLINE,
        life: int = LIFE,
        setup: Callable[[], None] = silence,
        early: bool = True,
    ) -> None:
        self._early = early
        reaping = Lock()
        self._workers = tuple(_Worker(deadline, life, setup, reaping) for _ in range(count or usable_cores()))
        # Last in, first out: a batch smaller than the workers starts no more of them than it needs.
        self._idle: LifoQueue[_Worker] = LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(len(self._workers), "worker")

    def __enter__(self) -> Self:
        if self._early:
            _prepare()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kill the workers, with whatever they are at, and see them gone."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.shut()
        for _ in self._workers:
            self._idle.get().end()

    def call(self, task: Callable[[ItemT], AnswerT], item: ItemT) -> AnswerT:
        """`task(item)`, done in a worker; waits for a free one. For any thread.

        Raises PageTimeoutError where it took longer than the deadline, and WorkerDiedError where its worker died
        or was killed, which an exception of the task's own does as well.
        """
        worker = self._idle.get()
        try:
            return worker.call(task, item)
        finally:
            self._idle.put(worker)

    def map(
        self,
        task: Callable[[ItemT], AnswerT],
        items: Iterable[ItemT],
        *,
        lost: Callable[Concatenate[ItemT, ...], AnswerT],
    ) -> Iterator[AnswerT]:
        """One answer an item, in their order: `task(item)`, or `lost(item, error=...)` where that gave none.

        Both are done in workers, so that this process needs none of what they import. At most WINDOW items a
        worker are read ahead, in a thread: an answer comes as soon as it is there, also while the next item is
        not. Raises what `items` raises, after the answers to what came before, and WorkerError where not even
        `lost` gave an answer.
        """

        def answer(item: ItemT) -> AnswerT:
            try:
                return self.call(task, item)
            except WorkerError as error:
                return self.call(partial(lost, error=error), item)

        def submit(item: ItemT) -> Future[AnswerT]:
            return self._threads.submit(answer, item)

        return _in_order(submit, items, WINDOW * len(self._workers))


class _Worker:
    """One worker process after the other, each begun when it is needed."""

    __slots__ = ("_deadline", "_left", "_life", "_pipe", "_process", "_reaping", "_setup", "_shut")

    def __init__(self, deadline: float, life: int, setup: Callable[[], None], reaping: Lock) -> None:
        # A start asks after every child there is; an exit code asked for by two threads at once is lost.
        self._reaping = reaping
        self._deadline = deadline
        self._life = life
        self._setup = setup
        self._left = 0
        self._shut = False
        self._process: BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None

    def call(self, task: Callable[[ItemT], AnswerT], item: ItemT) -> AnswerT:
        """`task(item)`, done in the process; raises PageTimeoutError or WorkerDiedError, and the process is gone."""
        try:
            pipe = self._ready()
            pipe.send((task, item))
            answered = pipe.poll(self._deadline)
            answer: AnswerT = pipe.recv() if answered else self._late()
        except (EOFError, OSError) as error:
            raise WorkerDiedError(f"its worker process died ({_told(self.end())}); report it with the input") from error
        self._left -= 1
        if not self._left:
            self.end()
        return answer

    def shut(self) -> None:
        """Kill the process, whatever another thread has it do; no other follows it."""
        self._shut = True
        process = self._process
        # Closed where the other thread has seen its end in this moment.
        with suppress(ValueError):
            if process:
                process.kill()

    def end(self) -> int | None:
        """Kill the process and see it gone; returns its exit code (None: there was none)."""
        process, self._process = self._process, None
        if self._pipe:
            self._pipe.close()
            self._pipe = None
        if not process:
            return None
        # One that died by itself keeps its own exit code: that is settled before its end of the pipe closes.
        with self._reaping:
            if process.exitcode is None:
                process.kill()
            process.join()
            code = process.exitcode
            process.close()
        return code

    def _ready(self) -> Connection[Any, Any]:
        """Pipe of a process that waits for a task."""
        if self._pipe:
            return self._pipe
        context = _context()
        self._pipe, theirs = context.Pipe()
        arguments = (theirs, self._setup, self._deadline)
        process = context.Process(target=_serve, args=arguments, name="scraper-worker", daemon=True)
        with self._reaping:
            _prepare()
            process.start()
        self._process = process
        theirs.close()
        # Asked after the start, as `shut` looks for the process after it has set this: one of the two kills it.
        if self._shut:
            raise EOFError
        self._pipe.recv()
        self._left = self._life
        return self._pipe

    def _late(self) -> Any:  # noqa: ANN401 - never returns; NoReturn would hide the lines after its call
        self.end()
        raise PageTimeoutError(
            f"took longer than {self._deadline:g} s and was stopped; give it more time, or leave it out"
        )


def _serve(pipe: Connection[Any, Any], setup: Callable[[], None], deadline: float) -> None:
    """Life of a worker process: do what comes through the pipe until it is closed."""
    # A terminal sends Ctrl-C to every process of the command; the one that started this decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    setup()
    try:
        pipe.send(None)
        while True:
            task, item = pipe.recv()
            with _last_resort(2 * deadline):
                answer = task(item)
            pipe.send(answer)
    except (EOFError, OSError):
        return


@contextmanager
def _last_resort(seconds: float) -> Iterator[None]:
    """Let the kernel end this process after `seconds`: its parent, which ends it sooner, may have been killed."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)


def _in_order(submit: Callable[[ItemT], Future[AnswerT]], items: Iterable[ItemT], window: int) -> Iterator[AnswerT]:
    """Results of `submit` for each item, in their order, with at most `window` submitted and not yet taken."""
    slots, stopped = Semaphore(window - 1), Event()
    submitted: SimpleQueue[Future[AnswerT] | None] = SimpleQueue()

    def read() -> None:
        try:
            for item in items:
                submitted.put(submit(item))
                slots.acquire()
                if stopped.is_set():
                    return
        except BaseException as error:  # noqa: BLE001 - raised again where the results are taken
            submitted.put(_failed(error))
        submitted.put(None)

    # A daemon: it may wait for a line of standard input that never comes.
    Thread(target=read, name="reader", daemon=True).start()
    try:
        while (future := submitted.get()) is not None:
            yield future.result()
            slots.release()
    finally:
        stopped.set()
        slots.release()


def _failed(error: BaseException) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(error)
    return future


def _prepare() -> None:
    """Have the process that workers are forked from import what they need, while this one goes on."""
    context = _context()
    if context.get_start_method() != "forkserver":
        return
    context.set_forkserver_preload(list(_PRELOADED))
    # Started first, since it unblocks SIGINT; what is started after it leaves Ctrl-C to this process.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> ForkServerContext | SpawnContext:
    """How processes are started: forked from one that has imported everything, or else from scratch."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


def _told(code: int | None) -> str:
    """Exit code of a process in words."""
    if code is None:
        return "it did not start"
    if code >= 0:
        return f"exit code {code}"
    return signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
