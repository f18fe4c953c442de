"""Where labels go, so that none hides another, and marks and print are hidden as little as can be."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from chorus_ocr.drawing.marks import Rect

SQUARES: Final = 30
"""Into how many rows of squares a page is divided to find what stands in a place."""

STEPS: Final = 60
"""How many places a row or a column of the page has, where any free place will do."""

RINGS: Final = 4
"""How many heights of a label it may be moved away before any free place will do."""

MARK, PRINT, AWAY = 6.0, 1.0, 4.0
"""What it costs to hide a square point of a mark, or of print, and to stand a point further away."""


@dataclass(slots=True)
class Boxes:
    """Boxes by the squares of the page that they touch; ``side``: of a square, in points."""

    side: float
    squares: dict[tuple[int, int], list[Rect]] = field(default_factory=lambda: defaultdict(list))

    def add(self, box: Rect) -> None:
        """Take a box in."""
        for square in self._squares(box):
            self.squares[square].append(box)

    def hidden(self, by: Rect) -> float:
        """Return how much of the boxes, in square points, a box would hide."""
        near = {box for square in self._squares(by) for box in self.squares.get(square, ())}
        return math.fsum(overlap(by, box) for box in near)  # whatever order a set has

    def _squares(self, box: Rect) -> Iterator[tuple[int, int]]:
        side = self.side
        for column in range(int(box[0] // side), int(box[2] // side) + 1):
            for row in range(int(box[1] // side), int(box[3] // side) + 1):
                yield column, row


def place(
    wanted: Sequence[tuple[Rect, float, float]],
    size: tuple[float, float],
    marks: Iterable[Rect],
    prints: Iterable[Rect],
    gap: float,
) -> list[Rect | None]:
    """Return a place for each label, as near to its box as can be; None where the page is full.

    ``wanted``: the box that each belongs to, with the label's own width and height. ``size``: of the page. ``gap``:
    between a label and what it stands beside. All in points, and every box on the page. No two places overlap.
    """
    hard, soft, taken = (Boxes(max(size) / SQUARES) for _ in range(3))
    for box in marks:
        hard.add(box)
    for box in prints:
        soft.add(box)
    placed: list[Rect | None] = []
    for box, width, height in wanted:
        best, least = None, math.inf
        for at in _places(box, width, height, size, gap):
            cost = AWAY * distance(at, box)  # what is cheap to ask comes first: most places lose by it
            if cost >= least or taken.hidden(at):
                continue
            cost += MARK * hard.hidden(at)
            if cost < least:
                cost += PRINT * soft.hidden(at)
            if cost < least:
                best, least = at, cost
        best = best or next((at for at in _anywhere(box, width, height, size, gap) if not taken.hidden(at)), None)
        if best is not None:
            taken.add(best)
        placed.append(best)
    return placed


def overlap(a: Rect, b: Rect) -> float:
    """Return what two boxes have in common, in square points."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0


def distance(a: Rect, b: Rect) -> float:
    """Return how far two boxes stand apart, in points."""
    return math.hypot(max(a[0] - b[2], b[0] - a[2], 0.0), max(a[1] - b[3], b[1] - a[3], 0.0))


def _places(box: Rect, width: float, height: float, size: tuple[float, float], gap: float) -> Iterator[Rect]:
    """Yield places around a box, the nearest first."""
    x0, top, x1, bottom = box
    middle = (top + bottom - height) / 2
    yield from _on(size, (x1 + gap, middle), (x0 - gap - width, middle), width=width, height=height)
    for ring in range(RINGS):
        above, under = top - gap - height * (1 + ring), bottom + gap + height * ring
        lefts = (x0, x1 - width, x0 - width - gap, x1 + gap, (x0 + x1 - width) / 2)
        yield from _on(size, *((left, y) for y in (above, under) for left in lefts), width=width, height=height)


def _anywhere(box: Rect, width: float, height: float, size: tuple[float, float], gap: float) -> Iterator[Rect]:
    across, down = max(width + gap, size[0] / STEPS), max(height + gap, size[1] / STEPS)
    columns, rows = int(size[0] // across), int(size[1] // down)
    free = [(column * across, row * down) for column in range(columns) for row in range(rows)]
    free.sort(key=lambda at: (distance((*at, at[0] + width, at[1] + height), box), at))
    yield from _on(size, *free, width=width, height=height)


def _on(size: tuple[float, float], *corners: tuple[float, float], width: float, height: float) -> Iterator[Rect]:
    for left, top in corners:
        if left >= 0 and top >= 0 and left + width <= size[0] and top + height <= size[1]:
            yield left, top, left + width, top + height
