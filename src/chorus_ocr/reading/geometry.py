"""Matrices and clips of a PDF, in its own coordinates: y grows upwards.

A matrix ``a b c d e f`` takes a point to ``a x + c y + e``, ``b x + d y + f``.
"""

from collections.abc import Sequence
from typing import NamedTuple

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
