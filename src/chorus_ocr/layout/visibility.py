"""Which words of a page a person can see: recognition reads these and no others."""

from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter

from chorus_ocr.reading.document import Box, Page
from chorus_ocr.values.late import compile_late

INVISIBLE_MODES = frozenset({3, 7})
"""PDF text render modes that paint nothing: invisible, and added to the clipping path only (ISO 32000-1, 9.3.6)."""

LIGHT = 0xE6
"""A colour whose every channel is at least this (of 255) cannot be read on white paper."""

_RULING_MARKS = frozenset("+-=_*|!¦~")
_RULING = compile_late(r"[|!¦]|[+|!¦=_*~-]{4,}")
"""Lines that old printers draw out of characters: they part cells and are no text."""

_first = itemgetter(0)

UNREADABLE_SIZE = 1.5
"""Print below this size, in points, is a machine's mark, not something a person reads."""


MOST_BACKGROUNDS = 1_000
"""Light print is looked for on so many shapes, the largest: a page of print has some hundred."""


def visible_rows(page: Page) -> list[int]:
    """Return the rows of the word table that a person can see.

    Invisible words count where they are the only text: a scan with a hidden layer of recognised text is read through
    that layer. Light words count only on a dark shape.
    """
    words = page.words
    count = len(words)
    rows: list[int] | range = range(count)
    if any(mode in INVISIBLE_MODES for mode in set(words.mode)):
        painted = [row for row in rows if words.mode[row] not in INVISIBLE_MODES]
        # A scan carries at most a few painted words (a stamp, a footer) over its hidden layer.
        if len(painted) * 4 >= count:
            rows = painted
    light = {colour for colour in set(words.colour) if is_light(colour)}
    if light:
        shapes = _backgrounds(page)
        rows = [row for row in rows if words.colour[row] not in light or _on_dark(page, row, shapes)]
    if words.size and min(words.size) < UNREADABLE_SIZE:
        rows = [row for row in rows if words.size[row] >= UNREADABLE_SIZE]
    texts = words.text
    if _RULING_MARKS.isdisjoint(map(_first, texts)):
        return list(rows)
    return [row for row in rows if texts[row][0] not in _RULING_MARKS or not _RULING.fullmatch(texts[row])]


def is_light(colour: int) -> bool:
    """Tell whether a fill colour (``0xRRGGBBAA``) disappears on white paper: near white, or fully transparent."""
    if colour & 0xFF == 0:
        return True
    return min(colour >> 24 & 0xFF, colour >> 16 & 0xFF, colour >> 8 & 0xFF) >= LIGHT


def _backgrounds(page: Page) -> Sequence[Box]:
    shapes = page.dark_fills + page.images
    if len(shapes) <= MOST_BACKGROUNDS:
        return shapes
    return nlargest(MOST_BACKGROUNDS, shapes, key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top))


def _on_dark(page: Page, row: int, shapes: Sequence[Box]) -> bool:
    words = page.words
    x = (words.x0[row] + words.x1[row]) / 2
    y = (words.top[row] + words.bottom[row]) / 2
    return any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in shapes)
