"""REF07: several different engagement numbers."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import engagement_asked_by
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SHEET


@check(
    code="REF07",
    slug="engagements-differents",
    severity=Severity.WARNING,
    title=Text("Plusieurs numéros d'engagement", "Several engagement numbers"),
    rationale=Text(
        "Le formulaire n'a de place que pour un engagement. On ne peut pas dire lequel est le bon : le champ "
        "reste vide. Là où un engagement est obligatoire, REF01, REF02, REF03 ou REF13 le disent.",
        "The form has room for one engagement. Which of several is meant cannot be told: the field is left blank."
        " Where an engagement is compulsory, REF01, REF02, REF03 or REF13 say so.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Engagement : 26D000417 » et « Engagement : 26D000999 ».",
            "« Engagement : 26D000417 » and « Engagement : 26D000999 ».",
        ),
        passes=printed("Engagement : 26D000417"),
    ),
    messages={
        "rivals": Text(
            "Plusieurs références différentes sont annoncées : {numbers}. Le champ reste vide.",
            "Several different references are announced: {numbers}. The field stays blank.",
        )
    },
    hints={
        "rivals": Text(
            "N'imprimer qu'un numéro d'engagement ou de commande par facture.",
            "Print one engagement or order number an invoice.",
        )
    },
)
def engagements_differents(seen: Seen) -> Iterator[Message]:
    """Several different engagements, or several orders and no engagement, are announced with an equal right."""
    rivals = seen.rivals("numero_engagement")
    if rivals and engagement_asked_by(seen) is None:
        numbers = ", ".join(dict.fromkeys(str(rival.value) for rival in rivals))
        yield Message.at("rivals", rivals[0], "numero_engagement", numbers=numbers)
