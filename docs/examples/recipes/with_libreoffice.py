"""LibreOffice: a Word document saved as PDF, as Chorus Pro's own sheet tells suppliers to do, and scanned.

apt-get install libreoffice-writer-nogui
pip install chorus-ocr python-docx
python with_libreoffice.py facture.pdf
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from an_invoice import BLOCK, CLIENT, HEADER, ITEMS, LEGAL, SUPPLIER, check

LONGEST = 120
"""Seconds that LibreOffice is waited for: its first start writes a profile."""


def invoice() -> bytes:
    """Return the invoice as PDF."""
    return as_pdf(letter())


def letter() -> bytes:
    """Return the invoice as a Word document: the golden block is a paragraph a line."""
    document = docx.Document()
    document.add_heading("FACTURE", level=1)
    for party in (SUPPLIER, CLIENT):
        document.add_paragraph("\n".join(party))
    for line in BLOCK.lines:
        paragraph = document.add_paragraph(f"{line.label}{line.separator}")
        paragraph.add_run(line.value).bold = True
        paragraph.paragraph_format.space_after = 0
    document.add_paragraph()
    table = document.add_table(rows=0, cols=len(HEADER))
    table.style = "Table Grid"
    for item in (HEADER, *ITEMS):
        for cell, text in zip(table.add_row().cells, item, strict=True):
            cell.text = text
    document.add_paragraph()
    for text in LEGAL:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(word: bytes) -> bytes:
    """Return what LibreOffice makes of a Word document, with a profile of its own: it shares one with nobody."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facture.docx"
        path.write_bytes(word)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        return path.with_suffix(".pdf").read_bytes()


if __name__ == "__main__":
    pdf = invoice()
    check(pdf)
    Path(sys.argv[1]).write_bytes(pdf)
    print(f"{sys.argv[1]}: read whole")
