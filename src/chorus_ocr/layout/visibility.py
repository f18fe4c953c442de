"""Which words of a page a person can see: recognition reads these and no others."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from heapq import nlargest
from itertools import compress
from operator import itemgetter
from typing import TypeVar

from chorus_ocr.reading.document import Box, Fill, Page
from chorus_ocr.values.late import compile_late

INVISIBLE_MODES = frozenset({3, 7})
"""PDF text render modes that paint nothing: invisible, and added to the clipping path only (ISO 32000-1, 9.3.6)."""

LIGHT = 0xE6
"""A colour whose every channel is at least this (of 255) cannot be read on white paper."""

DARK = 180
"""A shape of a smaller luminance (of 255) is dark enough for light print to be read on it: orange is, pale grey is not.

A contrast of 2 is far below what print should have (WCAG asks for 4.5), and enough to read a total in large type.
"""

OPAQUE = 0xFF
WHITE = 0xFFFFFF

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

    Words painted over are not seen. Words outside their clip are not seen either, and count all the same: software cuts
    off lines of legal mentions that the text of the file still holds, and a warning tells of a datum there. Invisible
    words count where they are the only text: a scan with a hidden layer of recognised text is read through that layer.
    Light words count only on a dark shape.
    """
    words = page.words
    rows: list[int] | range = range(len(words))
    if page.covered:
        rows = [row for row in rows if row not in page.covered]
    if any(mode in INVISIBLE_MODES for mode in set(words.mode)):
        painted = [row for row in rows if words.mode[row] not in INVISIBLE_MODES]
        # A scan carries at most a few painted words (a stamp, a footer) over its hidden layer.
        if len(painted) * 4 >= len(rows):
            rows = painted
    light = {colour for colour in set(words.colour) if is_light(colour)}
    if light:
        fills, images = _largest(page.fills), _largest(page.images)
        rows = [row for row in rows if words.colour[row] not in light or _on_dark(page, row, fills, images)]
    if words.size and min(words.size) < UNREADABLE_SIZE:
        rows = [row for row in rows if words.size[row] >= UNREADABLE_SIZE]
    suspects = compress(words.text, map(_RULING_MARKS.__contains__, map(_first, words.text)))
    rulings = set(filter(_RULING.fullmatch, suspects))
    return [row for row in rows if words.text[row] not in rulings] if rulings else list(rows)


class Hidden(StrEnum):
    """Why a person cannot see a word."""

    COVERED = "covered"
    INVISIBLE = "invisible"
    LIGHT = "light"
    TINY = "tiny"


def hidden_rows(page: Page) -> Mapping[int, Hidden]:
    """Return the rows of the word table that a person cannot see, and why. Lines drawn out of characters are no print.

    Where a hidden layer is read because it is the only text, its words are not hidden.
    """
    words = page.words
    seen = visible_rows(page)
    if len(seen) == len(words):
        return {}
    hidden = sorted({*range(len(words))}.difference(seen))
    reasons = ((row, _why_hidden(page, row)) for row in hidden if not _RULING.fullmatch(words.text[row]))
    return {row: why for row, why in reasons if why}


def _why_hidden(page: Page, row: int) -> Hidden | None:
    words = page.words
    if row in page.covered:
        return Hidden.COVERED
    if words.mode[row] in INVISIBLE_MODES:
        return Hidden.INVISIBLE
    if words.size[row] < UNREADABLE_SIZE:
        return Hidden.TINY
    return Hidden.LIGHT if is_light(words.colour[row]) else None


def background(page: Page, row: int) -> int | None:
    """Return the colour behind a word as ``0xRRGGBB``, white where nothing is painted; None where it is not known.

    Whatever is painted there counts, as if it were painted before the word: what hides it is in ``Page.covered``.
    """
    words = page.words
    x = (words.x0[row] + words.x1[row]) / 2
    y = (words.top[row] + words.bottom[row]) / 2
    if any(_holds(box, x, y) for box in page.images):
        return None
    ground: int | None = WHITE
    for box, colour, whole in page.fills:
        if _holds(box, x, y):
            if colour is None or not whole:
                ground = None
            elif colour & 0xFF == OPAQUE:
                ground = colour >> 8
            elif ground is not None:
                ground = _mixed(colour, ground)
    return ground


def _mixed(colour: int, ground: int) -> int:
    share = (colour & 0xFF) / 0xFF
    channels = ((colour >> shift + 8 & 0xFF, ground >> shift & 0xFF) for shift in (16, 8, 0))
    red, green, blue = (round(share * over + (1 - share) * under) for over, under in channels)
    return red << 16 | green << 8 | blue


@lru_cache(maxsize=512)
def contrast(colour: int, ground: int) -> float:
    """Return the contrast of print (``0xRRGGBBAA``) on a colour (``0xRRGGBB``): 1 for none, 21 for black on white.

    The ratio of WCAG 2.2, « contrast ratio ».

    >>> contrast(0x000000FF, 0xFFFFFF), round(contrast(0x999999FF, 0xFFFFFF), 2)
    (21.0, 2.85)
    """
    lighter, darker = sorted((_luminance(_mixed(colour, ground)), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: int) -> float:
    """Return the relative luminance of a colour (``0xRRGGBB``), from 0 to 1."""
    shares = ((colour >> shift & 0xFF) / 0xFF for shift in (16, 8, 0))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_light(colour: int) -> bool:
    """Tell whether a fill colour (``0xRRGGBBAA``) disappears on white paper: near white, or fully transparent."""
    if colour & 0xFF == 0:
        return True
    return min(colour >> 24 & 0xFF, colour >> 16 & 0xFF, colour >> 8 & 0xFF) >= LIGHT


def is_dark(colour: int) -> bool:
    """Tell whether light print can be read on a fill colour (``0xRRGGBBAA``)."""
    luminance = 0.2126 * (colour >> 24 & 0xFF) + 0.7152 * (colour >> 16 & 0xFF) + 0.0722 * (colour >> 8 & 0xFF)
    return luminance < DARK and colour & 0xFF > 0


def _on_dark(page: Page, row: int, fills: Sequence[Fill], images: Sequence[Box]) -> bool:
    """Tell whether a word stands on something dark, on an image or on a gradient.

    The colours of the last two are not known: they were chosen so that the print on them can be read.
    """
    words = page.words
    x = (words.x0[row] + words.x1[row]) / 2
    y = (words.top[row] + words.bottom[row]) / 2
    if any(_holds(box, x, y) for box in images):
        return True
    for fill in reversed(fills):
        if _holds(fill.box, x, y):
            if fill.colour is None or is_dark(fill.colour):
                return True
            if fill.whole and fill.colour & 0xFF == OPAQUE:
                return False
    return False


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


T = TypeVar("T", Box, Fill)


def _largest(shapes: Sequence[T]) -> Sequence[T]:
    if len(shapes) <= MOST_BACKGROUNDS:
        return shapes
    boxes = [shape.box if isinstance(shape, Fill) else shape for shape in shapes]
    areas = [(box.x1 - box.x0) * (box.bottom - box.top) for box in boxes]
    return [shapes[at] for at in sorted(nlargest(MOST_BACKGROUNDS, range(len(shapes)), key=areas.__getitem__))]
