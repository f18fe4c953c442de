"""A sidecar drafted from a report: what is found, what is not, and what a person has to look at."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, FieldRule, Status
from chorus_ocr.tuning import Grade, Truth, draft_truth, evaluate, write_truth
from chorus_ocr.values.identifier import REFERENCE
from pages import document
from tuning.corpora import INVOICES


def drafted(*lines: str, name: str | None = "F-12") -> dict[str, object]:
    return dict(draft_truth(chorus_ocr.recognize(document(*lines)), name=name))


@pytest.mark.parametrize("path", sorted(INVOICES.glob("*.pdf")), ids=lambda path: path.stem)
def test_a_draft_is_a_sidecar_that_its_own_report_passes(path: Path, tmp_path: Path) -> None:
    if path.stem == "password":
        return
    report = chorus_ocr.scan(path)
    draft = draft_truth(report)
    truth = Truth.from_dict(draft)
    assert truth.to_dict() == draft
    assert truth.id == path.stem and truth.complete is False
    written = write_truth(tmp_path, draft)
    assert Truth.read(written) == truth
    (tmp_path / path.name).write_bytes(path.read_bytes())
    found = evaluate(tmp_path)
    if truth.text_extractable:
        assert found.wholly_right == 1, found.to_text()
        grades = {each.grade for each in found.documents[0].outcomes}
        assert grades <= {Grade.CORRECT, Grade.BLANK, Grade.FLAGGED}
    else:
        assert [each.reason for each in found.skipped] == ["no text to read"]


def test_every_field_of_the_pack_is_there() -> None:
    draft = drafted("FACTURE n° FA-2026-17")
    assert isinstance(draft["prefill"], dict)
    assert list(draft["prefill"]) == list(CHORUS_PRO.rules)
    assert draft["prefill"]["numero_facture"] == "FA-2026-17"
    assert draft["prefill"]["siret_destinataire"] is None
    assert isinstance(draft["labels"], dict) and "numero_facture" in draft["labels"]


def test_a_value_that_fails_its_checksum_is_invalid() -> None:
    draft = drafted("FACTURE", "SIRET client : 213 509 037 00016")
    assert draft["invalid"] == {"siret_destinataire": "21350903700016"}
    assert "siret_destinataire is invalid: 21350903700016." in str(draft["notes"])


def test_values_of_equal_right_are_rivals() -> None:
    draft = drafted("FACTURE", "Engagement : 4500000001", "Engagement : 4500000002")
    assert draft["rivals"] == {"numero_engagement": ["4500000001", "4500000002"]}
    assert "numero_engagement is ambiguous: 4500000001, 4500000002." in str(draft["notes"])


def test_an_inferred_value_is_derivable_and_left_blank() -> None:
    report = chorus_ocr.recognize(
        document("FACTURE", "Date de facture : 12/03/2026", "Paiement à 30 jours", "Total TTC : 100,00 €")
    )
    inferred = {name for name, decision in report.fields.items() if decision.status is Status.INFERRED}
    assert inferred
    truth = Truth.from_dict(draft_truth(report))
    assert set(truth.derivable) == inferred
    assert all(truth.prefill[name] is None for name in inferred)
    assert all(f"{name} is inferred from " in truth.notes for name in inferred)


def test_what_no_keyword_announces_is_noted() -> None:
    draft = drafted("FACTURE", "110 002 011 00044")
    assert "siret_destinataire is blank, and no keyword announces 11000201100044." in str(draft["notes"])


def test_bytes_without_a_name() -> None:
    assert drafted("FACTURE", name=None)["id"] == "document"
    named = replace(document("FACTURE"), file_name="F 12.v2.PDF")
    assert draft_truth(chorus_ocr.recognize(named))["id"] == "F 12.v2"


def test_a_page_without_text() -> None:
    draft = drafted()
    assert draft["text_extractable"] is False and draft["language"] is None


def test_a_field_of_the_applications_own() -> None:
    rule: FieldRule[str] = FieldRule(name="lot", label="Lot", value=REFERENCE, aliases=("Numéro du lot",), source="own")
    report = chorus_ocr.recognize(document("FACTURE", "Numéro du lot : LOT-4"), rules=CHORUS_PRO.with_field(rule))
    assert Truth.from_dict(draft_truth(report)).prefill["lot"] == "LOT-4"


def test_amounts_stay_numbers() -> None:
    truth = Truth.from_dict(drafted("FACTURE", "Total HT : 100,00 €", "TVA 20 % : 20,00 €", "Total TTC : 120,00 €"))
    assert truth.prefill["montant_ttc"] == Decimal("120.00")
