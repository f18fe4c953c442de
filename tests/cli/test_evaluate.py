"""The command ``evaluate``: what it prints, and the code it ends with."""

import json
from pathlib import Path

import pytest

from chorus_ocr.cli import main
from tuning.corpora import INVOICES, prefill_of, put, sidecar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one right document, and one with a wrong number."""
    put(tmp_path, "right", {**sidecar("inline_labels"), "id": "right"}, pdf="inline_labels")
    wrong = {**sidecar("credit_note"), "id": "wrong", "language": "de"}
    prefill_of(wrong)["numero_facture"] = "ELSE-1"
    put(tmp_path, "wrong", wrong, pdf="credit_note")
    return tmp_path


def test_the_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder)]) == 0
    shown = capsys.readouterr()
    assert "2 documents, 1 wholly right" in shown.out
    assert "wrong: 1 wrong, 0 missing" in shown.out
    assert "numero_facture: wrong · printed ELSE-1" in shown.out
    assert shown.err == ""


def test_the_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), "--format", "json", "--worst", "0"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["documents"], data["wholly_right"], data["worst"]) == (2, 1, [])


def test_only_a_language_and_some_fields(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), "--lang", "fr", "--fields", "numero_facture, iban", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["documents"] == 1
    assert set(data["fields"]) == {"numero_facture", "iban"}


@pytest.mark.parametrize(("floor", "code"), [("0.5,0.2", 0), ("1,0.2", 1), ("0.5,0", 1)])
def test_a_floor(folder: Path, capsys: pytest.CaptureFixture[str], floor: str, code: int) -> None:
    assert main(["evaluate", str(folder), "--floor", floor]) == code
    told = capsys.readouterr().err
    assert ("floor missed: wrong-rate 0." in told) is bool(code)
    assert told.find("wrong-rate") <= told.find("recall")


def test_a_file_that_cannot_be_read_is_worse_than_a_floor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, "bad", "{", pdf="credit_note")
    assert main(["evaluate", str(folder), "--floor", "1,0"]) == 2
    shown = capsys.readouterr()
    assert "Not read (1):" in shown.out and "bad.expected.json: TruthError: not JSON" in shown.out
    assert shown.err == "chorus-ocr: 1 of the files could not be read\n"


def test_no_such_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "gone")]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.endswith("gone: no such folder\n")


def test_nothing_to_evaluate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path)]) == 2
    assert "nothing to evaluate" in capsys.readouterr().err


def test_a_misspelt_field(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), "--fields", "numero_factur"]) == 3
    assert capsys.readouterr().err == "chorus-ocr: no field 'numero_factur'; did you mean 'numero_facture'?\n"


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["DIR", "--floor", "high"],
        ["DIR", "--floor", "0.9"],
        ["DIR", "--floor", "2,0"],
        ["DIR", "--floor", "nan,0"],
        ["DIR", "--worst", "-1"],
        ["DIR", "--format", "html"],
    ],
)
def test_wrong_usage(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", *options])
    assert ended.value.code == 3
    assert "usage: chorus-ocr evaluate" in capsys.readouterr().err


def test_nothing_in_a_file_steers_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = {**sidecar("credit_note"), "id": "steer"}
    prefill_of(data)["numero_facture"] = "\x1b[2J"
    put(folder, "steer", data, pdf="credit_note")
    main(["evaluate", str(folder)])
    assert "\x1b" not in capsys.readouterr().out


def test_the_projects_own_invoices(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(INVOICES), "--floor", "0.9,0.01"]) == 0
