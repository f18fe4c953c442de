"""IDE05: nothing announces the date of the invoice."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import KEYS, blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.issue_dates import is_ambiguous
from chorus_ocr.rules.sources import DATE_MENTION


@check(
    code="IDE05",
    slug="date-facture-absente",
    severity=Severity.BLOCKING,
    title=Text("Date de facture absente", "No invoice date"),
    rationale=Text(
        "La date d'émission est obligatoire, dans le formulaire comme dans la loi ; le délai de paiement se compte "
        "d'après elle.",
        "The date of issue is compulsory, on the form as in law; the time for payment is counted by it.",
    ),
    source=DATE_MENTION,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Date de livraison : 10/03/2026"), passes=printed("Date de facture : 12/03/2026")),
    messages=blank_messages(
        Text(
            "Aucun mot-clé lisible n'annonce la date de la facture sur les pages lues.",
            "No legible keyword announces the date of the invoice on the pages read.",
        ),
        *KEYS,
    ),
    hints=blank_hints(
        Text(
            "Imprimer « Date de facture : », un espace, puis le jour, le mois et l'année.",
            "Print « Date de facture : », a space, then the day, the month and the year.",
        ),
        *KEYS,
    ),
)
def date_facture_absente(seen: Seen) -> Iterator[Message]:
    """No keyword announces the date of the invoice, and none is printed as that of a letter."""
    if seen.is_blank("date_facture") and not is_ambiguous(seen):
        yield blank(seen, "date_facture")
