"""The coordinates of a file, and the frame of a page: from them to those of the page as shown.

In a file y grows upwards. A matrix ``a b c d e f`` takes a point to ``a x + c y + e``, ``b x + d y + f``.
"""

import math
from collections.abc import Sequence
from operator import lt
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

    def boxes(
        self, left: Sequence[float], bottom: Sequence[float], right: Sequence[float], top: Sequence[float]
    ) -> "list[Box | None]":
        """Return what of rectangles, given as to ``columns()``, lies on the page as shown: None where nothing does."""
        x0, y0, x1, y1 = columns = self.columns(left, bottom, right, top)
        if not x0:
            return []
        is_finite = math.isfinite(sum(x0) + sum(y0) + sum(x1) + sum(y1))
        width, height = self.width, self.height
        is_inside = is_finite and min(x0) >= 0 and min(y0) >= 0 and max(x1) <= width and max(y1) <= height
        if is_inside and all(map(lt, x0, x1)) and all(map(lt, y0, y1)):
            return list(map(Box, x0, y0, x1, y1))
        return [self._cut(Box(*sides)) for sides in zip(*columns, strict=True)]

    def _cut(self, box: Box) -> Box | None:
        if not math.isfinite(sum(box)):
            return None
        x0, top, x1, bottom = box
        cut = Box(max(x0, 0.0), max(top, 0.0), min(x1, self.width), min(bottom, self.height))
        return cut if cut.x0 < cut.x1 and cut.top < cut.bottom else None

    def box(self, left: float, bottom: float, right: float, top: float) -> Box | None:
        """Return the part of a rectangle in file coordinates that lies on the page as shown, or None if none does."""
        return self.boxes((left,), (bottom,), (right,), (top,))[0]

    def angle(self, degrees: int) -> int:
        """Return a direction of the file, in degrees counter-clockwise, as it is on the page as shown."""
        return (degrees - 90 * self.quarters) % 360


def _off(values: Sequence[float], origin: float) -> Sequence[float]:
    """Distances from ``origin`` to ``values``; most pages start at 0 and need no copy."""
    return [value - origin for value in values] if origin else values


def _up_to(limit: float, values: Sequence[float]) -> list[float]:
    return [limit - value for value in values]


Matrix = tuple[float, float, float, float, float, float]

Sides = tuple[float, float, float, float]
"""Of an upright rectangle: left, bottom, right, top."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def keeps_upright(matrix: Matrix) -> bool:
    """Tell whether a rectangle along the axes stays one when it is seen through a matrix."""
    a, b, c, d, *_ = matrix
    return b == c == 0 or a == d == 0


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies ``first``, then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def bounds(left: float, bottom: float, right: float, top: float, matrix: Matrix) -> Sides:
    """Return the upright rectangle around a rectangle seen through a matrix."""
    if matrix == IDENTITY:
        return left, bottom, right, top
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


class Clip(NamedTuple):
    """A rectangle in the file's coordinates outside of which nothing is painted.

    ``exact``: everything within is painted, for the clip is that rectangle, and not another shape in it.
    """

    left: float
    bottom: float
    right: float
    top: float
    exact: bool = True

    def within(self, other: "Clip | None") -> "Clip":
        """Return the part of a clip that is in another one, too."""
        if other is None:
            return self
        return Clip(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
            self.exact and other.exact,
        )


def is_upright(xs: Sequence[float], ys: Sequence[float]) -> bool:
    """Tell whether the points of a path are, in turn, the corners of a rectangle with sides along the axes.

    >>> is_upright([0, 9, 9, 0, 0], [0, 0, 5, 5, 0]), is_upright([0, 9, 5, 1], [0, 0, 5, 5])
    (True, False)
    """
    if len(xs) == 5 and (xs[4], ys[4]) != (xs[0], ys[0]):
        return False
    return len(xs) in (4, 5) and (
        (xs[0] == xs[3] and xs[1] == xs[2] and ys[0] == ys[1] and ys[2] == ys[3])
        or (xs[0] == xs[1] and xs[2] == xs[3] and ys[0] == ys[3] and ys[1] == ys[2])
    )
