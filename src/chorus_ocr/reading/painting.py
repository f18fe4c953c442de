"""What stands behind print and what hides it, by boxes and order of painting alone: the same for every reader."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import accumulate
from operator import add
from typing import Protocol, TypeVar

from chorus_ocr.reading.document import Box, WordTable

THINNEST = 2.0
"""In points: what is thinner is a ruling, on which nothing is printed."""

MOST_FILLS = 1_000
"""So many shapes of a page are kept, the largest: a page of print has some hundred."""

PAPER = 0xE6
"""A colour whose every channel is at least this (of 255) looks like the paper."""


class Painted(Protocol):
    """A filled shape: where, and its colour as in ``Fill``."""

    @property
    def box(self) -> Box: ...
    @property
    def colour(self) -> int | None: ...


P = TypeVar("P", bound=Painted)


def kept(shapes: Sequence[P]) -> Sequence[P]:
    """Return those of a page's filled shapes that a page keeps, in their order: see ``Page.fills``.

    One that looks like the paper is kept only over others: on paper it makes no difference.
    """
    under: list[Box] = []
    found = []
    for shape in shapes:
        colour = shape.colour
        if colour is None or min(colour >> 24, colour >> 16 & 0xFF, colour >> 8 & 0xFF) < PAPER:
            if colour is None or colour & 0xFF:
                under.append(shape.box)
                found.append(shape)
        elif under and _meets_any(shape.box, under):
            found.append(shape)
    if len(found) <= MOST_FILLS:
        return found
    largest = nlargest(MOST_FILLS, range(len(found)), key=lambda number: _area(found[number].box))
    return [found[number] for number in sorted(largest)]


def _meets_any(box: Box, others: Iterable[Box]) -> bool:
    x0, top, x1, bottom = box
    return any(left < x1 and x0 < right and upper < bottom and top < lower for left, upper, right, lower in others)


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def is_solid(colour: int | None) -> bool:
    """Tell whether a fill of a colour lets nothing through."""
    return colour is not None and colour & 0xFF == 0xFF


def covers(
    words: WordTable, written: Sequence[int], boxes: Sequence[Box], painted: Sequence[int]
) -> Iterator[tuple[int, list[int]]]:
    """Yield the number of each box that is painted over words, and the rows of those words.

    ``written``: when each word is painted, ``painted``: when each box is, as numbers that grow. A word is under a box
    that its centre lies in.
    """
    first = min(written)
    late = [number for number, time in enumerate(painted) if time > first]
    if not late:
        return
    # Most rectangles are painted under all that was printed before, row by row: a look at how low that reaches is
    # enough.
    order = sorted(range(len(written)), key=written.__getitem__)
    times = list(map(written.__getitem__, order))
    lowest = list(accumulate(map(words.bottom.__getitem__, order), max))
    late = [number for number in late if boxes[number].top < lowest[bisect_left(times, painted[number]) - 1]]
    if not late:
        return
    doubled = list(map(add, words.top, words.bottom))
    rows = sorted(range(len(doubled)), key=doubled.__getitem__)
    levels = list(map(doubled.__getitem__, rows))
    for number in late:
        box, time = boxes[number], painted[number]
        level = bisect_left(levels, 2 * box.top)
        under = [
            row
            for row in rows[level : bisect_right(levels, 2 * box.bottom, level)]
            if written[row] < time and 2 * box.x0 <= words.x0[row] + words.x1[row] <= 2 * box.x1
        ]
        if under:
            yield number, under


def is_outside(words: WordTable, row: int, box: Box | None) -> bool:
    """Tell whether the centre of a word lies outside a box; None is a box that is off the page."""
    if box is None:
        return True
    x, y = words.x0[row] + words.x1[row], words.top[row] + words.bottom[row]
    return not (2 * box.x0 <= x <= 2 * box.x1 and 2 * box.top <= y <= 2 * box.bottom)


def common(one: Box, other: Box | None) -> Box | None:
    """Return what two boxes have in common, or None if they have nothing; None is a box that is off the page."""
    if other is None:
        return None
    box = Box(max(one.x0, other.x0), max(one.top, other.top), min(one.x1, other.x1), min(one.bottom, other.bottom))
    return box if box.x0 < box.x1 and box.top < box.bottom else None
