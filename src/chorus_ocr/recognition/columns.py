"""Columns of numbers and captions: which header stands over a cell, what it is about, what stands under a label."""

import re
from collections.abc import Iterator, Mapping

from chorus_ocr.layout.cells import MOST_LOOKED_AT, PageLayout
from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.lexicon import EntryKind, Lexicon
from chorus_ocr.recognition.link import AMOUNT_PARTS
from chorus_ocr.recognition.vocabulary import Reach
from chorus_ocr.values.late import compile_late

MIN_HEADERS = 2
"""A row of headers has at least so many cells."""

HEADER_REACH = 500.0
"""How far up, in points, the header of a column of numbers may stand."""

LAST_COLUMN = 10.0
"""How far right of the last header of a row, in multiples of the type size, a value of its column may start."""

FLUSH = 0.5
"""Two cells are flush when their starts differ by less than this share of the type size."""


_WORD = re.compile(r"[^\W\d_]{2,}")
_CURRENCY = compile_late(r"EUR|euros?|CFP|XPF")


def header_over(page: PageText, cell: int) -> tuple[int, ...]:
    """Return the header of the column a cell stands in: the nearest words over it, in a row of several cells.

    A header of several lines comes as several cells, the lowest first.
    """
    layout = page.layout
    found: list[int] = []
    for over in layout.above(cell, HEADER_REACH):
        if found and layout.top[found[-1]] - layout.bottom[over] > 0.6 * layout.size[over]:
            break
        if _WORD.search(_CURRENCY.sub("", layout.text[over])):
            found.append(over)
        elif found:
            break
    return tuple(found) if len(found) > 1 or any(_has_neighbours(layout, over) for over in found) else ()


def _has_neighbours(layout: PageLayout, cell: int) -> bool:
    """Whether other cells stand on the row of a header, whose lines may be set a little higher or lower."""
    number = layout.line_of[cell]
    if len(layout.lines[number]) >= MIN_HEADERS:
        return True
    return any(
        0 <= near < len(layout.lines)
        and abs(layout.top[layout.lines[near].start] - layout.top[cell]) < 0.8 * layout.size[cell]
        for near in (number - 1, number + 1)
    )


def part_of_header(page: PageText, header: tuple[int, ...], rules: Mapping[str, FieldRule[object]]) -> Part | None:
    """Return which amount a column header is about, if any."""
    for cell in header:
        for anchor in page.by_cell.get(cell, ()):
            if not AMOUNT_PARTS.isdisjoint(anchor.parts):
                told = [rules[entry.name].part for entry in anchor.entries if entry.kind is EntryKind.FIELD]
                return next(part for part in told if part in AMOUNT_PARTS)
    return None


def is_past(page: PageText, header: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Whether a column holds what was billed before, in all, or is still to bill."""
    return any(token.text in lexicon.past for cell in header for token in page.tokens[cell])


def is_current(page: PageText, header: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Whether a column holds what this invoice bills: « mois », « période », « présente situation »."""
    return any(token.text in lexicon.current for cell in header for token in page.tokens[cell])


def column_below(page: PageText, cell: int, reach: Reach) -> Iterator[int]:
    """Yield the cells right under a label, nearest line first, within reach: its own column.

    Alone on its row, a label has the column of what it overlaps. In a row of headers its column reaches from the end
    of the header before it to the start of the one after: values are set flush left, centred or flush right in it.
    The last column has no end that could be seen: what stands beside it gives way to what is flush with the label.
    """
    layout = page.layout
    size, bottom = layout.size[cell], layout.bottom[cell]
    number = layout.line_of[cell]
    line = layout.lines[number]
    x0, x1 = layout.x0[cell], layout.x1[cell]
    left = layout.x1[cell - 1] if cell > line.start else None
    right = layout.x0[cell + 1] if cell + 1 < line.stop else None
    looked = 0
    aside: list[int] = []
    for under_line in layout.lines[number + 1 : number + 1 + MOST_LOOKED_AT]:
        looked += len(under_line)
        if looked > MOST_LOOKED_AT:
            break
        nearest = layout.top[under_line.start] - bottom
        if nearest > 2 * reach.below * size + 12:
            break
        column: list[tuple[float, int]] = []
        for under in under_line:
            top, larger = layout.top[under], max(size, layout.size[under])
            if top - bottom > reach.below * larger or top < bottom - size:
                continue
            from_, to = layout.x0[under], layout.x1[under]
            if right is not None and from_ >= right:
                continue  # under the next header
            if left is not None and to <= x0:
                continue  # in the column of the header before
            ends = to <= right + size if right is not None else from_ < x1 + LAST_COLUMN * larger
            inside = len(line) > 1 and from_ >= x0 - size and ends
            if inside or (from_ < x1 and to > x0):
                column.append((abs(from_ + to - x0 - x1), under))
        if len(line) > 1 and len(column) > 1:
            # Flush left, a value starts with its header; flush right, it ends before the next one.
            column.sort(key=lambda pair: (abs(layout.x0[pair[1]] - x0) > size, pair[0]))
            column = column[:1]
        for _, under in column:
            if right is None and layout.x0[under] >= x1:
                aside.append(under)
                continue
            if abs(layout.x0[under] - x0) > FLUSH * size:
                yield from aside
            aside.clear()
            yield under
    yield from aside
