"""The checks of the file where it is subtle: what comes near to a finding, and is none."""

from collections.abc import Callable

import pytest
from fpdf.enums import TextMode
from PIL import Image

import chorus_ocr
from chorus_ocr import CHORUS_PRO, ComplianceWarning, Report, scanning
from fixtures.make_invoices import INVOICES
from fixtures.sheet import Sheet
from reading.pdfs import draw, text
from rules.checks.bills import LINES, Lines, bill, with_, without
from rules.checks.cases_doc import (
    CII,
    SECOND,
    TERMS,
    TEXT,
    book,
    layered,
    unmapped,
    with_attached,
    with_form,
)


def told(report: Report, code: str) -> list[ComplianceWarning]:
    return [each for each in report.warnings if each.code == code]


# DOC02


@pytest.mark.parametrize(("name", "is_told"), [("a.b.pdf", False), (".pdf", True), ("facture.zip", True)])
def test_an_extension_is_what_follows_the_last_dot_of_a_name(name: str, is_told: bool) -> None:
    report = chorus_ocr.scan(bill(), file_name=name)
    assert bool(told(report, "DOC02")) is report.blocking is is_told


def test_bytes_without_a_name_have_no_wrong_one() -> None:
    assert not told(chorus_ocr.scan(bill()), "DOC02")


# DOC06


def test_a_stamp_over_a_scan_does_not_make_text_of_it() -> None:
    [warning] = told(chorus_ocr.scan(layered(TextMode.INVISIBLE, stamp="Reçu le 12/03/2026")), "DOC06")
    assert (warning.page, "page 1" in warning.message) == (1, True)


def test_some_hidden_words_of_the_software_are_no_layer() -> None:
    sheet = Sheet()
    for row, line in enumerate(LINES.values()):
        sheet.put(20, 20 + 8 * row, line, size=10)
    sheet.text_mode = TextMode.INVISIBLE
    sheet.put(20, 290, "page one of one")
    assert not told(chorus_ocr.scan(sheet.finish()), "DOC06")


def test_a_picture_behind_a_page_of_visible_print_is_no_scan() -> None:
    sheet = Sheet()
    sheet.image(Image.new("L", (124, 175), 240), x=0, y=0, w=210, h=296)
    for row, line in enumerate(LINES.values()):
        sheet.put(20, 20 + 8 * row, line, size=10)
    sheet.text_mode = TextMode.INVISIBLE
    sheet.put(20, 290, "page one of one")
    assert not told(chorus_ocr.scan(sheet.finish()), "DOC06")


def test_a_scan_without_a_layer_is_told_by_another_check() -> None:
    report = chorus_ocr.scan(INVOICES / "scan.pdf")
    assert told(report, "DOC05") and not told(report, "DOC06")


# DOC08


def test_a_value_that_is_also_printed_on_the_pages_read_is_not_told() -> None:
    assert not told(chorus_ocr.scan(book(LINES, TERMS, TERMS, LINES)), "DOC08")


def test_every_blank_field_is_told_with_its_page() -> None:
    lines = without(LINES, "client siret", "engagement", "service")
    last = {name: LINES[name] for name in ("engagement", "service")}
    pdf = book(lines, TERMS, TERMS, {"siret": LINES["client siret"]}, last)
    warnings = told(chorus_ocr.scan(pdf), "DOC08")
    assert {each.field: each.page for each in warnings} == {
        "siret_destinataire": 4,
        "code_service": 5,
        "numero_engagement": 5,
    }
    assert not told(chorus_ocr.scan(pdf, pages="all"), "DOC08")
    last_two = chorus_ocr.scan(book(lines, last, TERMS, TERMS), pages="first-and-last-two")
    assert {each.page for each in told(last_two, "DOC08")} == {2}


def test_an_order_or_a_quote_that_is_annexed_fills_nothing() -> None:
    lines = without(LINES, "engagement", "gross", "due")
    for title in ("BON DE COMMANDE N° 26-117", "DEVIS N° D-2026-0031"):
        annexed = {"title": title, "engagement": "Engagement : 26D000999", "gross": "Total TTC : 1 440,00 €"}
        assert not told(chorus_ocr.scan(book(lines, TERMS, TERMS, annexed)), "DOC08")
        beside = book(lines, TERMS, TERMS, annexed, {"engagement": LINES["engagement"]})
        [warning] = told(chorus_ocr.scan(beside), "DOC08")
        assert (warning.field, warning.page, warning.print_text) == (
            "numero_engagement",
            5,
            "Engagement : 26D000417",
        )


def test_another_invoice_fills_nothing() -> None:
    lines = without(LINES, "engagement")
    assert not told(chorus_ocr.scan(book(lines, TERMS, TERMS, SECOND)), "DOC08")
    [warning] = told(chorus_ocr.scan(book(lines, TERMS, TERMS, LINES)), "DOC08")
    assert warning.field == "numero_engagement"


def test_a_value_that_cannot_be_decided_here_is_not_told() -> None:
    # Ambiguous on the pages read, or on those beyond: another value elsewhere settles nothing.
    rivals = with_(LINES, other="Engagement : 26D000999")
    assert not told(chorus_ocr.scan(book(rivals, TERMS, TERMS, {"engagement": LINES["engagement"]})), "DOC08")
    two = {"one": "Engagement : 26D000417", "other": "Engagement : 26D000999"}
    assert not told(chorus_ocr.scan(book(without(LINES, "engagement"), TERMS, TERMS, two)), "DOC08")


# DOC09


def test_an_invoice_is_known_by_its_name_or_by_its_root() -> None:
    named = ("ZUGFeRD-invoice.xml", "xrechnung.xml", "FACTUR-X.XML")
    for name in named:
        [warning] = told(chorus_ocr.scan(with_attached(name, b"")), "DOC09")
        assert f"« {name} »" in warning.message
    assert told(chorus_ocr.scan(with_attached("autre.xml", CII)), "DOC09")
    old = CII.replace(b"CrossIndustryInvoice", b"CrossIndustryDocument")
    assert told(chorus_ocr.scan(with_attached("autre.xml", old)), "DOC09")
    assert not told(chorus_ocr.scan(with_attached("autre.xml", b"<Invoice/>" + CII.rjust(9_000))), "DOC09")
    assert not told(chorus_ocr.scan(with_attached("cgv.pdf", b"%PDF-1.7")), "DOC09")


# DOC10


def test_icons_and_ligatures_are_no_loss() -> None:
    ligatures = "".join(text("o~re e~ectif di~érence", y=y) for y in range(100, 700, 20))
    for said in ("\ue000", "\ufffd", "\ud83d"):
        assert not told(chorus_ocr.scan(draw(ligatures, to_unicode={0x7E: said})), "DOC10")


def test_some_signs_of_a_spare_font_are_no_guess() -> None:
    assert not told(chorus_ocr.scan(draw(text("~") + text(" ".join(TEXT), y=600), to_unicode={0x7E: "€"})), "DOC10")


def test_a_number_in_private_characters_is_lost() -> None:
    data = draw(text("SIRET client : ~~~ ~~~ ~~~ ~~~~~"), to_unicode={0x7E: "\ue001"})
    [warning] = told(chorus_ocr.scan(data), "DOC10")
    assert warning.key == "lost" and "14 caractères sur 26" in warning.message
    assert warning.box is not None and warning.page == 1


def test_a_page_is_told_once() -> None:
    assert [each.key for each in told(chorus_ocr.scan(unmapped(*TEXT, shift=31)), "DOC10")] == ["lost"]


# DOC11


def test_a_value_is_sought_whatever_its_spaces_and_accents() -> None:
    spaced = with_(LINES, place="Émis à Bourges le 12 mars 2026")
    assert not told(chorus_ocr.scan(with_form("emis a  bourges", "12 Mars 2026", lines=spaced)), "DOC11")


def test_a_message_quotes_some_values_and_counts_all() -> None:
    values = [f"valeur {number} " + "x" * 60 for number in range(7)]
    [warning] = told(chorus_ocr.scan(with_form(*values)), "DOC11")
    assert "7 champs" in warning.message and "valeur 4" in warning.message and "valeur 5" not in warning.message
    assert "x" * 33 not in warning.message
    assert warning.box is not None


# DOC12

AGAIN = "FACTURE N° FA-2026-0412"

ONE_INVOICE: dict[str, tuple[Lines, ...]] = {
    "its number on every page": (LINES, LINES),
    "an annex": (LINES, {"title": "Annexe à la facture n° FA-2026-0412", "day": "Date : 14/03/2026"}),
    "a delivery note": (LINES, {"title": "BON DE LIVRAISON N° BL-2026-77", "day": "Date : 10/03/2026"}),
    "a quote": (LINES, {"title": "DEVIS N° D-2026-31", "day": "Date : 10/01/2026"}),
    "an order": (LINES, {"title": "BON DE COMMANDE N° 26-117", "day": "Date de commande : 10/01/2026"}),
    "a deposit deducted": (
        LINES,
        {
            "title": AGAIN,
            "date": LINES["date"],
            "deposit": "Acompte déduit : facture n° FA-2026-0300 du 12/01/2026 : 500,00 €",
        },
    ),
    "an earlier bill": (
        LINES,
        {"title": AGAIN, "date": LINES["date"], "before": "Facture précédente n° FA-2026-0399 du 12/02/2026"},
    ),
    "a statement": (
        LINES,
        {
            "title": "Relevé de vos factures",
            "one": "Facture n° FA-2026-0399 du 12/02/2026 : 120,00 €",
            "two": "Facture n° FA-2026-0401 du 19/02/2026 : 240,00 €",
        },
    ),
    "a reminder": (
        LINES,
        {"text": "Reste dû : facture n° FA-2026-0399 du 12/02/2026", "siret": LINES["supplier siret"]},
    ),
    "a credit note of an invoice": (
        with_(LINES, title="AVOIR N° AV-2026-0031"),
        {"reason": "Avoir sur la facture n° FA-2026-0412 du 12/03/2026", "text": "Erreur de quantité"},
    ),
    "a certificate": (LINES, {"title": "ATTESTATION N° AT-2026-5", "day": "Date : 10/03/2026"}),
    "terms of sale": (LINES, TERMS, TERMS, TERMS, TERMS),
}


@pytest.mark.parametrize("name", ONE_INVOICE)
def test_one_invoice_with_other_things_is_one(name: str) -> None:
    assert not told(chorus_ocr.scan(book(*ONE_INVOICE[name])), "DOC12")


SEVERAL: dict[str, tuple[tuple[Lines, ...], str]] = {
    "one after the other": ((LINES, SECOND), "FA-2026-0412; FA-2026-0413 (pages 1, 2)"),
    "of two pages each": ((LINES, LINES, SECOND, SECOND), "FA-2026-0412; FA-2026-0413 (pages 1, 3)"),
    "with terms between": ((LINES, TERMS, SECOND, TERMS), "FA-2026-0412; FA-2026-0413 (pages 1, 3)"),
    "beyond the pages read": ((LINES, LINES, LINES, SECOND), "FA-2026-0412; FA-2026-0413 (pages 1, 4)"),
    "an invoice and its credit note": (
        (LINES, with_(SECOND, title="AVOIR N° AV-2026-0031")),
        "FA-2026-0412; AV-2026-0031 (pages 1, 2)",
    ),
    "that quote earlier ones": (
        (LINES, with_(SECOND, before="Facture précédente n° FA-2026-0300 du 12/02/2026")),
        "FA-2026-0412; FA-2026-0413 (pages 1, 2)",
    ),
    "three": (
        (LINES, SECOND, with_(SECOND, title="FACTURE N° FA-2026-0414")),
        "FA-2026-0412; FA-2026-0413; FA-2026-0414 (pages 1, 2, 3)",
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_several_invoices_are_several(name: str) -> None:
    pages, numbers = SEVERAL[name]
    [warning] = told(chorus_ocr.scan(book(*pages)), "DOC12")
    assert numbers in warning.message
    assert warning.field == "numero_facture" and warning.page is not None and warning.page > 1


def test_pages_are_looked_at_one_by_one_only_where_several_have_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    recognise: Callable[..., object] = vars(scanning)["recognise"]

    def counted(*given: object) -> object:
        looks.append(given)
        return recognise(*given)

    monkeypatch.setattr(scanning, "recognise", counted)
    chorus_ocr.scan(book(LINES, LINES, TERMS))
    assert len(looks) == 1
    chorus_ocr.scan(book(LINES, SECOND))
    assert len(looks) == 1 + 1 + 2


def test_a_pack_without_numbers_or_dates_does_not_tell_invoices_apart() -> None:
    for name in ("numero_facture", "date_facture"):
        assert not told(chorus_ocr.scan(book(LINES, SECOND), rules=CHORUS_PRO.without(name)), "DOC12")


# DOC14


def test_signatures_are_counted() -> None:
    [warning] = told(chorus_ocr.scan(with_form("0", "1", kind="/Sig")), "DOC14")
    assert "2 signature(s)" in warning.message and not told(chorus_ocr.scan(with_form("0")), "DOC14")
