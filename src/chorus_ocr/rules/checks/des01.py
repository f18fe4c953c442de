"""DES01: nothing announces the recipient's SIRET."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.rules.recipient import signed_by_the_supplier
from chorus_ocr.rules.sources import AIFE_SHEET

_ABSENT = Text(
    "Aucun mot-clé lisible n'annonce le SIRET du destinataire sur les pages lues.",
    "No legible keyword announces the recipient's SIRET on the pages read.",
)


@check(
    code="DES01",
    slug="siret-destinataire-absent",
    severity=Severity.BLOCKING,
    title=Text("SIRET du destinataire absent", "No SIRET of the recipient"),
    rationale=Text(
        "Le portail remplit son bloc « Destinataire » à partir d'un SIRET qu'un mot-clé annonce. Sans lui, la "
        "facture n'a pas de destinataire tant que personne ne le saisit.",
        "The portal fills its « Destinataire » block from a SIRET that a keyword announces. Without one the "
        "invoice has no addressee until somebody types it in.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("110 002 011 00044"),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    messages=blank_messages(_ABSENT),
    hints=blank_hints(
        Text(
            "Imprimer « SIRET client : », un espace, puis les 14 chiffres donnés par le client.",
            "Print « SIRET client : », a space, then the 14 digits that the client gave.",
        )
    ),
)
def siret_destinataire_absent(seen: Seen) -> Iterator[Message]:
    """No keyword announces the recipient's SIRET."""
    # The State's, which follows from « Ministère », is told by DES16, the supplier's in its place by DES06.
    absent = seen.decision("siret_destinataire").status is Status.ABSENT and signed_by_the_supplier(seen) is None
    if seen.is_blank("siret_destinataire") and absent:
        yield blank(seen, "siret_destinataire")
