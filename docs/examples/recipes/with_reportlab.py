"""ReportLab: an invoice drawn in Python, scanned before it is sent.

pip install chorus-ocr reportlab
python with_reportlab.py facture.pdf
"""

import io
import sys
from pathlib import Path

from an_invoice import BLOCK, CLIENT, HEADER, ITEMS, LEGAL, SUPPLIER, check
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table


def invoice() -> bytes:
    """Return the invoice as PDF: a letterhead, the golden block as a table of two columns, the items."""
    styles = getSampleStyleSheet()
    story = [
        Paragraph("FACTURE", styles["Title"]),
        Table(
            [[Paragraph("<br/>".join(party), styles["Normal"]) for party in (SUPPLIER, CLIENT)]],
            colWidths=[90 * mm, 80 * mm],
            hAlign="LEFT",
        ),
        Spacer(0, 6 * mm),
        Table(
            BLOCK.to_rows(),
            colWidths=[60 * mm, 110 * mm],
            style=[("BOTTOMPADDING", (0, 0), (-1, -1), 1)],
            hAlign="LEFT",
        ),
        Spacer(0, 6 * mm),
        Table([HEADER, *ITEMS], style=[("GRID", (0, 0), (-1, -1), 0.3, "black")], hAlign="LEFT"),
        Spacer(0, 6 * mm),
        *(Paragraph(line, styles["Normal"]) for line in LEGAL),
    ]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, title="Facture").build(story)
    return out.getvalue()


if __name__ == "__main__":
    pdf = invoice()
    check(pdf)
    Path(sys.argv[1]).write_bytes(pdf)
    print(f"{sys.argv[1]}: read whole")
