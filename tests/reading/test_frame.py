"""From the coordinates of the file to those of the page as shown."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.reading.document import Box
from chorus_ocr.reading.frame import Frame

# A page of 100 by 200, away from the origin; a mark near its top left corner.
MARK = (15.0, 190.0, 25.0, 215.0)


@pytest.mark.parametrize(
    ("quarters", "size", "box"),
    [
        (0, (100, 200), Box(5, 5, 15, 30)),
        (1, (200, 100), Box(170, 5, 195, 15)),
        (2, (100, 200), Box(85, 170, 95, 195)),
        (3, (200, 100), Box(5, 85, 30, 95)),
    ],
)
def test_a_mark_turns_with_the_page(quarters: int, size: tuple[float, float], box: Box) -> None:
    frame = Frame(left=10, bottom=20, right=110, top=220, quarters=quarters)
    assert (frame.width, frame.height) == size
    assert frame.box(*MARK) == box
    x0, top, x1, bottom = frame.columns(*([value] for value in MARK))
    assert Box(*x0, *top, *x1, *bottom) == box


@pytest.mark.parametrize(("quarters", "shown"), [(0, 90), (1, 0), (2, 270), (3, 180)])
def test_a_direction_turns_with_the_page(quarters: int, shown: int) -> None:
    assert Frame(left=0, bottom=0, right=1, top=1, quarters=quarters).angle(90) == shown


def test_only_what_lies_on_the_page_is_kept() -> None:
    frame = Frame(left=0, bottom=0, right=100, top=100)
    assert frame.box(-50, 50, 50, 150) == Box(0, 0, 50, 50)
    assert frame.box(200, 0, 300, 100) is None
    for odd in (math.nan, math.inf, -math.inf):
        assert frame.box(odd, 0, 50, 100) is None


sides = st.floats(-5000, 5000).map(lambda value: round(value, 2))


@given(left=sides, bottom=sides, width=st.floats(1, 900), height=st.floats(1, 900), quarters=st.integers(0, 3))
def test_the_whole_page_is_the_whole_page_however_turned(
    left: float, bottom: float, width: float, height: float, quarters: int
) -> None:
    frame = Frame(left=left, bottom=bottom, right=left + width, top=bottom + height, quarters=quarters)
    assert frame.box(left, bottom, left + width, bottom + height) == Box(0, 0, frame.width, frame.height)
