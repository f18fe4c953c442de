"""What runs in the child: loads a function, calls it for every job that arrives on a pipe, and answers on another.

It leaves when the pipe of jobs ends, that is when its parent closes it or is gone. A signal sees to that in the middle
of a job, native code included. Where the pipe is held open by somebody else, a fork of the parent, an alarm ends a job,
and an idle child looks now and then whether its parent is there.
"""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path

from chorus_ocr.errors import ChorusOcrError
from chorus_ocr.isolation.frames import receive, send

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl
    import resource
    import select

GRACE = 5.0
"""Seconds that a parent has to end a job that takes too long, before the alarm does."""

LONGEST = 1e8
"""Seconds, three years: what timers take on every system."""

LARGEST = 1 << 62
"""Bytes: what a bound of address space may be."""

LOOK = 10.0
"""Seconds between two looks of an idle child at its parent."""


class Kind(IntEnum):
    """What an answer is."""

    READY = 0
    UNKNOWN = 1  # the function, or what a job brings, cannot be loaded here
    RESULT = 2
    ERROR = 3
    UNSENDABLE = 4  # the function returned something that cannot be pickled
    OUT_OF_MEMORY = 5


Answer = tuple[Kind, object]


def main() -> None:
    """Serve one parent until its pipe ends."""
    jobs, answers = _take_pipes()
    _let_signals_end_this()
    function, why_not = _load(receive(jobs))
    if function is None:
        send(answers, pickle.dumps((Kind.UNKNOWN, why_not)))
        return
    send(answers, pickle.dumps((Kind.READY, _peak())))
    mapped = _mapped()
    parent = os.getppid()
    while _is_awaited(jobs, parent) and (bounds := receive(jobs)) is not None and (job := receive(jobs)) is not None:
        seconds, memory = pickle.loads(bounds)
        with _bounded(jobs, seconds, None if memory is None or mapped is None else mapped + memory):
            answer = _answer(function, job)
        send(answers, answer or pickle.dumps((Kind.OUT_OF_MEMORY, None)))


def _take_pipes() -> tuple[int, int]:
    """Return the pipes of jobs and of answers; what is written to standard output from here on goes nowhere.

    Native code writes where it likes: the pipes must not stand where it would.
    """
    jobs, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    if sys.platform == "win32":
        msvcrt.setmode(jobs, os.O_BINARY)
        msvcrt.setmode(answers, os.O_BINARY)
    return jobs, answers


def _load(packed: bytes | None) -> tuple[Callable[..., object] | None, str]:
    """Return the function, or None and what kept it from being loaded."""
    try:
        return pickle.loads(packed or b""), ""
    except Exception as error:  # whatever importing a module of the application raises
        return None, _in_words(error)


def _answer(function: Callable[..., object], job: bytes) -> bytes | None:
    """Return the answer to a job, packed; None where memory ran out."""
    try:
        try:
            arguments, keywords = pickle.loads(job)
        except MemoryError:
            raise
        except Exception as error:
            return pickle.dumps((Kind.UNKNOWN, _in_words(error)))
        try:
            result = function(*arguments, **keywords)
        except MemoryError:
            raise
        except Exception as error:
            return _packed_error(error)
        try:
            return pickle.dumps((Kind.RESULT, result), pickle.HIGHEST_PROTOCOL)
        except MemoryError:
            raise
        except Exception as error:  # whatever the objects raise
            return pickle.dumps((Kind.UNSENDABLE, _in_words(error)))
    except MemoryError:
        return None


def _packed_error(error: Exception) -> bytes:
    """Pack an error that the function raised; one that would not survive the way is told by a ``RuntimeError``."""
    if not isinstance(error, ChorusOcrError):
        error.add_note("In the worker process:\n" + "".join(traceback.format_tb(error.__traceback__)).rstrip())
    try:
        packed = pickle.dumps((Kind.ERROR, error))
        pickle.loads(packed)
    except MemoryError:
        raise
    except Exception:  # whatever a class of the application raises
        return pickle.dumps((Kind.ERROR, RuntimeError(_in_words(error))))
    return packed


def _in_words(error: Exception) -> str:
    # Not str(): it runs code of the error's own class, which may be what is broken.
    return "".join(traceback.TracebackException.from_exception(error, limit=0).format_exception_only()).strip()


# Bounds. The parent ends a job that takes too long; all of this is for what the parent cannot do from outside.

if sys.platform == "win32":

    def _let_signals_end_this() -> None: ...

    def _peak() -> int:
        return 0

    def _is_awaited(jobs: int, parent: int) -> bool:
        return True

    def _mapped() -> int | None:
        return None

    @contextmanager
    def _bounded(jobs: int, seconds: float | None, space: int | None) -> Iterator[None]:
        yield

else:

    def _let_signals_end_this() -> None:
        """Let the two signals do what they do by default, end the process, whatever was inherited."""
        deadly = {signal.SIGALRM, signal.SIGIO}
        for each in deadly:
            signal.signal(each, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, deadly)

    def _peak() -> int:
        """Return the most memory that this process is said to have held, in bytes: a parent's own counts on Linux."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def _is_awaited(jobs: int, parent: int) -> bool:
        """Wait until there is something on a pipe, its end included; return False where the parent is gone."""
        poll = select.poll()
        poll.register(jobs, select.POLLIN)
        while not poll.poll(LOOK * 1000):
            if os.getppid() != parent:
                return False
        return True

    def _mapped() -> int | None:
        """Return the address space in use, in bytes; None where the system does not tell it in Linux's way."""
        try:
            return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
        except OSError:
            return None

    @contextmanager
    def _bounded(jobs: int, seconds: float | None, space: int | None) -> Iterator[None]:
        """Bound the address space, in bytes in all, and leave no job behind when the parent is gone."""
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        if space is not None:
            most = LARGEST if hard == resource.RLIM_INFINITY else hard
            resource.setrlimit(resource.RLIMIT_AS, (min(space, most), hard))
        if seconds is not None:
            signal.setitimer(signal.ITIMER_REAL, min(seconds, LONGEST) + GRACE)
        _signal_the_end(jobs, wanted=True)
        try:
            yield
        finally:
            _signal_the_end(jobs, wanted=False)
            signal.setitimer(signal.ITIMER_REAL, 0)
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

    def _signal_the_end(jobs: int, *, wanted: bool) -> None:
        """Have the end of a pipe end this process. To be called when no job is on its way: that would end it, too."""
        with suppress(OSError):  # a system that knows no such signal for pipes
            fcntl.fcntl(jobs, fcntl.F_SETOWN, os.getpid())
            flags = fcntl.fcntl(jobs, fcntl.F_GETFL)
            fcntl.fcntl(jobs, fcntl.F_SETFL, flags | os.O_ASYNC if wanted else flags & ~os.O_ASYNC)
        if wanted:
            poll = select.poll()
            poll.register(jobs, 0)
            if poll.poll(0):  # it ended before the signal was asked for
                os._exit(1)
