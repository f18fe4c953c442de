"""Documents of an odd structure: read twice, they give the same document, or the same typed error."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chorus_ocr
from chorus_ocr import ChorusOcrError, Document, Limits, Report
from reading.pdfs import HELVETICA, IMAGE, draw, stream, text, write

BOUNDED = Limits(objects=20_000, words=2_000)

fuzzed = settings(derandomize=True, deadline=None, max_examples=60)

numbers = st.one_of(
    st.integers(-3, 900).map(str),
    st.sampled_from(
        ["0", "-0", "1e9", "1e400", "nan", "inf", "-inf", "3.4e38", "-3.4e38", ".", "--5", "0x10", "9" * 60, "null"]
    ),
    st.floats(allow_nan=False, width=32).map(lambda value: f"{value:f}"),
)
boxes = st.lists(numbers, min_size=0, max_size=6).map(lambda sides: f"[{' '.join(sides)}]")
texts = st.sampled_from(
    ["SIRET client : 110 002 011 00044", "Facture n° F-12", "Total TTC : 1 200,00 €", "TVA 20 % : 200,00", "é\x00\xff",
     "A" * 300, " ", "SIRET", "1" * 90, "((((", ". . . . . ."]
)  # fmt: skip
names = st.sampled_from(
    ["/Page", "/Pages", "/Catalog", "/Font", "/None", "3 0 R", "(text)", "null", "[]", "<< >>", "7"]
)
references = st.integers(1, 14).map(lambda number: f"{number} 0 R")
OPERATORS = (
    "q", "Q", "cm", "re", "f", "S", "W", "n", "BT", "ET", "Tf", "Tm", "Td", "TJ", "Tj", "Tr", "Tz", "Tc", "Ts", "gs",
    "rg", "k", "sc", "Do", "sh", "BI", "ID", "EI", "BMC", "BDC", "EMC", "d0", "d1", "'",
)  # fmt: skip


@st.composite
def operators(draw_: st.DrawFn) -> str:
    """Operators of a content stream, in and out of place, with operands and without."""
    set_text = st.builds(
        text, texts, st.integers(-900, 900), st.integers(-900, 900), size=st.sampled_from([12, 0, -7, 0.01, 900, 1e30]),
        turn=st.lists(numbers, min_size=4, max_size=4).map(" ".join) | st.just("1 0 0 1"),
    )  # fmt: skip
    loose = st.builds(
        lambda operands, operator: " ".join([*operands, operator]) + "\n",
        st.lists(numbers | st.sampled_from(["/F1", "/X1", "(a)", "<61", "[", "]", "<<", ">>"]), max_size=6),
        st.sampled_from(OPERATORS),
    )
    return "".join(draw_(st.lists(set_text | loose | st.just("/X1 Do\n"), max_size=12)))


@st.composite
def pages(draw_: st.DrawFn) -> bytes:
    """Well-formed files whose pages, boxes, fonts and forms are not."""
    font = draw_(
        st.sampled_from([HELVETICA,
                         "/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [3 0 R]",
                         "/Type /Font /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /CharProcs << >> /Encoding 3 0 R",
                         "/Type /Font /Subtype /TrueType /BaseFont /Invented /FirstChar 999 /LastChar -9 /Widths [1 2]",
                         "/Type /Font", ""])
    )  # fmt: skip
    entries = {
        "/Rotate": numbers | names,
        "/CropBox": boxes | references,
        "/MediaBox": boxes | references,
        "/UserUnit": numbers,
        "/Annots": references,
        "/Parent": references,
    }
    chosen = draw_(st.lists(st.sampled_from(sorted(entries)), unique=True, max_size=4))
    page = " ".join(f"{name} {draw_(entries[name])}" for name in chosen)
    # A form may paint another one, or itself, once: painting twice, it would ask the engine for a million forms.
    forms = {
        100 + at: stream(
            f"/Type /XObject /Subtype /Form /BBox {draw_(boxes)} /Matrix {draw_(boxes)} "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << /X1 {draw_(st.integers(100, 103))} 0 R >> >>",
            (draw_(operators()).replace("/X1 Do\n", "") + "/X1 Do").encode("latin-1"),
        )
        for at in range(3)
    }
    return draw(
        *draw_(st.lists(operators(), min_size=1, max_size=4)),
        media_box=None if "/MediaBox" in chosen else (0, 0, 595, 842),
        page=page,
        resources="/XObject << /X1 100 0 R /X2 103 0 R >>",
        font=font,
        to_unicode=draw_(st.none() | st.dictionaries(st.integers(0, 255), st.text(min_size=1, max_size=3), max_size=5)),
        objects={**forms, 103: IMAGE},
    )


@st.composite
def trees(draw_: st.DrawFn) -> bytes:
    """Files whose objects refer to each other in any way, or to nothing, with a spoilt table of places."""
    kids = st.lists(references, max_size=4).map(lambda each: f"[{' '.join(each)}]")
    values = st.one_of(references, names, numbers, boxes, kids)
    keys = st.sampled_from(["/Type", "/Kids", "/Count", "/Parent", "/MediaBox", "/Rotate", "/Contents", "/Resources",
                            "/Root", "/Pages", "/Names", "/AcroForm", "/Length", "/Filter"])  # fmt: skip
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids {draw_(kids)} /Count {draw_(numbers)} >>".encode(),
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        4: stream("", draw_(operators()).encode("latin-1")),
        5: f"<< {HELVETICA} >>".encode(),
    }
    for number in draw_(st.lists(st.integers(1, 14), max_size=8)):
        entries: Mapping[str, str] = draw_(st.dictionaries(keys, values, max_size=5))
        objects[number] = f"<< {' '.join(f'{key} {value}' for key, value in entries.items())} >>".encode()
    data = write(objects)
    for _ in range(draw_(st.integers(0, 2))):
        at = draw_(st.integers(max(data.rfind(b"xref\n0"), 0), len(data) - 1))
        data = data[:at] + draw_(st.sampled_from([b"", b"9", b"0", b"\xff", b"\n"])) + data[at + 1 :]
    return data


def read(data: bytes, **arguments: Any) -> Document | tuple[object, ...]:
    try:
        return chorus_ocr.read(data, limits=BOUNDED, **arguments)
    except ChorusOcrError as error:
        return (type(error), *error.args)


def scan(data: bytes) -> Report | tuple[object, ...]:
    try:
        return chorus_ocr.scan(data, limits=BOUNDED)
    except ChorusOcrError as error:
        return (type(error), *error.args)


def holds(data: bytes, scopes: Sequence[str] = ("first-three", "first-and-last-two", "all")) -> None:
    report = scan(data)
    assert report == scan(data)
    if isinstance(report, Report):
        assert report.document == read(data)
        report.to_json().encode()
    for scope in scopes:
        document = read(data, pages=scope)
        assert document == read(data, pages=scope)
        for page in document.pages if isinstance(document, Document) else ():
            assert 0 < page.width < float("inf") and 0 < page.height < float("inf")
            for table in (page.words, page.off_page):
                for row in range(len(table)):
                    assert all(abs(side) < float("inf") for side in (*table.box(row), table.size[row]))
                    assert table.text[row]


@pytest.mark.slow
@fuzzed
@given(data=pages())
def test_odd_pages_give_a_result_or_a_typed_error(data: bytes) -> None:
    holds(data, ("all",))


@pytest.mark.slow
@fuzzed
@given(data=trees())
def test_odd_trees_give_a_result_or_a_typed_error(data: bytes) -> None:
    holds(data)


@fuzzed
@given(tail=st.binary(max_size=400), head=st.binary(max_size=60))
def test_noise_gives_a_result_or_a_typed_error(tail: bytes, head: bytes) -> None:
    holds(head + b"%PDF-1.7\n" + tail, ("all",))
