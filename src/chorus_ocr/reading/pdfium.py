"""The default reader: words, boxes and style through PDFium.

Everything is copied into plain Python data and every handle is closed before a reading ends: a handle that outlives
its document, or the library at the exit of the interpreter, ends the process.
"""

import ctypes
import math
from collections.abc import Callable, Iterable, Iterator

from chorus_ocr.errors import DamagedDocument, EncryptedDocument
from chorus_ocr.reading import pdfium_api as api
from chorus_ocr.reading.document import Document, Page, PageScope, PageText
from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits, PageLimits
from chorus_ocr.reading.pdfium_api import Pdfium, address, floats
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
            with _Opened(_open(pdfium, source, password), pdfium.FPDF_CloseDocument) as document:
                return _read_document(pdfium, document, source, scope, limits)


class _Opened:
    """Closes a handle in any case. Closing 0, which stands for a failure to open, does nothing."""

    __slots__ = ("_close", "_handle")

    def __init__(self, handle: int, close: Callable[[int], object]) -> None:
        self._handle = handle
        self._close = close

    def __enter__(self) -> int:
        return self._handle

    def __exit__(self, *_: object) -> None:
        self._close(self._handle)


def _open(pdfium: Pdfium, source: Source, password: str | None) -> int:
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
    for number in numbers:
        with _Opened(pdfium.FPDF_LoadPage(document, number - 1), pdfium.FPDF_ClosePage) as page:
            if not page:
                raise DamagedDocument(source.label, f"damaged: page {number} cannot be read")
            pages.append(_read_page(pdfium, page, PageLimits(limits=limits, source=source.label, number=number)))
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
        encrypted=pdfium.FPDF_GetSecurityHandlerRevision(document) != -1,
        embedded_files=tuple(_embedded_files(pdfium, document)),
    )


def _read_page(pdfium: Pdfium, page: int, limits: PageLimits) -> Page:
    # Before the text of the page is gathered, which costs more than all the rest.
    limits.check("objects", pdfium.FPDFPage_CountObjects(page))
    frame = _frame(pdfium, page)
    with _Opened(pdfium.FPDFText_LoadPage(page), pdfium.FPDFText_ClosePage) as text_page:
        characters = Characters(pdfium, text_page, limits)
        words, off_page, objects = read_words(characters, frame)
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
    )


def _frame(pdfium: Pdfium, page: int) -> Frame:
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
        with _Opened(pdfium.FPDF_LoadPage(document, limits.number - 1), pdfium.FPDF_ClosePage) as page:
            limits.check("objects", pdfium.FPDFPage_CountObjects(page))
            with _Opened(pdfium.FPDFText_LoadPage(page), pdfium.FPDFText_ClosePage) as text_page:
                if not text_page:
                    continue
                text = Characters(pdfium, text_page, limits).text()
                text = text.replace("\r\n", "\n").replace(LINE_END_HYPHEN, "-\n")
                yield PageText(number=limits.number, text=clean(text))


def _embedded_files(pdfium: Pdfium, document: int) -> Iterator[str]:
    for index in range(pdfium.FPDFDoc_GetAttachmentCount(document)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, index)
        size = pdfium.FPDFAttachment_GetName(attachment, None, 0)
        name = ctypes.create_string_buffer(size)
        pdfium.FPDFAttachment_GetName(attachment, name, size)
        yield clean(name.raw.decode("utf-16-le", "surrogatepass").rstrip("\0"))
