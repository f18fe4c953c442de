"""From marks to shapes: lines and captions with their colours, as plain data, which any painter can paint.

What a mark says is told by its shape, by the sign on its label, and by its colour: any one of them will do.
"""

import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from chorus_ocr.drawing.marks import FRAMES, MOST_MARKS, Kind, Mark, Rect, Sheet, Tie, cut
from chorus_ocr.drawing.placing import distance, overlap, place

Point: TypeAlias = tuple[float, float]

COLOURS: Final = {
    Kind.TAKEN: "#00695c",
    Kind.SAME: "#00695c",
    Kind.DOUBTFUL: "#9a4a00",
    Kind.SET_ASIDE: "#6a3d9a",
    Kind.KEYWORD: "#1f5f9e",
    Kind.WARNING: "#b3131b",
}
"""Dark on the white of a page, so that each can be read."""

PAPER: Final = "#ffffff"
USUAL_SIDE: Final = 842.0
"""The longer side of an A4 sheet in points: on a larger page, lines and labels are larger, too."""

LABEL: Final = 7.0
"""The size of a label's type in points, on an A4 sheet."""

ADVANCE: Final = 0.57
"""How wide a character of a label is, in sizes of its type."""

DASH: Final = (2.5, 1.8)
"""Lengths of a dash and of a gap of a line, in points on an A4 sheet."""

ZIGZAG: Final = 6.0
"""How far under its box a zigzag line reaches, in points on an A4 sheet."""

GAP: Final = 2.2
"""In points on an A4 sheet, between a label and what it stands beside: more than a frame is wide."""

FAR: Final = 14.0
"""In points on an A4 sheet: a label further away than this is tied to its mark by a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A line through points, in points of the page. ``dash``: length of a dash and of a gap; ``fill``: opacity."""

    points: tuple[Point, ...]
    colour: str
    width: float = 0.0
    closed: bool = True
    dash: tuple[float, float] | None = None
    fill: float = 0.0
    fill_colour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A line of text that fills a box; ``size`` of its type in points."""

    text: str
    box: Rect
    size: float
    colour: str


Shape: TypeAlias = Path | Caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Shapes that belong together; ``told`` appears where one points at any of them."""

    shapes: tuple[Shape, ...]
    told: str = ""


def scale_of(width: float, height: float) -> float:
    """Return how many times larger than on an A4 sheet lines and labels are."""
    return min(max(max(width, height) / USUAL_SIDE, 0.1), 50.0)


def groups(sheet: Sheet) -> list[Group]:
    """Return what is marked on a page: at most ``MOST_MARKS`` marks, and labels that do not hide each other."""
    size, scale = (sheet.width, sheet.height), scale_of(sheet.width, sheet.height)
    marks = strongest(sheet.marks)
    boxes = {mark: within(mark.box, size) for mark in marks}
    labelled = [mark for mark in marks if mark.label]
    wanted = [(boxes[mark], *_label_size(mark, scale)) for mark in labelled]
    prints = (within(word.box, size) for word in sheet.words)
    frames = (within(_room(mark.kind, boxes[mark], scale), size) for mark in marks)
    placed = dict(zip(labelled, place(wanted, size, frames, prints, GAP * scale), strict=True))
    drawn = [Group(shapes=tuple(_mark(mark.kind, boxes[mark], scale)), told=mark.told) for mark in reversed(marks)]
    drawn += [Group(shapes=tuple(_tie(tie, size, scale, boxes.values()))) for tie in sheet.ties[:MOST_MARKS]]
    drawn += [
        Group(shapes=(*_lead(mark.kind, boxes[mark], at, scale), *_label(mark.kind, cut(mark.label), at, scale)),
              told=mark.told)
        for mark, at in placed.items() if at is not None
    ]  # fmt: skip
    return drawn


def strongest(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that are drawn: warnings and the strongest first, each once."""
    order = (Kind.WARNING, *FRAMES, Kind.KEYWORD)
    return sorted(dict.fromkeys(marks), key=lambda mark: order.index(mark.kind))[:MOST_MARKS]


def sample(kind: Kind, box: Rect) -> Group:
    """Return a mark as the legend shows it."""
    lift = ZIGZAG if kind is Kind.WARNING else 0.0
    shown = [*_mark(kind, (box[0], box[1], box[2], box[3] - lift), 1.0)]
    if kind is Kind.KEYWORD:
        _, _, x1, bottom = box
        shown += _arrow((x1, bottom + 0.8), (x1 + 12, bottom + 0.8), kind, 1.0)
    return Group(shapes=tuple(shown))


def tag(kind: Kind | None, text: str, left: float, top: float, scale: float = 1.0) -> Group:
    """Return a label by itself, as it stands beside the table."""
    width, height = _size_of(text, scale)
    return Group(shapes=tuple(_label(kind or Kind.SAME, text, (left, top, left + width, top + height), scale)))


def within(box: Rect, size: Point) -> Rect:
    """Return a box as far as it lies on the page; one that lies elsewhere becomes a point at the edge.

    >>> within((-5.0, 10.0, 20.0, float("inf")), (100.0, 50.0))
    (0.0, 10.0, 20.0, 50.0)
    """

    def kept(value: float, most: float) -> float:
        return min(max(value, 0.0), most) if not math.isnan(value) else 0.0

    x0, top, x1, bottom = box
    left, upper = kept(x0, size[0]), kept(top, size[1])
    return left, upper, max(kept(x1, size[0]), left), max(kept(bottom, size[1]), upper)


def _room(kind: Kind, box: Rect, scale: float) -> Rect:
    """Return the place that a mark takes up around its box."""
    under = ZIGZAG if kind is Kind.WARNING else 2.0
    return box[0] - 2.0 * scale, box[1] - 2.0 * scale, box[2] + 2.0 * scale, box[3] + under * scale


def _mark(kind: Kind, box: Rect, scale: float) -> Iterator[Shape]:
    colour = COLOURS[kind]
    match kind:
        case Kind.TAKEN:
            yield Path(points=_corners(box, 1.2 * scale), colour=colour, width=1.6 * scale, fill=0.12)
        case Kind.SAME:
            yield Path(points=_corners(box, 1.0 * scale), colour=colour, width=0.7 * scale)
        case Kind.DOUBTFUL:
            yield Path(points=_corners(box, 0.6 * scale), colour=colour, width=0.7 * scale, fill=0.1)
            yield Path(points=_corners(box, 2.4 * scale), colour=colour, width=0.7 * scale)
        case Kind.SET_ASIDE:
            dash = (3.0 * scale, 2.0 * scale)
            yield Path(points=_cut_corners(box, 1.2 * scale), colour=colour, width=0.9 * scale, dash=dash)
        case Kind.KEYWORD:
            x0, top, x1, bottom = box
            low, rise = bottom + 0.8 * scale, min(3.0 * scale, (bottom - top) / 2)
            points = ((x0, low - rise), (x0, low), (x1, low), (x1, low - rise))
            yield Path(points=points, colour=colour, width=1.3 * scale, closed=False)
        case Kind.WARNING:
            yield Path(points=_zigzag(box, scale), colour=colour, width=1.0 * scale, closed=False)


def _tie(tie: Tie, size: Point, scale: float, marks: Collection[Rect]) -> Iterator[Shape]:
    keyword, value = within(tie.keyword, size), within(tie.value, size)
    start, end = _ends(keyword, value)
    if math.dist(start, end) <= 2 * scale:
        return
    if start[1] == end[1]:
        # Never through the row, where it would strike out what stands between: along the bracket, or under them all.
        between = (min(start[0], end[0]), start[1] - 0.1, max(start[0], end[0]), start[1] + 0.1)
        crossed = any(overlap(between, mark) for mark in marks if mark not in (keyword, value))
        low = max(keyword[3], value[3]) + 5.0 * scale if crossed else keyword[3] + 0.8 * scale
        turn = value[0] + 4.0 * scale if end[0] == value[0] else value[2] - 4.0 * scale
        if crossed:
            points = ((start[0], keyword[3] + 1.0 * scale), (start[0], low), (turn, low))
            dash = None if tie.kind is Kind.TAKEN else (DASH[0] * scale, DASH[1] * scale)
            yield Path(points=points, colour=COLOURS[tie.kind], width=0.9 * scale, closed=False, dash=dash)
            start, end = (turn, low), (turn, value[3] + 1.2 * scale)
        else:
            start, end = (start[0], low), (end[0], min(max(low, value[1]), value[3] + 0.8 * scale))
    yield from _arrow(start, end, tie.kind, scale)


def _ends(keyword: Rect, value: Rect) -> tuple[Point, Point]:
    """Return where a tie leaves the keyword and where it arrives: on one row from side to side, else from below."""
    if min(keyword[3], value[3]) - max(keyword[1], value[1]) > 0:
        y = (max(keyword[1], value[1]) + min(keyword[3], value[3])) / 2
        return ((keyword[2], y), (value[0], y)) if value[0] >= keyword[0] else ((keyword[0], y), (value[2], y))
    x = (max(keyword[0], value[0]) + min(keyword[2], value[2])) / 2
    common = min(keyword[2], value[2]) > max(keyword[0], value[0])
    from_x, to_x = (x, x) if common else ((keyword[0] + keyword[2]) / 2, (value[0] + value[2]) / 2)
    return (
        ((from_x, keyword[3]), (to_x, value[1])) if value[1] >= keyword[3] else ((from_x, keyword[1]), (to_x, value[3]))
    )


def _arrow(start: Point, end: Point, kind: Kind, scale: float) -> Iterator[Shape]:
    colour, length = COLOURS[kind], math.dist(start, end)
    head = min(4.0 * scale, length)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    neck = (end[0] - along[0] * head, end[1] - along[1] * head)
    side = (-along[1] * head * 0.45, along[0] * head * 0.45)
    dash = None if kind in (Kind.TAKEN, Kind.KEYWORD) else (DASH[0] * scale, DASH[1] * scale)
    yield Path(points=(start, neck), colour=colour, width=0.9 * scale, closed=False, dash=dash)
    points = (end, (neck[0] + side[0], neck[1] + side[1]), (neck[0] - side[0], neck[1] - side[1]))
    yield Path(points=points, colour=colour, fill=1.0)


def _label_size(mark: Mark, scale: float) -> Point:
    return _size_of(cut(mark.label), scale)


def _size_of(text: str, scale: float) -> Point:
    return (len(text) * LABEL * ADVANCE + 5.0) * scale, (LABEL + 2.4) * scale


def _label(kind: Kind, text: str, at: Rect, scale: float) -> Iterator[Shape]:
    colour, full = COLOURS[kind], kind is Kind.TAKEN
    dash = (2.0 * scale, 1.4 * scale) if kind is Kind.SET_ASIDE else None
    points = _pointed(at) if kind is Kind.WARNING else _corners(at, 0.0)
    yield Path(
        points=points, colour=colour, width=0.7 * scale, dash=dash, fill=1.0, fill_colour=colour if full else PAPER
    )
    inner = (at[0] + 2.5 * scale, at[1], at[2] - 2.5 * scale, at[3])
    yield Caption(text=text, box=inner, size=LABEL * scale, colour=PAPER if full else colour)


def _lead(kind: Kind, box: Rect, at: Rect, scale: float) -> Iterator[Shape]:
    if distance(box, at) > FAR * scale:
        start, end = _ends(at, box)
        yield Path(points=(start, end), colour=COLOURS[kind], width=0.5 * scale, closed=False)


def _corners(box: Rect, out: float) -> tuple[Point, ...]:
    x0, top, x1, bottom = box[0] - out, box[1] - out, box[2] + out, box[3] + out
    return (x0, top), (x1, top), (x1, bottom), (x0, bottom)


def _cut_corners(box: Rect, out: float) -> tuple[Point, ...]:
    (x0, top), _, (x1, bottom), _ = _corners(box, out)
    c = min(x1 - x0, bottom - top) * 0.35
    return (
        (x0 + c, top), (x1 - c, top), (x1, top + c), (x1, bottom - c),
        (x1 - c, bottom), (x0 + c, bottom), (x0, bottom - c), (x0, top + c),
    )  # fmt: skip


def _pointed(box: Rect) -> tuple[Point, ...]:
    x0, top, x1, bottom = box
    point = (bottom - top) * 0.35
    middle = (top + bottom) / 2
    return (x0, top), (x1, top), (x1 + point, middle), (x1, bottom), (x0, bottom), (x0 - point, middle)


def _zigzag(box: Rect, scale: float) -> tuple[Point, ...]:
    x0, _, x1, bottom = box
    low, count = bottom + 3.2 * scale, max(2, min(int((x1 - x0) / (3 * scale)), 200))
    step = (x1 - x0) / count
    return tuple((x0 + at * step, low + (at % 2) * 2.2 * scale) for at in range(count + 1))
