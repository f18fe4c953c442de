"""Columns of numbers and captions: which header stands over a cell, what it is about, what stands under a label."""

import re
from collections.abc import Mapping

from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.lexicon import EntryKind, Lexicon
from chorus_ocr.recognition.link import AMOUNT_PARTS
from chorus_ocr.recognition.vocabulary import Reach

MIN_HEADERS = 2
"""A row of headers has at least so many cells."""

HEADER_REACH = 500.0
"""How far up, in points, the header of a column of numbers may stand."""


def header_over(page: PageText, cell: int) -> int | None:
    """Return the header of the column a cell stands in: the nearest words over it, in a row of several cells."""
    layout = page.layout
    for over in layout.above(cell, HEADER_REACH):
        if re.search(r"[^\W\d_]{2,}", re.sub(r"EUR|euros?|CFP|XPF", "", layout.text[over])):
            return over if len(layout.lines[layout.line_of[over]]) >= MIN_HEADERS else None
    return None


def part_of_header(page: PageText, header: int | None, rules: Mapping[str, FieldRule[object]]) -> Part | None:
    """Return which amount a column header is about, if any."""
    if header is None:
        return None
    for anchor in page.by_cell.get(header, ()):
        for entry in anchor.entries:
            if entry.kind is EntryKind.FIELD and rules[entry.name].part in AMOUNT_PARTS:
                return rules[entry.name].part
    return None


def is_past(page: PageText, header: int, lexicon: Lexicon) -> bool:
    """Whether a column holds what was billed before, in all, or is still to bill."""
    return any(token.text in lexicon.past for token in page.tokens[header])


def column_below(page: PageText, cell: int, reach: Reach) -> list[int]:
    """Return the cells right under a label, nearest first, within reach: the header's own column.

    A column is as wide as its header, or reaches to the next header where values are set flush right.
    """
    layout = page.layout
    size = layout.size[cell]
    own = layout.below(cell, reach.below * size * 1.5)
    found = [
        under for under in own if layout.top[under] - layout.bottom[cell] <= reach.below * max(size, layout.size[under])
    ]
    if found:
        nearest = layout.line_of[found[0]]
        same = [under for under in found if layout.line_of[under] == nearest]
        if len(same) > 1:
            same.sort(key=lambda under: abs(layout.x0[under] - layout.x0[cell]))
            found = same + [under for under in found if layout.line_of[under] != nearest]
        return found
    line = layout.lines[layout.line_of[cell]]
    if len(line) < MIN_HEADERS or layout.line_of[cell] + 1 >= len(layout.lines):
        return []
    under_line = layout.lines[layout.line_of[cell] + 1]
    left = layout.x1[cell - 1] if cell > line.start else float("-inf")
    right = layout.x0[cell + 1] if cell + 1 < line.stop else float("inf")
    return [
        under
        for under in under_line
        if left < layout.x0[under]
        and layout.x1[under] < right
        and layout.top[under] - layout.bottom[cell] <= reach.below * max(size, layout.size[under])
    ]
