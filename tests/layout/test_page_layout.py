"""Words become lines and cells: columns stay apart, what belongs together is joined."""

from dataclasses import replace
from typing import Any

import pytest

from chorus_ocr.layout import CellSpan, PageLayout, lay_out
from chorus_ocr.reading.document import Box, Fill, Page, WordTable
from pages import CHAR, SIZE, page


def cells(layout: PageLayout) -> list[list[str]]:
    return [[layout.text[cell] for cell in line] for line in layout.lines]


def test_a_wide_gap_ends_a_cell_and_a_space_does_not() -> None:
    layout = lay_out(page([(40, "Total HT"), (300, "1 227,51 €")]))
    assert cells(layout) == [["Total HT", "1 227,51 €"]]


def test_two_spaces_part_columns_in_typewriter_print() -> None:
    # 5 points a character: "AB" ends at 50, two spaces later "CD" starts at 60.
    assert cells(lay_out(page([(40, "AB"), (40 + 4 * CHAR, "CD")]))) == [["AB", "CD"]]
    assert cells(lay_out(page("AB CD"))) == [["AB CD"]]


def test_justified_prose_stays_one_cell() -> None:
    assert cells(lay_out(page([(40, "payable"), (40 + 10 * CHAR, "sous")]))) == [["payable sous"]]
    assert cells(lay_out(page([(40, "payable"), (40 + 10 * CHAR, "Sous")]))) == [["payable", "Sous"]]


def test_a_number_after_an_amount_starts_a_column_however_near() -> None:
    assert cells(lay_out(page("2 246,91 euros 13 481,46 euros"))) == [["2 246,91 euros", "13 481,46 euros"]]
    assert cells(lay_out(page("EUR 1 234,56"))) == [["EUR 1 234,56"]]
    assert cells(lay_out(page("20,00 % 1 234,56"))) == [["20,00 %", "1 234,56"]]


def test_a_colon_joins_its_label_across_a_gap() -> None:
    assert cells(lay_out(page([(40, "Siret"), (40 + 8 * CHAR, ": 12")]))) == [["Siret : 12"]]


def test_columns_that_touch_are_parted_where_the_lines_around_start_a_cell() -> None:
    layout = lay_out(
        page(
            [(40, "Facturation"), (200, "Livraison")],
            [(40, "Université de Haute-"), (40 + 21 * CHAR, "x"), (200, "Université")],
            [(200 - 12 * CHAR, "Bretagne Nord Bretagne Nord")],
            [(40, "1 place"), (200, "1 place")],
        )
    )
    assert cells(layout)[2] == ["Bretagne", "Nord Bretagne Nord"] or cells(layout)[2][-1].startswith("Bretagne")


LABELS: list[tuple[float, str]] = [(40, "SIRET structure publique"), (167, "Service exécutant"), (400, "EJ n°")]
VALUES: list[tuple[float, str]] = [(40, "11934422400058"), (167, "SGFOR2280"), (400, "1484269432")]


def test_a_label_that_fills_its_column_is_parted_from_the_next_by_the_values_under_them() -> None:
    assert cells(lay_out(page(LABELS, VALUES))) == [[text for _, text in LABELS], [text for _, text in VALUES]]
    assert cells(lay_out(page(LABELS)))[0][0] == "SIRET structure publique Service exécutant"


def test_a_value_that_fills_its_column_is_parted_from_the_next_by_the_labels_over_them() -> None:
    labels: list[tuple[float, str]] = [(40, "N° EJ"), (97, "Code service")]
    values: list[tuple[float, str]] = [(40, "4586690607"), (97, "546SCO")]
    assert cells(lay_out(page(labels, values))) == [["N° EJ", "Code service"], ["4586690607", "546SCO"]]
    assert cells(lay_out(page("N° EJ", values)))[1] == ["4586690607 546SCO"]
    assert cells(lay_out(page(labels, "", "", values)))[1:] == [["4586690607 546SCO"]]


def test_at_a_single_space_one_line_parts_no_other() -> None:
    under: list[tuple[float, str]] = [(40, "a"), (40 + 6 * CHAR, "b")]
    assert cells(lay_out(page("Total général", under)))[0] == ["Total général"]


def test_the_groups_of_one_number_are_never_parted() -> None:
    x = 40 + 13 * CHAR + 12 * CHAR  # where « 00044 » starts
    layout = lay_out(page([(40, "a"), (x, "b")], [(40, "SIRET client 110 002 011 00044")], [(40, "a"), (x, "b")]))
    assert cells(layout)[1] == ["SIRET client 110 002 011 00044"]


def test_lines_are_sorted_whatever_the_order_of_the_content_stream() -> None:
    drawn = page("Facture n° F-12", "", [(40, "Total TTC"), (300, "12,00 €")])
    words = drawn.words
    order = list(range(len(words)))[::-1]
    shuffled = WordTable(
        **{name: tuple(getattr(words, name)[row] for row in order) for name in WordTable.__dataclass_fields__}
    )
    assert cells(lay_out(replace(drawn, words=shuffled))) == cells(lay_out(drawn))


def test_print_over_print_is_another_cell() -> None:
    assert cells(lay_out(page([(40, "PROFORMA"), (50, "Total")]))) == [["PROFORMA", "Total"]]


def test_below_and_above_share_a_column_and_right_shares_a_row() -> None:
    layout = lay_out(page([(40, "N° facture"), (200, "Date")], [(40, "F-12"), (200, "12/03/2026")]))
    number, day, value, date = range(4)
    assert layout.below(number, 20) == [value]
    assert layout.below(day, 20) == [date]
    assert layout.above(date, 20) == [day]
    assert layout.right_of(number) == [day]
    assert layout.below(number, 1) == []


def test_the_right_neighbour_may_stand_on_another_baseline() -> None:
    one, other = page([(40, "Net à payer")]), page([(200, "12,00 €")], top=64)
    words = WordTable(
        **{name: getattr(one.words, name) + getattr(other.words, name) for name in WordTable.__dataclass_fields__}
    )
    layout = lay_out(replace(one, words=words))
    label = layout.text.index("Net à payer")
    assert [layout.text[cell] for cell in layout.right_of(label)] == ["12,00 €"]


def test_the_box_of_a_span_covers_its_words_only() -> None:
    layout = lay_out(page("Facture n° F-12 du"))
    assert layout.box(CellSpan(0, 11, 15)) == Box(40 + 11 * CHAR, 60, 40 + 15 * CHAR, 60 + SIZE)


def _with(drawn: Page, **columns: Any) -> Page:
    return replace(drawn, words=replace(drawn.words, **columns))


def test_words_nobody_sees_are_left_out() -> None:
    drawn = page("Facture n° F-12 et plus encore")
    count = len(drawn.words)
    white = _with(drawn, colour=(0xFFFFFFFF, *(0x000000FF,) * (count - 1)))
    assert cells(lay_out(white)) == [["n° F-12 et plus encore"]]
    invisible = _with(drawn, mode=(3, *(0,) * (count - 1)))
    assert cells(lay_out(invisible)) == [["n° F-12 et plus encore"]]
    tiny = _with(drawn, size=(1.0, *(10.0,) * (count - 1)))
    assert cells(lay_out(tiny)) == [["n° F-12 et plus encore"]]


AROUND = Box(30, 50, 200, 80)


def test_white_print_on_a_dark_shape_is_read() -> None:
    drawn = page("Total HT")
    white = _with(drawn, colour=(0xFFFFFFFF,) * 2)
    assert cells(lay_out(white)) == []
    dark, light = Fill(AROUND, 0x000066FF, whole=True), Fill(AROUND, 0xFFFFFFFF, whole=True)
    for fills, is_read in (
        ((dark,), True),
        ((light,), False),
        ((dark, light), False),
        ((light, dark), True),
        ((dark, light._replace(whole=False)), True),
        ((dark, light._replace(colour=0xFFFFFF80)), True),
        ((dark._replace(colour=None),), True),
        ((dark._replace(colour=0xCCCCCCFF),), False),
        ((dark._replace(colour=0xF5A400FF),), True),
        ((dark._replace(colour=0x00006600),), False),
        ((dark._replace(box=Box(300, 50, 400, 80)),), False),
    ):
        assert cells(lay_out(replace(white, fills=fills))) == ([["Total HT"]] if is_read else [])
    assert cells(lay_out(replace(white, fills=(light,), images=(AROUND,)))) == [["Total HT"]]


def test_words_that_are_covered_are_left_out_and_those_that_are_clipped_are_read() -> None:
    drawn = page("Facture n° F-12 et plus encore")
    assert cells(lay_out(replace(drawn, clipped=(0, 1)))) == [["Facture n° F-12 et plus encore"]]
    assert cells(lay_out(replace(drawn, covered=(0, 1)))) == [["F-12 et plus encore"]]
    # A page that hides nearly all of its print has not been scanned.
    assert cells(lay_out(replace(drawn, covered=tuple(range(1, len(drawn.words)))))) == [["Facture"]]


def test_a_hidden_layer_over_a_scan_is_read() -> None:
    drawn = page("Facture n° F-12")
    assert cells(lay_out(_with(drawn, mode=(3, 3, 3)))) == [["Facture n° F-12"]]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_rotated_text_reads_in_its_own_frame(angle: int) -> None:
    upright = page("Facture n° F-12", [(40, "Total"), (300, "12,00 €")])
    words = upright.words
    turned = []
    for row in range(len(words)):
        x0, top, x1, bottom = words.box(row)
        if angle == 90:
            turned.append((top, 842 - x1, bottom, 842 - x0))
        elif angle == 180:
            turned.append((595 - x1, 842 - bottom, 595 - x0, 842 - top))
        else:
            turned.append((595 - bottom, x0, 595 - top, x1))
    table = replace(
        words,
        x0=tuple(box[0] for box in turned),
        top=tuple(box[1] for box in turned),
        x1=tuple(box[2] for box in turned),
        bottom=tuple(box[3] for box in turned),
        angle=(angle,) * len(words),
    )
    layout = lay_out(replace(upright, words=table))
    assert cells(layout) == [["Facture n° F-12"], ["Total", "12,00 €"]]
    assert layout.box(CellSpan(1, 0, 5)) == Box(*turned[3])


def test_a_diagonal_watermark_is_no_text() -> None:
    drawn = page("COPIE Total")
    assert cells(lay_out(_with(drawn, angle=(45, 0)))) == [["Total"]]


def test_an_empty_page_has_no_cells() -> None:
    assert cells(lay_out(Page(number=1, width=595, height=842))) == []
