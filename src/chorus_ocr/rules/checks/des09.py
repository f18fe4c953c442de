"""DES09: the service code has more than 100 characters."""

from collections.abc import Iterator

from chorus_ocr.compliance.characters import LONGEST_SERVICE
from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_FIELDS


@check(
    code="DES09",
    slug="code-service-trop-long",
    severity=Severity.WARNING,
    title=Text("Code service trop long", "Service code too long"),
    rationale=Text(
        "Le champ du portail reçoit 100 caractères. Les codes de l'annuaire sont bien plus courts : ce qui suit le mot "
        "a sans doute été pris avec.",
        "The portal's field takes 100 characters. The codes of the directory are far shorter: what follows was "
        "probably taken with it.",
    ),
    source=API_FIELDS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Un code service de 120 caractères.", "A service code of 120 characters."),
        passes=Text("Un code service de 20 caractères.", "A service code of 20 characters."),
    ),
    messages={
        "long": Text(
            "Le code service « {service} » compte {length} caractères ; le portail en accepte 100 au plus.",
            "The service code « {service} » has {length} characters; the portal takes 100 at most.",
        )
    },
    hints={
        "long": Text(
            "Imprimer le code tel que le bon de commande le donne, seul sur sa ligne.",
            "Print the code as the order gives it, alone on its line.",
        )
    },
)
def code_service_trop_long(seen: Seen) -> Iterator[Message]:
    """The service code has more than 100 characters."""
    service = seen.found("code_service")
    if service is not None and len(str(service)) > LONGEST_SERVICE:
        yield Message.about("long", "code_service", seen, service=service, length=len(str(service)))
