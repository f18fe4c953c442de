"""What no drawn page brings about: an engine that answers with nonsense."""

import math
from collections.abc import Sequence

import pytest

from chorus_ocr.reading.document import Box
from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.limits import PageLimits
from chorus_ocr.reading.pdfium_words import Characters, read_words, size_and_angle


class Nonsense(Characters):
    """One word a character, each with its box."""

    def __init__(self, *boxes: tuple[float, float, float, float]) -> None:
        self._boxes = boxes
        self.limits = PageLimits(source="<bytes>", number=1)
        self.objects = range(100, 100 + len(boxes))

    def text(self) -> str:
        return " ".join("abcdefgh"[: len(self._boxes)])

    def boxes(self, indices: Sequence[int]) -> tuple[list[float], list[float], list[float], list[float]]:
        left, bottom, right, top = ([self._boxes[index // 2][side] for index in indices] for side in range(4))
        return left, bottom, right, top

    def origin(self, index: int) -> tuple[float, float]:
        return math.nan, math.nan

    def styles(
        self, indices: Sequence[int]
    ) -> tuple[tuple[float, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        count = len(indices)
        return (10.0,) * count, (255,) * count, (0,) * count, (0,) * count


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("side", range(4))
def test_a_word_without_a_place_is_off_the_page_at_none(odd: float, side: int) -> None:
    place = [10.0, 20.0, 16.0, 30.0]
    place[side] = odd
    left, bottom, right, top = place
    engine = Nonsense((10.0, 50.0, 16.0, 60.0), (left, bottom, right, top))
    words, off_page, objects = read_words(engine, Frame(left=0, bottom=0, right=100, top=100))
    assert (words.text, words.box(0)) == (("a",), Box(10, 40, 16, 50))
    assert objects == [100]
    assert off_page.text == ("b",)
    assert all(map(math.isfinite, off_page.box(0)))


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_a_matrix_of_nonsense_has_no_size(odd: float) -> None:
    assert size_and_angle(10, odd, 0, 0, 1) == (0, 0)
    assert size_and_angle(odd, 1, 0, 0, 1) == (0, 0)


@pytest.mark.parametrize(
    ("matrix", "size", "angle"),
    [
        ((1, 0, 0, 1), 10, 0),
        ((0, 2, -2, 0), 20, 90),
        ((-1, 0, 0, -1), 10, 180),
        ((0, -1, 1, 0), 10, 270),
        ((1, 0, 0, -1), 10, 0),  # upside down as in a mirror: it still runs to the right
        ((0.3, 0, 0, 1), 10, 0),
        ((1, -0.001, 0, 1), 10, 0),
    ],
)
def test_a_size_and_a_direction_come_from_the_matrix(
    matrix: tuple[float, float, float, float], size: float, angle: int
) -> None:
    assert size_and_angle(10, *matrix) == (size, angle)
    assert size_and_angle(-10, *matrix) == (size, (angle + 180) % 360)
