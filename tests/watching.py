"""Run as a script: scans a PDF while every call in the process is watched, and tells which ones depend on more than it.

A report may depend on the bytes and the arguments alone. What would make it depend on the day, the machine or chance
is a call: of the clock, the environment, the locale, the network, a source of random numbers, the file system.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

CLOCKS = frozenset({"time", "time_ns", "localtime", "gmtime", "strftime", "ctime", "asctime", "sleep"})
"""Of the module ``time``. ``monotonic`` is a stopwatch, not a clock: limits may need one."""
DAYS = frozenset({"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp"})
MACHINE = frozenset(
    {"urandom", "getrandom", "getcwd", "getcwdb", "getpid", "getppid", "getuid", "getlogin", "uname", "cpu_count",
     "listdir", "scandir", "putenv", "unsetenv", "getloadavg", "times", "system"}
)  # fmt: skip
MODULES = frozenset({"_random", "random", "_locale", "locale", "_socket", "socket", "_uuid", "uuid", "secrets", "ssl"})
PYTHON_FILES = frozenset(
    {"locale.py", "random.py", "socket.py", "uuid.py", "secrets.py", "tempfile.py", "platform.py", "getpass.py",
     "subprocess.py", "threading.py", "warnings.py", "gettext.py"}
)  # fmt: skip


def forbidden_c(function: Any) -> str | None:
    """Return the name of a function of C that tells something of the world, else None."""
    name = getattr(function, "__name__", "")
    owner = getattr(function, "__self__", None)
    home = getattr(function, "__module__", None) or getattr(owner, "__name__", None) or type(owner).__module__
    if home == "time" and name in CLOCKS:
        return f"time.{name}"
    if isinstance(owner, type) and issubclass(owner, date) and name in DAYS:
        return f"{owner.__name__}.{name}"
    if home in ("posix", "nt") and name in MACHINE:
        return f"os.{name}"
    if home in MODULES or type(owner).__module__ in MODULES:
        return f"{home}.{name}"
    return None


def forbidden_python(frame: FrameType) -> str | None:
    """Return the name of a function of Python that tells something of the world, else None."""
    code = frame.f_code
    file = Path(code.co_filename).name
    if file in PYTHON_FILES:
        return f"{file}:{code.co_qualname}"
    if code.co_qualname.startswith("_Environ.") or (file == "os.py" and code.co_name in ("getenv", "getenvb")):
        return f"os.{code.co_qualname}"
    if "logging" in Path(code.co_filename).parts:
        return f"logging.{code.co_qualname}"
    return None


def caller_of(frame: FrameType | None) -> str:
    """Return the module that a call comes from, the standard library between them left out.

    What a module of the standard library does while it is imported is its own.
    """
    name = ""
    while frame is not None:
        name = str(frame.f_globals.get("__name__"))
        if name.startswith("importlib") or name.partition(".")[0] not in sys.stdlib_module_names:
            return name
        frame = frame.f_back
    return name


class Watch:
    """Notes forbidden calls while it is on. ``ours``: only those that a module of the package makes itself."""

    def __init__(self, *, ours: bool) -> None:
        self.ours = ours
        self.calls: list[str] = []

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        """Note one event of the interpreter: see ``sys.setprofile``."""
        if event == "c_call":
            named, caller = forbidden_c(argument), frame
        elif event == "call" and frame.f_back is not None:
            named, caller = forbidden_python(frame), frame.f_back
        else:
            return
        if named is not None:
            nearest = caller_of(caller)
            if not self.ours or nearest.startswith("chorus_ocr"):
                self.calls.append(f"{named} from {nearest}")

    def during(self, work: Callable[[], object]) -> list[str]:
        """Return the forbidden calls that some work makes."""
        sys.setprofile(self)
        try:
            work()
        finally:
            sys.setprofile(None)
        return sorted(set(self.calls))


HARMLESS = ("array.", "builtins.id", "ctypes.", "object.", "code.", "sys._getframe", "sys.setprofile")
"""Audit events of a computation, and of calls into the native engine."""
EVENTS: list[str] = []
"""What the interpreter told its audit hook, while ``LISTENING`` is not empty."""
LISTENING: list[bool] = []


def hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Note an audit event that is not harmless."""
    if LISTENING and not event.startswith(HARMLESS):
        EVENTS.append(f"{event} {arguments[0]}" if event == "open" else event)


def heard(work: Callable[[], object]) -> list[str]:
    """Return the audit events that some work raises."""
    EVENTS.clear()
    LISTENING.append(True)
    try:
        work()
    finally:
        LISTENING.clear()
    return list(EVENTS)


def prying() -> None:
    """Do all that the library must not do: so that a watch that sees nothing is found out."""
    import locale
    import os
    import random
    import socket
    import time

    time.time()
    time.localtime()
    datetime.now()  # noqa: DTZ005 - it is there to be caught
    date.today()  # noqa: DTZ011 - so is this
    os.environ.get("HOME")
    os.getenv("LANG")
    os.urandom(1)
    Path.cwd()
    random.random()
    random.randint(1, 2)
    locale.localeconv()
    socket.socket().close()
    with tempfile.TemporaryFile() as file:
        file.write(b"x")


def as_ours(work: Callable[[], None]) -> Callable[[], None]:
    """Return a function as it would be in a module of the package."""
    return FunctionType(work.__code__, {**work.__globals__, "__name__": "chorus_ocr.prying"})


def main(path: str) -> dict[str, list[str]]:
    """Return what was seen: while the package is imported and first used, while it works, and in a work that pries."""

    def first() -> None:
        import chorus_ocr

        chorus_ocr.scan(path, password="secret")

    def again() -> None:
        import chorus_ocr

        report = chorus_ocr.scan(path, password="secret", today=date(2026, 11, 1))
        report.to_json()
        report.masked().to_json()
        for name in report.fields:
            report.explain(name)
        chorus_ocr.CHORUS_PRO.with_keywords("iban", "compte du trésor")

    seen = {"first use": Watch(ours=True).during(first)}
    again()
    seen["work"] = Watch(ours=False).during(again)
    sys.addaudithook(hear)
    seen["events"] = heard(again)
    seen["prying"] = Watch(ours=False).during(prying)
    seen["prying of ours"] = Watch(ours=True).during(as_ours(prying))
    seen["prying events"] = heard(prying)
    return seen


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])))
