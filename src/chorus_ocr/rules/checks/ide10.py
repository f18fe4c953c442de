"""IDE10: no title says whether the document is an invoice or a credit note."""

from collections.abc import Iterator
from decimal import Decimal

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_FIELDS


@check(
    code="IDE10",
    slug="type-non-dit",
    severity=Severity.INFO,
    title=Text("Type de facture non dit", "Type of the invoice not said"),
    rationale=Text(
        "Le formulaire distingue la facture de l'avoir. Sans titre, un avoir passe pour une facture : l'acheteur "
        "paierait ce qu'on lui doit.",
        "The form tells an invoice from a credit note. Without a title a credit note passes for an invoice: the buyer "
        "would pay what is owed to him.",
    ),
    source=API_FIELDS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(fails=printed("N° FA-2026-0412"), passes=printed("FACTURE N° FA-2026-0412")),
    messages={
        "absent": Text(
            "Sur les pages lues, aucun titre lisible ne dit si le document est une facture ou un avoir.",
            "On the pages read no legible title says whether the document is an invoice or a credit note.",
        ),
        "negative": Text(
            "Sur les pages lues, aucun titre lisible ne dit si le document est une facture ou un avoir, et le total "
            "est négatif.",
            "On the pages read no legible title says whether the document is an invoice or a credit note, and the "
            "total is negative.",
        ),
    },
    hints={
        "absent": Text("Imprimer « {print_text} » en titre.", "Print « {print_text} » as the title."),
        "negative": Text(
            "Si c'est un avoir, imprimer « {print_text} » en titre.",
            "If it is a credit note, print « {print_text} » as the title.",
        ),
    },
)
def type_non_dit(seen: Seen) -> Iterator[Message]:
    """No title says whether the document is an invoice or a credit note."""
    if not seen.is_blank("type_facture"):
        return
    totals = (seen.found("montant_ttc"), seen.found("montant_a_payer"))
    if any(isinstance(total, Decimal) and total < 0 for total in totals):
        yield Message(key="negative", field="type_facture", print_text="AVOIR")
    else:
        yield Message(key="absent", field="type_facture", print_text="FACTURE")
