"""The default reader: words, boxes and style through PDFium.

Everything is copied into plain Python data and every handle is closed before a reading ends: a handle that outlives
its document, or the library at the exit of the interpreter, ends the process.
"""

import math
from collections.abc import Iterable, Iterator

from chorus_ocr.errors import DamagedDocument, EncryptedDocument
from chorus_ocr.reading import pdfium_api as api
from chorus_ocr.reading.document import Document, Page, PageScope, PageText
from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits, PageLimits
from chorus_ocr.reading.pdfium_api import Opened, Pdfium, address, floats
from chorus_ocr.reading.pdfium_attachments import embedded_files, embedded_xml
from chorus_ocr.reading.pdfium_forms import FormFields
from chorus_ocr.reading.pdfium_shapes import Shapes
from chorus_ocr.reading.pdfium_words import Characters, read_words
from chorus_ocr.reading.reader import pages_beyond_scope, pages_in_scope
from chorus_ocr.reading.source import Source
from chorus_ocr.reading.words import LINE_END_HYPHEN, clean


class PdfiumReader:
    """Reads with PDFium. One reading runs at a time, whatever the number of threads and of readers."""

    def read(
        self,
        source: Source,
        *,
        scope: PageScope = PageScope.FIRST_THREE,
        password: str | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> Document:
        """Return the document in ``source``, with the words of the pages in ``scope``: see ``Reader.read``.

        Raises ``EncryptedDocument``, ``DamagedDocument`` and ``LimitExceeded``.
        """
        with api.LOCK:
            pdfium = api.load()
            with Opened(open_document(pdfium, source, password), pdfium.FPDF_CloseDocument) as document:
                return _read_document(pdfium, document, source, scope, limits)


def open_document(pdfium: Pdfium, source: Source, password: str | None) -> int:
    """Return the handle of an opened document. Raises ``EncryptedDocument`` and ``DamagedDocument``."""
    # A file that opens for everybody opens, whatever password the caller gave with other files in mind.
    for attempt in dict.fromkeys((password or "", "")):
        # The library reads from these bytes for as long as the document is open; the caller holds ``source``.
        handle = pdfium.FPDF_LoadMemDocument64(source.data, len(source.data), attempt.encode("utf-8", "replace"))
        if handle:
            return handle
    match pdfium.FPDF_GetLastError():
        case api.ERROR_PASSWORD if password:
            raise EncryptedDocument(source.label, "the password is wrong")
        case api.ERROR_PASSWORD:
            raise EncryptedDocument(source.label, "a password is needed")
        case api.ERROR_SECURITY:
            raise EncryptedDocument(source.label, "protected in a way that the reader does not know")
        case _:
            raise DamagedDocument(source.label, "damaged: it cannot be opened")


def _read_document(pdfium: Pdfium, document: int, source: Source, scope: PageScope, limits: Limits) -> Document:
    count = pdfium.FPDF_GetPageCount(document)
    if count < 1:
        raise DamagedDocument(source.label, "no pages")
    numbers, beyond = pages_in_scope(scope, count), pages_beyond_scope(scope, count)
    limits.check("pages", len(numbers) + len(beyond), source.label)
    pages = []
    with FormFields(pdfium, document) as fields:
        for number in numbers:
            with Opened(pdfium.FPDF_LoadPage(document, number - 1), pdfium.FPDF_ClosePage) as page:
                if not page:
                    raise DamagedDocument(source.label, f"damaged: page {number} cannot be read")
                page_limits = PageLimits(limits=limits, source=source.label, number=number)
                pages.append(_read_page(pdfium, page, fields, page_limits))
        signatures = fields.signatures()
    encrypted = pdfium.FPDF_GetSecurityHandlerRevision(document) != -1
    attached = embedded_files(pdfium, document)
    return Document(
        pages=tuple(pages),
        page_count=count,
        scope=scope,
        beyond_scope=tuple(
            _bare_texts(
                pdfium, document, [PageLimits(limits=limits, source=source.label, number=each) for each in beyond]
            )
        ),
        file_name=source.file_name,
        byte_size=len(source.data),
        encrypted=encrypted,
        embedded_files=attached,
        embedded_xml=embedded_xml(pdfium, document, attached, data=source.data, is_encrypted=encrypted),
        signatures=signatures,
    )


def _read_page(pdfium: Pdfium, page: int, fields: FormFields, limits: PageLimits) -> Page:
    # Before the text of the page is gathered, which costs more than all the rest.
    limits.check("objects", pdfium.FPDFPage_CountObjects(page))
    frame = frame_of(pdfium, page)
    with Opened(pdfium.FPDFText_LoadPage(page), pdfium.FPDFText_ClosePage) as text_page:
        characters = Characters(pdfium, text_page, limits)
        words, off_page, objects = read_words(characters, frame)
        unmapped = characters.unmapped()
    shapes = Shapes(pdfium, page, frame, limits, characters.text_objects)
    return Page(
        number=limits.number,
        width=frame.width,
        height=frame.height,
        words=words,
        off_page=off_page,
        images=shapes.images(),
        fills=shapes.fills(),
        clipped=shapes.clipped(words, objects),
        covered=shapes.covered(words, objects),
        form_values=fields.values(page, frame, limits),
        unmapped=unmapped,
    )


def frame_of(pdfium: Pdfium, page: int) -> Frame:
    """Return the frame of an opened page."""
    # The library intersects CropBox and MediaBox, and takes US Letter for a missing or an empty one.
    box = floats(4)
    pdfium.FPDF_GetPageBoundingBox(page, address(box))
    left, top, right, bottom = box
    if not (math.isfinite(left + bottom + right + top) and left < right and bottom < top):
        left, bottom, right, top = 0.0, 0.0, 612.0, 792.0
    return Frame(left=left, bottom=bottom, right=right, top=top, quarters=pdfium.FPDFPage_GetRotation(page) % 4)


def _bare_texts(pdfium: Pdfium, document: int, pages: Iterable[PageLimits]) -> Iterator[PageText]:
    """Yield the text of pages beyond the scope. They feed no field: one that cannot be read is passed over."""
    for limits in pages:
        with Opened(pdfium.FPDF_LoadPage(document, limits.number - 1), pdfium.FPDF_ClosePage) as page:
            limits.check("objects", pdfium.FPDFPage_CountObjects(page))
            with Opened(pdfium.FPDFText_LoadPage(page), pdfium.FPDFText_ClosePage) as text_page:
                if not text_page:
                    continue
                text = Characters(pdfium, text_page, limits).text()
                text = text.replace("\r\n", "\n").replace(LINE_END_HYPHEN, "-\n")
                yield PageText(number=limits.number, text=clean(text))
