"""Labels: each beside its box, none over another, whatever is to be marked."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from chorus_ocr.drawing.marks import Rect
from chorus_ocr.drawing.placing import overlap, place

PAGE = (595.0, 842.0)


@st.composite
def boxes(draw: st.DrawFn) -> Rect:
    x0, top = draw(st.floats(0, 580)), draw(st.floats(0, 830))
    return x0, top, min(x0 + draw(st.floats(0, 300)), PAGE[0]), min(top + draw(st.floats(0, 40)), PAGE[1])


wanted = st.lists(st.tuples(boxes(), st.floats(9, 200), st.just(9.4)), max_size=40)


@given(wanted=wanted, marks=st.lists(boxes(), max_size=20), prints=st.lists(boxes(), max_size=60))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_label_lies_on_another_or_off_the_page(
    wanted: list[tuple[Rect, float, float]], marks: list[Rect], prints: list[Rect]
) -> None:
    placed = place(wanted, PAGE, marks, prints, 2.0)
    assert len(placed) == len(wanted)
    there = [at for at in placed if at is not None]
    assert not [pair for pair in combinations(there, 2) if overlap(*pair)]
    for (_, width, height), at in zip(wanted, placed, strict=True):
        if at is not None:
            assert abs(at[2] - at[0] - width) < 1e-6 and abs(at[3] - at[1] - height) < 1e-6
            assert at[0] >= 0 and at[1] >= 0 and at[2] <= PAGE[0] and at[3] <= PAGE[1]
    assert place(wanted, PAGE, marks, prints, 2.0) == placed


def test_a_label_stands_right_of_its_box_where_that_is_free() -> None:
    box = (100.0, 100.0, 150.0, 110.0)
    assert place([(box, 20.0, 10.0)], PAGE, [box], [], 2.0) == [(152.0, 100.0, 172.0, 110.0)]


def test_a_label_goes_round_print() -> None:
    box, print_ = (100.0, 100.0, 150.0, 110.0), (151.0, 95.0, 400.0, 115.0)
    [at] = place([(box, 20.0, 10.0)], PAGE, [box], [print_], 2.0)
    assert at is not None and overlap(at, print_) == overlap(at, box) == 0


def test_labels_of_one_place_stand_one_beside_the_other() -> None:
    box = (100.0, 100.0, 150.0, 110.0)
    placed = place([(box, 20.0, 10.0)] * 30, PAGE, [box], [], 2.0)
    assert None not in placed and len(set(placed)) == 30


def test_a_page_that_is_full_of_labels_takes_no_more() -> None:
    box = (0.0, 0.0, 10.0, 10.0)
    placed = place([(box, 40.0, 40.0)] * 12, (100.0, 100.0), [], [], 2.0)
    assert placed.count(None) >= 8 and placed[0] is not None
