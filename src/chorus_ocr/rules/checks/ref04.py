"""REF04: nothing announces an engagement number, and whether the recipient asks for one cannot be told."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import BLANK
from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import CCP_ORDER


@check(
    code="REF04",
    slug="sans-engagement",
    severity=Severity.INFO,
    title=Text("Aucun numéro d'engagement", "No engagement number"),
    rationale=Text(
        "Beaucoup d'organismes publics exigent un numéro d'engagement ou de commande ; l'annuaire du portail dit "
        "lesquels. Sans annuaire, on ne peut pas le savoir d'une facture.",
        "Many public bodies ask for an engagement or order number; the portal's directory says which. Without a "
        "directory an invoice does not tell.",
    ),
    source=CCP_ORDER,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Aucun engagement, aucune commande.", "No engagement and no order."),
        passes=printed("Commande : BC26-0417"),
    ),
    messages=blank_messages(
        Text(
            "Aucun numéro d'engagement ni de commande n'est annoncé ; le destinataire peut en exiger un.",
            "No engagement or order number is announced; the recipient may ask for one.",
        ),
        *BLANK,
    ),
    hints=blank_hints(
        Text(
            "Si le client a donné un numéro, imprimer « Engagement : », un espace, puis ce numéro.",
            "If the client gave a number, print « Engagement : », a space, then that number.",
        ),
        *BLANK,
    ),
)
def sans_engagement(seen: Seen) -> Iterator[Message]:
    """Neither an engagement nor an order is announced, to a recipient who is not the State and is in no directory."""
    if seen.directory is not None or not seen.is_blank("numero_engagement"):
        return
    # Of the State, printed or named, DES16 and REF01 tell; of a marché without an engagement, REF11.
    if seen.decision("siret_destinataire").value != STATE_SIRET and seen.found("numero_marche") is None:
        yield blank(seen, "numero_engagement", *BLANK)
