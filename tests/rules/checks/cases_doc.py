"""Invoices that the checks of the file trip on, and such that they do not."""

import io
from collections.abc import Mapping

from fpdf.enums import TextMode
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from fixtures.parties import MEHUNOIS, spaced
from fixtures.sheet import Sheet
from reading.pdfs import draw, text
from reading.test_facts import CODES
from reading.test_pdfium import UPRIGHT
from rules.checks.bills import LINES, Case, Lines, bill, blank, case, stored, with_, without

SECOND: Lines = with_(
    LINES,
    title="FACTURE N° FA-2026-0413",
    date="Date de facture : 19/03/2026",
    client="Lycée du Mehunois",
    client_siret=f"SIRET client : {spaced(MEHUNOIS.siret, 3, 3, 3, 5)}",
    engagement="Engagement : 26D000999",
)
"""Another invoice of the same supplier."""

TERMS: Lines = {"title": "Conditions générales de vente", "text": "Nos prix s'entendent hors taxes."}


def book(*pages: Lines) -> bytes:
    """Draw pages, each line by line."""
    sheet = Sheet()
    for number, lines in enumerate(pages):
        if number:
            sheet.add_page()
        for row, line in enumerate(lines.values()):
            sheet.put(20, 20 + min(8, 260 / len(lines)) * row, line, size=10)
    return sheet.finish()


def layered(mode: TextMode, *, width: float = 210, stamp: str = "") -> bytes:
    """Draw an invoice over a picture of some width, in millimetres, in a text render mode; a stamp can be seen."""
    sheet = Sheet()
    sheet.image(Image.new("L", (124, 175), 200), x=0, y=0, w=width, h=width * 1.41)
    if stamp:
        sheet.put(120, 280, stamp)
    sheet.text_mode = mode
    for row, line in enumerate(LINES.values()):
        sheet.put(20, 20 + 8 * row, line, size=10)
    return sheet.finish()


def with_attached(name: str, content: bytes, *, pdf: bytes | None = None) -> bytes:
    """Return an invoice with a file attached to it."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf or bill()))
    writer.add_attachment(name, content)
    return written(writer)


def with_form(*values: str, lines: Lines = LINES, place: tuple[float, float] = (300, 100), kind: str = "/Tx") -> bytes:
    """Return an invoice with form fields that hold these values."""
    writer = PdfWriter(clone_from=io.BytesIO(bill(lines)))
    fields = ArrayObject()
    for number, value in enumerate(values):
        x, y = place[0], place[1] + 30 * number
        entries: Mapping[str, object] = {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject("/Widget"),
            "/FT": NameObject(kind),
            "/T": TextStringObject(f"champ {number}"),
            "/V": TextStringObject(value) if kind == "/Tx" else signature(value),
            "/Rect": ArrayObject(FloatObject(side) for side in (x, y, x + 200, y + 20)),
            "/F": NumberObject(4),
        }
        fields.append(writer._add_object(DictionaryObject({NameObject(key): each for key, each in entries.items()})))
    writer.pages[0][NameObject("/Annots")] = fields
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})
    return written(writer)


def signature(contents: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Sig"),
            NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
            NameObject("/Contents"): TextStringObject(contents),
        }
    )


def written(writer: PdfWriter) -> bytes:
    writer.write(out := io.BytesIO())
    return out.getvalue()


def unmapped(*lines: str, shift: int = 0) -> bytes:
    """Draw lines in a font whose codes are those of ASCII, moved by some, and nowhere said to be."""
    codes = ["".join(f"{ord(char) - shift:04x}" for char in line) for line in lines]
    drawn = "".join(f"BT /F1 12 Tf 100 {700 - 20 * row} Td <{each}> Tj ET\n" for row, each in enumerate(codes))
    return draw(drawn, font=CODES[0], objects={**UPRIGHT, 102: CODES[1]})


CII = (
    b'<?xml version="1.0" encoding="UTF-8"?><rsm:CrossIndustryInvoice '
    b'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>'
)

ICONS = "".join(text("~ 02 48 20 19 26", y=y) for y in range(100, 800, 20))
"""A telephone before each number, in a font that has signs of its own."""

TEXT = ("FACTURE FA-2026-0412", "SIRET client : 219 700 018 00019", "Total TTC : 1 440,00")

CASES: tuple[Case, ...] = (
    Case(
        code="DOC01",
        key="long",
        failing=bill(),
        failing_name="facture_de_mars_2026_pour_la_mairie_de_courceron_1.pdf",
        passing=bill(),
        passing_name="facture_de_mars_2026_pour_la_mairie_courceron1.pdf",
    ),
    Case(
        code="DOC02",
        key="other",
        failing=bill(),
        failing_name="facture-FA-2026-0412.pdf.txt",
        passing=bill(),
        passing_name="facture-FA-2026-0412.PDF",
    ),
    Case(code="DOC02", key="other", failing=bill(), failing_name="facture", passing=bill(), passing_name="facture.pdf"),
    Case(
        code="DOC03",
        key="large",
        failing=with_attached("plan.bin", bytes(10 * 1024 * 1024)),
        passing=with_attached("plan.bin", bytes(10 * 1024 * 1024 - 100_000)),
    ),
    Case(code="DOC04", key="protected", failing=stored("empty_password"), passing=bill()),
    Case(code="DOC05", key="scan", failing=stored("scan"), passing=bill()),
    Case(code="DOC05", key="empty", failing=blank(), passing=bill()),
    Case(code="DOC06", key="layer", failing=layered(TextMode.INVISIBLE), passing=layered(TextMode.FILL)),
    Case(
        code="DOC06",
        key="layer",
        failing=layered(TextMode.INVISIBLE, width=160),
        passing=layered(TextMode.INVISIBLE, width=100),
    ),
    Case(code="DOC07", key="unread", failing=bill(more_pages=3), passing=bill(more_pages=2)),
    Case(
        code="DOC08",
        key="line",
        name="siret_destinataire",
        failing=book(without(LINES, "client siret"), TERMS, TERMS, {"siret": LINES["client siret"]}),
        passing=book(without(LINES, "client siret"), TERMS, {"siret": LINES["client siret"]}, TERMS),
        printed=lambda text: book(
            {**without(LINES, "client siret"), "printed": text}, TERMS, TERMS, {"siret": LINES["client siret"]}
        ),
    ),
    Case(
        code="DOC08",
        key="line",
        name="montant_ttc",
        failing=book(without(LINES, "gross", "due"), TERMS, TERMS, TERMS, {"gross": LINES["gross"]}),
        passing=book(LINES, TERMS, TERMS, TERMS, {"gross": LINES["gross"]}),
        printed=lambda text: book(
            {**without(LINES, "gross", "due"), "printed": text}, TERMS, TERMS, TERMS, {"gross": LINES["gross"]}
        ),
    ),
    Case(
        code="DOC08",
        key="value",
        name="mode_paiement",
        failing=book(without(LINES, "mode"), TERMS, TERMS, {"mode": LINES["mode"]}),
        passing=book(LINES, TERMS, TERMS, {"mode": LINES["mode"]}),
    ),
    Case(
        code="DOC09",
        key="embedded",
        failing=with_attached("factur-x.xml", CII),
        passing=with_attached("detail.xml", b"<heures/>"),
    ),
    Case(
        code="DOC09",
        key="embedded",
        failing=with_attached("FA-2026-0412.XML", CII),
        passing=with_attached("factur-x.xml.txt", CII),
    ),
    Case(code="DOC10", key="lost", failing=unmapped(*TEXT, shift=31), passing=draw(ICONS, to_unicode={0x7E: "\ue000"})),
    Case(code="DOC10", key="guessed", failing=unmapped(*TEXT), passing=bill()),
    Case(
        code="DOC11",
        key="value",
        failing=with_form("26D000417", lines=without(LINES, "engagement")),
        passing=with_form("26D000417"),
    ),
    Case(
        code="DOC11",
        key="values",
        failing=with_form("26D000417", "TECHNIQUE", lines=without(LINES, "engagement", "service")),
        passing=with_form("26D000417", "technique"),
    ),
    Case(code="DOC12", key="numbers", name="numero_facture", failing=book(LINES, SECOND), passing=book(LINES, LINES)),
    Case(
        code="DOC12",
        key="numbers",
        name="numero_facture",
        failing=book(LINES, TERMS, TERMS, SECOND),
        passing=book(LINES, TERMS, TERMS, LINES),
    ),
    case("DOC13", "title", with_(LINES, title="DEVIS N° D-2026-0412"), LINES, "type_facture"),
    Case(code="DOC14", key="signed", failing=with_form("0", kind="/Sig"), passing=with_form("", kind="/Sig")),
)
"""For each message of each check, a failing and a passing PDF."""
