"""The example of a scan that Tesseract has recognised, on what it found on the scanned fixture, and with it at hand."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from fixtures.make_invoices import INVOICES

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "tesseract_scan.py"
TABLE = Path(__file__).parents[1] / "fixtures" / "ocr" / "scan-1.tsv"
"""``pdftoppm -r 300 -png scan.pdf page``, then ``tesseract page-1.png scan-1 -l fra tsv`` of Tesseract 5.3.0."""

BLOCKING = "DOC05 Les pages lues sont des images : le portail n'y reconnaîtra rien.\n"


def run(*tables: Path) -> str:
    done = subprocess.run(
        [sys.executable, str(EXAMPLE), "300", *map(str, tables)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_scan_is_read_whole_and_the_portal_would_read_nothing() -> None:
    printed = run(TABLE)
    assert printed.endswith(BLOCKING)
    told = dict(line.split(": ", 1) for line in printed.removesuffix(BLOCKING).splitlines())
    truth = json.loads((INVOICES / "scan.expected.json").read_text(encoding="utf-8"))["prefill"]
    assert told["date_facture"] == "22/01/2026" and truth["date_facture"] == "2026-01-22"
    for name in ("numero_facture", "siret_destinataire", "siret_fournisseur", "numero_engagement", "code_service"):
        assert told[name].replace(" ", "") == truth[name], name
    for name in ("montant_ht", "montant_tva", "montant_ttc"):
        assert told[name].replace(" ", "").replace(",", ".").removesuffix("EUR") == truth[name], name


TESSERACT = shutil.which("tesseract") or ""


def has_french() -> bool:
    if not TESSERACT:
        return False
    told = subprocess.run([TESSERACT, "--list-langs"], capture_output=True, text=True, check=False)
    return "fra" in told.stdout.split()


@pytest.mark.slow
@pytest.mark.skipif(not has_french(), reason="Tesseract with French data is not installed: its table is not made anew")
def test_with_the_engine_at_hand(tmp_path: Path) -> None:
    picture = tmp_path / "page-1.png"
    with pypdfium2.PdfDocument(INVOICES / "scan.pdf") as pdf:
        pdf[0].render(scale=300 / 72).to_pil().save(picture, dpi=(300, 300))
    asked = [TESSERACT, str(picture), str(tmp_path / "page-1"), "-l", "fra", "tsv"]
    subprocess.run(asked, check=True, capture_output=True)
    printed = run(tmp_path / "page-1.tsv")
    assert BLOCKING in printed  # the engine may misread a date on another picture: a warning then follows
    assert "siret_destinataire: 212 509 111 00010\n" in printed
    assert "montant_ttc: 1 518,72 EUR\n" in printed
