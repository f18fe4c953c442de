"""Broken, encrypted, odd and textless PDFs from the test-suites of PDF tools: a report or a typed error, each of them.

The bounds are on processor time and memory held, and far over what any file takes.
"""

import sys

import pytest

import chorus_ocr
from chorus_ocr import errors
from fuzz.batch import MEBIBYTE, REPORT, Job, run
from tuning.corpora import SHARED, WITHOUT_SHARED

SECONDS = 2.0
MEMORY = 300 * MEBIBYTE

READERS = ("pdfium",)
"""Those that have to survive each file."""

TYPED = {name for name, each in vars(errors).items() if isinstance(each, type)} & {
    "NotAPdf", "EncryptedDocument", "DamagedDocument", "LimitExceeded",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the children are bounded by means of Unix")
@pytest.mark.parametrize("reader", READERS)
def test_every_file_gives_a_report_or_a_typed_error(reader: str) -> None:
    folder = SHARED / "hostile"
    if not folder.is_dir():
        pytest.skip(WITHOUT_SHARED)
    jobs = [Job(path=str(path)) for path in sorted(folder.glob("*.pdf"))]
    found = list(run(jobs, reader=reader))
    assert [each.job for each in found] == jobs
    assert len(found) > 150
    assert [f"{each.job}: {each.what}" for each in found if each.what not in {REPORT, *TYPED}] == []
    # Each is read twice.
    assert [f"{each.job}: {each.cpu:.1f} s" for each in found if each.cpu > 2 * SECONDS] == []
    assert max(each.memory for each in found) < MEMORY
    assert {each.what for each in found} >= {REPORT, "EncryptedDocument", "DamagedDocument"}


@pytest.mark.slow
@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_every_file_gives_the_same_in_a_process_of_its_own(reader: str) -> None:
    folder = SHARED / "hostile"
    if not folder.is_dir():
        pytest.skip(WITHOUT_SHARED)
    files = sorted(folder.glob("*.pdf"))
    results = list(chorus_ocr.scan_many(files, workers=2, timeout=TIMEOUT, reader=reader))
    assert [result.source for result in results] == list(map(str, files))
    odd = [f"{result.source}: {result.error!r}" for result in results if type(result.error).__name__ not in EXPECTED]
    assert odd == []
    assert sum(result.report is not None for result in results) > 100


TIMEOUT = 60.0
"""Seconds that a file has: the reference reader takes eight for the worst of them."""

EXPECTED = TYPED | {"NoneType"}
