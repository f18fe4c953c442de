"""Several workers of one function: jobs go in, outcomes come out as they are ready."""

import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from chorus_ocr.isolation.worker import Stopped, Worker

T = TypeVar("T")
R = TypeVar("R")

_WAKING = 1.0
"""Seconds between two looks at an interruption, which does not end a wait on every system."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """What came of a job: ``error`` is what ``Worker.run`` raised, or None; ``value`` is what it returned."""

    job: int
    value: R | None = None
    error: Exception | None = None


class Pool(Generic[T, R]):
    """Calls a function in up to ``size`` child processes at a time, each watched over by a thread: see ``Worker``.

    Processes are started as jobs come, and end at ``close()``, with the pool, or with the interpreter.
    """

    def __init__(
        self, function: Callable[[T], R], size: int, *, seconds: float | None = None, memory: int | None = None
    ) -> None:
        self._size = size
        first = Worker(function, seconds=seconds, memory=memory)
        self._workers = [first, *(first.another() for _ in range(size - 1))]
        self._threads: list[threading.Thread] = []
        self._jobs: SimpleQueue[tuple[int, T] | None] = SimpleQueue()
        self._outcomes: SimpleQueue[Outcome[R]] = SimpleQueue()
        self._finalizer = weakref.finalize(self, _stop, self._workers)

    def submit(self, job: int, argument: T) -> None:
        """Have the function called with an argument, as soon as a worker is free."""
        self._jobs.put((job, argument))
        if len(self._threads) < self._size:
            # Threads that end with the interpreter: one that waits for a job must not keep it from ending.
            given = (self._workers[len(self._threads)], self._jobs, self._outcomes)
            thread = threading.Thread(target=_serve, args=given, daemon=True)
            self._threads.append(thread)
            thread.start()

    def take(self) -> Outcome[R]:
        """Return the next outcome, waiting for it. To be called once for every job, no more."""
        while True:
            try:
                return self._outcomes.get(timeout=_WAKING)
            except Empty:
                continue

    def close(self) -> None:
        """End every process, whatever it does, and let go of what was not taken."""
        if self._finalizer.detach() is None:
            return  # closed, or the interpreter ends and threads no longer do
        _stop(self._workers)
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            if thread is not threading.current_thread():  # forgotten in a cycle, it is closed wherever that is found
                thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()


def _serve(
    worker: Worker[[T], R], jobs: "SimpleQueue[tuple[int, T] | None]", outcomes: "SimpleQueue[Outcome[R]]"
) -> None:
    while (given := jobs.get()) is not None:
        job, argument = given
        try:
            outcome = Outcome(job, value=worker.run(argument))
        except Stopped:
            return
        except Exception as error:  # whatever the function raises is for who takes the outcome
            # Its trace would hold the job, and this thread's worker, for as long as somebody holds the error.
            outcome = Outcome(job, error=error.with_traceback(None))
        outcomes.put(outcome)
        del given, argument, outcome  # held no longer than needed: the next job may be long in coming


def _stop(workers: list[Worker[Any, Any]]) -> None:
    for worker in workers:
        worker.stop()
