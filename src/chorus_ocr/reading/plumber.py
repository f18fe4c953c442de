"""The reference reader: pdfplumber, which shares no code with the default one.

It is some twenty times slower, and there to be compared with: what two engines read alike is what the page says.
pdfplumber is imported with this module, which is imported only where this reader is asked for. The module has not the
name of the library, so that nobody has to wonder which of the two is meant.
"""

import io
import logging
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from chorus_ocr.errors import DamagedDocument, EncryptedDocument, LimitExceeded
from chorus_ocr.reading.document import Document, Page, PageScope, PageText
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits, PageLimits
from chorus_ocr.reading.plumber_facts import attachments, embedded_xml, form_values, signatures
from chorus_ocr.reading.plumber_page import ShownPage
from chorus_ocr.reading.plumber_shapes import Shapes, on_page
from chorus_ocr.reading.plumber_words import read_text, read_words
from chorus_ocr.reading.reader import pages_beyond_scope, pages_in_scope
from chorus_ocr.reading.source import Source

LOCK = threading.Lock()
"""One reading at a time: pdfminer keeps the names it has met, its character maps and its loggers for all together."""

if hasattr(os, "register_at_fork"):
    # A child forked while another thread reads would inherit a lock that nobody is left to release.
    os.register_at_fork(before=LOCK.acquire, after_in_parent=LOCK.release, after_in_child=LOCK.release)


class PdfplumberReader:
    """Reads with pdfplumber. One reading runs at a time, whatever the number of threads and of readers."""

    def read(
        self,
        source: Source,
        *,
        scope: PageScope = PageScope.FIRST_THREE,
        password: str | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> Document:
        """Return the document in ``source``, with the words of the pages in ``scope``: see ``Reader.read``.

        Text counts as no object here, and every character of a page counts, painted twice or not. Raises
        ``EncryptedDocument``, ``DamagedDocument`` and ``LimitExceeded``.
        """
        with LOCK, _silence(), io.BytesIO(source.data) as stream:
            pdf = _open(stream, source, password)
            return _read_document(pdf, source, scope, limits)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what pdfminer and pdfplumber tell their loggers in this thread from the application."""
    reading = threading.get_ident()

    def is_of_another(record: logging.LogRecord) -> bool:
        return record.thread != reading

    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in ("pdfminer", "pdfplumber")]
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addFilter(is_of_another)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(is_of_another)


def _open(stream: io.BytesIO, source: Source, password: str | None) -> PDF:
    given = password or ""
    # Files protected the old way hold the password in the encoding of whoever wrote them, and pdfminer tries Latin-1.
    in_utf_8 = given.encode("utf-8", "replace").decode("latin-1")
    refusal: object = None
    # A file that opens for everybody opens, whatever password the caller gave with other files in mind.
    for attempt in dict.fromkeys((given, in_utf_8, "")):
        try:
            return PDF.open(stream, password=attempt)
        except Exception as error:  # any at all: whatever goes wrong within pdfminer comes through
            refusal = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    match refusal:
        case PDFPasswordIncorrect() if password:
            raise EncryptedDocument(source.label, "the password is wrong")
        case PDFPasswordIncorrect():
            raise EncryptedDocument(source.label, "a password is needed")
        case PDFEncryptionError():
            raise EncryptedDocument(source.label, "protected in a way that the reader does not know")
        case _:
            raise DamagedDocument(source.label, "damaged: it cannot be opened")


def _read_document(pdf: PDF, source: Source, scope: PageScope, limits: Limits) -> Document:
    try:
        listed = list(PDFPage.create_pages(pdf.doc))
        attached = tuple(attachments(pdf.doc))
        xml = embedded_xml(pdf.doc, attached)
        signed = signatures(pdf.doc)
    except Exception as error:
        raise DamagedDocument(source.label, "damaged: its pages cannot be found") from error
    if not listed:
        raise DamagedDocument(source.label, "no pages")
    numbers, beyond = pages_in_scope(scope, len(listed)), pages_beyond_scope(scope, len(listed))
    limits.check("pages", len(numbers) + len(beyond), source.label)
    pages = []
    for number in numbers:
        page_limits = PageLimits(limits=limits, source=source.label, number=number)
        try:
            pages.append(_read_page(ShownPage(pdf, listed[number - 1], number), page_limits))
        except LimitExceeded:
            raise
        except Exception as error:
            raise DamagedDocument(source.label, f"damaged: page {number} cannot be read") from error
    return Document(
        pages=tuple(pages),
        page_count=len(listed),
        scope=scope,
        beyond_scope=tuple(_bare_texts(pdf, listed, beyond, limits, source.label)),
        file_name=source.file_name,
        byte_size=len(source.data),
        encrypted=pdf.doc.encryption is not None,
        embedded_files=tuple(name for name, _ in attached),
        embedded_xml=xml,
        signatures=signed,
    )


def _read_page(page: ShownPage, limits: PageLimits) -> Page:
    limits.check("characters", len(page.chars))
    limits.check("objects", sum(len(found) for kind, found in page.objects.items() if kind != "char"))
    limits.check("images", len(page.images))
    words, off_page, firsts = read_words(page.chars, page.frame)
    limits.check("words", len(words) + len(off_page))
    shapes = Shapes(page)
    images = (on_page(image, page) for image in page.images)
    return Page(
        number=page.page_number,
        width=page.frame.width,
        height=page.frame.height,
        words=words,
        off_page=off_page,
        images=tuple(box for box in images if box),
        fills=shapes.fills(),
        clipped=shapes.clipped(words, firsts),
        covered=shapes.covered(words, firsts),
        form_values=tuple(form_values(page, limits)),
        unmapped=page.unmapped,
    )


def _bare_texts(
    pdf: PDF, listed: list[PDFPage], numbers: Iterable[int], limits: Limits, source: str
) -> Iterator[PageText]:
    """Yield the text of pages beyond the scope. They feed no field: one that cannot be read is passed over."""
    for number in numbers:
        try:
            chars = ShownPage(pdf, listed[number - 1], number).chars
            PageLimits(limits=limits, source=source, number=number).check("characters", len(chars))
            text = read_text(chars)
        except LimitExceeded:
            raise
        except Exception:
            continue
        yield PageText(number=number, text=text)
