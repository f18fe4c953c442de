"""Words of another engine as a document: cut, placed, evened row by row; what is wrong with them is told."""

import math
import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chorus_ocr
from chorus_ocr import Document, LimitExceeded, Limits, PageScope, PlacedWord, WordsError
from fixtures.make_invoices import INVOICES

A4 = [(595.0, 842.0)]


def test_a_line_is_cut_at_its_spaces_letter_by_letter() -> None:
    [page] = Document.from_words([(1, " N°\u00a012  A\u200b ", 0, 10, 100, 20)], A4, ocr=False).pages
    assert page.words.text == ("N°", "12", "A")
    step = 100 / len(" N°\u00a012  A\u200b ")
    assert page.words.x0 == pytest.approx((step, 4 * step, 8 * step))
    assert page.words.x1 == pytest.approx((3 * step, 6 * step, 9 * step))
    assert set(page.words.top) == {10} and set(page.words.bottom) == {20}
    assert set(page.words.size) == {10}


def test_units_are_those_of_the_resolution() -> None:
    document = Document.from_words([PlacedWord(1, "Total", 300, 600, 450, 640)], [(2480, 3508)], dpi=300, ocr=False)
    page = document.page(1)
    assert (page.width, page.height) == pytest.approx((595.2, 841.92))
    assert page.words.box(0) == pytest.approx((72, 144, 108, 153.6))


def test_words_of_a_row_get_one_foot_and_one_size() -> None:
    # The ink of « sur » is half as high as that of « Qté », and the second row climbs by half of its height.
    ink = [
        (1, "sur", 10, 102, 30, 107), (1, "Qté", 40, 100, 60, 109), (1, "1 200,00", 300, 100, 350, 109),
        *((1, "Montant", 10 + 60 * at, 150 - at, 50 + 60 * at, 157 - at) for at in range(5)),
    ]  # fmt: skip
    words = Document.from_words(ink, A4).page(1).words
    assert words.text == ("sur", "Qté", "1", "200,00", *["Montant"] * 5)
    for row in (range(4), range(4, 9)):
        assert len({(words.top[at], words.bottom[at], words.size[at]) for at in row}) == 1
    assert words.size[0] == pytest.approx(10, rel=0.1) and words.bottom[0] == pytest.approx(109, abs=0.5)
    assert words.x0[:2] == (10, 40)


def test_two_rows_stay_two() -> None:
    ink = [(1, "Total", 10, 100, 40, 108), (1, "TVA", 10, 110, 40, 118), (1, "12,00", 200, 101, 230, 109)]
    words = Document.from_words(ink, A4).page(1).words
    assert words.bottom[0] == words.bottom[2] < words.bottom[1]


def test_a_scan_recognised_elsewhere_is_read_and_the_portal_reads_nothing_of_it() -> None:
    ink = [(1, "FACTURE N° F-1", 50, 50, 150, 60), (1, "SIRET client : 110 002 011 00044", 50, 80, 250, 90)]
    report = chorus_ocr.recognize(Document.from_words(ink, A4, file_name="scan.pdf"))
    assert report.prefill.siret_destinataire == "11000201100044"
    assert [(each.code, each.page) for each in report.warnings if each.severity == "blocking"][:1] == [("DOC05", 1)]
    assert "DOC05" in [each.code for each in report.masked().warnings] and report.masked().document.ocr
    plain = chorus_ocr.recognize(Document.from_words(ink, A4, ocr=False))
    assert plain.prefill == report.prefill and "DOC05" not in [each.code for each in plain.warnings]


@pytest.mark.parametrize("name", ["inline_labels", "two_columns", "works_situation", "overseas"])
def test_the_words_of_a_pdf_give_what_the_pdf_gives(name: str) -> None:
    whole = chorus_ocr.read(INVOICES / f"{name}.pdf")
    words = [
        (page.number, word.text, *word.box)
        for page in whole.pages
        for word in (page.words[row] for row in range(len(page.words)))
    ]
    sizes = [(page.width, page.height) for page in whole.pages]
    again = chorus_ocr.recognize(Document.from_words(words, sizes, ocr=False))
    assert again.prefill == chorus_ocr.recognize(whole).prefill


def test_the_scope_is_that_of_a_reading() -> None:
    words = [(number, f"mot{number} fin", 10, 10, 60, 20) for number in range(1, 7)]
    document = Document.from_words(words, A4 * 6, byte_size=12, file_name="a.pdf")
    assert [page.number for page in document.pages] == [1, 2, 3] and document.page_count == 6
    assert [(page.number, page.text) for page in document.beyond_scope] == [
        (4, "mot4 fin"), (5, "mot5 fin"), (6, "mot6 fin"),
    ]  # fmt: skip
    last = Document.from_words(words, A4 * 6, scope=PageScope("first-and-last-two"))
    assert [page.number for page in last.pages] == [1, 5, 6]
    assert (document.byte_size, document.file_name, document.ocr) == (12, "a.pdf", True)
    assert pickle.loads(pickle.dumps(document)) == document


def test_words_off_the_page_take_no_part() -> None:
    page = Document.from_words([(1, "dehors", 600, 10, 640, 20), (1, "dedans", 10, 10, 40, 20)], A4).page(1)
    assert (page.off_page.text, page.words.text) == (("dehors",), ("dedans",))


def test_every_fault_is_told() -> None:
    wrong: list[Any] = [
        (0, "a", 0, 0, 1, 1), (2, "a", 0, 0, 1, 1), (True, "a", 0, 0, 1, 1), (1, None, 0, 0, 1, 1),
        (1, "a", 0, math.nan, 1, 1), (1, "a", 0, 0, "1", 1), (1, "a", 0, 0, 1e300, 1),
        (1, "a", 5, 0, 1, 1), (1, "a"), (1, "ok", 0, 0, 1, 1),
    ]  # fmt: skip
    with pytest.raises(WordsError) as raised:
        Document.from_words(wrong, [(595, -842)])
    assert raised.value.faults == (
        "page 1: its size is (595, -842), not a width and a height over 0",
        "word 0: its page is 0, and there are 1",
        "word 1: its page is 2, and there are 1",
        "word 2: its page is True, and there are 1",
        "word 3: its text is None",
        "word 4: its box is (0, nan, 1, 1), not four numbers",
        "word 5: its box is (0, 0, '1', 1), not four numbers",
        "word 6: its box is (0, 0, 1e+300, 1), not four numbers",
        "word 7: its box (5, 0, 1, 1) ends before it begins",
        "word 8: it has 2 parts, not 6: page, text, x0, top, x1, bottom",
    )
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)
    with pytest.raises(WordsError, match=r"word 19: .*; and 981 more$"):
        Document.from_words([(9, "a", 0, 0, 1, 1)] * 1001, A4)
    with pytest.raises(WordsError, match="at least one page"):
        Document.from_words([], [])


def test_what_is_no_resolution_and_no_scope_is_refused() -> None:
    for dpi in (0, -72, math.inf, math.nan):
        with pytest.raises(ValueError, match="dpi is a positive number"):
            Document.from_words([], A4, dpi=dpi)
    with pytest.raises(TypeError, match="dpi is a number, not str"):
        Document.from_words([], A4, dpi="300")  # type: ignore[arg-type] # the mistake is the test
    with pytest.raises(ValueError, match="first-thre"):
        Document.from_words([], A4, scope="first-thre")  # type: ignore[arg-type] # the same


def test_limits_hold() -> None:
    words = [(1, "mot", 0, 0, 10, 10)] * 3
    for limits, name in ((Limits(words=2), "words"), (Limits(characters=8), "characters"), (Limits(pages=1), "pages")):
        with pytest.raises(LimitExceeded) as raised:
            Document.from_words(words, A4 * 2, limits=limits)
        assert raised.value.limit == name
    assert len(Document.from_words(words, A4, limits=Limits(words=3)).page(1).words) == 3


numbers = st.floats(-2000, 5000) | st.integers(-10, 900) | st.sampled_from([0, 1e-300, -1e9])
boxes = st.tuples(numbers, numbers, numbers, numbers).map(
    lambda box: (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))
)
placed = st.builds(
    lambda page, text, box: (page, text, *box), st.integers(1, 3), st.text(max_size=20), boxes
)  # fmt: skip


@given(st.lists(placed, max_size=40), st.booleans())
@settings(max_examples=100)
def test_any_words_make_a_document_that_can_be_recognised(
    words: list[tuple[int, str, float, float, float, float]], ocr: bool
) -> None:
    document = Document.from_words(words, A4 * 3, ocr=ocr)
    for page in document.pages:
        own = [word for word in words if word[0] == page.number]
        said = sorted([*page.words.text, *page.off_page.text])
        assert said == sorted(cut(" ".join(word[1] for word in own)))
        assert all(map(math.isfinite, (*page.words.x0, *page.words.bottom, *page.words.size)))
    chorus_ocr.recognize(document)


def cut(text: str) -> list[str]:
    """Return the words of a text as a reader cuts them."""
    from chorus_ocr.reading.words import spans, texts

    return [word for word in texts(text, spans(text)) if word]


def test_the_rows_of_a_page_of_many_words_are_found_at_once() -> None:
    # Every word asks only those that stand about as high: all of twenty thousand would take minutes.
    words = [(1, "mot", at % 50 * 11, at // 50 * 2, at % 50 * 11 + 10, at // 50 * 2 + 1.5) for at in range(20_000)]
    table = Document.from_words(words, [(595, 842)]).page(1).words
    assert len(table) == 20_000 and len(set(table.bottom)) == 400
