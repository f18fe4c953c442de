"""A child process and the two pipes to it: started, spoken with, and ended without leaving anything behind."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from chorus_ocr.errors import IsolationError
from chorus_ocr.isolation.child import LONGEST, Answer
from chorus_ocr.isolation.frames import receive, send

if sys.platform != "win32":
    import resource

# The parent's own path, so that the child finds what the parent found. Nothing before that may be taken from the
# working directory (-P): any module of the standard library could have a namesake there.
_START = "import sys; sys.path[:] = sys.argv[1:]; del sys.argv[1:]; from chorus_ocr.isolation.child import main; main()"

_DYING = 5.0
"""Seconds that a process has to leave by itself once it has closed its pipe."""


class Process:
    """A child that has been sent a function. One thread speaks with it; any thread may ``kill`` it.

    ``overran``: whether a deadline ended it. ``code``: what it ended with, negative for a signal; None while it runs.
    ``held``: the memory that it is known to have held, at least, in bytes; known once it has ended. ``peak_before``:
    what the system took for the most that it had held before it did anything.
    """

    def __init__(self, packed_function: bytes) -> None:
        if not sys.executable:
            raise IsolationError("the interpreter does not know its own executable")
        path = [each for each in sys.path if isinstance(each, str)]
        try:
            self._popen = _start([sys.executable, "-P", "-c", _START, *path])
        except (OSError, ValueError) as error:  # of values: a NUL character in the path
            told = getattr(error, "strerror", None) or error
            raise IsolationError(f"{sys.executable} does not start: {told}") from error
        assert self._popen.stdin is not None and self._popen.stdout is not None
        self._jobs, self._answers = self._popen.stdin, self._popen.stdout
        if sys.platform != "win32":
            os.set_blocking(self._jobs.fileno(), False)  # a child that reads no more must not hold up its parent
        self._parent = os.getpid()
        self._function: bytes | None = packed_function
        self._reaping = threading.Lock()
        self._speaking = threading.Lock()
        self._at_exit = False
        self.overran = False
        self.code: int | None = None
        self.held = self.peak_before = 0

    def start(self, seconds: float) -> Answer | None:
        """Send the function, once; return the child's answer, or None where it ended without one."""
        if self._function is None:
            return None
        packed, self._function = self._function, None
        return self._converse((packed,), seconds)

    @property
    def is_started(self) -> bool:
        """Whether the function has been sent."""
        return self._function is None

    def ask(self, job: bytes, seconds: float | None, memory: int | None) -> Answer | None:
        """Send a job; return the child's answer, or None where it ended without one."""
        return self._converse((pickle.dumps((seconds, memory)), job), seconds)

    def is_alive(self) -> bool:
        """Whether the process still runs, and is a child of this one, not of one that this was forked from."""
        return os.getpid() == self._parent and self._reap() is None

    def kill(self) -> None:
        """End the process, and what it may have started, now. Does nothing in a fork of its parent."""
        if os.getpid() != self._parent:
            return
        with self._reaping:
            if self.code is not None:
                return
            if sys.platform == "win32":
                self._popen.kill()
            else:
                with suppress(OSError):
                    os.killpg(self._popen.pid, signal.SIGKILL)

    def end(self, *, wait: float = 0.0) -> None:
        """Wait for the process so many seconds, then kill it; close its pipes. It may be called again.

        While another thread speaks with it, which is so at the exit of the interpreter alone, its pipes stay open and
        that thread stops where it is: it is not to tell of a failure that is none.
        """
        if os.getpid() != self._parent:
            self._forget()
            return
        if wait:
            self._wait(wait)
        if not self._speaking.acquire(blocking=False):
            self._at_exit = True
            self.kill()
            self._wait(_DYING)
            return
        try:
            self.kill()
            self._wait(_DYING)
            self._close()
        finally:
            self._speaking.release()

    def _forget(self) -> None:
        """Let go of a copy that a fork brought: the process is somebody else's."""
        self._popen.returncode = self.code = 0
        self._close()

    def _close(self) -> None:
        for pipe in (self._jobs, self._answers):
            with suppress(OSError):
                pipe.close()

    def _converse(self, messages: tuple[bytes, ...], seconds: float | None) -> Answer | None:
        answer = None
        until = None if seconds is None else time.monotonic() + min(seconds, LONGEST)
        with self._speaking:
            try:
                with self._deadline(seconds):
                    for message in messages:
                        send(self._jobs.fileno(), message, until)
                    answer = receive(self._answers.fileno(), until)
            except TimeoutError:
                self._overrun()
            except OSError:  # it is gone
                pass
            if answer is None and self._at_exit:
                threading.Event().wait()
        if answer is None or self.overran:
            self.end(wait=_DYING)
            return None
        try:
            found: Answer = pickle.loads(answer)
        except Exception as error:  # whatever the objects raise
            raise IsolationError(f"the answer of a worker process is not understood: {error}") from error
        return found

    @contextmanager
    def _deadline(self, seconds: float | None) -> Iterator[None]:
        """Hold a deadline where pipes cannot: by a thread, which may not be started while the interpreter ends."""
        if sys.platform != "win32" or seconds is None:
            yield
            return
        timer = threading.Timer(min(seconds, LONGEST), self._overrun)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _overrun(self) -> None:
        self.overran = True
        self.kill()

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while self._reap() is None and time.monotonic() < end:
            time.sleep(0.0005)

    def _reap(self) -> int | None:
        """Return the exit code of the process once it has ended, and let go of it."""
        with self._reaping:
            if self.code is None and os.getpid() == self._parent:
                if sys.platform == "win32":
                    self.code = self._popen.poll()
                else:
                    self._reap_here()
            return self.code

    if sys.platform != "win32":

        def _reap_here(self) -> None:
            # Not Popen.poll(): it does not tell how much memory the process held.
            try:
                pid, status, usage = os.wait4(self._popen.pid, os.WNOHANG)
            except ChildProcessError:  # somebody else in this process waits for every child
                self.code = 0
            else:
                if pid:
                    self.code = os.waitstatus_to_exitcode(status)
                    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
                    # On Linux the peak begins with the parent's own, and may tell nothing; every page of memory that
                    # a process comes to hold was missed once, unless pages are huge.
                    self.held = max(usage.ru_minflt * resource.getpagesize(), peak if peak > self.peak_before else 0)
            self._popen.returncode = self.code


def _start(command: list[str]) -> "subprocess.Popen[bytes]":
    """Start a process apart from the terminal's own group: the terminal's interruption is for the parent alone."""
    apart: dict[str, Any] = {"process_group": 0}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0, **apart
    )
