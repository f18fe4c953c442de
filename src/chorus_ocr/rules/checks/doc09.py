"""DOC09: an invoice in XML (Factur-X, ZUGFeRD) is embedded in the PDF."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.reading.document import Document
from chorus_ocr.rules.sources import AIFE_FACTURX

NAMES = frozenset({"factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"})
"""The names that the norms give to the invoice."""

ROOTS = (b"CrossIndustryInvoice", b"CrossIndustryDocument")
"""What the root element of such an invoice is called, in the first edition and since."""

HEAD = 4096
"""In bytes: the root element begins in these."""


@check(
    code="DOC09",
    slug="facturx-embarque",
    severity=Severity.WARNING,
    title=Text("Factur-X embarqué", "Factur-X embedded"),
    rationale=Text(
        "Une facture Factur-X relève du dépôt par lot, où c'est son XML qui compte. Déposé à l'unité, un tel PDF est "
        "refusé ou quitte la reconnaissance de caractères : rien de ce qui est imprimé ne remplit le formulaire.",
        "A Factur-X invoice belongs to the deposit by batch, where its XML is what counts. Such a PDF deposited by "
        "itself is refused or leaves character recognition: nothing that is printed fills in the form.",
    ),
    source=AIFE_FACTURX,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Un PDF/A-3 auquel « factur-x.xml » est joint.", "A PDF/A-3 with « factur-x.xml » attached to it."),
        passes=Text("Le même PDF, sans fichier joint.", "The same PDF, with nothing attached."),
    ),
    needs=[Need.PAGE],
    messages={
        "embedded": Text(
            "Le PDF embarque la facture « {name} » : le portail la traite comme un flux, ou refuse le dépôt unitaire.",
            "The PDF embeds the invoice « {name} »: the portal treats it as a flow, or refuses the single deposit.",
        )
    },
    hints={
        "embedded": Text(
            "Pour le dépôt unitaire, exporter un PDF ordinaire, sans XML ; sinon, déposer le Factur-X par lot.",
            "For the single deposit, export an ordinary PDF, without XML; else deposit the Factur-X by batch.",
        )
    },
)
def facturx_embarque(seen: Seen) -> Iterator[Message]:
    """A Factur-X or ZUGFeRD invoice is embedded."""
    name = _invoice_in(seen.document)
    if name is not None:
        yield Message(key="embedded", arguments={"name": name})


def _invoice_in(document: Document) -> str | None:
    for name in document.embedded_files:
        if name.lower() in NAMES:
            return name
    for attached in document.embedded_xml:
        if any(root in attached.data[:HEAD] for root in ROOTS):
            return attached.name
    return None
