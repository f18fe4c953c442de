"""The frame of a page: from the coordinates of the file to those of the page as shown."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from chorus_ocr.reading.document import Box

Columns = tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[float]]


class Frame(NamedTuple):
    """The visible rectangle of a page, in the file's coordinates (points, y upwards), and its rotation.

    ``quarters``: how many times the page is turned clockwise by 90° to be shown (``/Rotate`` divided by 90).
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def width(self) -> float:
        """The width of the page as shown, in points."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as shown, in points."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def columns(
        self, left: Sequence[float], bottom: Sequence[float], right: Sequence[float], top: Sequence[float]
    ) -> Columns:
        """Return ``x0``, ``top``, ``x1``, ``bottom`` as shown of rectangles given by columns in file coordinates."""
        match self.quarters:
            case 0:
                return _off(left, self.left), _up_to(self.top, top), _off(right, self.left), _up_to(self.top, bottom)
            case 1:
                return _off(bottom, self.bottom), _off(left, self.left), _off(top, self.bottom), _off(right, self.left)
            case 2:
                return (
                    _up_to(self.right, right),
                    _off(bottom, self.bottom),
                    _up_to(self.right, left),
                    _off(top, self.bottom),
                )
            case _:
                return (
                    _up_to(self.top, top),
                    _up_to(self.right, right),
                    _up_to(self.top, bottom),
                    _up_to(self.right, left),
                )

    def box(self, left: float, bottom: float, right: float, top: float) -> Box | None:
        """Return the part of a rectangle in file coordinates that lies on the page as shown, or None if none does."""
        if not math.isfinite(left + bottom + right + top):
            return None
        (x0,), (y0,), (x1,), (y1,) = self.columns((left,), (bottom,), (right,), (top,))
        x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, self.width), min(y1, self.height)
        return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None

    def angle(self, degrees: int) -> int:
        """Return a direction of the file, in degrees counter-clockwise, as it is on the page as shown."""
        return (degrees - 90 * self.quarters) % 360


def _off(values: Sequence[float], origin: float) -> Sequence[float]:
    """Distances from ``origin`` to ``values``; most pages start at 0 and need no copy."""
    return [value - origin for value in values] if origin else values


def _up_to(limit: float, values: Sequence[float]) -> list[float]:
    return [limit - value for value in values]
