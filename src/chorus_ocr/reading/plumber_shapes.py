"""The filled shapes of a page, through pdfplumber, and what of its text they or a clip hide."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from chorus_ocr.reading.document import Box, Fill, WordTable
from chorus_ocr.reading.frame import is_upright
from chorus_ocr.reading.painting import THINNEST, common, covers, is_outside, is_solid, kept
from chorus_ocr.reading.plumber_page import ShownPage

Found = dict[str, Any]
"""A shape or a character as ``ShownPage`` has it."""


class _Shape(NamedTuple):
    """A filled path: ``box`` without regard to its clip, ``fill`` what is seen of it, None if nothing is."""

    box: Box
    colour: int
    fill: Fill | None
    is_opaque: bool
    time: int


class Shapes:
    """The filled paths of a page."""

    def __init__(self, page: ShownPage) -> None:
        self._shapes = list(_shapes(page))

    def fills(self) -> tuple[Fill, ...]:
        """Return the filled shapes, as shown, without what sticks out of the page: see ``Page.fills``."""
        return tuple(shape.fill for shape in kept(self._shapes) if shape.fill)

    def clipped(self, words: WordTable, firsts: Sequence[Found]) -> tuple[int, ...]:
        """Return the rows of words outside the clip of their text. ``firsts``: the first character of each word."""
        clips = (first["clip"] for first in firsts)
        return tuple(row for row, clip in enumerate(clips) if clip and is_outside(words, row, clip[0]))

    def covered(self, words: WordTable, firsts: Sequence[Found]) -> tuple[int, ...]:
        """Return the rows of words that an opaque rectangle is painted over. ``firsts``: as in ``clipped()``."""
        solid = [shape for shape in self._shapes if shape.is_opaque and is_solid(shape.colour)]
        if not solid or not firsts:
            return ()
        written, painted = [first["time"] for first in firsts], [shape.time for shape in solid]
        hidden: set[int] = set()
        for number, rows in covers(words, written, [shape.box for shape in solid], painted):
            fill = solid[number].fill
            if fill and fill.whole:
                hidden.update(row for row in rows if not is_outside(words, row, fill.box))
        return tuple(sorted(hidden))


def _shapes(page: ShownPage) -> Iterator[_Shape]:
    paths: dict[int, list[Found]] = defaultdict(list)
    for shape in page.rects + page.curves:
        if shape["fill"]:
            paths[shape["part_of"]].append(shape)
    for _, parts in sorted(paths.items()):
        first = parts[0]
        around = {side: (min if side in ("x0", "top") else max)(part[side] for part in parts) for side in Box._fields}
        if around["x1"] - around["x0"] >= THINNEST and around["bottom"] - around["top"] >= THINNEST:
            box = on_page(around, page)
            if box:
                clip, is_exact = first["clip"] or (box, True)
                seen = common(box, clip)
                is_whole = is_exact and len(parts) == 1 and _is_rectangle(first)
                fill = Fill(seen, first["colour"], is_whole) if seen else None
                yield _Shape(box, first["colour"], fill, first["is_opaque"], first["time"])


def _is_rectangle(shape: Found) -> bool:
    is_straight = all(operator in ("m", "l", "h") for operator, *_ in shape["path"])
    return is_straight and is_upright([x for x, _ in shape["pts"]], [y for _, y in shape["pts"]])


def on_page(shape: Found, page: ShownPage) -> Box | None:
    """Return the part of a shape that lies on the page, or None if none does."""
    sides = (shape["x0"], shape["top"], shape["x1"], shape["bottom"])
    if not math.isfinite(sum(sides)):
        return None
    x0, top, x1, bottom = sides
    box = Box(max(x0, 0.0), max(top, 0.0), min(x1, page.frame.width), min(bottom, page.frame.height))
    return box if box.x0 < box.x1 and box.top < box.bottom else None
