"""A form is checked without a page and a deposit without a scan, by the same checks as an invoice that is read."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Attachment, Prefill, Siret, TypeFacture, UnreadableDocument
from chorus_ocr import check_attachments as files
from chorus_ocr import check_prefill as form
from chorus_ocr.compliance.seen import Need
from fixtures.make_invoices import INVOICES
from fixtures.parties import STATE_SIRET
from rules.checks.bills import LINES, STATE_LINES, bill, with_, without

GOOD = chorus_ocr.scan(bill()).prefill
TO_THE_STATE = Prefill(siret_destinataire=Siret(STATE_SIRET))
TODAY = date(2026, 4, 1)


def codes(warnings: tuple[chorus_ocr.ComplianceWarning, ...]) -> set[str]:
    return {warning.code for warning in warnings}


def test_a_form_that_is_complete_is_right() -> None:
    assert form(GOOD) == form(GOOD, today=TODAY) == ()


def test_the_state_asks_a_form_for_its_references_too() -> None:
    assert {"REF01", "DES08"} <= codes(form(TO_THE_STATE))
    [warning] = [each for each in form(TO_THE_STATE, lang="en") if each.code == "REF01"]
    assert warning.message.startswith("The recipient is the State") and warning.page is None and warning.box is None


@pytest.mark.parametrize("name", sorted(path.stem for path in INVOICES.glob("*.pdf") if path.stem != "password"))
def test_a_form_says_nothing_of_a_page(name: str) -> None:
    report = chorus_ocr.scan(INVOICES / f"{name}.pdf")
    found = form(report.prefill, today=TODAY)
    assert all(warning.page is None and warning.box is None for warning in found)
    assert not codes(found) & {each.code for each in CHORUS_PRO.checks if {Need.PAGE, Need.FILES} & each.needs}


def test_a_form_and_the_page_that_prints_it_are_told_the_same() -> None:
    # Of what needs no page, and is not blank for a reason that only a page has.
    for lines in (
        with_(LINES, gross="Total TTC : 1 445,00 €", due="Net à payer : 1 445,00 €"),
        without(STATE_LINES, "engagement", "service"),
    ):
        report = chorus_ocr.scan(bill(lines), today=TODAY)
        pageless = {each.code for each in CHORUS_PRO.checks if Need.PAGE not in each.needs}
        assert codes(form(report.prefill, today=TODAY)) == codes(report.warnings) & pageless


def test_the_pack_of_the_caller_is_the_one_that_checks() -> None:
    assert "REF01" not in codes(form(TO_THE_STATE, rules=CHORUS_PRO.without("REF01")))


def test_a_credit_note_is_one_by_its_form() -> None:
    mixed = Prefill(
        type_facture=TypeFacture.AVOIR,
        montant_ht=Decimal("-100"),
        montant_tva=Decimal("20"),
        montant_ttc=Decimal("-120"),
    )
    assert "MNT05" not in codes(form(mixed))


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"prefill": {}}, TypeError),
        ({"rules": "CHORUS_PRO"}, TypeError),
        ({"today": datetime(2026, 4, 1)}, TypeError),  # noqa: DTZ001 - the kind of value is what is wrong
        ({"directory": {}}, TypeError),
        ({"cadre": "A99"}, ValueError),
        ({"lang": 1}, TypeError),
    ],
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        form(**{"prefill": GOOD, **arguments})


def test_a_deposit_is_checked_by_the_files_themselves(tmp_path: Path) -> None:
    invoice, empty = tmp_path / "facture.pdf", tmp_path / "bon.pdf"
    invoice.write_bytes(bill())
    empty.write_bytes(b"")
    assert files(invoice) == ()
    assert [(each.code, each.severity) for each in files(str(invoice), [empty])] == [("PJ04", "blocking")]
    [english] = files(invoice, [empty], lang="en")
    assert english.message == "The file « bon.pdf » is empty."
    assert files(invoice, [empty], rules=CHORUS_PRO.without("PJ04")) == ()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "facture.pdf", tmp_path):
        with pytest.raises(UnreadableDocument, match="no file"):
            files(path)
    with pytest.raises(UnreadableDocument):
        files("a\0b.pdf")


def test_one_file_is_not_a_list_of_files() -> None:
    invoice = Attachment(name="facture.pdf", byte_size=1)
    wrong: Any
    for wrong in ("bon.pdf", invoice, Path("bon.pdf"), 1):
        with pytest.raises(TypeError, match="others are paths"):
            files(invoice, wrong)
    wrong = b"%PDF"
    with pytest.raises(TypeError, match="a path or an Attachment"):
        files(wrong)


def test_checks_of_a_deposit_are_no_part_of_a_scan() -> None:
    report = chorus_ocr.scan(bill())
    assert not {code for code in report.not_run if code.startswith("PJ")}
