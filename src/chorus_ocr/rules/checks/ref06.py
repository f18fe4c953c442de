"""REF06: the engagement number of an invoice to the State holds characters that engagements do not have."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import strange_characters
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import EJ_CHARACTERS


@check(
    code="REF06",
    slug="engagement-de-l-etat-caracteres",
    severity=Severity.WARNING,
    title=Text("Engagement de l'État : caractères inconnus", "Engagement of the State: unknown characters"),
    rationale=Text(
        "Le portail vérifie qu'un engagement de l'État existe. Ces numéros sont faits de capitales, de chiffres et de "
        "« _ + / - » : un numéro qui a d'autres caractères n'est celui d'aucun.",
        "The portal checks that an engagement of the State exists. Their numbers are made of capitals, digits and "
        "« _ + / - »: a number with other characters is none of them.",
    ),
    source=EJ_CHARACTERS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Engagement : EJ 1500.062783"),
        passes=printed("Engagement : 1500062783"),
    ),
    messages={
        "characters": Text(
            "Le numéro d'engagement « {number} » a des caractères qu'un engagement de l'État n'a pas : {characters}.",
            "The engagement number « {number} » has characters that no engagement of the State has: {characters}.",
        )
    },
    hints={
        "characters": Text(
            "Imprimer le numéro tel que le bon de commande le donne, en capitales et sans espace.",
            "Print the number as the order gives it, in capitals and without a space.",
        )
    },
)
def engagement_de_l_etat_caracteres(seen: Seen) -> Iterator[Message]:
    """The engagement number of an invoice to the State holds other characters than ``A-Z 0-9 _ + / -``."""
    number = seen.found("numero_engagement")
    if number is None or seen.found("siret_destinataire") != STATE_SIRET:
        return
    characters = strange_characters(str(number))
    if characters is not None:
        yield Message.about("characters", "numero_engagement", seen, number=number, characters=characters)
