"""The identification: what is as near as can be to a finding and is none, and what is told by one check only."""

from dataclasses import replace
from datetime import date

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Report, RulePack
from chorus_ocr.recognition.field import Rivals
from rules.checks.bills import LINES, STATE_LINES, Lines, bill, stored, with_, without

MARCH = date(2026, 3, 20)
CREDIT = with_(LINES, title="AVOIR N° AV-2026-0012")


def told(report: Report, family: str = "IDE") -> list[tuple[str, str]]:
    return [(each.code, each.key) for each in report.warnings if each.code.startswith(family)]


def scan(lines: Lines, today: date | None = MARCH) -> list[tuple[str, str]]:
    return told(chorus_ocr.scan(bill(lines), today=today))


@pytest.mark.parametrize("lines", [LINES, STATE_LINES], ids=["commune", "state"])
def test_nothing_is_said_of_an_invoice_that_is_right_on_the_day_of_its_deposit(lines: Lines) -> None:
    report = chorus_ocr.scan(bill(lines), today=MARCH)
    assert told(report, "") == []
    assert not {"IDE06", "IDE08"} & set(report.not_run)


def test_without_the_day_the_checks_of_the_date_do_not_run() -> None:
    assert {"IDE06", "IDE08"} <= set(chorus_ocr.scan(bill()).not_run)


# The number


@pytest.mark.parametrize("number", ["FA-2026-0412-BOURGES", "20260412", "F/2026+12_b", "FA26-118-A/2", "fa-2026-0412"])
def test_a_number_that_the_portal_takes_is_not_told(number: str) -> None:
    assert scan(with_(LINES, title=f"FACTURE N° {number}")) == []


@pytest.mark.parametrize(
    ("printed", "characters", "instead"),
    [
        ("FA 2026.0412", "espace; « . »", "FA-2026-0412"),
        ("FA - 20260412", "espace", "FA-20260412"),
        ("2026 / 08", "espace", "2026/08"),
        ("FA:26-118", "« : »", "FA-26-118"),
    ],
)
def test_a_number_is_proposed_in_place_of_one_with_other_characters(
    printed: str, characters: str, instead: str
) -> None:
    report = chorus_ocr.scan(bill(with_(LINES, title=f"FACTURE N° {printed}")))
    [warning] = report.warnings
    assert (warning.code, report.prefill.numero_facture) == ("IDE03", printed)
    assert f"ne prend pas : {characters}." in warning.message
    assert f"« {instead} »" in warning.hint


def test_a_number_of_another_thing_is_no_other_number_of_the_invoice() -> None:
    more = {
        "order": "N° de commande client : 4500128734",
        "customer": "N° client : C04511",
        "quote": "Devis n° D-2026-118",
        "earlier": "Complément à la facture n° FA-2026-0399",
        "again": "Rappeler le numéro de facture : FA-2026-0412",
    }
    assert scan({**LINES, **more}) == []


def test_a_number_without_a_word_of_its_own_is_no_other_number_of_the_invoice() -> None:
    assert scan(with_(LINES, page="N° 26-0413")) == []


def test_the_number_of_an_invoice_on_a_credit_note_is_no_other_number_of_its_own() -> None:
    assert scan(with_(CREDIT, origin="Facture n° : FA-2026-0412")) == [("IDE09", "quoted")]


def test_a_credit_note_that_says_number_of_invoice_twice_means_two_things() -> None:
    lines = with_(CREDIT, origin="N° de facture : FA-2026-0412 - Facture émise le 01/02/2026")
    report = chorus_ocr.scan(bill(lines), today=MARCH)
    assert told(report) == [("IDE09", "quoted")]
    assert report.warnings[0].print_text == "Facture d'origine : FA-2026-0412"


def test_between_two_invoices_that_a_credit_note_quotes_none_is_proposed() -> None:
    lines = with_(CREDIT, one="Facture n° : FA-2026-0412", two="Facture n° : FA-2026-0399")
    assert scan(lines) == [("IDE09", "absent")]


def test_another_number_is_told_once_however_often_it_is_printed() -> None:
    more = {"one": "N° de facture : FA-2026-0413", "two": "Facture n° : FA-2026-0413"}
    assert scan({**LINES, **more}) == [("IDE12", "other")]


def test_rules_that_prefer_no_number_leave_the_field_blank() -> None:
    pack = _preferring_none("numero_facture")
    pdf = bill(with_(LINES, other="N° de facture : FA-2026-0413"))
    report = chorus_ocr.scan(pdf, rules=pack)
    assert told(report) == [("IDE04", "rivals")]
    assert report.blocking and report.prefill.numero_facture is None
    assert "FA-2026-0412, FA-2026-0413" in report.warnings[0].message
    assert told(chorus_ocr.scan(bill(), rules=pack)) == []


# The date


@pytest.mark.parametrize(
    ("printed", "today", "expected"),
    [
        ("20/03/2026", date(2026, 3, 20), []),
        ("21/03/2026", date(2026, 3, 20), [("IDE06", "future")]),
        ("20/03/2025", date(2026, 3, 20), []),
        ("29/02/2024", date(2025, 3, 1), []),
        ("19/03/2025", date(2026, 3, 21), [("IDE08", "old")]),
    ],
)
def test_a_day_makes_the_difference(printed: str, today: date, expected: list[tuple[str, str]]) -> None:
    assert scan(with_(LINES, date=f"Date de facture : {printed}"), today) == expected


def test_the_date_of_something_else_is_no_other_date_of_the_invoice() -> None:
    more = {
        "order": "Date de commande : 01/03/2026",
        "work": "Intervention du 09/03/2026",
        "signed": "Fait à Bourges, le 14/03/2026",
        "printed": "Date : 15/03/2026",
    }
    assert scan({**LINES, **more}) == []


def test_a_date_that_cannot_be_told_apart_is_told_once() -> None:
    pdf = bill({"title": "INVOICE N° FA-26-118", "date": "Invoice date: 03/04/2026", "total": "Amount: 100.00 EUR"})
    assert told(chorus_ocr.scan(pdf)) == [("IDE07", "order")]


def test_an_impossible_date_is_told_once() -> None:
    assert scan(with_(LINES, date="Date de facture : 31/02/2026")) == [("IDE11", "impossible")]


def test_a_date_in_the_american_order_does_not_exist() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, date="Date de facture : 03/25/2026")), today=MARCH)
    assert told(report) == [("IDE11", "impossible")]
    assert "« 03/25/2026 »" in report.warnings[0].message


def test_rules_that_prefer_no_date_leave_the_field_blank() -> None:
    pack = _preferring_none("date_facture")
    pdf = bill(with_(LINES, other="Facture émise le 15/03/2026"))
    report = chorus_ocr.scan(pdf, rules=pack)
    assert told(report) == [("IDE07", "rivals")]
    assert "12/03/2026; 15/03/2026" in report.warnings[0].message
    assert told(chorus_ocr.scan(bill(), rules=pack)) == []


# The type


@pytest.mark.parametrize(
    "title", ["FACTURE N° FA-2026-0412", "Facture d'acompte n° FA-2026-0412", "NOTE D'HONORAIRES N° FA-2026-0412"]
)
def test_a_title_says_the_type(title: str) -> None:
    assert scan(with_(LINES, title=title)) == []


def test_the_invoice_that_a_credit_note_corrects_may_be_told_in_a_sentence() -> None:
    assert scan(with_(CREDIT, origin="Cet avoir annule la facture n° FA-2026-0412 du 12/03/2026.")) == []


# Other documents


@pytest.mark.parametrize("name", ["scan"])
def test_of_a_scan_nothing_is_said_to_be_missing(name: str) -> None:
    assert told(chorus_ocr.scan(stored(name), today=MARCH)) == []


def test_of_a_quote_nothing_is_said_to_be_missing() -> None:
    lines = with_(without(LINES, "date"), title="DEVIS N° D-2026-0412")
    assert scan(lines) == []


def test_a_field_that_the_rules_do_not_have_is_not_missing() -> None:
    pack = CHORUS_PRO.without("numero_facture", "date_facture", "type_facture", "numero_facture_origine")
    assert told(chorus_ocr.scan(bill(without(LINES, "title", "date")), rules=pack)) == []


def _preferring_none(name: str) -> RulePack:
    return CHORUS_PRO.with_field(replace(CHORUS_PRO.rules[name], rivals=Rivals.AMBIGUOUS))
