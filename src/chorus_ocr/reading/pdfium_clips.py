"""The paths that page objects are clipped to, through PDFium, as the boxes around them.

The engine itself drops a clip that leaves all of its object to be seen, so that few are left to be followed.
"""

from collections.abc import Collection, Sequence
from itertools import repeat
from math import isfinite

from chorus_ocr.reading.geometry import Clip, is_upright
from chorus_ocr.reading.pdfium_api import Pdfium, addresses, floats, run

MOST_PATHS = 50
"""Of so many paths within each other the innermost count."""

MOST_SEGMENTS = 1_000
"""A path of more is not followed, as if it were no clip: it is a drawing, and its box tells little."""


class Clips:
    """Finds the clips of the objects of one open page. What several objects share is looked at once."""

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
