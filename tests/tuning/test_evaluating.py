"""An evaluation end to end: what is graded, listed and left out, and how it is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, FieldRule, RuleError
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.report.plain import Json
from chorus_ocr.tuning import Evaluation, Grade, Truth, Unread, evaluate
from chorus_ocr.tuning.corpus import NO_TEXT, NO_TRUTH, NO_VALUES
from chorus_ocr.tuning.evaluation import CORE
from chorus_ocr.values.identifier import REFERENCE
from tuning.corpora import INVOICES, prefill_of, put, sidecar


@pytest.fixture(scope="module")
def own() -> Evaluation:
    return evaluate(INVOICES)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A corpus with one wrong, one spurious and one missing value, and with every kind of bad file."""
    wrong = {**sidecar("credit_note"), "id": "b-wrong", "language": "de"}
    prefill_of(wrong)["numero_facture"] = "ELSE-1"
    prefill_of(wrong)["montant_ttc"] = None
    put(tmp_path, "b-wrong", wrong, pdf="credit_note")
    missing = {**sidecar("inline_labels"), "id": "a-missing"}
    prefill_of(missing)["numero_facture_origine"] = "ELSE-2"
    put(tmp_path, "a-missing", missing, pdf="inline_labels")
    put(tmp_path, "damaged", {**sidecar("overseas"), "id": "damaged"}, pdf=b"%PDF-1.7\nnothing more")
    put(tmp_path, "broken", "{", pdf="credit_note")
    put(tmp_path, "gone", {**sidecar("credit_note"), "id": "gone"})
    put(tmp_path, "scan", {**sidecar("scan"), "id": "scan"}, pdf="scan")
    put(tmp_path, "silent", {"id": "silent", "prefill": {}}, pdf="credit_note")
    (tmp_path / "alone.pdf").write_bytes((INVOICES / "credit_note.pdf").read_bytes())
    (tmp_path / "noise.pdf").write_bytes(b"<html>")
    return tmp_path


def test_every_invoice_with_a_truth_is_graded(own: Evaluation) -> None:
    scored = [path for path in INVOICES.glob("*.expected.json") if json.loads(path.read_text())["text_extractable"]]
    assert len(own.documents) == len(scored)
    assert not own.unread and not own.unknown_fields
    assert own.fields == tuple(CHORUS_PRO.rules)
    assert list(own.tallies) == [name for name in own.fields if name in own.tallies]
    assert set(CORE) <= set(own.tallies)


def test_the_sums_are_those_of_the_fields(own: Evaluation) -> None:
    assert own.total.correct == sum(each.correct for each in own.tallies.values())
    assert own.core.correct == sum(each.correct for name, each in own.tallies.items() if name in CORE)
    assert (own.wrong_rate, own.recall) == (own.total.wrong_rate, own.total.recall)


def test_two_evaluations_are_equal(own: Evaluation) -> None:
    assert evaluate(INVOICES) == own
    assert evaluate(
        [(path, Truth.read(path.with_suffix("").with_suffix(".expected.json"))) for path in pdfs()]
    ).total == (own.total)


def pdfs() -> list[Path]:
    return sorted(INVOICES.glob("*.pdf"))


def test_a_document_that_was_read_before_is_not_read_again(own: Evaluation) -> None:
    pairs = []
    for path in pdfs():
        truth = Truth.read(path.with_suffix(".expected.json"))
        if truth.text_extractable:
            pairs.append((chorus_ocr.read(path), truth))
    assert evaluate(pairs).tallies == own.tallies


def test_failures_are_told_worst_first(faulty: Path) -> None:
    found = evaluate(faulty)
    assert [each.id for each in found.worst()] == ["b-wrong", "damaged", "a-missing"]
    assert [each.id for each in found.worst(1)] == ["b-wrong"]
    grades = {
        (each.field, each.grade) for document in found.worst() for each in document.failures if not document.error
    }
    assert grades == {
        ("numero_facture", Grade.WRONG),
        ("montant_ttc", Grade.SPURIOUS),
        ("numero_facture_origine", Grade.MISSING),
    }
    assert found.wholly_right == 0 and len(found.documents) == 3
    assert (found.total.wrong, found.total.spurious) == (1, 1)


def test_bad_files_are_listed_and_stop_nothing(faulty: Path) -> None:
    found = evaluate(faulty)
    assert {(Path(each.source).name, each.error_type) for each in found.unread} == {
        ("broken.expected.json", "TruthError"),
        ("damaged.pdf", "DamagedDocument"),
        ("gone.pdf", "UnreadableDocument"),
        ("noise.pdf", "NotAPdf"),
    }
    assert {(Path(each.source).name, each.reason) for each in found.skipped} == {
        ("alone.pdf", NO_TRUTH),
        ("scan.pdf", NO_TEXT),
        ("silent.pdf", NO_VALUES),
    }
    [damaged] = [each for each in found.documents if each.id == "damaged"]
    assert isinstance(damaged.error, Unread) and not damaged.wholly_right
    assert {each.grade for each in damaged.outcomes} <= {Grade.MISSING, Grade.BLANK, Grade.NOT_SCORED}
    assert all(each.decision is None and each.returned is None for each in damaged.outcomes)
    assert not found.meets(recall=0.0, wrong_rate=1.0)


def test_only_one_language(faulty: Path) -> None:
    assert [each.id for each in evaluate(faulty, language="de").documents] == ["b-wrong"]


def test_only_some_fields(faulty: Path) -> None:
    found = evaluate(faulty, fields=["montant_ttc", "numero_facture"])
    assert found.fields == ("numero_facture", "montant_ttc")
    assert list(found.tallies) == ["numero_facture", "montant_ttc"]
    assert not found.unknown_fields
    assert {each.id for each in found.worst()} == {"b-wrong", "damaged"}


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        (["montant_tcc"], ValueError, "no field 'montant_tcc'; did you mean 'montant_ttc'"),
        (["zzz"], ValueError, "the fields are numero_facture, "),
        ("montant_ttc", TypeError, "a list of names"),
    ],
)
def test_fields_that_there_are_not(fields: list[str], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        evaluate(INVOICES, fields=fields)


def test_wrong_arguments(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="RulePack"):
        evaluate(tmp_path, rules="chorus")  # type: ignore[arg-type]
    with pytest.raises(UnreadableDocument, match="no such folder"):
        evaluate(tmp_path / "gone")
    with pytest.raises(ValueError, match="pages is one of"):
        evaluate(INVOICES, pages="some")


def test_nothing_at_all(tmp_path: Path) -> None:
    found = evaluate(tmp_path)
    assert (found.documents, found.wrong_rate, found.recall) == ((), 0.0, 1.0)
    assert "0 documents" in found.to_text()


def test_a_field_left_out_of_the_truth_is_not_scored(tmp_path: Path) -> None:
    data = {**sidecar("credit_note"), "complete": False}
    del prefill_of(data)["montant_ttc"]
    put(tmp_path, "credit_note", data, pdf="credit_note")
    [document] = evaluate(tmp_path).documents
    [outcome] = [each for each in document.outcomes if each.field == "montant_ttc"]
    assert outcome.returned is not None and outcome.grade is Grade.NOT_SCORED
    assert "montant_ttc" not in evaluate(tmp_path).tallies


DOSSIER: FieldRule[str] = FieldRule(
    name="dossier", label="Dossier", value=REFERENCE, aliases=("N° de la facture rectifiée",), source="own"
)


def test_a_field_of_the_applications_own_is_graded(tmp_path: Path) -> None:
    data = sidecar("credit_note")
    prefill_of(data)["dossier"] = "ELSE-3"
    put(tmp_path, "credit_note", data, pdf="credit_note")
    assert evaluate(tmp_path).unknown_fields == ("dossier",)
    assert "Not in the rule pack (1):\n  dossier\n" in evaluate(tmp_path).to_text()
    found = evaluate(tmp_path, rules=CHORUS_PRO.with_field(DOSSIER))
    assert not found.unknown_fields
    assert found.tallies["dossier"].missing + found.tallies["dossier"].wrong == 1


def test_a_pack_without_a_field_is_not_blamed_for_it(tmp_path: Path) -> None:
    put(tmp_path, "credit_note", sidecar("credit_note"), pdf="credit_note")
    found = evaluate(tmp_path, rules=CHORUS_PRO.without("iban"))
    assert "iban" not in found.tallies and found.unknown_fields == ("iban",)


def test_what_a_keyword_is_worth() -> None:
    less = CHORUS_PRO.without_keywords("iban", "IBAN")
    before, after = evaluate(INVOICES), evaluate(INVOICES, less)
    assert after.tallies["iban"].correct < before.tallies["iban"].correct
    assert before.rules.fingerprint != after.rules.fingerprint
    with pytest.raises(RuleError):
        CHORUS_PRO.without_keywords("siret_destinataire", "no such word")


def test_the_text_tells_the_wrong_rate_first_and_the_verdicts(faulty: Path) -> None:
    text = evaluate(faulty).to_text(worst=3)
    header = next(line for line in text.splitlines() if "recall" in line)
    assert header.split()[:2] == ["wrong-rate", "recall"]
    assert text.index("core fields") < text.index("all fields") < text.index("b-wrong: 2 wrong, 0 missing")
    assert "  numero_facture: wrong · printed ELSE-1 · returned " in text
    assert "    chosen: " in text
    assert "numero_facture_origine: missing · printed ELSE-2 · returned nothing (absent)" in text
    assert "damaged: 0 wrong, " in text and "  not read: " in text
    assert "Not read (4):" in text and "Not scored (3):" in text
    assert "and 2 more documents that are not wholly right" in evaluate(faulty).to_text(worst=1)
    assert "a-missing" not in evaluate(faulty).to_text(worst=0)


def test_the_text_lists_only_some_of_what_is_not_scored(tmp_path: Path) -> None:
    for at in range(12):
        (tmp_path / f"{at:02}.pdf").write_bytes((INVOICES / "credit_note.pdf").read_bytes())
    found = evaluate(tmp_path)
    assert "Not scored (12):" in found.to_text() and found.to_text().endswith("\n  … and 2 more\n")
    assert len(found.skipped) == 12


def test_the_json_is_plain_data(faulty: Path) -> None:
    found = evaluate(faulty)
    data = json.loads(found.to_json())
    assert data == found.to_dict()
    assert list(data)[:4] == ["schema_version", "rules", "documents", "wholly_right"]
    assert list(data["all_fields"])[:2] == ["wrong_rate", "recall"]
    assert data["fields"]["numero_facture"]["wrong"] == 1
    assert [each["id"] for each in data["worst"]] == ["b-wrong", "damaged", "a-missing"]
    [failure] = [each for each in data["worst"][0]["failures"] if each["field"] == "numero_facture"]
    assert failure["grade"] == "wrong" and failure["expected"] == "ELSE-1"
    verdicts = [each["verdict"] for each in failure["decision"]["candidates"]]
    assert "chosen" in verdicts
    assert data["worst"][1]["error_type"] == "DamagedDocument"
    assert len(found.to_dict(worst=1)["worst"] or ()) == 1  # type: ignore[arg-type]


def test_records_are_flat_and_alike(faulty: Path) -> None:
    records = evaluate(faulty).to_records()
    assert len(records) == 3 * len(CHORUS_PRO.rules)
    assert len({tuple(each) for each in records}) == 1
    flat: set[type[Json]] = {type(value) for each in records for value in each.values()}
    assert flat <= {str, int, type(None)}
    [row] = [each for each in records if each["document"] == "b-wrong" and each["field"] == "numero_facture"]
    assert (row["grade"], row["expected"], row["status"]) == ("wrong", "ELSE-1", "found")
    assert str(row["verdicts"]).startswith("chosen ")


def test_an_evaluation_says_what_it_is(own: Evaluation) -> None:
    assert repr(own).startswith("<Evaluation of chorus-pro: wrong-rate 0.")


def test_floors(own: Evaluation) -> None:
    assert own.meets(recall=own.recall, wrong_rate=own.wrong_rate)
    assert not own.meets(recall=own.recall + 0.001, wrong_rate=own.wrong_rate)
    assert not own.meets(recall=own.recall, wrong_rate=own.wrong_rate - 0.001)


def test_no_data_frame_is_loaded() -> None:
    code = (
        "import sys, chorus_ocr; e = chorus_ocr.evaluate(sys.argv[1]); e.to_records(), e.to_json(), e.to_text();"
        "print({'pandas', 'numpy', 'facturx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(INVOICES)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()" and done.stderr == ""
