"""Spoilt invoices: a report or a typed error, twice the same, whatever was done to them."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from fuzz.batch import OWN, REPORT, Job, outcome_of, run
from fuzz.mutate import STEPS, mutant, originals, outcomes

SEED = 1
COUNT = 2_000

MARK = b"misbehave"

unix = pytest.mark.skipif(sys.platform == "win32", reason="the children are bounded by means of Unix")


@unix
@pytest.mark.slow
def test_two_thousand_mutants_give_a_report_or_a_typed_error() -> None:
    found = outcomes(COUNT, SEED)
    assert [str(each.job) + ": " + each.what for each in found if each.failed] == []
    assert len(found) == len({each.job for each in found}) == COUNT
    tally = Counter(each.what for each in found)
    assert tally[REPORT] > COUNT // 3, tally  # most mutants are still read, and so reach the recognition
    assert tally["DamagedDocument"] > COUNT // 20, tally


def test_a_mutant_is_the_same_for_ever() -> None:
    assert mutant(3, 14) == mutant(3, 14) != mutant(3, 15)
    assert mutant(4, 14) != mutant(3, 14)
    assert len({mutant(SEED, number) for number in range(100)}) > 90
    assert mutant(0, 0, steps=0) in originals()
    assert len(STEPS) > 10


@unix
def test_a_file_that_is_read_is_an_outcome() -> None:
    assert outcome_of(originals()[0], "pdfium") == REPORT
    assert outcome_of(b"no pdf", "pdfium") == "NotAPdf"
    [outcome] = run([Job(seed=0, number=0)])
    assert (outcome.failed, outcome.cpu > 0, outcome.memory > 1 << 20) == (False, True, True)


@unix
@pytest.mark.slow
@pytest.mark.parametrize(
    ("does", "told", "at"),
    [
        ("import time; time.sleep(3600)", "no end after", "two"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "ended with -9", "two"),
        ("raise KeyError('bare')", "KeyError: 'bare'", "two"),
        ("import os; os.write(2, b'a warning of the engine')", "a warning of the engine", "three"),
        ("import tempfile; tempfile.mkstemp()", "left behind ['tmp", "three"),
    ],
)
def test_a_hang_a_crash_and_a_word_are_failures(
    does: str, told: str, at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "class Reader:\n"
        " def read(self, source, **more):\n"
        "  from chorus_ocr.reading.pdfium import PdfiumReader\n"
        f"  if source.data.endswith({MARK!r}):\n   {does}\n"
        "  return PdfiumReader().read(source, **more)\n"
    )
    monkeypatch.setenv("READER", code)
    jobs = []
    for name, end in (("one", b""), ("two", MARK), ("three", b"")):
        (tmp_path / name).write_bytes(originals()[0] + end)
        jobs.append(Job(path=str(tmp_path / name)))
    found = list(run(jobs, reader=OWN, deadline=8.0))
    assert [each.job for each in found] == jobs
    assert [each.failed for each in found] == [name == at for name in ("one", "two", "three")]
    [failed] = [each for each in found if each.failed]
    assert told in failed.what
