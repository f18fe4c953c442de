"""REF12: the engagement number holds characters that engagements do not have."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import strange_characters
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import EJ_CHARACTERS


@check(
    code="REF12",
    slug="engagement-caracteres",
    severity=Severity.INFO,
    title=Text("Numéro d'engagement : caractères inhabituels", "Engagement number: unusual characters"),
    rationale=Text(
        "Un numéro d'engagement est fait de capitales, de chiffres et de « _ + / - ». Ailleurs qu'à l'État, le portail "
        "ne vérifie pas qu'il existe : il est pris tel qu'il est imprimé.",
        "An engagement number is made of capitals, digits and « _ + / - ». Elsewhere than with the State the portal "
        "does not check that it exists: it is taken as it is printed.",
    ),
    source=EJ_CHARACTERS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Commande : BDC 2026/110"),
        passes=printed("Commande : BDC-2026/110"),
    ),
    messages={
        "characters": Text(
            "Le numéro « {number} » a des caractères qu'un numéro d'engagement n'a pas d'habitude : {characters}.",
            "The number « {number} » has characters that an engagement number does not usually have: {characters}.",
        )
    },
    hints={
        "characters": Text(
            "Imprimer le numéro tel que le client l'a donné, si possible en capitales et sans espace.",
            "Print the number as the client gave it, in capitals and without a space where possible.",
        )
    },
)
def engagement_caracteres(seen: Seen) -> Iterator[Message]:
    """The engagement number of another recipient than the State holds other characters than ``A-Z 0-9 _ + / -``."""
    number = seen.found("numero_engagement")
    if number is None or seen.found("siret_destinataire") == STATE_SIRET:
        return
    characters = strange_characters(str(number))
    if characters is not None:
        yield Message.about("characters", "numero_engagement", seen, number=number, characters=characters)
