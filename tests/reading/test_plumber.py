"""The reference reader keeps to itself: imported where asked for, silent, one at a time, and never a bare error."""

import gc
import io
import logging
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from pdfminer.fontmetrics import FONT_METRICS
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfplumber.pdf import PDF

import chorus_ocr
from chorus_ocr.errors import DamagedDocument, LimitExceeded
from chorus_ocr.reading import plumber
from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.plumber import PdfplumberReader
from chorus_ocr.reading.plumber_page import ShownPage
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import Source, load_source
from chorus_ocr.scanning import READERS
from fixtures.make_invoices import INVOICES
from reading.pdfs import IMAGE, draw, form, stream, text, write
from reading.test_pdfium import BAND, pages

WARNED_OF = draw(text("SIRET 12", before="/Absent gs (a) (b) (c) rg"), media_box=None)
"""A page that pdfminer has something to say about: a colour that is none, and a page without a rectangle."""


def read(data: bytes, *, scope: PageScope = PageScope.FIRST_THREE, limits: Limits = DEFAULT_LIMITS) -> Document:
    return PdfplumberReader().read(load_source(data), scope=scope, limits=limits)


def run(code: str, data: bytes = WARNED_OF) -> str:
    """Run code in a fresh interpreter, which has the bytes of a PDF on its standard input."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment, input=data, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


# --- asked for by name ------------------------------------------------------------------------------------------------


def test_the_reference_reader_is_asked_for_by_name() -> None:
    path = INVOICES / "inline_labels.pdf"
    report = chorus_ocr.scan(path, reader="pdfplumber")
    assert report.document == PdfplumberReader().read(load_source(str(path)))
    assert report == chorus_ocr.recognize(chorus_ocr.read(path, reader="pdfplumber"))
    assert report.document != chorus_ocr.read(path)
    reader: Reader = READERS["pdfplumber"]()
    assert isinstance(reader, Reader)


LOADED = "print(*sorted({name.partition('.')[0] for name in sys.modules} & {'pdfplumber', 'pdfminer'}))"


def test_the_default_reader_never_loads_it() -> None:
    code = f"import sys, chorus_ocr; chorus_ocr.scan(sys.stdin.buffer); {LOADED}"
    assert run(code).strip() == ""


def test_only_the_name_loads_it() -> None:
    code = f"import sys, chorus_ocr; chorus_ocr.read(sys.stdin.buffer, reader='pdfplumber'); {LOADED}"
    assert run(code).split() == ["pdfminer", "pdfplumber"]


def test_both_readers_in_one_process() -> None:
    code = """
import sys, chorus_ocr
data = sys.stdin.buffer.read()
found = [chorus_ocr.read(data, reader=name).pages[0].words.text for name in ("pdfium", "pdfplumber", "pdfium")]
print(found == [("SIRET", "12")] * 3)
"""
    assert run(code) == "True\n"


# --- silent -----------------------------------------------------------------------------------------------------------


def test_what_pdfminer_logs_does_not_reach_the_user() -> None:
    code = """
import sys, chorus_ocr, logging
data = sys.stdin.buffer.read()
for level in (logging.WARNING, logging.INFO):
    chorus_ocr.read(data, reader="pdfplumber")
    logging.basicConfig(level=level)
print("read")
"""
    assert run(code) == "read\n"


def test_pdfminer_would_have_logged(caplog: pytest.LogCaptureFixture) -> None:
    list(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(WARNED_OF)))))
    assert {record.name for record in caplog.records} == {"pdfminer.pdfpage"}


def test_what_others_log_still_does(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("pdfminer.pdfpage")
    filters = list(logger.filters)
    said_within = threading.Event()

    class Loud(io.BytesIO):
        """The stream of a reading during which another thread logs."""

        def read(self, size: int | None = -1, /) -> bytes:
            thread = threading.Thread(target=logger.warning, args=("of the application",))
            thread.start()
            thread.join()
            said_within.set()
            return super().read(size)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("chorus_ocr.reading.plumber.io.BytesIO", Loud)
        read(WARNED_OF)
    assert said_within.is_set()
    assert {record.message for record in caplog.records} == {"of the application"}
    caplog.clear()
    logger.warning("after it")
    assert [record.message for record in caplog.records] == ["after it"]
    assert logger.filters == filters


# --- several readings -------------------------------------------------------------------------------------------------


def test_two_readings_are_equal() -> None:
    data = draw(BAND + text("clair", before="1 g"), text("deux", x=-300))
    assert read(data) == read(data)


def test_a_reading_leaves_the_tables_of_the_library_alone() -> None:
    # The widths of standard fonts are shared between all documents.
    read(draw(text("1 200,00 €")))
    assert {type(key) for _, widths in FONT_METRICS.values() for key in widths} == {str}


def test_threads_read_what_one_thread_reads() -> None:
    files = [draw(*(text(f"F{file} page {page} " * 5, y=60 * page) for page in range(1, 4))) for file in range(4)]
    alone = [read(data) for data in files]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(read, files * 3))
    assert together == alone * 3


def test_nothing_is_read_without_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    held = []

    def watched(pdf: PDF, source: Source, scope: PageScope, limits: Limits) -> Document:
        held.append(plumber.LOCK.locked())
        return read_document(pdf, source, scope, limits)

    read_document = plumber._read_document
    monkeypatch.setattr(plumber, "_read_document", watched)
    read(pages(1))
    assert held == [True]
    assert not plumber.LOCK.locked()


def test_a_reading_that_fails_gives_the_lock_back() -> None:
    for _ in range(2):
        with pytest.raises(DamagedDocument):
            read(draw())


def test_nothing_stays_open() -> None:
    opened = []

    class Watched(io.BytesIO):
        """A stream that is remembered."""

        def __init__(self, data: bytes) -> None:
            super().__init__(data)
            opened.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("chorus_ocr.reading.plumber.io.BytesIO", Watched)
        read(pages(2))
        with pytest.raises(DamagedDocument):
            read(b"%PDF-1.7")
    assert len(opened) == 2
    assert all(stream.closed for stream in opened)


def test_no_page_outlives_its_reading() -> None:
    read(pages(2))
    gc.collect()
    assert not [each for each in gc.get_objects() if type(each) is ShownPage]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_child_forked_while_others_read_can_read() -> None:
    code = """
import os, sys, threading, warnings
from chorus_ocr.reading.plumber import PdfplumberReader
from chorus_ocr.reading.source import Source, load_source
warnings.simplefilter("ignore")  # newer interpreters warn of what is tested here: a fork beside threads
source = load_source(sys.stdin.buffer)
def check():
    assert PdfplumberReader().read(source).pages[0].words.text == ("SIRET", "12")
stop = threading.Event()
def loop():
    while not stop.is_set():
        check()
thread = threading.Thread(target=loop)
thread.start()
codes = set()
for _ in range(5):
    child = os.fork()
    if not child:
        check()
        os._exit(0)
    codes.add(os.waitpid(child, 0)[1])
stop.set()
thread.join()
print(codes)
"""
    assert run(code) == "{0}\n"


# --- never a bare error -----------------------------------------------------------------------------------------------


ONE_PAGE = b"<< /Type /Pages /Kids [101 0 R] /Count 1 >>"


@pytest.mark.parametrize(
    ("objects", "cause"),
    [
        ({100: b"<< /Type /Pages /Kids 7 /Count 1 >>"}, "no pages"),
        ({100: b"[ 1 2 3 ]"}, "no pages"),
        ({100: b"<< /Type /Pages /Kids [100 0 R] /Count 1 >>"}, "no pages"),
        ({100: ONE_PAGE, 101: b"<< /Type /Page /Rotate [] /MediaBox /A4 >>"}, "damaged: its pages cannot be found"),
        ({100: ONE_PAGE, 101: b"<< /Type /Page /MediaBox [0 0 9 9] /Rotate (a) >>"}, None),
        ({100: ONE_PAGE, 101: b"<< /Type /Page /MediaBox [0 0 (a) null] >>"}, None),
        ({100: ONE_PAGE, 101: b"<< /Type /Page /MediaBox [0 0 9 9] /Contents 7 >>"}, None),
    ],
)
def test_a_tree_of_pages_that_makes_no_sense(objects: dict[int, bytes], cause: str | None) -> None:
    data = write({1: b"<< /Type /Catalog /Pages 100 0 R >>", **objects})
    if cause is None:
        assert len(read(data).pages) == 1
    else:
        with pytest.raises(DamagedDocument, match=cause):
            read(data)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("7 gs (a) Tf /F1 (b) Tf 1 2 Tj 3 TJ (c) '", ("c", "ici")),
        ("/Absent cs 1 2 3 scn /Absent Do /Pattern cs 1 scn /Absent 1 Tf", ("ici",)),
        ("q " * 3000 + "Q " * 4000, ("ici",)),
        ("[" * 3000, ()),
        ("(a b) Tj ET EMC EMC BT", ("ici",)),
        ("/F1 12 Tf [ /a << >> ] TJ", ("ici",)),
        ("<< " * 500 + ">> " * 500, None),
    ],
)
def test_content_that_makes_no_sense(content: str, said: tuple[str, ...] | None) -> None:
    data = draw(content + " " + text("ici"))
    if said is None:
        with pytest.raises(DamagedDocument, match="page 1 cannot be read"):
            read(data)
    else:
        assert read(data).pages[0].words.text == said


def test_no_recursion_is_deep_enough_to_escape() -> None:
    deep = {number: f"<< /Type /Pages /Kids [{number + 1} 0 R] /Count 1 >>".encode() for number in range(100, 1600)}
    deep[1600] = b"<< /Type /Page /MediaBox [0 0 100 100] >>"
    with pytest.raises(DamagedDocument, match="its pages cannot be found"):
        read(write({1: b"<< /Type /Catalog /Pages 100 0 R >>", **deep}))
    forms = {
        number: form(f"/X{number + 1} Do", resources=f"/XObject << /X{number + 1} {number + 1} 0 R >>")
        for number in range(100, 700)
    }
    with pytest.raises(DamagedDocument, match="page 1 cannot be read"):
        read(draw("/X100 Do", resources="/XObject << /X100 100 0 R >>", objects=forms))
    own = {100: form("/X1 Do " + text("soi"), resources="/XObject << /X1 100 0 R >>")}
    assert (
        "ici"
        in read(draw("/X1 Do " + text("ici"), resources="/XObject << /X1 100 0 R >>", objects=own)).pages[0].words.text
    )


def test_a_page_beyond_the_scope_that_cannot_be_read_is_passed_over() -> None:
    bad = {100: stream("/Filter /Invented", b"x")}
    kids = b"<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R 7 0 R] /Count 5 >>"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents {} >>"
    good = {number: page.format("[]").encode() for number in (3, 4, 5, 7)}
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: kids, **good, 6: page.format("100 0 R").encode(), **bad}
    document = read(write(objects))
    assert document.page_count == 5
    assert [page.number for page in document.beyond_scope] == [5]
    with pytest.raises(DamagedDocument, match="page 4 cannot be read"):
        read(write(objects), scope=PageScope.ALL)


def test_names_of_embedded_files_without_end() -> None:
    tree = {100: b"<< /Kids [100 0 R 101 0 R] >>", 101: b"<< /Names [(a) << /F (a.xml) >> (b) 7 (c) << /UF /b >>] >>"}
    found = read(draw(text("a"), catalog="/Names << /EmbeddedFiles 100 0 R >>", objects=tree)).embedded_files
    assert set(found) <= {"a.xml"}


@pytest.mark.parametrize(
    ("limits", "named"),
    [
        (Limits(pages=2), "pages"),
        (Limits(words=1), "words"),
        (Limits(characters=3), "characters"),
        (Limits(objects=1), "objects"),
        (Limits(images=1), "images"),
    ],
)
def test_limits_hold_here_too(limits: Limits, named: str) -> None:
    painted = "q 20 0 0 10 50 600 cm /I1 Do Q " * 2
    objects = {100: IMAGE}
    drawn = draw(
        text("un deux") + painted, text("trois"), text("quatre"),
        resources="/XObject << /I1 100 0 R >>", objects=objects,
    )  # fmt: skip
    assert len(read(drawn).pages) == 3
    with pytest.raises(LimitExceeded) as raised:
        read(drawn, limits=limits)
    assert raised.value.limit == named
