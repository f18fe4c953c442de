"""XML02: the invoice embedded in the PDF cannot be read."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import FACTURX


@check(
    code="XML02",
    slug="xml-illisible",
    severity=Severity.WARNING,
    title=Text("XML embarqué illisible", "Unreadable embedded XML"),
    rationale=Text(
        "Un fichier qui porte le nom d'une facture Factur-X fait traiter le PDF comme un flux. S'il n'est pas une "
        "facture, le flux est rejeté, parfois sans un mot.",
        "A file with the name of a Factur-X invoice makes the portal take the PDF for a flow. Where it is no invoice, "
        "the flow is rejected, sometimes without a word.",
    ),
    source=FACTURX,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Un fichier factur-x.xml qui n'est pas du XML.", "A file factur-x.xml that is no XML."),
        passes=Text("Un fichier factur-x.xml valide, ou aucun.", "A valid file factur-x.xml, or none."),
    ),
    needs=[Need.PAGE],
    messages={
        "unreadable": Text(
            "Le fichier XML embarqué n'est pas une facture CII que l'on puisse lire.",
            "The embedded XML file is no CII invoice that can be read.",
        )
    },
    hints={
        "unreadable": Text(
            "Produire à nouveau le Factur-X, ou déposer le PDF sans le XML.",
            "Make the Factur-X anew, or deposit the PDF without the XML.",
        )
    },
)
def xml_illisible(seen: Seen) -> Iterator[Message]:
    """The file that has the name of an embedded invoice is broken, or none."""
    if isinstance(seen.embedded, ValueError):
        yield Message(key="unreadable")
