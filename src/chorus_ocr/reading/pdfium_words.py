"""The words of a page, through PDFium, as columns.

There is no object per word on the way: indices of characters go through ``map`` over functions of the library, which
write into one array per property. On a page of text that is three times as fast as a loop, and the style of every
word costs a quarter of what the bare text does.
"""

import math
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress, pairwise, repeat
from operator import le, lt
from typing import NamedTuple

from chorus_ocr.reading.document import WordTable
from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.limits import PageLimits
from chorus_ocr.reading.pdfium_api import Pdfium, address, addresses, floats, run
from chorus_ocr.reading.words import INVISIBLE, LINE_END_HYPHEN, SOFT_HYPHEN, UNREADABLE, Span, cuts, spans, texts

_UTF_16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"

_Numbers = tuple[float, ...]
_Integers = tuple[int, ...]

# How far a common font reaches over and under its base line, as parts of its size.
ASCENT, DESCENT = 0.94, 0.23


class _Measured(NamedTuple):
    """The columns of the words in the file's coordinates (y upwards).

    ``backward``: the rows, seldom any, whose last character stands left of the first.
    """

    left: list[float]
    bottom: list[float]
    right: list[float]
    top: list[float]
    size: list[float]
    colour: _Integers
    mode: _Integers
    angle: _Integers
    backward: list[int]


def read_words(characters: "Characters", frame: Frame) -> tuple[WordTable, WordTable, Sequence[int]]:
    """Return the words of a page, those whose centre lies on the page as shown, and the others, which do not.

    Words out of sight behind a clip or under a shape count as on the page. Third come the text objects of the words on
    the page, row by row.

    Raises ``LimitExceeded``.
    """
    text = characters.text()
    words = spans(text)
    characters.limits.check("words", len(words))
    if not words:
        return WordTable(), WordTable(), ()
    measured = _measure(characters, words)
    if odd := _odd_rows(words, measured):
        recut = _recut(characters, words, measured, odd)
        if len(recut) > len(words):
            words = recut
            characters.limits.check("words", len(words))
            measured = _measure(characters, words)
            odd = _odd_rows(words, measured)
        _mend(characters, words, measured, odd)
    return _tables(texts(text, words), measured, frame, characters.objects)


class Characters:
    """The characters of an open text page, by index, and the limits of that page."""

    def __init__(self, pdfium: Pdfium, text_page: int, limits: PageLimits) -> None:
        self.limits = limits
        self._pdfium = pdfium
        self._page = text_page
        self.objects: Sequence[int] = ()
        self.text_objects: Mapping[int, int] = {}
        """The text objects of the words, each with the index of a character in it, once their styles have been asked
        for: they need not be told apart again."""

    def text(self) -> str:
        """Return the string of the page: one character an index, line-end hyphens as ``LINE_END_HYPHEN``.

        Raises ``LimitExceeded``.
        """
        pdfium, page = self._pdfium, self._page
        count = pdfium.FPDFText_CountChars(page)
        self.limits.check("characters", count)
        if count < 1:
            return ""
        units = array("H", bytes(2 * (count + 1)))
        length = pdfium.FPDFText_GetText(page, 0, count, address(units)) - 1
        # A lone surrogate must stay one character, or the indices of all that follows shift.
        text = units[:length].tobytes().decode(_UTF_16, "surrogatepass")
        if len(text) != count or pdfium.FPDFText_GetTextIndexFromCharIndex(page, count - 1) != count - 1:
            # The library leaves some control characters out of the string, though they have an index.
            codes = map(pdfium.FPDFText_GetUnicode, repeat(page), range(count))
            text = "".join([chr(code) if code <= 0x10FFFF else UNREADABLE for code in codes])
            text = text.replace("\x02", LINE_END_HYPHEN)
        # The library marks a glyph without a character like a line-end hyphen.
        text = self._replace(text, LINE_END_HYPHEN, UNREADABLE, self._is_no_hyphen)
        return self._replace(text, SOFT_HYPHEN, INVISIBLE, self._is_not_drawn)

    @staticmethod
    def _replace(text: str, old: str, new: str, where: Callable[[int], bool]) -> str:
        if old not in text:
            return text
        return "".join([new if char == old and where(index) else char for index, char in enumerate(text)])

    def _is_no_hyphen(self, index: int) -> bool:
        return self._pdfium.FPDFText_IsHyphen(self._page, index) != 1

    def _is_not_drawn(self, index: int) -> bool:
        (left,), (bottom,), (right,), (top,) = self.boxes((index,))
        return right - left < 0.01 or top - bottom < 0.01

    def unmapped(self) -> int:
        """Return how many characters have no meaning in the file, or 0 where no text object of ``text_objects`` has
        one of them: a font that tells of no meaning does so all along."""
        pdfium, page = self._pdfium, self._page
        if 1 not in map(pdfium.FPDFText_HasUnicodeMapError, repeat(page), self.text_objects.values()):
            return 0
        characters = range(pdfium.FPDFText_CountChars(page))
        return list(map(pdfium.FPDFText_HasUnicodeMapError, repeat(page), characters)).count(1)

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a character stands on its base line."""
        place = array("d", (0.0, 0.0))
        self._pdfium.FPDFText_GetCharOrigin(self._page, index, *addresses(place, 1))
        return place[0], place[1]

    def boxes(self, indices: Sequence[int]) -> tuple[list[float], list[float], list[float], list[float]]:
        """Return the boxes of characters, as wide as the advance and as high as the font: left, bottom, right, top."""
        boxes = floats(4 * len(indices))
        run(map(self._pdfium.FPDFText_GetLooseCharBox, repeat(self._page), indices, addresses(boxes, 4)))
        values = boxes.tolist()
        return values[0::4], values[3::4], values[2::4], values[1::4]

    def styles(self, indices: Sequence[int]) -> tuple[_Numbers, _Integers, _Integers, _Integers]:
        """Return the columns size, colour, mode and angle. A text object is asked once for all of its characters."""
        pdfium, page = self._pdfium, self._page
        self.objects = objects = list(map(pdfium.FPDFText_GetTextObject, repeat(page), indices))
        self.text_objects = samples = dict(zip(objects, indices, strict=True))
        sizes, matrices = floats(len(samples)), floats(6 * len(samples))
        run(map(pdfium.FPDFTextObj_GetFontSize, samples, addresses(sizes, 1)))
        run(map(pdfium.FPDFText_GetMatrix, repeat(page), samples.values(), addresses(matrices, 6)))
        geometry = map(size_and_angle, sizes, matrices[0::6], matrices[1::6], matrices[2::6], matrices[3::6])
        modes = map(pdfium.FPDFTextObj_GetTextRenderMode, samples)
        styles = dict(zip(samples, zip(geometry, pdfium.fill_colours(samples), modes, strict=True), strict=True))
        geometries, colour, mode = zip(*map(styles.__getitem__, objects), strict=True)
        size, angle = zip(*geometries, strict=True)
        return size, colour, mode, angle


@lru_cache(maxsize=512)
def size_and_angle(font_size: float, a: float, b: float, c: float, d: float) -> tuple[float, int]:
    """Return the effective size in points and the reading direction in degrees of text set with a matrix.

    The direction is that in the file, counter-clockwise, before /Rotate. Within 2° of a horizontal or a vertical it is
    taken for it: neither scanners nor layout software are exact.
    """
    if not math.isfinite(font_size + a + b + c + d):
        return 0.0, 0
    # A negative size turns the text by half a circle; producers undo it with a negative matrix.
    degrees = math.degrees(math.atan2(b, a)) + (180 if font_size < 0 else 0)
    upright = round(degrees / 90) * 90
    return abs(font_size) * math.hypot(c, d), (upright if abs(degrees - upright) <= 2 else round(degrees)) % 360


def _measure(characters: Characters, words: Sequence[Span]) -> _Measured:
    starts = [start for start, _ in words]
    first = characters.boxes(starts)
    last = characters.boxes([end - 1 for _, end in words])
    # On nearly every page the first character of every word is the leftmost, the last is the rightmost, and both are
    # as high: to ask that of whole columns is cheaper than to do without.
    is_forward = all(map(le, first[0], last[0]))
    size, colour, mode, angle = characters.styles(starts)
    return _Measured(
        left=first[0] if is_forward else list(map(min, first[0], last[0])),
        bottom=first[1] if first[1] == last[1] else list(map(min, first[1], last[1])),
        right=last[2] if all(map(le, first[2], last[2])) else list(map(max, first[2], last[2])),
        top=first[3] if first[3] == last[3] else list(map(max, first[3], last[3])),
        size=list(size),
        colour=colour,
        mode=mode,
        angle=angle,
        backward=[] if is_forward else [row for row, is_left in enumerate(map(lt, last[0], first[0])) if is_left],
    )


def _odd_rows(words: Sequence[Span], measured: _Measured) -> list[int]:
    """Return the rows whose box does not look like one word of its size: a cheap question, asked of every word."""
    rows = zip(measured.left, measured.bottom, measured.right, measured.top, measured.size, words, strict=True)
    odd = [
        row
        for row, (left, bottom, right, top, size, (start, end)) in enumerate(rows)
        if not 0.5 * size <= top - bottom <= 1.8 * size or right - left > (0.8 * (end - start) + 0.4) * size
    ]
    odd += (row for row in measured.backward if not measured.angle[row])
    return [row for row in odd if _is_odd(row, words[row], measured)] if any(measured.angle) else odd


def _is_odd(row: int, word: Span, measured: _Measured) -> bool:
    """Ask the same of one word, in its own direction."""
    angle, size = measured.angle[row], measured.size[row]
    if angle % 90:
        return False  # the boxes of slanted characters overlap, and tell nothing
    width, height = measured.right[row] - measured.left[row], measured.top[row] - measured.bottom[row]
    along, across = (height, width) if angle % 180 else (width, height)
    is_odd_shape = not 0.5 * size <= across <= 1.8 * size or along > (0.8 * (word[1] - word[0]) + 0.4) * size
    return is_odd_shape or (angle == 0 and row in measured.backward)


def _recut(characters: Characters, words: Sequence[Span], measured: _Measured, odd: Iterable[int]) -> list[Span]:
    """Return the words with those of the odd rows cut where the boxes of their characters lie apart."""
    pieces: dict[int, list[Span]] = {}
    for row in odd:
        start, end = words[row]
        left, bottom, right, top = characters.boxes(range(start, end))
        sides = (bottom, top, left, right) if measured.angle[row] % 180 else (left, right, bottom, top)
        boxes = list(zip(*sides, strict=True))
        # A font may hide its size (see below); then the width of its characters tells more.
        middle = sorted(box[1] - box[0] for box in boxes)[len(boxes) // 2]
        edges = [start, *(start + cut for cut in cuts(boxes, max(measured.size[row], 1.5 * middle))), end]
        pieces[row] = list(pairwise(edges))
    return [piece for row, word in enumerate(words) for piece in pieces.get(row, (word,))]


def _mend(characters: Characters, words: Sequence[Span], measured: _Measured, odd: Iterable[int]) -> None:
    """Correct the size or the height of words whose font misleads.

    A font drawn by procedures (Type 3) may be scaled by its own matrix, so that a text of size 1 is ten points high.
    Any font may say that it reaches five times its size over the line: its words would cover the lines above, and
    get the height of a common font.
    """
    for row in odd:
        size, angle, start = measured.size[row], measured.angle[row], words[row][0]
        (left,), (bottom,), (right,), (top,) = characters.boxes((start,))
        width, height = (top - bottom, right - left) if angle % 180 else (right - left, top - bottom)
        if width > 2 * size and height > 2 * size:
            measured.size[row] = height / (ASCENT + DESCENT)
        elif not 0.5 * size <= height <= 1.8 * size:
            x, y = characters.origin(start)
            over, under = (ASCENT * size, DESCENT * size) if angle in (0, 270) else (DESCENT * size, ASCENT * size)
            if angle % 180:
                measured.left[row], measured.right[row] = x - under, x + over
            else:
                measured.bottom[row], measured.top[row] = y - under, y + over


def _tables(
    said: Iterable[str], measured: _Measured, frame: Frame, objects: Sequence[int]
) -> tuple[WordTable, WordTable, Sequence[int]]:
    x0, y0, x1, y1 = frame.columns(measured.left, measured.bottom, measured.right, measured.top)
    width, height = frame.width, frame.height
    # A sum is no number as soon as one of its terms is none; the minimum would not tell.
    is_finite = math.isfinite(sum(x0) + sum(y0) + sum(x1) + sum(y1))
    if is_finite and min(x0) >= 0 and min(y0) >= 0 and max(x1) <= width and max(y1) <= height:
        on_page = None
    else:
        # A word without a place compares false, and so is off the page.
        on_page = [
            0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height
            for left, top, right, bottom in zip(x0, y0, x1, y1, strict=True)
        ]
        x0, y0, x1, y1 = ([value if math.isfinite(value) else 0.0 for value in side] for side in (x0, y0, x1, y1))
    table = WordTable(
        text=tuple(said),
        x0=tuple(x0),
        top=tuple(y0),
        x1=tuple(x1),
        bottom=tuple(y1),
        size=tuple(measured.size),
        colour=measured.colour,
        mode=measured.mode,
        angle=tuple(map(frame.angle, measured.angle)) if frame.quarters else measured.angle,
    )
    if on_page is None:
        return table, WordTable(), objects
    return _rows(table, on_page), _rows(table, [not is_on for is_on in on_page]), list(compress(objects, on_page))


def _rows(table: WordTable, chosen: Sequence[bool]) -> WordTable:
    return WordTable(
        text=tuple(compress(table.text, chosen)),
        x0=tuple(compress(table.x0, chosen)),
        top=tuple(compress(table.top, chosen)),
        x1=tuple(compress(table.x1, chosen)),
        bottom=tuple(compress(table.bottom, chosen)),
        size=tuple(compress(table.size, chosen)),
        colour=tuple(compress(table.colour, chosen)),
        mode=tuple(compress(table.mode, chosen)),
        angle=tuple(compress(table.angle, chosen)),
    )
