"""The example of a Dask cluster, run as a reader would run it: the table says of each file what a scan here says."""

import shutil
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr import Prefill
from fixtures.make_invoices import INVOICES

WITHOUT = "the packages of the extra « dask » are not installed: the example is not run"
distributed = pytest.importorskip("distributed", reason=WITHOUT)
parquet = pytest.importorskip("pyarrow.parquet", reason=WITHOUT)

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "dask_folder.py"


def expected(path: Path, name: str, today: date) -> dict[str, Any]:
    """Return the row of a file as a scan in this process tells it, blanks left out."""
    try:
        report = chorus_ocr.scan(path, today=today)
    except chorus_ocr.UnreadableDocument as error:
        return {"file": name, "error": type(error).__name__, "cause": error.cause}
    form = {each.name: getattr(report.prefill, each.name) for each in fields(Prefill)}
    if report.prefill.lignes_tva is not None:
        form["lignes_tva"] = [
            {"taux": line.taux, "base_ht": line.base_ht, "montant": line.montant} for line in report.prefill.lignes_tva
        ]
    row = {"file": name, **form, "blocking": report.blocking, "rules": report.rules.fingerprint}
    row["warnings"] = [warning.code for warning in report.warnings]
    return {column: value for column, value in row.items() if value is not None}


@pytest.mark.slow
def test_the_table_says_what_a_scan_here_says(tmp_path: Path) -> None:
    folder, table = tmp_path / "factures", tmp_path / "table.parquet"
    shutil.copytree(INVOICES, folder / "2026", ignore=shutil.ignore_patterns("*.json", "make*", ".git*"))
    whole = (INVOICES / "overseas.pdf").read_bytes()
    (folder / "abîmée.pdf").write_bytes(whole[: len(whole) // 3])
    (folder / "vide.PDF").write_bytes(b"")
    (folder / "notes.txt").write_text("no PDF", encoding="utf-8")

    days = [date.today()]  # noqa: DTZ011 - the example's own day
    done = subprocess.run(
        [sys.executable, str(EXAMPLE), str(folder), str(table)], capture_output=True, text=True, check=False
    )
    days.append(date.today())  # noqa: DTZ011 - midnight may have passed
    assert done.returncode == 0, done.stderr

    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".pdf", ".PDF"))
    assert done.stdout == f"{len(paths)} files -> {table}\n"
    rows = parquet.read_table(table).to_pylist()
    assert [row["file"] for row in rows] == [path.relative_to(folder).as_posix() for path in paths]
    assert len(rows) == len(list(INVOICES.glob("*.pdf"))) + 2
    told = [{column: value for column, value in row.items() if value is not None} for row in rows]
    wanted = [[expected(path, path.relative_to(folder).as_posix(), day) for path in paths] for day in days]
    assert told in wanted
    errors = {row["file"]: row["error"] for row in rows if row["error"]}
    assert errors == {
        "2026/password.pdf": "EncryptedDocument", "abîmée.pdf": "DamagedDocument", "vide.PDF": "NotAPdf",
    }  # fmt: skip


@pytest.mark.slow
def test_the_columns_have_the_types_of_the_form(tmp_path: Path) -> None:
    shutil.copy(INVOICES / "several_pages.pdf", tmp_path / "facture.pdf")
    table = tmp_path / "table.parquet"
    subprocess.run([sys.executable, str(EXAMPLE), str(tmp_path), str(table)], capture_output=True, check=True)
    schema = parquet.read_schema(table)
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert list(types) == ["file", "error", "cause", *Prefill.__dataclass_fields__, "blocking", "warnings", "rules"]
    assert types["montant_ttc"] == "decimal128(38, 10)"
    assert types["date_facture"] == "date32[day]"
    assert types["siret_destinataire"] == types["type_tva"] == types["devise"] == "string"
    assert "list<" in types["lignes_tva"] and "taux: decimal128" in types["lignes_tva"]
    assert types["blocking"] == "bool"
