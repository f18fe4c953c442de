"""Pages made to exhaust recognition: its work grows with the page, not with the square of it.

Counted in lines of Python, not timed.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr.layout import lay_out
from chorus_ocr.layout.cells import MOST_LOOKED_AT
from chorus_ocr.layout.page_layout import LONGEST_CELL
from chorus_ocr.layout.visibility import MOST_BACKGROUNDS, visible_rows
from chorus_ocr.reading.document import Box, Document, Fill, Page, WordTable
from chorus_ocr.recognition.anchors import MOST_ANCHORS
from counting import lines_run
from pages import document, page

COUNT = 1_510
"""Of rows or words: over every bound, so that the next page is twice the work at most."""

MOST_LINES = 10_000_000
"""Run on a page of as many labels as are read, however they are laid: a few seconds' work at the very worst."""

SIRET = "110 002 011 00044"


def work_on(seen: Document) -> int:
    """Return how much a recognition does."""
    return lines_run(lambda: chorus_ocr.recognize(seen))


def placed(words: Sequence[tuple[str, float, float]], *, angle: int = 0, **more: Any) -> Document:
    """Return a page of words at places (x, top), 20 points wide and 10 high."""
    count = len(words)
    table = WordTable(
        text=tuple(text for text, _, _ in words),
        x0=tuple(x for _, x, _ in words),
        top=tuple(top for _, _, top in words),
        x1=tuple(x + 20 for _, x, _ in words),
        bottom=tuple(top + 10 for _, _, top in words),
        size=(10.0,) * count,
        colour=(more.pop("colour", 0xFF),) * count,
        mode=(0,) * count,
        angle=(angle,) * count,
    )
    return Document(pages=(Page(number=1, width=595.0, height=842.0, words=table, **more),), page_count=1)


def turned(count: int) -> Document:
    lines = [("Total", "TTC", ":", f"{row},00") for row in range(count // 4)]
    return placed(
        [(word, 40.0 + 25 * at, 14.0 * row) for row, line in enumerate(lines) for at, word in enumerate(line)], angle=90
    )


PAGES: dict[str, Callable[[int], Document]] = {
    "prose": lambda count: document(*["mot " * 10] * (count // 10)),
    "one line": lambda count: document("mot 12,00 " * count),
    "one line of labels": lambda count: document("FACTURE " * count),
    "one word": lambda count: document("A" * 40 * count),
    "words over each other": lambda count: placed([("mot", 10 + row / 1000, 50) for row in range(count)]),
    "lines over each other": lambda count: placed([("SIRET", 10, 50 + row / 100) for row in range(count)]),
    "half a label on lines over each other": lambda count: placed(
        [("bon", 10, 50 + row / 100) for row in range(count)]
    ),
    "wide table": lambda count: document(*[[(60.0 * at, "mot mot") for at in range(count // 8)]] * 8),
    "wide table of labels": lambda count: document(*[[(60.0 * at, "Total") for at in range(count // 8)]] * 8),
    "SIRETs": lambda count: document(*[f"SIRET : {SIRET}"] * count),
    "SIRETs alone": lambda count: document(*[SIRET] * count),
    "totals": lambda count: document(
        *[(f"Total TTC : {row},00", f"Total HT : {row},00", f"TVA 20 % : {row},00")[row % 3] for row in range(count)]
    ),
    "turned totals": turned,
    "titles": lambda count: document(*["FACTURE"] * count),
    "accounts": lambda count: document(*["IBAN : FR76 3000 6000 0112 3456 7890 189"] * count),
    "white on dark": lambda count: placed(
        [("mot", 10, 12.0 * row) for row in range(count)],
        colour=0xFFFFFFFF,
        fills=tuple(Fill(Box(0, 0, 1 + row / count, 5), 0xFF, whole=True) for row in range(count)),
    ),
    "everything": lambda count: document(
        *[
            (
                f"SIRET : {SIRET}",
                f"Total TTC : {row},00 €",
                f"Facture n° F-{row}",
                "Client",
                f"N° engagement : 4500{row}",
            )[row % 5]
            for row in range(count)
        ]
    ),
}

HEAVY = ("lines over each other", "SIRETs", "totals", "turned totals")


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_twice_the_page_is_twice_the_work_at_most(name: str) -> None:
    chorus_ocr.recognize(document("mot"))  # what is made once and kept is made before
    once, twice = (work_on(PAGES[name](times * COUNT)) for times in (1, 2))
    assert twice < 2.4 * once + 1_000, (once, twice)


@pytest.mark.slow
@pytest.mark.parametrize("name", HEAVY)
def test_the_most_labels_that_are_read_are_bounded_work(name: str) -> None:
    assert work_on(PAGES[name](MOST_ANCHORS)) < MOST_LINES


# The bounds, each at its edge


def test_a_cell_is_read_up_to_its_last_whole_word() -> None:
    whole = " ".join(["12345678"] * (LONGEST_CELL // 9 + 1))
    for count, kept in ((LONGEST_CELL - 1, 111), (len(whole), 111)):
        layout = lay_out(page(whole[:count]))
        assert layout.text == [" ".join(["12345678"] * kept)]
    assert lay_out(page("A" * LONGEST_CELL)).text == ["A" * LONGEST_CELL]
    assert lay_out(page("A" * (LONGEST_CELL + 1))).text == ["…"]
    number = "N° engagement : 4500012345"
    assert chorus_ocr.recognize(document(f"{'x' * (LONGEST_CELL - 10)} {number}")).prefill.numero_engagement is None


def test_on_a_page_of_too_many_labels_none_is_read() -> None:
    number = "N° engagement : 4500012345"
    full = [number, *["Total"] * (MOST_ANCHORS - 1)]
    assert chorus_ocr.recognize(document(*full)).prefill.numero_engagement == "4500012345"
    report = chorus_ocr.recognize(document(*full, "Total"))
    assert report.prefill == chorus_ocr.Prefill()
    assert {decision.status for decision in report.fields.values()} == {"absent"}


def test_so_many_cells_are_looked_at_over_and_under_one() -> None:
    words = [
        ("x", 10.0, 20.0),
        *(("mot", 10.0, 40 + row / 1000) for row in range(2 * MOST_LOOKED_AT)),
        ("y", 10.0, 60.0),
    ]
    layout = lay_out(placed(words).pages[0])
    last = len(layout.text) - 1
    assert len(layout.below(0, 100.0)) <= MOST_LOOKED_AT
    assert len(layout.above(last, 100.0)) <= MOST_LOOKED_AT
    few = lay_out(placed([("x", 10.0, 20.0), ("mot", 10.0, 40.0), ("y", 10.0, 60.0)]).pages[0])
    assert (few.below(0, 100.0), few.above(2, 100.0)) == ([1, 2], [1, 0])
    assert (few.below(0, 100.0, most=1), few.above(2, 100.0, most=1)) == ([1], [1])


def test_light_print_is_looked_for_on_the_largest_shapes() -> None:
    specks = [Fill(Box(500, 800, 501 + at / 10_000, 801), 0xFF, whole=True) for at in range(MOST_BACKGROUNDS)]
    large, small = Fill(Box(0, 0, 300, 100), 0xFF, whole=True), Fill(Box(10, 50, 30.5, 50.5), 0xFF, whole=True)
    for dark, seen in ((large, [0]), (small._replace(box=Box(19, 54, 21, 56)), [0]), (specks[0], [])):
        drawn = placed([("mot", 10, 50)], colour=0xFFFFFFFF, fills=(dark, *specks))
        assert visible_rows(drawn.pages[0]) == seen


def test_a_million_pages_are_told_without_being_listed() -> None:
    seen = Document(pages=document("mot").pages, page_count=10**9)
    [told] = [warning for warning in chorus_ocr.recognize(seen).warnings if warning.code == "DOC07"]
    assert "2-1000000000" in told.message


@pytest.mark.parametrize(("beside", "want"), [(MOST_LOOKED_AT // 2 - 1, "4500012345"), (MOST_LOOKED_AT // 2, None)])
def test_so_many_cells_are_looked_at_in_the_lines_under_a_label(beside: int, want: str | None) -> None:
    crowd = [("mot", x, 40 + row / 1000) for row in range(beside) for x in (300.0, 400.0)]
    drawn = placed([("Engagement", 40, 20), *crowd, ("4500012345", 40, 45)])
    assert chorus_ocr.recognize(drawn).prefill.numero_engagement == want
