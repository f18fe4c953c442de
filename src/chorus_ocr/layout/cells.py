"""The cells of a laid-out page, each knowing its neighbours: on its row, under it, over it.

A cell is a run of words with ordinary spaces between them. Cells are held as parallel columns, in reading order (line
by line, left to right), because a page has a hundred of them and a scan must stay cheap.
"""

from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from chorus_ocr.reading.document import Box, Page

MOST_LOOKED_AT = 500
"""Over and under a cell, no more cells than these are looked at: more than a page of print has within reach."""


class CellSpan(NamedTuple):
    """A stretch of one cell's text: from ``start`` to ``end`` in the cell's own characters."""

    cell: int
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class PageLayout:
    """The cells of one page, as parallel columns; ``line_of[c]`` is the line of cell ``c``, ``lines`` its cells."""

    page: Page
    text: list[str]
    x0: list[float]
    top: list[float]
    x1: list[float]
    bottom: list[float]
    size: list[float]
    rows: list[list[int]]
    line_of: list[int]
    lines: list[range]

    def box(self, span: CellSpan) -> Box:
        """Return the place on the page, as shown, of the words that a span touches."""
        words = self.page.words
        cell, start, end = span
        touched = self.rows[cell]
        if len(touched) > 1:
            text = self.text[cell]
            if start > 0 or end < len(text):
                # One space stands between two words, and none within one: spaces count words.
                touched = touched[text.count(" ", 0, start + 1) : text.count(" ", 0, end - 1) + 1] or touched
        if len(touched) == 1:
            return words.box(touched[0])
        take = itemgetter(*touched)
        return Box(min(take(words.x0)), min(take(words.top)), max(take(words.x1)), max(take(words.bottom)))

    def right_of(self, cell: int) -> list[int]:
        """Return the cells to the right on the same row, nearest first.

        Two columns are not always set on the same baseline: a cell of a neighbouring line counts when the two overlap
        vertically by half the smaller one.
        """
        line = self.line_of[cell]
        found = list(range(cell + 1, self.lines[line].stop))
        if found:
            return found
        top, bottom, x1 = self.top[cell], self.bottom[cell], self.x1[cell]
        for other in (line - 1, line + 1):
            if 0 <= other < len(self.lines):
                for near in self.lines[other]:
                    if self.x0[near] < x1 - 1:
                        continue
                    common = min(bottom, self.bottom[near]) - max(top, self.top[near])
                    if common > 0.5 * min(bottom - top, self.bottom[near] - self.top[near]):
                        found.append(near)
        found.sort(key=self.x0.__getitem__)
        return found

    def right_of_block(self, first: int, last: int) -> list[int]:
        """Return the cells to the right of a label of two lines, set at its middle, nearest first."""
        top, bottom = self.top[first], self.bottom[last]
        edge = max(self.x1[first], self.x1[last])
        found = [
            cell
            for line in range(self.line_of[first], self.line_of[last] + 1)
            for cell in self.lines[line]
            if self.x0[cell] > edge and top <= (self.top[cell] + self.bottom[cell]) / 2 <= bottom
        ]
        return sorted(found, key=self.x0.__getitem__)

    def below(self, cell: int, reach: float, *, most: int = MOST_LOOKED_AT) -> list[int]:
        """Return the cells under this one, nearest first: those that share a column with it, so many at ``most``.

        ``reach`` is the largest distance, in points, between the bottom of this cell and the top of the other.
        """
        x0, x1, bottom = self.x0[cell], self.x1[cell], self.bottom[cell]
        middle = (self.top[cell] + bottom) / 2
        found: list[int] = []
        looked = 0
        for line in range(self.line_of[cell] + 1, len(self.lines)):
            cells = self.lines[line]
            looked += len(cells)
            if looked > MOST_LOOKED_AT:
                break
            tops = self.top[cells.start : cells.stop]
            if tops[0] - bottom > reach + 12 and min(tops) - bottom > reach:
                break
            for other, top in zip(cells, tops, strict=True):
                if self.x1[other] <= x0 or self.x0[other] >= x1 or top < middle:
                    continue
                if top - bottom <= reach:
                    found.append(other)
                    if len(found) == most:
                        return found
        return found

    def above(self, cell: int, reach: float, *, most: int = MOST_LOOKED_AT) -> list[int]:
        """Return the cells over this one, nearest first, as ``below()`` does those under it. ``reach`` in points."""
        x0, x1, top = self.x0[cell], self.x1[cell], self.top[cell]
        middle = (top + self.bottom[cell]) / 2
        found: list[int] = []
        looked = 0
        for line in range(self.line_of[cell] - 1, -1, -1):
            cells = self.lines[line]
            looked += len(cells)
            if looked > MOST_LOOKED_AT:
                break
            bottoms = self.bottom[cells.start : cells.stop]
            if top - bottoms[0] > reach + 12 and top - max(bottoms) > reach:
                break
            for other, bottom in zip(cells, bottoms, strict=True):
                if self.x1[other] <= x0 or self.x0[other] >= x1 or bottom > middle:
                    continue
                if top - bottom <= reach:
                    found.append(other)
                    if len(found) == most:
                        return found
        return found
