"""DES08: the State is invoiced without a service code."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import AIFE_ENTRY

_KEYS = ("absent", "near")


@check(
    code="DES08",
    slug="etat-sans-code-service",
    severity=Severity.BLOCKING,
    title=Text("État destinataire sans code service", "The State is invoiced without a service code"),
    rationale=Text(
        "Tous les ministères ont le même SIRET : seul le code service dit à quel bureau va la facture, et le "
        "portail refuse une facture à l'État qui n'en a pas.",
        "All ministries share one SIRET: the service code alone tells which desk the invoice is for, and the "
        "portal refuses an invoice to the State without one.",
    ),
    source=AIFE_ENTRY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« SIRET client : 110 002 011 00044 » et aucun code service.",
            "« SIRET client : 110 002 011 00044 » and no service code.",
        ),
        passes=printed("Code service : FACTURES-DR-75"),
    ),
    messages={
        **blank_messages(
            Text(
                "Le destinataire est l'État, et aucun code service n'est lisiblement annoncé sur les pages lues.",
                "The recipient is the State, and no service code is legibly announced on the pages read.",
            ),
            *_KEYS,
        ),
        "rivals": Text(
            "Le destinataire est l'État, et plusieurs codes service différents sont annoncés ({codes}) : le champ "
            "reste vide.",
            "The recipient is the State, and several different service codes are announced ({codes}): the field stays "
            "blank.",
        ),
    },
    hints={
        **blank_hints(
            Text(
                "Imprimer « Code service : », un espace, puis le code donné par le bon de commande.",
                "Print « Code service : », a space, then the code that the order gives.",
            ),
            *_KEYS,
        ),
        "rivals": Text(
            "N'imprimer que le code du service facturé, celui du bon de commande.",
            "Print the code of the service invoiced and no other: the one that the order gives.",
        ),
    },
)
def etat_sans_code_service(seen: Seen) -> Iterator[Message]:
    """The recipient is the State, and no service code can be filled in."""
    if seen.found("siret_destinataire") != STATE_SIRET or seen.found("code_service") is not None:
        return
    rivals = seen.rivals("code_service")
    if rivals:
        codes = ", ".join(dict.fromkeys(str(rival.value) for rival in rivals))
        yield Message.at("rivals", rivals[0], "code_service", codes=codes)
    else:
        yield blank(seen, "code_service", *_KEYS)
