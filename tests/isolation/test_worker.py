"""A worker: a function called in another process, which is ended and replaced when it goes wrong."""

import gc
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, assert_type

import pytest

from chorus_ocr import DamagedDocument, IsolationError, LimitExceeded
from chorus_ocr.isolation import Died, Ended, NotImportable, OutOfMemory, OutOfTime, Stopped, Worker
from isolation import jobs
from processes import MEBIBYTE, PATIENCE, children, is_gone, linux_only, needs_proc, posix_only, until, written_pid

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("nothing_left")]  # a process or two for every test

SOON = 0.3
"""Seconds after which an endless job is ended in these tests."""


# What comes back


def test_a_function_is_called_in_another_process_and_again_in_the_same() -> None:
    with Worker(jobs.pid) as worker:
        first = assert_type(worker.run(), int)
        assert first != os.getpid()
        assert worker.run() == first


def test_arguments_and_results_travel_whatever_their_size() -> None:
    with Worker(jobs.length) as lengths, Worker(jobs.zeros) as zeros:
        for size in (0, 1, 65536, 20 * MEBIBYTE + 1):
            assert lengths.run(b"x" * size) == size
            assert zeros.run(size) == bytes(size)


def test_an_object_that_can_be_called_brings_its_state() -> None:
    with Worker(jobs.AddsUp(40)) as worker:
        assert worker.run(1, times=2) == 42


def test_the_child_looks_for_modules_where_the_parent_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "struct.py").write_text("raise SystemExit", encoding="utf-8")  # a namesake of what the child imports
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*filter(None, sys.path), str(tmp_path / "é")])
    with Worker(jobs.path) as worker:
        assert worker.run() == sys.path


def test_what_the_child_writes_goes_nowhere_and_disturbs_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with Worker(jobs.shout) as worker:
        assert worker.run() == 0
        assert worker.run() == 0
    assert capfd.readouterr() == ("", "")


def test_two_workers_of_one_function_have_processes_of_their_own() -> None:
    with Worker(jobs.pid) as one, one.another() as other:
        assert one.run() != other.run()
        other.stop()
        assert one.run()


def test_several_threads_may_use_one_worker() -> None:
    found: list[int] = []
    with Worker(jobs.double) as worker:
        threads = [
            threading.Thread(target=lambda number=number: found.append(worker.run(number))) for number in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(found) == list(range(0, 16, 2))


# Errors


def test_an_error_comes_back_as_it_is_with_where_it_arose() -> None:
    with Worker(jobs.fail) as worker:
        with pytest.raises(ZeroDivisionError, match="by zero") as raised:
            worker.run("by zero")
        assert raised.value.args == ("by zero",)
        [note] = raised.value.__notes__
        assert note.startswith("In the worker process:\n") and "jobs.py" in note
        with pytest.raises(ZeroDivisionError, match="again"):
            worker.run("again")


def test_our_own_errors_come_back_with_all_they_tell() -> None:
    with Worker(jobs.fail_typed) as worker:
        with pytest.raises(DamagedDocument) as damaged:
            worker.run("")
        assert (damaged.value.source, damaged.value.cause) == ("x.pdf", "no pages")
        assert not hasattr(damaged.value, "__notes__")
        with pytest.raises(LimitExceeded) as exceeded:
            worker.run("words")
        assert (exceeded.value.source, exceeded.value.limit) == ("x.pdf", "words")


def test_an_error_that_cannot_travel_is_told_in_words() -> None:
    with Worker(jobs.fail_oddly) as worker, pytest.raises(RuntimeError, match=r"jobs\.Odd: 1 and 2"):
        worker.run()


def test_what_cannot_be_sent_is_a_type_error_and_costs_no_process() -> None:
    with pytest.raises(NotImportable, match=r"define it in a module that a new process can import"):
        Worker(lambda: 0)
    with Worker(jobs.length) as worker, pytest.raises(TypeError, match="an argument of length cannot be sent"):
        worker.run(threading.Lock())  # type: ignore[arg-type] # the mistake is the test
    with (
        Worker(jobs.return_a_function) as of_functions,
        pytest.raises(TypeError, match="what return_a_function returns"),
    ):
        of_functions.run()


def test_what_the_child_cannot_load_is_a_type_error() -> None:
    told = r"Unloadable cannot be loaded in another process: LookupError: no such thing; define it in a module"
    with Worker[[], None](jobs.Unloadable()) as worker, pytest.raises(NotImportable, match=told):
        worker.run()
    with Worker(jobs.double) as good:
        with pytest.raises(TypeError, match="an argument of double cannot be loaded in another process: LookupError"):
            good.run(jobs.Unloadable())  # type: ignore[arg-type] # the mistake is the test
        assert good.run(2) == 4


def test_a_function_of_the_main_script_is_told_to_move() -> None:
    code = (
        "from chorus_ocr.isolation import Worker\n"
        "def here(): pass\n"
        "try: Worker(here).run()\n"
        "except TypeError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("here cannot be loaded in another process: AttributeError: ")
    assert done.stdout.endswith("; define it in a module that a new process can import\n") and done.stderr == ""


def test_no_interpreter_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with Worker(jobs.pid) as worker, pytest.raises(IsolationError, match="gone does not start: No such file"):
        worker.run()
    monkeypatch.setattr(sys, "executable", None)
    with Worker(jobs.pid) as worker, pytest.raises(IsolationError, match="does not know its own executable"):
        worker.run()


@posix_only
def test_an_interpreter_that_ends_at_once_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with Worker(jobs.pid) as worker, pytest.raises(IsolationError, match=r"before it was ready: exit code 1"):
        worker.run()


# Ended and replaced


@pytest.mark.parametrize("endless", [jobs.loop, jobs.loop_natively])
def test_one_that_takes_too_long_is_ended_and_replaced(endless: Any) -> None:
    with Worker(endless, seconds=SOON) as worker:
        for _ in range(2):
            with pytest.raises(OutOfTime):
                worker.run()


@linux_only
def test_one_that_takes_too_much_is_ended_and_replaced() -> None:
    with Worker(jobs.hold, memory=100 * MEBIBYTE) as worker:
        assert worker.run(50) == 50 * MEBIBYTE
        with pytest.raises(OutOfMemory):
            worker.run(150)
        assert worker.run(50) == 50 * MEBIBYTE
    with Worker(jobs.hog, memory=100 * MEBIBYTE) as hog, pytest.raises(OutOfMemory):
        hog.run()


@linux_only
def test_what_one_call_keeps_is_not_held_against_the_next() -> None:
    with Worker(jobs.keep, memory=100 * MEBIBYTE) as worker:
        assert [worker.run(40) for _ in range(5)] == [1, 2, 1, 2, 1]


@pytest.mark.parametrize(("seconds", "memory"), [(1e300, 1 << 100), (None, None), (1000, 1 << 40)])
def test_bounds_that_are_out_of_reach_are_no_bounds(seconds: float | None, memory: int | None) -> None:
    with Worker(jobs.double, seconds=seconds, memory=memory) as worker:
        assert worker.run(21) == 42


@posix_only
@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT", "SIGILL", "SIGBUS", "SIGTERM"])
def test_one_that_crashes_is_named_and_replaced(name: str) -> None:
    with Worker(jobs.crash, memory=1024 * MEBIBYTE) as worker:
        for _ in range(2):
            with pytest.raises(Died, match=name):
                worker.run(getattr(signal, name))


@posix_only
def test_native_code_that_crashes() -> None:
    with Worker(jobs.dereference_nothing) as worker, pytest.raises(Died, match="SIGSEGV"):
        worker.run()


@posix_only
def test_the_signals_that_mean_something_else() -> None:
    with Worker(jobs.crash) as worker:
        with pytest.raises(OutOfMemory, match="killed by the system"):
            worker.run(signal.SIGKILL)
        with pytest.raises(OutOfTime):
            worker.run(signal.SIGALRM)


@pytest.mark.parametrize("leave", [jobs.leave, jobs.leave_politely])
def test_one_that_leaves_is_replaced(leave: Any) -> None:
    with Worker(leave) as worker:
        for code in (0, 3):
            with pytest.raises(Died, match=f"exit code {code}"):
                worker.run(code)


def test_a_call_that_fails_after_others_is_made_again_in_a_new_process() -> None:
    with Worker(jobs.crash_the_second_time) as worker:
        assert worker.run() != worker.run()


@needs_proc
def test_a_child_that_dies_between_two_calls_is_replaced() -> None:
    with Worker(jobs.pid) as worker:
        first = worker.run()
        os.kill(first, signal.SIGKILL)
        assert until(lambda: is_gone(first))
        assert worker.run() != first


# No orphan


@needs_proc
@posix_only
def test_processes_that_the_child_started_end_with_it(tmp_path: Path) -> None:
    worker = Worker(jobs.start_another)
    thread = threading.Thread(target=pytest.raises, args=(Stopped, worker.run, str(tmp_path / "pid")))
    thread.start()
    grandchild = written_pid(tmp_path / "pid")
    worker.stop()
    thread.join(PATIENCE)
    assert until(lambda: is_gone(grandchild))


@posix_only
def test_the_child_stands_apart_and_has_an_alarm() -> None:
    with Worker(jobs.group_and_alarm, seconds=1000) as worker:
        group, alarm = worker.run()
        assert group != os.getpgid(0)
        assert 500 < alarm <= 1005
    with Worker(jobs.group_and_alarm) as worker:
        assert worker.run()[1] == 0


def test_stopping_ends_a_call_from_another_thread(tmp_path: Path) -> None:
    worker = Worker(jobs.first_then_loop)
    raised: list[BaseException] = []

    def call() -> None:
        try:
            worker.run(str(tmp_path / "pid"))
        except Ended as ended:
            raised.append(ended)

    thread = threading.Thread(target=call)
    thread.start()
    child = written_pid(tmp_path / "pid")
    worker.stop()
    thread.join(PATIENCE)
    assert [type(each) for each in raised] == [Stopped]
    assert is_gone(child)
    with pytest.raises(Stopped):
        worker.run("")
    worker.stop()


@needs_proc
def test_a_worker_that_is_forgotten_ends() -> None:
    worker = Worker(jobs.pid)
    child = worker.run()
    assert not is_gone(child)
    del worker
    gc.collect()
    assert is_gone(child)


@needs_proc
@posix_only
def test_an_interruption_ends_the_child(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from chorus_ocr.isolation import Worker\n"
        "from isolation import jobs\n"
        "worker = Worker(jobs.first_then_loop)\n"
        "try: worker.run(sys.argv[1])\n"
        "except KeyboardInterrupt: pass\n"
        "worker.run(sys.argv[2])\n"
    )
    one, two = tmp_path / "one", tmp_path / "two"
    parent = started(code, str(one), str(two))
    first = written_pid(one)
    parent.send_signal(signal.SIGINT)
    second = written_pid(two)
    assert is_gone(first) and first not in children(parent.pid)
    parent.send_signal(signal.SIGINT)
    _, complaint = parent.communicate(timeout=PATIENCE)
    assert complaint.rstrip().endswith("KeyboardInterrupt")
    assert until(lambda: is_gone(second))


@needs_proc
@posix_only
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_whose_parent_is_killed_ends(tmp_path: Path, number: int) -> None:
    code = (
        "import sys\n"
        "from chorus_ocr.isolation import Worker\n"
        "from isolation import jobs\n"
        "idle = Worker(jobs.double)\n"
        "idle.run(1)\n"
        "Worker(jobs.first_then_loop).run(sys.argv[1])\n"
    )
    parent = started(code, str(tmp_path / "pid"))
    busy = written_pid(tmp_path / "pid")
    all_of_them = children(parent.pid)
    assert busy in all_of_them and len(all_of_them) == 2
    parent.send_signal(number)
    assert parent.wait(PATIENCE) == -number
    assert until(lambda: all(map(is_gone, all_of_them)))
    parent.communicate()


@needs_proc
@posix_only
@pytest.mark.slow
def test_an_idle_child_notices_that_its_parent_is_gone_where_a_fork_keeps_its_pipe(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from chorus_ocr.isolation import Worker\n"
        "from isolation import jobs\n"
        "worker = Worker(jobs.pid)\n"
        "child = worker.run()\n"
        "if (fork := os.fork()) == 0:\n"
        "    while True: signal.pause()\n"
        "with open(sys.argv[1], 'w') as file: file.write(f'{fork}\\n')\n"
        "print(child, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    parent = started(code, str(tmp_path / "fork"))
    assert parent.stdout is not None
    child, fork = int(parent.stdout.readline()), written_pid(tmp_path / "fork")
    try:
        assert until(lambda: is_gone(child))
        assert not is_gone(fork)
    finally:
        os.kill(fork, signal.SIGKILL)
        parent.communicate()


@needs_proc
@posix_only
@pytest.mark.parametrize("where", ["main", "daemon", "idle"])
def test_the_interpreter_exits_cleanly_with_a_worker(tmp_path: Path, where: str) -> None:
    code = (
        "import sys, threading, time\n"
        "from pathlib import Path\n"
        "from chorus_ocr.isolation import Worker\n"
        "from isolation import jobs\n"
        "worker = Worker(jobs.first_then_loop if sys.argv[1] == 'daemon' else jobs.pid)\n"
        "if sys.argv[1] == 'daemon':\n"
        "    threading.Thread(target=worker.run, args=(sys.argv[2],), daemon=True).start()\n"
        "    while not (Path(sys.argv[2]).exists() and Path(sys.argv[2]).read_text()): time.sleep(0.01)\n"
        "else:\n"
        "    Path(sys.argv[2]).write_text(f'{worker.run()}\\n')\n"
        "if sys.argv[1] == 'main': worker.stop()\n"
    )
    parent = started(code, where, str(tmp_path / "pid"))
    _, complaint = parent.communicate(timeout=PATIENCE)
    assert (parent.returncode, complaint) == (0, "")
    assert is_gone(written_pid(tmp_path / "pid"))


@needs_proc
@posix_only
def test_a_fork_leaves_its_parents_worker_alone() -> None:
    code = (
        "import os\n"
        "from chorus_ocr.isolation import Worker\n"
        "from isolation import jobs\n"
        "worker = Worker(jobs.pid)\n"
        "first = worker.run()\n"
        "if (child := os.fork()) == 0:\n"
        "    assert worker.run() != first\n"
        "    raise SystemExit(7)\n"
        "assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7\n"
        "assert worker.run() == first\n"
    )
    parent = started(code)
    _, complaint = parent.communicate(timeout=PATIENCE)
    assert (parent.returncode, complaint) == (0, "")


def started(code: str, *arguments: str) -> "subprocess.Popen[str]":
    """Start an interpreter that finds what this one finds, and takes every warning for an error."""
    return subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
