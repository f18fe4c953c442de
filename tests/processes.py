"""What tests want to know of processes: who is whose child, and whether they are gone."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PROC = Path("/proc")

MEBIBYTE = 1024 * 1024

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the address space is bounded on Linux only")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system has no /proc to look into")

PATIENCE = 120.0
"""Seconds after which something that should have happened will not: for a machine under load."""


def until(condition: Callable[[], bool]) -> bool:
    """Wait for a condition; return whether it came true."""
    end = time.monotonic() + PATIENCE
    while not (true := condition()) and time.monotonic() < end:
        time.sleep(0.01)
    return true


def children(pid: int) -> set[int]:
    """Return the children of a process, those that ended and were not waited for included."""
    return {int(path.parent.name) for path in PROC.glob("[0-9]*/stat") if _fields(path)[1:2] == [str(pid)]}


def is_gone(pid: int) -> bool:
    """Whether a process has ended, waited for or not."""
    return _fields(PROC / str(pid) / "stat")[:1] in ([], ["Z"], ["X"])


def _fields(stat: Path) -> list[str]:
    """Return the state of a process, its parent and so on; nothing for one that is not there."""
    try:
        return stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def written_pid(path: Path) -> int:
    """Wait for a file in which a process tells its number, and return that."""
    assert until(lambda: path.exists() and path.read_text(encoding="utf-8").endswith("\n"))
    return int(path.read_text(encoding="utf-8"))
