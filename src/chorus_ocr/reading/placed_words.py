"""Words that another engine has found, with their boxes, as a document: a scan that was recognised elsewhere."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Final, NamedTuple

from chorus_ocr.errors import WordsError
from chorus_ocr.reading.document import Box, Document, Page, PageScope, PageText, WordTable
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.reader import pages_beyond_scope, pages_in_scope
from chorus_ocr.reading.words import spans, texts

SOURCE: Final = "<words>"

BLACK: Final = 0x000000FF
FILLED: Final = 0
"""How print is painted: plain."""

FURTHEST: Final = 1e9
"""No page reaches so far, in whatever unit."""

MOST_FAULTS: Final = 20
"""So many faults are told one by one."""

_ASCENDER, _X_HEIGHT, _DESCENDER = 0.72, 0.52, 0.21
"""How far the letters of the usual typefaces reach over and under the line that they stand on, in type sizes."""
_SHORT: Final = frozenset("acemnorsuvwxzœæ·-–—~+=:.,;_")
_LOW: Final = frozenset("gjpqyç,;()[]{}|@Qµ")

ONE_ROW: Final = 0.3
"""Feet of words of one row lie at most so many type sizes apart, from each to the next."""


MIN_STEP: Final = 0.5
"""Points: where words are hardly of any height, rows are told apart no finer."""


class PlacedWord(NamedTuple):
    """One word on a page, or one line of it. ``page``: its number, from 1. The place is from the page's top left."""

    page: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float


def document_of(
    words: Iterable[tuple[int, str, float, float, float, float]],
    sizes: Sequence[tuple[float, float]],
    *,
    dpi: float = 72,
    ocr: bool = True,
    scope: PageScope = PageScope.FIRST_THREE,
    file_name: str | None = None,
    byte_size: int = 0,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Return the document that words make: see ``Document.from_words``."""
    scale = _scale(dpi)
    pages = _sorted(words, sizes)
    numbers = pages_in_scope(scope, len(sizes))
    limits.check("pages", len(sizes), SOURCE)
    for number in (*numbers, *pages_beyond_scope(scope, len(sizes))):
        own = pages.get(number, ())
        limits.check("words", len(own), SOURCE, f"page {number}:")
        limits.check("characters", sum(len(word.text) for word in own), SOURCE, f"page {number}:")
    return Document(
        pages=tuple(_page(number, sizes[number - 1], pages.get(number, ()), scale, ocr) for number in numbers),
        page_count=len(sizes),
        scope=scope,
        beyond_scope=tuple(
            PageText(number=number, text=" ".join(word.text for word in pages.get(number, ())))
            for number in pages_beyond_scope(scope, len(sizes))
        ),
        file_name=file_name,
        byte_size=byte_size,
        ocr=ocr,
    )


def _scale(dpi: float) -> float:
    if isinstance(dpi, bool) or not isinstance(dpi, int | float):
        raise TypeError(f"dpi is a number, not {type(dpi).__name__}")
    if not (math.isfinite(dpi) and dpi > 0):
        raise ValueError(f"dpi is a positive number, not {dpi!r}")
    return 72 / dpi


def _sorted(
    words: Iterable[tuple[int, str, float, float, float, float]], sizes: Sequence[tuple[float, float]]
) -> Mapping[int, list[PlacedWord]]:
    """Return the words of each page, in their order. Raises ``WordsError`` listing every fault."""
    faults = [
        f"page {number}: its size is {size!r}, not a width and a height over 0"
        for number, size in enumerate(sizes, start=1)
        if len(size) != 2 or not all(_is_number(side) and side > 0 for side in size)
    ]
    if not len(sizes):
        faults.append("a document has at least one page, with its size")
    pages: dict[int, list[PlacedWord]] = {}
    for at, each in enumerate(words):
        fault = _fault(each, len(sizes))
        if fault:
            faults.append(f"word {at}: {fault}")
        else:
            pages.setdefault(each[0], []).append(PlacedWord(*each))
    if len(faults) > MOST_FAULTS:
        faults[MOST_FAULTS:] = [f"and {len(faults) - MOST_FAULTS} more"]
    if faults:
        raise WordsError(tuple(faults))
    return pages


def _fault(word: tuple[object, ...], count: int) -> str | None:
    if len(word) != 6:
        return f"it has {len(word)} parts, not 6: page, text, x0, top, x1, bottom"
    page, text, *box = word
    if isinstance(page, bool) or not isinstance(page, int) or not 1 <= page <= count:
        return f"its page is {page!r}, and there are {count}"
    if not isinstance(text, str):
        return f"its text is {text!r}"
    if not all(map(_is_number, box)):
        return f"its box is {tuple(box)!r}, not four numbers"
    x0, top, x1, bottom = box
    if x1 < x0 or bottom < top:  # type: ignore[operator]  # four numbers, as was asked above
        return f"its box {tuple(box)!r} ends before it begins"
    return None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -FURTHEST <= value <= FURTHEST


def _page(number: int, size: tuple[float, float], words: Sequence[PlacedWord], scale: float, ocr: bool) -> Page:
    width, height = size[0] * scale, size[1] * scale
    pieces = [piece for word in words for piece in _pieces(word, scale)]
    prints = list(_evened(pieces)) if ocr else [(text, box, box.bottom - box.top) for text, box in pieces]
    here: list[tuple[str, Box, float]] = []
    away: list[tuple[str, Box, float]] = []
    for each in prints:
        box = each[1]
        on = 0 <= box.x0 + box.x1 <= 2 * width and 0 <= box.top + box.bottom <= 2 * height
        (here if on else away).append(each)
    picture = (Box(0.0, 0.0, width, height),) if ocr else ()
    return Page(number=number, width=width, height=height, words=_table(here), off_page=_table(away), images=picture)


def _table(prints: Sequence[tuple[str, Box, float]]) -> WordTable:
    count = len(prints)
    if not count:
        return WordTable()
    said, boxes, sizes = zip(*prints, strict=True)
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return WordTable(
        text=said, x0=x0, top=top, x1=x1, bottom=bottom, size=sizes,
        colour=(BLACK,) * count, mode=(FILLED,) * count, angle=(0,) * count,
    )  # fmt: skip


def _pieces(word: PlacedWord, scale: float) -> Iterator[tuple[str, Box]]:
    """Yield what a text says word by word; of a line, each word has its share of the box, letter by letter."""
    cut = spans(word.text)
    step = (word.x1 - word.x0) / (len(word.text) or 1)
    for (start, end), text in zip(cut, texts(word.text, cut), strict=True):
        if text:
            x0, x1 = word.x0 + start * step, word.x0 + end * step
            yield text, Box(x0 * scale, word.top * scale, x1 * scale, word.bottom * scale)


def _evened(pieces: Sequence[tuple[str, Box]]) -> Iterator[tuple[str, Box, float]]:
    """Yield words with the boxes and the type size of their row, as a PDF has them.

    What recognises a picture draws boxes around ink: those of « sur » and « Qté » in one row differ in height and in
    foot, and on a scan that is askew a row climbs. Words of one row get one foot and one size, by what their letters
    tell of it.
    """
    sizes = [(box.bottom - box.top) / sum(_reach(text)) for text, box in pieces]
    feet = [box.bottom - _reach(text)[1] * size for (text, box), size in zip(pieces, sizes, strict=True)]
    of: dict[int, tuple[float, float]] = {}
    for row in _rows([box for _, box in pieces], feet, sizes):
        told = median(feet[at] for at in row), median(sizes[at] for at in row)
        of.update(dict.fromkeys(row, told))
    for at, (text, box) in enumerate(pieces):
        foot, size = of[at]
        yield text, Box(box.x0, foot - _ASCENDER * size, box.x1, foot + _DESCENDER * size), size


def _reach(text: str) -> tuple[float, float]:
    """Return how far a word reaches over and under its foot, in type sizes."""
    letters = set(text)
    return (_X_HEIGHT if letters <= _SHORT else _ASCENDER), (0.0 if letters.isdisjoint(_LOW) else _DESCENDER)


def _rows(boxes: Sequence[Box], feet: Sequence[float], sizes: Sequence[float]) -> Iterator[list[int]]:
    """Yield the words of each row, from left to right: each stands about on the foot of the one before."""
    if not boxes:
        return
    step = max(ONE_ROW * median(sizes), MIN_STEP)
    rows: list[list[int]] = []
    # The rows by where their last word stands, in steps down the page: only near ones are asked.
    ends: dict[int, set[int]] = {}
    for at in sorted(range(len(boxes)), key=lambda at: (boxes[at].x0, feet[at], at)):
        level = int(feet[at] // step)
        near = {row: rows[row][-1] for place in range(level - 1, level + 2) for row in ends.get(place, ())}
        fits = [
            (abs(feet[last] - feet[at]), row)
            for row, last in near.items()
            if abs(feet[last] - feet[at]) <= ONE_ROW * min(sizes[last], sizes[at]) and boxes[last].x1 <= boxes[at].x1
        ]
        if fits:
            row = min(fits)[1]
            ends[int(feet[rows[row][-1]] // step)].discard(row)
            rows[row].append(at)
        else:
            row = len(rows)
            rows.append([at])
        ends.setdefault(level, set()).add(row)
    yield from rows
