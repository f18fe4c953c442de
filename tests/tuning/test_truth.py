"""The sidecar: every key becomes typed data and comes back, and all that is wrong with it is told at once."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from chorus_ocr.errors import ChorusOcrError, TruthError
from chorus_ocr.prefill import Prefill
from chorus_ocr.tuning import Truth, VatLine, write_truth
from chorus_ocr.tuning.truth import DATES, KEYS
from tuning.corpora import INVOICES, SHARED, WITHOUT_SHARED, put, sidecar

FORM = tuple(each.name for each in fields(Prefill))

FULL: dict[str, object] = {
    "id": "F-12",
    "prefill": {
        "numero_facture": "F-12",
        "date_facture": "2026-03-12",
        "montant_ht": "1000.00",
        "lignes_tva": [{"taux": "20", "base_ht": None, "montant": "200.00"}],
        "code_service": None,
        "siret_destinataire": None,
        "numero_engagement": None,
        "montant_ttc": None,
        "iban": "FR7630006000011234567890189",
        "motif_exoneration": "TVA non applicable",
        "mon_champ": "A-1",
    },
    "origin": "drawn by hand",
    "kind": "credit_note",
    "language": "fr",
    "complete": True,
    "truth_source": "hand",
    "traits": ["several_pages"],
    "expected_warnings": ["encrypted"],
    "has_xml": False,
    "text_extractable": True,
    "ocr_errors": ["iban"],
    "invalid": {"siret_destinataire": "21350903700016"},
    "unannounced": {"code_service": "SPORTS"},
    "rivals": {"numero_engagement": ["EJ-1", "EJ-2"]},
    "also_printed": {"commande": "BC-1"},
    "derivable": {"montant_ttc": "1200.00"},
    "beyond_page_3": {"montant_ttc": "1200.00"},
    "labels": {"montant_ht": "Total HT :"},
    "decoys": ["751234567"],
    "notes": "drawn twice",
    "edition": {"first": 1},
}


def faults(data: object) -> tuple[str, ...]:
    with pytest.raises(TruthError) as caught:
        Truth.from_dict(data)
    return caught.value.faults


def test_the_dates_are_those_of_the_form() -> None:
    assert {"date_facture", "date_echeance"} <= DATES == {name for name in FORM if name.startswith("date_")}


def test_every_key_becomes_typed_data() -> None:
    truth = Truth.from_dict(FULL)
    assert truth.prefill["date_facture"] == date(2026, 3, 12)
    assert truth.prefill["montant_ht"] == Decimal("1000.00")
    assert truth.prefill["lignes_tva"] == (VatLine(taux=Decimal(20), base_ht=None, montant=Decimal("200.00")),)
    assert truth.derivable == {"montant_ttc": Decimal("1200.00")}
    assert truth.rivals == {"numero_engagement": ("EJ-1", "EJ-2")}
    assert truth.ocr_errors == ("iban",)
    assert truth.other == {"edition": {"first": 1}}
    assert truth.signs_count


def test_the_example_has_every_key() -> None:
    assert set(FULL) == {*KEYS, "edition"}


def test_what_is_read_is_written_again() -> None:
    assert Truth.from_dict(FULL).to_dict() == FULL
    assert json.loads(Truth.from_dict(FULL).to_json()) == FULL


def test_the_least_sidecar() -> None:
    truth = Truth.from_dict({"id": "F", "prefill": {}})
    assert (truth.kind, truth.language, truth.complete, truth.text_extractable) == ("invoice", None, False, True)
    assert Truth.from_dict(truth.to_dict()) == truth


@pytest.mark.parametrize("path", sorted(INVOICES.glob("*.expected.json")), ids=lambda path: path.name.split(".")[0])
def test_the_projects_own_sidecars_round_trip(path: Path) -> None:
    truth = Truth.read(path)
    assert Truth.from_dict(truth.to_dict()) == truth
    held, written = json.loads(path.read_text(encoding="utf-8")), truth.to_dict()
    assert {key: value for key, value in held.items() if value not in ([], {}, "")}.items() <= written.items()


@pytest.mark.skipif(not SHARED.is_dir(), reason=WITHOUT_SHARED)
def test_the_shared_sidecars_round_trip() -> None:
    for path in sorted(SHARED.glob("*/*.expected.json")):
        truth = Truth.read(path)
        assert Truth.from_dict(truth.to_dict()) == truth


def test_a_truth_from_xml_says_nothing_about_signs() -> None:
    assert not Truth.from_dict({"id": "F", "prefill": {}, "truth_source": "hand over xml"}).signs_count


def test_every_fault_is_told_at_once() -> None:
    assert faults(
        {
            "prefil": {},
            "prefill": {
                "montant_ht": "1 000,00",
                "montant_ttc": True,
                "montant_tva": "NaN",
                "date_facture": "12/03/2026",
                "lignes_tva": [{"taux": "20", "montent": "1.00"}, "20 %"],
                "code_service": {"value": "A"},
            },
            "complete": "yes",
            "traits": "several",
            "decoys": [7],
            "rivals": {"numero_engagement": ["only one"]},
            "derivable": [],
            "also_printed": 3,
        }
    ) == (
        "prefil: no such key; did you mean 'prefill'?",
        "id: compulsory, the name of the PDF without its .pdf",
        "prefill.montant_ht: '1 000,00' is not a number such as \"1227.50\"",
        'prefill.montant_ttc: True is not a number such as "1227.50"',
        "prefill.montant_tva: 'NaN' is not a number such as \"1227.50\"",
        "prefill.date_facture: '12/03/2026' is not a date such as \"2026-11-30\"",
        "prefill.lignes_tva[0].montent: no such key; a VAT line has taux, base_ht, montant",
        "prefill.lignes_tva[1]: '20 %' is not an object",
        "prefill.code_service: {'value': 'A'} is not a text",
        "complete: 'yes' is not true or false",
        "traits: 'several' is not a list of texts",
        "rivals.numero_engagement: ['only one'] is not a list of two values or more",
        "also_printed: 3 is not an object",
        "derivable: [] is not an object of attributes",
        "decoys[0]: 7 is not a text",
        "rivals.numero_engagement: is never scored, for prefill leaves numero_engagement out; null scores it",
    )


def test_what_is_said_twice_and_differently() -> None:
    assert faults(
        {
            "id": "F",
            "prefill": {"iban": "FR76", "bic": "AGRIFRPP882"},
            "invalid": {"iban": "FR77", "siret_fournisseur": "1"},
            "unannounced": {"bic": "AGRIFRPP882"},
            "ocr_errors": ["devise"],
        }
    ) == (
        "invalid.iban: prefill.iban is null where invalid has a value",
        "invalid.siret_fournisseur: is never scored, for prefill leaves siret_fournisseur out; null scores it",
        "unannounced.bic: prefill.bic is null where unannounced has a value",
        "ocr_errors: prefill has no devise",
    )


@pytest.mark.parametrize("data", [[], "truth", None, 3])
def test_a_sidecar_is_an_object(data: object) -> None:
    assert faults(data) == ("a sidecar is one JSON object",)


def test_numbers_may_stand_without_quotes() -> None:
    truth = Truth.from_dict({"id": "F", "prefill": {"montant_ht": 12.5, "montant_ttc": 15, "numero_facture": 42}})
    assert truth.prefill == {"montant_ht": Decimal("12.5"), "montant_ttc": Decimal(15), "numero_facture": "42"}


@pytest.mark.parametrize(
    ("content", "fault"),
    [("{", "not JSON"), ("[]", "one JSON object"), ('{"id": "G", "prefill": {}}', "'G' does not name this file")],
)
def test_a_broken_file_names_itself(tmp_path: Path, content: str, fault: str) -> None:
    path = put(tmp_path, "F", content)
    with pytest.raises(TruthError, match=fault) as caught:
        Truth.read(path)
    assert caught.value.source == str(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(TruthError, match="No such file"):
        Truth.read(tmp_path / "F.expected.json")
    (tmp_path / "F.expected.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(TruthError, match="not UTF-8"):
        Truth.read(tmp_path / "F.expected.json")
    put(tmp_path, "F", "[" * 100_000)
    with pytest.raises(TruthError, match="not JSON"):
        Truth.read(tmp_path / "F.expected.json")


def test_the_name_and_the_content_are_faulted_together(tmp_path: Path) -> None:
    path = put(tmp_path, "F", {"id": "G", "prefill": {}, "complete": 1})
    with pytest.raises(TruthError) as caught:
        Truth.read(path)
    assert caught.value.faults == ("id: 'G' does not name this file", "complete: 1 is not true or false")


def test_the_error_is_one_of_the_projects_and_a_value_error() -> None:
    assert issubclass(TruthError, ChorusOcrError) and issubclass(TruthError, ValueError)


def test_a_truth_is_written_once(tmp_path: Path) -> None:
    data = sidecar("credit_note")
    path = write_truth(tmp_path, data)
    assert path == tmp_path / "credit_note.expected.json"
    assert Truth.read(path) == Truth.from_dict(data)
    with pytest.raises(FileExistsError):
        write_truth(tmp_path, data)
    assert write_truth(path, Truth.from_dict(data), overwrite=True) == path


@pytest.mark.parametrize(("name", "identity"), [("other.expected.json", "F"), ("F.json", "F"), ("", "../F")])
def test_a_truth_is_written_under_its_own_name_only(tmp_path: Path, name: str, identity: str) -> None:
    with pytest.raises(TruthError, match="is named"):
        write_truth(tmp_path / name, {"id": identity, "prefill": {}})
    assert not list(tmp_path.iterdir())
