"""IDE02: the invoice number has more than 20 characters."""

from collections.abc import Iterator

from chorus_ocr.compliance.characters import LONGEST_NUMBER
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_FIELDS


@check(
    code="IDE02",
    slug="numero-facture-trop-long",
    severity=Severity.BLOCKING,
    title=Text("Numéro de facture trop long", "Invoice number too long"),
    rationale=Text(
        "Le champ du portail reçoit 20 caractères : un numéro plus long n'y entre pas, et un numéro abrégé n'est plus "
        "celui de la facture.",
        "The portal's field takes 20 characters: a longer number does not fit, and one cut short is no longer that of "
        "the invoice.",
    ),
    source=API_FIELDS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("FACTURE N° FA-2026-0412-BOURGES-03"),
        passes=printed("FACTURE N° FA-2026-0412"),
    ),
    messages={
        "long": Text(
            "Le numéro « {number} » compte {length} caractères ; le portail en accepte 20 au plus.",
            "The number « {number} » has {length} characters; the portal takes 20 at most.",
        )
    },
    hints={
        "long": Text(
            "Numéroter les factures sur 20 caractères au plus.",
            "Number the invoices in 20 characters at most.",
        )
    },
)
def numero_facture_trop_long(seen: Seen) -> Iterator[Message]:
    """The invoice number has more than 20 characters."""
    number = seen.found("numero_facture")
    if number is not None and len(str(number)) > LONGEST_NUMBER:
        yield Message.about("long", "numero_facture", seen, number=number, length=len(str(number)))
