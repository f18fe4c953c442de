"""Functions for the tests to run in other processes: some work, and some go wrong in every way there is."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from typing import NoReturn

from chorus_ocr import DamagedDocument, LimitExceeded


class Odd(Exception):
    """Cannot be made anew from what it is pickled with."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


class AddsUp:
    """A function with a state of its own."""

    def __init__(self, start: int) -> None:
        self.start = start

    def __call__(self, more: int, *, times: int = 1) -> int:
        """Return the sum."""
        return self.start + more * times


class Unloadable:
    """Pickles, and cannot be loaded again."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return _no_such_thing, (0,)

    def __call__(self) -> None:
        """Do nothing: it is never called."""


def _no_such_thing(_: int) -> NoReturn:
    raise LookupError("no such thing")


def double(number: int) -> int:
    """Return twice the number."""
    return 2 * number


def pid() -> int:
    """Return the process that this runs in."""
    return os.getpid()


def path() -> list[str]:
    """Return where modules are looked for."""
    return sys.path


def group_and_alarm() -> tuple[int, float]:
    """Return the process group, and the seconds until the alarm."""
    return os.getpgid(0), signal.getitimer(signal.ITIMER_REAL)[0]


def length(data: bytes) -> int:
    """Return the length."""
    return len(data)


def zeros(count: int) -> bytes:
    """Return so many zeros."""
    return bytes(count)


def loop(_: object = None) -> NoReturn:
    """Never end, in Python."""
    while True:
        pass


def loop_natively() -> None:
    """Never end, in native code that holds the interpreter's lock and looks at no signal."""
    library = ctypes.PyDLL(None)
    while True:
        library.sleep(1000)


def first_then_loop(file: str) -> None:
    """Write the process to a file, then never end."""
    with open(file, "w", encoding="utf-8") as out:  # noqa: PTH123 - by its name, as it was sent
        out.write(f"{os.getpid()}\n")
    loop_natively()


def hog(_: object = None) -> int:
    """Take memory until there is none."""
    held: list[bytes] = []
    while True:
        held.append(b"x" * (1024 * 1024 + len(held)))


def hold(count: int) -> int:
    """Take so many mebibytes, and give them back."""
    return len(b"x" * (count * 1024 * 1024))


def keep(count: int) -> int:
    """Take so many mebibytes, and keep them."""
    KEPT.append(b"x" * (count * 1024 * 1024))
    return len(KEPT)


KEPT: list[bytes] = []


def crash(number: int) -> None:
    """Die of a signal."""
    os.kill(os.getpid(), number)
    time.sleep(60)


def dereference_nothing() -> None:
    """Die of native code."""
    ctypes.string_at(0)


def leave(code: int) -> NoReturn:
    """End the process."""
    os._exit(code)


def leave_politely(code: int) -> NoReturn:
    """End the process as a script does."""
    sys.exit(code)


def crash_the_second_time() -> int:
    """Die of a signal where another call came before."""
    KEPT.append(b"")
    if len(KEPT) > 1:
        os.abort()
    return os.getpid()


def fail(message: str) -> NoReturn:
    """Raise a common error."""
    raise ZeroDivisionError(message)


def fail_oddly() -> NoReturn:
    """Raise an error that cannot travel."""
    raise Odd(1, 2)


def fail_typed(limit: str) -> NoReturn:
    """Raise one of ours."""
    if limit:
        raise LimitExceeded("x.pdf", "too much", limit)
    raise DamagedDocument("x.pdf", "no pages")


def return_a_function() -> object:
    """Return what cannot be pickled."""
    return lambda: 0


def shout() -> int:
    """Write to standard output and error in every way, and read standard input."""
    print("noise")  # noqa: T201 - the noise is the test
    print("noise", file=sys.stderr)  # noqa: T201 - the noise is the test
    os.write(1, b"\0\0\0\0\0\0\0\5noise")
    os.write(2, b"noise")
    subprocess.run([sys.executable, "-c", "print('noise')"], check=True)
    return len(sys.stdin.read())


def start_another(file: str) -> None:
    """Start a process that outlives this one, write which one, and never end."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"])
    with open(file, "w", encoding="utf-8") as out:  # noqa: PTH123 - by its name, as it was sent
        out.write(f"{child.pid}\n")
    loop_natively()
