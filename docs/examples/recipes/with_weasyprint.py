"""WeasyPrint: an invoice as a page of HTML, printed to PDF and scanned before it is sent.

pip install chorus-ocr weasyprint
python with_weasyprint.py facture.pdf
"""

import sys
from html import escape
from pathlib import Path

from an_invoice import BLOCK, CLIENT, HEADER, ITEMS, LEGAL, SUPPLIER, check
from weasyprint import HTML

PAGE = """<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>Facture</title>
<style>
  @page { size: A4; margin: 20mm }
  body { font: 9.5pt sans-serif }
  section { margin: 6mm 0 }
  header { display: flex; justify-content: space-between }
  table { border-collapse: collapse; width: 100%; margin: 6mm 0 }
  th, td { border: 0.3pt solid #444; padding: 1mm 2mm; text-align: left }
  td + td { text-align: right }
  footer { font-size: 7.5pt; margin-top: 8mm }
</style>
<h1>FACTURE</h1>
<header><address>SUPPLIER</address><address>CLIENT</address></header>
<section>BLOCK</section>
<table>ITEMS</table>
<footer>LEGAL</footer>
</html>"""


def invoice() -> bytes:
    """Return the invoice as PDF: the golden block is a fragment of HTML that a template takes up as it is."""
    rows = [f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in item)}</tr>" for item in ITEMS]
    rows.insert(0, f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in HEADER)}</tr>")
    page = PAGE
    for mark, filled in (
        ("SUPPLIER", lines(SUPPLIER)),
        ("CLIENT", lines(CLIENT)),
        ("ITEMS", "".join(rows)),
        ("LEGAL", lines(LEGAL)),
        ("BLOCK", BLOCK.to_html()),  # last: what it holds is not looked through for marks
    ):
        page = page.replace(mark, filled, 1)
    pdf: bytes = HTML(string=page).write_pdf()
    return pdf


def lines(texts: tuple[str, ...]) -> str:
    """Return texts as HTML, one below the other."""
    return "<br>".join(map(escape, texts))


if __name__ == "__main__":
    pdf = invoice()
    check(pdf)
    Path(sys.argv[1]).write_bytes(pdf)
    print(f"{sys.argv[1]}: read whole")
