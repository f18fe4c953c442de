"""A page as a picture, as PDFium paints it: for people to look at, never for recognition."""

import ctypes
import math
from dataclasses import dataclass, field
from typing import Final

from chorus_ocr.errors import DamagedDocument
from chorus_ocr.reading import pdfium_api as api
from chorus_ocr.reading.pdfium import frame_of, open_document
from chorus_ocr.reading.pdfium_api import Opened
from chorus_ocr.reading.source import Source

MOST_PIXELS: Final = 40_000_000
"""A page that would take more is painted smaller: an A4 sheet at 600 dpi takes 35 million."""

POINTS_PER_INCH: Final = 72
WHITE: Final = 0xFFFFFFFF
WITH_ANNOTATIONS: Final = 0x01


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A painted page: ``width`` by ``height`` pixels of four bytes (blue, green, red, unused), rows without a gap.

    ``scale``: pixels a point. ``page_count``: of the document.
    """

    width: int
    height: int
    scale: float
    page_count: int
    pixels: bytes = field(repr=False)


def render(source: Source, number: int, *, dpi: float, password: str | None = None) -> Picture:
    """Return a page, counted from 1, as a picture of so many dots per inch, or of fewer: see ``MOST_PIXELS``.

    Raises ``EncryptedDocument``, and ``DamagedDocument`` for a page that cannot be opened or painted.
    """
    with api.LOCK:
        pdfium = api.load()
        with (
            Opened(open_document(pdfium, source, password), pdfium.FPDF_CloseDocument) as document,
            Opened(pdfium.FPDF_LoadPage(document, number - 1), pdfium.FPDF_ClosePage) as page,
        ):
            if not page:
                raise DamagedDocument(source.label, f"damaged: page {number} cannot be read")
            frame = frame_of(pdfium, page)
            scale = min(dpi / POINTS_PER_INCH, math.sqrt(MOST_PIXELS / (frame.width * frame.height)))
            width, height = max(1, int(frame.width * scale)), max(1, int(frame.height * scale))
            with Opened(pdfium.FPDFBitmap_Create(width, height, 0), pdfium.FPDFBitmap_Destroy) as bitmap:
                if not bitmap:
                    raise DamagedDocument(source.label, f"damaged: page {number} cannot be painted")
                pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
                pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS)
                stride = pdfium.FPDFBitmap_GetStride(bitmap)
                painted = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
            rows = (painted[row * stride : row * stride + 4 * width] for row in range(height))
            pixels = painted if stride == 4 * width else b"".join(rows)
            count = pdfium.FPDF_GetPageCount(document)
    return Picture(width=width, height=height, scale=scale, page_count=count, pixels=pixels)
