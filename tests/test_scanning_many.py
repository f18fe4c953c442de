"""Many scans: each source has its result, in order, whatever becomes of the others; and no process outlives them."""

import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr import (
    CHORUS_PRO,
    DamagedDocument,
    EncryptedDocument,
    LimitExceeded,
    Limits,
    NotAPdf,
    Report,
    ScanResult,
    UnreadableDocument,
    scan,
    scan_many,
)
from chorus_ocr.reading.source import PdfSource
from chorus_ocr.scanning_many import AHEAD
from fixtures.make_invoices import INVOICES
from isolation.readers import Moody, Telling
from processes import MEBIBYTE, PATIENCE, children, is_gone, linux_only, needs_proc, posix_only, until, written_pid

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("nothing_left")]  # a process or two for every test

FILES = sorted(INVOICES.glob("*.pdf"))
ONE = INVOICES / "inline_labels.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good invoice under names that make the reader do something else."""
    for name in ("crash", "loop", "hog", "leave", "fail", "odd", "stuck", "slow", "good"):
        (tmp_path / f"{name}.pdf").write_bytes(ONE.read_bytes())
    (tmp_path / "empty.pdf").touch()
    return tmp_path


def here(path: Path) -> Report | str:
    """Return what a scan in this process gives."""
    try:
        return scan(path)
    except UnreadableDocument as error:
        return repr(error)


def told(result: ScanResult) -> Report | str:
    return result.report or repr(result.error)


class Counted:
    """Sources that know how many of them were taken."""

    def __init__(self, sources: Iterator[Any]) -> None:
        self.sources = sources
        self.taken = 0

    def __iter__(self) -> Iterator[Any]:
        for source in self.sources:
            self.taken += 1
            yield source


# Results


@pytest.mark.parametrize("workers", [1, 3])
def test_results_are_those_of_scan_in_the_order_of_the_sources(workers: int) -> None:
    results = list(scan_many(FILES, workers=workers))
    assert [told(each) for each in results] == [here(path) for path in FILES]
    assert [(each.index, each.source) for each in results] == [(n, str(path)) for n, path in enumerate(FILES)]


def test_as_many_workers_as_there_are_processors_unless_told() -> None:
    assert [each.get() for each in scan_many([ONE, ONE])] == [scan(ONE)] * 2


def test_every_kind_of_source_is_taken() -> None:
    data = ONE.read_bytes()
    with ONE.open("rb") as file:
        sources: list[PdfSource] = [ONE, str(ONE), data, bytearray(data), memoryview(data), file, io.BytesIO(data)]
        results = list(scan_many(sources, workers=1))
    with ONE.open("rb") as file:
        again: list[PdfSource] = [ONE, str(ONE), data, bytearray(data), memoryview(data), file, io.BytesIO(data)]
        assert [each.get() for each in results] == [scan(source) for source in again]
    assert [each.source for each in results] == [str(ONE)] * 2 + ["<bytes>"] * 3 + [str(ONE), "<file>"]


def test_every_argument_reaches_the_scan() -> None:
    path = INVOICES / "several_pages.pdf"
    how: dict[str, Any] = {
        "pages": "all",
        "password": "secret",
        "reader": Moody(),
        "rules": CHORUS_PRO.without("iban"),
        "cadre": "A9",
        "today": date(2026, 7, 1),
        "lang": "en",
        "checksums": "flag",
        "limits": Limits(seconds=60),
    }
    shut = INVOICES / "password.pdf"
    assert [each.get() for each in scan_many([path, shut], workers=1, **how)] == [scan(path, **how), scan(shut, **how)]


def test_as_completed_a_slow_one_keeps_nobody_waiting(tmp_path: Path) -> None:
    for name in ("wait.pdf", "go.pdf"):
        (tmp_path / name).write_bytes(ONE.read_bytes())
    sources = [tmp_path / "wait.pdf", *[tmp_path / "go.pdf"] * 3]
    results = scan_many(sources, workers=2, ordered=False, reader=Telling(tmp_path))
    assert [next(results).index for _ in range(3)] == [1, 2, 3]
    results.close()


def test_nothing_to_scan_starts_nothing() -> None:
    before = children(os.getpid())
    assert list(scan_many([])) == []
    assert children(os.getpid()) == before


def test_a_result_gives_its_report_or_raises_its_error() -> None:
    good, bad = scan_many([ONE, "missing.pdf"], workers=1)
    assert good.report is not None and good.error is None
    assert good.get() is good.report
    assert bad.report is None
    with pytest.raises(UnreadableDocument, match="no such file"):
        bad.get()


# Failures


@linux_only
@pytest.mark.slow
def test_one_failure_never_stops_the_rest(folder: Path) -> None:
    bad: list[tuple[Any, type[Exception], str]] = [
        (folder / "crash.pdf", DamagedDocument, r"damaged: it ends the process that reads it \(SIGSEGV\)"),
        (folder / "loop.pdf", LimitExceeded, "it takes longer than allowed"),
        (folder / "hog.pdf", LimitExceeded, "it takes more memory than allowed"),
        (folder / "leave.pdf", DamagedDocument, r"\(exit code 3\)"),
        (folder / "fail.pdf", ZeroDivisionError, "by zero"),
        (folder / "odd.pdf", RuntimeError, "Odd: 1 and 2"),
        (folder / "stuck.pdf", TypeError, "returns cannot be sent to another process: ValueError: stuck here"),
        (folder / "missing.pdf", UnreadableDocument, "no such file"),
        (folder / "empty.pdf", NotAPdf, "the file is empty"),
        (folder, UnreadableDocument, "a directory, not a file"),
        (INVOICES / "password.pdf", EncryptedDocument, "a password is needed"),
        (7, TypeError, "a PDF is read from a path, bytes or a binary file, not from int"),
        (None, TypeError, "not from NoneType"),
        (b"", NotAPdf, "the file is empty"),
        (io.StringIO("x"), TypeError, "open in text mode"),
    ]
    sources = [each for source, _, _ in bad for each in (source, folder / "good.pdf")]
    limits = Limits(seconds=10, memory=200 * MEBIBYTE)
    results = list(scan_many(sources, workers=2, reader=Moody(), limits=limits))
    good = scan(folder / "good.pdf")
    assert [each.report for each in results[1::2]] == [good] * len(bad)
    for result, (_, error, message) in zip(results[::2], bad, strict=True):
        with pytest.raises(error, match=message) as raised:
            result.get()
        assert type(raised.value) is error
        if isinstance(raised.value, UnreadableDocument):
            assert raised.value.source == result.source


def test_the_timeout_is_that_of_the_limits_unless_told(folder: Path) -> None:
    ways: tuple[dict[str, Any], ...] = (
        {"timeout": 1},
        {"limits": Limits(seconds=1)},
        {"timeout": 1, "limits": Limits(seconds=None)},
    )
    for how in ways:
        [result] = scan_many([folder / "loop.pdf"], reader=Moody(), **how)
        assert isinstance(result.error, LimitExceeded) and result.error.limit == "seconds"


def test_an_error_of_the_sources_comes_after_their_results() -> None:
    def sources() -> Iterator[Path]:
        yield from [ONE, ONE, ONE]
        raise OSError("the share is gone")

    found = []
    with pytest.raises(OSError, match="the share is gone"):
        for result in scan_many(sources(), workers=2):
            found.append(result.get())  # noqa: PERF401 - what came before the error is looked at
    assert found == [scan(ONE)] * 3


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"sources": "a.pdf"}, TypeError, "sources is an iterable of paths, bytes or binary files, not one str"),
        ({"sources": b"%PDF"}, TypeError, "not one bytes"),
        ({"sources": Path("a.pdf")}, TypeError, r"not one \w+Path"),
        ({"sources": 3}, TypeError, "not one int"),
        ({"workers": 0}, ValueError, "workers is at least 1, not 0"),
        ({"workers": 1.5}, TypeError, "workers is a number of processes or None, not float"),
        ({"workers": True}, TypeError, "not bool"),
        ({"timeout": 0}, ValueError, "the limit seconds is a positive number or None, not 0"),
        ({"timeout": "1"}, TypeError, "the limit seconds is a number or None, not str"),
        ({"limits": 1}, TypeError, "limits is a Limits, not int"),
        ({"progress": 1}, TypeError, "progress is a function or None, not int"),
        ({"pages": "three"}, ValueError, "pages is one of"),
        ({"cadre": "B1"}, ValueError, "cadre is one of"),
        ({"rules": "chorus-pro"}, TypeError, "rules is a RulePack"),
        ({"reader": lambda: 0}, TypeError, "or a Reader, not function"),
    ],
)
def test_a_wrong_argument_is_told_at_the_call(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        scan_many(**{"sources": [], **arguments})


def test_a_reader_that_cannot_be_sent_is_told_at_the_call() -> None:
    class Local(Moody):
        """Cannot be found by its name."""

    with pytest.raises(TypeError, match=r"define it in a module that a new process can import"):
        scan_many([ONE], reader=Local())


def test_rules_of_the_main_script_are_told_to_move() -> None:
    code = (
        "import sys, chorus_ocr\n"
        "from chorus_ocr import Firmness, Message, Severity, Text, check\n"
        "both = Text('a', 'a')\n"
        "@check(code='IDE98', slug='a', severity=Severity.INFO, title=both, rationale='a', source='a',\n"
        "       firmness=Firmness.LOW, since='1', messages={'a': both}, hints={'a': both})\n"
        "def mine(seen):\n"
        "    yield Message(key='a')\n"
        "rules = chorus_ocr.CHORUS_PRO.with_check(mine)\n"
        "try: print(*chorus_ocr.scan_many([sys.argv[1]] * 9, workers=2, rules=rules))\n"
        "except TypeError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(ONE)], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("; define it in a module that a new process can import\n") and done.stderr == ""


# Back-pressure and progress


@pytest.mark.parametrize("ordered", [True, False])
def test_sources_are_taken_as_results_are(ordered: bool) -> None:
    def endless() -> Iterator[Path]:
        while True:
            yield ONE

    workers = 2
    sources = Counted(endless())
    results = scan_many(sources, workers=workers, ordered=ordered)
    assert sources.taken == 0
    for given in range(10):
        assert next(results).get() is not None
        assert given < sources.taken <= given + AHEAD * workers
    results.close()


def test_the_slow_head_of_the_row_does_not_pile_up_the_others(folder: Path) -> None:
    sources = Counted(iter([folder / "slow.pdf", *[folder / "good.pdf"] * 20]))
    results = scan_many(sources, workers=2, reader=Moody())
    assert next(results).index == 0
    assert sources.taken <= AHEAD * 2
    assert [each.index for each in results] == list(range(1, 21))


def test_progress_is_told_as_scans_are_done() -> None:
    seen: list[tuple[int, int | None]] = []
    list(scan_many([ONE, "missing.pdf", 7], workers=2, progress=lambda done, total: seen.append((done, total))))  # type: ignore[list-item] # 7 is a mistake
    assert seen == [(1, 3), (2, 3), (3, 3)]
    seen.clear()
    list(scan_many(iter([ONE]), workers=2, progress=lambda done, total: seen.append((done, total))))
    assert seen == [(1, None)]


# No orphan


@needs_proc
@pytest.mark.parametrize("how", ["close", "forget", "error", "progress"])
def test_leaving_early_ends_every_process(tmp_path: Path, how: str) -> None:
    names = ("wait1", "go", "wait2")
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes(ONE.read_bytes())

    def fail(done: int, total: int | None) -> None:
        written_pid(tmp_path / "wait1.pid")
        raise ZeroDivisionError

    reader, progress = Telling(tmp_path), fail if how == "progress" else None
    results = scan_many(paths, workers=2, ordered=False, reader=reader, progress=progress)
    if how == "progress":
        with pytest.raises(ZeroDivisionError):
            next(results)
    else:
        assert next(results).index == 1
    pids = {written_pid(tmp_path / "wait1.pid"), written_pid(tmp_path / "go.pid")}
    if how == "close":
        results.close()
    elif how == "forget":
        del results
        gc.collect()
    elif how == "error":
        with pytest.raises(ZeroDivisionError):
            results.throw(ZeroDivisionError())
    assert len(pids) == 2 and all(map(is_gone, pids))
    assert not children(os.getpid()) & pids


@needs_proc
@posix_only
def test_an_interruption_of_the_loop_ends_every_process(tmp_path: Path) -> None:
    for name in ("wait1", "wait2"):
        (tmp_path / name).write_bytes(ONE.read_bytes())
    code = (
        "import sys, chorus_ocr\n"
        "from pathlib import Path\n"
        "from isolation.readers import Telling\n"
        "folder = Path(sys.argv[1])\n"
        "try: list(chorus_ocr.scan_many([folder / 'wait1', folder / 'wait2'], workers=2, reader=Telling(folder)))\n"
        "except KeyboardInterrupt: print('interrupted', flush=True)\n"
        "sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    pids = [written_pid(tmp_path / name) for name in ("wait1.pid", "wait2.pid")]
    parent.send_signal(2)
    assert parent.stdout is not None and parent.stdout.readline() == "interrupted\n"
    assert all(map(is_gone, pids)) and not children(parent.pid)
    assert parent.communicate(timeout=PATIENCE) == ("", "")
    assert parent.returncode == 0
    assert until(lambda: is_gone(parent.pid))


def test_the_door_leads_to_it() -> None:
    assert chorus_ocr.scan_many is scan_many
