"""The marks of a report on the rendered page: to see what the words alone do not show."""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

from chorus_ocr.drawing.printable import safe
from chorus_ocr.drawing.shapes import Caption, Path, Point, groups
from chorus_ocr.reading.document import Document
from chorus_ocr.reading.pdfium_render import render
from chorus_ocr.reading.source import PdfSource, Source, load_source
from chorus_ocr.report import Report

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

DPI: Final = 110.0
OPAQUE: Final = 255
IN_FONT: Final = frozenset("«»’")
"""What Pillow's own font has besides ASCII."""

LEAST_TYPE: Final = 6.0
"""In pixels: smaller type is not written."""


def page_image(
    report: Report,
    source: PdfSource,
    *,
    page: int = 1,
    field: str | None = None,
    dpi: float = DPI,
    password: str | None = None,
) -> "Image":
    """Return a page of a PDF as a Pillow image, with the same marks on it as ``report.page(page)`` draws.

    ``source``: the PDF that the report is about, as ``read()`` takes it. ``page`` counts from 1. ``field``: the marks
    of this one only. ``dpi``: dots per inch; a very large page has fewer.

    The image shows the page as it is. A masked report has no page to be shown: it is refused, as is another file.

    Raises ``ValueError`` for a page that is not in scope, a field that the pack does not have, a resolution that is
    none and a file that the report is not about, and ``UnreadableDocument`` like ``read()``.
    """
    from PIL import Image, ImageDraw

    if not (math.isfinite(dpi) and dpi > 0):
        raise ValueError(f"dpi is a number above 0, not {dpi!r}")
    sheet = report.page(page).show(field).sheet
    loaded = load_source(source)
    _same_file(report.document, loaded)
    picture = render(loaded, page, dpi=dpi, password=password)
    size = (picture.width, picture.height)
    image = Image.frombuffer("RGB", size, picture.pixels, "raw", "BGRX", 0, 1)
    image = image.copy()  # what is made over a buffer cannot be drawn on
    pen = ImageDraw.Draw(image, "RGBA")  # in this mode, what is half transparent is blended
    for group in groups(sheet):
        for shape in group.shapes:
            if isinstance(shape, Caption):
                _write(pen, shape, picture.scale)
            else:
                _paint(pen, shape, picture.scale)
    return image


def _same_file(document: Document, source: Source) -> None:
    # A masked report tells another size than that of its file; one that was put together by hand tells none.
    if document.byte_size not in (0, len(source.data)):
        raise ValueError(f"{source.label}: not the file that the report is about, or the report is masked")


def _paint(pen: "ImageDraw", path: Path, scale: float) -> None:
    points = [(x * scale, y * scale) for x, y in path.points]
    if path.fill:
        pen.polygon(points, fill=_colour(path.fill_colour or path.colour, path.fill))
    if path.width:
        ends = [*points, points[0]] if path.closed else points
        width = max(1, round(path.width * scale))
        for line in _dashes(ends, tuple(each * scale for each in path.dash)) if path.dash else [ends]:
            pen.line(line, fill=_colour(path.colour), width=width, joint="curve")


def _write(pen: "ImageDraw", caption: Caption, scale: float) -> None:
    from PIL import ImageFont

    size = caption.size * scale
    if size < LEAST_TYPE:
        return
    x0, top, x1, bottom = (each * scale for each in caption.box)
    text = _in_font(caption.text)
    font = ImageFont.load_default(size)
    wide = font.getlength(text)
    if wide > x1 - x0:
        font = ImageFont.load_default(size * (x1 - x0) / wide)
    pen.text(((x0 + x1) / 2, (top + bottom) / 2), text, fill=_colour(caption.colour), font=font, anchor="mm")


def _in_font(text: str) -> str:
    """Return a text in the letters of Pillow's own font, which has no accents.

    >>> _in_font("×9 écarté : « 2 500 € »")
    'x9 ecarte : « 2 500 ? »'
    """
    letters = normalize("NFKD", safe(text).replace("×", "x").replace("œ", "oe"))
    return "".join(mark if mark.isascii() or mark in IN_FONT else "?" for mark in letters if not combining(mark))


def _dashes(points: list[Point], dash: tuple[float, ...]) -> Iterator[list[Point]]:
    """Yield the dashes of a line through points; each side of it begins with a dash."""
    drawn, gap = dash
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0)
        for at in range(math.ceil(length / (drawn + gap))):
            start, end = at * (drawn + gap), min(at * (drawn + gap) + drawn, length)
            yield [(x0 + (x1 - x0) * each / length, y0 + (y1 - y0) * each / length) for each in (start, end)]


def _colour(told: str, opacity: float = 1.0) -> tuple[int, int, int, int]:
    red, green, blue = (int(told[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue, round(OPAQUE * opacity)
