"""The VAT and its breakdown, its regime and the mentions about it.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

from decimal import Decimal

import pytest

from chorus_ocr import LigneTva, TypeTva
from pages import CHAR, page
from recognition.seen import TITLE, Line, amounts, fields, fields_of, printed, set_in, several, value


@pytest.mark.parametrize(
    ("tax", "want"),
    [("Taxe sur la valeur ajoutée (20 %)", Decimal("200.00")), ("Taxe sur les conventions d'assurance (20 %)", None)],
)
def test_only_the_tax_on_added_value_is_vat(tax: str, want: Decimal | None) -> None:
    seen = fields(
        TITLE,
        "",
        [(250, "Total HT"), (500, "1 000,00 €")],
        [(250, tax), (500, "200,00 €")],
        [(250, "Total TTC"), (500, "1 200,00 €")],
    )
    assert amounts(seen) == (Decimal("1000.00"), want, Decimal("1200.00"))
    assert (value(seen, "lignes_tva") is None) == (want is None)


def test_an_insurance_tax_of_nine_percent_is_no_vat() -> None:
    seen = fields(TITLE, "", "Taxe sur les conventions d'assurance (9 %) 563,45 €", "Total TTC 6 824,01 €")
    assert amounts(seen) == (None, None, Decimal("6824.01"))
    assert value(seen, "lignes_tva") is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Montant soumis à TVA 20,00 % 252,40", "Montant T.V.A. 20,00 % 50,48"),
        (
            [(300, "Montant soumis à TVA 20,00 %"), (480, "252,40")],
            [(300, "Montant T.V.A. 20,00 %"), (480, "50,48")],
        ),
    ],
)
def test_the_amount_subject_to_vat_is_not_the_vat(lines: tuple[Line, ...]) -> None:
    assert value(fields(TITLE, "", *lines), "montant_tva") == Decimal("50.48")
    alone = fields(TITLE, "", lines[0])
    assert value(alone, "montant_tva") is None
    assert value(alone, "lignes_tva") is None


def test_an_amount_that_touches_a_sentence_is_no_vat() -> None:
    seen = fields(TITLE, "", [(40, "TVA 5,5 %"), (250, "41,76 € de plus que prévu"), (480, "50,01 €")])
    assert value(seen, "lignes_tva") is None


def test_a_rate_in_a_header_is_no_amount_of_vat() -> None:
    head: list[tuple[float, str]] = [(40, "TVA 20,00"), (140, "Total HT"), (240, "Total TTC")]
    row: list[tuple[float, str]] = [(40, "100,00"), (140, "500,00"), (240, "600,00")]
    assert value(fields("FACTURE N° F2026-0901", "", head, row), "montant_tva") == Decimal("100.00")
    assert value(fields("FACTURE N° F2026-0901", "", [(40, "TVA 20,00")]), "montant_tva") == Decimal("20.00")


def test_a_row_of_the_breakdown_may_name_its_columns_or_leave_out_the_sign_of_the_rate() -> None:
    named: Line = [(40, "T1 TVA"), (100, "5,5 %"), (150, "BASE"), (200, "486,24"), (260, "TVA"), (300, "26,74")]
    bare: Line = [(40, "TVA 10,00"), (150, "300,00"), (260, "30,00")]
    wrong: Line = [(40, "TVA 10,00"), (150, "300,00"), (260, "31,00")]
    first = LigneTva(taux=Decimal("5.5"), base_ht=Decimal("486.24"), montant=Decimal("26.74"))
    second = LigneTva(taux=Decimal("10.00"), base_ht=Decimal("300.00"), montant=Decimal("30.00"))
    assert value(fields(TITLE, "", named, bare), "lignes_tva") == (first, second)
    assert value(fields(TITLE, "", wrong), "lignes_tva") is None


def test_an_exempt_row_under_the_rates_belongs_to_the_breakdown() -> None:
    rows: list[Line] = [
        [(40, "TVA 8,50 %"), (250, "14 784,85"), (340, "1 256,71")],
        [(40, "Exonéré (art. 261 CGI) 0,00 %"), (250 + 3 * CHAR, "450,00"), (340 + 4 * CHAR, "0,00")],
    ]
    seen = value(fields(TITLE, "", *rows), "lignes_tva")
    assert seen == (
        LigneTva(taux=Decimal("8.50"), base_ht=Decimal("14784.85"), montant=Decimal("1256.71")),
        LigneTva(taux=Decimal(0), base_ht=Decimal("450.00"), montant=Decimal("0.00")),
    )


@pytest.mark.parametrize(
    "line",
    [
        [(40, "Base TVA 20 %"), (200, "100,00")],
        [(40, "Total HT soumis à TVA 20 %"), (200, "100,00")],
        "TVA 20 % incluse : 1 200,00 €",
    ],
)
def test_a_base_of_vat_or_a_price_with_it_is_not_its_amount(line: Line) -> None:
    assert several(("montant_tva", "lignes_tva"), TITLE, "", line) == (None, None)


@pytest.mark.parametrize(
    "lines",
    [
        ([(40, "TVA 20 %"), (120, "TVA"), (170, "20,00"), (260, "BASE"), (320, "100,00")],),
        ([(40, "Base"), (140, "TVA %"), (240, "TVA €")], [(40, "100,00"), (140, "20,00"), (240, "20,00")]),
    ],
)
def test_a_row_that_names_base_and_tax_is_read_in_any_order(lines: tuple[Line, ...]) -> None:
    row = LigneTva(taux=Decimal(20), base_ht=Decimal("100.00"), montant=Decimal("20.00"))
    assert printed("lignes_tva", TITLE, "", *lines) == (row,)


def test_a_caption_of_vat_between_two_amounts_is_read_with_its_own() -> None:
    stack: list[Line] = [
        [(300, text)] for text in ("Total HT", "1 460,00 €", "TVA 20 %", "292,00 €", "Total TTC", "1 752,00 €")
    ]
    assert several(("montant_ht", "montant_tva", "montant_ttc"), TITLE, "", *stack) == (
        Decimal("1460.00"),
        Decimal("292.00"),
        Decimal("1752.00"),
    )


@pytest.mark.parametrize("lead", ["Montant", "Total"])
def test_a_base_that_names_its_rate_is_no_tax(lead: str) -> None:
    line: Line = [(40, f"{lead} HT à 20 % de TVA"), (300, "100,00")]
    assert several(("montant_tva", "montant_ht"), TITLE, "", line) == (None, None)


HEADER: Line = [(40, "Taux TVA"), (200, "Base HT"), (300, "Montant TVA")]


def breakdown(*rows: Line) -> object:
    return printed("lignes_tva", "FACTURE N° F2026-0817", "", HEADER, *rows)


def test_the_totals_under_the_breakdown_are_no_row_of_it() -> None:
    seen = breakdown(
        [(40, "20,00 %"), (200, "16,67"), (300, "3,33")],
        [(40, "16,67"), (200, "3,33"), (300, "20,00")],
    )
    assert seen == (LigneTva(taux=Decimal(20), base_ht=Decimal("16.67"), montant=Decimal("3.33")),)


def test_nor_are_those_under_headers_of_their_own() -> None:
    seen = breakdown(
        [(40, "20,00"), (200, "5,00"), (300, "1,00")],
        [(40, "2,10"), (200, "5,00"), (300, "0,11")],
        "",
        [(40, "Total HT"), (200, "Total TVA"), (300, "Total TTC")],
        [(40, "10,00"), (200, "1,11"), (300, "11,11")],
    )
    assert seen == (
        LigneTva(taux=Decimal(20), base_ht=Decimal(5), montant=Decimal(1)),
        LigneTva(taux=Decimal("2.1"), base_ht=Decimal(5), montant=Decimal("0.11")),
    )


def test_a_bare_rate_of_the_law_is_one() -> None:
    seen = breakdown([(40, "5,50"), (200, "1 000,00"), (300, "55,00")])
    assert seen == (LigneTva(taux=Decimal("5.5"), base_ht=Decimal(1000), montant=Decimal(55)),)


def test_a_label_of_another_field_over_the_breakdown_heads_no_column_of_it() -> None:
    row: Line = [(40, "TVA 20 % sur 1 000,00 € :"), (200, "200,00 €")]
    for label in ("Marché n° :", "Engagement :"):
        seen = printed("lignes_tva", "FACTURE N° F2026-0817", [(40, label), (200, "2026M01")], row)
        assert seen == (LigneTva(taux=Decimal(20), base_ht=Decimal(1000), montant=Decimal(200)),), label


@pytest.mark.parametrize(("print_", "regime"), [("sans TVA", TypeTva.SANS_TVA), ("exonération", TypeTva.EXONERATION)])
def test_a_regime_without_vat_is_told_by_its_label(print_: str, regime: TypeTva) -> None:
    assert printed("type_tva", f"Régime de TVA : {print_}") is regime
    assert printed("motif_exoneration", f"Régime de TVA : {print_}") is None


@pytest.mark.parametrize("line", ["Prix sans TVA", "Régime de TVA : sans TVA sur les ports", "Exonération demandée"])
def test_words_without_their_label_are_no_regime(line: str) -> None:
    assert printed("type_tva", line) is None


def test_a_mention_does_not_go_on_with_the_value_of_a_label_under_it() -> None:
    mention = "TVA non applicable, art. 293 B du CGI"
    seen = printed(
        "motif_exoneration",
        "FACTURE N° F2026-0817",
        [(300, mention)],
        [(40, "Mode de paiement :"), (300, "virement")],
    )
    assert seen == mention


def test_it_goes_on_with_the_rest_of_its_sentence() -> None:
    seen = printed("motif_exoneration", "FACTURE N° F2026-0817", [(300, "TVA non applicable,")], [(300, "art. 293 B")])
    assert seen == "TVA non applicable, art. 293 B"


def test_a_numbered_form_has_headers_of_a_vat_table() -> None:
    seen = printed(
        "lignes_tva",
        "FACTURE N° F2026-0813",
        "",
        [
            (40, "14. Montant HT (€)"),
            (170, "15. Taux de TVA"),
            (300, "16. Montant de la TVA (€)"),
            (450, "17. Total TTC"),
        ],
        [(40, "17491,14"), (170, "20%"), (300, "3498,23"), (450, "20989,37")],
    )
    assert isinstance(seen, tuple)
    [line] = seen
    assert (line.taux, line.base_ht, line.montant) == (Decimal(20), Decimal("17491.14"), Decimal("3498.23"))


def test_in_a_form_of_boxes_a_figure_may_stand_at_the_other_end_of_its_box() -> None:
    seen = fields(
        [(30, "CODE TVA"), (88, "TAUX"), (145, "BASE H.T."), (230, "MONTANT T.V.A."), (420, "TOTAL H.T."),
         (500, "TOTAL T.T.C.")],
        [(54, "3"), (116, "20,00"), (192, "7577,52"), (272, "1515,50")],
        [(440, "7577,52"), (530, "9093,02")],
    )  # fmt: skip
    row = LigneTva(taux=Decimal(20), base_ht=Decimal("7577.52"), montant=Decimal("1515.50"))
    assert value(seen, "lignes_tva") == (row,)


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ([(265, "450,00"), (360, "0,00")], True),
        ([(265, "450,00")], False),  # no tax beside it
        ([(265, "0,00"), (360, "0,00")], False),  # nothing is exempt
        ([(265, "450,00"), (360, "12,00")], False),
        ([(150, "450,00"), (360, "0,00")], False),  # not in the column of the bases
    ],
)
def test_a_row_of_a_rate_of_zero_has_a_base_and_no_tax(row: list[tuple[float, str]], read: bool) -> None:
    rated: Line = [(40, "TVA 8,50 %"), (250, "14 784,85"), (340, "1 256,71")]
    first = LigneTva(taux=Decimal("8.50"), base_ht=Decimal("14784.85"), montant=Decimal("1256.71"))
    exempt = LigneTva(taux=Decimal(0), base_ht=Decimal("450.00"), montant=Decimal("0.00"))
    seen = printed("lignes_tva", TITLE, "", rated, [(40, "Exonéré 0,00 %"), *row])
    assert seen == ((first, exempt) if read else (first,))


@pytest.mark.parametrize(("tax", "want"), [("1.234,00", Decimal("1234.00")), ("1.234", None)])
def test_a_tax_that_may_be_two_amounts_is_none(tax: str, want: Decimal | None) -> None:
    seen = fields(TITLE, [(40, "TVA 20 %"), (200, tax)])
    assert value(seen, "montant_tva") == want
    assert (value(seen, "lignes_tva") is None) == (want is None)


TAX = (LigneTva(taux=Decimal(20), base_ht=None, montant=Decimal("292.00")),)


@pytest.mark.parametrize(
    ("under", "want"),
    [
        ([(300, "20 %")], TAX),
        ([(300, "20 % )")], TAX),
        ([(340, "20 %")], None),  # not flush with the label
        ([(300, "20 %"), (480, "18,00")], None),  # a row of its own
        ([(300, "20 % de remise")], None),
    ],
)
def test_the_rate_may_stand_alone_under_a_narrow_label(under: Line, want: object) -> None:
    assert printed("lignes_tva", TITLE, [(300, "TVA"), (480, "292,00 €")], under) == want


@pytest.mark.parametrize(
    ("over", "size", "want"),
    [
        ([(300, "292,00 €")], 7.0, TAX),
        ([(300, "292,00 €")], 12.0, None),  # in larger type than the amount it is no caption
        ([(230, "Total HT"), (300, "292,00 €")], 7.0, None),  # the amount of the label before it
        ([(300, "292,00 € de remise")], 7.0, None),
    ],
)
def test_a_caption_in_small_type_stands_under_its_amount(over: Line, size: float, want: object) -> None:
    drawn = set_in(page(TITLE, "", over, [(300, "TVA 20 %")]), 3, size)
    assert value(fields_of(drawn), "lignes_tva") == want


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("20 % de TVA : 292,00 €", TAX),
        ("10 % de remise, 20 % de TVA : 292,00 €", TAX),
        ("20 % remise TVA : 292,00 €", None),
    ],
)
def test_the_rate_right_before_the_word_is_that_of_the_vat(line: str, want: object) -> None:
    assert printed("lignes_tva", TITLE, line) == want


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        (("TVA non applicable,", "art. 293 B du", "CGI."), "TVA non applicable, art. 293 B du CGI"),
        (
            ("TVA non applicable,", "art. 293 B du", "CGI et de la", "suite qui n'en finit pas"),
            "TVA non applicable, art. 293 B du CGI et de la",
        ),
    ],
)
def test_a_mention_runs_over_three_lines_at_most(lines: tuple[str, ...], want: str) -> None:
    assert printed("motif_exoneration", TITLE, *lines) == want
