"""Readers that another process can import: they do what the name of a file tells, or read it."""

import os
import signal
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from chorus_ocr import Document, PageScope
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.source import Source
from isolation import jobs


class Stuck(str):
    """A text that cannot be pickled."""

    __slots__ = ()

    def __reduce__(self) -> NoReturn:
        raise ValueError("stuck here")


class Moody:
    """Crashes, loops, fails and so on, by the name of the file."""

    def read(
        self,
        source: Source,
        *,
        scope: PageScope = PageScope.FIRST_THREE,
        password: str | None = None,
        **others: Any,
    ) -> Document:
        """Return the document, if it comes to that."""
        name = (source.file_name or "").partition(".")[0]
        match name:
            case "crash":
                jobs.crash(signal.SIGSEGV)
            case "loop":
                jobs.loop_natively()
            case "hog":
                jobs.hog()
            case "leave":
                os._exit(3)
            case "fail":
                jobs.fail("by zero")
            case "odd":
                jobs.fail_oddly()
            case "slow":
                time.sleep(0.5)
        document = PdfiumReader().read(source, scope=scope, password=password, **others)
        return replace(document, file_name=Stuck("x")) if name == "stuck" else document


class Telling:
    """Writes its process into a folder, under the name of the file, and then waits for ever, where the file says so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(
        self,
        source: Source,
        *,
        scope: PageScope = PageScope.FIRST_THREE,
        password: str | None = None,
        **others: Any,
    ) -> Document:
        """Return the document, if it comes to that."""
        name = source.file_name or "none"
        (self.folder / f"{name}.pid").write_text(f"{os.getpid()}\n", encoding="utf-8")
        if name.startswith("wait"):
            jobs.loop_natively()
        return PdfiumReader().read(source, scope=scope, password=password, **others)
