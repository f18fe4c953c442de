"""``chorus-ocr scan --format jsonl|csv``: a row a file, failures included, each written as soon as it is there."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr.cli import main
from chorus_ocr.cli.tables import CsvWriter
from chorus_ocr.report.plain import plain
from chorus_ocr.report.record import columns
from processes import posix_only
from rules.checks.bills import LINES, WRONG, bill, with_


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a directory with two invoices and a file that is none."""
    (tmp_path / "a.pdf").write_bytes(bill())
    (tmp_path / "b.pdf").write_bytes(b"no PDF")
    (tmp_path / "c.pdf").write_bytes(bill(with_(LINES, client_siret=f"SIRET client : {WRONG}")))
    return tmp_path


def table(format_: str, out: str) -> list[dict[str, object]]:
    if format_ == "jsonl":
        return [json.loads(line) for line in out.splitlines()]
    return [dict(row) for row in csv.DictReader(io.StringIO(out, newline=""))]


@pytest.mark.usefixtures("deposit_day")
@pytest.mark.parametrize("more", [(), ("--isolated",)], ids=["here", "isolated"])
@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_a_row_a_file(format_: str, more: Sequence[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--format", format_, *more, str(folder)]) == 2
    shown = capsys.readouterr()
    rows = table(format_, shown.out)
    empty = None if format_ == "jsonl" else ""
    first, *others = columns(chorus_ocr.CHORUS_PRO.rules)
    assert [tuple(row) for row in rows] == [(first, "error", "cause", *others)] * 3
    assert [row["file"] for row in rows] == [str(folder / f"{name}.pdf") for name in "abc"]
    assert [row["error"] for row in rows] == [empty, "NotAPdf", empty]
    assert rows[1]["cause"] == "ce n'est pas un PDF"
    assert {rows[1][name] for name in others} == {empty}
    assert str(rows[0]["montant_ttc"]) == "1440.00" and rows[0]["date_facture"] == "2026-03-12"
    assert (rows[2]["siret_destinataire"], rows[2]["siret_destinataire_status"]) == (empty, "invalid")
    assert [str(row["blocking"]) for row in (rows[0], rows[2])] == ["0", "1"]
    assert "DES02" in str(rows[2]["codes"]).split()
    assert shown.err == f"chorus-ocr: {folder / 'b.pdf'}: ce n'est pas un PDF\n"


@pytest.mark.usefixtures("deposit_day")
def test_a_row_is_the_record_of_the_report(
    folder: Path, capsys: pytest.CaptureFixture[str], deposit_day: object
) -> None:
    path = folder / "a.pdf"
    main(["scan", "--format", "jsonl", str(path)])
    [row] = table("jsonl", capsys.readouterr().out)
    record = chorus_ocr.scan(path, today=deposit_day).to_record()  # type: ignore[arg-type] # a date, as the fixture has it
    assert {name: cell for name, cell in row.items() if name not in ("file", "error", "cause")} == {
        name: plain(cell) for name, cell in record.items() if name != "file"
    }


def test_a_masked_table_tells_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.pdf").rename(folder / "facture Dupont 1742.pdf")
    main(["scan", "--format", "csv", "--masked", str(folder)])
    out = capsys.readouterr().out
    rows = table("csv", out)
    assert [row["file"] for row in rows] == ["", "x.pdf", "facture Xxxxxx 9006.pdf"]
    assert rows[0]["error"] == "NotAPdf"
    assert "Dupont" not in out and "1440" not in out and str(folder) not in out


def test_an_invoice_makes_no_spreadsheet_calculate(tmp_path: Path) -> None:
    class Given:
        lang, masked = chorus_ocr.Lang.FR, False

    writer = CsvWriter(Given())  # type: ignore[arg-type] # the two that it asks for
    [row] = table("csv", writer.start() + writer.item("=cmd|' /C calc'!A0", ValueError("+1+1\n@here")))
    assert row["file"] == "'=cmd|' /C calc'!A0"
    assert str(row["cause"]).startswith("erreur interne, à signaler")
    for text, shown in (("-12.50", "-12.50"), ("-A1", "'-A1"), ("@x", "'@x"), ("+33 1", "'+33 1"), ("12", "12")):
        report = chorus_ocr.scan(bill())
        assert report.document.file_name is None
        [row] = table("csv", writer.start() + writer.item(text, report))
        assert row["file"] == shown


@posix_only
def test_rows_are_written_one_by_one(folder: Path) -> None:
    # The second file is a pipe that nobody writes to until the first row was read.
    names = ("a.pdf", "aa.pdf")
    os.mkfifo(folder / "aa.pdf")
    with subprocess.Popen(
        [sys.executable, "-m", "chorus_ocr", "scan", "--format", "jsonl", *(str(folder / name) for name in names)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as scanning:
        assert scanning.stdout is not None
        assert json.loads(scanning.stdout.readline())["numero_facture"] == "FA-2026-0412"
        (folder / "aa.pdf").write_bytes(b"")
        assert json.loads(scanning.stdout.readline())["error"] == "NotAPdf"
    assert scanning.returncode == 2
