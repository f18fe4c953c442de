"""Lays out a page: words into lines, lines into cells: a wide gap ends one, and so does the start of a column.

Text that reads in another direction (a rotated margin, a page printed sideways) is laid out by itself, in its own
frame, far away from the rest: coordinates of cells are for comparing cells, ``box`` gives the place on the page.
"""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from operator import itemgetter, or_, sub

from chorus_ocr.layout.cells import PageLayout
from chorus_ocr.layout.visibility import INVISIBLE_MODES, visible_rows
from chorus_ocr.reading.document import Page, WordTable

GAP_IN_CHARS = 1.5
"""A gap wider than so many average characters of the line ends a cell. One space is half a character wide in
proportional type and a whole one in typewriter print, where two spaces part two columns."""

NARROWEST_CHAR = 0.42
"""An average character is at least so wide, in ems: words like « n° » or « : » would mislead."""

CERTAIN_GAP = GAP_IN_CHARS * NARROWEST_CHAR
"""A gap no wider than so many ems ends no cell, whatever the characters around it."""

JUSTIFIED_GAP_IN_CHARS = 4.0
"""In justified prose a lower-case word still continues the cell across a gap up to this wide."""

JUSTIFIED_WORDS = 4
JUSTIFIED_SPACE = 0.62
JUSTIFIED_GAP = 7.0
"""A line of at least so many words, with gaps all alike, wider than any space and narrower than so many
ems, is justified prose."""

SPACED_GAP_IN_CHARS = 4.0
"""Between two single letters, letter-spaced print leaves gaps up to so many characters wide between its words."""

CLEAR_GAP_IN_CHARS = max(SPACED_GAP_IN_CHARS, JUSTIFIED_GAP_IN_CHARS)
"""A gap wider than so many characters ends a cell, whatever stands on either side."""

HIDDEN_GAP_SHARE = 0.5
"""A hidden layer of recognised text has words narrower than their picture: its gaps look twice as wide."""

SIGNS = frozenset("-−€(")

ALIGNED = 0.7
"""Two words start a column together when they differ by less than so many points."""

WIDE_SPACE = 0.68
"""No single space is so wide, in multiples of the type size: that of typewriter print is 0.6."""

NEXT_LINE = 2.2
"""A label and the value under it lie within so many times the type size, from top to top."""

COLUMN_LINES = 3
COLUMN_REACH = 4.5
"""Within how many lines, and how many times the type size, a line over and one under must start a cell there."""

OVERLAP_IN_EMS = -0.35
"""A word that starts so far before the previous one ends was printed over it, and is another cell."""

SAME_LINE = 0.45
"""Two words are on one line when their middles differ by less than this share of the smaller height."""

LONGEST_CELL = 1_000
"""A cell is read up to so many characters, and no further than its last whole word: three times what fits on a sheet.
Some patterns take time as the square of the length of a cell."""

FRAME_STEP = 100_000.0
"""How far apart, in points, the frames of the reading directions are laid."""


_Column = Sequence[float]


def lay_out(page: Page) -> PageLayout:
    """Lay out the visible words of a page. Words set askew (a diagonal watermark) are left out."""
    layout = PageLayout(page, [], [], [], [], [], [], [], [], [])
    _lay_out_directions(layout, page)
    if max(map(len, layout.text), default=0) > LONGEST_CELL:
        layout.text[:] = map(_shortened, layout.text)
    return layout


def _shortened(text: str) -> str:
    # Never in the middle of a word: half a number is another number.
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL + 1].rpartition(" ")[0] or "…"


def _lay_out_directions(layout: PageLayout, page: Page) -> None:
    words = page.words
    rows = visible_rows(page)
    directions = set(words.angle)
    if directions <= {0}:
        _lay_out_frame(layout, rows, words.x0, words.top, words.x1, words.bottom)
        return
    for frame, angle in enumerate((0, 90, 180, 270)):
        if angle not in directions:
            continue
        turned = [row for row in rows if words.angle[row] == angle]
        shift = frame * FRAME_STEP
        if angle == 0:
            _lay_out_frame(layout, turned, words.x0, words.top, words.x1, words.bottom)
            continue
        count = len(words)
        x0, top, x1, bottom = [0.0] * count, [0.0] * count, [0.0] * count, [0.0] * count
        for row in turned:
            if angle == 90:  # reads upwards: the reader's left is the page's bottom
                x0[row], x1[row] = page.height - words.bottom[row], page.height - words.top[row]
                top[row], bottom[row] = words.x0[row] + shift, words.x1[row] + shift
            elif angle == 180:
                x0[row], x1[row] = page.width - words.x1[row], page.width - words.x0[row]
                top[row], bottom[row] = page.height - words.bottom[row] + shift, page.height - words.top[row] + shift
            else:  # reads downwards
                x0[row], x1[row] = words.top[row], words.bottom[row]
                top[row], bottom[row] = page.width - words.x1[row] + shift, page.width - words.x0[row] + shift
        _lay_out_frame(layout, turned, x0, top, x1, bottom)


def _lay_out_frame(
    layout: PageLayout, rows: list[int], x0: _Column, top: _Column, x1: _Column, bottom: _Column
) -> None:
    """Group words that read in one direction into lines and cells, and append them to the layout."""
    words = layout.page.words
    # Words of one type on one line share top and bottom: they are grouped first, and the few groups sorted.
    # Most words stand on the line of the word before them, whose group need not be looked up again.
    levels: dict[tuple[float, float], list[int]] = defaultdict(list)
    upper = lower = math.nan
    for row in rows:
        if top[row] != upper or bottom[row] != lower:
            upper, lower = top[row], bottom[row]
            group = levels[upper, lower]
        group.append(row)
    lines: list[list[int]] = []
    line: list[int] = []
    first = last = height = 0.0
    for level in sorted(levels, key=sum):
        middle = (level[0] + level[1]) / 2
        own = level[1] - level[0]
        smaller = own if own < height else height
        if line and middle - last < SAME_LINE * smaller and middle - first < 1.3 * SAME_LINE * smaller:
            line += levels[level]
        else:
            line = levels[level]
            lines.append(line)
            first = middle
        last, height = middle, own
    for line in lines:
        line.sort(key=x0.__getitem__)
    firsts = list(map(_first, words.text))
    numeric = list(map(or_, map(str.isdigit, firsts), map(SIGNS.__contains__, firsts)))
    cut = [_cut_line(words, line, numeric, x0, x1) if len(line) > 1 else [line] for line in lines]
    _part_columns(words, cut, x0, top, x1, bottom)
    for number, cells in enumerate(cut, start=len(layout.lines)):
        start = len(layout.line_of)
        layout.line_of += [number] * len(cells)
        layout.lines.append(range(start, start + len(cells)))
    _add_cells(layout, list(chain.from_iterable(cut)), x0, top, x1, bottom)


_first = itemgetter(0)


def _cut_line(words: WordTable, line: list[int], numeric: Sequence[bool], x0: _Column, x1: _Column) -> list[list[int]]:
    """Cut one line of several words into cells at its wide gaps.

    ``numeric`` tells of every word of the page whether it opens with a digit or a sign.
    """
    texts, sizes, modes = words.text, words.size, words.mode
    take = itemgetter(*line)
    gaps = list(map(sub, take(x0)[1:], take(x1)))
    narrowest = min(gaps)
    if len(line) >= JUSTIFIED_WORDS and _is_justified(gaps, narrowest, sizes[line[0]]):
        amounts = sum(_DECIMALS.fullmatch(texts[row]) is not None for row in line)
        if 2 * amounts < len(line):  # a row of amounts is set like justified prose, too
            return [line]
    # At an ordinary space only a number is parted from what stands before it. Where words are printed over others no
    # space is ordinary: the edge of the cell is not that of its last word.
    ordinary = -math.inf if narrowest < 0 else CERTAIN_GAP * min(take(sizes))
    beside = zip(line[1:], gaps, strict=True)
    doubtful = [at for at, (row, gap) in enumerate(beside, start=1) if gap > ordinary or numeric[row]]
    cells: list[list[int]] = []
    start = 0
    edge = x1[line[0]]
    for at in doubtful:
        row, previous = line[at], line[at - 1]
        if narrowest >= 0:
            gap = gaps[at - 1]
        else:
            edge = max(edge, x1[previous]) if at - start > 1 else x1[previous]
            gap = x0[row] - edge
        text, before = texts[row], texts[previous]
        number = text[0].isdigit() or (text[0] in SIGNS and text[1:2].isdigit())
        earlier = texts[line[at - 2]] if number and at - start > 1 else ""
        if gap <= ordinary:
            parted = number and _amount_ended(earlier, before, text)
        else:
            if modes[row] in INVISIBLE_MODES:
                gap *= HIDDEN_GAP_SHARE
            size = sizes[row]
            # The average character of the two neighbours: lines mix sizes, so the line's own average would not do.
            per_char = (x1[previous] - x0[previous] + x1[row] - x0[row]) / (len(before) + len(text))
            if per_char < NARROWEST_CHAR * size:
                per_char = NARROWEST_CHAR * size
            if gap > CLEAR_GAP_IN_CHARS * per_char or (number and _amount_ended(earlier, before, text)):
                parted = True
            elif len(text) == 1 and len(before) == 1 and text.isalpha() and before.isalpha():
                parted = gap > SPACED_GAP_IN_CHARS * per_char
            elif gap > GAP_IN_CHARS * per_char:
                goes_on = text in (":", "%") or (text.islower() and before.isalpha() and before[-1].islower())
                parted = not (goes_on and gap < JUSTIFIED_GAP_IN_CHARS * per_char)
            else:
                parted = gap < OVERLAP_IN_EMS * size
        if parted:
            cells.append(line[start:at])
            start = at
    cells.append(line[start:])
    return cells


def _is_justified(gaps: list[float], narrowest: float, size: float) -> bool:
    """Whether the gaps of a line are wide and all alike: prose that is set to the full width of its column."""
    if narrowest <= JUSTIFIED_SPACE * size:
        return False
    widest = max(gaps)
    return widest < JUSTIFIED_GAP * size and widest - narrowest < 0.1 * narrowest + 0.15


def _part_columns(
    words: WordTable, lines: list[list[list[int]]], x0: _Column, top: _Column, x1: _Column, bottom: _Column
) -> None:
    """Part cells of columns that touch: a word that stands where cells of lines over and under start, starts one too.

    Prose next to a table meets its columns by chance, on one side. That is enough behind a wide space where the next
    line has cells both there and where the cell starts: a label over a value, of two columns that fill their width.
    """
    tops = [top[cells[0][0]] for cells in lines]
    # Few words stand right under and over the start of a cell. Starts are looked up by place, in slots as wide as the
    # tolerance, each in its own slot and in those on either side.
    starts: dict[float, list[tuple[int, float]]] = defaultdict(list)
    for number, cells in enumerate(lines):
        for cell in cells:
            x = x0[cell[0]]
            slot = x // ALIGNED
            start = (number, x)
            starts[slot - 1].append(start)
            starts[slot].append(start)
            starts[slot + 1].append(start)

    def starts_at(line: int, x: float) -> bool:
        return any(number == line and abs(near - x) < ALIGNED for number, near in starts.get(x // ALIGNED, ()))

    for number, cells in enumerate(lines):
        for at in range(len(cells) - 1, -1, -1):
            cell = cells[at]
            if len(cell) == 1:
                continue
            size = words.size[cells[0][0]]
            left, right, reach = x0[cell[0]] + size, x1[cell[-1]], COLUMN_REACH * size
            for place in range(len(cell) - 1, 0, -1):
                x = x0[cell[place]]
                here = starts.get(x // ALIGNED)
                if here is None:
                    continue
                over = under = False
                for at_line in range(bisect_left(here, (number - COLUMN_LINES,)), len(here)):
                    other, near = here[at_line]
                    if other > number + COLUMN_LINES:
                        break
                    if abs(near - x) < ALIGNED and left < near < right and abs(tops[other] - tops[number]) < reach:
                        over = over or 0 < number - other <= COLUMN_LINES
                        under = under or 0 < other - number <= COLUMN_LINES
                if over and under:
                    if words.text[cell[place]][0].isdigit() and words.text[cell[place - 1]][-1].isdigit():
                        continue  # the groups of one number stay together
                elif x - x1[cell[place - 1]] < WIDE_SPACE * size or not any(
                    starts_at(other, x) and starts_at(other, x0[cell[0]])
                    for other in (number - 1, number + 1)
                    if 0 <= other < len(lines) and abs(tops[other] - tops[number]) < NEXT_LINE * size
                ):
                    continue
                cells.insert(at + 1, cell[place:])
                del cell[place:]


_ENDED = re.compile(r"\d[.,]\d\d(?:€|%)?|\d++(?:[.,]\d*+)?(?:€|%)")
_DECIMALS = re.compile(r"[-−]?\d+(?:[.,]\d{3})*[.,]\d\d")
_UNIT = frozenset({"€", "EUR", "euros", "euro", "Euros", "%"})


def _amount_ended(before: str, previous: str, text: str) -> bool:
    """Whether an amount or a rate just ended: a number that follows belongs to the next column, however near."""
    if not before:
        return _DECIMALS.fullmatch(previous) is not None and _DECIMALS.fullmatch(text) is not None
    if previous in _UNIT:
        return before[-1].isdigit()
    return _ENDED.fullmatch(previous) is not None and before[-1:] not in (":", "à", "%")


def _add_cells(
    layout: PageLayout, cells: list[list[int]], x0: _Column, top: _Column, x1: _Column, bottom: _Column
) -> None:
    """Append cells column by column. Half of all cells are one word, whose figures are taken as they stand."""
    words = layout.page.words
    first = len(layout.rows)
    layout.rows += cells
    heads = [cell[0] for cell in cells]
    layout.text += [words.text[row] for row in heads]
    for column, values in (
        (layout.x0, x0),
        (layout.top, top),
        (layout.x1, x1),
        (layout.bottom, bottom),
        (layout.size, words.size),
    ):
        column += [values[row] for row in heads]
    for number, cell in enumerate(cells, start=first):
        if len(cell) > 1:
            take = itemgetter(*cell)
            layout.text[number] = " ".join(take(words.text))
            layout.top[number] = min(take(top))
            layout.x1[number] = max(take(x1))
            layout.bottom[number] = max(take(bottom))
            layout.size[number] = max(take(words.size))
