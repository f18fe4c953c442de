"""The library behind the reader: loaded late, shared politely, left alone at the exit."""

import os
import subprocess
import sys

import pytest

from reading.pdfs import draw, text

PDF = draw(text("SIRET 12"))


def run(code: str, pdf: bytes = PDF) -> str:
    """Run code in a fresh interpreter, which has the bytes of a PDF on its standard input."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, input=pdf, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


READ = """
import sys
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.source import load_source
source = load_source(sys.stdin.buffer)
def check():
    assert PdfiumReader().read(source).pages[0].words.text == ("SIRET", "12")
"""


def test_importing_the_reading_room_loads_no_pdf_library() -> None:
    modules = (
        "document",
        "frame",
        "pdfium",
        "pdfium_api",
        "pdfium_shapes",
        "pdfium_words",
        "plumber_colours",
        "reader",
        "source",
        "words",
    )
    imports = "\n".join(f"import chorus_ocr.reading.{module}" for module in modules)
    loaded = run(f"{imports}\nimport sys\nprint(*sys.modules)").split()
    assert not {"pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer"} & set(loaded)
    assert "chorus_ocr.reading.pdfium" in loaded


def test_reading_prints_nothing_and_exits_clean() -> None:
    assert run(f"{READ}\ncheck()") == ""


@pytest.mark.parametrize("order", ["{use}\ncheck()\n{use}", "check()\n{use}\ncheck()"])
def test_an_application_may_use_the_same_library(order: str) -> None:
    use = (
        "import pypdfium2; document = pypdfium2.PdfDocument(source.data); assert len(document) == 1; page = document[0]"
    )
    assert (
        run(READ + order.format(use=use) + "\nassert page.get_size() == (595, 842)\npage.close(); document.close()")
        == ""
    )


def test_a_reading_after_the_application_took_the_library_down_works() -> None:
    # Functions registered first run last: this reading comes after the library's own farewell.
    assert run(f"import atexit\n{READ}\natexit.register(check)\ncheck()\nimport pypdfium2") == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_child_forked_while_others_read_can_read() -> None:
    code = f"""{READ}
import os, threading, warnings
warnings.simplefilter("ignore")  # newer interpreters warn of what is tested here: a fork beside threads
stop = threading.Event()
def loop():
    while not stop.is_set():
        check()
threads = [threading.Thread(target=loop) for _ in range(3)]
[thread.start() for thread in threads]
codes = []
for _ in range(10):
    child = os.fork()
    if not child:
        check()
        os._exit(0)
    codes.append(os.waitpid(child, 0)[1])
stop.set()
[thread.join() for thread in threads]
print(set(codes))
"""
    assert run(code) == "{0}\n"


NOT_EMBEDDED = {"Courier": [100.0, 132.36, 136.0, 144.98], "Garamond": [100.0, 131.54, 131.16, 145.07]}
"""The box of « SIRET » by the library's own fonts; those of a machine reach higher or lower."""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the library asks this system for its fonts")
@pytest.mark.parametrize("font", NOT_EMBEDDED)
def test_print_whose_font_is_not_embedded_is_measured_alike_on_every_machine(font: str) -> None:
    pdf = draw(text("SIRET 12"), font=f"/Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding")
    shown = run(f"{READ}\nprint([round(edge, 2) for edge in PdfiumReader().read(source).pages[0].words.box(0)])", pdf)
    assert shown == f"{NOT_EMBEDDED[font]}\n"
