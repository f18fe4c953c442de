"""``--directory FILE.csv``: what it changes, and what is told of a file that is no directory."""

import json
from pathlib import Path

import pytest

from chorus_ocr import CsvDirectory
from chorus_ocr.cli import main
from fixtures.parties import COURCERON, MEHUNOIS
from rules.checks.bills import LINES, bill, without

ASKS = f"siret;numero_ej_doit_etre_renseigne\n{COURCERON.siret};oui\n"


@pytest.fixture
def invoice(tmp_path: Path) -> str:
    """Return an invoice without an engagement."""
    path = tmp_path / "facture.pdf"
    path.write_bytes(bill(without(LINES, "engagement")))
    return str(path)


def directory(tmp_path: Path, text: str) -> str:
    path = tmp_path / "annuaire.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def codes(shown: str) -> list[str]:
    [item] = json.loads(shown)
    return [warning["code"] for warning in item["warnings"]]


@pytest.mark.parametrize("way", [[], pytest.param(["--workers", "1"], marks=pytest.mark.slow)])
def test_what_a_body_asks_for_is_blocking(
    invoice: str, tmp_path: Path, way: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    scan = ["scan", "--format", "json", invoice, *way]
    assert main(scan) == 0
    [alone] = json.loads(capfd.readouterr().out)
    assert "REF02" in alone["not_run"] and "REF02" not in codes(json.dumps([alone]))
    assert main([*scan, "--directory", directory(tmp_path, ASKS)]) == 1
    [told] = json.loads(capfd.readouterr().out)
    assert "REF02" not in told["not_run"] and codes(json.dumps([told])) == ["REF02"]
    assert main([*scan, "--directory", directory(tmp_path, ASKS.replace(COURCERON.siret, MEHUNOIS.siret))]) == 1
    assert codes(capfd.readouterr().out) == ["DES12"]


def test_explain_knows_it_too(invoice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = directory(tmp_path, ASKS)
    assert main(["explain", "numero_engagement", invoice, "--directory", asked]) == 0
    assert "REF02" in capsys.readouterr().out
    assert main(["explain", "numero_engagement", "--directory", asked, invoice]) == 0
    assert "REF02" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["scan"], ["explain", "numero_engagement"]])
def test_a_file_with_faults_is_wrong_usage(
    invoice: str, tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = directory(tmp_path, ASKS + f"12345678900000;oui\n{MEHUNOIS.siret};\x1b[2Jpeut-être\n")
    with pytest.raises(SystemExit) as ended:
        main([*command, invoice, "--directory", wrong])
    assert ended.value.code == 3
    shown = capsys.readouterr()
    assert shown.out == "" and "\x1b" not in shown.err
    usage, _, told = shown.err.partition("chorus-ocr " + command[0] + ": ")
    assert usage.startswith("usage: ")
    head, *faults = told.splitlines()
    assert head == f"argument --directory: {wrong}"
    assert faults == [
        "  line 3: siret '12345678900000': its check digit is wrong",
        "  line 4: numero_ej_doit_etre_renseigne '\\x1b[2Jpeut-être': none of 1, true, oui, 0, false, non",
    ]


def test_a_file_that_is_not_there_is_wrong_usage(
    invoice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = str(tmp_path / "gone.csv")
    with pytest.raises(SystemExit) as ended:
        main(["scan", invoice, "--directory", gone])
    assert ended.value.code == 3
    assert f"{gone}\n  cannot be read: No such file or directory" in capsys.readouterr().err


def test_the_file_is_that_of_the_library(tmp_path: Path) -> None:
    assert CsvDirectory.read(directory(tmp_path, ASKS)) == CsvDirectory.from_text(ASKS)
