"""IDE01: nothing announces the number of the invoice."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import NUMBER_MENTION

_KEYS = ("absent", "near")


@check(
    code="IDE01",
    slug="numero-facture-absent",
    severity=Severity.BLOCKING,
    title=Text("Numéro de facture absent", "No invoice number"),
    rationale=Text(
        "Le numéro de la facture est obligatoire, dans le formulaire comme dans la loi : sans lui, le dépôt attend "
        "que quelqu'un le saisisse.",
        "The invoice number is compulsory, on the form as in law: without it the deposit waits until somebody types "
        "it in.",
    ),
    source=NUMBER_MENTION,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("FACTURE"), passes=printed("FACTURE N° FA-2026-0412")),
    messages=blank_messages(
        Text(
            "Aucun mot-clé lisible n'annonce le numéro de la facture sur les pages lues.",
            "No legible keyword announces the number of the invoice on the pages read.",
        ),
        *_KEYS,
    ),
    hints=blank_hints(
        Text(
            "Imprimer « Facture n° : », un espace, puis le numéro.",
            "Print « Facture n° : », a space, then the number.",
        ),
        *_KEYS,
    ),
)
def numero_facture_absent(seen: Seen) -> Iterator[Message]:
    """No keyword announces the number of the invoice."""
    if seen.is_blank("numero_facture"):
        yield blank(seen, "numero_facture", *_KEYS)
