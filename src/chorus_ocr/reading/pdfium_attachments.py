"""The files attached to a PDF, through PDFium: their names, and the content of those that may be an invoice."""

import ctypes
from collections.abc import Iterator, Sequence

from chorus_ocr.reading.attached import XML_BYTES, XML_FILES, is_measured, may_be_invoice
from chorus_ocr.reading.document import EmbeddedXml
from chorus_ocr.reading.pdfium_api import Pdfium
from chorus_ocr.reading.words import clean


def embedded_files(pdfium: Pdfium, document: int) -> tuple[str, ...]:
    """Return the names of the attached files."""
    return tuple(_names(pdfium, document))


def embedded_xml(
    pdfium: Pdfium, document: int, names: Sequence[str], *, data: bytes, is_encrypted: bool
) -> tuple[EmbeddedXml, ...]:
    """Return the content of the attached files that may be an invoice, of which these are the names, in this order.

    ``data``: the bytes of the PDF. Of an encrypted one nothing is returned: nobody can tell what unpacks in it.
    """
    asked = [index for index, name in enumerate(names) if may_be_invoice(name)][:XML_FILES]
    if not asked or is_encrypted or not is_measured(data):
        return ()
    return tuple(_contents(pdfium, document, names, asked))


def _names(pdfium: Pdfium, document: int) -> Iterator[str]:
    for index in range(pdfium.FPDFDoc_GetAttachmentCount(document)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, index)
        size = pdfium.FPDFAttachment_GetName(attachment, None, 0)
        name = ctypes.create_string_buffer(size)
        pdfium.FPDFAttachment_GetName(attachment, name, size)
        yield clean(name.raw.decode("utf-16-le", "surrogatepass").rstrip("\0"))


def _contents(pdfium: Pdfium, document: int, names: Sequence[str], asked: Sequence[int]) -> Iterator[EmbeddedXml]:
    room = XML_BYTES
    for index in asked:
        attachment = pdfium.FPDFDoc_GetAttachment(document, index)
        size = ctypes.c_ulong(0)
        if not pdfium.FPDFAttachment_GetFile(attachment, None, 0, ctypes.addressof(size)):
            continue
        room -= size.value
        if room < 0:
            return  # to ask has already unpacked it: whoever went on would have the same done again and again
        if size.value:
            content = ctypes.create_string_buffer(size.value)
            pdfium.FPDFAttachment_GetFile(attachment, content, size.value, ctypes.addressof(size))
            yield EmbeddedXml(name=names[index], data=content.raw)
