"""The command « check »: what was meant, from a file; the exit code; and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chorus_ocr import CHORUS_PRO
from chorus_ocr.cli import main
from fixtures.make_invoices import INVOICES
from rules.checks.bills import LINES, bill, with_
from testing.templates import FINE, GLUED_AND_READ, KEYWORD_REMOVED, MEANT

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory with invoices and what was meant."""
    monkeypatch.chdir(tmp_path)
    for name, pdf in (("fine", FINE), ("broken", KEYWORD_REMOVED), ("glued", GLUED_AND_READ), ("html", b"<html>")):
        Path(f"{name}.pdf").write_bytes(pdf)
    Path("meant.json").write_text(json.dumps(MEANT), encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("here")
def test_an_invoice_as_meant_is_one_line(capsys: Capture) -> None:
    assert main(["check", "--expect", "meant.json", "fine.pdf"]) == 0
    assert capsys.readouterr() == ("fine.pdf : 7 champs lus comme prévu\n", "")


@pytest.mark.usefixtures("here")
def test_an_invoice_that_is_not_as_meant_is_told_with_the_fix(capsys: Capture) -> None:
    assert main(["check", "--expect", "meant.json", "broken.pdf", "--lang", "en"]) == 1
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "broken.pdf: not read: siret_destinataire; warnings: DES01"
    assert "    → Print « SIRET client : 217 209 147 00016 »." in lines


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["broken.pdf"], 1),
        (["broken.pdf", "--allow", "DES01"], 0),
        (["broken.pdf", "--allow", "doc08,des01"], 0),
        (["broken.pdf", "--allow", "DOC08", "--allow", "DES01"], 0),
        (["broken.pdf", "--fail-on", "none"], 0),
        (["broken.pdf", "--fail-on", "none", "--expect", "meant.json"], 1),
        (["glued.pdf"], 0),
        (["glued.pdf", "--fail-on", "warning"], 1),
        (["fine.pdf", "--fail-on", "info"], 0),
    ],
    ids=str,
)
def test_what_counts(options: list[str], code: int) -> None:
    assert main(["check", *options]) == code


@pytest.mark.usefixtures("here")
def test_the_result_as_json(capsys: Capture) -> None:
    assert main(["check", "--expect", "meant.json", "--format", "json", "broken.pdf"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["file"], data["ok"]) == ("broken.pdf", False)
    assert [each["field"] for each in data["differences"]] == ["siret_destinataire"]
    assert main(["check", "--format", "json", "absent.pdf"]) == 2
    told = capsys.readouterr()
    assert json.loads(told.out)["error"] == {"type": "UnreadableDocument", "cause": "no such file"}
    assert told.err == "chorus-ocr: absent.pdf: ce fichier n'existe pas\n"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("absent.pdf", "ce fichier n'existe pas"),
        ("html.pdf", "ce n'est pas un PDF : il commence comme un fichier HTML"),
        (str(INVOICES / "password.pdf"), "un mot de passe est nécessaire (--password)"),
        (".", "c'est un dossier, non un fichier"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(file: str, told: str, capsys: Capture) -> None:
    assert main(["check", "--expect", "meant.json", file]) == 2
    assert capsys.readouterr() == ("", f"chorus-ocr: {file}: {told}\n")


@pytest.mark.usefixtures("here")
def test_a_password_opens_a_file() -> None:
    assert main(["check", str(INVOICES / "password.pdf"), "--password", "secret", "--allow", "DOC04"]) in (0, 1)


@pytest.mark.usefixtures("here")
def test_every_fault_of_what_is_meant_is_told(capsys: Capture) -> None:
    faulty = {"siret_destinatair": "1", "montant_ttc": "1.234", "lignes_tva": [{"montant": 3}], "\x1b[2J": None}
    Path("meant.json").write_text(json.dumps(faulty), encoding="utf-8")
    assert main(["check", "--expect", "meant.json", "fine.pdf"]) == 3
    out, err = capsys.readouterr()
    assert (out, "\x1b" in err) == ("", False)
    head, *faults = err.splitlines()
    assert head == "chorus-ocr: meant.json"
    assert faults[0] == "  no field 'siret_destinatair'; did you mean 'siret_destinataire'?"
    assert faults[1].startswith("  montant_ttc: '1.234' is not an amount such as ")
    assert faults[2] == "  lignes_tva[0].taux: compulsory"
    assert faults[3].startswith("  no field ")
    assert len(faults) == 4


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("content", "fault"), [(None, "No such file or directory"), ("{", "not JSON: "), ("7", "what is meant is one JSON")]
)
def test_a_file_that_says_nothing_is_wrong_usage(content: str | None, fault: str, capsys: Capture) -> None:
    if content is not None:
        Path("other.json").write_text(content, encoding="utf-8")
    assert main(["check", "--expect", "other.json", "fine.pdf"]) == 3
    assert capsys.readouterr().err.startswith(f"chorus-ocr: other.json\n  {fault}")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (["fine.pdf", "--allow", "DOC99"], "chorus-ocr: allow: no check 'DOC99'; did you mean 'DOC"),
        (["fine.pdf", "--fail-on", "loud"], "invalid choice: 'loud'"),
        (["fine.pdf", "--lang", "de"], "'de' is not one of fr, en"),
        (["fine.pdf", "broken.pdf"], "unrecognized arguments: broken.pdf"),
        ([], "the following arguments are required: FILE"),
    ],
    ids=str,
)
def test_wrong_usage_ends_with_three(options: list[str], fault: str, capsys: Capture) -> None:
    try:
        code: object = main(["check", *options])
    except SystemExit as ended:
        code = ended.code
    assert code == 3
    assert fault in capsys.readouterr().err


def test_the_checks_of_dates_compare_with_the_day(here: Path, capsys: Capture) -> None:
    late = bill(with_(LINES, date="Date de facture : 12/03/2027", term="Date d'échéance : 11/04/2027"))
    (here / "late.pdf").write_bytes(late)
    assert main(["check", "late.pdf", "--fail-on", "info"]) == 1
    assert "IDE06" in capsys.readouterr().out


def test_a_sidecar_says_what_is_meant(capsys: Capture) -> None:
    for name in ("two_columns", "two_engagements", "invalid_siret"):
        pdf = f"{INVOICES / name}.pdf"
        code = main(["check", "--expect", f"{INVOICES / name}.expected.json", pdf, "--fail-on", "none"])
        assert (code, capsys.readouterr().out) == (0, f"{pdf} : {len(CHORUS_PRO.fields)} champs lus comme prévu\n")


def test_a_terminal_that_knows_ascii_only_gets_question_marks(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "chorus_ocr", "check", "--expect", str(here / "meant.json"), str(here / "broken.pdf")],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"? Imprimer ? SIRET client : 217 209 147 00016 ?." in done.stdout
