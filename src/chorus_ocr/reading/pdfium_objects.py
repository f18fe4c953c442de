"""The objects that a page paints, through PDFium: those of the page itself and those of its forms, and their clips."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from itertools import repeat
from math import isfinite
from typing import NamedTuple

from chorus_ocr.reading.frame import IDENTITY, Clip, Matrix, bounds, is_upright, keeps_upright, product
from chorus_ocr.reading.limits import PageLimits
from chorus_ocr.reading.pdfium_api import OBJECT_FORM, Pdfium, address, addresses, floats, run


class Group(NamedTuple):
    """The objects of the page itself or of one form, in the order in which they are painted.

    ``objects``: those that are not known to be text, ``kinds``: what they are, ``listed``: all. ``matrix``: to the
    page's coordinates. ``clip``: what the form itself is clipped to, in the page's coordinates. ``is_opaque``: the form
    is painted as its objects are, and not through a veil. ``form``: its handle, 0 for the page.
    """

    objects: Sequence[int]
    kinds: Sequence[int]
    listed: Sequence[int]
    matrix: Matrix = IDENTITY
    clip: Clip | None = None
    is_opaque: bool = True
    form: int = 0

    def of_kind(self, *kinds: int) -> list[int]:
        """Return the objects of these kinds."""
        if not any(kind in self.kinds for kind in kinds):
            return []
        return [each for each, its_kind in zip(self.objects, self.kinds, strict=True) if its_kind in kinds]

    def clipped(self, own: Clip | None) -> Clip | None:
        """Return the clip of an object of the group in the page's coordinates, given the object's own."""
        if own is None:
            return self.clip
        if self.matrix is not IDENTITY:
            own = Clip(*bounds(*own[:4], self.matrix), own.exact and keeps_upright(self.matrix))
        return own.within(self.clip)


def groups(
    pdfium: Pdfium, page: int, limits: PageLimits, text_objects: Collection[int], clips: "Clips"
) -> Iterator[Group]:
    """Yield the page itself and its forms, any form after the one that it is painted in. Raises ``LimitExceeded``."""
    # Files made to exhaust a reader nest forms and repeat them; the engine itself ends a chain of forms at some thirty.
    found = count = pdfium.FPDFPage_CountObjects(page)
    listed = list(map(pdfium.FPDFPage_GetObject, repeat(page), range(count)))
    objects = [each for each in listed if each not in text_objects]
    pending = [Group(objects, list(map(pdfium.FPDFPageObj_GetType, objects)), listed)]
    while pending:
        group = pending.pop()
        yield group
        forms = group.of_kind(OBJECT_FORM)
        own = clips.of(forms)
        for form in forms:
            count = pdfium.FPDFFormObj_CountObjects(form)
            found += count
            limits.check("objects", found)
            inner = list(map(pdfium.FPDFFormObj_GetObject, repeat(form), range(count)))
            kinds = list(map(pdfium.FPDFPageObj_GetType, inner))
            is_opaque = group.is_opaque and not pdfium.FPDFPageObj_HasTransparency(form)
            matrix = product(matrix_of(pdfium, form), group.matrix)
            pending.append(Group(inner, kinds, inner, matrix, group.clipped(own.get(form)), is_opaque, form))


def in_order(found: Sequence[Group]) -> Sequence[int]:
    """Return the objects of a page and of its forms in the order in which they are painted."""
    if len(found) == 1:
        return found[0].listed
    inner = {group.form: group.listed for group in found}
    pending = list(reversed(found[0].listed))
    ordered: list[int] = []
    while pending:
        each = pending.pop()
        ordered.append(each)
        pending += reversed(inner.get(each, ()))
    return ordered


def matrix_of(pdfium: Pdfium, each: int) -> Matrix:
    """Return the matrix of a form or of a path."""
    values = array("f", IDENTITY)
    pdfium.FPDFPageObj_GetMatrix(each, address(values))
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


MOST_PATHS = 50
"""Of so many paths within each other the innermost count."""

MOST_SEGMENTS = 1_000
"""A path of more is not followed, as if it were no clip: it is a drawing, and its box tells little."""


class Clips:
    """Finds the clips of the objects of one open page. What several objects share is looked at once.

    The engine itself drops a clip that leaves all of its object to be seen, so that few are left to be followed.
    """

    def __init__(self, pdfium: Pdfium) -> None:
        self._pdfium = pdfium
        self._known: dict[tuple[int, int], Clip | None] = {}

    def of(self, objects: Collection[int]) -> dict[int, Clip]:
        """Return the clips of those page objects that have one, in the coordinates that the objects have."""
        pdfium = self._pdfium
        handles = list(map(pdfium.FPDFPageObj_GetClipPath, objects))
        counts = list(map(pdfium.FPDFClipPath_CountPaths, handles))
        if max(counts, default=0) < 1:
            return {}
        found = zip(objects, handles, counts, strict=True)
        clips = ((each, self._clip(handle, count)) for each, handle, count in found if count > 0)
        return {each: clip for each, clip in clips if clip}

    def _clip(self, handle: int, count: int) -> Clip | None:
        # Objects that share their clip share its paths: the same last path, as the same number, is the same clip.
        key = count, self._pdfium.FPDFClipPath_GetPathSegment(handle, count - 1, 0)
        if key not in self._known:
            clip: Clip | None = None
            for path in range(max(0, count - MOST_PATHS), count):
                inner = self._path(handle, path)
                clip = inner.within(clip) if inner else clip
            self._known[key] = clip
        return self._known[key]

    def _path(self, handle: int, path: int) -> Clip | None:
        pdfium = self._pdfium
        count = pdfium.FPDFClipPath_CountPathSegments(handle, path)
        if not 0 < count <= MOST_SEGMENTS:
            return None
        segments = map(pdfium.FPDFClipPath_GetPathSegment, repeat(handle), repeat(path), range(count))
        xs, ys = points(pdfium, list(segments))
        if not isfinite(sum(xs) + sum(ys)):
            return None
        return Clip(min(xs), min(ys), max(xs), max(ys), is_upright(xs, ys))


def points(pdfium: Pdfium, segments: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return the end points of the segments of a path: their x and their y."""
    places = floats(2 * len(segments))
    run(map(pdfium.FPDFPathSegment_GetPoint, segments, addresses(places, 2), addresses(places, 2, 1)))
    return list(places[0::2]), list(places[1::2])
