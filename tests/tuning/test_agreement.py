"""The evaluation counts as the shared corpus's own yardstick does, field by field: on it, and on truths bent here."""

import importlib.util
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

import chorus_ocr
from chorus_ocr.tuning import Evaluation, Grade, evaluate
from tuning.corpora import INVOICES, SHARED, WITHOUT_SHARED, Data, prefill_of, put, sidecar

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=WITHOUT_SHARED)

GRADES = ("correct", "wrong", "spurious", "missing", "flagged", "blank", "inferred")
Failure = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the yardstick says: a count of grades for each field, the failures, the documents wholly right."""

    fields: dict[str, dict[str, int]]
    core: dict[str, int]
    failures: set[Failure]
    documents: int
    wholly_right: int
    errors: int
    rates: dict[str, tuple[str, str]]
    """Recall and wrong-rate of each printed line."""


Yardstick = Callable[..., Score]


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    path = SHARED / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    yield module


@pytest.fixture
def score(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Yardstick:
    def run(folder: Path, *options: str) -> Score:
        out = tmp_path / "score.json"
        monkeypatch.setattr(sys, "argv", ["score.py", str(folder), "--json", str(out), *options])
        script.main()
        printed = capsys.readouterr().out
        data = json.loads(out.read_text(encoding="utf-8"))
        summary = re.search(r"^(\d+) documents, (\d+) wholly right, [\d.]+ s in scan, (\d+) errors$", printed, re.M)
        assert summary is not None
        rates = re.findall(r"^(\w+) +printed .* recall ([\d.]+) +wrong-rate ([\d.]+)$", printed, re.M)
        return Score(
            fields=data["fields"],
            core=data["core"],
            failures={(grade, field, document) for grade, field, document, *_ in data["fails"]},
            documents=int(summary[1]),
            wholly_right=int(summary[2]),
            errors=int(summary[3]),
            rates={name: (recall, wrong) for name, recall, wrong in rates},
        )

    return run


def compare(found: Evaluation, told: Score) -> None:
    """Assert that both counted the same, field by field and document by document."""
    tallies = found.tallies
    assert set(tallies) == set(told.fields)
    for name, tally in tallies.items():
        counted = {grade: getattr(tally, grade) for grade in GRADES}
        assert counted == {grade: told.fields[name].get(grade, 0) for grade in GRADES}, name
        assert (f"{tally.recall:.4f}", f"{tally.wrong_rate:.4f}") == told.rates[name], name
    for name, tally in (("ALL", found.total), ("CORE", found.core)):
        assert (f"{tally.recall:.4f}", f"{tally.wrong_rate:.4f}") == told.rates[name], name
    assert {grade: getattr(found.core, grade) for grade in GRADES} == {
        grade: told.core.get(grade, 0) for grade in GRADES
    }
    failures = {
        (str(each.grade), each.field, document.id) for document in found.documents for each in document.failures
    }
    assert failures == told.failures
    assert (len(found.documents), found.wholly_right, len(found.unread)) == (
        told.documents,
        told.wholly_right,
        told.errors,
    )


@pytest.mark.parametrize("folder", [pytest.param("made", marks=pytest.mark.slow), "real"])
def test_on_the_shared_corpus(score: Yardstick, folder: str) -> None:
    compare(evaluate(SHARED / folder), score(SHARED / folder))


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_on_one_language(score: Yardstick, language: str) -> None:
    compare(evaluate(SHARED / "real", language=language), score(SHARED / "real", "--lang", language))


@pytest.mark.slow
def test_on_some_fields(score: Yardstick) -> None:
    names = ("siret_destinataire", "montant_ttc", "lignes_tva")
    compare(evaluate(SHARED / "real", fields=names), score(SHARED / "real", "--fields", ",".join(names)))


def test_on_the_projects_own_invoices(score: Yardstick) -> None:
    compare(evaluate(INVOICES), score(INVOICES))


@pytest.mark.slow
def test_with_other_rules(score: Yardstick, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rules that make mistakes: every grade but « inferred » occurs on the corpus.
    bad = chorus_ocr.CHORUS_PRO.without_keywords("montant_ttc", "Total TTC").with_aliases(
        "numero_marche", "Date", "Page", "SIREN"
    )
    plain_scan = chorus_ocr.scan
    monkeypatch.setattr(chorus_ocr, "scan", lambda source: plain_scan(source, rules=bad))
    compare(evaluate(SHARED / "made", rules=bad), score(SHARED / "made"))


JUDGED = ("invalid", "unannounced", "rivals", "derivable")
BENDS = 10


def bent(data: Data, chance: random.Random) -> Data:
    """Return a sidecar that says of each value something else than the page, or the same in another way."""
    prefill = prefill_of(data)
    for key in JUDGED:
        data.setdefault(key, {})
    misread: list[str] = []
    if chance.random() < 0.3:
        data["truth_source"] = "xml"
    for name, value in list(prefill.items()):
        bend = chance.randrange(14)
        if bend < BENDS:
            for key in JUDGED:
                _object(data, key).pop(name, None)
        match bend:
            case 0:
                prefill[name] = None
            case 1:
                del prefill[name]
            case 2:
                prefill[name] = None
                _object(data, "derivable")[name] = value
            case 3 if isinstance(value, str):
                prefill[name] = None
                _object(data, "invalid")[name] = value
            case 4 if isinstance(value, str):
                prefill[name] = None
                _object(data, "unannounced")[name] = value
            case 5 if isinstance(value, str) and not name.startswith(("montant", "date")):
                _object(data, "rivals")[name] = [value, f"{value}9"]
            case 6 if isinstance(value, str) and name.startswith("montant"):
                prefill[name] = value.removeprefix("-") if value.startswith("-") else f"-{value}"
            case 7 if isinstance(value, str) and not name.startswith(("montant", "date")):
                prefill[name] = f" {value.lower()} "
            case 8 if value is None and not name.startswith(("montant", "date", "lignes")):
                prefill[name] = "ELSE-7"
            case 9 if value is not None:
                misread.append(name)
    data["ocr_errors"] = misread
    return data


def _object(data: Data, key: str) -> dict[str, object]:
    held = data[key]
    assert isinstance(held, dict)
    return held


@pytest.mark.slow
def test_on_truths_that_say_something_else(score: Yardstick, tmp_path: Path) -> None:
    folder = tmp_path / "bent"
    names = sorted(path.name.split(".")[0] for path in INVOICES.glob("*.pdf"))
    for seed in range(4):
        for name in names:
            data = bent(sidecar(name), random.Random(f"{name} {seed}"))
            put(folder, f"{name}-{seed}", {**data, "id": f"{name}-{seed}"}, pdf=name)
    found = evaluate(folder)
    compare(found, score(folder))
    grades = {outcome.grade for document in found.documents for outcome in document.outcomes}
    assert grades == set(Grade)


def test_on_files_that_cannot_be_read(score: Yardstick, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    put(folder, "whole", {**sidecar("credit_note"), "id": "whole"}, pdf="credit_note")
    put(folder, "damaged", {**sidecar("credit_note"), "id": "damaged"}, pdf=b"%PDF-1.7\nnothing more")
    put(folder, "page", {**sidecar("credit_note"), "id": "page"}, pdf=b"<html>")
    compare(evaluate(folder), score(folder))
