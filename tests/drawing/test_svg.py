"""Drawings: well-formed and bounded whatever a page holds, and readable without colour."""

import math
import re
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chorus_ocr.drawing.beside import figure, table
from chorus_ocr.drawing.marks import FRAMES, MOST_MARKS, MOST_ROWS, MOST_WORDS, Kind, Mark, Print, Row, Sheet, Tie
from chorus_ocr.drawing.shapes import COLOURS, Caption, Path, groups, sample, scale_of, tag
from chorus_ocr.drawing.svg import picture
from html_pages import Read

HOSTILE = "</text></svg><script>alert(1)</script><img src=x onerror=alert(1)> & ]]> \u202e\x1b[2J"
BOX = (100.0, 100.0, 160.0, 112.0)


def sheet(**more: Any) -> Sheet:
    return Sheet(**{"title": "Page 1", "width": 595.0, "height": 842.0, **more})


def parsed(svg: str) -> Element:
    return ElementTree.fromstring(svg.partition("?>")[2])


def assert_it_is_only_a_drawing(svg: str) -> None:
    root = parsed(svg)
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert names <= {"svg", "g", "rect", "path", "text", "title"}
    attributes = {name for each in root.iter() for name in each.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name or name in ("id", "class")}
    assert "url(" not in svg


def test_whatever_a_page_says_stays_text() -> None:
    marks = (Mark(kind=Kind.TAKEN, box=BOX, label=HOSTILE, told=HOSTILE),)
    rows = (Row(tag=HOSTILE, kind=Kind.TAKEN, title=HOSTILE, told=(HOSTILE,)),)
    hostile = sheet(
        title=HOSTILE, file=HOSTILE, words=(Print(text=HOSTILE, box=BOX, size=9.0),), marks=marks, rows=rows,
        legend=((Kind.TAKEN, HOSTILE),), notes=(HOSTILE,), heads=(HOSTILE, HOSTILE, HOSTILE),
    )  # fmt: skip
    svg, html = picture([hostile]), figure(hostile)
    assert_it_is_only_a_drawing(svg)
    assert {tag for tag, _ in Read(html).elements} == {
        "div", "svg", "rect", "g", "text", "title", "path", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert not {name for name, _ in Read(html).attributes if name.startswith("on")}
    for made in (svg, html, table((HOSTILE,), ((HOSTILE, HOSTILE),), HOSTILE)):
        assert "\x1b" not in made and "\u202e" not in made and "<script" not in made


@pytest.mark.slow
def test_a_page_of_200_000_words_is_a_drawing_of_bounded_size() -> None:
    words = tuple(Print(text="W" * 300, box=(at % 500, at % 800, at % 500 + 30, at % 800 + 9), size=9.0)
                  for at in range(200_000))  # fmt: skip
    marks = tuple(
        Mark(kind=FRAMES[at % 4], box=(at % 500, at % 700, at % 500 + 40.5, at % 700 + 10), label="×" * 500, told="")
        for at in range(3_000)
    )
    rows = tuple(Row(tag=str(at), kind=Kind.SAME, title="x" * 80, told=("y" * 80,)) for at in range(2_000))
    ties = tuple(Tie(keyword=BOX, value=(at, at, at + 9, at + 9), kind=Kind.TAKEN) for at in range(3_000))
    many = sheet(words=words, marks=marks, rows=rows, ties=ties, images=(BOX,) * 10_000)
    svg = picture([many])
    assert len(svg) < 1_600_000
    texts = ["".join(each.itertext()) for each in parsed(svg).iter() if each.tag.endswith("text")]
    assert sum(text.startswith("WW") for text in texts) == MOST_WORDS
    assert len(groups(many)) <= 3 * MOST_MARKS
    assert figure(many).count("<tr>") == MOST_ROWS + 1


anywhere = st.floats(allow_nan=True, allow_infinity=True) | st.floats(-50, 900)
rects = st.tuples(anywhere, anywhere, anywhere, anywhere)


@given(
    box=rects, other=rects, kind=st.sampled_from(list(Kind)), size=anywhere,
    page=st.tuples(st.floats(1, 14_400), st.floats(1, 14_400)), angle=st.integers(0, 359),
)  # fmt: skip
@settings(max_examples=150, deadline=None, derandomize=True)
def test_boxes_of_any_kind_give_lengths_that_are_numbers(
    box: tuple[float, float, float, float],
    other: tuple[float, float, float, float],
    kind: Kind,
    size: float,
    page: tuple[float, float],
    angle: int,
) -> None:
    odd = sheet(
        width=page[0], height=page[1], words=(Print(text="mot", box=box, size=size, angle=angle),), images=(other,),
        marks=(Mark(kind=kind, box=box, label="12"), Mark(kind=kind, box=other, label="13")),
        ties=(Tie(keyword=box, value=other, kind=Kind.TAKEN), Tie(keyword=other, value=box, kind=Kind.SAME)),
        rows=(Row(tag="1", kind=kind, title="x"),) if kind is not Kind.KEYWORD else (),
    )  # fmt: skip
    svg = picture([odd])
    assert_it_is_only_a_drawing(svg)
    assert "nan" not in svg and "inf" not in svg
    numbers = [float(each) for each in re.findall(r"(?<![\w#.])-?\d+(?:\.\d+)?", svg.partition("<rect")[2])]
    assert max(map(abs, numbers)) < 40_000


@pytest.mark.parametrize(
    ("angle", "turned"),
    [(0, None), (90, "rotate(-90 "), (180, "rotate(180 "), (270, "rotate(90 "), (45, "rotate(-45 ")],
)
def test_words_stand_as_they_are_printed(angle: int, turned: str | None) -> None:
    svg = picture([sheet(words=(Print(text="Facture", box=BOX, size=9.0, angle=angle),))])
    [word] = [each for each in parsed(svg).iter() if each.text == "Facture"]
    assert (word.get("transform") or "").startswith(turned or "")
    assert (word.get("transform") is None) == (turned is None)


def test_a_word_fills_its_box() -> None:
    [word] = [each for each in parsed(picture([sheet(words=(Print(text="Total", box=BOX, size=9.0),))])).iter()
              if each.text == "Total"]  # fmt: skip
    assert (word.get("x"), word.get("textLength"), word.get("font-size")) == ("100", "60", "9")
    assert 100 < float(word.get("y") or 0) < 112


def signature(kind: Kind) -> object:
    """Return what a mark looks like where no colour is seen."""
    shapes = [each for each in sample(kind, BOX).shapes if isinstance(each, Path)]
    return [(len(each.points), each.closed, each.dash is not None, each.width, each.fill) for each in shapes]


def test_marks_are_told_apart_without_colour() -> None:
    looks = [signature(kind) for kind in Kind]
    assert all(look not in looks[:at] for at, look in enumerate(looks))


def test_labels_are_told_apart_without_colour() -> None:
    marks = [Mark(kind=kind, box=BOX, label="7") for kind in Kind if kind is not Kind.KEYWORD]
    looks = []
    for mark in marks:
        edge, caption = tag(mark.kind, mark.label, 0, 0).shapes
        assert isinstance(edge, Path) and isinstance(caption, Caption)
        looks.append((len(edge.points), edge.dash is not None, caption.colour == "#ffffff"))
    assert looks[0] == (4, False, True)  # taken: full
    assert looks[3] == (4, True, False)  # set aside: dashed
    assert looks[4] == (6, False, False)  # a warning: pointed


def test_every_colour_can_be_read_on_paper() -> None:
    def light(told: str) -> float:
        parts = [int(told[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert {kind: round(1.05 / (light(told) + 0.05), 1) for kind, told in COLOURS.items() if
            1.05 / (light(told) + 0.05) < 4.5} == {}  # fmt: skip


def test_a_tie_goes_from_the_keyword_to_the_value_and_never_through_the_row() -> None:
    keyword, value, between = (50.0, 100.0, 90.0, 110.0), (300.0, 100.0, 350.0, 110.0), (150.0, 100.0, 200.0, 110.0)
    tie = Tie(keyword=keyword, value=value, kind=Kind.TAKEN)
    for others in ((), (Mark(kind=Kind.TAKEN, box=between),)):
        [drawn] = [each for each in groups(sheet(marks=others, ties=(tie,))) if len(each.shapes) > 1]
        lines = [point for shape in drawn.shapes if isinstance(shape, Path) for point in shape.points]
        assert min(x for x, _ in lines) == 90 and abs(max(x for x, _ in lines) - 302) < 5
        assert all(y >= 110 for x, y in lines if 91 < x < 295)


def test_lines_grow_with_the_page() -> None:
    assert scale_of(595, 842) == 1.0
    assert math.isclose(scale_of(8420, 1000), 10.0)
