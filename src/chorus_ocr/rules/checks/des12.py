"""DES12: the directory does not know the recipient."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import STRUCTURE_STATE
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="DES12",
    slug="structure-inconnue",
    severity=Severity.BLOCKING,
    title=Text("Structure destinataire inconnue", "Recipient unknown to the directory"),
    rationale=Text(
        "Le portail n'enregistre pas de facture à destination d'une structure que son annuaire ne référence pas.",
        "The portal records no invoice to a body that its directory does not hold.",
    ),
    source=STRUCTURE_STATE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("Un SIRET valide que l'annuaire n'a pas.", "A valid SIRET that the directory does not have."),
        passes=Text("Le SIRET d'une structure de l'annuaire.", "The SIRET of a body of the directory."),
    ),
    needs=[Need.DIRECTORY],
    messages={
        "unknown": Text(
            "L'annuaire ne connaît aucune structure publique du SIRET {siret}.",
            "The directory knows no public body with the SIRET {siret}.",
        )
    },
    hints={
        "unknown": Text(
            "Demander au client le SIRET de l'établissement qui reçoit les factures : une structure en a souvent "
            "plusieurs.",
            "Ask the client for the SIRET of the establishment that receives invoices: a body often has several.",
        )
    },
)
def structure_inconnue(seen: Seen) -> Iterator[Message]:
    """The directory does not hold the recipient's SIRET."""
    siret = seen.found("siret_destinataire")
    # A directory may leave the State out: everybody knows it, and its desks are many.
    if siret is not None and siret != STATE_SIRET and seen.structure is None:
        yield Message.about("unknown", "siret_destinataire", seen, siret=format_siret(Siret(str(siret))))
