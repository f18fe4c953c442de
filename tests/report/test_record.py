"""A report as a flat row: every field with its status, the values as the form holds them, the warnings counted."""

import csv
import io
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, FieldRule, Prefill, Report, Severity
from chorus_ocr.report.plain import plain
from chorus_ocr.values.identifier import REFERENCE
from fixtures.make_invoices import INVOICES

PDFS = sorted(INVOICES.glob("*.pdf"))
OWN = ["file", "page_count", "cadre", "rules", "blocking", "warning", "info", "codes"]


def scan(path: Path, **how: object) -> Report:
    return chorus_ocr.scan(path, password="secret", **how)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_a_record_is_flat_and_says_what_the_report_says(path: Path) -> None:
    report = scan(path)
    record = report.to_record()
    assert list(record) == OWN + [column for name in CHORUS_PRO.rules for column in (name, f"{name}_status")]
    assert {type(value) for value in record.values()} <= {str, int, Decimal, date, type(None)}
    for each in fields(Prefill):
        value, held = getattr(report.prefill, each.name), record[each.name]
        if each.name == "lignes_tva":
            assert (value is None) == (held is None)
        else:
            assert held == value
        assert record[f"{each.name}_status"] == report.fields[each.name].status
    assert (record["file"], record["page_count"]) == (path.name, report.document.page_count)
    assert (record["cadre"], record["rules"]) == ("A1", CHORUS_PRO.fingerprint)
    assert [record[str(each)] for each in Severity] == [
        sum(warning.severity is each for warning in report.warnings) for each in Severity
    ]
    assert str(record["codes"]).split() == list(dict.fromkeys(warning.code for warning in report.warnings))


def test_values_have_the_types_of_the_form() -> None:
    record = scan(INVOICES / "overseas.pdf").to_record()
    assert (record["montant_ttc"], record["date_facture"]) == (Decimal("12118.04"), date(2026, 9, 14))
    assert (record["siret_destinataire"], record["type_facture"]) == ("21974909000011", "FACTURE")
    assert record["lignes_tva"] == '[{"taux": "8.5", "base_ht": "11168.70", "montant": "949.34"}]'
    assert record["blocking"] == 0 and str(record["codes"]).startswith("DES03")


def test_an_inferred_value_is_not_in_the_form() -> None:
    record = scan(INVOICES / "overseas.pdf").to_record()
    assert (record["montant_a_payer"], record["montant_a_payer_status"]) == (None, "inferred")


def test_checksums_are_as_the_caller_asked() -> None:
    path = INVOICES / "invalid_siret.pdf"
    assert scan(path).to_record()["siret_destinataire"] is None
    flagged = scan(path, checksums="flag").to_record()
    assert (flagged["siret_destinataire"], flagged["siret_destinataire_status"]) == ("21702914700016", "invalid")


def test_a_field_of_the_applications_own_is_a_column() -> None:
    rules = CHORUS_PRO.with_field(own("dossier")).without("bic")
    record = scan(PDFS[0], rules=rules).to_record()
    assert list(record)[-2:] == ["dossier", "dossier_status"] and "bic" not in record


@pytest.mark.parametrize("name", ["codes", "iban_status"])
def test_a_field_that_has_the_name_of_another_column_is_told(name: str) -> None:
    report = scan(PDFS[0], rules=CHORUS_PRO.with_field(own(name)))
    with pytest.raises(ValueError, match=f"two columns of a record would be named '{name}'"):
        report.to_record()


def own(name: str) -> FieldRule[str]:
    return FieldRule(name=name, label="Dossier", value=REFERENCE, aliases=("Dossier",), source="x")


def test_a_masked_record_shows_nothing() -> None:
    record = scan(INVOICES / "invalid_siret.pdf").masked().to_record()
    assert "3896.50" not in str(record) and "invalid_siret" not in str(record)
    assert record["siret_destinataire_status"] == "invalid"


def test_records_make_a_table() -> None:
    rows: list[Mapping[str, object]] = [scan(path).to_record() for path in PDFS]
    assert len({tuple(row) for row in rows}) == 1
    table = io.StringIO()
    writer = csv.DictWriter(table, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    table.seek(0)
    back = list(csv.DictReader(table))
    assert [each["montant_ttc"] for each in back] == [str(plain(row["montant_ttc"]) or "") for row in rows]
