"""The words of a page, through pdfplumber, as columns."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from pdfplumber.utils.text import dedupe_chars, extract_words

from chorus_ocr.reading.document import Box, Word, WordTable
from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.words import INVISIBLE

Char = dict[str, Any]
"""A character as ``ShownPage`` has it."""

GAP = 0.15
"""In ems: a wider gap parts two words. The three points that pdfplumber takes by itself glue the words of producers
that move on instead of printing a space."""

SAME_PLACE = 1.0
"""In points: the same character again, no farther away, makes bold print and is one character."""

SAME_PLACE_IN_EMS = 0.15
"""In small print even the two l of a word stand closer than ``SAME_PLACE``."""

_SPACES = re.compile(r"(\s+)")


def read_words(chars: Iterable[Char], frame: Frame) -> tuple[WordTable, WordTable, Sequence[Char]]:
    """Return the words that characters make, those whose centre lies on the page as shown, and the others.

    Third come the first characters of the words on the page, row by row.
    """
    on_page: list[Word] = []
    off_page: list[Word] = []
    firsts: list[Char] = []
    for word, char in _words(chars):
        x0, top, x1, bottom = word.box
        # A word without a place compares false, and so is off the page.
        is_on_page = 0 <= x0 + x1 <= 2 * frame.width and 0 <= top + bottom <= 2 * frame.height
        if not math.isfinite(sum(word.box)):
            word = word._replace(box=Box(*(side if math.isfinite(side) else 0.0 for side in word.box)))
        (on_page if is_on_page else off_page).append(word)
        firsts += [char] if is_on_page else []
    return _table(on_page), _table(off_page), firsts


def read_text(chars: Iterable[Char]) -> str:
    """Return what characters say, in the order of the content stream: words with spaces between, lines apart."""
    said: list[str] = []
    last: Word | None = None
    for word, _ in _words(chars):
        if last is not None:
            is_same_line = min(last.box.bottom, word.box.bottom) > max(last.box.top, word.box.top)
            said.append(" " if is_same_line else "\n")
        said.append(word.text)
        last = word
    return "".join(said)


def _words(chars: Iterable[Char]) -> Iterator[tuple[Word, Char]]:
    """Yield the words and their first characters, in the order of the content stream."""
    pieces = list(chain.from_iterable(map(_pieces, _once(chars))))
    # Each character stands in a frame turned by its own angle: a word must not mix two of them.
    found = extract_words(pieces, return_chars=True, x_tolerance_ratio=GAP, use_text_flow=True, extra_attrs=["angle"])
    for word in found:
        seen = [char for char in word["chars"] if char["text"] != INVISIBLE]
        if not seen:
            continue
        # A character without a glyph does not reach out of its word.
        first, last = word["chars"].index(seen[0]), word["chars"].index(seen[-1])
        x0, top, x1, bottom = zip(*(char["shown"] for char in word["chars"][first : last + 1]), strict=True)
        yield (
            Word(
                word["text"].replace(INVISIBLE, ""),
                Box(min(x0), min(top), max(x1), max(bottom)),
                seen[0]["size"] if math.isfinite(seen[0]["size"]) else 0.0,
                seen[0]["colour"],
                seen[0]["mode"],
                seen[0]["angle"],
            ),
            seen[0],
        )


def _once(chars: Iterable[Char]) -> list[Char]:
    """Return the characters in their order, those printed twice in one place once."""
    by_size: dict[float, _Numbered] = defaultdict(_Numbered)
    for row, char in enumerate(chars):
        by_size[round(char["size"], 1)].append({**char, "row": row})
    once: list[Char] = []
    for size, alike in by_size.items():
        tolerance = min(SAME_PLACE, SAME_PLACE_IN_EMS * size)
        once += dedupe_chars(alike, tolerance=tolerance, extra_attrs=("angle", "mode"))
    return sorted(once, key=lambda char: int(char["row"]))


class _Numbered(list[Char]):
    """Characters that know their rows. pdfplumber sorts by index, and looks for it in the whole list every time."""

    def index(self, char: Char, *_: Any) -> int:
        return int(char["row"])


def _pieces(char: Char) -> Iterator[Char]:
    """Yield a character in pieces between spaces, where one glyph stands for several words."""
    said = _SPACES.split(char["text"])
    if len(said) == 1 or char["text"].isspace():
        yield char
    else:
        yield from ({**char, "text": piece} for piece in said if piece)


def _table(words: Iterable[Word]) -> WordTable:
    rows = [(word.text, *word.box, word.size, word.colour, word.mode, word.angle) for word in words]
    if not rows:
        return WordTable()
    text, x0, top, x1, bottom, size, colour, mode, angle = zip(*rows, strict=True)
    return WordTable(text=text, x0=x0, top=top, x1=x1, bottom=bottom, size=size, colour=colour, mode=mode, angle=angle)
