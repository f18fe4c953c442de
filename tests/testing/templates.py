"""Templates of an invoice as a generator draws them: one that is fine, and such as are broken on purpose."""

import io
from functools import partial

from PIL import Image

from fixtures.sheet import WHITE, Sheet
from rules.checks.bills import CLIENT, LINES, Lines, bill, with_
from rules.checks.cases_readable import put, sheet

MEANT: dict[str, object] = {
    "numero_facture": "FA-2026-0412",
    "date_facture": "2026-03-12",
    "siret_destinataire": CLIENT,
    "code_service": "TECHNIQUE",
    "numero_engagement": "26D000417",
    "montant_ttc": "1 440,00",
    "lignes_tva": [{"taux": 20, "montant": 240}],
}
"""What the generator of these invoices means to print, as far as it says."""

FINE = bill()
KEYWORD_REMOVED = bill(with_(LINES, client_siret=CLIENT))
WHITE_TEXT = sheet(partial(put, ink=WHITE), "engagement")
GLUED_TO_LABEL = bill(with_(LINES, gross="Total TTC1 440,00 €"))
GLUED_TO_NEXT = bill(with_(LINES, engagement="Engagement:26D000417Service:TECHNIQUE"))
GLUED_AND_READ = bill(with_(LINES, engagement="Engagement:26D000417"))


def picture() -> bytes:
    """Draw the invoice as its picture only: there is no text in the file."""
    drawn = io.BytesIO()
    Image.new("L", (1240, 1754), 230).save(drawn, "PNG")
    sheet = Sheet()
    sheet.image(io.BytesIO(drawn.getvalue()), x=0, y=0, w=210, h=297)
    return sheet.finish()


def on_page_4(name: str, lines: Lines = LINES) -> bytes:
    """Draw the invoice with one of its lines on page 4, where the portal reads nothing."""
    drawn = Sheet()
    for row, text in enumerate(text for key, text in lines.items() if key != name):
        drawn.put(20, 20 + 8 * row, text, size=10)
    for number in (2, 3, 4):
        drawn.add_page()
        drawn.put(20, 20, f"Conditions générales, page {number}")
    drawn.put(20, 40, lines[name], size=10)
    return drawn.finish()
