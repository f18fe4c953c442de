"""REF11: a marché is named, and no engagement."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import API_DEPOSIT


@check(
    code="REF11",
    slug="marche-sans-engagement",
    severity=Severity.INFO,
    title=Text("Marché sans numéro d'engagement", "Contract without an engagement number"),
    rationale=Text(
        "Le portail lit sur le PDF l'engagement ou la commande, non le numéro de marché, qui est saisi à la main. Le "
        "numéro de marché ne tient pas lieu d'engagement.",
        "The portal reads the engagement or the order off the PDF, not the number of the contract (marché), which is "
        "typed in by hand. The contract's number does not stand for an engagement.",
    ),
    source=API_DEPOSIT,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("« Marché n° 2026M0117 » et aucun engagement.", "« Marché n° 2026M0117 » and no engagement."),
        passes=Text(
            "« Marché n° 2026M0117 » et « Engagement : 26D000417 ».",
            "« Marché n° 2026M0117 » and « Engagement : 26D000417 ».",
        ),
    ),
    messages={
        "market": Text(
            "Le marché {number} est nommé, et aucun numéro d'engagement ni de commande.",
            "The contract (marché) {number} is named, and no engagement or order number.",
        )
    },
    hints={
        "market": Text(
            "Si le client a donné un numéro d'engagement, imprimer « Engagement : », un espace, puis ce numéro ; "
            "saisir {number} comme numéro de marché.",
            "If the client gave an engagement number, print « Engagement : », a space, then that number; type in "
            "{number} as the number of the marché.",
        )
    },
)
def marche_sans_engagement(seen: Seen) -> Iterator[Message]:
    """A marché is named, and no engagement, to a recipient of whom nobody can tell whether he asks for one."""
    number = seen.found("numero_marche")
    if number is None or not seen.is_blank("numero_engagement"):
        return
    if seen.decision("siret_destinataire").value != STATE_SIRET and seen.structure is None:
        yield Message.about("market", "numero_marche", seen, number=number)
