"""DES13: the directory says that the recipient is no longer active."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import STRUCTURE_STATE
from chorus_ocr.values.siret import format_siret


@check(
    code="DES13",
    slug="structure-inactive",
    severity=Severity.BLOCKING,
    title=Text("Structure destinataire inactive", "Recipient no longer active"),
    rationale=Text(
        "Le portail n'enregistre pas de facture à destination d'une structure inactive : fermée, ou fondue dans une "
        "autre.",
        "The portal records no invoice to a body that is not active: closed, or merged into another one.",
    ),
    source=STRUCTURE_STATE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("Le SIRET d'une commune fusionnée depuis.", "The SIRET of a commune that was merged since."),
        passes=Text("Le SIRET d'une structure active.", "The SIRET of an active body."),
    ),
    needs=[Need.DIRECTORY],
    messages={
        "inactive": Text(
            "D'après l'annuaire, la structure {body} n'est plus active.",
            "By the directory, the body {body} is no longer active.",
        )
    },
    hints={
        "inactive": Text(
            "Demander au client le SIRET qui la remplace.",
            "Ask the client for the SIRET that took its place.",
        )
    },
)
def structure_inactive(seen: Seen) -> Iterator[Message]:
    """The directory says that the recipient is no longer active."""
    body = seen.structure
    if body is not None and not body.active:
        siret = format_siret(body.siret)
        told = f"{body.designation} ({siret})" if body.designation else siret
        yield Message.about("inactive", "siret_destinataire", seen, body=told)
