"""What the checks of the amounts are silent about, and what is subtle in what they say."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

import chorus_ocr
from chorus_ocr import ComplianceWarning
from chorus_ocr.compliance.check import run_checks
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.reading.document import Document
from chorus_ocr.recognition.candidate import Decision, Recognition, Status
from chorus_ocr.rules.checks import CHECKS
from chorus_ocr.values.portal import LigneTva, TypeFacture, TypeTva
from fixtures.sheet import Column, Sheet
from pages import document
from rules.checks.bills import LINES, Lines, bill, with_, without

EXEMPT = with_(
    without(LINES, "rate"),
    tax="Total TVA : 0,00 €",
    gross="Total TTC : 1 200,00 €",
    due="Net à payer : 1 200,00 €",
)
BARE = {name: text.replace(" €", "") for name, text in LINES.items() if name not in ("legal", "indemnity")}


def told(lines: Lines, code: str) -> Sequence[ComplianceWarning]:
    return [each for each in chorus_ocr.scan(bill(lines)).warnings if each.code == code]


def keyed_in(code: str, **values: object) -> list[str]:
    """Return the keys that a check tells of a form without a page."""
    decisions = {name: Decision(status=Status.FOUND, value=value) for name, value in values.items()}
    recognition = Recognition(decisions=decisions)
    seen = Seen(document=Document(pages=(), page_count=0), recognition=recognition, on_paper=False)
    warnings, _ = run_checks(tuple(check for check in CHECKS if check.code == code), seen)
    return [each.key for each in warnings]


def table(header: Sequence[str], *rows: Sequence[str], totals: Sequence[str] = (), lines: Lines = LINES) -> bytes:
    """Draw an invoice with a table, and lines of totals under it."""
    sheet = Sheet()
    kept = [
        text for name, text in lines.items() if name not in ("header", "item", "net", "rate", "tax", "gross", "due")
    ]
    for row, text in enumerate(kept):
        sheet.put(20, 20 + 6 * row, text, size=9)
    columns = [Column(title, 36, "R" if at else "L") for at, title in enumerate(header)]
    bottom = sheet.grid(20, 25 + 6 * len(kept), columns, rows)
    for row, text in enumerate(totals):
        sheet.put(120, bottom + 8 + 6 * row, text, size=9)
    return sheet.finish()


def told_of(pdf: bytes, code: str) -> Sequence[ComplianceWarning]:
    return [each for each in chorus_ocr.scan(pdf).warnings if each.code == code]


def test_the_net_of_an_exempt_invoice_is_its_total() -> None:
    lines = with_(without(EXEMPT, "net", "tax"), mention="TVA non applicable, art. 293 B du CGI")
    [warning] = told(lines, "MNT01")
    assert warning.print_text == "Total HT : 1 200,00"


@pytest.mark.parametrize("code", ["MNT01", "MNT02", "MNT03", "MNT04"])
def test_a_quote_and_a_scan_are_not_asked_for_their_amounts(code: str) -> None:
    bare = without(LINES, "net", "rate", "tax", "gross", "due")
    assert not told(with_(bare, title="DEVIS N° D-2026-0412"), code)
    assert not [each for each in chorus_ocr.recognize(document()).warnings if each.code == code]


def test_a_total_beyond_the_pages_read_is_told_once() -> None:
    sheet = Sheet()
    kept = [text for name, text in LINES.items() if name not in ("net", "rate", "tax", "gross", "due")]
    for row, text in enumerate(kept):
        sheet.put(20, 20 + 6 * row, text, size=10)
    for number in (2, 3, 4):
        sheet.add_page()
        sheet.put(20, 20, f"Conditions générales, page {number}")
    for row, name in enumerate(("net", "tax", "gross")):
        sheet.put(20, 40 + 6 * row, LINES[name], size=10)
    told_of_it = [each for each in chorus_ocr.scan(sheet.finish()).warnings if each.field == "montant_ttc"]
    assert [each.code for each in told_of_it] == ["DOC08"]
    assert told_of_it[0].print_text == "Total TTC : 1 440,00"


@pytest.mark.parametrize(
    ("code", "field", "line"),
    [("MNT02", "montant_tva", LINES["tax"]), ("MNT04", "montant_a_payer", LINES["due"])],
)
def test_another_amount_beyond_the_pages_read_is_told_once(code: str, field: str, line: str) -> None:
    names = ("rate", "tax", "net") if code == "MNT02" else ("due",)
    lines = with_(without(LINES, *names), kind="TVA acquittée sur les débits")

    def told_of(*last_page: str) -> list[str]:
        sheet = Sheet()
        for row, text in enumerate(lines.values()):
            sheet.put(20, 20 + 8 * row, text, size=10)
        for number in (2, 3, 4):
            sheet.add_page()
            sheet.put(20, 20, f"Conditions générales, page {number}")
        for text in last_page:
            sheet.put(20, 40, text, size=10)
        return [each.code for each in chorus_ocr.scan(sheet.finish()).warnings if each.field == field]

    assert told_of() == [code]
    assert told_of(line) == ["DOC08"]


def test_an_ambiguous_total_is_not_told_to_be_absent() -> None:
    lines = with_(without(LINES, "net", "rate", "tax"), other="Total TTC : 1 500,00 €")
    assert not told(lines, "MNT03")
    assert [each.key for each in told(lines, "MNT16")] == ["rivals"]


def test_no_total_of_the_vat_is_asked_where_none_is_charged() -> None:
    assert not told(with_(without(EXEMPT, "tax"), mention="TVA non applicable, art. 293 B du CGI"), "MNT02")
    assert not told(without(LINES, "rate", "tax", "gross", "due"), "MNT02")


def test_the_only_line_of_the_vat_is_its_total() -> None:
    assert not told(without(LINES, "tax"), "MNT02")


def test_the_same_total_printed_twice_is_not_ambiguous() -> None:
    assert not told(with_(without(LINES, "net", "tax", "rate"), other="Total TTC : 1 440,00 €"), "MNT16")


def test_a_rate_that_was_perhaps_not_read_is_no_wrong_sum() -> None:
    lines = with_(
        LINES,
        item="Réparation du portail, TVA à 10 % et à 20 %",
        net="Total HT : 1 300,00 €",
        rate="TVA 20 % : 200,00 €",
        tax="Total TVA : 230,00 €",
        gross="Total TTC : 1 530,00 €",
        due="Net à payer : 1 530,00 €",
    )
    assert not told(lines, "MNT06") and not told(lines, "MNT07")


def test_a_cent_a_line_is_rounding() -> None:
    lines = tuple(
        LigneTva(taux=Decimal(rate), base_ht=None, montant=Decimal(10)) for rate in ("20", "10", "5.5", "2.1")
    )
    assert not keyed_in("MNT06", lignes_tva=lines, montant_tva=Decimal("40.04"))
    assert keyed_in("MNT06", lignes_tva=lines, montant_tva=Decimal("40.05")) == ["tax"]


def test_a_false_row_of_a_table_is_told_with_its_place() -> None:
    pdf = table(
        ("Taux", "Base HT", "TVA"),
        ("20 %", "1 000,00", "200,00"),
        ("10 %", "200,00", "30,00"),
        totals=("Total HT : 1 200,00 €", "Total TVA : 230,00 €", "Total TTC : 1 430,00 €", "Net à payer : 1 430,00 €"),
    )
    [warning] = told_of(pdf, "MNT07")
    assert warning.key == "row" and warning.page == 1 and warning.box is not None
    assert "Au taux de 10 %, 200,00 donnent 20,00" in warning.message


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Désignation", "Prix HT", "TVA", "Total"), [("Balai, TVA 20 %", "100,00", "30,00", "130,00")]),
        (("Taux", "TVA", "Total TTC"), [("20 %", "240,00", "1 440,00")]),  # the tax and the total
        (("Taux", "Base HT", "TVA", "TTC"), [("20 %", "1 200,00", "240,00", "1 440,00")]),
        (("Taux", "Base HT", "TVA"), [("20 %", "1 200,00", "1 440,00")]),  # a base and its total
        (("Taux", "Base HT", "TVA"), [("20 % et 10 %", "1 200,00", "200,00")]),
        (("Remise", "Base", "Montant"), [("20 %", "1 200,00", "100,00")]),
    ],
)
def test_other_rows_are_no_false_vat(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    assert not told_of(table(header, *rows, totals=("Total TTC : 1 440,00 €",)), "MNT07")


def test_the_francs_of_the_pacific_have_no_cents() -> None:
    lines = (LigneTva(taux=Decimal(11), base_ht=Decimal(12345), montant=Decimal(1358)),)
    assert not keyed_in("MNT07", lignes_tva=lines, devise="XPF")
    assert keyed_in("MNT07", lignes_tva=lines, devise="EUR") == ["row"]
    assert not keyed_in("MNT06", lignes_tva=lines, montant_tva=Decimal(1360), devise="XPF")


def test_a_part_that_is_not_taxed_explains_a_smaller_tax() -> None:
    lines = with_(
        LINES,
        rate="TVA 20 % : 200,00 €",
        tax="Total TVA : 200,00 €",
        gross="Total TTC : 1 400,00 €",
        due="Net : 1 400,00 €",
    )
    assert [each.key for each in told(lines, "MNT07")] == ["total"]
    assert not told(with_(lines, part="Dont débours non soumis à TVA"), "MNT07")


def test_a_part_that_is_not_taxed_has_no_base() -> None:
    lines = with_(
        without(LINES, "tax"),
        rate="TVA 20 % sur 1 000,00 € : 200,00 €",
        gross="Total TTC : 1 400,00 €",
        due="Net à payer : 1 400,00 €",
    )
    assert [each.key for each in told(lines, "MNT06")] == ["base"]
    assert not told(with_(lines, part="Dont débours non soumis à TVA"), "MNT06")


def test_a_form_is_checked_by_its_lines() -> None:
    wrong = (LigneTva(taux=Decimal(20), base_ht=Decimal(1000), montant=Decimal(210)),)
    right = (LigneTva(taux=Decimal(20), base_ht=Decimal(1000), montant=Decimal(200)),)
    assert keyed_in("MNT07", lignes_tva=wrong) == ["row"]
    assert not keyed_in("MNT07", lignes_tva=right)


@pytest.mark.parametrize("odd", ["NaN", "Infinity", "1E+40"])
@pytest.mark.parametrize("code", [check.code for check in CHECKS if check.code[:3] in ("MNT", "PAI")])
def test_no_check_stumbles_over_an_odd_amount(code: str, odd: str) -> None:
    value = Decimal(odd)
    line = LigneTva(taux=Decimal(20), base_ht=value, montant=value)
    totals = dict.fromkeys(("montant_ht", "montant_tva", "montant_ttc", "montant_a_payer"), value)
    assert set(keyed_in(code, lignes_tva=(line,), **totals)) <= {"row", "inferred", "absent", "zero", "gap"}


def test_the_rates_of_all_territories_are_known() -> None:
    for rate in ("0", "2.1", "5.5", "10", "20", "8.5", "0.9", "6", "16", "19.6"):
        lines = (LigneTva(taux=Decimal(rate), base_ht=None, montant=Decimal(10)),)
        assert not keyed_in("MNT08", lignes_tva=lines)
    assert keyed_in("MNT08", lignes_tva=(LigneTva(taux=Decimal(19), base_ht=None, montant=Decimal(10)),)) == ["unknown"]


def test_a_rate_of_two_territories_is_right_in_either() -> None:
    def at(town: str) -> Lines:
        return with_(
            LINES,
            client_address=f"1 place de la Mairie, {town}",
            rate="TVA 13 % : 156,00 €",
            tax="Total TVA : 156,00 €",
            gross="Total TTC : 1 356,00 €",
        )

    assert not told(at("20200 Bastia"), "MNT09") and not told(at("98713 Papeete"), "MNT09")
    assert [each.key for each in told(at("18000 Bourges"), "MNT09")] == ["corsica"]


@pytest.mark.parametrize("printed", ["1.440,00 €", "1 440,00 €", "1 440 €", "EUR 1 440,00"])
def test_a_comma_or_no_decimals_are_no_decimal_point(printed: str) -> None:
    assert not told(with_(LINES, gross=f"Total TTC : {printed}"), "MNT10")


def test_the_english_way_of_writing_is_a_decimal_point_told_once() -> None:
    lines = with_(LINES, net="Total HT : 1,200.00 €", gross="Total TTC : 1,440.00 €")
    [warning] = told(lines, "MNT10")
    assert warning.field == "montant_ht" and "« 1 200,00 »" in warning.hint


@pytest.mark.parametrize(
    "why",
    [
        "Solde antérieur : 55,00 €, frais de relance : 5,00 €",
        "Débours avancés pour le compte du client",
        "Complément de la facture de février, 60,00 €",
    ],
)
def test_more_to_pay_may_be_explained(why: str) -> None:
    assert not told(with_(LINES, due="Net à payer : 1 500,00 €", why=why), "MNT11")


def test_less_to_pay_is_usual() -> None:
    assert not told(with_(LINES, due="Net à payer : 1 000,00 €"), "MNT11")
    assert not keyed_in("MNT11", montant_ttc=Decimal(-100), montant_a_payer=Decimal(-90))


def test_a_sign_of_currency_that_the_font_does_not_tell_is_not_absent() -> None:
    lines = ["FACTURE N° FA-2026-0412", "Total HT : 1 200,00", "Total TVA : 240,00", "Total TTC : 1 440,00"]
    codes = [each.code for each in chorus_ocr.recognize(document(*lines)).warnings]
    signs = [f"{line} \ufffd" for line in lines]
    lost = [each.code for each in chorus_ocr.recognize(document(*signs)).warnings]
    assert "MNT12" in codes and "MNT12" not in lost


def test_the_currency_to_print_is_that_of_the_place() -> None:
    [euros] = told(BARE, "MNT12")
    [francs] = told({**BARE, "client address": "1 place de la Mairie, 98713 Papeete"}, "MNT12")
    assert (euros.print_text, francs.print_text) == ("Montants en euros (EUR)", "Montants en francs CFP (XPF)")
    cured = {**BARE, "client address": "1 place de la Mairie, 98713 Papeete", "more": "Montants en francs CFP (XPF)"}
    assert not told(cured, "MNT12")


def test_no_currency_is_asked_where_no_amount_is_read() -> None:
    assert not told(without(BARE, "net", "rate", "tax", "gross", "due"), "MNT12")


@pytest.mark.parametrize("after", ["TTC", "NET", "(1)", "euros"])
def test_words_after_totals_are_no_currency(after: str) -> None:
    lines = {name: f"{text} {after}" if name in ("net", "gross", "due") else text for name, text in BARE.items()}
    assert not told(lines, "MNT13")


def test_a_code_after_two_totals_is_a_currency() -> None:
    lines = {name: f"{text} ERU" if name in ("net", "gross") else text for name, text in BARE.items()}
    assert [each.key for each in told(lines, "MNT13")] == ["unknown"]
    assert not told(lines, "MNT12")


def test_the_header_of_another_column_is_no_currency() -> None:
    assert not told({**BARE, "header": "Devise RIB IBAN"}, "MNT13")
    assert [each.key for each in told({**BARE, "header": "Devise MAD"}, "MNT12")] == ["unread"]


def test_a_currency_keyed_in_is_checked() -> None:
    assert keyed_in("MNT13", devise="EURO") == ["unknown"]
    assert not keyed_in("MNT13", devise="MAD")


@pytest.mark.parametrize(
    "mention",
    [
        "TVA non applicable, art. 293 B du CGI",
        "Opération exonérée",
        "VATEX-EU-O",
        "Prestation hors champ",
        "TVA due par le preneur",
        "Débours avancés pour le compte du client",
    ],
)
def test_any_reason_for_no_vat_is_a_reason(mention: str) -> None:
    assert not told(with_(EXEMPT, mention=mention), "MNT14")


def test_what_only_looks_like_a_reason_is_none() -> None:
    lines = with_(EXEMPT, mention="Si vous y avez droit, autoliquidation")
    assert [each.key for each in told(lines, "MNT14")] == ["zero"]


def test_a_form_without_vat_is_right() -> None:
    totals = {"montant_ht": Decimal(100), "montant_ttc": Decimal(100), "montant_tva": Decimal(0)}
    assert not keyed_in("MNT14", type_tva=TypeTva.SANS_TVA, **totals)
    assert keyed_in("MNT14", type_tva=TypeTva.TVA_SUR_DEBIT, **totals) == ["zero"]


def test_mixed_signs_are_told_of_credit_notes_only() -> None:
    mixed = {"montant_ht": Decimal(-100), "montant_tva": Decimal(20)}
    assert keyed_in("MNT15", type_facture=TypeFacture.AVOIR, **mixed) == ["mixed"]
    assert not keyed_in("MNT15", type_facture=TypeFacture.FACTURE, **mixed)
    assert not keyed_in("MNT15", type_facture=TypeFacture.AVOIR, montant_ht=Decimal(-100), montant_tva=Decimal(0))
