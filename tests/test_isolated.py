"""``isolated=True``: the engine works in a process of its own, and what comes out is the same."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import (
    DamagedDocument,
    Document,
    EncryptedDocument,
    LimitExceeded,
    Limits,
    NotAPdf,
    PageScope,
    UnreadableDocument,
)
from chorus_ocr.reading.limits import DEFAULT_LIMITS
from chorus_ocr.reading.source import PdfSource, Source
from fixtures.make_invoices import INVOICES
from isolation.readers import Moody
from processes import MEBIBYTE, linux_only, posix_only
from reading.pdfs import draw, form

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("nothing_left")]  # a process or two for every test

ONE = INVOICES / "inline_labels.pdf"
NAMES = sorted(path.name for path in INVOICES.glob("*.pdf") if path.stem != "password")


@pytest.mark.parametrize("name", NAMES)
def test_the_document_is_the_one_read_here(name: str) -> None:
    document = chorus_ocr.read(INVOICES / name, isolated=True)
    assert document == chorus_ocr.read(INVOICES / name)
    assert chorus_ocr.scan(INVOICES / name, isolated=True) == chorus_ocr.recognize(document)


def test_every_argument_reaches_the_engine() -> None:
    path = INVOICES / "several_pages.pdf"
    there = chorus_ocr.read(path, pages=PageScope.ALL, password="unused", file_name="f.pdf", isolated=True)
    assert there == chorus_ocr.read(path, pages=PageScope.ALL, password="unused", file_name="f.pdf")
    shut = INVOICES / "password.pdf"
    assert chorus_ocr.scan(shut, password="secret", isolated=True) == chorus_ocr.scan(shut, password="secret")


@pytest.mark.parametrize("take", [Path, str, Path.read_bytes, lambda path: io.BytesIO(path.read_bytes())])
def test_any_source_is_loaded_here(take: Callable[[Path], PdfSource]) -> None:
    assert chorus_ocr.read(take(ONE), isolated=True) == chorus_ocr.read(take(ONE))


@pytest.mark.parametrize(
    ("data", "error", "told"),
    [
        (b"", NotAPdf, "x.pdf: the file is empty"),
        (b"%PDF-1.7\n", DamagedDocument, "x.pdf: damaged: it cannot be opened"),
        ((INVOICES / "password.pdf").read_bytes(), EncryptedDocument, "x.pdf: a password is needed"),
    ],
    ids=["empty", "damaged", "password"],
)
def test_errors_are_the_same(tmp_path: Path, data: bytes, error: type[UnreadableDocument], told: str) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    with pytest.raises(error, match=told) as raised:
        chorus_ocr.scan(path, isolated=True)
    assert type(raised.value) is error and raised.value.source == str(path)


@posix_only
def test_a_crash_is_a_damaged_document() -> None:
    with pytest.raises(DamagedDocument, match=r"crash.pdf: damaged: it ends the process that reads it \(SIGSEGV\)"):
        read_as("crash.pdf")
    with pytest.raises(DamagedDocument, match=r"\(exit code 3\)"):
        read_as("leave.pdf")


def test_a_reading_that_takes_too_long_is_ended() -> None:
    with pytest.raises(LimitExceeded, match=r"loop.pdf: it takes longer than allowed") as raised:
        read_as("loop.pdf", Limits(seconds=0.3))
    assert raised.value.limit == "seconds"


@linux_only
def test_a_reading_that_takes_too_much_is_ended() -> None:
    with pytest.raises(LimitExceeded, match=r"hog.pdf: it takes more memory than allowed") as raised:
        read_as("hog.pdf", Limits(memory=100 * MEBIBYTE))
    assert raised.value.limit == "memory"


@linux_only
def test_a_page_that_swells_exhausts_its_own_process_only() -> None:
    with pytest.raises(LimitExceeded) as raised:
        chorus_ocr.read(swelling(200 * MEBIBYTE), limits=Limits(memory=100 * MEBIBYTE), isolated=True)
    assert (raised.value.source, raised.value.limit) == ("<bytes>", "memory")


def test_any_other_error_is_raised_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError, match="by zero"):
        read_as("fail.pdf")


def test_what_cannot_be_sent_is_told() -> None:
    class Local:
        def read(
            self,
            source: Source,
            *,
            scope: PageScope = PageScope.FIRST_THREE,
            password: str | None = None,
            limits: Limits = DEFAULT_LIMITS,
        ) -> Document:
            """Never called."""
            raise AssertionError

    with pytest.raises(TypeError, match=r"Local\.read cannot be sent to another process.*define it in a module"):
        chorus_ocr.read(ONE, reader=Local(), isolated=True)
    with pytest.raises(TypeError, match=r"what Moody\.read returns cannot be sent to another process: .*stuck here"):
        read_as("stuck.pdf")


def test_limits_are_checked() -> None:
    with pytest.raises(TypeError, match="limits is a Limits, not int"):
        chorus_ocr.read(ONE, limits=3)  # type: ignore[arg-type] # the mistake is the test


def read_as(file_name: str, limits: Limits | None = None) -> Document:
    """Read a good file under a name that makes the reader do something else."""
    file = io.BytesIO(ONE.read_bytes())
    file.name = file_name
    return chorus_ocr.read(file, reader=Moody(), limits=limits or Limits(), isolated=True)


def swelling(size: int) -> bytes:
    """Return a small PDF whose page is so many bytes of drawing."""
    packer = zlib.compressobj(9)
    squares = b"0 0 1 1 re f\n" * 80_000
    content = b"".join(packer.compress(squares) for _ in range(size // len(squares) + 1)) + packer.flush()
    bodies = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    )
    out = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    return out + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def test_a_form_that_paints_itself_twice_is_ended() -> None:
    # PDFium follows it for a billion forms, within one call of its own.
    again = "/X1 Do /X1 Do"
    endless = draw(again, resources="/XObject << /X1 101 0 R >>", objects={101: form(again, resources=OF_ITSELF)})
    with pytest.raises(chorus_ocr.LimitExceeded, match="longer than allowed") as raised:
        chorus_ocr.scan(endless, limits=Limits(seconds=1), isolated=True)
    assert raised.value.limit == "seconds"


OF_ITSELF = "/XObject << /X1 101 0 R >>"
