"""The totals, among amounts of items, of other invoices, of the law.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from chorus_ocr import CHORUS_PRO, LigneTva, Relation, Status, recognize
from chorus_ocr.layout import lay_out
from chorus_ocr.recognition.anchors import read_page
from chorus_ocr.recognition.columns import header_over
from fixtures.parties import SYLVARDE, spaced
from pages import CHAR, document, page
from recognition.seen import (
    TITLE,
    TOTALS,
    Line,
    amounts,
    fields,
    fields_of,
    printed,
    several,
    spread,
    titled_large,
    value,
    verdicts,
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (3, 0, 1, 2, 4), (2, 4, 3, 0, 1)])
def test_amounts_that_are_evenly_spaced_go_each_to_its_own_header(order: tuple[int, ...]) -> None:
    heads = ("TVA 2,10", "TVA 20,00", "Total TVA", "Total HT", "Total TTC")
    printed = ("8,66", "30,00", "38,66", "562,34", "601,00")
    row = spread(*(printed[at] for at in order), gap=35)
    header = [(x + CHAR * (len(text) - len(heads[at])), heads[at]) for at, (x, text) in zip(order, row, strict=True)]
    seen = fields(TITLE, "", header, row)
    assert amounts(seen) == (Decimal("562.34"), Decimal("38.66"), Decimal("601.00"))


def test_a_justified_sentence_is_no_row_of_amounts() -> None:
    sentence = "Un accord sur le total HT et le total TTC vaut 562,34 euros"
    under = "puis nous avons bien revu ensemble les 601,00 euros du lot"
    lines = [spread(*line.split(" "), gap=12) for line in (sentence, under)]
    assert amounts(fields(TITLE, "", *lines)) == (None, None, None)


TWO_RATES = (
    LigneTva(taux=Decimal("5.50"), base_ht=Decimal("1000.00"), montant=Decimal("55.00")),
    LigneTva(taux=Decimal("20.00"), base_ht=Decimal("500.00"), montant=Decimal("100.00")),
)


RATES: tuple[Line, ...] = (
    [(40, "TTC EUR"), (160, "TVA EUR"), (280, "Taux %"), (400, "HT EUR")],
    [(40, "1 055,00"), (160, "55,00"), (280, "5,50"), (400, "1 000,00")],
    [(40, "600,00"), (160, "100,00"), (280, "20,00"), (400, "500,00")],
)


def test_the_total_row_of_a_vat_table_is_read_by_its_headers() -> None:
    seen = fields(TITLE, "", *RATES, [(40, "1 655,00"), (160, "155,00"), (280, "Total"), (400, "1 500,00")])
    assert amounts(seen) == (Decimal("1500.00"), Decimal("155.00"), Decimal("1655.00"))
    assert value(seen, "lignes_tva") == TWO_RATES
    assert verdicts(seen, "montant_ttc", "1 500,00") == {"vat_table"}


def test_the_total_of_a_vat_table_with_one_rate_is_read_by_its_headers() -> None:
    seen = fields(TITLE, "", *RATES[:2], [(40, "1 055,00"), (160, "55,00"), (280, "Total"), (400, "1 000,00")])
    assert amounts(seen) == (Decimal("1000.00"), Decimal("55.00"), Decimal("1055.00"))
    assert verdicts(seen, "montant_ttc", "1 000,00") == {"vat_table"}


def test_a_total_that_stands_under_no_rates_announces_what_stands_at_its_right() -> None:
    assert value(fields(TITLE, "", [(280, "Total"), (400, "1 500,00")]), "montant_ttc") == Decimal("1500.00")


@pytest.mark.parametrize(
    ("rates", "bases"),
    [
        (([(40, "TVA 5,5 %"), (150, "759,27 €")], [(40, "TVA 20 %"), (150, "41,25 €")]), True),
        (([(40, "TVA 5,5 % sur 759,27 €")], [(40, "TVA 20 % sur 41,25 €")]), True),
        (([(40, "TVA 5,5 %")], [(40, "TVA 20 %")]), False),
    ],
)
def test_amounts_that_touch_the_next_label_are_not_mixed_up(
    rates: tuple[list[tuple[float, str]], ...], bases: bool
) -> None:
    seen = fields(
        TITLE,
        "",
        [*rates[0], (250, "41,76 € Total HT"), (480, "800,52 €")],
        [*rates[1], (250, "8,25 € Total TVA"), (480, "50,01 €")],
        [(290, "Total TTC"), (480, "850,53 €")],
    )
    assert amounts(seen) == (Decimal("800.52"), Decimal("50.01"), Decimal("850.53"))
    assert value(seen, "lignes_tva") == (
        LigneTva(taux=Decimal("5.5"), base_ht=Decimal("759.27") if bases else None, montant=Decimal("41.76")),
        LigneTva(taux=Decimal("20"), base_ht=Decimal("41.25") if bases else None, montant=Decimal("8.25")),
    )


def test_a_bare_quantity_may_stand_between_a_total_and_its_amount() -> None:
    seen = fields(TITLE, "", [(40, "TOTAL HT"), (300, "1264"), (480, "35.849,52")])
    assert value(seen, "montant_ht") == Decimal("35849.52")


@pytest.mark.parametrize(
    "line",
    [
        [(40, "TOTAL HT"), (300, "1264")],
        [(40, "TOTAL HT"), (300, "heures de nuit"), (480, "35.849,52")],
        [(40, "TOTAL HT"), (300, "1264 h"), (480, "35.849,52")],
    ],
)
def test_a_quantity_is_no_total_and_words_keep_a_total_from_what_follows_them(line: Line) -> None:
    assert value(fields(TITLE, "", line), "montant_ht") is None


def test_a_label_in_parentheses_stands_after_its_value() -> None:
    account = SYLVARDE.account
    seen = fields(TITLE, "", f"{account.bic} (BIC) – {spaced(account.iban, 4)} (IBAN)")
    assert value(seen, "bic") == account.bic
    assert value(seen, "iban") == account.iban


@pytest.mark.parametrize("remark", ["voir {}", "ancien {}", "{} à préciser"])
def test_a_remark_in_parentheses_announces_nothing(remark: str) -> None:
    account = SYLVARDE.account
    bic, iban = remark.format("BIC"), remark.format("IBAN")
    seen = fields(TITLE, "", f"{account.bic} ({bic}) – {spaced(account.iban, 4)} ({iban})")
    assert value(seen, "bic") is None
    assert value(seen, "iban") is None


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Total TTC de l'avoir 911,52 €", Decimal("911.52")),
        ([(300, "Total TTC de l'avoir"), (480, "911,52 €")], Decimal("911.52")),
        ("Total TTC de la garantie 911,52 €", None),
        ("Total TTC du devis 911,52 €", None),
    ],
)
def test_a_total_may_name_the_credit_note_but_no_other_thing(line: Line, want: Decimal | None) -> None:
    assert value(fields("AVOIR N° AV26-017", "", line), "montant_ttc") == want


@pytest.mark.parametrize(
    ("label", "total", "due"),
    [
        ("Total TTC à régler", True, True),
        ("Net à payer TTC", True, True),
        ("Total TTC", True, False),
        ("Net à payer", False, True),
    ],
)
def test_one_label_may_announce_the_total_and_what_is_to_be_paid(label: str, total: bool, due: bool) -> None:
    seen = fields(TITLE, "", [(300, label), (480, "911,52 €")])
    assert value(seen, "montant_ttc") == (Decimal("911.52") if total else None)
    assert value(seen, "montant_a_payer") == (Decimal("911.52") if due else None)


def test_what_is_left_to_pay_with_taxes_is_not_the_total_beside_one() -> None:
    seen = fields(
        TITLE,
        "",
        [(300, "Total TTC"), (480, "1 200,00 €")],
        [(300, "Acompte"), (480, "288,48 €")],
        [(300, "Net à payer TTC"), (480, "911,52 €")],
    )
    assert value(seen, "montant_ttc") == Decimal("1200.00")
    assert value(seen, "montant_a_payer") == Decimal("911.52")


READ = (Decimal("1460.00"), Decimal("292.00"), Decimal("1752.00"))


def test_a_sentence_may_tell_the_three_totals() -> None:
    sentence = "Le montant HT s'élève à 1 460,00 €, la TVA (20 %) à 292,00 €, et le montant TTC à 1 752,00 €."
    assert amounts(fields(TITLE, "", sentence)) == READ


@pytest.mark.parametrize(
    "sentence",
    [
        "Toute commande d'un montant total HT 600,00 € au moins est livrée franco de port.",
        "Au-delà d'un montant total HT 600,00 €, la livraison est offerte au client.",
    ],
)
def test_terms_of_sale_that_quote_an_amount_disturb_no_total(sentence: str) -> None:
    terms = page("Article 4", "", sentence, number=2)
    seen = fields_of(page(TITLE, "", *TOTALS), terms)
    assert amounts(seen) == READ
    assert verdicts(seen, "montant_ht", "600,00") == {"does_not_add_up"}
    assert amounts(fields_of(page(TITLE, "", "Ronde de nuit"), terms)) == (None, None, None)


@pytest.mark.parametrize("first", [TOTALS, ("Ronde de nuit",)], ids=["totals", "none"])
def test_the_copy_of_an_order_gives_no_totals(first: tuple[Line, ...]) -> None:
    order = page(
        "BON DE COMMANDE",
        "",
        "Fournitures",
        [(300, "Total HT"), (480, "990,00 €")],
        [(300, "TVA 20 %"), (480, "198,00 €")],
        [(300, "Total TTC"), (480, "1 188,00 €")],
        number=2,
    )
    seen = fields_of(page(TITLE, "", *first), titled_large(order))
    assert amounts(seen) == (READ if first is TOTALS else (None, None, None))
    assert verdicts(seen, "montant_ttc", "1 188,00") == {"specimen"}


@pytest.mark.parametrize("head", ["FACTURE", "Détail", "FACTURE – BON DE COMMANDE BC26-0412"])
def test_a_second_page_that_is_headed_otherwise_gives_totals(head: str) -> None:
    assert amounts(fields_of(page(TITLE, "", "Ronde de nuit"), titled_large(page(head, "", *TOTALS, number=2)))) == READ


@pytest.mark.parametrize(
    ("printed", "want"),
    [
        ("37\ufffd761,00 €", Decimal("37761.00")),
        ("1\ufffd137\ufffd761,00", Decimal("1137761.00")),
        ("37\ufffd76,00 €", None),
        ("37\ufffd7610,00 €", None),
        ("37,\ufffd61 €", None),
    ],
)
def test_a_lost_space_is_given_back_before_three_digits_only(printed: str, want: Decimal | None) -> None:
    assert value(fields(TITLE, "", [(300, "Total HT"), (480, printed)]), "montant_ht") == want
    assert value(fields(TITLE, "", f"Total HT : {printed}"), "montant_ht") == want


def test_the_first_row_of_a_table_is_no_total_though_it_adds_up() -> None:
    head: Line = [(40, "Désignation du matériel"), (240, "Montant HT"), (330, "Montant TVA"), (430, "Montant TTC")]
    rows: list[Line] = [
        [(40, "Copieur A3 couleur"), (250, "842,00"), (340, "168,40"), (440, "1 010,40")],
        [(40, "Copieur A4 N&B"), (250, "395,00"), (340, "79,00"), (440, "474,00")],
    ]
    assert amounts(fields(TITLE, "", head, *rows)) == (None, None, None)
    total: Line = [(40, "TOTAUX"), (244, "1 237,00"), (340, "247,40"), (434, "1 484,40")]
    assert amounts(fields(TITLE, "", head, *rows, total)) == (
        Decimal("1237.00"),
        Decimal("247.40"),
        Decimal("1484.40"),
    )


def test_a_share_under_a_rate_is_no_total() -> None:
    head: Line = [(40, "Taux de TVA"), (200, "5,5 %"), (290, "10 %"), (360, "Ensemble")]
    net: Line = [(40, "Base HT"), (195, "1 149,57"), (274, "1 200,14"), (363, "2 349,71")]
    tax: Line = [(40, "TVA"), (207, "63,23"), (281, "120,01"), (370, "183,24")]
    gross: Line = [(40, "TTC"), (195, "1 212,80"), (274, "1 320,15"), (363, "2 532,95")]
    seen = amounts(fields(TITLE, "", head, net, tax, gross))
    assert set(seen) <= {None, Decimal("2349.71"), Decimal("183.24"), Decimal("2532.95")}
    assert Decimal("1149.57") not in seen


def test_the_amounts_of_this_bill_stand_between_those_of_earlier_ones_and_the_sum() -> None:
    head: Line = [(200, "Situation antérieure"), (320, "Présente situation"), (440, "Total cumulé")]
    net: Line = [(40, "Total HT"), (200, "1 000,00"), (320, "500,00"), (440, "1 500,00")]
    tax: Line = [(40, "TVA 20 %"), (200, "200,00"), (320, "100,00"), (440, "300,00")]
    gross: Line = [(40, "Total TTC"), (200, "1 200,00"), (320, "600,00"), (440, "1 800,00")]
    assert several(("montant_ht", "montant_tva", "montant_ttc"), TITLE, "", head, net, tax, gross) == (
        Decimal("500.00"),
        Decimal("100.00"),
        Decimal("600.00"),
    )


@pytest.mark.parametrize("label", ["Net à payer TTC", "Total TTC à payer", "Montant TTC à régler"])
def test_what_is_left_after_a_deposit_is_not_the_total_though_it_is_called_so(label: str) -> None:
    lines: list[Line] = [
        [(300, "Total HT"), (480, "1 460,00 €")],
        [(300, "TVA 20 %"), (480, "292,00 €")],
        [(300, "Acompte versé"), (480, "500,00 €")],
        [(300, label), (480, "1 252,00 €")],
    ]
    assert several(("montant_ttc", "montant_a_payer"), TITLE, "", *lines) == (None, Decimal("1252.00"))


def test_an_amount_belongs_to_the_label_at_its_left() -> None:
    lines: list[Line] = [[(40, "Remise"), (200, "12,00 € Total TTC")], [(480, "100,00 €")]]
    assert printed("montant_ttc", TITLE, "", *lines) is None
    assert printed("montant_ttc", TITLE, "", [(200, "12,00 € Total TTC")]) == Decimal("12.00")


def test_amounts_may_lead_the_labels_that_end_their_cells() -> None:
    lines: list[str | list[tuple[float, str]]] = [
        "FACTURE N° F2026-0815",
        "",
        [(380, "33.970,07 € Total HT")],
        [(380, "6.794,01 € TVA 20 %")],
        [(380, "40.764,08 € Total TTC")],
    ]
    assert printed("montant_ht", *lines) == Decimal("33970.07")
    assert printed("montant_tva", *lines) == Decimal("6794.01")
    assert printed("montant_ttc", *lines) == Decimal("40764.08")


def test_an_amount_before_a_label_that_has_its_own_is_not_the_labels() -> None:
    assert printed("montant_ttc", "FACTURE N° F2026-0816", "", "33,00 € Total TTC 40,00 €") != Decimal("33.00")


def test_an_amount_of_the_column_before_is_not_the_labels() -> None:
    row: list[tuple[float, str]] = [(280, "33,00 € Total TTC"), (480, "40,00 €")]
    assert printed("montant_ttc", "FACTURE N° F2026-0816", "", row) == Decimal("40.00")


def test_a_rule_that_does_not_look_before_its_label_finds_nothing_there() -> None:
    rule = CHORUS_PRO.rules["montant_ttc"]
    narrowed = replace(rule, relations=tuple(each for each in rule.relations if each is not Relation.BEFORE))
    pack = CHORUS_PRO.without("montant_ttc").with_field(narrowed)
    page = document("FACTURE N° F2026-0818", "", [(380, "40.764,08 € Total TTC")])
    assert recognize(page).value(rule) == Decimal("40764.08")
    assert recognize(page, rules=pack).fields["montant_ttc"].status is Status.ABSENT


BREAKDOWN: tuple[Line, ...] = (
    [(40, "Taux"), (150, "Base HT"), (250, "Montant TVA")],
    [(40, "5,5 %"), (150, "100,00"), (250, "5,50")],
    [(40, "20 %"), (150, "100,00"), (250, "20,00")],
    "",
)
SAME: tuple[Line, ...] = ([(300, "Sous-total"), (480, "225,50 €")], [(300, "Total TTC"), (480, "225,50 €")])


@pytest.mark.parametrize(("rates", "want"), [(BREAKDOWN, None), ((), Decimal("225.50"))])
def test_a_subtotal_that_equals_the_total_is_without_tax_only_where_no_tax_is_printed(
    rates: tuple[Line, ...], want: Decimal | None
) -> None:
    seen = fields(TITLE, *rates, *SAME)
    assert (value(seen, "montant_ht"), value(seen, "montant_ttc")) == (want, Decimal("225.50"))


@pytest.mark.parametrize(("tax", "want"), [("15,00 €", None), ("25,50 €", Decimal("25.50"))])
def test_a_total_of_the_vat_is_the_sum_of_its_rows_or_none(tax: str, want: Decimal | None) -> None:
    seen = fields(
        TITLE,
        "Total HT : 200,00 €",
        "TVA 5,5 % sur 100,00 : 5,50",
        "TVA 20 % sur 100,00 : 20,00",
        "Total TTC : 225,50 €",
        f"Total TVA : {tax}",
    )
    assert amounts(seen) == (Decimal("200.00"), want, Decimal("225.50"))
    assert verdicts(seen, "montant_tva", tax) == {"chosen" if want else "does_not_add_up"}


@pytest.mark.parametrize(
    ("gross", "want"), [("120,00", (Decimal(100), Decimal(20), Decimal(120))), ("130,00", (None, None, None))]
)
def test_the_only_row_of_a_table_of_items_tells_the_totals_where_it_adds_up(
    gross: str, want: tuple[Decimal | None, ...]
) -> None:
    heads: Line = [(40, "Désignation"), (200, "Montant HT"), (300, "TVA"), (400, "Montant TTC")]
    assert amounts(fields(TITLE, heads, [(40, "Tonte"), (200, "100,00"), (300, "20,00"), (400, gross)])) == want


@pytest.mark.parametrize("label", ["Mont antTTC", "Monta ntTTC", "Montantt otalTTC"])
def test_a_label_may_be_broken_and_glued_anywhere(label: str) -> None:
    assert printed("montant_ttc", TITLE, f"{label} : 120,00 €") == Decimal("120.00")


def test_letters_that_are_no_label_together_announce_nothing() -> None:
    assert printed("montant_ttc", TITLE, "Monta gnes : 120,00 €") is None


@pytest.mark.parametrize(("between", "want"), [((), ["HT", "Mois"]), (([(200.0, "1"), (300.0, "2")],), ["HT"])])
def test_a_row_of_numbers_ends_the_header_over_a_column(between: tuple[Line, ...], want: list[str]) -> None:
    heads: tuple[Line, ...] = ([(200, "Cumul"), (300, "Mois")], *between, [(200, "HT"), (300, "HT")])
    text = read_page(lay_out(page(*heads, [(200, "400,00"), (300, "20,00")])), CHORUS_PRO.lexicon)
    assert [text.layout.text[cell] for cell in header_over(text, len(text.layout.text) - 1)] == want
