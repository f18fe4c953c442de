"""A worker: one function, called in a child process that is ended and replaced when need be."""

import pickle
import signal
import threading
import weakref
from collections.abc import Callable
from contextlib import AbstractContextManager
from copy import copy
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar, cast

from chorus_ocr.errors import IsolationError
from chorus_ocr.isolation.child import Kind
from chorus_ocr.isolation.process import Process

P = ParamSpec("P")
R = TypeVar("R")

START_SECONDS = 120.0
"""What a child has to start and import the function's module: it counts for no job."""

_ADVICE = "define it in a module that a new process can import"
_INTERPRETER = 32 * 1024 * 1024
"""About what a process holds before it does anything, in bytes."""


class Ended(Exception):
    """The child ended, or was ended, before the function returned."""


class OutOfTime(Ended):
    """The function took longer than it may."""


class OutOfMemory(Ended):
    """The function took more memory than it may, or the system has none left."""


class Died(Ended):
    """The child died of itself: native code crashed, or the function ended its process."""


class Stopped(Ended):
    """The worker was stopped, from another thread, while the function ran."""


class NotImportable(TypeError):
    """The function cannot be loaded in another process."""


class Worker(Generic[P, R]):
    """Calls a function in a child process, one call at a time.

    ``function``: found by its name in a module, or an object that pickles. ``seconds``: for one call; the child's
    start does not count. ``memory``: in bytes of address space, over what the child maps once it has loaded the
    function; it holds where the system tells that in Linux's way, and nowhere else. None lifts either.

    The child is started at the first call, serves the following ones, and is replaced after a failure of its own. A
    call that fails in a child that served others before is made once more, in a new one, unless it took too long: what
    comes out does not depend on what came before. It ends with the worker: at ``stop()``, at the end of a ``with``
    block, when the worker is forgotten, or at the exit of the interpreter; and by itself when its parent is gone.

    Raises ``NotImportable``, a ``TypeError``, where the function cannot be pickled.
    """

    _process: Process | None
    _end: "weakref.finalize[[], Any] | None"
    _stopped: bool
    _calling: threading.Lock  # held for the length of a call
    _changing: AbstractContextManager[Any]  # held while the process is replaced

    def __init__(self, function: Callable[P, R], *, seconds: float | None = None, memory: int | None = None) -> None:
        self._name = getattr(function, "__qualname__", type(function).__qualname__)
        self._seconds, self._memory = seconds, memory
        try:
            self._packed = pickle.dumps(function, pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # whatever the objects raise
            raise NotImportable(f"{self._name} cannot be sent to another process: {error}; {_ADVICE}") from error
        self._be_new()

    def another(self) -> Self:
        """Return a worker of the same function, which is not pickled again."""
        made = copy(self)
        made._be_new()
        return made

    def run(self, *arguments: P.args, **keywords: P.kwargs) -> R:
        """Call the function with these arguments in the child, and return what it returns.

        Raises what it raises; ``OutOfTime``, ``OutOfMemory`` or ``Died`` where it does not come to an end; ``Stopped``
        after ``stop()``; ``TypeError`` where an argument or the result cannot be pickled, ``NotImportable`` where the
        child cannot load the function; ``IsolationError`` where no child starts.
        """
        try:
            job = pickle.dumps((arguments, keywords), pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # whatever the objects raise
            raise TypeError(f"an argument of {self._name} cannot be sent to another process: {error}") from error
        with self._calling:
            process, is_new = self._running()
            try:
                return self._call(process, job)
            except (OutOfMemory, Died):
                if is_new:
                    raise
            return self._call(self._running()[0], job)

    def stop(self) -> None:
        """End the child, whatever it does, from any thread; nothing can be run from then on."""
        with self._changing:
            self._stopped = True
            if self._process is not None:
                self._process.kill()
        # A call in progress puts away what it uses; where there is none, nobody else would.
        if self._calling.acquire(blocking=False):
            try:
                self._drop()
            finally:
                self._calling.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.stop()

    def _be_new(self) -> None:
        self._process = None
        self._end = None
        self._stopped = False
        self._calling = threading.Lock()
        self._changing = threading.RLock()

    def _running(self) -> tuple[Process, bool]:
        """Return a child that is alive, and whether it was started for this."""
        with self._changing:
            if self._stopped:
                raise Stopped("the worker is stopped")
            if self._process is not None and self._process.is_alive() and not self._process.overran:
                return self._process, False
            self._drop()
            process = self._process = Process(self._packed)
            self._end = weakref.finalize(self, process.end)
            return process, True

    def _drop(self) -> None:
        with self._changing:
            end, self._end, self._process = self._end, None, None
        if end is not None:
            end()

    def _call(self, process: Process, job: bytes) -> R:
        try:
            if not process.is_started:
                self._start(process)
            answer = process.ask(job, self._seconds, self._memory)
        except BaseException:
            # An interruption, for one: what the child says next would be the answer to a call that is over.
            self._drop()
            raise
        if answer is None:
            self._drop()
            raise self._why(process)
        kind, content = answer
        match kind:
            case Kind.RESULT:
                return cast("R", content)
            case Kind.ERROR if isinstance(content, Exception):
                try:
                    raise content
                finally:
                    del answer, content  # else the error holds this call, which holds the error
            case Kind.UNKNOWN:
                raise TypeError(
                    f"an argument of {self._name} cannot be loaded in another process: {content}; {_ADVICE}"
                )
            case Kind.UNSENDABLE:
                raise TypeError(f"what {self._name} returns cannot be sent to another process: {content}")
            case _:
                self._drop()  # what is left of its memory is not what a new one has
                raise OutOfMemory("it takes more memory than allowed")

    def _start(self, process: Process) -> None:
        answer = process.start(START_SECONDS)
        if answer is None:
            why = self._why(process)
            if isinstance(why, Stopped):
                raise why
            raise IsolationError(f"a new process ended before it was ready: {why}")
        kind, content = answer
        if kind is not Kind.READY:
            raise NotImportable(f"{self._name} cannot be loaded in another process: {content}; {_ADVICE}")
        process.peak_before = content if isinstance(content, int) else 0

    def _why(self, process: Process) -> Ended:
        """Return why a process has ended without an answer."""
        if self._stopped:
            return Stopped("the worker is stopped")
        if process.overran:
            return OutOfTime("it takes longer than allowed")
        code = process.code or 0
        if code >= 0:
            return Died(f"exit code {code}")
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        if name == "SIGALRM":
            return OutOfTime("it takes longer than allowed")
        if name == "SIGKILL":  # not ours: the system's, when memory runs out for all
            return OutOfMemory("killed by the system, as happens where memory runs out")
        # A library that is refused memory gives up. It would not hold that much, had it given up for another reason.
        if name == "SIGABRT" and self._memory is not None and process.held > _INTERPRETER + self._memory // 4:
            return OutOfMemory("it takes more memory than allowed")
        return Died(name)
