"""Factur-X files that the checks of the embedded invoice trip on, and such that they do not."""

from fixtures.parties import COURCERON, SARVANE
from fixtures.sheet import Sheet
from rules.checks.bills import LINES, Case, Lines, with_, without
from tuning.corpora import XML

EMBEDDED = XML
for _old, _new in (
    ("FX-2026-0042", "FA-2026-0412"),
    ("21350903700015", COURCERON.siret),
    ("11000201100044", SARVANE.siret),
    ("FR40303265045", SARVANE.vat),
    ("FR44732829320", ""),
    ("VOIRIE-07", "TECHNIQUE"),
    ("4500123456", "26D000417"),
    ("2025M017", ""),
    ("FR7630006000011234567890189", SARVANE.account.iban),
    ("AGRIFRPP882", SARVANE.account.bic),
    ("FX-2026-0007", ""),
    ("1000.00", "1200.00"),
    ("200.00</ram:Calc", "240.00</ram:Calc"),
    ('"EUR">200.00', '"EUR">240.00'),
    ("<ram:GrandTotalAmount>1200.00", "<ram:GrandTotalAmount>1440.00"),
    ("<ram:DuePayableAmount>1200.00", "<ram:DuePayableAmount>1440.00"),
):
    assert _old in EMBEDDED, _old
    EMBEDDED = EMBEDDED.replace(_old, _new)
"""What the invoice of ``bills.LINES`` says, as Factur-X."""


def facturx(lines: Lines = LINES, xml: str = EMBEDDED, *, name: str = "factur-x.xml") -> bytes:
    """Draw an invoice line by line, with an XML file embedded."""
    sheet = Sheet()
    for row, text in enumerate(lines.values()):
        sheet.put(20, 20 + 8 * row, text, size=10)
    sheet.embed_file(bytes=xml.encode(), basename=name, desc="Factur-X", mime_type="text/xml")
    return sheet.finish()


def _differing(old: str, new: str, name: str) -> Case:
    assert old in EMBEDDED
    return Case(
        code="XML01", key="differs", name=name, failing=facturx(xml=EMBEDDED.replace(old, new)), passing=facturx()
    )


CASES: tuple[Case, ...] = (
    _differing("FA-2026-0412", "FA-2026-0413", "numero_facture"),
    _differing(">20260312<", ">20260313<", "date_facture"),
    _differing("<ram:TypeCode>380<", "<ram:TypeCode>381<", "type_facture"),
    _differing(COURCERON.siret, "21350903700015", "siret_destinataire"),
    _differing("TECHNIQUE", "VOIRIE", "code_service"),
    _differing("26D000417", "26D000418", "numero_engagement"),
    _differing("EUR</ram:InvoiceC", "CHF</ram:InvoiceC", "devise"),
    _differing("<ram:GrandTotalAmount>1440.00", "<ram:GrandTotalAmount>1400.00", "montant_ttc"),
    _differing("240.00</ram:Calc", "200.00</ram:Calc", "lignes_tva"),
    _differing(SARVANE.vat, "FR40303265045", "tva_fournisseur"),
    _differing(">20260411<", ">20260412<", "date_echeance"),
    _differing(SARVANE.account.iban, "FR7630006000011234567890189", "iban"),
    Case(code="XML02", key="unreadable", failing=facturx(xml="<rsm:CrossIndustry"), passing=facturx()),
    Case(code="XML02", key="unreadable", failing=facturx(xml="<!DOCTYPE x []>" + EMBEDDED), passing=facturx()),
    Case(
        code="XML02",
        key="unreadable",
        failing=facturx(xml="<Order/>", name="ZUGFeRD-invoice.xml"),
        passing=facturx(xml="<Order/>", name="commande.xml"),
    ),
    Case(
        code="XML03",
        key="blank",
        name="numero_engagement",
        failing=facturx(without(LINES, "engagement")),
        passing=facturx(without(LINES, "engagement"), EMBEDDED.replace("26D000417", "")),
        printed=lambda text: facturx(with_(without(LINES, "engagement"), printed=text)),
    ),
    Case(
        code="XML03",
        key="blank",
        name="date_facture",
        failing=facturx(without(LINES, "date")),
        passing=facturx(),
        printed=lambda text: facturx(with_(without(LINES, "date"), printed=text)),
    ),
    Case(
        code="XML03",
        key="blank",
        name="siret_destinataire",
        failing=facturx(without(LINES, "client siret")),
        passing=facturx(without(LINES, "client siret"), EMBEDDED.replace(COURCERON.siret, COURCERON.siret[:-1] + "9")),
        printed=lambda text: facturx(with_(without(LINES, "client siret"), printed=text)),
    ),
)
