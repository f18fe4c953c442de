"""REF05: the engagement number is longer than the form takes."""

from collections.abc import Iterator

from chorus_ocr.compliance.characters import LONGEST_ENGAGEMENT
from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_DEPOSIT


@check(
    code="REF05",
    slug="engagement-trop-long",
    severity=Severity.WARNING,
    title=Text("Numéro d'engagement trop long", "Engagement number too long"),
    rationale=Text(
        "Le champ du formulaire prend 50 caractères ; au-delà, il peut rester vide ou être coupé.",
        "The field of the form takes 50 characters; beyond that it may stay blank or be cut.",
    ),
    source=API_DEPOSIT,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Un numéro de 51 caractères.", "A number of 51 characters."),
        passes=Text("Un numéro de 50 caractères.", "A number of 50 characters."),
    ),
    messages={
        "long": Text(
            "Le numéro d'engagement fait {length} caractères ; le formulaire en prend 50.",
            "The engagement number has {length} characters; the form takes 50.",
        )
    },
    hints={
        "long": Text(
            "Imprimer le numéro tel que le client l'a donné, sans libellé ni date à sa suite.",
            "Print the number as the client gave it, without a description or a date behind it.",
        )
    },
)
def engagement_trop_long(seen: Seen) -> Iterator[Message]:
    """The engagement number is longer than the form takes."""
    number = seen.found("numero_engagement")
    if number is not None and len(str(number)) > LONGEST_ENGAGEMENT:
        yield Message.about("long", "numero_engagement", seen, length=len(str(number)))
