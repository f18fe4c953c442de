"""DES17: several service codes are announced to a body other than the State."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import AIFE_ENTRY


@check(
    code="DES17",
    slug="codes-service-differents",
    severity=Severity.WARNING,
    title=Text("Codes service différents", "Different service codes"),
    rationale=Text(
        "Une facture va à un service. Si plusieurs codes sont annoncés à droit égal, le champ reste vide : le mauvais "
        "enverrait la facture au mauvais bureau.",
        "An invoice goes to one service. Where several codes are announced with an equal right, the field is left "
        "blank: the wrong one would send the invoice to the wrong desk.",
    ),
    source=AIFE_ENTRY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Code service : TECHNIQUE » et « Code service : VOIRIE ».",
            "« Code service : TECHNIQUE » and « Code service : VOIRIE ».",
        ),
        passes=printed("Code service : TECHNIQUE"),
    ),
    messages={
        "rivals": Text(
            "Plusieurs codes service différents sont annoncés : {codes}. Le champ reste vide.",
            "Several different service codes are announced: {codes}. The field stays blank.",
        )
    },
    hints={
        "rivals": Text(
            "N'imprimer que le code du service facturé, celui du bon de commande.",
            "Print the code of the service invoiced and no other: the one that the order gives.",
        )
    },
)
def codes_service_differents(seen: Seen) -> Iterator[Message]:
    """Several different service codes are announced, and no other check tells it with more weight."""
    rivals = seen.rivals("code_service")
    if not rivals or seen.found("siret_destinataire") == STATE_SIRET:
        return
    body = seen.structure
    if body is None or not (body.active and body.code_service_doit_etre_renseigne):
        codes = ", ".join(dict.fromkeys(str(rival.value) for rival in rivals))
        yield Message.at("rivals", rivals[0], "code_service", codes=codes)
