"""Threads and processes: a scan works in all of them, gives the same in all of them, and keeps none from ending."""

import ctypes
import io
import multiprocessing
import os
import pickle
import subprocess
import sys
from array import array
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import replace
from enum import Enum
from pathlib import Path

import pytest

from chorus_ocr import Report, read, scan, scan_many
from fixtures.make_invoices import INVOICES
from processes import PATIENCE, children, is_gone, needs_proc, until

pytestmark = pytest.mark.slow  # a process or two for every test

FILES = sorted(path for path in INVOICES.glob("*.pdf") if path.stem != "password")
METHODS = multiprocessing.get_all_start_methods()

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")


# Threads


@pytest.mark.parametrize("isolated", [False, True])
def test_eight_threads_give_what_one_gives(isolated: bool) -> None:
    alone = [scan(path) for path in FILES]
    rounds = 1 if isolated else 5
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda path: scan(path, isolated=isolated), FILES * rounds))
    assert together == alone * rounds


def test_many_scans_in_several_threads_at_once() -> None:
    alone = [scan(path) for path in FILES]
    with ThreadPoolExecutor(3) as threads:
        together = list(threads.map(lambda _: [each.get() for each in scan_many(FILES, workers=1)], range(3)))
    assert together == [alone] * 3


# Processes


@pytest.mark.parametrize("method", METHODS)
def test_a_scan_works_in_the_children_of_multiprocessing(method: str) -> None:
    alone = [scan(path) for path in FILES]
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(scan, FILES) == alone


@pytest.mark.parametrize("method", METHODS)
def test_worker_processes_work_where_a_process_may_have_no_children_of_multiprocessing(method: str) -> None:
    with multiprocessing.get_context(method).Pool(1) as pool:  # its workers are daemons
        assert pool.apply(scanned_by_workers, (FILES[:3],)) == [scan(path) for path in FILES[:3]]


def scanned_by_workers(paths: list[Path]) -> list[Report]:
    """Scan by workers of this process."""
    reports = [each.get() for each in scan_many(paths, workers=2)]
    assert [scan(path, isolated=True) for path in paths] == reports
    return reports


# No native handle in what is handed over


def parts(value: object, seen: set[int]) -> Iterator[object]:
    """Yield everything that an object is made of, classes and functions aside."""
    if id(value) in seen or isinstance(value, type):
        return
    seen.add(id(value))
    yield value
    inner: list[object] = []
    if isinstance(value, Mapping):
        inner += [*value.keys(), *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        inner += value
    if not isinstance(value, Enum) and not callable(value):
        inner += getattr(value, "__dict__", {}).values()
        slots = {name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())}
        inner += [getattr(value, name) for name in slots if hasattr(value, name)]
    for each in inner:
        yield from parts(each, seen)


def native(value: object) -> list[object]:
    """Return what in an object belongs to ctypes or to an open file, or is as large as an address."""
    ctypes_own = type(ctypes.c_int()).__mro__[-2]  # what all its data are
    made_of = list(parts(value, set()))
    assert len(made_of) > 1
    return [
        each
        for each in made_of
        if isinstance(each, ctypes_own | ctypes.CDLL | memoryview | io.IOBase)
        or type(each).__module__ == "_ctypes"
        or (type(each) is int and each > 1 << 32)
        or (isinstance(each, array) and max(each, default=0) > 1 << 32)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_public_object_holds_anything_native(path: Path) -> None:
    for whole in (read(path), scan(path)):
        assert native(whole) == []
        assert pickle.loads(pickle.dumps(whole)) == whole
        assert deepcopy(whole) == whole


@pytest.mark.parametrize(
    "planted", [ctypes.c_int(3), ctypes.create_string_buffer(3), ctypes.pythonapi, memoryview(b"x"), 0x7F00_1234_5678]
)
def test_what_is_native_would_be_seen(planted: object) -> None:
    document = read(FILES[0])
    page = replace(document.pages[0], images=({"planted": [planted]},))  # type: ignore[arg-type] # no image at all
    assert planted in native(replace(document, pages=(page,)))


# The end of the interpreter

PREPARED = """
import sys, threading, chorus_ocr
from pathlib import Path
from isolation.readers import Telling
from processes import written_pid
folder, files = Path(sys.argv[1]), sys.argv[2:]
reader = Telling(folder)
"""

ENDINGS = {
    "after a scan": "report = chorus_ocr.scan(files[0])",
    "with a suspended generator": """
results = chorus_ocr.scan_many(files, workers=2)
next(results)
""",
    "with a generator suspended in a cycle": """
class Holder: pass
holder = Holder()
holder.itself, holder.results = holder, chorus_ocr.scan_many(files, workers=2)
next(holder.results)
""",
    "with scans in flight": """
results = chorus_ocr.scan_many([files[1], folder / 'wait', folder / 'wait2'], workers=3, reader=reader)
next(results)
print(written_pid(folder / 'wait.pid'), written_pid(folder / 'wait2.pid'))
""",
    "with many scans in a thread": """
threading.Thread(target=lambda: list(chorus_ocr.scan_many([folder / 'wait'], reader=reader)), daemon=True).start()
print(written_pid(folder / 'wait.pid'))
""",
    "with a thread in an isolated scan": """
def work(): chorus_ocr.scan(folder / 'wait', reader=reader, isolated=True)
threading.Thread(target=work, daemon=True).start()
print(written_pid(folder / 'wait.pid'))
""",
    "with a thread in a scan": """
def work():
    while True: chorus_ocr.scan(files[0])
threading.Thread(target=work, daemon=True).start()
chorus_ocr.scan(files[1])
""",
    "with a thread that is waited for": """
def work():
    for _ in range(3): chorus_ocr.scan(files[0], isolated=True)
threading.Thread(target=work).start()
""",
    "with a scan at the very end": """
import atexit
atexit.register(lambda: chorus_ocr.scan(files[0]))
atexit.register(lambda: chorus_ocr.read(files[0], isolated=True))
""",
    "by sys.exit in the loop": """
for result in chorus_ocr.scan_many([files[0], folder / 'wait'], workers=2, reader=reader):
    print(written_pid(folder / 'wait.pid'))
    sys.exit(0)
""",
}


@needs_proc
@posix_only
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_interpreter_exits_cleanly(tmp_path: Path, ending: str) -> None:
    for name in ("wait", "wait2"):
        (tmp_path / name).write_bytes(FILES[0].read_bytes())
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", PREPARED + ENDINGS[ending], str(tmp_path), *FILES],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert all(map(is_gone, map(int, done.stdout.split())))
    assert bool(done.stdout) is ("written_pid" in ENDINGS[ending])


# The command line


@needs_proc
@posix_only
def test_an_interruption_of_the_command_line_leaves_no_process(tmp_path: Path) -> None:
    # Many invoices: the interruption comes somewhere among them, once two workers are there.
    for number in range(2000):
        (tmp_path / f"{number}.pdf").symlink_to(FILES[0])
    command = subprocess.Popen(
        [sys.executable, "-m", "chorus_ocr", "scan", "--workers", "2", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
    )
    assert command.stdout is not None
    command.stdout.readline()
    workers: set[int] = set()
    assert until(lambda: len(workers.update(children(command.pid)) or workers) == 2)  # type: ignore[func-returns-value]
    os.killpg(command.pid, 2)  # as a terminal does: to the whole group
    _, complaint = command.communicate(timeout=PATIENCE)
    assert (command.returncode, complaint) == (130, b"")
    assert until(lambda: all(map(is_gone, workers)))
