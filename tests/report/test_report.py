"""A report: the form, typed values, plain data and words."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import pytest

import chorus_ocr
from chorus_ocr import (
    CHORUS_PRO,
    FieldRule,
    LigneTva,
    Prefill,
    RuleError,
    Siret,
    Status,
    TypeFacture,
    ValueType,
)
from chorus_ocr.rules.fields.date_facture import DATE_FACTURE
from chorus_ocr.rules.fields.lignes_tva import LIGNES_TVA
from chorus_ocr.rules.fields.montant_ht import MONTANT_HT
from chorus_ocr.rules.fields.montant_tva import MONTANT_TVA
from chorus_ocr.rules.fields.numero_facture import NUMERO_FACTURE
from chorus_ocr.rules.fields.siret_destinataire import SIRET_DESTINATAIRE
from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.identifier import REFERENCE
from fixtures.make_invoices import INVOICES
from rules.checks.bills import LINES, WRONG, bill, with_, without

ONE = INVOICES / "inline_labels.pdf"
IDS = sorted(path.name.removesuffix(".expected.json") for path in INVOICES.glob("*.expected.json"))

THIRTEEN = list(Prefill.__dataclass_fields__)[:13]
"""The fields of the government's own answer."""

DOSSIER: FieldRule[str] = FieldRule(
    name="numero_dossier",
    label="Références : numéro de dossier",
    keywords=("numéro de dossier",),
    value=REFERENCE,
    source="the application's own",
)


@pytest.mark.parametrize("name", [name for name in IDS if name != "password"])
def test_the_form_is_what_the_page_prints(name: str) -> None:
    truth = json.loads((INVOICES / f"{name}.expected.json").read_text(encoding="utf-8"))
    got = chorus_ocr.scan(INVOICES / f"{name}.pdf").to_dict()["prefill"]
    for field in THIRTEEN:
        allowed = [truth["prefill"][field], truth.get("unannounced", {}).get(field)]
        assert got[field] in allowed, field


def test_found_values_fill_the_form_and_inferred_ones_complete_it() -> None:
    report = chorus_ocr.scan(bill(without(LINES, "due")))
    assert report.fields["montant_a_payer"].status is Status.INFERRED
    assert report.prefill.montant_a_payer is None
    assert report.completed.montant_a_payer == Decimal("1440.00")
    assert replace(report.completed, montant_a_payer=None) == report.prefill


def test_values_are_typed_by_their_rules() -> None:
    report = chorus_ocr.scan(ONE)
    siret = report.value(SIRET_DESTINATAIRE)
    assert_type(siret, Siret | None)
    day = report.value(DATE_FACTURE)
    assert_type(day, date | None)
    lines = report.value(LIGNES_TVA)
    assert_type(lines, tuple[LigneTva, ...] | None)
    net = report.value(MONTANT_HT)
    assert_type(net, Decimal | None)
    assert (siret, day, net) == ("11000201100044", date(2026, 3, 12), Decimal("10974.20"))
    assert_type(report.prefill.siret_destinataire, Siret | None)
    assert_type(report.prefill.type_facture, TypeFacture | None)


def test_the_applications_own_rule_gives_its_own_type() -> None:
    pack = CHORUS_PRO.with_field(DOSSIER)
    report = chorus_ocr.scan(bill(with_(LINES, own="Numéro de dossier : D-2026/18")), rules=pack)
    own = report.value(DOSSIER)
    assert_type(own, str | None)
    assert own == "D-2026/18"
    assert report.to_dict()["fields"]["numero_dossier"]["value"] == "D-2026/18"
    assert "numero_dossier" not in report.to_dict()["prefill"]
    assert "« D-2026/18 », page 1, après « numéro de dossier »" in report.explain("numero_dossier")


def test_a_value_is_what_the_form_holds() -> None:
    report = chorus_ocr.scan(bill(without(LINES, "tax", "rate")))
    assert report.fields["montant_tva"].value == Decimal("240.00")
    assert report.value(MONTANT_TVA) is None
    wrong = bill(with_(LINES, client_siret=f"SIRET client : {WRONG}"))
    assert chorus_ocr.scan(wrong).value(SIRET_DESTINATAIRE) is None
    assert chorus_ocr.scan(wrong, checksums="flag").value(SIRET_DESTINATAIRE) == WRONG.replace(" ", "")


def test_a_rule_that_the_report_does_not_know_is_told() -> None:
    report = chorus_ocr.scan(ONE)
    with pytest.raises(ValueError, match="no field 'numero_dossier'; the fields are numero_facture, "):
        report.value(DOSSIER)
    other = replace(MONTANT_HT, name="numero_facture")
    with pytest.raises(ValueError, match="another rule named 'numero_facture', of type reference"):
        report.value(other)
    assert report.value(replace(NUMERO_FACTURE, aliases=())) == "FA-2026-0187"


def test_a_rule_of_another_type_than_the_form_is_told() -> None:
    wordy: ValueType[str] = ValueType(name="words", pattern=REFERENCE.pattern, parse=REFERENCE.parse)
    rule = FieldRule(name="date_facture", label="x : y", keywords=("date de facture",), value=wordy, source="test")
    pack = CHORUS_PRO.without("date_facture").with_field(rule)
    lines = with_(LINES, date="Date de facture : F-2026-03")
    with pytest.raises(RuleError, match="date_facture: the form holds a date, and the rule gives a str"):
        chorus_ocr.scan(bill(lines), rules=pack)


def test_a_pack_without_a_field_leaves_it_blank() -> None:
    report = chorus_ocr.scan(ONE, rules=CHORUS_PRO.without("bic", "devise"))
    assert report.prefill.bic is report.prefill.devise is None
    assert report.prefill.numero_facture == "FA-2026-0187"


# Plain data


def test_plain_data_has_every_key_of_the_design() -> None:
    report = chorus_ocr.scan(ONE)
    told = report.to_dict()
    assert told["schema_version"] == 1
    assert told["file"] == "inline_labels.pdf"
    assert list(told["prefill"]) == list(Prefill.__dataclass_fields__)
    assert list(told["fields"]) == [rule.name for rule in CHORUS_PRO.fields]
    assert told["rules"] == {
        "name": CHORUS_PRO.name,
        "version": CHORUS_PRO.version,
        "fingerprint": CHORUS_PRO.fingerprint,
    }
    for decision in told["fields"].values():
        assert {"status", "value", "chosen", "premises", "candidates", "unanswered"} == set(decision)
        for candidate in decision["candidates"]:
            assert {"value", "raw", "verdict", "keyword", "relation", "page", "box"} <= set(candidate)
            x0, top, x1, bottom = candidate["box"]
            assert x0 < x1 and top < bottom and candidate["page"] == 1


def test_plain_data_is_json_and_says_what_it_said() -> None:
    report = chorus_ocr.scan(INVOICES / "invalid_siret.pdf")
    again = json.loads(report.to_json())
    assert again == report.to_dict()
    assert json.loads(report.to_json(indent=None)) == again
    assert again["prefill"]["montant_ttc"] == "3896.50"
    assert again["prefill"]["date_facture"] == "2026-05-29"
    assert again["prefill"]["siret_destinataire"] is None
    assert again["blocking"] is True
    siret = again["fields"]["siret_destinataire"]
    assert (siret["status"], siret["value"], siret["chosen"]) == ("invalid", None, None)
    assert "checksum" in {candidate["verdict"] for candidate in siret["candidates"]}
    [warning] = [each for each in again["warnings"] if each["code"] == "DES02"]
    assert list(warning) == [
        "code", "slug", "key", "severity", "title", "message", "hint", "print_text", "field", "page", "box", "source",
    ]  # fmt: skip
    assert (warning["code"], warning["severity"], warning["field"]) == ("DES02", "blocking", "siret_destinataire")


def test_vat_lines_are_objects_and_null_when_there_are_none() -> None:
    with_lines = chorus_ocr.scan(INVOICES / "several_pages.pdf").to_dict()["prefill"]["lignes_tva"]
    assert isinstance(with_lines, list)
    assert {"taux": "5.5", "base_ht": "5640.30", "montant": "310.22"} in with_lines
    assert chorus_ocr.scan(INVOICES / "franchise_293b.pdf").to_dict()["prefill"]["lignes_tva"] is None


def test_amounts_have_no_exponent_and_keep_their_cents() -> None:
    pdf = bill(
        with_(LINES, net="Total HT : 1 000 000,00 €", tax="Total TVA : 0,00 €", gross="Total TTC : 1 000 000,00 €")
    )
    prefill = chorus_ocr.scan(pdf).to_dict()["prefill"]
    assert (prefill["montant_ht"], prefill["montant_tva"]) == ("1000000.00", "0.00")


def test_a_report_of_bytes_has_no_file() -> None:
    assert chorus_ocr.scan(bill()).to_dict()["file"] is None


def test_accents_are_written_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "facture_été.pdf"
    path.write_bytes(bill())
    assert '"file": "facture_été.pdf"' in chorus_ocr.scan(path).to_json()


# Display


def test_a_report_shows_what_it_is() -> None:
    every = len(CHORUS_PRO.fields)
    assert repr(chorus_ocr.scan(ONE)) == (
        f"<Report inline_labels.pdf: 20 of {every} fields found, 0 blocking of 1 warnings>"
    )
    assert repr(chorus_ocr.scan(blank := bill({"title": "FACTURE"}))).startswith(f"<Report <bytes>: 1 of {every}")
    assert blank


def test_an_application_can_read_amounts_of_its_own() -> None:
    rule = FieldRule(name="consigne", label="Montants : consigne", keywords=("consigne",), value=AMOUNT, source="own")
    report = chorus_ocr.scan(bill(with_(LINES, own="Consigne : 12,50 €")), rules=CHORUS_PRO.with_field(rule))
    consigne = report.value(rule)
    assert_type(consigne, Decimal | None)
    assert consigne == Decimal("12.50")
