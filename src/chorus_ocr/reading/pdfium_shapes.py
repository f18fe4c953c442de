"""What a page paints besides text, through PDFium: images, filled shapes, and what of the text they or a clip hide."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, compress, count, cycle, repeat
from operator import sub
from typing import NamedTuple

from chorus_ocr.reading.document import Box, Fill, WordTable
from chorus_ocr.reading.frame import IDENTITY, Clip, Frame, Sides, bounds, is_upright, keeps_upright
from chorus_ocr.reading.limits import PageLimits
from chorus_ocr.reading.painting import THINNEST, common, covers, is_outside, is_solid, kept
from chorus_ocr.reading.pdfium_api import (
    OBJECT_IMAGE,
    OBJECT_PATH,
    OBJECT_SHADING,
    Pdfium,
    addresses,
    floats,
    integers,
    run,
)
from chorus_ocr.reading.pdfium_objects import Clips, Group, groups, in_order, points


class _Shape(NamedTuple):
    """A filled shape, with the box on the page that it would have without a clip; ``colour`` as in ``Fill``."""

    handle: int
    group: Group
    box: Box
    colour: int | None
    is_stroked: bool


class Shapes:
    """The objects of an open page, those within its forms included, listed once, but for text that is known as such.

    Raises ``LimitExceeded``.
    """

    def __init__(
        self, pdfium: Pdfium, page: int, frame: Frame, limits: PageLimits, text_objects: Collection[int] = ()
    ) -> None:
        self._pdfium = pdfium
        self._frame = frame
        self._texts = text_objects
        self._clips = Clips(pdfium)
        self._groups = list(groups(pdfium, page, limits, text_objects, self._clips))
        limits.check("images", sum(group.kinds.count(OBJECT_IMAGE) for group in self._groups))
        self._shapes = self._filled()

    def images(self) -> tuple[Box, ...]:
        """Return the boxes of the images, as shown, without what sticks out of the page."""
        return tuple([box for group in self._groups for _, box in self._boxes(group, group.of_kind(OBJECT_IMAGE))])

    def fills(self) -> tuple[Fill, ...]:
        """Return the filled shapes, as shown, without what sticks out of the page: see ``Page.fills``.

        A shape filled with a pattern cannot be told from a white one.
        """
        return tuple(self._fills(kept(self._shapes)))

    def clipped(self, words: WordTable, objects: Sequence[int]) -> tuple[int, ...]:
        """Return the rows of words outside the clip of their text. ``objects``: the text object of each word."""
        clips = self._clips_of_text()
        if not clips:
            return ()
        shown = {each: self._frame.box(*clip[:4]) for each, clip in clips.items()}
        return tuple([row for row, each in enumerate(objects) if each in shown and is_outside(words, row, shown[each])])

    def covered(self, words: WordTable, objects: Sequence[int]) -> tuple[int, ...]:
        """Return the rows of words that an opaque rectangle is painted over. ``objects``: as in ``clipped()``.

        An image is not known to be opaque, and hides nothing here.
        """
        solid = [shape for shape in self._shapes if is_solid(shape.colour)]
        if not solid or not objects:
            return ()
        times = dict(zip(in_order(self._groups), count(), strict=False))
        written = list(map(times.get, objects, repeat(0)))
        painted = [times[shape.handle] for shape in solid]
        hidden: set[int] = set()
        for number, rows in covers(words, written, [shape.box for shape in solid], painted):
            if self._is_opaque(solid[number]):
                for fill in self._fills([solid[number]]):
                    hidden.update(row for row in rows if fill.whole and not is_outside(words, row, fill.box))
        return tuple(sorted(hidden))

    def _is_opaque(self, shape: _Shape) -> bool:
        # A marker pen is a rectangle that is multiplied with what it is painted over.
        return shape.group.is_opaque and not self._pdfium.FPDFPageObj_HasTransparency(shape.handle)

    def _clips_of_text(self) -> Mapping[int, Clip]:
        """Return the clips of the text objects that have one, in the page's coordinates."""
        clips: dict[int, Clip] = {}
        inner: set[int] = set()
        for group in self._groups[1:]:
            texts = [each for each in group.listed if each in self._texts]
            inner.update(texts)
            own = self._clips.of(texts)
            clips |= {each: clip for each in texts if (clip := group.clipped(own.get(each)))}
        return clips | self._clips.of([each for each in self._texts if each not in inner] if inner else self._texts)

    def _filled(self) -> Sequence[_Shape]:
        """Return the filled shapes of the page in the order in which they are painted."""
        pdfium = self._pdfium
        thick = [
            (handle, group, box)
            for group in self._groups
            for handle, box in self._boxes(group, group.of_kind(OBJECT_PATH, OBJECT_SHADING), THINNEST)
        ]
        if not thick:
            return ()
        if len(self._groups) > 1:
            times = dict(zip(in_order(self._groups), count(), strict=False))
            thick.sort(key=lambda shape: times[shape[0]])
        gradients = {each for group in self._groups for each in group.of_kind(OBJECT_SHADING)}
        handles = [handle for handle, _, _ in thick]
        modes = integers(2 * len(thick))  # how it is filled, and whether it is stroked
        run(map(pdfium.FPDFPath_GetDrawMode, handles, addresses(modes, 2), addresses(modes, 2, 1)))
        colours = pdfium.fill_colours(handles)
        return [
            _Shape(handle, group, box, None if handle in gradients else colour, stroked == 1)
            for (handle, group, box), mode, stroked, colour in zip(
                thick, modes[0::2], modes[1::2], colours, strict=True
            )
            if mode or handle in gradients
        ]

    def _fills(self, shapes: Sequence[_Shape]) -> Iterable[Fill]:
        """Yield what is seen of some shapes."""
        handles = [shape.handle for shape in shapes]
        rectangles, clips = self._rectangles(handles), self._clips.of(handles)
        for handle, group, around, colour, is_stroked in shapes:
            box, is_whole = around, handle in rectangles and keeps_upright(group.matrix)
            if is_stroked and is_whole:  # the engine counts half of the line as of the shape
                box = self._frame.box(*bounds(*rectangles[handle], group.matrix)) or around
            clip = group.clipped(clips.get(handle))
            seen = common(box, self._frame.box(*clip[:4])) if clip else box
            if seen:
                yield Fill(seen, colour, is_whole and (clip is None or clip.exact))

    def _rectangles(self, shapes: Sequence[int]) -> Mapping[int, Sides]:
        """Return those of some shapes that are rectangles along the axes, and their sides."""
        pdfium = self._pdfium
        counts = list(map(pdfium.FPDFPath_CountSegments, shapes))
        found: dict[int, Sides] = {}
        for corners in {4, 5} & {*counts}:
            alike = [path for path, its in zip(shapes, counts, strict=True) if its == corners]
            each_of_them = chain.from_iterable(map(repeat, alike, repeat(corners)))
            xs, ys = points(pdfium, list(map(pdfium.FPDFPath_GetPathSegment, each_of_them, cycle(range(corners)))))
            matrices = floats(6 * len(alike))
            run(map(pdfium.FPDFPageObj_GetMatrix, alike, addresses(matrices, 6)))
            for number, path in enumerate(alike):
                start, end = number * corners, (number + 1) * corners
                a, b, c, d, e, f = matrices[6 * number : 6 * number + 6]
                x, y = xs[start:end], ys[start:end]
                if keeps_upright((a, b, c, d, e, f)) and is_upright(x, y):
                    found[path] = bounds(min(x), min(y), max(x), max(y), (a, b, c, d, e, f))
        return found

    def _boxes(self, group: Group, objects: Sequence[int], thinnest: float = 0.0) -> Iterable[tuple[int, Box]]:
        """Return those of a group's objects that stand on the page and are at least so thick, in points."""
        if not objects:
            return ()
        sides = floats(4 * len(objects))
        run(map(self._pdfium.FPDFPageObj_GetBounds, objects, *(addresses(sides, 4, offset) for offset in range(4))))
        columns: Sequence[Sequence[float]] = [sides[side::4] for side in range(4)]
        if group.matrix is not IDENTITY:
            boxes = [bounds(a, b, c, d, group.matrix) for a, b, c, d in zip(*columns, strict=True)]
            columns = list(zip(*boxes, strict=True))
        left, bottom, right, top = columns
        if thinnest:
            thick = [min(size) >= thinnest for size in zip(map(sub, right, left), map(sub, top, bottom), strict=True)]
            objects = list(compress(objects, thick))
            left, bottom, right, top = (list(compress(column, thick)) for column in columns)
        shown = self._frame.boxes(left, bottom, right, top)
        return [(each, box) for each, box in zip(objects, shown, strict=True) if box]
