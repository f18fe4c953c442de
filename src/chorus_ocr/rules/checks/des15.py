"""DES15: the recipient has no such service, or it is no longer active."""

from collections.abc import Iterator, Sequence

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.directory import Service
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity

SHOWN = 5
"""So many codes are named; a large body has hundreds."""


@check(
    code="DES15",
    slug="service-inconnu",
    severity=Severity.BLOCKING,
    title=Text("Service inconnu de la structure destinataire", "Service unknown to the recipient"),
    rationale=Text(
        "Le code service est celui d'un service actif de la structure destinataire, tel que l'annuaire le donne. Un "
        "autre code n'adresse la facture à personne.",
        "The service code is that of an active service of the recipient, as the directory gives it. Any other code "
        "addresses the invoice to nobody.",
    ),
    source="AIFE, API Structures, « structures/v1/consulter/service »",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Code service : VOIRIE » à une structure dont le service est TECHNIQUE.",
            "« Code service : VOIRIE » to a body whose service is TECHNIQUE.",
        ),
        passes=Text("« Code service : TECHNIQUE » à la même.", "« Code service : TECHNIQUE » to the same."),
    ),
    needs=[Need.DIRECTORY],
    messages={
        "unknown": Text(
            "L'annuaire ne connaît pas à cette structure de service « {service} ».",
            "The directory knows no service « {service} » of this body.",
        ),
        "inactive": Text(
            "D'après l'annuaire, le service « {service} » de cette structure n'est plus actif.",
            "By the directory, the service « {service} » of this body is no longer active.",
        ),
    },
    hints={
        key: Text(
            "Imprimer un code actif de la structure, celui du bon de commande. Codes actifs : {codes}.",
            "Print an active code of the body, the one that the order gives. Active codes: {codes}.",
        )
        for key in ("unknown", "inactive")
    },
)
def service_inconnu(seen: Seen) -> Iterator[Message]:
    """The directory does not hold the service of the recipient, or says that it is no longer active."""
    body, code = seen.structure, seen.found("code_service")
    # A directory that lists no service of a body does not know them; every body that asks for one has some.
    if body is None or code is None or not body.active or not body.services:
        return
    service = body.service(str(code))
    if service is None or not service.actif:
        yield Message.about(
            "unknown" if service is None else "inactive", "code_service", seen, service=code, codes=_told(body.services)
        )


def _told(services: Sequence[Service]) -> str:
    codes = [each.code for each in services if each.actif]
    return ", ".join(codes[:SHOWN]) + (" …" if len(codes) > SHOWN else "")
