"""What a page paints besides text, through PDFium: its images, and the dark shapes that white text may stand on."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from chorus_ocr.reading.document import Box
from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.limits import PageLimits
from chorus_ocr.reading.pdfium_api import (
    OBJECT_FORM,
    OBJECT_IMAGE,
    OBJECT_PATH,
    OBJECT_SHADING,
    Pdfium,
    address,
    addresses,
    floats,
    integers,
    run,
)

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

LIGHT, DARK = 200, 160
"""Out of 255: text is light if all of red, green and blue are over ``LIGHT``; a shape is dark if its luminance is
under ``DARK``, so that light text on it can be read."""


class Shapes:
    """The objects of an open page, those within its forms included, listed once, but for text that is known as such.

    Raises ``LimitExceeded``.
    """

    def __init__(
        self, pdfium: Pdfium, page: int, frame: Frame, limits: PageLimits, text_objects: Collection[int] = ()
    ) -> None:
        self._pdfium = pdfium
        self._frame = frame
        self._groups = list(_groups(pdfium, page, limits, text_objects))
        limits.check("images", sum(group.kinds.count(OBJECT_IMAGE) for group in self._groups))

    def images(self) -> tuple[Box, ...]:
        """Return the boxes of the images, as shown, without what sticks out of the page."""
        return tuple(box for group in self._groups for box in self._boxes(group.of_kind(OBJECT_IMAGE), group.matrix))

    def dark_fills(self) -> tuple[Box, ...]:
        """Return the boxes of the shapes filled with a dark colour, and of gradients, as shown.

        The colours of a gradient are not known here; one behind light text was chosen to be read against. A shape
        filled with a pattern cannot be told from a white one, and is left out.
        """
        return tuple(box for group in self._groups for box in self._boxes(self._dark(group), group.matrix))

    def _dark(self, group: "_Group") -> list[int]:
        paths = group.of_kind(OBJECT_PATH)
        modes = integers(2 * len(paths))  # how it is filled, and whether it is stroked
        run(map(self._pdfium.FPDFPath_GetDrawMode, paths, addresses(modes, 2), addresses(modes, 2, 1)))
        fills = zip(paths, modes[0::2], self._pdfium.fill_colours(paths), strict=True)
        return [path for path, fill, colour in fills if fill and is_dark(colour)] + group.of_kind(OBJECT_SHADING)

    def _boxes(self, shapes: Sequence[int], matrix: Matrix) -> Iterator[Box]:
        sides = floats(4 * len(shapes))
        run(map(self._pdfium.FPDFPageObj_GetBounds, shapes, *(addresses(sides, 4, offset) for offset in range(4))))
        for left, bottom, right, top in zip(sides[0::4], sides[1::4], sides[2::4], sides[3::4], strict=True):
            box = self._frame.box(*_bounds(left, bottom, right, top, matrix))
            if box:
                yield box


def is_light(colour: int) -> bool:
    """Say whether text of a colour (``0xRRGGBBAA``) needs something dark behind it to be read."""
    return min(colour >> 24, colour >> 16 & 255, colour >> 8 & 255) > LIGHT and colour & 255 > 0


def is_dark(colour: int) -> bool:
    luminance = 0.2126 * (colour >> 24) + 0.7152 * (colour >> 16 & 255) + 0.0722 * (colour >> 8 & 255)
    return luminance < DARK and colour & 255 > 0


class _Group(NamedTuple):
    """The objects of the page itself or of one form, with their kinds and the matrix to the page's coordinates."""

    objects: list[int]
    kinds: list[int]
    matrix: Matrix

    def of_kind(self, kind: int) -> list[int]:
        if kind not in self.kinds:
            return []
        return [shape for shape, its_kind in zip(self.objects, self.kinds, strict=True) if its_kind == kind]


def _groups(pdfium: Pdfium, page: int, limits: PageLimits, text_objects: Collection[int]) -> Iterator[_Group]:
    # Files made to exhaust a reader nest forms and repeat them; the engine itself ends a chain of forms at some thirty.
    found = count = pdfium.FPDFPage_CountObjects(page)
    listed = map(pdfium.FPDFPage_GetObject, repeat(page), range(count))
    pending = [([each for each in listed if each not in text_objects], IDENTITY)]
    while pending:
        objects, matrix = pending.pop()
        group = _Group(objects, list(map(pdfium.FPDFPageObj_GetType, objects)), matrix)
        yield group
        for form in group.of_kind(OBJECT_FORM):
            count = pdfium.FPDFFormObj_CountObjects(form)
            found += count
            limits.check("objects", found)
            inner = list(map(pdfium.FPDFFormObj_GetObject, repeat(form), range(count)))
            pending.append((inner, _product(_matrix(pdfium, form), matrix)))


def _matrix(pdfium: Pdfium, form: int) -> Matrix:
    values = array("f", IDENTITY)
    pdfium.FPDFPageObj_GetMatrix(form, address(values))
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def _product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies ``first``, then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _bounds(left: float, bottom: float, right: float, top: float, matrix: Matrix) -> Sequence[float]:
    """Return the upright rectangle around a rectangle seen through a matrix."""
    if matrix == IDENTITY:
        return left, bottom, right, top
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)
